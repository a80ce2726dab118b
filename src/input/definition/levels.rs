//! Levels of rows (bậc): how a table tells them, which relations speak of them, and whether the rows have any.

use serde::Deserialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Kind, Relation, Rows, Table};

/// How a table says which row stands below which (dàn bậc).
///
/// Without it the keys of the rows are codes with a point for each level (2, 2.1, 2.1.1).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Levels {
    pub(crate) by: LevelsBy,
    /// Key of the column that tells them; the column that names the rows where this is left out.
    pub(crate) column: Option<String>,
    /// For numbering: how each level is numbered, the upper first.
    #[serde(default)]
    pub(crate) levels: Vec<Numbering>,
    /// Whether the same name may stand below several rows: the key of each is then that of the upper row, `/`, its name.
    #[serde(default)]
    pub(crate) names_repeat: bool,
}

/// What tells the level of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LevelsBy {
    /// Codes with a point for each level: 2, 2.1, 2.1.1.
    Points,
    /// Numbers that begin again below each row: I, 1, 2, II, 1.
    Numbering,
    /// A column that holds the level: 1, 2, 3.
    Level,
    /// A column that holds the name or code of the row above.
    Parent,
    /// Rows without figures are the titles of those that follow.
    Groups,
}

/// How the rows of one level are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Numbering {
    /// A, B, C (with or without Đ).
    #[serde(rename = "A")]
    Capital,
    /// I, II, III.
    #[serde(rename = "I")]
    Roman,
    /// 1, 2, 3.
    #[serde(rename = "1")]
    Digits,
    /// 1.1, 1.2 below 1.
    #[serde(rename = "1.1")]
    TwoParts,
    /// 1.1.1, 1.1.2 below 1.1.
    #[serde(rename = "1.1.1")]
    ThreeParts,
    /// a, b, c (with or without đ).
    #[serde(rename = "a")]
    Small,
    /// A dash or another sign that is the same for all.
    #[serde(rename = "-")]
    Bullet,
}

impl Numbering {
    /// An example, as definitions write it.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::Capital => "A",
            Self::Roman => "I",
            Self::Digits => "1",
            Self::TwoParts => "1.1",
            Self::ThreeParts => "1.1.1",
            Self::Small => "a",
            Self::Bullet => "-",
        }
    }
}

impl Table {
    /// Whether a relation chooses its rows so.
    pub(crate) fn speaks_of(&self, chosen: Rows) -> bool {
        let is_of_children = |relation: &Relation| matches!(relation, Relation::Children { .. });
        self.relations.iter().any(|relation| !is_of_children(relation) && relation.rows() == chosen)
    }

    /// The column whose cells tell the levels of the rows.
    pub(crate) fn level_column(&self) -> &str {
        self.outline.as_ref().and_then(|levels| levels.column.as_deref()).unwrap_or(&self.row_key)
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
    let twice = levels.levels.iter().enumerate().find(|(at, one)| levels.levels[..*at].contains(one));
    twice.map(|(_, one)| ("twice", one.example().to_owned()))
}
