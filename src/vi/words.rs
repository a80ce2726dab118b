//! A text taken apart into words, each knowing what stands before it.

/// A run of letters and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Bytes before it in the text.
    pub(crate) at: usize,
    pub(crate) text: &'a str,
    /// What stands between the word before and this one.
    pub(crate) gap: &'a str,
}

impl Word<'_> {
    /// Where it ends, in bytes.
    pub(crate) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it goes on where the word before stopped: nothing but a blank between them.
    pub(crate) fn is_joined(&self) -> bool {
        matches!(self.gap, " " | "\u{a0}")
    }

    /// `Ban`, `BAN`: its first letter is a capital.
    pub(crate) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// `BAN`: two letters or more, none of them small.
    pub(crate) fn is_all_capitals(&self) -> bool {
        !self.text.contains(char::is_lowercase) && self.text.chars().filter(|c| c.is_alphabetic()).count() > 1
    }
}

/// Whether it is a letter or digit. Tables of all of Unicode are asked only for what is no Vietnamese letter: a plan has
/// a hundred thousand characters, and each is looked at several times.
pub(crate) fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => true,
        _ => c.is_alphanumeric(),
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = 0;
    for run in text.split(|c: char| !is_of_word(c)).filter(|run| !run.is_empty()) {
        let at = run.as_ptr() as usize - text.as_ptr() as usize;
        words.push(Word { at, text: run, gap: &text[end..at] });
        end = at + run.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn words_know_what_stands_between() {
        let found = words("UBND tỉnh, Sở Y tế (2024).");
        let shown: Vec<(&str, &str, bool)> = found.iter().map(|w| (w.text, w.gap, w.is_joined())).collect();
        assert_eq!(shown[..3], [("UBND", "", false), ("tỉnh", " ", true), ("Sở", ", ", false)]);
        assert_eq!(found[5].text, "2024");
    }
}
