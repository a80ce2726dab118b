//! What cannot be relied on because an error was found there: relations over it are not judged, so that one
//! mistake is reported once and everything else still in the same run.

use std::collections::BTreeSet;

use crate::finding::code::Effect;
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::dataset::{Entry, TableData};
use crate::input::definition::model::Table;
use crate::xlsx::grid::Sheet;

/// Cells and sheets in which errors were found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doubt {
    cells: BTreeSet<CellRef>,
    /// File and sheet.
    rows: BTreeSet<(String, String)>,
    figures: BTreeSet<(String, String)>,
}

impl Doubt {
    /// What the errors among findings throw doubt on.
    pub(crate) fn of(found: &[Finding]) -> Self {
        let mut doubt = Self::default();
        for error in found.iter().filter(|finding| finding.severity == Severity::Error) {
            let sheet = match &error.place {
                Place::Cell(at) => {
                    doubt.cells.extend(error.cells().cloned());
                    doubt.cells.extend(error.related.iter().map(|(at, _)| at.clone()));
                    (at.file.to_string(), at.sheet.to_string())
                }
                Place::Sheet { file, sheet } => (file.clone(), sheet.clone()),
                _ => continue,
            };
            if error.code.has(Effect::DoubtsFigures) {
                doubt.figures.insert(sheet);
            } else if error.code.has(Effect::DoubtsRows) {
                doubt.rows.insert(sheet);
            }
        }
        doubt
    }

    /// Whether a datum may be other than its cells say.
    pub(crate) fn of_entry(&self, entry: &Entry) -> bool {
        entry.at.iter().any(|at| self.cells.contains(at))
    }

    /// Whether no figure of a sheet can be relied on.
    pub(crate) fn of_figures(&self, sheet: &Sheet) -> bool {
        self.figures.contains(&name(sheet))
    }

    /// Whether it is not known what stands in which row of the sheet of this cell.
    pub(crate) fn of_rows_around(&self, at: &CellRef) -> bool {
        self.rows.contains(&(at.file.to_string(), at.sheet.to_string()))
    }

    /// Whether it is not known what the rows of the sheet of this cell are called, in another column than its own.
    pub(crate) fn of_names_beside(&self, at: &CellRef) -> bool {
        self.cells.iter().any(|cell| cell.file == at.file && cell.sheet == at.sheet && cell.col != at.col)
    }

    /// Whether a table may lack rows, have too many, or have them under wrong names. A name that is not in
    /// the column's list changes nothing in sums.
    pub(crate) fn of_rows(&self, table: &Table, data: &TableData) -> bool {
        let is_list = table.column(&table.row_key).is_some_and(|column| !column.choices.is_empty());
        let names = |at: &CellRef| data.headings.get(&table.row_key).is_some_and(|(_, col)| *col == at.col);
        let here = |at: &CellRef| at.file == data.sheet.file && at.sheet == data.sheet.name;
        self.rows.contains(&name(&data.sheet)) || (!is_list && self.cells.iter().any(|at| here(at) && names(at)))
    }
}

fn name(sheet: &Sheet) -> (String, String) {
    (sheet.file.to_string(), sheet.name.to_string())
}
