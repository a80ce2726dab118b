//! The number of the document (số văn bản; PL I, mục II.3).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::facts::Facts;

/// What is wrong with the number.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    let Some(text) = facts.text("number") else { return Vec::new() };
    let Some((number, symbol)) = split(&text) else { return Vec::new() };
    let slip = facts.slip(Code::NumberSymbol, "number").with("symbol-field", facts.heading("symbol"));
    vec![slip.with("number", number).with("symbol", symbol)]
}

/// `85/KH-UBND` → `85`, `KH-UBND`.
fn split(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let symbol = text[digits..].trim_start().strip_prefix('/')?;
    (digits > 0).then_some((&text[..digits], symbol.trim()))
}
