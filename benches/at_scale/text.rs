//! A made organisation as text: the document in JSON, and a return in CSV.

use std::fmt::{self, Write as _};

use crate::dice::NONE;
use crate::made::Made;
use crate::words::{DIETETICS, GRADES, PROFESSIONS, write_holder};

const KINDS: [&str; 3] = ["operational", "professional", "clinical"];

impl Made {
    /// The document, with the lines of the first so many kinds.
    pub(crate) fn json(&self, kinds: usize) -> String {
        let mut out = String::with_capacity(self.posts() * 200);
        out.push_str("{\"title\": \"National Health Service\",\n\"profession\": {");
        for (at, (id, title, within)) in PROFESSIONS.iter().enumerate() {
            put(
                &mut out,
                format_args!("{}\n\"{id}\": {{\"title\": \"{title}\"", comma(at)),
            );
            if let Some(within) = within {
                put(
                    &mut out,
                    format_args!(", \"within\": \"{}\"", PROFESSIONS[usize::from(*within)].0),
                );
            }
            out.push('}');
        }
        out.push_str("},\n\"unit\": {");
        for (at, unit) in self.units.iter().enumerate() {
            put(
                &mut out,
                format_args!(
                    "{}\n\"{}\": {{\"title\": \"{}\"",
                    comma(at),
                    unit.id,
                    unit.title
                ),
            );
            if let Some(within) = unit.within {
                put(
                    &mut out,
                    format_args!(", \"within\": \"{}\"", self.units[within as usize].id),
                );
            }
            out.push('}');
        }
        out.push_str("},\n");
        if kinds > 1 {
            self.put_heads(&mut out);
        }
        out.push_str("\"post\": {");
        let titles: Vec<String> = self.titles.iter().map(|title| quoted(title)).collect();
        for at in 0..self.posts() {
            put(
                &mut out,
                format_args!("{}\n\"{}\": {{\"title\": ", comma(at), self.ids[at]),
            );
            out.push_str(&titles[usize::from(self.title[at])]);
            self.put_seat(&mut out, at);
            for (kind, key) in KINDS.iter().enumerate().take(kinds) {
                self.put_line(&mut out, at, kind, key);
            }
            self.put_deputies(&mut out, at);
            out.push('}');
        }
        out.push_str("}}\n");
        out
    }

    fn put_heads(&self, out: &mut String) {
        out.push_str("\"head\": [");
        for (at, head) in self.heads.iter().enumerate() {
            let profession = PROFESSIONS[usize::from(DIETETICS)].0;
            let (unit, post) = (
                &self.units[head.unit as usize].id,
                &self.ids[head.post as usize],
            );
            put(
                out,
                format_args!(
                    "{}\n{{\"kind\": \"professional\", \"unit\": \"{unit}\", \
                 \"profession\": \"{profession}\", \"post\": \"{post}\"}}",
                    comma(at)
                ),
            );
        }
        out.push_str("],\n");
    }

    fn put_seat(&self, out: &mut String, at: usize) {
        out.push_str(", \"unit\": \"");
        out.push_str(&self.units[self.unit[at] as usize].id);
        out.push_str("\", \"grade\": \"");
        out.push_str(GRADES[usize::from(self.grade[at])]);
        if let Some(profession) = self.profession[at] {
            out.push_str("\", \"profession\": \"");
            out.push_str(PROFESSIONS[usize::from(profession)].0);
        }
        if self.holder[at] != NONE {
            out.push_str("\", \"holder\": \"");
            write_holder(out, self.holder[at]);
        }
        out.push('"');
        if self.vacant[at] {
            out.push_str(", \"vacant\": true");
        }
    }

    fn put_line(&self, out: &mut String, at: usize, kind: usize, key: &str) {
        let superior = self.superior[kind][at];
        let said = match kind {
            0 if superior == NONE => "{\"none\": \"answers to the board\"}",
            2 if self.unstated[at] => "{\"unstated\": \"not in the job description\"}",
            _ if superior == NONE || (kind == 1 && self.by_rule[at]) => return,
            _ => {
                out.push_str(", \"");
                out.push_str(key);
                out.push_str("\": \"");
                out.push_str(&self.ids[superior as usize]);
                out.push('"');
                return;
            }
        };
        put(out, format_args!(", \"{key}\": {said}"));
    }

    fn put_deputies(&self, out: &mut String, at: usize) {
        if self.deputies[at].is_empty() {
            return;
        }
        out.push_str(", \"deputies\": [");
        for (rank, &(deputy, onward)) in self.deputies[at].iter().enumerate() {
            out.push_str(if rank > 0 { ", " } else { "" });
            let id = &self.ids[deputy as usize];
            if onward {
                put(
                    out,
                    format_args!("{{\"post\": \"{id}\", \"onward\": true}}"),
                );
            } else {
                put(out, format_args!("\"{id}\""));
            }
        }
        out.push(']');
    }

    /// The posts and their operational lines as a return of senior posts.
    pub(crate) fn csv(&self) -> String {
        let mut out = String::with_capacity(self.posts() * 120);
        out.push_str("Post Unique Reference,Name,Grade,Job Title,Organisation,Unit,");
        out.push_str("Reports to Senior Post,FTE,Professional/Occupational Group\n");
        for at in 0..self.posts() {
            put(&mut out, format_args!("{},", self.ids[at]));
            if self.vacant[at] {
                out.push_str("Vacant");
            } else if self.holder[at] != NONE {
                write_holder(&mut out, self.holder[at]);
            }
            let title = self.titles[usize::from(self.title[at])].replace('"', "\"\"");
            let unit = &self.units[self.unit[at] as usize];
            let superior = match self.superior[0][at] {
                NONE => "XX",
                superior => &self.ids[superior as usize],
            };
            let profession = self.profession[at];
            put(
                &mut out,
                format_args!(
                    ",{},\"{title}\",{},{},{superior},1,{}\n",
                    GRADES[usize::from(self.grade[at])],
                    &unit.id[..3],
                    unit.id,
                    profession.map_or("", |at| PROFESSIONS[usize::from(at)].1)
                ),
            );
        }
        out
    }
}

fn comma(at: usize) -> &'static str {
    if at > 0 { "," } else { "" }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is JSON")
}

fn put(out: &mut String, what: fmt::Arguments<'_>) {
    out.write_fmt(what).expect("a string takes it");
}
