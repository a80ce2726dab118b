//! What stands behind a figure on the page: its unit a second time, another unit, another figure.
//!
//! Only what the templates have made of it tells: emphasis, a comment, the end of a condition, a macro may come between.

use crate::product::prose::marked_text::{self, Mark};
use crate::product::prose::values::engine::Engine;
use crate::product::prose::values::outcome;
use crate::vi::text::compose;
use crate::vi::units;

/// So many characters are looked at: more than any unit has.
const MOST: usize = 32;

impl Engine {
    /// A percentage prints its own sign; an amount is followed by no unit but its own; between two data stands a sign.
    pub(crate) fn look_behind(&self, marked: &str) {
        let pieces = marked_text::pieces(marked);
        for (index, piece) in pieces.iter().enumerate() {
            let Mark::Datum { key, text } = piece else { continue };
            let Some((at, own)) = marked_text::place(key) else { continue };
            if let Some(word) = index.checked_sub(1).and_then(|before| direction(&pieces[before]))
                && text.starts_with(['-', '−'])
            {
                self.fault(at, outcome::direction(text, word));
            }
            let (behind, next) = following(&pieces[index + 1..]);
            if let Some((next, other)) = next {
                let is_word = |c: char| c.is_alphanumeric() || c == '%';
                if text.ends_with(is_word) && other.starts_with(is_word) {
                    let at = marked_text::place(next).map_or(at, |(at, _)| at);
                    self.fault(at, outcome::glued(text, other));
                }
                continue;
            }
            if text.ends_with('%') {
                if let Some(second) = units::percent_at_start(&behind) {
                    self.fault(at, outcome::unit(true, text, "%", second));
                }
            } else if let Some(unit) = unit_printed(text)
                && let Some(rest) = behind.strip_prefix(unit)
                && !rest.starts_with(char::is_alphanumeric)
            {
                self.fault(at, outcome::unit_again(text, unit));
            } else if !own.is_empty()
                && let Some(unit) = units::money_at_start(&behind)
                && units::is_money(own)
                && !units::same(own, unit)
            {
                self.fault(at, outcome::unit(false, text, own, unit));
            }
        }
    }
}

/// The word that says in which direction a figure goes, where it stands right before it.
fn direction(before: &Mark<'_>) -> Option<&'static str> {
    let Mark::Prose(prose) = before else { return None };
    let mut words = prose.trim_end_matches(['*', '_', ' ']).rsplit([' ', '\n', '*', '_', '(']);
    let mut word = || words.next().map(str::to_lowercase).unwrap_or_default();
    let last = word();
    let told = if matches!(last.as_str(), "thêm" | "khoảng" | "được") { word() } else { last };
    ["tăng", "giảm"].into_iter().find(|known| *known == told)
}

/// The unit that a change prints itself: `hộ` of `tăng 10 hộ`.
fn unit_printed(text: &str) -> Option<&str> {
    let amount = text.strip_prefix("tăng ").or_else(|| text.strip_prefix("giảm "))?;
    let (number, unit) = amount.split_once(' ')?;
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(unit)
}

/// The words of the same paragraph, without emphasis; instead of them the datum that follows without any.
fn following<'a>(pieces: &[Mark<'a>]) -> (String, Option<(&'a str, &'a str)>) {
    let mut words = String::new();
    for piece in pieces {
        match piece {
            Mark::Prose(prose) => {
                let mut chars = prose.char_indices();
                while let Some((at, c)) = chars.next() {
                    match c {
                        '*' | '_' => {}
                        '\\' => words.extend(chars.next().map(|(_, c)| c)),
                        '\n' if prose[at + 1..].trim_start_matches([' ', '\r']).starts_with('\n') => {
                            return done(&words);
                        }
                        c => words.push(c),
                    }
                    if words.len() > 4 * MOST {
                        return done(&words);
                    }
                }
            }
            Mark::Datum { key, text } if words.is_empty() => return (words, Some((key, text))),
            Mark::Datum { .. } => break,
        }
    }
    done(&words)
}

fn done<'a>(words: &str) -> (String, Option<(&'a str, &'a str)>) {
    let composed = compose(words.trim_start());
    (composed.split_whitespace().collect::<Vec<_>>().join(" "), None)
}
