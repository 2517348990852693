//! A chart, and the forms in which it is written.

use std::error::Error;
use std::fs::File;
use std::io;
use std::path::Path;

use answerable::{
    Chart, Colouring, Direction, Disclosure, Dot, Mermaid, Organisation, Outline, Svg,
};

use super::asked::{Asked, Usage};
use super::one_line::one_line;
use super::words::{kind, layers};

#[derive(Clone, Copy)]
pub(crate) enum Form {
    Svg,
    Dot,
    Mermaid,
    Text,
}

/// A chart in one of the forms.
pub(crate) enum Picture<'o> {
    Svg(Svg<'o>),
    Dot(Dot<'o>),
    Mermaid(Mermaid),
    Text(Outline<'o>),
}

/// The form asked for.
pub(crate) fn form(asked: &Asked, usage: &Usage) -> Result<Form, Box<dyn Error>> {
    let forms = [
        ("--dot", Form::Dot),
        ("--mermaid", Form::Mermaid),
        ("--text", Form::Text),
    ];
    let mut forms = forms
        .into_iter()
        .filter(|(option, _)| asked.value(option).is_some());
    match (forms.next(), forms.next()) {
        (None, _) => by_extension(asked, usage),
        (Some((_, form)), None) => Ok(form),
        (Some((first, _)), Some((second, _))) => {
            Err(usage.misused(format_args!("`{first}` and `{second}` are both given")))
        }
    }
}

/// The form that the name of the file asks for.
fn by_extension(asked: &Asked, usage: &Usage) -> Result<Form, Box<dyn Error>> {
    let file = Path::new(asked.value("--out").unwrap_or_default());
    let extension = file.extension().unwrap_or_default().to_string_lossy();
    match &*extension.to_lowercase() {
        "" | "svg" => Ok(Form::Svg),
        "dot" | "gv" => Ok(Form::Dot),
        "mmd" => Ok(Form::Mermaid),
        "txt" => Ok(Form::Text),
        _ => Err(usage.misused(format_args!(
            "`.{}` is no form of chart; there are .svg, .dot, .mmd and .txt",
            one_line(&extension)
        ))),
    }
}

impl Form {
    /// The file it is written to where none is named.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Svg => "org-chart.svg",
            Self::Dot => "org-chart.dot",
            Self::Mermaid => "org-chart.mmd",
            Self::Text => "org-chart.txt",
        }
    }

    pub(crate) fn of<'o>(self, chart: &Chart<'o>) -> Result<Picture<'o>, Box<dyn Error>> {
        Ok(match self {
            Self::Svg => Picture::Svg(chart.svg()),
            Self::Dot => Picture::Dot(chart.dot()),
            Self::Mermaid => Picture::Mermaid(chart.mermaid()?),
            Self::Text => Picture::Text(chart.outline()),
        })
    }
}

impl Picture<'_> {
    pub(crate) fn write_to(&self, out: impl io::Write) -> io::Result<()> {
        match self {
            Self::Svg(svg) => svg.write_to(out),
            Self::Dot(dot) => dot.write_to(out),
            Self::Mermaid(mermaid) => mermaid.write_to(out),
            Self::Text(outline) => outline.write_to(out),
        }
    }

    /// Its width and height, if not every program opens a picture of that size.
    pub(crate) fn too_large(&self) -> Option<(u32, u32)> {
        match self {
            Self::Svg(svg) => Some(svg.size()).filter(|&(wide, high)| wide.max(high) > 32_767),
            Self::Dot(_) | Self::Mermaid(_) | Self::Text(_) => None,
        }
    }

    /// Writes it to a file, which an error names.
    pub(crate) fn write_file(&self, file: &str) -> Result<(), Box<dyn Error>> {
        let written = File::create(file).and_then(|out| self.write_to(out));
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => error.into(),
            _ => format!("{file}: {error}").into(),
        })
    }
}

/// The chart asked for.
pub(crate) fn chart<'o>(org: &'o Organisation, asked: &Asked) -> Result<Chart<'o>, Box<dyn Error>> {
    let mut chart = org.chart();
    if let Some(kinds) = asked.value("--kinds") {
        let kinds = kinds.split(',').map(kind);
        chart = chart.kinds(kinds.collect::<Result<Vec<_>, _>>()?);
    }
    if let Some(id) = asked.value("--root") {
        chart = chart.below(org.post(id)?);
    }
    if let Some(id) = asked.value("--unit") {
        chart = chart.of_unit(org.unit(id)?);
    }
    if let Some(depth) = asked.value("--depth") {
        chart = chart.to_depth(layers(depth)?);
    }
    if asked.value("--deputies").is_some() {
        chart = chart.with_deputies();
    }
    if asked.value("--links").is_some() {
        chart = chart.with_links();
    }
    if asked.value("--no-names").is_some() {
        chart = chart.disclosing(Disclosure::Grades);
    }
    if let Some(title) = asked.value("--title") {
        chart = chart.titled(title);
    }
    chart = match asked.value("--colour") {
        None => chart,
        Some("unit") => chart.coloured_by(Colouring::Unit),
        Some("profession") => chart.coloured_by(Colouring::Profession),
        Some("none") => chart.coloured_by(Colouring::Plain),
        Some(other) => {
            let said = format!("`{other}` colours nothing; there are unit, profession and none");
            return Err(said.into());
        }
    };
    match asked.value("--direction") {
        None => Ok(chart),
        Some("down") => Ok(chart.growing(Direction::Down)),
        Some("right") => Ok(chart.growing(Direction::Right)),
        Some(other) => Err(format!("`{other}` is no direction; there are down and right").into()),
    }
}
