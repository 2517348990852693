//! Values into columns: the one place that knows what each key may hold.
//!
//! Nothing is refused here: what cannot be meant becomes a [`Fault`], and the
//! reading goes on.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map;

use crate::model::{Accountability, Authority, PostKind, Relation, Seats, Standing};
use crate::near;
use crate::quoted::Quoted;

use super::columns::{
    AlsoEntry, Backing, DeputyEntry, FactKey, HolderEntry, LinkEnd, LinkEntry, MemberEntry, Open,
};
use super::misread::{Fault, Misread};
use super::place::{Step, Table};
use super::texts::Txt;
use super::value::Value;
use super::{Document, Entry, HeadEntry};

/// Where the reading is: an entry of a table, and the steps into it.
#[derive(Clone, Copy)]
struct At<'p> {
    table: Table,
    row: u32,
    step: Option<(&'p At<'p>, StepRef<'p>)>,
}

#[derive(Clone, Copy)]
enum StepRef<'p> {
    Key(&'p str),
    Item(usize),
}

impl<'p> At<'p> {
    const fn entry(table: Table, row: u32) -> Self {
        Self {
            table,
            row,
            step: None,
        }
    }

    const fn key(&'p self, key: &'p str) -> Self {
        Self {
            table: self.table,
            row: self.row,
            step: Some((self, StepRef::Key(key))),
        }
    }

    const fn item(&'p self, item: usize) -> Self {
        Self {
            table: self.table,
            row: self.row,
            step: Some((self, StepRef::Item(item))),
        }
    }

    fn path(&self) -> Vec<Step> {
        let mut path = Vec::new();
        let mut at = self;
        while let Some((outer, step)) = at.step {
            path.push(match step {
                StepRef::Key(key) => Step::Key(key.to_owned()),
                StepRef::Item(item) => Step::Item(item),
            });
            at = outer;
        }
        path.reverse();
        path
    }
}

/// The values of a table at the keys asked for.
struct Fields<'v, 'a, const N: usize> {
    values: [Option<&'v Value<'a>>; N],
    /// Whether every key was known and said one thing.
    whole: bool,
    /// Whether the key, or a near miss of it, was given at all.
    has_meant: [bool; N],
}

type Table_<'a> = [(Cow<'a, str>, Value<'a>)];

/// The keys any table of facts may have, last in every list of keys.
const BASIS: &str = "basis";
const STANDING: &str = "standing";
const WHY: &str = "why";

/// The keys of a post; [`post_key`] gives their places.
const POST_KEYS: [&str; 27] = [
    "title",
    "kind",
    "unit",
    "profession",
    "grade",
    "fte",
    "seats",
    "vacant",
    "holder",
    "holders",
    "note",
    "labels",
    "operational",
    "professional",
    "clinical",
    "also",
    "deputies",
    "chair",
    "members",
    "supports",
    "advises",
    "works_with",
    "regulates",
    "commissions",
    BASIS,
    STANDING,
    WHY,
];

fn post_key(key: &str) -> Option<usize> {
    Some(match key {
        "title" => 0,
        "kind" => 1,
        "unit" => 2,
        "profession" => 3,
        "grade" => 4,
        "fte" => 5,
        "seats" => 6,
        "vacant" => 7,
        "holder" => 8,
        "holders" => 9,
        "note" => 10,
        "labels" => 11,
        "operational" => 12,
        "professional" => 13,
        "clinical" => 14,
        "also" => 15,
        "deputies" => 16,
        "chair" => 17,
        "members" => 18,
        "supports" => 19,
        "advises" => 20,
        "works_with" => 21,
        "regulates" => 22,
        "commissions" => 23,
        BASIS => 24,
        STANDING => 25,
        WHY => 26,
        _ => return None,
    })
}

impl Document {
    fn fault(&mut self, at: At<'_>, what: Misread) {
        self.faults.push(Fault {
            table: at.table,
            row: at.row,
            path: at.path(),
            what,
        });
    }

    fn wrong_type(&mut self, at: At<'_>, expected: &'static str, value: &Value<'_>) {
        let found = match value {
            Value::Text(text) => Quoted(text).to_string(),
            Value::Integer(number) => format!("the number {number}"),
            Value::Float(number) => format!("the number {number:?}"),
            Value::Bool(word) => format!("`{word}`"),
            other => other.sort().to_owned(),
        };
        self.fault(at, Misread::WrongType { expected, found });
    }

    /// The values at `keys`, reporting keys that are unknown or repeated.
    fn fields<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        table: &'v Table_<'a>,
        keys: &[&'static str; N],
        place_of: impl Fn(&str) -> Option<usize>,
    ) -> Fields<'v, 'a, N> {
        let mut fields = Fields {
            values: [None; N],
            whole: true,
            has_meant: [false; N],
        };
        let mut differing = [false; N];
        for (key, value) in table {
            let Some(place) = place_of(key) else {
                let near = near::nearest(key, keys.iter().copied())
                    .and_then(|near| keys.iter().copied().find(|&key| key == near));
                self.fault(at.key(key), Misread::UnknownKey { near });
                fields.whole = false;
                if let Some(meant) = near.and_then(&place_of) {
                    fields.has_meant[meant] = true;
                }
                continue;
            };
            fields.has_meant[place] = true;
            match fields.values[place] {
                None => fields.values[place] = Some(value),
                Some(first) => {
                    let differs = first != value;
                    self.fault(at.key(key), Misread::RepeatedKey { differs });
                    differing[place] |= differs;
                }
            }
        }
        for (value, differs) in fields.values.iter_mut().zip(differing) {
            if differs {
                *value = None;
                fields.whole = false;
            }
        }
        fields
    }

    /// The values at `keys` of a small table; `None` if it is no table.
    fn small<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'a>,
        keys: &[&'static str; N],
        expected: &'static str,
    ) -> Option<Fields<'v, 'a, N>> {
        match value {
            Value::Table(table) => Some(self.fields(at, table, keys, |key| {
                keys.iter().position(|known| *known == key)
            })),
            other => {
                self.wrong_type(at, expected, other);
                None
            }
        }
    }

    fn text<'v>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'_>,
        expected: &'static str,
    ) -> Option<&'v str> {
        match value {
            Value::Text(text) if text.trim().is_empty() => {
                self.fault(at, Misread::Blank);
                None
            }
            Value::Text(text) => Some(text),
            other => {
                self.wrong_type(at, expected, other);
                None
            }
        }
    }

    fn words(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<Txt> {
        let text = self.text(at, value?, "text")?;
        Some(self.text.intern(text))
    }

    fn flag(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<bool> {
        match value? {
            Value::Bool(flag) => Some(*flag),
            other => {
                self.wrong_type(at, "true or false", other);
                None
            }
        }
    }

    fn one_of<T: Copy>(
        &mut self,
        at: At<'_>,
        value: Option<&Value<'_>>,
        choices: &[(&str, T)],
        expected: &'static str,
    ) -> Option<T> {
        let value = value?;
        if let Value::Text(text) = value
            && let Some((_, choice)) = choices.iter().find(|(word, _)| word == text)
        {
            return Some(*choice);
        }
        self.wrong_type(at, expected, value);
        None
    }

    fn accountability(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<Accountability> {
        let choices = Accountability::ALL.map(|kind| (kind.as_str(), kind));
        self.one_of(
            at,
            value,
            &choices,
            "one of `operational`, `professional`, `clinical`",
        )
    }

    fn list<'v, 'a>(
        &mut self,
        at: At<'_>,
        value: Option<&'v Value<'a>>,
        expected: &'static str,
    ) -> &'v [Value<'a>] {
        match value {
            None => &[],
            Some(Value::List(items)) => items,
            Some(other) => {
                self.wrong_type(at, expected, other);
                &[]
            }
        }
    }

    /// `basis`, `standing` and `why` of any table.
    fn backing(&mut self, at: At<'_>, [basis, standing, why]: [Option<&Value<'_>>; 3]) -> Backing {
        let mut backing = Backing::default();
        if let Some(value) = basis {
            let inside = at.key(BASIS);
            if let Some(fields) =
                self.small(inside, value, &["source", "at"], "a table { source, at }")
            {
                let [source, place] = fields.values;
                let place = self.words(inside.key("at"), place);
                match source {
                    None if fields.whole => {
                        self.fault(inside, Misread::Missing { what: "`source`" });
                    }
                    None => {}
                    Some(source) => {
                        let source = self.text(inside.key("source"), source, "the id of a source");
                        if let Some(source) = source.filter(|_| fields.whole) {
                            backing.source = Some(self.sources.ids.intern(source));
                            backing.at = place;
                        }
                    }
                }
            }
        }
        let choices = Standing::ALL.map(|standing| (standing.as_str(), standing));
        let inside = at.key(STANDING);
        let expected = "one of `stated`, `given`, `inferred`, `assumed`";
        match self.one_of(inside, standing, &choices, expected) {
            Some(Standing::Stated) if basis.is_none() => {
                self.fault(inside, Misread::Standing { has_basis: false });
            }
            Some(Standing::Given) if basis.is_some() => {
                self.fault(inside, Misread::Standing { has_basis: true });
            }
            // What the basis makes it anyway is not kept apart.
            Some(Standing::Stated | Standing::Given) | None => {}
            weaker => backing.standing = weaker,
        }
        backing.why = self.words(at.key(WHY), why);
        backing
    }

    /// An id alone, or a table with it at `key`; `None` if the item as a whole
    /// cannot be taken at its word.
    fn short_or_table<'v, 'a, const N: usize>(
        &mut self,
        at: At<'_>,
        value: &'v Value<'a>,
        keys: &[&'static str; N],
        expected: &'static str,
    ) -> Option<(&'v str, Fields<'v, 'a, N>)> {
        if let Value::Text(_) = value {
            let short = self.text(at, value, expected)?;
            return Some((
                short,
                Fields {
                    values: [None; N],
                    whole: true,
                    has_meant: [false; N],
                },
            ));
        }
        let fields = self.small(at, value, keys, expected)?;
        let inside = at.key(keys[0]);
        let Some(value) = fields.values[0] else {
            if fields.whole {
                self.fault(
                    at,
                    Misread::Missing {
                        what: missing(keys[0]),
                    },
                );
            }
            return None;
        };
        let short = self.text(inside, value, expected)?;
        fields.whole.then_some((short, fields))
    }

    fn reference<'v>(
        &mut self,
        at: At<'_>,
        value: Option<&'v Value<'_>>,
        expected: &'static str,
    ) -> Option<(&'v str, Backing)> {
        let keys = ["to", BASIS, STANDING, WHY];
        let (to, fields) = self.short_or_table(at, value?, &keys, expected)?;
        let [_, basis, standing, why] = fields.values;
        Some((to, self.backing(at, [basis, standing, why])))
    }

    fn keep_backing(&mut self, row: u32, fact: FactKey, backing: Backing) {
        if !backing.is_empty() {
            self.posts.backing.push(row, (fact, backing));
        }
    }

    pub(super) fn read_title(&mut self, title: &str) {
        self.read_top("title", &Value::from(title));
    }

    pub(super) fn read_about(&mut self, about: &str) {
        self.read_top("about", &Value::from(about));
    }

    pub(super) fn read_kind_title(&mut self, kind: Accountability, title: &str) {
        let entry = Value::Table(vec![("title".into(), Value::from(title))]);
        self.read_kind(kind.as_str(), &entry);
    }

    /// A key of the top level that is no table of entries.
    pub(super) fn read_top(&mut self, key: &str, value: &Value<'_>) {
        let top = At::entry(Table::Top, 0);
        match key {
            "title" => self.title = self.words(top.key("title"), Some(value)),
            "about" => self.about = self.words(top.key("about"), Some(value)),
            "cover" => {
                let at = At::entry(Table::Cover, 0);
                let keys = ["reverts_to_superior"];
                if let Some(fields) =
                    self.small(at, value, &keys, "a table { reverts_to_superior }")
                {
                    let [reverts] = fields.values;
                    self.reverts_to_superior = self.flag(at.key(keys[0]), reverts);
                }
            }
            "findings" => match value {
                Value::Table(_) => {
                    if self.is_setting(At::entry(Table::Findings, 0), value) {
                        self.findings = Some(value.clone().into_owned());
                    }
                }
                other => self.wrong_type(At::entry(Table::Findings, 0), "a table", other),
            },
            unknown => {
                let keys = [
                    "version",
                    "title",
                    "about",
                    "cover",
                    "findings",
                    "kind",
                    "source",
                    "profession",
                    "unit",
                    "matter",
                    "head",
                    "post",
                ];
                let near = near::nearest(unknown, keys)
                    .and_then(|near| keys.into_iter().find(|&key| key == near));
                self.fault(top.key(unknown), Misread::UnknownKey { near });
            }
        }
    }

    /// Whether a setting can be kept and given back; notes what of it cannot.
    fn is_setting(&mut self, at: At<'_>, value: &Value<'_>) -> bool {
        let mut is_kept = true;
        match value {
            Value::Bool(_) | Value::Text(_) => {}
            Value::Integer(number) if i64::try_from(*number).is_ok() => {}
            Value::Float(number) if number.is_finite() => {}
            Value::List(items) => {
                for (item, value) in items.iter().enumerate() {
                    is_kept &= self.is_setting(at.item(item), value);
                }
            }
            Value::Table(table) => {
                let mut seen = HashMap::new();
                for (key, value) in table {
                    match seen.entry(key) {
                        hash_map::Entry::Vacant(slot) => {
                            slot.insert(value);
                            is_kept &= self.is_setting(at.key(key), value);
                        }
                        hash_map::Entry::Occupied(first) => {
                            let differs = *first.get() != value;
                            self.fault(at.key(key), Misread::RepeatedKey { differs });
                            is_kept = false;
                        }
                    }
                }
            }
            other => {
                let expected = "text, a number, true or false, a list or a table";
                self.wrong_type(at, expected, other);
                is_kept = false;
            }
        }
        is_kept
    }

    /// Notes that a key of the top level is given again.
    #[cfg(feature = "serde")]
    pub(super) fn repeated_top(&mut self, key: &str, differs: bool) {
        self.fault(
            At::entry(Table::Top, 0).key(key),
            Misread::RepeatedKey { differs },
        );
    }

    /// Notes that a table of entries is given again.
    #[cfg(feature = "serde")]
    pub(super) fn repeated_table(&mut self, table: Table) {
        self.fault(At::entry(Table::Top, 0), Misread::RepeatedTable { table });
    }

    /// Notes that a table of entries is something else.
    #[cfg(feature = "serde")]
    pub(super) fn no_table(&mut self, table: Table, value: &Value<'_>) {
        let expected = match table {
            Table::Head => "a list of tables ([[head]] in TOML)",
            _ => "a table keyed by id",
        };
        self.wrong_type(
            At::entry(Table::Top, 0).key(table.as_str()),
            expected,
            value,
        );
    }

    pub(super) fn read_kind(&mut self, id: &str, value: &Value<'_>) {
        let Some(kind) = Accountability::from_word(id) else {
            let words = Accountability::ALL.map(Accountability::as_str);
            let near = near::nearest(id, words)
                .and_then(|near| words.into_iter().find(|&word| word == near));
            let top = At::entry(Table::Top, 0);
            self.fault(top.key("kind").key(id), Misread::UnknownKey { near });
            return;
        };
        let at = At::entry(Table::Kind, kind as u32);
        let is_again = self.kind_titles[kind as usize].is_some()
            || self
                .faults
                .iter()
                .any(|fault| fault.table == Table::Kind && fault.row == kind as u32);
        let Some(fields) = self.small(at, value, &["title"], "a table { title }") else {
            return;
        };
        let [title] = fields.values;
        let title = self.words(at.key("title"), title);
        if is_again {
            let differs = self.kind_titles[kind as usize] != title || title.is_none();
            self.fault(at, Misread::RepeatedKey { differs });
        }
        let told = &mut self.kind_titles[kind as usize];
        *told = title.filter(|title| !is_again || *told == Some(*title));
    }

    pub(super) fn read_entry(&mut self, table: Table, id: &str, value: &Value<'_>) {
        let row = u32::try_from(self.register(table).entries.len()).unwrap_or(u32::MAX);
        let id = self.register_mut(table).ids.intern(id);
        let mut entry = Entry {
            id,
            title: None,
            within: None,
            kind: None,
            personal: false,
            backing: Backing::default(),
        };
        let at = At::entry(table, row);
        match table {
            Table::Source => {
                let keys = ["title", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, "a table") {
                    let [title, basis, standing, why] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    entry.backing = self.backing(at, [basis, standing, why]);
                }
            }
            Table::Matter => {
                let keys = ["title", "kind", "personal", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, "a table") {
                    let [title, kind, personal, basis, standing, why] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    entry.kind = self.accountability(at.key("kind"), kind);
                    entry.personal = self.flag(at.key("personal"), personal).unwrap_or(false);
                    entry.backing = self.backing(at, [basis, standing, why]);
                }
            }
            _ => {
                let containing = match table {
                    Table::Profession => "the id of a profession",
                    _ => "the id of a unit",
                };
                let keys = ["title", "within", BASIS, STANDING, WHY];
                if let Some(fields) = self.small(at, value, &keys, "a table") {
                    let [title, within, basis, standing, why] = fields.values;
                    entry.title = self.words(at.key("title"), title);
                    if let Some((outer, backing)) =
                        self.reference(at.key("within"), within, containing)
                    {
                        let outer = self.register_mut(table).ids.intern(outer);
                        entry.within = Some((outer, backing));
                    }
                    entry.backing = self.backing(at, [basis, standing, why]);
                }
            }
        }
        self.register_mut(table).entries.push(entry);
    }

    pub(super) fn read_head(&mut self, value: &Value<'_>) {
        let row = u32::try_from(self.heads.len()).unwrap_or(u32::MAX);
        let at = At::entry(Table::Head, row);
        let mut head = HeadEntry {
            kind: None,
            unit: None,
            profession: None,
            post: None,
            unstated: None,
            through: false,
            backing: Backing::default(),
        };
        let keys = [
            "kind",
            "unit",
            "profession",
            "post",
            "unstated",
            "through",
            BASIS,
            STANDING,
            WHY,
        ];
        if let Some(fields) = self.small(at, value, &keys, "a table") {
            let [
                kind,
                unit,
                profession,
                post,
                unstated,
                through,
                basis,
                standing,
                why,
            ] = fields.values;
            head.kind = self.accountability(at.key("kind"), kind);
            if let Some(unit) =
                unit.and_then(|unit| self.text(at.key("unit"), unit, "the id of a unit"))
            {
                head.unit = Some(self.units.ids.intern(unit));
            }
            if let Some(id) = profession
                .and_then(|id| self.text(at.key("profession"), id, "the id of a profession"))
            {
                head.profession = Some(self.professions.ids.intern(id));
            }
            if let Some(post) =
                post.and_then(|post| self.text(at.key("post"), post, "the id of a post"))
            {
                head.post = Some(self.ids.intern(post));
            }
            head.unstated = self.words(at.key("unstated"), unstated);
            let choices = [("operational", true)];
            head.through = self
                .one_of(at.key("through"), through, &choices, "`operational`")
                .unwrap_or(false);
            head.backing = self.backing(at, [basis, standing, why]);
            for (given, what) in [(kind, "`kind`"), (unit, "`unit`")] {
                if given.is_none() && fields.whole {
                    self.fault(at, Misread::Missing { what });
                }
            }
            match (post, unstated) {
                (Some(_), Some(_)) => {
                    self.fault(
                        at.key("unstated"),
                        Misread::Exclusive {
                            keys: "`post` and `unstated`",
                        },
                    );
                }
                (None, None) if fields.whole => {
                    self.fault(
                        at,
                        Misread::Missing {
                            what: "`post` (or `unstated`, with why)",
                        },
                    );
                }
                _ => {}
            }
        }
        self.heads.push(head);
    }

    pub(super) fn read_post(&mut self, id: &str, value: &Value<'_>) {
        let id = self.ids.intern(id);
        let row = self.posts.push(id);
        let at = At::entry(Table::Post, row);
        let Value::Table(table) = value else {
            self.wrong_type(at, "a table", value);
            return;
        };
        let fields = self.fields(at, table, &POST_KEYS, post_key);
        let [
            title,
            kind,
            unit,
            profession,
            grade,
            fte,
            seats,
            vacant,
            holder,
            holders,
            note,
            labels,
            operational,
            professional,
            clinical,
            also,
            deputies,
            chair,
            members,
            supports,
            advises,
            works_with,
            regulates,
            commissions,
            basis,
            standing,
            why,
        ] = fields.values;
        let index = row as usize;
        if !fields.has_meant[0] {
            self.fault(at, Misread::Missing { what: "`title`" });
        }
        self.posts.title[index] = self.words(at.key("title"), title);
        let kinds = PostKind::ALL.map(|kind| (kind.as_str(), kind));
        if let Some(kind) = self.one_of(
            at.key("kind"),
            kind,
            &kinds,
            "one of `individual`, `body`, `external`",
        ) {
            self.posts.kind[index] = kind;
        }
        if let Some((unit, backing)) = self.reference(at.key("unit"), unit, "the id of a unit") {
            self.posts.unit[index] = Some(self.units.ids.intern(unit));
            self.keep_backing(row, FactKey::Unit, backing);
        }
        if let Some((id, backing)) =
            self.reference(at.key("profession"), profession, "the id of a profession")
        {
            self.posts.profession[index] = Some(self.professions.ids.intern(id));
            self.keep_backing(row, FactKey::Profession, backing);
        }
        self.posts.grade[index] = self.words(at.key("grade"), grade);
        self.read_measures(at, row, fte, seats);
        if self.flag(at.key("vacant"), vacant) == Some(true) {
            self.posts.vacant.push(row, ());
        }
        self.read_holders(at, row, holder, holders);
        if let Some(note) = self.words(at.key("note"), note) {
            self.posts.note.push(row, note);
        }
        self.read_labels(at, row, labels);
        for (kind, line) in
            Accountability::ALL
                .into_iter()
                .zip([operational, professional, clinical])
        {
            if let Some(line) = line {
                self.read_line(at.key(kind.as_str()), row, kind, line);
            }
        }
        self.read_also(at.key("also"), row, also);
        self.read_deputies(at.key("deputies"), row, deputies);
        if let Some((chair, backing)) = self.reference(at.key("chair"), chair, "the id of a post") {
            let chair = self.ids.intern(chair);
            self.posts.chair.push(row, chair);
            self.keep_backing(row, FactKey::Chair, backing);
        }
        self.read_members(at.key("members"), row, members);
        let links = [supports, advises, works_with, regulates, commissions];
        for (relation, links) in Relation::ALL.into_iter().zip(links) {
            self.read_links(at.key(relation.as_str()), row, relation, links);
        }
        let backing = self.backing(at, [basis, standing, why]);
        self.keep_backing(row, FactKey::Post, backing);
    }

    fn read_measures(
        &mut self,
        at: At<'_>,
        row: u32,
        fte: Option<&Value<'_>>,
        seats: Option<&Value<'_>>,
    ) {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a whole number of posts is far below 2^53"
        )]
        let number = match fte {
            Some(Value::Float(number)) => Some(*number),
            Some(Value::Integer(number)) => Some(*number as f64),
            _ => None,
        };
        match (fte, number) {
            (_, Some(number)) if number.is_finite() && number >= 0.0 => {
                // -0.0 is 0.
                self.posts.fte.push(row, number + 0.0);
            }
            (Some(other), _) => self.wrong_type(at.key("fte"), "a number, 0 or more,", other),
            (None, _) => {}
        }
        let told = match seats {
            None => return,
            Some(Value::Text(text)) if text == "not stated" => Some(Seats::NotStated),
            Some(Value::Integer(number)) => u32::try_from(*number)
                .ok()
                .filter(|&number| number > 0)
                .map(Seats::Number),
            Some(_) => None,
        };
        match (told, seats) {
            (Some(told), _) => self.posts.seats.push(row, told),
            (None, Some(other)) => {
                self.wrong_type(
                    at.key("seats"),
                    "a whole number from 1, or `not stated`,",
                    other,
                );
            }
            (None, None) => {}
        }
    }

    fn read_holders(
        &mut self,
        at: At<'_>,
        row: u32,
        holder: Option<&Value<'_>>,
        holders: Option<&Value<'_>>,
    ) {
        if holder.is_some() && holders.is_some() {
            self.fault(
                at.key("holders"),
                Misread::Exclusive {
                    keys: "`holder` and `holders`",
                },
            );
            return;
        }
        if let Some(holder) = holder {
            self.read_holder(at.key("holder"), row, None, holder);
        }
        let inside = at.key("holders");
        for (item, holder) in self
            .list(inside, holders, "a list of holders")
            .iter()
            .enumerate()
        {
            self.read_holder(inside.item(item), row, Some(number(item)), holder);
        }
    }

    fn read_holder(&mut self, at: At<'_>, row: u32, item: Option<u32>, value: &Value<'_>) {
        let keys = ["name", "id", "as", BASIS, STANDING, WHY];
        let expected = "a name, or a table { name, id, as },";
        let Some((name, fields)) = self.short_or_table(at, value, &keys, expected) else {
            return;
        };
        let [_, id, capacity, basis, standing, why] = fields.values;
        let holder = HolderEntry {
            item,
            name: self.text.intern(name),
            id: self.words(at.key("id"), id),
            standing_as: self.words(at.key("as"), capacity),
            backing: self.backing(at, [basis, standing, why]),
        };
        self.posts.holders.push(row, holder);
    }

    fn read_labels(&mut self, at: At<'_>, row: u32, labels: Option<&Value<'_>>) {
        let inside = at.key("labels");
        let table = match labels {
            None => return,
            Some(Value::Table(table)) => table,
            Some(other) => return self.wrong_type(inside, "a table of texts", other),
        };
        let mut seen: HashMap<&str, Option<&Value<'_>>> = HashMap::new();
        for (key, value) in table {
            match seen.entry(key) {
                hash_map::Entry::Vacant(slot) => {
                    slot.insert(Some(value));
                }
                hash_map::Entry::Occupied(mut slot) => {
                    let differs = *slot.get() != Some(value);
                    self.fault(inside.key(key), Misread::RepeatedKey { differs });
                    if differs {
                        slot.insert(None);
                    }
                }
            }
        }
        for (key, _) in table {
            let Some(value) = seen.remove(&**key).flatten() else {
                continue;
            };
            match value {
                Value::Text(text) => {
                    let label = (self.text.intern(key), self.text.intern(text));
                    self.posts.labels.push(row, label);
                }
                other => self.wrong_type(inside.key(key), "text", other),
            }
        }
    }

    fn read_line(&mut self, at: At<'_>, row: u32, kind: Accountability, value: &Value<'_>) {
        let expected = "the id of a post, or one of { to }, { none = why } and { unstated = why },";
        if let Value::Text(_) = value {
            if let Some(to) = self.text(at, value, expected) {
                self.posts.superior[kind as usize][row as usize] = Some(self.ids.intern(to));
            }
            return;
        }
        if let Value::List(items) = value
            && items.len() > 1
        {
            return self.fault(at, Misread::TwoSuperiors { count: items.len() });
        }
        let keys = ["to", "none", "unstated", BASIS, STANDING, WHY];
        let Some(fields) = self.small(at, value, &keys, expected) else {
            return;
        };
        let [to, none, unstated, basis, standing, why] = fields.values;
        let backing = self.backing(at, [basis, standing, why]);
        match (to, none, unstated) {
            (None, None, None) => {
                if fields.whole {
                    let what = "`to` (or `none` or `unstated`, with why)";
                    self.fault(at, Misread::Missing { what });
                }
                return;
            }
            (Some(to), None, None) => {
                let Some(to) = self.text(at.key("to"), to, "the id of a post") else {
                    return;
                };
                if !fields.whole {
                    return;
                }
                self.posts.superior[kind as usize][row as usize] = Some(self.ids.intern(to));
            }
            (None, Some(_), None) | (None, None, Some(_)) => {
                let key = if none.is_some() { "none" } else { "unstated" };
                let Some(why) = self.words(at.key(key), none.or(unstated)) else {
                    return;
                };
                if !fields.whole {
                    return;
                }
                self.posts.open.push(
                    row,
                    Open {
                        kind,
                        is_none: none.is_some(),
                        why,
                    },
                );
            }
            _ => {
                return self.fault(
                    at,
                    Misread::Exclusive {
                        keys: "`to`, `none` and `unstated`",
                    },
                );
            }
        }
        self.keep_backing(row, FactKey::Line(kind), backing);
    }

    fn read_also(&mut self, at: At<'_>, row: u32, also: Option<&Value<'_>>) {
        for (item, value) in self
            .list(at, also, "a list of { kind, to }")
            .iter()
            .enumerate()
        {
            let at = at.item(item);
            let keys = ["kind", "to", BASIS, STANDING, WHY];
            let Some(fields) = self.small(at, value, &keys, "a table { kind, to }") else {
                continue;
            };
            let [kind, to, basis, standing, why] = fields.values;
            for (given, what) in [(kind, "`kind`"), (to, "`to`")] {
                if given.is_none() && fields.whole {
                    self.fault(at, Misread::Missing { what });
                }
            }
            let kind = self.accountability(at.key("kind"), kind);
            let to = to.and_then(|to| self.text(at.key("to"), to, "the id of a post"));
            let backing = self.backing(at, [basis, standing, why]);
            if let (Some(kind), Some(to), true) = (kind, to, fields.whole) {
                let (to, item) = (self.ids.intern(to), number(item));
                self.posts.also.push(
                    row,
                    AlsoEntry {
                        item,
                        kind,
                        to,
                        backing,
                    },
                );
            }
        }
    }

    fn read_deputies(&mut self, at: At<'_>, row: u32, deputies: Option<&Value<'_>>) {
        for (rank, value) in self
            .list(at, deputies, "a list of deputies")
            .iter()
            .enumerate()
        {
            let at = at.item(rank);
            let Value::List(pool) = value else {
                self.read_deputy(at, row, number(rank), None, value);
                continue;
            };
            if pool.is_empty() {
                self.fault(at, Misread::Empty);
            }
            for (place, value) in pool.iter().enumerate() {
                self.read_deputy(
                    at.item(place),
                    row,
                    number(rank),
                    Some(number(place)),
                    value,
                );
            }
        }
    }

    fn read_deputy(
        &mut self,
        at: At<'_>,
        row: u32,
        rank: u32,
        pooled: Option<u32>,
        value: &Value<'_>,
    ) {
        let keys = ["post", "for", "authority", "onward", BASIS, STANDING, WHY];
        let expected = "the id of a post, or a table { post, for, authority, onward },";
        let Some((post, fields)) = self.short_or_table(at, value, &keys, expected) else {
            return;
        };
        let faults = self.faults.len();
        let [_, matters, authority, onward, basis, standing, why] = fields.values;
        let matters = self.read_matters(at.key("for"), matters);
        let choices = [("act", Authority::Act), ("attend", Authority::Attend)];
        let authority = self.one_of(
            at.key("authority"),
            authority,
            &choices,
            "one of `act`, `attend`",
        );
        let onward = self.flag(at.key("onward"), onward);
        // Without one of its terms an arrangement would be another one.
        let is_whole = self.faults.len() == faults;
        let backing = self.backing(at, [basis, standing, why]);
        if is_whole {
            let entry = DeputyEntry {
                rank,
                pooled,
                post: self.ids.intern(post),
                matters,
                authority: authority.unwrap_or_default(),
                onward: onward.unwrap_or(false),
                backing,
            };
            self.posts.deputies.push(row, entry);
        }
    }

    fn read_matters(&mut self, at: At<'_>, matters: Option<&Value<'_>>) -> Box<[Txt]> {
        let items = self.list(at, matters, "a list of matters");
        if items.is_empty() && matches!(matters, Some(Value::List(_))) {
            self.fault(at, Misread::Empty);
        }
        let mut known = Vec::new();
        for (item, value) in items.iter().enumerate() {
            let Some(matter) = self.text(at.item(item), value, "the id of a matter") else {
                continue;
            };
            let matter = self.matters.ids.intern(matter);
            if known.contains(&matter) {
                self.fault(at.item(item), Misread::RepeatedItem);
            } else {
                known.push(matter);
            }
        }
        known.into()
    }

    fn read_members(&mut self, at: At<'_>, row: u32, members: Option<&Value<'_>>) {
        for (item, value) in self
            .list(at, members, "a list of members")
            .iter()
            .enumerate()
        {
            let at = at.item(item);
            let keys = ["post", "role", BASIS, STANDING, WHY];
            let expected = "the id of a post, or a table { post, role },";
            let Some((post, fields)) = self.short_or_table(at, value, &keys, expected) else {
                continue;
            };
            let [_, role, basis, standing, why] = fields.values;
            let entry = MemberEntry {
                item: number(item),
                post: self.ids.intern(post),
                role: self.words(at.key("role"), role),
                backing: self.backing(at, [basis, standing, why]),
            };
            self.posts.members.push(row, entry);
        }
    }

    fn read_links(&mut self, at: At<'_>, row: u32, relation: Relation, links: Option<&Value<'_>>) {
        for (item, value) in self.list(at, links, "a list of posts").iter().enumerate() {
            let at = at.item(item);
            let (to, backing) = if let Value::Text(_) = value {
                let Some(to) = self.text(at, value, "the id of a post") else {
                    continue;
                };
                (LinkEnd::Post(self.ids.intern(to)), Backing::default())
            } else {
                let keys = ["to", "to_unit", BASIS, STANDING, WHY];
                let expected = "the id of a post, or one of { to } and { to_unit },";
                let Some(fields) = self.small(at, value, &keys, expected) else {
                    continue;
                };
                let [to, to_unit, basis, standing, why] = fields.values;
                let backing = self.backing(at, [basis, standing, why]);
                let end = match (to, to_unit) {
                    (Some(to), None) => self
                        .text(at.key("to"), to, "the id of a post")
                        .map(|to| LinkEnd::Post(self.ids.intern(to))),
                    (None, Some(to)) => self
                        .text(at.key("to_unit"), to, "the id of a unit")
                        .map(|to| LinkEnd::Unit(self.units.ids.intern(to))),
                    (Some(_), Some(_)) => {
                        self.fault(
                            at,
                            Misread::Exclusive {
                                keys: "`to` and `to_unit`",
                            },
                        );
                        None
                    }
                    (None, None) => {
                        if fields.whole {
                            self.fault(
                                at,
                                Misread::Missing {
                                    what: "`to` (or `to_unit`)",
                                },
                            );
                        }
                        None
                    }
                };
                match end {
                    Some(end) if fields.whole => (end, backing),
                    _ => continue,
                }
            };
            self.posts.links.push(
                row,
                LinkEntry {
                    item: number(item),
                    relation,
                    to,
                    backing,
                },
            );
        }
    }

    /// Notes it if there was more than could be held.
    pub(crate) fn check_size(&mut self) {
        let texts = [
            &self.text,
            &self.ids,
            &self.sources.ids,
            &self.professions.ids,
            &self.units.ids,
            &self.matters.ids,
        ];
        let full = texts.iter().any(|texts| texts.has_overflowed())
            || u32::try_from(self.posts.len()).is_err();
        if full {
            self.fault(At::entry(Table::Top, 0), Misread::TooLarge);
        }
    }
}

fn number(item: usize) -> u32 {
    u32::try_from(item).unwrap_or(u32::MAX)
}

fn missing(key: &str) -> &'static str {
    match key {
        "name" => "`name`",
        "post" => "`post`",
        _ => "`to`",
    }
}
