//! Derived figures whose every name refers to something: what [`derived`](crate::input::definition::derived) says, read.

use crate::input::definition::derived::{Condition, Order, Scale, Ties};
use crate::input::definition::rows::Rows;
use crate::input::figure_key::FigureKey;

/// A derived column, or a derived figure or row of its own.
#[derive(Debug, Clone)]
pub(crate) struct Derivation {
    pub(crate) key: String,
    pub(crate) label: String,
    /// The table of a column.
    pub(crate) table: Option<String>,
    pub(crate) rule: Rule,
    pub(crate) unit: Option<String>,
    pub(crate) decimals: Option<u32>,
}

/// Which data a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Era {
    Now,
    /// Last year's input (`previous`).
    Previous,
    /// The last issue (`issued`).
    Issued,
}

impl Era {
    /// The word that stands before its names.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Now => "",
            Self::Previous => "previous",
            Self::Issued => "issued",
        }
    }
}

/// What a figure is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Operand {
    /// A figure in the row of the same key.
    Column { era: Era, table: String, column: String },
    /// One figure.
    Figure { era: Era, key: FigureKey },
    /// A figure of the row that another derivation picks.
    Picked { picker: String, column: String },
}

/// How figures give another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arithmetic {
    Value,
    /// The first less the second.
    Difference,
    /// Per cent by which the second is more than the first.
    Change,
    /// Per cent of the second that the first is.
    Share,
    /// The first by the second, times the scale.
    Ratio(Scale),
    Average,
    Sum,
    Count,
    Rank(Order),
}

/// Of what a row is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// The figure of the total row.
    Total,
    /// The sum of those rows.
    Rows(Rows),
    /// The figure of the row above it in the outline.
    Group,
}

/// How a derivation is made.
#[derive(Debug, Clone)]
pub(crate) enum Rule {
    Of {
        how: Arithmetic,
        operands: Vec<Operand>,
    },
    Share {
        of: String,
        within: Within,
    },
    Rank {
        of: String,
        order: Order,
        rows: Rows,
    },
    /// Of all rows that are chosen; a count has no column.
    Over {
        how: Arithmetic,
        choice: Choice,
    },
    /// The rows that are chosen.
    Rows(Choice),
    /// A row.
    Pick {
        choice: Choice,
        order: Order,
        nth: u32,
        ties: Ties,
    },
}

/// Rows of a table, without its total row.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) table: String,
    pub(crate) column: Option<String>,
    pub(crate) rows: Rows,
    pub(crate) condition: Option<Condition>,
}

impl Derivation {
    /// The table whose rows it picks from; whether it gives several.
    pub(crate) fn picked(&self) -> Option<(&str, bool)> {
        match &self.rule {
            Rule::Pick { choice, ties, .. } => Some((&choice.table, *ties == Ties::All)),
            Rule::Rows(choice) => Some((&choice.table, true)),
            _ => None,
        }
    }

    /// Its key as others name it.
    pub(crate) fn name(&self) -> String {
        match &self.table {
            Some(table) => format!("{table}.{}", self.key),
            None => FigureKey::derived(&self.key).to_string(),
        }
    }

    /// What it is made from: columns, by table and key; derived figures have no table.
    pub(crate) fn made_from(&self) -> Vec<(Option<&str>, &str)> {
        let own = self.table.as_deref();
        match &self.rule {
            Rule::Of { operands, .. } => operands.iter().flat_map(Operand::nodes).collect(),
            Rule::Share { of, .. } | Rule::Rank { of, .. } => vec![(own, of.as_str())],
            Rule::Over { choice, .. } | Rule::Rows(choice) | Rule::Pick { choice, .. } => {
                let condition = choice.condition.iter().map(|condition| &condition.column);
                let columns = choice.column.iter().chain(condition);
                columns.map(|column| (Some(choice.table.as_str()), column.as_str())).collect()
            }
        }
    }
}

impl Operand {
    fn nodes(&self) -> Vec<(Option<&str>, &str)> {
        match self {
            Self::Column { era: Era::Now, table, column } => vec![(Some(table), column)],
            Self::Figure { era: Era::Now, key } => match (key.table(), key.column(), key.derived_key()) {
                (Some(table), Some(column), _) => vec![(Some(table), column)],
                (_, _, Some(key)) => vec![(None, key)],
                _ => Vec::new(),
            },
            // Any column of the table may be the one that is asked for.
            Self::Picked { picker, .. } => vec![(None, picker)],
            Self::Column { .. } | Self::Figure { .. } => Vec::new(),
        }
    }
}
