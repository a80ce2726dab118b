//! What was issued (bản đã ban hành): one record per issue beside the inputs, never overwritten.
//!
//! A record is a folder `da-ban-hanh/01-85-KH-UBND/` in the input folder. It holds the whole output set as it
//! was issued, with its ledger (which names the program, and inputs, templates and outputs with their hashes),
//! the input workbooks, and copies that were signed by then. `output/` may be thrown away; records are kept.
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
use crate::product::file_kinds::{self, is_signed, is_signed_copy};
use crate::product::file_names::{self, RECORDED_INPUTS, RECORDS, SIGNED, revised, stem};
use crate::product::ledger::format::{self, File, Identity, Ledger};
use crate::product::publish;
use crate::xlsx::hash;

/// One issue (lần ban hành).
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Counted from 1 in the input folder.
    pub(crate) number: usize,
    pub(crate) folder: PathBuf,
    pub(crate) document: Identity,
    /// The files that were issued.
    pub(crate) outputs: Vec<File>,
}

/// The part of a ledger that every version of its format has.
#[derive(Deserialize)]
struct Known {
    document: Identity,
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

    fn read(number: usize, folder: PathBuf) -> Result<Self, Failure> {
        let path = folder.join(file_names::LEDGER);
        let bytes = fs::read(path).map_err(|error| unreadable(&folder, &error))?;
        let known = serde_json::from_slice(&bytes);
        let Known { document, outputs } = known.map_err(|error| broken(&folder).with("detail", error).fails())?;
        Ok(Self { number, folder, document, outputs })
    }
}

fn broken(folder: &Path) -> Finding {
    Finding::new(Code::IssuedBroken, Place::File(folder.display().to_string()))
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
    Ok(records)
}

/// `01-85-KH-UBND` → 1; none for what is no record.
fn number(folder: &Path) -> Option<usize> {
    let name = folder.file_name()?.to_str()?;
    let (digits, _) = name.split_once('-')?;
    digits.parse().ok().filter(|_| folder.is_dir())
}

/// Records an issue; `output` is the folder in which signed copies may stand by now.
///
/// # Errors
/// A draft ([`Failure::Refused`]), and what cannot be written; nothing is recorded then.
pub(crate) fn record(
    inputs: &InputFolder,
    folder: &Path,
    records: &[Record],
    product: &Product,
    output: &Path,
) -> Result<Record, Failure> {
    let ledger = &product.ledger;
    if ledger.document.date.is_none() || !ledger.figures.iter().any(|figure| figure.key.field() == Some("number")) {
        let place = Place::File(folder.display().to_string());
        return Err(Finding::new(Code::IssuedDraft, place).refuses());
    }
    let number = records.last().map_or(1, |last| last.number + 1);
    let target = folder.join(RECORDS).join(format!("{number:02}-{}", stem(&ledger.outputs)));
    let mut files = product.files.clone();
    for (name, bytes) in &inputs.workbooks {
        files.insert(format!("{RECORDED_INPUTS}/{name}"), bytes.clone());
    }
    files.extend(signed_copies(product, output)?);
    publish::create(&target, &files)?;
    Ok(Record { number, folder: target, document: ledger.document.clone(), outputs: ledger.outputs.clone() })
}

fn signed_copies(product: &Product, output: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut copies = BTreeMap::new();
    for file in &product.ledger.outputs {
        let standing = standing(output, &file.file)?;
        if let Some(bytes) = standing.filter(|bytes| is_signed_copy(bytes, &product.files[&file.file])) {
            copies.insert(format!("{SIGNED}/{}", file.file), bytes);
        }
    }
    Ok(copies)
}

/// Names that overwrite nothing issued or signed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    /// 0 for the document's own names, then the number of the revision (bản sửa đổi).
    pub(crate) revision: usize,
    /// The first file that stood in the way of the document's own names.
    pub(crate) kept: Option<String>,
    /// Files that stand there already with a signature behind the same content.
    pub(crate) signed: Vec<String>,
}

/// Chooses the names under which a product may be written into `output`.
///
/// # Errors
/// A file that stands there and cannot be read.
pub(crate) fn names(product: &Product, records: &[Record], output: &Path) -> Result<Names, Failure> {
    let mut names = Names::default();
    loop {
        names.signed.clear();
        let mut in_the_way = None;
        // The PDF is named rather than its appendices, where both stand in the way.
        for file in product.ledger.outputs.iter().rev() {
            let (name, new) =
                (revised(&file.file, &product.ledger.outputs, names.revision), &product.files[&file.file]);
            let standing = standing(output, &name)?;
            if in_the_way.is_none() && is_in_the_way(&name, file, new, standing.as_deref(), records) {
                in_the_way = Some(name);
            } else if standing.is_some_and(|bytes| is_signed_copy(&bytes, new)) {
                names.signed.push(name);
            }
        }
        let Some(name) = in_the_way else { return Ok(names) };
        names.kept.get_or_insert(name);
        names.revision += 1;
    }
}

/// Whether other content was issued under that name, or stands there issued or signed.
fn is_in_the_way(name: &str, file: &File, new: &[u8], standing: Option<&[u8]>, records: &[Record]) -> bool {
    let issued = || records.iter().flat_map(|record| &record.outputs);
    let holds = |old: &[u8]| {
        let hash = hash::sha256(old);
        let is_issued = hash != file.sha256 && issued().any(|known| known.sha256 == hash);
        is_issued || (is_signed(old) && !is_signed_copy(old, new))
    };
    issued().any(|known| known.file == name && known.sha256 != file.sha256) || standing.is_some_and(holds)
}

fn standing(output: &Path, name: &str) -> Result<Option<Vec<u8>>, Failure> {
    let path = output.join(name);
    if path.is_file() { disk::read_file(&path).map(Some) } else { Ok(None) }
}

/// Gives the product those names, in its ledger too.
///
/// # Errors
/// A ledger that cannot be written down.
pub(crate) fn rename(product: &mut Product, names: &Names) -> Result<(), Failure> {
    if names.revision == 0 {
        return Ok(());
    }
    let mut outputs = product.ledger.outputs.clone();
    for file in &mut outputs {
        let name = revised(&file.file, &product.ledger.outputs, names.revision);
        if let Some(bytes) = product.files.remove(&file.file) {
            product.files.insert(name.clone(), bytes);
        }
        file.file = name;
    }
    outputs.sort_by(|a, b| a.file.cmp(&b.file));
    product.ledger.outputs = outputs;
    product.files.insert(file_names::LEDGER.to_owned(), product.ledger.to_json()?);
    Ok(())
}

/// Writes the product under those names, leaving signed copies of the same content in their place; with it its
/// marked copy, if there is one. Earlier marked copies go.
///
/// # Errors
/// The path that could not be written; what stood there before is untouched.
pub(crate) fn write(product: &Product, names: &Names, copy: Option<Vec<u8>>, output: &Path) -> Result<(), Failure> {
    let obsolete = marked_copies(output);
    if names.signed.is_empty() && copy.is_none() {
        return publish::replace(output, &product.files, &obsolete);
    }
    let mut files = product.files.clone();
    files.retain(|name, _| !names.signed.contains(name));
    files.extend(copy.map(|bytes| (file_names::marked_copy(&product.ledger.outputs), bytes)));
    publish::replace(output, &files, &obsolete)
}

/// The marked copies that stand in a folder; a file of such a name that is none is somebody's own.
fn marked_copies(output: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(output) else { return Vec::new() };
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_copy = |name: &String| {
        name.ends_with(file_names::MARKED_COPY_ENDING)
            && fs::read(output.join(name)).is_ok_and(|bytes| file_kinds::is_marked_copy(&bytes))
    };
    names.filter(is_copy).collect()
}
