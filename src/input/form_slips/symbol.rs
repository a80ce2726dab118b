//! The symbol of the document (ký hiệu; PL I, mục II.3): how it is written, and what it says about type and issuer.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::document_type::{self, DocumentType};
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::number::without_year;
use crate::input::form_slips::words::{Words, bare};

/// Agencies whose abbreviations everybody knows.
const KNOWN: [&str; 2] = ["UBND", "HĐND"];

/// Letters of other scripts, and the Latin ones that they look like.
const LOOKALIKES: [(char, char); 14] = [
    ('Ð', 'Đ'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ѕ', 'S'),
];

/// What is wrong with the symbol.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let symbol = facts.text("symbol")?;
    let known = document_type::of_document(facts);
    numbered(facts, &symbol)
        .or_else(|| misspelt(facts, &symbol, known))
        .or_else(|| of_letter(facts, &symbol))
        .or_else(|| of_type(facts, &symbol, known?))
        .or_else(|| of_issuer(facts, &symbol))
}

/// Whether type and symbol are those of two documents: then it is not known which rules are the right ones.
pub(crate) fn contradicts_type(facts: &Facts) -> bool {
    let symbol = facts.text("symbol").unwrap_or_default();
    document_type::of_document(facts).is_some_and(|known| of_type(facts, &symbol, known).is_some())
}

/// The number, or the year of a normative text, stands in the symbol.
fn numbered(facts: &Facts, symbol: &str) -> Option<Finding> {
    let slip = |code| facts.beside(facts.slip(code, "symbol"), "number-field", "number");
    if let Some(rest) = without_year(symbol) {
        let number = facts.text("number").unwrap_or_default();
        let slip = slip(Code::SymbolYear).with("symbol-field", facts.heading("symbol"));
        return Some(slip.with("number", number).with("symbol", rest));
    }
    let digits = symbol.bytes().take_while(u8::is_ascii_digit).count();
    let rest = symbol[digits..].trim_start().strip_prefix('/').filter(|_| digits > 0)?.trim();
    let rest = without_year(rest).unwrap_or(rest);
    Some(slip(Code::SymbolNumber).with("number", &symbol[..digits]).with("symbol", rest))
}

/// Blanks, marks, cases and letters that no symbol has.
fn misspelt(facts: &Facts, symbol: &str, known: Option<&DocumentType>) -> Option<Finding> {
    let right = tidied(symbol, known);
    let is_other = right != symbol;
    is_other.then(|| facts.slip(Code::SymbolSpelling, "symbol").with("near", right))
}

fn tidied(symbol: &str, known: Option<&DocumentType>) -> String {
    let plain: String = symbol.chars().map(plain).collect();
    // Whatever stands between the parts is a hyphen.
    let has_hyphen = plain.contains('-');
    let is_gap = |c: char| c == '-' || (!has_hyphen && (c.is_whitespace() || matches!(c, '.' | '/')));
    let parts = plain.split(is_gap).map(|part| part.split_whitespace().collect::<String>());
    let parts =
        parts.map(|part| part.trim_matches(['/', '.', ',', ';', ':']).to_owned()).filter(|part| !part.is_empty());
    let cased = parts.enumerate().map(|(place, part)| match known {
        Some(known) if place == 0 => of_known(&part, &[known.short]),
        _ => of_known(&part, &KNOWN),
    });
    cased.collect::<Vec<_>>().join("-")
}

fn plain(c: char) -> char {
    match c {
        '–' | '—' | '−' | '‐' | '‑' | '_' => '-',
        _ => LOOKALIKES.iter().find(|(odd, _)| *odd == c).map_or(c, |(_, latin)| *latin),
    }
}

/// A part in the letters of the abbreviation that it is but for case and marks; without lower case where it has
/// nothing else.
fn of_known(part: &str, known: &[&str]) -> String {
    if document_type::with_short(part).is_some() {
        return part.to_owned();
    }
    let meant = known.iter().find(|known| bare(known) == bare(part));
    let has_capitals = part.chars().any(char::is_uppercase);
    match meant {
        Some(meant) => (*meant).to_owned(),
        None if has_capitals => part.to_owned(),
        None => part.to_uppercase(),
    }
}

/// A letter names no type, but the agency and its unit or field.
fn of_letter(facts: &Facts, symbol: &str) -> Option<Finding> {
    let is_letter = document_type::is_letter(facts);
    if !is_letter && facts.text("type").is_some() {
        return None;
    }
    let (first, rest) = symbol.split_once('-').unwrap_or((symbol, ""));
    // `CT` may be an agency as well as a type; before the agency it is a type.
    let is_type = is_letter && document_type::with_short(first).is_some() && is_agency(facts, rest);
    if first == "CV" || is_type {
        return Some(facts.slip(Code::SymbolOfLetter, "symbol").with("short", first).with("rest", rest));
    }
    (is_letter && rest.is_empty()).then(|| facts.slip(Code::SymbolUnit, "symbol"))
}

/// Whether a part of a symbol is the agency: one that everybody knows, or the first letters of the issuer's words.
fn is_agency(facts: &Facts, part: &str) -> bool {
    let initials = |issuer: String| {
        issuer.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>().to_uppercase()
    };
    KNOWN.contains(&part) || (part.len() > 1 && facts.text("issuer").map(initials).is_some_and(|own| own == part))
}

/// The symbol begins with the abbreviation of the type, and the agency follows.
fn of_type(facts: &Facts, symbol: &str, known: &DocumentType) -> Option<Finding> {
    let (first, rest) = symbol.split_once('-').unwrap_or((symbol, ""));
    // Contracts are told apart by what they are about: HĐLĐ, HĐKT.
    let is_right = first == known.short || (known.short == "HĐ" && first.starts_with("HĐ") && !rest.is_empty());
    let slip = |code| {
        let slip = facts.slip(code, "symbol").with("short", known.short).with("type", known.name);
        facts.beside(slip, "type-field", "type")
    };
    if is_right {
        return rest.is_empty().then(|| slip(Code::SymbolAgencyMissing));
    }
    let other = document_type::with_short(first);
    let slip = slip(Code::SymbolType).with("first", first).with("other", other.map_or("", |other| other.name));
    Some(slip.flag("has-other", other.is_some()))
}

/// The agency in the symbol is the one that issues it, as far as its abbreviation is known.
fn of_issuer(facts: &Facts, symbol: &str) -> Option<Finding> {
    let issuer = facts.text("issuer")?;
    let words = Words::of(&issuer);
    let short = symbol.rsplit('-').next().filter(|short| KNOWN.contains(short) && symbol.contains('-'));
    let slip = |code| facts.beside(facts.slip(code, "symbol"), "issuer-field", "issuer").with("issuer", &issuer);
    let parts = || symbol.split('-');
    if words.begin_any(&["Ủy ban nhân dân", "UBND"]) {
        let is_own = parts().any(|part| part.contains("UB") || part.starts_with("CT"));
        return (!is_own || short == Some("HĐND"))
            .then(|| slip(Code::SymbolAgency).with("agency", "UBND").flag("has-agency", true));
    }
    if words.begin_any(&["Hội đồng nhân dân", "HĐND"]) {
        return (!parts().any(|part| part.contains("HĐ")))
            .then(|| slip(Code::SymbolAgency).with("agency", "HĐND").flag("has-agency", true));
    }
    let is_unit = words.begin_any(&["Sở", "Phòng", "Chi cục", "Trung tâm", "Trường", "Bệnh viện", "Ban Quản lý"]);
    // A letter names the agency first.
    let first = symbol.split('-').next().filter(|first| document_type::is_letter(facts) && KNOWN.contains(first));
    if is_unit && (short.is_some() || first.is_some()) {
        return Some(slip(Code::SymbolAgency).with("agency", "").flag("has-agency", false));
    }
    let is_body = words.begin_any(&["Hội đồng", "Ban Chỉ đạo", "Tổ công tác", "Ban Tổ chức"]);
    (is_body && short.is_some()).then(|| slip(Code::SymbolBody))
}
