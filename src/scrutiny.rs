//! What makes cells suspect whatever they mean: old encodings, damaged words, hidden rows, merged cells,
//! formulas whose results cannot be relied on.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostic, Place, column_letters};
use crate::encoding::{self, Encoding};
use crate::policy::{Hidden, LegacyEncodings, Merged};
use crate::syllable::is_syllable;
use crate::vi;
use crate::workbook::{Cell, CellValue, Sheet};

/// The longest text of one cell (Excel's own limit).
const MAX_TEXT: usize = 32_767;
/// How many cells a message names one by one.
const NAMED: usize = 5;
/// Functions whose value changes each time the workbook is opened.
const VOLATILE: [&str; 7] = ["TODAY", "NOW", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "INFO"];

/// A sheet whose words have been mended where they could be, and what was found doing so.
pub struct Mended {
    pub sheet: Sheet,
    pub found: Vec<Diagnostic>,
}

/// Decodes words from before Unicode and letters that only look Vietnamese.
pub fn mend(sheet: &Sheet, policy: LegacyEncodings) -> Mended {
    let mut mended = Mended { sheet: sheet.clone(), found: Vec::new() };
    decode(&mut mended, policy);
    replace_lookalikes(&mut mended);
    mended
}

fn decode(mended: &mut Mended, policy: LegacyEncodings) {
    let texts: Vec<&str> = mended.sheet.cells.values().map(Cell::stored_text).filter(|text| !text.is_empty()).collect();
    let detected = encoding::detect(texts.iter().copied());
    if let Some(name) = detected.map(|encoding| encoding::decode(&mended.sheet.name, encoding))
        && !vi::fold(&mended.sheet.name).is_ascii()
    {
        mended.sheet.name = vi::clean(&name).into();
    }
    let mut changed: Vec<((u32, u32), String)> = Vec::new();
    let mut first = None;
    for (at, cell) in &mut mended.sheet.cells {
        let stored = cell.stored_text().to_owned();
        let Some((encoding, capitals)) = encoding_of(cell, detected, &stored) else { continue };
        let mut plain = vi::clean(&encoding::decode(&stored, encoding));
        if capitals {
            plain = plain.to_uppercase();
        }
        if plain == stored || stored.is_ascii() {
            continue;
        }
        first.get_or_insert((encoding, stored));
        cell.value = CellValue::Text(plain.clone());
        cell.stored = None;
        changed.push((*at, plain));
    }
    let (Some((at, plain)), Some((encoding, stored))) = (changed.first(), first) else { return };
    let place = Place::Cell(mended.sheet.at(at.0, at.1));
    let finding = match policy {
        LegacyEncodings::Refuse => Diagnostic::error("text-encoding", place),
        LegacyEncodings::Convert => Diagnostic::warning("text-encoding", place),
    };
    let name = match encoding {
        Encoding::Tcvn3 => "TCVN3 (ABC)",
        Encoding::Vni => "VNI",
    };
    mended
        .found
        .push(finding.with("encoding", name).with("count", changed.len()).with("value", stored).with("decoded", plain));
}

/// In which encoding a cell's words are: by its font, else by what the sheet's words look like.
fn encoding_of(cell: &Cell, detected: Option<Encoding>, stored: &str) -> Option<(Encoding, bool)> {
    if stored.is_empty() {
        return None;
    }
    if let Some(known) = cell.legacy_font.as_deref().and_then(encoding::from_font) {
        return Some(known);
    }
    detected.filter(|encoding| reads_better(stored, *encoding)).map(|encoding| (encoding, false))
}

/// Whether words that are no Vietnamese as they stand become so by decoding; in a sheet of both, words that
/// are well as they are stay so.
fn reads_better(stored: &str, encoding: Encoding) -> bool {
    let has_letters = |word: &&str| !word.is_ascii() && word.chars().any(char::is_alphabetic);
    let odd = |text: &str| {
        text.split_whitespace()
            .filter(has_letters)
            .filter(|word| !is_syllable(word.trim_matches(|c: char| c.is_ascii_punctuation())))
            .count()
    };
    odd(&encoding::decode(stored, encoding)) < odd(&vi::clean(stored))
}

fn replace_lookalikes(mended: &mut Mended) {
    let mut at = Vec::new();
    for (place, cell) in &mut mended.sheet.cells {
        if let CellValue::Text(text) = &mut cell.value
            && let Some(plain) = encoding::lookalikes(text)
        {
            *text = plain;
            at.push(*place);
        }
    }
    if let Some(&(row, col)) = at.first() {
        let finding = Diagnostic::warning("text-lookalike", Place::Cell(mended.sheet.at(row, col)));
        mended.found.push(finding.with("letter", "Ð").with("cells", named(&mended.sheet, &at)));
    }
}

/// Addresses of cells, the first few by name.
pub fn named(sheet: &Sheet, cells: &[(u32, u32)]) -> String {
    let mut names: Vec<String> = cells.iter().take(NAMED).map(|&(row, col)| sheet.at(row, col).a1()).collect();
    if cells.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The part of a sheet that is used: columns, and rows below the header.
pub struct Area<'a> {
    pub columns: &'a [u32],
    pub header_row: u32,
}

impl Area<'_> {
    fn holds(&self, (row, col): (u32, u32)) -> bool {
        row > self.header_row && self.columns.contains(&col)
    }
}

/// Looks at the cells that will be used, and takes out or fills in what the policies say.
pub fn look(sheet: &mut Sheet, area: &Area<'_>, hidden: Hidden, merged: Merged) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    merges(sheet, area, merged, &mut found);
    hidden_rows(sheet, area, hidden, &mut found);
    hidden_columns(sheet, area, hidden, &mut found);
    words(sheet, area, &mut found);
    formulas(sheet, area, &mut found);
    found
}

fn merges(sheet: &mut Sheet, area: &Area<'_>, policy: Merged, found: &mut Vec<Diagnostic>) {
    for merge in sheet.survey.merges.clone() {
        let (row, col) = merge.first;
        let range = format!("{}:{}", sheet.at(row, col).a1(), sheet.at(merge.last.0, merge.last.1).a1());
        let top = sheet.cells.get(&merge.first).cloned();
        let covered: Vec<(u32, u32)> = (merge.first.0..=merge.last.0)
            .flat_map(|row| (merge.first.1..=merge.last.1).map(move |col| (row, col)))
            .filter(|&at| at != merge.first)
            .take(10_000)
            .collect();
        for &at in &covered {
            let Some(cell) = sheet.cells.remove(&at) else { continue };
            let place = Place::Cell(sheet.at(at.0, at.1));
            let finding = Diagnostic::warning("cell-covered", place).with("range", &range);
            found.push(finding.with("value", cell.value.shown(cell.format)));
        }
        let is_used = area.holds(merge.first) || covered.iter().any(|&at| area.holds(at));
        let Some(top) = top.filter(|_| is_used && row > area.header_row) else { continue };
        match policy {
            Merged::Fill => sheet.cells.extend(covered.into_iter().map(|at| (at, top.clone()))),
            Merged::Refuse => {
                let finding = Diagnostic::error("cell-merged", Place::Cell(sheet.at(row, col)));
                found.push(finding.with("range", range).with("value", top.value.shown(top.format)));
            }
        }
    }
}

fn hidden_rows(sheet: &mut Sheet, area: &Area<'_>, policy: Hidden, found: &mut Vec<Diagnostic>) {
    let holds = |row: &u32| area.columns.iter().any(|&col| sheet.cells.contains_key(&(*row, col)));
    let rows: Vec<u32> =
        sheet.survey.hidden_rows.iter().copied().filter(|&row| row > area.header_row).filter(holds).collect();
    let Some(&first) = rows.first() else { return };
    let col = area.columns.first().copied().unwrap_or(0);
    let finding = hidden_finding("rows-hidden", policy, Place::Cell(sheet.at(first, col)));
    found.push(finding.with("rows", stretches(&rows, |row| (row + 1).to_string())));
    if policy == Hidden::Skip {
        sheet.cells.retain(|(row, _), _| !rows.contains(row));
    }
}

fn hidden_columns(sheet: &mut Sheet, area: &Area<'_>, policy: Hidden, found: &mut Vec<Diagnostic>) {
    let is_hidden = |col: u32| sheet.survey.hidden_columns.iter().any(|&(first, last)| (first..=last).contains(&col));
    let columns: BTreeSet<u32> =
        sheet.cells.keys().filter(|&&at| area.holds(at) && is_hidden(at.1)).map(|&(_, col)| col).collect();
    let columns: Vec<u32> = columns.into_iter().collect();
    let Some(&first) = columns.first() else { return };
    let finding = hidden_finding("columns-hidden", policy, Place::Cell(sheet.at(area.header_row, first)));
    found.push(finding.with("columns", stretches(&columns, column_letters)));
    if policy == Hidden::Skip {
        sheet.cells.retain(|&(row, col), _| row <= area.header_row || !columns.contains(&col));
    }
}

fn hidden_finding(code: &'static str, policy: Hidden, place: Place) -> Diagnostic {
    let finding = match policy {
        Hidden::Refuse => Diagnostic::error(code, place),
        Hidden::Skip | Hidden::Read => Diagnostic::warning(code, place),
    };
    finding.with("policy", if policy == Hidden::Skip { "skip" } else { "read" })
}

/// `12–14, 20`.
fn stretches(numbers: &[u32], shown: impl Fn(u32) -> String) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => parts.push((number, number)),
        }
    }
    let one = |&(first, last): &(u32, u32)| {
        if first == last { shown(first) } else { format!("{}–{}", shown(first), shown(last)) }
    };
    parts.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn words(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Diagnostic>) {
    let mut tidied = Vec::new();
    for (&at, cell) in &sheet.cells {
        if at.0 < area.header_row || !area.columns.contains(&at.1) {
            continue;
        }
        let place = || Place::Cell(sheet.at(at.0, at.1));
        let CellValue::Text(text) = &cell.value else { continue };
        let stored = cell.stored_text();
        if encoding::damaged(stored) {
            found.push(Diagnostic::error("text-damaged", place()).with("value", shortened(text)));
        } else if stored.chars().count() > MAX_TEXT {
            found.push(Diagnostic::error("text-too-long", place()).with("value", shortened(text)));
        } else if cell.stored.is_some() {
            tidied.push(at);
        }
    }
    if let Some(&(row, col)) = tidied.first() {
        let finding = Diagnostic::note("text-tidied", Place::Cell(sheet.at(row, col)));
        found.push(finding.with("count", tidied.len()).with("cells", named(sheet, &tidied)));
    }
}

fn shortened(text: &str) -> String {
    let mut kept: String = text.chars().take(60).collect();
    if kept.len() < text.len() {
        kept.push('…');
    }
    kept
}

fn formulas(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Diagnostic>) {
    let all: Vec<((u32, u32), &Cell, &str)> = sheet
        .cells
        .iter()
        .filter(|&(&at, _)| area.holds(at))
        .filter_map(|(&at, cell)| Some((at, cell, cell.formula.as_deref()?)))
        .collect();
    let Some(&((row, col), ..)) = all.first() else { return };
    let here = |at: &[(u32, u32)], severity: fn(&'static str, Place) -> Diagnostic, code: &'static str| {
        let (row, col) = at.first().copied().unwrap_or((row, col));
        severity(code, Place::Cell(sheet.at(row, col))).with("cells", named(sheet, at)).with("count", at.len())
    };
    let cells: Vec<(u32, u32)> = all.iter().map(|(at, ..)| *at).collect();
    if sheet.origin.recalculates {
        let is_zero = |cell: &Cell| cell.value == CellValue::Number(Decimal::ZERO);
        if all.iter().all(|(_, cell, _)| is_zero(cell) || cell.value == CellValue::Uncalculated) {
            if all.iter().any(|(_, cell, _)| is_zero(cell)) {
                found.push(here(&cells, Diagnostic::error, "sheet-uncalculated"));
            }
        } else {
            found.push(here(&cells, Diagnostic::warning, "sheet-recalculates"));
        }
    }
    let volatile: Vec<(u32, u32)> =
        all.iter().filter(|(_, _, formula)| is_volatile(formula)).map(|(at, ..)| *at).collect();
    if !volatile.is_empty() {
        found.push(here(&volatile, Diagnostic::warning, "cell-volatile"));
    }
    let mut linked: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    for (at, _, formula) in &all {
        if let Some(file) = linked_file(formula, &sheet.origin.links) {
            linked.entry(file).or_default().push(*at);
        }
    }
    found.extend(linked.iter().map(|(file, at)| here(at, Diagnostic::warning, "cell-linked").with("other", file)));
    typed_over(sheet, area, found);
}

fn is_volatile(formula: &str) -> bool {
    let names = formula.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '(' || c == '_'));
    names.flat_map(|part| part.split_inclusive('(')).any(|call| {
        call.strip_suffix('(').is_some_and(|name| VOLATILE.iter().any(|known| known.eq_ignore_ascii_case(name)))
    })
}

/// The other workbook that a formula takes values from: `[1]Sheet1!A1`, `'C:\x\[so.xlsx]Sheet1'!A1`.
fn linked_file(formula: &str, links: &[String]) -> Option<String> {
    let (_, rest) = formula.split_once('[')?;
    let (inside, after) = rest.split_once(']')?;
    // Inside a table's brackets stands a column, and no sheet follows: `Bảng1[Kế hoạch]`.
    after.contains('!').then_some(())?;
    match inside.parse::<usize>() {
        Ok(number) => Some(links.get(number.checked_sub(1)?).cloned().unwrap_or_else(|| inside.to_owned())),
        Err(_) => Some(inside.to_owned()),
    }
}

/// A number among formulas: someone typed over one.
fn typed_over(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Diagnostic>) {
    for &col in area.columns {
        let column: Vec<(u32, &Cell)> = sheet
            .cells
            .iter()
            .filter(|&(&at, _)| at.1 == col && area.holds(at))
            .map(|(&(row, _), cell)| (row, cell))
            .collect();
        for window in column.windows(3) {
            let [(_, above), (row, cell), (_, below)] = window else { continue };
            let is_typed = cell.formula.is_none() && matches!(cell.value, CellValue::Number(_));
            if is_typed && above.formula.is_some() && below.formula.is_some() {
                let finding = Diagnostic::warning("cell-typed-over", Place::Cell(sheet.at(*row, col)));
                found.push(finding.with("value", cell.value.shown(cell.format)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_volatile_functions_are_seen_in_formulas() {
        let links = ["so lieu.xlsx".to_owned()];
        assert_eq!(linked_file("[1]Sheet1!A1+2", &links).as_deref(), Some("so lieu.xlsx"));
        assert_eq!(linked_file("'C:\\x\\[b.xlsx]S'!A1", &links).as_deref(), Some("b.xlsx"));
        assert_eq!(linked_file("SUM(T[Cột])", &links), None);
        assert!(is_volatile("1+today()"));
        assert!(is_volatile("SUM(OFFSET(A1,1,1))"));
        assert!(!is_volatile("MY_NOW(1)+A1"));
    }

    #[test]
    fn neighbours_are_named_together() {
        assert_eq!(stretches(&[11, 12, 13, 19], |n| (n + 1).to_string()), "12–14, 20");
    }
}
