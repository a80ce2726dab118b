//! A workbook's bytes → a safe grid of cells with their addresses: the one door through which figures enter.
//!
//! Cells are streamed one by one (never through calamine's serde path or its dense ranges, which guess at
//! text and allocate by the file's own claims). Numbers become exact decimals here, texts NFC.

use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataRef, Reader, Xlsx};
use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use crate::diagnostic::{CellRef, Diagnostic, Excerpt, Place, column_letters};
use crate::preflight::{self, Danger};
use crate::vi::{self, Date};

/// The largest workbook that is read, in bytes.
const MAX_FILE: usize = 32 << 20;
/// The most cells that a workbook may hold.
const MAX_CELLS: usize = 200_000;
/// The most characters of one cell (Excel's own limit), and the most bytes of all texts together.
const MAX_TEXT: (usize, usize) = (32_767, 16 << 20);

/// One input file.
#[derive(Debug, Clone)]
pub struct Workbook {
    pub name: Arc<str>,
    pub sha256: String,
    pub sheets: Vec<Sheet>,
}

/// One sheet: only the cells that hold something.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub file: Arc<str>,
    pub name: Arc<str>,
    pub cells: BTreeMap<(u32, u32), Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub value: CellValue,
    pub format: NumberFormat,
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
/// A finding when the file is not a readable `.xlsx`. Findings about single cells are left to the reader
/// of the table, which knows what the cell should have held.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Box<Diagnostic>> {
    let fault = |code| Diagnostic::error(code, Place::File(name.to_owned()));
    if bytes.len() > MAX_FILE {
        return Err(fault("workbook-too-large").with("size", format!("{} MiB", bytes.len() >> 20)).into());
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(fault("workbook-old-or-locked").into());
    }
    let other = [".ods", ".xlsb", ".csv"].iter().any(|ending| name.to_lowercase().ends_with(ending));
    if other || !bytes.starts_with(b"PK\x03\x04") {
        return Err(fault("workbook-not-xlsx").into());
    }
    preflight::inspect(bytes).map_err(|danger| match danger {
        Danger::NotAZip(detail) => fault("workbook-broken").with("detail", brief(&detail)),
        Danger::TooMuch { part } => fault("workbook-bomb").with("part", part),
        Danger::DocumentType { part } => fault("workbook-doctype").with("part", part),
        Danger::StrayCell { part, cell } => fault("workbook-stray-cell").with("part", part).with("cell", cell),
        Danger::Absurd { part, detail } => fault("workbook-absurd").with("part", part).with("detail", detail),
    })?;
    // calamine may panic on malformed parts; a panic must become a sentence.
    let read = catch_unwind(AssertUnwindSafe(|| read_sheets(name, bytes)));
    let sheets =
        read.unwrap_or_else(|_| Err(Trouble::Broken("panic".to_owned()))).map_err(|trouble| match trouble {
            Trouble::Broken(detail) => fault("workbook-broken").with("detail", brief(&detail)),
            Trouble::TooMuchText(sheet) => fault("workbook-bomb").with("part", sheet),
            Trouble::TooManyCells(sheet) => {
                let limit = vi::number(Decimal::from(MAX_CELLS), 0, vi::Grouping::Dot);
                fault("sheet-too-large").with("sheet", sheet).with("limit", limit)
            }
        })?;
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Workbook { name: name.into(), sha256, sheets })
}

/// A message never takes over more of a file than a line.
fn brief(text: &str) -> String {
    text.chars().take(preflight::MAX_DETAIL).collect()
}

enum Trouble {
    Broken(String),
    TooManyCells(String),
    TooMuchText(String),
}

/// What of the limits has been used up by the sheets read so far.
#[derive(Default)]
struct Used {
    cells: usize,
    text: usize,
}

impl From<calamine::XlsxError> for Trouble {
    fn from(error: calamine::XlsxError) -> Self {
        Self::Broken(error.to_string())
    }
}

fn read_sheets(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let file: Arc<str> = name.into();
    let worksheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut used = Used::default();
    worksheets
        .into_iter()
        .map(|sheet| {
            let cells = read_cells(&mut book, &sheet, &mut used)?;
            Ok(Sheet { file: file.clone(), name: vi::clean(&sheet).into(), cells })
        })
        .collect()
}

/// Two passes, because calamine gives formulas and styles only apart.
fn read_cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    used: &mut Used,
) -> Result<BTreeMap<(u32, u32), Cell>, Trouble> {
    let mut cells = read_values(book, sheet, used)?;
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let mut formats: BTreeMap<usize, NumberFormat> = BTreeMap::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let Some(known) = cells.get_mut(&cell.get_position()) else { continue };
        known.format = match formats.get(&style) {
            Some(format) => *format,
            None => *formats.entry(style).or_insert(style_format(reader.styles(), style)?),
        };
    }
    Ok(cells)
}

fn style_format(styles: &[calamine::Style], style: usize) -> Result<NumberFormat, Trouble> {
    match styles.get(style) {
        Some(style) => Ok(style.number_format.as_ref().map(|f| number_format(&f.format_code)).unwrap_or_default()),
        // A workbook may do without styles, but not without those that it uses: 0,07 may have been 7%.
        None if style == 0 => Ok(NumberFormat::default()),
        None => Err(Trouble::Broken(format!("style {style} of {}", styles.len()))),
    }
}

fn read_values(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    used: &mut Used,
) -> Result<BTreeMap<(u32, u32), Cell>, Trouble> {
    let mut cells = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut reader = book.worksheet_cells_reader(sheet)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        if !seen.insert(record.pos) {
            let (row, col) = record.pos;
            return Err(Trouble::Broken(format!("two cells {}{}", column_letters(col), row + 1)));
        }
        let text = match &record.value {
            DataRef::String(text) => Some(text.as_str()),
            DataRef::SharedString(text) => Some(*text),
            _ => None,
        };
        if let Some(text) = text {
            used.text += text.len();
            // A long string costs its place once, but its length with each cell that shows it.
            if used.text > MAX_TEXT.1 || text.chars().count() > MAX_TEXT.0 {
                return Err(Trouble::TooMuchText(sheet.to_owned()));
            }
        }
        let value = match cell_value(&record.value) {
            None if record.formula.is_some() => CellValue::Uncalculated,
            None => continue,
            Some(value) => value,
        };
        cells.insert(record.pos, Cell { value, format: NumberFormat::default() });
        used.cells += 1;
        if used.cells > MAX_CELLS {
            return Err(Trouble::TooManyCells(sheet.to_owned()));
        }
    }
    Ok(cells)
}

fn cell_value(data: &DataRef<'_>) -> Option<CellValue> {
    let text = |text: &str| {
        let text = vi::clean(text);
        (!text.is_empty()).then_some(CellValue::Text(text))
    };
    match data {
        DataRef::Empty => None,
        DataRef::Int(value) => Some(CellValue::Number(Decimal::from(*value))),
        DataRef::Float(value) => Some(exact(*value)),
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Bool(value) => Some(CellValue::Bool(*value)),
        DataRef::DateTime(value) => {
            let (year, month, day, ..) = value.to_ymd_hms_milli();
            let date = Date::new(year, month, day);
            Some(date.map_or_else(|| CellValue::OutOfRange(value.as_f64().to_string()), CellValue::Date))
        }
        DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => Some(CellValue::OutOfRange(value.clone())),
        DataRef::Error(error) => Some(CellValue::Fault(error.to_string())),
    }
}

/// A stored binary number as the decimal that Excel shows: 15 significant digits.
fn exact(value: f64) -> CellValue {
    let written = format!("{value:.14e}");
    match Decimal::from_scientific(&written) {
        Ok(decimal) if value.is_finite() => CellValue::Number(decimal.normalize()),
        _ => CellValue::OutOfRange(value.to_string()),
    }
}

/// Reads decimals and the per-cent sign out of the first section of a format code.
fn number_format(code: &str) -> NumberFormat {
    let section = code.split(';').next().unwrap_or_default();
    let mut plain = String::new();
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            _ => plain.push(c),
        }
    }
    let digits = |c: char| matches!(c, '0' | '#' | '?');
    if plain.eq_ignore_ascii_case("general") || !plain.contains(digits) {
        return NumberFormat::default();
    }
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.chars().take_while(|&c| digits(c)).count());
    NumberFormat { decimals: u32::try_from(decimals).ok(), percent: plain.contains('%') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_tell_decimals() {
        let cases = [
            ("General", None, false),
            ("@", None, false),
            ("0", Some(0), false),
            ("#,##0", Some(0), false),
            ("0.000", Some(3), false),
            ("0.00%", Some(2), true),
            ("#,##0.0\\ \"ha.00\"", Some(1), false),
            ("[>=1000]#\\.##0;0.00", Some(0), false),
        ];
        for (code, decimals, percent) in cases {
            assert_eq!(number_format(code), NumberFormat { decimals, percent }, "{code}");
        }
    }

    #[test]
    fn binary_numbers_become_the_decimals_people_see() {
        for (value, expected) in [(0.803, "0.803"), (0.1 + 0.2, "0.3"), (94173.0, "94173"), (-0.07, "-0.07")] {
            assert_eq!(exact(value), CellValue::Number(expected.parse().unwrap()));
        }
        assert_eq!(exact(f64::INFINITY), CellValue::OutOfRange("inf".to_owned()));
    }
}
