//! Each part of an organisation is a value: equal to itself however it is reached,
//! to nothing else and to nothing of another organisation; and it shows what it is.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

use answerable::{Accountability, Headship, Organisation, Post, Superior};

use super::every_shape;

fn hashes<T: Hash>(parts: impl IntoIterator<Item = T>) -> BTreeSet<u64> {
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let parts = parts.into_iter();
    parts.map(|part| hasher.hash_one(part)).collect()
}

/// Checks the parts that `of` gives, each of them once.
fn are_values<'o, T, I>(orgs: [&'o Organisation; 2], name: &str, of: impl Fn(&'o Organisation) -> I)
where
    T: Eq + Hash + Debug,
    I: Iterator<Item = T>,
{
    let [here, again, other] = [orgs[0], orgs[0], orgs[1]].map(|org| of(org).collect::<Vec<T>>());
    assert!(here.len() > 1, "{name}: {here:?}");
    assert_eq!(here, again);
    for (at, part) in here.iter().enumerate() {
        assert!(here[at + 1..].iter().all(|next| next != part), "{part:?}");
        assert!(other.iter().all(|elsewhere| elsewhere != part), "{part:?}");
        let shown = format!("{part:?}");
        assert!(
            shown.starts_with(name) && shown.len() > name.len() + 3,
            "{shown}"
        );
    }
    assert!(hashes(&here).len() > 1, "{name}");
    let count = here.len();
    let all: HashSet<T> = here.into_iter().chain(again).chain(other).collect();
    assert_eq!(all.len(), 2 * count, "{name}");
}

#[test]
fn every_part_is_a_value() {
    let org = every_shape();
    let copy = org.clone();
    let orgs = [&org, &copy];
    are_values(orgs, "Post(", Organisation::posts);
    are_values(orgs, "Unit(", Organisation::units);
    are_values(orgs, "Profession(", Organisation::professions);
    are_values(orgs, "Source(", Organisation::sources);
    are_values(orgs, "Matter(", Organisation::matters);
    are_values(orgs, "Headship(", Organisation::headships);
    are_values(orgs, "Holder(", |org| org.posts().flat_map(Post::holders));
    are_values(orgs, "Arrangement(", |org| {
        org.posts().flat_map(Post::deputies)
    });
    are_values(orgs, "Membership(", |org| {
        org.posts().flat_map(Post::members)
    });
    are_values(orgs, "Link(", |org| org.posts().flat_map(Post::linked_from));
    are_values(orgs, "Reason(", |org| {
        // One reason may hold for several: for all outside, or by a rule.
        org.inside().flat_map(|post| {
            let superiors = Accountability::ALL.map(|kind| post.superior(kind));
            superiors.into_iter().filter_map(|superior| match superior {
                Superior::NoneAbove(why) | Superior::Unstated(Some(why)) => {
                    Some(why).filter(|why| why.headship().is_none())
                }
                Superior::Known(_) | Superior::Unstated(None) => None,
            })
        })
    });
}

#[test]
fn a_basis_is_what_it_says_of_one_organisation() {
    let org = every_shape();
    let copy = org.clone();
    let told: HashSet<_> = org.posts().map(Post::basis).collect();
    let elsewhere: HashSet<_> = copy.posts().map(Post::basis).collect();
    assert!(told.len() > 1 && told.is_disjoint(&elsewhere), "{told:?}");
    let again: HashSet<_> = org.posts().map(Post::basis).collect();
    assert_eq!(told, again);
    let shown: BTreeSet<_> = told.iter().map(|basis| format!("{basis:?}")).collect();
    assert!(shown.contains("Basis(given)"), "{shown:?}");
    assert_eq!(hashes(&told).len(), told.len());
    // A line by rule is inferred at best, whatever its rule rests on.
    let lines = org.posts().flat_map(Post::lines);
    let by_rule = lines.filter(|line| line.headship().is_some());
    for line in by_rule {
        let rule = line.headship().map(Headship::basis);
        assert_ne!(rule, Some(line.basis()));
    }
}
