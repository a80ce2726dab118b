//! The document security store: what is needed to judge the signatures in years to come (EN 319 142-1, 5.4.2).

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::finding::code::Code;
use crate::sign::pdf::objects::File;
use crate::sign::pdf::syntax::{self, Dict};
use crate::sign::pdf::update::{self, Increment, link};
use crate::sign::refusal::{Refusal, refusal};

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

/// What the store of a file holds; nothing where it has none that can be read. Nothing here is believed yet.
pub fn read(pdf: &[u8]) -> Evidence {
    File::read(pdf).ok().and_then(|file| stored(&file)).unwrap_or_default()
}

fn stored(file: &File<'_>) -> Option<Evidence> {
    let store = file.dict_of(file.catalog()?.1.get("DSS")?)?;
    let mut left = MAX_EVIDENCE;
    let mut list = |key: &str| -> Vec<Vec<u8>> {
        let pieces = store.get(key).and_then(|raw| file.array_of(raw)).unwrap_or_default();
        let mut kept = Vec::new();
        for number in pieces.into_iter().filter_map(syntax::reference).take(MAX_PIECES) {
            let Some(bytes) = file.stream(number).and_then(|(dict, data)| unpacked(&dict, data, left)) else {
                continue;
            };
            left -= bytes.len();
            kept.push(bytes);
        }
        kept
    };
    Some(Evidence { certificates: list("Certs"), crls: list("CRLs"), ocsps: list("OCSPs") })
}

/// The data of a stream, of at most so many bytes; none where they are more, or were packed in an unusual way.
fn unpacked(dict: &Dict<'_>, data: &[u8], most: usize) -> Option<Vec<u8>> {
    let filter = match dict.get("Filter") {
        None => None,
        Some(raw) => match syntax::array(raw) {
            None => Some(raw),
            Some(list) => match list.as_slice() {
                [] => None,
                [one] => Some(*one),
                // What is packed twice can grow a million times, and nobody packs evidence so.
                _ => return None,
            },
        },
    };
    let bytes = match filter.map(syntax::name) {
        None => data.to_vec(),
        Some(Some(name)) if *name == *b"ASCIIHexDecode" => syntax::string(&[b"<", data].concat())?,
        Some(Some(name)) if *name == *b"FlateDecode" && dict.get("DecodeParms").is_none() => {
            let mut bytes = Vec::new();
            let most = u64::try_from(most).ok()?;
            ZlibDecoder::new(data).take(most + 1).read_to_end(&mut bytes).ok()?;
            bytes
        }
        _ => return None,
    };
    (bytes.len() <= most).then_some(bytes)
}

/// Appends an update with the evidence; what a store holds already is kept, and not added twice.
///
/// # Errors
/// A file that cannot be read.
pub fn append(pdf: &[u8], evidence: &Evidence) -> Result<Vec<u8>, Refusal> {
    let file = File::read(pdf)?;
    let unfit = || refusal(Code::PdfBroken);
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
            let body = update::stream("", value);
            // A stream that was written here before is the same byte for byte.
            if !known.contains(&body.as_slice()) && !increment.holds(&body) {
                added.push(link(increment.add(body)));
            }
        }
        if !(kept.is_empty() && added.is_empty()) {
            entries.push((key, update::extended(Some(&kept), &added)));
        }
    }
    let empty = Dict::read(b"<<>>").ok_or_else(unfit)?;
    let store = old.unwrap_or(empty).with(&entries);
    let store = link(increment.add(store));
    increment.put(number, catalog.with(&[("DSS", store)]));
    Ok(increment.finish().bytes)
}
