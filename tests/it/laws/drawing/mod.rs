//! Laws 28 to 34 on charts: what is drawn, whatever the words, against an oracle
//! that works out from plain records what a chart must show.

mod apart;
mod cases;
mod crossing;
mod deep;
mod geometry;
mod graphviz;
mod in_dot;
mod in_svg;
mod neutral;
mod parts;
mod plan;
mod same;
mod words;
mod writers;
