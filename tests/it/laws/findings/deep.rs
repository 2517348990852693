//! Laws 34 and 35: no organisation is too deep or too wide for findings.

use answerable::{
    Accountability::{Clinical, Operational},
    DeputyRecord, Document, FindingCode, HeadshipRecord, Organisation, PostRecord,
    ProfessionRecord, Thresholds, UnitRecord,
};

use super::super::deep::on_a_small_stack;

/// Finds everything, and asks the first and last of each code what they can say.
fn find(posts: impl Iterator<Item = PostRecord>) -> Vec<(FindingCode, usize)> {
    let most = Thresholds::none().span(9).layers(9).sole_cover(9);
    let mut document = Document::default().with_thresholds(most);
    document.extend(posts);
    let org = Organisation::try_from(document).expect("sound");
    let findings = org.findings();
    let counts = FindingCode::ALL.iter().copied().map(|code| {
        let ends = [findings.of(code).next(), findings.of(code).next_back()];
        for finding in ends.into_iter().flatten() {
            assert!(finding.to_string().len() <= 2048);
            assert!(!finding.rests_on().is_empty());
        }
        (code, findings.of(code).count())
    });
    let counts = counts.filter(|(_, count)| *count > 0).collect();
    let again = findings.clone();
    assert_eq!(again.iter().len(), findings.iter().len());
    counts
}

fn post(at: usize) -> PostRecord {
    PostRecord::new(format!("p{at}"), "Post")
}

fn below(at: usize) -> PostRecord {
    match at {
        0 => post(at).none_above("head"),
        at => post(at).accountable_to(format!("p{}", at - 1), Operational),
    }
}

#[test]
fn law_34_a_chain_of_a_million() {
    on_a_small_stack(|| {
        assert_eq!(
            find((0..1_000_000).map(below)),
            [
                (FindingCode::NoDeputy, 999_999),
                (FindingCode::NobodyIfAbsent, 1),
                (FindingCode::SpanOfOne, 999_999),
                (FindingCode::TooManyLayers, 1),
            ]
        );
    });
}

#[test]
fn law_34_a_long_chain_that_nobody_or_one_person_holds() {
    const MANY: usize = 100_000;
    on_a_small_stack(|| {
        let vacant = find((0..MANY).map(|at| below(at).vacant()));
        assert!(vacant.contains(&(FindingCode::NobodyIfAbsent, MANY)));
        assert!(vacant.contains(&(FindingCode::VacantWithReports, MANY - 1)));
        let held = find((0..MANY).map(|at| below(at).held_by("A. Mensah")));
        assert!(held.contains(&(FindingCode::NobodyIfAbsent, MANY)));
        assert!(held.contains(&(FindingCode::HolderAboveSelf, MANY - 1)));
        assert!(held.contains(&(FindingCode::SameName, 1)));
    });
}

#[test]
fn law_34_a_star_and_a_ring_of_deputies() {
    const MANY: usize = 100_000;
    on_a_small_stack(|| {
        let star = find((0..MANY).map(|at| {
            match at {
                0 => post(at),
                at => post(at)
                    .accountable_to("p0", Operational)
                    .deputised_by(["p0"]),
            }
        }));
        assert!(star.contains(&(FindingCode::SpanTooWide, 1)));
        assert!(star.contains(&(FindingCode::FirstCallTwice, 1)));
        assert!(star.contains(&(FindingCode::SoleCover, 1)));
        let ring = find((0..MANY).map(|at| {
            let next = DeputyRecord::new(format!("p{}", (at + 1) % MANY));
            post(at).vacant().deputised_by([next.onward()])
        }));
        assert!(ring.contains(&(FindingCode::HollowCover, MANY)));
        assert!(ring.contains(&(FindingCode::NobodyIfAbsent, MANY)));
    });
}

#[test]
fn law_35_headships_that_all_cross() {
    const MANY: usize = 20_000;
    on_a_small_stack(|| {
        let mut document = Document::default();
        for at in 0..MANY {
            let (unit, profession) = (format!("u{at}"), format!("q{at}"));
            let mut within = (
                UnitRecord::untitled(&unit),
                ProfessionRecord::untitled(&profession),
            );
            if let Some(outer) = at.checked_sub(1) {
                within.0 = within.0.within(format!("u{outer}"));
                within.1 = within.1.within(format!("q{outer}"));
            }
            document.push_unit(within.0);
            document.push_profession(within.1);
            // The narrower in unit, the wider in profession.
            let wide = format!("q{}", MANY - 1 - at);
            document.push_headship(HeadshipRecord::new(Clinical, unit, "head").of_profession(wide));
        }
        let last = MANY - 1;
        document.push_post(PostRecord::new("head", "Head"));
        let own = PostRecord::new("doctor", "Doctor").in_unit(format!("u{last}"));
        document.push_post(own.of_profession(format!("q{last}")));
        let org = Organisation::try_from(document).expect("sound");
        let findings = org.findings();
        let crossing: Vec<_> = findings.of(FindingCode::HeadsCross).collect();
        assert_eq!(crossing.len(), 1);
        assert_eq!(crossing[0].about(), [org.post("doctor").expect("there")]);
    });
}
