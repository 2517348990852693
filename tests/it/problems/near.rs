//! Ids that nothing has, and the id that was probably meant.

use answerable::{Document, Near, Organisation, ProblemKind};
use insta::assert_snapshot;

use super::{Refused, toml};

/// How what was written differs from the id that was probably meant.
fn near(refused: &Refused) -> Option<(String, Near)> {
    match refused.only().kind() {
        ProblemKind::UnknownId { near, .. } => {
            near.as_ref().map(|near| (near.id.clone(), near.differs_in))
        }
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_title_in_place_of_an_id_is_told() {
    let org = crate::loaded::trust();
    let missed = |id: &str| org.post(id).expect_err("no id").to_string();
    insta::assert_snapshot!(missed("Chief nurse"), @"no post `Chief nurse` in this organisation; did you mean `chief-nurse`, which has this title?");
    insta::assert_snapshot!(missed("Chief-Nurse"), @"no post `Chief-Nurse` in this organisation; did you mean `chief-nurse`, which differs only in letter case?");
    // Of a title that several posts have, none is meant more than another.
    let org = crate::loaded::from_toml(
        "[post.a]\ntitle = 'Ward Sister'\n[post.b]\ntitle = 'Ward Sister'",
    );
    let missed = org.post("Ward Sister").expect_err("no id").to_string();
    assert_eq!(missed, "no post `Ward Sister` in this organisation");
}

#[test]
fn a_superior_is_unknown() {
    let refused = toml(
        r#"
[post.matron]
title = "Matron"
operational = "head-of-estates"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 3, column 1: `matron` is accountable to `head-of-estates` (operational), but there is no such post; add it, or correct the id
        3 | operational = "head-of-estates"
            ^
    left out: post `matron`, `operational`
    "#);
    assert_eq!(near(&refused), None);
}

#[test]
fn a_superior_is_misspelt() {
    let refused = toml(
        r#"
[post.chief-nurse]
title = "Chief Nurse"

[post.matron]
title = "Matron"
professional = { to = "cheif-nurse", standing = "assumed" }
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 6, column 1: `matron` is accountable to `cheif-nurse` (professional), but there is no such post; did you mean `chief-nurse`?
        6 | professional = { to = "cheif-nurse", standing = "assumed" }
            ^
    left out: post `matron`, `professional`
    "#);
    assert_eq!(near(&refused), Some(("chief-nurse".into(), Near::Spelling)));
}

#[test]
fn a_superior_differs_in_letter_case() {
    let refused = toml(
        r#"
[post."EoE-HEE-001"]
title = "Head of Education"

[post.tutor]
title = "Tutor"
operational = "EOE-HEE-001"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 6, column 1: `tutor` is accountable to `EOE-HEE-001` (operational), but there is no such post; did you mean `EoE-HEE-001`, which differs only in letter case?
        6 | operational = "EOE-HEE-001"
            ^
    left out: post `tutor`, `operational`
    "#);
    assert_eq!(
        near(&refused),
        Some(("EoE-HEE-001".into(), Near::LetterCase))
    );
}

#[test]
fn a_superior_differs_in_leading_zeros() {
    let refused = toml(
        r#"
[post.00005654]
title = "Director"

[post.1]
title = "Manager"
operational = "5654"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 6, column 1: `1` is accountable to `5654` (operational), but there is no such post; did you mean `00005654`, which differs only in leading zeros?
        6 | operational = "5654"
            ^
    left out: post `1`, `operational`
    "#);
    assert_eq!(
        near(&refused),
        Some(("00005654".into(), Near::LeadingZeros))
    );
    let inside = toml(
        r#"
[post.HEE-007]
title = "Director"

[post.1]
title = "Manager"
operational = "HEE-7"
"#,
    );
    assert_eq!(near(&inside), Some(("HEE-007".into(), Near::LeadingZeros)));
}

#[test]
fn a_superior_differs_in_unicode_form() {
    let composed = "[post.\"m\u{e9}decin\"]\ntitle = \"Doctor\"\n";
    let refused = toml(&format!(
        "{composed}[post.intern]\ntitle = \"Intern\"\noperational = \"me\u{301}decin\"\n"
    ));
    assert_eq!(
        refused.lines(),
        [
            "line 5, column 1: `intern` is accountable to `me\u{301}decin` (operational), \
          but there is no such post; did you mean `m\u{e9}decin`, which looks the same \
          and differs only in Unicode form?"
        ]
    );
    assert_eq!(
        near(&refused),
        Some(("m\u{e9}decin".into(), Near::UnicodeForm))
    );
}

#[test]
fn a_superior_differs_in_a_zero_width_character() {
    let refused = toml(
        "[post.matron]\ntitle = \"Matron\"\n[post.sister]\ntitle = \"Sister\"\noperational = \"mat\u{200B}ron\"\n",
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 5, column 1: `sister` is accountable to `mat\u{200b}ron` (operational), but there is no such post; did you mean `matron`, which looks the same and differs only in Unicode form?
        5 | operational = "mat ron"
            ^
    left out: post `sister`, `operational`
    "#);
    assert_eq!(near(&refused), Some(("matron".into(), Near::UnicodeForm)));
}

#[test]
fn a_superior_differs_in_several_forms() {
    let refused = toml(
        r#"
[post.HEE-007]
title = "Director"

[post.tutor]
title = "Tutor"
operational = "hee-7"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: line 6, column 1: `tutor` is accountable to `hee-7` (operational), but there is no such post; did you mean `HEE-007`, which differs only in letter case, leading zeros or Unicode form?
        6 | operational = "hee-7"
            ^
    left out: post `tutor`, `operational`
    "#);
    assert_eq!(near(&refused), Some(("HEE-007".into(), Near::Form)));
}

#[test]
fn spelling_is_compared_for_the_first_twenty_and_form_for_all() {
    let mut text = String::from("[post.chief-nurse]\ntitle = \"Chief Nurse\"\n");
    for at in 0..21 {
        let post = format!("[post.m{at}]\ntitle = \"M\"\noperational = \"chief-nurze\"\n");
        text.push_str(&post);
    }
    text.push_str("[post.last]\ntitle = \"Last\"\noperational = \"CHIEF-NURSE\"\n");
    let lines = toml(&text).lines();
    assert_snapshot!(lines[19..].join("\n"), @"
    line 62, column 1: `m19` is accountable to `chief-nurze` (operational), but there is no such post; did you mean `chief-nurse`?
    line 65, column 1: `m20` is accountable to `chief-nurze` (operational), but there is no such post; add it, or correct the id
    line 68, column 1: `last` is accountable to `CHIEF-NURSE` (operational), but there is no such post; did you mean `chief-nurse`, which differs only in letter case?
    ");
}

#[test]
fn looking_up_an_unknown_id_offers_the_near_miss() {
    let text = r#"
[source.scheme]

[profession.nursing]

[unit.ward-7]

[matter.budget]

[post.HEE-007]
title = "Director"
deputies = [{ post = "deputy", for = ["leave"] }]

[post.deputy]
title = "Deputy"
"#;
    let document = Document::from_toml(text).expect("TOML");
    let org = Organisation::try_from(document).expect("a sound organisation");
    let unknown = [
        org.source("scheme of delegation").err(),
        org.profession("Nursing").err(),
        org.unit("ward-07").err(),
        org.matter("leaves").err(),
        org.post("HEE-07").err(),
        org.post("hee\u{200B}-7").err(),
        org.post("deptuy").err(),
        org.post("\u{202E}x").err(),
    ];
    let lines: Vec<_> = unknown.iter().flatten().map(ToString::to_string).collect();
    assert_snapshot!(lines.join("\n"), @r"
    no source `scheme of delegation` in this organisation
    no profession `Nursing` in this organisation; did you mean `nursing`, which differs only in letter case?
    no unit `ward-07` in this organisation; did you mean `ward-7`, which differs only in leading zeros?
    no matter `leaves` in this organisation; did you mean `leave`?
    no post `HEE-07` in this organisation; did you mean `HEE-007`, which differs only in leading zeros?
    no post `hee\u{200b}-7` in this organisation; did you mean `HEE-007`, which differs only in letter case, leading zeros or Unicode form?
    no post `deptuy` in this organisation; did you mean `deputy`?
    no post `\u{202e}x` in this organisation
    ");
    assert_eq!(lines.len(), unknown.len());
}

#[test]
fn what_a_post_is_said_to_be_stands_beside_a_misspelt_kind() {
    let refused = toml(
        r#"
[post.board]
title = "Board"
kind = "body"
kin = "external"

[post.matron]
title = "Matron"
kin = "body"
"#,
    );
    assert_snapshot!(refused, @r#"
    invalid organisation: 2 problems
      line 4, column 1: post `board`, `kin`: there is no such key here; did you mean `kind`?
        4 | kin = "external"
            ^
      line 8, column 1: post `matron`, `kin`: there is no such key here; did you mean `kind`?
        8 | kin = "body"
            ^
    left out: post `board`, `kin`
    left out: post `matron`, `kin`; post `matron`
    "#);
}

#[test]
fn a_title_stands_for_an_id() {
    let refused = toml(
        r#"
[unit.ward-7]
title = "Elderly care ward"

[unit.ward-8]
title = "Stroke"

[unit.ward-9]
title = "Stroke"

[post.hm]
title = "Head of Maths"
unit = "Stroke"

[post.teacher]
title = "Teacher"
unit = "elderly care ward"
operational = "Head of Maths"
professional = "Teacher"
deputies = ["hn"]
"#,
    );
    assert_snapshot!(refused.lines().join("\n"), @"
    line 12, column 1: `hm` is of unit `Stroke`, but there is no such unit; add it, or correct the id
    line 16, column 1: `teacher` is of unit `elderly care ward`, but there is no such unit; did you mean `ward-7`, which has this title?
    line 17, column 1: `teacher` is accountable to `Head of Maths` (operational), but there is no such post; did you mean `hm`, which has this title?
    line 18, column 1: `teacher` is accountable to `Teacher` (professional), but there is no such post; add it, or correct the id
    line 19, column 13: `teacher` names `hn` as deputy, but there is no such post; add it, or correct the id
    ");
}

#[test]
fn a_unit_is_looked_up_by_its_title() {
    let text = "[unit.w7]\ntitle = 'Ward 7'\n[profession.n]\ntitle = 'Nursing'\n[source.jd]\n\
                title = 'Job description'\n[matter.leave]\ntitle = 'Annual leave'\n";
    let document = Document::from_toml(text).expect("TOML");
    let org = Organisation::try_from(document).expect("sound");
    let told = [
        org.unit("ward 7").expect_err("a title"),
        org.profession("Nursing").expect_err("a title"),
        org.source("Job description").expect_err("a title"),
        org.matter("annual leave").expect_err("a title"),
    ];
    let near = told.map(|unknown| unknown.near.map(|near| (near.id, near.differs_in)));
    let meant = ["w7", "n", "jd", "leave"];
    assert_eq!(near, meant.map(|id| Some((id.to_owned(), Near::Title))));
}
