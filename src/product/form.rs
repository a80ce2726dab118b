//! The components of form that the decree prescribes, put together from the document's particulars.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (thể thức) and III (phụ lục). What the components
//! look like is the business of `templates/nd30/`; here is only what they say.

use serde::Serialize;

use crate::finding::messages::Messages;
use crate::input::dataset::{Dataset, Piece, plain_text};
use crate::input::definition::document_kind::DocumentKind;
use crate::input::definition::model::Document;
use crate::input::form_slips::stamps;
use crate::product::appendix::Appendix;
use crate::product::opening::{self, Addressed, Attached, Decider, Second};
use crate::product::particulars::{Particulars, joined, recipient};
use crate::vi::text::{as_name, shortened};

/// Everything in a document that is not prose; written as `data.json`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Form {
    /// The one font family used.
    pub(crate) font: String,
    pub meta: Meta,
    pub(crate) head: Head,
    pub(crate) title: Title,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) addressed: Option<Addressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decider: Option<Decider>,
    /// The words behind the grounds that decide; they stand among the prose.
    #[serde(skip)]
    pub(crate) enacting: Option<&'static str>,
    pub(crate) signature: Signature,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) second: Option<Second>,
    /// The sender's address at the foot of page 1 (ô số 13).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) address: Vec<Vec<Piece>>,
    pub(crate) recipients: Recipients,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attached: Option<Attached>,
    pub appendices: Vec<Appendix>,
    /// A file that the PDF holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attachment: Option<Attachment>,
}

/// The workbook of the appendices inside the PDF (tệp đính kèm).
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Attachment {
    pub(crate) file: String,
    /// What it is, for readers of the PDF.
    pub(crate) description: String,
}

impl Attachment {
    /// The workbook of that name.
    pub(crate) fn named(file: &str) -> Self {
        let description = Messages::of_workbooks().text("attachment-description", &[]);
        Self { file: file.to_owned(), description }
    }
}

/// Document properties, for catalogues and screen readers.
#[derive(Debug, Clone, Serialize)]
pub struct Meta {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) keywords: Vec<String>,
    /// Year, month, day of issue; none for a draft.
    pub(crate) date: Option<(u16, u8, u8)>,
}

/// The head of page 1 (quốc hiệu is fixed; tên cơ quan, số và ký hiệu, địa danh và thời gian).
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Head {
    pub(crate) parent: Vec<Vec<Piece>>,
    pub(crate) issuer: Vec<Vec<Piece>>,
    pub(crate) number: Vec<Piece>,
    pub(crate) place_date: Vec<Piece>,
    /// That it is a draft (dự thảo); the decree has no such mark, and offices set it below the number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) draft: Vec<Piece>,
    /// What a letter is about (ô số 5b), which has no title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) subject: Vec<Vec<Piece>>,
    /// Dấu chỉ mức độ khẩn (ô số 10b).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) urgency: Vec<Piece>,
    /// Chỉ dẫn về phạm vi lưu hành (ô số 11).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) circulation: Vec<Piece>,
}

/// Tên loại và trích yếu nội dung; of a letter both are blank.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Title {
    #[serde(rename = "type")]
    pub(crate) kind: Vec<Piece>,
    #[serde(rename = "abstract")]
    pub(crate) lines: Vec<Vec<Piece>>,
}

/// Quyền hạn, chức vụ và họ tên của người ký.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Signature {
    pub(crate) authority: Vec<Vec<Piece>>,
    pub(crate) name: Vec<Piece>,
}

/// Nơi nhận, and the drafter's mark.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Recipients {
    pub(crate) items: Vec<Vec<Piece>>,
    pub(crate) drafter: Option<Vec<Piece>>,
}

/// A property of the document: catalogues show a line of it, and a PDF can hold 32,767 bytes (ISO 19005-2, 6.1.13).
fn property(text: &str) -> String {
    shortened(text, 1000)
}

/// Builds the form. `appendices` come ready, `font` is the family in use.
pub fn build(document: &Document, dataset: &Dataset, appendices: Vec<Appendix>, font: &str) -> Form {
    let (particulars, kind) = (Particulars { dataset }, document.document.kind);
    let lines = |key: &str| particulars.lines(key, str::to_owned);
    let upper = |key: &str| particulars.lines(key, |text| text.to_uppercase());
    let items = dataset.recipients.iter().map(|entry| vec![recipient(entry)]).collect();
    let drafter = (dataset.facts.contains_key("drafter") && !particulars.entry("drafter").is_blank())
        .then(|| lines("drafter").concat());
    let title = match kind {
        DocumentKind::Letter => Title { kind: Vec::new(), lines: Vec::new() },
        _ => Title { kind: upper("type").concat(), lines: lines("abstract") },
    };
    Form {
        font: font.to_owned(),
        meta: meta(document, &particulars),
        head: head(&particulars, kind),
        title,
        addressed: opening::addressed(&particulars, kind),
        decider: opening::deciding(&particulars, kind),
        enacting: kind.enacting_words(),
        signature: Signature { authority: upper("authority"), name: lines("signer").concat() },
        second: opening::second(&particulars, kind),
        address: lines("address"),
        recipients: Recipients { items, drafter },
        attached: opening::attached(&particulars),
        appendices,
        attachment: None,
    }
}

fn meta(document: &Document, particulars: &Particulars<'_>) -> Meta {
    let lines = |key: &str| particulars.lines(key, str::to_owned);
    let subject = joined(&lines("abstract"));
    let number: Vec<Piece> = particulars.symbol_line().into_iter().skip(1).collect();
    let kind = as_name(&particulars.text("type"));
    let title = match particulars.entry("number").is_blank() {
        true => format!("{kind}: {subject}"),
        false => format!("{kind} số {}: {subject}", plain_text(&number)),
    };
    Meta {
        title: property(&title),
        author: property(&joined(&lines("issuer"))),
        subject: property(&subject),
        keywords: document.document.keywords.clone(),
        date: particulars.date().map(|date| (date.year, date.month, date.day)),
    }
}

fn head(particulars: &Particulars<'_>, kind: DocumentKind) -> Head {
    let upper = |key: &str| particulars.lines(key, |text| text.to_uppercase());
    let is_letter = kind == DocumentKind::Letter;
    // Minutes name the time of the meeting in their content (mẫu 1.9).
    let is_dated = kind != DocumentKind::Minutes;
    Head {
        parent: upper("parent"),
        issuer: issuers(upper("issuer"), upper("second_issuer")),
        number: particulars.symbol_line(),
        place_date: if is_dated { particulars.place_date() } else { Vec::new() },
        draft: particulars.draft_mark(),
        subject: if is_letter { opening::subject(particulars) } else { Vec::new() },
        urgency: particulars.lines("urgency", stamp).concat(),
        circulation: particulars.lines("circulation", stamp).concat(),
    }
}

/// A stamp as the decree writes it.
fn stamp(text: &str) -> String {
    stamps::as_prescribed(text).map_or_else(|| text.to_uppercase(), str::to_owned)
}

/// The names of two agencies, one below the other, with a hyphen between them.
fn issuers(mut first: Vec<Vec<Piece>>, second: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    if let (Some(last), false) = (first.last_mut(), second.is_empty()) {
        last.push(Piece::Text(" -".into()));
    }
    first.extend(second);
    first
}

impl Form {
    /// The lines between head and content, in the order in which they are printed.
    pub(crate) fn opening(&self) -> impl Iterator<Item = &Vec<Piece>> {
        let addressed = self.addressed.iter().flat_map(|to| [&to.label].into_iter().chain(&to.items));
        addressed.chain(self.decider.iter().flat_map(|decider| decider.name.iter().chain(&decider.session)))
    }

    /// The same, to be changed.
    pub(crate) fn opening_mut(&mut self) -> impl Iterator<Item = &mut Vec<Piece>> {
        let addressed = self.addressed.iter_mut().flat_map(|to| [&mut to.label].into_iter().chain(&mut to.items));
        let decider = self.decider.iter_mut();
        addressed.chain(decider.flat_map(|decider| decider.name.iter_mut().chain(&mut decider.session)))
    }

    /// The lines of who signs on the left.
    pub(crate) fn second_lines(&self) -> impl Iterator<Item = &Vec<Piece>> {
        self.second.iter().flat_map(|second| second.authority.iter().chain([&second.name]))
    }

    /// The lines at the head of the attached text.
    pub(crate) fn attached_lines(&self) -> impl Iterator<Item = &Vec<Piece>> {
        self.attached.iter().flat_map(|one| [&one.kind].into_iter().chain(&one.title).chain([&one.caption]))
    }
}
