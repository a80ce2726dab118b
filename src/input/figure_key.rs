//! The key of a datum: `budget/2.1/total`, `doc/year`, `recipients/3`. It is parsed and printed here alone.
//!
//! Keys of tables, columns and fields come from a definition, which may have no `/` in them. Rows are named by what
//! people type, and that may be `a/b`. So the table stands before the first `/`, the column behind the last, and
//! the row is all that stands between: every row keeps its own name, and every text has but one reading.

use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What the keys of particulars begin with.
const PARTICULARS: &str = "doc";
/// What the keys of recipients begin with.
const RECIPIENTS: &str = "recipients";
/// What the keys of derived figures begin with that belong to no table.
const DERIVED: &str = "derived";
/// What the keys of figures of other times begin with; no table is called so.
pub(crate) const EARLIER: [&str; 2] = ["previous", "issued"];

/// The key of a datum.
///
/// It is kept as its text, so that keys sort as they are printed, and clones share it: a table of 5,000 rows has
/// its keys in half a dozen maps.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureKey {
    text: Arc<str>,
    shape: Shape,
}

/// Where the parts of a key begin in its text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Shape {
    Particular,
    Recipient(usize),
    Derived,
    Figure { row: usize, column: usize },
}

/// What a key names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyParts<'a> {
    /// A particular, by its field.
    Particular(&'a str),
    /// A recipient, counted from 1.
    Recipient(usize),
    /// A derived figure of no table.
    Derived(&'a str),
    /// A figure of a table.
    Figure { table: &'a str, row: &'a str, column: &'a str },
}

impl FigureKey {
    /// The key of a particular.
    pub(crate) fn particular(field: &str) -> Self {
        Self { text: [PARTICULARS, field].join("/").into(), shape: Shape::Particular }
    }

    /// The key of a recipient, counted from 1.
    pub(crate) fn recipient(number: usize) -> Self {
        Self { text: format!("{RECIPIENTS}/{number}").into(), shape: Shape::Recipient(number) }
    }

    /// The key of a derived figure that belongs to no table.
    pub(crate) fn derived(key: &str) -> Self {
        Self { text: [DERIVED, key].join("/").into(), shape: Shape::Derived }
    }

    /// The key of a figure; `table` and `column` are those of a definition, `row` is any text.
    pub fn figure(table: &str, row: &str, column: &str) -> Self {
        let shape = Shape::Figure { row: table.len() + 1, column: table.len() + row.len() + 2 };
        Self { text: [table, row, column].join("/").into(), shape }
    }

    /// The key under which a figure of another time (`previous`, `issued`) is known.
    pub(crate) fn earlier(&self, time: &str) -> Self {
        match self.parts() {
            KeyParts::Figure { column, .. } => {
                let row = &self.text[..self.text.len() - column.len() - 1];
                Self::figure(time, row, column)
            }
            _ => self.clone(),
        }
    }

    /// What it names.
    pub(crate) fn parts(&self) -> KeyParts<'_> {
        match self.shape {
            Shape::Particular => KeyParts::Particular(&self.text[PARTICULARS.len() + 1..]),
            Shape::Recipient(number) => KeyParts::Recipient(number),
            Shape::Derived => KeyParts::Derived(&self.text[DERIVED.len() + 1..]),
            Shape::Figure { row, column } => KeyParts::Figure {
                table: &self.text[..row - 1],
                row: &self.text[row..column - 1],
                column: &self.text[column..],
            },
        }
    }

    /// As it is printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The field of a particular.
    pub(crate) fn field(&self) -> Option<&str> {
        if let KeyParts::Particular(field) = self.parts() { Some(field) } else { None }
    }

    /// What a derived figure of no table is called.
    pub(crate) fn derived_key(&self) -> Option<&str> {
        if let KeyParts::Derived(key) = self.parts() { Some(key) } else { None }
    }

    /// The table of a figure.
    pub fn table(&self) -> Option<&str> {
        if let KeyParts::Figure { table, .. } = self.parts() { Some(table) } else { None }
    }

    /// The row of a figure.
    pub fn row(&self) -> Option<&str> {
        if let KeyParts::Figure { row, .. } = self.parts() { Some(row) } else { None }
    }

    /// The column of a figure.
    pub fn column(&self) -> Option<&str> {
        if let KeyParts::Figure { column, .. } = self.parts() { Some(column) } else { None }
    }

    /// What it is one of: its table, or else the particulars or the recipients.
    pub(crate) fn group(&self) -> &str {
        match self.parts() {
            KeyParts::Particular(_) => PARTICULARS,
            KeyParts::Recipient(_) => RECIPIENTS,
            KeyParts::Derived(_) => DERIVED,
            KeyParts::Figure { table, .. } => table,
        }
    }
}

/// Whether a table may be called so: particulars, recipients and derived figures are no tables.
pub(crate) fn is_table_name(name: &str) -> bool {
    is_name(name) && ![PARTICULARS, RECIPIENTS, DERIVED].contains(&name) && !EARLIER.contains(&name)
}

/// Whether a table, column or field may be called so: keys with it can be read again.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains('/')
}

/// A text that is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedKey(String);

impl Display for MalformedKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no key (table/row/column, {PARTICULARS}/field, {RECIPIENTS}/number, {DERIVED}/key)", self.0)
    }
}

impl Error for MalformedKey {}

impl FromStr for FigureKey {
    type Err = MalformedKey;

    fn from_str(text: &str) -> Result<Self, MalformedKey> {
        let malformed = || MalformedKey(text.to_owned());
        let (first, last) = text.find('/').zip(text.rfind('/')).ok_or_else(malformed)?;
        let (group, name) = (&text[..first], &text[last + 1..]);
        let key = match group {
            _ if !is_name(group) || !is_name(name) => None,
            _ if first < last => Some(Self::figure(group, &text[first + 1..last], name)),
            PARTICULARS => Some(Self::particular(name)),
            RECIPIENTS => name.parse().ok().map(Self::recipient),
            DERIVED => Some(Self::derived(name)),
            _ => None,
        };
        // `recipients/03` would be printed otherwise.
        key.filter(|key| key.as_str() == text).ok_or_else(malformed)
    }
}

impl Display for FigureKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Debug for FigureKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.text, f)
    }
}

impl Serialize for FigureKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for FigureKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names as people type them, and as they would to break keys.
    const ROWS: [&str; 22] = [
        "total",
        "2",
        "2.1",
        "a/b",
        "/",
        "//",
        "/a",
        "a/",
        "a//b",
        "",
        " ",
        "doc",
        "doc/year",
        "recipients/1",
        "a∕b",
        "Tp. Phổ Yên/Sông Công",
        "K'Nai",
        "\"\\\n",
        "…/*",
        "\u{301}",
        "🏠/🏠",
        "budget/2.1/total",
    ];

    fn every_key() -> Vec<FigureKey> {
        let tables = ["budget", "b", "doc", "recipients", "dự-án", "b.c", "b-c"];
        let columns = ["total", "c", "year", "số hộ", "1"];
        let cells = tables.iter().flat_map(|table| ROWS.iter().map(move |row| (table, row)));
        let figures = columns.iter().flat_map(|column| cells.clone().map(move |(table, row)| (table, row, column)));
        let figures = figures.map(|(table, row, column)| FigureKey::figure(table, row, column));
        let particulars = tables.iter().chain(&columns).map(|field| FigureKey::particular(field));
        let derived = columns.iter().map(|key| FigureKey::derived(key));
        figures
            .chain(particulars)
            .chain(derived)
            .chain([1, 2, 10, 5_000, usize::MAX].map(FigureKey::recipient))
            .collect()
    }

    #[test]
    fn every_key_is_read_as_it_was_printed() {
        for key in every_key() {
            let read: FigureKey = key.to_string().parse().expect("a key");
            assert_eq!((&read, read.parts()), (&key, key.parts()));
            let json = serde_json::to_string(&key).expect("json");
            assert_eq!(json, serde_json::to_string(key.as_str()).expect("json"));
            assert_eq!(serde_json::from_str::<FigureKey>(&json).expect("a key"), key);
        }
    }

    #[test]
    fn no_two_keys_are_printed_alike() {
        let keys = every_key();
        let printed: std::collections::BTreeSet<&str> = keys.iter().map(FigureKey::as_str).collect();
        assert_eq!(printed.len(), keys.len());
    }

    #[test]
    fn keys_sort_as_they_are_printed() {
        let mut keys = every_key();
        let mut printed: Vec<String> = keys.iter().map(ToString::to_string).collect();
        keys.sort();
        printed.sort();
        assert_eq!(keys.iter().map(FigureKey::as_str).collect::<Vec<_>>(), printed);
    }

    #[test]
    fn a_key_knows_its_parts() {
        let key = FigureKey::figure("budget", "a/b", "total");
        assert_eq!(key.as_str(), "budget/a/b/total");
        assert_eq!((key.table(), key.row(), key.column()), (Some("budget"), Some("a/b"), Some("total")));
        assert_eq!((key.field(), key.group()), (None, "budget"));
        let year = FigureKey::particular("year");
        assert_eq!((year.as_str(), year.field(), year.table(), year.group()), ("doc/year", Some("year"), None, "doc"));
        let third = FigureKey::recipient(3);
        assert_eq!((third.as_str(), third.parts(), third.row()), ("recipients/3", KeyParts::Recipient(3), None));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let malformed = ["", "/", "//", "budget", "budget/", "budget/2", "doc/", "/2/total", "budget/2/", "doc//"];
        for text in malformed.into_iter().chain(["recipients/", "recipients/x", "recipients/03", "recipients/+3"]) {
            assert_eq!(text.parse::<FigureKey>(), Err(MalformedKey(text.to_owned())));
        }
    }
}
