//! Documents grown of bytes: known keys, ids that are near each other, circles,
//! deputies; and now and then anything anywhere.

use crate::bytes::Bytes;
use crate::tree::Tree;
use crate::words::{AREAS, IDS, KINDS, LINKS, MATTERS, TEXTS};

type Entries = Vec<(String, Tree)>;

/// A document, faulty if the first byte is odd.
pub(super) fn document(bytes: &mut Bytes<'_>) -> Tree {
    let is_faulty = bytes.next() % 2 == 1;
    let count = 1 + bytes.below(9);
    let mut grower = Grower {
        bytes,
        is_faulty,
        count,
    };
    grower.document()
}

struct Grower<'b, 'a> {
    bytes: &'b mut Bytes<'a>,
    is_faulty: bool,
    count: usize,
}

impl Grower<'_, '_> {
    fn slips(&mut self) -> bool {
        self.is_faulty && self.bytes.is_one_in(48)
    }

    fn document(&mut self) -> Tree {
        let mut top = Entries::new();
        if self.bytes.is_one_in(3) {
            let title = self.text();
            self.put(&mut top, "title", title);
        }
        if self.bytes.is_one_in(2) {
            let reverts = Tree::Bool(self.bytes.is_one_in(2));
            self.put(&mut top, "cover", table([("reverts_to_superior", reverts)]));
        }
        if self.bytes.is_one_in(6) {
            let findings = self.findings();
            self.put(&mut top, "findings", findings);
        }
        if self.bytes.is_one_in(6) {
            let (kind, title) = (self.bytes.pick(&KINDS), self.text());
            self.put(&mut top, "kind", table([(kind, title)]));
        }
        for (name, ids) in [
            ("source", &AREAS[..1]),
            ("unit", &AREAS[..3]),
            ("profession", &AREAS[1..3]),
            ("matter", &MATTERS[..]),
        ] {
            if !self.is_faulty || !self.bytes.is_one_in(8) {
                let entries = self.register(name, ids);
                self.put(&mut top, name, entries);
            }
        }
        let posts = (0..self.count).map(|at| (IDS[at].to_owned(), self.post(at)));
        let mut posts: Entries = posts.collect();
        if self.slips() {
            let again = (self.bytes.pick(&IDS).to_owned(), self.post(0));
            posts.push(again);
        }
        self.put(&mut top, "post", Tree::Table(posts));
        let heads: Vec<_> = (0..self.bytes.below(4)).map(|_| self.head()).collect();
        if !heads.is_empty() {
            self.put(&mut top, "head", Tree::List(heads));
        }
        Tree::Table(top)
    }

    /// The value under the key, or a slip of either.
    fn put(&mut self, entries: &mut Entries, key: &str, value: Tree) {
        if self.slips() {
            match self.bytes.below(4) {
                0 => entries.push((format!("{key}s"), value)),
                1 => entries.extend([(key.to_owned(), value.clone()), (key.to_owned(), value)]),
                2 => {}
                _ => {
                    let wild = self.wild(3);
                    entries.push((key.to_owned(), wild));
                }
            }
        } else {
            entries.push((key.to_owned(), value));
        }
    }

    fn wild(&mut self, depth: usize) -> Tree {
        match self.bytes.below(if depth == 0 { 8 } else { 10 }) {
            0 => Tree::Null,
            1 => Tree::Bool(self.bytes.is_one_in(2)),
            2 => Tree::Whole(i64::from(self.bytes.next()) - 9),
            3 => Tree::Whole(self.bytes.pick(&[i64::MAX, i64::MIN, 1 << 32, 1 << 53])),
            4 => Tree::Number(self.bytes.pick(&[0.5, -0.0, 1e300, 5e-324])),
            5 => Tree::from("w".repeat(3000).as_str()),
            6 => self.text(),
            7 => Tree::from(self.bytes.pick(&IDS)),
            8 => Tree::List(
                (0..self.bytes.below(4))
                    .map(|_| self.wild(depth - 1))
                    .collect(),
            ),
            _ => {
                let keys = [
                    "to", "post", "none", "unstated", "title", "basis", "why", "",
                ];
                let entries = (0..self.bytes.below(4))
                    .map(|_| (self.bytes.pick(&keys).to_owned(), self.wild(depth - 1)));
                Tree::Table(entries.collect())
            }
        }
    }

    fn text(&mut self) -> Tree {
        let many = if self.is_faulty { TEXTS.len() } else { 4 };
        if self.bytes.is_one_in(4) {
            let odd = self.bytes.pick(&TEXTS[6..]);
            return Tree::from(format!("x{odd}y").as_str());
        }
        Tree::from(TEXTS[self.bytes.below(many)])
    }

    fn id(&mut self) -> Tree {
        if self.slips() {
            let near = self
                .bytes
                .pick(&["a ", "", "B", "matrom", "chief-nurses", "\u{200B}a"]);
            return Tree::from(near);
        }
        Tree::from(IDS[self.bytes.below(self.count)])
    }

    fn above(&mut self, at: usize) -> Tree {
        if at == 0 || self.is_faulty && self.bytes.is_one_in(12) {
            return self.id();
        }
        Tree::from(IDS[self.bytes.below(at)])
    }

    fn backed(&mut self, entries: &mut Entries) {
        match self.bytes.below(5) {
            1 => {
                let basis = table([("source", Tree::from("trust")), ("at", self.text())]);
                self.put(entries, "basis", basis);
            }
            2 => {
                let (standing, why) = (self.bytes.pick(&["assumed", "inferred"]), self.text());
                self.put(entries, "standing", Tree::from(standing));
                self.put(entries, "why", why);
            }
            _ => {}
        }
    }

    /// The id alone, or a table of it and what it rests on.
    fn reference(&mut self, key: &str, id: Tree) -> Tree {
        if self.bytes.is_one_in(3) {
            let mut entries = Entries::new();
            self.put(&mut entries, key, id);
            self.backed(&mut entries);
            return Tree::Table(entries);
        }
        id
    }

    fn register(&mut self, name: &str, ids: &[&str]) -> Tree {
        let mut all = Entries::new();
        for (at, id) in ids.iter().enumerate() {
            let mut entry = Entries::new();
            let title = self.text();
            self.put(&mut entry, "title", title);
            if at > 0 && ["unit", "profession"].contains(&name) && self.bytes.is_one_in(2) {
                let within = if self.slips() {
                    AREAS[3]
                } else {
                    ids[self.bytes.below(at)]
                };
                let within = self.reference("to", Tree::from(within));
                self.put(&mut entry, "within", within);
            }
            if name == "matter" && self.bytes.is_one_in(2) {
                let kind = self.bytes.pick(&KINDS);
                self.put(&mut entry, "kind", Tree::from(kind));
                let personal = Tree::Bool(self.bytes.is_one_in(2));
                self.put(&mut entry, "personal", personal);
            }
            self.backed(&mut entry);
            self.put(&mut all, id, Tree::Table(entry));
        }
        Tree::Table(all)
    }

    fn findings(&mut self) -> Tree {
        let mut entries = Entries::new();
        for key in ["span", "layers", "sole_cover"] {
            let most = Tree::Whole(i64::from(self.bytes.next() % 4));
            self.put(&mut entries, key, most);
        }
        let codes = [
            "no-deputy",
            "several-tops",
            "allowance-unused",
            "sole-cover",
        ];
        let (code, post, why) = (self.bytes.pick(&codes), self.id(), self.text());
        let mut allowance = Entries::new();
        self.put(&mut allowance, "why", why);
        if self.bytes.is_one_in(2) {
            self.put(&mut allowance, "posts", Tree::List(vec![post]));
        }
        let allow = table([(code, Tree::Table(allowance))]);
        self.put(&mut entries, "allow", allow);
        Tree::Table(entries)
    }

    fn head(&mut self) -> Tree {
        let mut entries = Entries::new();
        let (kind, unit) = (self.bytes.pick(&KINDS), self.bytes.pick(&AREAS[..3]));
        self.put(&mut entries, "kind", Tree::from(kind));
        self.put(&mut entries, "unit", Tree::from(unit));
        if self.bytes.is_one_in(2) {
            let profession = self.bytes.pick(&AREAS[1..3]);
            self.put(&mut entries, "profession", Tree::from(profession));
        }
        if self.bytes.is_one_in(5) {
            let why = self.text();
            self.put(&mut entries, "unstated", why);
        } else {
            let post = Tree::from(IDS[self.bytes.below(self.count)]);
            self.put(&mut entries, "post", post);
        }
        if self.bytes.is_one_in(4) {
            self.put(&mut entries, "through", Tree::from("operational"));
        }
        self.backed(&mut entries);
        Tree::Table(entries)
    }

    fn post(&mut self, at: usize) -> Tree {
        let mut post = Entries::new();
        let title = self.text();
        self.put(&mut post, "title", title);
        let kind = ["individual", "individual", "individual", "body", "external"];
        let kind = if at == 0 {
            kind[0]
        } else {
            self.bytes.pick(&kind)
        };
        if kind != "individual" {
            self.put(&mut post, "kind", Tree::from(kind));
        }
        if kind == "external" && !self.is_faulty {
            return Tree::Table(post);
        }
        self.fields(&mut post, kind);
        self.lines(&mut post, at);
        self.cover(&mut post);
        if kind == "body" || self.slips() {
            self.body(&mut post);
        }
        if self.bytes.is_one_in(5) {
            let (to, key) = (self.id(), self.bytes.pick(&LINKS));
            let to = self.reference("to", to);
            self.put(&mut post, key, Tree::List(vec![to]));
        }
        self.backed(&mut post);
        Tree::Table(post)
    }

    fn fields(&mut self, post: &mut Entries, kind: &str) {
        for (key, areas) in [("unit", &AREAS[..3]), ("profession", &AREAS[1..3])] {
            if self.bytes.is_one_in(2) {
                let id = Tree::from(self.bytes.pick(areas));
                let id = self.reference("to", id);
                self.put(post, key, id);
            }
        }
        if kind != "individual" && !self.slips() {
            return;
        }
        match self.bytes.below(6) {
            0 => self.put(post, "vacant", Tree::Bool(true)),
            1 | 2 => {
                let name = self.text();
                self.put(post, "holder", name);
            }
            3 => {
                let (first, second, id) = (self.text(), self.text(), self.bytes.pick(&IDS));
                let second = table([("name", second), ("id", Tree::from(id))]);
                self.put(post, "holders", Tree::List(vec![first, second]));
            }
            4 => {
                self.put(post, "fte", Tree::Number(0.6));
                let seats = Tree::Whole(1 + i64::from(self.bytes.next() % 3));
                self.put(post, "seats", seats);
            }
            _ => {
                let (grade, note) = (self.text(), self.text());
                self.put(post, "grade", grade);
                self.put(post, "note", note.clone());
                self.put(post, "labels", table([("cost centre", note)]));
            }
        }
    }

    fn lines(&mut self, post: &mut Entries, at: usize) {
        for kind in KINDS {
            match self.bytes.below(6) {
                0 => {}
                1 => {
                    let (word, why) = (self.bytes.pick(&["none", "unstated"]), self.text());
                    self.put(post, kind, table([(word, why)]));
                }
                _ if at == 0 && !self.is_faulty => {}
                _ => {
                    let above = self.above(at);
                    let line = self.reference("to", above);
                    self.put(post, kind, line);
                }
            }
        }
        if self.bytes.is_one_in(6) {
            let (kind, to) = (self.bytes.pick(&KINDS), self.id());
            let also = table([("kind", Tree::from(kind)), ("to", to)]);
            self.put(post, "also", Tree::List(vec![also]));
        }
    }

    fn deputy(&mut self) -> Tree {
        let id = self.id();
        if self.bytes.is_one_in(2) {
            return id;
        }
        let mut entries = Entries::new();
        self.put(&mut entries, "post", id);
        if self.bytes.is_one_in(3) {
            let matter = Tree::from(self.bytes.pick(&MATTERS));
            self.put(&mut entries, "for", Tree::List(vec![matter]));
        }
        if self.bytes.is_one_in(5) {
            self.put(&mut entries, "authority", Tree::from("attend"));
        }
        if self.bytes.is_one_in(2) {
            self.put(&mut entries, "onward", Tree::Bool(true));
        }
        self.backed(&mut entries);
        Tree::Table(entries)
    }

    fn cover(&mut self, post: &mut Entries) {
        let ranks: Vec<_> = (0..self.bytes.below(4))
            .map(|_| {
                if self.bytes.is_one_in(4) {
                    return Tree::List((0..2).map(|_| self.deputy()).collect());
                }
                self.deputy()
            })
            .collect();
        if !ranks.is_empty() {
            self.put(post, "deputies", Tree::List(ranks));
        }
    }

    fn body(&mut self, post: &mut Entries) {
        let members: Vec<_> = (0..self.bytes.below(4))
            .map(|_| {
                let id = self.id();
                self.reference("post", id)
            })
            .collect();
        self.put(post, "members", Tree::List(members));
        if self.bytes.is_one_in(2) {
            let chair = self.id();
            self.put(post, "chair", chair);
        }
    }
}

fn table<const N: usize>(entries: [(&str, Tree); N]) -> Tree {
    Tree::Table(entries.map(|(key, value)| (key.to_owned(), value)).into())
}
