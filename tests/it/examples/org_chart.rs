//! The chart, as the example writes it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{example, printed, refused, text};

/// What the picture in the README shows.
const PICTURE: [&str; 3] = ["--root", "chief-operating-officer", "--deputies"];

/// A folder of its own for one test, gone when that ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("answerable-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn org_chart(arguments: &[&str]) -> String {
    printed("org_chart", &[arguments, &["--out", "-"]].concat())
}

#[test]
fn a_picture_is_written_and_said_so() {
    let folder = Folder::new("charts");
    for (arguments, file, begins) in [
        (&[][..], "org-chart.svg", "<svg "),
        (&["--dot"], "org-chart.dot", "digraph "),
        (&["--mermaid"], "org-chart.mmd", "---\ntitle: "),
        (&["--text"], "org-chart.txt", "Thamesmouth NHS"),
        (
            &["--text", "--out", "a b.txt"],
            "a b.txt",
            "Thamesmouth NHS",
        ),
    ] {
        let mut command = example("org_chart");
        let output = command.args(arguments).current_dir(&folder.0).output();
        let output = output.expect("the example was built");
        assert_eq!(text(&output.stderr), "");
        assert_eq!(text(&output.stdout), format!("wrote {file}\n"));
        let written = fs::read_to_string(folder.0.join(file)).expect("written");
        assert!(written.starts_with(begins), "{file}");
        let options: Vec<&str> = arguments.iter().copied().take(1).collect();
        assert_eq!(org_chart(&options), written);
    }
}

#[test]
fn the_picture_in_the_readme_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/chief-operating-officer.svg");
    let shown = fs::read_to_string(file).expect("the picture is there");
    let is_current = shown == org_chart(&PICTURE);
    let call = PICTURE.join(" ");
    assert!(
        is_current,
        "cargo run --example org_chart -- {call} --out docs/chief-operating-officer.svg"
    );
    let readme = include_str!("../../../README.md");
    assert!(readme.contains("[picture]: docs/chief-operating-officer.svg\n"));
    assert!(readme.contains(&call));
}

#[test]
fn the_name_of_the_file_says_the_form() {
    let folder = Folder::new("forms");
    for (file, begins) in [
        ("a.DOT", "digraph "),
        ("a.gv", "digraph "),
        ("a.mmd", "---\ntitle: "),
        ("a.txt", "Thamesmouth NHS"),
        ("a", "<svg "),
    ] {
        let mut command = example("org_chart");
        let output = command
            .args(["--out", file])
            .current_dir(&folder.0)
            .output();
        assert!(output.expect("the example was built").status.success());
        let written = fs::read_to_string(folder.0.join(file)).expect("written");
        assert!(written.starts_with(begins), "{file}");
    }
}

#[test]
fn a_chart_too_large_for_some_programs_is_told_of() {
    let folder = Folder::new("wide");
    // Each has somebody below it, so that they are not stacked.
    let team = |at| {
        format!(
            "[post.m{at}]\ntitle = \"Matron\"\noperational = \"top\"\n\
             [post.n{at}]\ntitle = \"Nurse\"\noperational = \"m{at}\"\n"
        )
    };
    let teams: String = (0..180).map(team).collect();
    let file = folder.0.join("teams.toml");
    fs::write(
        &file,
        format!("[post.top]\ntitle = \"Chief Nurse\"\n{teams}"),
    )
    .expect("written");
    let mut command = example("org_chart");
    let output = command.arg(&file).current_dir(&folder.0).output();
    let output = output.expect("the example was built");
    insta::assert_snapshot!(text(&output.stdout), @r"
    wrote org-chart.svg
    it is 34584 by 271 pixels, which some programs do not open; --root, --unit or --depth draws a part
    ");
}

#[test]
fn names_and_titles_are_as_asked_for() {
    let asked = [
        "--text",
        "--no-names",
        "--title",
        "Board paper",
        "--root",
        "chair",
        "--colour",
        "none",
    ];
    insta::assert_snapshot!(org_chart(&asked), @r"
    Board paper

    Chair [under Council of Governors (not shown)]
      Non-Executive Directors [6 seats]

    Of the lines shown, assumed: 1 operational
    ");
}

#[test]
fn a_salvaged_chart_says_so() {
    let folder = Folder::new("salvaged");
    let file = folder.0.join("unsound.toml");
    let posts = "[post.a]\ntitle = \"Matron\"\noperational = \"b\"\n";
    fs::write(&file, posts).expect("written");
    let file = file.to_str().expect("a path that is text");
    let mut command = example("org_chart");
    let output = command
        .args(["--text", "--salvage", "--out", "-", file])
        .output();
    let output = output.expect("the example was built");
    insta::assert_snapshot!(text(&output.stdout), @r"
    Lines of accountability

    Matron [operational superior not stated]

    What is beyond doubt in an unsound document
    ");
}

#[test]
fn a_part_is_drawn() {
    insta::assert_snapshot!(
        org_chart(&["--text", "--root", "chief-nurse", "--depth", "1", "--deputies"]),
        @r"
    Thamesmouth NHS Foundation Trust: Chief Nurse

    Chief Nurse [Beverley Achterberg · Very senior manager; under Chief Executive (not shown); unit: Thamesmouth NHS Foundation Trust]
      Head of Profession, Occupational Therapy [Band 8b; professional superior not stated; unit: Thamesmouth NHS Foundation Trust]

    Lines to posts not shown: 1 clinical, 1 also operational
    Of the lines shown, assumed: 1 operational
    "
    );
    insta::assert_snapshot!(
        org_chart(&["--text", "--unit", "childrens-therapies", "--kinds", "operational,professional"]),
        @r"
    Thamesmouth NHS Foundation Trust: Children's Therapy Services

    Operational Manager, Children's Therapy Services [Ffion Treharne · Band 8c; operational superior not stated; professional superior not stated; unit: Children's Therapy Services]
      Senior Team, Children's Therapy Services [Body; unit: Children's Therapy Services]
      Team Manager, Children's Occupational Therapy [Band 8a; unit: Children's Occupational Therapy]
      Team Manager, Children's Physiotherapy [Aoife Lacey · Grace Nwosu · Band 8a; professional superior not stated; unit: Children's Physiotherapy]
      Team Manager, Children's Speech and Language Therapy [Band 8a; professional superior not stated; unit: Children's Speech and Language Therapy]
      Senior Clinician, Children's Occupational Therapy [Band 7; unit: Children's Occupational Therapy]
      Senior Clinician, Children's Physiotherapy [Band 7; professional superior not stated; unit: Children's Physiotherapy]
      Senior Clinician, Children's Speech and Language Therapy [Band 7; professional superior not stated; unit: Children's Speech and Language Therapy]

    Lines to posts not shown: 2 professional
    Of the lines shown, assumed: 1 operational
    "
    );
    let down = org_chart(&["--mermaid", "--direction", "down"]);
    let right = org_chart(&["--mermaid", "--direction=right"]);
    assert!(down.contains("\nflowchart BT\n"));
    assert_eq!(down.replace("\nflowchart BT\n", "\nflowchart RL\n"), right);
    let links = org_chart(&["--text", "--links"]);
    assert!(links.contains("works with (no authority): "));
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let folder = Folder::new("no-charts");
    let missing = folder.0.join("none").join("chart.svg");
    let missing = missing.to_str().expect("a path that is text");
    let told = refused("org_chart", &["--out", missing]);
    assert!(told.starts_with(&format!("{missing}: ")), "{told}");
    for (arguments, message) in [
        (
            &["--root", "chief-nurze"][..],
            "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?",
        ),
        (
            &["--unit", "trusst"],
            "no unit `trusst` in this organisation; did you mean `trust`?",
        ),
        (
            &["--kinds", "operational,clerical"],
            "`clerical` is no kind; there are operational, professional and clinical; did you mean `clinical`?",
        ),
        (&["--depth", "x"], "`x` is no number of layers"),
        (
            &["--direction", "up"],
            "`up` is no direction; there are down and right",
        ),
        (&["--text", "--dot"], "`--dot` and `--text` are both given"),
        (
            &["--out", "chart.png"],
            "`.png` is no form of chart; there are .svg, .dot, .mmd and .txt",
        ),
        (
            &["--colour", "grade"],
            "`grade` colours nothing; there are unit, profession and none",
        ),
    ] {
        let told = refused("org_chart", arguments);
        assert_eq!(told.lines().next(), Some(message));
    }
}

#[test]
fn no_posts_leave_no_picture() {
    let folder = Folder::new("no-posts");
    let [file, out] = ["empty.toml", "chart.svg"].map(|name| folder.0.join(name));
    fs::write(&file, "").expect("written");
    let [empty, chart] = [&file, &out].map(|path| path.to_str().expect("a path that is text"));
    let told = refused("org_chart", &["--out", chart, empty]);
    assert_eq!(told, format!("{empty}: no posts to draw\n"));
    assert!(!out.exists());
}

#[test]
fn links_are_for_a_part() {
    let help = printed("org_chart", &["--help"]);
    let links = help.lines().find(|line| line.contains("--links"));
    assert!(links.is_some_and(|line| line.ends_with("for a part, as of --root")));
}

#[test]
fn what_mermaid_cannot_draw_leaves_no_file() {
    let folder = Folder::new("too-large");
    let report = |at| format!("[post.p{at}]\ntitle = \"Nurse\"\noperational = \"top\"\n");
    let posts: String = (0..600).map(report).collect();
    let file = folder.0.join("fan.toml");
    fs::write(&file, format!("[post.top]\ntitle = \"Matron\"\n{posts}")).expect("written");
    let chart = folder.0.join("chart.mmd");
    let [file, out] = [&file, &chart].map(|path| path.to_str().expect("a path that is text"));
    let told = refused("org_chart", &["--mermaid", "--out", out, file]);
    insta::assert_snapshot!(told, @"a Mermaid chart has at most 500 lines, and this one has 601; draw part of it: from a post, to a depth, of a unit or with fewer kinds");
    assert!(!chart.exists());
}

#[test]
fn nobody_need_read_the_chart() {
    let mut command = example("org_chart");
    command.args(["--links", "--deputies", "--out", "-"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the example was built");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", text(&output.stderr));
}
