//! Words as the rules of the form compare them: neither case, punctuation nor the place of a tone mark matters.

use unicode_normalization::UnicodeNormalization;

use crate::vi::matching;

/// The words of a text, each between blanks: `UBND các huyện, thành phố` → ` ubnd các huyện thành phố `.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words(String);

impl Words {
    /// Of a text.
    pub(crate) fn of(text: &str) -> Self {
        let folded = matching::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.fold(" ".to_owned(), |words, word| words + &matching::key(word) + " "))
    }

    /// Whether it begins with these words.
    pub(crate) fn begin(&self, phrase: &str) -> bool {
        self.0.starts_with(&Self::of(phrase).0)
    }

    /// Whether it begins with any of these words.
    pub(crate) fn begin_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.begin(phrase))
    }

    /// Whether these words stand in it.
    pub(crate) fn hold(&self, phrase: &str) -> bool {
        self.0.contains(&Self::of(phrase).0)
    }

    /// Which of these words stand in it first named.
    pub(crate) fn held<'a>(&self, phrases: &[&'a str]) -> Option<&'a str> {
        phrases.iter().copied().find(|phrase| self.hold(phrase))
    }

    /// Whether it is these words and nothing else.
    pub(crate) fn are(&self, phrase: &str) -> bool {
        self.0 == Self::of(phrase).0
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// The letters without any of their marks: `QyĐ` → `QYD`.
pub(crate) fn bare(text: &str) -> String {
    let plain = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    plain.map(|c| if matches!(c, 'đ' | 'Đ') { 'd' } else { c }).collect::<String>().to_uppercase()
}
