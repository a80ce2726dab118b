//! The marked copy (bản so sánh thay đổi): the pages of a document with every change shown in its place, behind a
//! list of all changes.
//!
//! It is set from the sources of the document, in whose prose changed words are marked, with the form library's
//! `changes.typ` in place of its `page.typ`. It is for the person who approves the change; it is no output of the
//! document, and is neither recorded nor protected.

use serde_json::Value;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::messages::{Language, Messages};
use crate::finding::outcome::{Failure, Stage, Warned};
use crate::finding::place::Place;
use crate::input::dataset::Piece;
use crate::input::figure_key::FigureKey;
use crate::input::templates::{CHANGES, FORM_FOLDER, Templates};
use crate::input::verify::Verified;
use crate::input::which_definition;
use crate::product::build::{self, Product};
use crate::product::file_kinds::{KEYWORD, NOTICE};
use crate::product::form::{self, Form};
use crate::product::pages::fonts::{self, Fonts};
use crate::product::pages::foreign;
use crate::product::pages::printed::{self, Printed};
use crate::product::pages::typesetter::{self, Sources, Typesetter};
use crate::product::prose::lines::binding;
use crate::product::prose::narrative::{self, Narrative};
use crate::product::{appendix, breaks, file_names, particulars, setting};
use crate::versions::diff::align::Run;
use crate::versions::diff::change::Difference;
use crate::versions::marked::list::Marks;
use crate::versions::marked::redline;

/// Nobody approves more changes one by one; another document is compared as a whole.
pub(crate) const MOST_CHANGES: usize = 2_000;

/// Makes the marked copy of a product; `difference` is what changed in it, `against` names the old version.
///
/// # Errors
/// A form library without `changes.typ`, and faults of templates, as in [`crate::product::build::build`].
pub fn mark(
    verified: &Verified,
    templates: &Templates,
    fonts: &Fonts,
    product: &Product,
    (difference, against): (&Difference, &str),
) -> Stage<Vec<u8>> {
    let sources = sources(verified, templates, fonts, product, (difference, against))?;
    let folder = templates.documents.get(&verified.template);
    let foreign = folder.map(|folder| foreign::file(&verified.template, folder, templates)).transpose()?.flatten();
    let typesetter = Typesetter::new(&sources, fonts)?.with_foreign(foreign);
    let Warned { output: pages, mut warnings } = typesetter.layout()?;
    let appendices = appendix::build(&verified.document, &verified.checked.dataset);
    let [plan, copy] = [&product.pages, &pages].map(|pages| printed::printed(&pages.document, &appendices));
    if !is_page_by_page(&plan, &copy, pages.document.pages().len() - product.ledger.pages) {
        warnings
            .push(Finding::new(Code::MarkedPagesDiffer, Place::File(file_names::marked_copy(&product.ledger.outputs))));
    }
    let stem = file_names::marked_copy(&product.ledger.outputs);
    let pdf = typesetter.pdf(&pages, stem.trim_end_matches(file_names::PDF), typesetter::PdfKind::Document)?;
    Ok(Warned { output: pdf, warnings })
}

/// Whether every datum stands on the same page as in the document, the list's pages left aside.
fn is_page_by_page(plan: &[Printed], copy: &[Printed], front: usize) -> bool {
    let pages = |printed: &[Printed], front: usize| -> Vec<(FigureKey, usize)> {
        printed.iter().map(|printed| (printed.key.clone(), printed.page.saturating_sub(front))).collect()
    };
    pages(plan, 0) == pages(copy, front)
}

/// Everything that Typst is given for the marked copy.
///
/// # Errors
/// As [`mark`].
pub fn sources(
    verified: &Verified,
    templates: &Templates,
    fonts: &Fonts,
    product: &Product,
    (difference, against): (&Difference, &str),
) -> Result<Sources, Failure> {
    let template = &verified.template;
    let folder = templates
        .documents
        .get(template)
        .ok_or_else(|| which_definition::no_template(Place::Nowhere, template, templates))?;
    let library = templates
        .changes
        .clone()
        .ok_or_else(|| Finding::new(Code::MarkedNoLibrary, Place::File(format!("{FORM_FOLDER}/{CHANGES}"))).fails())?;
    let messages = Messages::new(Language::Vietnamese, false);
    let difference = &showable(difference, fonts);
    let mut form = form(verified, fonts);
    breaks::apply(&mut form.appendices, &product.breaks, &verified.checked.dataset);
    let marks = Marks {
        document: form.meta.title.clone(),
        file: file_names::pdf(&product.ledger.outputs).to_owned(),
        pages: product.ledger.pages,
        ..Marks::new(verified, difference, against, &messages)
    };
    show_removed(&mut form, &marks);
    form.meta.title = format!("{NOTICE}: {}", form.meta.title);
    form.meta.keywords.push(KEYWORD.to_owned());
    let narrative =
        redlined(build::prose_of(verified, folder)?, &particulars::persons(&verified.checked.dataset), difference);
    let mut sources = setting::sources(&form, &narrative, folder, templates)?;
    sources.insert(format!("{FORM_FOLDER}/{CHANGES}"), library);
    let instead = format!("#import \"/{FORM_FOLDER}/{CHANGES}\": *\n");
    let page = sources.insert(format!("{FORM_FOLDER}/page.typ"), instead).unwrap_or_default();
    sources.insert(format!("{FORM_FOLDER}/form-page.typ"), page);
    let mut json = serde_json::to_value(&marks).map_err(|error| setting::not_serialisable(&error))?;
    show(&mut json, fonts);
    sources.insert("changes.json".to_owned(), json.to_string());
    Ok(sources)
}

/// The comparison with old words that the font can show: what an old ledger says was not looked at before.
fn showable(difference: &Difference, fonts: &Fonts) -> Difference {
    let mut difference = difference.clone();
    for run in difference.sentences.iter_mut().flat_map(|sentence| &mut sentence.marked) {
        if let Run::Replaced { old, .. } = run {
            *old = shown(old, fonts);
        }
    }
    difference
}

fn show(value: &mut Value, fonts: &Fonts) {
    match value {
        Value::String(text) => *text = shown(text, fonts),
        Value::Array(list) => list.iter_mut().for_each(|value| show(value, fonts)),
        Value::Object(map) => map.values_mut().for_each(|value| show(value, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with a question mark for each character that the font lacks.
fn shown(text: &str, fonts: &Fonts) -> String {
    let lacks = |c: char| c.is_control() || fonts.lacks(c.encode_utf8(&mut [0; 4])).is_some();
    text.chars()
        .map(|c| {
            if c.is_whitespace() {
                ' '
            } else if lacks(c) {
                '?'
            } else {
                c
            }
        })
        .collect()
}

fn form(verified: &Verified, fonts: &Fonts) -> Form {
    let Verified { document, checked, .. } = verified;
    let appendices = appendix::build(document, &checked.dataset);
    form::build(document, &checked.dataset, appendices, fonts.family().unwrap_or(fonts::SHIPPED_FAMILY))
}

/// A cell that is blank now shows what stood in it.
fn show_removed(form: &mut Form, marks: &Marks) {
    let tables = form.appendices.iter_mut().flat_map(|appendix| &mut appendix.tables);
    for cell in tables.flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        let key = &cell.entry.key;
        if cell.text.is_empty() && marks.figures.get(key).is_some_and(|mark| mark.old.is_some()) {
            cell.text.push(Piece::Figure { key: key.clone(), text: String::new() });
        }
    }
}

/// The prose with its changed words marked.
fn redlined(mut narrative: Narrative, names: &[String], difference: &Difference) -> Narrative {
    let changes = redline::changes(difference);
    let mut index = 0;
    for (name, marked) in &narrative.marked {
        let markup = narrative::typst_markup(&redline::markup(&binding::bound(marked, names), &changes, &mut index));
        let import = format!("#import \"/{FORM_FOLDER}/page.typ\": changed-from, changed-to, reworded, touched\n");
        narrative.files.insert(name.clone(), import + &markup);
    }
    narrative
}
