//! Thresholds and allowances of findings.

use foldhash::HashSet;

use crate::model::FindingCode;
use crate::near;

use super::super::misread::Misread;
use super::super::number::number;
use super::super::place::Table;
use super::super::texts::Txt;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::super::{AllowanceEntry, Document};
use super::{At, Pairs, WHY};

/// What stands at the code of a finding, and what in a list there.
const ALLOWANCES: &str = "the reason, a table { why, posts }, or a list of these,";
const ALLOWANCE: &str = "the reason, or a table { why, posts },";

impl Document {
    pub(super) fn read_findings(&mut self, value: &Value<'_>) {
        let at = At::entry(Table::Findings, 0);
        let keys = ["span", "layers", "sole_cover", "allow"];
        let wanted = Wanted::other("a table { span, layers, sole_cover, allow }");
        let Some(fields) = self.small(at, value, &keys, wanted) else {
            return;
        };
        let [span, layers, sole_cover, allow] = fields.values;
        self.thresholds.span = self.threshold(at.key(keys[0]), span);
        self.thresholds.layers = self.threshold(at.key(keys[1]), layers);
        self.thresholds.sole_cover = self.threshold(at.key(keys[2]), sole_cover);
        let inside = at.key(keys[3]);
        match allow {
            None => {}
            Some(Value::Table(table)) => self.read_allowances(inside, table),
            Some(other) => {
                let wanted = Wanted::other("a table keyed by the code of a finding");
                self.wrong_type(inside, wanted, other);
            }
        }
    }

    fn threshold(&mut self, at: At<'_>, value: Option<&Value<'_>>) -> Option<u32> {
        let value = value?;
        if let Value::Integer(most) = *value
            && let Ok(most) = u32::try_from(most)
        {
            return Some(most);
        }
        self.wrong_type(at, Wanted::whole("a whole number, 0 or more,", 0), value);
        None
    }

    fn read_allowances(&mut self, at: At<'_>, table: &Pairs<'_>) {
        for (key, value) in self.each_once(at, table) {
            let inside = at.key(key);
            let Some(code) = FindingCode::ALL
                .iter()
                .copied()
                .find(|code| code.as_str() == key)
            else {
                let near = near::nearest(key, FindingCode::ALL.iter().map(|code| code.as_str()));
                self.fault(inside, Misread::UnknownKey { near });
                continue;
            };
            let Value::List(items) = value else {
                self.read_allowance(inside, code, None, value);
                continue;
            };
            if items.is_empty() {
                self.fault(inside, Misread::Empty);
            }
            for (item, value) in items.iter().enumerate() {
                self.read_allowance(inside.item(item), code, Some(number(item)), value);
            }
        }
    }

    /// An allowance told in code, after those of the same code.
    pub(in crate::document) fn read_allowance_record(
        &mut self,
        code: FindingCode,
        value: &Value<'_>,
    ) {
        // From the end: in all, each is looked at once for each code at most.
        let mut told = self.allowances.iter().rev();
        let last = told.find(|told| told.code == code);
        let item = last.map_or(0, |last| last.item.map_or(1, |item| item + 1));
        let settings = At::entry(Table::Findings, 0);
        let allow = settings.key("allow");
        let at = allow.key(code.as_str());
        self.read_allowance(at.item(item as usize), code, Some(item), value);
    }

    /// One allowance, whole or not at all: without one of its terms it would allow
    /// more, or nobody would know why.
    fn read_allowance(
        &mut self,
        at: At<'_>,
        code: FindingCode,
        item: Option<u32>,
        value: &Value<'_>,
    ) {
        let faults = self.faults.len();
        let expected = if item.is_some() {
            ALLOWANCE
        } else {
            ALLOWANCES
        };
        let (why, posts) = match value {
            Value::Text(_) => (self.text(at, value, expected), None),
            value => {
                let Some(fields) = self.small(at, value, &[WHY, "posts"], Wanted::text(expected))
                else {
                    return;
                };
                let [why, posts] = fields.values;
                if fields.whole && !fields.has_meant[0] {
                    self.fault(at, Misread::Missing { what: "`why`" });
                }
                let why = why.and_then(|why| self.text(at.key(WHY), why, "the reason"));
                (why, posts)
            }
        };
        let posts = self.read_allowed_posts(at.key("posts"), posts);
        let is_harmless = |what: &Misread| matches!(what, Misread::RepeatedKey { differs: false });
        let mut told = self.faults[faults..].iter();
        if let (Some(why), true) = (why, told.all(|fault| is_harmless(&fault.what))) {
            let why = self.text.intern(why);
            self.allowances.push(AllowanceEntry {
                code,
                item,
                why,
                posts,
            });
        }
    }

    fn read_allowed_posts(&mut self, at: At<'_>, posts: Option<&Value<'_>>) -> Box<[Txt]> {
        let items = self.list(at, posts, Wanted::texts("a list of posts"));
        if items.is_empty() && matches!(posts, Some(Value::List(_))) {
            self.fault(at, Misread::Empty);
        }
        let mut known = Vec::new();
        let mut seen = HashSet::default();
        for (item, value) in items.iter().enumerate() {
            let Some(post) = self.text(at.item(item), value, "the id of a post") else {
                continue;
            };
            let post = self.ids.intern(post);
            if seen.insert(post) {
                known.push(post);
            } else {
                self.fault(at.item(item), Misread::RepeatedItem);
            }
        }
        known.into()
    }
}
