//! The particulars as slips are looked for in them.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Dataset, plain_text};
use crate::input::definition::model::Document;

/// The particulars of one document, by the keys of its definition.
pub(crate) struct Facts<'a> {
    pub(crate) document: &'a Document,
    pub(crate) dataset: &'a Dataset,
}

impl Facts<'_> {
    /// The words of a particular, others filled in; none where it is blank or not declared.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let words = self.dataset.facts.get(key)?.in_sentence()?;
        let text = plain_text(&self.dataset.expand(&words));
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }

    /// What the definition calls a particular.
    pub(crate) fn heading(&self, key: &str) -> &str {
        let field = self.document.facts.fields.iter().find(|field| field.key == key);
        field.map_or("", |field| field.heading.as_str())
    }

    /// A finding about a particular, at its cell: with its name as `field` and what it says as `text`.
    pub(crate) fn slip(&self, code: Code, key: &str) -> Finding {
        let at = self.dataset.facts.get(key).and_then(|entry| entry.at.first());
        let place = at.map_or(Place::Nowhere, |at| Place::Cell(at.clone()));
        let text = self.text(key).unwrap_or_default();
        Finding::new(code, place).with("field", self.heading(key)).with("text", text)
    }
}
