//! How lines and cards look, the same in every picture.

use crate::model::{Accountability, Relation};

use super::scene::{Deputising, Stroke};

pub(super) const INK: &str = "#212B32";
#[cfg(feature = "dot")]
pub(super) const SOFT_INK: &str = "#4C6272";
pub(super) const LINE: &str = "#3B4A54";
pub(super) const BORDER: &str = "#768692";
pub(super) const VACANT_INK: &str = "#B00020";
pub(super) const VACANT_GROUND: &str = "#F5F5F5";

/// The colours of units or professions; the last is that of all others.
#[cfg(any(feature = "dot", feature = "svg"))]
pub(super) const PALETTE: [&str; super::scene::COLOURS] = [
    "#005EB8", "#41256B", "#B3541E", "#00786C", "#7C2855", "#8A6A00", "#425563", "#AEB7BD",
];

/// The end of a line at the post it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Plain,
    Arrow,
    HollowArrow,
    Circle,
    Diamond,
    FullDiamond,
    Bar,
    Box,
}

/// How it is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dash {
    Solid,
    Long,
    Dashed,
    Dotted,
    Broken,
}

/// How a line looks. No two sorts differ in colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) colour: &'static str,
    /// In tenths of a pixel.
    pub(super) width: u32,
    pub(super) dash: Dash,
    pub(super) head: Head,
    pub(super) class: &'static str,
}

/// How the lines of a kind look.
fn of_kind(kind: Accountability, head: Head) -> Look {
    let (colour, width, dash, class) = match kind {
        Accountability::Operational => (LINE, 14, Dash::Solid, "operational"),
        Accountability::Professional => ("#0072B2", 12, Dash::Dashed, "professional"),
        Accountability::Clinical => ("#D55E00", 18, Dash::Dotted, "clinical"),
    };
    Look {
        colour,
        width,
        dash,
        head,
        class,
    }
}

/// How the lines look by which cards stand under each other.
pub(super) fn of_tree(kind: Accountability) -> Look {
    of_kind(kind, Head::Plain)
}

pub(super) fn of_stroke(stroke: Stroke) -> Look {
    match stroke {
        Stroke::Superior(kind) => of_kind(kind, Head::Arrow),
        // Not to be taken for the tree.
        Stroke::Also(Accountability::Operational) => Look {
            dash: Dash::Long,
            width: 10,
            ..of_kind(Accountability::Operational, Head::HollowArrow)
        },
        Stroke::Also(kind) => of_kind(kind, Head::HollowArrow),
        Stroke::Deputy(deputising) => Look {
            colour: "#007A5A",
            width: 8,
            dash: match deputising {
                Deputising::Wholly => Dash::Solid,
                Deputising::InSome => Dash::Dashed,
                Deputising::Attending => Dash::Dotted,
            },
            head: Head::Circle,
            class: "deputises",
        },
        Stroke::Link(relation) => Look {
            colour: "#6E7B83",
            width: 8,
            dash: Dash::Broken,
            head: match relation {
                Relation::Supports => Head::Diamond,
                Relation::Advises => Head::FullDiamond,
                Relation::WorksWith => Head::Plain,
                Relation::Regulates => Head::Bar,
                Relation::Commissions => Head::Box,
            },
            class: "link",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Accountability::{Operational, Professional};

    #[test]
    fn a_further_operational_line_is_thin_and_long_dashed() {
        let also = of_stroke(Stroke::Also(Operational));
        assert_eq!((also.dash, also.width), (Dash::Long, 10));
        assert_eq!(also.colour, of_tree(Operational).colour);
        let also = of_stroke(Stroke::Also(Professional));
        assert_eq!((also.dash, also.width), (Dash::Dashed, 12));
    }
}
