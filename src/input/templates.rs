//! The templates on the disk: the form library and the documents.

use std::collections::BTreeMap;
use std::path::Path;

use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::input::disk::{self, file_name, is_hidden, listed, trouble};
use crate::vi::text;

/// The templates of a run.
#[derive(Debug, Clone)]
pub struct Templates {
    /// The form library: file name → text.
    pub(crate) form: BTreeMap<String, String>,
    /// The file of the form library that only marked copies need (`versions::marked`), if it is there.
    pub(crate) changes: Option<String>,
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
    /// What else lies among them, and is not read: `02.typ.j2.txt`, a folder.
    pub(crate) unread: Vec<String>,
    /// What a filled-in workbook of it says.
    pub(crate) example: Option<String>,
}

/// The folder of the form library inside the templates.
pub(crate) const FORM_FOLDER: &str = "nd30";
/// The file of the form library that turns a document into its marked copy.
pub(crate) const CHANGES: &str = "changes.typ";

/// The file that makes a folder a document.
const DEFINITION: &str = "document.toml";
/// The file beside it that holds the example.
const EXAMPLE: &str = "vi-du.toml";
/// The folder of the prose inside that of a document.
const NARRATIVE: &str = "narrative";
/// How the names of its files end.
const PROSE: &str = ".typ.j2";
/// What systems leave in folders.
const NOBODYS: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// `ke-hoach/document.toml`, as messages name it.
pub(crate) fn definition_path(document: &str) -> String {
    format!("{document}/{DEFINITION}")
}

/// `ke-hoach/vi-du.toml`, as messages name it.
pub(crate) fn example_path(document: &str) -> String {
    format!("{document}/{EXAMPLE}")
}

/// `ke-hoach/narrative`, as messages name it.
pub(crate) fn narrative_path(document: &str) -> String {
    format!("{document}/{NARRATIVE}")
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
    for folder in listed(root).map_err(|error| trouble(Code::FolderUnreadable, root, &error))? {
        let definition = folder.join(DEFINITION);
        if !definition.is_file() {
            continue;
        }
        let main = folder.join("main.typ");
        let main = if main.is_file() { Some(read_text(&main)?) } else { None };
        let narrative = folder.join(NARRATIVE);
        let (narrative, unread) = if narrative.is_dir() {
            (read_texts(&narrative, PROSE)?, unread(&narrative)?)
        } else {
            (BTreeMap::new(), Vec::new())
        };
        let definition = read_text(&definition)?;
        let example = folder.join(EXAMPLE);
        let example = if example.is_file() { Some(read_text(&example)?) } else { None };
        documents.insert(file_name(&folder), DocumentFolder { definition, main, narrative, unread, example });
    }
    Ok(documents)
}

/// The names of what is no prose; notes (`README.md`) and what systems leave behind are nobody's prose.
fn unread(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = listed(folder).map_err(|error| trouble(Code::FolderUnreadable, folder, &error))?;
    let names = entries.iter().filter(|path| !is_hidden(path)).map(|path| (file_name(path), path.is_file()));
    let is_left = |name: &str| {
        let name = name.to_lowercase();
        name.ends_with(".md") || name.ends_with('~') || name.ends_with(".bak") || NOBODYS.contains(&name.as_str())
    };
    Ok(names
        .filter(|(name, is_file)| !(*is_file && (name.ends_with(PROSE) || is_left(name))))
        .map(|(name, _)| name)
        .collect())
}

fn read_texts(folder: &Path, ending: &str) -> Result<BTreeMap<String, String>, Failure> {
    let entries = listed(folder).map_err(|error| trouble(Code::FolderUnreadable, folder, &error))?;
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
    Ok(text::compose(&disk::read_text(path)?).into_owned())
}
