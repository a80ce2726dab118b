//! The components of form that the decree prescribes, put together from the document's particulars.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II (thể thức) and III (phụ lục). What the components
//! look like is the business of `templates/nd30/`; here is only what they say.

use std::sync::LazyLock;

use serde::Serialize;

use crate::appendix::Appendix;
use crate::dataset::{Content, Dataset, Entry, Piece, plain_text};
use crate::diagnostic::Messages;
use crate::document::Document;
use crate::vi::Date;

/// Everything in a document that is not prose; written as `data.json`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Form {
    /// The one font family used.
    pub font: String,
    pub meta: Meta,
    pub head: Head,
    pub title: Title,
    pub signature: Signature,
    pub recipients: Recipients,
    pub appendices: Vec<Appendix>,
    /// A file that the PDF holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Attachment>,
}

/// The workbook of the appendices inside the PDF (tệp đính kèm).
#[derive(Debug, Clone, Serialize)]
pub struct Attachment {
    pub file: String,
    /// What it is, for readers of the PDF.
    pub description: String,
}

impl Attachment {
    /// The workbook of that name.
    pub fn named(file: &str) -> Self {
        let description = Messages::of_workbooks().text("attachment-description", &[]);
        Self { file: file.to_owned(), description }
    }
}

/// Document properties, for catalogues and screen readers.
#[derive(Debug, Clone, Serialize)]
pub struct Meta {
    pub title: String,
    pub author: String,
    pub subject: String,
    pub keywords: Vec<String>,
    /// Year, month, day of issue; none for a draft.
    pub date: Option<(u16, u8, u8)>,
}

/// The head of page 1 (quốc hiệu is fixed; tên cơ quan, số và ký hiệu, địa danh và thời gian).
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Head {
    pub parent: Vec<Vec<Piece>>,
    pub issuer: Vec<Vec<Piece>>,
    pub number: Vec<Piece>,
    pub place_date: Vec<Piece>,
}

/// Tên loại và trích yếu nội dung.
#[derive(Debug, Clone, Serialize)]
pub struct Title {
    #[serde(rename = "type")]
    pub kind: Vec<Piece>,
    #[serde(rename = "abstract")]
    pub lines: Vec<Vec<Piece>>,
}

/// Quyền hạn, chức vụ và họ tên của người ký.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    pub authority: Vec<Vec<Piece>>,
    pub name: Vec<Piece>,
}

/// Nơi nhận, and the drafter's mark.
#[derive(Debug, Clone, Serialize)]
pub struct Recipients {
    pub items: Vec<Vec<Piece>>,
    pub drafter: Option<Vec<Piece>>,
}

/// Builds the form. `appendices` come ready, `font` is the family in use.
pub fn build(document: &Document, dataset: &Dataset, appendices: Vec<Appendix>, font: &str) -> Form {
    let particulars = Particulars { dataset };
    let lines = |key: &str| particulars.lines(key, str::to_owned);
    let upper = |key: &str| particulars.lines(key, |text| text.to_uppercase());
    let abstract_lines = lines("abstract");
    let subject = joined(&abstract_lines);
    let number: Vec<Piece> = particulars.symbol_line().into_iter().skip(1).collect();
    let kind = particulars.text("type");
    let title = match particulars.entry("number").is_blank() {
        true => format!("{kind}: {subject}"),
        false => format!("{kind} số {}: {subject}", plain_text(&number)),
    };
    let meta = Meta {
        title,
        author: joined(&lines("issuer")),
        subject,
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
        },
        title: Title { kind: upper("type").concat(), lines: abstract_lines },
        signature: Signature { authority: upper("authority"), name: lines("signer").concat() },
        recipients: Recipients { items, drafter },
        appendices,
        attachment: None,
    }
}

/// `(Kèm theo Kế hoạch số 85/KH-UBND ngày 08 tháng 5 năm 2024 của UBND tỉnh)` (PL I, mục III.1.c).
pub fn caption(dataset: &Dataset) -> Vec<Piece> {
    let particulars = Particulars { dataset };
    let mut pieces = vec![Piece::Text("(Kèm theo ".into())];
    pieces.extend(particulars.lines("type", str::to_owned).concat());
    pieces.push(Piece::Text(" số ".into()));
    pieces.extend(particulars.symbol_line().into_iter().skip(1));
    pieces.push(Piece::Text(" ".into()));
    pieces.extend(particulars.date_pieces());
    pieces.push(Piece::Text(" của ".into()));
    pieces.extend(particulars.lines("issuer_short", str::to_owned).concat());
    pieces.push(Piece::Text(")".into()));
    pieces
}

/// `85-KH-UBND`, or `du-thao-KH-UBND` while the number is blank; safe as a file name.
pub fn file_stem(dataset: &Dataset) -> String {
    let particulars = Particulars { dataset };
    let number = particulars.number().unwrap_or_else(|| "du-thao".to_owned());
    let stem = format!("{number}-{}", particulars.text("symbol"));
    // Whatever the cells say, the name stays inside the output folder.
    let safe: String = stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
    let parts: Vec<&str> = safe.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// `85/KH-UBND`, or the symbol alone for a draft.
pub fn number_and_symbol(dataset: &Dataset) -> String {
    let particulars = Particulars { dataset };
    let symbol = particulars.text("symbol");
    particulars.number().map_or(symbol.clone(), |number| format!("{number}/{symbol}"))
}

/// Whether the number or the date is still to be filled in by hand (dự thảo).
pub fn is_draft(dataset: &Dataset) -> bool {
    let particulars = Particulars { dataset };
    particulars.number().is_none() || particulars.date().is_none()
}

/// The date of issue, unless it is still blank.
pub fn issue_date(dataset: &Dataset) -> Option<Date> {
    Particulars { dataset }.date()
}

struct Particulars<'a> {
    dataset: &'a Dataset,
}

/// Stands for a particular that the definition does not declare.
static NOTHING: LazyLock<Entry> =
    LazyLock::new(|| Entry { key: String::new(), content: Content::Blank, at: Vec::new(), computed: false });

impl<'a> Particulars<'a> {
    fn entry(&self, key: &str) -> &'a Entry {
        self.dataset.facts.get(key).unwrap_or(&NOTHING)
    }

    fn text(&self, key: &str) -> String {
        joined(&self.lines(key, str::to_owned))
    }

    /// The lines of a particular, other particulars filled in.
    fn lines(&self, key: &str, form: impl Fn(&str) -> String) -> Vec<Vec<Piece>> {
        let entry = self.entry(key);
        let Some(text) = entry.in_sentence() else { return Vec::new() };
        let line = |line: &str| {
            let own = |text: String| Piece::Figure { key: entry.key.clone(), text: form(&text) };
            let pieces = self.dataset.expand(line.trim()).into_iter().map(|piece| match piece {
                Piece::Text(text) => own(text),
                other => other,
            });
            pieces.collect()
        };
        text.lines().map(line).collect()
    }

    /// The number as written: under 10 with a leading zero (PL I, mục II.3.b).
    fn number(&self) -> Option<String> {
        let number = self.entry("number").in_sentence()?;
        let short = number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit());
        Some(if short { format!("0{number}") } else { number })
    }

    fn date(&self) -> Option<Date> {
        match self.entry("date").content {
            Content::Date(date) => Some(date),
            _ => None,
        }
    }

    /// `Số: 85/KH-UBND`; a gap for the number of a draft.
    fn symbol_line(&self) -> Vec<Piece> {
        let number = match self.number() {
            Some(text) => Piece::Figure { key: self.entry("number").key.clone(), text },
            None => Piece::Blank { blank: 12 },
        };
        let symbol = Piece::Figure { key: self.entry("symbol").key.clone(), text: self.text("symbol") };
        vec![Piece::Text("Số: ".into()), number, Piece::Text("/".into()), symbol]
    }

    /// `Thái Nguyên, ngày 08 tháng 5 năm 2024`.
    fn place_date(&self) -> Vec<Piece> {
        let mut pieces = self.lines("place", str::to_owned).concat();
        pieces.push(Piece::Text(", ".into()));
        pieces.extend(self.date_pieces());
        pieces
    }

    fn date_pieces(&self) -> Vec<Piece> {
        match self.date() {
            Some(date) => {
                vec![Piece::Figure { key: self.entry("date").key.clone(), text: date.in_words() }]
            }
            None => vec![
                Piece::Text("ngày".into()),
                Piece::Blank { blank: 9 },
                Piece::Text("tháng".into()),
                Piece::Blank { blank: 9 },
                Piece::Text("năm".into()),
                Piece::Blank { blank: 12 },
            ],
        }
    }
}

fn joined(lines: &[Vec<Piece>]) -> String {
    lines.iter().map(|line| plain_text(line)).collect::<Vec<_>>().join(" ")
}

/// A recipient without the hyphen and the semicolon, which the form adds.
fn recipient(entry: &Entry) -> Piece {
    let text = entry.in_sentence().unwrap_or_default();
    let text = text.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ' ']);
    Piece::Figure { key: entry.key.clone(), text: text.to_owned() }
}
