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

#[cfg(test)]
impl Face {
    /// One of this size, with nothing on it.
    pub(super) fn of_size(across: i32, along: i32) -> Self {
        Self {
            title: Vec::new(),
            about: Vec::new(),
            marks: Vec::new(),
            height: along,
            across,
            along,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::PostRecord;

    use super::*;

    #[test]
    fn holder_and_grade_share_a_line_where_they_fit() {
        let about = |holder: Option<&str>, grade: &str| {
            let post = PostRecord::new("matron", "Matron").graded(grade);
            let post = holder.into_iter().fold(post, PostRecord::held_by);
            let org = Organisation::from_posts([post]).expect("sound");
            let scene = org.chart().scene();
            Face::of(&scene.cards[0], &org, Direction::Down).about
        };
        let grade = "Very senior manager";
        let whole = "N. Ward · Very senior manager";
        assert_eq!(ABOUT.width(whole), WIDTH - LEFT - RIGHT);
        assert_eq!(about(Some("N. Ward"), grade), [whole]);
        assert_eq!(about(Some("M. Ward"), grade), ["M. Ward", grade]);
        assert_eq!(about(Some("N. Ward"), "8a"), ["N. Ward · 8a"]);
        assert_eq!(about(None, grade), [grade]);
        let long = about(None, "Very senior manager of the second grade");
        assert_eq!(long, ["Very senior manager of the", "second grade"]);
    }
}
