//! `figures.json`: what went in, what came out, and every figure with its cell and each place it is printed.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::appendix::Appendix;
use crate::check::{self, Checked};
use crate::dataset::{Content, Entry, Piece, QuantityKind, plain_text};
use crate::document::Document;
use crate::form::Form;
use crate::names;
use crate::prose::Sentence;
use crate::sheet::Cells;
use crate::typeset::Printed;
use crate::vi::Grouping;

/// The ledger of one built document.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Ledger {
    /// Name and version of this format.
    pub format: &'static str,
    pub program: &'static str,
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

/// Which document it is.
#[derive(Debug, Clone, Serialize)]
pub struct Identity {
    pub template: String,
    pub number: String,
    /// ISO 8601; none for a draft.
    pub date: Option<String>,
    pub title: String,
}

/// A file by name and content.
#[derive(Debug, Clone, Serialize)]
pub struct File {
    pub file: String,
    pub sha256: String,
}

/// What the check of the relations found.
#[derive(Debug, Clone, Serialize)]
pub struct Relations {
    pub hold: usize,
    /// Targets whose figure is not what their relation gives, within the tolerance.
    pub differ: Vec<Difference>,
}

/// One relation that does not hold exactly.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    pub key: String,
    pub stated: String,
    pub expected: String,
}

/// One figure or other datum.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    pub key: String,
    /// Sheet, row and column in words.
    pub name: String,
    /// `number`, `percent`, `year`, `date` or `text`.
    pub kind: &'static str,
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

/// An input cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub file: String,
    pub sheet: String,
    pub cell: String,
}

/// A cell of the finished workbook.
#[derive(Debug, Clone, Serialize)]
pub struct WorkbookCell {
    pub sheet: String,
    pub cell: String,
}

/// One place in the PDF.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
        format: "vanban/figures/1",
        program: concat!("vanban ", env!("CARGO_PKG_VERSION")),
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

/// Joins what is printed where with what it is printed in: both come in reading order, key by key.
fn spots(parts: &Parts<'_>) -> BTreeMap<String, Vec<Spot>> {
    let mut contexts: BTreeMap<&str, Vec<Context>> = BTreeMap::new();
    for (key, context) in contexts_in_order(parts) {
        contexts.entry(key).or_default().push(context);
    }
    let mut spots: BTreeMap<String, Vec<Spot>> = BTreeMap::new();
    for printed in parts.printed {
        let known = contexts.get(printed.key.as_str()).map(Vec::as_slice).unwrap_or_default();
        let list = spots.entry(printed.key.clone()).or_default();
        // A header repeated on the next page prints its figures again.
        let context = known.get(list.len()).or(known.last()).cloned().unwrap_or(Context::Form);
        let round = |mm: f64| (mm * 100.0).round() / 100.0;
        list.push(Spot { page: printed.page, x: round(printed.x), y: round(printed.y), context });
    }
    spots
}

fn contexts_in_order<'a>(parts: &'a Parts<'_>) -> Vec<(&'a str, Context)> {
    let form = parts.form;
    let mut out = Vec::new();
    let head = form.head.parent.iter().chain(&form.head.issuer).chain([&form.head.number, &form.head.place_date]);
    for pieces in head.chain([&form.title.kind]).chain(&form.title.lines) {
        push(&mut out, pieces, &Context::Form);
    }
    for (sentence, paragraph) in parts.sentences.iter().enumerate() {
        out.extend(paragraph.figures.iter().map(|key| (key.as_str(), Context::Sentence { sentence })));
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

fn value(entry: &Entry) -> (&'static str, String) {
    match &entry.content {
        Content::Blank => ("text", String::new()),
        Content::Date(date) => ("date", date.iso()),
        Content::Quantity(quantity) => {
            let kind = match quantity.kind {
                QuantityKind::Plain => "number",
                QuantityKind::Percent => "percent",
                QuantityKind::Year => "year",
            };
            (kind, quantity.value.normalize().to_string())
        }
        Content::Mixed { text, quantity: Some(quantity) } if *text == quantity.in_sentence() => {
            let kind = if quantity.kind == QuantityKind::Percent { "percent" } else { "number" };
            (kind, quantity.value.normalize().to_string())
        }
        Content::Text(_) | Content::Numbered { .. } | Content::Mixed { .. } => ("text", entry.in_table(Grouping::Dot)),
    }
}
