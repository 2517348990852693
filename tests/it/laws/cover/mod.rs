//! Laws 7 and 11 to 20: who acts.

mod answers;
mod changes;
mod deep;
mod every;
mod everyone;
mod oracle;
mod order;
mod reach;
mod replies;
mod strategies;
mod trace;
