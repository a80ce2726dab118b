//! What every document of a run shares: templates and fonts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::cli::options::Options;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::folder;
use crate::input::templates::{self, Templates};
use crate::product::pages::fonts::{self, Fonts};
use crate::product::pages::typesetter;

/// Templates, and fonts on their way.
pub struct Resources {
    pub templates: Templates,
    fonts: Loading,
}

impl Resources {
    /// Reads the templates; fonts are loaded afterwards in the background, where documents are to be written.
    ///
    /// # Errors
    /// When a template cannot be read.
    pub fn load(options: &Options) -> Result<Self, Failure> {
        let fonts = Loading::new(options);
        let templates = templates::read_templates(&options.templates)?;
        if options.writes {
            fonts.start(&templates);
        }
        Ok(Self { templates, fonts })
    }

    /// The fonts, once they are there.
    ///
    /// # Errors
    /// When a font folder cannot be read, or holds no usable family.
    pub fn fonts(&self) -> Result<&Fonts, Failure> {
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
    fn new(options: &Options) -> Self {
        Self { folders: font_folders(options), fonts: Arc::default() }
    }

    fn start(&self, templates: &Templates) {
        let (loading, form) = (self.clone(), templates.form.clone());
        rayon::spawn(move || {
            if let Ok(fonts) = loading.get() {
                // A fault here would end the program, and will be found, and said, when the document is set.
                let _ = catch_unwind(AssertUnwindSafe(|| typesetter::warm_up(&form, fonts)));
            }
        });
    }

    /// Whoever asks first loads them, the others wait.
    fn get(&self) -> &Result<Fonts, Failure> {
        self.fonts.get_or_init(|| fonts::read_fonts(&self.folders))
    }
}

/// The folders with fonts: those given by the user, then that of the templates.
pub fn font_folders(options: &Options) -> Vec<PathBuf> {
    [options.font_paths.clone(), vec![options.templates.join("fonts")]].concat()
}

/// The input folders that were named, or else all those under `inputs/`.
///
/// # Errors
/// When `inputs/` cannot be read or is empty.
pub fn input_folders(options: &Options) -> Result<Vec<PathBuf>, Failure> {
    let inputs = match &options.inputs[..] {
        [] => folder::input_folders(Path::new("inputs"))?,
        given => given.to_vec(),
    };
    if inputs.is_empty() {
        let place = Place::File("inputs".to_owned());
        return Err(Finding::new(Code::InputsEmpty, place).fails());
    }
    Ok(inputs)
}
