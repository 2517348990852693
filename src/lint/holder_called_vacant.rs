//! A holder is called vacant, as if that were a name.

use std::fmt;

use crate::model::FindingCode;
use crate::quoted::Quoted;
use crate::steps::step;
use crate::view::{Fact, Holder, Post};

use super::words::title;
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HolderCalledVacant,
    find,
    say,
    remedy: |_| "if nobody holds it, say `vacant = true` in place of the holder",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let posts = known.posts();
    let so_held = posts.filter(|&post| called_vacant(post).next().is_some());
    found.extend(so_held.map(|post| Finding::about_one(RULE.code, post)));
}

fn called_vacant(post: Post<'_>) -> impl Iterator<Item = Holder<'_>> {
    let holders = post.holders().inspect(|_| step());
    holders.filter(|holder| holder.name().trim().eq_ignore_ascii_case("vacant"))
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let name = called_vacant(post).next().map_or("", Holder::name);
    write!(f, "{} has a holder called {}", title(post), Quoted(name))
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let post = finding.post();
    let holders = called_vacant(post);
    holders.map(|holder| Fact::Holder(post, holder)).collect()
}
