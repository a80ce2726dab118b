//! The declared relations of a table, applied to its rows: which figure is made of which.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::Rule;
use crate::dataset::{Row, TableData};
use crate::document::{Relation, Rows, Table};

/// A figure of a table: its row and the key of its column.
pub type Figure = (usize, String);

/// A relation applied to one row and column, before values are looked up.
#[derive(Debug, Clone)]
pub struct Instance {
    pub target: Figure,
    pub operands: Vec<Figure>,
    pub rule: Rule,
    pub tolerance: Decimal,
    /// Whether it depends on which rows there are.
    pub is_down: bool,
}

/// Every relation of a table, in the definition's order.
pub fn instances(table: &Table, data: &TableData) -> Vec<Instance> {
    let outline = Outline::of(data);
    table.relations.iter().flat_map(|relation| expand(relation, table, &outline)).collect()
}

/// The rows of a table, and which stand below which.
pub struct Outline<'a> {
    data: &'a TableData,
    /// Key of a row → the rows one level below it.
    children: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Outline<'a> {
    /// The outline that the keys of the rows give (`2.1` below `2`).
    pub fn of(data: &'a TableData) -> Self {
        let mut children: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, row) in data.rows.iter().enumerate() {
            if let Some((parent, _)) = row.key.rsplit_once('.') {
                children.entry(parent).or_default().push(at);
            }
        }
        Self { data, children }
    }

    /// Whether a relation speaks of a row.
    pub fn selects(&self, rows: Rows, row: &Row) -> bool {
        match rows {
            Rows::All => true,
            Rows::Top => row.level() == 1,
            Rows::Leaves => !row.is_total && !self.children.contains_key(row.key.as_str()),
        }
    }

    fn rows_where(&self, chosen: impl Fn(&Row) -> bool) -> Vec<usize> {
        self.data.rows.iter().enumerate().filter(|(_, row)| chosen(row)).map(|(at, _)| at).collect()
    }
}

fn expand(relation: &Relation, table: &Table, outline: &Outline<'_>) -> Vec<Instance> {
    match relation {
        Relation::Sum { target, of, rows, tolerance } => across(outline, target, of, *rows, Rule::Sum, *tolerance),
        Relation::PercentOf { target, of, percent, rows, tolerance } => {
            let decimals = table.column(target).map_or(0, |column| column.decimals);
            let rule = Rule::Percent { percent: *percent, decimals };
            across(outline, target, std::slice::from_ref(of), *rows, rule, *tolerance)
        }
        Relation::Children { columns, tolerance } => {
            let parents = outline.data.rows.iter().enumerate().filter(|(_, row)| !row.is_total);
            let with_children = parents.filter_map(|(at, row)| Some((at, outline.children.get(row.key.as_str())?)));
            with_children.flat_map(|(at, children)| down(at, children, columns, *tolerance)).collect()
        }
        Relation::Total { columns, over, tolerance } => {
            let operands = outline.rows_where(|row| !row.is_total && outline.selects(*over, row));
            let totals = outline.rows_where(|row| row.is_total);
            totals.into_iter().flat_map(|at| down(at, &operands, columns, *tolerance)).collect()
        }
    }
}

/// In each chosen row, one column is made of others.
fn across(
    outline: &Outline<'_>,
    target: &str,
    of: &[String],
    rows: Rows,
    rule: Rule,
    tolerance: Decimal,
) -> Vec<Instance> {
    let instance = |at: usize| Instance {
        target: (at, target.to_owned()),
        operands: of.iter().map(|column| (at, column.clone())).collect(),
        rule,
        tolerance,
        is_down: false,
    };
    outline.rows_where(|row| outline.selects(rows, row)).into_iter().map(instance).collect()
}

/// In each column, one row is the sum of others.
fn down(at: usize, operands: &[usize], columns: &[String], tolerance: Decimal) -> Vec<Instance> {
    let instance = |column: &String| Instance {
        target: (at, column.clone()),
        operands: operands.iter().map(|&row| (row, column.clone())).collect(),
        rule: Rule::Sum,
        tolerance,
        is_down: true,
    };
    columns.iter().map(instance).collect()
}
