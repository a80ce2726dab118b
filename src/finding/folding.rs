//! The same fault in many cells is said once: at the first of them, with the range of all.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::finding::argument::Argument;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place, a1};
use crate::finding::{Finding, Severity};

/// Arguments that tell what stands in the cell itself; findings of a column that differ in nothing else say the same.
const OF_THE_CELL: [&str; 15] = [
    "value",
    "stored",
    "formula",
    "has-formula",
    "hidden",
    "reading",
    "readings",
    "first",
    "second",
    "in-words",
    "letter",
    "digit",
    "dotted",
    "slashed",
    "count",
];
/// The argument that names the column.
const OF_THE_COLUMN: &str = "heading";
/// How many ranges are named: of faults, each of which is to be mended, and of what was merely understood.
const RANGES: usize = 20;
const RANGES_OF_NOTES: usize = 5;

/// What findings that say the same have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Alike {
    code: Code,
    severity: Severity,
    accepted: Option<String>,
    /// File, sheet and column; none of what was merely understood, which is said once for all sheets.
    column: Option<(Arc<str>, Arc<str>, u32)>,
    said: Vec<(&'static str, Argument)>,
}

impl Alike {
    /// None for what is said by itself: what is not of a cell, and what other cells explain, for these are its own.
    pub(crate) fn of(finding: &Finding) -> Option<Self> {
        if !finding.related.is_empty() {
            return None;
        }
        let (code, severity, accepted) = (finding.code, finding.severity, finding.accepted.clone());
        let is_remark = severity == Severity::Note && accepted.is_none();
        match &finding.place {
            Place::Nowhere | Place::Line { .. } => None,
            _ if is_remark => Some(Self { code, severity, accepted, column: None, said: Vec::new() }),
            Place::Cell(at) => {
                let column = Some((Arc::clone(&at.file), Arc::clone(&at.sheet), at.col));
                Some(Self { code, severity, accepted, column, said: finding.args.but(&OF_THE_CELL) })
            }
            Place::File(_) | Place::Sheet { .. } => None,
        }
    }

    /// The same for whichever column.
    fn of_any_column(mut self) -> Self {
        self.said.retain(|(name, _)| *name != OF_THE_COLUMN);
        self.column = self.column.map(|(file, sheet, _)| (file, sheet, 0));
        self
    }
}

/// Findings that say the same, as one: those of a column, those of columns side by side, and all remarks of a kind.
pub(crate) fn fold(found: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    let mut known: HashMap<Alike, usize> = HashMap::new();
    for finding in found {
        let Some(alike) = Alike::of(&finding) else {
            kept.push(finding);
            continue;
        };
        match known.get(&alike).and_then(|at| kept.get_mut(*at)) {
            Some(first) => first.take(finding),
            None => {
                known.insert(alike, kept.len());
                kept.push(finding);
            }
        }
    }
    fold_columns(kept)
}

/// Columns with the same fault in the same rows, as when a block of cells was pasted.
fn fold_columns(found: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    let mut blocks: HashMap<Alike, Vec<(usize, BTreeSet<u32>)>> = HashMap::new();
    for finding in found {
        let rows: BTreeSet<u32> = finding.cells().map(|at| at.row).collect();
        let alike = Alike::of(&finding).filter(|alike| alike.column.is_some() && rows.len() > 1);
        let Some(alike) = alike.map(Alike::of_any_column) else {
            kept.push(finding);
            continue;
        };
        let known = blocks.entry(alike).or_default();
        match known.iter_mut().find(|(_, others)| others.is_subset(&rows) || rows.is_subset(others)) {
            Some((at, others)) => {
                others.extend(rows);
                kept[*at].take(finding);
            }
            None => {
                known.push((kept.len(), rows));
                kept.push(finding);
            }
        }
    }
    kept
}

impl Finding {
    /// Takes in another that says the same.
    fn take(&mut self, mut other: Self) {
        let more = std::mem::take(&mut other.alike);
        // Only the first is shown with its picture.
        other.excerpt = None;
        self.alike.push(other);
        self.alike.extend(more);
    }

    /// This one and those that say the same.
    pub fn each(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.alike)
    }

    /// The cells of which it is said.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &CellRef> {
        self.each().filter_map(|one| if let Place::Cell(at) = &one.place { Some(at) } else { None })
    }

    /// In how many columns the cells lie.
    pub(crate) fn columns(&self) -> usize {
        self.cells().map(|at| (&at.file, &at.sheet, at.col)).collect::<BTreeSet<_>>().len()
    }

    /// All places of which it is said: `so-lieu.xlsx › Kinh phí › D2:D16, D20`.
    pub fn places(&self) -> String {
        if self.alike.is_empty() {
            return self.place.to_string();
        }
        let most = if self.severity == Severity::Note { RANGES_OF_NOTES } else { RANGES };
        let mut sheets: BTreeMap<(&str, &str), Vec<(u32, u32)>> = BTreeMap::new();
        let mut others = Vec::new();
        for one in self.each() {
            match &one.place {
                Place::Cell(at) => sheets.entry((&at.file, &at.sheet)).or_default().push((at.row, at.col)),
                place => others.push(place.to_string()),
            }
        }
        let of_sheets = sheets.into_iter().map(|((file, sheet), cells)| {
            let mut ranges = ranges(cells);
            if ranges.len() > most {
                ranges.truncate(most);
                ranges.push("…".to_owned());
            }
            format!("{file} › {sheet} › {}", ranges.join(", "))
        });
        others.extend(of_sheets);
        if others.len() > most {
            others.truncate(most);
            others.push("…".to_owned());
        }
        others.join("; ")
    }
}

/// `D2:F16`, `D20`: cells by row and column, as blocks, the leftmost and topmost first.
fn ranges(cells: Vec<(u32, u32)>) -> Vec<String> {
    let mut by_column: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (row, col) in cells {
        by_column.entry(col).or_default().insert(row);
    }
    // Rows and columns, the first and the last of each.
    let mut blocks: Vec<[(u32, u32); 2]> = Vec::new();
    for (col, rows) in by_column {
        let mut stretches: Vec<(u32, u32)> = Vec::new();
        for row in rows {
            match stretches.last_mut() {
                Some((_, last)) if *last + 1 == row => *last = row,
                _ => stretches.push((row, row)),
            }
        }
        for rows in stretches {
            match blocks.iter_mut().find(|block| block[0] == rows && block[1].1 + 1 == col) {
                Some(block) => block[1].1 = col,
                None => blocks.push([rows, (col, col)]),
            }
        }
    }
    let shown = |[(top, bottom), (left, right)]: [(u32, u32); 2]| {
        let first = a1(top, left);
        if top == bottom && left == right { first } else { format!("{first}:{}", a1(bottom, right)) }
    };
    blocks.into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_the_blocks_that_they_form() {
        let column = |col: u32, rows: &[u32]| rows.iter().map(|row| (*row, col)).collect::<Vec<_>>();
        assert_eq!(ranges(column(3, &[1, 2, 3, 4, 8])), ["D2:D5", "D9"]);
        assert_eq!(
            ranges([column(3, &[1, 2, 9]), column(4, &[1, 2]), column(5, &[2])].concat()),
            ["D2:E3", "D10", "F3"]
        );
        assert_eq!(ranges([column(3, &[6]), column(4, &[6])].concat()), ["D7:E7"]);
    }
}
