//! What the program has to say: findings with a place, a code and arguments.

pub mod messages;
pub mod outcome;
pub mod paint;
pub mod place;
pub mod render;

use crate::finding::place::{CellRef, Excerpt, Place};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is not written (lỗi).
    Error,
    /// The document is written, but someone must look (cảnh báo).
    Warning,
    /// Something was understood or computed on the reader's behalf (ghi chú).
    Note,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// Name of the message in the message files; also printed, as the finding's stable code.
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub place: Place,
    /// Other cells that belong to the finding, each with its content.
    pub related: Vec<(CellRef, String)>,
    pub excerpt: Option<Excerpt>,
}

impl Finding {
    /// An error at a place.
    pub fn error(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Error, code, args: Vec::new(), place, related: Vec::new(), excerpt: None }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place) }
    }

    /// A note at a place.
    pub fn note(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, place) }
    }

    /// Adds an argument of the message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The value of an argument; empty if it has none of that name.
    pub fn arg(&self, name: &str) -> &str {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Adds a name that may have been meant.
    pub fn with_near(self, near: Option<&str>) -> Self {
        let has_near = if near.is_some() { "yes" } else { "no" };
        self.with("near", near.unwrap_or_default()).with("has-near", has_near)
    }

    /// Adds the picture of the place.
    pub fn showing(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(excerpt);
        self
    }
}
