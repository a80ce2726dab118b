//! The files inside a PDF (tệp đính kèm, ISO 32000-1, 7.11.4).

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Object, Stream, String as PdfString};
use memchr::memmem;

/// The largest PDF that is read, in bytes.
const MAX_FILE: usize = 64 << 20;
/// Compressed data of more bytes are not unpacked: they may grow a thousandfold.
const MAX_PACKED: usize = 1 << 20;
/// So many files of one PDF are looked at.
const MAX_FILES: usize = 100;

/// A file inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    pub name: String,
    /// None where it cannot be unpacked.
    pub bytes: Option<Vec<u8>>,
}

/// Every file inside a PDF, wherever it is hung up; none where the PDF cannot be read.
pub fn read(bytes: &[u8]) -> Vec<Attached> {
    let holds = |mark: &[u8]| memmem::find(bytes, mark).is_some();
    // Most PDFs hold none: where nothing is packed away, that is seen without parsing.
    if bytes.len() > MAX_FILE || !(holds(b"/EF") || holds(b"/ObjStm")) {
        return Vec::new();
    }
    // The reader may panic on malformed files.
    catch_unwind(AssertUnwindSafe(|| files(bytes))).ok().flatten().unwrap_or_default()
}

fn files(bytes: &[u8]) -> Option<Vec<Attached>> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let whole = pdf.objects().into_iter().filter_map(|object| match object {
        Object::Dict(dict) => Some(dict),
        _ => None,
    });
    let associated = catalog.get::<Array<'_>>(b"AF");
    // Those that are objects of their own have come already.
    let direct = associated.iter().flat_map(|list| list.iter::<Dict<'_>>()).filter(|dict| dict.obj_id().is_none());
    Some(whole.chain(direct).filter_map(|dict| file(&dict)).take(MAX_FILES).collect())
}

/// What a file specification holds (table 44).
fn file(dict: &Dict<'_>) -> Option<Attached> {
    let streams = dict.get::<Dict<'_>>(b"EF")?;
    let name = [b"UF".as_slice(), b"F"].iter().find_map(|key| dict.get::<PdfString<'_>>(*key));
    let name = name.map(|name| text(name.as_bytes())).unwrap_or_default();
    let stream = [b"UF".as_slice(), b"F"].iter().find_map(|key| streams.get::<Stream<'_>>(*key));
    let bytes = stream.and_then(|stream| {
        let is_packed = !stream.filters().is_empty();
        if is_packed && stream.raw_data().len() > MAX_PACKED {
            return None;
        }
        stream.decoded().ok().map(|data| data.into_owned())
    });
    Some(Attached { name, bytes })
}

fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().copied().map(char::from).collect(),
    }
}
