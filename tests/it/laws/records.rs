//! What the tests know of an organisation: plain records, and the documents
//! written from them.

use answerable::{
    Accountability, DeputyRecord, Document, HeadRecord, MemberRecord, PostRecord, ProfessionRecord,
    Relation, UnitRecord,
};

use super::tree::{Tree, table, texts};

pub(super) const KINDS: [Accountability; 3] = [
    Accountability::Operational,
    Accountability::Professional,
    Accountability::Clinical,
];
pub(super) const KIND_WORDS: [&str; 3] = ["operational", "professional", "clinical"];
pub(super) const RELATION_WORDS: [&str; 5] = [
    "supports",
    "advises",
    "works_with",
    "regulates",
    "commissions",
];

/// A whole organisation as told; it may be faulty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub(super) units: Vec<Area>,
    pub(super) professions: Vec<Area>,
    pub(super) heads: Vec<Rule>,
    pub(super) posts: Vec<Seat>,
}

/// A unit or a profession.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Area {
    pub(super) id: String,
    pub(super) within: Option<String>,
}

/// A headship.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rule {
    pub(super) kind: usize,
    pub(super) unit: String,
    pub(super) profession: Option<String>,
    /// Nobody, if the head is not stated.
    pub(super) head: Option<String>,
    pub(super) through: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Individual,
    Body,
    External,
}

/// What a post says of its superior of one kind.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Up {
    Silent,
    To(String),
    NoneAbove,
    Unstated,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Deputy {
    pub(super) post: String,
    pub(super) matters: Vec<String>,
    pub(super) attends: bool,
    pub(super) onward: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rank {
    pub(super) is_pool: bool,
    pub(super) of: Vec<Deputy>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum End {
    Post(String),
    Unit(String),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seat {
    pub(super) id: String,
    pub(super) sort: Sort,
    pub(super) unit: Option<String>,
    pub(super) profession: Option<String>,
    pub(super) vacant: bool,
    pub(super) holders: Vec<String>,
    pub(super) up: [Up; 3],
    pub(super) also: Vec<(usize, String)>,
    pub(super) deputies: Vec<Rank>,
    pub(super) chair: Option<String>,
    pub(super) members: Vec<String>,
    pub(super) links: Vec<(usize, End)>,
}

impl Seat {
    pub(super) fn new(id: String) -> Self {
        Self {
            id,
            sort: Sort::Individual,
            unit: None,
            profession: None,
            vacant: false,
            holders: Vec::new(),
            up: [Up::Silent, Up::Silent, Up::Silent],
            also: Vec::new(),
            deputies: Vec::new(),
            chair: None,
            members: Vec::new(),
            links: Vec::new(),
        }
    }

    pub(super) fn title(&self) -> String {
        format!("Title of {}", self.id)
    }
}

pub(super) const WHY_NONE: &str = "head of the organisation";
pub(super) const WHY_UNSTATED: &str = "the job description is silent";

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
        tree.put("profession", areas(&self.professions));
        tree.put("unit", areas(&self.units));
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
        for rule in &self.heads {
            let mut record = match &rule.head {
                Some(post) => HeadRecord::new(KINDS[rule.kind], &rule.unit, post),
                None => HeadRecord::unstated(KINDS[rule.kind], &rule.unit, WHY_UNSTATED),
            };
            if let Some(profession) = &rule.profession {
                record = record.of_profession(profession);
            }
            document.push_head(if rule.through {
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

    /// The same with every id another; `new` gives each old one its new.
    pub(super) fn renamed(&self, new: &dyn Fn(&str) -> String) -> Self {
        let mut told = self.clone();
        let rename = |id: &mut String| *id = new(id);
        for area in told.units.iter_mut().chain(&mut told.professions) {
            rename(&mut area.id);
            area.within.iter_mut().for_each(rename);
        }
        for rule in &mut told.heads {
            rename(&mut rule.unit);
            rule.profession
                .iter_mut()
                .chain(&mut rule.head)
                .for_each(rename);
        }
        for seat in &mut told.posts {
            rename(&mut seat.id);
            seat.unit
                .iter_mut()
                .chain(&mut seat.profession)
                .chain(&mut seat.chair)
                .for_each(rename);
            seat.members.iter_mut().for_each(rename);
            seat.also.iter_mut().for_each(|(_, to)| rename(to));
            for up in &mut seat.up {
                if let Up::To(to) = up {
                    rename(to);
                }
            }
            for deputy in seat.deputies.iter_mut().flat_map(|rank| &mut rank.of) {
                rename(&mut deputy.post);
            }
            for (_, end) in &mut seat.links {
                let (End::Post(to) | End::Unit(to)) = end;
                rename(to);
            }
        }
        told
    }

    pub(super) fn seat(&self, id: &str) -> Option<&Seat> {
        self.posts.iter().find(|seat| seat.id == id)
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
    /// What it may be named for once: each matter, or everything.
    pub(super) fn scopes(&self) -> Vec<(String, bool, Option<String>)> {
        let scope = |matter| (self.post.clone(), self.attends, matter);
        match &self.matters[..] {
            [] => vec![scope(None)],
            matters => matters.iter().cloned().map(Some).map(scope).collect(),
        }
    }

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
        let mut record = DeputyRecord::new(&self.post).on_matters(self.matters.clone());
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
            [one] => tree.put("holder", one),
            several => tree.put("holders", texts(several)),
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
            record = record.held_by(holder);
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
                End::Unit(unit) => record.link(answerable::LinkRecord::to_unit(relation, unit)),
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
