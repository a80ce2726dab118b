//! The components of form that the decree prescribes, put together from the document's particulars.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (thể thức) and III (phụ lục). What the components
//! look like is the business of `templates/nd30/`; here is only what they say.

use serde::Serialize;

use crate::finding::messages::Messages;
use crate::input::dataset::{Dataset, Piece, plain_text};
use crate::input::definition::model::Document;
use crate::product::appendix::Appendix;
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
    pub(crate) signature: Signature,
    pub(crate) recipients: Recipients,
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
}

/// Tên loại và trích yếu nội dung.
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
    let particulars = Particulars { dataset };
    let lines = |key: &str| particulars.lines(key, str::to_owned);
    let upper = |key: &str| particulars.lines(key, |text| text.to_uppercase());
    let abstract_lines = lines("abstract");
    let subject = joined(&abstract_lines);
    let number: Vec<Piece> = particulars.symbol_line().into_iter().skip(1).collect();
    let kind = as_name(&particulars.text("type"));
    let title = match particulars.entry("number").is_blank() {
        true => format!("{kind}: {subject}"),
        false => format!("{kind} số {}: {subject}", plain_text(&number)),
    };
    let meta = Meta {
        title: property(&title),
        author: property(&joined(&lines("issuer"))),
        subject: property(&subject),
        keywords: document.document.keywords.clone(),
        date: particulars.date().map(|date| (date.year, date.month, date.day)),
    };
    let items = dataset.recipients.iter().map(|entry| vec![recipient(entry)]).collect();
    let drafter = (dataset.facts.contains_key("drafter") && !particulars.entry("drafter").is_blank())
        .then(|| lines("drafter").concat());
    Form {
        font: font.to_owned(),
        meta,
        head: Head {
            parent: upper("parent"),
            issuer: upper("issuer"),
            number: particulars.symbol_line(),
            place_date: particulars.place_date(),
            draft: particulars.draft_mark(),
        },
        title: Title { kind: upper("type").concat(), lines: abstract_lines },
        signature: Signature { authority: upper("authority"), name: lines("signer").concat() },
        recipients: Recipients { items, drafter },
        appendices,
        attachment: None,
    }
}
