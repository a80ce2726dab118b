//! Numbers written in words: `mười sáu`, `hai nghìn năm trăm`.

use crate::vi::matching;

/// What a word stands for: a digit, or by how much it multiplies.
fn word(word: &str) -> Option<(u64, bool)> {
    Some(match word {
        "không" => (0, false),
        "một" | "mốt" => (1, false),
        "hai" => (2, false),
        "ba" => (3, false),
        "bốn" | "tư" => (4, false),
        "năm" | "lăm" | "nhăm" => (5, false),
        "sáu" => (6, false),
        "bảy" | "bẩy" => (7, false),
        "tám" => (8, false),
        "chín" => (9, false),
        "mười" | "mươi" => (10, true),
        "trăm" => (100, true),
        "nghìn" | "ngàn" => (1_000, true),
        "triệu" => (1_000_000, true),
        "tỷ" | "tỉ" => (1_000_000_000, true),
        _ => return None,
    })
}

/// Reads a number that is written in words and nothing else; a single `năm` or `tư` may be another word.
pub(crate) fn read(text: &str) -> Option<u64> {
    let folded = matching::fold(text);
    let words: Vec<&str> = folded.split_whitespace().filter(|word| !matches!(*word, "linh" | "lẻ")).collect();
    if words.is_empty() || words.len() > 24 || matches!(words[..], ["năm" | "tư" | "không"]) {
        return None;
    }
    // What is finished above the last thousand or million, what is counted below it, and the last digit.
    let (mut whole, mut part, mut digit) = (0u64, 0u64, None);
    for spoken in words {
        match word(spoken)? {
            (value, false) if digit.is_none() => digit = Some(value),
            (_, false) => return None,
            (times @ (10 | 100), _) => {
                part = part.checked_add(digit.take().unwrap_or(1).checked_mul(times)?)?;
            }
            (times, _) => {
                part += digit.take().unwrap_or(u64::from(part == 0));
                whole = whole.checked_add(part.checked_mul(times)?)?;
                part = 0;
            }
        }
    }
    whole.checked_add(part)?.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        for (text, value) in [
            ("mười sáu", 16),
            ("Năm trăm", 500),
            ("hai mươi mốt", 21),
            ("một trăm linh năm", 105),
            ("hai nghìn năm trăm", 2_500),
            ("ba triệu bốn trăm hai mươi nghìn", 3_420_000),
            ("tám", 8),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in ["", "năm", "nhiều", "mười sáu hộ", "hai ba", "trên mười"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
