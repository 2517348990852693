//! From an organisation back to a document: records, any serde format, and TOML
//! in the form one would write by hand.

#[cfg(feature = "serde")]
mod serde;
mod toml;

use std::borrow::Cow;
use std::fmt;

use crate::document::{
    self, Document, Entries, EntryRecord, HeadshipRecord, PostRecord, Txt, Value,
};
use crate::model::{Accountability, FindingCode, Thresholds};
use crate::problem::InvalidOrganisation;

use super::Salvage;
use super::store::{Forest, Organisation, Table};
use toml::{write_pair, write_table};

/// The key of the allowances among the settings of findings.
const ALLOW: &str = "allow";

impl Organisation {
    /// The record of each post, in document order, without its lines by rule. A
    /// working relation that is the same from both ends and was told at both is in one
    /// record, unless each end has a basis of its own. Each record is made as it is
    /// reached.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let mut records = org.post_records();
    /// assert_eq!(records.next().expect("a post").id, "trust-board");
    /// let director = records.find(|record| record.id == "medical-director").expect("the post");
    /// assert_eq!(director.lines.len(), 3);                     // one of each kind
    /// assert_eq!(director.deputies.len(), 2);                  // one alone, then a pool
    /// ```
    #[must_use]
    pub fn post_records(&self) -> impl DoubleEndedIterator<Item = PostRecord> + ExactSizeIterator {
        self.declared.iter().map(|&at| {
            self.names()
                .record(&self.posts, at, Some(self.told_superiors(at)))
        })
    }

    /// The document that would give an equal organisation: the same facts, in
    /// document order. Linear in the facts, each copied.
    ///
    /// To this one adds; for a post less or a post changed, see
    /// [`Organisation::with_posts`].
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// use answerable::{Accountability::Operational, Organisation, PostRecord};
    ///
    /// let mut document = org.to_document();
    /// document.push_post(
    ///     PostRecord::new("sister", "Ward Sister").accountable_to("ward-manager-childrens", Operational),
    /// );
    /// let staffed = Organisation::try_from(document)?;
    /// assert_eq!(staffed.post("ward-manager-childrens")?.span(Operational), 1);
    /// assert_eq!(org.post("ward-manager-childrens")?.span(Operational), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_document(&self) -> Document {
        let mut document = self.to_document_without_posts();
        document.extend(self.post_records());
        document
    }

    /// A changed organisation: these posts in place of its own, all else as it is.
    /// It stays as it is itself. Takes as long as making one.
    ///
    /// # Errors
    ///
    /// When that is no sound organisation: every problem at once.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// let filled = org.with_posts(org.post_records().map(|mut post| {
    ///     if post.id == "associate-medical-director" {
    ///         post.vacant = false;
    ///         post = post.held_by("Dr Ruth Adeyemi");
    ///     }
    ///     post
    /// }))?;
    /// assert!(!filled.post("associate-medical-director")?.is_vacant());
    /// assert!(org.post("associate-medical-director")?.is_vacant());
    ///
    /// // Who is taken out is missed wherever somebody answers to it.
    /// let fewer = org.post_records().filter(|post| post.id != "head-of-nursing-childrens");
    /// let invalid = org.with_posts(fewer).expect_err("others name it");
    /// assert!(invalid.problems().iter().any(|problem| problem.place().key() == Some("deputies")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_posts(
        &self,
        posts: impl IntoIterator<Item = PostRecord>,
    ) -> Result<Self, InvalidOrganisation> {
        let mut document = self.to_document_without_posts();
        document.extend(posts);
        Self::try_from(document)
    }

    fn to_document_without_posts(&self) -> Document {
        let mut document = self.title().map_or_else(Document::default, Document::new);
        if let Some(about) = self.about() {
            document = document.described(about);
        }
        for kind in Accountability::ALL {
            if let Some(title) = self.kind_titles[kind as usize] {
                document = document.kind_titled(kind, self.text.get(title));
            }
        }
        document.reverts_to_superior = self.reverts_to_superior;
        document.thresholds = self.thresholds;
        for allowance in &self.allowances {
            document.push_allowance(self.names().allowance(allowance));
        }
        for (table, entries) in [
            (document::Table::Source, &self.sources),
            (document::Table::Profession, &self.professions.table),
            (document::Table::Unit, &self.units.table),
            (document::Table::Matter, &self.matters),
        ] {
            self.entry_records(entries)
                .for_each(|entry| document.push_entry(table, entry));
        }
        self.head_records()
            .for_each(|head| document.push_headship(head));
        document
    }

    fn entry_records<'o>(&'o self, table: &'o Table) -> impl Iterator<Item = EntryRecord> + 'o {
        table
            .entries
            .iter()
            .map(|entry| self.names().entry(&table.ids, entry))
    }

    fn head_records(&self) -> impl Iterator<Item = HeadshipRecord> {
        let id = |forest: &Forest, at: u32| {
            let table = &forest.table;
            table.entries[at as usize].id
        };
        self.headships.iter().filter_map(move |headship| {
            self.names().head(&crate::document::HeadEntry {
                kind: Some(headship.kind),
                unit: Some(id(&self.units, headship.unit)),
                profession: headship.profession.map(|at| id(&self.professions, at)),
                post: headship.head.ok().map(Txt::at),
                unstated: headship.head.err(),
                through: headship.through,
                backing: headship.backing,
            })
        })
    }

    /// What stands at the top of the document, before any table of entries.
    fn top(&self) -> Entries<'_> {
        let mut top: Entries<'_> = vec![("version".into(), Value::Integer(1))];
        let mut text = |key: &'static str, text: Option<&'_ str>| {
            if let Some(text) = text {
                top.push((key.into(), Value::from(text.to_owned())));
            }
        };
        text("title", self.title());
        text("about", self.about());
        top
    }

    /// The tables besides those of entries.
    fn settings(&self) -> Entries<'_> {
        let mut settings: Entries<'_> = Vec::new();
        if let Some(reverts) = self.reverts_to_superior {
            let cover = vec![("reverts_to_superior".into(), Value::Bool(reverts))];
            settings.push(("cover".into(), Value::Table(cover)));
        }
        let findings = self.findings_settings();
        if !findings.is_empty() {
            settings.push(("findings".into(), Value::Table(findings)));
        }
        settings
    }

    /// The thresholds and allowances of findings.
    fn findings_settings(&self) -> Entries<'_> {
        let Thresholds {
            span,
            layers,
            sole_cover,
            ..
        } = self.thresholds;
        let told = [
            ("span", span),
            ("layers", layers),
            ("sole_cover", sole_cover),
        ];
        let told = told.into_iter().filter_map(|(key, most)| {
            let most = Value::Integer(i64::from(most?));
            Some((Cow::Borrowed(key), most))
        });
        let allow = self.allow();
        let allow = (!allow.is_empty()).then_some((Cow::Borrowed(ALLOW), Value::Table(allow)));
        told.chain(allow).collect()
    }

    /// The allowances by code, the codes in the order in which they are first
    /// told; several of one code in a list.
    fn allow(&self) -> Entries<'_> {
        let mut of_code: Vec<(FindingCode, Vec<Value<'static>>)> = Vec::new();
        for allowance in &self.allowances {
            let value = self.names().allowance(allowance).into_value();
            match of_code.iter_mut().find(|(code, _)| *code == allowance.code) {
                Some((_, values)) => values.push(value),
                None => of_code.push((allowance.code, vec![value])),
            }
        }
        let entry = |(code, mut values): (FindingCode, Vec<Value<'static>>)| {
            let value = match values.len() {
                1 => values.remove(0),
                _ => Value::List(values),
            };
            (Cow::Borrowed(code.as_str()), value)
        };
        of_code.into_iter().map(entry).collect()
    }

    fn kinds(&self) -> Entries<'_> {
        let titled = |kind: Accountability| {
            let title = self.text.get(self.kind_titles[kind as usize]?);
            let entry = vec![("title".into(), Value::from(title))];
            Some((Cow::Borrowed(kind.as_str()), Value::Table(entry)))
        };
        Accountability::ALL.into_iter().filter_map(titled).collect()
    }

    /// The tables keyed by id that come before the headships.
    fn registers(&self) -> [(&'static str, Entries<'_>); 5] {
        let entries = |table| -> Entries<'_> {
            let records = self.entry_records(table);
            records
                .map(|mut record| {
                    let id = std::mem::take(&mut record.id);
                    (Cow::Owned(id), Value::Table(record.into_entries()))
                })
                .collect()
        };
        [
            ("kind", self.kinds()),
            ("source", entries(&self.sources)),
            ("profession", entries(&self.professions.table)),
            ("unit", entries(&self.units.table)),
            ("matter", entries(&self.matters)),
        ]
    }

    fn post_entries(&self) -> impl Iterator<Item = (String, Entries<'static>)> {
        self.post_records().map(|mut record| {
            let id = std::mem::take(&mut record.id);
            (id, record.into_entries())
        })
    }

    /// The document in TOML, in the form one would write by hand: short forms,
    /// inline tables, document order. Read back (feature `toml`), it gives an equal
    /// organisation. Linear in the facts; writing needs no feature.
    ///
    /// ```
    /// use answerable::{Accountability::Operational, Document, Organisation, PostRecord};
    ///
    /// let org = Organisation::from_posts([
    ///     PostRecord::new("chief-nurse", "Chief Nurse").none_above("answers to the Board"),
    ///     PostRecord::new("matron", "Matron").held_by("Ruth Akande")
    ///         .accountable_to("chief-nurse", Operational),
    /// ])?;
    /// let text = org.to_toml();
    /// assert_eq!(text, r#"version = 1
    ///
    /// [post.chief-nurse]
    /// title = "Chief Nurse"
    /// operational = { none = "answers to the Board" }
    ///
    /// [post.matron]
    /// title = "Matron"
    /// holder = "Ruth Akande"
    /// operational = "chief-nurse"
    /// "#);
    /// # #[cfg(feature = "toml")]
    /// assert_eq!(Organisation::try_from(Document::from_toml(&text)?)?, org);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = self.write_toml(&mut out);
        out
    }

    fn write_toml(&self, out: &mut String) -> fmt::Result {
        for (key, value) in self.top() {
            write_pair(out, &key, &value)?;
        }
        for (table, value) in self.settings() {
            if let Value::Table(mut entries) = value {
                // Allowances are as many as there are reasons: a line each.
                let allow = entries.pop_if(|(key, _)| key == ALLOW);
                if !entries.is_empty() {
                    write_table(out, &[&table], &entries)?;
                }
                if let Some((key, Value::Table(allow))) = allow {
                    write_table(out, &[&table, &key], &allow)?;
                }
            }
        }
        for (table, entries) in self.registers() {
            for (id, value) in &entries {
                if let Value::Table(entries) = value {
                    write_table(out, &[table, id], entries)?;
                }
            }
        }
        for head in self.head_records() {
            out.push_str("\n[[head]]\n");
            let entries = head.into_entries();
            entries
                .iter()
                .try_for_each(|(key, value)| write_pair(out, key, value))?;
        }
        for (id, entries) in self.post_entries() {
            write_table(out, &["post", &id], &entries)?;
        }
        Ok(())
    }
}

/// Equal facts in one document order. Linear.
impl PartialEq for Organisation {
    fn eq(&self, other: &Self) -> bool {
        self.top() == other.top()
            && self.settings() == other.settings()
            && self.registers() == other.registers()
            && self.head_records().eq(other.head_records())
            && self.post_records().eq(other.post_records())
    }
}

/// The same organisation and the same problems. Linear.
impl PartialEq for Salvage {
    fn eq(&self, other: &Self) -> bool {
        self.problems == other.problems && self.organisation == other.organisation
    }
}
