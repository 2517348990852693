//! The words on the command line.

use std::error::Error;
use std::fmt;

use super::near::did_you_mean;

/// How a program is called: its name and the words it wants, then each option
/// with what it does, and what else there is to say. An option takes a value if a
/// word stands after it, and may be repeated if that ends in "..".
pub(crate) struct Usage {
    pub(crate) call: &'static str,
    pub(crate) options: &'static [(&'static str, &'static str)],
    pub(crate) note: &'static str,
    /// How it exits where it fails.
    pub(crate) failure: u8,
}

/// The words that ask for the usage.
const HELP: [&str; 2] = ["-h", "--help"];

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |&(option, does): &(&str, &str)| match option.strip_suffix("..") {
            Some(option) => (option.to_owned(), format!("{does}; may be repeated")),
            None => (option.to_owned(), does.to_owned()),
        };
        let help = (HELP.join(", "), "print this".to_owned());
        let options: Vec<_> = self.options.iter().map(told).chain([help]).collect();
        let widths = options.iter().map(|(option, _)| option.len());
        let width = widths.max().unwrap_or(0);
        writeln!(f, "usage: {} [FILE [JUNIOR.csv]]", self.call)?;
        for (option, does) in options {
            writeln!(f, "  {option:width$}  {does}")?;
        }
        f.write_str(
            "FILE is .toml, .json, or the .csv of the senior posts of an organogram, with\n\
             that of its junior posts after it; without one it is a fictional NHS trust.",
        )?;
        if self.names_posts() {
            f.write_str("\nPOST is an id: `who_reports_to_whom --ids` lists those of a file.")?;
        }
        f.write_str(self.note)
    }
}

/// What is asked for: nothing that is not said.
pub(crate) struct Asked {
    options: Vec<(&'static str, String)>,
    pub(crate) rest: Vec<String>,
}

impl Asked {
    /// The values of an option, as given; of one that takes none, an empty text.
    pub(crate) fn values(&self, option: &str) -> impl Iterator<Item = &str> {
        let given = self.options.iter().filter(move |(name, _)| *name == option);
        given.map(|(_, value)| value.as_str())
    }

    /// The last value of an option.
    pub(crate) fn value(&self, option: &str) -> Option<&str> {
        self.values(option).last()
    }
}

impl Usage {
    /// What is wrong with how the program was called, and how to call it.
    pub(crate) fn misused(&self, wrong: impl fmt::Display) -> Box<dyn Error> {
        format!("{wrong}\n{self}").into()
    }

    /// Reads the words after the name of the program; nothing if they ask for the
    /// usage. An option has its value in the next word or after a `=`. After `--`
    /// no word is an option.
    pub(crate) fn asked(&self) -> Result<Option<Asked>, Box<dyn Error>> {
        let mut asked = Asked {
            options: Vec::new(),
            rest: Vec::new(),
        };
        let mut words = std::env::args_os().skip(1).map(|word| {
            word.into_string()
                .map_err(|word| format!("{} is not UTF-8", word.display()))
        });
        while let Some(word) = words.next().transpose()? {
            if word == "--" {
                asked.rest.extend(words.collect::<Result<Vec<_>, _>>()?);
                break;
            }
            if HELP.contains(&word.as_str()) {
                return Ok(None);
            }
            if !word.starts_with('-') {
                asked.rest.push(word);
                continue;
            }
            let (word, joined) = match word.split_once('=') {
                Some((word, value)) => (word, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let Some((name, wanted)) = self.find(word) else {
                let near = did_you_mean(word, self.names().chain(HELP));
                return Err(self.misused(format_args!("no option `{word}`{near}")));
            };
            let is_repeated = wanted.is_some_and(|value| value.ends_with(".."));
            if !is_repeated && asked.value(name).is_some() {
                return Err(self.misused(format_args!("`{name}` is given twice")));
            }
            let value = match (wanted, joined) {
                (None, None) => String::new(),
                (None, Some(_)) => {
                    return Err(self.misused(format_args!("`{name}` takes no value")));
                }
                (_, Some(value)) => value,
                (_, None) => {
                    let next = words.next().transpose()?;
                    next.filter(|word| !self.is_option(word))
                        .unwrap_or_default()
                }
            };
            if value.is_empty() && wanted.is_some() {
                return Err(self.misused(format_args!("`{name}` wants a value after it")));
            }
            asked.options.push((name, value));
        }
        Ok(Some(asked))
    }

    /// The option of this name, with the word after it.
    fn find(&self, name: &str) -> Option<(&'static str, Option<&'static str>)> {
        let options = self.options.iter().map(|(option, _)| {
            let (name, value) = option.split_once(' ').unzip();
            (name.unwrap_or(option), value)
        });
        options.into_iter().find(|(option, _)| *option == name)
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        let options = self.options.iter();
        options.map(|(option, _)| option.split_once(' ').map_or(*option, |(name, _)| name))
    }

    /// Whether it is called with a post.
    fn names_posts(&self) -> bool {
        let options = self.options.iter().map(|(option, _)| option);
        let mut words = options.chain([&self.call]);
        words.any(|words| words.contains("POST"))
    }

    /// Whether a word is an option, and so no value but after a `=`.
    fn is_option(&self, word: &str) -> bool {
        let name = word.split_once('=').map_or(word, |(name, _)| name);
        HELP.contains(&name) || self.find(name).is_some()
    }
}
