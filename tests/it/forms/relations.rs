//! Headships, arrangements, bodies and links say what the text says.

use answerable::{
    Accountability::Professional, Authority, BasisRecord, Document, Head, LinkEnd, LinkRecord,
    Organisation, Post, PostRecord, Relation, SourceRecord,
};
use insta::assert_snapshot;

use super::{every_shape, lines};

#[test]
fn headships() {
    let org = every_shape();
    let [nursing, ward] = [0, 1].map(|at| org.headships().nth(at).expect("a headship"));
    assert_eq!(
        (nursing.kind(), Some(nursing.unit())),
        (Professional, org.unit("trust").ok())
    );
    assert_eq!(nursing.profession(), org.profession("nursing").ok());
    assert_eq!(
        nursing.head(),
        Head::Known(org.post("chief-nurse").expect("a post"))
    );
    assert!(nursing.is_through_operational());
    assert_eq!(nursing.covers(), "all Nursing staff of Thamesmouth");
    assert_eq!(
        nursing.basis().to_string(),
        "stated: Job description, Accountability"
    );
    assert_eq!(
        nursing.posts().map(Post::id).collect::<Vec<_>>(),
        ["matron"]
    );
    assert_eq!(ward.head(), Head::Unstated("under review"));
    assert_eq!(ward.head().post(), None);
    assert_eq!(ward.basis().why(), Some("nobody asked"));
    assert_snapshot!(lines(org.headships()), @"
    by rule: all Nursing staff of Thamesmouth answer to Chief Nurse (professional)
    by rule: all posts of Ward 7 answer to a head who is not stated (Care)
    ");
    let chief = org.post("chief-nurse").expect("a post");
    assert_eq!(chief.headships().collect::<Vec<_>>(), [nursing]);
}

#[test]
fn arrangements() {
    let org = every_shape();
    let executive = org.post("chief-executive").expect("a post");
    assert_snapshot!(lines(executive.deputies()), @"
    Chief Nurse deputises for Chief Executive (rank 1)
    Chair deputises for Chief Executive (rank 2; to attend; for Revalidation, leave; onward)
    Matron deputises for Chief Executive (rank 3; one of a pool)
    Sister deputises for Chief Executive (rank 3; one of a pool; onward)
    ");
    let limited = executive.deputies().nth(1).expect("an arrangement");
    assert_eq!(
        (Some(limited.deputy()), limited.principal()),
        (org.get("chair"), executive)
    );
    assert_eq!(
        (limited.rank(), limited.authority()),
        (2, Authority::Attend)
    );
    assert!(limited.is_limited() && limited.is_onward() && !limited.is_pooled());
    assert_eq!(lines(limited.matters()), "Revalidation\nleave");
    assert_eq!(limited.basis().to_string(), "stated: Job description");
    let pooled: Vec<_> = executive.deputies().skip(2).collect();
    assert!(pooled.iter().all(|one| one.is_pooled() && one.rank() == 3));
    assert!(!pooled[0].is_onward() && pooled[1].is_onward());
    let sister = org.post("sister").expect("a post");
    assert_eq!(sister.deputises_for().collect::<Vec<_>>(), pooled[1..]);
}

#[test]
fn bodies() {
    let org = every_shape();
    let board = org.post("board").expect("a post");
    assert_eq!(board.chair(), org.get("chair"));
    assert_eq!(board.chair_basis().to_string(), "stated: Job description");
    assert_snapshot!(lines(board.members()), @"
    Chair chairs Trust Board
    Chief Executive is a member of Trust Board
    Chief Nurse is a member of Trust Board (secretary)
    Regulator is a member of Trust Board
    ");
    let secretary = board.members().nth(2).expect("a member");
    assert_eq!(
        (secretary.body(), Some(secretary.member())),
        (board, org.get("chief-nurse"))
    );
    assert_eq!(secretary.role(), Some("secretary"));
    assert_eq!(
        board
            .members()
            .last()
            .map(|member| member.standing().as_str()),
        Some("assumed")
    );
    let chair = org.post("chair").expect("a post");
    assert_eq!(lines(chair.chairs()), "Trust Board\nCommittee");
    assert_eq!(
        secretary.member().memberships().collect::<Vec<_>>(),
        [secretary]
    );
}

#[test]
fn links() {
    let org = every_shape();
    let chief = org.post("chief-nurse").expect("a post");
    assert_snapshot!(lines(chief.links()), @"
    Chief Nurse supports Chief Executive
    Chief Nurse supports Ward 7
    Chief Nurse advises Trust Board
    Chief Nurse works with Matron
    Chief Executive works with Chief Nurse
    ");
    let to_unit = chief.links().nth(1).expect("a link");
    assert_eq!(
        (to_unit.relation(), to_unit.from()),
        (Relation::Supports, chief)
    );
    assert_eq!(
        to_unit.to(),
        LinkEnd::Unit(org.unit("Ward 7").expect("a unit"))
    );
    assert_eq!(to_unit.standing().as_str(), "inferred");
    assert_eq!(
        chief.links().next().and_then(|link| link.basis().why()),
        Some("daily")
    );
    let executive = org.post("chief-executive").expect("a post");
    assert_eq!(chief.linked_from().count(), 0);
    assert_eq!(
        chief.links().last().map(|link| link.other(chief)),
        Some(LinkEnd::Post(executive))
    );
}

#[test]
fn what_is_told_at_both_ends_is_one_link() {
    let told = |to: &str, source: &str| {
        LinkRecord::to_post(Relation::WorksWith, to).on(BasisRecord::source(source))
    };
    let mut document = Document::default();
    for source in ["one", "two"] {
        document.push_source(SourceRecord::new(source, source));
    }
    let mut lead = PostRecord::new("lead", "Lead").link(told("matron", "one"));
    lead = lead.linked(Relation::Advises, "matron");
    document.push_post(lead);
    document.push_post(PostRecord::new("matron", "Matron").link(told("lead", "two")));
    let org = Organisation::try_from(document).expect("sound");
    let [lead, matron] = ["lead", "matron"].map(|id| org.post(id).expect("a post"));
    let both: Vec<_> = lead
        .links()
        .filter(|link| link.relation().is_symmetric())
        .collect();
    assert_eq!(both, matron.links().collect::<Vec<_>>());
    let [link] = both[..] else {
        unreachable!("one link");
    };
    assert_eq!(link.basis().to_string(), "stated: one");
    let back = link.told_back().map(|basis| basis.to_string());
    assert_eq!(back.as_deref(), Some("stated: two"));
    assert_eq!(link.other(matron), LinkEnd::Post(lead));
    assert_eq!((lead.links().count(), matron.linked_from().count()), (2, 1));
    // Both are saved.
    assert_eq!(org.to_toml().matches("works_with").count(), 2);
}
