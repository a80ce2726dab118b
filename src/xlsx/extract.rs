//! The sheets of a workbook that has been looked over → cells with exact values, through calamine.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, Xlsx, XlsxFormulaMetadata};
use rust_decimal::Decimal;

use crate::vi::dates::{self, Date};
use crate::vi::{old_encodings, text};
use crate::xlsx::grid::{Cell, CellValue, MAX_SHOWN, NumberFormat, Origin, Sheet, is_too_long};
use crate::xlsx::survey::Survey;

/// The most cells that a workbook may hold.
pub(crate) const MAX_CELLS: usize = 260_000;
/// The most bytes of all texts together.
const MAX_TEXT: usize = 16 << 20;
/// Larger than any figure; so large that sums of figures stay exact.
const MAX_NUMBER: f64 = 1e18;

/// What the names of cells begin with that this program defines.
pub(crate) const OWN_NAMES: &str = "vanban.";
/// The most of them that are looked at.
const MAX_NAMES: usize = 4_000;

/// Why sheets cannot be read.
pub(crate) enum Trouble {
    /// Parts that contradict each other.
    Broken,
    /// Too many cells in all, met in this sheet.
    TooManyCells(String),
    /// Too much text in all, met in this sheet.
    TooMuchText(String),
    /// A cell with more text than any program writes: sheet, row and column from zero, beginning of the text.
    LongText(String, (u32, u32), String),
}

/// What of the limits has been used up by the sheets read so far.
#[derive(Default)]
struct Used {
    cells: usize,
    text: usize,
}

impl From<calamine::XlsxError> for Trouble {
    fn from(_: calamine::XlsxError) -> Self {
        Self::Broken
    }
}

/// Reads all sheets but those with cells that cannot be read; of stray cells, nothing is read.
///
/// # Errors
/// What keeps them from being read.
pub(crate) fn read_sheets(name: &str, bytes: &[u8], survey: &Survey) -> Result<(Arc<Origin>, Vec<Sheet>), Trouble> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let properties = properties(&mut book);
    let file: Arc<str> = name.into();
    let origin = Arc::new(Origin {
        links: survey.links(),
        has_macros: survey.has_macros,
        recalculates: survey.recalculates,
        from_1904: survey.from_1904,
        properties,
        names: names(&book),
    });
    let worksheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != calamine::SheetVisible::Visible))
        .collect();
    let mut used = Used::default();
    let readable = worksheets.into_iter().filter_map(|(sheet, is_hidden)| {
        let strays = survey.strays(&sheet)?;
        Some((sheet, is_hidden, strays))
    });
    let sheets = readable.map(|(sheet, is_hidden, strays)| {
        let mut cells = read_cells(&mut book, &sheet, &mut used)?;
        for stray in strays {
            cells.remove(&stray);
        }
        let survey = survey.sheet(&sheet).cloned().unwrap_or_default();
        let name = text::clean(&sheet).into();
        let (file, origin) = (file.clone(), origin.clone());
        Ok(Sheet { file, name, stored_name: sheet.into(), origin, is_hidden, survey, cells })
    });
    let sheets = sheets.collect::<Result<Vec<_>, Trouble>>()?;
    Ok((origin, sheets))
}

/// The names that a workbook made by this program has for its columns; no definition has more of them.
fn names(book: &Xlsx<Cursor<&[u8]>>) -> BTreeMap<String, String> {
    let own = book.defined_names().iter().filter(|(name, cell)| name.starts_with(OWN_NAMES) && cell.len() < 256);
    own.take(MAX_NAMES).cloned().collect()
}

/// What programs noted about the workbook; one whose properties cannot be read has none.
fn properties(book: &mut Xlsx<Cursor<&[u8]>>) -> BTreeMap<String, String> {
    let found = book.workbook_properties().map(|found| found.custom_properties.into_iter().collect());
    found.unwrap_or_default()
}

/// What matters of a style: its number format, and its font where that is one from before Unicode.
type Style = (NumberFormat, Option<Arc<str>>);

type Cells = BTreeMap<(u32, u32), Cell>;

/// Two passes, because calamine gives formulas and styles only apart.
fn read_cells(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, used: &mut Used) -> Result<Cells, Trouble> {
    let mut cells = read_values(book, sheet, used)?;
    let mut reader = book.worksheet_cells_reader(sheet)?;
    // Only the styles that are used are looked at: there may be very many.
    let mut known: BTreeMap<usize, Style> = BTreeMap::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let Some(cell) = cells.get_mut(&cell.get_position()) else { continue };
        let (format, font) = match known.entry(style) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(read_style(reader.styles(), style)?),
        };
        cell.format = *format;
        cell.legacy_font.clone_from(font);
    }
    Ok(cells)
}

fn read_style(styles: &[calamine::Style], style: usize) -> Result<Style, Trouble> {
    let Some(found) = styles.get(style) else {
        // A workbook may do without styles, but not without those that it uses: 0,07 may have been 7%.
        let missing = || Trouble::Broken;
        return if style == 0 { Ok(Style::default()) } else { Err(missing()) };
    };
    let format = found.number_format.as_ref().map(|format| number_format(&format.format_code));
    let font = found.font.as_ref().and_then(|font| font.name.as_deref());
    let legacy = font.filter(|name| old_encodings::from_font(name).is_some());
    Ok((format.unwrap_or_default(), legacy.map(Arc::from)))
}

fn read_values(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, used: &mut Used) -> Result<Cells, Trouble> {
    let mut cells = Cells::new();
    let mut shared: BTreeMap<usize, Arc<str>> = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut reader = book.worksheet_cells_reader(sheet)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        if !seen.insert(record.pos) {
            return Err(Trouble::Broken);
        }
        used.add(&record.value, sheet, record.pos)?;
        let formula = record.formula.map(|formula| formula_text(formula, &mut shared));
        let (value, stored) = match cell_value(&record.value) {
            // A formula may give no text (`""`), which is not the same as no result.
            None if formula.is_some() && record.value == DataRef::Empty => (CellValue::Uncalculated, None),
            None => continue,
            Some(value) => value,
        };
        let cell = Cell { formula, stored, ..Cell::new(value, NumberFormat::default()) };
        cells.insert(record.pos, cell);
        used.cells += 1;
        if used.cells > MAX_CELLS {
            return Err(Trouble::TooManyCells(sheet.to_owned()));
        }
    }
    Ok(cells)
}

impl Used {
    /// A long string costs its place in the file once, but its length with each cell that shows it.
    fn add(&mut self, value: &DataRef<'_>, sheet: &str, at: (u32, u32)) -> Result<(), Trouble> {
        let text = match value {
            DataRef::String(text) => text.as_str(),
            DataRef::SharedString(text) => text,
            _ => return Ok(()),
        };
        self.text += text.len();
        if self.text > MAX_TEXT {
            return Err(Trouble::TooMuchText(sheet.to_owned()));
        }
        if is_too_long(text) {
            return Err(Trouble::LongText(sheet.to_owned(), at, text::shortened(text, MAX_SHOWN)));
        }
        Ok(())
    }
}

fn formula_text(formula: XlsxFormulaMetadata, shared: &mut BTreeMap<usize, Arc<str>>) -> Arc<str> {
    match formula {
        XlsxFormulaMetadata::Normal { formula } => formula.into(),
        XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
            let text: Arc<str> = formula.into();
            shared.insert(shared_index, text.clone());
            text
        }
        XlsxFormulaMetadata::SharedDerived { shared_index } => shared.get(&shared_index).cloned().unwrap_or_default(),
        _ => Arc::default(),
    }
}

/// The value of a cell, and its text as stored where cleaning changed it.
fn cell_value(data: &DataRef<'_>) -> Option<(CellValue, Option<Box<str>>)> {
    let text = |stored: &str| {
        let clean = text::clean(stored);
        let kept = (clean != stored).then(|| stored.into());
        (!clean.is_empty()).then_some((CellValue::Text(clean), kept))
    };
    let value = match data {
        DataRef::Empty => return None,
        DataRef::String(value) => return text(value),
        DataRef::SharedString(value) => return text(value),
        DataRef::Int(value) => CellValue::Number(Decimal::from(*value)),
        DataRef::Float(value) => exact(*value),
        DataRef::Bool(value) => CellValue::Bool(*value),
        DataRef::DateTime(value) => {
            let (year, month, day, ..) = value.to_ymd_hms_milli();
            let date = Date::new(year, month, day);
            date.map_or_else(|| CellValue::OutOfRange(format!("{day:02}/{month:02}/{year}")), CellValue::Date)
        }
        DataRef::DateTimeIso(value) => match dates::read(value.split('T').next().unwrap_or_default()) {
            dates::TypedDate::Date(date) => CellValue::Date(date),
            _ => CellValue::OutOfRange(value.clone()),
        },
        DataRef::DurationIso(value) => CellValue::OutOfRange(value.clone()),
        DataRef::Error(error) => CellValue::Fault(error.to_string()),
    };
    Some((value, None))
}

/// A stored binary number as the decimal that Excel shows: 15 significant digits.
fn exact(value: f64) -> CellValue {
    let written = format!("{value:.14e}");
    match Decimal::from_scientific(&written) {
        Ok(decimal) if value.abs() < MAX_NUMBER => CellValue::Number(decimal.normalize()),
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
    let scaled = plain.rfind(digits).is_some_and(|last| plain[last + 1..].starts_with(','));
    NumberFormat { decimals: u32::try_from(decimals).ok(), percent: plain.contains('%'), scaled }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_tell_decimals() {
        let cases = [
            ("General", None, false, false),
            ("@", None, false, false),
            ("0", Some(0), false, false),
            ("#,##0", Some(0), false, false),
            ("0.000", Some(3), false, false),
            ("0.00%", Some(2), true, false),
            ("#,##0.0\\ \"ha.00\"", Some(1), false, false),
            ("[>=1000]#\\.##0;0.00", Some(0), false, false),
            ("#,##0,", Some(0), false, true),
            ("0.0,,\\ \"tr\"", Some(1), false, true),
        ];
        for (code, decimals, percent, scaled) in cases {
            assert_eq!(number_format(code), NumberFormat { decimals, percent, scaled }, "{code}");
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
