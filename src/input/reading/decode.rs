//! Words that were typed in other letters than they show: decoded where they can be, and reported.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::policy::LegacyEncodings;
use crate::input::reading::suspicious::named;
use crate::vi::old_encodings::{self, Encoding};
use crate::vi::syllables::is_syllable;
use crate::vi::text;
use crate::xlsx::grid::{Cell, CellValue, Sheet};

/// A sheet whose words have been mended where they could be, and what was found doing so.
pub(crate) struct Mended {
    pub(crate) sheet: Sheet,
    pub(crate) found: Vec<Finding>,
}

/// Decodes words from before Unicode and letters that only look Vietnamese.
pub(crate) fn mend(sheet: &Sheet, policy: LegacyEncodings) -> Mended {
    let mut mended = Mended { sheet: sheet.clone(), found: Vec::new() };
    decode(&mut mended, policy);
    replace_lookalikes(&mut mended);
    mended
}

/// The encodings of a sheet's words, as far as whole stretches of it show them.
struct Detected {
    /// Of the sheet, where nothing in it is in Unicode for certain.
    sheet: Option<Encoding>,
    columns: BTreeMap<u32, Encoding>,
}

impl Detected {
    fn of(sheet: &Sheet) -> Self {
        let mut columns: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        let mut has_unicode = false;
        for (&(_, col), cell) in &sheet.cells {
            let text = cell.stored_text();
            if is_suspect(text) {
                columns.entry(col).or_default().push(text);
            } else {
                has_unicode |= !text.is_ascii();
            }
        }
        let all = columns.values().flatten().copied();
        let whole = if has_unicode { None } else { old_encodings::detect(all) };
        let detect = |(col, texts): (&u32, &Vec<&str>)| Some((*col, old_encodings::detect(texts.iter().copied())?));
        Self { sheet: whole, columns: columns.iter().filter_map(detect).collect() }
    }
}

/// Whether a text could be in an encoding from before Unicode: those have no letters beyond Latin-1, while
/// nearly every Vietnamese phrase in Unicode has.
fn is_suspect(text: &str) -> bool {
    !text.is_ascii() && !text::compose(text).chars().any(|c| c > '\u{ff}' && c.is_alphabetic())
}

fn decode(mended: &mut Mended, policy: LegacyEncodings) {
    let detected = Detected::of(&mended.sheet);
    let mut changed: Vec<((u32, u32), String)> = Vec::new();
    let mut first = None;
    for (at, cell) in &mut mended.sheet.cells {
        let stored = cell.stored_text().to_owned();
        let Some((encoding, capitals)) = encoding_of(cell, at.1, &detected, &stored) else { continue };
        let mut plain = text::clean(&old_encodings::decode(&stored, encoding));
        if capitals {
            plain = plain.to_uppercase();
        }
        if plain == stored {
            continue;
        }
        first.get_or_insert((encoding, stored));
        cell.value = CellValue::Text(plain.clone());
        cell.stored = None;
        changed.push((*at, plain));
    }
    let (Some((at, plain)), Some((encoding, stored))) = (changed.first(), first) else { return };
    let name = &mended.sheet.stored_name;
    if is_suspect(name) && reads_no_worse(name, encoding) {
        mended.sheet.name = text::clean(&old_encodings::decode(name, encoding)).into();
    }
    let place = Place::Cell(mended.sheet.at(at.0, at.1));
    let finding = Finding::graded(policy.severity(), Code::TextEncoding, place);
    let finding = finding.with("encoding", encoding.name()).count(changed.len()).choice("policy", policy.name());
    mended.found.push(finding.with("value", stored).with("decoded", plain));
}

/// In which encoding a cell's words are: by its font, else by what the words around and in it look like.
fn encoding_of(cell: &Cell, col: u32, detected: &Detected, stored: &str) -> Option<(Encoding, bool)> {
    if !is_suspect(stored) {
        return None;
    }
    if let Some((encoding, capitals)) = cell.legacy_font.as_deref().and_then(old_encodings::from_font) {
        return reads_no_worse(stored, encoding).then_some((encoding, capitals));
    }
    if let Some(around) = detected.sheet.or_else(|| detected.columns.get(&col).copied()) {
        return reads_no_worse(stored, around).then_some((around, false));
    }
    let encoding = old_encodings::detect(std::iter::once(stored))?;
    (odd(&old_encodings::decode(stored, encoding)) < odd(&text::clean(stored))).then_some((encoding, false))
}

/// Whether decoding does not turn Vietnamese words into others: a font alone proves little where the words
/// were pasted.
fn reads_no_worse(stored: &str, encoding: Encoding) -> bool {
    odd(&old_encodings::decode(stored, encoding)) <= odd(&text::clean(stored))
}

/// How many of the words with accents are no Vietnamese syllables.
fn odd(text: &str) -> usize {
    let has_letters = |word: &&str| !word.is_ascii() && word.chars().any(char::is_alphabetic);
    let is_odd = |word: &&str| !is_syllable(word.trim_matches(|c: char| c.is_ascii_punctuation()));
    text.split_whitespace().filter(has_letters).filter(is_odd).count()
}

fn replace_lookalikes(mended: &mut Mended) {
    let mut at = Vec::new();
    for (place, cell) in &mut mended.sheet.cells {
        if let CellValue::Text(text) = &mut cell.value
            && let Some(plain) = old_encodings::lookalikes(text)
        {
            *text = plain;
            at.push(*place);
        }
    }
    if let Some(&(row, col)) = at.first() {
        let finding = Finding::new(Code::TextLookalike, Place::Cell(mended.sheet.at(row, col)));
        mended.found.push(finding.with("letter", "Ð").with("cells", named(&mended.sheet, &at)));
    }
}
