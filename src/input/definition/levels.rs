//! Which relations speak of levels of rows (bậc), and whether the rows have any.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Kind, Relation, Rows, Table};

impl Table {
    /// Whether a relation chooses its rows so.
    pub(crate) fn speaks_of(&self, chosen: Rows) -> bool {
        self.relations.iter().any(|relation| match relation {
            Relation::Sum { rows, .. } | Relation::PercentOf { rows, .. } => *rows == chosen,
            Relation::Total { over, .. } => *over == chosen,
            Relation::Children { .. } => false,
        })
    }

    /// Whether a relation depends on which rows stand below which.
    pub(crate) fn speaks_of_levels(&self) -> bool {
        let is_of_children = |relation: &Relation| matches!(relation, Relation::Children { .. });
        self.relations.iter().any(is_of_children) || self.speaks_of(Rows::Top) || self.speaks_of(Rows::Leaves)
    }
}

/// Every table whose relations speak of levels although the names of its rows are no outline numbers; `file` names the
/// definition.
pub(crate) fn faults(document: &Document, file: &str) -> Vec<Finding> {
    let is_flat = |table: &&Table| {
        let names = table.column(&table.row_key);
        table.speaks_of_levels() && names.is_some_and(|column| column.kind != Kind::Code)
    };
    let tables = document.tables.iter().filter(is_flat);
    let fault = |table: &Table| {
        let finding = Finding::new(Code::DefinitionLevels, Place::File(file.to_owned())).with("table", &table.key);
        finding.with("column", &table.row_key)
    };
    tables.map(fault).collect()
}
