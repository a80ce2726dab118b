//! How a table tells which row stands below which (dàn bậc).

use serde::Deserialize;

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
