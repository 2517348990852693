//! A document in pieces, each of which may be taken away.

use crate::{Accountability, PostKind, Relation, Seats};

/// What a post says of its superior of one kind.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Up {
    To(usize),
    NoneAbove,
    Unstated,
}

/// The terms of a deputy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Terms {
    pub(super) matters: Vec<usize>,
    pub(super) attends: bool,
    pub(super) onward: bool,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rule {
    pub(super) kind: Accountability,
    pub(super) unit: usize,
    pub(super) profession: Option<usize>,
    /// Nobody, if the head is not stated.
    pub(super) head: Option<usize>,
    pub(super) through: bool,
}

/// One fact about a post.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact {
    Unit(usize),
    Profession(usize),
    Up(Accountability, Up),
    Also(Accountability, usize),
    Vacant,
    Holder(usize),
    Seats(Seats),
    Deputy(usize, usize, Terms),
    Chair(usize),
    Member(usize),
    Link(Relation, usize),
    LinkToUnit(Relation, usize),
    Grade,
    Note,
    /// Its id is told with white space before it, by whoever tells it.
    BadId,
    Untitled,
    /// The post is told a second time.
    Again,
    /// Something else that cannot be meant, by number.
    Odd(usize),
}

/// What can be told, or not told, on its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Reverts(bool),
    Unit(usize),
    UnitWithin(usize, usize),
    Profession(usize),
    ProfessionWithin(usize, usize),
    Matter(usize, Option<Accountability>, bool),
    Head(Rule),
    Post(usize, PostKind),
    Of(usize, Fact),
}

/// A document in pieces. Posts, units, professions and matters are numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Whether ids and titles are of every sort that is met, or plain.
    pub(super) is_fancy: bool,
}

const FORMS: [&str; 7] = [
    "post-",
    "EoE-HEE-00",
    "0",
    "ward “A”.",
    "Zoë ",
    "q\"\\",
    "<b>&",
];

impl Piece {
    /// Whether it is about this post, or names it.
    pub(super) fn mentions_post(&self, post: usize) -> bool {
        match self {
            Self::Post(at, _) => *at == post,
            Self::Head(rule) => rule.head == Some(post),
            Self::Of(at, fact) => {
                *at == post
                    || match fact {
                        Fact::Up(_, Up::To(to))
                        | Fact::Also(_, to)
                        | Fact::Deputy(_, to, _)
                        | Fact::Chair(to)
                        | Fact::Member(to)
                        | Fact::Link(_, to) => *to == post,
                        _ => false,
                    }
            }
            _ => false,
        }
    }

    fn mentions_unit(&self, unit: usize) -> bool {
        match self {
            Self::UnitWithin(inner, outer) => *inner == unit || *outer == unit,
            Self::Head(rule) => rule.unit == unit,
            Self::Unit(at) | Self::Of(_, Fact::Unit(at) | Fact::LinkToUnit(_, at)) => *at == unit,
            _ => false,
        }
    }

    fn mentions_profession(&self, profession: usize) -> bool {
        match self {
            Self::ProfessionWithin(inner, outer) => *inner == profession || *outer == profession,
            Self::Head(rule) => rule.profession == Some(profession),
            Self::Profession(at) | Self::Of(_, Fact::Profession(at)) => *at == profession,
            _ => false,
        }
    }

    /// The same on plainer terms, each way by itself.
    pub(super) fn plainer(&self) -> Vec<Self> {
        let ways = match self {
            Self::Matter(at, _, personal) => {
                vec![
                    Self::Matter(*at, None, *personal),
                    Self::Matter(*at, None, false),
                ]
            }
            Self::Head(rule) => {
                let (any, direct) = (rule.clone(), rule.clone());
                vec![
                    Self::Head(Rule {
                        profession: None,
                        ..any
                    }),
                    Self::Head(Rule {
                        through: false,
                        ..direct
                    }),
                ]
            }
            Self::Post(at, _) => vec![Self::Post(*at, PostKind::Individual)],
            Self::Of(at, Fact::Deputy(rank, to, terms)) => {
                let [mut any, mut acts, mut stops] = [terms.clone(), terms.clone(), terms.clone()];
                any.matters.clear();
                acts.attends = false;
                stops.onward = false;
                let of = |terms| Self::Of(*at, Fact::Deputy(*rank, *to, terms));
                vec![of(any), of(acts), of(stops)]
            }
            _ => Vec::new(),
        };
        ways.into_iter().filter(|way| way != self).collect()
    }

    /// Whether it cannot be told without `other`.
    pub(super) fn needs(&self, other: &Self) -> bool {
        match other {
            Self::Post(at, _) => self.mentions_post(*at),
            Self::Unit(at) => self.mentions_unit(*at),
            Self::Profession(at) => self.mentions_profession(*at),
            _ => false,
        }
    }
}

impl Plan {
    /// The posts, as they are declared.
    pub(super) fn posts(&self) -> impl Iterator<Item = (usize, PostKind)> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Post(at, kind) => Some((*at, *kind)),
            _ => None,
        })
    }

    pub(super) fn units(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Unit(at) => Some(*at),
            _ => None,
        })
    }

    pub(super) fn facts(&self, of: usize) -> impl Iterator<Item = &Fact> {
        self.pieces.iter().filter_map(move |piece| match piece {
            Piece::Of(at, fact) if *at == of => Some(fact),
            _ => None,
        })
    }

    /// What is told of its superior of this kind.
    pub(super) fn up(&self, of: usize, kind: Accountability) -> Option<&Up> {
        self.facts(of).find_map(|fact| match fact {
            Fact::Up(of_kind, up) if *of_kind == kind => Some(up),
            _ => None,
        })
    }

    /// Tells this of its superior of this kind, and nothing else.
    pub(super) fn set_up(&mut self, of: usize, kind: Accountability, up: Up) {
        let is_told = |piece: &Piece| matches!(piece, Piece::Of(at, Fact::Up(of_kind, _)) if *at == of && *of_kind == kind);
        self.pieces.retain(|piece| !is_told(piece));
        self.push(of, Fact::Up(kind, up));
    }

    pub(super) fn push(&mut self, of: usize, fact: Fact) {
        self.pieces.push(Piece::Of(of, fact));
    }

    /// Takes a piece away, with all that cannot be told without it.
    pub(super) fn take(&mut self, piece: &Piece) {
        self.pieces.retain(|other| !other.needs(piece));
        self.pieces.retain(|other| other != piece);
    }

    pub(super) fn post_id(&self, post: usize) -> String {
        let space = if self.facts(post).any(|fact| *fact == Fact::BadId) {
            " "
        } else {
            ""
        };
        let form = FORMS
            .get(post.checked_rem(FORMS.len()).unwrap_or(0))
            .filter(|_| self.is_fancy)
            .unwrap_or(&"post-");
        format!("{space}{form}{post}")
    }
}
