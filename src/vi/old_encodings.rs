//! Words from before Unicode, and words that were damaged on their way (bảng mã cũ, chữ hỏng mã).
//!
//! Fonts such as `.VnTime` (TCVN3, "ABC") and `VNI-Times` drew Vietnamese letters in the places of Western
//! ones, and their texts are stored as those: `X· Qu¶ng Khª` and `Xaõ Quaûng Kheâ` are both `Xã Quảng Khê`.

use unicode_normalization::UnicodeNormalization;

use crate::vi::{syllables, text};

/// An encoding of Vietnamese that older documents use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN 5712:1993, as the fonts `.Vn…` use it.
    Tcvn3,
    /// VNI for Windows: a vowel and then its marks.
    Vni,
}

impl Encoding {
    /// The name that people know it by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }
}

/// What TCVN3 has from U+00A0 on, sixteen to a row; blanks are not letters.
const TCVN3: [&str; 6] = [
    " ĂÂÊÔƠƯĐăâêôơưđ ",
    "     àảãáạ ằẳẵắ ",
    "      ặầẩẫấậè ẻẽ",
    "éẹềểễếệìỉ   ĩíịò",
    " ỏõóọồổỗốộờởỡớợù",
    " ủũúụừửữứựỳỷỹýỵ ",
];

/// VNI letters that are one character; capitals are the Western capitals.
const VNI_LETTERS: [(char, char); 9] =
    [('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('ì', 'ì'), ('í', 'í'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// VNI marks, the letters that each may follow, and what it adds to them.
const VNI_MARKS: [(char, &str, &str); 17] = [
    ('ø', "aeouyôö", "\u{300}"),
    ('ù', "aeouyôö", "\u{301}"),
    ('û', "aeouyôö", "\u{309}"),
    ('õ', "aeouyôö", "\u{303}"),
    ('ï', "aeouyôö", "\u{323}"),
    ('â', "aeo", "\u{302}"),
    ('à', "aeo", "\u{302}\u{300}"),
    ('á', "aeo", "\u{302}\u{301}"),
    ('å', "aeo", "\u{302}\u{309}"),
    ('ã', "aeo", "\u{302}\u{303}"),
    ('ä', "aeo", "\u{302}\u{323}"),
    ('ê', "a", "\u{306}"),
    ('è', "a", "\u{306}\u{300}"),
    ('é', "a", "\u{306}\u{301}"),
    ('ú', "a", "\u{306}\u{309}"),
    ('ü', "a", "\u{306}\u{303}"),
    ('ë', "a", "\u{306}\u{323}"),
];

/// The encoding that a font's name gives away, and whether the font draws capitals only (`.VnTimeH`).
///
/// What such a font shows is the decoded text in capitals.
pub(crate) fn from_font(name: &str) -> Option<(Encoding, bool)> {
    let name = name.trim().to_ascii_lowercase();
    if name.starts_with(".vn") {
        return Some((Encoding::Tcvn3, name.ends_with('h')));
    }
    let vni = ["vni-", "vni_", "vni "].iter().any(|start| name.starts_with(start));
    vni.then_some((Encoding::Vni, false))
}

/// Reads `text` as if it were in `encoding`; what is no letter there stays. The result is NFC.
pub fn decode(text: &str, encoding: Encoding) -> String {
    let (decoded, _) = translate(text, encoding);
    match encoding {
        Encoding::Tcvn3 => capitalised(&decoded),
        Encoding::Vni => decoded,
    }
}

/// The text in Unicode, and whether all of it exists in the encoding.
fn translate(text: &str, encoding: Encoding) -> (String, bool) {
    match encoding {
        Encoding::Tcvn3 => from_tcvn3(text),
        Encoding::Vni => from_vni(text),
    }
}

fn from_tcvn3(text: &str) -> (String, bool) {
    let known = text.chars().all(|c| c.is_ascii() || tcvn3_letter(c).is_some());
    (text.chars().map(|c| tcvn3_letter(c).unwrap_or(c)).nfc().collect(), known)
}

fn tcvn3_letter(c: char) -> Option<char> {
    let place = usize::try_from(u32::from(c)).ok()?.checked_sub(0xa0)?;
    TCVN3.get(place / 16)?.chars().nth(place % 16).filter(|&letter| letter != ' ')
}

/// TCVN3 has no capitals with tones (`TH¸I`, `Hû`); they follow from the letters around them.
fn capitalised(text: &str) -> String {
    let shouts = |word: &str| {
        let capitals = word.chars().filter(char::is_ascii_uppercase).count();
        capitals >= 2 && !has_small(word) && word.contains(char::is_lowercase)
    };
    let words: Vec<&str> = text.split_inclusive(|c: char| !c.is_alphabetic()).collect();
    let all = !has_small(text) && words.iter().any(|word| shouts(word));
    let raised = words.iter().map(|word| if all || shouts(word) { word.to_uppercase() } else { (*word).to_owned() });
    text::compose(&raised.collect::<String>()).into_owned()
}

fn has_small(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_lowercase())
}

fn from_vni(text: &str) -> (String, bool) {
    let (mut letters, mut known) = (String::with_capacity(text.len()), true);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let letter = vni_letter(c);
        known &= c.is_ascii() || letter.is_some();
        letters.push(letter.unwrap_or(c));
        if let Some(marks) = chars.peek().and_then(|mark| vni_marks(c, *mark)) {
            letters.push_str(marks);
            chars.next();
        }
    }
    (letters.nfc().collect(), known)
}

fn vni_letter(c: char) -> Option<char> {
    let (_, letter) = VNI_LETTERS.iter().find(|(stored, _)| *stored == small(c))?;
    if c.is_uppercase() { letter.to_uppercase().next() } else { Some(*letter) }
}

fn vni_marks(base: char, mark: char) -> Option<&'static str> {
    let of = |(stored, bases, _): &&(char, &str, &str)| *stored == small(mark) && bases.contains(small(base));
    VNI_MARKS.iter().find(of).map(|(_, _, marks)| *marks)
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The older encoding that the texts of one column or sheet are in; `None` where they are Unicode.
///
/// Counts the words that are Vietnamese syllables under each reading. An older encoding must explain more
/// of them than Unicode does, and at least half of those that are not plain ASCII. It needs the texts as
/// they are stored: U+00AD is a letter in TCVN3.
pub fn detect<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Encoding> {
    let (mut seen, mut unicode, mut vni, mut tcvn3) = (0, 0, 0, 0);
    for text in texts {
        let text = text::compose(text);
        for word in text.split(parts_words).filter(|word| is_evidence(word)) {
            seen += 1;
            unicode += u32::from(is_unicode(word));
            vni += u32::from(is_in(word, Encoding::Vni));
            tcvn3 += u32::from(is_in(word, Encoding::Tcvn3));
        }
    }
    // VNI writes two characters for one, so that it reads by chance less often.
    let (encoding, most) = if vni >= tcvn3 { (Encoding::Vni, vni) } else { (Encoding::Tcvn3, tcvn3) };
    (most > unicode && most * 2 >= seen).then_some(encoding)
}

fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '\u{2000}'..='\u{206f}')
}

/// Symbols and measures say nothing, though a `×` between letters would be an ì in TCVN3.
fn is_evidence(word: &str) -> bool {
    let mut foreign = word.chars().filter(|c| !c.is_ascii()).peekable();
    foreign.peek().is_some()
        && !foreign.all(|c| "×½±°²³".contains(c))
        && word.contains(char::is_alphabetic)
        && !word.starts_with('µ')
        && !word.contains(|c: char| c.is_ascii_digit())
}

fn is_unicode(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    syllables::resembles_syllable(&lookalikes(word).unwrap_or_else(|| word.to_owned()))
}

fn is_in(word: &str, encoding: Encoding) -> bool {
    let (decoded, known) = translate(word, encoding);
    known && syllables::is_syllable(&decoded)
}

/// Whether a text was damaged: control characters, U+FFFD, or `?` where a letter was (`Qu?ng Khê`).
pub(crate) fn damaged(text: &str) -> bool {
    let control = |c: char| c == '\u{fffd}' || (c.is_control() && !matches!(c, '\n' | '\t' | '\r'));
    text.contains(control) || text.split_whitespace().any(has_lost_letter)
}

fn has_lost_letter(word: &str) -> bool {
    let address = word.contains("://") || word.starts_with("www.");
    let parts: Vec<&str> = word.split('?').filter(|part| !part.is_empty()).collect();
    let inside = |pair: &[&str]| pair[0].ends_with(char::is_alphabetic) && pair[1].starts_with(char::is_alphabetic);
    !address && parts.windows(2).any(inside)
}

/// The text with `Đ` for the Icelandic `Ð` that looks like it, if there was one.
///
/// Only for texts that [`detect`] finds to be Unicode: in TCVN3 the same character is é.
pub(crate) fn lookalikes(text: &str) -> Option<String> {
    text.contains(['Ð', 'ð']).then(|| text.replace('Ð', "Đ").replace('ð', "đ"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_tell_their_encoding() {
        assert_eq!(from_font(".VnTime"), Some((Encoding::Tcvn3, false)));
        assert_eq!(from_font(".VNARIALH"), Some((Encoding::Tcvn3, true)));
        assert_eq!(from_font(".VnArial NarrowH"), Some((Encoding::Tcvn3, true)));
        assert_eq!(from_font("VNI-Times"), Some((Encoding::Vni, false)));
        assert_eq!(from_font("vni Helve"), Some((Encoding::Vni, false)));
        for name in ["Times New Roman", "Vn", "VNIXYZ", "UTM Avo", ""] {
            assert_eq!(from_font(name), None, "{name}");
        }
    }

    #[test]
    fn older_words_are_read() {
        let tcvn3 = [
            ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
            ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
            ("QuyÕt ®Þnh cña Bé tr\u{ad}ëng", "Quyết định của Bộ trưởng"),
            ("X· Qu¶ng Khª", "Xã Quảng Khê"),
            ("HUYÖN §ång Hû", "HUYỆN Đồng Hỷ"),
            ("TH¸I NGUY£N, §¹I Tõ", "THÁI NGUYÊN, ĐẠI TỪ"),
            ("H§ND X·", "HĐND Xã"),
        ];
        for (stored, meant) in tcvn3 {
            assert_eq!(decode(stored, Encoding::Tcvn3), meant);
        }
        let vni = [
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
            ("Xaõ Quaûng Kheâ", "Xã Quảng Khê"),
            ("ÑAÏI TÖØ, TÆNH ÑAÉK LAÉK", "ĐẠI TỪ, TỈNH ĐẮK LẮK"),
        ];
        for (stored, meant) in vni {
            assert_eq!(decode(stored, Encoding::Vni), meant);
        }
    }

    #[test]
    fn damage_is_seen() {
        for text in ["Qu?ng Khê", "Ph??ng", "X\u{fffd}", "a\u{7}", "a\u{80}", "Vi?t Nam"] {
            assert!(damaged(text), "{text}");
        }
        for text in ["Có không? Có", "a\tb\r\nc", "https://a.vn/x?y=z", "www.a.vn?b", "(?)", "? a", "5?a", "Gì?!", ""]
        {
            assert!(!damaged(text), "{text}");
        }
    }

    #[test]
    fn the_icelandic_letter_is_mended() {
        assert_eq!(lookalikes("Ðồng Hỷ, ðất").as_deref(), Some("Đồng Hỷ, đất"));
        assert_eq!(lookalikes("Đồng Hỷ"), None);
    }
}
