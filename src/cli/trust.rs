//! Whom a user trusts, and who is asked about certificates.

use std::path::{Path, PathBuf};

use crate::cli::terminal::Terminal;
use crate::finding::Finding;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::sign::crypto::certificate::Certificate;

/// The authorities (tổ chức cung cấp chứng thư số) in these PEM files.
///
/// # Errors
/// A file that cannot be read, or holds no certificate.
pub(crate) fn anchors(paths: &[PathBuf]) -> Result<Vec<Certificate>, Failure> {
    let mut anchors = Vec::new();
    for path in paths {
        let read = Certificate::read_all(&disk::read_file(path)?);
        anchors.extend(read.map_err(|refusal| located(*refusal, path).fails())?);
    }
    Ok(anchors)
}

/// A finding that knows no place is about this file.
pub(crate) fn located(mut found: Finding, path: &Path) -> Finding {
    if found.place == Place::Nowhere {
        found.place = Place::File(path.display().to_string());
    }
    found
}

/// Tells of each server that is asked.
pub(crate) fn waiting(terminal: &Terminal) -> impl FnMut(&str, usize) + '_ {
    |url, number| terminal.say("sign-waiting", &[("url", url.to_owned()), ("number", number.to_string())])
}
