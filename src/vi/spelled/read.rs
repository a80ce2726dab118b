//! Numbers in words, read back: exactly, or refused at the word that is wrong.
//!
//! What differs from the words that would be written but is usage somewhere is accepted: `lẻ`, `ngàn`, `tỉ`, `mươi bốn`,
//! `không nghìn`, decimals one by one, `trừ`, a comma between groups. What would be heard as another number, or is no
//! written Vietnamese, is refused: `một nghìn lẻ năm`, a second `tỷ`, `rưỡi`, `chục`, `chấm`.

use rust_decimal::Decimal;

use crate::vi::spelled::grammar::beginning;
use crate::vi::spelled::lexicon::{Remark, Unread, Why, Word, unread, words};

/// What words say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    pub(crate) value: Decimal,
    pub(crate) remarks: Vec<Remark>,
}

/// Reads words that are a number and nothing else: `âm hai mươi tư phẩy không năm`. A scale behind decimals multiplies
/// the whole: `một phẩy năm triệu` is 1.500.000.
pub(crate) fn number(text: &str) -> Result<Reading, Unread> {
    let words = words(text);
    let (read, end) = beginning(&words)?;
    if end < words.len() {
        return Err(unread(&words, end, read.stopped.unwrap_or(Why::Unknown)));
    }
    Ok(Reading { value: read.value, remarks: remarks(read.remarks, &words) })
}

/// Reads an amount, in đồng: `Năm triệu đồng`, `năm triệu đồng chẵn`, also `một phẩy năm triệu đồng`.
#[cfg(test)]
pub(crate) fn money(text: &str) -> Result<Reading, Unread> {
    let words = words(text);
    let (read, end) = beginning(&words)?;
    let end = after_dong(&words, end).ok_or_else(|| match words.get(end) {
        Some(_) => unread(&words, end, read.stopped.unwrap_or(Why::Unknown)),
        None => unread(&words, end, Why::Ends),
    })?;
    if end < words.len() {
        return Err(unread(&words, end, Why::Unknown));
    }
    Ok(Reading { value: read.value, remarks: remarks(read.remarks, &words[..end]) })
}

/// The place after `đồng`, `đồng chẵn`, `đồng Việt Nam`, `Việt Nam đồng`; none if there is no such thing.
pub(crate) fn after_dong(words: &[Word], from: usize) -> Option<usize> {
    let letters: Vec<&str> = words[from..].iter().take(5).map(|word| word.letters.as_str()).collect();
    let dong = match letters[..] {
        ["việt", "nam", "đồng", ..] => 3,
        ["đồng", "việt", "nam", ..] => 3,
        ["đồng" | "vnđ" | "vnd" | "đ", ..] => 1,
        _ => return None,
    };
    let is_exact = letters.get(dong).is_some_and(|word| matches!(*word, "chẵn" | "tròn"));
    Some(from + dong + usize::from(is_exact))
}

/// Remarks on the words themselves, and on their capitals.
pub(crate) fn remarks(mut remarks: Vec<Remark>, words: &[Word]) -> Vec<Remark> {
    // `Việt Nam` is a name.
    let mut others = words.iter().skip(1).filter(|word| !matches!(word.letters.as_str(), "việt" | "nam")).peekable();
    if others.peek().is_some() && others.all(|word| word.is_capital) {
        remarks.push(Remark::Capitals);
    }
    remarks
}
