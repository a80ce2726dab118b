//! Figures of other times: last year's input, and the last issue.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::dataset::{Dataset, Entry};
use crate::input::definition::derivation::Era;
use crate::input::figure_key::FigureKey;

/// The figures of another time.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The folder of the input, or what the issue is called.
    pub(crate) name: String,
    /// By the key that they have there; each bears the key that it has here.
    figures: BTreeMap<FigureKey, Entry>,
}

impl Earlier {
    /// Figures by the key that they have there.
    pub(crate) fn new(era: Era, name: &str, figures: impl IntoIterator<Item = Entry>) -> Self {
        let own = |entry: Entry| {
            let there = entry.key.clone();
            let key = format!("{}/{there}", era.word()).parse().unwrap_or_else(|_| there.clone());
            (there, Entry { key, made: None, ..entry })
        };
        Self { name: name.to_owned(), figures: figures.into_iter().map(own).collect() }
    }

    /// The figures of the tables of another input.
    pub(crate) fn entered(name: &str, dataset: &Dataset) -> Self {
        let rows = dataset.tables.iter().flat_map(|table| &table.rows);
        Self::new(Era::Previous, name, rows.flat_map(|row| row.entries.values()).cloned())
    }

    /// The rows of a table, as far as they have figures.
    pub(crate) fn rows(&self, table: &str) -> BTreeSet<&str> {
        self.figures.keys().filter(|key| key.table() == Some(table)).filter_map(FigureKey::row).collect()
    }

    /// The figure of that key.
    pub(crate) fn figure(&self, key: &FigureKey) -> Option<&Entry> {
        self.figures.get(key)
    }
}

/// What is known of other times.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Times<'a> {
    pub(crate) previous: Option<&'a Earlier>,
    pub(crate) issued: Option<&'a Earlier>,
}

impl<'a> Times<'a> {
    pub(crate) fn of(&self, era: Era) -> Option<&'a Earlier> {
        match era {
            Era::Now => None,
            Era::Previous => self.previous,
            Era::Issued => self.issued,
        }
    }
}
