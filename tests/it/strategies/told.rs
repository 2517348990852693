//! What the records of a document tell.

use answerable::{
    Accountability, Authority, BasisRecord, DeputyRecord, Document, HeadRecord, LinkEndRecord,
    PostKind, PostRecord, RankRecord, SuperiorRecord,
};

/// The posts of each rank.
pub(super) fn ranks(post: &PostRecord) -> impl Iterator<Item = &[DeputyRecord]> {
    post.deputies.iter().map(|rank| match rank {
        RankRecord::One(deputy) => std::slice::from_ref(deputy),
        RankRecord::OneOf(pool) => pool,
    })
}

/// The posts that a post names.
pub(super) fn named(post: &PostRecord) -> Vec<&str> {
    let superiors = post.lines.iter().filter_map(|line| match &line.superior {
        SuperiorRecord::Known(to) => Some(to),
        _ => None,
    });
    let links = post.links.iter().filter_map(|link| match &link.to {
        LinkEndRecord::Post(to) => Some(to),
        LinkEndRecord::Unit(_) => None,
    });
    let also = post.also.iter().map(|also| &also.to);
    let members = post.members.iter().map(|member| &member.post);
    let chair = post.chair.iter().map(|chair| &chair.to);
    let deputies = ranks(post).flatten().map(|deputy| &deputy.post);
    let all = superiors
        .chain(links)
        .chain(also)
        .chain(members)
        .chain(chair);
    all.chain(deputies).map(String::as_str).collect()
}

/// The units that a post names.
pub(super) fn named_units(post: &PostRecord) -> Vec<&str> {
    let links = post.links.iter().filter_map(|link| match &link.to {
        LinkEndRecord::Unit(to) => Some(to),
        LinkEndRecord::Post(_) => None,
    });
    let unit = post.unit.iter().map(|unit| &unit.to);
    links.chain(unit).map(String::as_str).collect()
}

/// The bases of a document, and what is told on each.
pub(super) fn bases(document: &Document) -> Vec<(&'static str, BasisRecord)> {
    let mut bases = Vec::new();
    bases.extend(document.sources().map(|source| ("source", source.basis)));
    for unit in document.units() {
        bases.push(("unit", unit.basis));
        bases.extend(unit.within.map(|outer| ("unit within", outer.basis)));
    }
    for profession in document.professions() {
        bases.push(("profession", profession.basis));
        bases.extend(
            profession
                .within
                .map(|outer| ("profession within", outer.basis)),
        );
    }
    bases.extend(document.matters().map(|matter| ("matter", matter.basis)));
    bases.extend(document.headships().map(|head| ("rule", head.basis)));
    for post in document.posts() {
        let deputies = ranks(&post).flatten();
        bases.extend(deputies.map(|deputy| ("deputy", deputy.basis.clone())));
        bases.push(("post", post.basis));
        bases.extend(post.unit.map(|unit| ("unit of a post", unit.basis)));
        bases.extend(post.profession.map(|of| ("profession of a post", of.basis)));
        bases.extend(post.lines.into_iter().map(|line| match line.superior {
            SuperiorRecord::Known(_) => ("line", line.basis),
            _ => ("no line", line.basis),
        }));
        bases.extend(post.also.into_iter().map(|also| ("also", also.basis)));
        bases.extend(
            post.holders
                .into_iter()
                .map(|holder| ("holder", holder.basis)),
        );
        bases.extend(post.chair.map(|chair| ("chair", chair.basis)));
        bases.extend(
            post.members
                .into_iter()
                .map(|member| ("member", member.basis)),
        );
        bases.extend(post.links.into_iter().map(|link| ("link", link.basis)));
    }
    bases.retain(|(_, basis)| *basis != BasisRecord::default());
    bases
}

/// How many of these are so.
fn count<const N: usize>(are_told: [bool; N]) -> usize {
    are_told.into_iter().filter(|is_told| *is_told).count()
}

/// How much a document tells besides its posts, their ids and titles.
pub(super) fn facts(document: &Document) -> usize {
    let most = document.thresholds();
    let kinds = Accountability::ALL.map(|kind| document.kind_title(kind).is_some());
    let whole = [
        document.title().is_some(),
        document.about().is_some(),
        document.reverts_to_superior().is_some(),
        most.span.is_some() || most.layers.is_some() || most.sole_cover.is_some(),
    ];
    let allowed = document.allowances().map(|allowed| 1 + allowed.posts.len());
    let units = document
        .units()
        .map(|unit| count([true, unit.within.is_some()]));
    let professions = document.professions();
    let professions = professions.map(|of| count([true, of.within.is_some()]));
    let matters = document.matters();
    let matters = matters.map(|of| count([true, of.kind.is_some(), of.personal]));
    let heads = document.headships().map(|head| {
        let is_named = matches!(head.head, HeadRecord::Known(_));
        count([
            true,
            is_named,
            head.profession.is_some(),
            head.through_operational,
        ])
    });
    let bases = bases(document).into_iter().map(|(_, basis)| {
        count([
            basis.source.is_some(),
            basis.at.is_some(),
            basis.standing.is_some(),
            basis.why.is_some(),
        ])
    });
    let posts = document.posts().map(|post| of_post(&post));
    let all = posts.chain(allowed).chain(units).chain(professions);
    let all = all.chain(matters).chain(heads).chain(bases);
    all.sum::<usize>() + count(whole) + count(kinds) + document.sources().count()
}

fn of_post(post: &PostRecord) -> usize {
    let deputies = ranks(post).flatten().map(|deputy| {
        let attends = deputy.authority == Authority::Attend;
        count([true, deputy.onward, deputy.matters.is_some(), attends])
    });
    let holders = post.holders.iter();
    let holders = holders.map(|holder| count([true, holder.holding_as.is_some()]));
    let members = post.members.iter();
    let members = members.map(|member| count([true, member.role.is_some()]));
    let once = [
        post.kind != PostKind::Individual,
        post.unit.is_some(),
        post.profession.is_some(),
        post.grade.is_some(),
        post.fte.is_some(),
        post.seats.is_some(),
        post.vacant,
        post.note.is_some(),
        post.chair.is_some(),
    ];
    let lists = [
        post.labels.len(),
        post.lines.len(),
        post.also.len(),
        post.links.len(),
    ];
    deputies
        .chain(holders)
        .chain(members)
        .chain(lists)
        .sum::<usize>()
        + count(once)
}
