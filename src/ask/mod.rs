//! Questions: one file each, with its answer, its walk and its way in.

// INVARIANT(own-numbers): a frozen organisation answers by its own numbers.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "numbers are its own, and count what is in memory"
    )
)]

mod absences;
mod below;
mod body;
mod chain;
mod compare;
#[cfg(test)]
mod costs;
mod figures;
mod find;
mod people;
mod rests_on;
mod who_acts;
mod why;
mod why_not;

pub use absences::{AbsenceError, Absences, HolderAway, NominationError, SamePerson};
pub use below::{Below, Reports};
pub use body::{Collective, InPerson};
pub use chain::Chain;
pub use compare::Parting;
pub use find::UnknownHolder;
pub(crate) use people::Mark;
pub use who_acts::{
    Acting, Considered, Cover, CoverDepths, Covers, Gap, Ground, How, PassedOver, Through, Tier,
    Trace, WhyCover,
};
pub(crate) use who_acts::{Fews, alone, why_nobody};
pub use why::{OwnSuperior, WhyChain, WhyLine};
pub use why_not::{NotAbove, WhyNotAbove};
