//! Reads and checks one input folder: the one door to this room.

use crate::finding::code::{Code, Effect};
use crate::finding::outcome::{self, Failure, Stage, Warned};
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::around::{self, Around, Unusable};
use crate::input::checking::check::{self, Checked};
use crate::input::checking::doubt::Doubt;
use crate::input::checking::scale;
use crate::input::dataset::Dataset;
use crate::input::definition::accepted;
use crate::input::definition::model::Document;
use crate::input::derived::earlier::{Earlier, Times};
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
    /// Last year's input, whose figures it compares with; each workbook is named with its folder.
    pub(crate) previous: Option<InputFolder>,
    pub checked: Checked,
}

/// Reads and checks one input folder.
///
/// # Errors
/// Everything found wrong with the inputs, or with the definition they name.
pub fn verify(inputs: &InputFolder, templates: &Templates) -> Stage<Verified> {
    verify_among(inputs, templates, &Around::default())
}

/// The same with what derived figures may be compared with: last year's input, and what was issued.
///
/// # Errors
/// As [`verify`], and where last year's input is named and cannot be used.
pub fn verify_among(inputs: &InputFolder, templates: &Templates, around: &Around) -> Stage<Verified> {
    let (verified, mut found) = figures(inputs, templates, around)?;
    let Verified { template, document, checked, .. } = &verified;
    found.extend(form_slips::found(document, &checked.dataset, &Doubt::of(&found)));
    let prose = templates.documents.get(template).into_iter().flat_map(|folder| folder.narrative.values());
    found.extend(unconfirmed::findings(&checked.dataset, prose));
    let accepted = document.accepted.clone();
    accepted::accept(&accepted, verified, found)
}

/// Reads an input and checks its figures; all that was found doing so.
fn figures(inputs: &InputFolder, templates: &Templates, around: &Around) -> Result<(Verified, Vec<Finding>), Failure> {
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
    let previous = last_year(inputs, templates, around, (&template, &document, &dataset), &mut found);
    let issued = around.issued.as_ref().filter(|_| around::wants_issued(&document));
    let issued = issued.and_then(|issued| issued(&template, &dataset));
    let (previous, earlier) = previous.unzip();
    let times = Times { previous: earlier.as_ref(), issued: issued.as_ref() };
    let (checked, more) = check::relations(&document, dataset, times, &Doubt::of(&found));
    found.extend(more);
    Ok((Verified { template, document, workbooks, previous, checked }, found))
}

/// Last year's input and its figures, where a particular names its folder.
fn last_year(
    inputs: &InputFolder,
    templates: &Templates,
    around: &Around,
    (template, document, dataset): (&str, &Document, &Dataset),
    found: &mut Vec<Finding>,
) -> Option<(InputFolder, Earlier)> {
    let (entry, name) = around::named(document, dataset)?;
    let beside = around.beside.as_deref()?;
    let finding = |why| around::finding(entry, &name, why, beside);
    let folder = match around::read(&name, inputs, beside) {
        Ok(folder) => folder,
        Err(why) => {
            found.push(finding(why));
            return None;
        }
    };
    let read = figures(&folder, templates, &Around::default()).and_then(|(read, mut more)| {
        // An input of an earlier form may lack what this one has, and nobody asks which of its rows was largest; the
        // rest can be used.
        let spoils_nothing =
            |code: Code| code.has(Effect::Absent) || matches!(code, Code::SchemaOther | Code::DerivedTie);
        more.retain(|error| !spoils_nothing(error.code));
        accepted::accept(&document.accepted, read, more)
    });
    match read {
        Ok(Warned { output, .. }) if output.template == template => {
            let earlier = output.checked.dataset;
            match year(document, dataset).zip(year(document, &earlier)) {
                Some((own, stated)) if stated + 1 != own => {
                    found.push(finding(Unusable::Year).with("wanted", own - 1).with("found", stated));
                    None
                }
                _ => Some((folder, Earlier::entered(&name, earlier))),
            }
        }
        Ok(_) => {
            found.push(finding(Unusable::Template));
            None
        }
        Err(failure) => {
            let errors = failure.findings().iter().filter(|finding| finding.severity == Severity::Error);
            let first = errors.clone().next().map(|error| error.place.to_string()).unwrap_or_default();
            found.push(finding(Unusable::Errors).count(errors.count()).with("first", first));
            None
        }
    }
}

/// The year that an input is for.
fn year(document: &Document, dataset: &Dataset) -> Option<i64> {
    let entry = dataset.facts.get(&document.main_year()?.key)?;
    i64::try_from(entry.quantity()?.value).ok()
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
