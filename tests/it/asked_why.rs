//! Why a line holds, and where a chain ends and why.

use answerable::Accountability::{Clinical, Operational, Professional};
use answerable::{
    Accountability, BasisRecord, Document, Line, LineRecord, Organisation, PostRecord, Standing,
    Superior, SuperiorRecord, WhyLine,
};

use crate::loaded::{from_toml, trust};

fn line<'o>(org: &'o Organisation, id: &str, kind: Accountability) -> Line<'o> {
    let post = org.post(id).expect("a post");
    post.superior(kind).line().expect("a line")
}

fn why_line(org: &Organisation, id: &str, kind: Accountability) -> String {
    line(org, id, kind).why().to_string()
}

fn why_chain(org: &Organisation, id: &str, kind: Accountability) -> String {
    let post = org.post(id).expect("a post");
    post.chain(kind).why().to_string()
}

#[test]
fn a_line_that_was_told_has_its_own_reason() {
    let org = trust();
    insta::assert_snapshot!(why_line(&org, "ward-manager-childrens", Operational), @"Ward Manager, Children's Ward is accountable to Head of Nursing, Children's (operational; assumed): managed within nursing");
    let line = line(&org, "ward-manager-childrens", Operational);
    assert_eq!(line.why().line(), line);
    assert_eq!(line.why().yields_to(), None);
    let nurse = org.post("chief-nurse").expect("a post");
    let also = nurse.also().next().expect("an also line");
    insta::assert_snapshot!(also.why(), @"Chief Nurse is also accountable to Trust Board (operational; inferred: Care Group Director: job description, Accountability): each member of the executive team answers to the Board in person");
}

#[test]
fn a_line_by_rule_names_the_rule_and_what_would_take_its_place() {
    let org = trust();
    insta::assert_snapshot!(why_line(&org, "ward-manager-childrens", Professional), @r"
    Ward Manager, Children's Ward is accountable to Head of Nursing, Children's (professional; by rule: all Nursing staff of Children's Care Group (assumed); assumed)
      it goes to the nearest post in the operational chain that the rule covers
      by rule: all Nursing staff of Children's Care Group answer to Chief Nurse (professional) (assumed): a nurse managed by a nurse would look to that nurse first
      Ward Manager, Children's Ward is of unit General Paediatrics (given)
      General Paediatrics lies within Children's Care Group (given)
      Ward Manager, Children's Ward is of profession Nursing (given)
      Ward Manager, Children's Ward is accountable to Head of Nursing, Children's (operational; assumed): managed within nursing
      Head of Nursing, Children's is of unit Children's Care Group (given)
      Head of Nursing, Children's is of profession Nursing (given)
      a superior of its own at `ward-manager-childrens` (professional) would take its place
    ");
    let ward = org.post("ward-manager-childrens").expect("a post");
    let why = line(&org, "ward-manager-childrens", Professional).why();
    let own = why.yields_to().expect("by rule");
    assert_eq!((own.post, own.kind), (ward, Professional));
    insta::assert_snapshot!(why_line(&org, "head-of-nursing-adults", Professional), @r"
    Head of Nursing, Adult Community is accountable to Chief Nurse (professional; by rule: all Nursing staff of Thamesmouth NHS Foundation Trust (stated: Care Group Director: job description, Accountability); inferred)
      by rule: all Nursing staff of Thamesmouth NHS Foundation Trust answer to Chief Nurse (professional) (stated: Care Group Director: job description, Accountability)
      Head of Nursing, Adult Community is of unit Adult Community Care Group (given)
      Adult Community Care Group lies within Thamesmouth NHS Foundation Trust (given)
      Head of Nursing, Adult Community is of profession Nursing (given)
      a superior of its own at `head-of-nursing-adults` (professional) would take its place
    ");
}

/// What is said to take the place of a line by rule does so, whichever it is.
#[test]
fn a_superior_of_its_own_takes_the_place() {
    let org = trust();
    let own = line(&org, "ward-manager-childrens", Professional).why();
    let own = own.yields_to().expect("by rule");
    let superiors = [
        SuperiorRecord::Known("medical-director".into()),
        SuperiorRecord::NoneAbove("example".into()),
        SuperiorRecord::Unstated("example".into()),
    ];
    for superior in superiors {
        let mut document = Document::default();
        let told = org.to_document();
        told.sources()
            .for_each(|source| document.push_source(source));
        told.professions()
            .for_each(|of| document.push_profession(of));
        told.units().for_each(|unit| document.push_unit(unit));
        told.matters()
            .for_each(|matter| document.push_matter(matter));
        told.headships()
            .for_each(|head| document.push_headship(head));
        document.extend(told.posts().map(|post| {
            if post.id == own.post.id() {
                post.line(LineRecord::new(own.kind, superior.clone()))
            } else {
                post
            }
        }));
        let changed = Organisation::try_from(document).expect("sound");
        let post = changed.post(own.post.id()).expect("the same");
        let line = post.superior(own.kind).line();
        assert!(line.is_none_or(|line| line.headship().is_none()));
    }
}

#[test]
fn a_rule_goes_to_its_head_where_nobody_comes_before() {
    let org = trust();
    insta::assert_snapshot!(why_line(&org, "head-of-nursing-childrens", Professional), @r"
    Head of Nursing, Children's is accountable to Chief Nurse (professional; by rule: all Nursing staff of Children's Care Group (assumed); assumed)
      it goes to the head: no other post in the operational chain comes before it
      by rule: all Nursing staff of Children's Care Group answer to Chief Nurse (professional) (assumed): a nurse managed by a nurse would look to that nurse first
      Head of Nursing, Children's is of unit Children's Care Group (given)
      Head of Nursing, Children's is of profession Nursing (given)
      Head of Nursing, Children's is accountable to Care Group Director, Children's (operational; assumed): placed in the care group beside its Director
      Care Group Director, Children's is accountable to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
      Chief Operating Officer is accountable to Chief Executive (operational; inferred: Care Group Director: job description, Accountability): holds managerial performance by the Chief Executive's delegation
      Chief Executive is accountable to Trust Board (operational; inferred: Care Group Director: job description, Accountability): delegates to executives, who answer to the Board
      a superior of its own at `head-of-nursing-childrens` (professional) would take its place
    ");
}

#[test]
fn a_chain_ends_where_nobody_is_above() {
    let org = trust();
    insta::assert_snapshot!(why_chain(&org, "clinical-lead-general-paediatrics", Operational), @r"
    Clinical Lead, General Paediatrics is accountable to Care Group Director, Children's (operational; assumed): placed in the care group beside its Director
    Care Group Director, Children's is accountable to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
    Chief Operating Officer is accountable to Chief Executive (operational; inferred: Care Group Director: job description, Accountability): holds managerial performance by the Chief Executive's delegation
    Chief Executive is accountable to Trust Board (operational; inferred: Care Group Director: job description, Accountability): delegates to executives, who answer to the Board
    the weakest standing among these is assumed
    the chain ends at Trust Board, which answers to nobody (operational; assumed): head of the organisation
    ");
    let lead = org
        .post("clinical-lead-general-paediatrics")
        .expect("a post");
    let why = lead.chain(Operational).why();
    assert_eq!(why.ends_at().id(), "trust-board");
    assert!(why.ending().is_none_above());
    assert_eq!(why.steps().len(), why.chain().len());
    assert!(why.steps().map(WhyLine::line).eq(lead.chain(Operational)));
}

#[test]
fn a_chain_ends_where_the_facts_do() {
    let org = trust();
    insta::assert_snapshot!(why_chain(&org, "service-manager-childrens", Operational), @r"
    Service Manager, Children's is accountable to General Manager, Children's (operational; assumed): service managers commonly work to a general manager
    the weakest standing among these is assumed
    the chain ends at General Manager, Children's, whose operational superior is not stated (given): said to support the Care Group Director, which is help and not a line
    ");
    insta::assert_snapshot!(why_chain(&org, "general-manager", Operational), @"the chain ends at General Manager, Children's, whose operational superior is not stated (given): said to support the Care Group Director, which is help and not a line");
    insta::assert_snapshot!(why_chain(&org, "chief-executive", Clinical), @"the chain ends at Chief Executive, whose clinical superior is not stated");
    // The rule of a head who is not stated.
    insta::assert_snapshot!(why_chain(&org, "team-manager-physiotherapy", Professional), @"the chain ends at Team Manager, Children's Physiotherapy, whose professional superior is not stated (by rule: all Allied health staff of Thamesmouth NHS Foundation Trust; inferred: Care Group Director: job description, Accountability): heads of profession are spoken of, but none is named for the allied health professions");
}

/// What is left of a chain ends where the whole does.
#[test]
fn the_rest_of_a_chain_has_its_reasons_too() {
    let org = trust();
    let ward = org.post("ward-manager-childrens").expect("a post");
    for kind in Accountability::ALL {
        let whole = ward.chain(kind).why();
        let mut rest = ward.chain(kind);
        loop {
            let why = rest.why();
            assert_eq!(why.steps().len(), rest.len());
            assert_eq!(why.ends_at(), whole.ends_at());
            assert_eq!(why.ending(), whole.ending());
            if rest.next().is_none() {
                break;
            }
        }
    }
}

fn outside() -> Organisation {
    Organisation::from_posts([
        PostRecord::new("regulator", "The\nRegulator").external(),
        PostRecord::new("officer", "Responsible Officer").line(
            LineRecord::new(Professional, SuperiorRecord::Known("regulator".into()))
                .on(BasisRecord::standing(Standing::Assumed).because("example\nof two lines")),
        ),
    ])
    .expect("sound")
}

#[test]
fn a_chain_ends_outside_the_organisation() {
    let org = outside();
    insta::assert_snapshot!(why_chain(&org, "officer", Professional), @r"
    Responsible Officer is accountable to The\u{a}Regulator (professional; assumed): example\u{a}of two lines
    the weakest standing among these is assumed
    the chain ends at The\u{a}Regulator, which is outside the organisation
    ");
    insta::assert_snapshot!(why_chain(&org, "regulator", Operational), @r"the chain ends at The\u{a}Regulator, which is outside the organisation");
    let why = org
        .post("officer")
        .expect("a post")
        .chain(Professional)
        .why();
    assert!(matches!(why.ending(), Superior::NoneAbove(_)));
}

#[test]
fn kinds_are_named_as_the_document_names_them() {
    let text = "
        kind.operational.title = 'line management'
        kind.professional.title = 'legal entity'
        unit.trust.title = 'the Trust'
        [[head]]
        kind = 'professional'
        unit = 'trust'
        post = 'chief'
        through = 'operational'
        [post.chief]
        title = 'Chief Nurse'
        [post.nurse]
        title = 'Nurse'
        unit = 'trust'
    ";
    let org = from_toml(text);
    insta::assert_snapshot!(why_chain(&org, "nurse", Professional), @r"
    Nurse is accountable to Chief Nurse (legal entity; by rule: all posts of the Trust (given); inferred)
      it goes to the head: no other post in the line management chain comes before it
      by rule: all posts of the Trust answer to Chief Nurse (legal entity) (given)
      Nurse is of unit the Trust (given)
      a superior of its own at `nurse` (legal entity) would take its place
    the weakest standing among these is inferred
    the chain ends at Chief Nurse, whose legal entity superior is not stated
    ");
}
