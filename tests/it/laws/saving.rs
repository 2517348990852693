//! Laws 21 to 23: what is loaded is saved, and nothing is ignored.

use answerable::{Document, Line, Organisation};
use proptest::prelude::*;

use crate::loaded::from_toml;

use super::adorn::adorn;
use super::cases;
use super::lines::{answers, kinds, organisation};
use super::records::Told;
use super::salvage::{document, meaning};
use super::spoil::{Dice, shuffle};
use super::strategies::sound;
use super::tree::Tree;

/// Sound documents with facts of every sort.
pub(super) fn adorned() -> impl Strategy<Value = Tree> {
    adorned_of(sound())
}

pub(super) fn adorned_of(told: impl Strategy<Value = Told>) -> impl Strategy<Value = Tree> {
    (told, any::<u64>()).prop_map(|(told, seed)| {
        let mut tree = told.tree();
        adorn(&mut tree, &mut Dice(seed));
        tree
    })
}

fn loaded(tree: &Tree) -> Organisation {
    Organisation::try_from(document(tree)).expect("a sound document")
}

fn json(org: &Organisation) -> String {
    serde_json::to_string(org).expect("an organisation is written")
}

fn from_json(text: &str) -> Organisation {
    serde_json::from_str(text).expect("a sound document")
}

/// What is answered beside the lines: who deputises, belongs and works with whom.
fn further(org: &Organisation) -> Vec<String> {
    let mut all = Vec::new();
    for post in org.posts() {
        let mut told: Vec<String> = Vec::new();
        told.extend(post.also_reports().chain(post.also()).map(|line| {
            format!(
                "also {} {} {}",
                line.from().id(),
                line.kind(),
                line.to().id()
            )
        }));
        told.extend(post.deputies().chain(post.deputises_for()).map(|deputy| {
            let matters: Vec<_> = deputy
                .matters()
                .map(|matter| matter.id().to_owned())
                .collect();
            format!(
                "{} {} {} {matters:?}",
                deputy.deputy().id(),
                deputy.rank(),
                deputy.principal().id()
            )
        }));
        told.extend(post.members().chain(post.memberships()).map(|membership| {
            format!("{} of {}", membership.member().id(), membership.body().id())
        }));
        told.extend(
            post.chair()
                .into_iter()
                .chain(post.chairs())
                .map(|other| other.id().to_owned()),
        );
        told.extend(post.links().chain(post.linked_from()).map(|link| {
            let to = match link.to() {
                answerable::LinkEnd::Post(post) => post.id(),
                answerable::LinkEnd::Unit(unit) => unit.id(),
            };
            let mut ends = [link.from().id(), to];
            if link.relation().is_symmetric() {
                ends.sort_unstable();
            }
            format!("{} {ends:?}", link.relation())
        }));
        for (_, first) in kinds() {
            for (_, second) in kinds() {
                let parting = post.parting(first, second);
                told.push(format!(
                    "{:?}",
                    parting.map(|of| (of.at.id(), of.meet.map(answerable::Post::id)))
                ));
            }
        }
        told.sort();
        all.push(format!("{} {told:?}", post.id()));
    }
    for unit in org.units() {
        let mut posts: Vec<_> = unit.posts_within().map(answerable::Post::id).collect();
        posts.sort_unstable();
        all.push(format!("{} {posts:?}", unit.id()));
    }
    for headship in org.headships() {
        let mut posts: Vec<_> = headship.posts().map(answerable::Post::id).collect();
        posts.sort_unstable();
        all.push(format!(
            "{} {} {posts:?}",
            headship.kind(),
            headship.unit().id()
        ));
    }
    all.sort();
    all
}

pub(super) fn everything(org: &Organisation) -> (Vec<Vec<Vec<String>>>, Vec<String>) {
    (
        kinds().map(|(_, kind)| answers(org, kind)).collect(),
        further(org),
    )
}

proptest! {
    #![proptest_config(cases())]


    #[test]
    fn law_21_what_is_saved_loads_equal(tree in adorned()) {
        let org = loaded(&tree);
        let (toml, text) = (org.to_toml(), json(&org));
        for again in [from_toml(&toml), from_json(&text)] {
            prop_assert!(again == org);
            // Saving twice, and across the formats, gives the same bytes.
            prop_assert_eq!(&again.to_toml(), &toml);
            prop_assert_eq!(&json(&again), &text);
            prop_assert_eq!(everything(&again), everything(&org));
        }
        prop_assert!(org.clone() == org);
    }

    #[test]
    fn law_21_both_formats_say_the_same(tree in adorned()) {
        let (org, other) = (loaded(&tree), from_toml(&tree.to_toml()));
        prop_assert!(org == other, "{}\n{}", tree.to_toml(), tree.to_json());
    }

    #[test]
    fn law_21_records_say_what_the_text_says(told in sound()) {
        let (org, text) = (organisation(&told), told.to_json());
        prop_assert!(org == from_json(&text));
        let mut document = told.document();
        prop_assert_eq!(document.posts().count(), told.posts.len());
        document = Document::new("Thamesmouth");
        document.extend(org.post_records());
        prop_assert_eq!(
            document.posts().collect::<Vec<_>>(),
            org.post_records().collect::<Vec<_>>()
        );
        prop_assert!(org.with_posts(org.post_records()).is_ok_and(|again| again == org));
    }

    #[test]
    fn law_21_what_differs_is_not_equal(told in sound(), seed in any::<u64>()) {
        prop_assume!(!told.posts.is_empty());
        let mut other = told.clone();
        let seat = &mut other.posts[Dice(seed).roll(told.posts.len())];
        seat.vacant = !seat.vacant && seat.sort == super::records::Sort::Individual;
        seat.holders.clear();
        prop_assert_eq!(organisation(&told) == organisation(&other), told == other);
    }

    #[test]
    fn law_22_order_changes_no_answer(tree in adorned(), seed in any::<u64>()) {
        let mut other = tree.clone();
        shuffle(&mut other, &mut Dice(seed));
        prop_assert_eq!(everything(&loaded(&other)), everything(&loaded(&tree)));
        prop_assert_eq!(
            everything(&from_toml(&other.to_toml())),
            everything(&loaded(&tree))
        );
    }

    #[test]
    fn law_22_names_change_no_answer(told in sound()) {
        // Backwards, so that nothing sorts as it did.
        let new = |id: &str| format!("~{}", id.chars().rev().collect::<String>());
        let old = |id: &str| {
            id.strip_prefix('~')
                .unwrap_or(id)
                .chars()
                .rev()
                .collect::<String>()
        };
        let other = told.renamed(&new);
        prop_assert_eq!(&other.renamed(&old), &told);
        let back = Organisation::try_from(other.renamed(&old).document()).expect("sound");
        prop_assert_eq!(everything(&back), everything(&organisation(&told)));
        // Places in the records answer the same under both names.
        let (first, second) = (organisation(&told), organisation(&other));
        for (_, kind) in kinds() {
            for (a, b) in first.posts().zip(second.posts()) {
                let ids = |post: answerable::Post<'_>| {
                    post.chain(kind)
                        .map(|line| line.to().id().to_owned())
                        .collect::<Vec<_>>()
                };
                prop_assert_eq!(ids(a).iter().map(|id| new(id)).collect::<Vec<_>>(), ids(b));
                let below = |post: answerable::Post<'_>| {
                    post.below(kind)
                        .map(|post| post.id().to_owned())
                        .collect::<Vec<_>>()
                };
                prop_assert_eq!(
                    below(a).iter().map(|id| new(id)).collect::<Vec<_>>(),
                    below(b)
                );
                let rule = |post: answerable::Post<'_>| {
                    post.superior(kind)
                        .line()
                        .and_then(Line::headship)
                        .map(|of| of.unit().id().to_owned())
                };
                prop_assert_eq!(rule(a).map(|id| new(&id)), rule(b));
            }
        }
    }

    #[test]
    fn law_22_titles_notes_and_units_change_no_line(told in sound()) {
        let mut tree = told.tree();
        let mut plain = told.clone();
        let needs_units = !plain.heads.is_empty();
        for seat in plain.posts.iter_mut().filter(|_| !needs_units) {
            (seat.unit, seat.profession) = (None, None);
        }
        let mut other = plain.tree();
        adorn(&mut other, &mut Dice(7));
        adorn(&mut tree, &mut Dice(8));
        if let Some(Tree::Table(posts)) = other.get_mut("post") {
            posts
                .iter_mut()
                .filter_map(|(_, post)| post.get_mut("title"))
                .for_each(|title| *title = Tree::from("x"));
        }
        let all = |org: &Organisation| {
            kinds()
                .map(|(_, kind)| answers(org, kind))
                .collect::<Vec<_>>()
        };
        prop_assert_eq!(all(&loaded(&other)), all(&loaded(&tree)));
    }

    #[test]
    fn law_23_nothing_is_ignored(tree in adorned()) {
        // Each fact of the text is in what is saved, and nothing else is.
        let org = loaded(&tree);
        let told = super::meaning::Meaning::of(&tree);
        let differences = super::meaning::differences(&sorted(meaning(&org)), &sorted(told));
        prop_assert!(differences.is_empty(), "{:#?}", differences);
    }

    #[test]
    fn law_23_each_strange_key_is_a_problem(tree in adorned(), seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut strange = tree.clone();
        let count = super::spoil::add_strange_key(&mut strange, &mut dice);
        let problems = Organisation::salvage(document(&strange)).problems;
        prop_assert_eq!(problems.len(), count, "{:#?} {:?}", problems, strange);
        let problems =
            Organisation::salvage(Document::from_toml(&strange.to_toml()).expect("TOML")).problems;
        prop_assert_eq!(problems.len(), count);
    }

    #[test]
    fn law_23_line_ends_and_space_change_nothing(tree in adorned()) {
        let (toml, json) = (tree.to_toml(), tree.to_json());
        let org = loaded(&tree);
        for text in [
            toml.clone(),
            toml.replace('\n', "\r\n"),
            format!("\u{FEFF}{toml}"),
            toml.replace(" = ", "\t =  "),
        ] {
            prop_assert!(from_toml(&text) == org);
        }
        for text in [
            json.replace('\n', "\r\n"),
            json.replace('\n', ""),
            format!(" \r\n\t{json}\n"),
        ] {
            prop_assert!(from_json(&text) == org);
        }
    }
}

/// With the tables that have no order of their own in this JSON sorted.
fn sorted(meaning: super::meaning::Meaning) -> serde_json::Value {
    let mut meaning = meaning;
    for (table, entries) in &mut meaning.tables {
        if table != "post" {
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
    }
    meaning.tables.retain(|_, entries| !entries.is_empty());
    meaning.whole()
}
