//! The document security store: what is needed to judge the signatures in years to come (EN 319 142-1, 5.4.2).

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream};

use crate::sign::increment::{self, Increment, link};
use crate::sign::raw::File;
use crate::sign::syntax;
use crate::sign::{Refusal, refusal};

/// Certificates, lists and answers, each in DER.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    pub certificates: Vec<Vec<u8>>,
    /// Lists of revoked certificates (RFC 5280, 5).
    pub crls: Vec<Vec<u8>>,
    /// Answers about single certificates (RFC 6960, 4.2).
    pub ocsps: Vec<Vec<u8>>,
}

/// So many pieces of evidence of one kind are read, and so many bytes of all together.
const MAX_PIECES: usize = 200;
const MAX_EVIDENCE: usize = 64 << 20;
/// Compressed evidence of more bytes is not unpacked: it may grow a thousandfold.
const MAX_PACKED: usize = 64 << 10;

/// What the store of a file holds; nothing where it has none that can be read. Nothing here is believed yet.
pub fn read(pdf: &[u8]) -> Evidence {
    if !pdf.windows(4).any(|four| four == b"/DSS") {
        return Evidence::default();
    }
    // The reader may panic on malformed files.
    catch_unwind(AssertUnwindSafe(|| stored(pdf))).ok().flatten().unwrap_or_default()
}

fn stored(pdf: &[u8]) -> Option<Evidence> {
    let pdf = Pdf::new(pdf.to_vec()).ok()?;
    let store = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?.get::<Dict<'_>>(b"DSS".as_slice())?;
    let mut left = MAX_EVIDENCE;
    let mut list = |key: &[u8]| -> Vec<Vec<u8>> {
        let streams = store.get::<Array<'_>>(key);
        let streams = streams.iter().flat_map(|list| list.iter::<Stream<'_>>()).take(MAX_PIECES);
        let decoded = streams.filter(|stream| stream.filters().is_empty() || stream.raw_data().len() <= MAX_PACKED);
        let mut kept = Vec::new();
        for bytes in decoded.filter_map(|stream| Some(stream.decoded().ok()?.into_owned())) {
            let Some(rest) = left.checked_sub(bytes.len()) else { break };
            left = rest;
            kept.push(bytes);
        }
        kept
    };
    Some(Evidence { certificates: list(b"Certs"), crls: list(b"CRLs"), ocsps: list(b"OCSPs") })
}

/// Appends an update with the evidence; what a store holds already is kept, and not added twice.
///
/// # Errors
/// A file that cannot be read.
pub fn append(pdf: &[u8], evidence: &Evidence) -> Result<Vec<u8>, Refusal> {
    let file = File::read(pdf)?;
    let unfit = || refusal("pdf-broken");
    let (number, catalog) = file.catalog().ok_or_else(unfit)?;
    let old = catalog.get("DSS").and_then(|raw| file.dict_of(raw));
    let mut increment = Increment::new(&file)?;
    let parts = [("Certs", &evidence.certificates), ("CRLs", &evidence.crls), ("OCSPs", &evidence.ocsps)];
    let mut entries = vec![("Type", b"/DSS".to_vec())];
    for (key, values) in parts {
        let kept = old.as_ref().and_then(|dss| file.array_of(dss.get(key)?)).unwrap_or_default();
        let known: Vec<&[u8]> = kept.iter().filter_map(|raw| file.object(syntax::reference(raw)?)).collect();
        let mut added: Vec<Vec<u8>> = Vec::new();
        for value in values {
            let body = increment::stream("", value);
            // A stream that was written here before is the same byte for byte.
            if !known.contains(&body.as_slice()) && !increment.holds(&body) {
                added.push(link(increment.add(body)));
            }
        }
        if !(kept.is_empty() && added.is_empty()) {
            entries.push((key, increment::extended(Some(&kept), &added)));
        }
    }
    let empty = syntax::Dict::read(b"<<>>").ok_or_else(unfit)?;
    let store = old.unwrap_or(empty).with(&entries);
    let store = link(increment.add(store));
    increment.put(number, catalog.with(&[("DSS", store)]));
    Ok(increment.finish().bytes)
}
