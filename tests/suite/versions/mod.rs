//! What happens between versions of a document.

mod again;
mod changes;
mod figure_keys;
mod issued;
mod kept;
mod marked;
mod read_back;

use crate::support::common::New;

/// Số hộ nghèo của Huyện Phú Bình, with the total and the target that repeats it.
fn phu_binh(count: &'static str, total: &'static str) -> Vec<(&'static str, &'static str, New)> {
    let total = || New::Number(total);
    vec![("Hộ nghèo", "C5", New::Number(count)), ("Hộ nghèo", "C11", total()), ("Chỉ tiêu", "E2", total())]
}

/// The bytes of a signature appended, as far as this program looks at it.
fn sign(bytes: &[u8]) -> Vec<u8> {
    let more = b"\n9 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>\nendobj\n%%EOF\n";
    [bytes, more].concat()
}
