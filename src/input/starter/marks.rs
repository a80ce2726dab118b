//! The names by which a workbook knows its columns, whatever they are called now: `vanban new` defines one for each
//! heading, and the next year's workbook is made by them even where definition or headings have changed meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{Place, address, column_letters};
use crate::input::dataset::Dataset;
use crate::input::definition::model::Document;
use crate::input::folder;
use crate::vi::matching;
use crate::xlsx::extract::OWN_NAMES;
use crate::xlsx::grid::{Cell, CellValue, Workbook};

/// What stands for a table where particulars are meant.
const PARTICULARS: &str = "doc";

/// What a workbook calls a column, or the name of a particular.
fn mark(table: &str, key: &str) -> String {
    let plain = |text: &str| -> String {
        let encoded = |c: char| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => c.to_string(),
            _ => format!("..{:x}..", u32::from(c)),
        };
        text.chars().map(encoded).collect()
    };
    format!("{OWN_NAMES}{}.{}", plain(table), plain(key))
}

/// The names of every column of a new workbook, and of every particular, each with the cell of its heading.
pub(crate) fn names(document: &Document) -> Vec<(String, String)> {
    let quoted = |sheet: &str| format!("'{}'", sheet.replace('\'', "''"));
    let facts = document.facts.fields.iter().enumerate().map(|(at, field)| {
        (mark(PARTICULARS, &field.key), format!("={}!$A${}", quoted(&document.facts.sheet), at + 2))
    });
    let columns = document.tables.iter().flat_map(|table| {
        table.columns.iter().enumerate().map(|(at, column)| {
            let cell = format!("={}!${}$1", quoted(&table.sheet), column_letters(at as u32));
            (mark(&table.key, &column.key), cell)
        })
    });
    facts.chain(columns).collect()
}

/// Last year's workbooks with the sheets and headings of this year's definition, and what became of them.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    pub(crate) workbooks: Vec<Workbook>,
    /// Columns that last year's input did not have: table and column.
    pub(crate) fresh: BTreeSet<(String, String)>,
    pub(crate) said: Vec<Finding>,
}

/// One name as a workbook has it.
struct Marked {
    sheet: String,
    at: (u32, u32),
}

/// Finds the columns of last year's workbooks by their names, and calls them as this year's definition does; those that
/// it has no more are left out. Nothing becomes of workbooks without such names.
pub(crate) fn matched(document: &Document, workbooks: &[Workbook], dataset: &Dataset) -> Matched {
    let known: BTreeMap<&str, Marked> = workbooks.iter().flat_map(marks).collect();
    if known.is_empty() {
        return Matched::default();
    }
    let mut matching = Matched { workbooks: workbooks.to_vec(), ..Matched::default() };
    let mut wanted = BTreeSet::new();
    for field in &document.facts.fields {
        let name = mark(PARTICULARS, &field.key);
        if let Some(marked) = known.get(name.as_str()) {
            matching.call(marked, &document.facts.sheet, &field.heading);
        }
        wanted.insert(name);
    }
    for table in &document.tables {
        for column in &table.columns {
            let (name, heading) = (mark(&table.key, &column.key), dataset.heading(&column.heading));
            match known.get(name.as_str()) {
                Some(marked) => matching.call(marked, &table.sheet, &heading),
                // The heading is there, though not under this key.
                None if matching.has_heading(&table.sheet, &heading) => {}
                None => {
                    let finding = Finding::new(Code::FromColumnNew, new_sheet(&table.sheet));
                    matching.said.push(finding.with("heading", heading).with("sheet", &table.sheet));
                    matching.fresh.insert((table.key.clone(), column.key.clone()));
                }
            }
            wanted.insert(name);
        }
    }
    let headings =
        document.tables.iter().flat_map(|table| &table.columns).map(|column| dataset.heading(&column.heading));
    let fields = document.facts.fields.iter().map(|field| field.heading.clone());
    let headings: BTreeSet<String> = headings.chain(fields).map(|heading| matching::fold(&heading)).collect();
    for (_, marked) in known.iter().filter(|(name, _)| !wanted.contains(**name)) {
        matching.leave_out(marked, &document.facts.sheet, &headings);
    }
    matching
}

/// A sheet of the workbook that is to be written.
fn new_sheet(sheet: &str) -> Place {
    Place::Sheet { file: folder::WORKBOOK.to_owned(), sheet: sheet.to_owned() }
}

/// The names of a workbook, and the cells that they stand for.
fn marks(book: &Workbook) -> impl Iterator<Item = (&str, Marked)> {
    book.origin.names.iter().filter_map(|(name, cell)| {
        let (sheet, at) = cell.trim_start_matches('=').rsplit_once('!')?;
        let sheet = sheet.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(sheet);
        let at = address(&at.replace('$', ""))?;
        Some((name.as_str(), Marked { sheet: sheet.replace("''", "'"), at }))
    })
}

impl Matched {
    /// Whether a sheet has such a heading.
    fn has_heading(&self, sheet: &str, heading: &str) -> bool {
        let is_it = |cell: &Cell| matching::fold(&cell.value.shown(cell.format)) == matching::fold(heading);
        let mut sheets = self.workbooks.iter().flat_map(|book| &book.sheets);
        sheets.any(|own| *own.name == *sheet && own.row(0).any(|(_, cell)| is_it(cell)))
    }

    /// Gives a sheet and a heading the names of this year. A heading that stands elsewhere in the sheet is that column:
    /// somebody exchanged the two.
    fn call(&mut self, marked: &Marked, sheet: &str, heading: &str) {
        let is_taken = |name: &str| self.workbooks.iter().flat_map(|book| &book.sheets).any(|own| *own.name == *name);
        let may_rename = !is_taken(sheet);
        let mut sheets = self.workbooks.iter_mut().flat_map(|book| &mut book.sheets);
        let Some(own) = sheets.find(|own| *own.stored_name == *marked.sheet) else { return };
        if may_rename {
            own.name = sheet.into();
        }
        let beside = |at: (u32, u32)| at != marked.at && (at.0 == marked.at.0 || at.1 == marked.at.1);
        let is_it = |cell: &Cell| matching::fold(&cell.value.shown(cell.format)) == matching::fold(heading);
        if own.cells.iter().any(|(at, cell)| beside(*at) && is_it(cell)) {
            return;
        }
        let Some(cell) = own.cells.get_mut(&marked.at) else { return };
        let was = cell.value.shown(cell.format);
        if matching::fold(&was) == matching::fold(heading) {
            return;
        }
        *cell = Cell::new(CellValue::Text(heading.to_owned()), cell.format);
        let finding = Finding::new(Code::FromColumnRenamed, new_sheet(sheet));
        self.said.push(finding.with("was", was).with("heading", heading));
    }

    /// Takes out a column that this year's definition has no more, or the row of a particular.
    fn leave_out(&mut self, marked: &Marked, facts: &str, headings: &BTreeSet<String>) {
        let mut sheets = self.workbooks.iter_mut().flat_map(|book| &mut book.sheets);
        let Some(own) = sheets.find(|own| *own.stored_name == *marked.sheet) else { return };
        let Some(cell) = own.cells.get(&marked.at) else { return };
        if headings.contains(&matching::fold(&cell.value.shown(cell.format))) {
            return;
        }
        let (row, col) = marked.at;
        let finding = Finding::new(Code::FromColumnGone, Place::Cell(own.at(row, col)));
        self.said.push(finding.with("heading", cell.value.shown(cell.format)));
        let is_particular = *own.name == *facts;
        own.cells.retain(|at, _| if is_particular { at.0 != row } else { at.1 != col || at.0 < row });
    }
}
