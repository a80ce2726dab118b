//! What a definition may allow of what people do in spreadsheets; the default of each is the strict one.

use serde::Deserialize;

use crate::finding::Severity;

/// What to do with words typed in an encoding from before Unicode (bảng mã TCVN3, VNI).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LegacyEncodings {
    /// An error that shows what the words mean.
    #[default]
    Refuse,
    /// Converted, with a warning.
    Convert,
}

impl LegacyEncodings {
    /// The word by which messages choose their wording.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::Convert => "convert",
        }
    }

    /// How much it matters that words are in such an encoding.
    pub(crate) fn severity(self) -> Severity {
        if self == Self::Refuse { Severity::Error } else { Severity::Warning }
    }
}

/// What to do with hidden rows and columns that hold something (hàng, cột ẩn).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Hidden {
    /// An error: nobody signs what nobody saw.
    #[default]
    Refuse,
    /// Left out, with a warning.
    Skip,
    /// Read like the others, with a warning.
    Read,
}

impl Hidden {
    /// The word by which messages choose their wording.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::Skip => "skip",
            Self::Read => "read",
        }
    }

    /// How much it matters that something is hidden.
    pub(crate) fn severity(self) -> Severity {
        if self == Self::Refuse { Severity::Error } else { Severity::Warning }
    }
}

/// What to do with merged data cells (ô gộp).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Merged {
    /// An error: each row needs its own value.
    #[default]
    Refuse,
    /// The value of the top left cell holds for all of them.
    Fill,
}

/// Whether every choice of a column must have its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Complete {
    #[default]
    No,
    /// A warning names those that are missing.
    Warn,
    /// An error names those that are missing.
    Refuse,
}

/// What to do with numbers typed as text (số gõ dạng chữ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TextNumbers {
    /// An error that shows the reading.
    #[default]
    Refuse,
    /// Read the Vietnamese way (`.` groups, `,` decimals), with a note; what is ambiguous stays an error.
    Vi,
}

/// What a dash stands for in a column of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Dash {
    /// Nothing that is known: an error.
    #[default]
    Refuse,
    /// Zero.
    Zero,
    /// Nothing.
    Blank,
}
