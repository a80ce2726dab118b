//! Subtotal rows (dòng cộng nhóm): they are not data, but must be the sum of the rows they close.

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::TableData;
use crate::input::definition::model::Table;
use crate::input::outline::Outline;
use crate::input::reading::reader::Reader;
use crate::input::reading::row_kind::total_cell;
use crate::vi::numbers::{self, Grouping};
use crate::xlsx::grid::CellValue;

/// What comparing a subtotal with the rows above it showed.
enum Outcome {
    Holds,
    /// Column, and what its figure is beside what it should be.
    Differs {
        col: u32,
        heading: String,
        stated: Decimal,
        expected: Decimal,
    },
    /// There is no figure to compare.
    Nothing,
}

impl Reader<'_> {
    /// Checks a subtotal row against the rows from `since` on. It is left out either way.
    pub(crate) fn subtotal(&mut self, table: &Table, data: &TableData, at: u32, since: usize) {
        let (col, text) = total_cell(table, data, at).unwrap_or_else(|| (0, label(table)));
        let here = |col: u32| Place::Cell(data.sheet.at(at, col));
        let rows = &data.rows[since.min(data.rows.len())..];
        let span = match (rows.first(), rows.last()) {
            (Some(first), Some(last)) => format!("{}–{}", first.at + 1, last.at + 1),
            _ => String::new(),
        };
        let finding = match compared(table, data, at, since) {
            Outcome::Holds => Finding::new(Code::RowSubtotal, here(col)).with("rows", span),
            Outcome::Differs { col, heading, stated, expected } => {
                let shown = |value: Decimal| numbers::exact(value, Grouping::Dot);
                Finding::new(Code::SubtotalMismatch, here(col))
                    .with("rows", span)
                    .with("heading", heading)
                    .with("stated", shown(stated))
                    .with("expected", shown(expected))
                    .with("difference", numbers::difference(stated - expected))
                    .showing(data.sheet.excerpt(data.header_row, at, col))
            }
            Outcome::Nothing => Finding::new(Code::RowLikeTotal, here(col))
                .with("label", label(table))
                .flag("declared", true)
                .showing(data.sheet.excerpt(data.header_row, at, col)),
        };
        self.found.push(finding.with("value", text));
    }
}

fn label(table: &Table) -> String {
    table.total.as_ref().map(|total| total.label.clone()).unwrap_or_default()
}

fn compared(table: &Table, data: &TableData, at: u32, since: usize) -> Outcome {
    let mut outcome = Outcome::Nothing;
    let outline = Outline::of(data);
    for (column, over) in table.totalled() {
        let Some((heading, col)) = data.headings.get(column) else { continue };
        let Some(CellValue::Number(stated)) = data.sheet.cells.get(&(at, *col)).map(|cell| &cell.value) else {
            continue;
        };
        let chosen = data.rows.iter().skip(since).filter(|row| outline.selects(over, row));
        let figures: Vec<Decimal> = chosen.filter_map(|row| Some(row.entries.get(column)?.quantity()?.value)).collect();
        let expected: Decimal = figures.iter().sum();
        if expected != *stated {
            return Outcome::Differs { col: *col, heading: heading.clone(), stated: *stated, expected };
        }
        outcome = Outcome::Holds;
    }
    outcome
}
