//! Spans, layers, bodies.

use std::fmt::Write;

use answerable::FindingCode::{
    BodyWithoutChair, BodyWithoutMembers, SpanOfOne, SpanTooWide, TooManyLayers,
};

use super::{NONE, basis, found};

/// A matron with so many nurses, and as many of the ward by rule.
fn ward(settings: &str, nurses: usize, by_rule: usize) -> String {
    let mut text = format!(
        r#"
{settings}
[unit.ward]
[[head]]
kind = "professional"
unit = "ward"
post = "matron"
[post.matron]
title = "Matron"
operational = {{ none = "head" }}
"#
    );
    for at in 0..nurses {
        let post = format!(
            "[post.n{at}]\ntitle = \"N{at}\"\noperational = \"matron\"\nprofessional = \"matron\"\n"
        );
        text.write_str(&post).expect("a string takes it");
    }
    for at in 0..by_rule {
        let post = format!("[post.r{at}]\ntitle = \"R{at}\"\nunit = \"ward\"\n");
        text.write_str(&post).expect("a string takes it");
    }
    text
}

#[test]
fn a_span_is_too_wide() {
    let settings = "[findings]\nspan = 2";
    assert_eq!(
        found(&ward(settings, 3, 4), SpanTooWide),
        [
            "Matron has 3 direct reports (operational), more than 2 | matron",
            "Matron has 3 direct reports (professional), more than 2; and 4 more by rule | matron",
        ]
    );
    assert_eq!(found(&ward(settings, 2, 4), SpanTooWide), NONE);
    // Without a threshold nothing is too wide.
    assert_eq!(found(&ward("", 3, 4), SpanTooWide), NONE);
    assert_eq!(
        basis(&ward(settings, 3, 1), SpanTooWide)[3..],
        [
            "N0 is accountable to Matron (professional; given)",
            "N1 is accountable to Matron (professional; given)",
            "N2 is accountable to Matron (professional; given)",
        ]
    );
    let outside =
        ward(settings, 3, 0).replace("operational = { none = \"head\" }", "kind = \"external\"");
    assert_eq!(found(&outside, SpanTooWide), NONE);
}

#[test]
fn a_post_has_a_single_report() {
    assert_eq!(
        found(&ward("", 1, 0), SpanOfOne),
        ["Matron has a single direct report (operational): N0 | matron + n0"]
    );
    assert_eq!(found(&ward("", 2, 0), SpanOfOne), NONE);
    assert_eq!(found(&ward("", 0, 1), SpanOfOne), NONE);
    // Several seats are several people; a body answers through one post.
    let seats = ward("", 1, 0).replace("\"N0\"", "\"N0\"\nseats = 6");
    assert_eq!(found(&seats, SpanOfOne), NONE);
    assert_eq!(
        found(&seats.replace("seats = 6", "seats = 1"), SpanOfOne).len(),
        1
    );
    let body = ward("", 1, 0).replace("\"Matron\"", "\"Matron\"\nkind = \"body\"");
    assert_eq!(found(&body, SpanOfOne), NONE);
}

#[test]
fn there_are_too_many_layers() {
    let text = |top: &str| {
        format!(
            r#"
[findings]
layers = 2
[post.chief]
title = "Chief"
{top}
[post.nurse]
title = "Nurse"
operational = "sister"
[post.sister]
title = "Sister"
operational = "chief"
[post.night]
title = "Night"
operational = "sister"
[post.alone]
title = "Alone"
"#
        )
    };
    let deep =
        ["the chain from Nurse to Chief has 3 layers (operational), more than 2 | chief + nurse"];
    assert_eq!(
        found(&text("operational = { none = \"head\" }"), TooManyLayers),
        deep
    );
    assert_eq!(found(&text(""), TooManyLayers), deep);
    // What is outside is no layer.
    assert_eq!(found(&text("kind = \"external\""), TooManyLayers), NONE);
    assert_eq!(
        found(&text("").replace("layers = 2", "layers = 3"), TooManyLayers),
        NONE
    );
    assert_eq!(
        found(&text("").replace("layers = 2", ""), TooManyLayers),
        NONE
    );
    assert_eq!(
        basis(&text(""), TooManyLayers),
        [
            "Nurse is accountable to Sister (operational; given)",
            "Sister is accountable to Chief (operational; given)",
        ]
    );
}

#[test]
fn a_body_has_no_members_or_no_chair() {
    let text = r#"
[post.empty]
title = "Empty Board"
kind = "body"
[post.chaired]
title = "Chaired Board"
kind = "body"
chair = "chair"
[post.full]
title = "Full Board"
kind = "body"
members = ["chair"]
[post.chair]
title = "Chair"
[post.outside]
title = "Outside"
kind = "external"
"#;
    assert_eq!(
        found(text, BodyWithoutMembers),
        ["Empty Board has no members | empty"]
    );
    assert_eq!(
        found(text, BodyWithoutChair),
        [
            "Empty Board has no chair | empty",
            "Full Board has no chair | full"
        ]
    );
    assert_eq!(
        basis(text, BodyWithoutMembers),
        ["Empty Board is a body (given)"]
    );
}
