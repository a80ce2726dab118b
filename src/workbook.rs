//! A workbook's bytes → a safe grid of cells with their addresses: the one door through which figures enter.
//!
//! Cells are streamed one by one (never through calamine's serde path or its dense ranges, which guess at
//! text and allocate by the file's own claims). Numbers become exact decimals here, texts NFC.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::cells::{self, MAX_CELLS, Trouble};
use crate::diagnostic::{CellRef, Diagnostic, Excerpt, Place};
use crate::preflight::{self, Danger};
use crate::sniff::{self, FileKind};
use crate::survey::{BadCell, BadCellKind, SheetSurvey, Survey};
use crate::vi::{self, Date};

/// The largest workbook that is read, in bytes.
const MAX_FILE: usize = 32 << 20;

/// One input file.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub name: Arc<str>,
    pub sha256: String,
    pub origin: Arc<Origin>,
    pub sheets: Vec<Sheet>,
}

/// What a whole workbook says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Files that formulas take values from, in the order in which they are numbered (`[1]Sheet1!A1`).
    pub links: Vec<String>,
    pub has_macros: bool,
    /// The program that wrote the file left the calculating to the next one.
    pub recalculates: bool,
    /// Days are counted from 1904.
    pub from_1904: bool,
    /// What layout the workbook says it was made for ([`crate::schema`]).
    pub schema: Option<String>,
}

/// One sheet: only the cells that hold something.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub file: Arc<str>,
    pub name: Arc<str>,
    /// The name as stored, before it was cleaned.
    pub stored_name: Arc<str>,
    pub origin: Arc<Origin>,
    pub is_hidden: bool,
    pub survey: SheetSurvey,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub value: CellValue,
    pub format: NumberFormat,
    /// The formula, without `=`; of a shared one, that of its first cell.
    pub formula: Option<Arc<str>>,
    /// The text as stored, where cleaning changed it.
    pub stored: Option<Box<str>>,
    /// The font, where it is one of those from before Unicode.
    pub legacy_font: Option<Arc<str>>,
}

impl Cell {
    /// A cell without a formula.
    pub fn new(value: CellValue, format: NumberFormat) -> Self {
        Self { value, format, formula: None, stored: None, legacy_font: None }
    }

    /// The text in it as stored; empty for anything else.
    pub fn stored_text(&self) -> &str {
        match (&self.stored, &self.value) {
            (Some(stored), _) => stored,
            (None, CellValue::Text(text)) => text,
            _ => "",
        }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    Text(String),
    Number(Decimal),
    Bool(bool),
    Date(Date),
    /// `#REF!` and its like.
    Fault(String),
    /// A formula that was never calculated.
    Uncalculated,
    /// A number or date outside what a document can hold.
    OutOfRange(String),
}

/// What matters of a cell's number format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberFormat {
    /// Decimals shown, where the format fixes them.
    pub decimals: Option<u32>,
    /// The cell shows its value times 100 with a `%`.
    pub percent: bool,
    /// The cell shows its value divided by 1 000 or more (`#,##0,`).
    pub scaled: bool,
}

impl Sheet {
    /// The address of a cell of this sheet.
    pub fn at(&self, row: u32, col: u32) -> CellRef {
        CellRef { file: self.file.clone(), sheet: self.name.clone(), row, col }
    }

    /// The sheet itself as a place.
    pub fn place(&self) -> Place {
        Place::Sheet { file: self.file.to_string(), sheet: self.name.to_string() }
    }

    /// Whether a merged cell covers this one.
    pub fn is_covered(&self, at: (u32, u32)) -> bool {
        self.survey.merges.iter().any(|merge| merge.first != at && merge.holds(at))
    }

    /// The last row that holds anything.
    pub fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| *row)
    }

    /// The columns that hold anything in `row`, in order.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, col), cell)| (*col, cell))
    }

    /// The header row and the row of a cell, side by side in columns, with the cell marked.
    pub fn excerpt(&self, header: u32, row: u32, col: u32) -> Excerpt {
        let first = self.row(header).map(|(c, _)| c).min().unwrap_or(0).max(col.saturating_sub(3));
        let columns: Vec<u32> = (first..=col + 1).collect();
        let shown = |row: u32, column: u32| {
            self.cells.get(&(row, column)).map(|cell| shorten(&cell.value.shown(cell.format))).unwrap_or_default()
        };
        let widths: Vec<usize> = columns
            .iter()
            .map(|&c| shown(header, c).chars().count().max(shown(row, c).chars().count()).max(1))
            .collect();
        let line = |row: u32| {
            let cells = columns.iter().zip(&widths).map(|(&c, &width)| format!("{:width$}", shown(row, c)));
            cells.collect::<Vec<_>>().join(" | ").trim_end_matches([' ', '|']).to_owned()
        };
        let position = columns.iter().take_while(|&&c| c < col).count();
        let offset = widths[..position].iter().map(|width| width + 3).sum();
        let lines = [header, row].map(|r| (r as usize + 1, line(r)));
        let lines = if header == row { lines[..1].to_vec() } else { lines.to_vec() };
        Excerpt { lines, mark: (offset, shown(row, col).chars().count()) }
    }
}

impl CellValue {
    /// The value as a person would see it in the sheet.
    pub fn shown(&self, format: NumberFormat) -> String {
        match self {
            Self::Text(text) => text.replace('\n', " ⏎ "),
            Self::Number(value) => {
                let value = if format.percent { *value * Decimal::ONE_HUNDRED } else { *value };
                let decimals = format.decimals.unwrap_or(value.normalize().scale());
                let shown = vi::number(value, decimals, vi::Grouping::Dot);
                if format.percent { shown + "%" } else { shown }
            }
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Date(date) => date.to_string(),
            Self::Fault(fault) => fault.clone(),
            Self::Uncalculated => "=…".to_owned(),
            Self::OutOfRange(text) => text.clone(),
        }
    }
}

fn shorten(text: &str) -> String {
    let mut kept: String = text.chars().take(28).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

/// Reads a whole workbook.
///
/// # Errors
/// Findings when the file is not a readable `.xlsx`, or a cell of it cannot be read. Findings about other single
/// cells are left to the reader of the table, which knows what the cell should have held.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Vec<Diagnostic>> {
    match read_what_can_be(name, bytes) {
        (Some(book), found) if found.is_empty() => Ok(book),
        (_, found) => Err(found),
    }
}

/// Reads what of a workbook can be read, so that one cell does not hide what else is wrong: without cells that
/// stand astray, and without sheets in which calamine would stumble over a cell. The findings, all of them
/// errors, name those cells, or say why nothing could be read.
pub fn read_what_can_be(name: &str, bytes: &[u8]) -> (Option<Workbook>, Vec<Diagnostic>) {
    let survey = match inspect(name, bytes) {
        Ok(survey) => survey,
        Err(found) => return (None, found),
    };
    let mut found: Vec<_> = survey.bad_cells.iter().map(|bad| explain_cell(name, &survey, bad)).collect();
    // calamine may panic on malformed parts; a panic must become a sentence.
    let read = catch_unwind(AssertUnwindSafe(|| cells::read_sheets(name, bytes, &survey)));
    match read.unwrap_or_else(|_| Err(Trouble::Broken("panic".to_owned()))) {
        Ok((origin, sheets)) => {
            let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
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
fn inspect(name: &str, bytes: &[u8]) -> Result<Survey, Vec<Diagnostic>> {
    let fault = |code| Diagnostic::error(code, Place::File(name.to_owned()));
    if bytes.len() > MAX_FILE {
        return Err(vec![fault("workbook-too-large").with("size", format!("{} MiB", bytes.len().div_ceil(1 << 20)))]);
    }
    match sniff::kind(name, bytes) {
        FileKind::Xlsx => {}
        // A zip cut short or emptied has no names of parts left; what is wrong with it shows below.
        FileKind::OtherZip if name.to_lowercase().ends_with(".xlsx") => {}
        FileKind::Encrypted => return Err(vec![fault("workbook-locked")]),
        other => return Err(vec![fault("workbook-not-xlsx").with("kind", other.name())]),
    }
    preflight::inspect(bytes).map_err(|danger| vec![explain(&fault, danger)])
}

fn explain(fault: &dyn Fn(&'static str) -> Diagnostic, danger: Danger) -> Diagnostic {
    match danger {
        Danger::NotAZip(detail) => fault("workbook-broken").with("detail", brief(&detail)),
        Danger::TooMuch { part, size } => fault("workbook-bomb").with("part", part).with("size", size),
        Danger::DocumentType { part } => fault("workbook-doctype").with("part", part),
        Danger::Absurd { part, detail } => fault("workbook-absurd").with("part", part).with("detail", detail),
    }
}

fn explain_trouble(name: &str, trouble: Trouble) -> Diagnostic {
    let fault = |code| Diagnostic::error(code, Place::File(name.to_owned()));
    match trouble {
        Trouble::Broken(detail) => fault("workbook-broken").with("detail", brief(&detail)),
        Trouble::TooMuchText(sheet) => fault("workbook-bomb").with("part", brief(&sheet)).with("size", "> 16 MiB"),
        Trouble::TooManyCells(sheet) => {
            let limit = vi::number(Decimal::from(MAX_CELLS), 0, vi::Grouping::Dot);
            fault("sheet-too-large").with("sheet", brief(&sheet)).with("limit", limit)
        }
        Trouble::LongText(sheet, (row, col), start) => {
            let at = CellRef { file: name.into(), sheet: vi::clean(&sheet).into(), row, col };
            Diagnostic::error("text-too-long", Place::Cell(at)).with("value", start)
        }
    }
}

/// A cell for which the workbook cannot be read, named as a person would name it.
fn explain_cell(file: &str, survey: &Survey, bad: &BadCell) -> Diagnostic {
    let sheet = survey.name_of(&bad.part).unwrap_or(&bad.part);
    let at = CellRef { file: file.into(), sheet: vi::clean(sheet).into(), row: bad.row, col: bad.col };
    let finding = |code| Diagnostic::error(code, Place::Cell(at.clone()));
    match &bad.what {
        BadCellKind::Stray { filled } => {
            finding("workbook-stray-cell").with("cell", at.a1()).with("sheet", &at.sheet).with("filled", filled)
        }
        BadCellKind::UnknownFault(value) => finding("cell-fault-unknown").with("value", value),
        BadCellKind::LostText(index) => finding("cell-text-lost").with("index", index),
        BadCellKind::LostNumber => finding("cell-number-lost"),
    }
}

/// A message never takes over more of a file than a line.
fn brief(text: &str) -> String {
    text.chars().take(preflight::MAX_DETAIL).collect()
}
