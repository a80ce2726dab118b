//! A look at a workbook's parts before they are trusted: nothing in it may make the reader spend memory or
//! time by its own claims.
//!
//! A workbook is a zip of XML parts. Each part is really inflated, up to a limit, because declared sizes can
//! lie; the XML is then surveyed for what the reader would allocate by, and for what it would not tell.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use crate::xlsx::danger::{Broken, Danger};
use crate::xlsx::survey::Survey;

/// The most parts a workbook may have.
const MAX_PARTS: usize = 2_000;
/// The largest part, inflated, in bytes.
const MAX_PART: u64 = 64 << 20;
/// All parts together, inflated, in bytes.
const MAX_TOTAL: u64 = 96 << 20;
/// All XML parts together, inflated, in bytes: what is parsed, and so what takes time.
const MAX_XML: u64 = 16 << 20;
/// From this size on, a part may not be more than so many times its packed size.
const MAX_RATIO: (u64, u64) = (1 << 20, 250);

/// Looks through all parts.
///
/// # Errors
/// The first danger met; what follows it is not looked at. Cells for which the workbook cannot be read are
/// gathered in the survey.
pub(crate) fn inspect(bytes: &[u8]) -> Result<Survey, Danger> {
    let not_zip = |_: zip::result::ZipError| Danger::NotAZip(Broken::Zip);
    if memmem::find_iter(bytes, b"PK\x01\x02").nth(2 * MAX_PARTS).is_some() {
        return Err(Danger::TooMuch { part: "zip".to_owned(), size: format!("> {}", 2 * MAX_PARTS) });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_zip)?;
    if archive.has_overlapping_entries().map_err(not_zip)? {
        return Err(Danger::NotAZip(Broken::Overlap));
    }
    if archive.has_duplicate_names() {
        return Err(Danger::NotAZip(Broken::Twice));
    }
    if archive.len() > MAX_PARTS {
        return Err(Danger::TooMuch { part: "zip".to_owned(), size: archive.len().to_string() });
    }
    let mut survey = Survey::default();
    let (mut total, mut parsed) = (0, 0);
    let mut names = BTreeSet::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(not_zip)?;
        let part = entry.name().map_err(not_zip)?.into_owned();
        let packed = entry.compressed_size().max(1);
        let mut content = Vec::new();
        let read = entry.by_ref().take(MAX_PART + 1).read_to_end(&mut content);
        read.map_err(|_| Danger::NotAZip(Broken::Unpack))?;
        let size = content.len() as u64;
        total += size;
        let swollen = size > MAX_RATIO.0 && size / packed > MAX_RATIO.1;
        if size > MAX_PART || total > MAX_TOTAL || swollen {
            return Err(Danger::TooMuch { part, size: format!("{} MiB", size >> 20) });
        }
        survey.has_macros |= part.ends_with("vbaProject.bin");
        let name = part.replace('\\', "/").to_lowercase();
        if [".xml", ".rels"].iter().any(|ending| name.ends_with(ending)) {
            parsed += size;
            if parsed > MAX_XML {
                return Err(Danger::TooMuch { part, size: format!("{} MiB", parsed >> 20) });
            }
            survey.scan(&part, &content)?;
        }
        if !names.insert(name) {
            return Err(Danger::NotAZip(Broken::Twice));
        }
    }
    survey.finish()?;
    Ok(survey)
}
