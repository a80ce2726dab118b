//! Does a finished file say what the inputs say? The bytes first; where they differ, the file is read back.

use memchr::memmem;

use crate::finding::code::Code;
use crate::product::build::Product;
use crate::product::file_names;
use crate::product::pages::fonts::Fonts;
use crate::versions::readback::attached::{self, Attached};
use crate::versions::readback::remark::{Comparison, Outcome, Remark};
use crate::versions::readback::{pdf, workbook};
use crate::xlsx::hash;

/// Compares a file with what was built from the inputs just now.
pub fn compare(name: &str, bytes: &[u8], product: &Product, fonts: &Fonts) -> Outcome {
    let hash = hash::sha256(bytes);
    if product.ledger.outputs.iter().any(|file| file.sha256 == hash) {
        return Outcome::Same;
    }
    // Some programs put a few bytes before the header (ISO 32000-2, annex H.3 note).
    let head = &bytes[..bytes.len().min(1024)];
    if memmem::find(head, b"%PDF-").is_some() {
        let mut outcome = pdf::compare(bytes, built(product, file_names::PDF), &product.ledger, fonts);
        if let Outcome::Read(comparison) = &mut outcome {
            attached::read(bytes).iter().for_each(|file| compare_attached(file, product, comparison));
        }
        outcome
    } else if bytes.starts_with(b"PK") {
        workbook::compare(name, bytes, built(product, file_names::WORKBOOK), &product.ledger)
    } else {
        Outcome::OtherKind
    }
}

/// Compares a file inside the PDF with the workbook of the appendices.
fn compare_attached(file: &Attached, product: &Product, comparison: &mut Comparison) {
    let expected = built(product, file_names::WORKBOOK);
    let said = |code| Remark::new(code).with("name", &file.name);
    let found = match &file.bytes {
        None => return comparison.differences.push(said(Code::VerifyAttachedUnreadable)),
        Some(bytes) if bytes == expected => return comparison.notes.push(said(Code::VerifyAttachedSame)),
        Some(bytes) if !bytes.starts_with(b"PK") => {
            return comparison.differences.push(said(Code::VerifyAttachedForeign));
        }
        Some(bytes) => workbook::compare(&file.name, bytes, expected, &product.ledger),
    };
    match found {
        Outcome::Read(inner) if inner.differences.is_empty() => {
            comparison.notes.push(said(Code::VerifyAttachedAgrees).with("figures", inner.figures));
        }
        Outcome::Read(inner) => {
            comparison.differences.push(said(Code::VerifyAttachedDiffers).count(inner.differences.len()));
            comparison.differences.extend(inner.differences);
        }
        _ => comparison.differences.push(said(Code::VerifyAttachedUnreadable)),
    }
}

fn built<'a>(product: &'a Product, ending: &str) -> &'a [u8] {
    let file = product.ledger.outputs.iter().find(|file| file.file.ends_with(ending));
    file.and_then(|file| product.files.get(&file.file)).map(Vec::as_slice).unwrap_or_default()
}
