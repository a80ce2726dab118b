//! The signatures of a PDF, what each of them covers, and what came after it: the half of checking a signature
//! that is about the file (ISO 32000-1, 12.8; EN 319 142-1, 5.3).

use std::ops::Range;

use crate::sign::pdf::field;
use crate::sign::pdf::later::{self, Later};
use crate::sign::pdf::objects::File;
use crate::sign::pdf::syntax::{self, Dict};
use crate::sign::refusal::Refusal;

/// All signatures of a file.
#[derive(Debug, Clone)]
pub struct Signed {
    /// In the order of the form.
    pub signatures: Vec<Signature>,
    /// Signature fields that are still empty.
    pub vacant: Vec<String>,
    /// How often the file was updated, and once for its beginning.
    pub(crate) revisions: usize,
    /// Bytes behind the end of the last revision, which belong to nothing.
    pub(crate) trailing: usize,
}

/// A signature as it stands in the file; nothing here says that it is genuine.
#[derive(Debug, Clone)]
pub struct Signature {
    /// Full name of the field.
    pub(crate) name: String,
    /// `ETSI.CAdES.detached`, `adbe.pkcs7.detached` …
    pub(crate) sub_filter: String,
    /// The CMS signature (DER), without the zeros behind it.
    pub der: Vec<u8>,
    /// The bytes that it is made over, as two ranges of the file; none where the dictionary does not give two that
    /// lie in the file.
    pub ranges: Option<[Range<usize>; 2]>,
    /// The revision that it covers, counted from 1: all bytes of it but the signature itself. None where the ranges
    /// leave out anything else, do not end where a revision ends, or begin elsewhere than the file.
    pub(crate) covered: Option<usize>,
    /// The signer's clock, as a PDF date.
    pub(crate) claimed: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) location: Option<String>,
    /// What was done to the file after that revision.
    pub(crate) later: Vec<Later>,
}

impl Signature {
    /// The bytes that were signed.
    pub(crate) fn content<'a>(&self, pdf: &'a [u8]) -> Option<[&'a [u8]; 2]> {
        let [first, second] = self.ranges.as_ref()?;
        Some([pdf.get(first.clone())?, pdf.get(second.clone())?])
    }

    /// Whether it covers a whole revision and nothing but what is allowed came after it.
    pub(crate) fn is_intact(&self) -> bool {
        self.covered.is_some() && self.later.iter().all(Later::is_allowed)
    }
}

/// Finds the signatures of a file.
///
/// # Errors
/// A file that cannot be read, or not in only one way.
pub fn examine(pdf: &[u8]) -> Result<Signed, Refusal> {
    let file = File::read(pdf)?;
    let fields = field::all(&file)?;
    let (signed, vacant): (Vec<_>, Vec<_>) = fields.into_iter().partition(field::Found::is_signed);
    let mut signatures: Vec<Signature> = signed.iter().map(|found| signature(&file, found)).collect();
    if let Some(first) = signatures.iter().filter_map(|signature| signature.covered).min() {
        let changes = changes(&file, first);
        for signature in &mut signatures {
            let Some(covered) = signature.covered else { continue };
            let mut later: Vec<Later> = changes[covered - first..].iter().flatten().cloned().collect();
            later.dedup();
            signature.later = later;
        }
    }
    Ok(Signed {
        signatures,
        vacant: vacant.into_iter().map(|found| found.name).collect(),
        revisions: file.sections().len(),
        trailing: pdf.len() - file.last().end,
    })
}

/// What each revision after the first `covered` ones changed.
fn changes(file: &File<'_>, covered: usize) -> Vec<Vec<Later>> {
    let mut old = file.after(covered);
    let mut changes = Vec::new();
    for count in covered + 1..=file.sections().len() {
        let new = file.after(count);
        changes.push(later::compare(&old, &new).into_iter().collect());
        old = new;
    }
    changes
}

fn signature<'a>(file: &File<'a>, found: &field::Found<'a>) -> Signature {
    let dict = found.dict.get("V").and_then(|raw| file.dict_of(raw));
    let text = |key: &str| syntax::text(file.resolve(dict.as_ref()?.get(key)?)?);
    let contents = dict.as_ref().and_then(|dict| dict.get("Contents"));
    let (der, is_padded) = contents.and_then(syntax::string).map(trimmed).unwrap_or_default();
    let ranges = dict.as_ref().and_then(|dict| ranges(file, dict));
    let gap = contents.filter(|raw| is_padded && is_hexadecimal(raw)).and_then(|raw| file.place(raw));
    let sub_filter = dict.as_ref().and_then(|dict| syntax::name(dict.get("SubFilter")?));
    Signature {
        name: found.name.clone(),
        sub_filter: sub_filter.map(|name| String::from_utf8_lossy(&name).into_owned()).unwrap_or_default(),
        der,
        covered: ranges.as_ref().zip(gap).and_then(|(ranges, gap)| covered(file, ranges, &gap)),
        ranges,
        claimed: text("M"),
        reason: text("Reason"),
        location: text("Location"),
        later: Vec::new(),
    }
}

/// Two ranges that lie in the file in order, whatever they leave out.
fn ranges(file: &File<'_>, dict: &Dict<'_>) -> Option<[Range<usize>; 2]> {
    let numbers = syntax::array(dict.get("ByteRange")?)?;
    let numbers: Vec<usize> = numbers.iter().map(|raw| syntax::integer(raw)).collect::<Option<_>>()?;
    let [a, first, b, second] = numbers[..] else { return None };
    let (one, other) = (a..a.checked_add(first)?, b..b.checked_add(second)?);
    (one.end <= other.start && other.end <= file.bytes().len()).then_some([one, other])
}

/// The revision that the ranges cover, all but the gap; the signature must stand in that revision itself.
fn covered(file: &File<'_>, ranges: &[Range<usize>; 2], gap: &Range<usize>) -> Option<usize> {
    let [first, second] = ranges;
    if first.start != 0 || first.end != gap.start || second.start != gap.end {
        return None;
    }
    let sections = file.sections();
    let at = sections.iter().position(|section| second.end == section.end || second.end == section.mark)?;
    let begins = at.checked_sub(1).map_or(0, |before| sections[before].mark);
    (begins <= gap.start && gap.end <= sections[at].start).then_some(at + 1)
}

fn is_hexadecimal(raw: &[u8]) -> bool {
    let digits = raw.strip_prefix(b"<").and_then(|raw| raw.strip_suffix(b">"));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit) && digits.len().is_multiple_of(2))
}

/// A DER value without what pads it, and whether that is zeros only (ISO 32000-1, 12.8.3.3.1; X.690, 8.1.3).
fn trimmed(mut bytes: Vec<u8>) -> (Vec<u8>, bool) {
    let length = match bytes.get(1) {
        Some(&short) if short < 0x80 => Some(2 + usize::from(short)),
        Some(&long @ 0x81..=0x84) => {
            let count = usize::from(long - 0x80);
            let digits = bytes.get(2..2 + count).unwrap_or_default();
            Some(2 + count + digits.iter().fold(0_usize, |n, byte| n << 8 | usize::from(*byte)))
        }
        _ => None,
    };
    match length.filter(|length| *length <= bytes.len()) {
        Some(length) => {
            let is_padded = bytes[length..].iter().all(|byte| *byte == 0);
            bytes.truncate(length);
            (bytes, is_padded)
        }
        None => (bytes, false),
    }
}
