//! The particulars of a document as its form and its file names need them.

use std::sync::LazyLock;

use crate::input::dataset::{Content, Dataset, Entry, Piece, plain_text};
use crate::input::figure_key::FigureKey;
use crate::product::file_names;
use crate::vi::dates::Date;
use crate::vi::matching;
use crate::vi::text::as_name;

/// `(Kèm theo Kế hoạch số 85/KH-UBND ngày 08 tháng 5 năm 2024 của UBND tỉnh)` (PL I, mục III.1.c).
pub(crate) fn caption(dataset: &Dataset) -> Vec<Piece> {
    let particulars = Particulars { dataset };
    let mut pieces = vec![Piece::Text("(Kèm theo ".into())];
    pieces.extend(particulars.lines("type", as_name).concat());
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
pub(crate) fn file_stem(dataset: &Dataset) -> String {
    let particulars = Particulars { dataset };
    let number = particulars.number().unwrap_or_else(|| file_names::DRAFT.to_owned());
    let stem = format!("{number}-{}", particulars.text("symbol"));
    // Whatever the cells say, the name stays inside the output folder.
    let safe: String = stem.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(80).collect();
    let parts: Vec<&str> = safe.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// `85/KH-UBND`, or the symbol alone for a draft.
pub(crate) fn number_and_symbol(dataset: &Dataset) -> String {
    let particulars = Particulars { dataset };
    let symbol = particulars.text("symbol");
    particulars.number().map_or(symbol.clone(), |number| format!("{number}/{symbol}"))
}

/// Who issues it, as it is compared.
pub(crate) fn issuer(dataset: &Dataset) -> String {
    matching::fold(&Particulars { dataset }.text("issuer"))
}

/// The words of a particular; nothing where it is blank.
pub(crate) fn text_of(dataset: &Dataset, key: &str) -> String {
    Particulars { dataset }.text(key)
}

/// The persons whose names are known: who signs.
pub(crate) fn persons(dataset: &Dataset) -> Vec<String> {
    ["signer", "second_signer"].map(|key| text_of(dataset, key)).into_iter().filter(|name| !name.is_empty()).collect()
}

/// Whether the number or the date is still to be filled in by hand (dự thảo).
pub(crate) fn is_draft(dataset: &Dataset) -> bool {
    !lacking_in_draft(dataset).is_empty()
}

/// The keys of what makes a document a draft: the number, the date, where they are blank.
pub(crate) fn lacking_in_draft(dataset: &Dataset) -> Vec<&'static str> {
    let particulars = Particulars { dataset };
    let lacking = [("number", particulars.number().is_none()), ("date", particulars.date().is_none())];
    lacking.into_iter().filter(|(_, is_blank)| *is_blank).map(|(key, _)| key).collect()
}

/// The date of issue, unless it is still blank.
pub(crate) fn issue_date(dataset: &Dataset) -> Option<Date> {
    Particulars { dataset }.date()
}

/// The particulars of one document, each with its key.
pub(crate) struct Particulars<'a> {
    pub(crate) dataset: &'a Dataset,
}

/// Stands for a particular that the definition does not declare.
static NOTHING: LazyLock<Entry> = LazyLock::new(|| {
    let key = FigureKey::particular("");
    Entry { key, content: Content::Blank, at: Vec::new(), computed: false, made: None }
});

impl<'a> Particulars<'a> {
    /// A particular; an empty one where there is none of that key.
    pub(crate) fn entry(&self, key: &str) -> &'a Entry {
        self.dataset.facts.get(key).unwrap_or(&NOTHING)
    }

    /// Its words; nothing where it is blank.
    pub(crate) fn text(&self, key: &str) -> String {
        joined(&self.lines(key, str::to_owned))
    }

    /// The lines of a particular, other particulars filled in.
    pub(crate) fn lines(&self, key: &str, form: impl Fn(&str) -> String) -> Vec<Vec<Piece>> {
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

    /// The day of the document (ngày ban hành); none in a draft.
    pub(crate) fn date(&self) -> Option<Date> {
        match self.entry("date").content {
            Content::Date(date) => Some(date),
            _ => None,
        }
    }

    /// `Số: 85/KH-UBND`; a gap for the number of a draft.
    pub(crate) fn symbol_line(&self) -> Vec<Piece> {
        let number = match self.number() {
            Some(text) => Piece::Figure { key: self.entry("number").key.clone(), text },
            None => Piece::Blank { blank: 12 },
        };
        let symbol = Piece::Figure { key: self.entry("symbol").key.clone(), text: self.text("symbol") };
        vec![Piece::Text("Số: ".into()), number, Piece::Text("/".into()), symbol]
    }

    /// `DỰ THẢO`, and which one it is where that is given: `DỰ THẢO LẦN THỨ 2`; nothing for what bears number and date.
    pub(crate) fn draft_mark(&self) -> Vec<Piece> {
        if !is_draft(self.dataset) {
            return Vec::new();
        }
        let round = self.lines("draft", str::to_owned).concat();
        let words = if round.is_empty() { "DỰ THẢO" } else { "DỰ THẢO LẦN THỨ " };
        std::iter::once(Piece::Text(words.into())).chain(round).collect()
    }

    /// `Thái Nguyên, ngày 08 tháng 5 năm 2024`.
    pub(crate) fn place_date(&self) -> Vec<Piece> {
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

/// Lines as one text.
pub(crate) fn joined(lines: &[Vec<Piece>]) -> String {
    lines.iter().map(|line| plain_text(line)).collect::<Vec<_>>().join(" ")
}

/// A recipient without the hyphen and the semicolon, which the form adds.
pub(crate) fn recipient(entry: &Entry) -> Piece {
    let text = entry.in_sentence().unwrap_or_default();
    let text = text.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ' ']);
    Piece::Figure { key: entry.key.clone(), text: text.to_owned() }
}
