//! The words on the command line.

use std::error::Error;

use answerable::Accountability;

/// What is asked for: nothing that is not said.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) files: Vec<String>,
    pub(crate) kind: Option<Accountability>,
    pub(crate) below: Option<String>,
    pub(crate) depth: Option<usize>,
    pub(crate) salvage: bool,
}

/// Reads the words after the name of the program.
pub(crate) fn asked(mut words: impl Iterator<Item = String>) -> Result<Asked, Box<dyn Error>> {
    let mut asked = Asked::default();
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| format!("`{word}` wants a value after it"))
        };
        match word.as_str() {
            "--kind" => {
                let kind = value()?;
                let known = Accountability::from_word(&kind);
                asked.kind = Some(known.ok_or_else(|| {
                    format!("`{kind}` is no kind; there are operational, professional and clinical")
                })?);
            }
            "--below" => asked.below = Some(value()?),
            "--depth" => {
                let depth = value()?;
                let number = depth.parse();
                asked.depth =
                    Some(number.map_err(|_| format!("`{depth}` is no number of layers"))?);
            }
            "--salvage" => asked.salvage = true,
            option if option.starts_with('-') => {
                return Err(format!(
                    "no option `{option}`; there are --kind, --below, --depth, --salvage"
                )
                .into());
            }
            _ => asked.files.push(word),
        }
    }
    Ok(asked)
}
