//! An arrangement for a matter stands behind an unlimited one, which hides it.

use std::fmt;

use crate::model::FindingCode;
use crate::view::{Fact, Matter};

use super::finding::{Detail, Subject};
use super::words::{list, title};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::LimitedBehindUnlimited,
    find,
    say,
    remedy: "put the arrangement for a matter before the unlimited one",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.org.posts() {
        let unlimited = deputies::to_act(post).find(|terms| !terms.is_limited());
        let Some(unlimited) = unlimited else {
            continue;
        };
        let behind = deputies::to_act(post)
            .filter(|terms| terms.is_limited() && terms.rank() > unlimited.rank());
        for terms in behind {
            // On a personal matter an unlimited arrangement does not count.
            let hidden = terms.matters().filter(|matter| !matter.is_personal());
            let hidden: Vec<_> = hidden.map(Subject::Matter).collect();
            if !hidden.is_empty() {
                let finding = Finding::about_one(RULE.code, post);
                let finding = finding.with([terms.deputy(), unlimited.deputy()]);
                let detail = Detail::Behind(terms, unlimited);
                found.push(finding.concerning(hidden).detailed(detail));
            }
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let Detail::Behind(terms, unlimited) = &finding.detail else {
        return Ok(());
    };
    let matters = finding
        .subjects()
        .iter()
        .filter_map(|subject| match subject {
            Subject::Matter(matter) => Some(Matter::title(*matter)),
            _ => None,
        });
    let matters = list(matters, finding.subjects().len());
    let (deputy, first) = (title(terms.deputy()), title(unlimited.deputy()));
    let post = title(post);
    write!(
        f,
        "{deputy} deputises for {post} in {matters} only after {first}, which deputises in everything"
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    match &finding.detail {
        Detail::Behind(terms, unlimited) => {
            vec![Fact::Arrangement(*terms), Fact::Arrangement(*unlimited)]
        }
        _ => Vec::new(),
    }
}
