//! A document in pieces, each of which may be taken away.

use std::collections::{BTreeMap, BTreeSet};

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

/// What pieces name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Post(usize),
    Unit(usize),
    Profession(usize),
}

/// A document in pieces. Posts, units, professions and matters are numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    pub(super) pieces: Vec<Piece>,
    /// Whether ids and titles are of every sort that is met, or plain.
    pub(super) is_fancy: bool,
}

impl Fact {
    /// What it names besides the post that it is about.
    fn names(&self) -> Option<Name> {
        match self {
            Self::Unit(unit) | Self::LinkToUnit(_, unit) => Some(Name::Unit(*unit)),
            Self::Profession(profession) => Some(Name::Profession(*profession)),
            Self::Up(_, Up::To(to))
            | Self::Also(_, to)
            | Self::Deputy(_, to, _)
            | Self::Chair(to)
            | Self::Member(to)
            | Self::Link(_, to) => Some(Name::Post(*to)),
            _ => None,
        }
    }
}

impl Piece {
    /// What it tells of, so that others may name it.
    fn declares(&self) -> Option<Name> {
        match self {
            Self::Post(at, _) => Some(Name::Post(*at)),
            Self::Unit(at) => Some(Name::Unit(*at)),
            Self::Profession(at) => Some(Name::Profession(*at)),
            _ => None,
        }
    }

    /// What it is about, and what it names besides, if it does not tell of it.
    fn names(&self) -> [Option<Name>; 3] {
        match self {
            Self::UnitWithin(inner, outer) => {
                [Some(Name::Unit(*inner)), Some(Name::Unit(*outer)), None]
            }
            Self::ProfessionWithin(inner, outer) => [
                Some(Name::Profession(*inner)),
                Some(Name::Profession(*outer)),
                None,
            ],
            Self::Head(rule) => [
                Some(Name::Unit(rule.unit)),
                rule.profession.map(Name::Profession),
                rule.head.map(Name::Post),
            ],
            Self::Of(at, fact) => [Some(Name::Post(*at)), fact.names(), None],
            _ => [None; 3],
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
                let [mut any, mut direct, mut nobody] = [rule.clone(), rule.clone(), rule.clone()];
                any.profession = None;
                direct.through = false;
                nobody.head = None;
                vec![Self::Head(any), Self::Head(direct), Self::Head(nobody)]
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

    pub(super) fn professions(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Profession(at) => Some(*at),
            _ => None,
        })
    }

    pub(super) fn posts_of(&self, kind: PostKind) -> impl Iterator<Item = usize> + '_ {
        let posts = self.posts().filter(move |(_, of)| *of == kind);
        posts.map(|(post, _)| post)
    }

    /// What is told of the superiors of one kind.
    pub(super) fn ups(&self, kind: Accountability) -> BTreeMap<usize, &Up> {
        let ups = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Of(at, Fact::Up(of, up)) if *of == kind => Some((*at, up)),
            _ => None,
        });
        ups.collect()
    }

    /// Tells this of its superior of this kind, and nothing else.
    pub(super) fn set_up(&mut self, of: usize, kind: Accountability, up: Up) {
        let is_told = |piece: &Piece| matches!(piece, Piece::Of(at, Fact::Up(of_kind, _)) if *at == of && *of_kind == kind);
        self.pieces.retain(|piece| !is_told(piece));
        self.push(of, Fact::Up(kind, up));
    }

    pub(super) fn set_kind(&mut self, of: usize, kind: PostKind) {
        for piece in &mut self.pieces {
            match piece {
                Piece::Post(at, told) if *at == of => *told = kind,
                _ => {}
            }
        }
    }

    pub(super) fn push(&mut self, of: usize, fact: Fact) {
        self.pieces.push(Piece::Of(of, fact));
    }

    /// Takes away all that names these.
    pub(super) fn forget(&mut self, names: &BTreeSet<Name>) {
        let is_gone = |name: Option<Name>| name.is_some_and(|name| names.contains(&name));
        self.pieces
            .retain(|piece| !piece.names().into_iter().any(is_gone));
    }

    /// Takes away the pieces at these places, with all that names what is told of
    /// there and nowhere else.
    pub(super) fn take(&mut self, places: &BTreeSet<usize>) {
        let pieces = std::mem::take(&mut self.pieces);
        let (gone, left): (Vec<_>, Vec<_>) = pieces
            .into_iter()
            .enumerate()
            .partition(|(place, _)| places.contains(place));
        let mut names: BTreeSet<Name> = gone.iter().filter_map(|(_, of)| of.declares()).collect();
        for name in left.iter().filter_map(|(_, piece)| piece.declares()) {
            names.remove(&name);
        }
        self.pieces = left.into_iter().map(|(_, piece)| piece).collect();
        self.forget(&names);
    }
}
