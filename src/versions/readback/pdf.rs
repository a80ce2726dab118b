//! The words of a PDF beside those that the inputs give: each figure that differs, with both values and page.
//!
//! Both files are read by the same reader, and their words paired in order; the ledger then tells which of the
//! expected words are figures. So a text that moved to another line or page is still compared.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::finding::code::Code;
use crate::product::file_kinds;
use crate::product::ledger::format::{Context, Figure, Kind, Ledger, Spot};
use crate::product::pages::fonts::Fonts;
use crate::product::prose::marked_text::Sentence;
use crate::versions::diff::align;
use crate::versions::readback::pdf_text::{self, PdfText, Word};
use crate::versions::readback::remark::{Comparison, Outcome, Remark, source};
use crate::vi::dates::Date;

/// Under so many per cent of common words, a file is another document.
const RELATED: u32 = 50;
/// So many words of a passage are shown.
const SHOWN: usize = 14;

/// Compares a PDF with the one that the inputs give.
pub(crate) fn compare(bytes: &[u8], expected: &[u8], ledger: &Ledger, fonts: &Fonts) -> Outcome {
    let theirs = match pdf_text::read(bytes, fonts) {
        Ok(text) => text,
        Err(reason) => return Outcome::Unreadable(reason),
    };
    let ours = match pdf_text::read(expected, fonts) {
        Ok(text) => text,
        Err(reason) => return Outcome::Unreadable(reason),
    };
    if theirs.words.is_empty() {
        return Outcome::NoText;
    }
    if joined(&theirs.words).contains(file_kinds::NOTICE) {
        return Outcome::MarkedCopy;
    }
    let mut comparison = Comparison::default();
    if file_kinds::is_signed(bytes) {
        comparison.notes.push(Remark::new(Code::VerifySigned));
    }
    let share = align::likeness(&joined(&ours.words), &joined(&theirs.words));
    if share < RELATED {
        comparison.differences.push(Remark::new(Code::VerifyForeign).with("share", share));
    } else {
        if ours.pages.len() != theirs.pages.len() {
            let (expected, found) = (ours.pages.len(), theirs.pages.len());
            comparison.differences.push(Remark::new(Code::VerifyPages).with("ours", expected).with("theirs", found));
        }
        Beside::new(&ours, &theirs).compare(ledger, &mut comparison);
        layers(&ours, &theirs, &mut comparison);
    }
    Outcome::Read(comparison)
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Two texts with their words paired.
struct Beside<'a> {
    ours: &'a PdfText,
    theirs: &'a PdfText,
    /// For each of our words the other one in its place: the same, or one that was put instead of it.
    partner: Vec<Option<usize>>,
    /// Stretches that have no equal: of ours, of theirs.
    gaps: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Beside<'a> {
    fn new(ours: &'a PdfText, theirs: &'a PdfText) -> Self {
        let pairs = paired(&ours.words, &theirs.words, LEVELS);
        let mut partner = vec![None; ours.words.len()];
        let mut gaps = Vec::new();
        let (mut i, mut j) = (0, 0);
        for (next_i, next_j) in pairs.into_iter().chain([(ours.words.len(), theirs.words.len())]) {
            if (i, j) != (next_i, next_j) {
                gaps.push((i..next_i, j..next_j));
            }
            // As many words on both sides: each stands for the other.
            if next_i - i == next_j - j {
                (i..next_i).zip(j..next_j).for_each(|(i, j)| partner[i] = Some(j));
            }
            if next_i < partner.len() {
                partner[next_i] = Some(next_j);
            }
            (i, j) = (next_i + 1, next_j + 1);
        }
        Self { ours, theirs, partner, gaps }
    }

    fn compare(&self, ledger: &Ledger, comparison: &mut Comparison) {
        let mut owned: BTreeSet<usize> = BTreeSet::new();
        // Figure, its value, theirs → pages.
        let mut found: BTreeMap<(usize, String, String), BTreeSet<usize>> = BTreeMap::new();
        for (at, figure) in ledger.figures.iter().enumerate() {
            let mut last = 0..0;
            for spot in &figure.places {
                let Some(words) = self.extent(figure, spot, &ledger.sentences) else {
                    // Our own pages do not show it either where the ledger has it.
                    if figure.kind.is_figure() {
                        let printed = figure.printed.clone().unwrap_or_else(|| figure.value.clone());
                        found.entry((at, printed, String::new())).or_default().insert(spot.page);
                    }
                    continue;
                };
                // A text of several lines is recorded at each of them.
                if last.contains(&words.start) {
                    continue;
                }
                comparison.figures += 1;
                let (old, new) = (self.shown(words.clone()), self.instead(words.clone()));
                if old != new {
                    found.entry((at, old, new)).or_default().insert(self.ours.words[words.start].page);
                }
                owned.extend(words.clone());
                last = words;
            }
        }
        for ((at, old, new), pages) in found {
            comparison.differences.push(figure_remark(&ledger.figures[at], old, new, &pages));
        }
        self.other_words(&owned, comparison);
    }

    /// The words of a figure at one of its places.
    fn extent(&self, figure: &Figure, spot: &Spot, sentences: &[Sentence]) -> Option<Range<usize>> {
        let words = &self.ours.words;
        let first = words.partition_point(|word| word.page < spot.page);
        let page = &words[first..first + words[first..].partition_point(|word| word.page == spot.page)];
        let holds =
            |word: &Word| (word.y - spot.y).abs() < 0.6 && word.x.start - 0.3 <= spot.x && spot.x <= word.x.end + 0.3;
        let forms: Vec<String> = forms(figure).into_iter().chain(in_sentence(figure, spot, sentences)).collect();
        let (start, count) = match page.iter().position(holds) {
            // Words may be printed in other forms than the ledger has; a figure may not.
            Some(at) => match covered(&page[at..], &forms) {
                Some(count) => (at, count),
                None if figure.kind.is_figure() => in_cell(page, spot, &forms)?,
                None => (at, 1),
            },
            None => in_cell(page, spot, &forms)?,
        };
        Some(first + start..first + start + count)
    }

    fn shown(&self, words: Range<usize>) -> String {
        passage(&self.ours.words[words])
    }

    /// What stands in the other file in place of these words.
    fn instead(&self, words: Range<usize>) -> String {
        let after = |at: Option<usize>| at.map_or(0, |at| at + 1);
        let start = self.partner[words.start];
        let start = start.unwrap_or_else(|| after(self.partner[..words.start].iter().rev().find_map(|j| *j)));
        let end = self.partner[words.end - 1].map(|j| j + 1);
        let end = end.or_else(|| self.partner[words.end..].iter().find_map(|j| *j));
        let end = end.unwrap_or(self.theirs.words.len()).max(start);
        passage(&self.theirs.words[start..end])
    }

    /// Words that differ and are no part of a figure.
    fn other_words(&self, owned: &BTreeSet<usize>, comparison: &mut Comparison) {
        for (ours, theirs) in &self.gaps {
            let is_even = ours.len() == theirs.len();
            let foreign: Vec<usize> = ours.clone().filter(|at| !owned.contains(at)).collect();
            let has_figures = foreign.len() < ours.len();
            match (foreign.first(), foreign.last()) {
                (Some(&first), Some(&last)) if is_even && has_figures => {
                    let other = theirs.start + (first - ours.start)..theirs.start + (last - ours.start) + 1;
                    self.remark(first..last + 1, other, comparison);
                }
                (None, _) if has_figures => {}
                _ => self.remark(ours.clone(), theirs.clone(), comparison),
            }
        }
    }

    fn remark(&self, ours: Range<usize>, theirs: Range<usize>, comparison: &mut Comparison) {
        let around = self.ours.words.get(ours.start.saturating_sub(4)..ours.start).unwrap_or_default();
        let page = self.ours.words.get(ours.start).or(self.ours.words.last()).map_or(1, |word| word.page);
        let (old, new) = (self.shown(ours), passage(&self.theirs.words[theirs]));
        let code = match (old.is_empty(), new.is_empty()) {
            (true, true) => return,
            (true, false) => Code::VerifyTextAdded,
            (false, true) => Code::VerifyTextGone,
            (false, false) => Code::VerifyText,
        };
        let remark = Remark::new(code).with("page", page).with("after", joined(around));
        comparison.differences.push(remark.with("ours", old).with("theirs", new));
    }
}

/// A cell of a table whose text does not begin with several digits is recorded by its corner: the nearest
/// words to the right and below that say what the figure says.
fn in_cell(page: &[Word], spot: &Spot, forms: &[String]) -> Option<(usize, usize)> {
    let distance = |word: &Word| (word.x.start - spot.x, word.y - spot.y);
    let near = page.iter().enumerate().filter(|(_, word)| {
        let (right, below) = distance(word);
        right > -0.5 && (0.0..30.0).contains(&below)
    });
    let said = near.filter_map(|(at, word)| {
        let count = covered(&page[at..], forms)?;
        let text: String = page[at..at + count].iter().map(|word| letters(&word.text)).collect();
        forms.contains(&text).then(|| (at, count, distance(word)))
    });
    let nearest = said.min_by(|a, b| (a.2.0 + a.2.1).total_cmp(&(b.2.0 + b.2.1)))?;
    Some((nearest.0, nearest.1))
}

/// The letters and digits of a figure as it may be printed.
fn forms(figure: &Figure) -> Vec<String> {
    let in_words = || {
        let mut parts = figure.value.split('-');
        let (year, month, day) =
            (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Date::new(year, month, day)?.in_words())
    };
    let date = if figure.kind == Kind::Date { in_words() } else { None };
    let all = figure.printed.iter().chain([&figure.value]).chain(&date);
    all.map(|form| letters(form)).filter(|form| !form.is_empty()).collect()
}

/// The forms in which a sentence prints a figure: in words, or as a change (`giảm 735 hộ`), from its first digit on too,
/// where its place is.
fn in_sentence(figure: &Figure, spot: &Spot, sentences: &[Sentence]) -> Vec<String> {
    let Context::Sentence { sentence } = spot.context else { return Vec::new() };
    let texts = sentences.get(sentence).into_iter().flat_map(|sentence| sentence.texts_of(&figure.key));
    let mut forms = Vec::new();
    for text in texts {
        forms.extend(text.find(|c: char| c.is_ascii_digit()).map(|at| letters(&text[at..])));
        forms.push(letters(&text));
    }
    forms.retain(|form| !form.is_empty());
    forms
}

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How many words, from the first on, it takes to say one of the forms; the longest, where there are several.
fn covered(words: &[Word], forms: &[String]) -> Option<usize> {
    forms.iter().filter_map(|form| takes(words, form)).max()
}

fn takes(words: &[Word], form: &str) -> Option<usize> {
    let mut text = letters(&words.first()?.text);
    let first = text.len();
    let mut count = 1;
    while text.find(form).is_none_or(|start| start >= first) {
        if text.len() >= first + form.len() {
            return None;
        }
        text.push_str(&letters(&words.get(count)?.text));
        count += 1;
    }
    Some(count)
}

/// The words without the signs around them, the middle of a long passage left out.
fn passage(words: &[Word]) -> String {
    let text = match words.len() {
        0..=SHOWN => joined(words),
        _ => format!("{} …", joined(&words[..SHOWN])),
    };
    let around = |c: char| matches!(c, '(' | ')' | ',' | ';' | '.' | ':' | '“' | '”' | '"');
    let trimmed = text.trim_matches(around);
    if trimmed.is_empty() { text } else { trimmed.to_owned() }
}

fn figure_remark(figure: &Figure, old: String, new: String, pages: &BTreeSet<usize>) -> Remark {
    let pages = pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let code = if new.is_empty() { Code::VerifyFigureGone } else { Code::VerifyFigure };
    let remark = Remark::new(code).with("name", &figure.name).with("ours", old).with("theirs", new);
    remark.with("pages", pages).with("cells", source(figure))
}

/// How words are put together for pairing: by pages, within what is left by lines, within that singly.
const LEVELS: &[fn(&Word) -> usize] = &[|word| word.page, |word| word.line];

/// Pairs of equal words in order.
fn paired(ours: &[Word], theirs: &[Word], levels: &[fn(&Word) -> usize]) -> Vec<(usize, usize)> {
    let Some((level, finer)) = levels.split_first() else {
        let [ours, theirs] =
            [ours, theirs].map(|words| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>());
        return align::common(&ours, &theirs);
    };
    let (first, second) = (groups(ours, level), groups(theirs, level));
    let texts = |words: &[Word], groups: &[Range<usize>]| -> Vec<String> {
        groups.iter().map(|group| joined(&words[group.clone()])).collect()
    };
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = (ours.len()..ours.len(), theirs.len()..theirs.len());
    let equal = common(&texts(ours, &first), &texts(theirs, &second));
    let equal = equal.into_iter().map(|(a, b)| (first[a].clone(), second[b].clone()));
    for (a, b) in equal.chain([ends]) {
        let between = paired(&ours[i..a.start], &theirs[j..b.start], finer);
        pairs.extend(between.into_iter().map(|(x, y)| (i + x, j + y)));
        pairs.extend(a.clone().zip(b.clone()));
        (i, j) = (a.end, b.end);
    }
    pairs
}

fn common(ours: &[String], theirs: &[String]) -> Vec<(usize, usize)> {
    let [ours, theirs] = [ours, theirs].map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
    align::common(&ours, &theirs)
}

/// Neighbours of the same page or line.
fn groups(words: &[Word], level: &fn(&Word) -> usize) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut at = 0;
    for group in words.chunk_by(|a, b| level(a) == level(b)) {
        groups.push(at..at + group.len());
        at += group.len();
    }
    groups
}

/// What lies on the pages that is no word.
fn layers(ours: &PdfText, theirs: &PdfText, comparison: &mut Comparison) {
    for (index, (expected, found)) in ours.pages.iter().zip(&theirs.pages).enumerate() {
        let page = index + 1;
        if found.drawings > expected.drawings {
            let more = found.drawings - expected.drawings;
            comparison.differences.push(Remark::new(Code::VerifyDrawings).with("page", page).count(more));
        }
        if found.unknown > expected.unknown {
            let count = found.unknown;
            comparison.differences.push(Remark::new(Code::VerifyUnknown).with("page", page).count(count));
        }
        // What the finished file has as well, such as its signature fields, was not laid over it by others.
        for added in found.added.iter().filter(|added| !expected.added.contains(added)) {
            let middle = |word: &&Word| kurbo::Point::new((word.x.start + word.x.end) / 2.0, word.y - 1.0);
            let on_page = theirs.words.iter().filter(|word| word.page == page);
            let under: Vec<Word> = on_page.filter(|word| added.area.contains(middle(word))).cloned().collect();
            let remark = Remark::new(Code::VerifyLayer).with("page", page).with("kind", &added.kind);
            match under.is_empty() {
                true => comparison.notes.push(remark),
                false => comparison.differences.push(
                    Remark::new(Code::VerifyCovered)
                        .with("page", page)
                        .with("kind", &added.kind)
                        .with("text", passage(&under)),
                ),
            }
        }
    }
}
