//! How a derived figure follows from others.

use std::sync::Arc;

use crate::input::definition::derivation::Arithmetic;
use crate::input::figure_key::FigureKey;

/// What a derived figure is made from, and how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Made {
    pub(crate) how: Arithmetic,
    pub(crate) operands: Vec<FigureKey>,
    /// The rows of the column that it is measured by, in a share of them and a rank; all rows of a table have one list.
    pub(crate) over: Option<Arc<Over>>,
    /// Decimals to which it is rounded; none where it is exact.
    pub(crate) decimals: Option<u32>,
    /// Why it is blank.
    pub(crate) lacking: Option<Lacking>,
}

/// Figures of a column.
#[derive(Debug, PartialEq)]
pub(crate) struct Over {
    pub(crate) table: String,
    pub(crate) column: String,
    pub(crate) figures: Vec<FigureKey>,
}

/// Why a derived figure is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lacking {
    /// A figure that it needs is blank.
    Blank,
    /// A cell that it needs holds words around a figure.
    Words,
    /// There is no such row.
    Row,
    /// What it is divided by is zero.
    Zero,
    /// There is no row to choose from.
    NoRows,
    /// There is no last year's input, or no last issue.
    NoEarlier,
    /// More digits than a figure can have.
    TooLarge,
}

impl Lacking {
    /// The word by which messages choose their wording.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Words => "words",
            Self::Row => "row",
            Self::Zero => "zero",
            Self::NoRows => "no-rows",
            Self::NoEarlier => "no-earlier",
            Self::TooLarge => "too-large",
        }
    }
}

impl Made {
    /// The keys of all that it is made from; a whole column is `table/*/column`.
    pub(crate) fn from(&self) -> Vec<FigureKey> {
        let column = self.over.iter().map(|over| FigureKey::figure(&over.table, "*", &over.column));
        self.operands.iter().cloned().chain(column).collect()
    }
}
