//! What the examples print, run as a user runs them.

mod check;
mod org_chart;
mod role_card;
mod who_acts;
mod who_reports_to_whom;

use std::path::{Path, PathBuf};
use std::process::Command;

use answerable::PostKind::External;
use answerable::{Document, Organisation};

use crate::loaded::trust;

/// The example as built beside this test.
pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().expect("a test has a path");
    let profile = test
        .parent()
        .and_then(Path::parent)
        .expect("target/<profile>/deps/test");
    Command::new(profile.join("examples").join(name))
}

/// What a call that succeeds prints, with nothing on standard error.
fn printed(name: &str, arguments: &[&str]) -> String {
    let output = example(name).args(arguments).output();
    let output = output.expect("the example was built");
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    assert!(output.status.success(), "{arguments:?}");
    text(&output.stdout).to_owned()
}

/// What a call that fails says on standard error.
fn refused(name: &str, arguments: &[&str]) -> String {
    let output = example(name).args(arguments).output();
    let output = output.expect("the example was built");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    text(&output.stderr).to_owned()
}

/// A file of its own for one test, gone when that ends.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let file = std::env::temp_dir().join(format!("answerable-{}-{name}", std::process::id()));
        std::fs::write(&file, text).expect("written");
        Self(file)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path that is text")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

/// The folder of published returns, where it is.
pub(crate) fn organograms() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/organograms");
    if !folder.is_dir() {
        println!("no published returns beside the project: skipped");
        return None;
    }
    Some(folder)
}

#[test]
fn the_readme_shows_a_sound_document_and_true_problems() {
    let readme = include_str!("../../README.md");
    let block = |language: &str, nth: usize| {
        let rest = readme
            .split(&format!("```{language}\n"))
            .nth(nth)
            .expect("a block");
        rest.split("```").next().expect("its end")
    };
    let org = Document::from_toml(block("toml", 1)).expect("readable");
    assert!(Organisation::try_from(org).is_ok());
    let faulty = "\
[post.chief-nurse]
title = \"Chief Nurse\"

[post.matron]
title = \"Matron\"
operational = \"ward-manager\"
professional = \"cheif-nurse\"

[post.ward-manager]
title = \"Ward Manager\"
operational = \"matron\"
";
    let document = Document::from_toml(faulty).expect("readable");
    let problems = Organisation::try_from(document).expect_err("faulty");
    assert_eq!(block("text", 2), format!("{problems}\n"));
}

#[test]
fn a_misspelt_option_or_post_is_named() {
    let refused = |arguments: &[&str]| refused("who_reports_to_whom", arguments);
    let first_line = |arguments| refused(arguments).lines().next().map(str::to_owned);
    for (arguments, message) in [
        (
            &["--knd", "x"][..],
            "no option `--knd`; did you mean `--kind`?",
        ),
        (
            &["--kinds=x"],
            "no option `--kinds`; did you mean `--kind`?",
        ),
        (&["--sal"], "no option `--sal`; did you mean `--salvage`?"),
        (&["-k"], "no option `-k`"),
        (&["--absent"], "no option `--absent`"),
        (&["--salvage=x"], "`--salvage` takes no value"),
        (&["--below="], "`--below` wants a value after it"),
        (&["--below"], "`--below` wants a value after it"),
        (&["--below", "-h"], "`--below` wants a value after it"),
        (
            &["--below", "--depth=1"],
            "`--below` wants a value after it",
        ),
        (&["--below", "--kind"], "`--below` wants a value after it"),
        (
            &["--kind", "clinical", "--kind", "clinical"],
            "`--kind` is given twice",
        ),
        (
            &["--below", "chief-nurze"],
            "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?",
        ),
        (
            &["--kind", "legal"],
            "`legal` is no kind; there are operational, professional and clinical",
        ),
        (
            &["--kind", "profesional"],
            "`profesional` is no kind; there are operational, professional and clinical; did you mean `professional`?",
        ),
        (&["--depth", "x"], "`x` is no number of layers"),
    ] {
        assert_eq!(first_line(arguments).as_deref(), Some(message));
    }
}

#[test]
fn the_argument_that_is_no_file_is_named() {
    let give = "give one .toml, .json or .csv file, or two .csv files: senior posts, junior posts";
    for (arguments, wrong) in [
        (
            &["--", "--below"][..],
            "`--below` is no .toml, .json or .csv file",
        ),
        (
            &["chief-nurse"],
            "`chief-nurse` is no .toml, .json or .csv file",
        ),
        (
            &["a.txt", "b.csv"],
            "`a.txt` is no .toml, .json or .csv file",
        ),
        (&["a.toml", "b.csv"], "`b.csv` is one file too many"),
        (&["a.json", "b.json"], "`b.json` is one file too many"),
        (&["a.csv", "b.csv", "c.csv"], "`c.csv` is one file too many"),
        (&["a.csv", "b.toml"], "`b.toml` is no .csv file"),
    ] {
        let told = refused("who_reports_to_whom", arguments);
        assert_eq!(told, format!("{wrong}; {give}\n"));
    }
}

#[test]
fn a_title_is_answered_with_the_id() {
    for (name, call) in [
        ("who_reports_to_whom", &["--below"][..]),
        ("who_acts", &["--absent"]),
        ("who_acts", &["--for"]),
        ("role_card", &[]),
        ("org_chart", &["--root"]),
    ] {
        assert_eq!(
            refused(name, &[call, &["Chief nurse"]].concat()),
            "no post `Chief nurse` in this organisation; did you mean `chief-nurse`, which has this title?\n",
            "{name} {call:?}"
        );
        let help = printed(name, &["--help"]);
        let where_ids_are = "POST is an id: `who_reports_to_whom --ids` lists those of a file.\n";
        assert!(help.ends_with(where_ids_are), "{help}");
    }
    insta::assert_snapshot!(
        refused("who_acts", &["--nominate", "chair=Chief Nurse"]),
        @"`--nominate chair=Chief Nurse`: no post `Chief Nurse` in this organisation; did you mean `chief-nurse`, which has this title?"
    );
}

#[test]
fn a_depth_means_the_same_everywhere() {
    let depth = |name| {
        let help = printed(name, &["--help"]);
        let told = help.lines().find(|line| line.contains("--depth N"));
        told.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    assert!(depth("org_chart").is_some());
    assert_eq!(depth("org_chart"), depth("who_reports_to_whom"));
    for layers in ["0", "1", "2", "3"] {
        let depth = ["--depth", layers];
        let chart = ["--text", "--kinds", "operational", "--out", "-"];
        let chart = printed("org_chart", &[&depth[..], &chart].concat());
        let listed = printed("who_reports_to_whom", &[&depth[..], &["--ids"]].concat());
        let tree = printed("who_reports_to_whom", &depth);
        let tree = tree.split("\n\n").nth(1).expect("a tree");
        let trust = trust();
        let listed = listed
            .lines()
            .filter_map(|row| trust.get(row.split(' ').next()?));
        let inside: Vec<_> = listed.filter(|post| post.kind() != External).collect();
        for post in &inside {
            assert!(tree.contains(post.title()), "{post} to depth {layers}");
            assert!(chart.contains(post.title()), "{post} to depth {layers}");
        }
        assert_eq!(tree.lines().count(), inside.len());
        let cards = chart.lines().filter(|line| line.contains("unit: "));
        assert_eq!(cards.count(), inside.len());
    }
}

#[test]
fn how_to_call_is_printed() {
    for name in ["who_reports_to_whom", "who_acts", "role_card", "org_chart"] {
        let usage = printed(name, &["--help"]);
        assert!(usage.starts_with(&format!("usage: {name} ")), "{usage}");
        assert_eq!(printed(name, &["-h"]), usage);
        assert_eq!(printed(name, &["chair", "--salvage", "-h"]), usage);
        let misused = refused(name, &["--hepl"]);
        let named = "no option `--hepl`; did you mean `--help`?";
        assert_eq!(misused, format!("{named}\n{usage}"));
    }
    insta::assert_snapshot!(printed("who_acts", &["--help"]), @r"
    usage: who_acts [OPTION].. [FILE [JUNIOR.csv]]
      --absent POST         this post is absent; may be repeated
      --away HOLDER         this holder, by name or id, is away; may be repeated
      --nominate POST=POST  the first is covered by the second; may be repeated
      --for POST            only this post, with everyone considered
      --on MATTER           on this matter, not in general
      --salvage             what is beyond doubt in an unsound file
      -h, --help            print this
    FILE is .toml, .json, or the .csv of the senior posts of an organogram, with
    that of its junior posts after it; without one it is a fictional NHS trust.
    POST is an id: `who_reports_to_whom --ids` lists those of a file.
    ");
    let card = refused("role_card", &[]);
    assert!(
        card.starts_with("no post is named\nusage: role_card [OPTION].. POST [FILE"),
        "{card}"
    );
}

#[test]
fn a_value_may_follow_a_sign() {
    let branch = ["--below", "chief-nurse", "--kind", "professional"];
    assert_eq!(
        printed(
            "who_reports_to_whom",
            &["--below=chief-nurse", "--kind=professional"]
        ),
        printed("who_reports_to_whom", &branch)
    );
    let nominate = ["--absent", "chair", "--nominate", "chair=chief-nurse"];
    assert_eq!(
        printed(
            "who_acts",
            &["--absent=chair", "--nominate=chair=chief-nurse"]
        ),
        printed("who_acts", &nominate)
    );
}

#[test]
fn no_title_breaks_a_line() {
    let text = "title = \"E\\nF\"\n[post.a]\ntitle = \"A\\nB\"\nnote = \"one\\ntwo\"\nvacant = true\ndeputies = [\"b\"]\n[post.b]\ntitle = \"C\\u2028D\"\n";
    let file = File::new("lines.toml", text);
    let tree = printed("who_reports_to_whom", &[file.path()]);
    assert!(tree.starts_with("E\\u{a}F\n\n"), "{tree}");
    insta::assert_snapshot!(printed("who_acts", &[file.path()]), @r"
    E\u{a}F

    Post     Seat    How     Who acts
    A\u{a}B  vacant  deputy  C\u{2028}D
    ");
    insta::assert_snapshot!(printed("who_acts", &["--for", "a", file.path()]), @r"
    C\u{2028}D deputises for A\u{a}B (A\u{a}B vacant)

    1. A\u{a}B: vacant
    2. C\u{2028}D: able to act (rank 1 of A\u{a}B; given)

    Standing: given, the weakest among the facts it rests on
    ");
    insta::assert_snapshot!(printed("role_card", &["a", file.path()]), @r"
    A\u{a}B (a)

      Holder      vacant
      Today       C\u{2028}D deputises for A\u{a}B (A\u{a}B vacant)
      Note        one
      Note        two

    Who stands in
      in general
        1. C\u{2028}D
        then nobody: its operational superior is not stated
    ");
}

#[test]
fn a_faulty_file_is_refused_or_salvaged() {
    let faulty = "[post.a]\ntitle = \"A\"\nvacant = true\noperational = \"a\"\n";
    let file = File::new("faulty.toml", faulty);
    for name in ["who_acts", "role_card"] {
        let of_a: &[&str] = if name == "role_card" { &["a"] } else { &[] };
        let told = refused(name, &[of_a, &[file.path()]].concat());
        assert!(told.contains("`a` is given as its own superior"), "{told}");
        let output = example(name)
            .args(of_a)
            .args(["--salvage", file.path()])
            .output();
        let output = output.expect("the example was built");
        assert!(output.status.success());
        assert!(text(&output.stderr).contains("`a` is given as its own superior"));
        assert!(text(&output.stdout).contains("not stated"));
    }
}

#[test]
fn published_returns_are_asked_too() {
    let Some(folder) = organograms() else { return };
    let file = |part: &str| folder.join(format!("nhs-litigation-authority-2011-09-30-{part}.csv"));
    let (senior, junior) = (file("senior"), file("junior"));
    let [senior, junior] = [&senior, &junior].map(|file| file.to_str().expect("text"));
    let absent = ["--absent", "2", senior, junior];
    insta::assert_snapshot!(printed("who_acts", &absent), @r"
    NHS Litigation Authority

    Post  Seat    How       Who acts
    Chief Executive (NHS Very Senior Managers Pay Framework Special Health Authority Band 3)  absent  superior  Chair (NHS Special Health Authority Band 3)

    columns not read: Contact Phone, Contact E-mail, Salary Cost of Reports (£), Actual Pay Floor (£), Actual Pay Ceiling (£), Valid?, URI, source_file, source_line, Payscale Minimum (£), Payscale Maximum (£), source_file, source_line
    ");
    insta::assert_snapshot!(printed("role_card", &["2", senior, junior]), @r"
    Chief Executive (NHS Very Senior Managers Pay Framework Special Health Authority Band 3) (2)

      Unit        NHS Litigation Authority, within Department of Health
      Profession  Law
      Grade       SCS4
      FTE         1
      Label       Job/Team Function: Executive Board member & Accounting Officer responsible for the strategic & operational management of the NHS Litigation Authority.

    Accountable to
      operational: Chair (NHS Special Health Authority Band 3) (given)

    Reports
      operational: 3
        Director of Finance (NHS Very Senior Managers Pay Framework Special Health Authority Band 3)
        Technical Claims Director (NHS Very Senior Managers Pay Framework Special Health Authority Band 3)
        Risk Management Director (NHS Very Senior Managers Pay Framework Special Health Authority Band 3)

    Who stands in
      in general
        no deputy
        then whoever acts for Chair (NHS Special Health Authority Band 3), its operational superior

    columns not read: Contact Phone, Contact E-mail, Salary Cost of Reports (£), Actual Pay Floor (£), Actual Pay Ceiling (£), Valid?, URI, source_file, source_line, Payscale Minimum (£), Payscale Maximum (£), source_file, source_line
    ");
}
