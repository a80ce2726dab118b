//! What makes cells suspect whatever they mean: damaged words, hidden rows, merged cells, formulas whose
//! results cannot be relied on.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place, column_letters};
use crate::input::definition::policy::{Hidden, Merged};
use crate::input::reading::row_kind::is_called_total;
use crate::vi::old_encodings;
use crate::vi::text::{MAX_WORD, longest_word, shortened};
use crate::xlsx::grid::{Cell, CellValue, MAX_SHOWN, Sheet, is_too_long};
use crate::xlsx::survey::Range;

/// The most cells of one merged area that are looked at.
const MAX_COVERED: usize = 10_000;
/// How many cells a message names one by one.
const NAMED: usize = 5;
/// Functions whose value changes each time the workbook is opened.
const VOLATILE: [&str; 7] = ["TODAY", "NOW", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "INFO"];

/// Addresses of cells, the first few by name.
pub(crate) fn named(sheet: &Sheet, cells: &[(u32, u32)]) -> String {
    let mut names: Vec<String> = cells.iter().take(NAMED).map(|&(row, col)| sheet.at(row, col).a1()).collect();
    if cells.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The part of a sheet that is used: columns, and rows below the header.
pub(crate) struct Area<'a> {
    pub(crate) columns: &'a [u32],
    pub(crate) header_row: u32,
}

impl Area<'_> {
    fn holds(&self, (row, col): (u32, u32)) -> bool {
        row > self.header_row && self.columns.contains(&col)
    }
}

/// What was found, and the cells of which nothing more need be said.
pub(crate) struct Look {
    pub(crate) found: Vec<Finding>,
    pub(crate) spoilt: Vec<CellRef>,
}

/// Looks at the cells that will be used, and takes out or fills in what the policies say.
pub(crate) fn look(sheet: &mut Sheet, area: &Area<'_>, hidden: Hidden, merged: Merged) -> Look {
    let (mut found, mut spoilt) = (Vec::new(), Vec::new());
    merges(sheet, area, merged, &mut found);
    hidden_rows(sheet, area, hidden, &mut found);
    hidden_columns(sheet, area, hidden, &mut found);
    words(sheet, area, &mut found, &mut spoilt);
    formulas(sheet, area, &mut found, &mut spoilt);
    Look { found, spoilt }
}

fn merges(sheet: &mut Sheet, area: &Area<'_>, policy: Merged, found: &mut Vec<Finding>) {
    for merge in sheet.survey.merges.clone() {
        let (row, col) = merge.first;
        let range = format!("{}:{}", sheet.at(row, col).a1(), sheet.at(merge.last.0, merge.last.1).a1());
        let top = sheet.cells.get(&merge.first).cloned();
        let covered: Vec<(u32, u32)> = (merge.first.0..=merge.last.0)
            .flat_map(|row| (merge.first.1..=merge.last.1).map(move |col| (row, col)))
            .filter(|&at| at != merge.first)
            .take(MAX_COVERED)
            .collect();
        for &at in &covered {
            let Some(cell) = sheet.cells.remove(&at) else { continue };
            let place = Place::Cell(sheet.at(at.0, at.1));
            let finding = Finding::new(Code::CellCovered, place).with("range", &range);
            found.push(finding.with("value", cell.value.shown(cell.format)));
        }
        let is_used = area.holds(merge.first) || covered.iter().any(|&at| area.holds(at));
        let Some(top) = top.filter(|_| is_used && row > area.header_row) else { continue };
        if is_label(sheet, area, &merge, &top) {
            continue;
        }
        match policy {
            // Down only: a value that spans columns belongs to the first.
            Merged::Fill => {
                let below = covered.into_iter().filter(|at| at.1 == col);
                sheet.cells.extend(below.map(|at| (at, top.clone())));
            }
            Merged::Refuse => {
                let finding = Finding::new(Code::CellMerged, Place::Cell(sheet.at(row, col)));
                found.push(finding.with("range", range).with("value", top.value.shown(top.format)));
            }
        }
    }
}

/// Whether words merged along a row are the label of a total or stand alone there, as under a table.
fn is_label(sheet: &Sheet, area: &Area<'_>, merge: &Range, top: &Cell) -> bool {
    let CellValue::Text(text) = &top.value else { return false };
    let row = merge.first.0;
    let is_alone = !area.columns.iter().any(|&col| !merge.holds((row, col)) && sheet.cells.contains_key(&(row, col)));
    row == merge.last.0 && (is_alone || is_called_total(text))
}

fn hidden_rows(sheet: &mut Sheet, area: &Area<'_>, policy: Hidden, found: &mut Vec<Finding>) {
    let holds = |row: &u32| area.columns.iter().any(|&col| sheet.cells.contains_key(&(*row, col)));
    let rows: Vec<u32> =
        sheet.survey.hidden_rows.iter().copied().filter(|&row| row > area.header_row).filter(holds).collect();
    let Some(&first) = rows.first() else { return };
    let col = area.columns.first().copied().unwrap_or(0);
    let finding = hidden_finding(Code::RowsHidden, policy, Place::Cell(sheet.at(first, col)));
    found.push(finding.with("rows", stretches(&rows, |row| (row + 1).to_string())));
    if policy == Hidden::Skip {
        sheet.cells.retain(|(row, _), _| !rows.contains(row));
    }
}

fn hidden_columns(sheet: &mut Sheet, area: &Area<'_>, policy: Hidden, found: &mut Vec<Finding>) {
    let is_hidden = |col: u32| sheet.survey.hidden_columns.iter().any(|&(first, last)| (first..=last).contains(&col));
    let columns: BTreeSet<u32> =
        sheet.cells.keys().filter(|&&at| area.holds(at) && is_hidden(at.1)).map(|&(_, col)| col).collect();
    let columns: Vec<u32> = columns.into_iter().collect();
    let Some(&first) = columns.first() else { return };
    let finding = hidden_finding(Code::ColumnsHidden, policy, Place::Cell(sheet.at(area.header_row, first)));
    found.push(finding.with("columns", stretches(&columns, column_letters)));
    if policy == Hidden::Skip {
        sheet.cells.retain(|&(row, col), _| row <= area.header_row || !columns.contains(&col));
    }
}

fn hidden_finding(code: Code, policy: Hidden, place: Place) -> Finding {
    Finding::graded(policy.severity(), code, place).choice("policy", policy.name())
}

/// `12–14, 20`.
pub(crate) fn stretches(numbers: &[u32], shown: impl Fn(u32) -> String) -> String {
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

fn words(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Finding>, spoilt: &mut Vec<CellRef>) {
    let mut tidied = Vec::new();
    for (&at, cell) in &sheet.cells {
        if at.0 < area.header_row || !area.columns.contains(&at.1) {
            continue;
        }
        let place = || Place::Cell(sheet.at(at.0, at.1));
        if !matches!(cell.value, CellValue::Text(_)) {
            continue;
        }
        let stored = cell.stored_text();
        let fault = match () {
            () if old_encodings::damaged(stored) => Some(Code::TextDamaged),
            () if is_too_long(stored) => Some(Code::TextTooLong),
            () if longest_word(stored).0 > MAX_WORD => Some(Code::TextUnbroken),
            () => None,
        };
        if let Some(code) = fault {
            let finding = Finding::new(code, place()).with("value", shortened(stored, MAX_SHOWN));
            found.push(finding.count(longest_word(stored).0).with("most", MAX_WORD));
            spoilt.push(sheet.at(at.0, at.1));
        } else if cell.stored.is_some() {
            tidied.push(at);
        }
    }
    if let Some(&(row, col)) = tidied.first() {
        let finding = Finding::new(Code::TextTidied, Place::Cell(sheet.at(row, col)));
        found.push(finding.count(tidied.len()).with("cells", named(sheet, &tidied)));
    }
}

fn formulas(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Finding>, spoilt: &mut Vec<CellRef>) {
    let all: Vec<Formula<'_>> = sheet
        .cells
        .iter()
        .filter(|&(&at, _)| area.holds(at))
        .filter_map(|(&at, cell)| Some((at, cell, cell.formula.as_deref()?)))
        .collect();
    if all.is_empty() {
        return;
    }
    calculation(sheet, &all, found, spoilt);
    let volatile: Vec<(u32, u32)> =
        all.iter().filter(|(_, _, formula)| is_volatile(formula)).map(|(at, ..)| *at).collect();
    found.extend(about(sheet, &volatile, Code::CellVolatile));
    let mut linked: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    for (at, _, formula) in &all {
        if let Some(file) = linked_file(formula, &sheet.origin.links) {
            linked.entry(file).or_default().push(*at);
        }
    }
    for (file, at) in &linked {
        let finding = about(sheet, at, Code::CellLinked);
        found.extend(finding.map(|finding| finding.with("other", file)));
    }
    typed_over(sheet, area, found);
}

/// A cell with a formula: where, what it holds, the formula.
type Formula<'a> = ((u32, u32), &'a Cell, &'a str);

/// One finding about several cells, at the first of them.
fn about(sheet: &Sheet, at: &[(u32, u32)], code: Code) -> Option<Finding> {
    let &(row, col) = at.first()?;
    let finding = Finding::new(code, Place::Cell(sheet.at(row, col)));
    Some(finding.with("cells", named(sheet, at)).count(at.len()))
}

/// Whether the results of the formulas can be relied on.
fn calculation(sheet: &Sheet, all: &[Formula<'_>], found: &mut Vec<Finding>, spoilt: &mut Vec<CellRef>) {
    let of = |chosen: &dyn Fn(&Cell) -> bool| -> Vec<(u32, u32)> {
        all.iter().filter(|(_, cell, _)| chosen(cell)).map(|(at, ..)| *at).collect()
    };
    let missing = of(&|cell| cell.value == CellValue::Uncalculated);
    let zero = of(&|cell| cell.value == CellValue::Number(Decimal::ZERO));
    if missing.len() + zero.len() == all.len() && !zero.is_empty() && sheet.origin.recalculates {
        found.extend(about(sheet, &of(&|_| true), Code::SheetUncalculated));
    } else if !missing.is_empty() {
        found.extend(about(sheet, &missing, Code::CellUncalculated));
    } else if sheet.origin.recalculates {
        found.extend(about(sheet, &of(&|_| true), Code::SheetRecalculates));
    }
    spoilt.extend(missing.iter().map(|&(row, col)| sheet.at(row, col)));
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
fn typed_over(sheet: &Sheet, area: &Area<'_>, found: &mut Vec<Finding>) {
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
                let finding = Finding::new(Code::CellTypedOver, Place::Cell(sheet.at(*row, col)));
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
