//! Bytes from the disk, and what is said where they cannot be had.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::vi::text;

/// What is said where the system did not give what was asked for.
pub(crate) fn trouble(code: Code, path: &Path, error: &io::Error) -> Failure {
    let place = Place::File(path.display().to_string());
    Finding::new(code, place).with("detail", error).fails()
}

/// Reads a whole file, whatever is in it.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| trouble(Code::FileUnreadable, path, &error))
}

/// What lies in a folder, in the order of names.
///
/// # Errors
/// As the system says.
pub(crate) fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

/// Whether a file is none of the user's: hidden, or the lock of an open workbook.
pub(crate) fn is_hidden(path: &Path) -> bool {
    let name = file_name(path);
    name.starts_with('.') || name.starts_with("~$")
}

/// The name without its folders, composed (NFC).
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| text::compose(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}
