//! Spellings between which Vietnamese leaves the choice: where the tone stands (`hòa`, `hoà`), and i or y (`kỹ`, `kĩ`).
//!
//! No rule decides for either; a document that uses both looks careless.

use crate::vi::words::Word;

/// Where the tone of `oa`, `oe`, `uy` at the end of a syllable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToneStyle {
    /// `hòa`, `khỏe`, `ủy`.
    First,
    /// `hoà`, `khoẻ`, `uỷ`.
    Second,
}

/// The style of a syllable in which both are possible; none for all others, such as `hoàn`, `quý`, `mùa`.
pub(crate) fn tone_style(word: &str) -> Option<ToneStyle> {
    // Most syllables end in another letter without a mark.
    if word.bytes().next_back().is_some_and(|b| b.is_ascii() && !b"aeyAEY".contains(&b)) {
        return None;
    }
    let mut back = word.chars().rev().flat_map(char::to_lowercase);
    let (last, vowel) = (back.next()?, back.next()?);
    let is_after_q = back.next() == Some('q');
    match (vowel, last) {
        _ if is_after_q => None,
        ('ò' | 'ó' | 'ỏ' | 'õ' | 'ọ', 'a' | 'e') | ('ù' | 'ú' | 'ủ' | 'ũ' | 'ụ', 'y') => {
            Some(ToneStyle::First)
        }
        ('o', 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ') | ('u', 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ') => {
            Some(ToneStyle::Second)
        }
        _ => None,
    }
}

/// Syllables written with y or with i; with y as the laws write them.
pub(crate) const I_OR_Y: [(&str, &str); 7] =
    [("kỹ", "kĩ"), ("lý", "lí"), ("tỷ", "tỉ"), ("quý", "quí"), ("ký", "kí"), ("kỳ", "kì"), ("mỹ", "mĩ")];

/// Words that are always written with i, behind which syllable.
const ALWAYS_I: [(&str, &str); 3] = [("tỉ", "mỉ"), ("tỉ", "tê"), ("lí", "nhí")];

/// Whether the word `at` is bound to its spelling: part of a name (Hoà Bình, Nguyễn Thị Thuý), or of a word that has
/// only one.
pub(crate) fn is_bound(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let next = words.get(at + 1).filter(|next| next.is_joined());
    let before = word.is_joined().then(|| &words[at.saturating_sub(1)]);
    if next.is_some_and(|next| ALWAYS_I.contains(&(word.text.to_lowercase().as_str(), next.text))) {
        return true;
    }
    let committee = matches!(word.text, "Ủy" | "Uỷ" | "ỦY" | "UỶ");
    let is_name = |other: Option<&Word<'_>>| other.is_some_and(|other| other.is_capital() && other.text.len() > 1);
    word.is_capital() && !committee && (is_name(next) || is_name(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vi::words::words;

    #[test]
    fn only_open_syllables_have_a_style() {
        let first = "hòa hóa thỏa khỏe lòe ủy thúy tùy Ủy HÒA lũy tọa";
        let second = "hoà hoá thoả khoẻ loè uỷ thuý tuỳ Uỷ HOÀ luỹ toạ";
        for (words, style) in [(first, ToneStyle::First), (second, ToneStyle::Second)] {
            let other: Vec<&str> = words.split(' ').filter(|word| tone_style(word) != Some(style)).collect();
            assert_eq!(other, [""; 0]);
        }
        let neither = "quý quỳ quả hoàn toán thoát khuỷu mùa của tòan chuyển suýt đua hoa thuê toé-t q úy";
        let some: Vec<&str> = neither.split(' ').filter(|word| tone_style(word).is_some()).collect();
        assert_eq!(some, ["úy"]);
    }

    #[test]
    fn names_keep_their_spelling() {
        let bound = |text: &str, at: usize| is_bound(&words(text), at);
        assert!(bound("tỉnh Hoà Bình", 1) && bound("bà Nguyễn Thị Thuý ký", 3) && bound("chăm sóc tỉ mỉ", 2));
        assert!(!bound("Uỷ ban nhân dân", 0) && !bound("xã hội hoá", 2) && !bound("UỶ BAN NHÂN DÂN", 0));
        assert!(!bound("Hoà giải ở cơ sở", 0));
    }
}
