//! What a written Vietnamese syllable (âm tiết, tiếng) may look like: initial, rhyme, one tone.

use crate::vi::matching;

/// Initial consonants (phụ âm đầu), and `kr` of Krông in the names of the Central Highlands.
const INITIALS: [&str; 29] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "kr", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
    "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Vowels (âm chính, with the glide before them) and what may follow each; a leading blank: also nothing.
///
/// `k` as a final is foreign to Vietnamese, but Đắk Lắk and Búk are written with it.
const RHYMES: [(&str, &str); 25] = [
    ("a", " c ch k m n ng nh p t i o u y"),
    ("ă", "c k m n ng p t"),
    ("â", "c k m n ng p t u y"),
    ("e", " c k m n ng p t o"),
    ("ê", " ch k m n nh p t u"),
    ("i", " ch k m n nh p t a u"),
    ("o", " c k m n ng p t i"),
    ("ô", " c k m n ng p t i"),
    ("ơ", " m n p t i"),
    ("u", " c k m n ng p t a i"),
    ("ư", " c k m n ng t a i u"),
    ("y", " ch n nh p t"),
    ("iê", "c m n ng p t u"),
    ("yê", "m n ng t u"),
    ("uô", "c k m n ng t i"),
    ("ươ", "c m n ng p t i u"),
    ("oa", " c ch m n ng nh p t i o y"),
    ("oă", "c m n ng t"),
    ("oe", " m n ng t o"),
    ("oo", "c ng"),
    ("uâ", "n ng t y"),
    ("uê", " ch n nh"),
    ("uơ", ""),
    ("uy", " a ch n nh p t u"),
    ("uyê", "n t"),
];

/// Whether `word` is a well-formed syllable, in any letter case and either Unicode form.
pub(crate) fn is_syllable(word: &str) -> bool {
    let (letters, tone) = matching::toneless(&word.to_lowercase());
    tone.chars().count() <= 1 && finals(&letters).any(|last| fits(last, &tone))
}

/// The same without regard to the rule that a stop allows two tones only: foreign names (`Pôt`) break it.
pub(crate) fn resembles_syllable(word: &str) -> bool {
    let (letters, tone) = matching::toneless(&word.to_lowercase());
    tone.chars().count() <= 1 && finals(&letters).next().is_some()
}

/// What stands after the vowels, for each way to part `letters` into initial, vowels and final.
fn finals(letters: &str) -> impl Iterator<Item = &str> {
    let rhymes = INITIALS.iter().filter_map(|initial| letters.strip_prefix(initial));
    rhymes.flat_map(|rhyme| {
        let parted = RHYMES.iter().filter_map(move |(vowels, finals)| Some((rhyme.strip_prefix(vowels)?, finals)));
        parted.filter(|(last, finals)| finals.split(' ').any(|known| known == *last)).map(|(last, _)| last)
    })
}

/// Syllables ending in a stop carry only sắc or nặng (thanh nhập).
fn fits(last: &str, tone: &str) -> bool {
    let short = matches!(tone, "\u{301}" | "\u{323}");
    match last {
        "c" | "ch" | "p" | "t" => short,
        "k" => short || tone.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_recognised() {
        let words = "Xã Quảng Khê Nguyễn nghiêng giếng gì gìn già giữa quốc quyết quýt Huỳnh khuya khuỷu khoẻ khỏe \
            hoà hòa thuý thúy quý qúy thuở ngoằn ngoèo xoong oách yêu yếu ý ỷ y ưu ươn uống iếc ao rượu người Định \
            Đắk Lắk Đăk Krông Búk chuyển tuần nghĩa cộng xuất khuếch huệ loắt ngoéo bướu suối mười HẠNH phúc ủy uỷ";
        let wrong: Vec<&str> = words.split_whitespace().filter(|word| !is_syllable(word)).collect();
        assert_eq!(wrong, [""; 0]);
        assert!(is_syllable("Ho\u{61}\u{300}"));
    }

    #[test]
    fn other_words_are_not() {
        let words = "X· Quaûng Café Zürich Đ QĐ HĐND TTg làc mat tốt2 ngh frông ắă húệ bb hoàá tet thòp méch cácch đã.";
        let wrong: Vec<&str> = words.split_whitespace().filter(|word| is_syllable(word)).collect();
        assert_eq!(wrong, [""; 0]);
        assert!(resembles_syllable("Pôt") && !is_syllable("Pôt"));
        assert!(!is_syllable(""));
    }
}
