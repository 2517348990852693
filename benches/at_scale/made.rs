//! A made organisation: its facts by the number of each post in the document.

use crate::dice::{Dice, NONE, number};
use crate::lines::{clinical, deputies, professional};
use crate::plan::Plan;
use crate::words::{
    DIETETICS, GRADES, LEADERS, MANAGERS, MOST_HOLDERS, PROFESSIONS, SERVICES, STAFF,
};

const SEED: u64 = 0x5eed;

pub(crate) struct Made {
    pub(crate) ids: Vec<String>,
    pub(crate) titles: Vec<String>,
    /// Among the titles.
    pub(crate) title: Vec<u16>,
    pub(crate) grade: Vec<u8>,
    pub(crate) profession: Vec<Option<u8>>,
    pub(crate) unit: Vec<u32>,
    /// The number of the person, or nothing.
    pub(crate) holder: Vec<u32>,
    pub(crate) vacant: Vec<bool>,
    /// The superiors in effect, operational, professional and clinical.
    pub(crate) superior: [Vec<u32>; 3],
    /// Whose professional line is by rule.
    pub(crate) by_rule: Vec<bool>,
    /// Whose clinical superior is said to be not stated.
    pub(crate) unstated: Vec<bool>,
    /// Deputies in order and whether they are onward, by post.
    pub(crate) deputies: Vec<Vec<(u32, bool)>>,
    pub(crate) units: Vec<MadeUnit>,
    pub(crate) heads: Vec<MadeHead>,
    /// The chief executives of the trusts.
    pub(crate) chiefs: Vec<u32>,
    pub(crate) deepest: u8,
}

pub(crate) struct MadeUnit {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) within: Option<u32>,
}

/// A professional headship of dietetics.
pub(crate) struct MadeHead {
    pub(crate) unit: u32,
    pub(crate) post: u32,
}

impl Made {
    pub(crate) fn new(posts: usize) -> Self {
        let mut dice = Dice::new(SEED);
        let plan = Plan::grow(posts, &mut dice);
        let places = Places::shuffled(&plan, &mut dice);
        let told = [
            plan.superior.clone(),
            professional(&plan, &mut dice),
            clinical(&plan, &mut dice),
        ];
        let mut made = Self {
            ids: ids(&plan),
            titles: titles(),
            title: vec![0; posts],
            grade: vec![0; posts],
            profession: vec![None; posts],
            unit: vec![0; posts],
            holder: vec![NONE; posts],
            vacant: vec![false; posts],
            superior: told.map(|superior| places.moved(&superior)),
            by_rule: vec![false; posts],
            unstated: vec![false; posts],
            deputies: vec![Vec::new(); posts],
            units: Vec::new(),
            heads: Vec::new(),
            chiefs: plan
                .trusts
                .iter()
                .map(|trust| places.at[trust.start])
                .collect(),
            deepest: plan.depth.iter().copied().max().unwrap_or(0),
        };
        for deputy in deputies(&plan, &mut dice) {
            let of = &mut made.deputies[places.at[deputy.of as usize] as usize];
            of.push((places.at[deputy.post as usize], deputy.onward));
        }
        made.make_units(&plan, &places);
        made.make_seats(&plan, &places, &mut dice);
        made.make_heads(&plan, &places);
        made
    }

    pub(crate) fn posts(&self) -> usize {
        self.ids.len()
    }

    /// How many posts have a line of each kind.
    pub(crate) fn lines(&self) -> [usize; 3] {
        let known = |superior: &&u32| **superior != NONE;
        std::array::from_fn(|kind| self.superior[kind].iter().filter(known).count())
    }

    pub(crate) fn holders(&self) -> usize {
        self.holder.iter().filter(|&&holder| holder != NONE).count()
    }

    /// A unit for the whole, one for each trust, and within it one for each of its
    /// first managers: a hundred posts a unit.
    fn make_units(&mut self, plan: &Plan, places: &Places) {
        self.units.push(MadeUnit {
            id: "nhs".to_owned(),
            title: "National Health Service".to_owned(),
            within: None,
        });
        for (trust, range) in plan.trusts.iter().enumerate() {
            let code = code(trust);
            let mut left = range.len() / 100;
            let mut count = 0;
            for post in range.clone() {
                let at = places.at[post] as usize;
                let above = places.at[plan.superior[post] as usize] as usize;
                self.unit[at] = self.unit[above];
                if post == range.start || (left > 0 && plan.is_manager(post)) {
                    left = left.saturating_sub(1);
                    let service = SERVICES[count % SERVICES.len()];
                    self.units.push(MadeUnit {
                        id: format!("{code}-{}-{count}", key(service)),
                        title: format!("{service} {count}"),
                        within: Some(self.unit[above]),
                    });
                    self.unit[at] = number(self.units.len() - 1);
                    count += 1;
                }
            }
        }
    }

    fn make_seats(&mut self, plan: &Plan, places: &Places, dice: &mut Dice) {
        let mut people = 0;
        for post in 0..plan.len() {
            let at = places.at[post] as usize;
            let service = dice.below(SERVICES.len());
            let (role, grade) = if !plan.is_manager(post) {
                let role = dice.below(STAFF.len());
                self.profession[at] = STAFF[role].1;
                (LEADERS.len() + MANAGERS.len() + role, dice.below(6))
            } else if plan.depth[post] <= 4 {
                (dice.below(LEADERS.len()), 8 + dice.below(4))
            } else {
                (
                    LEADERS.len() + dice.below(MANAGERS.len()),
                    5 + dice.below(4),
                )
            };
            let title = role * SERVICES.len() + service;
            self.title[at] = u16::try_from(title).expect("a few hundred titles");
            self.grade[at] = u8::try_from(grade).expect("twelve grades");
            if dice.one_in(3) {
                self.holder[at] = people;
                people += 1;
            } else {
                self.vacant[at] = dice.one_in(25);
            }
            self.unstated[at] = self.superior[2][at] == NONE && dice.one_in(500);
        }
        assert!((people as usize) < MOST_HOLDERS, "too few names");
    }

    /// In one trust of ten, a director is professionally accountable for all
    /// dietitians who have no professional superior of their own.
    fn make_heads(&mut self, plan: &Plan, places: &Places) {
        for trust in plan.trusts.iter().step_by(10) {
            let head = places.at[trust.start + 2];
            for post in trust.clone() {
                let at = places.at[post] as usize;
                let is_covered = self.profession[at] == Some(DIETETICS);
                if is_covered && self.superior[1][at] == NONE && places.at[post] != head {
                    self.superior[1][at] = head;
                    self.by_rule[at] = true;
                }
            }
            self.heads.push(MadeHead {
                unit: self.unit[places.at[trust.start] as usize],
                post: head,
            });
        }
        assert!(usize::from(DIETETICS) < PROFESSIONS.len() && GRADES.len() == 12);
    }
}

/// Where each planned post stands in the document: trusts one after another, in
/// random order inside.
struct Places {
    at: Vec<u32>,
}

impl Places {
    fn shuffled(plan: &Plan, dice: &mut Dice) -> Self {
        let mut at: Vec<u32> = (0..number(plan.len())).collect();
        for trust in &plan.trusts {
            dice.shuffle(&mut at[trust.clone()]);
        }
        Self { at }
    }

    fn moved(&self, superior: &[u32]) -> Vec<u32> {
        let mut moved = vec![NONE; superior.len()];
        for (post, &above) in superior.iter().enumerate() {
            if above != NONE {
                moved[self.at[post] as usize] = self.at[above as usize];
            }
        }
        moved
    }
}

/// Ids in document order.
fn ids(plan: &Plan) -> Vec<String> {
    let central = plan.trusts.first().map_or(0, |trust| trust.start);
    let mut ids: Vec<String> = (0..central).map(|at| format!("nhs-{at:06}")).collect();
    for (trust, range) in plan.trusts.iter().enumerate() {
        let code = code(trust);
        ids.extend((0..range.len()).map(|at| format!("{code}-{at:06}")));
    }
    ids
}

/// The code of a trust: `r3a`.
fn code(trust: usize) -> String {
    let digits = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let digit = |at: usize| char::from(digits[at % digits.len()]);
    format!("r{}{}", digit(trust / digits.len() * 5 + 29), digit(trust))
}

/// A name as part of an id.
fn key(name: &str) -> String {
    name.to_lowercase().replace(" & ", "-").replace(' ', "-")
}

/// Every role in every service.
fn titles() -> Vec<String> {
    let roles = LEADERS.iter().chain(&MANAGERS).copied();
    let roles = roles.chain(STAFF.iter().map(|(role, _)| *role));
    roles
        .flat_map(|role| SERVICES.map(|service| format!("{role}, {service}")))
        .collect()
}
