//! Figures of other times: last year's input, and the last issue.

use std::collections::{BTreeSet, HashMap};

use crate::input::dataset::{Dataset, Entry, TableData};
use crate::input::definition::derivation::Era;
use crate::input::figure_key::{FigureKey, KeyParts};

/// The figures of another time.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The folder of the input, or what the issue is called.
    pub(crate) name: String,
    figures: Figures,
}

#[derive(Debug, Clone)]
enum Figures {
    /// Tables as read, and where each of their rows stands.
    Entered { tables: Vec<TableData>, rows: HashMap<String, (usize, HashMap<String, usize>)> },
    /// By the key that they had.
    Issued { figures: HashMap<FigureKey, Entry>, rows: HashMap<String, BTreeSet<String>> },
}

impl Earlier {
    /// The figures of the tables of another input.
    pub(crate) fn entered(name: &str, dataset: Dataset) -> Self {
        let tables = dataset.tables;
        let index = |data: &TableData| data.rows.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
        let rows = tables.iter().enumerate().map(|(at, data)| (data.key.clone(), (at, index(data)))).collect();
        Self { name: name.to_owned(), figures: Figures::Entered { tables, rows } }
    }

    /// The figures of an issue.
    pub(crate) fn issued(name: &str, figures: impl IntoIterator<Item = Entry>) -> Self {
        let figures: HashMap<FigureKey, Entry> = figures.into_iter().map(|entry| (entry.key.clone(), entry)).collect();
        let mut rows: HashMap<String, BTreeSet<String>> = HashMap::new();
        for (table, row) in figures.keys().filter_map(|key| key.table().zip(key.row())) {
            rows.entry(table.to_owned()).or_default().insert(row.to_owned());
        }
        Self { name: name.to_owned(), figures: Figures::Issued { figures, rows } }
    }

    /// The figure that had that key.
    pub(crate) fn figure(&self, key: &FigureKey) -> Option<&Entry> {
        match (&self.figures, key.parts()) {
            (Figures::Issued { figures, .. }, _) => figures.get(key),
            (Figures::Entered { tables, rows }, KeyParts::Figure { table, row, column }) => {
                let (at, rows) = rows.get(table)?;
                tables.get(*at)?.rows.get(*rows.get(row)?)?.entries.get(column)
            }
            (Figures::Entered { .. }, _) => None,
        }
    }

    /// Whether there was such a row, whatever its columns.
    pub(crate) fn has_row(&self, table: &str, row: &str) -> bool {
        match &self.figures {
            Figures::Entered { rows, .. } => rows.get(table).is_some_and(|(_, rows)| rows.contains_key(row)),
            Figures::Issued { rows, .. } => rows.get(table).is_some_and(|rows| rows.contains(row)),
        }
    }

    /// Whether there was such a table.
    pub(crate) fn has_table(&self, table: &str) -> bool {
        match &self.figures {
            Figures::Entered { rows, .. } => rows.contains_key(table),
            Figures::Issued { rows, .. } => rows.contains_key(table),
        }
    }

    /// The rows of a table, as far as they had figures.
    pub(crate) fn rows(&self, table: &str) -> BTreeSet<&str> {
        match &self.figures {
            Figures::Entered { rows, .. } => {
                rows.get(table).into_iter().flat_map(|(_, rows)| rows.keys().map(String::as_str)).collect()
            }
            Figures::Issued { rows, .. } => rows.get(table).into_iter().flatten().map(String::as_str).collect(),
        }
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
