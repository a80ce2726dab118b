//! Files that people write in TOML, read so that whatever is wrong with one is told in our words, at its line.

mod syntax;
mod value;

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::picture::picture;
use crate::finding::place::Place;
use crate::input::toml_text::value::{Fault, Table, What};
use crate::vi::matching;
use crate::vi::text::shortened;

/// So many characters of what somebody wrote are shown in a sentence.
const SHOWN: usize = 40;

/// Reads a file; `file` names it in messages.
///
/// # Errors
/// The first fault, with its line and a caret: what is no TOML, a setting that is unknown or missing, and a value that
/// is none for its setting.
pub(crate) fn read<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Box<Finding>> {
    let table = DeTable::parse(text).map_err(|error| {
        let met = error.span().map_or(text.len(), |span| span.start);
        let (syntax, found, at) = syntax::fault(text, met);
        let (place, excerpt) = picture(file, text, &at);
        let finding = Finding::new(Code::TomlSyntax, place).choice("syntax", syntax.word());
        Box::new(finding.with("found", shortened(&found, SHOWN)).showing(excerpt))
    })?;
    T::deserialize(Table::whole(table.get_ref())).map_err(|fault| Box::new(told(fault, text, file)))
}

/// One step to a value: a setting, or an item of a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    At(usize),
}

/// Where (in bytes) the value stands to which some steps lead.
pub(crate) fn stretch(text: &str, path: &[Step<'_>]) -> Option<Range<usize>> {
    let table = DeTable::parse(text).ok()?;
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = table.get_ref().get(*key)?;
    for step in rest {
        value = match (step, value.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => table.get(*key)?,
            (Step::At(index), DeValue::Array(items)) => items.get(*index)?,
            _ => return None,
        };
    }
    Some(value.span())
}

fn told(fault: Fault, text: &str, file: &str) -> Finding {
    let Fault { what, key, at } = fault;
    let key = key.unwrap_or_default();
    let finding = |code| Finding::new(code, Place::File(file.to_owned()));
    let finding = match what {
        What::UnknownKey(name, known) => {
            let near = matching::nearest(&name, known.iter().copied());
            let finding = finding(Code::TomlKey).with("name", shortened(&name, SHOWN)).with("known", known.join(", "));
            finding.with_near(near)
        }
        What::MissingKey(name) => finding(Code::TomlMissing).with("name", name),
        What::UnknownWord(word, known) => {
            let near = matching::nearest(&word, known.iter().copied());
            let finding = finding(Code::TomlWord).with("key", key).with("value", shortened(&word, SHOWN));
            finding.with("known", known.join(", ")).with_near(near)
        }
        What::Kind { wanted, found } => {
            let finding = finding(Code::TomlValue).with("key", key).choice("wanted", wanted.word());
            finding.choice("found", found.word())
        }
    };
    match at {
        Some(at) => {
            let (place, excerpt) = picture(file, text, &at);
            Finding { place, ..finding }.showing(excerpt)
        }
        None => finding,
    }
}
