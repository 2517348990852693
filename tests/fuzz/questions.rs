//! From a document to an organisation to every question.

use std::hint::black_box;

use answerable::{Absences, Accountability, Document, Line, Organisation, Post, Superior};

use crate::harness::Target;
use crate::{input, promises};

pub(super) const TARGET: Target = Target {
    name: "questions",
    corpus: &[
        include_bytes!("../../examples/trust.toml"),
        include_bytes!("corpus/small.toml"),
        include_bytes!("corpus/faulty.toml"),
        include_bytes!("corpus/small.json"),
    ],
    grow: input::grown,
    check,
};

fn check(input: &[u8]) {
    let (text, _) = input::split(input);
    let Some(document) = input::document(text) else {
        return;
    };
    promises::document(document.clone());
    let org = Organisation::salvage(document).organisation;
    if org.posts().len() <= 64 {
        saved(&org);
        asked(&org);
    }
}

/// What is beyond doubt is sound, and is loaded as it was saved.
fn saved(org: &Organisation) {
    let json = promises::json(org);
    let toml = org.to_toml();
    let loaded: Organisation = serde_json::from_str(&json).expect("sound in JSON");
    let document = Document::from_toml(&toml).expect("readable TOML");
    let told = Organisation::try_from(document).expect("sound in TOML");
    let direct = Organisation::try_from(org.to_document()).expect("sound as it is");
    for again in [&loaded, &told, &direct] {
        assert_eq!(promises::json(again), json);
        assert_eq!(again.to_toml(), toml);
    }
}

fn asked(org: &Organisation) {
    for kind in Accountability::ALL {
        let depth = |post: Post<'_>| post.depth(kind) + 1;
        let layers = org.inside().map(depth).max().unwrap_or(0);
        assert!(org.layers(kind) <= layers, "{kind:?}");
        let spans = org.posts().map(|post| post.span(kind));
        assert!(org.widest_span(kind) <= spans.max().unwrap_or(0));
        org.tops(kind)
            .for_each(|top| assert_eq!(top.depth(kind), 0));
        for (post, _) in org.unstated(kind) {
            assert!(post.superior(kind).is_unstated());
        }
        black_box(org.tree(kind).to_string());
    }
    for post in org.posts() {
        assert_eq!(org.post(post.id()), Ok(post));
        facts(post);
        for kind in Accountability::ALL {
            lines(post, kind);
        }
        neighbours(post);
    }
    registers(org);
    for id in ["", "matrom", "\u{202E}"] {
        if let Err(unknown) = org.post(id) {
            promises::one_line(&unknown.to_string());
        }
        if let Err(unknown) = org.holder(id) {
            promises::one_line(&unknown.to_string());
        }
    }
}

fn facts(post: Post<'_>) {
    black_box(format!(
        "{post:?} {post} {:?} {}",
        post.kind(),
        post.basis()
    ));
    black_box((post.grade(), post.fte(), post.seats(), post.note()));
    black_box(format!("{} {}", post.unit_basis(), post.profession_basis()));
    assert_eq!(post.to_id().as_ref() as &str, post.id());
    for (key, value) in post.labels() {
        assert_eq!(post.label(key), Some(value));
    }
    assert!(!post.is_vacant() || post.holders().len() == 0);
    for holder in post.holders() {
        let by_id = holder.id().unwrap_or(holder.name());
        match post.organisation().holder(by_id) {
            Ok(found) => assert!([found.id(), Some(found.name())].contains(&Some(by_id))),
            Err(ambiguous) => promises::one_line(&ambiguous.to_string()),
        }
    }
    if let Some(unit) = post.unit() {
        assert!(unit.posts_within().any(|of| of == post));
    }
    if let Some(profession) = post.profession() {
        assert!(profession.posts().any(|of| of == post));
    }
}

fn lines(post: Post<'_>, kind: Accountability) {
    let above: Vec<_> = post.chain(kind).map(Line::to).collect();
    assert_eq!(post.depth(kind), above.len());
    assert_eq!(post.superior(kind).post(), above.first().copied());
    if let Superior::NoneAbove(why) | Superior::Unstated(Some(why)) = post.superior(kind) {
        black_box(format!("{why} {} {:?}", why.basis(), why.headship()));
    }
    let why = post.chain(kind).why();
    assert_eq!(why.steps().len(), above.len());
    assert_eq!(why.ends_at(), above.last().copied().unwrap_or(post));
    for step in why.steps() {
        black_box(format!("{step} {:?}", step.yields_to()));
    }
    black_box(format!("{why} {:?} {}", why.ending(), post.chain(kind)));
    black_box((post.chain(kind).standing(), post.chain(kind).rests_on()));
    let below: Vec<_> = post.below(kind).collect();
    let reports = post.reports(kind);
    assert!(reports.clone().all(|line| line.to() == post));
    assert_eq!(reports.count(), post.span(kind));
    assert!(post.span_by_rule(kind) <= post.span(kind) && post.span(kind) <= below.len());
    assert!(post.layers(kind) <= below.len() + 1);
    black_box(post.tree(kind).to_depth(2).to_string());
    for other in post.organisation().posts() {
        let is_above = post.is_above(other, kind);
        assert_eq!(below.contains(&other), is_above);
        assert_eq!(other.chain(kind).any(|line| line.to() == post), is_above);
        let why = post.why_not_above(other, kind);
        assert_eq!(why.is_none(), is_above);
        if let Some(why) = why {
            black_box(why.to_string());
            black_box((why.how(), why.also(), why.links().count()));
        }
        let common = post.nearest_common_superior(other, kind);
        assert_eq!(common, other.nearest_common_superior(post, kind));
        let holds = |&of: &Post<'_>| of == other || of.is_above(other, kind);
        let mut up = [post].into_iter().chain(above.iter().copied());
        assert_eq!(common, up.find(holds));
    }
    for other in Accountability::ALL {
        black_box(format!("{:?}", post.parting(kind, other)));
    }
}

fn neighbours(post: Post<'_>) {
    for deputy in post.deputies() {
        assert_eq!(deputy.principal(), post);
        assert!(deputy.deputy().deputises_for().any(|of| of == deputy));
        black_box(format!(
            "{deputy} {:?} {}",
            deputy.authority(),
            deputy.standing()
        ));
        black_box((deputy.is_onward(), deputy.is_pooled(), deputy.is_limited()));
    }
    for membership in post.members() {
        assert_eq!(membership.body(), post);
        assert!(membership.member().memberships().any(|of| of == membership));
        black_box(format!("{membership} {:?}", membership.role()));
    }
    if let Some(body) = post.collective() {
        black_box(format!("{body} {}", body.vacant().count()));
        black_box((body.members().len(), body.superiors().count()));
    }
    if let Some(chair) = post.chair() {
        assert!(chair.chairs().any(|of| of == post));
    }
    for link in post.links().chain(post.linked_from()) {
        black_box(format!(
            "{link} {:?} {:?}",
            link.other(post),
            link.told_back()
        ));
    }
    for line in post.also() {
        assert!(line.is_also() && line.to().also_reports().any(|of| of == line));
    }
    for line in post.lines() {
        black_box(line.why().to_string());
        black_box((line.rests_on(), line.standing()));
    }
    for headship in post.headships() {
        assert_eq!(headship.head().post(), Some(post));
    }
    let nobody = Absences::none();
    let matters = post.organisation().matters().map(Some);
    for matter in [None].into_iter().chain(matters) {
        let (order, could, cover) = match matter {
            None => (
                post.deputising_order(),
                post.could_act(&nobody),
                post.who_acts(&nobody),
            ),
            Some(matter) => (
                post.deputising_order_on(matter),
                post.could_act_on(matter, &nobody),
                post.who_acts_on(matter, &nobody),
            ),
        };
        assert!(!could.contains(&post), "{could:?}");
        black_box(format!("{order:?} {cover} {}", cover.why()));
    }
}

fn registers(org: &Organisation) {
    for unit in org.units() {
        assert_eq!(org.unit(unit.id()), Ok(unit));
        assert!(unit.within().is_none_or(|outer| outer.is_around(unit)));
        assert!(unit.posts().len() <= unit.posts_within().len());
        black_box(format!("{unit} {} {}", unit.basis(), unit.within_basis()));
        black_box((unit.links().count(), unit.headships().count()));
    }
    for profession in org.professions() {
        assert_eq!(org.profession(profession.id()), Ok(profession));
        let outer = profession.within();
        assert!(outer.is_none_or(|outer| outer.is_around(profession)));
        black_box(format!("{profession} {}", profession.basis()));
    }
    for headship in org.headships() {
        black_box(headship.to_string());
        for post in headship.posts() {
            let unit = headship.unit();
            assert!(unit.posts_within().any(|of| of == post));
        }
        black_box(headship.covers());
    }
    for matter in org.matters() {
        assert_eq!(org.matter(matter.id()), Ok(matter));
        for of in matter.arrangements() {
            assert!(of.matters().any(|on| on == matter));
        }
    }
    for source in org.sources() {
        assert_eq!(org.source(source.id()), Ok(source));
    }
}
