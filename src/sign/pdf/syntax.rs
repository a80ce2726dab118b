//! PDF values as the bytes they stand in (ISO 32000-1, 7.2-7.3): found and parted, never rewritten.
//!
//! A value is a slice of the file. Whoever changes a dictionary copies its other entries byte for byte, so nothing
//! that was not understood is lost. Nesting is counted, not followed by calls, and each byte is looked at once.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Dictionaries and arrays within each other deeper than this are no document's.
const MAX_DEPTH: usize = 64;

/// Reads values one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// What one token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Open,
    Close,
    /// A string, name, number or keyword.
    Plain,
}

impl<'a> Scanner<'a> {
    /// Begins at an offset.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The offset of the next byte.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Passes blanks and comments.
    pub(crate) fn blanks(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => self.at += run(&self.bytes[self.at..], |byte| !matches!(byte, b'\n' | b'\r')),
                _ if is_blank(byte) => self.at += 1,
                _ => return,
            }
        }
    }

    /// Passes a keyword; false where it does not stand here as a whole.
    pub(crate) fn keyword(&mut self, word: &str) -> bool {
        self.blanks();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let stands = rest.starts_with(word.as_bytes()) && rest.get(word.len()).is_none_or(|&byte| !is_regular(byte));
        if stands {
            self.at += word.len();
        }
        stands
    }

    /// An unsigned integer.
    pub(crate) fn integer(&mut self) -> Option<usize> {
        let mut ahead = self.clone();
        ahead.blanks();
        let digits = ahead.token().filter(|(kind, _)| *kind == Token::Plain)?.1;
        let value = integer(digits)?;
        *self = ahead;
        Some(value)
    }

    /// `12 0 R`.
    fn reference(&mut self) -> Option<()> {
        let mut ahead = self.clone();
        ahead.integer()?;
        ahead.integer()?;
        if !ahead.keyword("R") {
            return None;
        }
        *self = ahead;
        Some(())
    }

    /// The bytes of the next value: a whole dictionary, array or reference, or one token.
    pub(crate) fn value(&mut self) -> Option<&'a [u8]> {
        self.blanks();
        let start = self.at;
        if self.reference().is_some() {
            return self.bytes.get(start..self.at);
        }
        let mut open: Vec<u8> = Vec::new();
        loop {
            self.blanks();
            let (kind, text) = self.token()?;
            match kind {
                Token::Open if open.len() == MAX_DEPTH => return None,
                Token::Open => open.push(text[0]),
                Token::Close if open.pop()? != opening(text[0]) => return None,
                Token::Close | Token::Plain => {}
            }
            if open.is_empty() {
                return self.bytes.get(start..self.at);
            }
        }
    }

    fn token(&mut self) -> Option<(Token, &'a [u8])> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (kind, length) = match rest[0] {
            b'<' if rest.starts_with(b"<<") => (Token::Open, 2),
            b'>' if rest.starts_with(b">>") => (Token::Close, 2),
            b'[' => (Token::Open, 1),
            b']' => (Token::Close, 1),
            b'<' => (Token::Plain, hexadecimal(rest)?),
            b'(' => (Token::Plain, literal(rest)?),
            b'/' => (Token::Plain, 1 + run(&rest[1..], is_regular)),
            byte if is_regular(byte) => (Token::Plain, run(rest, is_regular)),
            _ => return None,
        };
        self.at += length;
        Some((kind, &rest[..length]))
    }
}

fn opening(closing: u8) -> u8 {
    if closing == b'>' { b'<' } else { b'[' }
}

fn run(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&byte| belongs(byte)).count()
}

/// White space (table 1).
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

/// Neither white space nor delimiter (table 2).
fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hexadecimal(bytes: &[u8]) -> Option<usize> {
    let length = 1 + run(&bytes[1..], |byte| byte.is_ascii_hexdigit() || is_blank(byte));
    (bytes.get(length) == Some(&b'>')).then_some(length + 1)
}

/// Parentheses in balance need no backslash (7.3.4.2).
fn literal(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The value of an unsigned integer of at most ten digits.
pub fn integer(raw: &[u8]) -> Option<usize> {
    let fits = (1..=10).contains(&raw.len()) && raw.iter().all(u8::is_ascii_digit);
    if fits { std::str::from_utf8(raw).ok()?.parse().ok() } else { None }
}

/// The number of the object that a reference of generation 0 names.
pub fn reference(raw: &[u8]) -> Option<u32> {
    let mut scanner = Scanner::new(raw, 0);
    let number = scanner.integer()?;
    let is_whole = scanner.integer()? == 0 && scanner.keyword("R") && scanner.at() == raw.len();
    if is_whole { u32::try_from(number).ok() } else { None }
}

/// The items of an array.
pub(crate) fn array(raw: &[u8]) -> Option<Vec<&[u8]>> {
    let inner = raw.strip_prefix(b"[")?.strip_suffix(b"]")?;
    values(inner)
}

fn values(inner: &[u8]) -> Option<Vec<&[u8]>> {
    let mut scanner = Scanner::new(inner, 0);
    let mut values = Vec::new();
    loop {
        scanner.blanks();
        if scanner.at() == inner.len() {
            return Some(values);
        }
        values.push(scanner.value()?);
    }
}

/// A name without its solidus, `#20` and the like decoded (7.3.5).
pub(crate) fn name(raw: &[u8]) -> Option<Cow<'_, [u8]>> {
    let raw = raw.strip_prefix(b"/")?;
    if !raw.contains(&b'#') {
        return Some(Cow::Borrowed(raw));
    }
    let mut decoded = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((&byte, after)) = rest.split_first() {
        let escaped = if byte == b'#' { after.get(..2).and_then(pair) } else { None };
        decoded.push(escaped.unwrap_or(byte));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    Some(Cow::Owned(decoded))
}

fn pair(digits: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
}

/// Every object that a value refers to, nested ones included.
pub(crate) fn references(raw: &[u8]) -> Vec<u32> {
    let (mut scanner, mut found) = (Scanner::new(raw, 0), Vec::new());
    loop {
        scanner.blanks();
        let start = scanner.at;
        if scanner.reference().is_some() {
            found.extend(reference(&raw[start..scanner.at]));
        } else if scanner.token().is_none() {
            return found;
        }
    }
}

/// Every object that any reader might take a value to refer to: of whatever generation, with more zeros in front
/// than numbers have, without a blank before the `R`.
pub(crate) fn possible_references(raw: &[u8]) -> Vec<u32> {
    let mut found = references(raw);
    let back =
        |from: usize, fits: fn(u8) -> bool| from - raw[..from].iter().rev().take_while(|byte| fits(**byte)).count();
    let is_digit = |byte: u8| byte.is_ascii_digit();
    for (at, _) in raw.iter().enumerate().filter(|(_, byte)| **byte == b'R') {
        let generation_end = back(at, is_blank);
        let generation = back(generation_end, is_digit);
        let end = back(generation, is_blank);
        let start = back(end, is_digit);
        if generation < generation_end && end < generation && start < end {
            let digits = std::str::from_utf8(&raw[start..end]).unwrap_or_default();
            found.extend(digits.trim_start_matches('0').parse::<u32>());
        }
    }
    found
}

/// The bytes of a string: `(abc)` or `<616263>` (7.3.4).
pub(crate) fn string(raw: &[u8]) -> Option<Vec<u8>> {
    if let Some(inner) = raw.strip_prefix(b"<").and_then(|raw| raw.strip_suffix(b">")) {
        let digits: Vec<u8> = inner.iter().copied().filter(|byte| !is_blank(*byte)).collect();
        return digits.chunks(2).map(|two| pair(&[two[0], *two.get(1).unwrap_or(&b'0')])).collect();
    }
    raw.strip_prefix(b"(").and_then(|raw| raw.strip_suffix(b")")).map(unescaped)
}

fn unescaped(inner: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let Some((&next, beyond)) = after.split_first().filter(|_| byte == b'\\') else {
            bytes.push(byte);
            continue;
        };
        let octal = run(&after[..after.len().min(3)], |byte| (b'0'..b'8').contains(&byte));
        rest = if octal > 0 { &after[octal..] } else { beyond };
        match next {
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'\r' => rest = beyond.strip_prefix(b"\n").unwrap_or(beyond),
            b'\n' => {}
            // A number over 255 loses its high bit (table 3).
            _ if octal > 0 => bytes.push(after[..octal].iter().fold(0, |n: u8, digit| n << 3 | (digit - b'0'))),
            other => bytes.push(other),
        }
    }
    bytes
}

/// A text string: UTF-16 with a mark, else taken as Latin letters (7.9.2.2).
pub(crate) fn text(raw: &[u8]) -> Option<String> {
    let bytes = string(raw)?;
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            Some(String::from_utf16_lossy(&units))
        }
        None => Some(bytes.into_iter().map(char::from).collect()),
    }
}

/// A text as `<FEFF…>`.
pub(crate) fn text_string(text: &str) -> Vec<u8> {
    let digits: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<FEFF{digits}>").into_bytes()
}

/// A dictionary: entries in their order, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dict<'a> {
    entries: Vec<(&'a [u8], &'a [u8])>,
}

impl<'a> Dict<'a> {
    /// Parts a dictionary. One that says a thing twice is none: readers disagree which one holds.
    pub(crate) fn read(raw: &'a [u8]) -> Option<Self> {
        let values = values(raw.strip_prefix(b"<<")?.strip_suffix(b">>")?)?;
        let (pairs, []) = values.as_chunks::<2>() else { return None };
        let mut seen = BTreeSet::new();
        let is_sound = pairs.iter().all(|[key, _]| name(key).is_some_and(|key| seen.insert(key)));
        is_sound.then(|| Self { entries: pairs.iter().map(|[key, value]| (*key, *value)).collect() })
    }

    /// The value of an entry.
    pub fn get(&self, key: &str) -> Option<&'a [u8]> {
        let is_named = |raw: &[u8]| name(raw).is_some_and(|name| *name == *key.as_bytes());
        self.entries.iter().find(|(raw, _)| is_named(raw)).map(|(_, value)| *value)
    }

    /// Whether an entry is this very name.
    pub(crate) fn is(&self, key: &str, wanted: &str) -> bool {
        self.get(key).and_then(name).is_some_and(|name| *name == *wanted.as_bytes())
    }

    /// The keys, decoded.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Cow<'a, [u8]>> + '_ {
        self.entries().map(|(key, _)| key)
    }

    /// Keys, decoded, and values.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Cow<'a, [u8]>, &'a [u8])> + '_ {
        self.entries.iter().filter_map(|(key, value)| Some((name(key)?, *value)))
    }

    /// The dictionary with some entries replaced or, at the end, added; the others as they are.
    pub fn with(&self, changes: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut out = b"<<".to_vec();
        let changed = |raw: &[u8]| changes.iter().find(|(key, _)| name(raw).is_some_and(|n| *n == *key.as_bytes()));
        for (key, value) in &self.entries {
            push_entry(&mut out, key, changed(key).map_or(value, |(_, new)| new));
        }
        for (key, value) in changes.iter().filter(|(key, _)| self.get(key).is_none()) {
            push_entry(&mut out, format!("/{key}").as_bytes(), value);
        }
        out.extend(b">>");
        out
    }
}

fn push_entry(out: &mut Vec<u8>, key: &[u8], value: &[u8]) {
    out.extend(key);
    // Delimiters need no blank before them.
    if value.first().is_some_and(|&byte| is_regular(byte)) {
        out.push(b' ');
    }
    out.extend(value);
}
