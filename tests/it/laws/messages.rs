//! Law 38: a message is one short line that cannot mislead the eye, and always the
//! same.

use answerable::{Document, Organisation, Problem};
use proptest::prelude::*;

use super::cases;
use super::salvage::spoilt;
use super::spoil::Dice;
use super::tree::Tree;

/// Words that would break a line, turn it round or fill a page.
const MISLEADING: [&str; 8] = [
    "\n",
    "a\r\nb",
    "\u{1B}[31m",
    "\u{202E}txet",
    "\u{2066}\u{2029}",
    "\u{0}\u{85}",
    "\u{200E}\u{61C}",
    "`",
];

/// Puts such words into some keys and texts of a tree.
fn mislead(tree: &mut Tree, dice: &mut Dice) {
    let words = |text: &mut String, dice: &mut Dice| {
        if dice.is_lucky(8) {
            text.insert_str(0, &"ward ".repeat(700));
        }
        let word: &&str = dice.one(&MISLEADING);
        text.push_str(word);
    };
    match tree {
        Tree::Text(text) if dice.is_lucky(6) => words(text, dice),
        Tree::List(items) => items.iter_mut().for_each(|item| mislead(item, dice)),
        Tree::Table(entries) => {
            for (key, value) in entries {
                mislead(value, dice);
                if dice.is_lucky(12) {
                    words(key, dice);
                }
            }
        }
        _ => {}
    }
}

fn misleading() -> impl Strategy<Value = Tree> {
    (spoilt(), any::<u64>()).prop_map(|(mut tree, seed)| {
        mislead(&mut tree, &mut Dice(seed));
        tree
    })
}

/// Control characters, line separators and those that turn text round.
fn misleads(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{61C}' | '\u{200E}' | '\u{200F}'
        )
        || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}

fn read(tree: &Tree) -> [Option<Document>; 2] {
    let json = serde_json::from_str(&tree.to_json()).ok();
    [json, Document::from_toml(&tree.to_toml()).ok()]
}

fn messages(document: Document) -> (Vec<String>, String) {
    let problems = Organisation::salvage(document.clone()).problems;
    let whole = Organisation::try_from(document).err();
    let whole = whole.map(|invalid| invalid.to_string());
    let messages = problems.iter().map(Problem::to_string).collect();
    (messages, whole.unwrap_or_default())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_38_a_message_is_one_short_line(tree in misleading()) {
        for document in read(&tree).into_iter().flatten() {
            let (messages, whole) = messages(document);
            for message in &messages {
                prop_assert!(message.len() <= 2048, "{} bytes: {message}", message.len());
                prop_assert!(!message.contains(misleads), "{message:?}");
                prop_assert!(whole.contains(message));
            }
            prop_assert!(!whole.contains(|c| misleads(c) && c != '\n'), "{whole:?}");
        }
    }

    #[test]
    fn law_38_the_same_bytes_give_the_same_message(tree in misleading(), at in 0..2_usize) {
        let read = || match at {
            0 => serde_json::from_str(&tree.to_json()).ok(),
            _ => Document::from_toml(&tree.to_toml()).ok(),
        };
        prop_assert_eq!(read().map(messages), read().map(messages));
    }
}

#[test]
fn misleading_words_reach_the_messages() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut escaped, mut cut) = (0, 0);
    for _ in 0..200 {
        let tree = misleading()
            .new_tree(&mut runner)
            .expect("a tree")
            .current();
        let documents = read(&tree).into_iter().flatten();
        let messages: Vec<String> = documents
            .flat_map(|document| messages(document).0)
            .collect();
        escaped += usize::from(messages.iter().any(|message| message.contains("\\u{")));
        cut += usize::from(messages.iter().any(|message| message.contains('…')));
    }
    assert!(
        escaped >= 100 && cut >= 30,
        "{escaped} escaped, {cut} cut short"
    );
}
