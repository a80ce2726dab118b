//! An issued state as it is looked at later: by what it was made with, and with a word of what became of it.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::common::Common;
use crate::cli::resources::{Need, Resources};
use crate::finding::messages::Messages;
use crate::finding::outcome::Failure;
use crate::input::disk;
use crate::input::folder::InputFolder;
use crate::product::file_names::{RECORDED_INPUTS, SIGNED};
use crate::product::pages::fonts::Fonts;
use crate::versions::kept;
use crate::versions::records::{Record, Replaced};

/// A record, and whether it is judged by templates of its own.
pub(crate) struct Basis {
    pub(crate) record: Record,
    has_templates: bool,
}

/// What an issued state is made anew with: the templates that its record keeps, or else today's.
///
/// # Errors
/// Templates that cannot be read, or are not those it was made with.
pub(crate) fn resources(record: Record, common: &Common) -> Result<(Resources, Option<Basis>), Failure> {
    let kept = kept::templates(&record)?;
    let has_templates = kept.is_some();
    let resources = match kept {
        Some(templates) => Resources::of(templates, common, Need::Fonts),
        None => Resources::load(common, Need::Fonts)?,
    };
    Ok((resources, Some(Basis { record, has_templates })))
}

impl Basis {
    /// The folder with the inputs that it was made from.
    pub(crate) fn inputs(&self) -> PathBuf {
        self.record.folder.join(RECORDED_INPUTS)
    }

    /// Makes sure that they still are.
    ///
    /// # Errors
    /// The first workbook that is not as it was.
    pub(crate) fn expect_inputs(&self, inputs: &InputFolder) -> Result<(), Failure> {
        kept::expect_inputs(&self.record, RECORDED_INPUTS, inputs)
    }

    /// The files that were issued, and the copies that were signed.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let issued = self.record.outputs.iter().map(|file| self.record.folder.join(&file.file));
        issued.chain(disk::listed(&self.record.folder.join(SIGNED)).unwrap_or_default()).collect()
    }

    /// Which state it is, what it is judged by, and what became of it.
    pub(crate) fn lines(&self, fonts: &Fonts, messages: &Messages) -> Vec<String> {
        let record = &self.record;
        let args = [("number", record.number.to_string()), ("symbol", record.document.number.clone())];
        let by = if self.has_templates { "verify-record" } else { "verify-record-today" };
        let mut lines = vec![messages.text(by, &args)];
        if record.note.has_other_fonts(fonts) {
            lines.push(messages.text("verify-record-fonts", &[]));
        }
        lines.extend(record.replaced.map(|by| replaced(record, by, messages)));
        lines
    }
}

/// That another issue took the place of this one.
pub(crate) fn replaced(record: &Record, Replaced { by, way }: Replaced, messages: &Messages) -> String {
    let args = [
        ("number", record.number.to_string()),
        ("symbol", record.document.number.clone()),
        ("by", by.to_string()),
        ("way", way.word().to_owned()),
    ];
    messages.text("issued-replaced", &args)
}

/// An issue, for programs.
pub(crate) fn json(record: &Record) -> Value {
    let mut issue = json!({ "number": record.number, "document": record.document.number });
    if let Some(Replaced { by, way }) = record.replaced {
        issue["replaced"] = json!({ "by": by, "way": way });
    }
    if let Some(replaces) = &record.note.replaces {
        issue["replaces"] = json!(replaces);
    }
    issue
}
