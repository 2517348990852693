//! What a chart comes to: cards, lines between them, and what is not shown.

use std::collections::{BTreeMap, HashMap};

use crate::document::{NONE, number};
use crate::model::{Accountability, Authority, PostKind, Relation, Seats, Standing};
use crate::view::{LinkEnd, Post, Profession, Superior, Unit};

use super::chart::{Chart, Colouring, Disclosure};
use super::shown::Shown;

/// How many colours there are; what is seen less often than those shares one.
pub(super) const COLOURS: usize = 8;

/// What a line between two cards means, beside the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Stroke {
    Superior(Accountability),
    Also(Accountability),
    Deputy(Deputising),
    Link(Relation),
}

/// How far a deputy deputises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Deputising {
    /// In every matter.
    Wholly,
    /// In some matters alone.
    InSome,
    /// By attending, not by acting.
    Attending,
}

/// A line from one card to another, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Drawn {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) stroke: Stroke,
}

/// By what a card is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Area<'o> {
    Unit(Unit<'o>),
    Profession(Profession<'o>),
}

impl<'o> Area<'o> {
    fn title(self) -> &'o str {
        match self {
            Self::Unit(unit) => unit.title(),
            Self::Profession(profession) => profession.title(),
        }
    }
}

/// A card of a chart.
#[derive(Debug, Clone)]
pub(super) struct Card<'o> {
    pub(super) post: Post<'o>,
    /// The card it stands under.
    pub(super) above: Option<u32>,
    pub(super) layer: u32,
    pub(super) disclosure: Disclosure,
    /// By what it is coloured.
    pub(super) area: Option<Area<'o>>,
    /// What is to be seen of the post: vacant, not stated, cut.
    pub(super) marks: Vec<Mark>,
    pub(super) colour: Option<u8>,
}

/// What is marked on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Vacant,
    Body,
    External,
    Seats(Seats),
    /// Its superior of this kind is not stated.
    Unstated(Accountability),
    /// It stands under this post, by place, which is not shown.
    Under(u32),
    /// So many posts below it are cut.
    Below(usize),
}

/// A chart laid out as data: the same for every picture.
#[derive(Debug, Clone)]
pub(super) struct Scene<'o> {
    /// Each before those under it, siblings as declared.
    pub(super) cards: Vec<Card<'o>>,
    /// In the order of the cards they leave.
    pub(super) drawn: Vec<Drawn>,
    /// The kind by which cards stand under each other.
    pub(super) tree: Accountability,
    /// What the colours mean, in the order of the colours; the last may be what
    /// the others share.
    pub(super) colours: Vec<String>,
    /// How many lines end at posts that are not shown, by what they are.
    pub(super) not_shown: BTreeMap<Stroke, usize>,
    /// How many of those that are shown rest on an assumption.
    pub(super) assumed: BTreeMap<Stroke, usize>,
}

impl<'o> Chart<'o> {
    pub(super) fn scene(&self) -> Scene<'o> {
        let tree = self.kinds.first().copied();
        let tree = tree.unwrap_or(Accountability::Operational);
        let shown = Shown::of(self, tree);
        let mut scene = Scene {
            cards: Vec::with_capacity(shown.posts.len()),
            drawn: Vec::new(),
            tree,
            colours: Vec::new(),
            not_shown: BTreeMap::new(),
            assumed: BTreeMap::new(),
        };
        for (at, &post) in shown.posts.iter().enumerate() {
            scene.cards.push(self.card(post, &shown, at));
        }
        Self::colour(&mut scene);
        for (at, &post) in shown.posts.iter().enumerate() {
            self.draw_lines(&mut scene, &shown, at, post);
        }
        scene
    }

    fn card(&self, post: Post<'o>, shown: &Shown<'o>, at: usize) -> Card<'o> {
        let mut marks = Vec::new();
        match post.kind() {
            PostKind::Individual => {}
            PostKind::Body => marks.push(Mark::Body),
            PostKind::External => marks.push(Mark::External),
        }
        marks.extend(post.seats().map(Mark::Seats));
        if post.is_vacant() {
            marks.push(Mark::Vacant);
        }
        for &kind in &self.kinds {
            if let Superior::Unstated(why) = post.superior(kind)
                && (why.is_some() || kind == shown.tree)
            {
                marks.push(Mark::Unstated(kind));
            }
        }
        if shown.above[at].is_none()
            && let Superior::Known(line) = post.superior(shown.tree)
        {
            marks.push(Mark::Under(line.to().place()));
        }
        if shown.cut[at] > 0 {
            marks.push(Mark::Below(shown.cut[at]));
        }
        Card {
            post,
            above: shown.above[at],
            layer: shown.layers[at],
            disclosure: self.disclosure,
            area: match self.colouring {
                Colouring::Unit => post.unit().map(Area::Unit),
                Colouring::Profession => post.profession().map(Area::Profession),
                Colouring::Plain => None,
            },
            marks,
            colour: None,
        }
    }

    /// Gives each card its colour: the areas seen most often have one each.
    fn colour(scene: &mut Scene<'o>) {
        let mut seen: Vec<(Area<'o>, usize)> = Vec::new();
        let mut place: HashMap<Area<'o>, usize> = HashMap::new();
        for area in scene.cards.iter().filter_map(|card| card.area) {
            let at = *place.entry(area).or_insert(seen.len());
            match seen.get_mut(at) {
                Some((_, times)) => *times += 1,
                None => seen.push((area, 1)),
            }
        }
        let mut often: Vec<usize> = (0..seen.len()).collect();
        if seen.len() > COLOURS {
            often.sort_by_key(|&at| std::cmp::Reverse(seen[at].1));
            often.truncate(COLOURS - 1);
            often.sort_unstable();
        }
        let colour_of: HashMap<usize, usize> = often.iter().copied().zip(0..).collect();
        scene.colours = often
            .iter()
            .map(|&at| seen[at].0.title().to_owned())
            .collect();
        let others = seen.len() - often.len();
        if others > 0 {
            scene.colours.push(format!("{others} others"));
        }
        for card in &mut scene.cards {
            let at = card.area.and_then(|area| place.get(&area));
            let colour = at.map(|at| colour_of.get(at).copied().unwrap_or(often.len()));
            card.colour = colour.and_then(|colour| u8::try_from(colour).ok());
        }
    }

    /// The lines that leave a post, beside the one it stands by.
    fn draw_lines(&self, scene: &mut Scene<'o>, shown: &Shown<'o>, at: usize, post: Post<'o>) {
        let from = number(at);
        let mut draw = |to: Post<'o>, stroke, standing| {
            let to = shown.place[to.place() as usize];
            if to == NONE {
                *scene.not_shown.entry(stroke).or_default() += 1;
                return;
            }
            let in_tree = stroke == Stroke::Superior(shown.tree);
            if !in_tree {
                scene.drawn.push(Drawn { from, to, stroke });
            }
            if standing == Standing::Assumed {
                *scene.assumed.entry(stroke).or_default() += 1;
            }
        };
        for &kind in &self.kinds {
            // Of one that its card names nothing is left out.
            let is_named = kind == shown.tree && shown.above[at].is_none();
            if let Some(line) = post.superior(kind).line().filter(|_| !is_named) {
                draw(line.to(), Stroke::Superior(kind), line.standing());
            }
            for line in post.also().filter(|line| line.kind() == kind) {
                draw(line.to(), Stroke::Also(kind), line.standing());
            }
        }
        if self.deputies {
            for (principal, deputising, standing) in deputising(post) {
                let principal = Post::new(self.org, principal);
                draw(principal, Stroke::Deputy(deputising), standing);
            }
        }
        if self.links {
            for link in post.links() {
                let to = match link.to() {
                    LinkEnd::Post(to) if link.from() == post => to,
                    // Told at the other end, which draws it if it is shown.
                    LinkEnd::Post(_) if shown.place[link.from().place() as usize] == NONE => {
                        link.from()
                    }
                    _ => continue,
                };
                draw(to, Stroke::Link(link.relation()), link.standing());
            }
        }
    }
}

/// For whom a post deputises, by place, and how far: in some matters only where it
/// does not in all.
fn deputising(post: Post<'_>) -> Vec<(u32, Deputising, Standing)> {
    let mut all: Vec<_> = post
        .deputises_for()
        .map(|terms| {
            let deputising = match terms.authority() {
                Authority::Attend => Deputising::Attending,
                Authority::Act if terms.is_limited() => Deputising::InSome,
                Authority::Act => Deputising::Wholly,
            };
            (terms.principal().place(), deputising, terms.standing())
        })
        .collect();
    all.sort_unstable();
    all.dedup_by_key(|&mut (principal, deputising, _)| (principal, deputising));
    all.dedup_by(|next, before| {
        let both = (before.1, next.1);
        next.0 == before.0 && both == (Deputising::Wholly, Deputising::InSome)
    });
    all
}

#[cfg(test)]
mod tests {
    use crate::{Document, Organisation, PostRecord, UnitRecord};

    use super::*;

    /// As many posts in each unit.
    fn in_units(posts: &[usize]) -> Organisation {
        let mut document = Document::default();
        for (at, &posts) in posts.iter().enumerate() {
            let unit = format!("u{at}");
            document.push_unit(UnitRecord::new(&unit, &unit));
            for post in 0..posts {
                let post = PostRecord::new(format!("p{at}-{post}"), "Nurse");
                document.push_post(post.in_unit(unit.as_str()));
            }
        }
        Organisation::try_from(document).expect("sound")
    }

    fn colours(posts: &[usize]) -> (Vec<String>, Vec<Option<u8>>) {
        let org = in_units(posts);
        let scene = org.chart().scene();
        let of_cards = scene.cards.iter().map(|card| card.colour);
        (scene.colours.clone(), of_cards.collect())
    }

    #[test]
    fn eight_units_have_a_colour_each() {
        let (colours, of_cards) = colours(&[1; COLOURS]);
        assert_eq!(colours, ["u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7"]);
        assert_eq!(of_cards, (0..8).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn beyond_them_the_smallest_units_share_one() {
        let (colours, of_cards) = colours(&[1, 1, 1, 2, 1, 1, 1, 1, 3]);
        let due = ["u0", "u1", "u2", "u3", "u4", "u5", "u8", "2 others"];
        assert_eq!(colours, due);
        let due = [0, 1, 2, 3, 3, 4, 5, 7, 7, 6, 6, 6].map(Some);
        assert_eq!(of_cards, due);
    }

    #[test]
    fn a_link_told_by_a_post_not_shown_is_left_out_and_counted() {
        let posts = [
            PostRecord::new("matron", "Matron"),
            PostRecord::new("sister", "Sister").linked(Relation::WorksWith, "matron"),
        ];
        let org = Organisation::from_posts(posts).expect("sound");
        let matron = org.post("matron").expect("told of");
        let notes = |chart: Chart<'_>| chart.scene().notes(&chart);
        let chart = org.chart().with_links();
        assert_eq!(notes(chart.clone()), Vec::<String>::new());
        let due = ["Lines to posts not shown: 1 works with (no authority)"];
        assert_eq!(notes(chart.below(matron)), due);
    }
}
