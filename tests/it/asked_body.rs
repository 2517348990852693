//! To whom a body answers as one, and each of its members in person.

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::{Collective, InPerson, Line, Organisation, Post, Superior};

use crate::loaded::{from_toml, trust};

fn of<'o>(org: &'o Organisation, id: &str) -> Collective<'o> {
    let post = org.post(id).expect("a post");
    post.collective().expect("a body")
}

#[test]
fn only_a_body_answers_as_one() {
    let org = trust();
    for post in org.posts() {
        let collective = post.collective();
        assert_eq!(
            collective.is_some(),
            post.kind() == answerable::PostKind::Body
        );
        assert!(collective.is_none_or(|of| of.body() == post));
    }
}

#[test]
fn executives_answer_as_one_and_in_person() {
    let org = trust();
    let team = of(&org, "executive-management-team");
    insta::assert_snapshot!(team, @r"
    Executive Management Team answers as one to Trust Board (operational; stated: Care Group Director: job description, Accountability)
    to whom Executive Management Team answers as one is not stated (professional, clinical)
    Chief Executive chairs it (assumed)
      answers in person to Trust Board (operational; inferred: Care Group Director: job description, Accountability), where the body answers too
      to whom it answers in person is not stated (professional, clinical)
    Chief Operating Officer is a member (inferred: Care Group Director: job description, Accountability)
      answers in person to Chief Executive (operational; inferred: Care Group Director: job description, Accountability)
      also answers in person to Trust Board (operational; inferred: Care Group Director: job description, Accountability), where the body answers too
      to whom it answers in person is not stated (professional, clinical)
    Medical Director is a member (inferred: Care Group Director: job description, Accountability)
      answers in person to Chief Executive (operational; inferred: Care Group Director: job description, Accountability)
      also answers in person to Trust Board (operational; inferred: Care Group Director: job description, Accountability), where the body answers too
      answers in person to nobody (professional; assumed): answers outside the Trust, to the regulator of the profession
      answers in person to Trust Board (clinical; inferred: Care Group Director: job description, Accountability), where the body answers too
    Chief Nurse is a member (inferred: Care Group Director: job description, Accountability)
      answers in person to Chief Executive (operational; inferred: Care Group Director: job description, Accountability)
      also answers in person to Trust Board (operational; inferred: Care Group Director: job description, Accountability), where the body answers too
      answers in person to nobody (professional; assumed): answers outside the Trust, to the regulator of the profession
      answers in person to Trust Board (clinical; inferred: Care Group Director: job description, Accountability), where the body answers too
    Director of Finance is a member (assumed)
      answers in person to Chief Executive (operational; assumed)
      also answers in person to Trust Board (operational; assumed), where the body answers too
      to whom it answers in person is not stated (professional, clinical)
    ");
    let board = org.get("trust-board");
    let shared = |member: &InPerson<'_>| {
        let lines = member.shared().iter();
        let told = lines.map(|line| (line.kind(), line.is_also()));
        (member.post().id().to_owned(), told.collect::<Vec<_>>())
    };
    let shared: Vec<_> = team.members().iter().map(shared).collect();
    let expected = [
        ("chief-executive", vec![(Operational, false)]),
        ("chief-operating-officer", vec![(Operational, true)]),
        (
            "medical-director",
            vec![(Operational, true), (Clinical, false)],
        ),
        ("chief-nurse", vec![(Operational, true), (Clinical, false)]),
        ("director-of-finance", vec![(Operational, true)]),
    ];
    assert_eq!(shared, expected.map(|(id, told)| (id.to_owned(), told)));
    let mut lines = team.members().iter().flat_map(InPerson::shared);
    assert!(lines.all(|line| Some(line.to()) == board));
}

#[test]
fn a_body_without_a_chair_says_so() {
    let org = trust();
    insta::assert_snapshot!(of(&org, "trust-leadership-team"), @r"
    to whom Trust Leadership Team answers as one is not stated (operational; given): the job description mentions the team and does not say to whom it answers
    to whom Trust Leadership Team answers as one is not stated (professional, clinical)
    no chair of Trust Leadership Team is told
    Care Group Director, Children's is a member (stated: Care Group Director: job description, Key Responsibilities 6)
      answers in person to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      to whom it answers in person is not stated (clinical; given): accountable for clinical performance, but no superior of that kind is named
    Care Group Director, Adult Community is a member (stated: Care Group Director: job description, Key Responsibilities 6)
      answers in person to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      to whom it answers in person is not stated (clinical; given): accountable for clinical performance, but no superior of that kind is named
    Care Group Director, Mental Health is a member (stated: Care Group Director: job description, Key Responsibilities 6)
      answers in person to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      to whom it answers in person is not stated (clinical; given): accountable for clinical performance, but no superior of that kind is named
    ");
}

#[test]
fn vacant_members_are_told_of() {
    let org = trust();
    let team = of(&org, "senior-leadership-team-childrens");
    insta::assert_snapshot!(team, @r"
    Senior Leadership Team, Children's answers as one to Care Group Director, Children's (operational; assumed)
    to whom Senior Leadership Team, Children's answers as one is not stated (professional, clinical)
    Care Group Director, Children's chairs it (inferred: Care Group Director: job description, Key Responsibilities 1)
      answers in person to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      to whom it answers in person is not stated (clinical; given): accountable for clinical performance, but no superior of that kind is named
    General Manager, Children's is a member (assumed)
      to whom it answers in person is not stated (operational; given): said to support the Care Group Director, which is help and not a line
      to whom it answers in person is not stated (professional, clinical)
    Head of Nursing, Children's is a member (assumed)
      answers in person to Care Group Director, Children's (operational; assumed), where the body answers too
      answers in person to Chief Nurse (professional; by rule: all Nursing staff of Children's Care Group (assumed); assumed)
      to whom it answers in person is not stated (clinical)
    Clinical Lead, General Paediatrics is a member (assumed)
      answers in person to Care Group Director, Children's (operational; assumed), where the body answers too
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      answers in person to Care Group Director, Children's (clinical; by rule: all Medical staff of Children's Care Group (stated: Care Group Director: job description, Accountability); inferred), where the body answers too
    Clinical Lead, Community Paediatrics (vacant) is a member (assumed)
      answers in person to Care Group Director, Children's (operational; assumed), where the body answers too
      answers in person to Medical Director (professional; by rule: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability); inferred)
      answers in person to Care Group Director, Children's (clinical; by rule: all Medical staff of Children's Care Group (stated: Care Group Director: job description, Accountability); inferred), where the body answers too
    vacant members: 1 of 5, which changes no line of the body
    ");
    let vacant: Vec<_> = team.vacant().map(|member| member.post().id()).collect();
    assert_eq!(vacant, ["clinical-lead-community-paediatrics"]);
}

#[test]
fn members_from_outside_answer_to_nobody_here() {
    let org = trust();
    insta::assert_snapshot!(of(&org, "council-of-governors"), @r"
    Council of Governors answers as one to nobody (operational; assumed): elected and appointed from outside the Trust
    to whom Council of Governors answers as one is not stated (professional, clinical)
    Chair chairs it (assumed)
      answers in person to Council of Governors (operational; assumed)
      to whom it answers in person is not stated (professional, clinical)
    Local councils and voluntary sector (external) is a member (appointed governors; assumed)
      answers to nobody: it is outside the organisation
    ");
}

/// A chair that is vacant and listed, a superior who is not stated by rule, a
/// body with `also` lines, reasons of every sort.
#[test]
fn every_sort_of_member_is_told() {
    let org = from_toml(
        r#"
        kind.professional.title = "by profession"
        unit.trust.title = "the Trust"
        profession.nursing.title = "Nursing"
        [[head]]
        kind = "professional"
        unit = "trust"
        profession = "nursing"
        unstated = "nobody was named"
        standing = "assumed"
        [post.board]
        title = "Board"
        kind = "body"
        [post.auditor]
        title = "Auditor\nGeneral"
        kind = "external"
        [post.committee]
        title = "Quality Committee"
        kind = "body"
        operational = "board"
        professional = { unstated = "under review" }
        clinical = { none = "it treats nobody" }
        also = [{ kind = "professional", to = "auditor" }, { kind = "operational", to = "chief" }]
        chair = { to = "nurse", standing = "assumed" }
        members = [{ post = "nurse", role = "chair" }, { post = "auditor", role = "observer" }, "manager"]
        [post.chief]
        title = "Chief Executive"
        operational = "board"
        [post.nurse]
        title = "Chief Nurse"
        unit = "trust"
        profession = "nursing"
        vacant = true
        operational = "chief"
        clinical = { none = "head of care", standing = "assumed" }
        also = [{ kind = "clinical", to = "auditor" }]
        [post.manager]
        title = "Manager"
        vacant = true
        "#,
    );
    insta::assert_snapshot!(of(&org, "committee"), @r"
    Quality Committee answers as one to Board (operational; given)
    Quality Committee also answers as one to Chief Executive (operational; given)
    to whom Quality Committee answers as one is not stated (by profession; given): under review
    Quality Committee also answers as one to Auditor\u{a}General (by profession; given)
    Quality Committee answers as one to nobody (clinical; given): it treats nobody
    Chief Nurse (vacant) chairs it (assumed) and is a member (chair; given)
      answers in person to Chief Executive (operational; given), where the body answers too
      to whom it answers in person is not stated (by profession; by rule: all Nursing staff of the Trust; assumed): nobody was named
      answers in person to nobody (clinical; assumed): head of care
      also answers in person to Auditor\u{a}General (clinical; given), where the body answers too
    Auditor\u{a}General (external) is a member (observer; given)
      answers to nobody: it is outside the organisation
    Manager (vacant) is a member (given)
      to whom it answers in person is not stated (operational, by profession, clinical)
    vacant members: 2 of 3, which changes no line of the body
    ");
    insta::assert_snapshot!(of(&org, "board"), @r"
    to whom Board answers as one is not stated (operational, by profession, clinical)
    no chair of Board is told
    no member of Board is told
    ");
    let nurse = org.post("nurse").expect("a post");
    assert!(
        of(&org, "committee").members()[0]
            .shared()
            .iter()
            .copied()
            .eq(nurse.lines())
    );
}

/// The superior of each kind stays, and what is left is the lines of the post.
#[test]
fn nothing_is_lost_on_the_way() {
    let org = trust();
    let told = |post: Post<'_>, upwards: Vec<(Accountability, Superior<'_>)>| {
        let lines: Vec<Line<'_>> = upwards.iter().filter_map(|(_, to)| to.line()).collect();
        assert!(lines.iter().copied().eq(post.lines()));
        for kind in [Operational, Professional, Clinical] {
            assert!(upwards.contains(&(kind, post.superior(kind))));
        }
        assert_eq!(upwards.len(), Accountability::ALL.len() + post.also().len());
        assert!(upwards.is_sorted_by_key(|(kind, _)| *kind));
    };
    for collective in org.posts().filter_map(Post::collective) {
        let body = collective.body();
        told(body, collective.superiors().collect());
        let members = collective.members().iter();
        assert!(members.map(InPerson::membership).eq(body.members()));
        for member in collective.members() {
            told(member.post(), member.superiors().collect());
            let above = |line: &Line<'_>| body.lines().any(|other| other.to() == line.to());
            let shared = member.post().lines().filter(above);
            assert!(shared.eq(member.shared().iter().copied()));
        }
    }
}
