//! The table of what was measured, for people and as JSON.

use serde_json::{Value, json};

use crate::measured::{Bar, Row};
use crate::memory::Counted;

/// All that was measured of one organisation.
pub(crate) struct Report {
    pub(crate) heading: Vec<String>,
    pub(crate) rows: Vec<Row>,
    pub(crate) counted: Vec<Counted>,
    pub(crate) notes: Vec<String>,
}

impl Report {
    pub(crate) fn is_counted_met(&self) -> bool {
        self.counted.iter().all(Counted::is_met)
    }

    pub(crate) fn is_timed_met(&self) -> bool {
        self.rows.iter().all(Row::is_met)
    }

    pub(crate) fn print(&self) {
        for line in &self.heading {
            println!("{line}");
        }
        println!(
            "\n{:<58} {:>9} {:>9} {:>9} {:>16} {:>18} {:>20}",
            "median", "answers", "floor", "petgraph", "x floor", "x faster", "x at 1,000"
        );
        for row in &self.rows {
            println!("{}", line(row));
        }
        println!("!: missed; ~: out of reach of bare arrays too, so no bar\n");
        for counted in &self.counted {
            let bar = match (counted.most, counted.least) {
                (Some(most), _) => format!("at most {most:.3}: {}", verdict(counted.is_met())),
                (None, Some(least)) => {
                    format!("at least {least:.3}: {}", verdict(counted.is_met()))
                }
                (None, None) => String::new(),
            };
            println!("{:<64} {:>9.3}  {bar}", counted.what, counted.found);
        }
        for note in &self.notes {
            println!("{note}");
        }
    }

    pub(crate) fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            json!({
                "question": row.what,
                "items": row.items,
                "nanoseconds_an_item": row.ours,
                "floor": row.floor,
                "petgraph_user": row.user,
                "times_floor": row.to_floor,
                "times_faster": row.faster,
                "times_that_at_1000": row.grown,
                "floor_times_that_at_1000": row.floor_grown,
                "bars": row.bars.iter().map(|&bar| told(row, bar)).collect::<Vec<_>>(),
                "met": row.is_met(),
            })
        });
        let counted = self.counted.iter().map(|counted| {
            json!({
                "counted": counted.what,
                "found": counted.found,
                "at_most": counted.most,
                "at_least": counted.least,
                "met": counted.is_met(),
            })
        });
        json!({
            "heading": self.heading,
            "questions": rows.collect::<Vec<_>>(),
            "counted": counted.collect::<Vec<_>>(),
            "notes": self.notes,
        })
    }
}

fn told(row: &Row, bar: Bar) -> Value {
    let (key, value) = match bar {
        Bar::Floor(most) => ("at_most_times_floor", most),
        Bar::Faster(least) => ("at_least_times_faster", least),
        Bar::Nanoseconds(most) => ("at_most_nanoseconds", most),
        Bar::Grown(most) => ("at_most_times_that_at_1000", most),
    };
    json!({ key: value, "met": row.meets(bar), "out_of_reach": row.is_out_of_reach(bar) })
}

fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "MISSED" }
}

fn line(row: &Row) -> String {
    let time =
        |each: Option<f64>| each.map_or_else(String::new, |each| told_time(each * row.items));
    let cell = |value: Option<f64>, is_here: fn(&Bar) -> bool| {
        let value = value.map_or_else(String::new, ratio);
        match row.bars.iter().find(|bar| is_here(bar)) {
            None => value,
            Some(&bar) => format!("{value} ({})", asked(row, bar)),
        }
    };
    let is_beyond = row.bars.iter().any(|&bar| row.is_out_of_reach(bar));
    let verdict = match (row.is_met(), is_beyond) {
        _ if row.bars.is_empty() => "",
        (true, true) => "met but for ~",
        (is_met, _) => verdict(is_met),
    };
    format!(
        "{:<58} {:>9} {:>9} {:>9} {:>16} {:>18} {:>20} {} {verdict}",
        row.what,
        time(Some(row.ours)),
        time(row.floor),
        time(row.user),
        cell(row.to_floor, |bar| matches!(bar, Bar::Floor(_))),
        cell(row.faster, |bar| matches!(bar, Bar::Faster(_))),
        growth(row),
        cell(None, |bar| matches!(bar, Bar::Nanoseconds(_))),
    )
}

/// What answers have grown, of what the floor has.
fn growth(row: &Row) -> String {
    let mut told = row.grown.map_or_else(String::new, ratio);
    if let Some(floor) = row.floor_grown {
        told = format!("{told} of {}", ratio(floor));
    }
    let bar = row.bars.iter().find(|bar| matches!(bar, Bar::Grown(_)));
    match bar.filter(|_| row.grown.is_some()) {
        None => told,
        Some(&bar) => format!("{told} ({})", asked(row, bar)),
    }
}

/// A bar in short, marked where it is missed or out of reach.
fn asked(row: &Row, bar: Bar) -> String {
    let mark = match row.meets(bar) {
        _ if row.is_out_of_reach(bar) => "~ ",
        true => "",
        false => "! ",
    };
    match bar {
        Bar::Floor(most) | Bar::Grown(most) => format!("{mark}<= {most}"),
        Bar::Faster(least) => format!("{mark}>= {least}"),
        Bar::Nanoseconds(most) => format!("{mark}<= {most} ns"),
    }
}

fn ratio(value: f64) -> String {
    if value < 10.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.0}")
    }
}

fn told_time(nanoseconds: f64) -> String {
    let (value, unit) = match nanoseconds {
        few if few < 1e3 => (few, "ns"),
        some if some < 1e6 => (some / 1e3, "us"),
        many => (many / 1e6, "ms"),
    };
    match value {
        small if small < 10.0 => format!("{small:.2} {unit}"),
        large => format!("{large:.0} {unit}"),
    }
}
