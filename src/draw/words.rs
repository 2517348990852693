//! A chart in words: what marks and lines mean, what a card says, the legend and
//! the notes.

use std::collections::{BTreeMap, BTreeSet};

use crate::Organisation;
use crate::view::Post;

use super::chart::{Chart, Disclosure};
use super::scene::{Area, Card, Deputising, Mark, Scene, Stroke};
use super::style;

impl Area<'_> {
    /// What it is, and its title.
    fn words(self) -> String {
        match self {
            Self::Unit(unit) => format!("unit: {}", unit.title()),
            Self::Profession(profession) => format!("profession: {}", profession.title()),
        }
    }
}

impl<'o> Card<'o> {
    /// Under the title: holders and grade, as far as they are disclosed.
    pub(super) fn about(&self) -> String {
        let (holders, grade) = self.holders_and_grade();
        match grade {
            Some(grade) if holders.is_empty() => grade.to_owned(),
            Some(grade) => format!("{holders} · {grade}"),
            None => holders,
        }
    }

    /// Its holders and its grade, as far as they are disclosed.
    pub(super) fn holders_and_grade(&self) -> (String, Option<&'o str>) {
        let (holders, grades) = match self.disclosure {
            Disclosure::Posts => (false, false),
            Disclosure::Grades => (false, true),
            Disclosure::Holders => (true, false),
            Disclosure::HoldersAndGrades => (true, true),
        };
        let mut names = String::new();
        for holder in self.post.holders().filter(|_| holders) {
            let before = if names.is_empty() { "" } else { " · " };
            names.extend([before, holder.name()]);
            if let Some(capacity) = holder.holding_as() {
                names.extend([" (", capacity, ")"]);
            }
        }
        (names, self.post.grade().filter(|_| grades))
    }

    /// What is told of the post beside its title, piece by piece.
    pub(super) fn words(&self) -> Vec<String> {
        let area = self.area.map(Area::words);
        self.words_shown().into_iter().chain(area).collect()
    }

    /// What of that the card itself says, which shows the rest by its colour.
    pub(super) fn words_shown(&self) -> Vec<String> {
        let about = Some(self.about()).filter(|about| !about.is_empty());
        let org = self.post.organisation();
        let marks = self.marks.iter().map(|mark| mark.words(org));
        about.into_iter().chain(marks).collect()
    }
}

impl Mark {
    /// What it says.
    pub(super) fn words(self, org: &Organisation) -> String {
        match self {
            Self::Vacant => "Vacant".to_owned(),
            Self::Body => "Body".to_owned(),
            Self::External => "Outside the organisation".to_owned(),
            Self::Seats(seats) => seats.to_string(),
            Self::Unstated(kind) => format!("{} superior not stated", org.kind_title(kind)),
            Self::Under(post) => format!("under {} (not shown)", Post::new(org, post).title()),
            Self::Below(posts) => format!("+{posts} below"),
        }
    }
}

impl Stroke {
    /// What it means.
    pub(super) fn words(self, org: &Organisation) -> String {
        match self {
            Self::Superior(kind) => org.kind_title(kind).to_owned(),
            Self::Also(kind) => format!("also {}", org.kind_title(kind)),
            Self::Deputy(Deputising::Wholly) => "deputises for".to_owned(),
            Self::Deputy(Deputising::InSome) => "deputises for (some matters)".to_owned(),
            Self::Deputy(Deputising::Attending) => "attends for".to_owned(),
            Self::Link(relation) => format!("{relation} (no authority)"),
        }
    }
}

impl Scene<'_> {
    /// The sorts of line that are drawn, and what they mean.
    pub(super) fn legend(&self, org: &Organisation) -> Vec<(style::Look, String)> {
        let mut legend = Vec::new();
        if self.cards.iter().any(|card| card.above.is_some()) {
            let words = format!("{} (reports to)", org.kind_title(self.tree));
            legend.push((style::of_tree(self.tree), words));
        }
        let strokes: BTreeSet<Stroke> = self.drawn.iter().map(|drawn| drawn.stroke).collect();
        for stroke in strokes {
            let look = style::of_stroke(stroke);
            let words = stroke.words(org);
            legend.push((look, words));
        }
        legend
    }

    /// What is to be known besides: how many lines leave it, and how many rest on an
    /// assumption.
    pub(super) fn notes(&self, chart: &Chart<'_>) -> Vec<String> {
        let org = chart.org;
        let counted = |what: &str, lines: &BTreeMap<Stroke, usize>| {
            let counts = lines.iter();
            let counts: Vec<String> = counts
                .map(|(stroke, count)| format!("{count} {}", stroke.words(org)))
                .collect();
            (!counts.is_empty()).then(|| format!("{what}: {}", counts.join(", ")))
        };
        let left_out = counted("Lines to posts not shown", &self.not_shown);
        let assumed = counted("Of the lines shown, assumed", &self.assumed);
        let empty = self.cards.is_empty().then(|| "No posts to show".to_owned());
        let own = empty.into_iter().chain(left_out).chain(assumed);
        own.chain(chart.notes.iter().cloned()).collect()
    }

    /// The chart in a sentence or two.
    pub(super) fn description(&self, org: &Organisation) -> String {
        let under = self
            .cards
            .iter()
            .filter(|card| card.above.is_some())
            .count();
        let layers = self
            .cards
            .iter()
            .map(|card| card.layer + 1)
            .max()
            .unwrap_or(0);
        let mut counts: BTreeMap<Stroke, usize> = BTreeMap::new();
        for drawn in &self.drawn {
            *counts.entry(drawn.stroke).or_default() += 1;
        }
        let mut lines = vec![format!("{under} {}", org.kind_title(self.tree))];
        lines.extend(
            counts
                .iter()
                .map(|(stroke, count)| format!("{count} {}", stroke.words(org))),
        );
        let posts = match self.cards.len() {
            1 => "1 post".to_owned(),
            posts => format!("{posts} posts"),
        };
        let layers = match layers {
            1 => "1 layer".to_owned(),
            layers => format!("{layers} layers"),
        };
        let lines = lines.join(", ");
        format!("An organisation chart: {posts} in {layers}; lines: {lines}.")
    }
}
