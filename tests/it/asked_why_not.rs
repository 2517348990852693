//! Why one post is not above another, and where the chain goes instead.

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::{Line, NotAbove, Organisation, Post, PostRecord, Relation, WhyNotAbove};

use crate::loaded::trust;

fn why<'o>(
    org: &'o Organisation,
    upper: &str,
    lower: &str,
    kind: Accountability,
) -> WhyNotAbove<'o> {
    let [upper, lower] = [upper, lower].map(|id| org.post(id).expect("a post"));
    upper.why_not_above(lower, kind).expect("it is not above")
}

#[test]
fn the_chain_stops_where_the_facts_do() {
    let org = trust();
    let stops = why(&org, "care-group-director", "general-manager", Operational);
    insta::assert_snapshot!(stops, @"Care Group Director, Children's is not above General Manager, Children's (operational): the chain stops at General Manager, Children's, whose operational superior is not stated (given): said to support the Care Group Director, which is help and not a line; what links them gives no authority (supports, works with)");
    assert_eq!(stops.how(), NotAbove::Apart);
    assert!(stops.chain().why().ending().is_unstated());
    let links: Vec<_> = stops.links().map(|link| link.to_string()).collect();
    let expected = [
        "General Manager, Children's supports Care Group Director, Children's",
        "Care Group Director, Children's works with General Manager, Children's",
    ];
    assert_eq!(links, expected);
    assert_eq!(stops.also(), []);

    insta::assert_snapshot!(why(&org, "care-group-director", "service-manager-childrens", Operational), @"Care Group Director, Children's is not above Service Manager, Children's (operational): the chain goes to General Manager, Children's, whose operational superior is not stated (given): said to support the Care Group Director, which is help and not a line; what links them gives no authority (works with)");
    insta::assert_snapshot!(why(&org, "chief-nurse", "team-manager-physiotherapy", Professional), @"Chief Nurse is not above Team Manager, Children's Physiotherapy (professional): the chain stops at Team Manager, Children's Physiotherapy, whose professional superior is not stated (by rule: all Allied health staff of Thamesmouth NHS Foundation Trust; inferred: Care Group Director: job description, Accountability): heads of profession are spoken of, but none is named for the allied health professions");
    insta::assert_snapshot!(why(&org, "chief-executive", "commissioners", Operational), @"Chief Executive is not above Commissioners (operational): the chain stops at Commissioners, which is outside the organisation");
}

#[test]
fn the_chain_goes_past_to_somebody_above_both() {
    let org = trust();
    let past = why(&org, "chief-nurse", "ward-manager-childrens", Operational);
    insta::assert_snapshot!(past, @"Chief Nurse is not above Ward Manager, Children's Ward (operational), though it is (professional): the chain goes to Head of Nursing, Children's → Care Group Director, Children's → Chief Operating Officer → Chief Executive, the nearest above both");
    assert_eq!(
        past.how(),
        NotAbove::Beside(org.post("chief-executive").expect("a post"))
    );
    assert_eq!(past.other_kinds().collect::<Vec<_>>(), [Professional]);
    assert_eq!(past.upper().id(), "chief-nurse");
    assert_eq!(past.lower().id(), "ward-manager-childrens");
    assert_eq!(past.kind(), Operational);
}

#[test]
fn an_also_line_is_followed_by_no_chain() {
    let org = trust();
    let joint = why(
        &org,
        "care-group-director",
        "finance-business-partner",
        Operational,
    );
    insta::assert_snapshot!(joint, @"Care Group Director, Children's is not above Finance Business Partner, Children's (operational): the chain goes to Director of Finance → Chief Executive, the nearest above both; Finance Business Partner, Children's also answers to Care Group Director, Children's (operational; assumed), a line that no chain follows; what links them gives no authority (works with)");
    let lines: Vec<_> = joint.also().into_iter().map(Line::from).collect();
    assert_eq!(lines, [joint.lower()]);
}

#[test]
fn a_post_may_be_below_or_the_same() {
    let org = trust();
    let below = why(&org, "care-group-director", "trust-board", Operational);
    insta::assert_snapshot!(below, @"Care Group Director, Children's is not above Trust Board (operational): it is below, on a chain that goes to Chief Operating Officer → Chief Executive → Trust Board; what links them gives no authority (advises)");
    assert_eq!(below.how(), NotAbove::Below);
    let same = why(&org, "trust-board", "trust-board", Operational);
    insta::assert_snapshot!(same, @"Trust Board is not above Trust Board (operational): it is the same post");
    assert_eq!(same.how(), NotAbove::Same);
}

#[test]
fn posts_of_two_organisations_are_told_apart() {
    let (here, there) = (trust(), trust());
    let upper = here.post("trust-board").expect("a post");
    let lower = there.post("chief-executive").expect("a post");
    let elsewhere = upper.why_not_above(lower, Operational).expect("elsewhere");
    insta::assert_snapshot!(elsewhere, @"Trust Board is not above Chief Executive (operational): they are of different organisations");
    assert_eq!(elsewhere.how(), NotAbove::Elsewhere);
    assert_eq!(elsewhere.other_kinds().count(), 0);
    assert_eq!(elsewhere.links().count(), 0);
    assert_eq!(elsewhere.also(), []);
    assert_eq!(elsewhere.chain().len(), 1);
}

/// Ten posts one above the other, all of whom answer to the auditor besides.
fn tall() -> Organisation {
    let post = |layer: usize| {
        let post = PostRecord::new(format!("p{layer}"), format!("Layer\n{layer}"))
            .also_accountable_to("auditor", Clinical)
            .also_accountable_to("auditor", Operational);
        match layer {
            0 => post.none_above("top"),
            _ => post.accountable_to(format!("p{}", layer - 1), Operational),
        }
    };
    let auditor = PostRecord::new("auditor", "Auditor")
        .linked(Relation::Supports, "p9")
        .linked(Relation::Advises, "p9");
    Organisation::from_posts((0..10).map(post).chain([auditor])).expect("sound")
}

#[test]
fn of_a_long_chain_a_few_posts_are_named() {
    let org = tall();
    let auditor = why(&org, "auditor", "p9", Operational);
    insta::assert_snapshot!(auditor, @r"Auditor is not above Layer\u{a}9 (operational): the chain goes to Layer\u{a}8 → Layer\u{a}7 → Layer\u{a}6 → (5 more) → Layer\u{a}0, which answers to nobody (operational; given): top; Layer\u{a}9 also answers to Auditor (clinical; given), the nearest of 20 lines that no chain follows; what links them gives no authority (supports, advises)");
    let lines: Vec<_> = auditor
        .also()
        .iter()
        .map(|line| (line.from().id(), line.kind()))
        .collect();
    let expected: Vec<_> = (0..10)
        .rev()
        .flat_map(|layer| [(layer, Clinical), (layer, Operational)])
        .map(|(layer, kind)| (format!("p{layer}"), kind))
        .collect();
    assert!(
        lines
            .iter()
            .map(|&(id, kind)| (id.to_owned(), kind))
            .eq(expected)
    );
    assert!(auditor.to_string().matches("Layer").count() <= 6);
    insta::assert_snapshot!(why(&org, "p9", "p5", Operational), @r"Layer\u{a}9 is not above Layer\u{a}5 (operational): it is below, on a chain that goes to Layer\u{a}8 → Layer\u{a}7 → Layer\u{a}6 → Layer\u{a}5");
    insta::assert_snapshot!(why(&org, "p9", "p4", Operational), @r"Layer\u{a}9 is not above Layer\u{a}4 (operational): it is below, on a chain that goes to Layer\u{a}8 → Layer\u{a}7 → Layer\u{a}6 → (1 more) → Layer\u{a}4");
    // The post in between is not on the chain of the kind.
    let clinical = why(&org, "auditor", "p9", Clinical);
    assert_eq!(clinical.also().len(), 2);
    insta::assert_snapshot!(clinical, @r"Auditor is not above Layer\u{a}9 (clinical): the chain stops at Layer\u{a}9, whose clinical superior is not stated; Layer\u{a}9 also answers to Auditor (clinical; given), the nearest of 2 lines that no chain follows; what links them gives no authority (supports, advises)");
}

/// On every pair of the trust, in every kind.
#[test]
fn it_has_an_answer_exactly_where_a_post_is_not_above() {
    let org = trust();
    for kind in Accountability::ALL {
        for upper in org.posts() {
            for lower in org.posts() {
                let chain = || lower.chain(kind).map(Line::to);
                let Some(why) = upper.why_not_above(lower, kind) else {
                    assert!(chain().any(|post| post == upper));
                    continue;
                };
                assert!(chain().all(|post| post != upper));
                match why.how() {
                    NotAbove::Same => assert_eq!(upper, lower),
                    NotAbove::Elsewhere => unreachable!("of one organisation"),
                    NotAbove::Below => assert!(lower.is_above(upper, kind)),
                    NotAbove::Beside(common) => {
                        assert!(common.is_above(upper, kind) && common.is_above(lower, kind));
                    }
                    NotAbove::Apart => {
                        assert_eq!(upper.nearest_common_superior(lower, kind), None);
                    }
                }
                let on_the_way = |line: &Line<'_>| {
                    line.to() == upper
                        && (line.from() == lower || chain().any(|post| post == line.from()))
                };
                let also = org.posts().flat_map(Post::also);
                assert_eq!(why.also().len(), also.filter(on_the_way).count());
                let said = why.to_string();
                assert!(said.matches(" → ").count() <= 4 && said.lines().count() == 1);
            }
        }
    }
}
