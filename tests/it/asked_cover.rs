//! Who acts and why, as it is read: the sentence, everyone considered, and what
//! the answer rests on.

use answerable::{Absences, HolderRecord, Organisation, PostRecord, Standing};

use crate::loaded::{from_toml, trust};

/// Who is away, by id, and who is nominated for whom.
struct Day {
    absent: &'static [&'static str],
    holders: &'static [&'static str],
    nominees: &'static [(&'static str, &'static str)],
}

impl Day {
    fn told(&self, org: &Organisation, post: &str, matter: Option<&str>) -> String {
        let of = |id: &str| org.post(id).expect("a post");
        let absent = self.absent.iter().map(|id| of(id));
        let mut away = Absences::of(absent).expect("no body");
        for name in self.holders {
            let holder = org.holder(name).expect("a holder");
            away = away.with_holder(holder).expect("of the organisation");
        }
        for (post, nominee) in self.nominees {
            away = away.with_nominee(of(post), of(nominee)).expect("two posts");
        }
        let cover = match matter {
            None => of(post).who_acts(&away),
            Some(id) => of(post).who_acts_on(org.matter(id).expect("a matter"), &away),
        };
        format!("{cover}\n\n{}\n\n{}", cover.trace(), cover.why())
    }
}

#[test]
fn a_deputy() {
    let org = trust();
    let day = Day {
        absent: &["chief-executive"],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "chief-executive", None), @r#"
    Chief Operating Officer deputises for Chief Executive (Chief Executive absent)

    1. Chief Executive: absent
    2. Chief Operating Officer: able to act (rank 1 of Chief Executive; assumed)

    Chief Operating Officer deputises for Chief Executive (rank 1; assumed): the documents name no deputy
    the weakest standing among these is assumed
    "#);
}

#[test]
fn a_pool() {
    let org = trust();
    let day = Day {
        absent: &["medical-director"],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "medical-director", None), @r#"
    One of Care Group Director, Children's; Care Group Director, Adult Community; or Care Group Director, Mental Health deputises for Medical Director (Medical Director absent)

    1. Medical Director: absent
    2. Associate Medical Director, Revalidation and Appraisal: limited to Medical revalidation; Medical appraisal (rank 1 of Medical Director; assumed)
    3. Associate Medical Director, Learning and Development: limited to Learning and development (rank 2 of Medical Director; assumed)
    4. Associate Medical Director, Patient Safety and Clinical Governance: limited to Patient safety and clinical governance (rank 3 of Medical Director; assumed)
    5. Associate Medical Director, Clinical Quality: limited to Clinical quality and standards of care (rank 4 of Medical Director; assumed)
    6. Care Group Director, Children's: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    7. Care Group Director, Adult Community: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    8. Care Group Director, Mental Health: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)

    Care Group Director, Children's deputises for Medical Director (rank 5; one of a pool; stated: Care Group Director: job description, Board and Executive)
    Care Group Director, Adult Community deputises for Medical Director (rank 5; one of a pool; stated: Care Group Director: job description, Board and Executive)
    Care Group Director, Mental Health deputises for Medical Director (rank 5; one of a pool; stated: Care Group Director: job description, Board and Executive)
    the weakest standing among these is stated
    "#);
}

#[test]
fn onward_on_a_personal_matter() {
    let org = trust();
    let day = Day {
        absent: &[
            "medical-director",
            "associate-medical-director-revalidation",
        ],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "medical-director", Some("revalidation")), @r#"
    Associate Medical Director, Clinical Quality deputises for Medical Director on Medical revalidation, at remove 2 (Medical Director absent; Associate Medical Director, Revalidation and Appraisal absent)

    1. Medical Director: absent
    2. Associate Medical Director, Revalidation and Appraisal: absent, but its own deputies may step in (rank 1 of Medical Director; assumed)
    3. Associate Medical Director, Learning and Development: not named for the matter, which is personal (rank 2 of Medical Director; assumed)
    4. Associate Medical Director, Patient Safety and Clinical Governance: not named for the matter, which is personal (rank 3 of Medical Director; assumed)
    5. Associate Medical Director, Clinical Quality: not named for the matter, which is personal (rank 4 of Medical Director; assumed)
    6. Care Group Director, Children's: not named for the matter, which is personal (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    7. Care Group Director, Adult Community: not named for the matter, which is personal (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    8. Care Group Director, Mental Health: not named for the matter, which is personal (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    9. Associate Medical Director, Clinical Quality: able to act (rank 1 of Associate Medical Director, Revalidation and Appraisal; assumed)

    Associate Medical Director, Revalidation and Appraisal deputises for Medical Director (rank 1; for Medical revalidation, Medical appraisal; onward; assumed): leads on it
    Associate Medical Director, Clinical Quality deputises for Associate Medical Director, Revalidation and Appraisal (rank 1; for Medical revalidation, Medical appraisal; assumed): a fellow associate
    the weakest standing among these is assumed
    "#);
}

#[test]
fn nobody_on_a_personal_matter() {
    let org = trust();
    let day = Day {
        absent: &[
            "care-group-director",
            "care-group-director-adults",
            "care-group-director-mental-health",
        ],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "care-group-director", Some("mhps-case-manager")), @r#"
    Nobody acts for Care Group Director, Children's on Case manager under Maintaining High Professional Standards (Care Group Director, Children's absent; Care Group Director, Adult Community absent; Care Group Director, Mental Health absent): the matter is personal, and no able deputy is named for it

    1. Care Group Director, Children's: absent
    2. General Manager, Children's: not named for the matter, which is personal (rank 1 of Care Group Director, Children's; assumed)
    3. Care Group Director, Adult Community: absent (rank 2 of Care Group Director, Children's, one of a pool; assumed)
    4. Care Group Director, Mental Health: absent (rank 2 of Care Group Director, Children's, one of a pool; assumed)
    So nobody acts: Case manager under Maintaining High Professional Standards is personal, and no able deputy is named for it

    Case manager under Maintaining High Professional Standards is personal, and no able deputy is named for it
    "#);
}

#[test]
fn a_board_must_decide() {
    let org = trust();
    let day = Day {
        absent: &[
            "chief-executive",
            "chief-operating-officer",
            "medical-director",
        ],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "chief-executive", None), @r#"
    Trust Board must decide who acts for Chief Executive (Chief Executive absent; Chief Operating Officer absent; Medical Director absent)

    1. Chief Executive: absent
    2. Chief Operating Officer: absent (rank 1 of Chief Executive; assumed)
    3. Medical Director: absent (rank 2 of Chief Executive; assumed)
    4. Trust Board: a body, which must decide who acts (superior of Chief Executive; operational; inferred: Care Group Director: job description, Accountability)

    Chief Executive is accountable to Trust Board (operational; inferred: Care Group Director: job description, Accountability): delegates to executives, who answer to the Board
    the weakest standing among these is inferred
    "#);
}

#[test]
fn the_deputy_of_a_superior() {
    let org = trust();
    let day = Day {
        absent: &[
            "chief-operating-officer",
            "care-group-director",
            "care-group-director-adults",
        ],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "care-group-director", None), @r#"
    Care Group Director, Mental Health deputises for Chief Operating Officer, the superior of Care Group Director, Children's (Care Group Director, Children's absent; Chief Operating Officer absent; Care Group Director, Adult Community absent)

    1. Care Group Director, Children's: absent
    2. General Manager, Children's: limited to Corporate assurance meetings (rank 1 of Care Group Director, Children's; assumed)
    3. Care Group Director, Adult Community: limited to Case manager under Maintaining High Professional Standards (rank 2 of Care Group Director, Children's, one of a pool; assumed)
    4. Care Group Director, Mental Health: limited to Case manager under Maintaining High Professional Standards (rank 2 of Care Group Director, Children's, one of a pool; assumed)
    5. Chief Operating Officer: absent (superior of Care Group Director, Children's; operational; stated: Care Group Director: job description, Accountability)
    6. Operational Manager, Children's Therapy Services: limited to Decisions out of hours (rank 1 of Chief Operating Officer, one of a pool; assumed)
    7. General Manager, Children's: limited to Decisions out of hours (rank 1 of Chief Operating Officer, one of a pool; assumed)
    8. General Manager, Adult Community: limited to Decisions out of hours (rank 1 of Chief Operating Officer, one of a pool; assumed)
    9. Care Group Director, Children's: considered already (rank 2 of Chief Operating Officer, one of a pool; stated: Care Group Director: job description, Key Responsibilities 18)
    10. Care Group Director, Adult Community: absent (rank 2 of Chief Operating Officer, one of a pool; stated: Care Group Director: job description, Key Responsibilities 18)
    11. Care Group Director, Mental Health: able to act (rank 2 of Chief Operating Officer, one of a pool; stated: Care Group Director: job description, Key Responsibilities 18)

    Care Group Director, Children's is accountable to Chief Operating Officer (operational; stated: Care Group Director: job description, Accountability)
    Care Group Director, Mental Health deputises for Chief Operating Officer (rank 2; one of a pool; stated: Care Group Director: job description, Key Responsibilities 18)
    the weakest standing among these is stated
    "#);
}

#[test]
fn a_superior_by_rule() {
    let org = trust();
    let day = Day {
        absent: &["consultants-paediatrics"],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "consultants-paediatrics", Some("job-planning")), @r#"
    Care Group Director, Children's acts for Consultants, General Paediatrics as its superior on Job planning for medical staff (Consultants, General Paediatrics absent)

    1. Consultants, General Paediatrics: absent
    2. Care Group Director, Children's: able to act (superior of Consultants, General Paediatrics; clinical; by rule: all Medical staff of Children's Care Group (stated: Care Group Director: job description, Accountability); inferred)

    Consultants, General Paediatrics is accountable to Care Group Director, Children's (clinical; by rule: all Medical staff of Children's Care Group (stated: Care Group Director: job description, Accountability); inferred)
      by rule: all Medical staff of Children's Care Group answer to Care Group Director, Children's (clinical) (stated: Care Group Director: job description, Accountability)
      Consultants, General Paediatrics is of unit General Paediatrics (given)
      General Paediatrics lies within Children's Care Group (given)
      Consultants, General Paediatrics is of profession Medical (given)
      a superior of its own at `consultants-paediatrics` (clinical) would take its place
    the weakest standing among these is inferred
    "#);
}

#[test]
fn nobody_where_the_superior_is_not_stated() {
    let org = trust();
    let day = Day {
        absent: &["general-manager", "service-manager-childrens"],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "service-manager-childrens", None), @r#"
    Nobody acts for Service Manager, Children's (Service Manager, Children's absent; General Manager, Children's absent): the operational superior of General Manager, Children's is not stated (said to support the Care Group Director, which is help and not a line)

    1. Service Manager, Children's: absent
    2. General Manager, Children's: absent (superior of Service Manager, Children's; operational; assumed)
    3. Service Manager, Children's: considered already (rank 1 of General Manager, Children's; assumed)
    So nobody acts: the operational superior of General Manager, Children's is not stated (said to support the Care Group Director, which is help and not a line)

    Service Manager, Children's is accountable to General Manager, Children's (operational; assumed): service managers commonly work to a general manager
    the operational superior of General Manager, Children's is not stated (given): said to support the Care Group Director, which is help and not a line
    the weakest standing among these is assumed
    "#);
}

#[test]
fn a_nominee_and_a_job_share() {
    let org = trust();
    let day = Day {
        absent: &["childrens-therapies-manager"],
        holders: &["Aoife Lacey", "E-30988"],
        nominees: &[(
            "team-manager-physiotherapy",
            "senior-clinician-physiotherapy",
        )],
    };
    insta::assert_snapshot!(day.told(&org, "team-manager-physiotherapy", None), @r#"
    Senior Clinician, Children's Physiotherapy is nominated to act for Team Manager, Children's Physiotherapy (Team Manager, Children's Physiotherapy away: Aoife Lacey and Grace Nwosu)

    1. Team Manager, Children's Physiotherapy: away: Aoife Lacey and Grace Nwosu
    2. Senior Clinician, Children's Physiotherapy: able to act (nominated for Team Manager, Children's Physiotherapy)

    Senior Clinician, Children's Physiotherapy is nominated for Team Manager, Children's Physiotherapy
    "#);
}

#[test]
fn a_post_that_is_there() {
    let org = trust();
    let day = Day {
        absent: &[],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "chief-nurse", None), @r#"
    Chief Nurse acts in person

    1. Chief Nurse: able to act

    Chief Nurse is neither vacant nor away
    "#);
}

#[test]
fn a_body() {
    let org = trust();
    let day = Day {
        absent: &[],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "trust-board", None), @r#"
    Trust Board decides for itself

    1. Trust Board: a body, which decides for itself

    Trust Board is a body and decides for itself
    "#);
}

#[test]
fn an_external_post() {
    let org = trust();
    let day = Day {
        absent: &[],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "commissioners", Some("revalidation")), @r#"
    Nobody acts for Commissioners on Medical revalidation: Commissioners is outside the organisation

    1. Commissioners: outside the organisation
    So nobody acts: Commissioners is outside the organisation

    Commissioners is outside the organisation
    "#);
}

/// What one absent holder is to another post, by the holders of both.
fn inferred(named: HolderRecord, other: HolderRecord) -> String {
    let org = Organisation::from_posts([
        PostRecord::new("matron", "Matron").holder(named),
        PostRecord::new("lead", "Infection Control Lead").holder(other),
    ])
    .expect("sound");
    let [matron, lead] = ["matron", "lead"].map(|id| org.post(id).expect("a post"));
    let holder = matron.holders().next().expect("a holder");
    let by_post = Absences::of([matron]).expect("no body");
    let by_holder = Absences::none().with_holder(holder).expect("of it");
    let first = |away: &Absences<'_>| lead.who_acts(away).trace().steps()[0].to_string();
    format!("{}\n{}", first(&by_post), first(&by_holder))
}

#[test]
fn who_is_the_same_person_stands_in_the_trace() {
    let named = || HolderRecord::new("A. Mensah");
    insta::assert_snapshot!(inferred(named(), named()), @r"
    Infection Control Lead: away: A. Mensah, absent as Matron, by name
    Infection Control Lead: away: A. Mensah, by name
    ");
    let known = || HolderRecord::new("A. Mensah").with_id("E-7");
    insta::assert_snapshot!(inferred(known(), HolderRecord::new("Ada Mensah").with_id("E-7")), @r"
    Infection Control Lead: away: Ada Mensah, absent as Matron
    Infection Control Lead: away: Ada Mensah
    ");
    insta::assert_snapshot!(inferred(known(), named()), @r"
    Infection Control Lead: away: A. Mensah, absent as Matron, by name
    Infection Control Lead: away: A. Mensah, by name
    ");
    insta::assert_snapshot!(inferred(known(), HolderRecord::new("A. Mensah").with_id("E-8")), @r"
    Infection Control Lead: able to act
    Infection Control Lead: able to act
    ");
}

#[test]
fn an_answer_by_rule_is_inferred_at_best() {
    let org = trust();
    let consultants = org.post("consultants-paediatrics").expect("a post");
    let away = Absences::of([consultants]).expect("no body");
    let cover = consultants.who_acts_on(org.matter("job-planning").expect("a matter"), &away);
    assert_eq!(cover.standing(), Some(Standing::Inferred));
    let facts = cover.rests_on();
    assert!(
        facts
            .iter()
            .all(|fact| fact.standing() < Standing::Inferred)
    );
}

/// Law 17: without the arrangement for `m`, `a` and `b` are one pool; so they are
/// with it, for it does not count.
#[test]
fn an_arrangement_that_does_not_count_shifts_no_rank() {
    let told = |limited: &str| {
        let text = format!(
            r#"
            [matter.m]
            [post.x]
            title = "X"
            vacant = true
            deputies = [[{{ post = "d1", onward = true }}, {{ post = "d2", onward = true }}]]
            [post.d1]
            title = "D1"
            vacant = true
            deputies = [{limited} "a"]
            [post.d2]
            title = "D2"
            vacant = true
            deputies = ["b"]
            [post.a]
            title = "A"
            [post.b]
            title = "B"
            [post.c]
            title = "C"
            "#
        );
        from_toml(&text)
    };
    for limited in ["", r#"{ post = "c", for = ["m"] },"#] {
        let org = told(limited);
        let (x, away) = (org.post("x").expect("a post"), Absences::none());
        let titles = |cover: &answerable::Cover<'_, '_>| {
            let posts = cover.acting().posts().iter();
            posts
                .map(|post| post.title().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(titles(&x.who_acts(&away)), ["A", "B"]);
        let at_once = org.who_acts(&away).of(x).expect("of it");
        assert_eq!(titles(&at_once), ["A", "B"]);
    }
}

/// A chain of four, the second and third of which nobody holds; the matron is also
/// nominated, and away.
const VACANT: &str = r#"
[post.director]
title = "Director"
operational = { none = "head of the service" }
[post.manager]
title = "Manager"
operational = "director"
vacant = true
[post.lead]
title = "Team Lead"
operational = "manager"
[post.matron]
title = "Matron"
operational = "director"
[post.sister]
title = "Sister"
operational = "matron"
deputies = ["nurse"]
[post.nurse]
title = "Nurse"
operational = "sister"
"#;

#[test]
fn a_superior_further_up() {
    let org = from_toml(VACANT);
    let day = Day {
        absent: &["lead"],
        holders: &[],
        nominees: &[],
    };
    insta::assert_snapshot!(day.told(&org, "lead", None), @"
    Director acts for Team Lead as the superior 2 layers up (Team Lead absent; Manager vacant)

    1. Team Lead: absent
    2. Manager: vacant (superior of Team Lead; operational; given)
    3. Director: able to act (superior of Manager; operational; given)

    Team Lead is accountable to Manager (operational; given)
    Manager is accountable to Director (operational; given)
    the weakest standing among these is given
    ");
}

#[test]
fn a_nominee_who_is_away() {
    let org = from_toml(VACANT);
    let day = Day {
        absent: &["sister", "matron"],
        holders: &[],
        nominees: &[("sister", "matron")],
    };
    insta::assert_snapshot!(day.told(&org, "sister", None), @"
    Nurse deputises for Sister (Sister absent; Matron absent)

    1. Sister: absent
    2. Matron: absent (nominated for Sister)
    3. Nurse: able to act (rank 1 of Sister; given)

    Nurse deputises for Sister (rank 1; given)
    the weakest standing among these is given
    ");
}

/// At one remove the ranks of the deputies decide, at two those of theirs: both of
/// a pool lead on, the second by the first rank.
#[test]
fn the_ranks_of_the_deputies_of_a_pool_decide() {
    let org = from_toml(
        r#"
[post.a]
title = "A"
vacant = true
deputies = [[{ post = "b", onward = true }, { post = "c", onward = true }]]
[post.b]
title = "B"
vacant = true
deputies = ["away", "y"]
[post.c]
title = "C"
vacant = true
deputies = ["x"]
[post.away]
title = "Away"
vacant = true
[post.x]
title = "X"
[post.y]
title = "Y"
"#,
    );
    let (of, nobody) = (|id| org.post(id).expect("a post"), Absences::none());
    let alone = of("a").who_acts(&nobody);
    assert_eq!(
        alone.to_string(),
        "X deputises for A, at remove 2 (A vacant; B vacant; C vacant; Away vacant)"
    );
    let all = org.who_acts(&nobody);
    let found = all.of(of("a")).expect("a post of it");
    assert_eq!(found.acting(), alone.acting());
}
