//! Words that are the same but for case, tone marks or typing errors.

use unicode_normalization::UnicodeNormalization;

use crate::vi::text::{compose, is_printed};

/// The key under which names and headings are compared: NFC, lower case, single spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in compose(text).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().filter(|&c| is_printed(c)).flat_map(char::to_lowercase));
    }
    key
}

/// The key under which names of places (địa danh) are compared; never shown.
///
/// Beyond [`fold`], it does not matter which apostrophe, hyphen or slash was typed, nor over which vowel the tone
/// stands: `Hoà Bình` is `Hòa Bình`, `K’Nai` is `K'Nai`, `Bà Rịa – Vũng Tàu` is `Bà Rịa-Vũng Tàu`.
pub(crate) fn key(text: &str) -> String {
    let unified: String = fold(text).chars().map(unified).collect();
    let joined = unified.replace(" -", "-").replace("- ", "-");
    let syllables = joined.split_inclusive(|c: char| !c.is_alphabetic()).map(toneless);
    syllables.map(|(letters, tone)| letters + &tone).collect()
}

fn unified(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '′' | '´' | '`' => '\'',
        '\u{ad}' | '‐' | '‑' | '–' | '−' => '-',
        '⁄' | '∕' => '/',
        'ð' => 'đ',
        _ => c,
    }
}

/// A syllable without its tone (thanh điệu), and the tone mark: `hoà` → `hoa`, U+0300.
pub(crate) fn toneless(syllable: &str) -> (String, String) {
    if syllable.is_ascii() {
        return (syllable.to_owned(), String::new());
    }
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let (tone, letters): (String, String) = syllable.nfd().partition(is_tone);
    (letters.nfc().collect(), tone)
}

/// Letters without tones and other marks, as people type them who type none: `Đồng Hỷ` → `dong hy`.
fn bare(text: &str) -> String {
    let letters = fold(text);
    letters.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The candidate nearest to `text` by edit distance, if it is near enough to be a slip; one that differs only by marks
/// left out is nearer than any other.
pub(crate) fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = fold(text).chars().collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    candidates
        .into_iter()
        // Another number is another thing, not a slip: the plan of 2023 is not the plan of 2025.
        .filter(|candidate| digits(candidate) == digits(text))
        .map(|candidate| match bare(candidate) == bare(text) {
            true => (0, candidate),
            false => (edit_distance(&wanted, &fold(candidate).chars().collect::<Vec<_>>()), candidate),
        })
        .filter(|(distance, _)| *distance <= 1 + wanted.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance, one row at a time.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_what_people_see() {
        assert_eq!(fold("  Kinh\u{a0} PHÍ\u{200b}\n"), "kinh phí");
        assert_eq!(fold("Ki\u{301}nh"), fold("KÍNH"));
    }

    #[test]
    fn places_are_compared_however_they_are_typed() {
        let same = [
            ["Xã Hoà Bình", "xã  Hòa Bình"],
            ["Phường Thuỷ Xuân", "Phường Thủy Xuân"],
            ["Thuý", "Thúy"],
            ["Quý", "Qúy"],
            ["Xã K’Nai", "Xã K'Nai"],
            ["Đắk R´lấp", "Đắk Rʼlấp"],
            ["Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"],
            ["Phan Rang‑Tháp Chàm", "Phan Rang - Tháp Chàm"],
            ["Ðồng Hỷ", "Đồng Hỷ"],
            ["Phổ Yên∕Sông Công", "Phổ Yên/Sông Công"],
            ["Ho\u{61}\u{300} Bi\u{300}nh", "Hòa Bình"],
        ];
        for [one, other] in same {
            assert_eq!(key(one), key(other), "{one}");
        }
        for [one, other] in [["Xã Hoa Bình", "Xã Hòa Bình"], ["Hòa Bính", "Hòa Bình"], ["Bá-Ra", "Ba-Rá"]] {
            assert_ne!(key(one), key(other), "{one}");
        }
    }

    #[test]
    fn slips_are_recognised() {
        assert_eq!(nearest("Huyện Đồng Hy", ["Huyện Đồng Hỷ", "Huyện Đại Từ"]), Some("Huyện Đồng Hỷ"));
        assert_eq!(nearest("Đu", ["Đủ", "Đo"]), Some("Đủ"));
        assert_eq!(nearest("dong hy", ["Đồng Hới", "Đồng Hỷ"]), Some("Đồng Hỷ"));
        assert_eq!(nearest("Kinh phí", ["Nơi nhận"]), None);
        assert_eq!(nearest("Kế hoạch năm 2025", ["Kế hoạch năm 2023"]), None);
    }
}
