//! What a record keeps of its making: definition, prose templates, main file and form library, so that it can be
//! judged by them whatever becomes of today's. They are as little trusted as any others, and their hashes stand in the
//! ledger of the record.

use std::collections::BTreeMap;
use std::path::Path;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::input::folder::InputFolder;
use crate::input::templates::{self, Templates};
use crate::product::build;
use crate::product::file_names::RECORDED_TEMPLATES;
use crate::product::ledger::format::File;
use crate::versions::records::Record;
use crate::xlsx::hash;

/// The templates of one document as a record keeps them: path inside the record → bytes.
pub(crate) fn files(template: &str, templates: &Templates) -> BTreeMap<String, Vec<u8>> {
    let Some(folder) = templates.documents.get(template) else { return BTreeMap::new() };
    let texts = build::template_texts(template, folder, templates);
    texts.into_iter().map(|(name, text)| (format!("{RECORDED_TEMPLATES}/{name}"), text.as_bytes().to_vec())).collect()
}

/// The templates that a record keeps; nothing where an older version of the program recorded it.
///
/// # Errors
/// Templates that cannot be read, and such as are not those that the document was made with.
pub(crate) fn templates(record: &Record) -> Result<Option<Templates>, Failure> {
    let root = record.folder.join(RECORDED_TEMPLATES);
    if disk::listed(&root).is_err() {
        // A record that knows its fonts knew its templates too: they were taken away.
        return if record.note.fonts.is_empty() { Ok(None) } else { Err(altered(record, &root)) };
    }
    let templates = templates::read_templates(&root)?;
    let template = &record.document.template;
    let now = match templates.documents.get(template) {
        Some(folder) => build::template_files(template, folder, &templates),
        None => Vec::new(),
    };
    expect_same(record, RECORDED_TEMPLATES, &record.templates, &now)?;
    Ok(Some(templates))
}

/// Makes sure that the inputs in a record are those that its document was made from.
///
/// # Errors
/// The first that is not.
pub(crate) fn expect_inputs(record: &Record, folder: &str, inputs: &InputFolder) -> Result<(), Failure> {
    let of = |(name, bytes): (&String, &Vec<u8>)| File { file: name.clone(), sha256: hash::sha256(bytes) };
    // Last year's input stands beside that of the document, each file named with its folder.
    let (earlier, own): (Vec<File>, Vec<File>) =
        record.inputs.iter().cloned().partition(|file| file.file.contains('/'));
    expect_same(record, folder, &own, &inputs.workbooks.iter().map(of).collect::<Vec<_>>())?;
    let kept = earlier.iter().filter_map(|file| {
        let bytes = disk::read_file(&record.folder.join(&file.file)).ok()?;
        Some(File { file: file.file.clone(), sha256: hash::sha256(&bytes) })
    });
    expect_same(record, "", &earlier, &kept.collect::<Vec<_>>())
}

/// Names the first file that is not as it was recorded, is gone, or was added.
fn expect_same(record: &Record, folder: &str, recorded: &[File], now: &[File]) -> Result<(), Failure> {
    let stray = recorded.iter().find(|file| !now.contains(file)).or(now.iter().find(|file| !recorded.contains(file)));
    let Some(file) = stray else { return Ok(()) };
    Err(altered(record, &record.folder.join(folder).join(&file.file)))
}

fn altered(record: &Record, path: &Path) -> Failure {
    let finding = Finding::new(Code::IssuedAltered, Place::File(path.display().to_string()));
    finding.with("number", record.number).with("symbol", &record.document.number).fails()
}
