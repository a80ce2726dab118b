//! What keeps a workbook from being read.

use crate::vi::text::beginning;

/// The most characters that a message takes over from a file.
pub(crate) const MAX_DETAIL: usize = 200;

/// How a file is no workbook any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Cut short, or no zip at all.
    Zip,
    Overlap,
    Twice,
    /// A part that cannot be inflated.
    Unpack,
    /// Parts that do not fit together.
    Sheets,
}

impl Broken {
    /// The word by which messages choose their wording.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Overlap => "overlap",
            Self::Twice => "twice",
            Self::Unpack => "unpack",
            Self::Sheets => "sheets",
        }
    }
}

/// Why a workbook is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Danger {
    /// Not a zip, or a zip that contradicts itself.
    NotAZip(Broken),
    /// Too many parts, or too much in them: the part, and how much it holds.
    TooMuch { part: String, size: String },
    /// A part with a document type, which no workbook needs.
    DocumentType { part: String },
    /// Something else that no spreadsheet program writes.
    Absurd { part: String, detail: String },
}

/// Something that no spreadsheet program writes.
pub(crate) fn absurd(part: &str, detail: impl Into<String>) -> Danger {
    Danger::Absurd { part: part.to_owned(), detail: beginning(&detail.into(), MAX_DETAIL) }
}
