//! A workbook's bytes → a safe grid of cells with their addresses: the one door through which figures enter.
//!
//! Cells are streamed one by one (never through calamine's serde path or its dense ranges, which guess at
//! text and allocate by the file's own claims). Numbers become exact decimals here, texts NFC.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::vi::{numbers, text};
use crate::xlsx::danger::{self, Broken, Danger};
use crate::xlsx::extract::{self, MAX_CELLS, Trouble};
use crate::xlsx::file_kind::{self, FileKind};
use crate::xlsx::grid::Workbook;
use crate::xlsx::survey::{BadCell, BadCellKind, Survey};
use crate::xlsx::{container, hash};
use rust_decimal::Decimal;

/// The largest workbook that is read, in bytes.
const MAX_FILE: usize = 32 << 20;

/// Reads a whole workbook.
///
/// # Errors
/// Findings when the file is not a readable `.xlsx`, or a cell of it cannot be read. Findings about other single
/// cells are left to the reader of the table, which knows what the cell should have held.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Vec<Finding>> {
    match read_what_can_be(name, bytes) {
        (Some(book), found) if found.is_empty() => Ok(book),
        (_, found) => Err(found),
    }
}

/// Reads what of a workbook can be read, so that one cell does not hide what else is wrong: without cells that
/// stand astray, and without sheets in which calamine would stumble over a cell. The findings, all of them
/// errors, name those cells, or say why nothing could be read.
pub(crate) fn read_what_can_be(name: &str, bytes: &[u8]) -> (Option<Workbook>, Vec<Finding>) {
    let survey = match inspect(name, bytes) {
        Ok(survey) => survey,
        Err(found) => return (None, found),
    };
    let mut found: Vec<_> = survey.bad_cells.iter().map(|bad| explain_cell(name, &survey, bad)).collect();
    // calamine may panic on malformed parts; a panic must become a sentence.
    let read = catch_unwind(AssertUnwindSafe(|| extract::read_sheets(name, bytes, &survey)));
    match read.unwrap_or(Err(Trouble::Broken)) {
        Ok((origin, sheets)) => {
            let sha256 = hash::sha256(bytes);
            (Some(Workbook { name: name.into(), sha256, origin, sheets }), found)
        }
        Err(trouble) => {
            // The cells already named say more to people.
            if found.is_empty() {
                found.push(explain_trouble(name, trouble));
            }
            (None, found)
        }
    }
}

/// Looks a file over before anything in it is trusted.
fn inspect(name: &str, bytes: &[u8]) -> Result<Survey, Vec<Finding>> {
    let fault = |code| Finding::new(code, Place::File(name.to_owned()));
    if bytes.len() > MAX_FILE {
        return Err(vec![fault(Code::WorkbookTooLarge).with("size", format!("{} MiB", bytes.len().div_ceil(1 << 20)))]);
    }
    match file_kind::kind(name, bytes) {
        FileKind::Xlsx => {}
        // A zip cut short or emptied has no names of parts left; what is wrong with it shows below.
        FileKind::OtherZip if name.to_lowercase().ends_with(".xlsx") => {}
        FileKind::Encrypted => return Err(vec![fault(Code::WorkbookLocked)]),
        other => return Err(vec![fault(Code::WorkbookNotXlsx).choice("kind", other.name())]),
    }
    container::inspect(bytes).map_err(|danger| vec![explain(&fault, danger)])
}

fn explain(fault: &dyn Fn(Code) -> Finding, danger: Danger) -> Finding {
    match danger {
        Danger::NotAZip(broken) => fault(Code::WorkbookBroken).choice("broken", broken.word()),
        Danger::TooMuch { part, size } => fault(Code::WorkbookBomb).with("part", part).with("size", size),
        Danger::DocumentType { part } => fault(Code::WorkbookDoctype).with("part", part),
        Danger::Absurd { part, detail } => fault(Code::WorkbookAbsurd).with("part", part).with("detail", detail),
    }
}

fn explain_trouble(name: &str, trouble: Trouble) -> Finding {
    let fault = |code| Finding::new(code, Place::File(name.to_owned()));
    match trouble {
        Trouble::Broken => fault(Code::WorkbookBroken).choice("broken", Broken::Sheets.word()),
        Trouble::TooMuchText(sheet) => fault(Code::WorkbookBomb).with("part", brief(&sheet)).with("size", "> 16 MiB"),
        Trouble::TooManyCells(sheet) => {
            let limit = numbers::number(Decimal::from(MAX_CELLS), 0, numbers::Grouping::Dot);
            fault(Code::SheetTooLarge).with("sheet", brief(&sheet)).with("limit", limit)
        }
        Trouble::LongText(sheet, (row, col), start) => {
            let at = CellRef { file: name.into(), sheet: text::clean(&sheet).into(), row, col };
            Finding::new(Code::TextTooLong, Place::Cell(at)).with("value", start)
        }
    }
}

/// A cell for which the workbook cannot be read, named as a person would name it.
fn explain_cell(file: &str, survey: &Survey, bad: &BadCell) -> Finding {
    let sheet = survey.name_of(&bad.part).unwrap_or(&bad.part);
    let at = CellRef { file: file.into(), sheet: text::clean(sheet).into(), row: bad.row, col: bad.col };
    let finding = |code| Finding::new(code, Place::Cell(at.clone()));
    match &bad.what {
        BadCellKind::Stray { filled } => {
            finding(Code::WorkbookStrayCell).with("cell", at.a1()).with("sheet", &at.sheet).with("filled", filled)
        }
        BadCellKind::UnknownFault(value) => finding(Code::CellFaultUnknown).with("value", value),
        BadCellKind::LostText(index) => finding(Code::CellTextLost).with("index", index),
        BadCellKind::LostNumber => finding(Code::CellNumberLost),
    }
}

/// A message never takes over more of a file than a line.
fn brief(text: &str) -> String {
    text::beginning(text, danger::MAX_DETAIL)
}
