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
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !self.text.contains(char::is_lowercase)
    }
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut end = 0;
    for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
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
    fn words_know_what_stands_between() {
        let found = words("UBND tỉnh, Sở Y tế (2024).");
        let shown: Vec<(&str, &str, bool)> = found.iter().map(|w| (w.text, w.gap, w.is_joined())).collect();
        assert_eq!(shown[..3], [("UBND", "", false), ("tỉnh", " ", true), ("Sở", ", ", false)]);
        assert_eq!(found[5].text, "2024");
    }
}
