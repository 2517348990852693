//! What is said of the whole, and on what bases.

use crate::{Accountability, FindingCode, PostKind, Standing};

use super::dice::Dice;
use super::plan::{Basis, Piece, Plan};

/// What is said of the organisation, and of what is found in it.
pub(super) fn words(plan: &mut Plan, dice: &mut Dice<'_>) {
    let posts: Vec<(usize, PostKind)> = plan.posts().collect();
    for piece in [Piece::Title, Piece::About] {
        plan.pieces.extend(Some(piece).filter(|_| dice.is_lucky(3)));
    }
    if dice.is_lucky(4) {
        let kind = dice.one(&Accountability::ALL);
        plan.pieces.extend(kind.map(Piece::KindTitle));
    }
    if dice.is_lucky(4) {
        plan.pieces
            .push(Piece::Most(dice.one(&[1, 4, 9]).unwrap_or(1)));
    }
    let codes = dice.one(&[0, 0, 0, 1, 3]).unwrap_or(0);
    for code in dice.some(FindingCode::ALL, codes) {
        let post = dice.one(&posts).filter(|_| dice.is_lucky(2));
        plan.pieces
            .push(Piece::Allowed(code, post.map(|(post, _)| post)));
    }
}

/// Sometimes what is told is told on a basis, here and there.
pub(super) fn bases(plan: &mut Plan, dice: &mut Dice<'_>) {
    let sources: Vec<usize> = plan.sources().collect();
    let Some(seldom) = dice.one(&[0, 0, 4, 20]).filter(|seldom| *seldom > 0) else {
        return;
    };
    let mut entries = Vec::new();
    for piece in &mut plan.pieces {
        if !dice.is_lucky(seldom) {
            continue;
        }
        let told = basis(dice, &sources);
        entries.extend(piece.declares().map(|entry| Piece::On(entry, told)));
        if let Some(none) = piece.basis_mut() {
            *none = Some(told);
        }
    }
    plan.pieces.extend(entries);
}

/// By a source, perhaps at a place in it, or not; less than stated or given,
/// perhaps, and why.
fn basis(dice: &mut Dice<'_>, sources: &[usize]) -> Basis {
    let source = dice.one(sources).filter(|_| !dice.is_lucky(3));
    let standing = dice.one(&[Standing::Inferred, Standing::Assumed]);
    Basis {
        source,
        is_at_place: source.is_some() && dice.is_lucky(2),
        standing: standing.filter(|_| source.is_none() || dice.is_lucky(3)),
        has_reason: dice.is_lucky(3),
    }
}
