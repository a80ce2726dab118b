//! How each appendix of the finished document is laid out.

use serde::Deserialize;

use crate::vi::numbers::Grouping;

/// One appendix (phụ lục) of the finished document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AppendixLayout {
    /// `Phụ lục I` (PL I, mục III.1.b).
    pub(crate) label: String,
    /// Title, one line a string; may name particulars.
    pub(crate) title: Vec<String>,
    #[serde(default)]
    pub(crate) landscape: bool,
    #[serde(rename = "part")]
    pub(crate) parts: Vec<TableLayout>,
}

/// One official table of an appendix.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TableLayout {
    /// Key of the input table shown.
    pub(crate) table: String,
    /// Name of the Excel sheet.
    pub(crate) sheet: String,
    /// Name of the plain data sheet beside it.
    pub(crate) data_sheet: String,
    /// A title of its own inside the appendix, one line a string.
    #[serde(default)]
    pub(crate) title: Vec<String>,
    /// `Đơn vị tính: Triệu đồng`.
    pub(crate) unit_line: Option<String>,
    /// What the table shows, for people who cannot see it.
    pub(crate) summary: String,
    /// Type size in points.
    #[serde(default = "table_size")]
    pub(crate) size: f64,
    /// Type size in points that it may shrink to where figures need more room than their columns have.
    #[serde(default = "least_size")]
    pub(crate) least_size: f64,
    #[serde(default)]
    pub(crate) grouping: Grouping,
    /// Whether rows of the first outline level are set bold.
    #[serde(default)]
    pub(crate) bold_top: bool,
    /// Whether `(tiếp theo)` stands over the header from the second page of the table on.
    #[serde(default)]
    pub(crate) continued: bool,
    /// The header as a tree; its leaves are the columns, left to right.
    pub(crate) header: Vec<HeaderNode>,
}

/// A cell of the header tree.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct HeaderNode {
    pub(crate) text: String,
    /// Text of the column-number row under this cell; a group's number spans its columns.
    pub(crate) number: Option<String>,
    #[serde(default)]
    pub(crate) children: Vec<HeaderNode>,
    /// For a group: how many header rows it spans.
    #[serde(default = "one")]
    pub(crate) rows: usize,
    /// For a leaf: the column shown.
    pub(crate) column: Option<String>,
    /// For a leaf: width in millimetres; one leaf of a table may leave it out and takes the rest.
    pub(crate) width: Option<f64>,
    #[serde(default)]
    pub(crate) align: Align,
    /// For a leaf: whether its cells name their row.
    #[serde(default)]
    pub(crate) row_header: bool,
}

/// Horizontal alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Align {
    Left,
    Center,
    #[default]
    Right,
}

impl HeaderNode {
    /// The leaves under this cell, left to right.
    pub(crate) fn leaves(&self) -> Vec<&HeaderNode> {
        if self.children.is_empty() {
            return vec![self];
        }
        self.children.iter().flat_map(HeaderNode::leaves).collect()
    }

    /// How many header rows this cell and what is below it need.
    pub(crate) fn depth(&self) -> usize {
        self.rows + self.children.iter().map(HeaderNode::depth).max().unwrap_or(0)
    }
}

fn one() -> usize {
    1
}

fn table_size() -> f64 {
    13.0
}

fn least_size() -> f64 {
    11.0
}
