//! How documents shrink.

use std::collections::BTreeSet;

use answerable::proptest1::{Fault, faulty_document, organisation, sound_document, wild_document};
use answerable::{Document, HeadRecord};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::told::{bases, facts, named, named_units};
use super::{least, shrinking::number, trees};

/// Entries by table and number.
type Entries = BTreeSet<(&'static str, Option<usize>)>;

/// What a document tells of.
fn told(document: &Document) -> Entries {
    let posts = document.posts().map(|post| ("post", post.id));
    let sources = document.sources().map(|source| ("source", source.id));
    let units = document.units().map(|unit| ("unit", unit.id));
    let professions = document.professions();
    let professions = professions.map(|profession| ("profession", profession.id));
    let all = posts.chain(sources).chain(units).chain(professions);
    all.map(|(table, id)| (table, number(&id))).collect()
}

/// What a document names.
fn names(document: &Document) -> Entries {
    let mut names = BTreeSet::new();
    for post in document.posts() {
        names.extend(named(&post).into_iter().map(|id| ("post", number(id))));
        let units = named_units(&post).into_iter();
        names.extend(units.map(|id| ("unit", number(id))));
        let profession = post.profession.iter();
        names.extend(profession.map(|of| ("profession", number(&of.to))));
    }
    for head in document.headships() {
        names.insert(("unit", number(&head.unit)));
        names.extend(head.profession.iter().map(|of| ("profession", number(of))));
        if let HeadRecord::Known(post) = &head.head {
            names.insert(("post", number(post)));
        }
    }
    let sources = bases(document).into_iter();
    let sources = sources.filter_map(|(_, basis)| basis.source);
    names.extend(sources.map(|source| ("source", number(&source))));
    for allowed in document.allowances() {
        names.extend(allowed.posts.iter().map(|post| ("post", number(post))));
    }
    let units = document.units().filter_map(|unit| unit.within);
    names.extend(units.map(|outer| ("unit", number(&outer.to))));
    let professions = document.professions();
    let professions = professions.filter_map(|profession| profession.within);
    names.extend(professions.map(|outer| ("profession", number(&outer.to))));
    names
}

#[test]
fn what_is_about_a_post_goes_with_it() {
    let small = trees(wild_document(0..=1)).take(800);
    for mut tree in trees(wild_document(0..=10)).take(100).chain(small) {
        let mut before = told(&tree.current());
        let mut goes_on = tree.simplify();
        let mut tries = 0;
        while goes_on {
            tries += 1;
            let less = tree.current();
            let after = told(&less);
            let gone: Entries = before.difference(&after).copied().collect();
            let left: Vec<_> = names(&less).intersection(&gone).copied().collect();
            assert_eq!(left, [], "{less:?}");
            // Now and then something has to stay.
            goes_on = if tries % 3 == 0 {
                before = after;
                tree.simplify()
            } else {
                tree.complicate()
            };
        }
    }
}

/// What does not matter goes many at once.
#[test]
fn large_documents_shrink_in_few_steps() {
    let large = || trees(sound_document(0..=300)).find(|tree| tree.current().posts().count() > 200);
    let of = |is_so: &dyn Fn(&Document) -> bool| least(large().expect("a large one"), is_so);
    let (nothing, tries) = of(&|_| true);
    assert_eq!((nothing.posts().count(), facts(&nothing)), (0, 0));
    assert!(tries < 8, "{tries}");
    let (post, tries) = of(&|document| document.posts().count() > 0);
    assert_eq!((post.posts().count(), facts(&post)), (1, 0));
    assert!(tries < 40, "{tries}");
    let many = trees(sound_document(200..=200)).next().expect("one");
    let (vacant, tries) = least(many, |document| document.posts().any(|post| post.vacant));
    assert_eq!((vacant.posts().count(), facts(&vacant)), (200, 1));
    assert!(tries < 90, "{tries}");
}

/// Each step towards less can be taken back.
#[test]
fn every_step_is_taken_back() {
    for (kept, mut tree) in (0..5).cycle().zip(trees(organisation(0..12))).take(15) {
        (0..kept).for_each(|_| _ = tree.simplify());
        let before = tree.current();
        if !tree.simplify() {
            continue;
        }
        let tries = (0..1000).take_while(|_| tree.complicate()).count();
        assert!(tries < 1000 && tree.current() == before, "{tries}");
        assert!(!tree.complicate());
    }
}

/// Random numbers may run out: all that come are zeros then.
#[test]
fn strategies_end_whatever_is_rolled() {
    for bytes in 0..64 {
        let seed: Vec<u8> = (1..=bytes).collect();
        let rng = TestRng::from_seed(RngAlgorithm::PassThrough, &seed);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let tree = organisation(9..12).new_tree(&mut runner).expect("sound");
        assert!((9..12).contains(&tree.current().posts().len()));
    }
}

#[test]
fn documents_keep_the_posts_asked_for() {
    for tree in trees(organisation(5..9)).take(20) {
        let (five, _) = least(tree, |_| true);
        assert_eq!(five.posts().len(), 5);
    }
}

#[test]
fn a_strategy_is_shown_by_what_it_makes() {
    let shown = format!("{:?}", organisation(2..=3));
    assert_eq!(shown, "Planned(Sound, SizeRange(2..4))");
    let shown = format!("{:?}", faulty_document(Fault::Circle, 2..=3));
    assert_eq!(shown, "Planned(Faulty(Circle), SizeRange(2..4))");
}
