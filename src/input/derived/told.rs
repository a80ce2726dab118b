//! What is said of derived figures that cannot be had: each mistake once, at the sheet where it is mended.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::checking::doubt::Doubt;
use crate::input::dataset::{Dataset, Entry, Row, TOTAL, TableData};
use crate::input::definition::derivation::{Derivation, Era, Operand};
use crate::input::definition::model::{Document, Table};
use crate::input::derived::earlier::Times;
use crate::input::derived::made::Lacking;
use crate::input::derived::operands::Given;
use crate::input::figure_name::row_name;
use crate::vi::likeness;

/// So many rows are named.
const SHOWN: usize = 5;

/// Collects what is said.
pub(crate) struct Told<'a> {
    document: &'a Document,
    doubt: &'a Doubt,
    times: Times<'a>,
    pub(crate) findings: Vec<Finding>,
    /// Rows of a table that another one, or another time, does not have: what was not told yet.
    missing: BTreeMap<(Era, String), BTreeSet<usize>>,
    /// Tables, and where their rows were looked for, that have been told.
    told: BTreeSet<(String, Era, String)>,
    zeros: BTreeSet<String>,
}

impl<'a> Told<'a> {
    pub(crate) fn new(document: &'a Document, doubt: &'a Doubt, times: Times<'a>) -> Self {
        let (findings, missing, told, zeros) = (Vec::new(), BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Self { document, doubt, times, findings, missing, told, zeros }
    }

    fn is_doubtful(&self, data: &TableData) -> bool {
        let table = self.document.table(&data.key);
        self.doubt.of_figures(&data.sheet) || table.is_some_and(|table| self.doubt.of_rows(table, data))
    }

    /// Notes rows that are not there where a column is looked up.
    pub(crate) fn look(
        &mut self,
        derivation: &Derivation,
        (at, row): (usize, &Row),
        given: &[Given],
        operands: &[Operand],
    ) {
        for (given, operand) in given.iter().zip(operands) {
            let Operand::Column { era, table, .. } = operand else { continue };
            let is_own = *era == Era::Now && derivation.table.as_deref() == Some(table);
            // A table without a total row lacks none.
            let has_none = row.is_total && self.document.table(table).is_some_and(|table| table.total.is_none());
            if given.figure == Err(Lacking::Row) && !is_own && !has_none && given.entry.is_none() {
                self.missing.entry((*era, table.clone())).or_default().insert(at);
            }
        }
    }

    /// Tells of the rows that were noted, once for each place where they were looked for.
    pub(crate) fn tell_rows(&mut self, derivation: &Derivation, dataset: &Dataset, data: &TableData) {
        let Some(own) = self.document.table(&data.key) else { return };
        for ((era, table), rows) in std::mem::take(&mut self.missing) {
            let is_new = self.told.insert((data.key.clone(), era, table.clone()));
            let Some(other) = self.document.table(&table).filter(|_| is_new && !self.is_doubtful(data)) else {
                continue;
            };
            let names = rows.iter().filter_map(|at| data.rows.get(*at)).take(SHOWN);
            let names: Vec<String> = names.map(|row| format!("“{}”", row_name(own, data, &row.key))).collect();
            let at = rows.iter().filter_map(|at| data.cell(data.rows.get(*at)?, &own.row_key)).next();
            let place = at.map_or_else(|| data.sheet.place(), Place::Cell);
            let finding = Finding::new(Code::DerivedRowMissing, place).count(rows.len());
            let more = if rows.len() > SHOWN { ", …" } else { "" };
            let finding = finding.with("rows", names.join(", ") + more).with("label", &derivation.label);
            let only = rows.iter().filter_map(|at| data.rows.get(*at)).map(|row| row.key.as_str()).next();
            let near = only.filter(|_| rows.len() == 1).and_then(|row| self.near(dataset, era, &table, row));
            self.findings.push(self.elsewhere(finding.with_near(near.as_deref()), era, other));
        }
    }

    /// The row there that is clearly meant by that name.
    fn near(&self, dataset: &Dataset, era: Era, table: &str, row: &str) -> Option<String> {
        let own = dataset.table(table).into_iter().flat_map(|data| data.rows.iter().map(|row| row.key.as_str()));
        let keys: Vec<&str> = match self.times.of(era) {
            Some(earlier) => earlier.rows(table).into_iter().collect(),
            None => own.collect(),
        };
        likeness::clear(row, &keys).map(str::to_owned)
    }

    fn elsewhere(&self, finding: Finding, era: Era, table: &Table) -> Finding {
        let where_to = match era {
            Era::Now => "sheet",
            Era::Previous => "previous",
            Era::Issued => "issued",
        };
        let name = self.times.of(era).map(|earlier| earlier.name.clone()).unwrap_or_default();
        finding.choice("where", where_to).with("sheet", &table.sheet).with("folder", name)
    }

    /// A figure by itself names a row that is not there.
    pub(crate) fn look_single(
        &mut self,
        derivation: &Derivation,
        dataset: &Dataset,
        operands: &[Operand],
        given: &[Given],
    ) {
        for (given, operand) in given.iter().zip(operands) {
            let Operand::Figure { era, key } = operand else { continue };
            let (Some(table), Some(row)) = (key.table(), key.row()) else { continue };
            if given.figure != Err(Lacking::Row) || given.entry.is_some() {
                continue;
            }
            let (Some(table), Some(data)) = (self.document.table(table), dataset.table(table)) else { continue };
            if self.is_doubtful(data) || !self.told.insert((key.to_string(), *era, String::new())) {
                continue;
            }
            let rows = data.rows.iter().filter(|row| !row.is_total);
            let keys: Vec<&str> = rows.map(|row| row.key.as_str()).collect();
            let finding = if *era == Era::Now {
                let near = likeness::clear(row, &keys);
                let label = table.total.as_ref().filter(|_| row == TOTAL).map(|total| total.label.clone());
                Finding::new(Code::RowMissing, data.sheet.place())
                    .with("key", label.as_deref().unwrap_or(row))
                    .with_near(near)
            } else {
                let finding = Finding::new(Code::DerivedRowMissing, data.sheet.place()).count(1);
                let finding = finding.with("rows", format!("“{}”", row_name(table, data, row)));
                let finding = finding.with_near(self.near(dataset, *era, &table.key, row).as_deref());
                self.elsewhere(finding.with("label", &derivation.label), *era, table)
            };
            self.findings.push(finding);
        }
    }

    /// What is divided by is zero.
    pub(crate) fn zero(&mut self, derivation: &Derivation, entry: &Entry) {
        let is_zero = entry.made.as_ref().is_some_and(|made| made.lacking == Some(Lacking::Zero));
        // What follows from a blank figure has been told with that one.
        let is_own = entry.made.as_ref().is_some_and(|made| made.operands.len() == 2 || made.over.is_some());
        let at = entry.at.last().filter(|at| is_zero && is_own && !self.doubt.of_rows_around(at));
        if let Some(at) = at
            && self.zeros.insert(format!("{} {at}", derivation.name()))
        {
            let finding = Finding::new(Code::DerivedZero, Place::Cell(at.clone()));
            self.findings.push(finding.with("label", &derivation.label).with("cell", at.a1()));
        }
    }

    /// Several rows have the figure that one row is looked for by.
    pub(crate) fn tie(&mut self, derivation: &Derivation, data: &TableData, column: &str, rows: &[usize]) {
        let Some(table) = self.document.table(&data.key) else { return };
        let rows: Vec<&Row> = rows.iter().filter_map(|at| data.rows.get(*at)).collect();
        let entries: Vec<&Entry> = rows.iter().filter_map(|row| row.entries.get(column)).collect();
        if self.is_doubtful(data) || entries.iter().any(|entry| self.doubt.of_entry(entry)) {
            return;
        }
        // The same rows may be looked for by several.
        if !self.told.insert((data.key.clone(), Era::Now, rows.iter().map(|row| row.key.clone() + "\n").collect())) {
            return;
        }
        let names: Vec<String> = rows.iter().map(|row| format!("“{}”", row_name(table, data, &row.key))).collect();
        let cells: Vec<_> =
            entries.iter().filter_map(|entry| Some(((*entry).clone(), entry.at.first()?.clone()))).collect();
        let place = cells.first().map_or_else(|| data.sheet.place(), |(_, at)| Place::Cell(at.clone()));
        let shown = entries.first().and_then(|entry| entry.in_sentence()).unwrap_or_default();
        let mut finding = Finding::new(Code::DerivedTie, place).with("label", &derivation.label);
        finding.related =
            cells.iter().skip(1).map(|(entry, at)| (at.clone(), entry.in_sentence().unwrap_or_default())).collect();
        self.findings.push(finding.with("rows", names.join(", ")).with("value", shown).with("key", &derivation.key));
    }
}
