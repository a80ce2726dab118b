//! A PDF with classic cross-reference tables, read from bytes that nobody vouches for (ISO 32000-1, 7.5).
//!
//! Strict where readers are lenient, because what two readers understand differently can be used to show the one
//! what the other did not sign: sections and objects must not overlap, each section ends its own revision, and
//! each object stands where its table says. Every byte is read a bounded number of times.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use memchr::memmem;

use crate::finding::code::Code;
use crate::sign::pdf::syntax::{self, Dict, Scanner};
use crate::sign::refusal::{Refusal, refusal};

/// The largest file that is read, in bytes.
const MAX_FILE: usize = 256 << 20;
/// So many revisions are read; a signed plan has four.
const MAX_REVISIONS: usize = 100;
/// References to references followed, and levels of the page tree.
const MAX_HOPS: usize = 32;
/// The longest object that is a number, in bytes.
const MAX_NUMBER: usize = 200;
/// Pages of a file.
const MAX_PAGES: usize = 20_000;

/// One revision (phiên bản): a cross-reference section with its trailer.
#[derive(Debug, Clone)]
pub(crate) struct Section<'a> {
    /// Offset of `xref`.
    pub(crate) start: usize,
    /// Offset behind `%%EOF`.
    pub(crate) mark: usize,
    /// Offset behind the line end that may follow it: the length of the file as it was then.
    pub(crate) end: usize,
    /// Object → its offset, or nothing where it was freed.
    pub(crate) entries: BTreeMap<u32, Option<usize>>,
    pub(crate) trailer: Dict<'a>,
}

/// A file as it was in one revision.
#[derive(Debug, Clone)]
pub struct File<'a> {
    bytes: &'a [u8],
    /// From the oldest to the one looked at.
    sections: Vec<Section<'a>>,
    objects: BTreeMap<u32, usize>,
    /// Where objects and sections begin: nothing may reach over the next one.
    starts: BTreeSet<usize>,
}

impl<'a> File<'a> {
    /// Reads the tables; objects are read when they are asked for.
    ///
    /// # Errors
    /// No PDF, an encrypted one, one with cross-reference streams, or a damaged one.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if !bytes.starts_with(b"%PDF-") {
            // Some readers take it for one all the same, and count from its header on (annex H.3, note 13).
            let is_shifted = memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some();
            return Err(if is_shifted { broken() } else { refusal(Code::PdfNone).into() });
        }
        if bytes.len() > MAX_FILE {
            return Err(refusal(Code::PdfTooLarge).into());
        }
        let mut sections: Vec<Section<'a>> = Vec::new();
        let mut next = Some(last_table(bytes).ok_or_else(broken)?);
        while let Some(at) = next {
            let limit = sections.last().map_or(bytes.len(), |newer| newer.start);
            let section = section(&bytes[..limit], at)?;
            let earlier = |raw| syntax::integer(raw).filter(|at| *at < section.start).ok_or_else(broken);
            next = section.trailer.get("Prev").map(earlier).transpose()?;
            sections.push(section);
            if sections.len() > MAX_REVISIONS {
                return Err(broken());
            }
        }
        sections.reverse();
        // An update names what stands in it: what points into an older revision would tear its objects apart.
        let pairs = sections.iter().zip(sections.iter().skip(1));
        if pairs.clone().any(|(older, newer)| newer.entries.values().flatten().any(|at| *at < older.mark)) {
            return Err(broken());
        }
        let file = Self { bytes, objects: objects(&sections), starts: starts(&sections), sections };
        if file.trailer().get("Encrypt").is_some() {
            return Err(refusal(Code::PdfEncrypted).into());
        }
        file.catalog().map(|_| ()).ok_or_else(broken)?;
        Ok(file)
    }

    /// The file as it was after its first `count` revisions.
    #[must_use]
    pub(crate) fn after(&self, count: usize) -> Self {
        let sections = self.sections[..count.clamp(1, self.sections.len())].to_vec();
        Self { bytes: self.bytes, objects: objects(&sections), starts: starts(&sections), sections }
    }

    /// Whether the newest revision holds its objects and its table and not a byte more. What no table lists is seen
    /// by programs that look for objects themselves, as they do where a table seems broken to them.
    pub(crate) fn is_tight(&self) -> bool {
        let [.., before, last] = self.sections.as_slice() else { return true };
        let places: BTreeMap<usize, u32> =
            last.entries.iter().filter_map(|(number, place)| Some(((*place)?, *number))).collect();
        let mut at = before.mark;
        loop {
            at += self.bytes[at..].iter().take_while(|&&byte| syntax::is_blank(byte)).count();
            if at == last.start {
                return last.entries.iter().all(|(number, place)| *number == 0 || place.is_some());
            }
            let extent = places.get(&at).and_then(|number| self.extent(*number));
            let Some(extent) = extent else { return false };
            let mut scanner = Scanner::new(self.bytes, extent.end);
            if !scanner.keyword("endobj") {
                return false;
            }
            at = scanner.at();
        }
    }

    /// The dictionary of a stream and its data as they stand, not decoded.
    pub(crate) fn stream(&self, number: u32) -> Option<(Dict<'a>, &'a [u8])> {
        let object = self.object(number)?;
        let mut scanner = Scanner::new(object, 0);
        let dict = Dict::read(scanner.value()?)?;
        let length = self.length(dict.get("Length")?)?;
        if !scanner.keyword("stream") {
            return None;
        }
        let behind = &object[scanner.at()..];
        let data = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"))?;
        Some((dict, data.get(..length)?))
    }

    /// The whole file, whichever revision is looked at.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Its revisions, the oldest first.
    pub(crate) fn sections(&self) -> &[Section<'a>] {
        &self.sections
    }

    /// The newest revision.
    pub(crate) fn last(&self) -> &Section<'a> {
        // There is one: a file without a section is not read.
        &self.sections[self.sections.len() - 1]
    }

    /// The newest trailer.
    pub(crate) fn trailer(&self) -> &Dict<'a> {
        &self.last().trailer
    }

    /// What the catalog is numbered, and what it says.
    pub fn catalog(&self) -> Option<(u32, Dict<'a>)> {
        let number = syntax::reference(self.trailer().get("Root")?)?;
        self.dict(number).filter(|dict| dict.is("Type", "Catalog")).map(|dict| (number, dict))
    }

    /// Whether an object is in use.
    pub(crate) fn has(&self, number: u32) -> bool {
        self.objects.contains_key(&number)
    }

    /// Every object in use.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.objects.keys().copied()
    }

    /// One more than the highest number in use: where new objects begin.
    pub fn size(&self) -> Option<u32> {
        let size = u32::try_from(syntax::integer(self.trailer().get("Size")?)?).ok()?;
        self.objects.last_key_value().is_none_or(|(last, _)| *last < size).then_some(size)
    }

    /// Where an object's value stands, with its stream where it has one.
    fn extent(&self, number: u32) -> Option<Range<usize>> {
        let at = *self.objects.get(&number)?;
        let limit = self.starts.range(at + 1..).next().copied().unwrap_or(self.bytes.len());
        object(&self.bytes[..limit], at, number, &|length| self.length(length))
    }

    /// The bytes of an object: a value, and its stream where it has one.
    pub fn object(&self, number: u32) -> Option<&'a [u8]> {
        self.bytes.get(self.extent(number)?)
    }

    /// The dictionary of an object, or of its stream.
    pub fn dict(&self, number: u32) -> Option<Dict<'a>> {
        Dict::read(Scanner::new(self.object(number)?, 0).value()?)
    }

    /// A value, a reference followed to what it names.
    pub(crate) fn resolve(&self, raw: &'a [u8]) -> Option<&'a [u8]> {
        let mut raw = raw;
        for _ in 0..MAX_HOPS {
            match syntax::reference(raw) {
                Some(number) => raw = self.object(number)?,
                None => return Some(raw),
            }
        }
        None
    }

    /// A dictionary, direct or referred to.
    pub(crate) fn dict_of(&self, raw: &'a [u8]) -> Option<Dict<'a>> {
        Dict::read(Scanner::new(self.resolve(raw)?, 0).value()?)
    }

    /// An array, direct or referred to.
    pub fn array_of(&self, raw: &'a [u8]) -> Option<Vec<&'a [u8]>> {
        syntax::array(self.resolve(raw)?)
    }

    /// The length of a stream, given as such or as a reference to it.
    fn length(&self, raw: &[u8]) -> Option<usize> {
        let Some(number) = syntax::reference(raw) else { return syntax::integer(raw) };
        let at = *self.objects.get(&number)?;
        let limit = self.starts.range(at + 1..).next().copied().unwrap_or(self.bytes.len());
        // A number is short, and many streams may share one.
        let extent = object(&self.bytes[..limit.min(at + MAX_NUMBER)], at, number, &|_| None)?;
        syntax::integer(self.bytes.get(extent)?)
    }

    /// The objects of the pages, in order.
    pub fn pages(&self) -> Option<Vec<u32>> {
        let root = syntax::reference(self.catalog()?.1.get("Pages")?)?;
        let (mut pages, mut seen, mut open) = (Vec::new(), BTreeSet::new(), vec![(root, 0)]);
        while let Some((number, depth)) = open.pop() {
            if depth > MAX_HOPS || pages.len() > MAX_PAGES || !seen.insert(number) {
                return None;
            }
            let node = self.dict(number)?;
            match node.get("Kids") {
                Some(kids) => {
                    let kids = self.array_of(kids)?;
                    for kid in kids.iter().rev() {
                        open.push((syntax::reference(kid)?, depth + 1));
                    }
                }
                None => pages.push(number),
            }
        }
        Some(pages)
    }

    /// Where a value that was read from this file stands in it.
    pub(crate) fn place(&self, raw: &'a [u8]) -> Option<Range<usize>> {
        let start = raw.as_ptr().addr().checked_sub(self.bytes.as_ptr().addr())?;
        (start + raw.len() <= self.bytes.len()).then(|| start..start + raw.len())
    }
}

fn broken() -> Refusal {
    refusal(Code::PdfBroken).into()
}

fn objects(sections: &[Section<'_>]) -> BTreeMap<u32, usize> {
    let mut objects = BTreeMap::new();
    for (number, place) in sections.iter().flat_map(|section| &section.entries) {
        match place {
            Some(at) => objects.insert(*number, *at),
            None => objects.remove(number),
        };
    }
    objects
}

fn starts(sections: &[Section<'_>]) -> BTreeSet<usize> {
    sections.iter().flat_map(|section| section.entries.values().flatten().copied().chain([section.start])).collect()
}

/// The offset that the last `startxref` gives.
fn last_table(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(2048);
    let word = b"startxref";
    let at = memmem::rfind(&bytes[from..], word)?;
    Scanner::new(bytes, from + at + word.len()).integer()
}

/// Reads the section at an offset, with trailer and end mark.
fn section(bytes: &[u8], start: usize) -> Result<Section<'_>, Refusal> {
    let mut scanner = Scanner::new(bytes, start);
    if !bytes.get(start..).is_some_and(|rest| rest.starts_with(b"xref")) || !scanner.keyword("xref") {
        let is_stream = scanner.integer().is_some() && scanner.integer().is_some() && scanner.keyword("obj");
        return Err(if is_stream { refusal(Code::PdfCrossReferenceStream).into() } else { broken() });
    }
    let entries = entries(bytes, &mut scanner).ok_or_else(broken)?;
    // What a table names stands before it: it cannot name what is appended later.
    if entries.values().flatten().any(|at| *at >= start) {
        return Err(broken());
    }
    let trailer = scanner.value().and_then(Dict::read).ok_or_else(broken)?;
    if trailer.get("XRefStm").is_some() {
        return Err(refusal(Code::PdfCrossReferenceStream).into());
    }
    let is_closed = scanner.keyword("startxref") && scanner.integer() == Some(start);
    let mark = end_mark(bytes, scanner.at()).filter(|_| is_closed).ok_or_else(broken)?;
    let line_end = match bytes.get(mark..).unwrap_or_default() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    Ok(Section { start, mark, end: mark + line_end, entries, trailer })
}

/// The offset behind the `%%EOF` that follows.
fn end_mark(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let blanks = rest.iter().take_while(|&&byte| syntax::is_blank(byte)).count();
    rest[blanks..].starts_with(b"%%EOF").then_some(at + blanks + 5)
}

/// The subsections up to `trailer`; lines of twenty bytes (7.5.4).
fn entries<'a>(bytes: &'a [u8], scanner: &mut Scanner<'a>) -> Option<BTreeMap<u32, Option<usize>>> {
    let mut entries = BTreeMap::new();
    while !scanner.keyword("trailer") {
        let (first, count) = (scanner.integer()?, scanner.integer()?);
        scanner.blanks();
        let start = scanner.at();
        let lines = bytes.get(start..start.checked_add(count.checked_mul(20)?)?)?;
        for (index, line) in lines.chunks_exact(20).enumerate() {
            let number = u32::try_from(first.checked_add(index)?).ok()?;
            if entries.insert(number, entry(line)?).is_some() {
                return None;
            }
        }
        *scanner = Scanner::new(bytes, start + lines.len());
    }
    Some(entries)
}

fn entry(line: &[u8]) -> Option<Option<usize>> {
    let ends = matches!(&line[18..], b"\r\n" | b" \n" | b" \r");
    if !ends || line[10] != b' ' || line[16] != b' ' {
        return None;
    }
    let (offset, generation) = (syntax::integer(&line[..10])?, syntax::integer(&line[11..16])?);
    match line[17] {
        b'f' => Some(None),
        // Objects that took over a freed number are nothing that this program writes or signs.
        b'n' if generation == 0 => Some(Some(offset)),
        _ => None,
    }
}

/// The extent of the value of an object, with its stream, between `obj` and `endobj`.
pub(crate) fn object(
    bytes: &[u8],
    at: usize,
    number: u32,
    length: &dyn Fn(&[u8]) -> Option<usize>,
) -> Option<Range<usize>> {
    let mut scanner = Scanner::new(bytes, at);
    let is_headed = bytes.get(at).is_some_and(u8::is_ascii_digit)
        && scanner.integer() == Some(number as usize)
        && scanner.integer() == Some(0)
        && scanner.keyword("obj");
    if !is_headed {
        return None;
    }
    scanner.blanks();
    let start = scanner.at();
    let value = scanner.value()?;
    let mut end = scanner.at();
    if scanner.keyword("stream") {
        let length = length(Dict::read(value)?.get("Length")?)?;
        let data = match bytes.get(scanner.at()..)? {
            [b'\r', b'\n', ..] => scanner.at() + 2,
            [b'\n', ..] => scanner.at() + 1,
            _ => return None,
        };
        // Blanks only: what stands here is data, not comments.
        let behind = data.checked_add(length)?;
        let gap = bytes.get(behind..)?.iter().take_while(|&&byte| syntax::is_blank(byte)).count();
        scanner = Scanner::new(bytes, behind + gap);
        if !scanner.keyword("endstream") {
            return None;
        }
        end = scanner.at();
    }
    scanner.keyword("endobj").then_some(start..end)
}
