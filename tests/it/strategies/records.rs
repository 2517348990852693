//! What sound documents tell, and how often.

use answerable::proptest1::sound_document;
use answerable::{
    Accountability::{self, Clinical, Operational},
    BasisRecord, Document, HeadRecord, LinkEndRecord, PostKind, Seats, Standing, SuperiorRecord,
};
use proptest::prelude::*;

use super::told::{bases, ranks};
use super::{CASES, Sort, reached};

type Told = Vec<(&'static str, BasisRecord)>;

#[test]
fn documents_tell_of_the_whole() {
    let is_plain = |document: &Document| document.posts().all(|post| post.id.starts_with("post-"));
    reached(
        CASES,
        &sound_document(10..=11),
        &[
            ("plain", 400, 600, &is_plain),
            ("of ids of every sort", 400, 600, &|document| {
                let ids: Vec<String> = document.posts().map(|post| post.id).collect();
                let is_met = |of: &str| ids.iter().any(|id| id.contains(of));
                ["post-", "EoE", "“A”", "ë ", "\"\\", "<b>&"]
                    .into_iter()
                    .all(is_met)
            }),
            ("of titles to be escaped", 400, 600, &|document| {
                let mut posts = document.posts();
                posts.any(|post| {
                    post.title
                        .is_some_and(|title| title.contains("\"of\" <the>"))
                })
            }),
            (
                "of titles that say what is titled",
                CASES,
                CASES,
                &|document| {
                    let is_of = |of: &str, title: Option<String>| {
                        title.is_some_and(|title| title.starts_with(of))
                    };
                    document.posts().all(|post| is_of("Post ", post.title))
                        && document.units().all(|unit| is_of("Unit ", unit.title))
                        && document
                            .matters()
                            .all(|matter| is_of("Matter ", matter.title))
                },
            ),
            ("entitled", 250, 420, &|document| document.title().is_some()),
            ("described", 250, 420, &|document| {
                document.about().is_some()
            }),
            ("of a kind with a title", 180, 320, &|document| {
                let mut kinds = Accountability::ALL.into_iter();
                kinds.any(|kind| document.kind_title(kind).is_some())
            }),
            ("of thresholds", 180, 320, &|document| {
                document.thresholds().layers.is_some()
            }),
            ("of what is allowed of every post", 150, 350, &|document| {
                document
                    .allowances()
                    .any(|allowed| allowed.posts.is_empty())
            }),
            ("of what is allowed of one", 150, 350, &|document| {
                document
                    .allowances()
                    .any(|allowed| allowed.posts.len() == 1)
            }),
            ("that reverts", 100, 250, &|document| {
                document.reverts_to_superior() == Some(true)
            }),
            ("that says nothing of it", 600, 750, &|document| {
                document.reverts_to_superior().is_none()
            }),
        ],
    );
}

#[test]
fn documents_tell_of_units_professions_matters_and_rules() {
    reached(
        CASES,
        &sound_document(10..=11),
        &[
            ("without units", 150, 250, &|document| {
                document.units().count() == 0
            }),
            ("of four units", 150, 250, &|document| {
                document.units().count() == 4
            }),
            ("of a unit within another", 470, 610, &|document| {
                document.units().any(|unit| unit.within.is_some())
            }),
            ("of a profession within another", 430, 570, &|document| {
                document
                    .professions()
                    .any(|profession| profession.within.is_some())
            }),
            ("of three matters", 200, 300, &|document| {
                document.matters().count() == 3
            }),
            ("of a matter of a kind", 350, 650, &|document| {
                document.matters().any(|matter| matter.kind.is_some())
            }),
            ("of a rule for a profession", 400, 600, &|document| {
                document.headships().any(|head| head.profession.is_some())
            }),
            ("of a rule for all", 450, 700, &|document| {
                document.headships().any(|head| head.profession.is_none())
            }),
            ("of a rule without a head", 200, 400, &|document| {
                document
                    .headships()
                    .any(|head| matches!(head.head, HeadRecord::Unstated(_)))
            }),
            ("of a rule with a head", 600, 800, &|document| {
                document
                    .headships()
                    .any(|head| matches!(head.head, HeadRecord::Known(_)))
            }),
            ("of a rule through", 450, 650, &|document| {
                document.headships().any(|head| head.through_operational)
            }),
            ("of a rule to the head", 450, 650, &|document| {
                document.headships().any(|head| !head.through_operational)
            }),
            ("of operational lines of all posts", 500, 700, &|document| {
                let mut posts = document
                    .posts()
                    .filter(|post| post.kind != PostKind::External);
                posts.all(|post| post.lines.iter().any(|line| line.kind == Operational))
            }),
            ("of no clinical line", 0, 30, &|document| {
                !document
                    .posts()
                    .any(|post| post.lines.iter().any(|line| line.kind == Clinical))
            }),
            ("of sources", 420, 580, &|document| {
                document.sources().count() > 0
            }),
        ],
    );
}

#[test]
fn posts_tell_of_everything_now_and_then() {
    let post = sound_document(8..=8).prop_map(|document| document.posts().nth(3).expect("a post"));
    reached(
        CASES,
        &post,
        &[
            ("body", 90, 160, &|post| post.kind == PostKind::Body),
            ("external", 40, 90, &|post| post.kind == PostKind::External),
            ("of a unit", 530, 670, &|post| post.unit.is_some()),
            ("of a profession", 530, 670, &|post| {
                post.profession.is_some()
            }),
            ("graded", 90, 160, &|post| post.grade.is_some()),
            ("noted", 90, 160, &|post| post.note.is_some()),
            ("of a part of a whole", 50, 150, &|post| {
                post.fte.is_some_and(|fte| fte.fract() > 0.0)
            }),
            ("of no hours", 10, 60, &|post| post.fte == Some(0.0)),
            ("of one label", 90, 160, &|post| post.labels.len() == 1),
            ("of two labels", 90, 160, &|post| post.labels.len() == 2),
            ("held as what is told", 60, 140, &|post| {
                post.holders
                    .iter()
                    .any(|holder| holder.holding_as.is_some())
            }),
            ("held, and no more told", 300, 520, &|post| {
                post.holders
                    .iter()
                    .any(|holder| holder.holding_as.is_none())
            }),
            ("of a member in a role", 20, 80, &|post| {
                post.members.iter().any(|member| member.role.is_some())
            }),
            ("of a member in none", 40, 120, &|post| {
                post.members.iter().any(|member| member.role.is_none())
            }),
            ("vacant", 120, 200, &|post| post.vacant),
            ("held by one", 280, 450, &|post| post.holders.len() == 1),
            ("held by two", 60, 160, &|post| post.holders.len() == 2),
            ("of a holder with an id", 100, 300, &|post| {
                post.holders.iter().any(|holder| holder.id.is_some())
            }),
            ("of a holder without", 200, 450, &|post| {
                post.holders.iter().any(|holder| holder.id.is_none())
            }),
            ("of several seats", 20, 60, &|post| {
                post.seats == Some(Seats::Number(6))
            }),
            ("of seats not stated", 20, 60, &|post| {
                post.seats == Some(Seats::NotStated)
            }),
            ("told of in three kinds", 350, 550, &|post| {
                post.lines.len() == 3
            }),
            ("not told of", 20, 150, &|post| post.lines.is_empty()),
            ("of a superior", 800, 960, &|post| {
                post.lines
                    .iter()
                    .any(|line| matches!(line.superior, SuperiorRecord::Known(_)))
            }),
            ("also", 100, 200, &|post| !post.also.is_empty()),
            ("deputised for", 480, 640, &|post| !post.deputies.is_empty()),
            ("of a pool", 130, 230, &|post| {
                ranks(post).any(|rank| rank.len() > 1)
            }),
            ("of a rank of one", 420, 560, &|post| {
                post.deputies
                    .iter()
                    .any(|rank| matches!(rank, answerable::RankRecord::One(_)))
            }),
            ("of two ranks", 260, 380, &|post| post.deputies.len() > 1),
            ("linked to a post", 430, 630, &|post| {
                post.links
                    .iter()
                    .any(|link| matches!(link.to, LinkEndRecord::Post(_)))
            }),
            ("linked to a unit", 150, 300, &|post| {
                post.links
                    .iter()
                    .any(|link| matches!(link.to, LinkEndRecord::Unit(_)))
            }),
            ("of members", 60, 130, &|post| !post.members.is_empty()),
            ("chaired", 55, 110, &|post| post.chair.is_some()),
            ("a body without a chair", 20, 55, &|post| {
                post.kind == PostKind::Body && post.chair.is_none()
            }),
        ],
    );
}

#[test]
fn everything_is_told_on_a_basis_now_and_then() {
    const ALL: [&str; 19] = [
        "source",
        "unit",
        "unit within",
        "profession",
        "profession within",
        "matter",
        "rule",
        "post",
        "unit of a post",
        "profession of a post",
        "line",
        "no line",
        "also",
        "holder",
        "deputy",
        "chair",
        "member",
        "link",
        "nothing",
    ];
    let told = sound_document(9..=9).prop_map(|document| bases(&document));
    let has = |of: &'static str| {
        move |told: &Told| match of {
            "nothing" => told.is_empty(),
            of => told.iter().any(|(what, _)| *what == of),
        }
    };
    let any = |is_so: fn(&BasisRecord) -> bool| {
        move |told: &Told| told.iter().any(|(_, basis)| is_so(basis))
    };
    let checks = ALL.map(has);
    let sourced = any(|of| of.source.is_some() && of.at.is_none());
    let placed = any(|of| of.source.is_some() && of.at.is_some());
    let assumed = any(|of| of.source.is_none() && of.standing == Some(Standing::Assumed));
    let inferred = any(|of| of.source.is_some() && of.standing == Some(Standing::Inferred));
    let explained = any(|of| of.why.is_some());
    let mut sorts: Vec<Sort<'_, Told>> = vec![
        ("by a source", 150, 300, &sourced),
        ("at a place in it", 150, 300, &placed),
        ("assumed, by no source", 250, 480, &assumed),
        ("inferred, by a source", 80, 250, &inferred),
        ("and why", 350, 500, &explained),
    ];
    for (name, check) in ALL.iter().zip(&checks) {
        sorts.push((name, 20, 600, check));
    }
    reached(CASES, &told, &sorts);
}
