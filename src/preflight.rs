//! A look at a workbook's parts before they are trusted: nothing in it may make the reader spend memory or
//! time by its own claims.
//!
//! A workbook is a zip of XML parts. Each part is really inflated, up to a limit, because declared sizes can
//! lie; the XML is scanned for what the reader would allocate by: cell addresses, counts of shared strings,
//! indices of shared formulas.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::structure::Guard;

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
/// Rows and columns of a sheet (ECMA-376; Excel's own limits).
const MAX_ROW: u32 = 1_048_576;
const MAX_COLUMN: u32 = 16_384;
/// The farthest that a table of this program may reach.
const FAR: (u32, u32) = (20_000, 1_000);
/// The most shared formulas of a sheet.
const MAX_FORMULA: u64 = 1_000_000;
/// Entries of the shared strings that a count may promise beyond those that are there.
const SPARE_STRINGS: u64 = 1_000;

/// The most characters that a message takes over from a file.
pub const MAX_DETAIL: usize = 200;

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Danger {
    /// Not a zip, or a zip that contradicts itself.
    NotAZip(String),
    /// Too many parts, or too much in them.
    TooMuch { part: String },
    /// A part with a document type, which no workbook needs.
    DocumentType { part: String },
    /// A cell so far out that it is a slip or an attack.
    StrayCell { part: String, cell: String },
    /// Something else that no spreadsheet program writes.
    Absurd { part: String, detail: String },
}

/// Looks through all parts.
///
/// # Errors
/// The first danger met; what follows it is not looked at.
pub fn inspect(bytes: &[u8]) -> Result<(), Danger> {
    let not_zip = |error: zip::result::ZipError| Danger::NotAZip(error.to_string());
    if bytes.windows(4).filter(|window| window == b"PK\x01\x02").nth(2 * MAX_PARTS).is_some() {
        return Err(Danger::TooMuch { part: "directory".to_owned() });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_zip)?;
    if archive.has_overlapping_entries().map_err(not_zip)? {
        return Err(Danger::NotAZip("overlapping entries".to_owned()));
    }
    if archive.has_duplicate_names() {
        return Err(Danger::NotAZip("two parts of one name".to_owned()));
    }
    if archive.len() > MAX_PARTS {
        return Err(Danger::TooMuch { part: format!("{} parts", archive.len()) });
    }
    let (mut total, mut parsed) = (0, 0);
    let mut names = BTreeSet::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(not_zip)?;
        let part = entry.name().map_err(not_zip)?.into_owned();
        let packed = entry.compressed_size().max(1);
        let mut content = Vec::new();
        let read = entry.by_ref().take(MAX_PART + 1).read_to_end(&mut content);
        read.map_err(|error| Danger::NotAZip(format!("{part}: {error}")))?;
        let size = content.len() as u64;
        total += size;
        let swollen = size > MAX_RATIO.0 && size / packed > MAX_RATIO.1;
        if size > MAX_PART || total > MAX_TOTAL || swollen {
            return Err(Danger::TooMuch { part });
        }
        let name = part.replace('\\', "/").to_lowercase();
        if [".xml", ".rels"].iter().any(|ending| name.ends_with(ending)) {
            parsed += size;
            if parsed > MAX_XML {
                return Err(Danger::TooMuch { part });
            }
            scan(&part, &content)?;
        }
        if !names.insert(name) {
            return Err(Danger::NotAZip(format!("two parts {part}")));
        }
    }
    Ok(())
}

fn absurd(part: &str, detail: impl Into<String>) -> Danger {
    Danger::Absurd { part: part.to_owned(), detail: detail.into().chars().take(MAX_DETAIL).collect() }
}

/// Scans one XML part for what the reader would allocate by.
fn scan(part: &str, content: &[u8]) -> Result<(), Danger> {
    let text = std::str::from_utf8(content).map_err(|_| absurd(part, "not UTF-8"))?;
    if content.iter().any(|&byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(absurd(part, "control character"));
    }
    // Whatever it is called: a relation may make a sheet of any part.
    let is_sheet = text.contains("sheetData");
    let mut guard = Guard::default();
    let mut reader = Reader::from_str(text);
    let (mut promised, mut strings) = (0, 0);
    loop {
        let event = reader.read_event().map_err(|error| absurd(part, error.to_string()))?;
        guard.see(&event).map_err(|fault| absurd(part, fault))?;
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(Danger::DocumentType { part: part.to_owned() }),
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "sst" => promised = number(&element, "uniqueCount").unwrap_or(0),
                "si" => strings += 1,
                _ if is_sheet => cell(part, &element)?,
                _ => {}
            },
            _ => {}
        }
    }
    if promised > strings + SPARE_STRINGS {
        return Err(absurd(part, format!("uniqueCount={promised}, but {strings} strings")));
    }
    Ok(())
}

fn cell(part: &str, element: &BytesStart<'_>) -> Result<(), Danger> {
    match element.local_name().as_ref() {
        "c" => match attribute(element, "r") {
            Some(reference) => near(part, &reference),
            None => Ok(()),
        },
        "row" => match attribute(element, "r") {
            Some(row) if row.parse::<u32>().is_ok_and(|row| (1..=MAX_ROW).contains(&row)) => Ok(()),
            Some(row) => Err(absurd(part, format!("row {row}"))),
            None => Ok(()),
        },
        "f" => match number(element, "si") {
            Some(index) if index > MAX_FORMULA => Err(absurd(part, format!("si={index}"))),
            _ => Ok(()),
        },
        "dimension" | "mergeCell" => match attribute(element, "ref") {
            Some(range) => ordered(part, &range),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// A cell must have an address that exists and that a table can reach.
fn near(part: &str, reference: &str) -> Result<(), Danger> {
    let Some((row, column)) = address(reference) else {
        return Err(absurd(part, format!("cell {reference}")));
    };
    if row > FAR.0 || column > FAR.1 {
        return Err(Danger::StrayCell { part: part.to_owned(), cell: reference.to_owned() });
    }
    Ok(())
}

/// `B7:C9`, the first corner before the second.
fn ordered(part: &str, range: &str) -> Result<(), Danger> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    match (address(first), address(last)) {
        (Some(first), Some(last)) if first.0 <= last.0 && first.1 <= last.1 => Ok(()),
        _ => Err(absurd(part, format!("range {range}"))),
    }
}

/// Row and column of an A1 address, from one; none outside a sheet.
fn address(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = reference.split_at(letters);
    if !(1..=3).contains(&letters) || row.len() > 7 || !row.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let column = column.bytes().fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1);
    let row = row.parse::<u32>().ok()?;
    ((1..=MAX_ROW).contains(&row) && column <= MAX_COLUMN).then_some((row, column))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    Some(element.try_get_attribute(name).ok()??.value.to_string())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u64> {
    let value = attribute(element, name)?;
    // A number too long for a machine word is larger than every limit.
    Some(value.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_exist_or_do_not() {
        assert_eq!(address("B7"), Some((7, 2)));
        assert_eq!(address("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in ["ZZZZZZZ1", "A99999999999", "A0", "7", "b7", "XFE1", "A1048577", ""] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
