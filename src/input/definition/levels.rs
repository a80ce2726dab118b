//! Which relations speak of levels of rows (bậc), and whether the rows have any.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Kind, Relation, Rows, Table};
use crate::input::definition::outline::LevelsBy;

impl Table {
    /// Whether a relation chooses its rows so.
    pub(crate) fn speaks_of(&self, chosen: Rows) -> bool {
        self.relations.iter().any(|relation| relation.rows() == chosen)
    }

    /// The columns that have totals, and over which rows.
    pub(crate) fn totalled(&self) -> impl Iterator<Item = (&String, Rows)> {
        self.relations.iter().flat_map(|relation| match relation {
            Relation::Total { columns, over, .. } => columns.iter().map(|column| (column, *over)).collect(),
            _ => Vec::new(),
        })
    }

    /// The columns in which a row is the sum of those below it.
    pub(crate) fn summed_up(&self) -> impl Iterator<Item = &String> {
        self.relations.iter().flat_map(|relation| match relation {
            Relation::Children { columns, .. } => columns.as_slice(),
            _ => &[],
        })
    }

    /// The column whose cells tell the levels of the rows.
    pub(crate) fn level_column(&self) -> &str {
        self.outline.as_ref().and_then(|levels| levels.column.as_deref()).unwrap_or(&self.row_key)
    }

    /// Whether a relation depends on which rows stand below which.
    pub(crate) fn speaks_of_levels(&self) -> bool {
        self.summed_up().next().is_some() || self.speaks_of(Rows::Top) || self.speaks_of(Rows::Leaves)
    }
}

/// Every table whose relations speak of levels although the names of its rows are no outline numbers; `file` names the
/// definition.
pub(crate) fn faults(document: &Document, file: &str) -> Vec<Finding> {
    let is_flat = |table: &&Table| {
        let names = table.column(&table.row_key);
        table.outline.is_none() && table.speaks_of_levels() && names.is_some_and(|column| column.kind != Kind::Code)
    };
    let tables = document.tables.iter().filter(is_flat);
    let fault = |table: &Table| {
        let finding = Finding::new(Code::DefinitionLevels, Place::File(file.to_owned())).with("table", &table.key);
        finding.with("column", &table.row_key)
    };
    let undeclared = tables.map(fault);
    let declared = document.tables.iter().filter_map(|table| {
        let (why, name) = misdeclared(table)?;
        let finding = Finding::new(Code::DefinitionOutline, Place::File(file.to_owned())).choice("why", why);
        Some(finding.with("table", &table.key).with("name", name))
    });
    undeclared.chain(declared).collect()
}

/// Why the levels of a table are not declared as they must be, and the key concerned.
fn misdeclared(table: &Table) -> Option<(&'static str, String)> {
    let levels = table.outline.as_ref()?;
    let named = levels.column.as_deref();
    let is_numbering = levels.by == LevelsBy::Numbering;
    if let Some(column) = named.filter(|column| table.column(column).is_none()) {
        return Some(("column", column.to_owned()));
    }
    match levels.by {
        LevelsBy::Level | LevelsBy::Parent if named.is_none() => return Some(("needs-column", String::new())),
        LevelsBy::Groups if named.is_some() => return Some(("needs-no-column", String::new())),
        _ => {}
    }
    if is_numbering == levels.levels.is_empty() {
        return Some((if is_numbering { "needs-levels" } else { "needs-no-levels" }, String::new()));
    }
    let is_of_titles =
        |(column, over): &(&String, Rows)| *over == Rows::Top && !table.summed_up().any(|own| own == *column);
    if levels.by == LevelsBy::Groups
        && let Some((column, _)) = table.totalled().find(is_of_titles)
    {
        return Some(("counts-titles", column.clone()));
    }
    let twice = levels.levels.iter().enumerate().find(|(at, one)| levels.levels[..*at].contains(one));
    twice.map(|(_, one)| ("twice", one.example().to_owned()))
}
