//! An input folder on the disk.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;

use crate::input::disk::{file_name, is_hidden, listed, read_file, trouble};
use crate::vi::matching;

/// The folder that holds the input folders, where none is named.
pub(crate) const ROOT: &str = "inputs";
/// What the workbook to fill in is called in its folder.
pub(crate) const WORKBOOK: &str = "so-lieu.xlsx";

/// The files of one input folder.
#[derive(Debug, Clone)]
pub struct InputFolder {
    /// Name of the folder, which is also the name of its output folder.
    pub name: String,
    /// Workbook name → bytes.
    pub workbooks: BTreeMap<String, Vec<u8>>,
}

/// Every folder directly under `root` that can be built, in name order.
///
/// # Errors
/// When `root` cannot be read.
pub(crate) fn input_folders(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = listed(root).map_err(|error| trouble(Code::FolderUnreadable, root, &error))?;
    Ok(folders_of(entries))
}

fn folders_of(entries: Vec<PathBuf>) -> Vec<PathBuf> {
    entries.into_iter().filter(|path| path.is_dir() && !is_hidden(path)).collect()
}

/// The input folder that a path names: itself, or the folder of a workbook. It always has a name.
pub(crate) fn named(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(parent) if has_extension(path) && path.is_file() => parent,
        _ => path,
    };
    if folder.file_name().is_some() {
        return folder.to_owned();
    }
    // `.`, `..`, and a workbook of the folder one is in.
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    here.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Why the entries of a folder cannot be had; of one that is not there, which there are.
fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    if error.kind() != io::ErrorKind::NotFound {
        return trouble(Code::FolderUnreadable, folder, error);
    }
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let roots = [Some(Path::new(ROOT)), beside].into_iter().flatten();
    let known: Vec<String> = roots
        .map(|root| folders_of(listed(root).unwrap_or_default()))
        .find(|folders| !folders.is_empty())
        .unwrap_or_default()
        .iter()
        .map(|folder| folder.display().to_string())
        .collect();
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let names = known.iter().filter_map(|path| Path::new(path).file_name()?.to_str());
    let near = matching::nearest(&name, names).and_then(|near| known.iter().find(|path| path.ends_with(near)));
    let finding = Finding::new(Code::InputsUnknown, Place::File(folder.display().to_string()));
    let finding = finding.with("known", known.join(", ")).flag("has-known", !known.is_empty());
    finding.with_near(near.map(String::as_str)).fails()
}

/// That workbooks of a folder are open in a program that writes them: a note, all of them in one.
pub(crate) fn open_workbooks(folder: &Path) -> Option<Finding> {
    let entries = listed(folder).unwrap_or_default();
    // Excel; LibreOffice.
    let locks = |name: &str| [format!("~${name}"), format!(".~lock.{name}#")];
    let is_open = |path: &&PathBuf| {
        let locks = locks(&file_name(path));
        is_workbook(path) && entries.iter().any(|other| locks.contains(&file_name(other)))
    };
    let open: Vec<String> = entries.iter().filter(is_open).map(|path| file_name(path)).collect();
    let place = Place::File(folder.display().to_string());
    (!open.is_empty()).then(|| Finding::new(Code::WorkbookOpen, place).with("files", open.join(", ")))
}

/// Reads the workbooks of one folder. Lock files (`~$…`) and hidden files are not inputs.
///
/// # Errors
/// When the folder cannot be read ([`Failure::Failed`]) or holds no workbook ([`Failure::Refused`]).
pub fn read_inputs(folder: &Path) -> Result<InputFolder, Failure> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entries = listed(folder).map_err(|error| unreadable(folder, &error))?;
    let mut workbooks = BTreeMap::new();
    for path in entries.iter().filter(|path| is_workbook(path)) {
        workbooks.insert(file_name(path), read_file(path)?);
    }
    if workbooks.is_empty() {
        let place = Place::File(folder.display().to_string());
        return Err(Finding::new(Code::FolderWithoutWorkbook, place).refuses());
    }
    Ok(InputFolder { name, workbooks })
}

/// Whether a file of an input folder is an input, and neither hidden nor the lock of an open workbook.
pub(crate) fn is_workbook(path: &Path) -> bool {
    has_extension(path) && !is_hidden(path) && path.is_file()
}

fn has_extension(path: &Path) -> bool {
    path.extension().is_some_and(|ext| {
        ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"].iter().any(|known| ext.eq_ignore_ascii_case(known))
    })
}

/// Makes sure that a new input may be written to `folder`: it is not there yet, or holds no workbook.
///
/// # Errors
/// When a workbook is there already, or the folder cannot be read.
pub(crate) fn expect_vacant(folder: &Path) -> Result<(), Failure> {
    let entries = match listed(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| trouble(Code::FolderUnreadable, folder, &error))?,
    };
    match entries.iter().find(|path| is_workbook(path)) {
        Some(path) => {
            let place = Place::File(path.display().to_string());
            Err(Finding::new(Code::NewFolderTaken, place).fails())
        }
        None => Ok(()),
    }
}
