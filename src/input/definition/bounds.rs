//! How large and how small the numbers of a definition may be: one table for all of them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::derived::Written;
use crate::input::definition::model::{Document, HeaderNode, Relation, Table, TableLayout};

/// A number of a definition: its key in `document.toml`, the least and the most it may be.
struct Bound(&'static str, f64, f64);

const SCHEMA: Bound = Bound("schema", 1.0, 9_999.0);
const YEARS: Bound = Bound("years", -100.0, 100.0);
/// A figure has 28 digits at most, in all.
const DECIMALS: Bound = Bound("decimals", 0.0, 9.0);
const MIN: Bound = Bound("min", -1e15, 1e15);
const MAX: Bound = Bound("max", -1e15, 1e15);
const TOLERANCE: Bound = Bound("tolerance", 0.0, 1e9);
const PERCENT: Bound = Bound("percent", 0.0, 1_000.0);
/// Points: what can still be read, and what still fits into a table.
const LEAST_SIZE: Bound = Bound("least-size", 10.0, 20.0);
const SIZE: Bound = Bound("size", 6.0, 20.0);
/// Millimetres: a figure of one digit, and the longer side of A4.
const WIDTH: Bound = Bound("width", 3.0, 297.0);
/// Which of the rows of a table, in order.
const NTH: Bound = Bound("nth", 1.0, 100_000.0);
const ROWS: Bound = Bound("rows", 1.0, 9.0);

/// Every number of a definition that is out of its bounds, and every list that must not be empty and is; `file` names
/// the definition.
pub(crate) fn faults(document: &Document, file: &str) -> Vec<Finding> {
    let mut faults = Faults { file, found: Vec::new() };
    faults.number("document", &SCHEMA, f64::from(document.document.schema));
    for offset in &document.facts.offsets {
        faults.number(&offset.key, &YEARS, f64::from(offset.years));
    }
    document.tables.iter().for_each(|table| faults.table(table));
    document.derived.iter().for_each(|derived| faults.derived(&derived.key, derived));
    for equality in &document.equalities {
        faults.decimal(&equality.target.to_string(), &TOLERANCE, equality.tolerance);
    }
    for appendix in &document.appendices {
        faults.list(&appendix.label, "part", appendix.parts.is_empty());
        appendix.parts.iter().for_each(|part| faults.part(part));
    }
    faults.found
}

struct Faults<'a> {
    file: &'a str,
    found: Vec<Finding>,
}

impl Faults<'_> {
    fn table(&mut self, table: &Table) {
        for column in &table.columns {
            let name = format!("{}/{}", table.key, column.key);
            self.number(&name, &DECIMALS, f64::from(column.decimals));
            column.min.into_iter().for_each(|min| self.decimal(&name, &MIN, min));
            column.max.into_iter().for_each(|max| self.decimal(&name, &MAX, max));
            if let (Some(min), Some(max)) = (column.min, column.max.filter(|max| column.min > Some(*max))) {
                let upper = max.to_f64().unwrap_or(MIN.2);
                self.decimal(&name, &Bound(MIN.0, MIN.1, upper), min);
            }
        }
        for derived in &table.derived {
            self.derived(&format!("{}/{}", table.key, derived.key), derived);
        }
        for relation in &table.relations {
            self.decimal(&table.key, &TOLERANCE, relation.tolerance());
            if let Relation::PercentOf { percent, .. } = relation {
                self.decimal(&table.key, &PERCENT, *percent);
            }
        }
    }

    fn derived(&mut self, name: &str, derived: &Written) {
        derived.decimals.into_iter().for_each(|decimals| self.number(name, &DECIMALS, f64::from(decimals)));
        derived.nth.into_iter().for_each(|nth| self.number(name, &NTH, f64::from(nth)));
    }

    fn part(&mut self, part: &TableLayout) {
        self.number(&part.sheet, &SIZE, part.size);
        self.number(&part.sheet, &LEAST_SIZE, part.least_size);
        self.list(&part.sheet, "header", part.header.is_empty());
        part.header.iter().for_each(|node| self.node(node));
    }

    fn node(&mut self, node: &HeaderNode) {
        // More rows than there are to count would not be a number that can be told.
        self.number(&node.text, &ROWS, u32::try_from(node.rows).map_or(f64::INFINITY, f64::from));
        node.width.into_iter().for_each(|width| self.number(&node.text, &WIDTH, width));
        node.children.iter().for_each(|child| self.node(child));
    }

    fn decimal(&mut self, owner: &str, bound: &Bound, value: Decimal) {
        self.number(owner, bound, value.to_f64().unwrap_or(f64::NAN));
    }

    fn number(&mut self, owner: &str, &Bound(key, least, most): &Bound, value: f64) {
        if (least..=most).contains(&value) {
            return;
        }
        let finding = self.about(Code::DefinitionBound, owner, key).with("value", value);
        self.found.push(finding.with("least", least).with("most", most));
    }

    fn list(&mut self, owner: &str, key: &'static str, is_empty: bool) {
        if is_empty {
            let finding = self.about(Code::DefinitionEmpty, owner, key);
            self.found.push(finding);
        }
    }

    fn about(&self, code: Code, owner: &str, key: &'static str) -> Finding {
        Finding::new(code, Place::File(self.file.to_owned())).with("key", key).with("owner", owner)
    }
}
