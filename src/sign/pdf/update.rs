//! Incremental updates (cập nhật gia tăng): what is added to a PDF stands behind it, and nothing before changes
//! (ISO 32000-1, 7.5.6).

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::finding::code::Code;
use crate::sign::pdf::objects::File;
use crate::sign::refusal::{Refusal, refusal};

/// The objects of one update.
#[derive(Debug)]
pub struct Increment<'a> {
    file: &'a File<'a>,
    objects: BTreeMap<u32, Vec<u8>>,
    /// The first number that is neither in use nor reserved.
    next: u32,
}

/// A file with its update.
#[derive(Debug)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Object of the update → offset of its value.
    pub(crate) places: BTreeMap<u32, usize>,
}

impl<'a> Increment<'a> {
    /// Begins an update of the newest revision.
    ///
    /// # Errors
    /// A file whose numbering is wrong.
    pub fn new(file: &'a File<'a>) -> Result<Self, Refusal> {
        let next = file.size().ok_or_else(|| refusal(Code::PdfBroken))?;
        Ok(Self { file, objects: BTreeMap::new(), next })
    }

    /// The number that the next new object gets.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// A number for an object that is put later; each one reserved must be, or the numbering has a hole, at which
    /// readers take offence.
    pub(crate) fn reserve(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Adds a new object; its number.
    pub fn add(&mut self, body: Vec<u8>) -> u32 {
        let number = self.reserve();
        self.put(number, body);
        number
    }

    /// Takes over objects that were numbered from [`Increment::next`] on; false where that has a gap.
    pub(crate) fn adopt(&mut self, objects: Vec<(u32, Vec<u8>)>) -> bool {
        let first = self.next;
        objects.into_iter().for_each(|(number, body)| {
            self.next = self.next.max(number.saturating_add(1));
            self.put(number, body);
        });
        (first..self.next).all(|number| self.objects.contains_key(&number))
    }

    /// Whether some object of the update has this content.
    pub(crate) fn holds(&self, body: &[u8]) -> bool {
        self.objects.values().any(|other| other == body)
    }

    /// Gives a number its content: a reserved one, or one whose content is replaced.
    pub fn put(&mut self, number: u32, body: Vec<u8>) {
        self.next = self.next.max(number.saturating_add(1));
        self.objects.insert(number, body);
    }

    /// Writes the file with the update behind it.
    ///
    /// The second half of `/ID` comes from the bytes, so that the same update gives the same file.
    pub fn finish(self) -> Written {
        let mut bytes = self.file.bytes()[..self.file.last().end].to_vec();
        if !matches!(bytes.last(), Some(b'\n' | b'\r')) {
            bytes.push(b'\n');
        }
        let (mut offsets, mut places) = (BTreeMap::new(), BTreeMap::new());
        for (number, body) in &self.objects {
            offsets.insert(*number, bytes.len());
            bytes.extend(format!("{number} 0 obj\n").bytes());
            places.insert(*number, bytes.len());
            bytes.extend(body);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        bytes.extend(table(&offsets));
        let trailer = self.trailer(&bytes);
        bytes.extend(b"trailer\n");
        bytes.extend(trailer);
        bytes.extend(format!("\nstartxref\n{start}\n%%EOF\n").bytes());
        Written { bytes, places }
    }

    /// The old trailer with all its entries, brought up to date.
    fn trailer(&self, written: &[u8]) -> Vec<u8> {
        let old = self.file.trailer();
        let digest = Sha256::digest(written);
        let first = old.get("ID").and_then(|raw| self.file.array_of(raw)).and_then(|pair| pair.first().copied());
        let new = format!("<{}>", base16ct::upper::encode_string(&digest[..16])).into_bytes();
        let id = [b"[", first.unwrap_or(&new), &new, b"]"].concat();
        let previous = self.file.last().start.to_string().into_bytes();
        old.with(&[("Size", self.next.to_string().into_bytes()), ("Prev", previous), ("ID", id)])
    }
}

/// One subsection for each run of consecutive numbers.
fn table(offsets: &BTreeMap<u32, usize>) -> Vec<u8> {
    let mut table = b"xref\n".to_vec();
    let all: Vec<(u32, usize)> = offsets.iter().map(|(number, offset)| (*number, *offset)).collect();
    for run in all.chunk_by(|a, b| a.0 + 1 == b.0) {
        table.extend(format!("{} {}\n", run[0].0, run.len()).bytes());
        run.iter().for_each(|(_, offset)| table.extend(format!("{offset:010} 00000 n\r\n").bytes()));
    }
    table
}

/// A stream with these entries of its dictionary (as `/Type/XObject …`, without filter and length).
///
/// Data that end with a line end are written in hexadecimal digits: some readers take a carriage return at the end
/// of the data for part of the line end behind it.
pub fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let ends_in_line_end = matches!(data.last(), Some(b'\r' | b'\n'));
    let digits = || base16ct::upper::encode_string(data) + ">";
    let (filter, data) = match ends_in_line_end {
        true => ("/Filter/ASCIIHexDecode", digits().into_bytes()),
        false => ("", data.to_vec()),
    };
    let head = format!("<<{entries}{filter}/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), &data, b"\nendstream"].concat()
}

/// `12 0 R`.
pub fn link(number: u32) -> Vec<u8> {
    format!("{number} 0 R").into_bytes()
}

/// An array with more items at its end.
pub fn extended(old: Option<&[&[u8]]>, more: &[Vec<u8>]) -> Vec<u8> {
    let items: Vec<&[u8]> = old.unwrap_or_default().iter().copied().chain(more.iter().map(Vec::as_slice)).collect();
    [b"[".as_slice(), &items.join(&b" "[..]), b"]"].concat()
}
