//! How long does it take at the scale of a national health service, and how much
//! memory?
//!
//! ```text
//! cargo bench --bench at_scale [-- --posts N] [--json FILE] [--counted-only]
//! ```
//!
//! Each question is put in turn to this crate, to what a user of petgraph would
//! write, and to bare arrays, which no answer can be faster than. Times are
//! medians of the time the thread had, asked once the caches are warm; ratios are
//! medians of the ratios of each round, so a busy machine changes them little.
//! Answers are compared first. A bar that is missed makes it fail; with
//! `--counted-only`, which has few rounds, only those of bytes and allocations do.
//! `--test` is that with 1,000 posts. Steps are counted by the laws of cost, in the
//! crate's own tests.

mod agree;
/// The crate's own: finding circles is part of making an organisation, and is timed
/// apart here. It stands on `document` and `steps`.
#[path = "../../src/organisation/circles.rs"]
mod circles;
mod clock;
mod cover;
mod covering;
mod dice;
mod floor;
mod lines;
mod loading;
mod made;
mod measured;
mod memory;
mod parallel;
mod plan;
mod probe;
mod questions;
mod rows;
mod table;
mod text;
mod user;
mod words;
mod world;
mod writing;

mod document {
    pub(crate) use crate::dice::{NONE, number};
}

mod steps {
    /// Nothing is counted here.
    #[inline]
    pub(crate) fn step() {}
}

use std::process::ExitCode;

use allocation_counter::opt_out;

use covering::Day;
use dice::real;
use made::Made;
use table::Report;
use world::World;

/// The organisation to which larger ones are compared.
const SMALL: usize = 1_000;

struct Options {
    posts: usize,
    json: Option<String>,
    counted_only: bool,
    rounds: usize,
}

impl Options {
    fn of(words: &[String]) -> Self {
        let has = |flag: &str| words.iter().any(|word| word == flag);
        let known = ["--posts", "--json", "--counted-only", "--test", "--bench"];
        let mut before = None;
        for word in words {
            let is_value = matches!(before, Some("--posts" | "--json"));
            assert!(is_value || known.contains(&&**word), "no option `{word}`");
            before = Some(&**word).filter(|_| !is_value);
        }
        let after = |flag: &str| {
            let at = words.iter().position(|word| word == flag)?;
            words.get(at + 1).cloned()
        };
        let posts = after("--posts").map(|posts| {
            let posts = posts.replace(['_', ','], "");
            posts.parse().expect("`--posts` is followed by a number")
        });
        assert!(
            posts.is_none_or(|posts| posts >= SMALL),
            "{SMALL} posts at least"
        );
        // `cargo bench` says `--bench`; whoever else runs it wants no long run.
        let is_test = has("--test") || (posts.is_none() && !has("--bench"));
        Self {
            posts: posts.unwrap_or(if is_test { SMALL } else { 1_500_000 }),
            json: after("--json"),
            counted_only: is_test || has("--counted-only"),
            rounds: if is_test || has("--counted-only") {
                3
            } else {
                21
            },
        }
    }
}

/// All questions on one organisation of so many posts.
fn measured(posts: usize, rounds: usize) -> Report {
    let made = Made::new(posts);
    let text = made.json(3);
    let json = text.as_bytes();
    let heading = heading(&made, text.len());
    let (org, user, mut counted) = memory::loaded(json, posts);
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    // Whole organisations take long where they are large.
    let few = if posts > 200_000 {
        rounds.min(3)
    } else {
        rounds
    };
    let world = World::new(&made, &org, &user, rounds);
    let day = Day::of(&world);
    counted.extend(day.allocations());
    opt_out(|| {
        agree::on_lines(&world);
        day.agree();
        rows.extend(loading::from_json(json, real(posts), few));
        rows.push(loading::from_csv(&world, few));
        rows.push(loading::validate(&world));
        rows.push(loading::made(&world, few));
        rows.push(questions::find(&world));
        rows.extend(questions::on_lines(&world));
        rows.extend(day.rows());
        rows.push(loading::to_petgraph(&world));
        rows.push(writing::save(&world, few));
        rows.push(writing::tree(&world, few));
        rows.push(writing::findings(&world, few));
        let (row, note) = parallel::chains(&world);
        rows.push(row);
        notes.push(note);
    });
    Report {
        heading,
        rows,
        counted,
        notes,
    }
}

fn heading(made: &Made, bytes: usize) -> Vec<String> {
    let [operational, professional, clinical] = made.lines();
    let deputised = made.deputies.iter().filter(|own| !own.is_empty()).count();
    vec![
        format!(
            "{} posts, {} chief executives, {} units; {} layers; {:.1} MB of JSON, {:.0} bytes a post",
            made.posts(),
            made.chiefs.len(),
            made.units.len(),
            made.deepest,
            real(bytes) / 1e6,
            real(bytes) / real(made.posts()),
        ),
        format!(
            "lines: {operational} operational, {professional} professional, {clinical} clinical; \
             {} headships",
            made.heads.len()
        ),
        format!(
            "{} posts name a holder, {deputised} have deputies; {} distinct titles",
            made.holders(),
            made.titles.len(),
        ),
    ]
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let options = Options::of(&words);
    let mut report = measured(options.posts, options.rounds);
    if options.posts > SMALL {
        let small = measured(SMALL, options.rounds);
        for (row, before) in report.rows.iter_mut().zip(&small.rows) {
            row.grow_from(before);
        }
    }
    report.print();
    if let Some(file) = &options.json {
        let text = format!("{:#}\n", report.json());
        std::fs::write(file, text).expect("the file can be written");
    }
    let is_met = report.is_counted_met() && (options.counted_only || report.is_timed_met());
    if is_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
