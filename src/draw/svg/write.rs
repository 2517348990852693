//! The picture as text.

use crate::draw::chart::{Chart, Direction};
use crate::draw::escape::Xml;
use crate::draw::out::Out;
use crate::draw::scene::{Mark, Scene};
use crate::draw::script::is_leftwards;
use crate::draw::style;

use super::Layout;
use super::cards::{ABOUT_LINE, Face, LEFT, RIGHT, TITLE_LINE, TOP, WIDTH};
use super::key::{self, Key};
use super::lines::Pen;
use super::measure::Type;
use super::text::text;

/// What the picture keeps free on every side.
const MARGIN: i32 = 24;
const HEADING: Type = Type {
    size: 170,
    is_bold: true,
};
/// How wide a page may become for its title and legend.
const NARROWEST: i32 = 420;

const STYLE: &str = ".org-chart text{font-family:Arial,Helvetica,sans-serif;fill:#212B32}\
.org-chart .h{font-size:17px;font-weight:bold}\
.org-chart .t{font-size:11.5px;font-weight:bold}\
.org-chart .a{font-size:10.5px;fill:#4C6272}\
.org-chart .m{font-size:10.5px;fill:#4C6272;font-style:italic}\
.org-chart .v{font-size:10.5px;fill:#B00020;font-style:italic}\
.org-chart .k{font-size:10.5px}\
.org-chart .line{fill:none}";

/// What stands on the page above the chart, and how large all of it is.
pub(super) struct Page {
    title: String,
    heading: Vec<String>,
    key: Key,
    /// How far what it holds reaches across.
    most: i32,
    /// Where the chart begins.
    top: i32,
    pub(super) size: (i32, i32),
}

impl Page {
    pub(super) fn of(chart: &Chart<'_>, scene: &Scene<'_>, layout: &Layout) -> Self {
        let (wide, high) = match layout.direction {
            Direction::Down => (layout.across, layout.along),
            Direction::Right => (layout.along, layout.across),
        };
        let title = chart.heading();
        let natural = HEADING
            .width(&title)
            .max(Key::of(chart, scene, NARROWEST).width);
        let most = wide.max(natural.min(NARROWEST));
        let heading = match title.trim() {
            "" => Vec::new(),
            title => HEADING.broken(title, most.unsigned_abs()),
        };
        let key = Key::of(chart, scene, most);
        let top = MARGIN + 20 * number(heading.len()) + key::LINE * key.rows + 12;
        let size = (most + 2 * MARGIN, top + high + MARGIN);
        Self {
            title,
            heading,
            key,
            most,
            top,
            size,
        }
    }
}

pub(super) fn picture(chart: &Chart<'_>, scene: &Scene<'_>, layout: &Layout, out: &mut Out<'_>) {
    let page = Page::of(chart, scene, layout);
    // Lines may run before the first card.
    let shift = layout.on_page((layout.least, 0));
    let (wide, high) = page.size;
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"org-chart\" xml:space=\"preserve\" role=\"img\" \
         aria-labelledby=\"chart-title chart-desc\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\">\n",
    ));
    out.put(format_args!(
        "<title id=\"chart-title\">{}</title>\n",
        Xml(&page.title)
    ));
    let desc = scene.description(chart.org);
    out.put(format_args!(
        "<desc id=\"chart-desc\">{}</desc>\n",
        Xml(&desc)
    ));
    out.put(format_args!("<style>{STYLE}</style>\n"));
    out.put(format_args!(
        "<rect width=\"{wide}\" height=\"{high}\" fill=\"#FFFFFF\"/>\n",
    ));
    for (row, line) in (0..).zip(&page.heading) {
        let ends = (MARGIN, MARGIN + page.most);
        text(
            out,
            "h",
            ends,
            MARGIN + 14 + 20 * row,
            line,
            is_leftwards(&page.title),
        );
    }
    page.key
        .write(MARGIN, MARGIN + 20 * number(page.heading.len()), out);
    out.put(format_args!(
        "<g transform=\"translate({} {})\">\n",
        MARGIN - shift.0,
        page.top - shift.1
    ));
    let pen = Pen { layout, scene };
    pen.tree(out);
    for (bundle, route) in layout.bundles.all.iter().zip(&layout.routes.all) {
        if out.has_failed() {
            return;
        }
        pen.bundle(bundle, route, out);
    }
    for (at, face) in (0..).zip(&layout.faces) {
        if out.has_failed() {
            return;
        }
        card(at, face, scene, layout, out);
    }
    out.text("</g>\n</svg>\n");
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn card(at: u32, face: &Face, scene: &Scene<'_>, layout: &Layout, out: &mut Out<'_>) {
    let card = &scene.cards[at as usize];
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
        // Along what is straight of its edge.
        let inset = if rounded > 2 { rounded } else { 0 };
        out.put(format_args!(
            "<rect x=\"{x}\" y=\"{}\" width=\"5\" height=\"{}\" fill=\"{}\"/>\n",
            y + inset,
            face.height - 2 * inset,
            style::PALETTE[usize::from(colour)]
        ));
    }
    let mut line = y + TOP;
    let ends = (x + LEFT, x + WIDTH - RIGHT);
    let is_title_leftwards = is_leftwards(card.post.title());
    for title in &face.title {
        line += TITLE_LINE;
        text(out, "t", ends, line - 3, title, is_title_leftwards);
    }
    let about = face.about.iter().map(|about| (about, "a"));
    let marks = face
        .marks
        .iter()
        .map(|(mark, vacant)| (mark, if *vacant { "v" } else { "m" }));
    for (words, class) in about.chain(marks) {
        line += ABOUT_LINE;
        text(out, class, ends, line - 3, words, is_leftwards(words));
    }
    out.text("</g>\n");
}
