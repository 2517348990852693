//! The words of what is drawn, hostile or plain.

const NASTY: [&str; 54] = [
    "Ward \"Manager\"",
    "'single' `tick` ''",
    "<b>&amp;</b>",
    "a]]>b<![CDATA[c",
    "--> <!-- x -->",
    "</text></title></style><script>alert(1)</script>",
    "\"/><image href=\"http://x/y.png\" onload=\"alert(1)\"/>",
    "</TD></TR></TABLE>> evil [URL=\"http://x\"]",
    ">]; a -> b; \"x\" [label=<",
    "\\",
    "\\\\\"",
    "back\\slash \\N \\G \\L \\T \\l\\r\\n \\E",
    "line\nbreak\r\nand\ttab\u{b}\u{c}",
    "\0nul\u{1}\u{8}\u{1b}[31m\u{7f}\u{9b}",
    "\u{fffe}\u{ffff}\u{fffd}\u{fdd0}\u{1fffe}",
    "\u{202e}bidi\u{202c} \u{2066}isolated\u{2069}\u{200e}\u{200f}",
    "مدير الجناح",
    "ראש מחלקה (בפועל)",
    "院长办公室主任兼党委副书记及医务处处长兼护理部主任",
    "수간호사",
    "👩🏽‍⚕️ 🏥 👨‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}clair n\u{303}",
    "\u{301}",
    "Zoë O’Brien – “head”",
    "\u{2060}\u{ad}",
    "\u{3164}",
    "\u{a0}.\u{a0}",
    "\u{2800}",
    "\u{200b}",
    "\u{feff}bom",
    "\u{feff}",
    "\n\n\r\u{200b}",
    "\0",
    "x",
    "ordinary title",
    "&#38;&lt;&unknown;&#x0;&#160;&",
    "]",
    "[",
    "&",
    "<",
    ">",
    "\"",
    "{a|b} <p> \\{",
    "end subgraph graph digraph node edge strict",
    "%s %n {} {0} $1 ${x}",
    "javascript:alert(1) url(http://x) expression(1)",
    "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://x\">",
    "\u{85}next\u{2028}line\u{2029}paragraph",
    "  lead  two  blanks and trail  ",
    "Pneumonoultramicroscopicsilicovolcanoconiosis-Koordinationsbeauftragter",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "// comment /* x */ # y",
    "<TABLE><TR><TD>x</TD></TR></TABLE>",
    "; ; · ; Vacant",
];

/// Of which long titles are made.
const STUFF: [&str; 9] = [
    "word ", "longword", "&", "\"\\", "院", "a\u{301}", "<x> ", "]\n", "\0 ",
];

/// The words for one thing, by a number.
fn words(number: u16) -> String {
    let long = |length: usize, of: u16| {
        let stuff = STUFF[usize::from(of) % STUFF.len()];
        stuff.chars().cycle().take(length).collect()
    };
    match number % 256 {
        0..200 => NASTY[usize::from(number / 3) % NASTY.len()].to_owned(),
        200..220 => long(200, number / 256),
        220..224 => long(5_000, number / 256),
        224..230 => "x".to_owned(),
        _ => format!("Title {number}"),
    }
}

/// What words stand at, each sort with a number of its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum At {
    Post(usize),
    Holder(usize, usize),
    Grade(usize),
    Unit(usize),
    Profession(usize),
    Kind(usize),
    Whole,
    Why,
}

/// Of what sort the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Hostile,
    /// As hostile, but none is long.
    Brief,
    /// Each is `x`, but that those which colours tell apart differ.
    Plain,
    /// Each post is called by its number.
    Numbered,
}

impl Manner {
    fn cut(self, words: String) -> String {
        match self {
            Self::Brief => words.chars().take(60).collect(),
            _ => words,
        }
    }
}

/// The words of a whole organisation.
#[derive(Debug, Clone)]
pub(super) struct Words {
    numbers: Vec<u16>,
    pub(super) manner: Manner,
}

impl Words {
    /// Hostile ones.
    pub(super) fn new(numbers: Vec<u16>) -> Self {
        Self {
            numbers,
            manner: Manner::Hostile,
        }
    }

    fn hostile(&self, at: At) -> String {
        let place = match at {
            At::Post(post) => 11 + post * 7,
            At::Holder(post, holder) => 12 + post * 7 + holder,
            At::Grade(post) => 15 + post * 7,
            At::Unit(unit) => 5 + unit * 17,
            At::Profession(area) => 6 + area * 13,
            At::Kind(kind) => 1 + kind,
            At::Whole => 0,
            At::Why => 4,
        };
        let words = words(self.numbers[place % self.numbers.len()]);
        self.manner.cut(words)
    }

    pub(super) fn of(&self, at: At) -> String {
        let hostile = self.hostile(at);
        match (self.manner, at) {
            (Manner::Hostile | Manner::Brief, _) => return hostile,
            (Manner::Numbered, At::Post(post)) => return format!("Post {post}"),
            _ => {}
        }
        let first = |area: &dyn Fn(usize) -> At| {
            (0..9).position(|other| self.hostile(area(other)) == hostile)
        };
        match at {
            At::Unit(_) => format!("x{:?}", first(&At::Unit)),
            At::Profession(_) => format!("x{:?}", first(&At::Profession)),
            _ => "x".to_owned(),
        }
    }

    /// The title given to a chart.
    pub(super) fn title(&self) -> String {
        match self.manner {
            Manner::Plain | Manner::Numbered => "x".to_owned(),
            manner => manner.cut(words(self.numbers[3].wrapping_mul(7))),
        }
    }
}
