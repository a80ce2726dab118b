//! What surrounds an input folder: last year's input beside it, and what was issued before.

use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Dataset, Entry};
use crate::input::definition::derivation::{Era, Operand, Rule};
use crate::input::definition::model::Document;
use crate::input::derived::earlier::Earlier;
use crate::input::folder::{self, InputFolder};
use crate::vi::matching;

/// Finds the figures of the last issue of a document, which is known by its template and its own data.
pub(crate) type Issued = dyn Fn(&str, &Dataset) -> Option<Earlier> + Send + Sync;

/// What surrounds an input folder; by itself, nothing.
#[derive(Default)]
pub struct Around {
    /// The folder in which the folder of last year's input stands.
    pub(crate) beside: Option<PathBuf>,
    pub(crate) issued: Option<Box<Issued>>,
}

impl Around {
    /// That of a folder, without what was issued.
    pub fn of(folder: &Path) -> Self {
        // Beside a folder that is named alone is the folder one is in.
        let here = |parent: &Path| if parent.as_os_str().is_empty() { PathBuf::from(".") } else { parent.to_owned() };
        Self { beside: folder.parent().map(here), issued: None }
    }
}

/// Why last year's input cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// Something else than the name of a folder.
    Name,
    /// The folder of this very document.
    Same,
    Missing,
    Empty,
    /// An input of another kind of document.
    Template,
    /// Its own errors.
    Errors,
    /// It is of another year than the one before.
    Year,
}

impl Unusable {
    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Same => "same",
            Self::Missing => "missing",
            Self::Empty => "empty",
            Self::Template => "template",
            Self::Errors => "errors",
            Self::Year => "year",
        }
    }
}

/// Whether a folder of that name stands beside another one.
pub(crate) fn is_beside(name: &str, folder: &Path) -> bool {
    let folders = Around::of(folder).beside.map(|beside| folder::input_folders(&beside).unwrap_or_default());
    folders.into_iter().flatten().any(|path| path.file_name().is_some_and(|other| other == name))
}

/// The particular that names the folder of last year's input, where it is filled in.
pub(crate) fn named<'a>(document: &Document, dataset: &'a Dataset) -> Option<(&'a Entry, String)> {
    let entry = dataset.facts.get(document.facts.previous.as_deref()?)?;
    Some((entry, entry.in_sentence()?.trim().to_owned()))
}

/// The files of last year's folder, each named with its folder.
///
/// # Errors
/// Why there are none.
pub(crate) fn read(name: &str, inputs: &InputFolder, beside: &Path) -> Result<InputFolder, Unusable> {
    let is_path = name.contains(['/', '\\', ':', '\0']) || name.starts_with('.') || name.is_empty();
    if is_path {
        return Err(Unusable::Name);
    }
    if name == inputs.name {
        return Err(Unusable::Same);
    }
    let path = beside.join(name);
    let is_there = folder::input_folders(beside).unwrap_or_default().contains(&path);
    if !is_there {
        return Err(Unusable::Missing);
    }
    let read = folder::read_inputs(&path).map_err(|_| Unusable::Empty)?;
    let workbooks = read.workbooks.into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes));
    Ok(InputFolder { name: name.to_owned(), workbooks: workbooks.collect() })
}

/// What is said at the cell that names the folder.
pub(crate) fn finding(entry: &Entry, name: &str, why: Unusable, beside: &Path) -> Finding {
    let place = entry.at.first().map_or(Place::Nowhere, |at| Place::Cell(at.clone()));
    let folders = folder::input_folders(beside).unwrap_or_default();
    let names: Vec<&str> = folders.iter().filter_map(|folder| folder.file_name()?.to_str()).collect();
    let near = matching::nearest(name, names).filter(|_| why == Unusable::Missing);
    Finding::new(Code::PreviousFolder, place).choice("why", why.word()).with("name", name).with_near(near)
}

/// Whether a definition compares with the last issue.
pub(crate) fn wants_issued(document: &Document) -> bool {
    let is_issued = |operand: &Operand| {
        matches!(operand, Operand::Column { era: Era::Issued, .. } | Operand::Figure { era: Era::Issued, .. })
    };
    document.derivations.iter().any(|derivation| match &derivation.rule {
        Rule::Of { operands, .. } => operands.iter().any(is_issued),
        _ => false,
    })
}
