//! Who acts, as the example prints it.

use super::{File, printed, refused};

fn who_acts(arguments: &str) -> String {
    printed("who_acts", &arguments.split(' ').collect::<Vec<_>>())
}

#[test]
fn every_post_whose_seat_is_covered() {
    insta::assert_snapshot!(printed("who_acts", &[]), @r"
    Thamesmouth NHS Foundation Trust

    Post                                                  Seat    How       Who acts
    Associate Medical Director, Learning and Development  vacant  superior  Medical Director
    Clinical Lead, Community Paediatrics                  vacant  deputy    Clinical Lead, General Paediatrics
    ");
    insta::assert_snapshot!(who_acts("--absent medical-director --absent chief-executive"), @r"
    Thamesmouth NHS Foundation Trust

    Post                                                  Seat    How                     Who acts
    Chief Executive                                       absent  deputy                  Chief Operating Officer
    Medical Director                                      absent  deputy                  one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
    Associate Medical Director, Learning and Development  vacant  deputy of the superior  one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
    Clinical Lead, Community Paediatrics                  vacant  deputy                  Clinical Lead, General Paediatrics
    ");
    let many = "--absent chief-executive --absent chief-operating-officer --absent chair \
        --absent non-executive-directors --absent hr-business-partner --absent medical-director \
        --nominate medical-director=clinical-lead-general-paediatrics";
    insta::assert_snapshot!(who_acts(many), @r"
    Thamesmouth NHS Foundation Trust

    Post                                                  Seat    How                      Who acts
    Chair                                                 absent  superior                 Council of Governors must decide
    Non-Executive Directors                               absent  superior, 2 layers up    Council of Governors must decide
    Chief Executive                                       absent  superior                 Trust Board must decide
    Chief Operating Officer                               absent  deputy                   one of Care Group Director, Children's; Care Group Director, Adult Community; Care Group Director, Mental Health
    Medical Director                                      absent  nominee                  Clinical Lead, General Paediatrics
    Associate Medical Director, Learning and Development  vacant  nominee of the superior  Clinical Lead, General Paediatrics
    Clinical Lead, Community Paediatrics                  vacant  deputy                   Clinical Lead, General Paediatrics
    HR Business Partner, Children's                       absent  -                        nobody: the operational superior of HR Business Partner, Children's is not stated (a working relation is described; no superior and no director for staff are named)

    Clinical Lead, General Paediatrics acts for 3 posts: Medical Director; Associate Medical Director, Learning and Development; Clinical Lead, Community Paediatrics
    Council of Governors must decide who acts for: Chair; Non-Executive Directors
    Trust Board must decide who acts for: Chief Executive
    Nobody acts for: HR Business Partner, Children's
    ");
    insta::assert_snapshot!(who_acts("--absent chief-nurse --away E-20417 --on appraisal"), @r"
    Thamesmouth NHS Foundation Trust: Medical appraisal

    Post                                                  Seat                   How       Who acts
    Chief Executive                                       away: Marian Oyelaran  deputy    Chief Operating Officer
    Chief Nurse                                           absent                 deputy    Head of Nursing, Adult Community
    Associate Medical Director, Learning and Development  vacant                 superior  Medical Director
    Clinical Lead, Community Paediatrics                  vacant                 deputy    Clinical Lead, General Paediatrics
    ");
}

#[test]
fn whoever_acts_above_a_superior_is_named() {
    let nominee = "--absent chief-executive --nominate chief-executive=head-of-nursing-childrens";
    let table = who_acts(nominee);
    let remark = "Head of Nursing, Children's acts for Chief Executive, above its own superior: \
        Care Group Director, Children's\n";
    assert!(table.ends_with(remark), "{table}");
}

#[test]
fn a_personal_matter_is_marked() {
    let table = who_acts("--absent medical-director --on revalidation");
    let title = "Thamesmouth NHS Foundation Trust: Medical revalidation (personal)\n\n";
    assert!(table.starts_with(title), "{table}");
    let last = "Nobody acts for: Associate Medical Director, Learning and Development; \
        Clinical Lead, Community Paediatrics\n";
    assert!(table.ends_with(last), "{table}");
}

#[test]
fn who_acts_for_one_and_why() {
    insta::assert_snapshot!(who_acts("--absent medical-director --absent chief-executive --for medical-director"), @r"
    One of Care Group Director, Children's; Care Group Director, Adult Community; or Care Group Director, Mental Health deputises for Medical Director (Medical Director absent)

    1. Medical Director: absent
    2. Associate Medical Director, Revalidation and Appraisal: limited to Medical revalidation; Medical appraisal (rank 1 of Medical Director; assumed)
    3. Associate Medical Director, Learning and Development: limited to Learning and development (rank 2 of Medical Director; assumed)
    4. Associate Medical Director, Patient Safety and Clinical Governance: limited to Patient safety and clinical governance (rank 3 of Medical Director; assumed)
    5. Associate Medical Director, Clinical Quality: limited to Clinical quality and standards of care (rank 4 of Medical Director; assumed)
    6. Care Group Director, Children's: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    7. Care Group Director, Adult Community: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)
    8. Care Group Director, Mental Health: able to act (rank 5 of Medical Director, one of a pool; stated: Care Group Director: job description, Board and Executive)

    Standing: stated, the weakest among the facts it rests on
    ");
    let unstated =
        "--for general-manager --absent general-manager --absent service-manager-childrens";
    insta::assert_snapshot!(who_acts(unstated), @r"
    Nobody acts for General Manager, Children's (General Manager, Children's absent; Service Manager, Children's absent): the operational superior of General Manager, Children's is not stated (said to support the Care Group Director, which is help and not a line)

    1. General Manager, Children's: absent
    2. Service Manager, Children's: absent (rank 1 of General Manager, Children's; assumed)
    So nobody acts: the operational superior of General Manager, Children's is not stated (said to support the Care Group Director, which is help and not a line)

    Standing: given, the weakest among the facts it rests on
    ");
    let share = [
        "--away",
        "Aoife Lacey",
        "--for",
        "team-manager-physiotherapy",
    ];
    insta::assert_snapshot!(printed("who_acts", &share), @r"
    Team Manager, Children's Physiotherapy acts in person

    1. Team Manager, Children's Physiotherapy: able to act
    ");
}

#[test]
fn the_answer_begins_with_who_acts() {
    for (arguments, beginning) in [
        ("--for chief-nurse", "Chief Nurse acts in person\n"),
        ("--for trust-board", "Trust Board decides for itself\n"),
        (
            "--for clinical-lead-community-paediatrics",
            "Clinical Lead, General Paediatrics deputises ",
        ),
        (
            "--for chief-operating-officer --absent chief-operating-officer",
            "One of Care Group Director, Children's; Care Group Director, Adult Community; or Care Group Director, Mental Health deputises ",
        ),
        (
            "--for medical-director --on revalidation --absent medical-director --absent associate-medical-director-revalidation",
            "Associate Medical Director, Clinical Quality deputises for Medical Director on Medical revalidation, at remove 2 ",
        ),
        (
            "--for chair --absent chair --absent non-executive-directors",
            "Council of Governors must decide ",
        ),
        (
            "--for medical-director --absent medical-director --on mhps-case-manager",
            "Nobody acts for Medical Director ",
        ),
        ("--for commissioners", "Nobody acts for Commissioners"),
    ] {
        let answer = who_acts(arguments);
        assert!(answer.starts_with(beginning), "{arguments}: {answer}");
    }
}

#[test]
fn a_misspelt_absence_is_named() {
    let refused = |arguments: &str| refused("who_acts", &arguments.split(' ').collect::<Vec<_>>());
    let first_line = |arguments| refused(arguments).lines().next().map(str::to_owned);
    for (arguments, message) in [
        (
            "--absnt chief-nurse",
            "no option `--absnt`; did you mean `--absent`?",
        ),
        ("--for", "`--for` wants a value after it"),
        ("--for chair --for chief-nurse", "`--for` is given twice"),
        ("--nominate chair", "`--nominate chair` wants POST=POST"),
        (
            "--absent chief-nurze",
            "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?",
        ),
        (
            "--for chief-nurze",
            "no post `chief-nurze` in this organisation; did you mean `chief-nurse`?",
        ),
        (
            "--away E-2041",
            "no holder `E-2041` in this organisation; did you mean `E-20417`?",
        ),
        (
            "--on revalidaton",
            "no matter `revalidaton` in this organisation; did you mean `revalidation`?",
        ),
        (
            "--absent trust-board",
            "`trust-board` is a body, which is never absent; name the posts of those who are away",
        ),
        (
            "--nominate chief-nurse=medical-directr",
            "`--nominate chief-nurse=medical-directr`: no post `medical-directr` in this organisation; did you mean `medical-director`?",
        ),
        (
            "--nominate chief-nurze=chair",
            "`--nominate chief-nurze=chair`: no post `chief-nurze` in this organisation; did you mean `chief-nurse`?",
        ),
        (
            "--nominate chair=chief-nurse=",
            "`--nominate chair=chief-nurse=`: no post `chief-nurse=` in this organisation; did you mean `chief-nurse`?",
        ),
        ("--nominate chair=chair", "`chair` is nominated for itself"),
        (
            "--nominate chair=trust-board",
            "`trust-board` is nominated for `chair`, but `trust-board` is a body; only an individual post can be nominated, and for another individual post",
        ),
        (
            "--nominate chair=chief-nurse --nominate chair=medical-director",
            "both `chief-nurse` and `medical-director` are nominated for `chair`; one post is nominated for another",
        ),
        (
            "nowhere.toml",
            "nowhere.toml: No such file or directory (os error 2)",
        ),
    ] {
        assert_eq!(
            first_line(arguments).as_deref(),
            Some(message),
            "{arguments}"
        );
    }
}

#[test]
fn an_id_may_have_a_sign_of_its_own() {
    let posts = ["a", "a=b", "b=c", "c", "-1", "d=e"];
    let posts = posts.map(|id| format!("[post.\"{id}\"]\ntitle = \"Post {id}\"\n"));
    let file = File::new("signs.toml", &posts.concat());
    let nominate = |pair| {
        [
            "--for",
            "a",
            "--absent",
            "a",
            "--nominate",
            pair,
            file.path(),
        ]
    };
    let answer = printed("who_acts", &nominate("a=d=e"));
    assert!(
        answer.starts_with("Post d=e is nominated to act for Post a "),
        "{answer}"
    );
    for (pair, message) in [
        (
            "a=b=c",
            "`--nominate a=b=c` may mean `b=c` for `a`, or `c` for `a=b`\n",
        ),
        (
            "d=e=f",
            "`--nominate d=e=f`: no post `f` in this organisation\n",
        ),
        (
            "x=y",
            "`--nominate x=y`: no post `x` in this organisation\n",
        ),
    ] {
        assert_eq!(refused("who_acts", &nominate(pair)), message);
    }
    let card = printed("role_card", &["--", "-1", file.path()]);
    assert!(card.starts_with("Post -1 (-1)\n"), "{card}");
}

#[test]
fn nothing_to_cover_is_said() {
    let file = File::new("full.json", r#"{"post": {"matron": {"title": "Matron"}}}"#);
    let printed = printed("who_acts", &[file.path()]);
    assert_eq!(
        printed,
        "No post inside the organisation is vacant or away: each acts for itself.\n"
    );
    let file = File::new("nobody.json", "{}");
    let printed = self::printed("who_acts", &[file.path()]);
    assert_eq!(printed, "There are no posts inside the organisation.\n");
}

#[test]
fn an_absence_outside_and_an_idle_nominee_are_remarked_on() {
    let posts = r#"{"post": {
        "a": {"title": "A"}, "b": {"title": "B"},
        "x": {"title": "X", "kind": "external"}, "y": {"title": "Y", "kind": "external", "holder": "R. Okafor"}
    }}"#;
    let file = File::new("outside.json", posts);
    let who_acts = |arguments: &[&str]| printed("who_acts", &[arguments, &[file.path()]].concat());
    insta::assert_snapshot!(who_acts(&["--absent", "x", "--nominate", "a=b"]), @r"
    No post inside the organisation is vacant or away: each acts for itself.

    B is nominated for A, which acts itself
    X is outside the organisation: nobody here acts for it
    ");
    let away = [
        "--absent=x",
        "--away=R. Okafor",
        "--absent=a",
        "--absent=b",
        "--nominate=a=b",
    ];
    insta::assert_snapshot!(who_acts(&away), @r"
    Post  Seat    How  Who acts
    A     absent  -    nobody: the operational superior of A is not stated
    B     absent  -    nobody: the operational superior of B is not stated

    Nobody acts for: A; B
    B is nominated for A, but is itself absent
    X; Y are outside the organisation: nobody here acts for them
    ");
}
