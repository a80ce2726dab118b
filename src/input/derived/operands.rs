//! Figures that others follow from, looked up.

use std::collections::HashMap;

use crate::finding::place::CellRef;
use crate::input::dataset::{Content, Dataset, Derived, Entry, Quantity, TableData};
use crate::input::definition::derivation::{Era, Operand};
use crate::input::definition::model::Document;
use crate::input::derived::earlier::Times;
use crate::input::derived::made::Lacking;
use crate::input::figure_key::FigureKey;
use crate::vi::typed_number::{self, TypedNumber};

/// One figure that another follows from.
#[derive(Debug, Clone)]
pub(crate) struct Given<'a> {
    /// The key that it has here: of another time, with that before it.
    pub(crate) key: FigureKey,
    /// None where there is no such figure.
    pub(crate) entry: Option<&'a Entry>,
    /// Where it would be entered, if it is not there.
    instead: Option<CellRef>,
    pub(crate) figure: Result<Quantity, Lacking>,
}

impl<'a> Given<'a> {
    pub(crate) fn of(entry: &'a Entry) -> Self {
        Self { key: entry.key.clone(), entry: Some(entry), instead: None, figure: figure(entry) }
    }

    fn missing(key: FigureKey, why: Lacking) -> Self {
        Self { key, entry: None, instead: None, figure: Err(why) }
    }

    /// Its cells.
    pub(crate) fn at(&self) -> &[CellRef] {
        self.entry.map_or(self.instead.as_slice(), |entry| &entry.at)
    }

    /// Whether it is of another time.
    pub(crate) fn is_earlier(&self) -> bool {
        self.entry.is_some_and(|entry| entry.key != self.key)
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
    /// Other table → its place and those of its rows.
    rows: HashMap<&'a str, (usize, HashMap<&'a str, usize>)>,
}

impl<'a> Lookup<'a> {
    /// For a derivation of the table `own`, or of none.
    pub(crate) fn new(
        document: &Document,
        dataset: &'a Dataset,
        times: Times<'a>,
        own: Option<&str>,
        operands: &[Operand],
    ) -> Self {
        let mut rows = HashMap::new();
        for operand in operands {
            if let Operand::Column { era: Era::Now, table, .. } = operand
                && own != Some(table)
                && let Some((at, data)) = dataset.tables.iter().enumerate().find(|(_, data)| data.key == *table)
            {
                let index = || data.rows.iter().enumerate().map(|(at, row)| (row.key.as_str(), at)).collect();
                rows.entry(data.key.as_str()).or_insert_with(|| (at, index()));
            }
        }
        let previous = document.facts.previous.as_ref().and_then(|field| dataset.facts.get(field)?.at.first().cloned());
        Self { dataset, times, previous, rows }
    }

    /// The figure of an operand in a row of a table.
    pub(crate) fn in_row(&self, operand: &Operand, own: &'a TableData, at: usize) -> Given<'a> {
        let Some(row) = own.rows.get(at) else { return self.given(operand) };
        let Operand::Column { era, table, column } = operand else { return self.given(operand) };
        let missing = |why| Given::missing(FigureKey::figure(table, &row.key, column), why);
        let entry = match era {
            Era::Now if *table == own.key => row.entries.get(column),
            Era::Now => self.rows.get(table.as_str()).and_then(|(table, rows)| {
                self.dataset.tables.get(*table)?.rows.get(*rows.get(row.key.as_str())?)?.entries.get(column)
            }),
            _ => return self.earlier(*era, &FigureKey::figure(table, &row.key, column)),
        };
        entry.map_or_else(|| missing(Lacking::Row), Given::of)
    }

    /// The figure of an operand that is no column.
    pub(crate) fn given(&self, operand: &Operand) -> Given<'a> {
        match operand {
            Operand::Figure { era: Era::Now, key } => {
                self.dataset.entry(key).map_or_else(|| Given::missing(key.clone(), Lacking::Row), Given::of)
            }
            Operand::Figure { era, key } => self.earlier(*era, key),
            Operand::Picked { picker, column } => {
                let Derived { picked, .. } = &self.dataset.derived;
                let entry = picked.get(picker).and_then(|picked| {
                    let [row] = picked.rows[..] else { return None };
                    self.dataset.table(&picked.table)?.rows.get(row)?.entries.get(column)
                });
                entry.map_or_else(|| Given::missing(FigureKey::derived(picker), Lacking::NoRows), Given::of)
            }
            Operand::Column { table, column, .. } => Given::missing(FigureKey::figure(table, "", column), Lacking::Row),
        }
    }

    fn earlier(&self, era: Era, there: &FigureKey) -> Given<'a> {
        let table = there.table().unwrap_or_default();
        // A table or a column that was not there yet says nothing of its rows.
        let known = self.times.of(era).filter(|earlier| earlier.has_table(table));
        let key = there.earlier(era.word());
        match known.and_then(|earlier| earlier.figure(there)) {
            Some(entry) => Given { key, ..Given::of(entry) },
            None if known.is_some_and(|earlier| earlier.has_row(table, there.row().unwrap_or_default())) => {
                Given::missing(key, Lacking::Blank)
            }
            None if known.is_some() => Given::missing(key, Lacking::Row),
            None => {
                let instead = self.previous.clone().filter(|_| era == Era::Previous);
                Given { instead, ..Given::missing(key, Lacking::NoEarlier) }
            }
        }
    }
}
