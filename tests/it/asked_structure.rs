//! Where lines part, how deep a structure is, and how walks show themselves.

use answerable::Accountability::{Clinical, Operational, Professional};
use answerable::Post;

use crate::loaded::from_toml;

/// A matron and a nurse; the lines of the matron part at once, those of the nurse
/// one layer up.
const NURSES: &str = r#"
[post.chief]
title = "Chief Executive"
operational = { none = "head" }
[post.director]
title = "Director"
operational = "chief"
professional = "chief"
[post.manager]
title = "Manager"
operational = "chief"
[post.matron]
title = "Matron"
operational = "manager"
professional = "director"
[post.nurse]
title = "Nurse"
operational = "matron"
professional = "matron"
[post.partner]
title = "Partner"
kind = "external"
[post.liaison]
title = "Liaison"
operational = "partner"
"#;

#[test]
fn lines_part_at_the_last_post_they_share() {
    let org = from_toml(NURSES);
    let of = |id| org.post(id).expect("a post");
    let parted = |id, first, second| {
        let parting = of(id).parting(first, second)?;
        Some((parting.at.id(), parting.meet.map(Post::id)))
    };
    for id in ["matron", "nurse"] {
        assert_eq!(
            parted(id, Operational, Professional),
            Some(("matron", Some("chief"))),
            "{id}"
        );
    }
    assert_eq!(parted("director", Operational, Professional), None);
    assert_eq!(
        parted("manager", Operational, Clinical),
        Some(("manager", None))
    );
}

#[test]
fn layers_are_counted_with_the_post_unless_it_is_outside() {
    let org = from_toml(NURSES);
    let layers = |id| {
        let post = org.post(id).expect("a post");
        post.layers(Operational)
    };
    for (id, due) in [("chief", 4), ("matron", 2), ("nurse", 1), ("partner", 1)] {
        assert_eq!(layers(id), due, "{id}");
    }
}

#[test]
fn walks_show_where_they_are_and_how_much_is_left() {
    let org = from_toml(NURSES);
    let of = |id| org.post(id).expect("a post");
    let mut chain = of("nurse").chain(Operational);
    assert_eq!(
        format!("{chain:?}"),
        r#"Chain("nurse", operational, 3 lines)"#
    );
    chain.next();
    assert_eq!(
        format!("{chain:?}"),
        r#"Chain("matron", operational, 2 lines)"#
    );
    let below = of("manager").below(Operational);
    assert_eq!(
        format!("{below:?}"),
        r#"Below("manager", operational, 2 posts)"#
    );
    let reports = of("chief").reports(Operational);
    assert_eq!(
        format!("{reports:?}"),
        r#"Reports("chief", operational, 2 lines)"#
    );
}
