//! `vanban build --mark-changes`: what the marked copy is compared with, and the copy itself.

use std::path::{Path, PathBuf};

use crate::cli::diff;
use crate::cli::options::Options;
use crate::cli::report::Report;
use crate::cli::resources::{self, Resources};
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

/// The old version.
pub struct Base {
    version: Version,
    /// In the words of the list.
    name: String,
}

/// The version that changes are marked against, where they are to be marked: the one that the user named, else the
/// one issued last.
///
/// # Errors
/// Where there is neither, or it cannot be read.
pub fn base(
    folder: &Path,
    inputs: &InputFolder,
    options: &Options,
    resources: &Resources,
) -> Result<Option<Base>, Failure> {
    if !options.marks {
        return Ok(None);
    }
    if let Some(against) = &options.against {
        let path = own(against, inputs, options)?;
        let version = diff::version(&path, &resources.templates, &options.output).map_err(|failure| {
            let finding = Finding::new(Code::MarkedAgainst, Place::File(path.display().to_string()));
            Failure::Failed([vec![finding], failure.findings().to_vec()].concat())
        })?;
        return Ok(Some(Base { version, name: path.display().to_string() }));
    }
    let Some(last) = records::records(folder)?.pop() else {
        let place = Place::File(folder.display().to_string());
        return Err(Finding::new(Code::MarkedNoBase, place).fails());
    };
    // The copy is in the language of the document.
    let words = Messages::new(Language::Vietnamese, false);
    let args = [("number", last.number.to_string()), ("symbol", last.document.number.clone())];
    Ok(Some(Base { version: Version::built(last.ledger()?), name: words.text("marked-issue", &args) }))
}

/// The old version of this very document: of many, the folder of the same name inside the one given.
fn own(against: &Path, inputs: &InputFolder, options: &Options) -> Result<PathBuf, Failure> {
    let inside = against.join(&inputs.name);
    match (inside.is_dir(), resources::input_folders(options)?.len()) {
        (true, _) => Ok(inside),
        (false, 1) => Ok(against.to_owned()),
        (false, _) => {
            let place = Place::File(against.display().to_string());
            Err(Finding::new(Code::MarkedMany, place).with("name", &inputs.name).fails())
        }
    }
}

/// The marked copy of a product; none where nothing changed, which is then said.
///
/// # Errors
/// Faults of the form library.
pub fn copy(
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
    let fonts = resources.fonts()?;
    copy::mark(verified, &resources.templates, fonts, product, (&difference, &base.name)).map(Some)
}
