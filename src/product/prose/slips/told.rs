//! Turns places of a slip into one finding.

use std::ops::Range;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{Excerpt, Place};
use crate::input::templates;
use crate::product::prose::slips::passage::{File, Passage};
use crate::product::prose::slips::proof::Proof;
use crate::vi::text::shortened;

/// How many places of one slip are named.
const NAMED: usize = 5;

/// One place of a slip.
#[derive(Debug, Clone)]
pub(crate) struct Slip<'a> {
    pub(crate) passage: &'a Passage,
    /// Bytes of its text.
    pub(crate) at: Range<usize>,
    /// What should stand there; nothing where the message says it.
    pub(crate) right: String,
}

impl<'a> Slip<'a> {
    pub(crate) fn new(passage: &'a Passage, at: Range<usize>, right: impl Into<String>) -> Self {
        Self { passage, at, right: right.into() }
    }

    /// The words in question.
    pub(crate) fn words(&self) -> &'a str {
        self.passage.text.get(self.at.clone()).unwrap_or_default()
    }
}

/// Knows where words were typed.
pub(crate) struct Teller<'a> {
    pub(crate) proof: &'a Proof<'a>,
}

/// A place, and the picture of it.
struct Found {
    place: Place,
    excerpt: Option<Excerpt>,
}

impl Teller<'_> {
    /// One finding for all places of a slip; none where there are none.
    ///
    /// Its arguments are `shown`, the first places with what is written and what should be, and their number.
    pub(crate) fn tell(&self, code: Code, slips: &[Slip<'_>]) -> Option<Finding> {
        self.told(slips, |place| Finding::new(code, place))
    }

    /// The same where the places say how much it matters.
    pub(crate) fn told(&self, slips: &[Slip<'_>], finding: impl Fn(Place) -> Finding) -> Option<Finding> {
        // The same cell may be printed in a sentence and in a table.
        let mut found: Vec<(Found, &Slip<'_>)> = Vec::new();
        let mut count = 0;
        for slip in slips {
            let place = if found.len() < NAMED || slip.passage.datum(&slip.at).is_some() {
                self.find(slip)
            } else {
                Found { place: Place::Nowhere, excerpt: None }
            };
            let is_cell = matches!(place.place, Place::Cell(_));
            if is_cell && found.iter().any(|(known, other)| known.place == place.place && other.words() == slip.words())
            {
                continue;
            }
            count += 1;
            found.push((place, slip));
        }
        let mut shown: Vec<String> = found.iter().take(NAMED).map(|(at, slip)| self.shown(slip, &at.place)).collect();
        // A part that is included several times was typed once.
        shown.dedup();
        let (first, _) = found.into_iter().next()?;
        let more = if count > NAMED { "; …" } else { "" };
        let finding = finding(first.place).count(count).with("shown", shown.join("; ") + more);
        Some(match first.excerpt {
            Some(excerpt) => finding.showing(excerpt),
            None => finding,
        })
    }

    /// `“Ủy Ban” → “Ủy ban” (05-kinh-phi.typ.j2:12)`.
    fn shown(&self, slip: &Slip<'_>, place: &Place) -> String {
        let prose = format!("{}/", templates::narrative_path(self.proof.template));
        let place = place.to_string();
        let place = place.strip_prefix(&prose).unwrap_or(&place);
        let right = if slip.right.is_empty() { String::new() } else { format!(" → “{}”", slip.right) };
        format!("“{}”{right} ({place})", shortened(slip.words().trim(), 60))
    }

    /// Where the words of a slip were typed: a cell, or a line of a template.
    fn find(&self, slip: &Slip<'_>) -> Found {
        if let Some((key, _)) = slip.passage.datum(&slip.at)
            && let Some(cell) = self.proof.dataset.entry(key).and_then(|entry| entry.at.first())
        {
            return Found { place: Place::Cell(cell.clone()), excerpt: None };
        }
        let Proof { template, folder, .. } = self.proof;
        match &slip.passage.typed_in {
            File::Definition => in_file(&folder.definition, &templates::definition_path(template), slip),
            File::Main => in_file(folder.main.as_deref().unwrap_or_default(), &format!("{template}/main.typ"), slip),
            File::Narrative(name) => {
                let own = format!("{name}.j2");
                let named = |name: &str| format!("{}/{name}", templates::narrative_path(template));
                let text = folder.narrative.get(&own).map(String::as_str).unwrap_or_default();
                let mut found = in_file(text, &named(&own), slip);
                // What others include or call stands elsewhere.
                for (name, text) in folder.narrative.iter().filter(|(name, _)| name.starts_with('_')) {
                    if matches!(found.place, Place::File(_)) {
                        let other = in_file(text, &named(name), slip);
                        found = if matches!(other.place, Place::Line { .. }) { other } else { found };
                    }
                }
                found
            }
        }
    }
}

/// The line of a file where the words of a slip stand, found by them and by what stands around them.
fn in_file(text: &str, file: &str, slip: &Slip<'_>) -> Found {
    let literal = slip.passage.literal(&slip.at);
    let whole = &slip.passage.text;
    for around in [40, 12, 0] {
        let start = floor(whole, slip.at.start.saturating_sub(around)).max(literal.start);
        let end = floor(whole, slip.at.end + around).min(literal.end).max(slip.at.end.min(literal.end));
        let Some(wanted) = whole.get(start..end).map(plain).filter(|wanted| !wanted.trim().is_empty()) else {
            continue;
        };
        // What explains a definition is no part of it.
        let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') || file.ends_with(".typ"));
        let line = { lines }.find(|(_, line)| plain(line).contains(wanted.trim()));
        if let Some((index, line)) = line {
            let place = Place::Line { file: file.to_owned(), line: index + 1 };
            return Found { place, excerpt: picture(line, index + 1, slip.words(), &whole[start..slip.at.start]) };
        }
    }
    Found { place: Place::File(file.to_owned()), excerpt: None }
}

/// The nearest end of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// Without signs of emphasis and escapes, which are not printed.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '*' | '_' | '\\')).collect()
}

/// A line with a mark under the words that follow `before`.
fn picture(line: &str, number: usize, words: &str, before: &str) -> Option<Excerpt> {
    let words = words.trim();
    let found = line.find(&format!("{before}{words}")).map(|at| at + before.len()).or_else(|| line.find(words))?;
    let at = line[..found].chars().count();
    let from = at.saturating_sub(40);
    let shown: String = line.chars().skip(from).take(90).collect();
    let length = words.chars().count().min(90 - (at - from));
    Some(Excerpt { lines: vec![(number, shown)], mark: (at - from, length) })
}
