//! One binary for every test of the public API.
