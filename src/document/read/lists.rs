//! What of a post stands in lists.

use foldhash::HashSet;

use crate::model::{Authority, Relation};

use super::super::Document;
use super::super::columns::{
    AlsoEntry, Backing, DeputyEntry, LinkEnd, LinkEntry, MemberEntry, Nth,
};
use super::super::misread::Misread;
use super::super::number::number;
use super::super::texts::Txt;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::{At, BASIS, STANDING, WHY};

impl Document {
    pub(super) fn read_also(&mut self, at: At<'_>, row: u32, also: Option<&Value<'_>>) {
        for (item, value) in self
            .list(at, also, Wanted::tables("a list of { kind, to }"))
            .iter()
            .enumerate()
        {
            let at = at.item(item);
            let keys = ["kind", "to", BASIS, STANDING, WHY];
            let Some(fields) = self.small(at, value, &keys, Wanted::other("a table { kind, to }"))
            else {
                continue;
            };
            let [kind, to, ..] = fields.values;
            for (given, what) in [(kind, "`kind`"), (to, "`to`")] {
                if given.is_none() && fields.whole {
                    self.fault(at, Misread::Missing { what });
                }
            }
            let kind = self.accountability(at.key("kind"), kind);
            let to = to.and_then(|to| self.text(at.key("to"), to, "the id of a post"));
            let backing = self.backing(at, &fields);
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

    pub(super) fn read_deputies(&mut self, at: At<'_>, row: u32, deputies: Option<&Value<'_>>) {
        for (rank, value) in self
            .list(at, deputies, Wanted::texts("a list of deputies"))
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
                    Some(Nth::of(place)),
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
        pooled: Option<Nth>,
        value: &Value<'_>,
    ) {
        let keys = ["post", "for", "authority", "onward", BASIS, STANDING, WHY];
        let expected = "the id of a post, or a table { post, for, authority, onward },";
        let Some((post, fields)) = self.short_or_table(at, value, &keys, expected) else {
            return;
        };
        let faults = self.faults.len();
        let [_, matters, authority, onward, ..] = fields.values;
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
        let post = post.filter(|_| self.faults.len() == faults);
        let backing = self.backing(at, &fields);
        if let Some(post) = post {
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
        let items = self.list(at, matters, Wanted::texts("a list of matters"));
        if items.is_empty() && matches!(matters, Some(Value::List(_))) {
            self.fault(at, Misread::Empty);
        }
        let mut known = Vec::new();
        let mut seen = HashSet::default();
        for (item, value) in items.iter().enumerate() {
            let Some(matter) = self.text(at.item(item), value, "the id of a matter") else {
                continue;
            };
            let matter = self.matters.ids.intern(matter);
            if seen.insert(matter) {
                known.push(matter);
            } else {
                self.fault(at.item(item), Misread::RepeatedItem);
            }
        }
        known.into()
    }

    pub(super) fn read_members(&mut self, at: At<'_>, row: u32, members: Option<&Value<'_>>) {
        for (item, value) in self
            .list(at, members, Wanted::texts("a list of members"))
            .iter()
            .enumerate()
        {
            let at = at.item(item);
            let keys = ["post", "role", BASIS, STANDING, WHY];
            let expected = "the id of a post, or a table { post, role },";
            let Some((post, fields)) = self.short_or_table(at, value, &keys, expected) else {
                continue;
            };
            let [_, role, ..] = fields.values;
            let role = self.words(at.key("role"), role);
            let backing = self.backing(at, &fields);
            let Some(post) = post else { continue };
            let entry = MemberEntry {
                item: number(item),
                post: self.ids.intern(post),
                role,
                backing,
            };
            self.posts.members.push(row, entry);
        }
    }

    pub(super) fn read_links(
        &mut self,
        at: At<'_>,
        row: u32,
        relation: Relation,
        links: Option<&Value<'_>>,
    ) {
        for (item, value) in self
            .list(at, links, Wanted::texts("a list of posts"))
            .iter()
            .enumerate()
        {
            let at = at.item(item);
            let (to, backing) = if let Value::Text(_) = value {
                let Some(to) = self.text(at, value, "the id of a post") else {
                    continue;
                };
                (LinkEnd::Post(self.ids.intern(to)), Backing::default())
            } else {
                let keys = ["to", "to_unit", BASIS, STANDING, WHY];
                let wanted = Wanted::text("the id of a post, or one of { to } and { to_unit },");
                let Some(fields) = self.small(at, value, &keys, wanted) else {
                    continue;
                };
                let [to, to_unit, ..] = fields.values;
                let backing = self.backing(at, &fields);
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
}
