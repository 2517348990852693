//! Records as values: the one place that knows the written forms.

use std::borrow::Cow;

use crate::model::{Accountability, Authority, PostKind, Relation, Seats};

use super::record::{
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, EntryRecord, HeadRecord,
    HeadshipRecord, HolderRecord, LinkEndRecord, LinkRecord, MemberRecord, PostRecord, RankRecord,
    ReferenceRecord, SuperiorRecord,
};
use super::value::{Entries, Value};

fn put(entries: &mut Entries<'static>, key: &'static str, value: impl Into<Value<'static>>) {
    entries.push((Cow::Borrowed(key), value.into()));
}

fn put_text(entries: &mut Entries<'static>, key: &'static str, text: Option<String>) {
    if let Some(text) = text {
        put(entries, key, text);
    }
}

fn put_basis(entries: &mut Entries<'static>, basis: BasisRecord) {
    match (basis.source, basis.at) {
        (None, None) => {}
        (source, at) => {
            let mut inner = Vec::new();
            put_text(&mut inner, "source", source);
            put_text(&mut inner, "at", at);
            put(entries, "basis", Value::Table(inner));
        }
    }
    if let Some(standing) = basis.standing {
        put(entries, "standing", standing.as_str());
    }
    put_text(entries, "why", basis.why);
}

/// `short` alone where there is nothing else to say, else a table with it at `key`.
fn short_or_table(
    key: &'static str,
    short: String,
    basis: BasisRecord,
    more: impl FnOnce(&mut Entries<'static>),
) -> Value<'static> {
    let mut rest = Vec::new();
    more(&mut rest);
    put_basis(&mut rest, basis);
    if rest.is_empty() {
        return Value::from(short);
    }
    rest.insert(0, (Cow::Borrowed(key), Value::from(short)));
    Value::Table(rest)
}

fn reference(reference: ReferenceRecord) -> Value<'static> {
    short_or_table("to", reference.to, reference.basis, |_| {})
}

fn deputy(deputy: DeputyRecord) -> Value<'static> {
    short_or_table("post", deputy.post, deputy.basis, |rest| {
        if let Some(matters) = deputy.matters {
            let matters = matters.into_iter().map(Value::from).collect();
            put(rest, "for", Value::List(matters));
        }
        if deputy.authority != Authority::Act {
            put(rest, "authority", deputy.authority.as_str());
        }
        if deputy.onward {
            put(rest, "onward", true);
        }
    })
}

fn superior(superior: SuperiorRecord, basis: BasisRecord) -> Value<'static> {
    let (key, why) = match superior {
        SuperiorRecord::Known(to) => return short_or_table("to", to, basis, |_| {}),
        SuperiorRecord::NoneAbove(why) => ("none", why),
        SuperiorRecord::Unstated(why) => ("unstated", why),
    };
    let mut entries = Vec::new();
    put(&mut entries, key, why);
    put_basis(&mut entries, basis);
    Value::Table(entries)
}

fn holder(holder: HolderRecord) -> Value<'static> {
    short_or_table("name", holder.name, holder.basis, |rest| {
        put_text(rest, "id", holder.id);
        put_text(rest, "as", holder.holding_as);
    })
}

fn also(also: AlsoRecord) -> Value<'static> {
    let mut entries = Vec::new();
    put(&mut entries, "kind", also.kind.as_str());
    put(&mut entries, "to", also.to);
    put_basis(&mut entries, also.basis);
    Value::Table(entries)
}

fn member(member: MemberRecord) -> Value<'static> {
    short_or_table("post", member.post, member.basis, |rest| {
        put_text(rest, "role", member.role);
    })
}

fn link(link: LinkRecord) -> Value<'static> {
    match link.to {
        LinkEndRecord::Post(to) => short_or_table("to", to, link.basis, |_| {}),
        LinkEndRecord::Unit(to) => {
            let mut entries = Vec::new();
            put(&mut entries, "to_unit", to);
            put_basis(&mut entries, link.basis);
            Value::Table(entries)
        }
    }
}

/// At `one` if there is one, at `list` if there are more.
fn put_one_or_list(
    entries: &mut Entries<'static>,
    one: &'static str,
    list: &'static str,
    mut values: Vec<Value<'static>>,
) {
    match values.len() {
        0 => {}
        1 => entries.extend(values.pop().map(|value| (Cow::Borrowed(one), value))),
        _ => put(entries, list, Value::List(values)),
    }
}

impl PostRecord {
    /// The record in its hand form, without the id.
    pub(crate) fn into_entries(self) -> Entries<'static> {
        let mut entries = Vec::new();
        put_text(&mut entries, "title", self.title);
        if self.kind != PostKind::Individual {
            put(&mut entries, "kind", self.kind.as_str());
        }
        if let Some(unit) = self.unit {
            put(&mut entries, "unit", reference(unit));
        }
        if let Some(profession) = self.profession {
            put(&mut entries, "profession", reference(profession));
        }
        put_text(&mut entries, "grade", self.grade);
        if let Some(fte) = self.fte {
            put(&mut entries, "fte", Value::Float(fte));
        }
        match self.seats {
            Some(Seats::Number(seats)) => put(&mut entries, "seats", Value::Integer(seats.into())),
            Some(Seats::NotStated) => put(&mut entries, "seats", "not stated"),
            None => {}
        }
        if self.vacant {
            put(&mut entries, "vacant", true);
        }
        let holders = self.holders.into_iter().map(holder).collect();
        put_one_or_list(&mut entries, "holder", "holders", holders);
        put_text(&mut entries, "note", self.note);
        if !self.labels.is_empty() {
            let labels = self.labels.into_iter();
            let labels = labels.map(|(key, value)| (Cow::Owned(key), Value::from(value)));
            put(&mut entries, "labels", Value::Table(labels.collect()));
        }
        for kind in Accountability::ALL {
            let of_kind = self.lines.iter().filter(|line| line.kind == kind).cloned();
            let lines = of_kind
                .map(|line| superior(line.superior, line.basis))
                .collect();
            put_one_or_list(&mut entries, kind.as_str(), kind.as_str(), lines);
        }
        put_list(&mut entries, "also", self.also, also);
        put_list(&mut entries, "deputies", self.deputies, |rank| match rank {
            RankRecord::One(one) => deputy(one),
            RankRecord::OneOf(pool) => Value::List(pool.into_iter().map(deputy).collect()),
        });
        if let Some(chair) = self.chair {
            put(&mut entries, "chair", reference(chair));
        }
        put_list(&mut entries, "members", self.members, member);
        for &relation in Relation::ALL {
            let links = self.links.iter().filter(|link| link.relation == relation);
            put_list(
                &mut entries,
                relation.as_str(),
                links.cloned().collect(),
                link,
            );
        }
        put_basis(&mut entries, self.basis);
        entries
    }
}

fn put_list<T>(
    entries: &mut Entries<'static>,
    key: &'static str,
    items: Vec<T>,
    written: impl FnMut(T) -> Value<'static>,
) {
    if !items.is_empty() {
        put(
            entries,
            key,
            Value::List(items.into_iter().map(written).collect()),
        );
    }
}

impl EntryRecord {
    /// The entry in its hand form, without the id.
    pub(crate) fn into_entries(self) -> Entries<'static> {
        let mut entries = Vec::new();
        put_text(&mut entries, "title", self.title);
        if let Some(within) = self.within {
            put(&mut entries, "within", reference(within));
        }
        if let Some(kind) = self.kind {
            put(&mut entries, "kind", kind.as_str());
        }
        if self.personal {
            put(&mut entries, "personal", true);
        }
        put_basis(&mut entries, self.basis);
        entries
    }
}

impl HeadshipRecord {
    /// The headship in its written form.
    pub(crate) fn into_entries(self) -> Entries<'static> {
        let mut entries = Vec::new();
        put(&mut entries, "kind", self.kind.as_str());
        put(&mut entries, "unit", self.unit);
        put_text(&mut entries, "profession", self.profession);
        match self.head {
            HeadRecord::Known(post) => put(&mut entries, "post", post),
            HeadRecord::Unstated(why) => put(&mut entries, "unstated", why),
        }
        if self.through_operational {
            put(&mut entries, "through", "operational");
        }
        put_basis(&mut entries, self.basis);
        entries
    }
}

impl AllowanceRecord {
    pub(crate) fn into_value(self) -> Value<'static> {
        if self.posts.is_empty() {
            return Value::from(self.why);
        }
        let mut entries = Vec::new();
        put(&mut entries, "why", self.why);
        let posts = self.posts.into_iter().map(Value::from).collect();
        put(&mut entries, "posts", Value::List(posts));
        Value::Table(entries)
    }
}
