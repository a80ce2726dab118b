//! Figures that are declared equal to figures of another table: left blank, they take that figure, so that no figure
//! is typed twice.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::checking::doubt::Doubt;
use crate::input::dataset::{Content, Dataset, Entry, Quantity};
use crate::input::definition::model::{Document, Equality, Kind, Table};
use crate::input::figure_key::FigureKey;
use crate::input::figure_name::heading_of;

/// The tables, each behind those whose figures it takes; in the definition's order else.
pub(crate) fn in_order(document: &Document) -> Vec<&Table> {
    let mut waiting: Vec<&Table> = document.tables.iter().collect();
    let mut ordered = Vec::new();
    while !waiting.is_empty() {
        let waits = |table: &Table| {
            document.equalities.iter().any(|equality| {
                let (target, to) = (equality.target.table(), equality.to.table());
                target == Some(&table.key) && to != target && waiting.iter().any(|other| to == Some(&other.key))
            })
        };
        // Where two tables wait for each other, one must be the first.
        let next = waiting.iter().position(|table| !waits(table)).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

/// Gives the blank figures of a table what they are declared equal to, and says so. Those that stay blank because it
/// is not known what they would be are given back: nothing more is to be said of them.
pub(crate) fn follow(
    document: &Document,
    table: &Table,
    dataset: &mut Dataset,
    doubt: &Doubt,
    found: &mut Vec<Finding>,
) -> BTreeSet<FigureKey> {
    let mut open = BTreeSet::new();
    for equality in document.equalities.iter().filter(|one| one.target.table() == Some(&table.key)) {
        match followed(equality, (document, table), dataset, doubt) {
            Followed::Given => {}
            Followed::Unknown => drop(open.insert(equality.target.clone())),
            Followed::Lacking(finding) => {
                found.push(*finding);
                open.insert(equality.target.clone());
            }
            Followed::Takes(content, finding) => {
                if let Some(entry) = entry_mut(dataset, &equality.target) {
                    (entry.content, entry.computed) = (content, true);
                    found.push(*finding);
                }
            }
        }
    }
    open
}

enum Followed {
    /// It is not blank, or there is no such figure.
    Given,
    /// It would be what is in doubt.
    Unknown,
    /// Both are blank.
    Lacking(Box<Finding>),
    Takes(Content, Box<Finding>),
}

fn followed(equality: &Equality, (document, table): (&Document, &Table), dataset: &Dataset, doubt: &Doubt) -> Followed {
    let (Some(target), Some(to)) = (dataset.entry(&equality.target), dataset.entry(&equality.to)) else {
        return Followed::Given;
    };
    let Some(at) = target.at.first().filter(|_| target.is_blank() && !doubt.of_entry(target)) else {
        return Followed::Given;
    };
    let source = equality.to.table().and_then(|table| dataset.table(table));
    if doubt.of_entry(to) || source.is_some_and(|data| doubt.of_figures(&data.sheet)) {
        return Followed::Unknown;
    }
    let column = equality.target.column().and_then(|column| table.column(column));
    let finding = |code| {
        Box::new(Finding::new(code, Place::Cell(at.clone())).with("heading", heading_of(&equality.target, dataset)))
    };
    match (to.quantity(), column) {
        (Some(quantity), Some(column)) => {
            let content = content(column.kind, column.decimals, quantity);
            Followed::Takes(content, Box::new(finding(Code::CellComputed).with("value", quantity.in_sentence())))
        }
        // That the other one is missing has been said where it is required itself.
        (None, Some(_)) if is_required(&equality.to, document) => Followed::Unknown,
        (None, Some(column)) if column.required => Followed::Lacking(finding(Code::CellRequired)),
        _ => Followed::Given,
    }
}

fn is_required(key: &FigureKey, document: &Document) -> bool {
    let column = key.table().and_then(|table| document.table(table)).zip(key.column());
    column.and_then(|(table, column)| table.column(column)).is_some_and(|column| column.required)
}

/// A figure as a column of that kind holds it.
fn content(kind: Kind, decimals: u32, quantity: Quantity) -> Content {
    match kind {
        Kind::Mixed => Content::Mixed { text: quantity.in_sentence(), quantity: Some(quantity) },
        _ => Content::Quantity(Quantity { decimals: quantity.decimals.max(decimals), ..quantity }),
    }
}

fn entry_mut<'a>(dataset: &'a mut Dataset, key: &FigureKey) -> Option<&'a mut Entry> {
    let (table, row, column) = (key.table()?, key.row()?, key.column()?);
    let data = dataset.tables.iter_mut().find(|data| data.key == table)?;
    data.rows.iter_mut().find(|own| own.key == row)?.entries.get_mut(column)
}
