//! The rows of a table, and which stand below which.

use std::collections::BTreeMap;

use crate::input::dataset::{Row, TableData};
use crate::input::definition::model::Rows;

/// The rows of a table, and which stand below which.
pub(crate) struct Outline<'a> {
    pub(crate) data: &'a TableData,
    /// Key of a row → the rows one level below it.
    pub(crate) children: BTreeMap<&'a str, Vec<usize>>,
}

/// By what outline numbers follow each other: 2 before 2.9, that before 2.10, and that before 10.
pub(crate) fn order<'a>(number: &'a str) -> Vec<(u64, &'a str)> {
    let step = |text: &'a str| {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        // What is no number, or too long for one, comes last.
        (text[..text.len() - rest.len()].parse().unwrap_or(u64::MAX), rest)
    };
    number.split('.').map(step).collect()
}

impl<'a> Outline<'a> {
    /// The outline of the rows, each of which knows the one that it stands below.
    pub(crate) fn of(data: &'a TableData) -> Self {
        let mut children: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in data.rows.iter().enumerate() {
            if let Some(parent) = &row.parent {
                children.entry(parent).or_default().push(at);
            }
        }
        Self { data, children }
    }

    /// Whether a relation speaks of a row.
    pub(crate) fn selects(&self, rows: Rows, row: &Row) -> bool {
        match rows {
            Rows::All => true,
            Rows::Top => row.level == 1,
            Rows::Leaves => !row.is_total && !self.children.contains_key(row.key.as_str()),
        }
    }

    /// The rows that are chosen, by their index.
    pub(crate) fn rows_where(&self, chosen: impl Fn(&Row) -> bool) -> Vec<usize> {
        self.data.rows.iter().enumerate().filter(|(_, row)| chosen(row)).map(|(at, _)| at).collect()
    }
}
