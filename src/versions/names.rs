//! Under which names a product is written: such as overwrite nothing that was issued or signed.

use std::fs;
use std::path::Path;

use crate::finding::outcome::Failure;
use crate::input::disk;
use crate::product::build::Product;
use crate::product::file_kinds::{self, is_signed, is_signed_copy};
use crate::product::file_names::{self, PDF, SIGNED, WORKBOOK, revised};
use crate::product::ledger::format::{self, File};
use crate::product::publish;
use crate::versions::records::Record;
use crate::xlsx::hash;

/// Names that overwrite nothing issued or signed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    /// 0 for the document's own names, then the number of the revision (bản sửa đổi).
    pub(crate) revision: usize,
    /// The first file that stood in the way of the document's own names.
    pub(crate) kept: Option<String>,
    /// Files that stand there already with a signature behind the same content.
    pub(crate) signed: Vec<String>,
    /// The workbook of appendices that the document no longer has.
    pub(crate) gone: Option<String>,
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
            } else if in_the_way.is_none() {
                in_the_way = signed_otherwise(output, &name, new)?;
            }
        }
        let Some(name) = in_the_way else { break };
        names.kept.get_or_insert(name);
        names.revision += 1;
    }
    names.gone = gone(product, names.revision, records, output);
    Ok(names)
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

/// The file beside that name in which other content was signed: what is signed and what was to be signed stay together.
fn signed_otherwise(output: &Path, name: &str, new: &[u8]) -> Result<Option<String>, Failure> {
    for signed in signed_beside(output, name) {
        let bytes = disk::read_file(&output.join(&signed))?;
        if is_signed(&bytes) && !is_signed_copy(&bytes, new) {
            return Ok(Some(signed));
        }
    }
    Ok(None)
}

/// The files in a folder that `sign` names after this PDF: `85-KH-UBND-da-ky.pdf`, `85-KH-UBND-da-ky-dong-dau.pdf`.
pub(crate) fn signed_beside(folder: &Path, pdf: &str) -> Vec<String> {
    let Some(stem) = pdf.strip_suffix(PDF) else { return Vec::new() };
    let beginning = format!("{stem}-{SIGNED}");
    let names = disk::listed(folder).unwrap_or_default().into_iter().map(|path| disk::file_name(&path));
    names.filter(|name| name.starts_with(&beginning) && name.ends_with(PDF)).collect()
}

/// The workbook that an earlier build made of appendices which the document has no longer, if nobody changed, signed
/// or issued it.
fn gone(product: &Product, revision: usize, records: &[Record], output: &Path) -> Option<String> {
    let outputs = &product.ledger.outputs;
    if outputs.iter().any(|file| file.file.ends_with(WORKBOOK)) {
        return None;
    }
    let pdf = revised(file_names::pdf(outputs), outputs, revision);
    let (_, name) = file_names::outputs(pdf.trim_end_matches(PDF));
    let bytes = standing(output, &name).ok().flatten()?;
    let file = File { sha256: hash::sha256(&bytes), file: name.clone() };
    let ledger = disk::read_file(&output.join(file_names::LEDGER)).ok()?;
    let is_of_program = format::read(&ledger, file_names::LEDGER).is_ok_and(|ledger| ledger.outputs.contains(&file));
    let is_issued = records.iter().any(|record| record.outputs.iter().any(|known| known.sha256 == file.sha256));
    (is_of_program && !is_issued && !is_signed(&bytes)).then_some(name)
}

pub(crate) fn standing(output: &Path, name: &str) -> Result<Option<Vec<u8>>, Failure> {
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
/// marked copy, if there is one. Earlier marked copies go, and so does a workbook of appendices that are no more.
///
/// # Errors
/// The path that could not be written; what stood there before is untouched.
pub(crate) fn write(product: &Product, names: &Names, copy: Option<Vec<u8>>, output: &Path) -> Result<(), Failure> {
    let mut obsolete = marked_copies(output);
    obsolete.extend(names.gone.clone());
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
