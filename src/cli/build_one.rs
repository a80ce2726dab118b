//! One input folder on its way to a finished document, and what is said of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use std::time::Duration;

use crate::cli::issue;
use crate::cli::mark;
use crate::cli::options::Options;
use crate::cli::report::Report;
use crate::cli::resources::Resources;
use crate::cli::said_by;
use crate::finding::code::Code;
use crate::finding::messages::Language;
use crate::finding::outcome::{Failure, Warned};
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::product::build::Product;
use crate::product::file_names;
use crate::vi::numbers;

/// `0,15`, or `0.15` in English.
pub fn seconds(time: Duration, options: &Options) -> String {
    let seconds = rust_decimal::Decimal::new(time.as_millis() as i64, 3).round_dp(2);
    match options.language {
        Language::Vietnamese => numbers::number(seconds, 2, numbers::Grouping::Dot),
        Language::English => format!("{seconds:.2}"),
    }
}

pub fn count(found: &[Finding], severity: Severity) -> usize {
    found.iter().filter(|finding| finding.severity == severity).count()
}

/// Says why a document was not made.
pub fn refuse(folder: &Path, failure: &Failure, report: &mut Report) {
    report.findings(failure.findings());
    let code = if let Failure::Refused(_) = failure { "run-refused" } else { "run-failed" };
    let errors = count(failure.findings(), Severity::Error).to_string();
    report.insist(code, &[("folder", folder.display().to_string()), ("count", errors)]);
}

/// A fault of the program in one document is that document's failure, and no other's.
pub fn isolated<T>(folder: &Path, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let finding = Finding::new(Code::InternalFault, Place::File(folder.display().to_string()));
        Err(finding.with("detail", said_by(panic.as_ref())).fails())
    })
}

/// Builds or checks one input folder; the product, if one was made, and what should be known of it.
///
/// # Errors
/// Why the document was refused, or could not be made.
pub fn make(
    folder: &Path,
    options: &Options,
    resources: &Resources,
    report: &mut Report,
) -> Result<(Option<Product>, Vec<Finding>), Failure> {
    let inputs = crate::input::folder::read_inputs(folder)?;
    let Warned { output: verified, mut warnings } = crate::input::verify::verify(&inputs, &resources.templates)?;
    report_verified(&verified, report);
    if !options.writes {
        let said = crate::product::build::rehearse(&verified, &resources.templates);
        warnings.extend(said.map_err(|failure| failure.after(warnings.clone()))?.warnings);
        report.findings(&warnings);
        return Ok((None, warnings));
    }
    let base = mark::base(folder, &inputs, options, resources).map_err(|failure| failure.after(warnings.clone()))?;
    let product =
        crate::product::build::build_with(&verified, &resources.templates, resources.fonts()?, options.appendices)
            .map_err(|failure| failure.after(warnings.clone()))?;
    warnings.extend(product.warnings);
    let mut product = product.output;
    let target = options.output.join(&inputs.name);
    let issued = issue::name(folder, &mut product, &target).map_err(|failure| failure.after(warnings.clone()))?;
    let copy = base.map(|base| mark::copy(&base, &verified, &product, resources, report)).transpose();
    let copy = copy.map_err(|failure| failure.after(warnings.clone()))?.flatten();
    warnings.extend(copy.iter().flat_map(|copy| copy.warnings.clone()));
    let copy = copy.map(|copy| copy.output);
    let has_copy = copy.is_some();
    issued.write(&product, copy).map_err(|failure| failure.after(warnings.clone()))?;
    report.findings(&warnings);
    let (pages, font) = (product.ledger.pages.to_string(), product.ledger.font.clone());
    report.say("run-written", &[("pages", pages), ("font", font)]);
    for name in product.files.keys().filter(|name| !name.contains('/')) {
        report.result(target.join(name).display());
    }
    report.result(target.join("source").display());
    if has_copy {
        report.say("marked-written", &[]);
        report.result(target.join(file_names::marked_copy(&product.ledger.outputs)).display());
    }
    issued.tell(&product, folder, options, report);
    if options.issues {
        issued.record(&inputs, folder, &product, report)?;
    }
    Ok((Some(product), warnings))
}

fn report_verified(verified: &crate::input::verify::Verified, report: &mut Report) {
    for book in &verified.workbooks {
        let cells: usize = book.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        let (sheets, cells) = (book.sheets.len().to_string(), cells.to_string());
        report.say("run-read", &[("file", book.name.to_string()), ("sheets", sheets), ("cells", cells)]);
    }
    let (name, folder) = (verified.document.document.name.clone(), verified.template.clone());
    report.say("run-template", &[("name", name), ("folder", folder)]);
    let (hold, differ) = crate::input::checking::check::tally(&verified.checked.checks);
    report.say("run-checked", &[("hold", hold.to_string()), ("differ", differ.to_string())]);
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
