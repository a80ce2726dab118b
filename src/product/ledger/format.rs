//! `figures.json`: what it holds, written and read.

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::figure_key::FigureKey;
use crate::product::prose::marked_text::Sentence;

/// Name and version of the format that is written and read.
pub(crate) const FORMAT: &str = "vanban/figures/3";
/// What is read too: without relations that hold, and without what figures are made from.
const EARLIER: &str = "vanban/figures/2";

/// The ledger of one built document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ledger {
    /// [`FORMAT`].
    pub format: String,
    pub program: String,
    pub document: Identity,
    /// Font family in which the pages are set.
    pub font: String,
    pub inputs: Vec<File>,
    pub templates: Vec<File>,
    /// Filled in when the files are finished.
    pub outputs: Vec<File>,
    pub pages: usize,
    pub relations: Relations,
    pub figures: Vec<Figure>,
    pub sentences: Vec<Sentence>,
}

impl Ledger {
    /// The ledger as it is written (`figures.json`).
    ///
    /// # Errors
    /// None that is known; the writer of JSON could have one.
    pub(crate) fn to_json(&self) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_string_pretty(self)
            .map_err(|error| Finding::new(Code::LedgerBroken, Place::Nowhere).with("line", error.line()).fails())?;
        Ok((json + "\n").into_bytes())
    }
}

/// Which document it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub(crate) template: String,
    pub(crate) number: String,
    /// ISO 8601; none for a draft.
    pub(crate) date: Option<String>,
    pub(crate) title: String,
}

/// A file by name and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub(crate) file: String,
    pub(crate) sha256: String,
}

/// What the check of the relations found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations {
    pub(crate) hold: usize,
    /// Targets whose figure is not what their relation gives, within the tolerance.
    pub(crate) differ: Vec<Difference>,
    /// Every relation that was looked at, in the definition's order.
    #[serde(default)]
    pub(crate) checked: Vec<Relation>,
}

/// One relation, as it was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Relation {
    /// The figure that it speaks of.
    pub(crate) key: FigureKey,
    /// How the operands give it: `sum`, `percent`, `equal`.
    pub(crate) rule: String,
    pub(crate) operands: Vec<FigureKey>,
    pub(crate) stated: String,
    pub(crate) expected: String,
}

/// One relation that does not hold exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Difference {
    pub(crate) key: FigureKey,
    pub(crate) stated: String,
    pub(crate) expected: String,
}

/// One figure or other datum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub key: FigureKey,
    /// Sheet, row and column in words.
    pub name: String,
    pub kind: Kind,
    /// The exact value: a decimal with a point, an ISO date, or the words.
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The form in running text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// Whether the program computed it from the cells.
    pub computed: bool,
    /// The keys that it is made from, for a derived figure; `table/*/column` is a whole column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<FigureKey>,
    pub cells: Vec<Cell>,
    pub places: Vec<Spot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workbook: Option<WorkbookCell>,
}

/// What a datum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Number,
    /// On the scale 0–100.
    Percent,
    /// Words around a figure: “Trên 97%”.
    Mixed,
    Year,
    Date,
    Text,
}

impl Kind {
    /// Whether it counts or measures something (số liệu), unlike a name, a date or a year.
    pub(crate) fn is_figure(self) -> bool {
        matches!(self, Self::Number | Self::Percent | Self::Mixed)
    }
}

/// An input cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    pub file: String,
    pub sheet: String,
    pub cell: String,
}

/// A cell of the finished workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkbookCell {
    pub sheet: String,
    pub cell: String,
}

/// One place in the PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Counted from 1 over the whole file.
    pub page: usize,
    /// Millimetres from the top left corner of the page to the figure (behind its first digit), on its base line.
    pub(crate) x: f64,
    pub(crate) y: f64,
    #[serde(flatten)]
    pub context: Context,
}

/// What a figure is printed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "kebab-case")]
pub enum Context {
    /// Letterhead, title, signature, recipients or the head of an appendix.
    Form,
    /// A paragraph: its index in `sentences`.
    Sentence { sentence: usize },
    /// A cell of an appendix table.
    Table { appendix: String },
}

/// Reads a ledger that was written earlier; `path` names it in messages.
///
/// # Errors
/// A file that is no ledger, is damaged, or has another version of the format ([`Failure::Failed`]).
pub fn read(bytes: &[u8], path: &str) -> Result<Ledger, Failure> {
    #[derive(Deserialize)]
    struct Version {
        format: String,
    }
    let place = || Place::File(path.to_owned());
    let broken =
        |error: serde_json::Error| Finding::new(Code::LedgerBroken, place()).with("line", error.line()).fails();
    let Version { format } = serde_json::from_slice(bytes).map_err(broken)?;
    if format != FORMAT && format != EARLIER {
        let finding = Finding::new(Code::LedgerVersion, place());
        return Err(finding.with("found", format).with("wanted", FORMAT).fails());
    }
    serde_json::from_slice(bytes).map_err(broken)
}
