//! Documents that are cited (viện dẫn): what number, symbol, type, date and issuer say of each other, wherever they are
//! written, in a table of the inputs or in a sentence.

use crate::input::form_slips::document_type;
use crate::input::form_slips::number::without_year;
use crate::input::form_slips::words::{Words, bare};
use crate::vi::dates::Date;

/// Types of normative texts, and what their symbols begin with.
const NORMATIVE: [(&str, &str); 2] = [("Nghị định", "NĐ"), ("Thông tư", "TT")];

/// Ministries of today and of the years before, with what symbols call them.
const MINISTRIES: [(&str, &str); 23] = [
    ("Bộ Công an", "BCA"),
    ("Bộ Công Thương", "BCT"),
    ("Bộ Dân tộc và Tôn giáo", "BDTTG"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT"),
    ("Bộ Giao thông vận tải", "BGTVT"),
    ("Bộ Kế hoạch và Đầu tư", "BKHĐT"),
    ("Bộ Khoa học và Công nghệ", "BKHCN"),
    ("Bộ Lao động - Thương binh và Xã hội", "BLĐTBXH"),
    ("Bộ Ngoại giao", "BNG"),
    ("Bộ Nội vụ", "BNV"),
    ("Bộ Nông nghiệp và Môi trường", "BNNMT"),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "BNNPTNT"),
    ("Bộ Quốc phòng", "BQP"),
    ("Bộ Tài chính", "BTC"),
    ("Bộ Tài nguyên và Môi trường", "BTNMT"),
    ("Bộ Thông tin và Truyền thông", "BTTTT"),
    ("Bộ Tư pháp", "BTP"),
    ("Bộ Văn hóa, Thể thao và Du lịch", "BVHTTDL"),
    ("Bộ Xây dựng", "BXD"),
    ("Bộ Y tế", "BYT"),
    // As some write them.
    ("Bộ Nông nghiệp và Phát triển nông thôn", "BNN"),
    ("Bộ Giáo dục và Đào tạo", "BGD"),
    ("Bộ Kế hoạch và Đầu tư", "BKH"),
];

/// Bodies that everybody knows, with what their names begin with.
const BODIES: [(&str, Body); 14] = [
    ("Thủ tướng", Body::PrimeMinister),
    ("Chính phủ", Body::Government),
    ("Ủy ban Thường vụ Quốc hội", Body::StandingCommittee),
    ("UBTVQH", Body::StandingCommittee),
    ("Quốc hội", Body::Assembly),
    ("Chủ tịch nước", Body::President),
    ("Ủy ban nhân dân", Body::Committee),
    ("Chủ tịch Ủy ban nhân dân", Body::Committee),
    ("UBND", Body::Committee),
    ("Chủ tịch UBND", Body::Committee),
    ("Hội đồng nhân dân", Body::Council),
    ("Thường trực Hội đồng nhân dân", Body::Council),
    ("HĐND", Body::Council),
    ("Thường trực HĐND", Body::Council),
];

/// Who issued a document, as far as everybody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Government,
    PrimeMinister,
    Assembly,
    StandingCommittee,
    President,
    Committee,
    Council,
    Ministry(&'static str),
}

impl Body {
    /// The body that a symbol names: `90/QĐ-TTg` → the prime minister. None where it names several, or another agency.
    pub(crate) fn of_symbol(symbol: &str) -> Option<Self> {
        let parted = parted(symbol)?;
        let mut parts = parted.body.split('-');
        let (first, agency) = (parts.next()?, parts.next());
        let agency = match (agency, parts.next()) {
            (Some(agency), None) => agency,
            (None, _) => first,
            _ => return None,
        };
        let is_of_term = |name: &str| {
            let term = agency.strip_prefix(name);
            term.is_some_and(|term| !term.is_empty() && term.bytes().all(|b| b.is_ascii_digit()))
        };
        let plain = agency.replace('&', "");
        let ministry = || MINISTRIES.iter().find(|(_, short)| *short == plain).map(|(name, _)| Self::Ministry(name));
        match agency {
            "CP" => Some(Self::Government),
            "TTg" => Some(Self::PrimeMinister),
            "CTN" => Some(Self::President),
            "UBND" => Some(Self::Committee),
            "HĐND" => Some(Self::Council),
            _ if is_of_term("QH") => Some(Self::Assembly),
            _ if is_of_term("UBTVQH") => Some(Self::StandingCommittee),
            _ => ministry(),
        }
    }

    /// The body that a name begins with: `Bộ trưởng Bộ Nội vụ quy định …` → that ministry.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let words = Words::of(name);
        let known = BODIES.iter().find(|(begin, _)| words.begin(begin)).map(|(_, body)| *body);
        known.or_else(|| {
            let name =
                if words.begin("Bộ trưởng") { name.trim_start().get("Bộ trưởng".len()..)? } else { name };
            let words = Words::of(name);
            MINISTRIES.iter().find(|(begin, _)| words.begin(begin)).map(|(name, _)| Self::Ministry(name))
        })
    }

    /// Who signs what it issues.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Government => "Chính phủ".to_owned(),
            Self::PrimeMinister => "Thủ tướng Chính phủ".to_owned(),
            Self::Assembly => "Quốc hội".to_owned(),
            Self::StandingCommittee => "Ủy ban Thường vụ Quốc hội".to_owned(),
            Self::President => "Chủ tịch nước".to_owned(),
            Self::Committee => "Ủy ban nhân dân".to_owned(),
            Self::Council => "Hội đồng nhân dân".to_owned(),
            Self::Ministry(name) => format!("Bộ trưởng {name}"),
        }
    }
}

/// A number with its symbol, taken apart: `27/2022/NĐ-CP`.
pub(crate) struct Parted<'a> {
    /// Only where the symbol has one.
    pub(crate) year: Option<u16>,
    /// `NĐ`.
    pub(crate) first: &'a str,
    /// `NĐ-CP`.
    body: &'a str,
}

/// `27/2022/NĐ-CP` → `2022`, `NĐ`; nothing of what is no number with its symbol.
pub(crate) fn parted(symbol: &str) -> Option<Parted<'_>> {
    let (number, rest) = symbol.split_once('/')?;
    let is_number = (1..=5).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let behind = without_year(rest);
    let year = behind.and_then(|_| rest.get(..4)?.parse().ok());
    let body = behind.unwrap_or(rest);
    let is_body = body.starts_with(char::is_uppercase) && !body.contains(char::is_whitespace) && body.len() < 40;
    (is_number && is_body).then(|| Parted { year, first: body.split('-').next().unwrap_or_default(), body })
}

/// What the symbols of a type of documents begin with.
pub(crate) fn short(kind: &str) -> Option<&'static str> {
    let words = Words::of(kind);
    let normative = NORMATIVE.iter().find(|(name, _)| words.are(name)).map(|(_, short)| *short);
    normative.or_else(|| document_type::named(kind).map(|known| known.short))
}

/// The type of documents whose symbols begin with this.
fn with_short(short: &str) -> Option<&'static str> {
    let normative = NORMATIVE.iter().find(|(_, known)| *known == short).map(|(name, _)| *name);
    normative.or_else(|| document_type::with_short(short).map(|known| known.name))
}

/// The type that a symbol is of, where that is not the one it is called.
pub(crate) fn other_type(kind: &str, symbol: &str) -> Option<&'static str> {
    let first = parted(symbol)?.first;
    with_short(first).filter(|other| !is_called(kind, other) && short(kind) != Some(first))
}

/// The type of documents whose name ends a text, as it is written there: `theo Nghị định` → `Nghị định`.
pub(crate) fn kind_at_end(text: &str) -> Option<&str> {
    let names = || document_type::TYPES.iter().map(|known| known.name).chain(NORMATIVE.iter().map(|(name, _)| *name));
    let suffix = |name: &str| text.len().checked_sub(name.len()).and_then(|start| text.get(start..));
    let is_apart = |suffix: &&str| !text[..text.len() - suffix.len()].ends_with(char::is_alphanumeric);
    names().find_map(|name| suffix(name).filter(|suffix| is_called(suffix, name)).filter(is_apart))
}

/// Whether it is that name, but for its first letter, which may be small.
fn is_called(written: &str, name: &str) -> bool {
    let parted = |text: &str| text.chars().next().map(|first| (first.to_lowercase().to_string(), first.len_utf8()));
    if written == name {
        return true;
    }
    let ends = |one: usize, other: usize| written.get(one..) == name.get(other..);
    written.len() == name.len()
        && parted(written).zip(parted(name)).is_some_and(|(one, other)| ends(one.1, other.1) && one.0 == other.0)
}

/// The year in a symbol, where that is not the one of the date.
pub(crate) fn other_year(symbol: &str, date: Date) -> Option<u16> {
    let parted = parted(symbol)?;
    // The year of a contract's number is not always that of its date.
    parted.year.filter(|year| *year != date.year && !parted.first.starts_with("HĐ"))
}

/// What is odd about a number with its symbol.
pub(crate) enum Odd {
    /// It is missing.
    Number,
    /// A decree without its year.
    Year,
    /// How it is written.
    Spelling(String),
}

/// What is odd about a text that is a number with its symbol: `90 / QĐ -TTg`, `90/QD-TTg`, `QĐ-TTg`, `27/NĐ-CP`.
pub(crate) fn odd(text: &str) -> Option<Odd> {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (number, rest) = tight.split_once('/').unwrap_or(("", &tight));
    let (year, body) = match without_year(rest) {
        Some(body) => (rest.get(..4), body),
        None => (None, rest),
    };
    let (first, agency) = body.split_once('-')?;
    // Whatever else stands there is no symbol.
    let is_symbol = tight.len() < 40 && agency.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '&'));
    if !is_symbol {
        return None;
    }
    let known =
        || document_type::TYPES.iter().map(|known| known.short).chain(NORMATIVE.iter().map(|(_, short)| *short));
    if number.is_empty() {
        return known().any(|short| short == first).then_some(Odd::Number);
    }
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let is_known = known().any(|short| short == first);
    let meant = known().find(|short| !is_known && short.contains('Đ') && bare(short) == first);
    let year = year.map(|year| format!("{year}/")).unwrap_or_default();
    let right = format!("{number}/{year}{}-{agency}", meant.unwrap_or(first));
    if meant.is_some() || (is_known && right != text) {
        return Some(Odd::Spelling(right));
    }
    // Decrees have borne their year since 1997.
    (year.is_empty() && (first, agency) == ("NĐ", "CP")).then_some(Odd::Year)
}
