//! What a file really is, by its first bytes and its name: so that a clerk is told what to do with it.

use memchr::memmem;

/// What stands where an `.xlsx` was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// An Office file that wants a password to open (MS-OFFCRYPTO).
    Encrypted,
    /// Excel's binary workbook.
    Xlsb,
    /// OpenDocument.
    Ods,
    Docx,
    OtherZip,
    Pdf,
    Html,
    Xml,
    /// Comma- or tab-separated text.
    Csv,
    Empty,
    Unknown,
}

impl FileKind {
    /// The name by which messages choose their words.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Encrypted => "encrypted",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::Docx => "docx",
            Self::OtherZip => "zip",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Csv => "csv",
            Self::Empty => "empty",
            Self::Unknown => "unknown",
        }
    }
}

/// Looks at the bytes; the name only decides between kinds of plain text.
pub(crate) fn kind(name: &str, bytes: &[u8]) -> FileKind {
    match bytes {
        [] => FileKind::Empty,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => compound(bytes),
        [b'P', b'K', 3, 4, ..] => zip_kind(bytes),
        [b'%', b'P', b'D', b'F', ..] => FileKind::Pdf,
        _ => text_kind(name, bytes),
    }
}

/// A compound file (MS-CFB) holds either an old workbook or an encrypted new one.
fn compound(bytes: &[u8]) -> FileKind {
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if contains(bytes, &wide) { FileKind::Encrypted } else { FileKind::Xls }
}

/// Names of parts stand in a zip as they are.
fn zip_kind(bytes: &[u8]) -> FileKind {
    let kinds = [
        ("application/vnd.oasis.opendocument", FileKind::Ods),
        ("xl/workbook.bin", FileKind::Xlsb),
        ("xl/", FileKind::Xlsx),
        ("word/", FileKind::Docx),
    ];
    let known = kinds.iter().find(|(part, _)| contains(bytes, part.as_bytes()));
    known.map_or(FileKind::OtherZip, |(_, kind)| *kind)
}

fn text_kind(name: &str, bytes: &[u8]) -> FileKind {
    let Some(start) = bytes.get(..bytes.len().min(512)) else { return FileKind::Unknown };
    let text = String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim_start().to_lowercase();
    let named = |ending: &str| name.to_lowercase().ends_with(ending);
    match () {
        () if text.starts_with("<?xml") => FileKind::Xml,
        () if text.starts_with('<') => FileKind::Html,
        () if named(".csv") || named(".tsv") || named(".txt") => FileKind::Csv,
        () if !text.contains('\0') && (text.contains('\t') || text.contains(';')) => FileKind::Csv,
        () => FileKind::Unknown,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memmem::find(bytes, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_they_hold() {
        let cases: [(&str, &[u8], FileKind); 9] = [
            ("a.xlsx", b"", FileKind::Empty),
            ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Xls),
            ("a.xlsx", b"\xd0\xcf\x11\xe0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", FileKind::Encrypted),
            ("a.ods", b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind::Ods),
            ("a.xlsx", b"PK\x03\x04 xl/workbook.bin", FileKind::Xlsb),
            ("a.xlsx", b"PK\x03\x04 word/document.xml", FileKind::Docx),
            ("a.xlsx", b"%PDF-1.7", FileKind::Pdf),
            ("a.xls", b"\n<html><table>", FileKind::Html),
            ("a.csv", b"STT,Huy\xe1\xbb\x87n\n", FileKind::Csv),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(kind(name, bytes), expected, "{name} {bytes:?}");
        }
    }
}
