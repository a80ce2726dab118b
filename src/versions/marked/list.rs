//! What a marked copy is given besides the document: every change with its number, in a clerk's words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::finding::messages::Messages;
use crate::input::dataset::{Content, Entry, Quantity};
use crate::input::figure_key::FigureKey;
use crate::input::verify::Verified;
use crate::product::file_kinds::NOTICE;
use crate::versions::diff::align::Run;
use crate::versions::diff::change::{Change, Difference, SentenceChange, Stated};
use crate::versions::diff::text;
use crate::vi::numbers::{self, Grouping};

/// The list and the marks, written as `changes.json`. Its numbers count through all lists.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Marks {
    /// That this is not the document.
    pub(crate) notice: &'static str,
    /// Type, number and abstract.
    pub(crate) document: String,
    /// File name of the document itself, and its number of pages.
    pub(crate) file: String,
    pub(crate) pages: usize,
    /// The version compared with, in words.
    pub(crate) against: String,
    pub(crate) summary: String,
    /// Key of a datum → its mark.
    pub(crate) figures: BTreeMap<FigureKey, Mark>,
    /// Figures (số liệu).
    pub(crate) data: Vec<Row>,
    /// Names, dates, years and other words.
    pub(crate) particulars: Vec<Row>,
    /// Paragraphs that changed for another reason than a figure.
    pub(crate) sentences: Vec<SentenceRow>,
    pub(crate) notes: Vec<String>,
}

/// How a changed datum is shown in its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Mark {
    pub(crate) number: usize,
    /// None for what was added.
    pub(crate) old: Option<String>,
    /// Printed form now → in the same form before, where that is another than `old`.
    pub(crate) forms: BTreeMap<String, String>,
}

/// One line of the list of data.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
    /// `tăng 4 hộ (1,3%)`.
    pub(crate) delta: String,
    /// `2, 17`; those of the old version for what is gone.
    pub(crate) pages: String,
}

/// One paragraph of the list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SentenceRow {
    pub(crate) number: usize,
    /// Where, and why it changed.
    pub(crate) place: String,
    pub(crate) runs: Vec<Words>,
}

/// A stretch of a paragraph, as [`Run`].
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Words {
    Same { same: String },
    Replaced { old: String, new: String },
}

impl Marks {
    /// Puts the list together; `against` names the old version, `messages` are in the document's language.
    pub(crate) fn new(verified: &Verified, difference: &Difference, against: &str, messages: &Messages) -> Self {
        let entries: BTreeMap<&FigureKey, &Entry> =
            verified.checked.dataset.entries().map(|entry| (&entry.key, entry)).collect();
        let changes = difference.figures.iter().chain(&difference.particulars);
        let mut figures = BTreeMap::new();
        for (at, change) in changes.enumerate() {
            let mark = mark(at + 1, change, entries.get(&change.key).copied());
            // A recipient that moved up has the key of one that is gone.
            if change.new.is_some() || !figures.contains_key(&change.key) {
                figures.insert(change.key.clone(), mark);
            }
        }
        let (before, known) = (difference.figures.len(), difference.figures.len() + difference.particulars.len());
        let rows = |list: &[Change], before| -> Vec<Row> {
            list.iter().enumerate().map(|(at, change)| row(before + at + 1, change, messages)).collect()
        };
        Self {
            notice: NOTICE,
            document: String::new(),
            file: String::new(),
            pages: 0,
            against: against.to_owned(),
            summary: summary(difference, messages),
            figures,
            data: rows(&difference.figures, 0),
            particulars: rows(&difference.particulars, before),
            sentences: sentences(difference, known, messages),
            notes: text::notes(difference, messages).into_iter().map(|note| tidy(&note)).collect(),
        }
    }
}

/// The number under which the list has each paragraph of [`Difference::sentences`], where it has it.
pub(crate) fn numbers(difference: &Difference) -> BTreeMap<usize, usize> {
    let known = difference.figures.len() + difference.particulars.len();
    difference.reworded().enumerate().map(|(at, (index, _))| (index, known + at + 1)).collect()
}

/// Without the dash and the indent that lines on the screen have.
fn tidy(line: &str) -> String {
    line.trim().trim_start_matches("- ").to_owned()
}

fn summary(difference: &Difference, messages: &Messages) -> String {
    let count = |n: usize| n.to_string();
    let (figures, particulars) = (count(difference.figures.len()), count(difference.particulars.len()));
    let args = [("figures", figures), ("particulars", particulars), ("sentences", count(difference.sentences.len()))];
    messages.text("diff-summary", &args)
}

fn row(number: usize, change: &Change, messages: &Messages) -> Row {
    let shown = |side: &Option<Stated>| side.as_ref().map(|stated| stated.shown.clone());
    let mut pages: Vec<usize> = Vec::new();
    for place in change.new.iter().chain(change.old.iter().filter(|_| change.new.is_none())).flat_map(|s| &s.places) {
        pages.extend(place.page.filter(|page| !pages.contains(page)));
    }
    Row {
        number,
        name: change.name.clone(),
        old: shown(&change.old),
        new: shown(&change.new),
        delta: text::delta(change, messages),
        pages: match (pages.iter().map(usize::to_string).collect::<Vec<_>>().join(", "), &change.new) {
            (pages, None) if !pages.is_empty() => messages.text("marked-old-pages", &[("pages", pages)]),
            (pages, _) => pages,
        },
    }
}

fn sentences(difference: &Difference, known: usize, messages: &Messages) -> Vec<SentenceRow> {
    let reworded = difference.reworded().enumerate();
    let row = |(at, (_, sentence)): (usize, (usize, &SentenceChange))| {
        let (location, reasons) = (text::location(sentence, messages), text::reasons(sentence, difference, messages));
        SentenceRow {
            number: known + at + 1,
            place: format!("{location}, {reasons}"),
            runs: sentence.marked.iter().flat_map(words).collect(),
        }
    };
    reworded.map(row).collect()
}

/// A stretch; the blanks around a change are no part of it.
fn words(run: &Run) -> Vec<Words> {
    let same = |text: &str| Words::Same { same: text.to_owned() };
    match run {
        Run::Same(text) => vec![same(text)],
        Run::Replaced { old, new } => {
            let (before, after) = text::outer_blanks(if new.is_empty() { old } else { new });
            let replaced = Words::Replaced { old: old.trim().to_owned(), new: new.trim().to_owned() };
            vec![same(before), replaced, same(after)]
        }
    }
}

/// The old value in each form in which the new one may be printed.
fn mark(number: usize, change: &Change, entry: Option<&Entry>) -> Mark {
    let mut forms = BTreeMap::new();
    if let (Some(old), Some(new)) = (&change.old, entry) {
        for grouping in [Grouping::Dot, Grouping::Space, Grouping::None] {
            let (now, before) = (new.in_table(grouping), before(old, new).map(|entry| entry.in_table(grouping)));
            // Two values that are printed alike are told apart by the list's form.
            forms.extend(before.filter(|before| *before != now).map(|before| (now, before)));
        }
        let changes = new.quantity().zip(before(old, new).and_then(|entry| entry.quantity()));
        let changes = changes.map(|(now, before)| [now, before].map(|one| one.as_change(old.unit.as_deref())));
        forms.extend(changes.filter(|[now, before]| now != before).map(|[now, before]| (now, before)));
        let now = new.in_sentence().filter(|now| *now != old.shown);
        forms.extend(now.map(|now| (now, old.shown.clone())));
    }
    Mark { number, old: change.old.as_ref().map(|old| old.shown.clone()), forms }
}

/// The old number as it would stand in the cell of the new one.
fn before(old: &Stated, new: &Entry) -> Option<Entry> {
    let Content::Quantity(quantity) = &new.content else { return None };
    let value = old.value.parse().ok()?;
    let decimals = numbers::numbers_in(&old.shown).first().map_or(quantity.decimals, |(_, decimals, _)| *decimals);
    Some(Entry { content: Content::Quantity(Quantity { value, decimals, ..*quantity }), ..new.clone() })
}
