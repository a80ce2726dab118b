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

/// Gives the blank figures of a table what they are declared equal to, as far as that is known, and says so. How many
/// there were.
pub(crate) fn follow(
    document: &Document,
    table: &Table,
    dataset: &mut Dataset,
    doubt: &Doubt,
    found: &mut Vec<Finding>,
) -> usize {
    let mut taken = 0;
    for equality in of(document, table) {
        if let Followed::Takes(content, finding) = followed(equality, (document, table), dataset, doubt)
            && let Some(entry) = entry_mut(dataset, &equality.target)
        {
            (entry.content, entry.computed) = (content, true);
            found.push(*finding);
            taken += 1;
        }
    }
    taken
}

/// The figures of a table that are blank yet, and would be others.
pub(crate) fn waiting(document: &Document, table: &Table, dataset: &Dataset) -> BTreeSet<FigureKey> {
    let targets = of(document, table).map(|equality| &equality.target);
    targets.filter(|target| dataset.entry(target).is_some_and(Entry::is_blank)).cloned().collect()
}

/// What is missing of the figures that are blank for good: where the other one is blank as well.
pub(crate) fn lacking(document: &Document, table: &Table, dataset: &Dataset, doubt: &Doubt) -> Vec<Finding> {
    let found = of(document, table).filter_map(|one| match followed(one, (document, table), dataset, doubt) {
        Followed::Lacking(finding) => Some(*finding),
        _ => None,
    });
    found.collect()
}

fn of<'a>(document: &'a Document, table: &'a Table) -> impl Iterator<Item = &'a Equality> {
    document.equalities.iter().filter(|equality| equality.target.table() == Some(&table.key))
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
        (None, Some(_)) if origin(&equality.to, document).is_some_and(|origin| is_required(origin, document)) => {
            Followed::Unknown
        }
        (None, Some(column)) if column.required => Followed::Lacking(finding(Code::CellRequired)),
        _ => Followed::Given,
    }
}

/// The figure from which one follows in the end; none where figures follow from each other in a circle.
fn origin<'a>(key: &'a FigureKey, document: &'a Document) -> Option<&'a FigureKey> {
    let mut key = key;
    for _ in 0..=document.equalities.len() {
        match document.equalities.iter().find(|equality| equality.target == *key) {
            Some(equality) => key = &equality.to,
            None => return Some(key),
        }
    }
    None
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
