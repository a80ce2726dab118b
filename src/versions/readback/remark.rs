//! What is said of a file that was read back.

use crate::finding::Finding;
use crate::finding::messages::Messages;
use crate::product::ledger::format::Figure;
use crate::versions::readback::pdf_text::Unreadable;

/// A sentence about a file: the name of its message, and the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Remark {
    /// A sentence without arguments yet.
    pub fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The sentence in words.
    pub fn text(&self, messages: &Messages) -> String {
        messages.text(self.code, &self.args)
    }
}

/// What was found when a file was compared.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The very bytes that the inputs give.
    Same,
    /// Other bytes; what they say was read.
    Read(Comparison),
    /// The marked copy of a document, which is none itself.
    MarkedCopy,
    /// Neither a PDF nor a workbook.
    OtherKind,
    /// A PDF that cannot be read.
    Unreadable(Unreadable),
    /// A PDF without words: pictures of pages.
    NoText,
    /// A workbook that cannot be read.
    BadWorkbook(Vec<Finding>),
}

/// What a file says beside the inputs.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Each place where it says something else.
    pub differences: Vec<Remark>,
    /// What is no difference but should be known.
    pub notes: Vec<Remark>,
    /// Places of figures that were looked at.
    pub figures: usize,
}

/// `so-lieu.xlsx › Hộ nghèo › C2`: where a figure comes from; nothing for one without a cell.
pub(crate) fn source(figure: &Figure) -> String {
    crate::versions::diff::text::cells(&figure.cells)
}
