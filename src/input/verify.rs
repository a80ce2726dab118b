//! Reads and checks one input folder: the one door to this room.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{self, Failure, Stage};
use crate::finding::place::Place;
use crate::input::checking::check::{self, Checked};
use crate::input::checking::doubt::Doubt;
use crate::input::checking::scale;
use crate::input::definition::accepted;
use crate::input::definition::model::Document;
use crate::input::folder::InputFolder;
use crate::input::form_slips;
use crate::input::layout_version;
use crate::input::reading::read::{self, ReadInput};
use crate::input::templates::Templates;
use crate::input::unconfirmed;
use crate::input::which_definition::definition;
use crate::xlsx::grid::Workbook;
use crate::xlsx::read::read_what_can_be;

/// An input that has been read and checked, but not written.
pub struct Verified {
    /// The template folder in use.
    pub template: String,
    pub document: Document,
    pub(crate) workbooks: Vec<Workbook>,
    pub checked: Checked,
}

/// Reads and checks one input folder.
///
/// # Errors
/// Everything found wrong with the inputs, or with the definition they name.
pub fn verify(inputs: &InputFolder, templates: &Templates) -> Stage<Verified> {
    let (workbooks, faults) = read_workbooks(inputs);
    let (template, document) = match definition(&workbooks, inputs, templates) {
        Ok(known) => known,
        // What names the template may stand in a workbook that cannot be read.
        Err(_) if !faults.is_empty() => return Err(Failure::Refused(outcome::settle(faults))),
        Err(failure) => return Err(failure),
    };
    let ReadInput { dataset, mut found } = read::read(&document, &workbooks);
    if !faults.is_empty() {
        // So may a sheet that was not found.
        found.retain(|finding| finding.code != Code::SheetMissing);
        found.extend(faults);
    }
    found.extend(layout_version::check(&workbooks, &template, &document, templates));
    // What is accepted throws no doubt on relations.
    found.extend(accepted::without_accepted(&document.accepted, scale::findings(&document, &dataset)));
    let (checked, more) = check::relations(&document, dataset, &Doubt::of(&found));
    found.extend(more);
    found.extend(form_slips::found(&document, &checked.dataset, &Doubt::of(&found)));
    let prose = templates.documents.get(&template).into_iter().flat_map(|folder| folder.narrative.values());
    found.extend(unconfirmed::findings(&checked.dataset, prose));
    let accepted = document.accepted.clone();
    accepted::accept(&accepted, Verified { template, document, workbooks, checked }, found)
}

/// Every workbook that can be read, as far as it can be, and what keeps the rest from being read.
pub(crate) fn read_workbooks(inputs: &InputFolder) -> (Vec<Workbook>, Vec<Finding>) {
    let (mut books, mut faults): (Vec<Workbook>, Vec<Finding>) = (Vec::new(), Vec::new());
    for (name, bytes) in &inputs.workbooks {
        let (book, found) = read_what_can_be(name, bytes);
        faults.extend(found);
        let Some(book) = book else { continue };
        match books.iter().find(|other| other.sha256 == book.sha256) {
            Some(other) => {
                let finding = Finding::new(Code::WorkbookTwice, Place::File(name.clone()));
                faults.push(finding.with("other", &other.name));
            }
            None => books.push(book),
        }
    }
    (books, faults)
}
