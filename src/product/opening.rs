//! What some kinds of documents have between head and content, and beside the signature (PL I, mục II.5.b, 7, 9 and
//! III.2, III.4; PL III, mẫu 1.1 – 1.9).

use serde::Serialize;

use crate::input::dataset::Piece;
use crate::input::definition::document_kind::DocumentKind;
use crate::product::particulars::{Particulars, caption};

/// To whom it goes (Kính gửi, ô số 9a), or whom a telegram calls.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Addressed {
    /// `Kính gửi:`, or `Chủ tịch Ủy ban nhân dân tỉnh điện:`.
    pub(crate) label: Vec<Piece>,
    /// A telegram's label stands in the middle, by itself.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_call: bool,
    pub(crate) items: Vec<Vec<Piece>>,
}

/// Who decides, above the grounds (mẫu 1.1 – 1.3), and the session of a council below it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Decider {
    pub(crate) name: Vec<Vec<Piece>>,
    pub(crate) session: Vec<Vec<Piece>>,
}

/// Who signs on the left: the secretary of a meeting (mẫu 1.9), the other agency of a joint document.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Second {
    pub(crate) authority: Vec<Vec<Piece>>,
    pub(crate) name: Vec<Piece>,
    /// Whether another agency signs, with a seal of its own.
    pub(crate) has_seal: bool,
}

/// The text that is issued with a decision (văn bản kèm theo): its head names no number and no date.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Attached {
    #[serde(rename = "type")]
    pub(crate) kind: Vec<Piece>,
    pub(crate) title: Vec<Vec<Piece>>,
    /// `(Kèm theo Quyết định số … ngày … của …)`.
    pub(crate) caption: Vec<Piece>,
}

impl Attached {
    /// The lines of its head, to be changed.
    pub(crate) fn lines_mut(&mut self) -> impl Iterator<Item = &mut Vec<Piece>> {
        let Self { kind, title, caption } = self;
        title.iter_mut().chain([kind, caption])
    }
}

/// Marks that stand before a recipient or addressee, and behind it; the form adds its own.
const BEFORE: [char; 3] = ['-', '–', ' '];
const BEHIND: [char; 4] = [';', '.', ',', ' '];
/// What a letter's subject begins with, as people type it.
const SUBJECT_MARKS: [&str; 3] = ["V/v ", "Về việc ", "về việc "];

/// What the marks leave of some lines; blank ones are left out.
fn unmarked(lines: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let mut lines = lines;
    for line in &mut lines {
        if let Some(Piece::Figure { text, .. } | Piece::Text(text)) = line.first_mut() {
            *text = text.trim_start_matches(BEFORE).to_owned();
        }
        if let Some(Piece::Figure { text, .. } | Piece::Text(text)) = line.last_mut() {
            *text = text.trim_end_matches(BEHIND).to_owned();
        }
    }
    lines.retain(|line| !crate::input::dataset::plain_text(line).is_empty());
    lines
}

/// The addressees of a document, where it has any.
pub(crate) fn addressed(particulars: &Particulars<'_>, kind: DocumentKind) -> Option<Addressed> {
    let items = unmarked(particulars.lines("addressees", str::to_owned));
    let is_call = kind == DocumentKind::Telegram;
    let label = if is_call {
        let mut label = decider(particulars).concat();
        label.push(Piece::Text(" điện:".into()));
        label
    } else {
        vec![Piece::Text("Kính gửi:".into())]
    };
    (!items.is_empty()).then_some(Addressed { label, is_call, items })
}

/// Who decides or calls: what the particular says, else the issuer.
fn decider(particulars: &Particulars<'_>) -> Vec<Vec<Piece>> {
    let own = particulars.lines("decider", str::to_owned);
    if own.is_empty() { particulars.lines("issuer", str::to_owned) } else { own }
}

/// Who decides, of a kind that decides something.
pub(crate) fn deciding(particulars: &Particulars<'_>, kind: DocumentKind) -> Option<Decider> {
    kind.enacting_words()?;
    let upper = |lines: Vec<Vec<Piece>>| -> Vec<Vec<Piece>> {
        let piece = |piece: Piece| match piece {
            Piece::Text(text) => Piece::Text(text.to_uppercase()),
            Piece::Figure { key, text } => Piece::Figure { key, text: text.to_uppercase() },
            blank => blank,
        };
        lines.into_iter().map(|line| line.into_iter().map(piece).collect()).collect()
    };
    let session = upper(particulars.lines("session", str::to_owned));
    Some(Decider { name: upper(decider(particulars)), session })
}

/// The text issued with it, where a particular names its type.
pub(crate) fn attached(particulars: &Particulars<'_>) -> Option<Attached> {
    let kind = particulars.lines("attached_type", |text| text.to_uppercase()).concat();
    let title = particulars.lines("attached_title", str::to_owned);
    (!kind.is_empty()).then(|| Attached { kind, title, caption: caption(particulars.dataset) })
}

/// Who signs on the left.
pub(crate) fn second(particulars: &Particulars<'_>, kind: DocumentKind) -> Option<Second> {
    let name = particulars.lines("second_signer", str::to_owned).concat();
    let authority = particulars.lines("second_authority", |text| text.to_uppercase());
    let has_seal = kind == DocumentKind::Joint;
    (!name.is_empty() || !authority.is_empty()).then_some(Second { authority, name, has_seal })
}

/// `V/v nâng bậc lương năm 2026`, below the number of a letter (ô số 5b).
pub(crate) fn subject(particulars: &Particulars<'_>) -> Vec<Vec<Piece>> {
    let mut lines = particulars.lines("abstract", str::to_owned);
    if let Some(first) = lines.first_mut() {
        if let Some(Piece::Figure { text, .. }) = first.first_mut()
            && let Some(rest) = SUBJECT_MARKS.iter().find_map(|mark| text.strip_prefix(mark))
        {
            *text = rest.trim_start().to_owned();
        }
        first.insert(0, Piece::Text("V/v ".into()));
    }
    lines
}
