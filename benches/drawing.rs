//! How long does a picture take?
//!
//! ```text
//! cargo bench --bench drawing
//! ```
//!
//! Times are medians, in milliseconds. Bars are ratios in one run, but for the
//! first; one that is missed makes it fail. Graphviz is timed where `dot` is
//! installed.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use answerable::Accountability::{Clinical, Operational, Professional};
use answerable::{Chart, Organisation, PostRecord};
use dot_writer::{Attributes, DotWriter};
use peak_alloc::PeakAlloc;

const TITLES: [&str; 6] = [
    "General Manager",
    "Matron, Children's Ward",
    "Clinical Lead, General Paediatrics",
    "Associate Director of Nursing and Quality",
    "Ward Manager",
    "Consultant",
];

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// How many bytes more than before `run` held at its most.
fn peak(run: impl FnOnce()) -> usize {
    let before = HEAP.current_usage();
    HEAP.reset_peak_usage();
    run();
    HEAP.peak_usage() - before
}

/// What writing the DOT of so many posts holds beside the organisation, in bytes,
/// where a holder's name has so many letters; and how many bytes are written.
fn dot_memory(posts: usize, letters: usize) -> (usize, usize) {
    let records = (0..posts).map(|at| {
        let record = PostRecord::new(format!("post-{at}"), TITLES[at % TITLES.len()])
            .held_by("x".repeat(letters));
        match at {
            0 => record,
            at => record.accountable_to(format!("post-{}", (at - 1) / 7), Operational),
        }
    });
    let org = Organisation::from_posts(records.collect::<Vec<_>>()).expect("sound");
    let chart = org.chart();
    let held = peak(|| chart.dot().write_to(io::sink()).expect("a sink takes all"));
    (held, chart.dot().to_string().len())
}

/// That what is held does not grow with what is written.
fn check_dot_memory(posts: usize) -> String {
    let (short, written) = dot_memory(posts, 10);
    let (long, more_written) = dot_memory(posts, 1_000);
    let grown = long.saturating_sub(short);
    assert!(
        more_written > 2 * written && grown < 16 * 1024,
        "memory grows with what is written: {short} bytes for {written}, {long} for {more_written}"
    );
    format!("{posts} posts, DOT of {written} and {more_written} bytes: {grown} bytes more held")
}

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap_or(0)
    }
}

/// Posts of whom each manages two to nine; two in five answer professionally to
/// another, one in ten clinically, one in ten has a deputy.
fn organisation(posts: usize) -> Organisation {
    let mut numbers = Numbers(0x5eed);
    let (mut manager, mut left) = (0, 5);
    let records = (0..posts).map(|at| {
        let record = PostRecord::new(format!("post-{at}"), TITLES[numbers.below(TITLES.len())]);
        let mut record = record.graded("Band 7").held_by(format!("Holder {at}"));
        if at == 0 {
            return record.none_above("head of the organisation");
        }
        if left == 0 {
            (manager, left) = (manager + 1, 2 + numbers.below(8));
        }
        left -= 1;
        record = record.accountable_to(format!("post-{manager}"), Operational);
        let senior = numbers.below(at / 3 + 1);
        if at % 5 < 2 && senior != at {
            record = record.accountable_to(format!("post-{senior}"), Professional);
        }
        if at % 10 == 3 && senior != at {
            record = record.accountable_to(format!("post-{senior}"), Clinical);
        }
        let deputy = numbers.below(posts);
        if at % 10 == 7 && deputy != at {
            record = record.deputised_by([format!("post-{deputy}")]);
        }
        record
    });
    Organisation::from_posts(records.collect::<Vec<_>>()).expect("sound")
}

/// The median of some runs, in milliseconds.
fn time(runs: usize, run: impl FnMut()) -> f64 {
    time_both(runs, run, || ()).0
}

/// The medians of two in turn, so that a noisy machine slows both.
fn time_both(runs: usize, mut one: impl FnMut(), mut other: impl FnMut()) -> (f64, f64) {
    let took = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1_000.0
    };
    let (mut ones, mut others): (Vec<f64>, Vec<f64>) = (0..runs)
        .map(|_| (took(&mut one), took(&mut other)))
        .unzip();
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[runs / 2]
    };
    (median(&mut ones), median(&mut others))
}

fn svg(chart: &Chart<'_>, runs: usize) -> f64 {
    time(runs, || {
        chart.svg().write_to(io::sink()).expect("a sink takes all");
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\'', "&#39;")
}

/// The same graph as a user of dot-writer would write it: the same nodes, edges,
/// labels and attributes, in the order of the records.
fn raw_dot(org: &Organisation, out: &mut dyn io::Write) {
    let mut sink = io::BufWriter::with_capacity(64 * 1024, out);
    let mut writer = DotWriter::from(&mut sink);
    let mut graph = writer.digraph();
    for (at, post) in org.posts().enumerate() {
        let about: Vec<String> = post.holders().map(|holder| holder.to_string()).collect();
        let about = format!(
            "{} · {}",
            about.join(" · "),
            post.grade().unwrap_or_default()
        );
        let title = escaped(post.title());
        let label = format!(
            "<<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" \
             COLOR=\"#768692\" BGCOLOR=\"#FFFFFF\"><TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" \
             CELLSPACING=\"0\" CELLPADDING=\"2\"><TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">\
             <FONT POINT-SIZE=\"11\"><B>{title}</B></FONT></TD></TR><TR><TD ALIGN=\"LEFT\" \
             BALIGN=\"LEFT\"><FONT POINT-SIZE=\"10\" COLOR=\"#4C6272\">{}</FONT></TD></TR>\
             </TABLE></TD></TR></TABLE>>",
            escaped(&about)
        );
        graph
            .node_named(format!("\"{}\"", post.id()))
            .set("id", &format!("post-{}", at + 1), true)
            .set("label", &label, false);
    }
    for post in org.posts() {
        for kind in [Operational, Professional, Clinical] {
            let Some(line) = post.superior(kind).line() else {
                continue;
            };
            let (from, to) = (
                format!("\"{}\"", post.id()),
                format!("\"{}\"", line.to().id()),
            );
            let ends = if kind == Operational {
                (to, from)
            } else {
                (from, to)
            };
            let mut edge = graph.edge(ends.0, ends.1).attributes();
            edge.set("class", kind.as_str(), true);
            let (style, colour, width) = match kind {
                Professional => ("dashed", "#0072B2", "1.2"),
                Clinical => ("dotted", "#D55E00", "1.8"),
                _ => ("solid", "#3B4A54", "1.4"),
            };
            if kind == Operational {
                edge.set("dir", "none", false)
                    .set("weight", "10", false)
                    .set("tailport", "e", false)
                    .set("headport", "w", false);
            }
            edge.set("style", style, false)
                .set("color", colour, true)
                .set("penwidth", width, false);
            if kind != Operational {
                edge.set("arrowhead", "vee", false)
                    .set("arrowsize", "0.55", false)
                    .set("constraint", "false", false);
            }
        }
    }
}

/// What Graphviz takes to draw it, if it is installed.
fn graphviz(dot: &str) -> Option<f64> {
    let start = Instant::now();
    let mut child = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(dot.as_bytes()).ok()?;
    child.wait().ok()?;
    Some(start.elapsed().as_secs_f64() * 1_000.0)
}

struct Row {
    what: &'static str,
    took: f64,
    against: Option<(f64, f64, bool)>,
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |what, took, against| {
        rows.push(Row {
            what,
            took,
            against,
        });
    };
    let small = organisation(26);
    let took = svg(&small.chart().with_deputies(), 101);
    row(
        "26 posts, every line: SVG (at most 2 ms)",
        took,
        Some((took, 2.0, true)),
    );
    let some = organisation(2_000);
    let (all, plain) = (
        some.chart().with_deputies(),
        some.chart().kinds([Operational]),
    );
    let (every, operational) = (svg(&all, 21), svg(&plain, 21));
    row("2,000 posts, operational lines: SVG", operational, None);
    let ratio = every / operational;
    row(
        "2,000 posts, every line: SVG (at most 20 x operational)",
        every,
        Some((ratio, 20.0, true)),
    );
    let dot = all.dot().to_string();
    if let Some(took) = graphviz(&dot) {
        let faster = took / every;
        row(
            "2,000 posts, every line: dot -Tsvg (at least 50 x SVG)",
            took,
            Some((faster, 50.0, false)),
        );
    }
    let many = organisation(100_000);
    let plain = many.chart().kinds([Operational]);
    row(
        "100,000 posts, operational lines: SVG",
        svg(&plain, 3),
        None,
    );
    let all = many.chart();
    let mut text = Vec::new();
    raw_dot(&many, &mut text);
    let size = all.dot().to_string().len();
    assert!(size.abs_diff(text.len()) < size / 50, "not the same graph");
    let (raw, ours) = time_both(
        9,
        || raw_dot(&many, &mut io::sink()),
        || all.dot().write_to(io::sink()).expect("a sink takes all"),
    );
    row("100,000 posts, every line: a user's dot-writer", raw, None);
    row(
        "100,000 posts, every line: DOT (at most 1.3 x that)",
        ours,
        Some((ours / raw, 1.3, true)),
    );
    black_box(rows)
}

fn main() -> ExitCode {
    // Run once by `cargo test`, and by `cargo bench -- --test`: nothing is timed.
    if std::env::args().any(|word| word == "--test") {
        let org = organisation(300);
        let chart = org.chart().with_deputies();
        assert!(chart.svg().to_string().contains("Matron"));
        assert!(chart.dot().to_string().contains("Matron"));
        println!("{}", check_dot_memory(3_000));
        return ExitCode::SUCCESS;
    }
    let mut table = format!("{}\n", check_dot_memory(100_000));
    let mut is_met = true;
    for Row {
        what,
        took,
        against,
    } in rows()
    {
        let mut line = format!("{took:>10.2} ms  {what}");
        if let Some((found, bar, is_most)) = against {
            let meets = if is_most { found <= bar } else { found >= bar };
            is_met &= meets;
            let word = if meets { "met" } else { "MISSED" };
            let _ = write!(line, ": {found:.2}, {word}");
        }
        table.push_str(&line);
        table.push('\n');
    }
    print!("{table}");
    if is_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
