//! Facts are only assumed, by the post or entry that tells them.

use std::fmt;

use crate::Organisation;
use crate::model::{Accountability, FindingCode, Standing};
use crate::quoted::{Shown, ShownBrief};
use crate::steps::step;
use crate::view::{Arrangement, Fact, Line, Link, Post, Superior};

use super::finding::{Detail, Subject};
use super::words::{count, title};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::AssumedFacts,
    find,
    say,
    remedy: |_| "find out what is true, and name the source",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let org = known.org;
    for post in known.posts() {
        let of_post = |finding: &mut Vec<Finding<'o>>, count| {
            let about = Finding::about_one(RULE.code, post);
            finding.push(about.detailed(Detail::Count(count)));
        };
        match assumed(|visit| visit_post(post, visit)) {
            0 => {}
            count => of_post(found, count),
        }
    }
    for subject in subjects(org) {
        match assumed(|visit| visit_subject(subject, visit)) {
            0 => {}
            count => {
                let about = Finding::about_all(RULE.code, Vec::new());
                found.push(about.concerning([subject]).detailed(Detail::Count(count)));
            }
        }
    }
}

/// How many of the facts visited are only assumed.
fn assumed<'o>(visit: impl FnOnce(&mut dyn FnMut(Fact<'o>))) -> usize {
    let mut count = 0;
    visit(&mut |fact| {
        step();
        count += usize::from(is_assumed(fact));
    });
    count
}

fn is_assumed(fact: Fact<'_>) -> bool {
    fact.standing() == Standing::Assumed
}

/// What tells facts besides posts: table by table, each in document order.
fn subjects(org: &Organisation) -> impl Iterator<Item = Subject<'_>> {
    let sources = org.sources().map(Subject::Source);
    let professions = org.professions().map(Subject::Profession);
    let units = org.units().map(Subject::Unit);
    let matters = org.matters().map(Subject::Matter);
    let headships = org.headships().map(Subject::Headship);
    let registers = sources.chain(professions).chain(units).chain(matters);
    registers.chain(headships)
}

fn visit_subject<'o>(subject: Subject<'o>, visit: &mut dyn FnMut(Fact<'o>)) {
    match subject {
        Subject::Source(source) => visit(Fact::Source(source)),
        Subject::Matter(matter) => visit(Fact::Matter(matter)),
        Subject::Headship(headship) => visit(Fact::Headship(headship)),
        Subject::Unit(unit) => {
            visit(Fact::Unit(unit));
            visit(Fact::UnitWithin(unit));
        }
        Subject::Profession(profession) => {
            visit(Fact::Profession(profession));
            visit(Fact::ProfessionWithin(profession));
        }
    }
}

/// Every fact that a post tells, those apart that only follow from rules.
fn visit_post<'o>(post: Post<'o>, visit: &mut dyn FnMut(Fact<'o>)) {
    let (org, at) = (post.organisation(), post.place());
    visit(Fact::Post(post));
    if post.unit().is_some() {
        visit(Fact::UnitOf(post));
    }
    if post.profession().is_some() {
        visit(Fact::ProfessionOf(post));
    }
    for holder in post.holders() {
        visit(Fact::Holder(post, holder));
    }
    for kind in Accountability::ALL {
        match post.superior(kind) {
            Superior::Known(line) if line.headship().is_none() => visit(Fact::Line(line)),
            Superior::NoneAbove(why) | Superior::Unstated(Some(why))
                if why.headship().is_none() =>
            {
                visit(Fact::NoSuperior { post, kind, why });
            }
            _ => {}
        }
    }
    let also = org.posts.also.range(at);
    also.for_each(|at| visit(Fact::Line(Line::also(org, at))));
    let deputies = org.posts.deputies.range(at);
    deputies.for_each(|at| visit(Fact::Arrangement(Arrangement::new(org, at))));
    if post.chair().is_some() {
        visit(Fact::Chair(post));
    }
    let listed = post.members().filter(|member| member.is_listed());
    listed.for_each(|member| visit(Fact::Member(member)));
    let links = org.posts.links.range(at);
    links.for_each(|at| visit(Fact::Link(Link::new(org, at))));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Detail::Count(of) = finding.detail else {
        return Ok(());
    };
    let is = if of == 1 { "is" } else { "are" };
    write!(f, "{} about ", count(of, "fact", "facts"))?;
    if let Some(&post) = finding.posts().first() {
        write!(f, "{}", title(post))?;
    }
    match finding.subjects() {
        [Subject::Source(source)] => write!(f, "{}", ShownBrief(source.title()))?,
        [Subject::Profession(profession)] => write!(f, "{}", ShownBrief(profession.title()))?,
        [Subject::Unit(unit)] => write!(f, "{}", ShownBrief(unit.title()))?,
        [Subject::Matter(matter)] => write!(f, "{}", ShownBrief(matter.title()))?,
        [Subject::Headship(rule)] => {
            let (covers, kind) = (rule.covers(), ShownBrief(rule.kind_title()));
            write!(f, "the headship of {} ({kind})", Shown(&covers))?;
        }
        _ => {}
    }
    write!(f, " {is} only assumed")
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = Vec::new();
    let mut keep = |fact| {
        if is_assumed(fact) {
            facts.push(fact);
        }
    };
    for &post in finding.posts() {
        visit_post(post, &mut keep);
    }
    for &subject in finding.subjects() {
        visit_subject(subject, &mut keep);
    }
    facts
}
