//! Which definition the inputs name: none of them is known to the program beforehand, so each is asked where the name
//! of its template would stand.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::{CellRef, Place};
use crate::input::definition::model::Document;
use crate::input::folder::InputFolder;
use crate::input::reading::{decode, read};
use crate::input::templates::{self, Templates};
use crate::vi::matching;
use crate::xlsx::grid::{CellValue, Sheet, Workbook};

/// Finds the definition that the inputs name in their own particulars.
pub(crate) fn definition(
    workbooks: &[Workbook],
    inputs: &InputFolder,
    templates: &Templates,
) -> Result<(String, Document), Failure> {
    if templates.documents.is_empty() {
        return Err(Finding::new(Code::TemplateNone, Place::Nowhere).fails());
    }
    let sheets: Vec<&Sheet> = workbooks.iter().flat_map(|book| &book.sheets).collect();
    let (mentioning, others): (Vec<&String>, Vec<&String>) =
        templates.documents.keys().partition(|folder| mentions(workbooks, folder));
    let mut documents = Vec::new();
    let parse = |folder: &String| {
        let definition = &templates.documents.get(folder)?.definition;
        Some(Document::parse(definition, &templates::definition_path(folder)))
    };
    for folder in mentioning {
        // A broken definition stops only the documents that use it, and is reported with them.
        documents.extend(parse(folder).transpose().map_err(Failure::Failed)?.map(|document| (folder, document)));
    }
    // Nearly always the name is there as it is, and no other definition need be read.
    if let Some((_, _, Some(at))) = find(&documents, &sheets) {
        let (folder, document) = documents.swap_remove(at);
        return Ok((folder.clone(), document));
    }
    documents.extend(others.into_iter().filter_map(|folder| Some((folder, parse(folder)?.ok()?))));
    documents.sort_by_key(|(folder, _)| *folder);
    let mut named = find(&documents, &sheets);
    if named.is_none() {
        // Even the names of sheets may be in an encoding from before Unicode.
        let mended: Vec<Sheet> = sheets.iter().map(|sheet| decode::mend(sheet, Default::default()).sheet).collect();
        named = find(&documents, &mended.iter().collect::<Vec<_>>());
    }
    if named.is_none() {
        named = mentioned(&documents, workbooks);
    }
    match named {
        Some((_, _, Some(at))) => {
            let (folder, document) = documents.swap_remove(at);
            Ok((folder.clone(), document))
        }
        Some((value, at, None)) => Err(no_template(Place::Cell(at), &value, templates)),
        None => Err(not_named(&documents, workbooks, inputs)),
    }
}

/// What the inputs name as their template, where, and which of the documents that is.
fn find(documents: &[(&String, Document)], sheets: &[&Sheet]) -> Option<(String, CellRef, Option<usize>)> {
    let mut named = None;
    for (at, (folder, document)) in documents.iter().enumerate() {
        let field = document.facts.fields.iter().find(|field| field.key == "template");
        let Some((value, cell)) = field.and_then(|field| read::peek(sheets, &document.facts.sheet, &field.heading))
        else {
            continue;
        };
        if matching::fold(&value) == matching::fold(folder) {
            return Some((value, cell, Some(at)));
        }
        named = Some((value, cell, None));
    }
    named
}

/// The only document whose folder a cell names: where the sheet or the field that should say it was renamed, that is said
/// once it is known what they are called.
fn mentioned(documents: &[(&String, Document)], workbooks: &[Workbook]) -> Option<(String, CellRef, Option<usize>)> {
    let naming: Vec<_> = documents.iter().enumerate().filter(|(_, (folder, _))| mentions(workbooks, folder)).collect();
    // Codes in a table may be called like a folder; a particular has its name on its left.
    let is_particular = |folder: &str| {
        let sheets = workbooks.iter().flat_map(|book| &book.sheets);
        sheets.into_iter().any(|sheet| {
            sheet.cells.iter().any(|(&(row, col), cell)| {
                let has_name = || col.checked_sub(1).is_some_and(|left| sheet.cells.contains_key(&(row, left)));
                says(&cell.value, folder) && has_name()
            })
        })
    };
    let of_particulars: Vec<_> = naming.iter().filter(|(_, (folder, _))| is_particular(folder)).collect();
    let (at, folder) = match (&naming[..], &of_particulars[..]) {
        ([(at, (folder, _))], _) | (_, [(at, (folder, _))]) => (*at, folder),
        _ => return None,
    };
    let sheet = workbooks.iter().flat_map(|book| &book.sheets).next()?;
    Some(((*folder).clone(), sheet.at(0, 0), Some(at)))
}

fn not_named(documents: &[(&String, Document)], workbooks: &[Workbook], inputs: &InputFolder) -> Failure {
    let mut sheets: Vec<&str> = documents.iter().map(|(_, document)| document.facts.sheet.as_str()).collect();
    sheets.dedup();
    let files = inputs.workbooks.keys().cloned().collect::<Vec<_>>().join(", ");
    let found = workbooks.iter().flat_map(|book| &book.sheets).map(|sheet| sheet.name.to_string());
    Finding::new(Code::TemplateNotNamed, Place::File(inputs.name.clone()))
        .with("files", files)
        .with("sheets", sheets.join(", "))
        .with("found", found.collect::<Vec<_>>().join(", "))
        .refuses()
}

fn mentions(workbooks: &[Workbook], folder: &str) -> bool {
    let cells = workbooks.iter().flat_map(|book| &book.sheets).flat_map(|sheet| sheet.cells.values());
    cells.into_iter().any(|cell| says(&cell.value, folder))
}

fn says(value: &CellValue, folder: &str) -> bool {
    matches!(value, CellValue::Text(text) if text == folder)
}

/// A template folder that is not there, with those that are.
pub(crate) fn no_template(place: Place, name: &str, templates: &Templates) -> Failure {
    let known: Vec<&str> = templates.documents.keys().map(String::as_str).collect();
    let near = matching::nearest(name, known.iter().copied());
    let finding = Finding::new(Code::TemplateUnknown, place).with("name", name).with("known", known.join(", "));
    finding.with_near(near).fails()
}
