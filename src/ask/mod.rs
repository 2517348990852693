//! Questions: one file each, with its answer, its walk and its way in.

mod absences;
mod below;
mod chain;
mod compare;
mod figures;
mod find;
mod rests_on;
mod who_acts;

pub use absences::{AbsenceError, Absences, HolderAway, NominationError, SamePerson};
pub use below::{Below, Reports};
pub use chain::Chain;
pub use compare::Parting;
pub use find::UnknownHolder;
pub use who_acts::{
    Acting, Considered, Cover, CoverDepths, Covers, Gap, How, PassedOver, Through, Tier, Trace,
};
