//! Every deputy of a post is vacant.

use std::fmt;

use crate::model::FindingCode;
use crate::view::Fact;

use super::words::{as_posts, title, titles};
use super::{Finding, Known, Rule, deputies};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::HollowCover,
    find,
    say,
    remedy: |_| "fill a deputy's post, or name another deputy",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    for post in known.posts() {
        let deputies: Vec<_> = deputies::once(post).collect();
        if !deputies.is_empty() && deputies.iter().all(|deputy| deputy.is_vacant()) {
            found.push(Finding::about_one(RULE.code, post).with(deputies));
        }
    }
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let title = title(post);
    match &finding.posts()[1..] {
        [only] => write!(
            f,
            "the only deputy of {title} is vacant: {only}",
            only = titles(&[*only])
        ),
        several => write!(f, "every deputy of {title} is vacant: {}", titles(several)),
    }
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let mut facts = deputies::facts(finding.about());
    facts.extend(as_posts(&finding.posts()[1..]));
    facts
}
