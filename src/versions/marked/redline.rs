//! Prose with its changed words marked, for the marked copy.
//!
//! Marked words leave the markup as Typst strings, so nothing that was compared can become markup; signs of markup
//! (`*`, `- ` at the head of a line) stay where they are.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::product::prose::lines::ties::JOINER;
use crate::product::prose::marked_text::{self, CLOSE, MIDDLE, Mark, OPEN};
use crate::product::prose::narrative;
use crate::versions::diff::align::Run;
use crate::versions::diff::change::{Difference, SentenceChange};
use crate::versions::marked::list;

/// A Typst string literal. Marks of data in it would be taken for data: a ledger from elsewhere may hold any character.
fn quoted(text: &str) -> String {
    narrative::quoted(&text.replace([OPEN, MIDDLE, CLOSE], ""))
}

/// The changed paragraphs of the new version, by their index.
pub(crate) type Changes<'a> = BTreeMap<usize, (&'a SentenceChange, Option<usize>)>;

/// Every changed paragraph that is still there, with its number in the list where it is reworded.
pub(crate) fn changes(difference: &Difference) -> Changes<'_> {
    let numbers = list::numbers(difference);
    let all = difference.sentences.iter().enumerate();
    all.filter_map(|(at, change)| Some((change.index?, (change, numbers.get(&at).copied())))).collect()
}

/// Turns marked text into markup, `index` being that of its first paragraph, and afterwards of the next file's.
pub(crate) fn markup(marked: &str, changes: &Changes<'_>, index: &mut usize) -> String {
    let blocks: Vec<&str> = marked.split("\n\n").collect();
    // A datum that holds a blank line is not torn apart: such a file keeps its words unmarked.
    let is_torn = blocks.iter().any(|block| block.matches(OPEN).count() != block.matches(CLOSE).count());
    let mut out = Vec::new();
    for block in &blocks {
        let body = block.trim();
        let change = if body.is_empty() || is_torn { None } else { changes.get(index) };
        *index += usize::from(!body.is_empty());
        out.push(match change {
            None => joined(block),
            Some((change, number)) => {
                let start = block.len() - block.trim_start().len();
                let level = body.chars().take_while(|&c| c == '=').count();
                let text = body[level..].trim_start();
                let head = start + body.len() - text.len();
                let mut line = Line::new(edits(change, *number));
                line.write(&units(text));
                format!("{}{}{}", &block[..head], line.out, &block[start + body.len()..])
            }
        });
    }
    out.join("\n\n")
}

/// A paragraph in which no datum is parted from what it is joined to, though an old value may stand above it.
fn joined(block: &str) -> String {
    let mut out = String::with_capacity(block.len());
    for c in block.chars() {
        if c == OPEN && !out.ends_with(|before: char| before.is_whitespace()) && !out.is_empty() {
            out.push(JOINER);
        }
        out.push(c);
    }
    out
}

/// What a paragraph consists of.
enum Unit<'a> {
    /// A sign of markup, no part of the text.
    Sign(char),
    /// A character, and how it is written.
    Char(char, String),
    /// A datum, still marked, and its number of characters.
    Datum(String, usize, &'a str),
}

impl Unit<'_> {
    /// How many characters of the text it is.
    fn len(&self) -> usize {
        match self {
            Self::Sign(_) | Self::Char(JOINER, _) => 0,
            Self::Char(..) => 1,
            Self::Datum(_, len, _) => *len,
        }
    }
}

/// Takes a paragraph apart, as [`crate::product::prose::marked_text::sentences`] reads it.
fn units(text: &str) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    for piece in marked_text::pieces(text) {
        let prose = match piece {
            Mark::Datum { key, text } => {
                units.push(Unit::Datum(
                    marked_text::marked(key, text),
                    text.chars().filter(|&c| c != JOINER).count(),
                    text,
                ));
                continue;
            }
            Mark::Prose(prose) => prose,
        };
        let mut chars = prose.chars();
        while let Some(c) = chars.next() {
            units.extend(match c {
                '*' | '_' => Some(Unit::Sign(c)),
                '\\' => chars.next().map(|next| Unit::Char(next, format!("\\{next}"))),
                _ => Some(Unit::Char(c, c.to_string())),
            });
        }
    }
    units
}

/// Other words, from one character of the new text up to another.
struct Edit {
    number: usize,
    from: usize,
    to: usize,
    old: String,
    /// Whether the old words have been shown.
    told: bool,
}

/// The edits of a paragraph; none where only its data changed, which are marked themselves.
fn edits(change: &SentenceChange, number: Option<usize>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let Some(number) = number.filter(|_| change.wording) else { return edits };
    let mut at = 0;
    for run in &change.marked {
        match run {
            Run::Same(text) => at += text.chars().count(),
            Run::Replaced { old, new } => {
                let to = at + new.chars().count();
                let old = if change.old.is_some() { old.trim().to_owned() } else { String::new() };
                edits.push(Edit { number, from: at, to, old, told: false });
                at = to;
            }
        }
    }
    edits
}

/// A paragraph being written.
struct Line {
    edits: Vec<Edit>,
    out: String,
    /// Characters written so far.
    at: usize,
    /// The last of them.
    before: Option<char>,
    /// Whether only signs of a list stand on the line so far.
    fresh: bool,
    /// Whether the bar in the margin has begun.
    barred: bool,
    /// The edit whose words are being gathered, and the words.
    open: Option<(usize, String)>,
}

impl Line {
    fn new(edits: Vec<Edit>) -> Self {
        Self { edits, out: String::new(), at: 0, before: None, fresh: true, barred: false, open: None }
    }

    fn write(&mut self, units: &[Unit<'_>]) {
        let last = units.iter().rposition(|unit| unit.len() > 0).unwrap_or_default();
        let end: usize = units[..last].iter().map(Unit::len).sum();
        for edit in self.edits.iter_mut().filter(|edit| edit.from == edit.to) {
            // What ends the paragraph decides how it is laid out, so nothing comes behind it.
            edit.from = edit.from.min(end);
        }
        for (index, unit) in units.iter().enumerate() {
            self.fresh &= matches!(unit, Unit::Char(c, _) if "-+=. ".contains(*c) || c.is_ascii_digit());
            if unit.len() > 0 && (!self.fresh || index == last) {
                self.pause(index == last);
            }
            self.unit(unit);
        }
        self.flush();
    }

    /// What comes before a character or datum: the bar's beginning or end, and words that were cut here.
    fn pause(&mut self, is_last: bool) {
        // At the edge of a paragraph it would be found above the paragraph, inside a word it would part letters.
        let begins = !self.barred && (is_last || self.before.is_some_and(char::is_whitespace));
        if begins || is_last {
            self.flush();
        }
        if begins {
            self.out.push_str("#changed-from;");
            self.barred = true;
        }
        if is_last {
            self.out.push_str("#changed-to;");
        }
        for edit in 0..self.edits.len() {
            let Edit { from, to, told, .. } = self.edits[edit];
            if from == self.at && to <= from && !told {
                self.flush();
                self.call(edit, "");
            }
        }
    }

    fn unit(&mut self, unit: &Unit<'_>) {
        match unit {
            Unit::Sign(sign) => {
                self.flush();
                self.out.push(*sign);
            }
            Unit::Char('\n', _) => {
                self.flush();
                self.out.push('\n');
                self.fresh = true;
                self.before = Some('\n');
            }
            Unit::Char(c, raw) => self.char(*c, raw),
            Unit::Datum(marked, _, text) => {
                self.flush();
                self.join();
                self.out.push_str(marked);
                self.before = text.chars().last();
            }
        }
        self.at += unit.len();
    }

    fn char(&mut self, c: char, raw: &str) {
        // What keeps a word on one line is no part of what was compared.
        if c == JOINER {
            self.open.as_mut().map_or(&mut self.out, |(_, words)| words).push(c);
            return;
        }
        let edit = self.edits.iter().position(|edit| edit.from <= self.at && self.at < edit.to);
        let edit = edit.filter(|_| !self.fresh);
        if self.open.as_ref().map(|(open, _)| *open) != edit {
            self.flush();
        }
        match (edit, &mut self.open) {
            (Some(_), Some((_, words))) => words.push(c),
            (Some(edit), open) if !c.is_whitespace() => *open = Some((edit, c.to_string())),
            _ => {
                self.out.push_str(raw);
                self.before = Some(c);
            }
        }
    }

    /// Writes the words gathered so far.
    fn flush(&mut self) {
        if let Some((edit, words)) = self.open.take() {
            self.call(edit, words.trim_end());
            self.out.push_str(&words[words.trim_end().len()..]);
            self.before = words.chars().last();
        }
    }

    fn call(&mut self, edit: usize, words: &str) {
        self.join();
        let Edit { number, old, told, .. } = &mut self.edits[edit];
        let _ = match *told {
            true => write!(self.out, "#touched({});", quoted(words)),
            false => write!(self.out, "#reworded({number},{},{});", quoted(words), quoted(old)),
        };
        *told = true;
    }

    /// Inside a word the mark makes no room for a line break.
    fn join(&mut self) {
        if self.before.is_some_and(|c| !c.is_whitespace()) {
            self.out.push(JOINER);
        }
    }
}
