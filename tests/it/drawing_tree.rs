//! The tree as text, held against one written plainly from the records.

use answerable::Accountability::{self, Clinical, Operational, Professional};
use answerable::proptest1::{any_post, organisation};
use answerable::{Organisation, PostKind, PostRecord, Seats, Superior, SuperiorRecord};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::laws::cases;
use crate::loaded;

/// To whom a post answers in one kind.
enum Above {
    To(usize, &'static str),
    Nobody(String),
    NotStated(Option<String>),
    Outside,
}

/// What is told of each post, by its number in the document.
struct Told {
    posts: Vec<PostRecord>,
    titles: Vec<String>,
    kinds: Vec<OfKind>,
}

struct OfKind {
    kind: Accountability,
    title: String,
    above: Vec<Above>,
    reports: Vec<Vec<usize>>,
}

impl Told {
    fn of(org: &Organisation) -> Self {
        let posts: Vec<_> = org.post_records().collect();
        let titles = posts.iter();
        let titles = titles.map(|post| post.title.clone().unwrap_or_else(|| post.id.clone()));
        let mut told = Self {
            titles: titles.collect(),
            posts,
            kinds: Vec::new(),
        };
        let kinds = Accountability::ALL.map(|kind| told.of_kind(org, kind));
        told.kinds.extend(kinds);
        told
    }

    fn of_kind(&self, org: &Organisation, kind: Accountability) -> OfKind {
        let above = self.posts.iter().map(|post| self.above(org, post, kind));
        let above: Vec<_> = above.collect();
        let mut reports = vec![Vec::new(); above.len()];
        for (post, above) in above.iter().enumerate() {
            if let Above::To(superior, _) = above {
                reports[*superior].push(post);
            }
        }
        OfKind {
            kind,
            title: org.kind_title(kind).to_owned(),
            above,
            reports,
        }
    }

    fn number(&self, id: &str) -> usize {
        let number = self.posts.iter().position(|post| post.id == id);
        number.expect("a post of the document")
    }

    /// As the post tells it, and else as rules have it.
    fn above(&self, org: &Organisation, post: &PostRecord, kind: Accountability) -> Above {
        if post.kind == PostKind::External {
            return Above::Outside;
        }
        if let Some(line) = post.lines.iter().find(|line| line.kind == kind) {
            return match &line.superior {
                SuperiorRecord::Known(to) => Above::To(self.number(to), ""),
                SuperiorRecord::NoneAbove(why) => Above::Nobody(why.clone()),
                SuperiorRecord::Unstated(why) => Above::NotStated(Some(why.clone())),
            };
        }
        match org.post(&post.id).expect("declared").superior(kind) {
            Superior::Known(line) => Above::To(self.number(line.to().id()), " by rule"),
            Superior::Unstated(why) => Above::NotStated(why.map(|why| why.why().to_owned())),
            Superior::NoneAbove(_) => unreachable!("only a post tells that nobody is above it"),
        }
    }

    /// The tree of one kind, by its number, from one post or whole.
    fn tree(&self, kind: usize, from: Option<usize>, depth: usize) -> String {
        let of_kind = &self.kinds[kind];
        let hangs_from = |&post: &usize| match of_kind.above[post] {
            Above::To(..) => false,
            Above::Nobody(_) | Above::NotStated(Some(_)) => true,
            Above::NotStated(None) => {
                of_kind.kind == Operational || !of_kind.reports[post].is_empty()
            }
            Above::Outside => !of_kind.reports[post].is_empty(),
        };
        let tops = match from {
            Some(post) => vec![post],
            None => (0..self.posts.len()).filter(hangs_from).collect(),
        };
        let mut tree = Tree {
            told: self,
            of_kind,
            depth,
            way: Vec::new(),
            text: String::new(),
        };
        for top in tops {
            tree.branch(top);
        }
        tree.text
    }
}

struct Tree<'t> {
    told: &'t Told,
    of_kind: &'t OfKind,
    depth: usize,
    /// What stands below each post on the way down, where its siblings go on.
    way: Vec<&'static str>,
    text: String,
}

impl Tree<'_> {
    fn branch(&mut self, post: usize) {
        self.text.push_str(&self.told.titles[post]);
        let notes = self.notes(post).join("; ");
        if !notes.is_empty() {
            self.text.extend([" [", &notes, "]"]);
        }
        self.text.push('\n');
        if self.way.len() == self.depth {
            return;
        }
        let reports = &self.of_kind.reports[post];
        for &report in reports {
            let (branch, beside) = match reports.last() {
                Some(&last) if last == report => ("└─ ", "   "),
                _ => ("├─ ", "│  "),
            };
            let stems = self.way.iter().copied().take(32);
            self.text.extend(stems.chain([branch]));
            self.way.push(beside);
            let layer = self.way.len();
            if layer > 32 {
                self.text.extend(["(", &layer.to_string(), ") "]);
            }
            self.branch(report);
            self.way.pop();
        }
    }

    fn notes(&self, post: usize) -> Vec<String> {
        let told = &self.told.posts[post];
        let mut notes = Vec::new();
        match told.kind {
            PostKind::Body => notes.push("body".to_owned()),
            PostKind::External => notes.push("external".to_owned()),
            PostKind::Individual => {}
        }
        match told.seats {
            Some(Seats::Number(1)) => notes.push("1 seat".to_owned()),
            Some(Seats::Number(seats)) => notes.push(format!("{seats} seats")),
            Some(Seats::NotStated) => notes.push("several seats".to_owned()),
            None => {}
        }
        if told.vacant {
            notes.push("vacant".to_owned());
        }
        for of_kind in &self.told.kinds {
            let OfKind { kind, title, .. } = of_kind;
            notes.extend(
                self.superior(post, of_kind)
                    .map(|of| format!("{title}{of}")),
            );
            let also = told.also.iter().filter(|also| also.kind == *kind);
            let also = also.map(|also| &self.told.titles[self.told.number(&also.to)]);
            notes.extend(also.map(|also| format!("also {title}: {also}")));
        }
        if self.way.len() == self.depth && !self.of_kind.reports[post].is_empty() {
            notes.push(format!("+{} below", self.below(post)));
        }
        notes
    }

    /// What is told of a superior that the tree itself does not show.
    fn superior(&self, post: usize, of_kind: &OfKind) -> Option<String> {
        let is_top = self.way.is_empty();
        let is_own = of_kind.kind == self.of_kind.kind;
        if is_own && !is_top {
            return None;
        }
        match (&of_kind.above[post], &self.of_kind.above[post]) {
            (Above::To(to, _), Above::To(over, _)) if !is_top && to == over => None,
            (Above::To(to, by_rule), _) => Some(format!("{by_rule}: {}", self.told.titles[*to])),
            (Above::Nobody(why), _) => (!is_own).then(|| format!(": none ({why})")),
            (Above::NotStated(Some(why)), _) => Some(format!(": not stated ({why})")),
            (Above::NotStated(None), _) => is_own.then(|| ": not stated".to_owned()),
            (Above::Outside, _) => None,
        }
    }

    fn below(&self, post: usize) -> usize {
        let reports = self.of_kind.reports[post].iter();
        reports.map(|&report| 1 + self.below(report)).sum()
    }
}

/// Small ones, and some that are deeper than lines are indented.
fn organisations() -> impl Strategy<Value = Organisation> {
    prop_oneof![4 => organisation(1..14), 1 => organisation(34..44)]
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_tree_is_what_one_would_write_by_hand(
        org in organisations(),
        post in any_post(),
        depth in 0_usize..6,
    ) {
        let told = Told::of(&org);
        let post = post.of(&org).expect("there are posts");
        let from = Some(told.number(post.id()));
        for (number, kind) in Accountability::ALL.into_iter().enumerate() {
            let (whole, branch) = (org.tree(kind), post.tree(kind));
            prop_assert_eq!(whole.to_string(), told.tree(number, None, usize::MAX));
            prop_assert_eq!(branch.to_string(), told.tree(number, from, usize::MAX));
            prop_assert_eq!(whole.to_depth(depth).to_string(), told.tree(number, None, depth));
            prop_assert_eq!(branch.to_depth(depth).to_string(), told.tree(number, from, depth));
        }
    }
}

#[test]
fn trees_of_every_sort_are_met() {
    let mut runner = TestRunner::deterministic();
    let mut text = String::new();
    for _ in 0..200 {
        let org = organisations().new_tree(&mut runner).expect("some");
        let org = org.current();
        for kind in Accountability::ALL {
            text.push_str(&org.tree(kind).to_depth(2).to_string());
            text.push_str(&org.tree(kind).to_string());
        }
    }
    for met in [
        "[body",
        "[external",
        " seats",
        "vacant",
        "clinical: Post",
        "professional by rule: ",
        "operational: not stated (",
        "[operational: not stated]",
        "clinical: none (",
        "also operational: ",
        "+3 below",
        "│  └─ ",
        "   ├─ ",
        "(33) ",
    ] {
        assert!(text.contains(met), "{met}");
    }
}

#[test]
fn a_tree_of_each_kind() {
    let org = loaded::from_toml(
        r#"
        [unit.ward]
        title = "Ward 7"

        [[head]]
        kind = "professional"
        unit = "ward"
        post = "chief-nurse"

        [[head]]
        kind = "clinical"
        unit = "ward"
        unstated = "the consultants have not agreed"

        [post.chief-nurse]
        title = "Chief Nurse"
        operational = { none = "head of the trust" }
        professional = { unstated = "outside the trust, not named" }

        [post.matron]
        title = "Matron"
        operational = "chief-nurse"
        professional = "chief-nurse"
        also = [{ kind = "clinical", to = "regulator" }, { kind = "operational", to = "regulator" }]

        [post.sister]
        title = "Ward Sister"
        operational = "matron"
        unit = "ward"

        [post.nurses]
        title = "Staff Nurses"
        seats = 12
        operational = "sister"
        professional = "sister"
        clinical = { none = "nurse-led ward" }

        [post.clerk]
        title = "Ward Clerk"
        vacant = true
        operational = "matron"

        [post.friends]
        title = "League of Friends"
        kind = "body"

        [post.regulator]
        title = "Regulator"
        kind = "external"

        [post.inspector]
        title = "Inspector"
        clinical = "regulator"

        [post.auditor]
        title = "Auditor"
        kind = "external"
        "#,
    );
    insta::assert_snapshot!(org.tree(Operational), @r"
    Chief Nurse [professional: not stated (outside the trust, not named)]
    └─ Matron [also operational: Regulator; also clinical: Regulator]
       ├─ Ward Sister [professional by rule: Chief Nurse; clinical: not stated (the consultants have not agreed)]
       │  └─ Staff Nurses [12 seats; clinical: none (nurse-led ward)]
       └─ Ward Clerk [vacant]
    League of Friends [body; operational: not stated]
    Inspector [operational: not stated; clinical: Regulator]
    ");
    insta::assert_snapshot!(org.tree(Professional), @r"
    Chief Nurse [operational: none (head of the trust); professional: not stated (outside the trust, not named)]
    ├─ Matron [also operational: Regulator; also clinical: Regulator]
    └─ Ward Sister [operational: Matron; clinical: not stated (the consultants have not agreed)]
       └─ Staff Nurses [12 seats; clinical: none (nurse-led ward)]
    ");
    insta::assert_snapshot!(org.tree(Clinical), @r"
    Ward Sister [operational: Matron; professional by rule: Chief Nurse; clinical: not stated (the consultants have not agreed)]
    Staff Nurses [12 seats; operational: Ward Sister; professional: Ward Sister]
    Regulator [external]
    └─ Inspector
    ");
    insta::assert_snapshot!(org.tree(Operational).to_depth(1), @r"
    Chief Nurse [professional: not stated (outside the trust, not named)]
    └─ Matron [also operational: Regulator; also clinical: Regulator; +3 below]
    League of Friends [body; operational: not stated]
    Inspector [operational: not stated; clinical: Regulator]
    ");
    let sister = org.post("sister").expect("declared");
    insta::assert_snapshot!(sister.tree(Operational), @r"
    Ward Sister [operational: Matron; professional by rule: Chief Nurse; clinical: not stated (the consultants have not agreed)]
    └─ Staff Nurses [12 seats; clinical: none (nurse-led ward)]
    ");
    insta::assert_snapshot!(sister.tree(Operational).to_depth(0), @"Ward Sister [operational: Matron; professional by rule: Chief Nurse; clinical: not stated (the consultants have not agreed); +1 below]");
    let clerk = org.post("clerk").expect("declared");
    insta::assert_snapshot!(clerk.tree(Clinical), @"Ward Clerk [vacant; operational: Matron; clinical: not stated]");
}

/// A chain of posts, each under the one before.
fn chain(posts: usize) -> Organisation {
    let post = |at: usize| {
        let post = PostRecord::new(format!("n{at}"), format!("Nurse {at}"));
        match at.checked_sub(1) {
            Some(above) => post.accountable_to(format!("n{above}"), Operational),
            None => post.none_above("head"),
        }
    };
    Organisation::from_posts((0..posts).map(post)).expect("sound")
}

/// Text would grow with the square of the depth.
#[test]
fn lines_are_indented_up_to_32_layers() {
    let tree = chain(40).tree(Operational).to_string();
    let lines: Vec<&str> = tree.lines().collect();
    assert_eq!(lines[1], "└─ Nurse 1");
    assert_eq!(lines[31], format!("{}└─ Nurse 31", "   ".repeat(30)));
    assert_eq!(lines[32], format!("{}└─ Nurse 32", "   ".repeat(31)));
    assert_eq!(lines[33], format!("{}└─ (33) Nurse 33", "   ".repeat(32)));
    assert_eq!(lines[39], format!("{}└─ (39) Nurse 39", "   ".repeat(32)));
}

#[test]
fn a_post_is_told_on_one_line_whatever_its_title() {
    let org = Organisation::from_posts([
        PostRecord::new("matron", "Matron\n└─ Nurse").none_above("head"),
        PostRecord::new("sister", "\u{202e}Sister")
            .accountable_to("matron", Operational)
            .unstated_in(Clinical, "asked,\nno answer"),
    ])
    .expect("sound");
    insta::assert_snapshot!(org.tree(Operational), @r"
    Matron\u{a}└─ Nurse
    └─ \u{202e}Sister [clinical: not stated (asked,\u{a}no answer)]
    ");
}
