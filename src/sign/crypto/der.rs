//! Slices of DER: the bytes that were signed, as they came.

use der::{Any, Decode, Encode, Reader, SliceReader, Tag};

/// The encoded elements of a SEQUENCE or SET, or of any constructed value.
///
/// # Errors
/// Bytes that are not one DER value, or whose content is not a row of DER values.
pub(crate) fn parts(bytes: &[u8]) -> der::Result<Vec<&[u8]>> {
    let mut outer = SliceReader::new(bytes)?;
    let header = der::Header::decode(&mut outer)?;
    let content = outer.read_slice(header.length())?;
    outer.finish()?;
    let mut inner = SliceReader::new(content)?;
    let mut parts = Vec::new();
    while !inner.is_finished() {
        parts.push(inner.tlv_bytes()?);
    }
    Ok(parts)
}

/// The element at `index`; empty where there is none.
pub(crate) fn part(bytes: &[u8], index: usize) -> &[u8] {
    parts(bytes).ok().and_then(|parts| parts.get(index).copied()).unwrap_or_default()
}

/// The text of a character string of any of X.509's kinds (RFC 5280, 4.1.2.4); `None` for other values.
pub(crate) fn text(value: &Any) -> Option<String> {
    use der::Tagged;
    match value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => {
            Some(String::from_utf8_lossy(value.value()).into_owned())
        }
        // In practice Latin 1.
        Tag::TeletexString => Some(value.value().iter().map(|byte| char::from(*byte)).collect()),
        Tag::BmpString => {
            let units: Vec<u16> =
                value.value().chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            Some(String::from_utf16_lossy(&units))
        }
        _ => None,
    }
}

/// A value as bytes; the types here have no value that cannot be encoded, so nothing is lost by an empty answer.
pub(crate) fn der_of(value: &impl Encode) -> Vec<u8> {
    value.to_der().unwrap_or_default()
}
