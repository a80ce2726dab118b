//! Does a finished file say what the inputs say? The bytes first; where they differ, the file is read back.

use crate::Product;
use crate::attached::{self, Attached};
use crate::diagnostic::{Diagnostic, Messages};
use crate::ledger::{self, Figure};
use crate::pdf_text::Unreadable;
use crate::readback_pdf;
use crate::readback_sheet;
use crate::typeset::Fonts;

/// A sentence about a file: the name of its message, and the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Remark {
    /// A sentence without arguments yet.
    pub fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The sentence in words.
    pub fn text(&self, messages: &Messages) -> String {
        messages.text(self.code, &self.args)
    }
}

/// What was found when a file was compared.
#[derive(Debug, Clone)]
pub enum Finding {
    /// The very bytes that the inputs give.
    Same,
    /// Other bytes; what they say was read.
    Read(Reading),
    /// The marked copy of a document, which is none itself.
    MarkedCopy,
    /// Neither a PDF nor a workbook.
    OtherKind,
    /// A PDF that cannot be read.
    Unreadable(Unreadable),
    /// A PDF without words: pictures of pages.
    NoText,
    /// A workbook that cannot be read.
    BadWorkbook(Vec<Diagnostic>),
}

/// What a file says beside the inputs.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Each place where it says something else.
    pub differences: Vec<Remark>,
    /// What is no difference but should be known.
    pub notes: Vec<Remark>,
    /// Places of figures that were looked at.
    pub figures: usize,
}

/// Compares a file with what was built from the inputs just now.
pub fn compare(name: &str, bytes: &[u8], product: &Product, fonts: &Fonts) -> Finding {
    let hash = ledger::sha256(bytes);
    if product.ledger.outputs.iter().any(|file| file.sha256 == hash) {
        return Finding::Same;
    }
    // Some programs put a few bytes before the header (ISO 32000-2, annex H.3 note).
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(5).any(|window| window == b"%PDF-") {
        let mut finding = readback_pdf::compare(bytes, built(product, ".pdf"), &product.ledger, fonts);
        if let Finding::Read(reading) = &mut finding {
            attached::read(bytes).iter().for_each(|file| compare_attached(file, product, reading));
        }
        finding
    } else if bytes.starts_with(b"PK") {
        readback_sheet::compare(name, bytes, built(product, ".xlsx"), &product.ledger)
    } else {
        Finding::OtherKind
    }
}

/// Compares a file inside the PDF with the workbook of the appendices.
fn compare_attached(file: &Attached, product: &Product, reading: &mut Reading) {
    let expected = built(product, ".xlsx");
    let said = |code| Remark::new(code).with("name", &file.name);
    let found = match &file.bytes {
        None => return reading.differences.push(said("verify-attached-unreadable")),
        Some(bytes) if bytes == expected => return reading.notes.push(said("verify-attached-same")),
        Some(bytes) if !bytes.starts_with(b"PK") => return reading.differences.push(said("verify-attached-foreign")),
        Some(bytes) => readback_sheet::compare(&file.name, bytes, expected, &product.ledger),
    };
    match found {
        Finding::Read(inner) if inner.differences.is_empty() => {
            reading.notes.push(said("verify-attached-agrees").with("figures", inner.figures));
        }
        Finding::Read(inner) => {
            reading.differences.push(said("verify-attached-differs").with("count", inner.differences.len()));
            reading.differences.extend(inner.differences);
        }
        _ => reading.differences.push(said("verify-attached-unreadable")),
    }
}

fn built<'a>(product: &'a Product, ending: &str) -> &'a [u8] {
    let file = product.ledger.outputs.iter().find(|file| file.file.ends_with(ending));
    file.and_then(|file| product.files.get(&file.file)).map(Vec::as_slice).unwrap_or_default()
}

/// `so-lieu.xlsx › Hộ nghèo › C2`: where a figure comes from; nothing for one without a cell.
pub(crate) fn source(figure: &Figure) -> String {
    crate::diff_text::cells(&figure.cells)
}
