//! The picture as text.

use std::fmt;

use crate::draw::chart::{Chart, Direction};
use crate::draw::escape::Xml;
use crate::draw::out::Out;
use crate::draw::scene::{Mark, Scene};
use crate::draw::style::{self, Dash, Head, Look};

use super::Layout;
use super::cards::{ABOUT_LINE, Face, LEFT, TITLE_LINE, TOP, WIDTH};
use super::measure::Type;
use super::routes::{Bundle, Port, Route, Side};

/// What the picture keeps free on every side.
const MARGIN: i32 = 24;
const HEADING: Type = Type {
    size: 170,
    is_bold: true,
};
const KEY: Type = Type {
    size: 105,
    is_bold: false,
};
const KEY_LINE: i32 = 18;
/// Room for a legend, however narrow the chart is.
const NARROWEST: i32 = 420;

/// How far the head of a line reaches.
const HEAD: i32 = 8;

const STYLE: &str = "text{font-family:Arial,Helvetica,sans-serif;fill:#212B32}\
.h{font-size:17px;font-weight:bold}\
.t{font-size:11.5px;font-weight:bold}\
.a{font-size:10.5px;fill:#4C6272}\
.m{font-size:10.5px;fill:#4C6272;font-style:italic}\
.v{font-size:10.5px;fill:#B00020;font-style:italic}\
.k{font-size:10.5px}\
.line{fill:none}";

/// A place: across, along.
type At = (i32, i32);

pub(super) fn picture(chart: &Chart<'_>, scene: &Scene<'_>, layout: &Layout, out: &mut Out<'_>) {
    let (wide, high) = match layout.direction {
        Direction::Down => (layout.across, layout.along),
        Direction::Right => (layout.along, layout.across),
    };
    // Lines may run before the first card.
    let shift = layout.on_page((layout.least, 0));
    let title = chart.heading();
    let most = wide.max(NARROWEST);
    let heading = HEADING.broken(title, most.unsigned_abs());
    let key = Key::of(chart, scene, most);
    let top = MARGIN + 20 * number(heading.len()) + KEY_LINE * key.rows + 12;
    let size = (most + 2 * MARGIN, top + high + MARGIN);
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" role=\"img\" \
         aria-labelledby=\"chart-title chart-desc\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\n",
        size.0, size.1
    ));
    out.put(format_args!(
        "<title id=\"chart-title\">{}</title>\n",
        Xml(title)
    ));
    let desc = scene.description(chart.org);
    out.put(format_args!(
        "<desc id=\"chart-desc\">{}</desc>\n",
        Xml(&desc)
    ));
    out.put(format_args!("<style>{STYLE}</style>\n"));
    out.put(format_args!(
        "<rect width=\"{}\" height=\"{}\" fill=\"#FFFFFF\"/>\n",
        size.0, size.1
    ));
    for (row, line) in (0..).zip(&heading) {
        text(out, "h", MARGIN, MARGIN + 14 + 20 * row, line);
    }
    key.write(out, MARGIN + 20 * number(heading.len()));
    out.put(format_args!(
        "<g transform=\"translate({} {})\">
",
        MARGIN - shift.0,
        top - shift.1
    ));
    let pen = Pen { layout, scene };
    pen.tree(out);
    for (bundle, route) in layout.bundles.iter().zip(&layout.routes.routes) {
        if out.has_failed() {
            return;
        }
        pen.bundle(bundle, route, out);
    }
    for (at, face) in (0..).zip(&layout.faces) {
        if out.has_failed() {
            return;
        }
        pen.card(at, face, out);
    }
    out.text("</g>\n</svg>\n");
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn text(out: &mut Out<'_>, class: &str, x: i32, y: i32, text: &str) {
    out.put(format_args!(
        "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>\n",
        Xml(text)
    ));
}

struct Pen<'p, 'o> {
    layout: &'p Layout,
    scene: &'p Scene<'o>,
}

/// A place on the page.
struct Xy<'p>(&'p Layout, At);

impl fmt::Display for Xy<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (x, y) = self.0.on_page(self.1);
        write!(f, "{x} {y}")
    }
}

impl Layout {
    fn on_page(&self, (across, along): At) -> At {
        match self.direction {
            Direction::Down => (across, along),
            Direction::Right => (along, across),
        }
    }
}

impl Pen<'_, '_> {
    fn xy(&self, across: i32, along: i32) -> Xy<'_> {
        Xy(self.layout, (across, along))
    }

    /// The lines by which cards stand: from each card one to those under it.
    fn tree(&self, out: &mut Out<'_>) {
        let layout = self.layout;
        let look = style::of_tree(self.scene.tree);
        let mut first = 0;
        let blocks = &layout.blocks.all;
        while first < blocks.len() && !out.has_failed() {
            let above = blocks[first].above;
            let count = blocks[first..]
                .iter()
                .take_while(|block| block.above == above)
                .count();
            if let Some(above) = above {
                Self::open_line(look, out);
                self.branch(above, first..first + count, out);
                out.text("\"/>\n");
            }
            first += count;
        }
    }

    fn branch(&self, above: u32, below: std::ops::Range<usize>, out: &mut Out<'_>) {
        let layout = self.layout;
        let blocks = &layout.blocks;
        let from = blocks.across[above as usize].middle();
        let begin = layout.end(above);
        let layer = blocks.all[below.start].layer;
        let bus = layout.layers[layer] - super::AFTER_LANES / 2;
        let (mut least, mut most) = (from, from);
        out.put(format_args!(
            "M{}L{}",
            self.xy(from, begin),
            self.xy(from, bus)
        ));
        for block in &blocks.all[below] {
            let Some(column) = block.column else {
                let card = block.cards[0];
                let to = blocks.across[card as usize].middle();
                (least, most) = (least.min(to), most.max(to));
                out.put(format_args!(
                    "M{}L{}",
                    self.xy(to, bus),
                    self.xy(to, layout.start(card))
                ));
                continue;
            };
            for cards in block.cards.chunks(column) {
                let trunk = blocks.across[cards[0] as usize].start - 9;
                (least, most) = (least.min(trunk), most.max(trunk));
                let lowest = cards.last().map_or(bus, |&card| layout.middle(card));
                out.put(format_args!(
                    "M{}L{}",
                    self.xy(trunk, bus),
                    self.xy(trunk, lowest)
                ));
                for &card in cards {
                    let along = layout.middle(card);
                    let start = blocks.across[card as usize].start;
                    out.put(format_args!(
                        "M{}L{}",
                        self.xy(trunk, along),
                        self.xy(start, along)
                    ));
                }
            }
        }
        if least < most {
            out.put(format_args!(
                "M{}L{}",
                self.xy(least, bus),
                self.xy(most, bus)
            ));
        }
    }

    fn open_line(look: Look, out: &mut Out<'_>) {
        out.put(format_args!(
            "<path class=\"line {}\" stroke=\"{}\" stroke-width=\"{}.{}\"{} d=\"",
            look.class,
            look.colour,
            look.width / 10,
            look.width % 10,
            dashes(look.dash)
        ));
    }

    fn bundle(&self, bundle: &Bundle, route: &Route, out: &mut Out<'_>) {
        let layout = self.layout;
        let look = style::of_stroke(bundle.stroke);
        let lane = |gap: usize| match route.lanes.get(&gap) {
            Some(&(lane, _)) => layout.lane(gap, lane),
            None => self.beside(route.enter) + 3,
        };
        Self::open_line(look, out);
        for &(gap, port) in &route.leave {
            self.leave(port, lane(gap), out);
        }
        for (&gap, &(_, span)) in &route.lanes {
            if span.start < span.end {
                out.put(format_args!(
                    "M{}L{}",
                    self.xy(span.start, lane(gap)),
                    self.xy(span.end, lane(gap))
                ));
            }
        }
        for &(gap, across) in &route.gutters {
            out.put(format_args!(
                "M{}L{}",
                self.xy(across, lane(gap)),
                self.xy(across, lane(route.gap))
            ));
        }
        let (tip, back) = self.enter(route.enter, lane(route.gap), look, out);
        out.text("\"/>\n");
        self.head(look, tip, back, out);
    }

    /// From a card to its lane.
    fn leave(&self, port: Port, lane: i32, out: &mut Out<'_>) {
        let along = match port.side {
            Side::Beside => self.beside(port) - 3,
            Side::Before | Side::After => self.layout.start(port.card),
        };
        if port.side == Side::Beside {
            let edge = self.layout.blocks.across[port.card as usize].end;
            let (from, to) = (self.xy(edge, along), self.xy(port.across, along));
            out.put(format_args!("M{from}L{to}"));
        }
        let (from, to) = (self.xy(port.across, along), self.xy(port.across, lane));
        out.put(format_args!("M{from}L{to}"));
    }

    /// Where a line meets a card from the side: the farther from it a line runs,
    /// the lower.
    fn beside(&self, port: Port) -> i32 {
        let edge = self.layout.blocks.across[port.card as usize].end;
        let room = self.layout.faces[port.card as usize].along / 2 - 8;
        let step = (port.across - edge) / 2;
        self.layout.middle(port.card) + step % room.max(1) - room / 2
    }

    /// From its lane to the card: where the head has its tip, and where its back.
    fn enter(&self, port: Port, lane: i32, look: Look, out: &mut Out<'_>) -> (At, At) {
        let long = if look.head == Head::Plain { 0 } else { HEAD };
        let layout = self.layout;
        let (tip, back) = match port.side {
            Side::Beside => {
                let (along, edge) = (
                    self.beside(port) + 3,
                    layout.blocks.across[port.card as usize].end,
                );
                ((edge, along), (edge + long, along))
            }
            Side::After => {
                let edge = layout.end(port.card);
                ((port.across, edge), (port.across, edge + long))
            }
            Side::Before => {
                let edge = layout.start(port.card);
                ((port.across, edge), (port.across, edge - long))
            }
        };
        let (from, to) = (self.xy(port.across, lane), self.xy(port.across, back.1));
        out.put(format_args!("M{from}L{to}"));
        if port.side == Side::Beside {
            out.put(format_args!("L{}", self.xy(back.0, back.1)));
        }
        (tip, back)
    }

    fn head(&self, look: Look, tip: At, back: At, out: &mut Out<'_>) {
        let beside = |of: At, by: i32| {
            if tip.0 == back.0 {
                (of.0 + by, of.1)
            } else {
                (of.0, of.1 + by)
            }
        };
        let middle = (i32::midpoint(tip.0, back.0), i32::midpoint(tip.1, back.1));
        let at = |at: At| self.xy(at.0, at.1);
        let (colour, class) = (look.colour, look.class);
        let fill = if look.head == Head::Arrow {
            colour
        } else {
            "#FFFFFF"
        };
        let drawn =
            format_args!("class=\"{class}\" fill=\"{fill}\" stroke=\"{colour}\"").to_string();
        match look.head {
            Head::Plain => {}
            Head::Arrow | Head::HollowArrow => out.put(format_args!(
                "<path {drawn} d=\"M{}L{}L{}Z\"/>\n",
                at(tip),
                at(beside(back, -4)),
                at(beside(back, 4))
            )),
            Head::Diamond => out.put(format_args!(
                "<path {drawn} d=\"M{}L{}L{}L{}Z\"/>\n",
                at(tip),
                at(beside(middle, -3)),
                at(back),
                at(beside(middle, 3))
            )),
            Head::Circle => {
                let (x, y) = self.layout.on_page(middle);
                out.put(format_args!(
                    "<circle {drawn} cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n"
                ));
            }
        }
    }

    fn card(&self, at: u32, face: &Face, out: &mut Out<'_>) {
        let layout = self.layout;
        let card = &self.scene.cards[at as usize];
        let (x, y) = layout.on_page((layout.blocks.across[at as usize].start, layout.start(at)));
        let is_vacant = card.marks.contains(&Mark::Vacant);
        let (ground, border) = if is_vacant {
            (style::VACANT_GROUND, " stroke-dasharray=\"4 3\"")
        } else {
            ("#FFFFFF", "")
        };
        let rounded = if card.marks.contains(&Mark::Body) {
            12
        } else {
            2
        };
        out.put(format_args!(
            "<g id=\"post-{}\" class=\"card\">\n<title>",
            at + 1
        ));
        out.put(format_args!("{}", Xml(card.post.title())));
        for words in card.words() {
            out.put(format_args!("; {}", Xml(&words)));
        }
        out.put(format_args!(
            "</title>\n<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{}\" rx=\"{rounded}\" fill=\"{ground}\" stroke=\"{}\"{border}/>\n",
            face.height,
            style::BORDER
        ));
        if let Some(colour) = card.colour {
            let inset = if rounded > 2 { 10 } else { 0 };
            out.put(format_args!(
                "<rect x=\"{x}\" y=\"{}\" width=\"5\" height=\"{}\" fill=\"{}\"/>\n",
                y + inset,
                face.height - 2 * inset,
                style::PALETTE[usize::from(colour)]
            ));
        }
        let mut line = y + TOP;
        let x = x + LEFT;
        for title in &face.title {
            line += TITLE_LINE;
            text(out, "t", x, line - 3, title);
        }
        let about = face.about.iter().map(|about| (about, "a"));
        let marks = face
            .marks
            .iter()
            .map(|(mark, vacant)| (mark, if *vacant { "v" } else { "m" }));
        for (words, class) in about.chain(marks) {
            line += ABOUT_LINE;
            text(out, class, x, line - 3, words);
        }
        out.text("</g>\n");
    }
}

fn dashes(dash: Dash) -> &'static str {
    match dash {
        Dash::Solid => "",
        Dash::Long => " stroke-dasharray=\"12 4\"",
        Dash::Dashed => " stroke-dasharray=\"6 4\"",
        Dash::Dotted => " stroke-dasharray=\"1.8 3\"",
        Dash::Broken => " stroke-dasharray=\"8 3 1.5 3\"",
    }
}

/// The legend: rows of samples with what they mean, laid out.
struct Key {
    entries: Vec<(i32, i32, Sample, String)>,
    rows: i32,
}

enum Sample {
    Line(Look),
    Colour(usize),
    Note,
}

impl Key {
    fn of(chart: &Chart<'_>, scene: &Scene<'_>, most: i32) -> Self {
        let mut key = Self {
            entries: Vec::new(),
            rows: 0,
        };
        if !chart.legend {
            return key;
        }
        let lines = scene.legend(chart.org).into_iter();
        key.row(lines.map(|(look, words)| (Sample::Line(look), words)), most);
        let colours = scene.colours.iter().enumerate();
        key.row(
            colours.map(|(at, words)| (Sample::Colour(at), words.clone())),
            most,
        );
        let note = scene.left_out(chart.org).into_iter();
        let lines = note.flat_map(|note| KEY.broken(&note, most.unsigned_abs()));
        key.row(lines.map(|line| (Sample::Note, line)), 0);
        key
    }

    fn row(&mut self, entries: impl Iterator<Item = (Sample, String)>, most: i32) {
        let mut x = 0;
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            return;
        }
        for (sample, words) in entries {
            let lead = match sample {
                Sample::Line(_) => 46,
                Sample::Colour(_) => 18,
                Sample::Note => 0,
            };
            let wide = lead + KEY.width(&words) + 18;
            if x > 0 && x + wide > most {
                x = 0;
                self.rows += 1;
            }
            self.entries.push((x, self.rows, sample, words));
            x += wide;
        }
        self.rows += 1;
    }

    fn write(&self, out: &mut Out<'_>, top: i32) {
        for (x, row, sample, words) in &self.entries {
            let (x, y) = (MARGIN + x, top + KEY_LINE * row + 14);
            let lead = match sample {
                Sample::Line(look) => {
                    line_sample(*look, x, y - 4, out);
                    46
                }
                Sample::Colour(at) => {
                    let colour = style::PALETTE[*at];
                    out.put(format_args!(
                        "<rect x=\"{x}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>\n",
                        y - 9
                    ));
                    18
                }
                Sample::Note => 0,
            };
            text(out, "k", x + lead, y, words);
        }
    }
}

fn line_sample(look: Look, x: i32, y: i32, out: &mut Out<'_>) {
    let end = if look.head == Head::Plain {
        x + 38
    } else {
        x + 30
    };
    out.put(format_args!(
        "<path class=\"line\" stroke=\"{}\" stroke-width=\"{}.{}\"{} d=\"M{x} {y}L{end} {y}\"/>\n",
        look.colour,
        look.width / 10,
        look.width % 10,
        dashes(look.dash)
    ));
    let tip = x + 38;
    let colour = look.colour;
    match look.head {
        Head::Plain => {}
        Head::Arrow | Head::HollowArrow => {
            let fill = if look.head == Head::Arrow { colour } else { "#FFFFFF" };
            out.put(format_args!(
                "<path fill=\"{fill}\" stroke=\"{colour}\" d=\"M{tip} {y}L{end} {}L{end} {}Z\"/>\n",
                y - 4,
                y + 4
            ));
        }
        Head::Diamond => out.put(format_args!(
            "<path fill=\"#FFFFFF\" stroke=\"{colour}\" d=\"M{tip} {y}L{} {}L{end} {y}L{} {}Z\"/>\n",
            x + 34,
            y - 3,
            x + 34,
            y + 3
        )),
        Head::Circle => out.put(format_args!(
            "<circle fill=\"#FFFFFF\" stroke=\"{colour}\" cx=\"{}\" cy=\"{y}\" r=\"4\"/>\n",
            x + 34
        )),
    }
}
