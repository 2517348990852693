//! Charts to draw: organisations of any shape, and options.

use std::fmt;

use answerable::{
    Accountability, Chart, Colouring, Direction, Disclosure, Document, HeadshipRecord,
    Organisation, ProfessionRecord, Seats, UnitRecord,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::super::records::{End, KINDS, Told};
use super::super::strategies::{raw, told};
use super::super::tidy::tidied;
use super::words::{At, Manner, Words};

/// The relation that is the same from both ends.
pub(super) const WORKS_WITH: usize = 2;

/// Which chart of it.
#[expect(clippy::struct_excessive_bools, reason = "as many options")]
#[derive(Debug, Clone)]
pub(super) struct Options {
    pub(super) kinds: Option<Vec<usize>>,
    pub(super) deputies: bool,
    pub(super) links: bool,
    pub(super) root: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) depth: Option<usize>,
    pub(super) most: Option<usize>,
    pub(super) direction: Option<Direction>,
    pub(super) title: bool,
    pub(super) legend: bool,
    pub(super) disclosure: Disclosure,
    pub(super) colouring: Colouring,
}

impl Options {
    /// Everything there is to draw.
    pub(super) fn all() -> Self {
        Self {
            kinds: None,
            deputies: true,
            links: true,
            root: None,
            unit: None,
            depth: None,
            most: None,
            direction: None,
            title: false,
            legend: true,
            disclosure: Disclosure::HoldersAndGrades,
            colouring: Colouring::Unit,
        }
    }
}

#[derive(Clone)]
pub(super) struct Case {
    pub(super) told: Told,
    pub(super) words: Words,
    pub(super) options: Options,
}

/// As a document, for whoever looks into it.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let org = self.organisation();
        write!(f, "{:?}\n{:.6000}", self.options, org.to_toml())
    }
}

impl Case {
    pub(super) fn worded(&self, manner: Manner) -> Self {
        let mut case = self.clone();
        case.words.manner = manner;
        case
    }

    pub(super) fn grade(&self, post: usize) -> Option<String> {
        (post % 3 == 1).then(|| self.words.of(At::Grade(post)))
    }

    pub(super) fn seats(&self, post: usize) -> Option<Seats> {
        let is_seat = self.told.posts[post].sort == super::super::records::Sort::Individual;
        match post % 11 {
            3 if is_seat => Some(Seats::Number(6)),
            7 if is_seat => Some(Seats::NotStated),
            _ => None,
        }
    }

    /// The kind by its title.
    pub(super) fn kind_title(&self, kind: usize) -> String {
        self.words.of(At::Kind(kind))
    }

    fn document(&self) -> Document {
        let mut document = Document::new(self.words.of(At::Whole));
        for (number, kind) in KINDS.into_iter().enumerate() {
            document = document.kind_titled(kind, self.kind_title(number));
        }
        for (number, told) in self.told.professions.iter().enumerate() {
            let title = self.words.of(At::Profession(number));
            let mut area = ProfessionRecord::new(&told.id, title);
            area.within = told.within.as_deref().map(Into::into);
            document.push_profession(area);
        }
        for (number, told) in self.told.units.iter().enumerate() {
            let mut area = UnitRecord::new(&told.id, self.words.of(At::Unit(number)));
            area.within = told.within.as_deref().map(Into::into);
            document.push_unit(area);
        }
        for rule in &self.told.heads {
            let kind = KINDS[rule.kind];
            let mut record = match &rule.head {
                Some(post) => HeadshipRecord::new(kind, &rule.unit, post),
                None => HeadshipRecord::unstated(kind, &rule.unit, self.words.of(At::Why)),
            };
            record.profession.clone_from(&rule.profession);
            record.through_operational = rule.through;
            document.push_headship(record);
        }
        // The plain records, under other words.
        for (number, mut post) in self.told.document().posts().enumerate() {
            post.title = Some(self.words.of(At::Post(number)));
            for (at, holder) in post.holders.iter_mut().enumerate() {
                holder.name = self.words.of(At::Holder(number, at));
            }
            post.grade = self.grade(number);
            post.seats = self.seats(number);
            document.push_post(post);
        }
        document
    }

    pub(super) fn organisation(&self) -> Organisation {
        Organisation::try_from(self.document()).expect("sound records")
    }

    pub(super) fn chart<'o>(&self, org: &'o Organisation) -> Chart<'o> {
        let options = &self.options;
        let mut chart = org.chart().disclosing(options.disclosure);
        chart = chart.coloured_by(options.colouring);
        if let Some(kinds) = &options.kinds {
            chart = chart.kinds(kinds.iter().map(|&kind| KINDS[kind]));
        }
        if options.deputies {
            chart = chart.with_deputies();
        }
        if options.links {
            chart = chart.with_links();
        }
        if let Some(root) = options.root {
            let root = org.post(&self.told.posts[root].id);
            chart = chart.below(root.expect("each post is there"));
        }
        if let Some(unit) = options.unit {
            let unit = org.unit(&self.told.units[unit].id);
            chart = chart.of_unit(unit.expect("each unit is there"));
        }
        if let Some(depth) = options.depth {
            chart = chart.to_depth(depth);
        }
        if let Some(most) = options.most {
            chart = chart.at_most(most);
        }
        if let Some(direction) = options.direction {
            chart = chart.growing(direction);
        }
        if options.title {
            chart = chart.titled(self.title());
        }
        if options.legend {
            chart
        } else {
            chart.without_legend()
        }
    }

    /// The title over the chart.
    pub(super) fn title(&self) -> String {
        if self.options.title {
            return self.words.title();
        }
        let options = &self.options;
        let unit = options.unit.map(|unit| self.words.of(At::Unit(unit)));
        let root = options.root.map(|root| self.words.of(At::Post(root)));
        let parts: Vec<String> = unit.into_iter().chain(root).collect();
        let whole = self.words.of(At::Whole);
        if parts.is_empty() {
            return whole;
        }
        format!("{whole}: {}", parts.join(", "))
    }
}

fn options(posts: usize, units: usize) -> impl Strategy<Value = Options> {
    let places = (any::<[u8; 4]>(), any::<[u8; 4]>());
    (any::<[u8; 8]>(), places).prop_map(move |(luck, (places, picks))| {
        let some = |at: usize, often: u8, of: usize| {
            (places[at] < often && of > 0).then(|| usize::from(picks[at]) % of)
        };
        Options {
            kinds: (luck[0] < 150 && luck[1] % 8 > 0)
                .then(|| (0..3).filter(|kind| luck[1] >> kind & 1 > 0).collect()),
            deputies: luck[2] < 160,
            links: luck[3] < 160,
            root: some(0, 60, posts),
            unit: some(1, 50, units),
            depth: some(2, 60, 6),
            most: some(3, 60, 20),
            direction: [None, Some(Direction::Down), Some(Direction::Right)]
                [usize::from(luck[4] % 3)],
            title: luck[5] % 4 == 0,
            legend: luck[5] / 4 % 4 > 0,
            disclosure: [
                Disclosure::HoldersAndGrades,
                Disclosure::Holders,
                Disclosure::Grades,
                Disclosure::Posts,
            ][usize::from(luck[6].leading_zeros().min(3) as u8)],
            colouring: [Colouring::Unit, Colouring::Profession, Colouring::Plain]
                [usize::from(luck[7] % 3)],
        }
    })
}

/// Any organisation of so many posts, under any words, and any chart of it.
pub(super) fn charted(posts: std::ops::Range<usize>) -> impl Strategy<Value = Case> {
    let words = vec(any::<u16>(), 61);
    (raw(posts), words).prop_flat_map(|(raw, numbers)| {
        let mut told = tidied(told(&raw));
        for post in &mut told.posts {
            post.links.dedup();
        }
        untwin(&mut told);
        let words = Words::new(numbers);
        let options = options(told.posts.len(), told.units.len());
        (Just(told), Just(words), options).prop_map(|(told, words, options)| Case {
            told,
            words,
            options,
        })
    })
}

/// Leaves what is told from both ends told from the first.
fn untwin(told: &mut Told) {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for seat in &mut told.posts {
        let own = seat.id.clone();
        seat.links.retain(|(relation, end)| match end {
            End::Post(to) if *relation == WORKS_WITH => {
                pairs.push((own.clone(), to.clone()));
                !pairs.contains(&(to.clone(), own.clone()))
            }
            _ => true,
        });
    }
}

/// What an accountability is called in a picture.
pub(super) fn class(kind: usize) -> &'static str {
    match KINDS[kind] {
        Accountability::Operational => "operational",
        Accountability::Professional => "professional",
        Accountability::Clinical => "clinical",
        _ => "",
    }
}
