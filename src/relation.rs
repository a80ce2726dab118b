//! The declared relations of a table, applied to its rows: which figure is made of which.

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
    table.relations.iter().flat_map(|relation| expand(relation, table, data)).collect()
}

fn expand(relation: &Relation, table: &Table, data: &TableData) -> Vec<Instance> {
    match relation {
        Relation::Sum { target, of, rows, tolerance } => across(data, target, of, *rows, Rule::Sum, *tolerance),
        Relation::PercentOf { target, of, percent, rows, tolerance } => {
            let decimals = table.column(target).map_or(0, |column| column.decimals);
            let rule = Rule::Percent { percent: *percent, decimals };
            across(data, target, std::slice::from_ref(of), *rows, rule, *tolerance)
        }
        Relation::Children { columns, tolerance } => data
            .rows
            .iter()
            .enumerate()
            .flat_map(|(at, parent)| {
                let children = rows_where(data, |row| parent.is_parent_of(row));
                if children.is_empty() { Vec::new() } else { down(at, &children, columns, *tolerance) }
            })
            .collect(),
        Relation::Total { columns, over, tolerance } => {
            let operands = rows_where(data, |row| !row.is_total && selects(*over, row, data));
            let totals = rows_where(data, |row| row.is_total);
            totals.into_iter().flat_map(|at| down(at, &operands, columns, *tolerance)).collect()
        }
    }
}

fn rows_where(data: &TableData, chosen: impl Fn(&Row) -> bool) -> Vec<usize> {
    data.rows.iter().enumerate().filter(|(_, row)| chosen(row)).map(|(at, _)| at).collect()
}

/// In each chosen row, one column is made of others.
fn across(data: &TableData, target: &str, of: &[String], rows: Rows, rule: Rule, tolerance: Decimal) -> Vec<Instance> {
    let instance = |at: usize| Instance {
        target: (at, target.to_owned()),
        operands: of.iter().map(|column| (at, column.clone())).collect(),
        rule,
        tolerance,
        is_down: false,
    };
    rows_where(data, |row| selects(rows, row, data)).into_iter().map(instance).collect()
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

/// Whether a relation speaks of a row.
pub fn selects(rows: Rows, row: &Row, data: &TableData) -> bool {
    match rows {
        Rows::All => true,
        Rows::Top => row.level() == 1,
        Rows::Leaves => !row.is_total && !data.rows.iter().any(|other| row.is_parent_of(other)),
    }
}
