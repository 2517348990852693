//! What a fault on the way up leaves open of lines that go through the operational
//! chain.

use answerable::Accountability::Clinical;
use answerable::{Document, Organisation, Superior};

/// Whose clinical lines each problem leaves open, in the order in which it lists
/// them.
fn open(text: &str) -> Vec<Vec<String>> {
    let areas = "[profession.nursing]\n[unit.ward]\n[unit.clinic]\n[unit.office]\n";
    let text = format!("{areas}{text}\n[post.chief]\ntitle = 'Chief'");
    let document = Document::from_toml(&text).expect("TOML that can be read");
    let salvage = Organisation::salvage(document);
    let problems = salvage.problems.iter().map(|problem| {
        let places = problem.left_out().iter();
        let clinical = places.filter(|place| place.key() == Some("clinical"));
        let posts = clinical.filter_map(|place| place.id());
        for post in posts.clone() {
            let post = salvage.organisation.post(post).expect("it is kept");
            let Superior::Unstated(Some(why)) = post.superior(Clinical) else {
                unreachable!("{post:?} has no reason");
            };
            assert!(problem.to_string().ends_with(why.why()), "{post:?}");
        }
        posts.map(str::to_owned).collect()
    });
    problems.collect()
}

fn rule(keys: &str) -> String {
    format!("[[head]]\nkind = 'clinical'\npost = 'chief'\nthrough = 'operational'\n{keys}\n")
}

#[test]
fn a_chain_that_breaks_off_leaves_open_what_goes_through_it_rule_by_rule() {
    let rules = rule("unit = 'ward'") + &rule("unit = 'clinic'");
    let posts = "
        [post.nurse]
        title = 'Nurse'
        unit = 'clinic'
        operational = 'director'
        [post.director]
        title = 'Director'
        operational = 'nobody'
        [post.manager]
        title = 'Manager'
        operational = 'director'
        [post.sister]
        title = 'Sister'
        unit = 'ward'
        operational = 'manager'
        [post.doctor]
        title = 'Doctor'
        unit = 'ward'
        operational = 'chief'";
    assert_eq!(open(&(rules + posts)), [["sister", "nurse"]]);
}

#[test]
fn a_rule_whose_head_is_not_known_breaks_the_chain_off() {
    let rules = rule("unit = 'ward'") + "[[head]]\nkind = 'operational'\nunit = 'office'\n";
    let posts = "
        post = 'nobody'
        [post.manager]
        title = 'Manager'
        unit = 'office'
        [post.matron]
        title = 'Matron'
        operational = 'manager'
        [post.sister]
        title = 'Sister'
        unit = 'ward'
        operational = 'matron'
        [post.nurse]
        title = 'Nurse'
        unit = 'ward'
        operational = 'manager'";
    assert_eq!(open(&(rules + posts)), [["sister", "nurse"]]);
}

#[test]
fn of_a_post_in_doubt_twice_it_is_the_unit_that_leaves_open_who_goes_through() {
    let posts = "
        [post.matron]
        title = 'Matron'
        unit = 'nowhere'
        profession = 'none'
        [post.manager]
        title = 'Manager'
        operational = 'matron'
        [post.sister]
        title = 'Sister'
        unit = 'ward'
        profession = 'nursing'
        operational = 'manager'
        [post.nurse]
        title = 'Nurse'
        unit = 'ward'
        profession = 'nursing'
        operational = 'matron'";
    let found = open(&(rule("unit = 'ward'\nprofession = 'nursing'") + posts));
    assert_eq!(found, [vec!["matron", "sister", "nurse"], vec![]]);
}
