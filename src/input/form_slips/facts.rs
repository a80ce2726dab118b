//! The particulars as slips are looked for in them.

use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::checking::doubt::Doubt;
use crate::input::dataset::{Content, Dataset, Entry, plain_text};
use crate::input::definition::model::Document;
use crate::vi::dates::Date;

/// The particulars of one document, by the keys of its definition.
pub(crate) struct Facts<'a> {
    pub(crate) document: &'a Document,
    pub(crate) dataset: &'a Dataset,
    pub(crate) doubt: &'a Doubt,
}

impl<'a> Facts<'a> {
    fn entry(&self, key: &str) -> Option<&'a Entry> {
        let is_sure =
            |entry: &&Entry| !self.doubt.of_entry(entry) && !entry.at.iter().any(|at| self.doubt.of_rows_around(at));
        self.dataset.facts.get(key).filter(is_sure)
    }

    /// The words of a particular on one line, others filled in; none where it is blank, unknown or in doubt.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = self.lines(key).join(" ");
        (!text.is_empty()).then_some(text)
    }

    /// The lines of a particular, others filled in; blank ones left out.
    pub(crate) fn lines(&self, key: &str) -> Vec<String> {
        let Some(text) = self.entry(key).and_then(Entry::in_sentence) else { return Vec::new() };
        let filled = plain_text(&self.dataset.expand(&text));
        filled.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// A date among the particulars.
    pub(crate) fn date(&self, key: &str) -> Option<Date> {
        match self.entry(key)?.content {
            Content::Date(date) => Some(date),
            _ => None,
        }
    }

    /// Whether a particular was left blank; not so where its cell cannot be read, or is not there.
    pub(crate) fn is_left_blank(&self, key: &str) -> bool {
        self.entry(key).is_some_and(|entry| entry.is_blank() && !entry.at.is_empty())
    }

    /// Whether the sheet has no row for a particular that the definition declares.
    pub(crate) fn has_no_row(&self, key: &str) -> bool {
        !self.heading(key).is_empty() && self.entry(key).is_some_and(|entry| entry.is_blank() && entry.at.is_empty())
    }

    /// What the definition calls a particular.
    pub(crate) fn heading(&self, key: &str) -> &'a str {
        let field = self.document.facts.fields.iter().find(|field| field.key == key);
        field.map_or("", |field| field.heading.as_str())
    }

    /// The cell of a particular.
    pub(crate) fn cell(&self, key: &str) -> Option<&'a CellRef> {
        self.entry(key)?.at.first()
    }

    /// A finding about a particular, at its cell: with its name as `field` and what it says as `text`.
    pub(crate) fn slip(&self, code: Code, key: &str) -> Finding {
        self.described(Finding::new(code, self.place(key)), key)
    }

    /// The same where it depends on the document how much it matters.
    pub(crate) fn graded(&self, severity: Severity, code: Code, key: &str) -> Finding {
        self.described(Finding::graded(severity, code, self.place(key)), key)
    }

    fn place(&self, key: &str) -> Place {
        self.cell(key).map_or(Place::Nowhere, |at| Place::Cell(at.clone()))
    }

    fn described(&self, finding: Finding, key: &str) -> Finding {
        finding.with("field", self.heading(key)).with("text", self.text(key).unwrap_or_default())
    }

    /// Adds another particular that belongs to a finding, with its name under `name`.
    pub(crate) fn beside(&self, finding: Finding, name: &'static str, key: &str) -> Finding {
        let mut finding = finding.with(name, self.heading(key));
        if let (Some(at), Some(text)) = (self.cell(key), self.text(key)) {
            finding.related.push((at.clone(), text));
        }
        finding
    }
}
