//! Who reports to whom, as the example prints it.

use std::process::Output;

use crate::loaded::trust;

use super::{example, organograms, text};

fn who_reports_to_whom(arguments: &[&str]) -> Output {
    let output = example("who_reports_to_whom").args(arguments).output();
    output.expect("the example was built")
}

fn last_line(output: &Output) -> &str {
    text(&output.stdout).lines().last().unwrap_or_default()
}

#[test]
fn the_trust_is_printed() {
    let output = who_reports_to_whom(&[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let out = text(&output.stdout);
    assert!(out.starts_with("Thamesmouth NHS Foundation Trust\n\n"));
    assert!(out.contains("General Manager, Children's [operational: not stated (said to"));
    assert!(out.contains("├─ Chief Operating Officer"));
    insta::assert_snapshot!(last_line(&output), @"43 posts, 2 tops, 6 layers, widest span 7, 0 problems");
}

#[test]
fn a_branch_to_a_depth() {
    let output = who_reports_to_whom(&[
        "--below",
        "chief-nurse",
        "--kind",
        "professional",
        "--depth",
        "1",
    ]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let head: Vec<&str> = text(&output.stdout).lines().take(5).collect();
    insta::assert_snapshot!(head.join("
"), @r"
    Thamesmouth NHS Foundation Trust

    Chief Nurse [operational: Chief Executive; also operational: Trust Board; clinical: Trust Board]
    ├─ Head of Nursing, Children's [operational: Care Group Director, Children's; +1 below]
    └─ Head of Nursing, Adult Community [operational: Care Group Director, Adult Community]
    ");
}

#[test]
fn posts_are_listed_with_their_ids() {
    let output = who_reports_to_whom(&["--ids"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), trust().posts().len());
    let nurses = ["--ids", "--below", "chief-nurse", "--kind", "professional"];
    insta::assert_snapshot!(text(&who_reports_to_whom(&nurses).stdout), @r"
    chief-nurse                Chief Nurse
    head-of-nursing-childrens  Head of Nursing, Children's
    ward-manager-childrens     Ward Manager, Children's Ward
    head-of-nursing-adults     Head of Nursing, Adult Community
    ");
    let output = who_reports_to_whom(&[&nurses[..], &["--depth", "0"]].concat());
    assert_eq!(text(&output.stdout), "chief-nurse  Chief Nurse\n");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../../../README.md");
    let output = who_reports_to_whom(&["--kind", "professional", "--below", "chief-nurse"]);
    let tree = text(&output.stdout).split("\n\n").nth(1).expect("a tree");
    assert!(readme.contains(&format!("```text\n{tree}\n```")), "{tree}");
}

#[test]
fn problems_go_to_standard_error() {
    let folder = std::env::temp_dir().join(format!("answerable-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let file = folder.join("ward.toml");
    std::fs::write(
        &file,
        "[post.matron]\ntitle = \"Matron\"\noperational = \"matron\"\n",
    )
    .expect("written");
    let path = file.to_str().expect("a path that is text");
    let output = who_reports_to_whom(&[path]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let told = text(&output.stderr).replace(path, "ward.toml");
    insta::assert_snapshot!(told, @r#"
    ward.toml: invalid organisation: line 3, column 1: `matron` is given as its own superior (operational); name another post, or say `{ none = "why" }` or `{ unstated = "why" }`
        3 | operational = "matron"
            ^
    "#);
    let output = who_reports_to_whom(&["--salvage", path]);
    assert!(output.status.success());
    assert_eq!(
        last_line(&output),
        "1 post, 0 tops, 1 layer, widest span 0, 1 problem"
    );
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn a_kind_left_open_outright_is_remarked_on() {
    let file = std::env::temp_dir().join(format!("answerable-open-{}.toml", std::process::id()));
    let text = "[post.a]\ntitle = \"A\"\nclinical = { unstated = \"not said\" }\noperational = { none = \"top\" }\n";
    std::fs::write(&file, text).expect("written");
    let output = who_reports_to_whom(&[file.to_str().expect("a path that is text")]);
    assert_eq!(
        remarks(&output),
        ["clinical superior not stated: 1 of 1 posts"]
    );
    std::fs::remove_file(file).expect("removed");
}

fn remarks(output: &Output) -> Vec<&str> {
    let lines = text(&output.stdout).lines();
    lines
        .filter(|line| line.contains(" superior not stated: "))
        .collect()
}

#[test]
fn nobody_need_read_what_is_printed() {
    let folder = std::env::temp_dir().join(format!("answerable-unread-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let file = folder.join("wards.toml");
    let post = |ward| format!("[post.w{ward}]\ntitle = \"Ward\"\noperational = \"w{ward}\"\n");
    let posts = (0..3000).map(post).collect::<Vec<_>>().concat();
    std::fs::write(&file, posts).expect("written");
    let mut command = example("who_reports_to_whom");
    command.arg("--salvage").arg(&file);
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the example was built");
    drop((child.stdout.take(), child.stderr.take()));
    assert!(child.wait().expect("it ends").success());
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn figures_are_of_the_kind_asked_for() {
    let output = who_reports_to_whom(&["--kind", "professional", "--below", "chief-nurse"]);
    let remarks = text(&output.stdout).split("\n\n").nth(2).expect("figures");
    insta::assert_snapshot!(remarks, @r"
    In the whole organisation:
    operational superior not stated: 7 of 43 posts, 2 of them bodies
    professional superior not stated: 25 of 43 posts, 9 of them bodies
    clinical superior not stated: 35 of 43 posts, 8 of them bodies
    43 posts, 2 tops, 3 layers, widest span 10, 0 problems
    ");
}

/// The returns whose lines are sound, and the figures an independent reading of
/// them gave.
#[test]
fn sound_returns_have_their_true_figures() {
    let Some(folder) = organograms() else { return };
    let facts = std::fs::read_to_string(folder.join("facts.json")).expect("the facts are there");
    let facts: serde_json::Value = serde_json::from_str(&facts).expect("the facts are JSON");
    for (name, facts) in facts.as_object().expect("facts by return") {
        let facts = &facts["literal"];
        let senior = folder.join(format!("{name}-senior.csv"));
        let output = who_reports_to_whom(&[senior.to_str().expect("a path that is text")]);
        let count = |key: &str| facts["defects"][key].as_u64().unwrap_or(0);
        let faults = [
            "duplicate_refs_conflicting",
            "dangling_refs",
            "self_reports",
            "cycles",
            "blank_ref_rows",
        ];
        if faults.iter().any(|fault| count(fault) > 0) {
            assert_eq!(output.status.code(), Some(1), "{name} is faulty");
            assert_eq!(text(&output.stdout), "", "{name} is faulty");
            continue;
        }
        let plural =
            |count: u64, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        let posts = facts["post_count"].as_u64().expect("a count");
        let tops = facts["roots"].as_array().expect("a list").len() as u64;
        let layers = facts["max_depth"]
            .as_u64()
            .expect("a sound return has a top")
            + 1;
        let expected = format!(
            "{}, {}, {}, widest span {}, 0 problems",
            plural(posts, "post"),
            plural(tops, "top"),
            plural(layers, "layer"),
            facts["widest_span"],
        );
        assert_eq!(last_line(&output), expected, "{name}");
    }
}
