//! Problems or findings, as the example prints them.

use std::io::Read;
use std::process::Stdio;

use super::{File, example, text};

/// What a call prints, and how it exits.
fn check(arguments: &[&str]) -> (String, Option<i32>) {
    let output = example("check").args(arguments).output();
    let output = output.expect("the example was built");
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    (text(&output.stdout).to_owned(), output.status.code())
}

const WARD: &str = r#"
title = "Ward"
[post.matron]
title = "Matron"
operational = { none = "head of this example" }
deputies = ["sister"]
[post.sister]
title = "Ward Sister"
operational = "matron"
[post.nurse]
title = "Nurse"
operational = "matron"
"#;

#[test]
fn nothing_is_found() {
    let file = File::new("clean.toml", WARD);
    let (printed, code) = check(&[file.path()]);
    assert_eq!(
        (printed.as_str(), code),
        ("Ward\n\n0 findings; 0 allowed\n", Some(0))
    );
}

#[test]
fn findings_are_grouped_by_code() {
    let file = File::new("found.toml", &WARD.replace("deputies = [\"sister\"]\n", ""));
    let (printed, code) = check(&[file.path()]);
    insta::assert_snapshot!(printed, @r"
    Ward

    no-deputy (1): name a deputy who may act
      Matron has nobody to deputise for it; it has 2 direct reports [matron]

    nobody-if-absent (1): name a deputy who may act, or say to whom it answers
      nobody acts for Matron if it alone is absent: Matron has no operational superior (head of this example) [matron]

    2 findings of 2 codes; 0 allowed
    ");
    assert_eq!(code, Some(2));
}

#[test]
fn all_is_allowed() {
    let allow = "nobody-if-absent = \"the ward is small\"\nno-deputy = \"the ward is small\"\n";
    let ward = WARD.replace("deputies = [\"sister\"]\n", "");
    let file = File::new("allowed.toml", &format!("{ward}[findings.allow]\n{allow}"));
    let (printed, code) = check(&[file.path()]);
    insta::assert_snapshot!(printed, @r"
    Ward

    allowed (2):
      no-deputy: Matron has nobody to deputise for it; it has 2 direct reports [matron] (allowed: the ward is small)
      nobody-if-absent: nobody acts for Matron if it alone is absent: Matron has no operational superior (head of this example) [matron] (allowed: the ward is small)

    0 findings; 2 allowed
    ");
    assert_eq!(code, Some(0));
}

#[test]
fn what_asks_for_another_remedy_stands_apart() {
    let settings = r#"
[findings.allow]
no-deputy = ["small teams", "again"]
several-tops = { why = "two wards", posts = ["matron"] }
[unit.ward]
title = "Ward"
[[head]]
kind = "professional"
unit = "ward"
post = "matron"
[post.other]
title = "Other"
operational = { none = "another ward" }
"#;
    let ward = WARD.replacen("title = \"Ward\"\n", "", 1);
    let file = File::new("apart.toml", &format!("{settings}{ward}"));
    let (printed, code) = check(&[file.path()]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(printed, @"
    several-tops (1): give all but one a superior, or allow it with why
      2 posts answer to nobody (operational): Other and Matron [other, matron]

    nobody-if-absent (1): name a deputy who may act, or say to whom it answers
      nobody acts for Other if it alone is absent: Other has no operational superior (another ward) [other]

    unit-without-posts (1): say which posts belong to it, or take it out
      Ward has no posts [unit ward]

    allowance-unused (2): take it out of the allowances
      `no-deputy` is allowed, but there is no such finding
      `no-deputy` is allowed, but there is no such finding

    allowance-unused (1): name every post that the finding is about, or take it out of the allowances
      `several-tops` is allowed for Matron, but such a finding is about further posts, which are not named [matron]

    6 findings of 4 codes; 0 allowed
    ");
}

#[test]
fn problems_come_with_the_file() {
    let file = File::new("unsound.toml", &WARD.replace("\"sister\"", "\"sistre\""));
    let (printed, code) = check(&[file.path()]);
    assert_eq!(code, Some(1));
    let problem = format!("{}: invalid organisation: ", file.path());
    assert!(printed.starts_with(&problem), "{printed}");
    assert!(printed.contains("names `sistre` as deputy"), "{printed}");
}

#[test]
fn what_cannot_be_checked_is_told_apart() {
    let no_posts = ["", "title = \"Ward\"\n"].map(|text| {
        let file = File::new(&format!("empty-{}.toml", text.len()), text);
        (
            told(&[file.path()]),
            format!("{}: no posts; nothing to check\n", file.path()),
        )
    });
    for (told, message) in no_posts {
        assert_eq!(told, message);
    }
    for (arguments, message) in [
        (
            &["nowhere.toml"][..],
            "nowhere.toml: No such file or directory (os error 2)",
        ),
        (
            &["--ony", "no-deputy"],
            "no option `--ony`; did you mean `--only`?",
        ),
        (&["--only"], "`--only` wants a value after it"),
        (
            &["--only", "no-deputy", "--only=sole_cover"],
            "`sole_cover` is no code of a finding; did you mean `sole-cover`?",
        ),
        (
            &["--allow", "nodeputy"],
            "`nodeputy` is no code of a finding; did you mean `no-deputy`?",
        ),
    ] {
        assert_eq!(told(arguments).lines().next(), Some(message));
    }
    let output = example("check").arg("--help").output().expect("built");
    assert!(output.status.success());
    insta::assert_snapshot!(text(&output.stdout), @r"
    usage: check [OPTION].. [FILE [JUNIOR.csv]]
      --only CODE   only findings of this code; may be repeated
      --allow CODE  as if the file allowed this code; may be repeated
      -h, --help    print this
    FILE is .toml, .json, or the .csv of the senior posts of an organogram, with
    that of its junior posts after it; without one it is a fictional NHS trust.
    CODE is one that it prints, as `no-deputy`.
    It exits with 0 where nothing is found or all of it is allowed, with 1 on problems
    and with 2 on findings, both of which it prints on standard output; with 3 if it
    cannot check: it is called wrongly, or the file cannot be read or has no posts.
    ");
}

/// What a call that checks nothing says.
fn told(arguments: &[&str]) -> String {
    let output = example("check").args(arguments).output().expect("built");
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(3)));
    text(&output.stderr).to_owned()
}

#[test]
fn codes_are_picked_and_allowed() {
    let ward = WARD.replace("deputies = [\"sister\"]\n", "");
    let allow = "no-deputy = \"the ward is small\"\n";
    let plain = File::new("codes.toml", &ward);
    let allowing = File::new(
        "codes-allowed.toml",
        &format!("{ward}[findings.allow]\n{allow}"),
    );
    let (printed, code) = check(&["--only", "nobody-if-absent", allowing.path()]);
    assert!(
        printed.ends_with("\n1 finding of one code; 0 allowed\n"),
        "{printed}"
    );
    assert_eq!(code, Some(2));
    let (printed, code) = check(&["--only", "sole-cover", plain.path()]);
    assert_eq!(
        (&*printed, code),
        ("Ward\n\n0 findings; 0 allowed\n", Some(0))
    );
    let both = ["--only=no-deputy", "--only=nobody-if-absent"];
    let (printed, code) = check(&[&both[..], &[plain.path()]].concat());
    assert!(
        printed.ends_with("\n2 findings of 2 codes; 0 allowed\n"),
        "{printed}"
    );
    assert_eq!(code, Some(2));
    let rest = ["--allow=nobody-if-absent", "--allow=sole-cover"];
    let (printed, code) = check(&[&rest[..], &[allowing.path()]].concat());
    insta::assert_snapshot!(printed, @r"
    Ward

    allowed (2):
      no-deputy: Matron has nobody to deputise for it; it has 2 direct reports [matron] (allowed: the ward is small)
      nobody-if-absent: nobody acts for Matron if it alone is absent: Matron has no operational superior (head of this example) [matron] (allowed: by --allow)

    0 findings; 2 allowed
    ");
    assert_eq!(code, Some(0));
}

#[test]
fn a_remedy_fits_one_and_many() {
    let ward = r#"
[post.matron]
title = "Matron"
operational = { none = "head of this example" }
deputies = ["sister"]
[post.sister]
title = "Ward Sister"
vacant = true
operational = { to = "matron", standing = "assumed" }
deputies = ["nurse", "clerk"]
[post.nurse]
title = "Nurse"
vacant = true
operational = { to = "matron", standing = "assumed" }
deputies = [{ post = "clerk", standing = "assumed" }]
[post.clerk]
title = "Clerk"
vacant = true
operational = "matron"
"#;
    let file = File::new("remedies.toml", ward);
    let only = ["--only=hollow-cover", "--only=assumed-facts"];
    let (printed, _) = check(&[&only[..], &[file.path()]].concat());
    insta::assert_snapshot!(printed, @r"
    hollow-cover (3): fill a deputy's post, or name another deputy
      the only deputy of Matron is vacant: Ward Sister [matron]
      every deputy of Ward Sister is vacant: Nurse and Clerk [sister]
      the only deputy of Nurse is vacant: Clerk [nurse]

    assumed-facts (2): find out what is true, and name the source
      1 fact about Ward Sister is only assumed [sister]
      2 facts about Nurse are only assumed [nurse]

    5 findings of 2 codes; 0 allowed
    ");
}

#[test]
fn the_trust_has_findings() {
    let (printed, code) = check(&[]);
    assert_eq!(code, Some(2));
    assert!(
        printed.ends_with("73 findings of 10 codes; 0 allowed\n"),
        "{printed}"
    );
}

#[test]
fn whoever_reads_may_have_enough() {
    let child = example("check")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.expect("the example was built");
    drop(child.stdout.take());
    let mut said = String::new();
    let mut errors = child.stderr.take().expect("piped");
    errors.read_to_string(&mut said).expect("text");
    child.wait().expect("it ends");
    assert_eq!(said, "");
}
