//! Each part of an organisation says what the text says.

use answerable::{
    Accountability::{Clinical, Operational, Professional},
    Post, PostKind, Seats, Superior, Unit,
};
use insta::assert_snapshot;

use super::{every_shape, from_toml, lines};

#[test]
fn an_organisation() {
    let org = every_shape();
    assert_eq!(org.title(), Some("Thamesmouth NHS Foundation Trust"));
    assert_eq!(org.about(), Some("A trust of every shape"));
    assert!(!org.reverts_to_superior());
    assert!(from_toml("").reverts_to_superior());
    assert_eq!(org.kind_title(Clinical), "Care");
    assert_eq!(org.kind_title(Operational), "operational");
    assert_snapshot!(lines(org.posts()), @"
    Trust Board
    Committee
    Regulator
    Chair
    Chief Executive
    Chief Nurse
    Matron
    Sister
    ");
    assert_eq!(
        format!("{org:?}"),
        r#"Organisation { title: Some("Thamesmouth NHS Foundation Trust"), posts: 8, .. }"#
    );
}

#[test]
fn a_post() {
    let org = every_shape();
    let chief = org.post("chief-nurse").expect("a post");
    assert_eq!((chief.id(), chief.title()), ("chief-nurse", "Chief Nurse"));
    assert_eq!(
        (chief.to_string().as_str(), format!("{chief:?}").as_str()),
        ("Chief Nurse", r#"Post("chief-nurse")"#)
    );
    assert_eq!(chief.kind(), PostKind::Individual);
    assert_eq!(chief.unit(), org.unit("trust").ok());
    assert_eq!(chief.unit_basis().to_string(), "stated: map");
    assert_eq!(chief.profession(), org.profession("nursing").ok());
    assert_eq!(chief.profession_basis().to_string(), "inferred");
    assert_eq!(
        (chief.grade(), chief.fte(), chief.seats()),
        (None, Some(0.6), None)
    );
    assert_eq!(chief.note(), Some("two people"));
    assert!(!chief.is_vacant());
    assert_eq!(chief.basis().to_string(), "given");
    assert_eq!(
        chief.chain(Operational).to_string(),
        "Chief Nurse → Chief Executive → Trust Board"
    );

    let sister = org.post("sister").expect("a post");
    assert!(sister.is_vacant());
    assert_eq!(sister.seats(), Some(Seats::NotStated));
    assert_eq!(sister.basis().to_string(), "inferred");
    assert_eq!(sister.basis().why(), Some("from the rota"));

    let matron = org.post("matron").expect("a post");
    assert_eq!(matron.seats(), Some(Seats::Number(3)));
    assert_eq!(
        matron.labels().collect::<Vec<_>>(),
        [("cost centre", "4711"), ("position", "")]
    );
    assert_eq!(
        (matron.label("position"), matron.label("floor")),
        (Some(""), None)
    );

    let executive = org.post("chief-executive").expect("a post");
    assert_eq!(executive.grade(), Some("VSM"));
    assert_eq!(org.get("board").map(Post::kind), Some(PostKind::Body));
    assert_eq!(
        org.get("regulator").map(Post::kind),
        Some(PostKind::External)
    );
}

#[test]
fn holders() {
    let org = every_shape();
    let executive = org.post("chief-executive").expect("a post");
    let holder = executive.holders().next().expect("a holder");
    assert_eq!(
        (holder.name(), holder.id(), holder.holding_as()),
        ("R. Okafor", Some("p1"), Some("interim"))
    );
    assert_eq!(holder.basis().to_string(), "stated: map");
    assert_eq!(holder.to_string(), "R. Okafor (interim)");
    let chief = org.post("chief-nurse").expect("a post");
    assert_snapshot!(lines(chief.holders()), @"
    P. Idris
    S. Lim (job share)
    ");
}

#[test]
fn superiors_and_reasons() {
    let org = every_shape();
    let said = org.posts().flat_map(|post| {
        [Operational, Professional, Clinical]
            .map(|kind| format!("{post}, {kind}: {}", post.superior(kind)))
    });
    assert_snapshot!(lines(said), @"
    Trust Board, operational: none: head of the organisation
    Trust Board, professional: not stated
    Trust Board, clinical: not stated
    Committee, operational: not stated
    Committee, professional: not stated
    Committee, clinical: not stated
    Regulator, operational: none: outside the organisation
    Regulator, professional: none: outside the organisation
    Regulator, clinical: none: outside the organisation
    Chair, operational: not stated: not in the papers
    Chair, professional: not stated
    Chair, clinical: not stated
    Chief Executive, operational: Trust Board
    Chief Executive, professional: not stated
    Chief Executive, clinical: not stated
    Chief Nurse, operational: Chief Executive
    Chief Nurse, professional: none: head of nursing
    Chief Nurse, clinical: Chair
    Matron, operational: Chief Nurse
    Matron, professional: Chief Nurse
    Matron, clinical: not stated: under review
    Sister, operational: Matron
    Sister, professional: not stated: in dispute
    Sister, clinical: not stated: under review
    ");

    let top = org.post("board").expect("a post").superior(Operational);
    let Superior::NoneAbove(reason) = top else {
        unreachable!("{top}")
    };
    assert_eq!(
        (reason.why(), reason.headship()),
        ("head of the organisation", None)
    );
    assert_eq!(reason.basis().to_string(), "given");

    let hole = org.post("chair").expect("a post").superior(Operational);
    let Superior::Unstated(Some(reason)) = hole else {
        unreachable!("{hole}")
    };
    assert_eq!(
        (reason.why(), reason.basis().to_string().as_str()),
        ("not in the papers", "stated: Job description")
    );

    let by_rule = org.post("matron").expect("a post").superior(Clinical);
    let Superior::Unstated(Some(reason)) = by_rule else {
        unreachable!("{by_rule}")
    };
    assert_eq!(reason.why(), "under review");
    assert_eq!(reason.headship(), org.headships().nth(1));
    assert_eq!(reason.standing().as_str(), "assumed");

    let outside = org.post("regulator").expect("a post").superior(Operational);
    assert_eq!(outside.to_string(), "none: outside the organisation");
    let untold = org.post("committee").expect("a post").superior(Operational);
    assert_eq!(untold, Superior::Unstated(None));
}

#[test]
fn lines_upwards() {
    let org = every_shape();
    assert_snapshot!(lines(org.posts().flat_map(Post::lines)), @"
    Chief Executive is accountable to Trust Board (operational; stated: Job description, Accountability)
    Chief Executive is also accountable to Regulator (operational; given)
    Chief Executive is also accountable to Chair (Care; assumed)
    Chief Nurse is accountable to Chief Executive (operational; given)
    Chief Nurse is accountable to Chair (Care; given)
    Matron is accountable to Chief Nurse (operational; given)
    Matron is accountable to Chief Nurse (professional; by rule: all Nursing staff of Thamesmouth (stated: Job description, Accountability); inferred)
    Sister is accountable to Matron (operational; given)
    ");
    let executive = org.post("chief-executive").expect("a post");
    let line = executive.superior(Operational).line().expect("a line");
    assert_eq!(
        (line.from(), Some(line.to()), line.kind()),
        (executive, org.get("board"), Operational)
    );
    assert!(!line.is_also() && line.headship().is_none());
    assert_eq!(line.basis().at(), Some("Accountability"));
    assert_eq!(line.basis().why(), Some("as stated"));
    let also: Vec<_> = executive.also().collect();
    assert!(also.iter().all(|line| line.is_also()));
    assert_eq!(also[1].basis().why(), Some("custom"));
    let regulator = org.post("regulator").expect("a post");
    assert_eq!(regulator.also_reports().collect::<Vec<_>>(), also[..1]);
    assert_eq!(
        format!("{line:?}"),
        r#"Line("chief-executive" → "board", operational)"#
    );
}

#[test]
fn units_and_professions() {
    let org = every_shape();
    let ward = org.unit("Ward 7").expect("a unit");
    let trust = org.unit("trust").expect("a unit");
    assert_eq!(
        (ward.id(), ward.title(), ward.within()),
        ("Ward 7", "Ward 7", Some(trust))
    );
    assert!(trust.is_around(ward) && !ward.is_around(trust) && !ward.is_around(ward));
    assert_eq!(ward.basis().to_string(), "inferred");
    assert_eq!(ward.basis().why(), Some("by its door"));
    assert_eq!(ward.within_basis().standing().as_str(), "inferred");
    assert_eq!(org.unit("untitled").map(Unit::title), Ok("untitled"));
    assert_eq!(
        ward.posts().map(Post::id).collect::<Vec<_>>(),
        ["matron", "sister"]
    );
    assert_eq!(trust.posts_within().len(), 4);
    assert_eq!(
        ward.headships().collect::<Vec<_>>(),
        [org.headships().nth(1).expect("a headship")]
    );
    assert_snapshot!(lines(trust.links().chain(ward.links())), @"
    Regulator commissions Thamesmouth
    Chief Nurse supports Ward 7
    ");
    assert_eq!(lines(org.units()), "Thamesmouth\nWard 7\nuntitled");

    let nursing = org.profession("nursing").expect("a profession");
    let visiting = org.profession("health-visiting").expect("a profession");
    assert_eq!(
        (visiting.title(), visiting.within()),
        ("Health visiting", Some(nursing))
    );
    assert!(nursing.is_around(visiting));
    assert_eq!(visiting.basis().to_string(), "stated: map");
    assert_eq!(
        visiting.within_basis().to_string(),
        "stated: Job description"
    );
    assert_eq!(visiting.within_basis().why(), Some("as drawn"));
    assert_eq!(nursing.posts().len(), 1);
    assert_eq!(nursing.posts_within().len(), 3);
    assert_eq!(
        lines(org.professions()),
        "Nursing\nMidwifery\nHealth visiting"
    );
}

#[test]
fn sources_and_matters() {
    let org = every_shape();
    let map = org.source("map").expect("a source");
    assert_eq!((map.id(), map.title()), ("map", "map"));
    assert_eq!(map.basis().to_string(), "stated: Job description, Annex");
    assert_eq!(map.basis().source(), org.source("jd").ok());
    assert_eq!(lines(org.sources()), "Job description\nmap");

    let revalidation = org.matter("revalidation").expect("a matter");
    assert_eq!(
        (revalidation.title(), revalidation.kind()),
        ("Revalidation", Some(Professional))
    );
    assert!(revalidation.is_personal());
    assert_eq!(
        revalidation.basis().to_string(),
        "stated: Job description, page 2"
    );
    assert_snapshot!(lines(revalidation.arrangements()), @"Chair deputises for Chief Executive (rank 2; to attend; for Revalidation, leave; onward)");
    let leave = org.matter("leave").expect("a matter");
    assert_eq!(
        (leave.title(), leave.kind(), leave.is_personal()),
        ("leave", None, false)
    );

    let named = from_toml(
        "[post.a]\ntitle = \"A\"\ndeputies = [{ post = \"b\", for = [\"leave\"] }]\n[post.b]\ntitle = \"B\"\n",
    );
    assert_eq!(lines(named.matters()), "leave");
    assert_eq!(
        named
            .matter("leave")
            .map(|matter| matter.arrangements().count()),
        Ok(1)
    );
}
