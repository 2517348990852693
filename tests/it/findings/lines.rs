//! Superiors, tops, vacancies with reports, layers.

use answerable::FindingCode::{SeveralTops, SuperiorNotStated, VacantWithReports};
use answerable::{Document, Organisation};

use super::{NONE, basis, found};

#[test]
fn a_superior_is_not_stated() {
    let text = r#"
[kind.operational]
title = "Managerial"
[post.chief]
title = "Chief Nurse"
operational = { none = "head" }
[post.matron]
title = "Matron"
operational = { unstated = "not in the job description" }
[post.sister]
title = "Ward Sister"
[post.nurse]
title = "Nurse"
operational = "sister"
[post.board]
title = "Board"
kind = "body"
[post.regulator]
title = "Regulator"
kind = "external"
"#;
    assert_eq!(
        found(text, SuperiorNotStated),
        [
            "it is not stated to whom Matron answers (Managerial): not in the job description | matron",
            "it is not stated to whom Ward Sister answers (Managerial) | sister",
        ]
    );
    assert_eq!(
        basis(text, SuperiorNotStated),
        [
            "the Managerial superior of Matron is not stated (given): not in the job description",
            "Ward Sister is an individual post (given)",
        ]
    );
}

#[test]
fn a_superior_that_a_problem_leaves_out_is_not_stated() {
    let text = "[post.matron]\ntitle = \"Matron\"\noperational = \"chief\"\n";
    let document = Document::from_toml(text).expect("TOML");
    let org = Organisation::salvage(document).organisation;
    let findings = org.findings();
    let finding = findings.of(SuperiorNotStated).next().expect("a hole");
    assert_eq!(
        finding.to_string(),
        "it is not stated to whom Matron answers (operational): `matron` is accountable to `chief` \
         (operational), but there is no such post; add it, or correct the id"
    );
}

#[test]
fn an_unstated_head_leaves_an_operational_superior_open() {
    let text = r#"
[unit.ward]
[[head]]
kind = "operational"
unit = "ward"
unstated = "under review"
[post.sister]
title = "Ward Sister"
unit = "ward"
"#;
    assert_eq!(
        found(text, SuperiorNotStated),
        ["it is not stated to whom Ward Sister answers (operational): under review | sister"]
    );
}

#[test]
fn several_posts_answer_to_nobody() {
    let text = r#"
[post.chief]
title = "Chief Executive"
operational = { none = "head" }
[post.board]
title = "Board, Trust"
kind = "body"
operational = { none = "elected" }
[post.outside]
title = "Regulator"
kind = "external"
[post.sister]
title = "Sister"
operational = "outside"
professional = { none = "no kind of top" }
[post.open]
title = "Open"
"#;
    assert_eq!(
        found(text, SeveralTops),
        ["2 posts answer to nobody (operational): Chief Executive; and Board, Trust | chief board"]
    );
    assert_eq!(
        basis(text, SeveralTops),
        [
            "Chief Executive has no operational superior (given): head",
            "Board, Trust has no operational superior (given): elected",
        ]
    );
    let one = text.replace("operational = { none = \"elected\" }", "");
    assert_eq!(found(&one, SeveralTops), NONE);
}

#[test]
fn a_vacant_post_has_reports() {
    let text = r#"
[post.chief]
title = "Chief Nurse"
vacant = true
operational = { none = "head" }
[post.matron]
title = "Matron"
operational = "chief"
[post.sister]
title = "Ward Sister"
operational = "matron"
professional = "chief"
[post.nurse]
title = "Nurse"
vacant = true
operational = "sister"
also = [{ kind = "operational", to = "chief" }]
[post.outside]
title = "Regulator"
kind = "external"
vacant = true
[post.link]
title = "Link Nurse"
operational = "outside"
"#;
    assert_eq!(
        found(text, VacantWithReports),
        [
            "Chief Nurse is vacant with 1 direct report (operational; 3 below in all) \
          and 1 direct report (professional; 1 below in all) | chief"
        ]
    );
    assert_eq!(
        basis(text, VacantWithReports),
        [
            "Chief Nurse is a vacant post (given)",
            "Matron is accountable to Chief Nurse (operational; given)",
            "Ward Sister is accountable to Chief Nurse (professional; given)",
        ]
    );
    assert_eq!(
        found(&text.replace("vacant = true\n", ""), VacantWithReports),
        NONE
    );
}
