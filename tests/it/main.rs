//! One binary for every test of the public API.

mod architecture;
mod asked_absences;
mod asked_body;
mod asked_cover;
mod asked_memory;
mod asked_parts;
mod asked_structure;
mod asked_why;
mod asked_why_not;
mod asking;
mod attack;
mod drawing_edges;
mod drawing_readme;
mod drawing_text;
mod drawing_tree;
mod examples;
mod findings;
mod forms;
mod laws;
mod loaded;
mod organogram;
mod petgraph08;
mod problems;
mod situations;
mod strategies;
mod threads;
