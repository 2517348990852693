//! Organisations and days on which many are away.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::records::{Deputy, Person, Rank, Sort, Told, Topic};
use super::super::strategies::{raw, told};
use super::super::tidy::tidied;
use super::oracle::Day;

/// Numbers from which the cover of a post is made; all zero is the plainest.
#[derive(Debug, Clone)]
struct RawPost {
    vacant: u8,
    absent: u8,
    holders: Vec<(u8, u8)>,
    /// Which of its holders is away.
    away: (u8, u8),
    nominee: (u8, u8),
    ranks: Vec<Vec<RawDeputy>>,
}

#[derive(Debug, Clone)]
struct RawDeputy {
    post: u8,
    limited: u8,
    matters: u8,
    attends: u8,
    onward: u8,
}

/// How often things are so, of 256, and how deputies are found.
#[derive(Debug, Clone)]
struct Mood {
    vacant: u8,
    absent: u8,
    away: u8,
    nominated: u8,
    limited: u8,
    attends: u8,
    onward: u8,
    /// The next ones round, a few, those three posts on, or any.
    shape: u8,
    /// Before which post hardly anyone is there.
    deserted: u8,
}

fn deputy() -> impl Strategy<Value = RawDeputy> {
    any::<[u8; 5]>().prop_map(|[post, limited, matters, attends, onward]| RawDeputy {
        post,
        limited,
        matters,
        attends,
        onward,
    })
}

fn post() -> impl Strategy<Value = RawPost> {
    let ranks = vec(vec(deputy(), 1..4), 0..3);
    let holders = vec(any::<(u8, u8)>(), 0..3);
    let luck = (
        any::<u8>(),
        any::<u8>(),
        any::<(u8, u8)>(),
        any::<(u8, u8)>(),
    );
    (luck, holders, ranks).prop_map(
        |((vacant, absent, away, nominee), holders, ranks)| RawPost {
            vacant,
            absent,
            holders,
            away,
            nominee,
            ranks,
        },
    )
}

fn mood() -> impl Strategy<Value = Mood> {
    let often = || prop_oneof![Just(0_u8), Just(90), Just(200), Just(255)];
    let seldom = || prop_oneof![Just(0_u8), Just(20), Just(80)];
    let lucks = (seldom(), often(), seldom(), seldom(), 0..9_u8);
    let terms = (seldom(), seldom(), often(), any::<u8>());
    (lucks, terms).prop_map(
        |((vacant, absent, away, nominated, deserted), (limited, attends, onward, shape))| Mood {
            vacant,
            absent: absent.saturating_sub(40),
            away,
            nominated: nominated.saturating_mul(2),
            limited,
            attends,
            onward,
            shape,
            deserted,
        },
    )
}

/// One in which it is the deputies of deputies that act.
fn far() -> impl Strategy<Value = Mood> {
    (mood(), 0..80_u8, 2..8_u8).prop_map(|(mood, absent, deserted)| Mood {
        vacant: mood.vacant / 4,
        absent,
        away: mood.away / 4,
        limited: mood.limited / 4,
        attends: mood.attends / 4,
        onward: 240,
        deserted,
        ..mood
    })
}

/// One in which many ways lead through deputies who are away to few who are not.
fn tangled() -> impl Strategy<Value = Mood> {
    (60..180_u8, 7..14_u8, 2..4_u8).prop_map(|(absent, deserted, shape)| Mood {
        vacant: 0,
        absent,
        away: 0,
        nominated: 0,
        limited: 0,
        attends: 0,
        onward: 250,
        shape,
        deserted,
    })
}

/// A sound organisation, and a day on which a question is asked of it.
pub(in crate::laws) fn covered() -> impl Strategy<Value = (Told, Day)> {
    let topics = vec(any::<(u8, u8)>(), 0..TOPICS);
    let posts = vec(post(), MOST);
    let reverts = prop_oneof![4 => Just(None), 4 => Just(Some(true)), 1 => Just(Some(false))];
    let lines = prop_oneof![
        2 => (raw(4..MOST), mood()),
        2 => (raw(4..MOST), far()),
        1 => (raw(11..MOST), tangled()),
    ];
    (lines, posts, topics, reverts, any::<(u8, u8)>()).prop_map(
        |((lines, mood), posts, topics, reverts, matter)| {
            let mut told = told(&lines);
            told.reverts = reverts;
            told.matters = topics.iter().enumerate().map(topic).collect();
            let raw = RawCover { mood, posts };
            raw.people(&mut told);
            raw.arrange(&mut told);
            let told = tidied(told);
            let day = raw.day(&told, matter);
            (told, day)
        },
    )
}

/// As many posts, less one, and as many matters.
const MOST: usize = 18;
const TOPICS: usize = 4;

fn topic_id(number: usize) -> String {
    format!("topic {}", 7 - number % TOPICS)
}

fn topic((at, &(kind, personal)): (usize, &(u8, u8))) -> Topic {
    Topic {
        id: topic_id(at),
        kind: usize::from(kind % 4).checked_sub(1),
        personal: personal < 60,
    }
}

struct RawCover {
    mood: Mood,
    posts: Vec<RawPost>,
}

/// One of few people, so that several posts have one: by name, or by an id under
/// which they are called one thing or another.
fn person((who, by): (u8, u8)) -> Person {
    let who = who % 14;
    let name = match by % 4 {
        3 => (who + 1) % 14,
        _ => who,
    };
    Person {
        name: format!("Holder {name}"),
        id: (by % 4 > 1).then(|| format!("h{who}")),
    }
}

impl RawCover {
    fn people(&self, told: &mut Told) {
        for (seat, raw) in told.posts.iter_mut().zip(&self.posts) {
            seat.vacant = raw.vacant < self.mood.vacant && seat.sort != Sort::Body;
            seat.holders.clear();
            if seat.sort != Sort::Body && !seat.vacant {
                seat.holders.extend(raw.holders.iter().copied().map(person));
            }
        }
    }

    fn arrange(&self, told: &mut Told) {
        let individuals = individuals(told);
        for at in 0..told.posts.len() {
            let deputy = |raw: &RawDeputy| {
                let others: Vec<usize> =
                    individuals.iter().copied().filter(|&of| of != at).collect();
                let after = others.iter().filter(|&&of| of < at).count();
                let pick = usize::from(raw.post);
                let place = match self.mood.shape % 4 {
                    0 => after + pick % 2,
                    1 => pick % 4,
                    2 => (at / 3 + 1) * 3 - 1 + pick % 3,
                    _ => pick,
                };
                let matters = (0..TOPICS).filter(|of| raw.matters >> of & 1 > 0);
                let is_limited = raw.limited < self.mood.limited;
                Some(Deputy {
                    post: told.posts[others[place.checked_rem(others.len())?]]
                        .id
                        .clone(),
                    matters: matters.map(topic_id).filter(|_| is_limited).collect(),
                    attends: raw.attends < self.mood.attends,
                    onward: raw.onward < self.mood.onward,
                })
            };
            let rank = |pool: &Vec<RawDeputy>| Rank {
                is_pool: pool.len() > 1,
                of: pool.iter().filter_map(deputy).collect(),
            };
            let ranks = self.posts[at].ranks.iter().map(rank);
            let ranks: Vec<Rank> = ranks.filter(|rank| !rank.of.is_empty()).collect();
            let seat = &mut told.posts[at];
            seat.deputies = if seat.sort == Sort::Individual {
                ranks
            } else {
                vec![]
            };
        }
    }

    fn day(&self, told: &Told, (is_general, matter): (u8, u8)) -> Day {
        let mut day = Day::default();
        let individuals = individuals(told);
        for (at, (seat, raw)) in told.posts.iter().zip(&self.posts).enumerate() {
            let is_deserted = at < usize::from(self.mood.deserted) && raw.absent < 230;
            if seat.sort != Sort::Body && (is_deserted || raw.absent < self.mood.absent) {
                day.absent.push(at);
            }
            let holder = usize::from(raw.away.1).checked_rem(seat.holders.len());
            let holder = holder.filter(|_| raw.away.0 < self.mood.away);
            day.away.extend(holder.map(|of| (at, of)));
            let others: Vec<usize> = individuals.iter().copied().filter(|&of| of != at).collect();
            let is_nominated = seat.sort == Sort::Individual && raw.nominee.0 < self.mood.nominated;
            let nominee = usize::from(raw.nominee.1).checked_rem(others.len());
            let nominee = nominee.filter(|_| is_nominated);
            day.nominees.extend(nominee.map(|of| (at, others[of])));
        }
        let matters = matters(told);
        day.matter = usize::from(matter)
            .checked_rem(matters.len())
            .filter(|_| is_general < 180)
            .map(|at| matters[at].clone());
        day
    }
}

fn individuals(told: &Told) -> Vec<usize> {
    let is_individual = |at: &usize| told.posts[*at].sort == Sort::Individual;
    (0..told.posts.len()).filter(is_individual).collect()
}

/// The matters that are known: declared, or named by an arrangement.
pub(super) fn matters(told: &Told) -> Vec<String> {
    let declared = told.matters.iter().map(|topic| topic.id.clone());
    let ranks = told.posts.iter().flat_map(|seat| &seat.deputies);
    let named = ranks
        .flat_map(|rank| &rank.of)
        .flat_map(|of| of.matters.clone());
    let mut matters: Vec<String> = Vec::new();
    for matter in declared.chain(named) {
        if !matters.contains(&matter) {
            matters.push(matter);
        }
    }
    matters
}
