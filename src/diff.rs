//! What changed between two versions of a document: figures, other data, sentences, and where each is printed.
//!
//! Data are compared here, paragraphs in [`crate::rewording`]. The result is a value: [`crate::diff_text`] and
//! [`crate::diff_sheet`] show it to people, and it can be written as JSON.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::align::Run;
use crate::ledger::{Cell, Context, Figure, Identity, Kind, WorkbookCell};
use crate::rewording::{self, Changed};
use crate::state::State;
use crate::vi::{self, Grouping};

/// What changed (bảng so sánh).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// Name and version of this format.
    pub format: &'static str,
    pub old: Identity,
    pub new: Identity,
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
    pub key: String,
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
    pub kind: Kind,
    /// The exact value, as in the ledger.
    pub value: String,
    /// As people read it: `13.502`, `0,40%`, `Trên 97%`.
    pub shown: String,
    pub unit: Option<String>,
    pub computed: bool,
    pub cells: Vec<Cell>,
    pub workbook: Option<WorkbookCell>,
    pub places: Vec<Place>,
}

/// Where a datum is printed; a sentence is counted among all of its side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
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
    pub decimals: u32,
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
    pub index: Option<usize>,
    /// Keys of the changed figures in it.
    pub figures: Vec<String>,
    /// Keys of other data in it that changed.
    pub particulars: Vec<String>,
    /// Whether the words around the data changed: an edited template.
    pub wording: bool,
    /// Old and new in one, for marking.
    pub marked: Vec<Run>,
}

/// A paragraph of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    pub file: String,
    pub section: String,
    pub page: Option<usize>,
    pub text: String,
}

/// An old figure that the new text still says, although no datum stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leftover {
    pub key: String,
    pub name: String,
    pub shown: String,
    pub paragraph: Paragraph,
}

impl Difference {
    /// Whether nothing at all differs.
    pub fn is_empty(&self) -> bool {
        let data = self.figures.is_empty() && self.particulars.is_empty() && self.sentences.is_empty();
        data && self.reordered.is_empty() && self.templates.is_empty()
    }

    /// Paragraphs that changed for another reason than a figure, with their index.
    pub fn reworded(&self) -> impl Iterator<Item = (usize, &SentenceChange)> {
        let all = self.sentences.iter().enumerate();
        all.filter(|(_, sentence)| sentence.wording || !sentence.particulars.is_empty())
    }

    /// The name in words of a changed datum.
    pub fn name<'a>(&'a self, key: &'a str) -> &'a str {
        let mut all = self.figures.iter().chain(&self.particulars);
        all.find(|change| change.key == key).map_or(key, |change| &change.name)
    }
}

/// Compares two versions of a document.
pub fn diff(old: &State, new: &State) -> Difference {
    let (mut figures, mut particulars): (Vec<Change>, Vec<Change>) =
        changes(old, new).into_iter().partition(Change::is_figure);
    let sentences = rewording::sentences(old, new, &Changed::new(&figures, &particulars));
    for change in figures.iter_mut().chain(&mut particulars) {
        let holds = |s: &SentenceChange| s.figures.contains(&change.key) || s.particulars.contains(&change.key);
        change.sentences = (0..sentences.len()).filter(|&at| holds(&sentences[at])).collect();
    }
    Difference {
        format: "vanban/diff/1",
        old: old.ledger.document.clone(),
        new: new.ledger.document.clone(),
        leftovers: rewording::leftovers(&figures, new),
        reordered: reordered(old, new),
        templates: templates(old, new),
        figures,
        particulars,
        sentences,
    }
}

impl Change {
    /// Whether a sentence of either side prints it.
    pub fn is_in_sentence(&self) -> bool {
        let mut places = self.old.iter().chain(&self.new).flat_map(|stated| &stated.places);
        places.any(|place| matches!(place.context, Context::Sentence { .. }))
    }

    /// Whether it is a figure on either side.
    pub fn is_figure(&self) -> bool {
        self.old.iter().chain(&self.new).any(|stated| stated.kind.is_figure())
    }
}

/// Every datum that differs, table by table: what is in the new version in its order, then what is gone.
fn changes(old: &State, new: &State) -> Vec<Change> {
    let (before, after) = (index(old), index(new));
    let same = |a: &Figure, b: &Figure| (a.kind, &a.value, &a.unit) == (b.kind, &b.value, &b.unit);
    let current = new.figures().iter().filter_map(|figure| {
        let earlier = before.get(identity(figure)).copied();
        if earlier.is_some_and(|earlier| same(earlier, figure)) {
            None
        } else {
            change((old, earlier), (new, Some(figure)))
        }
    });
    let gone = old.figures().iter().filter(|figure| !after.contains_key(identity(figure)));
    let gone = gone.filter_map(|figure| change((old, Some(figure)), (new, None)));
    let mut all: Vec<Change> = current.chain(gone).collect();
    let tables = || new.figures().iter().chain(old.figures()).map(|figure| table(&figure.key));
    all.sort_by_cached_key(|change| tables().position(|known| known == table(&change.key)));
    all
}

fn index(state: &State) -> BTreeMap<&str, &Figure> {
    state.figures().iter().map(|figure| (identity(figure), figure)).collect()
}

/// Under what a datum is looked up on the other side: a recipient by its words, since its key is but its place.
fn identity(figure: &Figure) -> &str {
    if figure.key.starts_with("recipients/") { &figure.value } else { &figure.key }
}

/// The first part of a key.
fn table(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}

/// One difference; none for what was computed and is printed nowhere, which is no part of the document.
fn change(old: (&State, Option<&Figure>), new: (&State, Option<&Figure>)) -> Option<Change> {
    let known = new.1.or(old.1)?;
    let is_inner = |(state, figure): (&State, Option<&Figure>)| {
        figure.is_none_or(|figure| figure.computed && state.places(figure).is_empty())
    };
    if is_inner(old) && is_inner(new) {
        return None;
    }
    let stated = |(state, figure): (&State, Option<&Figure>)| figure.map(|figure| state.stated(figure));
    let (mut before, mut after) = (stated(old), stated(new));
    if let (Some(before), Some(after)) = (&mut before, &mut after) {
        tell_apart(before, after);
    }
    Some(Change {
        key: known.key.clone(),
        name: known.name.clone(),
        how: match (&before, &after) {
            (None, _) => How::Added,
            (_, None) => How::Removed,
            _ => How::Changed,
        },
        difference: old.1.zip(new.1).and_then(|(old, new)| delta(old, new)),
        old: before,
        new: after,
        sentences: Vec::new(),
    })
}

/// Two values that are printed alike are shown in full.
fn tell_apart(old: &mut Stated, new: &mut Stated) {
    if old.shown == new.shown && old.value != new.value {
        for stated in [old, new] {
            stated.shown = stated.value.parse().map_or(stated.value.clone(), |value: Decimal| {
                vi::number(value, value.normalize().scale(), Grouping::Dot)
            });
        }
    }
}

/// The number in it, its decimals, and whether it is a percentage.
fn quantity(figure: &Figure) -> Option<(Decimal, u32, bool)> {
    let printed = vi::numbers_in(figure.printed.as_deref()?);
    let [(value, decimals, percent)] = printed[..] else { return None };
    match figure.kind {
        Kind::Number | Kind::Percent => Some((figure.value.parse().ok()?, decimals, percent)),
        Kind::Mixed => Some((value, decimals, percent)),
        Kind::Year | Kind::Date | Kind::Text => None,
    }
}

fn delta(old: &Figure, new: &Figure) -> Option<Delta> {
    let ((before, places, share), (after, more, other_share)) = (quantity(old)?, quantity(new)?);
    if share != other_share || old.unit != new.unit {
        return None;
    }
    let amount = after.checked_sub(before)?.normalize();
    let ratio = amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(before.abs()));
    let decimals = places.max(more).max(amount.scale().min(4));
    Some(Delta { amount, decimals, percent: ratio.map(|percent| percent.round_dp(4).normalize()), points: share })
}

/// Sheets whose rows, as far as both sides have them, stand in another order.
fn reordered(old: &State, new: &State) -> Vec<String> {
    let (before, after) = (rows(old), rows(new));
    let mut sheets = Vec::new();
    for (key, (sheet, order)) in &after {
        let Some((_, earlier)) = before.get(key) else { continue };
        let kept = order.iter().filter(|row| earlier.contains(row));
        if !kept.eq(earlier.iter().filter(|row| order.contains(row))) {
            sheets.push((*sheet).to_owned());
        }
    }
    sheets
}

/// Table → its sheet and the keys of its rows in order. Particulars have no order; recipients are told apart by words.
fn rows(state: &State) -> BTreeMap<&str, (&str, Vec<&str>)> {
    let mut tables: BTreeMap<&str, (&str, Vec<&str>)> = BTreeMap::new();
    for figure in state.figures().iter().filter(|figure| table(&figure.key) != "doc") {
        let sheet = figure.name.split(" › ").next().unwrap_or_default();
        let row =
            if table(&figure.key) == "recipients" { Some(identity(figure)) } else { figure.key.split('/').nth(1) };
        let (_, order) = tables.entry(table(&figure.key)).or_insert((sheet, Vec::new()));
        if row.is_some() && row != order.last().copied() {
            order.extend(row);
        }
    }
    tables
}

/// Template files that differ, or that one side has alone.
fn templates(old: &State, new: &State) -> Vec<String> {
    let (before, after) = (&old.ledger.templates, &new.ledger.templates);
    let differ = after.iter().filter(|file| !before.contains(file));
    let gone = before.iter().filter(|file| !after.iter().any(|other| other.file == file.file));
    differ.chain(gone).map(|file| file.file.clone()).collect()
}
