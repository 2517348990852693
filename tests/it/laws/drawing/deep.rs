//! Law 34 on charts: none is too deep or too wide for a small stack.

use std::io;

use answerable::{
    Accountability::{Clinical, Operational, Professional},
    Direction, Organisation, PostRecord,
};

use super::super::deep::on_a_small_stack;

const DEEP: usize = 1_000_000;
const MANY: usize = 100_000;

fn made(posts: usize, above: impl Fn(usize) -> Option<usize>) -> Organisation {
    let records = (0..posts).map(|post| {
        let record = PostRecord::new(format!("p{post}"), "Post");
        match above(post) {
            Some(above) => record.accountable_to(format!("p{above}"), Operational),
            None => record,
        }
    });
    Organisation::from_posts(records).expect("sound")
}

fn draw(org: &Organisation, other: Direction) {
    let mut charts = vec![
        org.chart().growing(Direction::Down),
        org.chart().growing(other).with_deputies().with_links(),
        org.chart().to_depth(3),
        org.chart().at_most(10),
        org.post("p0").expect("it is there").chart().to_depth(9),
        org.posts().last().expect("there is one").chart(),
    ];
    // Of the largest these are the first chart again, and that of tops alone.
    if org.posts().len() < DEEP {
        charts.push(org.chart().kinds([Clinical]));
        charts.push(org.post("p0").expect("it is there").chart());
    }
    for (at, chart) in charts.into_iter().enumerate() {
        // Which way it grows is one word in DOT.
        if at != 1 || org.posts().len() < DEEP {
            chart.dot().write_to(io::sink()).expect("a sink takes all");
        }
        chart.svg().write_to(io::sink()).expect("a sink takes all");
        assert!(!format!("{:?}", chart.clone().kinds([])).is_empty());
    }
}

#[test]
fn law_34_a_chart_of_a_chain() {
    on_a_small_stack(|| draw(&made(DEEP, |post| post.checked_sub(1)), Direction::Right));
}

#[test]
fn law_34_a_chart_of_a_fan() {
    on_a_small_stack(|| {
        draw(
            &made(MANY, |post| (post > 0).then_some(0)),
            Direction::Right,
        );
    });
}

#[test]
fn law_34_a_chart_of_tops_alone() {
    on_a_small_stack(|| draw(&made(MANY, |_| None), Direction::Right));
}

#[test]
fn law_34_a_chart_of_a_chain_with_other_lines() {
    let records = (0..MANY).map(|post| {
        let record = PostRecord::new(format!("p{post}"), "Post");
        if post < 3 {
            return record;
        }
        record
            .accountable_to(format!("p{}", post - 1), Operational)
            .accountable_to(format!("p{}", post - 3), Professional)
            .accountable_to("p2", Clinical)
            .deputised_by(["p2"])
    });
    let org = Organisation::from_posts(records.collect::<Vec<_>>()).expect("sound");
    on_a_small_stack(move || {
        for direction in [Direction::Down, Direction::Right] {
            let chart = org.chart().growing(direction);
            chart.svg().write_to(io::sink()).expect("a sink takes all");
        }
    });
}
