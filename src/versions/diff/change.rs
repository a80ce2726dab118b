//! What a comparison of two versions gives.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::input::figure_key::FigureKey;
use crate::product::ledger::format::{Cell, Context, Identity, Kind, WorkbookCell};
use crate::versions::diff::align::Run;

/// What changed (bảng so sánh).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Name and version of this format.
    pub(crate) format: &'static str,
    pub(crate) old: Identity,
    pub(crate) new: Identity,
    /// Numbers, percentages, and words around a figure.
    pub figures: Vec<Change>,
    /// Names, dates, years and other words.
    pub particulars: Vec<Change>,
    /// Paragraphs that read otherwise, in reading order.
    pub sentences: Vec<SentenceChange>,
    /// Figures that changed, but whose old form still stands in the new text, typed there.
    pub leftovers: Vec<Leftover>,
    /// Sheets whose rows stand in another order.
    pub reordered: Vec<String>,
    /// Template files that are not the same; they may change more than figures and sentences.
    pub templates: Vec<String>,
}

/// What happened to a datum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    Changed,
    Added,
    Removed,
}

/// One datum that is not the same on both sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    pub key: FigureKey,
    /// Sheet, row and column in words.
    pub name: String,
    pub how: How,
    pub old: Option<Stated>,
    pub new: Option<Stated>,
    /// None for words, dates and years, and where one side is missing.
    pub difference: Option<Delta>,
    /// Indices in [`Difference::sentences`].
    pub sentences: Vec<usize>,
}

/// A datum as one side states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stated {
    pub(crate) kind: Kind,
    /// The exact value, as in the ledger.
    pub(crate) value: String,
    /// As people read it: `13.502`, `0,40%`, `Trên 97%`.
    pub shown: String,
    pub(crate) unit: Option<String>,
    pub(crate) computed: bool,
    pub cells: Vec<Cell>,
    pub workbook: Option<WorkbookCell>,
    pub(crate) places: Vec<Location>,
}

/// Where a datum is printed; a sentence is counted among all of its side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Location {
    /// Known only for a document that was laid out.
    pub page: Option<usize>,
    #[serde(flatten)]
    pub context: Context,
}

/// New less old.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Delta {
    pub amount: Decimal,
    /// How many decimals the figures are printed with.
    pub(crate) decimals: u32,
    /// Of the old value, to four decimals; none where that is zero.
    pub percent: Option<Decimal>,
    /// Whether the amount counts percentage points (điểm phần trăm).
    pub points: bool,
}

/// One paragraph that reads otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentenceChange {
    pub old: Option<Paragraph>,
    pub new: Option<Paragraph>,
    /// Its place among all paragraphs of the new version.
    #[serde(skip)]
    pub(crate) index: Option<usize>,
    /// Keys of the changed figures in it.
    pub figures: Vec<FigureKey>,
    /// Keys of other data in it that changed.
    pub particulars: Vec<FigureKey>,
    /// Whether the words around the data changed: an edited template.
    pub wording: bool,
    /// Old and new in one, for marking.
    pub marked: Vec<Run>,
}

/// A paragraph of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    pub(crate) file: String,
    pub section: String,
    pub(crate) page: Option<usize>,
    pub text: String,
}

/// An old figure that the new text still says, although no datum stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leftover {
    pub(crate) key: FigureKey,
    pub(crate) name: String,
    pub shown: String,
    pub paragraph: Paragraph,
}

impl Difference {
    /// Whether nothing at all differs.
    pub fn is_empty(&self) -> bool {
        let data = self.figures.is_empty() && self.particulars.is_empty() && self.sentences.is_empty();
        data && self.reordered.is_empty() && self.templates.is_empty()
    }

    /// How many places read otherwise.
    pub(crate) fn changes(&self) -> usize {
        self.figures.len() + self.particulars.len() + self.sentences.len()
    }

    /// Paragraphs that changed for another reason than a figure, with their index.
    pub fn reworded(&self) -> impl Iterator<Item = (usize, &SentenceChange)> {
        let all = self.sentences.iter().enumerate();
        all.filter(|(_, sentence)| sentence.wording || !sentence.particulars.is_empty())
    }

    /// The name in words of a changed datum.
    pub(crate) fn name<'a>(&'a self, key: &'a FigureKey) -> &'a str {
        let mut all = self.figures.iter().chain(&self.particulars);
        all.find(|change| change.key == *key).map_or(key.as_str(), |change| &change.name)
    }
}

impl Change {
    /// Whether a sentence of either side prints it.
    pub(crate) fn is_in_sentence(&self) -> bool {
        let mut places = self.old.iter().chain(&self.new).flat_map(|stated| &stated.places);
        places.any(|place| matches!(place.context, Context::Sentence { .. }))
    }

    /// Whether it is a figure on either side.
    pub(crate) fn is_figure(&self) -> bool {
        self.old.iter().chain(&self.new).any(|stated| stated.kind.is_figure())
    }
}
