//! An input folder on the disk.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk::{file_name, is_hidden, listed, read_file, trouble};

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
    Ok(entries.into_iter().filter(|path| path.is_dir() && !is_hidden(path)).collect())
}

/// Reads the workbooks of one folder. Lock files (`~$…`) and hidden files are not inputs.
///
/// # Errors
/// When the folder cannot be read ([`Failure::Failed`]) or holds no workbook ([`Failure::Refused`]).
pub fn read_inputs(folder: &Path) -> Result<InputFolder, Failure> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entries = listed(folder).map_err(|error| trouble(Code::FolderUnreadable, folder, &error))?;
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
    let has_extension = path.extension().is_some_and(|ext| {
        ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"].iter().any(|known| ext.eq_ignore_ascii_case(known))
    });
    has_extension && !is_hidden(path) && path.is_file()
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
