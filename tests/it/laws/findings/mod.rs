//! Findings against an oracle: what each rule finds, of whom, in which order.

mod deep;
mod oracle;

use answerable::{Document, Finding, FindingCode, Organisation, PostRecord, Subject, Thresholds};
use proptest::collection::vec;
use proptest::prelude::*;

use super::cases;
use super::cover::strategies::covered;
use super::records::{KIND_WORDS, Told};
use super::strategies::{headed, passing, sound};
use oracle::{Found, Most, Sought};

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![
        5 => covered().prop_map(|(told, _)| told),
        2 => headed(),
        1 => passing(),
        1 => sound(),
    ]
}

fn most() -> impl Strategy<Value = Most> {
    (0..4_u32, 0..5_u32, 0..3_u32).prop_map(|(span, layers, sole_cover)| Most {
        span: span as usize,
        layers: layers as usize,
        sole_cover: sole_cover as usize,
    })
}

fn organisation(told: &Told, most: &Most) -> Organisation {
    let number = |most: usize| u32::try_from(most).expect("a small number");
    let thresholds = Thresholds::none()
        .span(number(most.span))
        .layers(number(most.layers))
        .sole_cover(number(most.sole_cover));
    let document = told.document().with_thresholds(thresholds);
    Organisation::try_from(document).expect("sound")
}

/// The findings of a code, posts and headships by their numbers.
fn found(org: &Organisation, code: FindingCode) -> Vec<Found> {
    let number = |id: &str| org.posts().position(|of| of.id() == id).expect("of it");
    let rules: Vec<_> = org.headships().collect();
    let subject = |subject: &Subject<'_>| match *subject {
        Subject::Unit(unit) => format!("unit {}", unit.id()),
        Subject::Profession(profession) => format!("profession {}", profession.id()),
        Subject::Matter(matter) => format!("matter {}", matter.id()),
        Subject::Headship(rule) => {
            let number = rules.iter().position(|of| *of == rule);
            format!("headship {}", number.expect("of it"))
        }
        _ => String::new(),
    };
    let numbers = |finding: &Finding<'_>| {
        let posts = finding.posts().iter();
        let mut about: Vec<_> = posts.map(|&post| number(post.id())).collect();
        let others = about.split_off(finding.about().len());
        let mut subjects: Vec<_> = finding.subjects().iter().map(subject).collect();
        // Of a span only the sentence says the kind.
        if code == FindingCode::SpanTooWide {
            let said = finding.to_string();
            let of_kind = |word: &&&str| said.contains(&format!("({word})"));
            subjects.extend(KIND_WORDS.iter().find(of_kind).map(ToString::to_string));
        }
        Found {
            about,
            others,
            subjects,
        }
    };
    let findings = org.findings();
    findings.of(code).map(numbers).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_found_is_what_the_oracle_finds(told in told(), most in most()) {
        let org = organisation(&told, &most);
        let sought = Sought::of(&told, &most);
        for &code in FindingCode::ALL {
            if let Some(expected) = sought.found(code) {
                prop_assert_eq!(found(&org, code), expected, "{} of {:#?}", code, told);
            }
        }
    }

    #[test]
    fn nobody_acts_where_it_is_found_so(told in told(), most in most()) {
        let org = organisation(&told, &most);
        let nobody = found(&org, FindingCode::NobodyIfAbsent);
        prop_assert_eq!(nobody, Sought::of(&told, &most).nobody_if_absent());
        // As the crate answers for each alone.
        for post in org.posts() {
            let Ok(away) = answerable::Absences::of([post]) else {
                continue;
            };
            let cover = post.who_acts(&away);
            let is_nobody = matches!(cover.acting(), answerable::Acting::Nobody(_))
                && post.kind() == answerable::PostKind::Individual;
            let findings = org.findings();
            let mut of = findings.of(FindingCode::NobodyIfAbsent);
            let finding = of.find(|finding| finding.about() == [post]);
            prop_assert_eq!(finding.is_some(), is_nobody);
            if let (Some(finding), answerable::Acting::Nobody(gap)) = (finding, cover.acting()) {
                prop_assert!(finding.to_string().ends_with(&gap.to_string()));
            }
        }
    }

    #[test]
    fn sole_cover_is_that_of_the_depths_of_cover(told in told()) {
        let most = Most { span: 0, layers: 0, sole_cover: 0 };
        let org = organisation(&told, &most);
        let findings = org.findings();
        let found = findings.of(FindingCode::SoleCover);
        let mut found: Vec<_> = found.map(|of| (of.about()[0], of.posts()[1..].to_vec())).collect();
        found.sort_by_key(|(_, posts)| std::cmp::Reverse(posts.len()));
        let away = answerable::Absences::none();
        prop_assert_eq!(found, org.cover_depths(&away).sole());
    }

    #[test]
    fn findings_are_the_same_of_what_is_saved(told in told(), most in most()) {
        let org = organisation(&told, &most);
        let lines = |org: &Organisation| -> Vec<String> {
            let findings = org.findings();
            let line = |finding: &Finding<'_>| format!("{}: {finding}", finding.code());
            findings.iter().map(line).collect()
        };
        let document = Document::from_toml(&org.to_toml()).expect("TOML");
        let again = Organisation::try_from(document).expect("sound");
        prop_assert_eq!(lines(&again), lines(&org));
        for finding in org.findings().iter() {
            prop_assert!(!finding.rests_on().is_empty(), "{}", finding);
        }
    }

    #[test]
    fn ids_are_nearly_the_same_if_they_differ_in_form(
        picks in vec((0..5_usize, 0..4_usize), 0..14),
    ) {
        // What is in one row is one id in several forms.
        const FORMS: [[&str; 4]; 5] = [
            ["ward-7", "Ward-7", "ward-007", "WARD-7\u{200B}"],
            ["Zo\u{EB}", "zoe\u{308}", "ZO\u{CB}", "Zo\u{EB}\u{FEFF}"],
            ["0", "00", "000", "0\u{2060}"],
            ["a1b", "A01b", "a1B", "a001b"],
            ["\u{FB01}t", "fit", "FIT", "f\u{200D}it"],
        ];
        let mut once: Vec<(usize, usize)> = Vec::new();
        for pick in picks {
            if !once.contains(&pick) {
                once.push(pick);
            }
        }
        let posts = once.iter().map(|&(row, form)| PostRecord::new(FORMS[row][form], "P"));
        let org = Organisation::from_posts(posts).expect("sound");
        let mut expected: Vec<Found> = Vec::new();
        for (at, (row, _)) in once.iter().enumerate() {
            let alike = (0..once.len()).filter(|&of| once[of].0 == *row);
            let alike: Vec<usize> = alike.collect();
            if alike[0] == at && alike.len() > 1 {
                expected.push(Found { about: alike, ..Found::default() });
            }
        }
        prop_assert_eq!(found(&org, FindingCode::NearlySameIds), expected);
    }
}

#[test]
fn strategies_reach_every_rule() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut counts = vec![0; FindingCode::ALL.len()];
    for _ in 0..300 {
        let told = told().new_tree(&mut runner).expect("sound").current();
        let most = most().new_tree(&mut runner).expect("thresholds").current();
        let org = organisation(&told, &most);
        for &code in FindingCode::ALL {
            counts[code as usize] += usize::from(org.findings().of(code).next().is_some());
        }
    }
    // What is allowed or assumed, forms of ids, and names that are none have tests of
    // their own.
    let apart = [
        FindingCode::AllowanceUnused,
        FindingCode::AssumedFacts,
        FindingCode::HolderCalledVacant,
        FindingCode::NearlySameIds,
    ];
    for &code in FindingCode::ALL {
        let count = counts[code as usize];
        assert!(count >= 10 || apart.contains(&code), "{code}: {count}");
    }
}
