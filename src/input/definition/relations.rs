//! Relations that the figures of a table must keep (quan hệ số học).

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::input::definition::derived::Scale;
use crate::input::definition::rows::Rows;

/// A relation that the figures of a table must keep.
///
/// The first relation whose target a cell is gives that cell's Excel formula, and its value where it was
/// left blank. A difference of up to `tolerance` is a warning, a larger one refuses the document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Relation {
    /// In each row, `target` is the sum of the columns `of`.
    Sum {
        target: String,
        of: Vec<String>,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each row, `target` is `percent` per cent of the column `of`, rounded half up to its decimals.
    PercentOf {
        target: String,
        of: String,
        percent: Decimal,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each row, `target` is `numerator` ÷ `denominator` × `scale`, rounded half up to its decimals.
    #[serde(rename_all = "kebab-case")]
    Ratio {
        target: String,
        numerator: String,
        denominator: String,
        #[serde(default)]
        scale: Scale,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each row, `target` is the column `of` less the column `minus`.
    Difference {
        target: String,
        of: String,
        minus: String,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each row, `target` is the smallest of the columns `of`.
    Minimum {
        target: String,
        of: Vec<String>,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each row, `target` is the largest of the columns `of`.
    Maximum {
        target: String,
        of: Vec<String>,
        #[serde(default)]
        rows: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each of `columns`, a row is the sum of the rows one level below it (2 = 2.1 + 2.2).
    Children {
        columns: Vec<String>,
        #[serde(default)]
        tolerance: Decimal,
    },
    /// In each of `columns`, the total row is the sum of the rows `over`.
    Total {
        columns: Vec<String>,
        #[serde(default)]
        over: Rows,
        #[serde(default)]
        tolerance: Decimal,
    },
}

impl Relation {
    /// The column that follows from others in the same row.
    pub(crate) fn target(&self) -> Option<&str> {
        match self {
            Self::Sum { target, .. }
            | Self::PercentOf { target, .. }
            | Self::Ratio { target, .. }
            | Self::Difference { target, .. }
            | Self::Minimum { target, .. }
            | Self::Maximum { target, .. } => Some(target),
            Self::Children { .. } | Self::Total { .. } => None,
        }
    }

    /// The columns that it is made from, in order; of one that goes down the table, those that it speaks of.
    pub(crate) fn operands(&self) -> Vec<&String> {
        match self {
            Self::Sum { of, .. } | Self::Minimum { of, .. } | Self::Maximum { of, .. } => of.iter().collect(),
            Self::PercentOf { of, .. } => vec![of],
            Self::Ratio { numerator, denominator, .. } => vec![numerator, denominator],
            Self::Difference { of, minus, .. } => vec![of, minus],
            Self::Children { columns, .. } | Self::Total { columns, .. } => columns.iter().collect(),
        }
    }

    /// The rows that it speaks of; of a total, those that it adds up.
    pub(crate) fn rows(&self) -> Rows {
        match self {
            Self::Sum { rows, .. }
            | Self::PercentOf { rows, .. }
            | Self::Ratio { rows, .. }
            | Self::Difference { rows, .. }
            | Self::Minimum { rows, .. }
            | Self::Maximum { rows, .. } => *rows,
            Self::Total { over, .. } => *over,
            Self::Children { .. } => Rows::All,
        }
    }

    /// By how much the target may differ.
    pub(crate) fn tolerance(&self) -> Decimal {
        match self {
            Self::Sum { tolerance, .. }
            | Self::PercentOf { tolerance, .. }
            | Self::Ratio { tolerance, .. }
            | Self::Difference { tolerance, .. }
            | Self::Minimum { tolerance, .. }
            | Self::Maximum { tolerance, .. }
            | Self::Children { tolerance, .. }
            | Self::Total { tolerance, .. } => *tolerance,
        }
    }

    /// Whether it adds up the figures of a column, or makes it by adding.
    pub(crate) fn adds(&self, column: &String) -> bool {
        match self {
            Self::Sum { target, of, .. } => target == column || of.contains(column),
            Self::Total { columns, .. } | Self::Children { columns, .. } => columns.contains(column),
            _ => false,
        }
    }
}
