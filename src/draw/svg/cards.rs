//! What a card says and how large it is.

use crate::Organisation;
use crate::draw::chart::Direction;
use crate::draw::scene::{Card, Mark};

use super::measure::Type;

/// How wide a card is, in pixels, and what its edges keep free.
pub(super) const WIDTH: i32 = 168;
pub(super) const LEFT: i32 = 13;
pub(super) const RIGHT: i32 = 9;
pub(super) const TOP: i32 = 7;

pub(super) const TITLE: Type = Type {
    size: 115,
    is_bold: true,
};
pub(super) const ABOUT: Type = Type {
    size: 105,
    is_bold: false,
};
pub(super) const TITLE_LINE: i32 = 14;
pub(super) const ABOUT_LINE: i32 = 13;

/// The text of a card, line by line, and its size.
#[derive(Debug, Clone)]
pub(super) struct Face {
    pub(super) title: Vec<String>,
    pub(super) about: Vec<String>,
    /// Line by line, and whether it says that the post is vacant.
    pub(super) marks: Vec<(String, bool)>,
    pub(super) height: i32,
    pub(super) across: i32,
    pub(super) along: i32,
}

/// Holders and grade: on one line if it is wide enough, else each on its own.
fn about(card: &Card<'_>, most: u32) -> Vec<String> {
    let whole = card.about();
    if whole.is_empty() {
        return Vec::new();
    }
    match card.holders_and_grade() {
        (holders, Some(grade))
            if !holders.is_empty() && ABOUT.width(&whole).unsigned_abs() > most =>
        {
            let mut lines = ABOUT.broken(&holders, most);
            lines.extend(ABOUT.broken(grade, most));
            lines
        }
        _ => ABOUT.broken(&whole, most),
    }
}

impl Face {
    pub(super) fn of(card: &Card<'_>, org: &Organisation, direction: Direction) -> Self {
        let most = WIDTH.abs_diff(LEFT + RIGHT);
        let title = TITLE.broken(card.post.title(), most);
        let about = about(card, most);
        let mut marks = Vec::new();
        for mark in &card.marks {
            let lines = ABOUT.broken(&mark.words(org), most).into_iter();
            marks.extend(lines.map(|line| (line, *mark == Mark::Vacant)));
        }
        let small = about.len() + marks.len();
        let lines =
            |count: usize, line: i32| line.saturating_mul(i32::try_from(count).unwrap_or(i32::MAX));
        let height = TOP + lines(title.len(), TITLE_LINE) + lines(small, ABOUT_LINE) + TOP;
        let (across, along) = match direction {
            Direction::Down => (WIDTH, height),
            Direction::Right => (height, WIDTH),
        };
        Self {
            title,
            about,
            marks,
            height,
            across,
            along,
        }
    }
}
