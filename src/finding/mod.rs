//! What the program has to say: findings with a place, a code and arguments.

pub(crate) mod argument;
pub mod code;
mod codes;
pub mod effect;
pub(crate) mod folding;
pub mod messages;
pub mod outcome;
pub(crate) mod paint;
pub(crate) mod picture;
pub mod place;
pub(crate) mod render;
pub(crate) mod system;

use crate::finding::argument::{Arguments, takes_arguments};
use crate::finding::code::{Code, Level};
use crate::finding::place::{CellRef, Excerpt, Place};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub code: Code,
    pub args: Arguments,
    pub place: Place,
    /// Other cells that belong to the finding, each with its content.
    pub related: Vec<(CellRef, String)>,
    /// Those that say the same of other cells, in the order of their places.
    pub alike: Vec<Finding>,
    pub(crate) excerpt: Option<Excerpt>,
    /// Why the definition accepts what is found, where it does.
    pub(crate) accepted: Option<String>,
}

takes_arguments!(pub Finding);

impl Finding {
    /// A finding at a place; how much it matters is the code's to say.
    pub(crate) fn new(code: Code, place: Place) -> Self {
        let severity = match code.level() {
            Level::Error | Level::Reason | Level::Varies => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note | Level::Remark => Severity::Note,
        };
        let (args, related, alike) = (Arguments::default(), Vec::new(), Vec::new());
        Self { severity, code, args, place, related, alike, excerpt: None, accepted: None }
    }

    /// A finding whose code leaves it to the place how much it matters ([`Level::Varies`]).
    pub(crate) fn graded(severity: Severity, code: Code, place: Place) -> Self {
        Self { severity, ..Self::new(code, place) }
    }

    /// The text of an argument; empty if it has none of that name.
    pub fn arg(&self, name: &str) -> &str {
        self.args.text(name)
    }

    /// Adds a name that may have been meant.
    #[must_use]
    pub(crate) fn with_near(self, near: Option<&str>) -> Self {
        self.with("near", near.unwrap_or_default()).flag("has-near", near.is_some())
    }

    /// The same as a note: the definition accepts it for that reason.
    pub(crate) fn accepted_for(self, reason: &str) -> Self {
        Self { severity: Severity::Note, accepted: Some(reason.to_owned()), ..self }
    }

    /// Adds the picture of the place.
    pub(crate) fn showing(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(excerpt);
        self
    }
}
