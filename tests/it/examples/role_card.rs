//! The page about a post, as the example prints it.

use crate::loaded::trust;

use super::{File, printed, refused};

fn card(post: &str) -> String {
    printed("role_card", &[post])
}

#[test]
fn a_care_group_director_has_limited_deputies_and_personal_matters() {
    insta::assert_snapshot!(card("care-group-director"), @r"
    Care Group Director, Children's (care-group-director)

      Unit        Children's Care Group, within Thamesmouth NHS Foundation Trust
      Profession  Medical (inferred: Care Group Director: job description, Board and Executive; deputises for the Medical Director, and so is taken to be a doctor)
      Grade       Consultant
      Holder      Dr Priya Sandhu-Hale
      Basis       stated: Care Group Director: job description, The Post

    Accountable to
      operational: Chief Operating Officer (stated: Care Group Director: job description, Accountability)
      professional: Medical Director (inferred; by rule: all Medical staff of Thamesmouth NHS Foundation Trust; the rule is inferred: Care Group Director: job description, Accountability; directors turn to the Medical Director when a doctor's competence or practice is in question)
      clinical: not stated

    Reports
      operational: 5
        Senior Leadership Team, Children's (body; assumed)
        Clinical and Business Meeting, Children's (body; assumed)
        Head of Nursing, Children's (assumed)
        Clinical Lead, General Paediatrics (assumed)
        Clinical Lead, Community Paediatrics (vacant; assumed)
      also operational: 1
        Finance Business Partner, Children's (assumed)
      clinical, by rule: 3
        Clinical Lead, General Paediatrics (inferred)
        Clinical Lead, Community Paediatrics (vacant; inferred)
        Consultants, General Paediatrics (several seats; inferred)

    Head by rule
      clinical: all Medical staff of Children's Care Group (stated: Care Group Director: job description, Accountability)

    Bodies
      member of Trust Leadership Team
      chair of Senior Leadership Team, Children's (inferred)
      chair of Clinical and Business Meeting, Children's

    Who stands in
      in general
        no deputy
        then whoever acts for Chief Operating Officer, its operational superior
      on Corporate assurance meetings
        1. General Manager, Children's (assumed)
        then whoever acts for Chief Operating Officer, its operational superior
      on Case manager under Maintaining High Professional Standards (personal)
        1. one of Care Group Director, Adult Community (assumed); Care Group Director, Mental Health (assumed)
        then nobody: the matter is personal

    Stands in for
      Chief Operating Officer: deputy 2, one of a pool (stated: Care Group Director: job description, Key Responsibilities 18)
      Care Group Director, Adult Community: deputy 2, one of a pool, on Case manager under Maintaining High Professional Standards (personal) (assumed; trained alike: Key Responsibilities 20)
      Care Group Director, Mental Health: deputy 1, one of a pool, on Case manager under Maintaining High Professional Standards (personal) (assumed; trained alike: Key Responsibilities 20)
      Medical Director: deputy 5, one of a pool (stated: Care Group Director: job description, Board and Executive)

    Links
      supports: Medical Director; Chief Operating Officer; Chief Nurse
      supported by: Medical Director; Chief Nurse; General Manager, Children's
      advises: Trust Board; Chief Executive; Executive Management Team
      works with: General Manager, Children's; Clinical Lead, General Paediatrics; Clinical Lead, Community Paediatrics; Head of Nursing, Children's; Finance Business Partner, Children's; HR Business Partner, Children's; Consultants, General Paediatrics; Senior Leadership Team, Children's; Service Manager, Children's; Adult Community Care Group; Mental Health Care Group; Corporate Functions; Associate Medical Director, Revalidation and Appraisal; Associate Medical Director, Learning and Development; Associate Medical Director, Patient Safety and Clinical Governance; Associate Medical Director, Clinical Quality; Executive Management Team; Chief Executive; Chair; Non-Executive Directors; Medical Examiner; General Manager, Adult Community; Chief Nurse; Head of Profession, Occupational Therapy; Commissioners; Other local providers

    Not stated
      clinical superior (accountable for clinical performance, but no superior of that kind is named)
    ");
}

#[test]
fn the_medical_director_is_covered_by_a_pool() {
    insta::assert_snapshot!(card("medical-director"), @r"
    Medical Director (medical-director)

      Unit        Thamesmouth NHS Foundation Trust
      Profession  Medical
      Grade       Consultant
      Holder      Dr Tomasz Wierzba
      Basis       stated: Care Group Director: job description, Board and Executive

    Accountable to
      operational: Chief Executive (inferred: Care Group Director: job description, Accountability; holds managerial performance by the Chief Executive's delegation)
      also operational: Trust Board (body) (inferred: Care Group Director: job description, Accountability; each member of the executive team answers to the Board in person)
      professional: nobody above (answers outside the Trust, to the regulator of the profession; assumed)
      clinical: Trust Board (body) (inferred: Care Group Director: job description, Accountability; what executives answer for to the Board is clinical care)

    Reports
      operational: 4
        Associate Medical Director, Revalidation and Appraisal (inferred)
        Associate Medical Director, Learning and Development (vacant; inferred)
        Associate Medical Director, Patient Safety and Clinical Governance (inferred)
        Associate Medical Director, Clinical Quality (inferred)
      professional, by rule: 10
        Associate Medical Director, Revalidation and Appraisal (inferred)
        Associate Medical Director, Learning and Development (vacant; inferred)
        Associate Medical Director, Patient Safety and Clinical Governance (inferred)
        Associate Medical Director, Clinical Quality (inferred)
        Care Group Director, Children's (inferred)
        Clinical Lead, General Paediatrics (inferred)
        Clinical Lead, Community Paediatrics (vacant; inferred)
        Consultants, General Paediatrics (several seats; inferred)
        Care Group Director, Adult Community (inferred)
        Care Group Director, Mental Health (inferred)
      clinical: 2
        Associate Medical Director, Patient Safety and Clinical Governance (inferred)
        Associate Medical Director, Clinical Quality (inferred)

    Head by rule
      professional: all Medical staff of Thamesmouth NHS Foundation Trust (inferred: Care Group Director: job description, Accountability; directors turn to the Medical Director when a doctor's competence or practice is in question)

    Bodies
      member of Trust Board (assumed): executive director
      member of Executive Management Team (inferred)

    Who stands in
      in general
        1. one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
        then whoever acts for Chief Executive, its operational superior
      on Medical revalidation (personal)
        1. Associate Medical Director, Revalidation and Appraisal (assumed)
        2. Associate Medical Director, Clinical Quality (assumed), at remove 2
        then nobody: the matter is personal
      on Medical appraisal
        1. Associate Medical Director, Revalidation and Appraisal (assumed)
        2. one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
        3. Associate Medical Director, Clinical Quality (assumed), at remove 2
        then nobody: it has no professional superior (answers outside the Trust, to the regulator of the profession)
      on Learning and development
        1. Associate Medical Director, Learning and Development (vacant; assumed)
        2. one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
        then whoever acts for Chief Executive, its operational superior
      on Patient safety and clinical governance
        1. Associate Medical Director, Patient Safety and Clinical Governance (assumed)
        2. one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
        then Trust Board, its clinical superior, must decide
      on Clinical quality and standards of care
        1. Associate Medical Director, Clinical Quality (assumed)
        2. one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
        then Trust Board, its clinical superior, must decide

    Stands in for
      Chief Executive: deputy 2 (assumed; the documents name no deputy)

    Links
      supports: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
      supported by: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
    ");
}

#[test]
fn a_superior_not_stated_is_said() {
    insta::assert_snapshot!(card("general-manager"), @r"
    General Manager, Children's (general-manager)

      Unit        Children's Care Group, within Thamesmouth NHS Foundation Trust
      Grade       Band 8d
      Holder      Colin Mabey (interim)
      Basis       stated: Care Group Director: job description, The Post

    Accountable to
      operational: not stated
      professional: not stated
      clinical: not stated

    Reports
      operational: 1
        Service Manager, Children's (assumed)

    Bodies
      member of Out-of-hours On-call Duty System (assumed)
      member of Senior Leadership Team, Children's (assumed)
      member of Clinical and Business Meeting, Children's (assumed)
      member of Operational Leadership Team (assumed)

    Who stands in
      in general
        1. Service Manager, Children's (assumed)
        then nobody: its operational superior is not stated

    Stands in for
      Chief Operating Officer: deputy 1, one of a pool, on Decisions out of hours (assumed; takes a turn on call)
      Care Group Director, Children's: deputy 1, on Corporate assurance meetings (assumed; Key Responsibilities 21 asks for one who can act)

    Links
      supports: Care Group Director, Children's
      works with: Care Group Director, Children's

    Not stated
      operational superior (said to support the Care Group Director, which is help and not a line)
      professional superior
      clinical superior
      profession
    ");
}

#[test]
fn a_board_has_none_above() {
    insta::assert_snapshot!(card("trust-board"), @r"
    Trust Board (trust-board)

      Kind        body
      Unit        Thamesmouth NHS Foundation Trust
      Note        Also called the Board of Directors.
      Basis       stated: Care Group Director: job description, Accountability

    Accountable as one body
      operational: nobody above (head of the organisation; assumed)
      professional: not stated
      clinical: nobody above (head of the organisation; assumed)

    Reports
      operational: 2
        Executive Management Team (body)
        Chief Executive (inferred)
      also operational: 4
        Chief Operating Officer (inferred)
        Medical Director (inferred)
        Chief Nurse (inferred)
        Director of Finance (assumed)
      clinical: 2
        Medical Director (inferred)
        Chief Nurse (inferred)

    Members
      chair: Chair (inferred)
        operational: Council of Governors (assumed); not stated: professional, clinical
      Non-Executive Directors (6 seats; inferred)
        operational: Chair (assumed); not stated: professional, clinical
      Chief Executive (assumed): executive director
        operational: Trust Board (inferred); not stated: professional, clinical
      Chief Operating Officer (assumed): executive director
        operational: Chief Executive (inferred); also operational: Trust Board (inferred); not stated: professional, clinical
      Medical Director (assumed): executive director
        operational: Chief Executive (inferred); also operational: Trust Board (inferred); professional: nobody above (assumed); clinical: Trust Board (inferred)
      Chief Nurse (assumed): executive director
        operational: Chief Executive (inferred); also operational: Trust Board (inferred); professional: nobody above (assumed); clinical: Trust Board (inferred)
      Director of Finance (assumed): executive director
        operational: Chief Executive (assumed); also operational: Trust Board (assumed); not stated: professional, clinical

    Links
      advised by: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health

    Not stated
      professional superior
    ");
}

#[test]
fn a_team_answers_as_one_and_each_in_person() {
    insta::assert_snapshot!(card("executive-management-team"), @r"
    Executive Management Team (executive-management-team)

      Kind        body
      Unit        Thamesmouth NHS Foundation Trust
      Basis       stated: Care Group Director: job description, Accountability

    Accountable as one body
      operational: Trust Board (body) (stated: Care Group Director: job description, Accountability)
      professional: not stated
      clinical: not stated

    Members
      chair: Chief Executive (assumed)
        operational: Trust Board (inferred), as the body does; not stated: professional, clinical
      Chief Operating Officer (inferred)
        operational: Chief Executive (inferred); also operational: Trust Board (inferred), as the body does; not stated: professional, clinical
      Medical Director (inferred)
        operational: Chief Executive (inferred); also operational: Trust Board (inferred), as the body does; professional: nobody above (assumed); clinical: Trust Board (inferred), as the body does
      Chief Nurse (inferred)
        operational: Chief Executive (inferred); also operational: Trust Board (inferred), as the body does; professional: nobody above (assumed); clinical: Trust Board (inferred), as the body does
      Director of Finance (assumed)
        operational: Chief Executive (assumed); also operational: Trust Board (assumed), as the body does; not stated: professional, clinical

    Links
      advised by: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
      works with: Care Group Director, Children's

    Not stated
      professional superior
      clinical superior
    ");
}

#[test]
fn a_head_by_rule_and_one_who_only_attends() {
    insta::assert_snapshot!(card("chief-nurse"), @r"
    Chief Nurse (chief-nurse)

      Unit        Thamesmouth NHS Foundation Trust
      Profession  Nursing
      Grade       Very senior manager
      Holder      Beverley Achterberg
      Basis       stated: Care Group Director: job description, Accountability

    Accountable to
      operational: Chief Executive (inferred: Care Group Director: job description, Accountability; holds managerial performance by the Chief Executive's delegation)
      also operational: Trust Board (body) (inferred: Care Group Director: job description, Accountability; each member of the executive team answers to the Board in person)
      professional: nobody above (answers outside the Trust, to the regulator of the profession; assumed)
      clinical: Trust Board (body) (inferred: Care Group Director: job description, Accountability; what executives answer for to the Board is clinical care)

    Reports
      operational: 1
        Head of Profession, Occupational Therapy (assumed)
      professional, by rule: 2
        Head of Nursing, Children's (assumed)
        Head of Nursing, Adult Community (inferred)

    Head by rule
      professional: all Nursing staff of Thamesmouth NHS Foundation Trust (stated: Care Group Director: job description, Accountability)
      professional: all Nursing staff of Children's Care Group, through the operational line (assumed; a nurse managed by a nurse would look to that nurse first)

    Bodies
      member of Trust Board (assumed): executive director
      member of Executive Management Team (inferred)

    Who stands in
      in general
        1. Head of Nursing, Adult Community (assumed)
        then whoever acts for Chief Executive, its operational superior
      on Corporate assurance meetings
        1. Head of Nursing, Adult Community (assumed)
        then whoever acts for Chief Executive, its operational superior
      to attend only: Head of Nursing, Children's (assumed), on Corporate assurance meetings

    Links
      supports: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
      supported by: Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
      works with: Care Group Director, Children's
    ");
}

#[test]
fn a_job_share_has_two_holders() {
    insta::assert_snapshot!(card("team-manager-physiotherapy"), @r"
    Team Manager, Children's Physiotherapy (team-manager-physiotherapy)

      Unit        Children's Physiotherapy, within Children's Therapy Services, within Children's Care Group, within Thamesmouth NHS Foundation Trust
      Profession  Physiotherapy, within Allied health
      Grade       Band 8a
      Holder      Aoife Lacey, E-31152
      Holder      Grace Nwosu, E-30988
      Basis       inferred: Operational Manager of Children's Therapy Services: advertisement, Main duties of the job; team managers are spoken of together; one for each service

    Accountable to
      operational: Operational Manager, Children's Therapy Services (inferred: Operational Manager of Children's Therapy Services: advertisement, Main duties of the job; the manager leads the senior team it belongs to)
      professional: not stated
      clinical: not stated

    Bodies
      member of Senior Team, Children's Therapy Services

    Who stands in
      in general
        no deputy
        then whoever acts for Operational Manager, Children's Therapy Services, its operational superior

    Stands in for
      Operational Manager, Children's Therapy Services: deputy 1, one of a pool (assumed; no deputy is named)

    Not stated
      professional superior (heads of profession are spoken of, but none is named for the allied health professions; inferred; by rule: all Allied health staff of Thamesmouth NHS Foundation Trust; the rule is stated: Care Group Director: job description, Accountability)
      clinical superior
    ");
}

#[test]
fn labels_and_a_joint_line() {
    insta::assert_snapshot!(card("finance-business-partner"), @r"
    Finance Business Partner, Children's (finance-business-partner)

      Unit        Children's Care Group, within Thamesmouth NHS Foundation Trust (stated: Care Group Director: job description, The Post)
      Profession  Finance
      Grade       Band 8b
      Label       cost centre: C4410
      Label       position number: 00018822
      Basis       stated: Care Group Director: job description, The Post

    Accountable to
      operational: Director of Finance (assumed; lent to the care group by Finance)
      also operational: Care Group Director, Children's (assumed; a joint line, for the work of the care group)
      professional: Director of Finance (assumed; by rule: all Finance staff of Thamesmouth NHS Foundation Trust; the rule is assumed; the finance director would head the finance profession)
      clinical: not stated

    Bodies
      member of Clinical and Business Meeting, Children's (assumed): in attendance

    Who stands in
      in general
        no deputy
        then whoever acts for Director of Finance, its operational superior

    Links
      works with: Care Group Director, Children's

    Not stated
      clinical superior
      holder
    ");
}

#[test]
fn a_post_outside() {
    insta::assert_snapshot!(card("commissioners"), @r"
    Commissioners (commissioners)

      Kind        outside the organisation
      Basis       stated: Care Group Director: job description, The Post

    Links
      works with: Care Group Director, Children's; Operational Manager, Children's Therapy Services
      commissions: Children's Care Group; Children's Therapy Services; Adult Community Care Group; Mental Health Care Group
    ");
}

#[test]
fn a_card_of_every_post_is_printed() {
    for post in trust().posts() {
        let card = printed("role_card", &[post.id()]);
        assert!(
            card.starts_with(&format!("{post} ({})\n", post.id())),
            "{card}"
        );
    }
}

#[test]
fn a_vacant_post_says_who_acts_today() {
    let card = card("clinical-lead-community-paediatrics");
    let today =
        "  Holder      vacant\n  Today       Clinical Lead, General Paediatrics deputises for ";
    assert!(card.contains(today), "{card}");
}

#[test]
fn members_with_no_line_told_are_named_alone() {
    let posts = r#"{"post": {
        "team": {"title": "Team", "kind": "body", "members": ["a", "x"]},
        "a": {"title": "A"}, "x": {"title": "X", "kind": "external"}
    }}"#;
    let file = File::new("team.json", posts);
    let card = printed("role_card", &["team", file.path()]);
    assert!(
        card.contains("\nMembers\n  A\n  X (external)\n\n"),
        "{card}"
    );
}

#[test]
fn many_reports_are_counted() {
    let ward = |ward| format!("[post.w{ward}]\ntitle = \"Ward {ward}\"\noperational = \"m\"\n");
    let wards = (1..=14).map(ward).collect::<String>();
    let file = File::new(
        "wards.toml",
        &format!("[post.m]\ntitle = \"Matron\"\n{wards}"),
    );
    let card = printed("role_card", &["m", file.path()]);
    assert!(card.contains("  operational: 14\n    Ward 1\n"), "{card}");
    assert!(card.contains("    Ward 12\n    and 2 more\n"), "{card}");
}

#[test]
fn a_card_of_no_post_is_refused() {
    insta::assert_snapshot!(refused("role_card", &["chief-nurze"]), @"no post `chief-nurze` in this organisation; did you mean `chief-nurse`?");
}
