//! What was issued (bản đã ban hành): one record per issue beside the inputs, never overwritten.
//!
//! A record is a folder `da-ban-hanh/01-85-KH-UBND/` in the input folder. It holds the whole output set as it
//! was issued, with its ledger (which names the program, and inputs, templates and outputs with their hashes),
//! the input workbooks, the templates and the form library that it was made with, copies that were signed by then, and
//! a note of what the office says of it. `output/` may be thrown away; records are kept.
//! The clock is not read: the date of an issue is the date of the document.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::input::folder::InputFolder;
use crate::product::build::Product;
use crate::product::file_kinds::{is_signed, is_signed_copy};
use crate::product::file_names::{self, ISSUE_NOTE, PDF, RECORDED_INPUTS, RECORDS, SIGNED, WORKBOOK, stem};
use crate::product::ledger::format::{self, File, Identity, Ledger};
use crate::product::{publish, setting};
use crate::versions::issue_note::{Note, Replacement, Way};
use crate::xlsx::hash;

/// One issue (lần ban hành).
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Counted from 1 in the input folder.
    pub(crate) number: usize,
    pub(crate) folder: PathBuf,
    pub(crate) document: Identity,
    pub(crate) inputs: Vec<File>,
    pub(crate) templates: Vec<File>,
    /// The files that were issued.
    pub(crate) outputs: Vec<File>,
    pub(crate) note: Note,
    /// The later issue that took its place.
    pub(crate) replaced: Option<Replaced>,
}

/// By which issue another one was replaced, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Replaced {
    pub(crate) by: usize,
    pub(crate) way: Way,
}

/// The part of a ledger that every version of its format has.
#[derive(Deserialize)]
struct Known {
    document: Identity,
    inputs: Vec<File>,
    templates: Vec<File>,
    outputs: Vec<File>,
}

impl Record {
    /// Every figure and sentence as issued.
    ///
    /// # Errors
    /// A ledger of another version of the program.
    pub(crate) fn ledger(&self) -> Result<Ledger, Failure> {
        let path = self.folder.join(file_names::LEDGER);
        format::read(&disk::read_file(&path)?, &path.display().to_string())
    }

    /// Whether these are the very files that were issued, whatever their names.
    pub(crate) fn is_of(&self, outputs: &[File]) -> bool {
        let hashes = |files: &[File]| files.iter().map(|file| file.sha256.clone()).collect::<Vec<_>>();
        hashes(&self.outputs) == hashes(outputs)
    }

    /// Whether a file is one of those that were issued, or a signed copy of it.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        let hash = hash::sha256(bytes);
        self.outputs.iter().any(|file| {
            let issued = || fs::read(self.folder.join(&file.file)).unwrap_or_default();
            file.sha256 == hash || (is_signed(bytes) && is_signed_copy(bytes, &issued()))
        })
    }

    /// Whether a document bears the number of this one, which is given out anew every year.
    pub(crate) fn is_numbered_as(&self, other: &Identity) -> bool {
        let year = |document: &Identity| document.date.as_deref().and_then(|date| date.get(..4)).map(str::to_owned);
        self.document.number == other.number && year(&self.document) == year(other)
    }

    fn read(number: usize, folder: PathBuf) -> Result<Self, Failure> {
        let path = folder.join(file_names::LEDGER);
        let bytes = fs::read(path).map_err(|error| unreadable(&folder, &error))?;
        let known = serde_json::from_slice(&bytes);
        let Known { document, inputs, templates, outputs } = known.map_err(|_| damaged(&folder))?;
        let note = match fs::read(folder.join(ISSUE_NOTE)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| damaged(&folder))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Note::default(),
            Err(error) => return Err(unreadable(&folder, &error)),
        };
        Ok(Self { number, folder, document, inputs, templates, outputs, note, replaced: None })
    }
}

fn broken(folder: &Path) -> Finding {
    Finding::new(Code::IssuedBroken, Place::File(folder.display().to_string()))
}

/// A file of the record that is there, and does not say what it must.
fn damaged(folder: &Path) -> Failure {
    broken(folder).choice("why", "no-record").fails()
}

fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    broken(folder).because(error).fails()
}

/// The issues recorded in an input folder, the first one first.
///
/// # Errors
/// A record that cannot be read: what it protects is then unknown.
pub(crate) fn records(inputs: &Path) -> Result<Vec<Record>, Failure> {
    let root = inputs.join(RECORDS);
    if !root.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(&root).map_err(|error| unreadable(&root, &error))?;
    let mut records = Vec::new();
    for entry in entries {
        let folder = entry.map_err(|error| unreadable(&root, &error))?.path();
        if let Some(number) = number(&folder) {
            records.push(Record::read(number, folder)?);
        }
    }
    records.sort_by_key(|record| record.number);
    let replaced: Vec<(usize, Replaced)> = records
        .iter()
        .filter_map(|later| {
            let Replacement { number, way, .. } = later.note.replaces.as_ref()?;
            Some((*number, Replaced { by: later.number, way: *way }))
        })
        .collect();
    for record in &mut records {
        record.replaced = replaced.iter().rev().find(|(number, _)| *number == record.number).map(|(_, by)| *by);
    }
    Ok(records)
}

/// The issued state that a path names: the folder of a record, the inputs inside of it, or a file of either.
///
/// # Errors
/// A record that cannot be read.
pub(crate) fn state(path: &Path) -> Result<Option<Record>, Failure> {
    let Ok(whole) = path.canonicalize() else { return Ok(None) };
    let is_among_others = |folder: &Path| {
        let root = folder.parent().and_then(Path::file_name);
        root.is_some_and(|name| name == RECORDS) && number(folder).is_some()
    };
    // A copy of a record, wherever it was put: no other folder holds such a note beside a ledger.
    let is_copy = |folder: &Path| [ISSUE_NOTE, file_names::LEDGER].iter().all(|name| folder.join(name).is_file());
    let is_record = |folder: &&Path| is_among_others(folder) || is_copy(folder);
    let Some(folder) = whole.ancestors().take(3).find(is_record) else { return Ok(None) };
    let mut found = match folder.parent().and_then(Path::parent).filter(|_| is_among_others(folder)) {
        Some(inputs) => records(inputs)?.into_iter().find(|record| record.folder == folder),
        None => Some(Record::read(number(folder).unwrap_or(1), folder.to_owned())?),
    };
    // As the user wrote it, where that is possible.
    let depth = whole.components().count() - folder.components().count();
    if let (Some(record), Some(named)) = (&mut found, path.ancestors().nth(depth))
        && !named.as_os_str().is_empty()
    {
        record.folder = named.to_owned();
    }
    Ok(found)
}

/// `01-85-KH-UBND` → 1; none for what is no record.
fn number(folder: &Path) -> Option<usize> {
    let name = folder.file_name()?.to_str()?;
    let (digits, _) = name.split_once('-')?;
    digits.parse().ok().filter(|_| folder.is_dir())
}

/// What belongs to an issue beside its files.
pub(crate) struct Making {
    /// Templates and form library: path inside the record → bytes.
    pub(crate) templates: BTreeMap<String, Vec<u8>>,
    /// Last year's input that it was compared with: its files stand beside the inputs.
    pub(crate) previous: BTreeMap<String, Vec<u8>>,
    pub(crate) note: Note,
}

/// Records an issue; `output` is the folder in which signed copies may stand by now.
///
/// # Errors
/// What cannot be written; nothing is recorded then.
pub(crate) fn record(
    inputs: &InputFolder,
    folder: &Path,
    records: &[Record],
    product: &Product,
    output: &Path,
    making: Making,
) -> Result<Record, Failure> {
    let ledger = &product.ledger;
    let number = records.last().map_or(1, |last| last.number + 1);
    let target = folder.join(RECORDS).join(format!("{number:02}-{}", stem(&ledger.outputs)));
    let mut files = product.files.clone();
    for (name, bytes) in &inputs.workbooks {
        files.insert(format!("{RECORDED_INPUTS}/{name}"), bytes.clone());
    }
    let copies = signed_copies(product, output)?.into_iter();
    files.extend(copies.map(|(name, bytes)| (format!("{SIGNED}/{name}"), bytes)));
    files.extend(making.templates);
    files.extend(making.previous);
    let note = serde_json::to_string_pretty(&making.note).map_err(|error| setting::not_serialisable(&error))?;
    files.insert(ISSUE_NOTE.to_owned(), (note + "\n").into_bytes());
    publish::create(&target, &files)?;
    let Ledger { document, inputs, templates, outputs, .. } = ledger.clone();
    Ok(Record { number, folder: target, document, inputs, templates, outputs, note: making.note, replaced: None })
}

/// Adds copies that were signed since the issue was recorded; their names.
///
/// # Errors
/// What cannot be read or written.
pub(crate) fn keep_signed(record: &Record, product: &Product, output: &Path) -> Result<Vec<String>, Failure> {
    let folder = record.folder.join(SIGNED);
    let mut copies = signed_copies(product, output)?;
    copies.retain(|name, _| !folder.join(name).exists());
    if !copies.is_empty() {
        publish::write(&folder, &copies)?;
    }
    Ok(copies.into_keys().collect())
}

/// The signed copies of a product in its output folder, under whichever name.
fn signed_copies(product: &Product, output: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut copies = BTreeMap::new();
    for path in disk::listed(output).unwrap_or_default() {
        let name = disk::file_name(&path);
        let is_wanted = [PDF, WORKBOOK].iter().any(|ending| name.ends_with(ending)) && !disk::is_hidden(&path);
        if !is_wanted || !path.is_file() {
            continue;
        }
        let bytes = disk::read_file(&path)?;
        if product.ledger.outputs.iter().any(|file| is_signed_copy(&bytes, &product.files[&file.file])) {
            copies.insert(name, bytes);
        }
    }
    Ok(copies)
}
