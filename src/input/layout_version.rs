//! Whether a workbook was made for the layout that reads it: a document property that `vanban new` writes.
//!
//! Sheets and columns are found by their names, so an input filled in for an older layout could be read and
//! mean something else. The property tells before anything is read.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::Document;
use crate::input::templates::Templates;
use crate::vi::matching;
use crate::xlsx::grid::Workbook;

/// Name of the custom document property of an input workbook.
pub(crate) const PROPERTY: &str = "vanban-schema";

/// What the property says: the document and the version of its input layout (biểu nhập), `ke-hoach/2`.
pub(crate) fn of(template: &str, document: &Document) -> String {
    format!("{template}/{}", document.document.schema)
}

/// What a workbook says it was made for.
pub(crate) fn stated(book: &Workbook) -> Option<&String> {
    book.origin.properties.get(PROPERTY)
}

/// A warning for each input workbook without the property, an error for each that was made for something else.
///
/// A workbook of another document is welcome when both ask for the same sheets and columns: a template folder
/// that was copied under a new name goes on with the inputs of the old one.
pub fn check(workbooks: &[Workbook], template: &str, document: &Document, templates: &Templates) -> Vec<Finding> {
    let wanted = of(template, document);
    let inputs = workbooks.iter().filter(|book| holds_input(book, document));
    inputs.filter_map(|book| judge(book, &wanted, document, templates)).collect()
}

/// Whether any sheet of the workbook is one that the definition reads.
fn holds_input(book: &Workbook, document: &Document) -> bool {
    let sheets: Vec<String> = sheets(document).into_iter().map(matching::fold).collect();
    book.sheets.iter().any(|sheet| sheets.contains(&matching::fold(&sheet.name)))
}

fn judge(book: &Workbook, wanted: &str, document: &Document, templates: &Templates) -> Option<Finding> {
    let place = Place::File(book.name.to_string());
    let finding = |finding: Finding| finding.with("wanted", wanted).with("document", &document.document.name);
    let Some(found) = stated(book) else {
        return Some(finding(Finding::new(Code::SchemaMissing, place)));
    };
    let same = found == wanted || made_for(found, templates).is_some_and(|other| same_layout(&other, document));
    (!same).then(|| finding(Finding::new(Code::SchemaOther, place)).with("found", found))
}

/// The document that a property names, where it still has the version that the property says.
fn made_for(property: &str, templates: &Templates) -> Option<Document> {
    let (name, _) = property.rsplit_once('/')?;
    let document = Document::parse(&templates.documents.get(name)?.definition, name).ok()?;
    (of(name, &document) == property).then_some(document)
}

/// Whether two documents ask for the same sheets and columns.
pub(crate) fn same_layout(one: &Document, other: &Document) -> bool {
    layout(one) == layout(other)
}

fn layout(document: &Document) -> Vec<Vec<&str>> {
    let facts = document.facts.fields.iter().map(|field| field.heading.as_str());
    let headings = document.facts.headings.iter().map(String::as_str);
    let mut layout = vec![headings.chain(facts).collect(), vec![document.recipients.heading.as_str()]];
    let columns = document.tables.iter().map(|table| table.columns.iter().map(|column| column.heading.as_str()));
    layout.extend(columns.map(Iterator::collect));
    layout.push(sheets(document));
    layout
}

/// The input sheets of a document, in the definition's order.
pub(crate) fn sheets(document: &Document) -> Vec<&str> {
    let tables = document.tables.iter().map(|table| table.sheet.as_str());
    [document.facts.sheet.as_str(), document.recipients.sheet.as_str()].into_iter().chain(tables).collect()
}
