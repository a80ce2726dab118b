//! The disk: inputs, templates and fonts in.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::vi::text;

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

pub(crate) fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

pub(crate) fn is_hidden(path: &Path) -> bool {
    let name = file_name(path);
    name.starts_with('.') || name.starts_with("~$")
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| text::compose(&name.to_string_lossy()).into_owned()).unwrap_or_default()
}
