//! Words of documents, and words that end what they stand in.

pub(super) const IDS: [&str; 12] = [
    "a",
    "b",
    "matron",
    "ward-manager",
    "chief-nurse",
    "é",
    "p 1",
    "0",
    "night.lead",
    "A",
    "e\u{301}",
    "ward-manger",
];
pub(super) const AREAS: [&str; 4] = ["trust", "ward", "nursing", "wards"];
pub(super) const MATTERS: [&str; 2] = ["safety", "revalidation"];
pub(super) const KINDS: [&str; 3] = ["operational", "professional", "clinical"];
pub(super) const LINKS: [&str; 5] = [
    "supports",
    "advises",
    "works_with",
    "regulates",
    "commissions",
];
pub(super) const TEXTS: [&str; 24] = [
    "Ward Manager",
    "Matron",
    "P. Idris",
    "R. Okafor",
    "",
    " ",
    "<b>&amp;\"'",
    "]]>",
    "\u{202E}drahw",
    "a\nb",
    "\0",
    "\u{1B}[31m",
    "-->",
    "`#quot;",
    "\\N\\",
    "end",
    "%%{init}",
    "\u{FFFE}",
    "\u{2028}",
    "🏥\u{200D}🏥",
    "ﷺ",
    "e\u{301}\u{301}\u{301}",
    "\u{85}\u{FEFF}",
    "{}|<>",
];
