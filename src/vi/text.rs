//! Text as people mean it: composed, clean, safe to show.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Unicode NFC (TCVN 6909:2001 leaves the choice of form; one must be chosen).
pub(crate) fn compose(text: &str) -> Cow<'_, str> {
    // Nothing of Latin, nor the letters of Vietnamese, is ever written otherwise in this form; the tables know the rest.
    let is_composed = |c: char| c < '\u{300}' || ('\u{1ea0}'..='\u{1ef9}').contains(&c);
    if text.chars().all(is_composed) || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Unicode NFC, without the zero-width and control characters that are never printed.
///
/// Line breaks inside the text are kept as `\n`; outer blanks go, and of several in a row one stays.
pub fn clean(text: &str) -> String {
    let composed = compose(text);
    let mut kept = String::with_capacity(composed.len());
    for c in composed.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|&c| c == '\n' || is_printed(c)) {
        if is_blank(c) && kept.ends_with(is_blank) {
            continue;
        }
        if c == '\n' {
            kept.truncate(kept.trim_end_matches(is_blank).len());
        }
        if !(is_blank(c) && kept.ends_with('\n')) {
            kept.push(c);
        }
    }
    kept.trim_matches(|c| c == '\n' || is_blank(c)).to_owned()
}

/// A blank within a line, of any width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

pub(crate) fn is_printed(c: char) -> bool {
    !(c.is_control() || is_invisible(c) || is_private(c))
}

/// Characters of no width: joiners, marks of direction, the byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text that changes nothing around it where it is quoted: a visible sign stands where control characters, line
/// ends and marks of direction are, with which a value could pretend to be a line of the report.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    let acts = |c: char| {
        (c.is_control() && c != '\t')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if acts(c) { '\u{fffd}' } else { c }).collect())
}

/// A character that changes what is printed around it, or is printed differently everywhere, without being seen where it
/// stands: control characters but the tab, marks of direction, ends of lines and paragraphs, characters for private use,
/// and those that Unicode assigns to nobody (TUS 23.7).
pub(crate) fn acts_unseen(c: char) -> bool {
    // Nearly all that is ever asked about.
    if matches!(c, ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}') {
        return false;
    }
    let code = u32::from(c);
    let is_nobody = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    let is_private = is_private(c) || code >= 0xf_0000;
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_private || is_nobody || turns || (c.is_control() && c != '\t')
}

/// Private-use characters have no agreed form; the templates' own marks are among them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// At most `most` characters of a text.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// At most `most` characters of a text, and a sign where there is more of it.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let kept = beginning(text, most);
    if kept.len() < text.len() { kept + "…" } else { kept }
}

/// `KẾ HOẠCH` → `Kế hoạch`: a name typed in capitals throughout, as it stands inside of a sentence; of others only the
/// first letter becomes a capital.
pub(crate) fn as_name(text: &str) -> String {
    let is_shouted = !text.chars().any(char::is_lowercase);
    let mut chars = text.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &if is_shouted { chars.as_str().to_lowercase() } else { chars.as_str().to_owned() }
}

/// The length of the longest stretch in which no line can be broken, in characters, and that stretch.
pub(crate) fn longest_word(text: &str) -> (usize, &str) {
    let ends = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
    let words = text.split(ends).map(|word| (word.chars().count(), word));
    words.max_by_key(|(length, _)| *length).unwrap_or_default()
}

/// So many characters may stand together without a blank. Names of the longest documents and addresses on the network
/// are shorter; what is longer, no line can hold.
pub(crate) const MAX_WORD: usize = 300;

/// `năm triệu đồng` → `Năm triệu đồng`: words that begin a sentence.
pub(crate) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// `Kế hoạch` → `kế hoạch`: a name taken into the middle of a sentence.
pub(crate) fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!(beginning("Đồng Hỷ", 4), "Đồng");
        assert_eq!(shortened("Đồng Hỷ", 4), "Đồng…");
        assert_eq!(shortened("Đồng Hỷ", 7), "Đồng Hỷ");
    }

    #[test]
    fn names_in_capitals_are_names_like_others() {
        assert_eq!(as_name("KẾ HOẠCH"), "Kế hoạch");
        assert_eq!(as_name("ĐỀ ÁN"), "Đề án");
        assert_eq!(as_name("Kế hoạch"), "Kế hoạch");
        assert_eq!(as_name("đề án"), "Đề án");
        assert_eq!(as_name("Thông báo UBND"), "Thông báo UBND");
    }

    #[test]
    fn words_end_where_lines_can() {
        assert_eq!(longest_word("xã Tân\u{a0}Lập"), (7, "Tân\u{a0}Lập"));
        assert_eq!(longest_word(""), (0, ""));
    }

    #[test]
    fn control_characters_and_odd_blanks_go() {
        assert_eq!(clean("\u{feff} a\r\nb\u{7} "), "a\nb");
        assert_eq!(clean("a\tb  c\u{a0}d \n  e\u{2003}"), "a b c\u{a0}d\ne");
    }
}
