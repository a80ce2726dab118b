//! What every document of a run shares: templates and fonts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::cli::common::Common;
use crate::cli::{threads, trial};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::folder;
use crate::input::templates::{self, Templates};
use crate::product::pages::fonts::{self, Fonts};
use crate::product::pages::foreign;
use crate::product::pages::typesetter;

/// What a command takes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// No page is made.
    Templates,
    /// Pages are made.
    Fonts,
}

/// Templates, and fonts on their way.
pub(crate) struct Resources {
    pub(crate) templates: Templates,
    fonts: Loading,
}

impl Resources {
    /// Reads the templates; fonts, where they are needed, are loaded afterwards in the background.
    ///
    /// # Errors
    /// When a template cannot be read.
    pub(crate) fn load(common: &Common, need: Need) -> Result<Self, Failure> {
        Ok(Self::of(templates::read_templates(&common.templates)?, common, need))
    }

    /// The same, with other templates than those of the run.
    pub(crate) fn of(templates: Templates, common: &Common, need: Need) -> Self {
        let fonts = Loading { folders: font_folders(common), fonts: Arc::default() };
        if need == Need::Fonts {
            threads::start_pool(common.jobs);
            fonts.start(&templates);
        }
        Self { templates, fonts }
    }

    /// The fonts, once they are there.
    ///
    /// # Errors
    /// When a font folder cannot be read, or holds no usable family.
    pub(crate) fn fonts(&self) -> Result<&Fonts, Failure> {
        self.fonts.get().as_ref().map_err(Clone::clone)
    }
}

/// Fonts on their way: loading them, and warming the typesetter up, takes as long as reading a workbook,
/// so both are done meanwhile.
#[derive(Clone)]
struct Loading {
    folders: Vec<PathBuf>,
    fonts: Arc<OnceLock<Result<Fonts, Failure>>>,
}

impl Loading {
    fn start(&self, templates: &Templates) {
        let (loading, form) = (self.clone(), templates.form.clone());
        // A library that somebody changed is tried out first, with the document.
        let is_known = foreign::library_file(&form, None).is_none();
        rayon::spawn(move || {
            if let (Ok(fonts), true) = (loading.get(), is_known) {
                // A fault here would end the program, and will be found, and said, when the document is set.
                let _ = catch_unwind(AssertUnwindSafe(|| typesetter::warm_up(&form, fonts)));
            }
        });
    }

    /// Whoever asks first loads them, the others wait.
    fn get(&self) -> &Result<Fonts, Failure> {
        let read = || fonts::read_fonts(&self.folders).map(|fonts| fonts.trying_with(trial::try_out));
        self.fonts.get_or_init(read)
    }
}

/// The folders with fonts: those given by the user, then that of the templates.
fn font_folders(common: &Common) -> Vec<PathBuf> {
    [common.font_paths.clone(), vec![common.templates.join("fonts")]].concat()
}

/// The input folders that were named, or else all those under `inputs/`.
///
/// # Errors
/// When `inputs/` cannot be read or is empty.
pub(crate) fn input_folders(given: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let inputs = match given {
        [] => folder::input_folders(Path::new(folder::ROOT))?,
        given => named(given),
    };
    if inputs.is_empty() {
        let place = Place::File(folder::ROOT.to_owned());
        return Err(Finding::new(Code::InputsEmpty, place).fails());
    }
    Ok(inputs)
}

/// The folders that were named, each by itself or by its workbooks.
fn named(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for path in given {
        let folder = folder::named(path);
        // A second workbook of the same folder.
        if folder == *path || !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// Makes sure that a folder has a name of its own: two of one name would be written into the same output folder.
///
/// # Errors
/// The folder, if an earlier one has its name.
pub(crate) fn unique(folders: &[PathBuf], index: usize) -> Result<(), Failure> {
    let folder = &folders[index];
    match folders[..index].iter().find(|other| other.file_name() == folder.file_name()) {
        None => Ok(()),
        Some(earlier) => {
            let finding = Finding::new(Code::OutputTwice, Place::File(folder.display().to_string()));
            Err(finding.with("other", earlier.display()).fails())
        }
    }
}
