//! What is asked of an organisation, in small cases.

use std::collections::HashSet;
use std::hash::Hash;

use answerable::Accountability::{Operational, Professional};
use answerable::{
    Accountability, BasisRecord, Document, HeadshipRecord, LineRecord, MemberRecord, Organisation,
    PostId, PostRecord, Profession, ProfessionRecord, ReferenceRecord, Relation, SourceRecord,
    Standing, SuperiorRecord, UnitRecord,
};

use crate::loaded::trust;

/// A nurse under a matron under the Chief Nurse, who answers on an assumed line
/// to the Chief Executive; every nurse answers through that chain.
fn nursing(chief: impl Fn(PostRecord) -> PostRecord) -> Organisation {
    let assumed = LineRecord::new(Operational, SuperiorRecord::Known("chief-executive".into()))
        .on(BasisRecord::standing(Standing::Assumed));
    let mut document = Document::default();
    document.push_unit(UnitRecord::new("trust", "the Trust"));
    document.push_profession(ProfessionRecord::new("nursing", "Nursing"));
    document.push_headship(
        HeadshipRecord::new(Professional, "trust", "chief-nurse")
            .of_profession("nursing")
            .through_operational(),
    );
    document.extend([
        PostRecord::new("chief-executive", "Chief Executive").in_unit("trust"),
        chief(PostRecord::new("chief-nurse", "Chief Nurse").line(assumed)),
        PostRecord::new("manager", "Manager")
            .in_unit("trust")
            .accountable_to("chief-nurse", Operational),
        PostRecord::new("nurse", "Nurse")
            .in_unit("trust")
            .of_profession("nursing")
            .accountable_to("manager", Operational),
    ]);
    Organisation::try_from(document).expect("sound")
}

fn facts_of_the_nurses_line(org: &Organisation) -> String {
    let nurse = org.post("nurse").expect("a nurse");
    let line = nurse.superior(Professional).line().expect("a line by rule");
    assert_eq!(line.to().id(), "chief-nurse");
    let facts: Vec<_> = line.rests_on().iter().map(ToString::to_string).collect();
    format!("{}\n{}", line.standing(), facts.join("\n"))
}

#[test]
fn a_line_through_the_chain_rests_on_nothing_above_its_head() {
    let org = nursing(|chief| chief.in_unit("trust").of_profession("nursing"));
    insta::assert_snapshot!(facts_of_the_nurses_line(&org), @r"
    inferred
    by rule: all Nursing staff of the Trust answer to Chief Nurse (professional) (given)
    Nurse is of unit the Trust (given)
    Nurse is of profession Nursing (given)
    Nurse is accountable to Manager (operational; given)
    Manager is accountable to Chief Nurse (operational; given)
    Chief Nurse is of unit the Trust (given)
    Chief Nurse is of profession Nursing (given)
    ");
}

/// Then somebody above the head might have been in the area: the line rests on
/// nobody there being so.
#[test]
fn unless_the_head_is_outside_its_own_rule() {
    let org = nursing(|chief| chief);
    insta::assert_snapshot!(facts_of_the_nurses_line(&org), @r"
    assumed
    by rule: all Nursing staff of the Trust answer to Chief Nurse (professional) (given)
    Nurse is of unit the Trust (given)
    Nurse is of profession Nursing (given)
    Nurse is accountable to Manager (operational; given)
    Manager is accountable to Chief Nurse (operational; given)
    Chief Nurse is accountable to Chief Executive (operational; assumed)
    ");
}

#[test]
fn answers_can_be_compared_and_kept_in_sets() {
    fn key<T: Eq + Hash>(values: impl IntoIterator<Item = T>) -> usize {
        values.into_iter().collect::<HashSet<_>>().len()
    }
    let org = Organisation::from_posts([
        PostRecord::new("board", "Board")
            .body()
            .with_members(["matron"]),
        PostRecord::new("matron", "Matron")
            .held_by("A. Mensah")
            .held_by("A. Mensah")
            .none_above("head of the ward block")
            .linked(Relation::Advises, "board"),
    ])
    .expect("sound");
    let matron = org.post("matron").expect("a matron");
    // Two holders of one name are two.
    assert_eq!(key(matron.holders().chain(matron.holders())), 2);
    assert_eq!(
        key(Accountability::ALL.map(|kind| matron.superior(kind))),
        2
    );
    assert_eq!(key([matron.basis(), matron.unit_basis()]), 1);
    assert_eq!(key(matron.links()), 1);
    assert_eq!(key(matron.memberships()), 1);
    let salvage = || Organisation::salvage(Document::from_iter([PostRecord::new("a", "A")]));
    assert_eq!(salvage(), salvage());
}

#[test]
fn an_organisation_gives_back_its_document() {
    let org = trust();
    let document = org.to_document();
    assert_eq!(document.title(), org.title());
    assert_eq!(document.about(), org.about());
    assert_eq!(document.reverts_to_superior(), Some(true));
    assert_eq!(document.posts().count(), org.posts().len());
    assert_eq!(document.units().count(), org.units().len());
    assert_eq!(document.professions().count(), org.professions().len());
    assert_eq!(document.sources().count(), org.sources().len());
    assert_eq!(document.matters().count(), org.matters().count());
    assert_eq!(document.headships().count(), org.headships().len());
    assert_eq!(Organisation::try_from(document).expect("sound"), org);

    let mut document = org.to_document();
    document
        .push_post(PostRecord::new("nurse", "Nurse").accountable_to("chief-nurse", Operational));
    let larger = Organisation::try_from(document).expect("sound");
    assert_ne!(larger, org);
    let mut smaller = Document::new(org.title().expect("a title"))
        .described(org.about().expect("told"))
        .reverting(org.reverts_to_superior());
    let document = larger.to_document();
    document
        .sources()
        .for_each(|source| smaller.push_source(source));
    document
        .professions()
        .for_each(|of| smaller.push_profession(of));
    document.units().for_each(|unit| smaller.push_unit(unit));
    document
        .matters()
        .for_each(|matter| smaller.push_matter(matter));
    document
        .headships()
        .for_each(|head| smaller.push_headship(head));
    smaller.extend(document.posts().filter(|post| post.id != "nurse"));
    assert_eq!(Organisation::try_from(smaller).expect("sound"), org);
}

#[test]
fn ids_are_kept_and_compared_without_an_organisation() {
    let org = trust();
    let other = org.clone();
    for post in org.posts() {
        assert_eq!(PostId::new(post.id()).as_ref(), Ok(&post.to_id()));
        assert_ne!(other.get(post.to_id().as_str()), Some(post));
    }
    let unit = org.unit("trust").expect("a unit").to_id();
    assert_eq!(String::from(unit.clone()), "trust");
    assert_eq!(other.unit(unit.as_str()).expect("the same").to_id(), unit);
    let of = org.profession("nursing").expect("a profession").to_id();
    assert_eq!(
        PostRecord::new("a", "A")
            .of_profession(of.clone())
            .profession,
        Some("nursing".into())
    );
    assert!(
        org.sources()
            .all(|source| source.to_id().as_str() == source.id())
    );
    assert!(
        org.matters()
            .all(|matter| matter.to_id().as_str() == matter.id())
    );
}

#[test]
fn a_chair_is_a_member_whether_listed_or_not() {
    let basis = || BasisRecord::source("constitution");
    let mut document = Document::default();
    document.push_source(SourceRecord::new("constitution", "Constitution"));
    document.extend([
        PostRecord::new("chair", "Chair").none_above("appointed"),
        PostRecord::new("nurse", "Chief Nurse").none_above("example"),
        PostRecord::new("board", "Board")
            .body()
            .chaired_by(ReferenceRecord::new("chair").on(basis()))
            .with_members(["nurse"]),
        PostRecord::new("committee", "Committee")
            .body()
            .chaired_by("nurse")
            .with_members([MemberRecord::new("nurse").in_role("chair")]),
    ]);
    let org = Organisation::try_from(document).expect("sound");
    let members = |id| {
        let body = org.post(id).expect("a body");
        let members = body.members().map(|member| {
            let (is_chair, is_listed) = (member.is_chair(), member.is_listed());
            (member.member().id(), is_chair, is_listed, member.standing())
        });
        members.collect::<Vec<_>>()
    };
    let board = [
        ("chair", true, false, Standing::Stated),
        ("nurse", false, true, Standing::Given),
    ];
    assert_eq!(members("board"), board);
    assert_eq!(
        members("committee"),
        [("nurse", true, true, Standing::Given)]
    );
    let nurse = org.post("nurse").expect("a nurse");
    let bodies: Vec<_> = nurse.memberships().map(|of| of.body().id()).collect();
    assert_eq!(bodies, ["board", "committee"]);
    assert_eq!(nurse.memberships().count(), 2);
}

#[test]
fn units_and_professions_are_walked_from_the_top() {
    let org = trust();
    let mut units: Vec<_> = org.top_units().collect();
    assert!(units.iter().all(|unit| unit.within().is_none()));
    let mut at = 0;
    while let Some(&outer) = units.get(at) {
        let inner: Vec<_> = org
            .units()
            .filter(|unit| unit.within() == Some(outer))
            .collect();
        assert!(outer.units().eq(inner.iter().copied()));
        units.extend(inner);
        at += 1;
    }
    assert_eq!(units.len(), org.units().len());

    let allied = org.profession("allied-health").expect("a profession");
    let inner: Vec<_> = allied.professions().map(Profession::id).collect();
    let therapies = [
        "occupational-therapy",
        "physiotherapy",
        "speech-and-language-therapy",
    ];
    assert_eq!(inner, therapies);
    assert!(org.top_professions().all(|top| top.within().is_none()));
    assert_eq!(org.top_professions().count(), org.professions().len() - 3);
    for headship in org.headships() {
        let of = headship.profession();
        assert!(of.is_none_or(|of| of.headships().any(|other| other == headship)));
        assert!(headship.unit().headships().any(|other| other == headship));
    }
}
