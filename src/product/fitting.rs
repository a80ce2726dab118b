//! Columns wide enough for what they hold (độ rộng cột): where a figure or a word needs more than the definition gives
//! its column, the columns give way, then the type of the table, both within limits.

use crate::input::definition::widths::ROOM;

const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// What stands beside the text of a cell, left and right together, in points; and beside that of a heading.
const INSETS: f64 = 8.0;
const HEAD_INSETS: f64 = 5.0;
/// A column that takes the rest keeps so much of it, in millimetres, as long as others can give way instead.
const COMFORTABLE: f64 = 30.0;
/// A word of more letters may be divided where it would take the room of others, but not into shorter pieces, in ems.
const LONG: usize = 20;
const PIECE: f64 = 6.0;
/// By so much the type is made smaller at a time, in points.
const STEP: f64 = 0.5;

/// One column and what it must hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// Millimetres; none takes the rest.
    pub(crate) width: Option<f64>,
    /// The widest part of its cells that no line break divides, and of its heading, in ems.
    pub(crate) cells: f64,
    pub(crate) head: f64,
}

/// Type size in points, and the widths of those columns that have one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fit {
    pub(crate) size: f64,
    pub(crate) widths: Vec<Option<f64>>,
}

/// Fits columns to what they hold, in type no smaller than `least` points; `broken` are the same columns with their long
/// words divided, where these do not fit otherwise. What cannot be fitted stays as it was declared, and is found on the
/// pages.
pub(crate) fn fit(whole: &[Column], broken: &[Column], (size, least): (f64, f64), landscape: bool) -> Fit {
    let room = if landscape { ROOM.1 } else { ROOM.0 };
    let steps = ((size - least) / STEP).max(0.0).floor() as usize;
    let sizes = (0..=steps).map(|step| size - step as f64 * STEP);
    let fitted = |size: f64, open: f64| [whole, broken].into_iter().find_map(|it| at_size(it, size, open, room));
    let declared = || Fit { size, widths: whole.iter().map(|column| column.width).collect() };
    let found = sizes.clone().find_map(|size| fitted(size, COMFORTABLE));
    found.or_else(|| fitted(size - steps as f64 * STEP, 0.0)).unwrap_or_else(declared)
}

/// The widths in type of that size, if they fit; `open` is the least that a column gets that takes the rest.
fn at_size(columns: &[Column], size: f64, open: f64, room: f64) -> Option<Fit> {
    let need = |column: &Column| (column.cells * size + INSETS).max(column.head * size + HEAD_INSETS) / POINTS_PER_MM;
    let (mut fixed, mut slack, mut rest) = (0.0, 0.0, room);
    for column in columns {
        match column.width {
            Some(width) => {
                fixed += width.max(need(column));
                slack += (width - need(column)).max(0.0);
            }
            None => rest -= need(column).max(open),
        }
    }
    let over = (fixed - rest).max(0.0);
    if over > slack + 1e-9 {
        return None;
    }
    let width = |column: &Column| {
        let width = column.width?;
        let need = need(column);
        // As it was declared, unless something must change.
        if width < need {
            return Some(round_up(need));
        }
        Some(if over > 0.0 { width - (width - need) * over / slack } else { width })
    };
    Some(Fit { size, widths: columns.iter().map(width).collect() })
}

/// Full hundredths of a millimetre.
fn round_up(mm: f64) -> f64 {
    (mm * 100.0).ceil() / 100.0
}

/// The widest part of a text that no line break divides, in ems.
pub(crate) fn widest_part(text: &str, bold: bool) -> f64 {
    text.split([' ', '\n']).map(|word| ems(word, bold)).fold(0.0, f64::max)
}

/// The same with long words divided.
pub(crate) fn widest_piece(text: &str, bold: bool) -> f64 {
    let width = |word: &str| {
        let width = ems(word, bold);
        if is_dividable(word) { width.min(PIECE) } else { width }
    };
    text.split([' ', '\n']).map(width).fold(0.0, f64::max)
}

/// Whether a word may be divided where it is longer than its line: neither a figure nor the number of a document.
pub(crate) fn is_dividable(word: &str) -> bool {
    let is_number = word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit());
    !is_number && word.contains(char::is_alphabetic) && word.chars().count() > LONG
}

/// How many ems of a line a cell has that is so wide, in millimetres.
pub(crate) fn line(width: f64, size: f64, is_head: bool) -> f64 {
    ((width * POINTS_PER_MM - if is_head { HEAD_INSETS } else { INSETS }) / size).max(1.0)
}

/// The width of a text in ems of Times New Roman and its metric twins; of rare letters, rather more than less.
pub(crate) fn ems(text: &str, bold: bool) -> f64 {
    text.chars().map(|c| if bold && c.is_alphabetic() { em(c) * 1.11 } else { em(c) }).sum()
}

fn em(c: char) -> f64 {
    match c {
        '0'..='9' => 0.5,
        '.' | ',' | ' ' | '\u{a0}' => 0.25,
        'i' | 'j' | 'l' | 't' | ':' | ';' | '/' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' => 0.278,
        'f' | 'r' | 'I' | '-' | '(' | ')' | 'Í' | 'Ì' | 'Ỉ' | 'Ĩ' | 'Ị' | '!' => 0.333,
        's' | 'J' => 0.389,
        'a' | 'c' | 'e' | 'z' => 0.444,
        'm' => 0.778,
        'M' => 0.889,
        'W' => 0.944,
        '%' => 0.833,
        'P' | 'S' => 0.556,
        'E' | 'L' | 'T' | 'Z' => 0.611,
        'B' | 'C' | 'R' | 'F' => 0.667,
        '−' | '+' | '=' | '<' | '>' => 0.564,
        'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' | 'ơ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => 0.56,
        'Ư' | 'Ứ' | 'Ừ' | 'Ử' | 'Ữ' | 'Ự' => 0.8,
        '–' => 0.5,
        '—' | '…' => 1.0,
        c if c.is_uppercase() || c == 'w' => 0.722,
        c if c.is_alphabetic() => 0.5,
        _ => 0.56,
    }
}

/// How high so many lines are with what stands above and below them in a cell, in millimetres.
fn height(lines: usize, size: f64) -> f64 {
    (lines as f64 * size * 1.149 + 6.0) / POINTS_PER_MM
}

/// The height of a row whose cells have these texts and widths (millimetres), rather more than less.
pub(crate) fn row_height<'a>(cells: impl Iterator<Item = (&'a str, f64)>, size: f64, bold: bool) -> f64 {
    let lines = |(text, width): (&str, f64)| {
        let room = line(width, size, false);
        let (mut lines, mut used) = (1, 0.0);
        for word in text.split(' ') {
            let length = ems(word, bold);
            if used > 0.0 && used + 0.25 + length > room {
                (lines, used) = (lines + 1, 0.0);
            }
            used += length + if used > 0.0 { 0.25 } else { 0.0 };
            // What is longer than a line is divided.
            while used > room && is_dividable(word) {
                (lines, used) = (lines + 1, used - room);
            }
        }
        lines
    };
    height(cells.map(lines).max().unwrap_or(1), size)
}

/// Height of the type area in millimetres (PL I, I.3: 297−20−20, 210−20−20).
pub(crate) fn page_height(landscape: bool) -> f64 {
    if landscape { 170.0 } else { 257.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: Option<f64>, cells: f64) -> Column {
        Column { width, cells, head: 0.0 }
    }

    fn fit(columns: &[Column], sizes: (f64, f64), landscape: bool) -> Fit {
        super::fit(columns, columns, sizes, landscape)
    }

    #[test]
    fn what_fits_stays_as_declared() {
        let columns = [column(Some(14.0), 0.5), column(None, 6.0), column(Some(27.0), 3.0)];
        let declared = Fit { size: 13.0, widths: vec![Some(14.0), None, Some(27.0)] };
        assert_eq!(fit(&columns, (13.0, 11.0), false), declared);
    }

    #[test]
    fn columns_give_way_before_the_type_does() {
        let wide = fit(&[column(None, 5.0), column(Some(15.0), 6.0)], (12.0, 11.0), false);
        assert_eq!((wide.size, wide.widths[0]), (12.0, None));
        assert!(wide.widths[1].is_some_and(|width| width > 28.0 && width < 29.0), "{wide:?}");
        // No column takes the rest: the one with room to spare gives it.
        let full = fit(&[column(Some(135.0), 5.0), column(Some(30.0), 9.0)], (12.0, 11.0), false);
        assert!(full.widths[0].is_some_and(|width| width < 135.0) && full.size == 12.0, "{full:?}");
        assert!(full.widths.iter().flatten().sum::<f64>() <= 165.1, "{full:?}");
        let many: Vec<Column> = (0..6).map(|_| column(Some(27.5), 5.75)).collect();
        assert_eq!(fit(&many, (13.0, 11.0), false).size, 12.0);
        // Beyond the limits everything stays as it was declared.
        let hopeless: Vec<Column> = (0..6).map(|_| column(Some(27.5), 8.0)).collect();
        assert_eq!(fit(&hopeless, (13.0, 11.0), false).size, 13.0);
    }

    #[test]
    fn neither_figures_nor_numbers_of_documents_are_divided() {
        for whole in ["01/2023/TTLT-BTC-BTNMT-BNV", "1.234.567.890.123.456.789", "Nghiêng"] {
            assert!(!is_dividable(whole), "{whole}");
            assert_eq!(widest_piece(whole, false), widest_part(whole, false));
        }
        let address = "Thư: phongtaichinhkehoach@thainguyen.gov.vn";
        assert!(widest_piece(address, false) <= PIECE && widest_part(address, false) > 2.0 * PIECE);
    }

    #[test]
    fn figures_are_measured_as_they_are_printed() {
        assert!((ems("27\u{a0}211\u{a0}000", true) - 4.5).abs() < 1e-9);
        assert!((ems("-1.234,5", false) - (0.333 + 2.5 + 0.5)).abs() < 1e-9);
        assert!((widest_part("Hộ nghèo 1.000", false) - 2.5).abs() < 0.1);
    }
}
