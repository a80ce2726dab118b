//! What every build owes to what was issued: its files are kept, and changes are named.

use std::path::{Path, PathBuf};

use crate::cli::report::Report;
use crate::finding::outcome::Failure;
use crate::input::folder::InputFolder;
use crate::product::build::Product;
use crate::product::file_names;
use crate::versions::diff::change::Difference;
use crate::versions::diff::version::Version;
use crate::versions::diff::{data, text};
use crate::versions::records::{self, Names, Record};

/// So many changes are listed after a build.
const LISTED: usize = 30;

/// What was issued of one document, and under which names its present state was written beside that.
pub(crate) struct PastIssues {
    records: Vec<Record>,
    names: Names,
    output: PathBuf,
}

impl PastIssues {
    /// Gives the product its names: those of a revision where it would overwrite what was issued or signed.
    ///
    /// # Errors
    /// Records that cannot be read.
    pub(crate) fn name(folder: &Path, product: &mut Product, output: &Path) -> Result<Self, Failure> {
        let records = records::records(folder)?;
        let names = records::names(product, &records, output)?;
        records::rename(product, &names)?;
        Ok(Self { records, names, output: output.to_owned() })
    }

    /// Writes the product, and its marked copy, if there is one.
    ///
    /// # Errors
    /// What cannot be written.
    pub(crate) fn write(&self, product: &Product, copy: Option<Vec<u8>>) -> Result<(), Failure> {
        records::write(product, &self.names, copy, &self.output)
    }

    /// Says which files were left alone, and what has changed since the last issue.
    pub(crate) fn tell(&self, product: &Product, folder: &Path, report: &mut Report) {
        if let Some(kept) = &self.names.kept {
            let name = file_names::pdf(&product.ledger.outputs).to_owned();
            let args = [("kept", kept.clone()), ("number", self.names.revision.to_string()), ("name", name)];
            report.insist("issued-revision", &args);
        }
        for name in &self.names.signed {
            report.say("issued-signed-kept", &[("name", name.clone())]);
        }
        if let Some(last) = self.records.last() {
            tell_changes(last, product, folder, report);
        }
    }

    /// Records the product as issued, unless it is what was issued last.
    ///
    /// # Errors
    /// A draft, and what cannot be written.
    pub(crate) fn record(
        &self,
        inputs: &InputFolder,
        folder: &Path,
        product: &Product,
        report: &mut Report,
    ) -> Result<(), Failure> {
        if let Some(last) = self.records.last().filter(|last| last.is_of(&product.ledger.outputs)) {
            report.say("issued-already", &named(last));
            return Ok(());
        }
        let record = records::record(inputs, folder, &self.records, product, &self.output)?;
        report.say("issued-recorded", &named(&record));
        report.result(record.folder.display());
        Ok(())
    }
}

fn named(record: &Record) -> [(&'static str, String); 2] {
    [("number", record.number.to_string()), ("symbol", record.document.number.clone())]
}

fn tell_changes(last: &Record, product: &Product, folder: &Path, report: &mut Report) {
    let Ok(ledger) = last.ledger() else {
        let args = [("number", last.number.to_string()), ("folder", last.folder.display().to_string())];
        return report.say("issued-incomparable", &args);
    };
    let difference = data::diff(&Version::built(ledger), &Version::built(product.ledger.clone()));
    if difference.is_empty() {
        return report.say("issued-unchanged", &named(last));
    }
    // One line even where little is said: a change to what was issued is no small matter.
    report.insist("issued-changed", &summary(last, &difference, folder));
    let lines = text::short(&difference, &report.terminal.messages, false);
    let is_quiet = report.terminal.quiet;
    for line in lines.iter().take(LISTED).filter(|_| !is_quiet) {
        report.line(line);
    }
    if lines.len() > LISTED {
        report.say("issued-more", &[("count", (lines.len() - LISTED).to_string())]);
    }
    let (old, new) = (last.folder.display().to_string(), folder.display().to_string());
    report.say("issued-details", &[("old", old), ("new", new)]);
}

fn summary(last: &Record, difference: &Difference, folder: &Path) -> [(&'static str, String); 6] {
    let [number, symbol] = named(last);
    [
        number,
        symbol,
        ("folder", folder.display().to_string()),
        ("figures", difference.figures.len().to_string()),
        ("particulars", difference.particulars.len().to_string()),
        ("sentences", difference.sentences.len().to_string()),
    ]
}
