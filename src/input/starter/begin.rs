//! What a new input workbook holds before anybody enters anything: nothing but the document's name, or what
//! last year's input hands down.

use std::path::Path;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Stage, Warned};
use crate::finding::place::Place;
use crate::input::around;
use crate::input::definition::model::Document;
use crate::input::folder::InputFolder;
use crate::input::starter::content::{self, Last, Start, codes, text};
use crate::input::starter::{example, workbook};
use crate::input::templates::{self, Templates};
use crate::input::which_definition::no_template;
use crate::vi::matching;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The new folder, as people will type it.
    pub folder: &'a str,
    /// The document; where it is left out, the one that `previous` names, or the only one there is.
    pub document: Option<&'a str>,
    /// The document's year (năm kế hoạch); after `previous`, the next one where it is left out.
    pub year: Option<i32>,
    /// Last year's input.
    pub previous: Option<&'a InputFolder>,
}

/// A new input workbook (biểu nhập số liệu).
#[derive(Debug, Clone)]
pub struct Started {
    pub(crate) template: String,
    pub document: Document,
    pub start: Start,
    pub bytes: Vec<u8>,
}

/// Makes the input workbook that is asked for.
///
/// # Errors
/// No such document; last year's input cannot be read, or belongs to another document.
pub fn begin(request: &Request<'_>, templates: &Templates) -> Stage<Started> {
    let last = request.previous.map(|inputs| Last::read(inputs, templates)).transpose()?;
    let template = choose(request.document, last.as_ref(), templates)?;
    let folder = templates.documents.get(&template).ok_or_else(|| no_template(Place::Nowhere, &template, templates))?;
    let document =
        Document::parse(&folder.definition, &templates::definition_path(&template)).map_err(Failure::Failed)?;
    if request.year.is_some() && document.main_year().is_none() {
        return Err(Finding::new(Code::NewYearUnused, Place::File(templates::definition_path(&template))).fails());
    }
    let Warned { output: mut start, warnings } = match &last {
        Some(last) => last.hand_down(&template, &document, request.year)?,
        None => Warned { output: Start::blank(&document, request.year), warnings: Vec::new() },
    };
    if let Some(field) = &document.facts.previous {
        // What the one before was compared with is not what this one is.
        start.facts.remove(field);
        let beside = request.previous.filter(|previous| around::is_beside(&previous.name, Path::new(request.folder)));
        start.facts.extend(beside.map(|previous| (field.clone(), text(&previous.name))));
    }
    start.codes = codes(&document, folder);
    Ok(Warned { output: written(request.folder, template, document, start)?, warnings })
}

/// Makes the input workbook of the example that lies beside a definition, in the folder of that name.
///
/// # Errors
/// No such document, one without an example, or an example that says what the definition does not know.
pub fn example(folder: &str, asked: Option<&str>, templates: &Templates) -> Result<Started, Failure> {
    let template = choose(asked, None, templates)?;
    let files = templates.documents.get(&template).ok_or_else(|| no_template(Place::Nowhere, &template, templates))?;
    let document =
        Document::parse(&files.definition, &templates::definition_path(&template)).map_err(Failure::Failed)?;
    let Some(text) = &files.example else {
        let with: Vec<&str> = templates
            .documents
            .iter()
            .filter(|(_, one)| one.example.is_some())
            .map(|(name, _)| name.as_str())
            .collect();
        let finding = Finding::new(Code::ExampleNone, Place::File(template)).with("known", with.join(", "));
        return Err(finding.fails());
    };
    let start = example::read(text, &document, &templates::example_path(&template)).map_err(Failure::Failed)?;
    written(folder, template, document, start)
}

fn written(folder: &str, template: String, document: Document, mut start: Start) -> Result<Started, Failure> {
    start.facts.insert("template".to_owned(), text(&template));
    let order = content::Order { template: &template, document: &document, start: &start, folder };
    let bytes = workbook::write(&order).map_err(|error| {
        let place = Place::File(templates::definition_path(&template));
        Finding::new(Code::ScaffoldUnwritable, place).with("detail", error).fails()
    })?;
    Ok(Started { template, document, start, bytes })
}

/// The document asked for, else the one of last year, else the only one.
fn choose(asked: Option<&str>, last: Option<&Last<'_>>, templates: &Templates) -> Result<String, Failure> {
    let known: Vec<&String> = templates.documents.keys().collect();
    match (asked, last, &known[..]) {
        (Some(asked), _, _) => {
            let same = known.into_iter().find(|name| matching::fold(name) == matching::fold(asked));
            same.cloned().ok_or_else(|| no_template(Place::Nowhere, asked, templates))
        }
        (None, Some(last), _) => Ok(last.template.clone()),
        (None, None, [only]) => Ok((*only).clone()),
        (None, None, []) => Err(Finding::new(Code::TemplateNone, Place::Nowhere).fails()),
        (None, None, _) => {
            let names: Vec<&str> = known.into_iter().map(String::as_str).collect();
            Err(Finding::new(Code::NewDocumentUnnamed, Place::Nowhere).with("known", names.join(", ")).fails())
        }
    }
}
