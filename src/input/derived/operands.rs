//! Figures that others follow from, looked up.

use std::collections::BTreeMap;

use crate::finding::place::CellRef;
use crate::input::dataset::{Content, Dataset, Derived, Entry, Quantity};
use crate::input::definition::derivation::{Era, Operand};
use crate::input::definition::model::Document;
use crate::input::derived::earlier::Times;
use crate::input::derived::made::Lacking;
use crate::input::figure_key::FigureKey;
use crate::vi::typed_number::{self, TypedNumber};

/// One figure that another follows from.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    pub(crate) key: FigureKey,
    pub(crate) at: Vec<CellRef>,
    pub(crate) figure: Result<Quantity, Lacking>,
}

impl Given {
    pub(crate) fn of(entry: &Entry) -> Self {
        Self { key: entry.key.clone(), at: entry.at.clone(), figure: figure(entry) }
    }
}

/// The exact figure of an entry.
///
/// # Errors
/// A blank; words around a figure (“Trên 97%”), which is no exact one.
pub(crate) fn figure(entry: &Entry) -> Result<Quantity, Lacking> {
    match &entry.content {
        Content::Quantity(quantity) => Ok(*quantity),
        Content::Mixed { text, quantity: Some(quantity) } if is_bare(text, *quantity) => Ok(*quantity),
        Content::Blank => Err(entry.made.as_ref().and_then(|made| made.lacking).unwrap_or(Lacking::Blank)),
        _ => Err(Lacking::Words),
    }
}

fn is_bare(text: &str, quantity: Quantity) -> bool {
    let is_number = || matches!(typed_number::read(text, None), TypedNumber::Number(typed) if typed.unit.is_none());
    text == quantity.in_sentence() || is_number()
}

/// Looks figures up, for one derivation.
pub(crate) struct Lookup<'a> {
    dataset: &'a Dataset,
    times: Times<'a>,
    /// The cell that names last year's folder.
    previous: Option<CellRef>,
    /// Table → key of a row → its place.
    rows: BTreeMap<&'a str, BTreeMap<&'a str, usize>>,
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(document: &Document, dataset: &'a Dataset, times: Times<'a>, operands: &[Operand]) -> Self {
        let mut rows: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        for operand in operands {
            if let Operand::Column { era: Era::Now, table, .. } = operand
                && let Some(data) = dataset.table(table)
            {
                let index = || data.rows.iter().enumerate().map(|(at, row)| (row.key.as_str(), at)).collect();
                rows.entry(data.key.as_str()).or_insert_with(index);
            }
        }
        let previous = document.facts.previous.as_ref().and_then(|field| dataset.facts.get(field)?.at.first().cloned());
        Self { dataset, times, previous, rows }
    }

    /// The figure of an operand; `row` is the key of the row of a column.
    pub(crate) fn given(&self, operand: &Operand, row: &str) -> Given {
        let missing = |key: FigureKey, why| Given { key, at: Vec::new(), figure: Err(why) };
        match operand {
            Operand::Column { era: Era::Now, table, column } => {
                let at = self.rows.get(table.as_str()).and_then(|rows| rows.get(row));
                let entry = at.and_then(|at| self.dataset.table(table)?.rows.get(*at)?.entries.get(column));
                entry.map_or_else(|| missing(FigureKey::figure(table, row, column), Lacking::Row), Given::of)
            }
            Operand::Column { era, table, column } => self.earlier(*era, FigureKey::figure(table, row, column)),
            Operand::Figure { era: Era::Now, key } => {
                self.dataset.entry(key).map_or_else(|| missing(key.clone(), Lacking::Row), Given::of)
            }
            Operand::Figure { era, key } => self.earlier(*era, key.clone()),
            Operand::Picked { picker, column } => {
                let Derived { picked, .. } = &self.dataset.derived;
                let entry = picked.get(picker).and_then(|picked| {
                    let [row] = picked.rows[..] else { return None };
                    self.dataset.table(&picked.table)?.rows.get(row)?.entries.get(column)
                });
                entry.map_or_else(|| missing(FigureKey::derived(picker), Lacking::NoRows), Given::of)
            }
        }
    }

    fn earlier(&self, era: Era, key: FigureKey) -> Given {
        let known = self.times.of(era);
        if let Some(entry) = known.and_then(|earlier| earlier.figure(&key)) {
            return Given::of(entry);
        }
        let why = if known.is_some() { Lacking::Row } else { Lacking::NoEarlier };
        let key = format!("{}/{key}", era.word()).parse().unwrap_or(key);
        let at = self.previous.iter().filter(|_| why == Lacking::NoEarlier && era == Era::Previous).cloned();
        Given { key, at: at.collect(), figure: Err(why) }
    }
}
