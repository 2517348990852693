//! The documents written from records: as trees, and by way of the records of the
//! crate.

use answerable::{
    DeputyRecord, Document, HeadshipRecord, HolderRecord, LinkRecord, MatterRecord, MemberRecord,
    PostRecord, ProfessionRecord, Relation, UnitRecord,
};

use super::records::{
    Area, Deputy, End, KIND_WORDS, KINDS, Person, RELATION_WORDS, Rule, Seat, Sort, Told, Topic,
    Up, WHY_NONE, WHY_UNSTATED,
};
use super::tree::{Tree, table, texts};

impl Told {
    /// The document as a tree, every fact in its shortest form.
    pub(super) fn tree(&self) -> Tree {
        let areas = |areas: &[Area]| {
            let entries = areas.iter().map(|area| {
                let mut entry = table([(
                    "title",
                    Tree::from(format!("Title of {}", area.id).as_str()),
                )]);
                if let Some(outer) = &area.within {
                    entry.put("within", outer);
                }
                (area.id.clone(), entry)
            });
            Tree::Table(entries.collect())
        };
        let posts = self.posts.iter().map(|seat| (seat.id.clone(), seat.tree()));
        let mut tree = table([
            ("version", Tree::Number(1.0)),
            ("title", Tree::from("Thamesmouth")),
        ]);
        if let Some(reverts) = self.reverts {
            let cover = table([("reverts_to_superior", Tree::Bool(reverts))]);
            tree.put("cover", cover);
        }
        tree.put("profession", areas(&self.professions));
        tree.put("unit", areas(&self.units));
        if !self.matters.is_empty() {
            let matters = self.matters.iter();
            let matters = matters.map(|topic| (topic.id.clone(), topic.tree()));
            tree.put("matter", Tree::Table(matters.collect()));
        }
        tree.put(
            "head",
            Tree::List(self.heads.iter().map(Rule::tree).collect()),
        );
        tree.put("post", Tree::Table(posts.collect()));
        tree
    }

    pub(super) fn to_json(&self) -> String {
        self.tree().to_json()
    }

    pub(super) fn read_json(&self) -> Document {
        serde_json::from_str(&self.to_json()).expect("JSON with a table at the top")
    }

    /// The document by way of the records of the crate, without any text.
    pub(super) fn document(&self) -> Document {
        let mut document = Document::new("Thamesmouth");
        if let Some(reverts) = self.reverts {
            document = document.reverting(reverts);
        }
        for told in &self.professions {
            let mut area = ProfessionRecord::new(&told.id, format!("Title of {}", told.id));
            area.within = told.within.as_deref().map(Into::into);
            document.push_profession(area);
        }
        for told in &self.units {
            let mut area = UnitRecord::new(&told.id, format!("Title of {}", told.id));
            area.within = told.within.as_deref().map(Into::into);
            document.push_unit(area);
        }
        for topic in &self.matters {
            document.push_matter(topic.record());
        }
        for rule in &self.heads {
            let mut record = match &rule.head {
                Some(post) => HeadshipRecord::new(KINDS[rule.kind], &rule.unit, post),
                None => HeadshipRecord::unstated(KINDS[rule.kind], &rule.unit, WHY_UNSTATED),
            };
            if let Some(profession) = &rule.profession {
                record = record.of_profession(profession);
            }
            document.push_headship(if rule.through {
                record.through_operational()
            } else {
                record
            });
        }
        self.posts
            .iter()
            .for_each(|seat| document.push_post(seat.record()));
        document
    }
}

impl Topic {
    fn tree(&self) -> Tree {
        let mut tree = table([("title", Tree::from(self.id.as_str()))]);
        if let Some(kind) = self.kind {
            tree.put("kind", KIND_WORDS[kind]);
        }
        if self.personal {
            tree.put("personal", Tree::Bool(true));
        }
        tree
    }

    fn record(&self) -> MatterRecord {
        let mut record = MatterRecord::new(&self.id, &self.id);
        if let Some(kind) = self.kind {
            record = record.of_kind(KINDS[kind]);
        }
        if self.personal {
            record.personal()
        } else {
            record
        }
    }
}

impl Person {
    fn tree(&self) -> Tree {
        match &self.id {
            None => Tree::from(&self.name),
            Some(id) => table([("name", Tree::from(&self.name)), ("id", Tree::from(id))]),
        }
    }

    fn record(&self) -> HolderRecord {
        let record = HolderRecord::new(&self.name);
        match &self.id {
            None => record,
            Some(id) => record.with_id(id),
        }
    }
}

impl Rule {
    fn tree(&self) -> Tree {
        let mut tree = table([
            ("kind", KIND_WORDS[self.kind].into()),
            ("unit", Tree::from(&self.unit)),
        ]);
        if let Some(profession) = &self.profession {
            tree.put("profession", profession);
        }
        match &self.head {
            Some(post) => tree.put("post", post),
            None => tree.put("unstated", WHY_UNSTATED),
        }
        if self.through {
            tree.put("through", "operational");
        }
        tree
    }
}

impl Deputy {
    fn tree(&self) -> Tree {
        let mut tree = table([("post", Tree::from(&self.post))]);
        if !self.matters.is_empty() {
            tree.put("for", texts(&self.matters));
        }
        if self.attends {
            tree.put("authority", "attend");
        }
        if self.onward {
            tree.put("onward", Tree::Bool(true));
        }
        if tree.entries().len() > 1 {
            tree
        } else {
            Tree::from(&self.post)
        }
    }

    fn record(&self) -> DeputyRecord {
        let mut record = DeputyRecord::new(&self.post);
        if !self.matters.is_empty() {
            record = record.on_matters(self.matters.clone());
        }
        if self.attends {
            record = record.to_attend();
        }
        if self.onward { record.onward() } else { record }
    }
}

impl Seat {
    fn tree(&self) -> Tree {
        let mut tree = table([("title", Tree::from(self.title().as_str()))]);
        match self.sort {
            Sort::Individual => {}
            Sort::Body => tree.put("kind", "body"),
            Sort::External => tree.put("kind", "external"),
        }
        for (key, area) in [("unit", &self.unit), ("profession", &self.profession)] {
            if let Some(area) = area {
                tree.put(key, area);
            }
        }
        if self.vacant {
            tree.put("vacant", Tree::Bool(true));
        }
        match &self.holders[..] {
            [] => {}
            [one] => tree.put("holder", one.tree()),
            several => {
                let several = several.iter().map(Person::tree);
                tree.put("holders", Tree::List(several.collect()));
            }
        }
        for (word, up) in KIND_WORDS.into_iter().zip(&self.up) {
            match up {
                Up::Silent => {}
                Up::To(to) => tree.put(word, to),
                Up::NoneAbove => tree.put(word, table([("none", WHY_NONE.into())])),
                Up::Unstated => tree.put(word, table([("unstated", WHY_UNSTATED.into())])),
            }
        }
        let also = self
            .also
            .iter()
            .map(|(kind, to)| table([("kind", KIND_WORDS[*kind].into()), ("to", Tree::from(to))]));
        put_list(&mut tree, "also", also.collect());
        let ranks = self.deputies.iter().map(|rank| match &rank.of[..] {
            [one] if !rank.is_pool => one.tree(),
            pool => Tree::List(pool.iter().map(Deputy::tree).collect()),
        });
        put_list(&mut tree, "deputies", ranks.collect());
        if let Some(chair) = &self.chair {
            tree.put("chair", chair);
        }
        put_list(
            &mut tree,
            "members",
            self.members.iter().map(Tree::from).collect(),
        );
        for (relation, word) in RELATION_WORDS.into_iter().enumerate() {
            let ends =
                self.links
                    .iter()
                    .filter(|(of, _)| *of == relation)
                    .map(|(_, end)| match end {
                        End::Post(post) => Tree::from(post),
                        End::Unit(unit) => table([("to_unit", Tree::from(unit))]),
                    });
            put_list(&mut tree, word, ends.collect());
        }
        tree
    }

    fn record(&self) -> PostRecord {
        let mut record = PostRecord::new(&self.id, self.title());
        record = match self.sort {
            Sort::Individual => record,
            Sort::Body => record.body(),
            Sort::External => record.external(),
        };
        if let Some(unit) = &self.unit {
            record = record.in_unit(unit.as_str());
        }
        if let Some(profession) = &self.profession {
            record = record.of_profession(profession.as_str());
        }
        if self.vacant {
            record = record.vacant();
        }
        for holder in &self.holders {
            record = record.holder(holder.record());
        }
        for (kind, up) in KINDS.into_iter().zip(&self.up) {
            record = match up {
                Up::Silent => record,
                Up::To(to) => record.accountable_to(to, kind),
                Up::NoneAbove => record.none_above_in(kind, WHY_NONE),
                Up::Unstated => record.unstated_in(kind, WHY_UNSTATED),
            };
        }
        for (kind, to) in &self.also {
            record = record.also_accountable_to(to, KINDS[*kind]);
        }
        for rank in &self.deputies {
            let of = rank.of.iter().map(Deputy::record);
            record = if rank.is_pool {
                record.deputised_by_one_of(of)
            } else {
                record.deputised_by(of)
            };
        }
        if let Some(chair) = &self.chair {
            record = record.chaired_by(chair.as_str());
        }
        record = record.with_members(self.members.iter().map(MemberRecord::new));
        for (relation, end) in &self.links {
            let relation = Relation::ALL[*relation];
            record = match end {
                End::Post(post) => record.linked(relation, post),
                End::Unit(unit) => record.link(LinkRecord::to_unit(relation, unit)),
            };
        }
        record
    }
}

fn put_list(tree: &mut Tree, key: &str, items: Vec<Tree>) {
    if !items.is_empty() {
        tree.put(key, Tree::List(items));
    }
}
