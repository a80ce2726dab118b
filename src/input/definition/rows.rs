//! Which rows of a table are meant.

use serde::Deserialize;

/// Rows that a relation or a derived figure speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Rows {
    /// Every row, the total row included.
    #[default]
    All,
    /// Rows without rows below them in the outline.
    Leaves,
    /// Rows of the first level of the outline.
    Top,
}
