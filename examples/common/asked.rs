//! The words on the command line.

use std::error::Error;
use std::fmt;

/// How a program is called: its name and the words it wants, then each option
/// with what it does. An option takes a value if a word stands after it, and may
/// be repeated if that ends in "..".
pub(crate) struct Usage {
    pub(crate) call: &'static str,
    pub(crate) options: &'static [(&'static str, &'static str)],
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "usage: {}", self.call)?;
        let widths = self.options.iter().map(|(option, _)| option.len());
        let width = widths.max().unwrap_or(0);
        let mut options = self.options.iter();
        options.try_for_each(|(option, does)| write!(f, "\n  {option:width$}  {does}"))
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

    /// The option of this name, with the word after it.
    fn find(&self, name: &str) -> Option<(&'static str, Option<&'static str>)> {
        let options = self.options.iter().map(|(option, _)| {
            let (name, value) = option.split_once(' ').unzip();
            (name.unwrap_or(option), value)
        });
        options.into_iter().find(|(option, _)| *option == name)
    }

    /// Reads the words after the name of the program. After `--` none is an
    /// option.
    pub(crate) fn asked(&self) -> Result<Asked, Box<dyn Error>> {
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
            if !word.starts_with('-') {
                asked.rest.push(word);
                continue;
            }
            let Some((name, wanted)) = self.find(&word) else {
                return Err(self.misused(format_args!("no option `{word}`")));
            };
            let is_repeated = wanted.is_some_and(|value| value.ends_with(".."));
            if !is_repeated && asked.value(name).is_some() {
                return Err(self.misused(format_args!("`{name}` is given twice")));
            }
            let value = match wanted {
                None => String::new(),
                Some(_) => match words.next().transpose()? {
                    Some(value) if self.find(&value).is_none() => value,
                    _ => return Err(self.misused(format_args!("`{name}` wants a value after it"))),
                },
            };
            asked.options.push((name, value));
        }
        Ok(asked)
    }
}
