//! What the office says of an issue beside its files (`ban-hanh.json` in a record): which earlier issue it takes the
//! place of, and how; and the fonts that its pages were set with.

use serde::{Deserialize, Serialize};

use crate::product::ledger::format::File;
use crate::product::pages::fonts::Fonts;
use crate::vi::matching;

/// Name and version of the format.
const FORMAT: &str = "vanban/issue/1";

/// How a later issue stands to the one whose place it takes (NĐ 30/2020/NĐ-CP, điều 13 and Phụ lục I, phần II).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Way {
    /// A mistake is put right (đính chính).
    DinhChinh,
    /// The document is withdrawn for this one (thay thế).
    ThayThe,
}

impl Way {
    /// What an office calls it, with its tone marks or without.
    pub(crate) fn named(typed: &str) -> Option<Self> {
        let words = matching::fold(&typed.replace(['-', '_'], " "));
        let is = |known: &str| words == known || letters(&words) == letters(known);
        match () {
            () if is("đính chính") || words == "correction" => Some(Self::DinhChinh),
            () if is("thay thế") || words == "replacement" => Some(Self::ThayThe),
            () => None,
        }
    }

    /// The word by which messages choose.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::DinhChinh => "correction",
            Self::ThayThe => "replacement",
        }
    }
}

/// Letters without their marks: `đính chính` → `dinh chinh`.
fn letters(words: &str) -> String {
    let plain = |word: &str| matching::toneless(word).0.replace('đ', "d").replace('ê', "e");
    words.split(' ').map(plain).collect::<Vec<_>>().join(" ")
}

/// The issue whose place another one takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Replacement {
    /// Counted from 1 in the input folder.
    pub(crate) number: usize,
    /// Its folder, `01-85-KH-UBND`.
    pub(crate) record: String,
    pub(crate) way: Way,
}

/// The note of one record; that of an older one says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    format: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) replaces: Option<Replacement>,
    /// The faces of the document's family: name → hash of the file.
    #[serde(default)]
    pub(crate) fonts: Vec<File>,
}

impl Note {
    pub(crate) fn new(replaces: Option<Replacement>, fonts: &Fonts) -> Self {
        Self { format: FORMAT.to_owned(), replaces, fonts: faces(fonts) }
    }

    /// Whether pages were set with other fonts than these; an older record does not know.
    pub(crate) fn has_other_fonts(&self, fonts: &Fonts) -> bool {
        !self.fonts.is_empty() && self.fonts != faces(fonts)
    }
}

fn faces(fonts: &Fonts) -> Vec<File> {
    fonts.hashes().into_iter().map(|(file, sha256)| File { file, sha256 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_known_however_they_are_typed() {
        for typed in ["dinh-chinh", "đính chính", "Đính-Chính", "ĐÍNH_CHÍNH", "di\u{301}nh-chi\u{301}nh", "correction"]
        {
            assert_eq!(Way::named(typed), Some(Way::DinhChinh), "{typed}");
        }
        for typed in ["thay-the", "thay thế", "Thay  thê\u{301}", "replacement"] {
            assert_eq!(Way::named(typed), Some(Way::ThayThe), "{typed}");
        }
        for typed in ["", "sua", "thay", "dinh chinh thay the"] {
            assert_eq!(Way::named(typed), None, "{typed}");
        }
    }
}
