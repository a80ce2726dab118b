//! Where a finding is: files, sheets, cells, lines; and the picture of the place.

use std::sync::Arc;

/// The address of one input cell, counted from zero; printed as `so-lieu.xlsx › Kinh phí › E7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    pub row: u32,
    pub col: u32,
}

impl CellRef {
    /// `E7`.
    pub fn a1(&self) -> String {
        a1(self.row, self.col)
    }
}

impl std::fmt::Display for CellRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} › {} › {}", self.file, self.sheet, self.a1())
    }
}

/// Rows and columns of a sheet (ECMA-376; Excel's own limits).
pub(crate) const MAX_ROW: u32 = 1_048_576;
pub(crate) const MAX_COLUMN: u32 = 16_384;

/// `6, 4 → E7`: the address of a cell within its sheet.
pub(crate) fn a1(row: u32, col: u32) -> String {
    format!("{}{}", column_letters(col), row + 1)
}

/// `E7 → 6, 4`; none outside a sheet.
pub(crate) fn address(a1: &str) -> Option<(u32, u32)> {
    let letters = a1.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = a1.split_at(letters);
    if !(1..=3).contains(&letters) || row.len() > 7 || !row.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let column = column.bytes().fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1);
    let row = row.parse::<u32>().ok()?;
    ((1..=MAX_ROW).contains(&row) && column <= MAX_COLUMN).then(|| (row - 1, column - 1))
}

/// `0 → A`, `26 → AA` (ECMA-376, Part 1, 18.18.62).
pub fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut n = col + 1;
    while n > 0 {
        letters.push(char::from(b'A' + ((n - 1) % 26) as u8));
        n = (n - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Where a finding is; places are sorted by file, sheet, row and column, the whole before its parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The run as a whole.
    Nowhere,
    /// A file or folder.
    File(String),
    /// One sheet of a workbook.
    Sheet { file: String, sheet: String },
    /// One cell.
    Cell(CellRef),
    /// A line of a template, counted from one.
    Line { file: String, line: usize },
}

impl Place {
    fn order(&self) -> (&str, &str, Option<(usize, usize)>, u8) {
        match self {
            Self::Nowhere => ("", "", None, 0),
            Self::File(file) => (file, "", None, 1),
            Self::Sheet { file, sheet } => (file, sheet, None, 2),
            Self::Cell(at) => (&at.file, &at.sheet, Some((at.row as usize, at.col as usize)), 3),
            Self::Line { file, line } => (file, "", Some((*line, 0)), 4),
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nowhere => Ok(()),
            Self::File(file) => f.write_str(file),
            Self::Sheet { file, sheet } => write!(f, "{file} › {sheet}"),
            Self::Cell(cell) => cell.fmt(f),
            Self::Line { file, line } => write!(f, "{file}:{line}"),
        }
    }
}

/// Lines shown under a long finding, each with the number in its margin, and the mark under the last one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) lines: Vec<(usize, String)>,
    /// Offset and length of the mark, in characters of the last line.
    pub(crate) mark: (usize, usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_exist_or_do_not() {
        for (written, at) in [("B7", (6, 1)), ("AA10", (9, 26)), ("XFD1048576", (1_048_575, 16_383))] {
            assert_eq!(address(written), Some(at));
            assert_eq!(a1(at.0, at.1), written);
        }
        for wrong in ["ZZZZZZZ1", "A99999999999", "A0", "7", "b7", "XFE1", "A1048577", ""] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
