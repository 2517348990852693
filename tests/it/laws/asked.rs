//! Every question there is, asked.

use answerable::{Absences, Fact, LinkEnd, Organisation, Post, PostKind, Superior};

use super::records::KINDS;

/// The answers to every question on a small organisation, as text.
pub(super) fn everything(org: &Organisation) -> Vec<String> {
    let mut told = vec![
        format!(
            "{org:?} {:?} {:?} {}",
            org.title(),
            org.about(),
            org.reverts_to_superior()
        ),
        org.to_toml(),
        format!("{:?}", org.post_records().collect::<Vec<_>>()),
    ];
    for kind in KINDS {
        told.push(format!(
            "{} {} {}",
            org.kind_title(kind),
            org.layers(kind),
            org.widest_span(kind)
        ));
        told.push(format!(
            "{:?} {:?}",
            org.tops(kind).collect::<Vec<_>>(),
            org.tops(kind).next_back()
        ));
        told.push(format!(
            "{:?} {:?}",
            org.unstated(kind).collect::<Vec<_>>(),
            org.inside().count()
        ));
        told.push(format!("{} {}", org.tree(kind), org.tree(kind).to_depth(1)));
    }
    for post in org.posts() {
        facts_of(post, &mut told);
        neighbours_of(post, &mut told);
        for kind in KINDS {
            lines_of(post, kind, &mut told);
        }
    }
    tables_of(org, &mut told);
    cover_of(org, &mut told);
    let findings = org.findings();
    told.extend(findings.iter().map(|finding| format!("{finding:?}")));
    let allowed = findings.allowed();
    told.extend(allowed.map(|(finding, why)| format!("{finding:?} {why}")));
    told
}

/// Every question on cover, with nobody away and with one post in three, in
/// general and on each matter.
fn cover_of(org: &Organisation, told: &mut Vec<String>) {
    let some = org.posts().step_by(3);
    let some = some.filter(|post| post.kind() != PostKind::Body);
    let away = Absences::of(some).expect("no body is absent");
    for away in [&Absences::none(), &away] {
        for matter in [None].into_iter().chain(org.matters().map(Some)) {
            let (covers, depths) = match matter {
                None => (org.who_acts(away), org.cover_depths(away)),
                Some(matter) => (
                    org.who_acts_on(matter, away),
                    org.cover_depths_on(matter, away),
                ),
            };
            told.push(format!(
                "{:?} {:?} {:?} {:?} {:?}",
                covers.left_to_nobody().collect::<Vec<_>>(),
                covers.bodies_to_decide(),
                covers.acting_for_several(),
                covers.acting_over_superior(),
                depths.sole()
            ));
            for post in org.posts() {
                let (cover, order) = match matter {
                    None => (post.who_acts(away), post.deputising_order()),
                    Some(matter) => (
                        post.who_acts_on(matter, away),
                        post.deputising_order_on(matter),
                    ),
                };
                told.push(format!(
                    "{cover} {:?} {} {:?} {:?} {:?}",
                    cover.acting(),
                    cover.trace(),
                    cover.rests_on(),
                    cover.standing(),
                    cover.how()
                ));
                told.push(format!("{order:?} {:?} {:?}", depths.of(post), cover.why()));
            }
        }
    }
    told.push(format!("{:?}", org.holder("Holder 1")));
}

fn facts_of(post: Post<'_>, told: &mut Vec<String>) {
    told.push(format!(
        "{post:?} {post} {} {} {}",
        post.id(),
        post.to_id(),
        post.title()
    ));
    told.push(format!(
        "{:?} {:?} {:?} {:?}",
        post.kind(),
        post.grade(),
        post.fte(),
        post.seats()
    ));
    told.push(format!(
        "{:?} {:?} {:?}",
        post.is_vacant(),
        post.note(),
        post.label("cost centre")
    ));
    told.push(format!(
        "{:?} {:?}",
        post.labels().collect::<Vec<_>>(),
        post.basis()
    ));
    told.push(format!("{:?} {}", post.unit(), post.unit_basis()));
    told.push(format!(
        "{:?} {}",
        post.profession(),
        post.profession_basis()
    ));
    for holder in post.holders() {
        told.push(format!(
            "{holder} {holder:?} {:?} {:?} {}",
            holder.id(),
            holder.holding_as(),
            holder.basis()
        ));
    }
}

fn neighbours_of(post: Post<'_>, told: &mut Vec<String>) {
    for deputy in post.deputies().chain(post.deputises_for()) {
        told.push(format!(
            "{deputy} {deputy:?} {:?} {}",
            deputy.authority(),
            deputy.standing()
        ));
        told.push(format!(
            "{:?} {} {}",
            deputy.matters().collect::<Vec<_>>(),
            deputy.is_onward(),
            deputy.is_limited()
        ));
    }
    for membership in post.members().chain(post.memberships()) {
        told.push(format!(
            "{membership} {membership:?} {:?} {}",
            membership.role(),
            membership.standing()
        ));
    }
    told.push(format!("{:?} {}", post.chair(), post.chair_basis()));
    if let Some(body) = post.collective() {
        told.push(format!("{body} {body:?} {}", body.vacant().count()));
    }
    told.push(format!("{:?}", post.chairs().collect::<Vec<_>>()));
    for link in post.links().chain(post.linked_from()) {
        let to = match link.to() {
            LinkEnd::Post(to) => to.id(),
            LinkEnd::Unit(to) => to.id(),
        };
        told.push(format!(
            "{link} {link:?} {to} {:?} {}",
            link.other(post),
            link.standing()
        ));
    }
    for line in post.also().chain(post.also_reports()).chain(post.lines()) {
        told.push(format!(
            "{line} {line:?} {} {}",
            line.basis(),
            line.standing()
        ));
        told.extend(line.rests_on().into_iter().map(told_of));
    }
    told.push(format!("{:?}", post.headships().collect::<Vec<_>>()));
}

fn told_of(fact: Fact<'_>) -> String {
    let basis = fact.basis();
    format!(
        "{fact} {fact:?} {} {:?} {:?} {:?}",
        fact.standing(),
        basis.source(),
        basis.at(),
        basis.why()
    )
}

fn lines_of(post: Post<'_>, kind: answerable::Accountability, told: &mut Vec<String>) {
    let superior = post.superior(kind);
    told.push(format!("{superior} {superior:?} {:?}", superior.post()));
    if let Superior::NoneAbove(why) | Superior::Unstated(Some(why)) = superior {
        told.push(format!(
            "{why} {why:?} {} {} {:?}",
            why.basis(),
            why.standing(),
            why.headship()
        ));
    }
    let chain = post.chain(kind);
    told.push(format!(
        "{chain} {chain:?} {:?} {:?}",
        chain.standing(),
        chain.rests_on()
    ));
    let why = chain.why();
    told.push(format!(
        "{why} {why:?} {:?} {:?}",
        why.ends_at(),
        why.ending()
    ));
    for step in why.steps() {
        told.push(format!("{step} {step:?} {:?}", step.yields_to()));
    }
    told.push(format!(
        "{:?} {:?}",
        post.below(kind),
        post.below(kind).collect::<Vec<_>>()
    ));
    told.push(format!(
        "{:?} {:?}",
        post.reports(kind),
        post.reports(kind).collect::<Vec<_>>()
    ));
    told.push(format!(
        "{} {} {}",
        post.depth(kind),
        post.span(kind),
        post.span_by_rule(kind)
    ));
    told.push(format!("{} {}", post.layers(kind), post.tree(kind)));
    for other in post.organisation().posts() {
        let common = post.nearest_common_superior(other, kind);
        told.push(format!("{} {common:?}", post.is_above(other, kind)));
        if let Some(why) = post.why_not_above(other, kind) {
            told.push(format!("{why} {why:?} {:?} {:?}", why.how(), why.also()));
        }
    }
    for other in KINDS {
        told.push(format!("{:?}", post.parting(kind, other)));
    }
}

fn tables_of(org: &Organisation, told: &mut Vec<String>) {
    for unit in org.units() {
        told.push(format!(
            "{unit} {unit:?} {:?} {} {}",
            unit.within(),
            unit.basis(),
            unit.within_basis()
        ));
        told.push(format!(
            "{:?} {:?}",
            unit.posts().collect::<Vec<_>>(),
            unit.posts_within().collect::<Vec<_>>()
        ));
        told.push(format!(
            "{:?} {:?}",
            unit.links().collect::<Vec<_>>(),
            unit.headships().collect::<Vec<_>>()
        ));
        told.push(format!(
            "{:?} {:?}",
            unit.units().collect::<Vec<_>>(),
            org.unit(unit.id())
        ));
        told.push(format!(
            "{:?}",
            org.units()
                .map(|other| unit.is_around(other))
                .collect::<Vec<_>>()
        ));
    }
    for profession in org.professions() {
        told.push(format!(
            "{profession} {profession:?} {:?} {}",
            profession.within(),
            profession.basis()
        ));
        told.push(format!(
            "{:?}",
            profession.posts_within().collect::<Vec<_>>()
        ));
        told.push(format!(
            "{:?} {:?}",
            profession.professions().count(),
            org.profession(profession.id())
        ));
    }
    for headship in org.headships() {
        told.push(format!(
            "{headship} {headship:?} {:?} {}",
            headship.head(),
            headship.covers()
        ));
        told.push(format!(
            "{:?} {}",
            headship.posts().collect::<Vec<_>>(),
            headship.standing()
        ));
    }
    for source in org.sources() {
        told.push(format!(
            "{source} {source:?} {} {:?}",
            source.basis(),
            org.source(source.id())
        ));
    }
    for matter in org.matters() {
        told.push(format!(
            "{matter} {matter:?} {:?} {}",
            matter.kind(),
            matter.is_personal()
        ));
        told.push(format!(
            "{:?} {:?}",
            matter.arrangements().collect::<Vec<_>>(),
            org.matter(matter.id())
        ));
    }
    for id in ["", "no such id", "\u{0}", "POST-97"] {
        told.push(format!(
            "{:?} {:?} {:?}",
            org.post(id),
            org.unit(id),
            org.profession(id)
        ));
        told.push(format!(
            "{:?} {:?} {:?}",
            org.source(id),
            org.matter(id),
            org.get(id)
        ));
    }
}
