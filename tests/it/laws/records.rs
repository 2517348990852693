//! What the tests know of an organisation: plain records.

use answerable::Accountability;

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
    /// Whether cover reverts to the superior, if that is said.
    pub(super) reverts: Option<bool>,
    pub(super) units: Vec<Area>,
    pub(super) professions: Vec<Area>,
    pub(super) matters: Vec<Topic>,
    pub(super) heads: Vec<Rule>,
    pub(super) posts: Vec<Seat>,
}

/// A unit or a profession.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Area {
    pub(super) id: String,
    pub(super) within: Option<String>,
}

/// A matter that is declared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Topic {
    pub(super) id: String,
    pub(super) kind: Option<usize>,
    pub(super) personal: bool,
}

/// A holder of a post.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) id: Option<String>,
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
    pub(super) holders: Vec<Person>,
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
    /// The same with every id another; `new` gives each old one its new.
    pub(super) fn renamed(&self, new: &dyn Fn(&str) -> String) -> Self {
        let mut told = self.clone();
        let rename = |id: &mut String| *id = new(id);
        for area in told.units.iter_mut().chain(&mut told.professions) {
            rename(&mut area.id);
            area.within.iter_mut().for_each(rename);
        }
        for topic in &mut told.matters {
            rename(&mut topic.id);
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
                deputy.matters.iter_mut().for_each(rename);
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

impl Deputy {
    /// What it may be named for once: each matter, or everything.
    pub(super) fn scopes(&self) -> Vec<(String, bool, Option<String>)> {
        let scope = |matter| (self.post.clone(), self.attends, matter);
        match &self.matters[..] {
            [] => vec![scope(None)],
            matters => matters.iter().cloned().map(Some).map(scope).collect(),
        }
    }
}
