//! A workbook as it was read: sheets of cells with their values and formats.

use std::collections::BTreeMap;

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::finding::place::{CellRef, Excerpt, Place};
use crate::vi::dates::Date;
use crate::vi::numbers;
use crate::vi::text::shortened;
use crate::xlsx::survey::SheetSurvey;

/// The most characters of one cell (Excel's own limit).
pub(crate) const MAX_CELL_TEXT: usize = 32_767;

/// How much of a text that cannot be used a message shows.
pub(crate) const MAX_SHOWN: usize = 60;

/// Whether a text is longer than any program writes into one cell.
pub(crate) fn is_too_long(text: &str) -> bool {
    text.len() > MAX_CELL_TEXT && text.chars().count() > MAX_CELL_TEXT
}

/// One input file.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub(crate) name: Arc<str>,
    pub(crate) sha256: String,
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
    /// What programs noted about it (custom properties, ECMA-376, Part 1, 22.3).
    pub properties: BTreeMap<String, String>,
    /// Names that this program defined, and the cells that they stand for (`'Hộ nghèo'!$C$1`).
    pub names: BTreeMap<String, String>,
}

/// One sheet: only the cells that hold something.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub(crate) file: Arc<str>,
    pub name: Arc<str>,
    /// The name as stored, before it was cleaned.
    pub(crate) stored_name: Arc<str>,
    pub(crate) origin: Arc<Origin>,
    pub(crate) is_hidden: bool,
    pub(crate) survey: SheetSurvey,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub value: CellValue,
    pub format: NumberFormat,
    /// The formula, without `=`; of a shared one, that of its first cell.
    pub(crate) formula: Option<Arc<str>>,
    /// The text as stored, where cleaning changed it.
    pub(crate) stored: Option<Box<str>>,
    /// The font, where it is one of those from before Unicode.
    pub(crate) legacy_font: Option<Arc<str>>,
}

impl Cell {
    /// A cell without a formula.
    pub fn new(value: CellValue, format: NumberFormat) -> Self {
        Self { value, format, formula: None, stored: None, legacy_font: None }
    }

    /// The text in it as stored; empty for anything else.
    pub(crate) fn stored_text(&self) -> &str {
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
    pub(crate) fn place(&self) -> Place {
        Place::Sheet { file: self.file.to_string(), sheet: self.name.to_string() }
    }

    /// Whether a merged cell covers this one.
    pub(crate) fn is_covered(&self, at: (u32, u32)) -> bool {
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
    pub(crate) fn excerpt(&self, header: u32, row: u32, col: u32) -> Excerpt {
        let first = self.row(header).map(|(c, _)| c).min().unwrap_or(0).max(col.saturating_sub(3));
        let columns: Vec<u32> = (first..=col + 1).collect();
        let shown = |row: u32, column: u32| {
            self.cells.get(&(row, column)).map(|cell| shortened(&cell.value.shown(cell.format), 28)).unwrap_or_default()
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
                let shown = numbers::number(value, decimals, numbers::Grouping::Dot);
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
