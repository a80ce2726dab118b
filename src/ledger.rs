//! `figures.json`: what went in, what came out, and every figure with its cell and each place it is printed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::appendix::Appendix;
use crate::check::{self, Checked};
use crate::dataset::{Content, Entry, Piece, QuantityKind, plain_text};
use crate::diagnostic::{Diagnostic, Failure, Place};
use crate::document::Document;
use crate::form::Form;
use crate::names;
use crate::printed::Printed;
use crate::prose::Sentence;
use crate::sheet::Cells;
use crate::vi::Grouping;

/// Name and version of the format that is written and read.
pub const FORMAT: &str = "vanban/figures/2";

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
    pub fn to_json(&self) -> Result<Vec<u8>, Failure> {
        let json = serde_json::to_string_pretty(self).map_err(|error| {
            Failure::Failed(vec![Diagnostic::error("ledger-broken", Place::Nowhere).with("detail", error)])
        })?;
        Ok((json + "\n").into_bytes())
    }
}

/// Which document it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub template: String,
    pub number: String,
    /// ISO 8601; none for a draft.
    pub date: Option<String>,
    pub title: String,
}

/// A file by name and content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub file: String,
    pub sha256: String,
}

/// What the check of the relations found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations {
    pub hold: usize,
    /// Targets whose figure is not what their relation gives, within the tolerance.
    pub differ: Vec<Difference>,
}

/// One relation that does not hold exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    pub key: String,
    pub stated: String,
    pub expected: String,
}

/// One figure or other datum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub key: String,
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
    pub fn is_figure(self) -> bool {
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
    pub x: f64,
    pub y: f64,
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

/// What the ledger is made from.
pub struct Parts<'a> {
    pub document: &'a Document,
    pub checked: &'a Checked,
    pub form: &'a Form,
    pub sentences: Vec<Sentence>,
    pub printed: &'a [Printed],
    pub pages: usize,
    pub cells: &'a Cells,
    pub identity: Identity,
    pub inputs: Vec<File>,
    pub templates: Vec<File>,
}

/// The SHA-256 of a content, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Puts the ledger together, but for the outputs, which may still be in the making.
pub fn build(parts: Parts<'_>) -> Ledger {
    let mut spots = spots(&parts);
    let figures = parts
        .checked
        .dataset
        .entries()
        .filter(|entry| !entry.is_blank())
        .map(|entry| figure(&parts, entry, spots.remove(&entry.key).unwrap_or_default()))
        .collect();
    let checks = &parts.checked.checks;
    let differ = checks.iter().filter(|check| !check.holds()).map(|check| Difference {
        key: check.target.clone(),
        stated: check.stated.normalize().to_string(),
        expected: check.expected.normalize().to_string(),
    });
    Ledger {
        format: FORMAT.to_owned(),
        program: concat!("vanban ", env!("CARGO_PKG_VERSION")).to_owned(),
        document: parts.identity,
        font: parts.form.font.clone(),
        inputs: parts.inputs,
        templates: parts.templates,
        outputs: Vec::new(),
        pages: parts.pages,
        relations: Relations { hold: check::tally(checks).0, differ: differ.collect() },
        figures,
        sentences: parts.sentences,
    }
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
    let broken = |error: serde_json::Error| {
        Failure::Failed(vec![Diagnostic::error("ledger-broken", place()).with("detail", error)])
    };
    let Version { format } = serde_json::from_slice(bytes).map_err(broken)?;
    if format != FORMAT {
        let finding = Diagnostic::error("ledger-version", place());
        return Err(Failure::Failed(vec![finding.with("found", format).with("wanted", FORMAT)]));
    }
    serde_json::from_slice(bytes).map_err(broken)
}

/// What each datum is printed in, in reading order; where on the pages that is, only the layout knows.
pub fn contexts(form: &Form, sentences: &[Sentence]) -> BTreeMap<String, Vec<Context>> {
    let mut contexts: BTreeMap<String, Vec<Context>> = BTreeMap::new();
    for (key, context) in contexts_in_order(form, sentences) {
        contexts.entry(key.to_owned()).or_default().push(context);
    }
    contexts
}

/// Joins what is printed where with what it is printed in: both come in reading order, key by key.
fn spots(parts: &Parts<'_>) -> BTreeMap<String, Vec<Spot>> {
    let contexts = contexts(parts.form, &parts.sentences);
    let mut spots: BTreeMap<String, Vec<Spot>> = BTreeMap::new();
    for printed in parts.printed {
        let known = contexts.get(&printed.key).map(Vec::as_slice).unwrap_or_default();
        let list = spots.entry(printed.key.clone()).or_default();
        // A header repeated on the next page prints its figures again.
        let context = known.get(list.len()).or(known.last()).cloned().unwrap_or(Context::Form);
        let round = |mm: f64| (mm * 100.0).round() / 100.0;
        list.push(Spot { page: printed.page, x: round(printed.x), y: round(printed.y), context });
    }
    spots
}

fn contexts_in_order<'a>(form: &'a Form, sentences: &'a [Sentence]) -> Vec<(&'a str, Context)> {
    let mut out = Vec::new();
    let head = form.head.parent.iter().chain(&form.head.issuer).chain([&form.head.number, &form.head.place_date]);
    for pieces in head.chain([&form.title.kind]).chain(&form.title.lines) {
        push(&mut out, pieces, &Context::Form);
    }
    for (sentence, paragraph) in sentences.iter().enumerate() {
        out.extend(paragraph.figures.iter().map(|span| (span.key.as_str(), Context::Sentence { sentence })));
    }
    let foot = form.recipients.items.iter().chain(&form.recipients.drafter).chain(&form.signature.authority);
    for pieces in foot.chain([&form.signature.name]) {
        push(&mut out, pieces, &Context::Form);
    }
    for appendix in &form.appendices {
        push_appendix(&mut out, appendix);
    }
    out
}

fn push<'a>(out: &mut Vec<(&'a str, Context)>, pieces: &'a [Piece], context: &Context) {
    for piece in pieces {
        if let Piece::Figure { key, .. } = piece {
            out.push((key.as_str(), context.clone()));
        }
    }
}

fn push_appendix<'a>(out: &mut Vec<(&'a str, Context)>, appendix: &'a Appendix) {
    for pieces in [&appendix.label].into_iter().chain(&appendix.title).chain([&appendix.caption]) {
        push(out, pieces, &Context::Form);
    }
    for table in &appendix.tables {
        for pieces in table.title.iter().chain(&table.unit) {
            push(out, pieces, &Context::Form);
        }
        let context = Context::Table { appendix: plain_text(&appendix.label) };
        let header = table.header.iter().flatten().map(|cell| &cell.text);
        for text in header.chain(table.rows.iter().flat_map(|row| row.cells.iter().map(|cell| &cell.text))) {
            push(out, text, &context);
        }
    }
}

fn figure(parts: &Parts<'_>, entry: &Entry, places: Vec<Spot>) -> Figure {
    let (kind, value) = value(entry);
    let mut key = entry.key.split('/');
    let column = key.next().and_then(|table| parts.document.table(table)).zip(key.nth(1));
    let unit = column.and_then(|(table, column)| {
        let sum = table.sums.iter().find(|sum| sum.key == column).and_then(|sum| sum.of.first());
        table.column(sum.map_or(column, String::as_str))?.unit.clone()
    });
    Figure {
        key: entry.key.clone(),
        name: names::describe(parts.document, &parts.checked.dataset, &entry.key),
        kind,
        value,
        unit,
        printed: printed(parts, entry),
        computed: entry.computed,
        cells: entry
            .at
            .iter()
            .map(|at| Cell { file: at.file.to_string(), sheet: at.sheet.to_string(), cell: at.a1() })
            .collect(),
        places,
        workbook: parts
            .cells
            .get(&entry.key)
            .map(|(sheet, cell)| WorkbookCell { sheet: sheet.clone(), cell: cell.clone() }),
    }
}

/// The form in running text, with other particulars filled in as they are printed.
fn printed(parts: &Parts<'_>, entry: &Entry) -> Option<String> {
    let text = entry.in_sentence()?;
    let is_particular = entry.key.starts_with("doc/");
    Some(if is_particular { plain_text(&parts.checked.dataset.expand(&text)) } else { text })
}

fn value(entry: &Entry) -> (Kind, String) {
    match &entry.content {
        Content::Blank => (Kind::Text, String::new()),
        Content::Date(date) => (Kind::Date, date.iso()),
        Content::Quantity(quantity) => (kind(quantity.kind), quantity.value.normalize().to_string()),
        Content::Mixed { text, quantity: Some(quantity) } if *text == quantity.in_sentence() => {
            (kind(quantity.kind), quantity.value.normalize().to_string())
        }
        Content::Mixed { text, .. } => (Kind::Mixed, text.clone()),
        Content::Text(_) | Content::Numbered { .. } => (Kind::Text, entry.in_table(Grouping::Dot)),
    }
}

fn kind(kind: QuantityKind) -> Kind {
    match kind {
        QuantityKind::Plain => Kind::Number,
        QuantityKind::Percent => Kind::Percent,
        QuantityKind::Year => Kind::Year,
    }
}
