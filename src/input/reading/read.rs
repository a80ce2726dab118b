//! Grid and definition become a dataset: every sheet in turn.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::input::dataset::{Dataset, Derived};
use crate::input::definition::model::Document;
use crate::input::reading::decode;
use crate::input::reading::headings::wanted_sheets;
use crate::input::reading::reader::{Reader, Tally};
use crate::input::reading::review;
use crate::vi::matching;
use crate::xlsx::grid::{CellValue, Sheet, Workbook};

/// What reading gave, as far as it could be understood, and everything found doing so.
pub(crate) struct ReadInput {
    pub(crate) dataset: Dataset,
    pub(crate) found: Vec<Finding>,
}

/// Reads the whole input of one document.
pub(crate) fn read<'a>(document: &'a Document, workbooks: &'a [Workbook]) -> ReadInput {
    let sheets = workbooks.iter().flat_map(|book| &book.sheets);
    let mut sheets: Vec<decode::Mended> =
        sheets.map(|sheet| decode::mend(sheet, document.document.legacy_encodings)).collect();
    let to_confirm = sheets.iter_mut().flat_map(review::unmark).collect();
    let mut reader = Reader {
        workbooks,
        sheets,
        wanted: wanted_sheets(document),
        found: Vec::new(),
        tally: Tally::default(),
        understood: Vec::new(),
        spoilt: BTreeSet::new(),
        followers: document.equalities.iter().map(|equality| equality.target.clone()).collect(),
        rivals: BTreeMap::new(),
    };
    reader.workbooks();
    let mut dataset = Dataset {
        facts: BTreeMap::new(),
        fact_names: BTreeMap::new(),
        recipients: Vec::new(),
        tables: Vec::new(),
        to_confirm,
        derived: Derived::default(),
    };
    reader.facts(&document.facts, &mut dataset);
    reader.named_in_headings(document, &dataset);
    dataset.recipients = reader.recipients(document);
    reader.report_understood();
    for table in &document.tables {
        if let Some(data) = reader.table(table, &dataset) {
            dataset.tables.push(data);
        }
    }
    reader.braces(&dataset);
    reader.report_rivals();
    ReadInput { dataset, found: reader.found }
}

/// The value of one particular, read before the definition is known (which template folder to use).
pub(crate) fn peek(sheets: &[&Sheet], sheet: &str, field: &str) -> Option<(String, CellRef)> {
    let sheet = sheets.iter().find(|s| matching::fold(&s.name) == matching::fold(sheet))?;
    let ((row, col), _) = sheet.cells.iter().find(|(_, cell)| is_text(&cell.value, field))?;
    let (at, value) = sheet.row(*row).find(|(c, _)| c > col)?;
    Some((value.value.shown(value.format), sheet.at(*row, at)))
}

fn is_text(value: &CellValue, wanted: &str) -> bool {
    matches!(value, CellValue::Text(text) if matching::fold(text) == matching::fold(wanted))
}

impl Reader<'_> {
    /// What concerns whole workbooks.
    fn workbooks(&mut self) {
        for book in self.workbooks {
            let place = || Place::File(book.name.to_string());
            if book.origin.has_macros {
                self.found.push(Finding::new(Code::WorkbookMacros, place()));
            }
            if book.origin.from_1904 {
                self.found.push(Finding::new(Code::Workbook1904, place()));
            }
        }
    }
}
