//! Laws 7 and 11 to 20: who acts.

mod answers;
mod changes;
mod deep;
mod every;
mod everyone;
pub(super) mod oracle;
mod order;
mod reach;
mod replies;
pub(super) mod strategies;
mod trace;
