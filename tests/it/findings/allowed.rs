//! What is known and left as it is.

use answerable::FindingCode::{self, AllowanceUnused, NoDeputy, SeveralTops};
use answerable::{AllowanceRecord, Document, Finding, Organisation, PostRecord};

use super::{NONE, basis, found, from_toml, line};

const WARD: &str = r#"
[post.chief]
title = "Chief"
operational = { none = "head" }
[post.matron]
title = "Matron"
operational = "chief"
[post.nurse]
title = "Nurse"
operational = "matron"
[post.other]
title = "Other"
operational = { none = "apart" }
"#;

/// The findings left of one code, and those allowed.
fn sorted(allow: &str, code: FindingCode) -> (Vec<String>, Vec<String>) {
    let text = format!("[findings.allow]\n{allow}\n{WARD}");
    let org = from_toml(&text);
    let findings = org.findings();
    let allowed = findings
        .allowed()
        .filter(|(finding, _)| finding.code() == code);
    let allowed = allowed.map(|(finding, why)| format!("{}: {why}", line(finding)));
    (findings.of(code).map(line).collect(), allowed.collect())
}

const CHIEF: &str = "Chief has nobody to deputise for it; it has 1 direct report | chief";
const MATRON: &str = "Matron has nobody to deputise for it; it has 1 direct report | matron";

#[test]
fn a_code_is_allowed() {
    let (left, allowed) = sorted("no-deputy = \"small teams\"", NoDeputy);
    assert_eq!(left, NONE);
    assert_eq!(
        allowed,
        [
            format!("{CHIEF}: small teams"),
            format!("{MATRON}: small teams")
        ]
    );
}

#[test]
fn posts_are_allowed() {
    let allow = "no-deputy = { why = \"recruiting\", posts = [\"matron\"] }";
    assert_eq!(
        sorted(allow, NoDeputy),
        (
            vec![CHIEF.to_owned()],
            vec![format!("{MATRON}: recruiting")]
        )
    );
    let several = "no-deputy = [{ why = \"recruiting\", posts = [\"matron\"] }, \"small teams\"]";
    assert_eq!(
        sorted(several, NoDeputy).1,
        [
            format!("{CHIEF}: small teams"),
            format!("{MATRON}: recruiting")
        ]
    );
}

#[test]
fn every_post_that_a_finding_is_about_must_be_named() {
    let allow =
        |posts: &str| format!("several-tops = {{ why = \"two trusts\", posts = [{posts}] }}");
    let (left, allowed) = sorted(&allow("\"chief\""), SeveralTops);
    assert_eq!((left.len(), allowed.len()), (1, 0));
    let (left, allowed) = sorted(&allow("\"other\", \"chief\""), SeveralTops);
    assert_eq!((left.len(), allowed.len()), (0, 1));
    // Those that a sentence only names need not be.
    let span = "span-of-one = { why = \"for now\", posts = [\"chief\"] }";
    let (left, allowed) = sorted(span, FindingCode::SpanOfOne);
    assert_eq!((left.len(), allowed.len()), (1, 1));
}

#[test]
fn an_allowance_is_of_no_use() {
    let unused = |allow: &str| sorted(allow, AllowanceUnused).0;
    assert_eq!(unused("no-deputy = \"small teams\""), NONE);
    assert_eq!(
        unused("same-name = \"they know\""),
        ["`same-name` is allowed, but there is no such finding | "]
    );
    assert_eq!(
        unused("no-deputy = { why = \"recruiting\", posts = [\"nurse\", \"matron\", \"other\"] }"),
        ["`no-deputy` is allowed for Nurse and Other, but there is no such finding | nurse other"]
    );
    // One that comes after others that cover the same.
    let elsewhere = "but every such finding is allowed elsewhere";
    assert_eq!(
        unused("no-deputy = [\"small teams\", { why = \"recruiting\", posts = [\"matron\"] }]"),
        [format!(
            "`no-deputy` is allowed for Matron, {elsewhere} | matron"
        )]
    );
    assert_eq!(
        unused("no-deputy = [\"small teams\", \"recruiting\"]"),
        [format!("`no-deputy` is allowed, {elsewhere} | ")]
    );
    // It names some of the posts that a finding is about.
    let tops = "several-tops = { why = \"two trusts\", posts = [\"chief\", \"nurse\"] }";
    let further = "but such a finding is about further posts, which are not named";
    assert_eq!(
        unused(tops),
        [
            "`several-tops` is allowed for Nurse, but there is no such finding | nurse".to_owned(),
            format!("`several-tops` is allowed for Chief, {further} | chief"),
        ]
    );
    // That is no matter where another allows the finding.
    let both = "several-tops = [{ why = \"two trusts\", posts = [\"chief\"] }, \"all known\"]";
    assert_eq!(
        unused(both),
        [format!(
            "`several-tops` is allowed for Chief, {elsewhere} | chief"
        )]
    );
    // A finding about no post is not about the posts named.
    assert_eq!(
        unused("unit-without-posts = { why = \"planned\", posts = [\"matron\"] }"),
        ["`unit-without-posts` is allowed for Matron, but there is no such finding | matron"]
    );
}

/// One allowance must name every post that a finding is about; that each of two
/// names one of them, and another post, allows nothing.
#[test]
fn allowances_do_not_complete_each_other() {
    let allow = r#"several-tops = [
        { why = "answers to the board", posts = ["chief", "nurse"] },
        { why = "answers to the college", posts = ["other", "matron"] },
    ]"#;
    let (left, allowed) = sorted(allow, SeveralTops);
    assert_eq!((left.len(), allowed.len()), (1, 0));
    let further = "but such a finding is about further posts, which are not named";
    assert_eq!(
        sorted(allow, AllowanceUnused).0,
        [
            "`several-tops` is allowed for Nurse, but there is no such finding | nurse".to_owned(),
            format!("`several-tops` is allowed for Chief, {further} | chief"),
            "`several-tops` is allowed for Matron, but there is no such finding | matron"
                .to_owned(),
            format!("`several-tops` is allowed for Other, {further} | other"),
        ]
    );
}

#[test]
fn an_allowance_of_no_use_rests_on_the_posts_it_names() {
    let rests_on = |allow: &str| {
        basis(
            &format!("[findings.allow]\n{allow}\n{WARD}"),
            AllowanceUnused,
        )
    };
    assert_eq!(
        rests_on(
            "no-deputy = { why = \"recruiting\", posts = [\"other\", \"matron\", \"nurse\"] }"
        ),
        [
            "Other is an individual post (given)",
            "Nurse is an individual post (given)",
        ]
    );
    assert_eq!(rests_on("same-name = \"they know\""), NONE);
}

#[test]
fn what_to_do_about_an_allowance_is_by_the_case() {
    let remedies = |allow: &str| -> Vec<&str> {
        let org = from_toml(&format!("[findings.allow]\n{allow}\n{WARD}"));
        let findings = org.findings();
        findings.of(AllowanceUnused).map(Finding::remedy).collect()
    };
    let tops = "several-tops = { why = \"two trusts\", posts = [\"chief\", \"nurse\"] }";
    assert_eq!(
        remedies(tops),
        [
            "take it out of the allowances",
            "name every post that the finding is about, or take it out of the allowances",
        ]
    );
    assert_eq!(
        remedies("no-deputy = [\"small teams\", \"again\"]"),
        ["take it out of the allowances"]
    );
}

#[test]
fn the_first_allowance_told_gives_the_reason() {
    let reasons = |first: &str, then: &str| {
        let own = |why: &str| format!("{{ why = \"{why}\", posts = [\"other\", \"chief\"] }}");
        let of = |word: &str| match word {
            "own" => own("own"),
            word => format!("\"{word}\""),
        };
        let allow = format!("several-tops = [{}, {}]", of(first), of(then));
        sorted(&allow, SeveralTops).1
    };
    assert!(reasons("own", "all")[0].ends_with(": own"));
    assert!(reasons("all", "own")[0].ends_with(": all"));
}

#[test]
fn an_allowance_of_no_use_is_allowed() {
    let both = "same-name = \"they know\"\nallowance-unused = \"kept for next year\"";
    let (left, allowed) = sorted(both, AllowanceUnused);
    assert_eq!(left, NONE);
    assert_eq!(allowed.len(), 1);
    let alone = sorted("allowance-unused = \"kept\"", AllowanceUnused);
    assert_eq!(
        alone.0,
        ["`allowance-unused` is allowed, but there is no such finding | "]
    );
}

#[test]
fn allowances_are_told_in_code() {
    let mut document = Document::default();
    document.push_post(PostRecord::new("chief", "Chief"));
    document.push_allowance(AllowanceRecord::new(
        FindingCode::SuperiorNotStated,
        "known",
    ));
    document.push_allowance(AllowanceRecord::new(
        FindingCode::SuperiorNotStated,
        "again",
    ));
    let org = Organisation::try_from(document).expect("sound");
    assert_eq!(
        org.to_toml(),
        "version = 1\n\n[findings.allow]\nsuperior-not-stated = [\"known\", \"again\"]\n\n\
         [post.chief]\ntitle = \"Chief\"\n"
    );
    let findings = org.findings();
    let allowed = findings.allowed().next().expect("an allowed finding");
    assert_eq!(allowed.1, "known");
    let mut document = org.to_document();
    for why in ["known", "again", " "] {
        document.push_allowance(AllowanceRecord::new(NoDeputy, why).for_posts(["chief"]));
    }
    let problems = Organisation::salvage(document).problems;
    assert_eq!(
        problems[0].to_string(),
        "`findings`, `allow`, `no-deputy` item 3, `why`: the text is blank; fill it in"
    );
    let text = "[findings]\nspan = 3\n[post.chief]\ntitle = \"Chief\"\n";
    assert_eq!(found(text, AllowanceUnused), NONE);
}
