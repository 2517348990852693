//! Findings: what is sound, but someone should look at. A file for each rule.

// INVARIANT(own-numbers): a frozen organisation is looked through by its own numbers.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers are its own, and count what is in memory"
    )
)]

mod allowance_unused;
mod assumed_facts;
mod body_without_chair;
mod body_without_members;
mod clinical_line_missed;
mod covering;
mod deputies;
mod deputy_below_two;
mod finding;
mod first_call_twice;
mod heads_cross;
mod holder_above_self;
mod holder_called_vacant;
mod hollow_cover;
mod limited_behind_unlimited;
mod matter_undeclared;
mod matter_unused;
mod mutual_only;
mod nearly_same_ids;
mod no_deputy;
mod nobody_if_absent;
mod profession_without_head;
mod same_name;
mod several_tops;
mod sole_cover;
mod span_of_one;
mod span_too_wide;
mod superior_not_stated;
mod too_many_layers;
mod unit_without_posts;
mod vacant_head;
mod vacant_with_reports;
mod words;

#[cfg(test)]
mod costs;

use std::fmt;

use crate::Organisation;
use crate::ask::Fews;
use crate::model::FindingCode;
use crate::steps::step;
use crate::view::{Fact, Post};

pub use finding::{Finding, Subject};

/// A rule: what it finds, what it says of it, what to do, and on what it rests.
struct Rule {
    code: FindingCode,
    find: for<'o> fn(&Known<'o>, &mut Vec<Finding<'o>>),
    say: fn(&Finding<'_>, &mut fmt::Formatter<'_>) -> fmt::Result,
    remedy: fn(&Finding<'_>) -> &'static str,
    rests_on: for<'o> fn(&Finding<'o>) -> Vec<Fact<'o>>,
}

/// The rules, each at the place of its code.
static RULES: [Rule; FindingCode::ALL.len()] = [
    superior_not_stated::RULE,
    several_tops::RULE,
    vacant_with_reports::RULE,
    no_deputy::RULE,
    nobody_if_absent::RULE,
    hollow_cover::RULE,
    mutual_only::RULE,
    sole_cover::RULE,
    first_call_twice::RULE,
    deputy_below_two::RULE,
    limited_behind_unlimited::RULE,
    profession_without_head::RULE,
    clinical_line_missed::RULE,
    heads_cross::RULE,
    vacant_head::RULE,
    body_without_members::RULE,
    body_without_chair::RULE,
    span_too_wide::RULE,
    span_of_one::RULE,
    too_many_layers::RULE,
    holder_above_self::RULE,
    same_name::RULE,
    holder_called_vacant::RULE,
    nearly_same_ids::RULE,
    unit_without_posts::RULE,
    matter_unused::RULE,
    matter_undeclared::RULE,
    assumed_facts::RULE,
    allowance_unused::RULE,
];

/// What several rules ask for.
struct Known<'o> {
    org: &'o Organisation,
    fews: Fews<'o>,
    /// The number of each post in document order.
    number: Vec<u32>,
}

impl<'o> Known<'o> {
    fn of(org: &'o Organisation) -> Self {
        let mut number = vec![0; org.declared.len()];
        for (at, &post) in (0..).zip(&org.declared) {
            number[post as usize] = at;
        }
        Self {
            org,
            fews: Fews::of(org),
            number,
        }
    }

    /// The posts in document order, a step for each.
    fn posts(&self) -> impl Iterator<Item = Post<'o>> {
        self.org.posts().inspect(|_| step())
    }
}

/// What is sound in an organisation, but someone should look at.
///
/// ```
/// # use answerable::FindingCode::{self, HollowCover, NoDeputy, SuperiorNotStated, VacantHead};
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let findings = org.findings();
/// assert_eq!(findings.iter().next().map(|first| first.code()), Some(SuperiorNotStated)); // by code
/// let hollow = findings.of(HollowCover).next().expect("a finding");
/// assert_eq!(
///     hollow.to_string(),
///     "the only deputy of Chief Nurse is vacant: Head of Nursing, Adult Community"
/// );
/// let missing = findings.of(NoDeputy).map(|finding| finding.posts()[0].id());
/// assert!(missing.eq([
///     "chair",
///     "general-manager",
///     "head-of-nursing-childrens",
///     "clinical-lead-general-paediatrics",
///     "care-group-director-adults",
/// ]));
/// assert_eq!(findings.of(VacantHead).count(), 0);
/// assert!(!findings.is_empty());
/// assert_eq!(findings.len(), findings.into_iter().count());
/// ```
#[derive(Debug, Clone)]
pub struct Findings<'o> {
    org: &'o Organisation,
    found: Vec<Finding<'o>>,
    /// Those allowed, each with the place of its allowance.
    allowed: Vec<(Finding<'o>, usize)>,
}

impl<'o> Findings<'o> {
    /// The findings that no allowance covers: by code, in the order of
    /// [`FindingCode::ALL`], and within one in the document order of what they are
    /// about, as each code says.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Finding<'o>> + ExactSizeIterator {
        self.found.iter()
    }

    /// Those of one code, in the same order. Linear in the findings.
    #[must_use]
    pub fn of(&self, code: FindingCode) -> impl DoubleEndedIterator<Item = &Finding<'o>> {
        self.iter().filter(move |finding| finding.code() == code)
    }

    /// The findings that an allowance covers, in the same order, each with the
    /// reason why it is left as it is.
    ///
    /// ```
    /// # use answerable::{AllowanceRecord, Document, FindingCode::SuperiorNotStated, Organisation, PostRecord};
    /// let mut document = Document::new("Ward block");
    /// document.push_post(PostRecord::new("matron", "Matron"));
    /// document.push_allowance(
    ///     AllowanceRecord::new(SuperiorNotStated, "the block is being moved").for_posts(["matron"]),
    /// );
    /// let org = Organisation::try_from(document)?;
    /// let findings = org.findings();
    /// assert_eq!(findings.of(SuperiorNotStated).count(), 0);
    /// let (finding, why) = findings.allowed().next().expect("one that is allowed");
    /// assert_eq!(finding.to_string(), "it is not stated to whom Matron answers (operational)");
    /// assert_eq!(why, "the block is being moved");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allowed(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&Finding<'o>, &'o str)> + ExactSizeIterator {
        self.allowed.iter().map(|(finding, at)| {
            let why = self.org.allowances[*at].why;
            (finding, self.org.text.get(why))
        })
    }

    /// How many there are that no allowance covers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there is nothing to look at, or all of it is allowed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl<'f, 'o> IntoIterator for &'f Findings<'o> {
    type Item = &'f Finding<'o>;
    type IntoIter = std::slice::Iter<'f, Finding<'o>>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.iter()
    }
}

/// Those that no allowance covers.
impl<'o> IntoIterator for Findings<'o> {
    type Item = Finding<'o>;
    type IntoIter = std::vec::IntoIter<Finding<'o>>;

    fn into_iter(self) -> Self::IntoIter {
        self.found.into_iter()
    }
}

impl Organisation {
    /// What is sound, but someone should look at: holes, gaps, overlaps, oddities.
    /// Observations, each with what it means, what to do, and the facts it rests
    /// on; nothing is decided by them.
    ///
    /// Allowances and thresholds are data of the document. Each code of
    /// [`FindingCode`] says what is counted.
    ///
    /// Takes n log n in the posts, facts and headships of the organisation; see
    /// [`FindingCode::NobodyIfAbsent`] and [`FindingCode::HeadsCross`] for the cases
    /// that may take more.
    ///
    /// ```
    /// # use answerable::FindingCode;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let findings = org.findings();
    /// let alone = findings.of(FindingCode::NobodyIfAbsent).nth(1).expect("a finding");
    /// assert_eq!(
    ///     alone.to_string(),
    ///     "nobody acts for General Manager, Children's if it alone is absent: \
    ///         the operational superior of General Manager, Children's is not stated \
    ///         (said to support the Care Group Director, which is no line)"
    /// );
    /// assert_eq!(alone.remedy(), "name a deputy who may act, or say to whom it answers");
    /// ```
    #[must_use]
    pub fn findings(&self) -> Findings<'_> {
        let known = Known::of(self);
        let mut all = Vec::new();
        for rule in &RULES {
            (rule.find)(&known, &mut all);
        }
        let mut findings = Findings {
            org: self,
            found: Vec::new(),
            allowed: Vec::new(),
        };
        let mut of_use = allowance_unused::Use::none(self);
        for finding in all {
            findings.sort_in(finding, &mut of_use);
        }
        // What is found of allowances may be allowed itself.
        for finding in of_use.unused(|code| code != FindingCode::AllowanceUnused) {
            findings.sort_in(finding, &mut of_use);
        }
        let idle = of_use.unused(|code| code == FindingCode::AllowanceUnused);
        findings.found.extend(idle);
        findings
    }
}

impl<'o> Findings<'o> {
    /// Puts a finding with those allowed or the others.
    fn sort_in(&mut self, finding: Finding<'o>, of_use: &mut allowance_unused::Use<'o>) {
        match of_use.covering(&finding) {
            Some(at) => self.allowed.push((finding, at)),
            None => self.found.push(finding),
        }
    }
}

#[cfg(test)]
mod tests {
    use foldhash::HashSet;

    use super::*;

    #[test]
    fn each_rule_stands_at_its_code() {
        assert!(
            RULES
                .iter()
                .map(|rule| rule.code)
                .eq(FindingCode::ALL.iter().copied())
        );
        let codes: HashSet<_> = FindingCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), RULES.len());
    }
}
