//! What is said of a file that was read back.

use crate::finding::Finding;
use crate::finding::argument::{Arguments, takes_arguments};
use crate::finding::code::Code;
use crate::finding::messages::Messages;
use crate::product::ledger::format::Figure;
use crate::versions::diff::text;
use crate::versions::readback::pdf_text::Unreadable;

/// A sentence about a file: its code, and the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub(crate) code: Code,
    pub(crate) args: Arguments,
}

takes_arguments!(pub(crate) Remark);

impl Remark {
    /// A sentence without arguments yet.
    pub(crate) fn new(code: Code) -> Self {
        Self { code, args: Arguments::default() }
    }

    /// The sentence in words.
    pub fn text(&self, messages: &Messages) -> String {
        messages.said(self.code, &self.args)
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
    text::cells(&figure.cells)
}
