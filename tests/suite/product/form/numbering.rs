//! Numbers of the levels and of the documents cited: F-36, F-37, F-42 to F-44, F-48.

use super::body::opening;
use super::findings::Findings;
use super::parts::Parts;
use crate::support::layout::Block;

/// What stands before the text of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Label {
    Roman(usize),
    Number(usize),
    Sub(usize, usize),
    Letter(char),
}

const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

pub fn label(text: &str) -> Option<Label> {
    let first = text.split(' ').next()?;
    if let Some(letter) = first.strip_suffix(')') {
        let mut letters = letter.chars();
        let letter = letters.next().filter(|c| c.is_lowercase())?;
        return letters.next().is_none().then_some(Label::Letter(letter));
    }
    let number = first.strip_suffix('.')?;
    if let Some(index) = ROMAN.iter().position(|roman| *roman == number) {
        return Some(Label::Roman(index + 1));
    }
    match number.split_once('.') {
        Some((above, own)) => Some(Label::Sub(above.parse().ok()?, own.parse().ok()?)),
        None => Some(Label::Number(number.parse().ok()?)),
    }
}

/// The numbers that have been counted so far.
#[derive(Debug, Default)]
struct Count {
    roman: usize,
    number: usize,
    sub: usize,
}

impl Count {
    /// Takes the next label; whether it was due.
    fn take(&mut self, label: Label) -> bool {
        let due = match label {
            Label::Roman(n) => n == self.roman + 1,
            Label::Number(n) => n == self.number + 1,
            Label::Sub(above, own) => above == self.number && own == self.sub + 1,
            Label::Letter(_) => true,
        };
        match label {
            Label::Roman(roman) => *self = Self { roman, ..Self::default() },
            Label::Number(number) => *self = Self { number, sub: 0, ..*self },
            Label::Sub(_, sub) => self.sub = sub,
            Label::Letter(_) => {}
        }
        due
    }
}

pub fn sequences(parts: &Parts, found: &mut Findings) {
    let mut count = Count::default();
    for block in parts.body() {
        if let Some(label) = label(&block.text()) {
            found.holds(count.take(label), block.first(), "the number is not the next one of its level");
        }
    }
    found.claim(count.roman > 1, || "the sections are not numbered I, II, ...".to_owned());
}

/// As published: a, b, c, d, e. With "đ" after "d" it would follow the decree, and this check would say so.
pub fn letters(parts: &Parts, found: &mut Findings) {
    let mut due = 'a';
    for block in parts.body() {
        match label(&block.text()) {
            Some(Label::Letter(letter)) => {
                found.holds(letter == due, block.first(), "the letter is not the next of a, b, c, d, e");
                due = char::from_u32(letter as u32 + 1).unwrap_or('a');
            }
            Some(_) => due = 'a',
            None => {}
        }
    }
}

/// "Phần I", "Chương I", "Mục 1" on a line of its own.
pub fn no_chapters(parts: &Parts, found: &mut Findings) {
    no_word(parts, found, &["Phần ", "Chương "]);
}

pub fn no_section_words(parts: &Parts, found: &mut Findings) {
    no_word(parts, found, &["Mục ", "Tiểu mục "]);
}

fn no_word(parts: &Parts, found: &mut Findings, words: &[&str]) {
    for block in parts.body() {
        let text = block.text();
        let number = words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or_default();
        let alone = !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric());
        found.holds(!alone, block.first(), "a line with such a word and a number stands here");
    }
}

/// The numbers of documents in a paragraph, with the words after each.
fn citations(text: &str) -> Vec<(String, &str)> {
    let is_number = |word: &str| {
        let capital = word.contains('-') && word.chars().any(char::is_uppercase);
        capital && word.contains('/') && word.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_number(bare) {
            found.push((bare.to_owned(), after));
        }
        rest = after;
    }
    found
}

/// As published: one number stands without the word "số"; everything else of a full citation is there.
pub fn legal_basis(parts: &Parts, found: &mut Findings) {
    let basis: Vec<&Block> = opening(parts).into_iter().filter(|block| block.text().starts_with("Căn cứ")).collect();
    let mut bare = 0;
    for block in &basis {
        let text = block.text();
        for (number, after) in citations(&text) {
            found.holds(after.starts_with("ngày "), block.first(), &format!("{number} is cited without its date"));
            let next = after.split(';').next().unwrap_or_default();
            found.holds(next.contains(" của "), block.first(), &format!("{number} is cited without its issuer"));
            bare += usize::from(!text.contains(&format!("số {number}")));
        }
    }
    found.claim(bare == 1, || format!("{bare} numbers stand without “số”; the published text has one"));
}

/// As published: the first mention of a document is full, and so are later ones.
pub fn references(parts: &Parts, found: &mut Findings) {
    let mut seen: Vec<String> = Vec::new();
    let mut repeated = 0;
    for block in parts.body() {
        let text = block.text();
        for (number, after) in citations(&text) {
            let dated = after.starts_with("ngày ");
            if seen.contains(&number) {
                repeated += usize::from(dated);
            } else {
                found.holds(dated, block.first(), &format!("{number} is first cited without its date"));
                found.holds(
                    text.contains(" của "),
                    block.first(),
                    &format!("{number} is first cited without its issuer"),
                );
                seen.push(number);
            }
        }
    }
    found.claim(repeated > 0, || "later mentions no longer repeat the date".to_owned());
}
