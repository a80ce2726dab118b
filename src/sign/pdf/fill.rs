//! Fills one prepared field: everything of a signature but the signature itself (ISO 32000-1, 12.8.1).
//!
//! The update that is appended changes the widget of the field and nothing else. It holds a gap for the CMS
//! signature, which is made over all the bytes around the gap and then put into it.

use std::ops::Range;

use crate::finding::code::Code;
use crate::sign::crypto::moment::shown_time;
use crate::sign::pdf::appearance::Drawing;
use crate::sign::pdf::field::{self, Field, Found, Space};
use crate::sign::pdf::objects::File;
use crate::sign::pdf::revisions::{self, Signature};
use crate::sign::pdf::syntax;
use crate::sign::pdf::update::{Increment, link};
use crate::sign::refusal::{Refusal, refusal};

/// Room for a signature with a time stamp and three certificates, in bytes; measured: 3 700 to 5 600.
pub const RESERVED: usize = 16_384;

/// Digits of an offset in `/ByteRange`, so that it can be filled in without moving anything.
const DIGITS: usize = 10;

/// What a signature says besides what its certificate says.
#[derive(Debug, Clone)]
pub struct Filling<'a> {
    pub field: Field,
    pub drawing: &'a Drawing,
    /// The time of signing as the signer's clock has it, a PDF date: `D:20261122110000+07'00'` (7.9.4).
    pub claimed: &'a str,
    /// Name of the signer.
    pub name: &'a str,
    pub reason: Option<&'a str>,
    pub location: Option<&'a str>,
    /// Bytes kept free for the signature; [`RESERVED`], and more where that was too little.
    pub reserved: usize,
}

/// A file with a gap for the signature.
#[derive(Debug, Clone)]
pub struct Unsigned {
    bytes: Vec<u8>,
    /// The hexadecimal string with both brackets.
    gap: Range<usize>,
}

/// The signature has more bytes than were kept free for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// Bytes of the signature.
    pub(crate) needed: usize,
}

impl Unsigned {
    /// The bytes to be signed: before and behind the gap.
    pub(crate) fn ranges(&self) -> [&[u8]; 2] {
        [&self.bytes[..self.gap.start], &self.bytes[self.gap.end..]]
    }

    /// Bytes that a signature may have.
    pub(crate) fn capacity(&self) -> usize {
        (self.gap.len() - 2) / 2
    }

    /// The signed file.
    ///
    /// # Errors
    /// A signature that does not fit.
    pub fn with_signature(mut self, der: &[u8]) -> Result<Vec<u8>, TooLarge> {
        if der.len() > self.capacity() {
            return Err(TooLarge { needed: der.len() });
        }
        let digits = base16ct::upper::encode_string(der);
        self.bytes[self.gap.start + 1..][..digits.len()].copy_from_slice(digits.as_bytes());
        Ok(self.bytes)
    }
}

/// How much room a field gives to a drawing.
///
/// # Errors
/// A file that cannot be read, that has no such field, whose field is signed already, whose seal was put before the
/// leader signed, or that was changed after it was signed.
pub fn space(pdf: &[u8], field: Field) -> Result<Space, Refusal> {
    let file = File::read(pdf)?;
    let found = vacant(&file, field)?;
    let others = field::all(&file)?;
    let other = others.iter().find(|other| other.name == field.beside().name());
    let clear = other.map_or((0.0, 1.0), |other| found.clear_of(other, &file));
    refuse_changed(pdf)?;
    let size = found.size(&file).ok_or_else(|| refusal(Code::PdfBroken))?;
    Ok(Space { size, clear })
}

/// Appends the update that fills a field.
///
/// # Errors
/// As [`space`]; a drawing that cannot be taken over; a date that is none.
pub fn fill(pdf: &[u8], filling: &Filling<'_>) -> Result<Unsigned, Refusal> {
    let file = File::read(pdf)?;
    let found = vacant(&file, filling.field)?;
    refuse_changed(pdf)?;
    if shown_time(filling.claimed).is_none() {
        return Err(refusal(Code::SignTime).with("time", filling.claimed).into());
    }
    let mut increment = Increment::new(&file)?;
    let imported = filling.drawing.import(increment.next())?;
    if !increment.adopt(imported.objects) {
        return Err(refusal(Code::SignDrawing).with("detail", "gap").into());
    }
    let (body, gap) = dictionary(filling);
    let signature = increment.add(body);
    let appearance = [b"<</N ".as_slice(), &link(imported.root), b">>"].concat();
    increment.put(found.number, found.dict.with(&[("AP", appearance), ("V", link(signature))]));
    let written = increment.finish();
    let at = written.places[&signature];
    Ok(measured(written.bytes, gap.start + at..gap.end + at))
}

/// The field, if it may be signed now.
fn vacant<'a>(file: &File<'a>, wanted: Field) -> Result<Found<'a>, Refusal> {
    let fields = field::all(file)?;
    let named = |field: Field| fields.iter().filter(move |found| found.name == field.name());
    let mut candidates = named(wanted);
    let found = match (candidates.next(), candidates.next()) {
        (Some(found), None) => found.clone(),
        _ => {
            return Err(refusal(Code::SignFieldNone)
                .with("field", wanted.name())
                .with("known", listed(&fields))
                .into());
        }
    };
    if found.is_signed() {
        return Err(refusal(Code::SignFieldSigned).with("field", wanted.name()).into());
    }
    let is_sealed = |seal: Field| named(seal).any(Found::is_signed);
    if !wanted.is_seal() && (is_sealed(Field::Seal) || is_sealed(Field::SecondSeal)) {
        return Err(refusal(Code::SignAfterSeal).into());
    }
    Ok(found)
}

/// The names of fields, or a dash where there are none.
fn listed(fields: &[Found<'_>]) -> String {
    let names: Vec<&str> = fields.iter().map(|found| found.name.as_str()).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}

/// A signature on a file that was altered would cover up the alteration.
fn refuse_changed(pdf: &[u8]) -> Result<(), Refusal> {
    let signed = revisions::examine(pdf)?;
    let is_sound = signed.trailing == 0 && signed.signatures.iter().all(Signature::is_intact);
    if is_sound { Ok(()) } else { Err(refusal(Code::SignChanged).into()) }
}

/// The signature dictionary, and where the gap is in it (table 252; EN 319 142-1, 5.3).
fn dictionary(filling: &Filling<'_>) -> (Vec<u8>, Range<usize>) {
    let zeros = " ".to_owned() + &"0".repeat(DIGITS);
    let mut body = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0".to_vec();
    body.extend(zeros.repeat(3).bytes());
    body.extend(b"]/Contents");
    let start = body.len();
    body.push(b'<');
    body.resize(body.len() + 2 * filling.reserved, b'0');
    body.push(b'>');
    let gap = start..body.len();
    body.extend(format!("/M({})", filling.claimed).bytes());
    let texts = [("Name", Some(filling.name)), ("Reason", filling.reason), ("Location", filling.location)];
    for (key, text) in texts {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        body.extend(format!("/{key}").bytes());
        body.extend(syntax::text_string(text));
    }
    body.extend(b">>");
    (body, gap)
}

/// Writes the ranges around the gap where the dictionary leaves room for them.
fn measured(mut bytes: Vec<u8>, gap: Range<usize>) -> Unsigned {
    let ranges = [gap.start, gap.end, bytes.len() - gap.end].map(|number| format!(" {number:0DIGITS$}")).concat();
    let end = gap.start - b"]/Contents".len();
    bytes[end - ranges.len()..end].copy_from_slice(ranges.as_bytes());
    Unsigned { bytes, gap }
}
