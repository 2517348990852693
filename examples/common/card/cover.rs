//! Who stands in for it, and for whom it stands in.

use answerable::Accountability::Operational;
use answerable::{Arrangement, Authority, Matter, Post, PostKind, Superior, Tier};

use super::said::{backed, marked, named};

/// In general, then on each matter that its arrangements name: in which order
/// deputies are asked, and what happens if none can act.
pub(super) fn deputies(post: Post<'_>) -> Vec<String> {
    if post.kind() != PostKind::Individual {
        return Vec::new();
    }
    let mut lines = vec!["in general".to_owned()];
    order(&post.deputising_order(), &mut lines);
    lines.push(format!("  then {}", reversion(post, None)));
    let mut matters: Vec<Matter<'_>> = Vec::new();
    for matter in post.deputies().flat_map(Arrangement::matters) {
        if !matters.contains(&matter) {
            matters.push(matter);
        }
    }
    for matter in matters {
        let personal = if matter.is_personal() {
            " (personal)"
        } else {
            ""
        };
        lines.push(format!("on {matter}{personal}"));
        order(&post.deputising_order_on(matter), &mut lines);
        lines.push(format!("  then {}", reversion(post, Some(matter))));
    }
    let attending = post
        .deputies()
        .filter(|terms| terms.authority() == Authority::Attend);
    lines.extend(attending.map(|terms| {
        let deputy = marked(terms.deputy(), terms.standing());
        format!("to attend only: {deputy}{}", on(terms))
    }));
    lines
}

/// "1. one of Matron; Ward Sister".
fn order(tiers: &[Tier<'_>], lines: &mut Vec<String>) {
    if tiers.is_empty() {
        lines.push("  no deputy".to_owned());
    }
    for (at, tier) in tiers.iter().enumerate() {
        let arrangements = tier.arrangements().iter();
        let posts = arrangements.map(|terms| marked(terms.deputy(), terms.standing()));
        let posts: Vec<_> = posts.collect();
        let one_of = if posts.len() > 1 { "one of " } else { "" };
        let remove = match tier.removes() {
            1 => String::new(),
            removes => format!(", at remove {removes}"),
        };
        let (at, posts) = (at + 1, posts.join("; "));
        lines.push(format!("  {at}. {one_of}{posts}{remove}"));
    }
}

/// What happens where no deputy can act.
fn reversion(post: Post<'_>, matter: Option<Matter<'_>>) -> String {
    let org = post.organisation();
    if matter.is_some_and(Matter::is_personal) {
        return "nobody: the matter is personal".to_owned();
    }
    if !org.reverts_to_superior() {
        return "nobody: cover does not revert to the superior here".to_owned();
    }
    let kind = matter.and_then(Matter::kind).unwrap_or(Operational);
    let title = org.kind_title(kind);
    match post.superior(kind) {
        Superior::Known(line) => {
            let to = line.to();
            match to.kind() {
                PostKind::Individual => format!("whoever acts for {to}, its {title} superior"),
                PostKind::Body => format!("{to}, its {title} superior, must decide"),
                PostKind::External => {
                    format!("nobody: {to}, its {title} superior, is outside the organisation")
                }
            }
        }
        Superior::NoneAbove(why) => format!("nobody: it has no {title} superior ({why})"),
        Superior::Unstated(_) => format!("nobody: its {title} superior is not stated"),
    }
}

/// For whom it stands in, on what terms.
pub(super) fn principals(post: Post<'_>) -> Vec<String> {
    let terms = post.deputises_for().map(|terms| {
        let (principal, rank) = (named(terms.principal()), terms.rank());
        let pool = if terms.is_pooled() {
            ", one of a pool"
        } else {
            ""
        };
        let attend = match terms.authority() {
            Authority::Act => "",
            Authority::Attend => ", to attend only",
        };
        let onward = if terms.is_onward() {
            ", and after it its own deputies"
        } else {
            ""
        };
        let (on, basis) = (on(terms), backed(terms.basis()));
        format!("{principal}: deputy {rank}{pool}{attend}{on}{onward} ({basis})")
    });
    terms.collect()
}

/// ", on Medical revalidation (personal); Medical appraisal".
fn on(terms: Arrangement<'_>) -> String {
    let matters = terms.matters().map(|matter| {
        if matter.is_personal() {
            format!("{matter} (personal)")
        } else {
            matter.to_string()
        }
    });
    let matters: Vec<_> = matters.collect();
    if matters.is_empty() {
        return String::new();
    }
    format!(", on {}", matters.join("; "))
}
