//! The number of the document (số văn bản; PL I, mục II.3).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::facts::Facts;

/// No agency issues more in a year.
const MOST: u64 = 99_999;

/// What is wrong with the number.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let text = facts.text("number")?;
    let slip = |code| facts.slip(code, "number");
    if let Some((number, symbol)) = split(&text) {
        if let Some(symbol) = without_year(symbol) {
            let slip = slip(Code::SymbolYear).with("number", number);
            return Some(facts.beside(slip, "symbol-field", "symbol").with("symbol", symbol));
        }
        let slip = slip(Code::NumberSymbol).with("symbol-field", facts.heading("symbol"));
        return Some(slip.with("number", number).with("symbol", symbol));
    }
    let digits = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.trim_start_matches('0'));
    match digits {
        None | Some("") => {
            let number: String = text.chars().filter(char::is_ascii_digit).collect();
            let number = number.trim_start_matches('0');
            let is_known = !number.is_empty() && !text.contains(['-', '−', '.', ',']);
            Some(slip(Code::NumberOdd).with("number", number).flag("is-known", is_known))
        }
        // The zero of `05` is what the form would write.
        Some(number) if text.len() > number.len() && text.len() != 2 => {
            Some(slip(Code::NumberZeros).with("number", number))
        }
        Some(number) if number.parse().map_or(true, |number: u64| number > MOST) => Some(slip(Code::NumberLarge)),
        Some(_) => None,
    }
}

/// `85/KH-UBND` → `85`, `KH-UBND`.
fn split(text: &str) -> Option<(&str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text[start..].split_at(digits);
    let symbol = rest.trim_start().strip_prefix(['/', '-'])?.trim();
    let is_label = matches!(text[..start].trim_end_matches([':', '.', ' ']), "" | "Số" | "số" | "SỐ");
    let is_symbol = symbol.contains(char::is_alphabetic) || without_year(symbol).is_some();
    (is_label && is_symbol).then_some((number, symbol))
}

/// `2026/QĐ-UBND` → `QĐ-UBND`, and `2026` → nothing: what stands behind the year of a symbol.
pub(crate) fn without_year(symbol: &str) -> Option<&str> {
    let (year, rest) = symbol.split_once('/').unwrap_or((symbol, ""));
    let year = year.trim();
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    (is_year && year.bytes().all(|b| b.is_ascii_digit())).then(|| rest.trim())
}
