//! What every build owes to what was issued: its files are kept, and changes are named.

use std::path::{Path, PathBuf};

use rust_decimal::Decimal;

use crate::cli::around;
use crate::cli::report::Report;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Stage};
use crate::finding::place::Place;
use crate::input::definition::accepted;
use crate::input::folder::{self, InputFolder};
use crate::input::templates::Templates;
use crate::input::verify::{self, Verified};
use crate::product::build::Product;
use crate::product::pages::fonts::Fonts;
use crate::product::{file_names, particulars};
use crate::versions::diff::change::Difference;
use crate::versions::diff::version::Version;
use crate::versions::diff::{data, text};
use crate::versions::issue_note::{Note, Replacement, Way};
use crate::versions::jump::{self, Earlier};
use crate::versions::kept;
use crate::versions::names::{self, Names};
use crate::versions::records::{self, Making, Record};

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
        let names = names::names(product, &records, output)?;
        names::rename(product, &names)?;
        Ok(Self { records, names, output: output.to_owned() })
    }

    /// Writes the product, and its marked copy, if there is one.
    ///
    /// # Errors
    /// What cannot be written.
    pub(crate) fn write(&self, product: &Product, copy: Option<Vec<u8>>) -> Result<(), Failure> {
        names::write(product, &self.names, copy, &self.output)
    }

    /// Says which files were left alone, and what has changed since the last issue.
    pub(crate) fn tell(&self, product: &Product, folder: &Path, report: &mut Report) {
        if let Some(kept) = &self.names.kept {
            let name = file_names::pdf(&product.ledger.outputs).to_owned();
            let args = [("kept", kept.clone()), ("number", self.names.revision.to_string()), ("name", name)];
            report.insist("issued-revision", &args);
        }
        if let Some(name) = &self.names.gone {
            report.insist("appendices-gone", &[("name", name.clone())]);
        }
        for name in &self.names.signed {
            report.say("issued-signed-kept", &[("name", name.clone())]);
        }
        if let Some(last) = self.records.last() {
            tell_changes(last, product, folder, report);
        }
    }

    /// The issue whose place the product takes, and how.
    ///
    /// # Errors
    /// A number that was given out for other content, unless the office says how the two stand to each other; and
    /// that, where there is nothing to replace.
    pub(crate) fn permit(
        &self,
        product: &Product,
        folder: &Path,
        way: Option<Way>,
    ) -> Result<Option<Replacement>, Failure> {
        let ledger = &product.ledger;
        if self.issue_of(product).is_some() || ledger.document.date.is_none() {
            return Ok(None);
        }
        let same = self.records.iter().rev().find(|record| record.is_numbered_as(&ledger.document));
        let place = Place::File(folder.display().to_string());
        match (same, way) {
            (None, None) => Ok(None),
            (Some(record), None) => Err(issued_again(record, product, place).refuses()),
            (same, Some(way)) => match same.or(self.records.last()) {
                Some(record) => {
                    let name = record.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    Ok(Some(Replacement { number: record.number, record: name, way }))
                }
                None => Err(Finding::new(Code::IssuedNothing, place).refuses()),
            },
        }
    }

    /// The issue that these very files were recorded by, be it the last one or not.
    fn issue_of(&self, product: &Product) -> Option<&Record> {
        self.records.iter().rev().find(|record| record.is_of(&product.ledger.outputs))
    }

    /// Records the product as issued, unless it was issued already: then what was signed since is added.
    ///
    /// # Errors
    /// What cannot be written.
    pub(crate) fn record(
        &self,
        inputs: &InputFolder,
        folder: &Path,
        product: &Product,
        made_with: MadeWith,
        report: &mut Report,
    ) -> Result<(), Failure> {
        if let Some(same) = self.issue_of(product) {
            report.say("issued-already", &named(same));
            for name in records::keep_signed(same, product, &self.output)? {
                report.say("issued-signed-added", &[("name", name)]);
            }
            return Ok(());
        }
        let MadeWith { templates, fonts, previous, replaces } = made_with;
        let making = Making {
            templates: kept::files(&product.ledger.document.template, templates),
            previous: previous.map(|folder| folder.workbooks.clone()).unwrap_or_default(),
            note: Note::new(replaces, fonts),
        };
        let record = records::record(inputs, folder, &self.records, product, &self.output, making)?;
        let [number, symbol] = named(&record);
        match &record.note.replaces {
            None => report.say("issued-recorded", &[number, symbol]),
            Some(Replacement { number: old, way, .. }) => {
                let args = [number, symbol, ("old", old.to_string()), ("way", way.word().to_owned())];
                report.say("issued-replacing", &args);
            }
        }
        report.result(record.folder.display());
        Ok(())
    }
}

/// Makes sure that a document bears its number and its date: a draft (dự thảo) is not issued.
///
/// # Errors
/// What is missing, with the cells where it is entered.
pub(crate) fn expect_numbered(verified: &Verified) -> Result<(), Failure> {
    let (dataset, facts) = (&verified.checked.dataset, &verified.document.facts);
    let lacking: Vec<&str> = particulars::lacking_in_draft(dataset);
    let word = match lacking.as_slice() {
        [] => return Ok(()),
        ["number"] => "number",
        ["date"] => "date",
        _ => "both",
    };
    let cells = lacking.iter().filter_map(|key| dataset.facts.get(*key)?.at.first());
    let heading = |key: &str| facts.fields.iter().find(|field| field.key == key).map_or("", |field| &field.heading);
    let named = lacking.iter().map(|key| match dataset.facts.get(*key).and_then(|entry| entry.at.first()) {
        Some(cell) => format!("{} ({})", cell.a1(), heading(key)),
        None => heading(key).to_owned(),
    });
    let wanted = named.collect::<Vec<_>>().join(", ");
    let place = { cells }.next().cloned().map_or(Place::Nowhere, Place::Cell);
    let finding = Finding::new(Code::IssuedDraft, place).choice("lacking", word);
    Err(finding.with("sheet", &facts.sheet).with("wanted", wanted).refuses())
}

/// Compares the orders of figures with those of the last issue, else of last year's folder. What cannot be read there is
/// told by what needs it.
///
/// # Errors
/// Figures that were likely typed in another unit, unless the definition accepts it.
pub(crate) fn compare(folder: &Path, verified: &Verified, templates: &Templates) -> Stage<()> {
    let records = records::records(folder).unwrap_or_default();
    let (document, dataset) = (&verified.document, &verified.checked.dataset);
    let earlier = Earlier::issued(&verified.template, &records).or_else(|| last_year(folder, verified, templates));
    let found = earlier.map(|earlier| jump::findings(document, dataset, &earlier)).unwrap_or_default();
    accepted::accept(&document.accepted, (), found)
}

/// The figures of the folder that is named as this one, but for the year: `ke-hoach-2024` beside `ke-hoach-2025`.
fn last_year(folder: &Path, verified: &Verified, templates: &Templates) -> Option<Earlier> {
    let dataset = &verified.checked.dataset;
    let year = dataset.facts.get(&verified.document.main_year()?.key)?.quantity()?.value;
    let name = folder.file_name()?.to_str()?;
    let before = name.replace(&year.to_string(), &(year - Decimal::ONE).to_string());
    let beside = folder.with_file_name(&before);
    if before == name || !beside.is_dir() {
        return None;
    }
    let inputs = folder::read_inputs(&beside).ok()?;
    let old = verify::verify_among(&inputs, templates, &around::around(&beside)).ok()?.output;
    let is_same = old.template == verified.template;
    is_same.then(|| Earlier::entered(&before, &old.document, &old.checked.dataset))
}

/// What a record keeps beside files and inputs.
pub(crate) struct MadeWith<'a> {
    pub(crate) templates: &'a Templates,
    pub(crate) fonts: &'a Fonts,
    pub(crate) previous: Option<&'a InputFolder>,
    pub(crate) replaces: Option<Replacement>,
}

/// That a number was given out already for something else, and how much of it is else.
fn issued_again(record: &Record, product: &Product, place: Place) -> Finding {
    let [number, symbol] = named(record);
    let finding = Finding::new(Code::IssuedAgain, place).with(number.0, number.1).with(symbol.0, symbol.1);
    let Ok(ledger) = record.ledger() else { return finding.choice("what", "unknown") };
    let difference = data::diff(&Version::built(ledger), &Version::built(product.ledger.clone()));
    if difference.is_empty() {
        return finding.choice("what", "looks");
    }
    let finding = finding.choice("what", "content").with("figures", difference.figures.len());
    finding.with("particulars", difference.particulars.len()).with("sentences", difference.sentences.len())
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
