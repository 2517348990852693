//! Inputs without end, and what becomes of a failing one.

use std::any::Any;
use std::cell::Cell;
use std::env;
use std::fs;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::sync::Once;
use std::time::{Duration, Instant};

use crate::bytes::Bytes;

/// What is fed, and what must hold of it.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) name: &'static str,
    /// Inputs to begin from.
    pub(super) corpus: &'static [&'static [u8]],
    /// An input that looks like what is read, made of any bytes.
    pub(super) grow: fn(&mut Bytes<'_>) -> Vec<u8>,
    /// Panics where what must hold does not.
    pub(super) check: fn(&[u8]),
}

impl Target {
    /// Feeds it for as long as is asked for.
    pub(super) fn run(self) {
        if let Ok(path) = env::var("ANSWERABLE_FUZZ_INPUT") {
            return (self.check)(&fs::read(path).expect("the input is there"));
        }
        hush();
        let time = Duration::from_secs(number("ANSWERABLE_FUZZ_SECONDS", 2));
        let mut dice = Dice(number("ANSWERABLE_FUZZ_SEED", 2026));
        let begun = Instant::now();
        self.corpus.iter().for_each(|input| self.try_one(input));
        let mut count = self.corpus.len() as u64;
        while begun.elapsed() < time {
            self.try_one(&self.next(&mut dice));
            count += 1;
        }
        eprintln!("{}: {count} executions", self.name);
    }

    fn next(self, dice: &mut Dice) -> Vec<u8> {
        let mut input = if self.corpus.is_empty() || dice.below(2) == 0 {
            let length = dice.below(400);
            let bytes: Vec<u8> = (0..length).map(|_| dice.byte()).collect();
            let grown = (self.grow)(&mut Bytes::new(&bytes));
            if dice.below(2) == 0 {
                return grown;
            }
            grown
        } else {
            let input = self.corpus[dice.below(self.corpus.len())];
            dice.stretch(input)
        };
        for _ in 0..=dice.below(6) {
            dice.change(&mut input, self.corpus);
        }
        input
    }

    fn try_one(self, input: &[u8]) {
        let Err(panic) = self.tried(input) else {
            return;
        };
        IS_QUIET.set(true);
        let least = self.shrunk(input);
        IS_QUIET.set(false);
        eprintln!(
            "{} fails ({}) on {} bytes:\n{}",
            self.name,
            said(&*panic),
            least.len(),
            least.escape_ascii()
        );
        if let Ok(path) = env::var("ANSWERABLE_FUZZ_SAVE") {
            fs::write(path, &least).expect("the input is written");
        }
        (self.check)(&least);
        unreachable!("it fails, and the same way each time");
    }

    fn tried(self, input: &[u8]) -> Result<(), Box<dyn Any + Send>> {
        catch_unwind(AssertUnwindSafe(|| (self.check)(input)))
    }

    /// The same with all taken out that the failure does not need.
    fn shrunk(self, input: &[u8]) -> Vec<u8> {
        let until = Instant::now() + Duration::from_secs(20);
        let mut least = input.to_vec();
        let mut size = least.len().next_power_of_two() / 2;
        while size > 0 {
            let mut at = 0;
            while at < least.len() && Instant::now() < until {
                let mut less = least.clone();
                less.drain(at..(at + size).min(least.len()));
                if self.tried(&less).is_err() {
                    least = less;
                } else {
                    at += size;
                }
            }
            size /= 2;
        }
        least
    }
}

thread_local! {
    /// Whether panics of this thread are expected.
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_QUIET.get() {
                loud(panic);
            }
        }));
    });
}

fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no words")
}

fn number<T: FromStr>(variable: &str, otherwise: T) -> T {
    let told = env::var(variable).ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(otherwise)
}

/// Chance, the same for the same seed.
struct Dice(u64);

/// Pieces that mean something to one reader or another.
const WORDS: [&[u8]; 44] = [
    b"\"",
    b"'",
    b"\"\"\"",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"}",
    b",",
    b"=",
    b":",
    b"\n",
    b"\r\n",
    b"#",
    b".",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"\0",
    b"\xFF",
    b"\xC3",
    b"\xEF\xBB\xBF",
    b"\xE2\x80\xAE",
    b"\xE2\x80\xA8",
    b"\x1B[31m",
    b"1e999",
    b"-1",
    b"nan",
    b"18446744073709551616",
    b"null",
    b"true",
    b"XX",
    b"[post.",
    b"to",
    b"post",
    b"title = \"T\"\n",
    b"operational = \"a\"\n",
    b"also",
    b"deputies",
    b"members",
    b"within",
    b"unstated",
    b"chair",
    b"\"title\": \"T\", ",
];

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).expect("below what fits")
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// A range of `text`, mostly a short one.
    fn range(&mut self, text: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(text.len() + 1);
        let most = [1, 4, 16, 256][self.below(4)].min(text.len() - start);
        start..start + self.below(most + 1)
    }

    /// All of a short text; of a long one, some of its parts.
    fn stretch(&mut self, text: &[u8]) -> Vec<u8> {
        if text.len() < 2048 {
            return text.to_vec();
        }
        let part = |at: usize| text[..at].windows(2).rposition(|ends| ends == b"\n\n");
        let mut some = Vec::new();
        for _ in 0..=self.below(3) {
            let at = self.below(text.len());
            let start = part(at).map_or(0, |at| at + 1);
            let end = (start + 64 + self.below(1024)).min(text.len());
            let rest = text[end..].windows(2).position(|ends| ends == b"\n\n");
            some.extend_from_slice(&text[start..rest.map_or(text.len(), |at| end + at + 1)]);
        }
        some
    }

    fn change(&mut self, text: &mut Vec<u8>, corpus: &[&[u8]]) {
        let at = self.below(text.len() + 1);
        match self.below(9) {
            0 if at < text.len() => text[at] ^= 1 << self.below(8),
            1 => text.insert(at, self.byte()),
            2 | 3 => {
                let range = self.range(text);
                text.drain(range);
            }
            4 => {
                let piece = text[self.range(text)].to_vec();
                text.splice(at..at, piece);
            }
            5 if !corpus.is_empty() => {
                let other = corpus[self.below(corpus.len())];
                text.splice(at..at, other[self.range(other)].iter().copied());
            }
            6 => {
                let (from, to) = (self.range(text), self.range(text));
                let piece = text[from].to_vec();
                text.splice(to, piece);
            }
            7 if self.below(8) == 0 => text.truncate(at),
            _ => {
                let word = WORDS[self.below(WORDS.len())];
                text.splice(at..at, word.iter().copied());
            }
        }
    }
}
