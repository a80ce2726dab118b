//! The cells of a workbook beside those that the inputs give: each that differs, with both values.
//!
//! Both are read by calamine, which has no part in writing workbooks (that is rust_xlsxwriter's).

use std::collections::BTreeSet;

use crate::finding::code::Code;
use crate::product::file_names;
use crate::product::ledger::format::{Ledger, WorkbookCell};
use crate::versions::readback::remark::{Comparison, Outcome, Remark, source};
use crate::xlsx::grid::{Cell, CellValue, Sheet, Workbook};
use crate::xlsx::read;

/// Compares a workbook with the one that the inputs give.
pub(crate) fn compare(name: &str, bytes: &[u8], expected: &[u8], ledger: &Ledger) -> Outcome {
    let theirs = match read::read(name, bytes) {
        Ok(book) => book,
        Err(found) => return Outcome::BadWorkbook(found),
    };
    if expected.is_empty() {
        // The document has no appendix, and so no workbook.
        let differences = vec![Remark::new(Code::VerifyForeignWorkbook)];
        return Outcome::Read(Comparison { differences, ..Comparison::default() });
    }
    let ours = match read::read(file_names::APPENDICES, expected) {
        Ok(book) => book,
        Err(found) => return Outcome::BadWorkbook(found),
    };
    let mut comparison = Comparison::default();
    let shared = ours.sheets.iter().filter(|sheet| find(&theirs, &sheet.name).is_some()).count();
    if shared == 0 {
        comparison.differences.push(Remark::new(Code::VerifyForeignWorkbook));
        return Outcome::Read(comparison);
    }
    for sheet in &ours.sheets {
        match find(&theirs, &sheet.name) {
            Some(other) => compare_sheet(sheet, other, ledger, &mut comparison),
            None => comparison.differences.push(Remark::new(Code::VerifySheetGone).with("sheet", &sheet.name)),
        }
    }
    let more = theirs.sheets.iter().filter(|sheet| find(&ours, &sheet.name).is_none());
    comparison.differences.extend(more.map(|sheet| Remark::new(Code::VerifySheetAdded).with("sheet", &sheet.name)));
    Outcome::Read(comparison)
}

fn find<'a>(book: &'a Workbook, name: &str) -> Option<&'a Sheet> {
    book.sheets.iter().find(|sheet| &*sheet.name == name)
}

fn compare_sheet(ours: &Sheet, theirs: &Sheet, ledger: &Ledger, comparison: &mut Comparison) {
    let places: BTreeSet<(u32, u32)> = ours.cells.keys().chain(theirs.cells.keys()).copied().collect();
    for at in places {
        let (old, new) = (ours.cells.get(&at), theirs.cells.get(&at));
        comparison.figures += usize::from(old.is_some_and(|cell| matches!(cell.value, CellValue::Number(_))));
        if let Some(remark) = difference(old, new) {
            comparison.differences.push(placed(remark, ours, at, ledger));
        }
    }
    if theirs.is_hidden && !ours.is_hidden {
        comparison.differences.push(Remark::new(Code::VerifySheetHidden).with("sheet", &ours.name));
    }
}

/// What one cell says otherwise.
fn difference(old: Option<&Cell>, new: Option<&Cell>) -> Option<Remark> {
    let shown = |cell: &Cell| cell.value.shown(cell.format);
    match (old, new) {
        (Some(old), Some(new)) if old.value != new.value => {
            let (mut first, mut second) = (shown(old), shown(new));
            // Formats may hide what differs.
            if first == second {
                (first, second) = (exact(old), exact(new));
            }
            Some(Remark::new(Code::VerifyCell).with("ours", first).with("theirs", second))
        }
        (Some(old), Some(new)) if old.formula != new.formula => {
            let formula = |cell: &Cell| cell.formula.as_ref().map(|text| format!("={text}"));
            let code = if new.formula.is_some() { Code::VerifyFormula } else { Code::VerifyFormulaGone };
            let remark = Remark::new(code).with("ours", formula(old).unwrap_or_else(|| shown(old)));
            Some(remark.with("theirs", formula(new).unwrap_or_else(|| shown(new))))
        }
        (Some(old), None) => Some(Remark::new(Code::VerifyCellGone).with("ours", shown(old))),
        (None, Some(new)) => Some(Remark::new(Code::VerifyCellAdded).with("theirs", shown(new))),
        _ => None,
    }
}

fn exact(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Number(value) => value.normalize().to_string(),
        other => format!("{other:?}"),
    }
}

/// Adds where the cell is, what it is, and from which input cell it comes.
fn placed(remark: Remark, sheet: &Sheet, at: (u32, u32), ledger: &Ledger) -> Remark {
    let cell = sheet.at(at.0, at.1).a1();
    let is_here = |place: &WorkbookCell| place.sheet == *sheet.name && place.cell == cell;
    let figure = ledger.figures.iter().find(|figure| figure.workbook.as_ref().is_some_and(is_here));
    let name = figure.map_or_else(|| headings(sheet, at), |figure| figure.name.clone());
    let input = figure.map(source).unwrap_or_default();
    let remark = remark.with("sheet", &sheet.name).with("cell", cell);
    let remark = remark.flag("has-name", !name.is_empty()).flag("has-input", !input.is_empty());
    remark.with("name", name).with("input", input)
}

/// `Tp. Thái Nguyên › Số hộ nghèo`: the first words of the row, and those at the head of the column.
fn headings(sheet: &Sheet, (row, col): (u32, u32)) -> String {
    let text = |cell: &Cell| match &cell.value {
        CellValue::Text(text) if text.contains(char::is_alphabetic) => Some(text.replace('\n', " ")),
        _ => None,
    };
    let label = sheet.row(row).filter(|(at, _)| *at < col).find_map(|(_, cell)| text(cell));
    let heading = sheet.cells.get(&(0, col)).filter(|_| row > 0).and_then(text);
    label.into_iter().chain(heading).collect::<Vec<_>>().join(" › ")
}
