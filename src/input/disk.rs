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
    Finding::new(code, place).because(error).fails()
}

/// Reads a whole file, whatever is in it.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| trouble(Code::FileUnreadable, path, &error))
}

/// Reads a text file that somebody wrote in an editor: UTF-8, whose mark at the beginning is no part of the text.
///
/// # Errors
/// When the file cannot be read, or is in another encoding.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read_file(path)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let file = path.display().to_string();
    match std::str::from_utf8(bytes) {
        // ASCII in UTF-16 without its mark is UTF-8 as well, full of NULs.
        Ok(text) if !text.contains('\0') => Ok(text.to_owned()),
        Err(error) if !bytes.contains(&0) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
            Err(Finding::new(Code::TextNotUtf8, Place::Line { file, line }).flag("is-utf16", false).fails())
        }
        _ => Err(Finding::new(Code::TextNotUtf8, Place::File(file)).flag("is-utf16", true).fails()),
    }
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
