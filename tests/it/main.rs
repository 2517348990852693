//! One binary for every test of the public API.

mod architecture;
mod asking;
mod examples;
mod forms;
mod laws;
mod organogram;
mod problems;
