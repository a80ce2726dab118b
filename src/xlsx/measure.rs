//! About how much room words take in a workbook, which knows only the program that opens it.

const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// About how many lines a text takes in a column, on the broad side so that nothing is cut.
pub(crate) fn lines(text: &str, width_mm: f64, size: f64) -> usize {
    let room = (width_mm * POINTS_PER_MM - 8.0).max(size);
    let mut lines = 0;
    for paragraph in text.split('\n') {
        lines += 1;
        let mut used = 0.0;
        for word in paragraph.split(' ') {
            let length: f64 = word.chars().map(|c| advance(c) * size).sum();
            if used > 0.0 && used + 0.25 * size + length > room {
                lines += 1;
                used = 0.0;
            }
            used += length + if used > 0.0 { 0.25 * size } else { 0.0 };
        }
    }
    lines
}

/// Width of a character in Times New Roman, in em, rounded up by class.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | '-' | 'í' | 'ì' => 0.34,
        'm' | 'M' | 'W' | '%' => 0.9,
        c if c.is_uppercase() => 0.73,
        _ => 0.475,
    }
}

/// No row is higher, in points; Excel's own limit is 409.
const HIGHEST: f64 = 400.0;

/// Height of a row of so many lines, in points.
pub(crate) fn height(lines: usize, size: f64) -> f64 {
    needed(lines, size).min(HIGHEST)
}

/// Whether a row can be as high as so many lines need.
pub(crate) fn fits(lines: usize, size: f64) -> bool {
    needed(lines, size) <= HIGHEST
}

fn needed(lines: usize, size: f64) -> f64 {
    lines as f64 * size * 1.27 + 4.0
}
