//! Who acts on the trust of the examples: situations with their answers, worked
//! out by hand.

use answerable::{Absences, Acting, Cover, Gap, How, Organisation, Post};

use crate::loaded::trust;

/// Who is away (a holder by name in quotes; `a := b`: `b` is nominated for `a`), on
/// which matter, for which post, and who acts: how, then who. Short names are below.
const SITUATIONS: &str = "\
# Nobody need stand in
-                                               |                          | cn                       | itself
-                                               |                          | board                    | itself
-                                               | mhps-case-manager        | cgd-children             | itself
cgd-children := hon-children                    |                          | cgd-children             | itself
'Aoife Lacey'                                   |                          | team-physio              | itself

# Vacant posts
-                                               |                          | lead-community           | deputy: lead-general
-                                               |                          | amd-learning             | superior: md
lead-general                                    |                          | lead-community           | superior: cgd-children
lead-general, cgd-children                      |                          | lead-community           | superior, 2 layers up: coo
-                                               | revalidation             | amd-learning             | nobody: revalidation is personal

# The Medical Director: one of the care group directors
md                                              |                          | md                       | deputy: one of directors
'Dr Tomasz Wierzba'                             |                          | md                       | deputy: one of directors
md, cgd-children                                |                          | md                       | deputy: one of cgd-adults, cgd-mental
md, 'Dr Priya Sandhu-Hale', 'Dr Samuel Ekwueme' |                          | md                       | deputy: cgd-mental
md, directors                                   |                          | md                       | superior: ce
md, directors, ce                               |                          | md                       | deputy of the superior: coo
md, directors, ce, coo                          |                          | md                       | superior, 2 layers up: board must decide
md                                              |                          | amd-learning             | deputy of the superior: one of directors

# The Medical Director, by matter: the associates, personal matters, lines of the matter's kind
md                                              | revalidation             | md                       | deputy: amd-revalidation
md, amd-revalidation                            | revalidation             | md                       | deputy at remove 2: amd-quality
md, amd-revalidation, amd-quality               | revalidation             | md                       | nobody: revalidation is personal
md := amd-safety, md                            | revalidation             | md                       | nominee: amd-safety
md, amd-revalidation                            | appraisal                | md                       | deputy: one of directors
md, amd-revalidation, directors                 | appraisal                | md                       | deputy at remove 2: amd-quality
md, amd-revalidation, amd-quality, directors    | appraisal                | md                       | nobody: md has no professional superior
md                                              | learning-and-development | md                       | deputy: one of directors
md, directors                                   | learning-and-development | md                       | superior: ce
md                                              | patient-safety           | md                       | deputy: amd-safety
md, amd-safety, directors                       | patient-safety           | md                       | superior: board must decide
md                                              | mhps-case-manager        | md                       | nobody: mhps-case-manager is personal

# A care group director: limited deputies only, so cover reverts in general
cgd-children                                    |                          | cgd-children             | superior: coo
cgd-children                                    | corporate-assurance      | cgd-children             | deputy: gm-children
cgd-children, gm-children                       | corporate-assurance      | cgd-children             | superior: coo
cgd-children                                    | clinical-risk-register   | cgd-children             | nobody: clinical superior of cgd-children not stated
cgd-children                                    | mhps-case-manager        | cgd-children             | deputy: one of cgd-adults, cgd-mental
cgd-children, cgd-adults                        | mhps-case-manager        | cgd-children             | deputy: cgd-mental
directors                                       | mhps-case-manager        | cgd-children             | nobody: mhps-case-manager is personal
cgd-children, cgd-children := hon-children      |                          | cgd-children             | nominee: hon-children
cgd-children, cgd-children := lead-community    |                          | cgd-children             | superior: coo

# The Chief Executive, the Chief Operating Officer and the Board
ce                                              |                          | ce                       | deputy: coo
'E-20417', coo                                  |                          | ce                       | deputy: md
ce, coo, md                                     |                          | ce                       | superior: board must decide
coo                                             |                          | coo                      | deputy: one of directors
coo, directors, ce                              |                          | coo                      | deputy of the superior: md
coo                                             | out-of-hours             | coo                      | deputy: one of therapies, gm-children, gm-adults
coo, therapies, gm-children                     | out-of-hours             | coo                      | deputy: gm-adults
coo, therapies, gm-children, gm-adults          | out-of-hours             | coo                      | deputy: one of directors
chair                                           |                          | chair                    | deputy: neds
chair, neds                                     |                          | chair                    | superior: governors must decide
chair, neds                                     |                          | neds                     | superior, 2 layers up: governors must decide

# Nursing: one deputy attends only; professional lines go through the operational ones
cn                                              |                          | cn                       | deputy: hon-adults
cn                                              | corporate-assurance      | cn                       | deputy: hon-adults
cn, hon-adults                                  | corporate-assurance      | cn                       | superior: ce
cn, hon-adults                                  | patient-safety           | cn                       | superior: board must decide
ward, hon-children                              |                          | ward                     | superior, 2 layers up: cgd-children
ward, hon-children                              | appraisal                | ward                     | superior, 2 layers up: cn
ward                                            | clinical-quality         | ward                     | nobody: clinical superior of ward not stated
ward, hon-children, cgd-children, coo           |                          | ward                     | deputy of the superior, 3 layers up: one of cgd-adults, cgd-mental
ward, hon-children, directors, coo, ce          |                          | ward                     | deputy of the superior, 4 layers up: md
ward, hon-children, directors, coo, ce, md      |                          | ward                     | superior, 5 layers up: board must decide

# Doctors: three kinds of line, three superiors
consultants                                     |                          | consultants              | superior: lead-general
consultants                                     | appraisal                | consultants              | superior: md
consultants                                     | job-planning             | consultants              | superior: cgd-children
consultants, cgd-children                       | job-planning             | consultants              | nobody: clinical superior of cgd-children not stated
amd-learning := medical-examiner                |                          | amd-learning             | nominee: medical-examiner
md, md := medical-examiner                      |                          | amd-learning             | nominee of the superior: medical-examiner

# Superiors not stated, and posts outside
gm-children                                     |                          | gm-children              | deputy: sm-children
gm-children, sm-children                        |                          | gm-children              | nobody: operational superior of gm-children not stated
gm-children, sm-children                        |                          | sm-children              | nobody: operational superior of gm-children not stated
hr-business-partner                             | business-plan            | hr-business-partner      | nobody: operational superior of hr-business-partner not stated
head-of-ot                                      | appraisal                | head-of-ot               | nobody: professional superior of head-of-ot not stated
care-quality-commission                         |                          | care-quality-commission  | nobody: care-quality-commission is outside

# The therapies: a job share, and any one of three
'Aoife Lacey', 'E-30988'                        |                          | team-physio              | superior: therapies
therapies                                       |                          | therapies                | deputy: one of team-ot, team-physio, team-speech
therapies, 'Aoife Lacey', 'Grace Nwosu'         |                          | therapies                | deputy: one of team-ot, team-speech
team-ot                                         | appraisal                | team-ot                  | superior: head-of-ot
team-physio                                     | appraisal                | team-physio              | nobody: professional superior of team-physio not stated
finance-business-partner, finance, ce           |                          | finance-business-partner | deputy of the superior, 2 layers up: coo
";

/// Short names; every other post goes by its id.
const NAMES: [(&str, &str); 29] = [
    ("board", "trust-board"),
    ("governors", "council-of-governors"),
    ("neds", "non-executive-directors"),
    ("ce", "chief-executive"),
    ("coo", "chief-operating-officer"),
    ("md", "medical-director"),
    ("cn", "chief-nurse"),
    (
        "amd-revalidation",
        "associate-medical-director-revalidation",
    ),
    ("amd-learning", "associate-medical-director-learning"),
    ("amd-safety", "associate-medical-director-patient-safety"),
    ("amd-quality", "associate-medical-director-clinical-quality"),
    ("cgd-children", "care-group-director"),
    ("cgd-adults", "care-group-director-adults"),
    ("cgd-mental", "care-group-director-mental-health"),
    ("gm-children", "general-manager"),
    ("gm-adults", "general-manager-adults"),
    ("sm-children", "service-manager-childrens"),
    ("hon-children", "head-of-nursing-childrens"),
    ("hon-adults", "head-of-nursing-adults"),
    ("ward", "ward-manager-childrens"),
    ("lead-general", "clinical-lead-general-paediatrics"),
    ("lead-community", "clinical-lead-community-paediatrics"),
    ("consultants", "consultants-paediatrics"),
    ("therapies", "childrens-therapies-manager"),
    ("team-ot", "team-manager-occupational-therapy"),
    ("team-physio", "team-manager-physiotherapy"),
    ("team-speech", "team-manager-speech-and-language-therapy"),
    ("head-of-ot", "head-of-profession-occupational-therapy"),
    ("finance", "director-of-finance"),
];

/// The three care group directors, the usual pool.
const DIRECTORS: &str = "cgd-children, cgd-adults, cgd-mental";

fn id(name: &str) -> &str {
    let named = NAMES.iter().find(|(short, _)| *short == name);
    named.map_or(name, |(_, id)| id)
}

fn name(post: Post<'_>) -> &str {
    let named = NAMES.iter().find(|(_, id)| *id == post.id());
    named.map_or(post.id(), |(short, _)| short)
}

#[test]
fn situations_on_the_trust() {
    let org = trust();
    let situations = SITUATIONS.lines();
    let situations: Vec<&str> = situations
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert!(situations.len() >= 40);
    let mut wrong = Vec::new();
    for situation in situations {
        let columns: Vec<&str> = situation.split('|').map(str::trim).collect();
        let columns = <[&str; 4]>::try_from(columns);
        let [absent, matter, post, expected] = columns.expect("four columns");
        let away = away(&org, &absent.replace("directors", DIRECTORS));
        let post = org.post(id(post)).expect("a post of the trust");
        let (cover, all) = if matter.is_empty() {
            (post.who_acts(&away), org.who_acts(&away))
        } else {
            let matter = org.matter(matter).expect("a matter of the trust");
            (
                post.who_acts_on(matter, &away),
                org.who_acts_on(matter, &away),
            )
        };
        let answer = in_words(&cover);
        if answer != expected {
            wrong.push(format!("{situation}\nbut {answer}\n{}", cover.trace()));
        }
        let among_all = all.of(post).expect("a post of the trust");
        assert_eq!(in_words(&among_all), answer, "{situation}");
        let sentence = cover.to_string();
        assert!(sentence.starts_with(&beginning(&cover)), "{sentence}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn away<'o>(org: &'o Organisation, told: &str) -> Absences<'o> {
    let told = told.split(", ").filter(|told| *told != "-");
    told.fold(Absences::none(), |away, told| {
        if let Some((post, nominee)) = told.split_once(" := ") {
            let [post, nominee] = [post, nominee].map(|post| org.post(id(post)).expect("a post"));
            away.with_nominee(post, nominee).expect("able to be")
        } else if let Some(name) = told.strip_prefix('\'') {
            let holder = org.holder(name.trim_end_matches('\''));
            away.with_holder(holder.expect("a holder")).expect("of it")
        } else {
            let post = org.post(id(told)).expect("a post of the trust");
            away.with_post(post).expect("no body")
        }
    })
}

/// "deputy of the superior, 2 layers up: one of matron, sister".
fn in_words(cover: &Cover<'_, '_>) -> String {
    let who = match cover.acting() {
        Acting::Itself => return "itself".to_owned(),
        Acting::One(post) => name(*post).to_owned(),
        Acting::OneOf(posts) => {
            let names: Vec<_> = posts.iter().copied().map(name).collect();
            format!(
                "one of {}",
                names.join(", ").replace(DIRECTORS, "directors")
            )
        }
        Acting::Body(body) => format!("{} must decide", name(*body)),
        Acting::Nobody(gap) => return format!("nobody: {}", why(gap)),
    };
    let (how, of) = match cover.how() {
        Some(How::Nominee) => ("nominee", " of the superior"),
        Some(How::Deputy) => ("deputy", " of the superior"),
        Some(How::Superior) => ("superior", ""),
        None => ("not said how", ""),
    };
    let remove = match cover.removes() {
        0 | 1 => String::new(),
        removes => format!(" at remove {removes}"),
    };
    match cover.layers() {
        0 => format!("{how}{remove}: {who}"),
        1 => format!("{how}{remove}{of}: {who}"),
        layers => format!("{how}{remove}{of}, {layers} layers up: {who}"),
    }
}

fn why(gap: &Gap<'_>) -> String {
    match gap {
        Gap::External(post) => format!("{} is outside", name(*post)),
        Gap::NoneAbove { post, kind, .. } => format!("{} has no {kind} superior", name(*post)),
        Gap::Unstated { post, kind, .. } => {
            format!("{kind} superior of {} not stated", name(*post))
        }
        Gap::Personal(matter) => format!("{} is personal", matter.id()),
        Gap::ReversionOff => "cover does not revert".to_owned(),
    }
}

/// With what the answer in one sentence begins.
fn beginning(cover: &Cover<'_, '_>) -> String {
    match cover.acting() {
        Acting::Itself => cover.post().to_string(),
        Acting::One(post) | Acting::Body(post) => post.to_string(),
        Acting::OneOf(posts) => format!("One of {}", posts[0]),
        Acting::Nobody(_) => "Nobody".to_owned(),
    }
}
