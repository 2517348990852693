//! Who is away, and who is nominated, on the command line.

use std::error::Error;

use answerable::{Absences, Organisation, Post};

use super::asked::{Asked, Usage};

/// The absences of `--absent`, `--away` and `--nominate`.
pub(crate) fn away<'o>(
    org: &'o Organisation,
    asked: &Asked,
    usage: &Usage,
) -> Result<Absences<'o>, Box<dyn Error>> {
    let mut away = Absences::none();
    for id in asked.values("--absent") {
        away = away.with_post(org.post(id)?)?;
    }
    for name_or_id in asked.values("--away") {
        away = away.with_holder(org.holder(name_or_id)?)?;
    }
    for pair in asked.values("--nominate") {
        let (post, nominee) = nomination(org, pair, usage)?;
        away = away.with_nominee(post, nominee)?;
    }
    Ok(away)
}

/// "POST=POST". Ids may have a `=` of their own: the one counts that has a post
/// on either side.
fn nomination<'o>(
    org: &'o Organisation,
    pair: &str,
    usage: &Usage,
) -> Result<(Post<'o>, Post<'o>), Box<dyn Error>> {
    let splits: Vec<(&str, &str)> = pair
        .match_indices('=')
        .map(|(at, _)| (&pair[..at], &pair[at + 1..]))
        .collect();
    let found: Vec<_> = splits
        .iter()
        .filter_map(|(post, nominee)| Some((org.get(post)?, org.get(nominee)?)))
        .collect();
    match (&found[..], &splits[..]) {
        ([one], _) => Ok(*one),
        ([], []) => Err(usage.misused(format_args!("`--nominate {pair}` wants POST=POST"))),
        ([], [first, ..]) => {
            let half = |(post, nominee): &&(&str, &str)| {
                org.get(post).is_some() || org.get(nominee).is_some()
            };
            let (post, nominee) = splits.iter().find(half).unwrap_or(first);
            let named = |error| format!("`--nominate {pair}`: {error}");
            let post = org.post(post).map_err(named)?;
            Ok((post, org.post(nominee).map_err(named)?))
        }
        (several, _) => {
            let readings = several.iter().map(|(post, nominee)| {
                let (post, nominee) = (post.id(), nominee.id());
                format!("`{nominee}` for `{post}`")
            });
            let readings = readings.collect::<Vec<_>>().join(", or ");
            Err(format!("`--nominate {pair}` may mean {readings}").into())
        }
    }
}
