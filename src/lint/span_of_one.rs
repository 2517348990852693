//! An individual post has a single operational direct report, in a single seat.

use std::fmt;

use crate::model::{Accountability::Operational, FindingCode, PostKind, Seats};
use crate::steps::step;
use crate::view::{Fact, Line};

use super::words::{kind, lines, title, titles};
use super::{Finding, Known, Rule};

pub(super) const RULE: Rule = Rule {
    code: FindingCode::SpanOfOne,
    find,
    say,
    remedy: |_| "see whether both layers are needed, or allow it with why",
    rests_on,
};

fn find<'o>(known: &Known<'o>, found: &mut Vec<Finding<'o>>) {
    let narrow = known.posts().filter(|post| {
        let reports = post.reports(Operational).inspect(|_| step());
        let mut reports = reports.map(Line::from);
        post.kind() == PostKind::Individual
            && post.span(Operational) == 1
            && reports.all(|report| matches!(report.seats(), None | Some(Seats::Number(1))))
    });
    found.extend(narrow.map(|post| {
        let report = post.reports(Operational).map(Line::from);
        Finding::about_one(RULE.code, post).with(report)
    }));
}

fn say(finding: &Finding<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let post = finding.post();
    let (report, kind) = (titles(&finding.posts()[1..]), kind(post, Operational));
    write!(
        f,
        "{} has a single direct report ({kind}): {report}",
        title(post)
    )
}

fn rests_on<'o>(finding: &Finding<'o>) -> Vec<Fact<'o>> {
    let posts = finding.about().iter();
    lines(posts.flat_map(|post| post.reports(Operational)))
}
