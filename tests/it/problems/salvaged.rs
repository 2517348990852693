//! What a fault leaves open, and what it does not: the organisation that is
//! salvaged says no more than what was told for sure.

use answerable::Accountability::{Clinical, Professional};
use answerable::{Document, Organisation, Post, Salvage, Superior, Table};

/// A matron of a ward in a trust, whose nursing staff answer to the chief nurse by
/// rule; `{}` stands where a test says something else.
fn hospital(rules: &str, ward: &str, matron: &str) -> String {
    format!(
        "[profession.nursing]
        [profession.medicine]
        [unit.trust]
        [unit.ward]
        {ward}
        [unit.clinic]
        within = 'trust'
        [[head]]
        kind = 'professional'
        unit = 'trust'
        profession = 'nursing'
        post = 'chief'
        {rules}
        [post.chief]
        title = 'Chief Nurse'
        [post.sister]
        title = 'Sister'
        unit = 'clinic'
        profession = 'nursing'
        [post.matron]
        title = 'Matron'
        {matron}"
    )
}

const WARD: &str = "within = 'trust'";
const MATRON: &str = "unit = 'ward'\nprofession = 'nursing'";

fn salvaged(text: &str) -> Salvage {
    let document = Document::from_toml(text).expect("TOML that can be read");
    let salvage = Organisation::salvage(document);
    assert_eq!(salvage.problems.len(), 1, "{text}");
    salvage
}

/// To whom a post answers professionally: a post, or that it is not told, or that
/// a problem leaves it open.
fn superior(salvage: &Salvage, post: &str) -> String {
    let post = salvage
        .organisation
        .post(post)
        .expect("a post that is kept");
    let message = salvage.problems[0].to_string();
    match post.superior(Professional) {
        Superior::Known(line) => line.to().id().to_owned(),
        Superior::Unstated(Some(why)) if message.ends_with(why.why()) => "open".to_owned(),
        Superior::Unstated(None) => "not told".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn what_a_fault_of_a_post_leaves_open() {
    let cases = [
        // The unit, or the profession, decides which rule covers it.
        ("unti = 'ward'\nprofession = 'nursing'", "open"),
        ("unit = 5\nprofession = 'nursing'", "open"),
        ("unit = 'ward'\nprofesion = 'nursing'", "open"),
        ("unit = 'ward'\nprofession = 5", "open"),
        // It was said all the same.
        (
            "unit = 'ward'\nprofession = 'nursing'\nunti = 'ward'",
            "chief",
        ),
        (
            "unit = 'ward'\nprofession = 'nursing'\nprofesion = 'x'",
            "chief",
        ),
        (
            "unit = 'ward'\nprofession = { to = 'nursing', why = 5 }",
            "chief",
        ),
        // The line itself may have been meant.
        (
            "unit = 'ward'\nprofession = 'nursing'\nprofessionl = 'x'",
            "open",
        ),
        // This is nearer to the profession, and may have been meant for the line.
        (
            "unit = 'ward'\nprofession = 'nursing'\nprofessiona = 'x'",
            "open",
        ),
        ("unit = 'ward'\nprofession = 'nursing'\ngrade = 5", "chief"),
        ("unit = 'ward'\nprofession = 'nursing'\ncolour = 5", "chief"),
    ];
    for (matron, due) in cases {
        let salvage = salvaged(&hospital("", WARD, matron));
        assert_eq!(superior(&salvage, "matron"), due, "{matron}");
        assert_eq!(superior(&salvage, "sister"), "chief", "{matron}");
    }
}

#[test]
fn what_a_fault_of_a_unit_leaves_open() {
    let cases = [
        ("withn = 'trust'", "open"),
        ("within = 5", "open"),
        ("within = { to = 'trust', colour = 5 }", "open"),
        ("within = { to = 5 }", "open"),
        ("within = {}", "open"),
        ("within = { to = 'trust', why = 5 }", "chief"),
        ("within = 'trust'\nwithn = 'clinic'", "chief"),
        ("within = 'trust'\ncolour = 5", "chief"),
        ("within = 'trust'\ntitle = 5", "chief"),
        ("within = 'trust'\nbasis = { source = 5 }", "chief"),
        ("title = 5", "not told"),
        ("colour = 5", "not told"),
        ("basis = { colour = 5 }", "not told"),
    ];
    for (ward, due) in cases {
        let salvage = salvaged(&hospital("", ward, MATRON));
        assert_eq!(superior(&salvage, "matron"), due, "{ward}");
        assert_eq!(superior(&salvage, "sister"), "chief", "{ward}");
    }
}

#[test]
fn what_a_fault_of_a_rule_leaves_open() {
    let (kind, unit, post) = ("kind = 'professional'", "unit = 'ward'", "post = 'sister'");
    let nursing = "profession = 'nursing'";
    let rule = |keys: &[&str]| format!("[[head]]\n{}", keys.join("\n"));
    let cases = [
        // Known to be of the nursing staff of the ward, and of nobody else.
        (rule(&[kind, unit, nursing, "post = 5"]), ["open", "chief"]),
        (rule(&[kind, unit, nursing]), ["open", "chief"]),
        (
            rule(&[kind, unit, nursing, post, "unstated = 'being agreed'"]),
            ["open", "chief"],
        ),
        // It may cover anybody in the ward.
        (rule(&["kind = 5", unit, nursing, post]), ["open", "chief"]),
        (rule(&[unit, nursing, post]), ["open", "chief"]),
        (
            rule(&[kind, unit, post, "profession = 5"]),
            ["open", "chief"],
        ),
        (
            rule(&[kind, unit, nursing, post, "x = 5"]),
            ["open", "chief"],
        ),
        // It may cover anybody anywhere.
        (rule(&[kind, "unit = 5", nursing, post]), ["open", "open"]),
        (rule(&[kind, nursing, post]), ["open", "open"]),
        // It says what it covers, and who heads it.
        (
            rule(&[kind, unit, nursing, post, "why = 5"]),
            ["sister", "chief"],
        ),
    ];
    let found = cases.clone().map(|(rule, _)| {
        let salvage = salvaged(&hospital(&rule, WARD, MATRON));
        let found = ["matron", "sister"].map(|post| superior(&salvage, post));
        (rule, found)
    });
    let due = cases.map(|(rule, due)| (rule, due.map(String::from)));
    assert_eq!(found, due);
}

#[test]
fn a_rule_of_a_known_profession_leaves_others_alone() {
    let rule = |keys: &str| format!("[[head]]\nkind = 'professional'\nunit = 'ward'\n{keys}");
    let doctor = format!("{MATRON}\n[post.doctor]\ntitle = 'Doctor'\n")
        + "unit = 'ward'\nprofession = 'medicine'";
    let cases = [
        ("profession = 'nursing'\npost = 5", "not told"),
        ("profession = 'medicine'\npost = 5", "open"),
        // Of which profession is not known.
        ("profession = 5\npost = 'sister'", "open"),
        ("profesion = 'nursing'\npost = 'sister'", "open"),
    ];
    for (keys, due) in cases {
        let salvage = salvaged(&hospital(&rule(keys), WARD, &doctor));
        assert_eq!(superior(&salvage, "doctor"), due, "{keys}");
    }
}

fn salvaged_json(text: &str) -> Salvage {
    Organisation::salvage(serde_json::from_str(text).expect("JSON that can be read"))
}

#[test]
fn a_key_that_is_given_twice_alike_loses_nothing() {
    let salvage =
        salvaged_json(r#"{"post": {"board": {"title": "Board", "kind": "body", "kind": "body"}}}"#);
    let left_out = salvage.problems.iter().map(answerable::Problem::left_out);
    assert!(left_out.eq([[]]), "{:?}", salvage.problems);
    assert!(salvage.organisation.get("board").is_some());
}

#[test]
fn which_telling_of_an_entry_is_at_fault_is_told() {
    let salvage = salvaged_json(
        r#"{"unit": {
            "ward": {"title": 5}, "ward": {"title": 5}, "ward": {"title": 5},
            "clinic": {"title": 5}, "b\u0000": {}, "b\u0000": {}, "b\u0000": {}
        }}"#,
    );
    let places = salvage.problems.iter().map(answerable::Problem::place);
    let told = places.filter(|place| place.table() == Table::Unit && place.path().len() < 2);
    let told: Vec<_> = told
        .map(|place| (place.id().unwrap_or_default(), place.occurrence()))
        .collect();
    let due = [
        ("ward", 1),
        ("ward", 2),
        ("ward", 3),
        ("clinic", 1),
        ("b\0", 1),
        ("b\0", 2),
        ("b\0", 3),
    ];
    assert!(due.iter().all(|place| told.contains(place)), "{told:?}");
    assert!(told.iter().all(|place| due.contains(place)), "{told:?}");
}

#[test]
fn ranks_are_counted_among_the_deputies_that_are_left() {
    let salvage = salvaged(
        "[post.a]
        title = 'A'
        deputies = ['nobody', 'b', ['c', 'd']]
        [post.b]
        title = 'B'
        [post.c]
        title = 'C'
        [post.d]
        title = 'D'",
    );
    let post = salvage.organisation.post("a").expect("a post that is kept");
    let ranks: Vec<_> = post
        .deputies()
        .map(|terms| (terms.deputy().id(), terms.rank()))
        .collect();
    assert_eq!(ranks, [("b", 1), ("c", 2), ("d", 2)]);
}

#[test]
fn matters_are_left_out_where_it_is_unknown_what_they_are() {
    let with = |matter: &str| {
        salvaged(&format!(
            "[matter.m]\n{matter}\n[post.a]\ntitle = 'A'
            deputies = [{{ post = 'b', for = ['m'] }}]\n[post.b]\ntitle = 'B'"
        ))
    };
    for (matter, is_kept) in [
        ("title = 5", true),
        ("basis = { colour = 5 }", true),
        ("why = 5", true),
        ("personal = 5", false),
        ("kind = 5", false),
        ("persnal = true", false),
        ("colour = 5", false),
    ] {
        let org = with(matter).organisation;
        assert_eq!(org.matters().count() == 1, is_kept, "{matter}");
        let post = org.post("a").expect("a post that is kept");
        assert_eq!(post.deputies().len() == 1, is_kept, "{matter}");
    }
}

/// An id that is only referred to is that of no post, whoever refers to it.
#[test]
fn what_no_post_has_for_an_id_is_no_post() {
    let document = Document::from_toml(
        "[[head]]
        kind = 'clinical'
        unit = 'ward'
        post = 'head-ghost'
        [unit.ward]
        [post.a]
        title = 'A'
        operational = 'line-ghost'
        deputies = ['deputy-ghost']
        [post.board]
        title = 'Board'
        kind = 'body'
        chair = 'chair-ghost'
        members = ['member-ghost', 'a']
        [post.b]
        title = 'B'
        operational = 'a'
        supports = ['link-ghost']",
    );
    let document = document.expect("TOML that can be read");
    let org = Organisation::salvage(document).organisation;
    assert!(org.posts().map(Post::id).eq(["a", "board", "b"]));
    for of in ["head", "line", "deputy", "chair", "member", "link"] {
        let ghost = format!("{of}-ghost");
        assert_eq!(org.get(&ghost), None, "{ghost}");
        assert!(org.post(&ghost).is_err(), "{ghost}");
    }
    for post in org.posts() {
        assert_eq!(org.get(post.id()), Some(post));
    }
}

/// What is kept of a post that is told twice: first so, then so.
fn told_twice(first: &str, second: &str) -> Organisation {
    let salvage = salvaged_json(&format!(
        r#"{{"profession": {{"nursing": {{}}}}, "unit": {{"ward": {{}}}},
        "head": [{{"kind": "professional", "unit": "ward", "post": "chief"}}],
        "post": {{"chief": {{"title": "Chief Nurse"}},
        "a": {{"title": "A", {first}}}, "a": {{"title": "A", {second}}}}}}}"#
    ));
    salvage.organisation
}

#[test]
fn of_a_post_told_twice_what_both_say_is_kept() {
    let org = told_twice(
        r#""grade": "8a", "holder": "A. Bello", "note": "x", "unit": "ward", "fte": 1"#,
        r#""grade": "8b", "holders": ["A. Bello"], "note": "y", "unit": "ward", "fte": 1"#,
    );
    let post = org.post("a").expect("a post that is kept");
    assert_eq!(
        (post.grade(), post.note(), post.fte()),
        (None, None, Some(1.0))
    );
    let holders: Vec<_> = post.holders().map(answerable::Holder::name).collect();
    assert_eq!(holders, ["A. Bello"]);
    let superior = post.superior(Professional).post();
    assert_eq!(superior.map(answerable::Post::id), Some("chief"));
}

#[test]
fn of_a_post_told_twice_what_either_leaves_open_stays_open() {
    let same = r#""grade": "8a""#;
    for faulty in [
        r#""unit": 5"#,
        r#""unti": "ward""#,
        r#""unit": "ward", "professionl": "chief""#,
    ] {
        let plain = if faulty.contains(r#""unit": "ward""#) {
            format!(r#"{same}, "unit": "ward""#)
        } else {
            same.to_owned()
        };
        let org = told_twice(&plain, &format!("{same}, {faulty}"));
        let post = org.post("a").expect("a post that is kept");
        let superior = post.superior(Professional);
        assert!(
            matches!(superior, Superior::Unstated(Some(_))),
            "{faulty}: {superior:?}"
        );
    }
}

#[test]
fn what_is_told_twice_at_the_top_and_differs_is_not_kept() {
    let org = salvaged_json(
        r#"{
        "title": "A", "title": "B", "about": "A", "about": "B",
        "cover": {"reverts_to_superior": false}, "cover": {"reverts_to_superior": true},
        "kind": {"clinical": {"title": "Care"}}, "kind": {"clinical": {"title": "Cure"}},
        "findings": {"span": 1, "allow": {"several-tops": "so"}}, "findings": {"span": 2},
        "post": {}
    }"#,
    )
    .organisation;
    assert_eq!((org.title(), org.about()), (None, None));
    assert!(org.reverts_to_superior());
    assert_eq!(org.kind_title(Clinical), "clinical");
    assert!(!org.to_toml().contains("findings"), "{}", org.to_toml());
}

/// A link of which a word is not understood may be another one, or none any more.
#[test]
fn a_link_with_a_key_that_is_not_known_is_left_out() {
    let linked = |more: &str| {
        let text = format!(
            "[post.a]\ntitle = 'A'\nadvises = [{{ to = 'b'{more} }}]\n[post.b]\ntitle = 'B'\n"
        );
        let document = Document::from_toml(&text).expect("TOML");
        let org = Organisation::salvage(document).organisation;
        org.posts().flat_map(answerable::Post::links).count()
    };
    assert_eq!((linked(""), linked(", until = 'May'")), (1, 0));
}
