//! One input folder on its way to a finished document, and what is said of it.

use std::path::Path;
use std::time::Duration;

use crate::cli::around;
use crate::cli::fault::caught;
use crate::cli::mark;
use crate::cli::past_issues::{self, MadeWith, PastIssues};
use crate::cli::report::Report;
use crate::cli::work::{Job, Work, Writing};
use crate::finding::code::{Code, Effect};
use crate::finding::messages::Language;
use crate::finding::outcome::{self, Failure, Stage, Warned};
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::checking::check;
use crate::input::folder::{self, InputFolder};
use crate::input::verify::{self, Verified};
use crate::product::build::{self, Product};
use crate::product::file_names;
use crate::vi::numbers;

/// `0,15`, or `0.15` in English.
pub(crate) fn seconds(time: Duration, language: Language) -> String {
    let seconds = rust_decimal::Decimal::new(time.as_millis() as i64, 3).round_dp(2);
    match language {
        Language::Vietnamese => numbers::number(seconds, 2, numbers::Grouping::Dot),
        Language::English => format!("{seconds:.2}"),
    }
}

/// How many findings matter so much.
pub(crate) fn count(found: &[Finding], severity: Severity) -> usize {
    found.iter().filter(|finding| finding.severity == severity).count()
}

/// Says why a document was not made.
pub(crate) fn refuse(folder: &Path, failure: &Failure, report: &mut Report) {
    report.findings(failure.findings());
    let not_recorded = || failure.findings().iter().any(|finding| finding.code.has(Effect::NotRecorded));
    let code = match failure {
        Failure::Refused(_) if not_recorded() => "run-not-recorded",
        Failure::Refused(_) => "run-refused",
        Failure::Failed(_) => "run-failed",
    };
    let errors = count(failure.findings(), Severity::Error).to_string();
    report.insist(code, &[("folder", folder.display().to_string()), ("count", errors)]);
}

/// A fault of the program in one document is that document's failure, and no other's.
fn isolated<T>(folder: &Path, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    caught(work).unwrap_or_else(|detail| {
        let finding = Finding::new(Code::InternalFault, Place::File(folder.display().to_string()));
        Err(finding.with("detail", detail).fails())
    })
}

/// What is known of a document beside itself: a failure says it too, unless it has been said by then.
struct Told<'a, 'b> {
    report: &'a mut Report<'b>,
    /// Not said yet.
    waiting: Vec<Finding>,
    said: Vec<Finding>,
}

impl<'a, 'b> Told<'a, 'b> {
    fn new(report: &'a mut Report<'b>) -> Self {
        Self { report, waiting: Vec::new(), said: Vec::new() }
    }

    /// Takes what a stage gave.
    fn take<T>(&mut self, stage: Stage<T>) -> Result<T, Failure> {
        Ok(self.keep(stage?))
    }

    /// The output; its warnings wait here.
    fn keep<T>(&mut self, warned: Warned<T>) -> T {
        self.waiting.extend(warned.warnings);
        warned.output
    }

    /// Makes sure that nothing waits for somebody's word before the document is issued.
    ///
    /// # Errors
    /// What does.
    fn expect_settled(&mut self) -> Result<(), Failure> {
        let holds = |finding: &mut Finding| finding.code.has(Effect::HoldsIssue);
        let mut held: Vec<Finding> = self.waiting.extract_if(.., holds).collect();
        for finding in &mut held {
            finding.severity = Severity::Error;
        }
        if held.is_empty() { Ok(()) } else { Err(Failure::Refused(outcome::settle(held))) }
    }

    /// Says all that waits.
    fn say(&mut self) {
        self.report.findings(&self.waiting);
        self.said.append(&mut self.waiting);
    }
}

/// Does with one input folder what the run is about; the product, if one was made, and what should be known of it.
///
/// # Errors
/// Why the document was refused, or could not be made.
pub(crate) fn make(folder: &Path, job: &Job, report: &mut Report) -> Result<(Option<Product>, Vec<Finding>), Failure> {
    isolated(folder, || {
        let mut told = Told::new(report);
        let made = match job.work {
            Work::Check => check(folder, job, &mut told).map(|()| None),
            Work::Write(writing) => write(folder, writing, job, &mut told).map(Some),
        };
        match made {
            Ok(product) => Ok((product, told.said)),
            Err(failure) => Err(failure.after(told.waiting)),
        }
    })
}

fn check(folder: &Path, job: &Job, told: &mut Told) -> Result<(), Failure> {
    let (_, verified) = read(folder, job, told)?;
    told.take(build::rehearse(&verified, &job.resources.templates, job.resources.fonts()?))?;
    told.say();
    Ok(())
}

/// Read, build, name, mark, write, tell, record.
fn write(folder: &Path, writing: &Writing, job: &Job, told: &mut Told) -> Result<Product, Failure> {
    let (templates, (inputs, verified)) = (&job.resources.templates, read(folder, job, told)?);
    if writing.is_issue {
        told.expect_settled()?;
        past_issues::expect_numbered(&verified)?;
    }
    let base = writing.marks.as_ref().map(|against| mark::base(against, folder, &inputs, job)).transpose()?;
    let mut product = told.take(build::build_with(&verified, templates, job.resources.fonts()?, writing.appendices))?;
    let target = job.output.join(&inputs.name);
    let past = PastIssues::name(folder, &mut product, &target)?;
    let replaces = if writing.is_issue { past.permit(&product, folder, writing.replaces)? } else { None };
    let copy = base.map(|base| mark::copy(&base, &verified, &product, job.resources, told.report)).transpose()?;
    let copy = copy.flatten().map(|copy| told.keep(copy));
    let has_copy = copy.is_some();
    past.write(&product, copy)?;
    told.say();
    tell_files(&product, &target, has_copy, told.report);
    past.tell(&product, folder, told.report);
    if writing.is_issue {
        let previous = verified.previous.as_ref();
        let made_with = MadeWith { templates, fonts: job.resources.fonts()?, previous, replaces };
        past.record(&inputs, folder, &product, made_with, told.report)?;
    }
    Ok(product)
}

fn read(folder: &Path, job: &Job, told: &mut Told) -> Result<(InputFolder, Verified), Failure> {
    let inputs = folder::read_inputs(folder)?;
    told.waiting.extend(folder::open_workbooks(folder));
    let verified = told.take(verify::verify_among(&inputs, &job.resources.templates, &around::around(folder)))?;
    let taken = job.claims.and_then(|claims| claims.claim(folder, &verified.checked.dataset));
    told.take(outcome::accept((), taken.into_iter().collect()))?;
    told.take(past_issues::compare(folder, &verified, &job.resources.templates))?;
    tell_verified(&verified, told.report);
    Ok((inputs, verified))
}

fn tell_verified(verified: &Verified, report: &mut Report) {
    for book in &verified.workbooks {
        let cells: usize = book.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        let (sheets, cells) = (book.sheets.len().to_string(), cells.to_string());
        report.say("run-read", &[("file", book.name.to_string()), ("sheets", sheets), ("cells", cells)]);
    }
    let (name, folder) = (verified.document.document.name.clone(), verified.template.clone());
    report.say("run-template", &[("name", name), ("folder", folder)]);
    let (hold, differ) = check::tally(&verified.checked.checks);
    report.say("run-checked", &[("hold", hold.to_string()), ("differ", differ.to_string())]);
}

/// Says what was written where.
fn tell_files(product: &Product, target: &Path, has_copy: bool, report: &mut Report) {
    let (pages, font) = (product.ledger.pages.to_string(), product.ledger.font.clone());
    report.say("run-written", &[("pages", pages), ("font", font)]);
    for name in product.files.keys().filter(|name| !name.contains('/')) {
        report.result(target.join(name).display());
    }
    report.result(target.join(file_names::SOURCES).display());
    if has_copy {
        report.say("marked-written", &[]);
        report.result(target.join(file_names::marked_copy(&product.ledger.outputs)).display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_program_fails_one_document() {
        let failure = isolated::<()>(Path::new("inputs/a"), || panic!("không ngờ")).expect_err("a panic");
        let Failure::Failed(found) = &failure else { panic!("{failure:?}") };
        assert_eq!((found[0].code, found[0].arg("detail")), (Code::InternalFault, "không ngờ"));
        assert_eq!(isolated(Path::new("a"), || Ok(1)).ok(), Some(1));
    }
}
