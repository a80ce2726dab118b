//! `vanban build --mark-changes`: what the marked copy is compared with, and the copy itself.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};
use rust_decimal::Decimal;

use crate::cli::diff;
use crate::cli::help::{Help, path};
use crate::cli::report::Report;
use crate::cli::resources::Resources;
use crate::cli::work::{Against, Job};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::messages::{Language, Messages};
use crate::finding::outcome::{Failure, Warned};
use crate::finding::place::Place;
use crate::input::folder::InputFolder;
use crate::input::verify::Verified;
use crate::product::build::Product;
use crate::versions::diff::data;
use crate::versions::diff::version::Version;
use crate::versions::marked::copy;
use crate::versions::records;
use crate::vi::numbers::{self, Grouping};

/// The options of a build that has changes marked.
pub(crate) fn options(help: &Help) -> [Arg; 2] {
    let against = path(help.option("against", "OLD", "help-against")).requires("mark-changes");
    [help.switch("mark-changes", "help-mark-changes"), against]
}

/// What changes are marked against, where they are to be marked.
pub(crate) fn given(given: &ArgMatches) -> Option<Against> {
    let named = given.get_one::<PathBuf>("against").cloned();
    given.get_flag("mark-changes").then(|| named.map_or(Against::LastIssue, Against::Named))
}

/// The old version.
pub(crate) struct Base {
    version: Version,
    /// In the words of the list.
    name: String,
}

/// The version that changes are marked against.
///
/// # Errors
/// Where there is none, or it cannot be read.
pub(crate) fn base(against: &Against, folder: &Path, inputs: &InputFolder, job: &Job) -> Result<Base, Failure> {
    match against {
        Against::LastIssue => last_issue(folder),
        Against::Named(path) => named(&own(path, inputs, job)?, job),
    }
}

fn named(path: &Path, job: &Job) -> Result<Base, Failure> {
    let version = diff::version(path, &job.resources.templates, job.output).map_err(|failure| {
        let finding = Finding::new(Code::MarkedAgainst, Place::File(path.display().to_string()));
        Failure::Failed([vec![finding], failure.findings().to_vec()].concat())
    })?;
    Ok(Base { version, name: path.display().to_string() })
}

fn last_issue(folder: &Path) -> Result<Base, Failure> {
    let Some(last) = records::records(folder)?.pop() else {
        let place = Place::File(folder.display().to_string());
        return Err(Finding::new(Code::MarkedNoBase, place).fails());
    };
    // The copy is in the language of the document.
    let words = Messages::new(Language::Vietnamese, false);
    let args = [("number", last.number.to_string()), ("symbol", last.document.number.clone())];
    Ok(Base { version: Version::built(last.ledger()?), name: words.text("marked-issue", &args) })
}

/// The old version of this very document: of many, the folder of the same name inside the one given.
fn own(against: &Path, inputs: &InputFolder, job: &Job) -> Result<PathBuf, Failure> {
    let inside = against.join(&inputs.name);
    match (inside.is_dir(), job.documents) {
        (true, _) => Ok(inside),
        (false, 1) => Ok(against.to_owned()),
        (false, _) => {
            let place = Place::File(against.display().to_string());
            Err(Finding::new(Code::MarkedMany, place).with("name", &inputs.name).fails())
        }
    }
}

/// The marked copy of a product; none where nothing changed or too much, which is then said.
///
/// # Errors
/// Faults of the form library.
pub(crate) fn copy(
    base: &Base,
    verified: &Verified,
    product: &Product,
    resources: &Resources,
    report: &mut Report,
) -> Result<Option<Warned<Vec<u8>>>, Failure> {
    let difference = data::diff(&base.version, &Version::built(product.ledger.clone()));
    if difference.is_empty() {
        report.say("marked-none", &[("base", base.name.clone())]);
        return Ok(None);
    }
    let changes = difference.changes();
    if changes > copy::MOST_CHANGES {
        let [count, most] =
            [changes, copy::MOST_CHANGES].map(|count| numbers::exact(Decimal::from(count), Grouping::Dot));
        report.insist("marked-too-many", &[("base", base.name.clone()), ("count", count), ("most", most)]);
        return Ok(None);
    }
    let fonts = resources.fonts()?;
    copy::mark(verified, &resources.templates, fonts, product, (&difference, &base.name)).map(Some)
}
