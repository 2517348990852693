//! A document in pieces, each of which may be taken away.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Accountability, FindingCode, PostKind, Relation, Seats, Standing};

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

/// On what a fact is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Basis {
    pub(super) source: Option<usize>,
    pub(super) is_at_place: bool,
    pub(super) standing: Option<Standing>,
    pub(super) has_reason: bool,
}

impl Basis {
    /// The same in fewer words.
    fn plainer(self) -> [Self; 4] {
        let [mut place, mut reason, mut standing, mut source] = [self; 4];
        place.is_at_place = false;
        reason.has_reason = false;
        standing.standing = None;
        source.source = None;
        source.is_at_place = false;
        [place, reason, standing, source]
    }
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
    pub(super) basis: Option<Basis>,
}

/// One fact about a post.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact {
    Unit(usize),
    Profession(usize),
    Up(Accountability, Up),
    Also(Accountability, usize),
    Vacant,
    /// With the capacity in which it is held.
    Holder(usize, Option<&'static str>),
    Fte(f64),
    Label(usize),
    Seats(Seats),
    Deputy(usize, usize, Terms),
    Chair(usize),
    /// With its role.
    Member(usize, Option<&'static str>),
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
    Title,
    About,
    Reverts(bool),
    KindTitle(Accountability),
    /// How much is too much.
    Most(u32),
    /// Findings that are left as they are, of every post or of one.
    Allowed(FindingCode, Option<usize>),
    Source(usize),
    Unit(usize),
    Profession(usize),
    Within(Name, Name, Option<Basis>),
    Matter(usize, Option<Accountability>, bool),
    Head(Rule),
    Post(usize, PostKind),
    Of(usize, Fact, Option<Basis>),
    /// On what an entry is told, a post among them, as long as it is told.
    On(Name, Basis),
}

/// What pieces name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Post(usize),
    Source(usize),
    Unit(usize),
    Profession(usize),
    Matter(usize),
}

/// A document in pieces. Posts, entries of tables and persons are numbers.
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
            | Self::Member(to, _)
            | Self::Link(_, to) => Some(Name::Post(*to)),
            _ => None,
        }
    }

    /// Whether a document says on what it is told.
    fn has_basis(&self) -> bool {
        self.names().is_some() || matches!(self, Self::Up(..) | Self::Holder(..))
    }

    /// The same on plainer terms.
    fn plainer(&self) -> Vec<Self> {
        match self {
            Self::Deputy(rank, to, terms) => {
                let [mut any, mut acts, mut stops] = [terms.clone(), terms.clone(), terms.clone()];
                any.matters.clear();
                acts.attends = false;
                stops.onward = false;
                let of = |terms| Self::Deputy(*rank, *to, terms);
                vec![of(any), of(acts), of(stops)]
            }
            Self::Holder(person, _) => vec![Self::Holder(*person, None)],
            Self::Member(to, _) => vec![Self::Member(*to, None)],
            _ => Vec::new(),
        }
    }
}

impl Piece {
    /// What it tells of, so that others may name it.
    pub(super) fn declares(&self) -> Option<Name> {
        match self {
            Self::Post(at, _) => Some(Name::Post(*at)),
            Self::Source(at) => Some(Name::Source(*at)),
            Self::Unit(at) => Some(Name::Unit(*at)),
            Self::Profession(at) => Some(Name::Profession(*at)),
            Self::Matter(at, ..) => Some(Name::Matter(*at)),
            _ => None,
        }
    }

    /// Its basis, if one can be told.
    pub(super) fn basis_mut(&mut self) -> Option<&mut Option<Basis>> {
        match self {
            Self::Of(_, fact, _) if !fact.has_basis() => None,
            Self::Within(_, _, basis) | Self::Of(_, _, basis) => Some(basis),
            Self::Head(rule) => Some(&mut rule.basis),
            _ => None,
        }
    }

    /// The source of what it tells.
    fn source(&self) -> Option<Name> {
        let basis = match self {
            Self::Within(_, _, basis) | Self::Of(_, _, basis) => *basis,
            Self::Head(rule) => rule.basis,
            Self::On(_, basis) => Some(*basis),
            _ => None,
        };
        basis?.source.map(Name::Source)
    }

    /// What it is about, and what it names besides, if it does not tell of it.
    fn names(&self) -> impl Iterator<Item = Name> {
        let names = match self {
            Self::Within(inner, outer, _) => [Some(*inner), Some(*outer), None],
            Self::Head(rule) => [
                Some(Name::Unit(rule.unit)),
                rule.profession.map(Name::Profession),
                rule.head.map(Name::Post),
            ],
            Self::Allowed(_, post) => [post.map(Name::Post), None, None],
            Self::Of(at, fact, _) => [Some(Name::Post(*at)), fact.names(), None],
            _ => [None; 3],
        };
        names.into_iter().flatten().chain(self.source())
    }

    /// The same on plainer terms, each way by itself.
    pub(super) fn plainer(&self) -> Vec<Self> {
        let mut ways = match self {
            Self::Allowed(code, _) => vec![Self::Allowed(*code, None)],
            Self::Matter(at, kind, personal) => vec![
                Self::Matter(*at, None, *personal),
                Self::Matter(*at, *kind, false),
            ],
            Self::Head(rule) => {
                let [mut any, mut direct, mut nobody] = [rule.clone(), rule.clone(), rule.clone()];
                any.profession = None;
                direct.through = false;
                nobody.head = None;
                vec![Self::Head(any), Self::Head(direct), Self::Head(nobody)]
            }
            Self::Post(at, _) => vec![Self::Post(*at, PostKind::Individual)],
            Self::Of(at, fact, basis) => {
                let plainer = fact.plainer().into_iter();
                plainer.map(|fact| Self::Of(*at, fact, *basis)).collect()
            }
            Self::On(entry, basis) => {
                let plainer = basis.plainer();
                plainer.map(|basis| Self::On(*entry, basis)).to_vec()
            }
            _ => Vec::new(),
        };
        let mut way = self.clone();
        if let Some(Some(basis)) = way.basis_mut().copied() {
            for basis in basis.plainer().into_iter().map(Some).chain([None]) {
                way.basis_mut().into_iter().for_each(|told| *told = basis);
                ways.push(way.clone());
            }
        }
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

    pub(super) fn sources(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Source(at) => Some(*at),
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
            Piece::Of(at, Fact::Up(of, up), _) if *of == kind => Some((*at, up)),
            _ => None,
        });
        ups.collect()
    }

    /// Tells this of its superior of this kind, and nothing else.
    pub(super) fn set_up(&mut self, of: usize, kind: Accountability, up: Up) {
        let is_told = |piece: &Piece| matches!(piece, Piece::Of(at, Fact::Up(of_kind, _), _) if *at == of && *of_kind == kind);
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
        self.pieces.push(Piece::Of(of, fact, None));
    }

    /// Takes away all that names these.
    pub(super) fn forget(&mut self, names: &BTreeSet<Name>) {
        self.pieces
            .retain(|piece| !piece.names().any(|name| names.contains(&name)));
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
