//! The declared relations of a table, applied to its rows: which figure is made of which.

use rust_decimal::Decimal;

use crate::input::checking::rule::Rule;
use crate::input::dataset::TableData;
use crate::input::definition::model::{Relation, Table};
use crate::input::outline::Outline;

/// A figure of a table: its row and the key of its column.
pub(crate) type Figure = (usize, String);

/// A relation applied to one row and column, before values are looked up.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    pub(crate) target: Figure,
    pub(crate) operands: Vec<Figure>,
    pub(crate) rule: Rule,
    pub(crate) tolerance: Decimal,
    /// Whether it depends on which rows there are.
    pub(crate) is_down: bool,
}

/// Every relation of a table, in the definition's order.
pub(crate) fn instances(table: &Table, data: &TableData) -> Vec<Instance> {
    let outline = Outline::of(data);
    table.relations.iter().flat_map(|relation| expand(relation, table, &outline)).collect()
}

fn expand(relation: &Relation, table: &Table, outline: &Outline<'_>) -> Vec<Instance> {
    let decimals = || relation.target().and_then(|target| table.column(target)).map_or(0, |column| column.decimals);
    match relation {
        Relation::Sum { .. } => across(outline, relation, Rule::Sum),
        Relation::PercentOf { percent, .. } => {
            across(outline, relation, Rule::Percent { percent: *percent, decimals: decimals() })
        }
        Relation::Ratio { scale, .. } => {
            across(outline, relation, Rule::Ratio { times: scale.times(), decimals: decimals() })
        }
        Relation::Difference { .. } => across(outline, relation, Rule::Difference),
        Relation::Minimum { .. } => across(outline, relation, Rule::Minimum),
        Relation::Maximum { .. } => across(outline, relation, Rule::Maximum),
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
fn across(outline: &Outline<'_>, relation: &Relation, rule: Rule) -> Vec<Instance> {
    let Some(target) = relation.target() else { return Vec::new() };
    let of = relation.operands();
    let instance = |at: usize| Instance {
        target: (at, target.to_owned()),
        operands: of.iter().map(|column| (at, (*column).clone())).collect(),
        rule,
        tolerance: relation.tolerance(),
        is_down: false,
    };
    outline.rows_where(|row| outline.selects(relation.rows(), row)).into_iter().map(instance).collect()
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
