//! The disk: inputs, templates and fonts in.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Failure, Place};
use crate::typeset::Fonts;

/// The files of one input folder.
#[derive(Debug, Clone)]
pub struct InputFolder {
    /// Name of the folder, which is also the name of its output folder.
    pub name: String,
    /// Workbook name → bytes.
    pub workbooks: BTreeMap<String, Vec<u8>>,
}

/// The templates of a run.
#[derive(Debug, Clone)]
pub struct Templates {
    /// The form library: file name → text.
    pub form: BTreeMap<String, String>,
    /// The file of the form library that only marked copies need ([`crate::marked`]), if it is there.
    pub changes: Option<String>,
    /// Documents that can be built: folder name → its files.
    pub documents: BTreeMap<String, DocumentFolder>,
}

/// One folder under `templates/` with a `document.toml`.
#[derive(Debug, Clone)]
pub struct DocumentFolder {
    pub definition: String,
    /// The folder's own main file, if it has one.
    pub main: Option<String>,
    /// Prose templates: file name → text.
    pub narrative: BTreeMap<String, String>,
}

/// The folder of the form library inside the templates.
pub const FORM_FOLDER: &str = "nd30";
/// The file of the form library that turns a document into its marked copy.
pub const CHANGES: &str = "changes.typ";

fn trouble(code: &'static str, path: &Path, error: &io::Error) -> Failure {
    let place = Place::File(path.display().to_string());
    Failure::Failed(vec![Diagnostic::error(code, place).with("detail", error)])
}

/// Every folder directly under `root` that can be built, in name order.
///
/// # Errors
/// When `root` cannot be read.
pub fn input_folders(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = listed(root).map_err(|error| trouble("folder-unreadable", root, &error))?;
    Ok(entries.into_iter().filter(|path| path.is_dir() && !is_hidden(path)).collect())
}

/// Reads the workbooks of one folder. Lock files (`~$…`) and hidden files are not inputs.
///
/// # Errors
/// When the folder cannot be read ([`Failure::Failed`]) or holds no workbook ([`Failure::Refused`]).
pub fn read_inputs(folder: &Path) -> Result<InputFolder, Failure> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entries = listed(folder).map_err(|error| trouble("folder-unreadable", folder, &error))?;
    let mut workbooks = BTreeMap::new();
    for path in entries.iter().filter(|path| is_workbook(path)) {
        let bytes = fs::read(path).map_err(|error| trouble("file-unreadable", path, &error))?;
        workbooks.insert(file_name(path), bytes);
    }
    if workbooks.is_empty() {
        let place = Place::File(folder.display().to_string());
        return Err(Failure::Refused(vec![Diagnostic::error("folder-without-workbook", place)]));
    }
    Ok(InputFolder { name, workbooks })
}

/// Whether a file of an input folder is an input, and neither hidden nor the lock of an open workbook.
pub fn is_workbook(path: &Path) -> bool {
    let has_extension = path.extension().is_some_and(|ext| {
        ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"].iter().any(|known| ext.eq_ignore_ascii_case(known))
    });
    has_extension && !is_hidden(path) && path.is_file()
}

/// Name of the ledger in an output folder.
pub const LEDGER: &str = "figures.json";

/// Reads a ledger.
///
/// # Errors
/// When the file cannot be read.
pub fn read_ledger(path: &Path) -> Result<Vec<u8>, Failure> {
    read_file(path)
}

/// Reads a file that is no input: one that stands in the output folder, or was handed back.
///
/// # Errors
/// When the file cannot be read.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| trouble("file-unreadable", path, &error))
}

/// Makes sure that a new input may be written to `folder`: it is not there yet, or holds no workbook.
///
/// # Errors
/// When a workbook is there already, or the folder cannot be read.
pub fn expect_vacant(folder: &Path) -> Result<(), Failure> {
    let entries = match listed(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| trouble("folder-unreadable", folder, &error))?,
    };
    match entries.iter().find(|path| is_workbook(path)) {
        Some(path) => {
            let place = Place::File(path.display().to_string());
            Err(Failure::Failed(vec![Diagnostic::error("new-folder-taken", place)]))
        }
        None => Ok(()),
    }
}

/// Reads every template under `root`: the form library and the documents.
///
/// # Errors
/// When a folder or file cannot be read, or the form library is missing.
pub fn read_templates(root: &Path) -> Result<Templates, Failure> {
    let mut form = read_texts(&root.join(FORM_FOLDER), ".typ")?;
    let changes = form.remove(CHANGES);
    Ok(Templates { form, changes, documents: read_document_folders(root)? })
}

/// Reads the folders under `root` that hold a `document.toml`.
///
/// # Errors
/// When a folder or file cannot be read.
pub fn read_document_folders(root: &Path) -> Result<BTreeMap<String, DocumentFolder>, Failure> {
    let mut documents = BTreeMap::new();
    for folder in listed(root).map_err(|error| trouble("folder-unreadable", root, &error))? {
        let definition = folder.join("document.toml");
        if !definition.is_file() {
            continue;
        }
        let main = folder.join("main.typ");
        let main = if main.is_file() { Some(read_text(&main)?) } else { None };
        let narrative = folder.join("narrative");
        let narrative = if narrative.is_dir() { read_texts(&narrative, ".typ.j2")? } else { BTreeMap::new() };
        let definition = read_text(&definition)?;
        documents.insert(file_name(&folder), DocumentFolder { definition, main, narrative });
    }
    Ok(documents)
}

/// Loads the fonts of a folder, after those of the folders given by the user.
///
/// # Errors
/// When a folder cannot be read, or no usable family is found.
pub fn read_fonts(folders: &[PathBuf]) -> Result<Fonts, Failure> {
    let mut files = Vec::new();
    for folder in folders {
        let entries = if folder.is_file() {
            vec![folder.clone()]
        } else {
            listed(folder).map_err(|error| trouble("folder-unreadable", folder, &error))?
        };
        for path in entries {
            let is_font = path
                .extension()
                .is_some_and(|ext| ["ttf", "otf", "ttc"].iter().any(|known| ext.eq_ignore_ascii_case(known)));
            if is_font {
                files.push(fs::read(&path).map_err(|error| trouble("file-unreadable", &path, &error))?);
            }
        }
    }
    let fonts = Fonts::new(files);
    if fonts.family().is_none() {
        let place = Place::File(folders.last().map(|folder| folder.display().to_string()).unwrap_or_default());
        return Err(Failure::Failed(vec![Diagnostic::error("font-missing", place)]));
    }
    Ok(fonts)
}

fn read_texts(folder: &Path, ending: &str) -> Result<BTreeMap<String, String>, Failure> {
    let entries = listed(folder).map_err(|error| trouble("folder-unreadable", folder, &error))?;
    let mut texts = BTreeMap::new();
    for path in entries.iter().filter(|path| path.is_file() && !is_hidden(path)) {
        let name = file_name(path);
        if name.ends_with(ending) {
            texts.insert(name, read_text(path)?);
        }
    }
    Ok(texts)
}

fn read_text(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|error| trouble("file-unreadable", path, &error))?;
    Ok(crate::vi::compose(&text).into_owned())
}

fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    let name = file_name(path);
    name.starts_with('.') || name.starts_with("~$")
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| crate::vi::compose(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}
