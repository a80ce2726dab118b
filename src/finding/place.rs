//! Where a finding is: files, sheets, cells, lines; and the picture of the place.

use std::sync::Arc;

/// The address of one input cell, counted from zero; printed as `so-lieu.xlsx › Kinh phí › E7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    pub row: u32,
    pub col: u32,
}

impl CellRef {
    /// `E7`.
    pub fn a1(&self) -> String {
        format!("{}{}", column_letters(self.col), self.row + 1)
    }
}

impl std::fmt::Display for CellRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} › {} › {}", self.file, self.sheet, self.a1())
    }
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub struct Excerpt {
    pub lines: Vec<(usize, String)>,
    /// Offset and length of the mark, in characters of the last line.
    pub mark: (usize, usize),
}
