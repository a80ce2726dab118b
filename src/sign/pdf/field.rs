//! The signature fields (ô chữ ký) that a finished document carries, and how fields are found in any file.

use std::collections::BTreeSet;

use crate::finding::code::Code;
use crate::finding::messages::Messages;
use crate::sign::pdf::objects::File;
use crate::sign::pdf::syntax::{self, Dict};
use crate::sign::refusal::{Refusal, refusal};

/// The most fields of a form.
const MAX_FIELDS: usize = 5_000;
/// The longest full name of a field, in bytes.
const MAX_NAME: usize = 1_000;

/// A field that is prepared for signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The leader's signature (chữ ký của người có thẩm quyền, ô số 7c).
    Leader,
    /// The seal of the office (dấu, chữ ký số của cơ quan, tổ chức, ô số 8).
    Seal,
    /// Who signs on the left: the secretary of a meeting (mẫu 1.9), the leader of the other agency of a joint document.
    SecondLeader,
    /// The seal of that agency.
    SecondSeal,
}

impl Field {
    /// In the order of drawing and of signing: the seal is put over the signature (trùm lên, PL I, II.8).
    pub(crate) const ALL: [Self; 4] = [Self::SecondLeader, Self::Leader, Self::SecondSeal, Self::Seal];

    /// Its name in the file; never given to another field.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Leader => "ChuKyLanhDao",
            Self::Seal => "DauCoQuan",
            Self::SecondLeader => "ChuKyBenTrai",
            Self::SecondSeal => "DauBenTrai",
        }
    }

    /// Whether an agency signs in it.
    pub(crate) fn is_seal(self) -> bool {
        matches!(self, Self::Seal | Self::SecondSeal)
    }

    /// The field that it overlaps with, where the file has it.
    pub(crate) fn beside(self) -> Self {
        match self {
            Self::Leader => Self::Seal,
            Self::Seal => Self::Leader,
            Self::SecondLeader => Self::SecondSeal,
            Self::SecondSeal => Self::SecondLeader,
        }
    }

    /// The field that a command line calls so.
    pub fn called(word: &str) -> Option<Self> {
        let words = [
            ("leader", Self::Leader),
            ("seal", Self::Seal),
            ("second-leader", Self::SecondLeader),
            ("second-seal", Self::SecondSeal),
        ];
        words.into_iter().find(|(known, _)| *known == word).map(|(_, field)| field)
    }

    /// What screen readers say.
    pub(crate) fn description(self) -> String {
        let code = match self {
            Self::Leader => "field-leader",
            Self::Seal => "field-seal",
            Self::SecondLeader => "field-second-leader",
            Self::SecondSeal => "field-second-seal",
        };
        Messages::of_workbooks().text(code, &[])
    }

    /// Its place in the layout.
    pub(crate) fn room(self, rooms: &[Room]) -> Option<&Room> {
        let name = match self {
            Self::Leader => "signature",
            Self::Seal => "seal",
            Self::SecondLeader => "second-signature",
            Self::SecondSeal => "second-seal",
        };
        rooms.iter().find(|room| room.name == name)
    }
}

/// The room that a field gives to a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// Width and height, in millimetres.
    pub(crate) size: (f64, f64),
    /// The part of its width, from 0 to 1, that no other field covers: lines of text would otherwise run into each
    /// other.
    pub(crate) clear: (f64, f64),
}

/// A signature field of a file, signed or not.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The full name: those of the fields above and its own, with full stops between (ISO 32000-1, 12.7.3.2).
    pub name: String,
    /// The object of the field.
    pub number: u32,
    pub dict: Dict<'a>,
}

impl Found<'_> {
    /// Whether something stands where the signature belongs.
    pub(crate) fn is_signed(&self) -> bool {
        self.dict.get("V").is_some_and(|value| value != b"null")
    }

    /// Width and height of its widget, in millimetres.
    pub(crate) fn size(&self, file: &File<'_>) -> Option<(f64, f64)> {
        let [x0, y0, x1, y1] = self.corners(file)?;
        let mm = 25.4 / 72.0;
        Some(((x1 - x0) * mm, (y1 - y0) * mm))
    }

    /// The part of its width, from 0 to 1, that another field leaves clear: left of it or right of it.
    pub(crate) fn clear_of(&self, other: &Self, file: &File<'_>) -> (f64, f64) {
        let whole = (0.0, 1.0);
        let (Some([x0, _, x1, _]), Some([other0, _, other1, _])) = (self.corners(file), other.corners(file)) else {
            return whole;
        };
        let share = |x: f64| ((x - x0) / (x1 - x0)).clamp(0.0, 1.0);
        let (left, right) = ((0.0, share(other0)), (share(other1), 1.0));
        let clear = if left.1 > 1.0 - right.0 { left } else { right };
        // Fields that do not overlap leave all of it; one that is hidden leaves nothing to choose.
        if clear.1 - clear.0 < 0.3 { whole } else { clear }
    }

    /// Lower left and upper right corner, in points.
    fn corners(&self, file: &File<'_>) -> Option<[f64; 4]> {
        let corners = file.array_of(self.dict.get("Rect")?)?;
        let corners: Vec<f64> = corners.iter().map(|raw| number(raw)).collect::<Option<_>>()?;
        let [x0, y0, x1, y1] = corners[..] else { return None };
        let (left, right) = (x0.min(x1), x0.max(x1));
        (right > left && y0 != y1).then(|| [left, y0.min(y1), right, y0.max(y1)])
    }
}

fn number(raw: &[u8]) -> Option<f64> {
    std::str::from_utf8(raw).ok()?.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Every signature field, in the order of the form; none where there is no form.
///
/// # Errors
/// A form that cannot be read whole: what is left out here could be shown elsewhere.
pub fn all<'a>(file: &File<'a>) -> Result<Vec<Found<'a>>, Refusal> {
    fields(file).ok_or_else(|| refusal(Code::PdfBroken).into())
}

fn fields<'a>(file: &File<'a>) -> Option<Vec<Found<'a>>> {
    let (_, catalog) = file.catalog()?;
    let Some(form) = catalog.get("AcroForm") else { return Some(Vec::new()) };
    let Some(roots) = file.dict_of(form)?.get("Fields") else { return Some(Vec::new()) };
    let (mut found, mut seen, mut looked_at) = (Vec::new(), BTreeSet::new(), 0);
    let mut open: Vec<(&[u8], String, bool)> = Vec::new();
    open.extend(file.array_of(roots)?.into_iter().rev().map(|raw| (raw, String::new(), false)));
    while let Some((raw, above, is_signature)) = open.pop() {
        let number = syntax::reference(raw)?;
        if seen.len() == MAX_FIELDS || !seen.insert(number) {
            return None;
        }
        let dict = file.dict(number)?;
        let name = match dict.get("T") {
            None => above,
            Some(raw) => {
                let own = syntax::text(file.resolve(raw)?)?;
                if above.is_empty() { own } else { format!("{above}.{own}") }
            }
        };
        if name.len() > MAX_NAME {
            return None;
        }
        // Fields inherit their type (12.7.3.1).
        let is_signature = dict.get("FT").map_or(is_signature, |_| dict.is("FT", "Sig"));
        let kids = dict.get("Kids").map(|raw| file.array_of(raw)).unwrap_or_else(|| Some(Vec::new()))?;
        looked_at += kids.len();
        if looked_at > MAX_FIELDS {
            return None;
        }
        // A field may be parted from its widgets, which have no names of their own.
        let has_fields = kids.iter().any(|raw| is_named(file, raw));
        if is_signature && !has_fields {
            found.push(Found { name, number, dict });
            continue;
        }
        open.extend(kids.into_iter().rev().map(|raw| (raw, name.clone(), is_signature)));
    }
    Some(found)
}

fn is_named(file: &File<'_>, raw: &[u8]) -> bool {
    let kid = syntax::reference(raw).and_then(|number| file.dict(number));
    kid.is_some_and(|kid| kid.get("T").is_some())
}

/// A labelled, empty box of known size (ô số 7c, 8).
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    pub name: String,
    pub page: usize,
    /// Millimetres; the corner is the top left one.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}
