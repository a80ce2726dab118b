//! What the bytes of a finished file tell of it: signed, or a marked copy.

use memchr::memmem;

/// Whether a PDF carries a signature dictionary (ISO 32000-2, 12.8.1: its byte range always stands in plain
/// bytes), or a workbook the parts of one (ECMA-376, Part 2, 12).
pub(crate) fn is_signed(bytes: &[u8]) -> bool {
    let holds = |mark: &[u8]| memmem::find(bytes, mark).is_some();
    holds(b"/ByteRange") || (bytes.starts_with(b"PK") && holds(b"_xmlsignatures/"))
}

/// Whether `signed` is `original` with a signature appended.
pub(crate) fn is_signed_copy(signed: &[u8], original: &[u8]) -> bool {
    signed.len() > original.len() && signed.starts_with(original) && is_signed(&signed[original.len()..])
}

/// What stands on every page of a marked copy.
pub const NOTICE: &str = "BẢN SO SÁNH THAY ĐỔI – KHÔNG PHẢI VĂN BẢN BAN HÀNH";

/// The keyword in its properties by which it is known; in ASCII, so that it stands in the bytes as it is.
pub(crate) const KEYWORD: &str = "vanban-marked-copy";

/// Whether a file is a marked copy, to be thrown away: one that nobody signed.
pub fn is_marked_copy(bytes: &[u8]) -> bool {
    memmem::find(bytes, KEYWORD.as_bytes()).is_some() && !is_signed(bytes)
}
