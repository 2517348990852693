//! An SVG picture read back: cards, lines and where they are, in whole.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

/// What is held to be touching, in pixels.
const NEAR: f64 = 0.5;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    pub(super) fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Whether a point common to both is inside of both.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn contains(self, other: Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

pub(super) struct Card {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) rect: Rect,
    /// Of each line its class, its beginning and its text.
    pub(super) text: Vec<(String, (f64, f64), String)>,
}

/// The class of a line, the numbers of the cards that it meets, and of those that
/// its head does.
pub(super) type Meets = (String, BTreeSet<usize>, BTreeSet<usize>);

/// A stretch of a line, from a point to a point.
pub(super) type Stretch = ((f64, f64), (f64, f64));

/// A line with its head, or one from a card to several.
pub(super) struct Line {
    pub(super) class: String,
    pub(super) dashes: String,
    pub(super) stretches: Vec<Stretch>,
    /// Which of them are its own; its head is of the others.
    pub(super) own: usize,
    /// The middles of circles, with their radius.
    pub(super) circles: Vec<((f64, f64), f64)>,
}

pub(super) struct Picture {
    pub(super) page: Rect,
    pub(super) cards: Vec<Card>,
    pub(super) lines: Vec<Line>,
    /// What else there is, by its corners.
    pub(super) others: Vec<Rect>,
}

fn number(node: Node<'_, '_>, key: &str) -> f64 {
    let text = node.attribute(key).unwrap_or("0");
    text.parse().expect("a number")
}

fn rect(node: Node<'_, '_>, (x, y): (f64, f64)) -> Rect {
    let (left, top) = (x + number(node, "x"), y + number(node, "y"));
    Rect {
        left,
        top,
        right: left + number(node, "width"),
        bottom: top + number(node, "height"),
    }
}

/// The stretches of a path of straight lines.
fn stretches(path: &str, (x, y): (f64, f64)) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let (mut start, mut at) = ((x, y), (x, y));
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic());
        let (own, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
        rest = after;
        let numbers: Vec<f64> = own[1..]
            .split([' ', ','])
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect();
        let to = match (command, &numbers[..]) {
            ('M' | 'L', [across, down]) => (x + across, y + down),
            ('H', [across]) => (x + across, at.1),
            ('V', [down]) => (at.0, y + down),
            ('Z', []) => start,
            _ => unreachable!("not a path of straight lines: {path}"),
        };
        if command == 'M' {
            start = to;
        } else {
            stretches.push((at, to));
        }
        at = to;
    }
    stretches
}

impl Picture {
    pub(super) fn read(svg: &str) -> Self {
        let document = Document::parse(svg).expect("well formed");
        let root = document.root_element();
        let page: Vec<f64> = root
            .attribute("viewBox")
            .expect("a view box")
            .split(' ')
            .map(|number| number.parse().expect("a number"))
            .collect();
        let mut picture = Self {
            page: Rect {
                left: page[0],
                top: page[1],
                right: page[0] + page[2],
                bottom: page[1] + page[3],
            },
            cards: Vec::new(),
            lines: Vec::new(),
            others: Vec::new(),
        };
        picture.gather(root, (0.0, 0.0), false);
        picture
    }

    fn gather(&mut self, node: Node<'_, '_>, at: (f64, f64), is_chart: bool) {
        for child in node.children().filter(Node::is_element) {
            let class = child.attribute("class").unwrap_or("");
            match child.tag_name().name() {
                "g" if class == "card" => self.cards.push(card(child, at)),
                "g" => {
                    let by = child.attribute("transform").map_or((0.0, 0.0), moved);
                    self.gather(child, (at.0 + by.0, at.1 + by.1), true);
                }
                "path" => {
                    let stretches = stretches(child.attribute("d").expect("a path"), at);
                    if !is_chart {
                        let corners = stretches.iter().flat_map(|&(a, b)| [a, b]);
                        self.others.extend(corners.map(|(x, y)| Rect {
                            left: x,
                            top: y,
                            right: x,
                            bottom: y,
                        }));
                    } else if let Some(class) = class.strip_prefix("line ") {
                        self.lines.push(Line {
                            class: class.to_owned(),
                            dashes: child.attribute("stroke-dasharray").unwrap_or("").to_owned(),
                            own: stretches.len(),
                            stretches,
                            circles: Vec::new(),
                        });
                    } else {
                        self.head(class).stretches.extend(stretches);
                    }
                }
                "circle" => {
                    let (x, y) = (at.0 + number(child, "cx"), at.1 + number(child, "cy"));
                    let radius = number(child, "r");
                    if is_chart {
                        let line = self.head(class);
                        line.circles.push(((x, y), radius));
                        line.stretches.push(((x - radius, y), (x + radius, y)));
                        line.stretches.push(((x, y - radius), (x, y + radius)));
                    }
                }
                "rect" => self.others.push(rect(child, at)),
                "text" => {
                    let (x, y) = (at.0 + number(child, "x"), at.1 + number(child, "y"));
                    self.others.push(Rect {
                        left: x,
                        top: y - 8.0,
                        right: x,
                        bottom: y,
                    });
                }
                _ => {}
            }
        }
    }

    /// The line last drawn, whose head this is.
    fn head(&mut self, class: &str) -> &mut Line {
        let line = self.lines.last_mut().expect("a head after its line");
        assert_eq!(line.class, class, "a head of another line");
        line
    }

    /// The cards that a stretch comes near to.
    fn near(&self, (a, b): Stretch, by_left: &[usize], widest: f64) -> Vec<(usize, bool)> {
        let own = Rect {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        };
        let first = by_left
            .partition_point(|&at| self.cards[at].rect.left < own.left - widest - 2.0 * NEAR);
        let cards = by_left[first..].iter().copied();
        cards
            .take_while(|&at| self.cards[at].rect.left <= own.right + 2.0 * NEAR)
            .filter(|&at| self.cards[at].rect.grown(NEAR).overlaps(own.grown(1e-6)))
            .map(|at| {
                (
                    at,
                    self.cards[at].rect.grown(-NEAR).overlaps(own.grown(1e-6)),
                )
            })
            .collect()
    }

    /// What is wrong with where things are; and what each line meets.
    pub(super) fn judged(&self) -> (Vec<String>, Vec<Meets>) {
        let mut wrong = Vec::new();
        let mut by_left: Vec<usize> = (0..self.cards.len()).collect();
        by_left.sort_by(|&a, &b| self.cards[a].rect.left.total_cmp(&self.cards[b].rect.left));
        let widths = self
            .cards
            .iter()
            .map(|card| card.rect.right - card.rect.left);
        let widest = widths.fold(0.0, f64::max);
        for (at, &a) in by_left.iter().enumerate() {
            let a = &self.cards[a];
            for &b in &by_left[at + 1..] {
                let b = &self.cards[b];
                if b.rect.left > a.rect.right + NEAR {
                    break;
                }
                if a.rect.grown(NEAR).overlaps(b.rect) {
                    wrong.push(format!("cards {} and {} overlap", a.number, b.number));
                }
            }
            if !self.page.contains(a.rect) {
                wrong.push(format!("card {} is off the page", a.number));
            }
            for (_, (x, y), text) in &a.text {
                let is_in = (a.rect.left..a.rect.right).contains(x)
                    && (a.rect.top..a.rect.bottom).contains(y);
                if !is_in {
                    wrong.push(format!("{text:?} is not on card {}", a.number));
                }
            }
        }
        for other in &self.others {
            if !self.page.contains(*other) {
                wrong.push(format!("{other:?} is off the page"));
            }
        }
        let mut meets = Vec::new();
        for line in &self.lines {
            let (mut met, mut by_head) = (BTreeSet::new(), BTreeSet::new());
            for (at, &stretch) in line.stretches.iter().enumerate() {
                for (card, is_through) in self.near(stretch, &by_left, widest) {
                    met.insert(self.cards[card].number);
                    if at >= line.own {
                        by_head.insert(self.cards[card].number);
                    }
                    if is_through {
                        wrong.push(format!(
                            "a {} line runs through card {}: {stretch:?} {:?}",
                            line.class, self.cards[card].number, self.cards[card].rect
                        ));
                    }
                }
                for (x, y) in [stretch.0, stretch.1] {
                    let point = Rect {
                        left: x,
                        top: y,
                        right: x,
                        bottom: y,
                    };
                    if !self.page.contains(point) {
                        wrong.push(format!("a {} line leaves the page", line.class));
                    }
                }
            }
            if !is_whole(&line.stretches) {
                wrong.push(format!("a {} line is in pieces", line.class));
            }
            meets.push((line.class.clone(), met, by_head));
        }
        meets.sort_unstable();
        (wrong, meets)
    }
}

/// Whether all stretches hang together.
fn is_whole(stretches: &[Stretch]) -> bool {
    let touch = |&(a, b): &Stretch, &(c, d): &Stretch| {
        let rect = |a: (f64, f64), b: (f64, f64)| Rect {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        };
        rect(a, b).grown(0.1).overlaps(rect(c, d).grown(0.1))
    };
    let mut reached = vec![false; stretches.len()];
    let mut next = Vec::from_iter((!stretches.is_empty()).then_some(0));
    while let Some(at) = next.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            let others = (0..stretches.len()).filter(|&other| !reached[other]);
            next.extend(others.filter(|&other| touch(&stretches[at], &stretches[other])));
        }
    }
    reached.into_iter().all(|reached| reached)
}

fn moved(transform: &str) -> (f64, f64) {
    let numbers = transform
        .strip_prefix("translate(")
        .and_then(|numbers| numbers.strip_suffix(')'));
    let numbers: Vec<f64> = numbers
        .expect("only moved")
        .split(' ')
        .map(|number| number.parse().expect("a number"))
        .collect();
    (numbers[0], numbers[1])
}

fn card(node: Node<'_, '_>, at: (f64, f64)) -> Card {
    let number_of = |id: &str| id.strip_prefix("post-").and_then(|of| of.parse().ok());
    let mut card = Card {
        number: node.attribute("id").and_then(number_of).expect("an id"),
        name: String::new(),
        rect: Rect {
            left: 0.0,
            top: 0.0,
            right: 0.0,
            bottom: 0.0,
        },
        text: Vec::new(),
    };
    let mut has_ground = false;
    for child in node.children().filter(Node::is_element) {
        let text = child.text().unwrap_or("");
        match child.tag_name().name() {
            "title" => text.clone_into(&mut card.name),
            "rect" if !std::mem::replace(&mut has_ground, true) => card.rect = rect(child, at),
            "text" => card.text.push((
                child.attribute("class").unwrap_or("").to_owned(),
                (at.0 + number(child, "x"), at.1 + number(child, "y")),
                text.to_owned(),
            )),
            _ => {}
        }
    }
    assert!(has_ground, "a card without its ground");
    card
}
