//! `figures.json`: what went in, what came out, and every figure with its cell and each place it is printed.

use std::collections::BTreeMap;

use crate::input::checking::check::{self, Checked};
use crate::input::checking::judged::Check;
use crate::input::dataset::{Content, Entry, Piece, QuantityKind, plain_text};
use crate::input::definition::model::Document;
use crate::input::figure_key::{EARLIER, FigureKey, KeyParts};
use crate::input::figure_name;
use crate::product::appendix::Appendix;
use crate::product::form::Form;
use crate::product::ledger::format::{
    Cell, Context, Difference, FORMAT, Figure, File, Identity, Kind, Ledger, Relation, Relations, Spot, WorkbookCell,
};
use crate::product::pages::printed::Printed;
use crate::product::prose::marked_text::Sentence;
use crate::product::workbook::Cells;
use crate::vi::numbers::Grouping;

/// What the ledger is made from.
pub(crate) struct Parts<'a> {
    pub(crate) document: &'a Document,
    pub(crate) checked: &'a Checked,
    pub(crate) form: &'a Form,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) printed: &'a [Printed],
    pub(crate) pages: usize,
    pub(crate) cells: &'a Cells,
    pub(crate) identity: Identity,
    pub(crate) inputs: Vec<File>,
    pub(crate) templates: Vec<File>,
}

/// Puts the ledger together, but for the outputs, which may still be in the making.
pub(crate) fn assemble(parts: Parts<'_>) -> Ledger {
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
        relations: Relations {
            hold: check::tally(checks).0,
            differ: differ.collect(),
            checked: checks.iter().map(relation).collect(),
        },
        figures,
        sentences: parts.sentences,
    }
}

fn relation(check: &Check) -> Relation {
    Relation {
        key: check.target.clone(),
        rule: check.rule.name().to_owned(),
        operands: check.operands.clone(),
        stated: check.stated.normalize().to_string(),
        expected: check.expected.normalize().to_string(),
    }
}

/// What each datum is printed in, in reading order; where on the pages that is, only the layout knows.
pub(crate) fn contexts(form: &Form, sentences: &[Sentence]) -> BTreeMap<FigureKey, Vec<Context>> {
    let mut contexts: BTreeMap<FigureKey, Vec<Context>> = BTreeMap::new();
    for (key, context) in contexts_in_order(form, sentences) {
        contexts.entry(key.clone()).or_default().push(context);
    }
    contexts
}

/// Joins what is printed where with what it is printed in: both come in reading order, key by key.
fn spots(parts: &Parts<'_>) -> BTreeMap<FigureKey, Vec<Spot>> {
    let contexts = contexts(parts.form, &parts.sentences);
    let mut spots: BTreeMap<FigureKey, Vec<Spot>> = BTreeMap::new();
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

fn contexts_in_order<'a>(form: &'a Form, sentences: &'a [Sentence]) -> Vec<(&'a FigureKey, Context)> {
    let mut out = Vec::new();
    let head = form.head.parent.iter().chain(&form.head.issuer).chain([&form.head.number, &form.head.place_date]);
    let head = head.chain(&form.head.subject).chain([&form.head.urgency, &form.head.circulation]);
    for pieces in head.chain([&form.title.kind]).chain(&form.title.lines).chain(form.opening()) {
        push(&mut out, pieces, &Context::Form);
    }
    for (sentence, paragraph) in sentences.iter().enumerate() {
        out.extend(paragraph.figures.iter().map(|span| (&span.key, Context::Sentence { sentence })));
    }
    let foot = form.recipients.items.iter().chain(&form.recipients.drafter).chain(&form.signature.authority);
    let foot = foot.chain([&form.signature.name]).chain(form.second_lines()).chain(&form.address);
    for pieces in foot.chain(form.attached_lines()) {
        push(&mut out, pieces, &Context::Form);
    }
    for appendix in &form.appendices {
        push_appendix(&mut out, appendix);
    }
    out
}

fn push<'a>(out: &mut Vec<(&'a FigureKey, Context)>, pieces: &'a [Piece], context: &Context) {
    for piece in pieces {
        if let Piece::Figure { key, .. } = piece {
            out.push((key, context.clone()));
        }
    }
}

fn push_appendix<'a>(out: &mut Vec<(&'a FigureKey, Context)>, appendix: &'a Appendix) {
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
    Figure {
        key: entry.key.clone(),
        name: figure_name::describe(parts.document, &parts.checked.dataset, &entry.key),
        kind,
        value,
        unit: unit(parts.document, &entry.key),
        printed: printed(parts, entry),
        computed: entry.computed,
        from: entry.made.as_ref().map(|made| made.from()).unwrap_or_default(),
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

/// The unit of the column that a figure stands in; of a sum, that of its first part.
fn unit(document: &Document, key: &FigureKey) -> Option<String> {
    match key.parts() {
        KeyParts::Derived(key) => document.unit(None, key),
        KeyParts::Figure { table, row, column } if EARLIER.contains(&table) => {
            document.unit(row.split_once('/').map(|(table, _)| table), column)
        }
        KeyParts::Figure { table, column, .. } => document.unit(Some(table), column),
        KeyParts::Particular(_) | KeyParts::Recipient(_) => None,
    }
}

/// The form in running text, with other particulars filled in as they are printed.
fn printed(parts: &Parts<'_>, entry: &Entry) -> Option<String> {
    let text = entry.in_sentence()?;
    Some(if entry.key.field().is_some() { plain_text(&parts.checked.dataset.expand(&text)) } else { text })
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
