//! What hostile input costs: twice the input at most two and a half times the
//! allocations and their bytes, and memory bounded by the input.

use std::fmt::Write;

use allocation_counter::{AllocationInfo, measure};
use answerable::{Document, Organisation, Organogram};

/// The most memory held at once, for each byte of input: where every few bytes
/// are a fault, each of them is told with its place.
const MOST: u64 = 512;

fn json(text: &str) -> Option<Document> {
    serde_json::from_str(text).ok()
}

fn toml(text: &str) -> Option<Document> {
    Document::from_toml(text)
        .map_err(|error| error.to_string())
        .ok()
}

fn senior(text: &str) -> Option<Document> {
    let organogram = Organogram::read(text.as_bytes());
    let organogram = organogram.map_err(|error| error.to_string());
    organogram.map(Organogram::into_document).ok()
}

/// What reading, salvaging and telling every problem costs.
fn cost(read: fn(&str) -> Option<Document>, text: &str) -> AllocationInfo {
    measure(|| {
        let Some(document) = read(text) else { return };
        let salvage = Organisation::salvage(document);
        let told: usize = salvage
            .problems
            .iter()
            .map(|problem| problem.to_string().len())
            .sum();
        assert!(told >= salvage.problems.len());
    })
}

/// `item` for each number, between a beginning and an end.
fn each(count: usize, begin: &str, item: impl Fn(usize) -> String, end: &str) -> String {
    let mut text = String::from(begin);
    for at in 0..count {
        let comma = if at > 0 && end.ends_with('}') {
            ","
        } else {
            ""
        };
        write!(text, "{comma}{}", item(at)).expect("text");
    }
    text + end
}

type Shape = (
    &'static str,
    fn(&str) -> Option<Document>,
    fn(usize) -> String,
);

const SHAPES: [Shape; 24] = [
    ("a chain", json, |n| {
        each(
            n,
            "{\"post\":{",
            |at| {
                format!(
                    "\"p{at}\":{{\"title\":\"P\",\"operational\":\"p{}\"}}",
                    at + 1
                )
            },
            ",\"x\":{}}}",
        )
    }),
    ("a circle", json, |n| {
        each(
            n,
            "{\"post\":{",
            |at| {
                format!(
                    "\"p{at}\":{{\"title\":\"P\",\"clinical\":\"p{}\"}}",
                    (at + 1) % n
                )
            },
            "}}",
        )
    }),
    ("a circle of units", json, |n| {
        each(
            n,
            "{\"unit\":{",
            |at| format!("\"u{at}\":{{\"within\":\"u{}\"}}", (at + 1) % n),
            "}}",
        )
    }),
    ("posts that are no tables", json, |n| {
        each(n, "{\"post\":{", |at| format!("\"p{at}\":[[]]"), "}}")
    }),
    ("unknown posts", json, |n| {
        each(
            n,
            "{\"post\":{",
            |at| format!("\"p{at}\":{{\"title\":\"P\",\"advises\":[\"P0{at}\"]}}"),
            "}}",
        )
    }),
    ("unknown keys", json, |n| {
        each(n, "{", |at| format!("\"k{at}\":1"), "}")
    }),
    ("unknown keys of a post", json, |n| {
        each(
            n,
            "{\"post\":{\"a\":{",
            |at| format!("\"titel{at}\":1"),
            "}}}",
        )
    }),
    ("one key again and again", json, |n| {
        each(
            n,
            "{\"post\":{\"a\":{",
            |at| format!("\"title\":\"{at}\""),
            "}}}",
        )
    }),
    ("one title again and again", json, |n| {
        each(n, "{", |at| format!("\"title\":\"{at}\""), "}")
    }),
    ("one table again and again, then another", json, |n| {
        each(
            n,
            "{",
            |at| {
                (if at < n / 2 {
                    "\"post\":{}"
                } else {
                    "\"unit\":{}"
                })
                .to_owned()
            },
            "}",
        )
    }),
    ("one post again and again", json, |n| {
        each(
            n,
            "{\"post\":{",
            |at| format!("\"a\":{{\"title\":\"{at}\"}}"),
            "}}",
        )
    }),
    ("one label again and again", json, |n| {
        each(
            n,
            "{\"post\":{\"a\":{\"title\":\"A\",\"labels\":{",
            |at| format!("\"x\":\"{at}\""),
            "}}}}",
        )
    }),
    ("headships of one kind and unit", json, |n| {
        let heads = each(
            n,
            "{\"head\":[{}",
            |_| ",{\"kind\":\"clinical\",\"unit\":\"u\",\"post\":\"a\"}".to_owned(),
            "]",
        );
        heads + ",\"unit\":{\"u\":{}},\"post\":{\"a\":{\"title\":\"A\"}}}"
    }),
    ("a list of one deputy", json, |n| {
        let begin = "{\"post\":{\"a\":{\"title\":\"A\",\"deputies\":[\"b\"";
        each(n, begin, |_| ",\"b\"".to_owned(), "]") + "},\"b\":{\"title\":\"B\"}}}"
    }),
    ("settings side by side", json, |n| {
        each(
            n,
            "{\"findings\":{\"allow\":{",
            |at| format!("\"no-deputy{at}\":[{{}}]"),
            "}}}",
        )
    }),
    ("a text of escapes", json, |n| {
        each(n, "{\"title\":\"", |_| "\\u202e".to_owned(), "\"") + "}"
    }),
    ("lines of no syntax", toml, |n| {
        each(n, "", |_| "= \n".to_owned(), "\n")
    }),
    ("one table of TOML again and again", toml, |n| {
        each(n, "", |_| "[post.a]\n".to_owned(), "\n")
    }),
    ("faults on one long line", toml, |n| {
        each(
            n,
            "[post.a]\ntitle = \"A\"\nadvises = [",
            |_| "1, ".to_owned(),
            "]\n",
        )
    }),
    ("faults on many lines", toml, |n| {
        each(
            n,
            "[post.a]\ntitle = \"A\"\n",
            |at| format!("k{at} = 1\n"),
            "\n",
        )
    }),
    ("ragged rows", senior, |n| {
        each(
            n,
            "Post Unique Reference,Name,Job Title,Reports to Senior Post\n",
            |at| format!("p{at},\n"),
            "\n",
        )
    }),
    ("one reference again and again", senior, |n| {
        each(
            n,
            "Post Unique Reference,Name,Job Title,Reports to Senior Post\n",
            |at| format!("p,,T{at},XX\n"),
            "\n",
        )
    }),
    ("quotation marks astray", senior, |n| {
        each(
            n,
            "Post Unique Reference,Name,Job Title,Reports to Senior Post\n",
            |_| "\"a\"b\n".to_owned(),
            "\n",
        )
    }),
    ("one heading again and again", senior, |n| {
        each(
            n,
            "Post Unique Reference,Job Title,Reports to Senior Post",
            |_| ",Name".to_owned(),
            "\n",
        )
    }),
];

#[test]
fn law_35_twice_the_hostile_input_costs_at_most_two_and_a_half_times() {
    const COUNT: usize = 2_000;
    let mut wrong = String::new();
    for (name, read, shape) in SHAPES {
        let (one, two) = (shape(COUNT), shape(2 * COUNT));
        let (of_one, of_two) = (cost(read, &one), cost(read, &two));
        let is_linear = |one: u64, two: u64| 2 * two <= 5 * one + 100;
        let fits = of_two.bytes_max <= MOST * two.len() as u64;
        if !is_linear(of_one.count_total, of_two.count_total)
            || !is_linear(of_one.bytes_total, of_two.bytes_total)
            || !fits
        {
            writeln!(
                wrong,
                "{name}: {of_one:?} {of_two:?} of {} bytes",
                two.len()
            )
            .expect("text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The room in which a record is read serves the next: what allocates is what is
/// kept, and that is in few pieces.
#[test]
fn sound_json_takes_few_allocations() {
    let text = each(
        10_000,
        "{\"post\":{",
        |at| format!("\"p{at}\":{{\"title\":\"Post\",\"operational\":\"p0\",\"grade\":\"8a\"}}"),
        "}}",
    );
    let text = text.replacen("\"operational\":\"p0\",", "", 1);
    let taken = measure(|| {
        let org: Organisation = serde_json::from_str(&text).expect("sound");
        assert_eq!(org.posts().len(), 10_000);
    });
    assert!(taken.count_total < 1_000, "{taken:?}");
}
