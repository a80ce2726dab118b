//! Words as the rules of the form compare them: neither case, punctuation nor the place of a tone mark matters.

use std::cell::RefCell;
use std::collections::HashMap;

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
        let mut joined = " ".to_owned();
        for word in words {
            // Without marks it is its own key already.
            if word.is_ascii() {
                joined.push_str(word)
            } else {
                joined.push_str(&matching::key(word))
            }
            joined.push(' ');
        }
        Self(joined)
    }

    /// Whether it begins with these words.
    pub(crate) fn begin(&self, phrase: &'static str) -> bool {
        with_folded(phrase, |folded| self.0.starts_with(folded))
    }

    /// Whether it begins with any of these words.
    pub(crate) fn begin_any(&self, phrases: &[&'static str]) -> bool {
        phrases.iter().any(|phrase| self.begin(phrase))
    }

    /// Whether these words stand in it.
    pub(crate) fn hold(&self, phrase: &'static str) -> bool {
        with_folded(phrase, |folded| self.0.contains(folded))
    }

    /// Which of these words stand in it first named.
    pub(crate) fn held(&self, phrases: &[&'static str]) -> Option<&'static str> {
        phrases.iter().copied().find(|phrase| self.hold(phrase))
    }

    /// Whether it is these words and nothing else.
    pub(crate) fn are(&self, phrase: &'static str) -> bool {
        with_folded(phrase, |folded| self.0 == folded)
    }

    /// Whether it begins with those of another text.
    pub(crate) fn begin_as(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Whether those of another text stand in it.
    pub(crate) fn hold_all_of(&self, other: &Self) -> bool {
        self.0.contains(&other.0)
    }

    /// What follows these words.
    pub(crate) fn behind(&self, phrase: &'static str) -> Option<Self> {
        with_folded(phrase, |folded| {
            let at = self.0.find(folded)? + folded.len() - 1;
            Some(Self(self.0[at..].to_owned()))
        })
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// A phrase of the rules as [`Words`] compares it. Each is asked of every line of a document, and there are hundreds.
fn with_folded<T>(phrase: &'static str, ask: impl FnOnce(&str) -> T) -> T {
    thread_local!(static FOLDED: RefCell<HashMap<&'static str, Words>> = RefCell::new(HashMap::new()));
    FOLDED.with_borrow_mut(|folded| ask(&folded.entry(phrase).or_insert_with(|| Words::of(phrase)).0))
}

/// The letters without any of their marks: `QyĐ` → `QYD`.
pub(crate) fn bare(text: &str) -> String {
    let plain = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    plain.map(|c| if matches!(c, 'đ' | 'Đ') { 'd' } else { c }).collect::<String>().to_uppercase()
}
