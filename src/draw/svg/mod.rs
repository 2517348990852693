//! A chart as SVG, laid out here: nothing need be installed.

mod beside;
mod blocks;
mod bundles;
mod cards;
mod contour;
mod edge;
mod key;
mod lanes;
mod lines;
mod measure;
mod packing;
mod pieces;
mod ports;
mod room;
mod routes;
mod strokes;
mod taken;
mod text;
mod write;

use std::fmt;
use std::io;

use super::chart::{Chart, Direction};
use super::out::Out;
use super::scene::Scene;
use beside::Column;
use blocks::Blocks;
use bundles::Bundles;
use cards::Face;
use lanes::Lane;
use routes::Routes;

/// A chart as SVG: `Display` is the text, and [`write_to`](Svg::write_to) writes
/// the same.
///
/// Cards stand under each other by the lines of the first kind drawn; no two
/// overlap, and no line runs across one. The same chart gives the same bytes.
///
/// Text is broken to fit as Arial is wide, and as fonts of its widths are (Helvetica,
/// Liberation Sans). Shown where there is none of them, by a wider font, it may run
/// over the edge of its card.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let svg = org.post("head-of-nursing-childrens")?.chart().svg();
/// let text = svg.to_string();
/// assert!(text.starts_with("<svg "));
/// assert!(text.contains(">Ward Manager, Children&#39;s</text>")); // the title is broken in two
/// let mut file = Vec::new(); // or any writer
/// svg.write_to(&mut file)?;
/// assert_eq!(file, text.into_bytes());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Svg<'o> {
    chart: Chart<'o>,
}

impl<'o> Chart<'o> {
    /// The chart as SVG. Made in constant time.
    ///
    /// ```
    /// # use answerable::Accountability::Clinical;
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let svg = org.chart().kinds([Clinical]).svg().to_string();
    /// assert!(svg.contains("An organisation chart: 6 posts in 2 layers; lines: 4 clinical."));
    /// ```
    #[must_use]
    pub fn svg(&self) -> Svg<'o> {
        Svg {
            chart: self.clone(),
        }
    }
}

impl Svg<'_> {
    /// Writes it, in large pieces.
    ///
    /// # Errors
    ///
    /// The first error of the writer, after which nothing more is written.
    pub fn write_to(&self, mut writer: impl io::Write) -> io::Result<()> {
        Out::io(&mut writer, |out| self.write(out))
    }

    /// How wide and how high it is, in CSS pixels. It is laid out anew for that.
    ///
    /// Some programs open no picture that is wider or higher than 32,767 pixels;
    /// a chart of a part of the organisation is smaller.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let (wide, high) = org.post("head-of-nursing-childrens")?.chart().svg().size();
    /// let (wider, higher) = org.chart().svg().size();
    /// assert!(wide < wider && high < higher);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        let scene = self.chart.scene();
        let layout = Layout::of(&self.chart, &scene);
        let (wide, high) = write::Page::of(&self.chart, &scene, &layout).size;
        (wide.unsigned_abs(), high.unsigned_abs())
    }

    fn write(&self, out: &mut Out<'_>) {
        let scene = self.chart.scene();
        let layout = Layout::of(&self.chart, &scene);
        write::picture(&self.chart, &scene, &layout, out);
    }
}

impl fmt::Display for Svg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Out::fmt(f, |out| self.write(out))
    }
}

/// Above the lanes of a gap, and below them, where the lines of the tree part.
const BEFORE_LANES: i32 = 12;
const AFTER_LANES: i32 = 26;
/// Below the lanes of the first gap, where no tree is.
const HEAD: i32 = 6;

/// Where everything is.
struct Layout {
    direction: Direction,
    faces: Vec<Face>,
    bundles: Bundles,
    blocks: Blocks,
    routes: Routes,
    /// Where each layer begins along.
    layers: Vec<i32>,
    /// Where each gap begins along: before each layer, and after the last.
    gaps: Vec<i32>,
    /// How far the chart reaches along.
    along: i32,
    /// Where it begins across, and how far it reaches.
    least: i32,
    across: i32,
}

impl Layout {
    fn of(chart: &Chart<'_>, scene: &Scene<'_>) -> Self {
        let direction = chart.direction.unwrap_or(Direction::Down);
        let mut faces: Vec<Face> = scene
            .cards
            .iter()
            .map(|card| Face::of(card, chart.org, direction))
            .collect();
        let stacks = direction == Direction::Down;
        let layers = blocks::layers(scene, stacks);
        let bundles = Bundles::of(scene, &layers);
        room::make(&mut faces, scene, &bundles, direction);
        let side = |cards: &[u32]| Column::of(cards, &bundles, &faces).room();
        let blocks = Blocks::of(scene, &layers, &faces, stacks, &side);
        let routes = Routes::of(&bundles, &blocks, &faces);
        let (mut layers, mut gaps) = (Vec::new(), Vec::new());
        let mut along = 0;
        let lanes = |gap: usize| routes.lanes.room(gap);
        let reached = |layers: &[i32], along: i32| {
            let ends = blocks.all.iter().filter_map(|block| {
                let start = layers.get(block.layer)?;
                Some(start + block.along)
            });
            ends.fold(along, i32::max)
        };
        for (layer, reach) in blocks.along().into_iter().enumerate() {
            if blocks.has_band && layer + 1 == blocks.layers {
                along = reached(&layers, along);
            }
            gaps.push(along);
            along += if layer == 0 {
                lanes(0) + if lanes(0) > 0 { HEAD } else { 0 }
            } else {
                BEFORE_LANES + lanes(layer) + AFTER_LANES
            };
            layers.push(along);
            along += reach;
        }
        along = reached(&layers, along);
        let ends = blocks
            .all
            .iter()
            .map(|block| (block.across.start, block.across.end));
        let (least, most) = ends
            .chain(routes.reach())
            .fold((0, 0), |(least, most), (start, end)| {
                (least.min(start), most.max(end))
            });
        Self {
            direction,
            faces,
            bundles,
            blocks,
            routes,
            layers,
            gaps,
            along,
            least,
            across: most - least,
        }
    }

    /// Where a place of the chart, across and along, is on the page.
    fn on_page(&self, (across, along): (i32, i32)) -> (i32, i32) {
        match self.direction {
            Direction::Down => (across, along),
            Direction::Right => (along, across),
        }
    }

    /// Where a lane is along.
    fn lane(&self, lane: Lane) -> i32 {
        let before = if lane.gap == 0 { 0 } else { BEFORE_LANES };
        self.gaps[lane.gap] + before + self.routes.lanes.along(lane)
    }

    /// Where a card begins along.
    fn start(&self, card: u32) -> i32 {
        let block = self.blocks.of_card(card);
        self.layers[block.layer] + self.blocks.within[card as usize]
    }

    fn end(&self, card: u32) -> i32 {
        self.start(card) + self.faces[card as usize].along
    }

    fn middle(&self, card: u32) -> i32 {
        i32::midpoint(self.start(card), self.end(card))
    }
}

#[cfg(test)]
mod tests {
    use crate::Accountability::Professional;
    use crate::draw::cases::{crossed, forest};
    use crate::draw::scene::Stroke;

    use super::*;

    /// Where layers begin that are of cards of 28, and how far the chart reaches.
    fn layers(above: &[Option<usize>], lines: &[(u32, u32, Stroke)]) -> (Vec<i32>, i32) {
        let org = forest(above);
        let layout = Layout::of(&org.chart(), &crossed(&org, lines));
        (layout.layers, layout.along)
    }

    #[test]
    fn a_stack_may_reach_past_the_layers_beside_it() {
        // Five in two columns, beside a chain of three.
        let above = [&[None][..], &[Some(0); 6], &[Some(6), Some(7)]].concat();
        assert_eq!(layers(&above, &[]), (vec![0, 66, 132, 198], 226));
    }

    #[test]
    fn tops_by_themselves_begin_below_all_the_rest() {
        // Thirteen in three columns, of which the first ends at 246.
        let chain = [Some(14), Some(15), None, None];
        let above = [&[None][..], &[Some(0); 14], &chain].concat();
        assert_eq!(layers(&above, &[]), (vec![0, 66, 132, 198, 284], 312));
    }

    #[test]
    fn lines_before_the_first_layer_move_it_down() {
        let line = (0, 1, Stroke::Superior(Professional));
        assert_eq!(layers(&[None; 2], &[]), (vec![0], 28));
        assert_eq!(layers(&[None; 2], &[line]), (vec![13], 41));
    }
}
