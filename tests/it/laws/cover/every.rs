//! Laws 11, 12, 15 and 20 on every map of single deputies of five posts: each post
//! is vacant or not and has one of the five, itself included, or nobody as its
//! deputy: 248,832 maps, with every arrangement onward and with none.

use answerable::{
    Absences, Accountability::Operational, Acting, Considered, DeputyRecord, How,
    InvalidOrganisation, Organisation, Post, PostRecord,
};

const COUNT: usize = 5;
const NAMES: [&str; COUNT] = ["d", "a", "e", "b", "c"];
/// Whom each answers to; nobody is said to be above the first and the last.
const ABOVE: [Option<usize>; COUNT] = [None, Some(0), Some(0), Some(2), None];

#[derive(Debug, Clone, Copy)]
struct Map {
    deputy: [Option<usize>; COUNT],
    vacant: [bool; COUNT],
}

fn maps() -> impl Iterator<Item = Map> {
    (0..12_usize.pow(5)).map(|mut number| {
        let mut map = Map {
            deputy: [None; COUNT],
            vacant: [false; COUNT],
        };
        for post in 0..COUNT {
            map.vacant[post] = number % 2 > 0;
            map.deputy[post] = (number / 2 % 6).checked_sub(1);
            number /= 12;
        }
        map
    })
}

fn made(map: &Map, is_onward: bool) -> Result<Organisation, InvalidOrganisation> {
    Organisation::from_posts((0..COUNT).map(|post| {
        let mut record = PostRecord::new(NAMES[post], NAMES[post]);
        if map.vacant[post] {
            record = record.vacant();
        }
        if let Some(deputy) = map.deputy[post] {
            let deputy = DeputyRecord::new(NAMES[deputy]);
            let deputy = if is_onward { deputy.onward() } else { deputy };
            record = record.deputised_by([deputy]);
        }
        match ABOVE[post] {
            Some(above) => record.accountable_to(NAMES[above], Operational),
            None => record,
        }
    }))
}

/// The posts asked for one post without reversion: itself, its deputy, and if all
/// are onward that deputy's, and so on round.
fn asked(map: &Map, is_onward: bool, post: usize) -> Vec<usize> {
    let mut asked = vec![post];
    while let Some(deputy) = map.deputy[asked[asked.len() - 1]] {
        if asked.contains(&deputy) || asked.len() > 1 && !is_onward {
            break;
        }
        asked.push(deputy);
    }
    asked
}

/// Who acts, how many arrangements and how many superiors away.
fn expected(map: &Map, is_onward: bool, post: usize) -> (Option<usize>, usize, usize) {
    let mut at = post;
    for layers in 0.. {
        let asked = asked(map, is_onward, at);
        if let Some(removes) = asked.iter().position(|&of| !map.vacant[of]) {
            return (Some(asked[removes]), removes, layers);
        }
        match ABOVE[at] {
            Some(above) => at = above,
            None => return (None, 0, layers),
        }
    }
    (None, 0, 0)
}

fn check(map: &Map, is_onward: bool, org: &Organisation) {
    let posts: Vec<Post<'_>> = org.posts().collect();
    let away = Absences::none();
    let covers = org.who_acts(&away);
    let terms = map.deputy.iter().flatten().count();
    for (at, &post) in posts.iter().enumerate() {
        let (who, removes, layers) = expected(map, is_onward, at);
        let at_once = covers.of(post).expect("a post of this organisation");
        let alone = post.who_acts(&away);
        for cover in [&at_once, &alone] {
            match (cover.acting(), who) {
                (Acting::Itself, Some(who)) => assert_eq!(who, at, "{map:?}"),
                (Acting::One(one), Some(who)) => assert_eq!(*one, posts[who], "{map:?}"),
                (Acting::Nobody(_), None) => {}
                other => unreachable!("{other:?} {map:?}"),
            }
            let how = match (who, removes, layers) {
                (Some(_), 1.., _) => Some(How::Deputy),
                (Some(_), 0, 1..) => Some(How::Superior),
                _ => None,
            };
            let told = (cover.how(), cover.removes(), cover.layers());
            assert_eq!(told, (how, removes, layers), "{map:?}");
        }
        let trace = alone.trace();
        assert!(trace.steps().len() <= 1 + terms + layers, "{map:?}");
        let acts = trace
            .steps()
            .iter()
            .filter(|step| step.passed_over().is_none());
        let acts: Vec<_> = acts.map(Considered::post).collect();
        let who: Vec<_> = who.map(|who| posts[who]).into_iter().collect();
        assert_eq!(acts, who, "{map:?}");
    }
}

fn on_every_map(is_onward: bool) {
    let mut sound = 0;
    for map in maps() {
        let is_sound = (0..COUNT).all(|post| map.deputy[post] != Some(post));
        // Those that are refused are refused on any terms: tried once.
        if !is_sound && !is_onward {
            continue;
        }
        let org = made(&map, is_onward);
        assert_eq!(org.is_ok(), is_sound, "{map:?}");
        if let Ok(org) = org {
            sound += 1;
            check(&map, is_onward, &org);
        }
    }
    assert_eq!(sound, 10_usize.pow(5));
}

#[test]
fn laws_11_12_15_20_on_every_map_of_onward_deputies() {
    on_every_map(true);
}

#[test]
fn laws_11_12_15_20_on_every_map_of_deputies() {
    on_every_map(false);
}
