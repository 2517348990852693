//! Settings of findings that cannot be meant.

use answerable::{Document, FindingCode, Organisation};
use insta::assert_snapshot;

/// The problems, and what is left of the settings.
fn refused(settings: &str) -> String {
    let text = format!("{settings}\n[post.matron]\ntitle = \"Matron\"\n");
    let document = Document::from_toml(&text).expect("TOML that can be read");
    let salvage = Organisation::salvage(document);
    let problems = salvage.problems.iter().map(|problem| {
        let places: Vec<_> = problem.left_out().iter().map(ToString::to_string).collect();
        format!("{problem} [{}]\n", places.join("; "))
    });
    let toml = salvage.organisation.to_toml();
    let left = toml.split("[post.").next().unwrap_or_default();
    problems.collect::<String>() + left.trim_start_matches("version = 1\n").trim()
}

#[test]
fn thresholds_are_whole_numbers() {
    assert_snapshot!(refused("[findings]\nspan = 1.5\nlayers = -1\nsole_cover = \"5\"\nspans = 3"), @"
    line 2, column 1: `findings`, `span`: a whole number, 0 or more, belongs here, not the number 1.5 [`findings`, `span`]
    line 3, column 1: `findings`, `layers`: a whole number, 0 or more, belongs here, not the number -1 [`findings`, `layers`]
    line 4, column 1: `findings`, `sole_cover`: a whole number, 0 or more, belongs here, not the text `5`; take off the quotation marks [`findings`, `sole_cover`]
    line 5, column 1: `findings`, `spans`: there is no such key here; did you mean `span`? [`findings`, `spans`]
    ");
}

#[test]
fn settings_are_a_table() {
    assert_snapshot!(refused("findings = 5"), @"line 1, column 1: `findings`: a table { span, layers, sole_cover, allow } belongs here, not the number 5 [`findings`]");
    assert_snapshot!(refused("[findings]\nallow = [\"no-deputy\"]\nspan = 3"), @"
    line 2, column 1: `findings`, `allow`: a table keyed by the code of a finding belongs here, not a list [`findings`, `allow`]
    [findings]
    span = 3
    ");
}

#[test]
fn a_code_is_unknown() {
    assert_snapshot!(refused("[findings.allow]\nno-deputty = \"small teams\"\nspan = \"x\"\nsame-name = \"fine\""), @"
    line 2, column 1: `findings`, `allow`, `no-deputty`: there is no such key here; did you mean `no-deputy`? [`findings`, `allow`, `no-deputty`]
    line 3, column 1: `findings`, `allow`, `span`: there is no such key here; take it out [`findings`, `allow`, `span`]
    [findings.allow]
    same-name = \"fine\"
    ");
}

#[test]
fn an_allowance_is_left_out_whole() {
    assert_snapshot!(refused(r#"[findings.allow]
no-deputy = { why = "teams", post = ["matron"] }
span-of-one = { posts = ["matron"] }
same-name = ["fine", " ", { why = "so", posts = [] }, ["x"], { why = "so", posts = ["matron", "matron"] }]
several-tops = []
mutual-only = { why = "so", posts = ["matrno", "matron", "nobody"] }
matter-unused = { why = 5, posts = "matron" }"#), @r#"
    line 2, column 30: `findings`, `allow`, `no-deputy`, `post`: there is no such key here; did you mean `posts`? [`findings`, `allow`, `no-deputy`]
    line 3, column 1: `findings`, `allow`, `span-of-one`: `why` is missing; add it [`findings`, `allow`, `span-of-one`]
    line 4, column 22: `findings`, `allow`, `same-name` item 2: the text is blank; fill it in, or take it out [`findings`, `allow`, `same-name` item 2]
    line 4, column 41: `findings`, `allow`, `same-name` item 3, `posts`: the list is empty; name one, or leave it out [`findings`, `allow`, `same-name` item 3]
    line 4, column 55: `findings`, `allow`, `same-name` item 4: the reason, or a table { why, posts }, belongs here, not a list [`findings`, `allow`, `same-name` item 4]
    line 4, column 95: `findings`, `allow`, `same-name` item 5, `posts` item 2: it is in the list already; name it once [`findings`, `allow`, `same-name` item 5]
    line 5, column 1: `findings`, `allow`, `several-tops`: the list is empty; name one, or leave it out [`findings`, `allow`, `several-tops`]
    line 7, column 19: `findings`, `allow`, `matter-unused`, `why`: the reason belongs here, not the number 5; put it in quotation marks [`findings`, `allow`, `matter-unused`]
    line 7, column 28: `findings`, `allow`, `matter-unused`, `posts`: a list of posts belongs here, not the text `matron`; write `["matron"]` [`findings`, `allow`, `matter-unused`]
    line 6, column 38: `findings`, `allow`, `mutual-only`, `posts` item 1 names `matrno`, but there is no such post; did you mean `matron`? [`findings`, `allow`, `mutual-only`]
    line 6, column 58: `findings`, `allow`, `mutual-only`, `posts` item 3 names `nobody`, but there is no such post; add it, or correct the id [`findings`, `allow`, `mutual-only`]
    [findings.allow]
    same-name = "fine"
    "#);
}

#[test]
fn a_post_is_unknown() {
    assert_snapshot!(refused("[findings.allow]\nno-deputy = [\"fine\", { why = \"so\", posts = [\"matron\", \"matrno\"] }]"), @r#"
    line 2, column 55: `findings`, `allow`, `no-deputy` item 2, `posts` item 2 names `matrno`, but there is no such post; did you mean `matron`? [`findings`, `allow`, `no-deputy` item 2]
    [findings.allow]
    no-deputy = "fine"
    "#);
}

#[test]
fn a_word_is_a_code() {
    for &code in FindingCode::ALL {
        assert_eq!(code.to_string().parse(), Ok(code));
    }
    let near = "no-deputty".parse::<FindingCode>();
    assert_snapshot!(near.expect_err("no code"), @"`no-deputty` is no code of a finding; did you mean `no-deputy`?");
    let far = "weather".parse::<FindingCode>();
    assert_snapshot!(far.expect_err("no code"), @"`weather` is no code of a finding");
}
