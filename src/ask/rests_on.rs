//! On which facts does a line rest, and how well are they supported?

use crate::model::{Accountability::Operational, PostKind, Standing};
use crate::view::{Fact, Headship, Line, Post};

impl<'o> Line<'o> {
    /// The weakest standing among the facts it rests on; a line by rule is
    /// inferred at best. Costs as much as [`Line::rests_on`], without allocation.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Standing::{Given, Inferred}};
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let lead = org.post("clinical-lead-general-paediatrics")?;
    /// let line = |kind| lead.superior(kind).line().expect("a superior");
    /// assert_eq!(line(Operational).standing(), Given);
    /// assert_eq!(line(Clinical).standing(), Inferred); // by a rule that is stated
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing(self) -> Standing {
        let mut standing = self.basis().standing();
        self.visit_facts(&mut |fact| standing = standing.weakest(fact.standing()));
        standing
    }

    /// Every fact it rests on: of a line that was told, itself; of a line by
    /// rule, the headship, the unit and profession of the post with what
    /// contains them, and the operational lines that it goes through. Linear in
    /// their number.
    ///
    /// A line through the operational chain goes through the lines up to where
    /// it ends, or to the top where it ends at a head outside the area of its own
    /// rule, since nobody in that chain is in it.
    ///
    /// ```
    /// # use answerable::Accountability::Clinical;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let lead = org.post("clinical-lead-general-paediatrics")?;
    /// let line = lead.superior(Clinical).line().expect("a superior");
    /// let facts: Vec<_> = line.rests_on().iter().map(ToString::to_string).collect();
    /// assert_eq!(facts, [
    ///     "by rule: all Medical staff of Children's Care Group answer to Care Group Director, Children's \
    ///         (clinical) (stated: Care Group Director: job description, Accountability)",
    ///     "Clinical Lead, General Paediatrics is of unit General Paediatrics (given)",
    ///     "General Paediatrics lies within Children's Care Group (given)",
    ///     "Clinical Lead, General Paediatrics is of profession Medical (given)",
    /// ]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rests_on(self) -> Vec<Fact<'o>> {
        let mut facts = Vec::new();
        self.visit_facts(&mut |fact| facts.push(fact));
        facts
    }

    fn visit_facts(self, visit: &mut dyn FnMut(Fact<'o>)) {
        let Some(headship) = self.headship() else {
            return visit(Fact::Line(self));
        };
        visit(Fact::Headship(headship));
        headship.visit_cover(self.from(), visit);
        if !headship.is_through_operational() {
            return;
        }
        for line in self.from().chain(Operational) {
            match line.headship() {
                None => visit(Fact::Line(line)),
                Some(rule) => {
                    visit(Fact::Headship(rule));
                    rule.visit_cover(line.from(), visit);
                }
            }
            // A head outside the area ends no walk: a post above it might be in it.
            if line.to() == self.to() && headship.has_in_area(self.to()) {
                headship.visit_cover(self.to(), visit);
                break;
            }
        }
    }
}

impl<'o> Headship<'o> {
    /// The facts by which `post` is in the area of the rule.
    pub(crate) fn visit_cover(self, post: Post<'o>, visit: &mut dyn FnMut(Fact<'o>)) {
        visit(Fact::UnitOf(post));
        let mut unit = post.unit();
        while let Some(inner) = unit.filter(|&inner| inner != self.unit()) {
            visit(Fact::UnitWithin(inner));
            unit = inner.within();
        }
        let Some(outer) = self.profession() else {
            return;
        };
        visit(Fact::ProfessionOf(post));
        let mut profession = post.profession();
        while let Some(inner) = profession.filter(|&inner| inner != outer) {
            visit(Fact::ProfessionWithin(inner));
            profession = inner.within();
        }
    }

    /// Whether `post` is in the unit and of the profession of the rule.
    fn has_in_area(self, post: Post<'o>) -> bool {
        let in_unit = |inner| inner == self.unit() || self.unit().is_around(inner);
        post.kind() == PostKind::Individual
            && post.unit().is_some_and(in_unit)
            && self.profession().is_none_or(|outer| {
                let of_it = |inner| inner == outer || outer.is_around(inner);
                post.profession().is_some_and(of_it)
            })
    }
}
