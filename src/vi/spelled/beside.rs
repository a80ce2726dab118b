//! Words that repeat a figure in front of them: `5.000.000 đồng (Bằng chữ: Năm triệu đồng)`, `15 (mười lăm) ngày`.
//!
//! Whoever signs answers for both, and they must say the same. What is no such pair is left alone, whatever it is: dates,
//! ranges, fractions, foreign money, blanks that somebody fills in by hand.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::vi::spelled::figure::{self, Figure, Unit};
use crate::vi::spelled::grammar::{Beginning, beginning};
use crate::vi::spelled::lexicon::{self, Gap, Unread, Why, Word, digit, misplaced, unread};
use crate::vi::spelled::read::{Reading, after_dong, remarks};
use crate::vi::spelled::write::{Unspelled, cardinal, is_foreign_money};
use crate::vi::text::capitalized;

/// A figure and the words for it. All places are places in the text that was searched.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Beside {
    /// The digits of the figure.
    pub(crate) figure: Range<usize>,
    /// What figure and unit say, money in đồng.
    pub(crate) amount: Decimal,
    /// The words, `đồng` and `chẵn` among them.
    pub(crate) words: Range<usize>,
    /// What the words say, money in đồng; or why they cannot be read.
    pub(crate) says: Result<Reading, Unread>,
    pub(crate) agrees: bool,
    /// What should stand in the place of the words.
    pub(crate) right: Result<String, Unspelled>,
}

/// Finds all such pairs, in order, those that agree among them. A pair whose halves stand on two lines is found where
/// both lines are in the text.
///
/// Words with a label (`Bằng chữ:`, `Viết bằng chữ:`, `Số tiền bằng chữ:`) are always judged. Words in brackets alone
/// are, if they are a number to the last word, and of the same thing as the figure.
pub(crate) fn find(text: &str) -> Vec<Beside> {
    let labelled = text.match_indices(['b', 'B']).filter_map(|(at, _)| labelled(text, at));
    let bracketed = text.match_indices('(').filter_map(|(at, _)| bracketed(text, at));
    let mut found: Vec<Beside> = labelled.chain(bracketed).collect();
    found.sort_by_key(|pair| pair.words.start);
    found
}

/// Words are looked for so far, in bytes.
const FAR: usize = 600;
/// Marks of emphasis, quotes and the no-break space of templates, that may stand around words.
const MARKS: [char; 8] = ['_', '*', '~', '"', '“', '”', '\'', '’'];
/// What may stand between a figure and the label: `5.000.000 đồng; số tiền viết bằng chữ`.
const FILLERS: [&str; 12] = ["số", "tiền", "viết", "ghi", "đọc", "tổng", "cộng", "thành", "giá", "trị", "là", "và"];

fn is_skipped(c: char) -> bool {
    c.is_whitespace() || MARKS.contains(&c)
}

/// What follows a beginning in small letters, blanks being alike.
fn after<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    let mut is_same = |wanted: char| {
        chars.next().is_some_and(|c| if wanted == ' ' { c.is_whitespace() } else { c.to_lowercase().eq([wanted]) })
    };
    wanted.chars().all(&mut is_same).then_some(chars.as_str())
}

fn labelled(text: &str, at: usize) -> Option<Beside> {
    let rest = after(&text[at..], "bằng chữ")?.trim_start_matches(is_skipped);
    let rest = after(rest, "là").unwrap_or(rest).trim_start_matches(is_skipped);
    let (figure_end, is_open) = figure_end(&text[..at]);
    let rest = match rest.strip_prefix([':', '：']) {
        Some(rest) => rest,
        None if is_open => rest,
        None => return None,
    };
    let figure = figure::before(text, figure_end)?;
    // `Biểu 05` above the line, `Bước 2. Số tiền bằng chữ: …`: no amount, unless it is written like one.
    let is_apart = figure.unit == Unit::None && text[figure.at.end..at].contains(['.', ')', '\n']);
    if is_apart && !text[figure.at.clone()].contains(['.', ' ', '\u{a0}', '\u{202f}']) {
        return None;
    }
    let (rest, is_open) =
        rest.trim_start_matches(is_skipped).strip_prefix('(').map_or((rest, is_open), |rest| (rest, true));
    let start = text.len() - rest.len();
    let region = region(text, start, is_open);
    let words = located(region, start);
    let first = words.first()?;
    // A blank to be filled in: `Bằng chữ: ……… đồng`.
    let is_blank = !text[start..first.at.start].chars().all(is_skipped) || after_dong(&words, 0).is_some();
    if is_blank || region.contains(['{', '}', '#', '<', '…']) || is_foreign_money(region) {
        return None;
    }
    Pair { words: without_year(&figure, &words), figure, is_labelled: true }.judge()
}

fn bracketed(text: &str, at: usize) -> Option<Beside> {
    let figure_end = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}', '_', '*', '~']).len();
    let figure = figure::before(text, figure_end).filter(|figure| !figure.is_ordinal())?;
    let region = region(text, at + 1, true);
    if !text[at + 1 + region.len()..].starts_with(')') || is_foreign_money(region) {
        return None;
    }
    let words = located(region, at + 1);
    Pair { words: without_year(&figure, &words), figure, is_labelled: false }.judge()
}

/// Where the figure and its unit end, in front of a label, and whether a bracket opens in between.
fn figure_end(front: &str) -> (usize, bool) {
    let mut rest = front;
    let mut is_open = false;
    for _ in 0..16 {
        rest = rest.trim_end_matches(is_skipped);
        let bare = rest.trim_end_matches([':', ';', ',', '.', '-', '–', '+', '•']);
        let shorter = bare.strip_suffix(['(', '[']);
        is_open |= shorter.is_some();
        let bare = shorter.unwrap_or(bare);
        let word = bare
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + bare[at..].chars().next().map_or(0, char::len_utf8));
        let is_filler = FILLERS.contains(&bare[word..].to_lowercase().as_str());
        let next = if is_filler { &bare[..word] } else { bare };
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    (rest.len(), is_open)
}

/// What can be the words: to the end of the bracket, or of the sentence, or of the paragraph.
fn region(text: &str, start: usize, is_bracket: bool) -> &str {
    let rest = &text[start..];
    let far = (FAR.min(rest.len())..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
    let rest = &rest[..far];
    let ends = |(at, c): &(usize, char)| match c {
        '.' | ';' | ':' | '(' | ')' | '[' | ']' => true,
        // A sentence goes on in the next line with a small letter.
        '\n' if !is_bracket => {
            let next = rest[at + 1..].trim_start_matches([' ', '\t', '\r']);
            !next.starts_with(char::is_lowercase)
        }
        _ => false,
    };
    let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}

fn located(region: &str, start: usize) -> Vec<Word> {
    let mut words = lexicon::words(region);
    for word in &mut words {
        word.at = word.at.start + start..word.at.end + start;
    }
    words
}

/// `năm 2025 (năm hai nghìn …)`: the first word is no five.
fn without_year<'a>(figure: &Figure<'_>, words: &'a [Word]) -> &'a [Word] {
    match words {
        [year, rest @ ..] if figure.before == "năm" && year.letters == "năm" && !rest.is_empty() => rest,
        _ => words,
    }
}

struct Pair<'a> {
    figure: Figure<'a>,
    words: &'a [Word],
    is_labelled: bool,
}

/// How many words belong to the number, `đồng` among them, and what it is.
type Judged = (usize, Result<Beginning, Unread>);

impl Pair<'_> {
    fn judge(&self) -> Option<Beside> {
        let is_money = match self.figure.unit {
            Unit::Money { .. } => true,
            Unit::None if has_dong(self.words) && self.figure.is_name() => return None,
            Unit::None => self.is_labelled && has_dong(self.words),
            Unit::Counted { .. } | Unit::Percent => false,
        };
        let (taken, read) = if is_money { self.money()? } else { self.counted()? };
        let taken = &self.words[..taken];
        let words = taken.first()?.at.start..taken.last()?.at.end;
        let zeros = self.zeros(is_money, &read);
        let amount = times(self.figure.value, zeros)?;
        let agrees = read.as_ref().is_ok_and(|read| self.is_same(read, zeros, has_dong(taken)));
        // `12 hộ (năm)` and `2025 (năm)` say something else.
        let is_word = self.words.len() == 1 && matches!(self.words[0].letters.as_str(), "năm" | "không");
        let is_small = self.figure.unit == Unit::None && self.figure.value < Decimal::ONE_HUNDRED;
        if is_word && !agrees && !self.is_labelled && !is_small {
            return None;
        }
        let says = read.map(|read| Reading {
            value: if agrees { amount } else { read.value },
            remarks: remarks(read.remarks, taken),
        });
        let right = if is_money { self.right_money(taken, amount) } else { cardinal(amount) };
        let is_capital = taken[0].is_capital;
        let right = right.map(|right| if is_capital { capitalized(&right) } else { right });
        Some(Beside { figure: self.figure.at.clone(), amount, words, says, agrees, right })
    }

    /// The amount that the words begin with.
    fn money(&self) -> Option<Judged> {
        let words = self.words;
        // As far as `đồng`, if there is one.
        let to_dong = |from: usize| {
            let found = (from..words.len()).find_map(|at| after_dong(words, at));
            found.unwrap_or(words.len())
        };
        let (read, end) = match beginning(words) {
            Ok(read) => read,
            Err(wrong) => return self.is_labelled.then(|| (to_dong(0), Err(wrong))),
        };
        if let Some(all) = after_dong(words, end) {
            let rest = &words[all..];
            let is_same_rest = || match self.figure.unit {
                Unit::Money { rest: own, .. } => is_named(rest, own),
                _ => rest.is_empty(),
            };
            // Several amounts, or money for something else: `12 triệu đồng/năm (một triệu đồng/tháng)`.
            let is_other = has_dong(rest) || !(self.is_labelled || is_same_rest());
            return (!is_other).then_some((all, Ok(read)));
        }
        if end == words.len() {
            return Some((end, Ok(read)));
        }
        let is_whole = !has_dong(&words[end..]) && self.is_same(&read, self.zeros(true, &Ok(read.clone())), false);
        let why = read.stopped.unwrap_or(Why::Unknown);
        self.is_labelled.then(|| match is_whole {
            true => (end, Ok(read)),
            false => (to_dong(end), Err(unread(words, end, why))),
        })
    }

    /// The number that the words begin with, if it is one of what the figure counts.
    fn counted(&self) -> Option<Judged> {
        let words = self.words;
        let name = match self.figure.unit {
            Unit::Counted { name, .. } => name,
            Unit::Percent => "phần trăm",
            Unit::None | Unit::Money { .. } => "",
        };
        let first = lexicon::words(name).into_iter().next().map(|word| word.letters).unwrap_or_default();
        if first == "năm"
            && let Some(years) = self.years()
        {
            return Some(years);
        }
        let is_unit = |word: &Word| word.letters == first || ABBREVIATED.contains(&(&first, &word.letters));
        // As far as the unit, if there is one behind other words.
        let to_unit = words.iter().skip(1).position(is_unit).map_or(words.len(), |at| at + 1);
        let (read, end) = match beginning(words) {
            Ok(read) => read,
            Err(wrong) => return self.is_labelled.then_some((to_unit, Err(wrong))),
        };
        let rest = &words[end..];
        let Some(next) = rest.first() else { return Some((end, Ok(read))) };
        if !self.is_labelled {
            return is_named(rest, name).then_some((end, Ok(read)));
        }
        let is_number = |word: &Word| digit(&word.letters).is_some() || misplaced(&word.letters).is_some();
        if is_unit(next) || next.gap != Gap::Blank {
            return Some((end, Ok(read)));
        }
        if read.stopped.is_some() || rest.iter().any(is_unit) {
            return Some((to_unit.max(end + 1), Err(unread(words, end, read.stopped.unwrap_or(Why::Unknown)))));
        }
        // `một phần hai`, `năm đến bảy`, and a thing that the figure does not name.
        let is_other = !first.is_empty() || next.letters == "phần" || rest.iter().any(is_number);
        (!is_other).then_some((end, Ok(read)))
    }

    /// In `hai phẩy năm năm` either the decimals are 55, or the last word is the unit.
    fn years(&self) -> Option<Judged> {
        let ends = (1..self.words.len()).filter(|end| self.words[*end].letters == "năm");
        ends.filter_map(|end| beginning(&self.words[..end]).ok().filter(|(_, taken)| *taken == end))
            .find(|(read, _)| self.is_same(read, 0, false))
            .map(|(read, end)| (end, Ok(read)))
    }

    /// How many zeros the unit stands for. A figure without a unit may be counted in any unit of money; so the one is
    /// taken that comes nearest to the words.
    fn zeros(&self, is_money: bool, read: &Result<Beginning, Unread>) -> u32 {
        match (&self.figure.unit, read) {
            (Unit::Money { zeros, .. } | Unit::Counted { zeros, .. }, _) => *zeros,
            (Unit::None, Ok(read)) if is_money => {
                let digits = |value: Decimal| value.trunc().abs().to_string().len();
                let wanted = digits(read.value);
                let distance = |zeros: &u32| {
                    times(self.figure.value, *zeros).map_or(usize::MAX, |value| digits(value).abs_diff(wanted))
                };
                [0, 3, 6, 9].into_iter().min_by_key(distance).unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// Whether any meaning of the words is one of the figure. Without `đồng` they may also be in the figure's own unit.
    fn is_same(&self, read: &Beginning, zeros: u32, is_dong: bool) -> bool {
        let own = [Some(self.figure.value), self.figure.other];
        let amounts = own.iter().flatten().flat_map(|value| {
            let plain = if is_dong { None } else { Some(*value) };
            [times(*value, zeros), plain]
        });
        amounts.flatten().any(|amount| amount == read.value || Some(amount) == read.other)
    }

    fn right_money(&self, taken: &[Word], amount: Decimal) -> Result<String, Unspelled> {
        if !amount.fract().is_zero() {
            return Err(Unspelled::NotWholeDong);
        }
        let is_exact = taken.last().is_some_and(|word| matches!(word.letters.as_str(), "chẵn" | "tròn"));
        let dong = if self.is_labelled || has_dong(taken) { " đồng" } else { "" };
        Ok(format!("{}{dong}{}", cardinal(amount.trunc())?, if is_exact { " chẵn" } else { "" }))
    }
}

/// Units that figures abbreviate, and the first word of their names.
const ABBREVIATED: [(&str, &str); 12] = [
    ("ha", "héc"),
    ("ha", "hecta"),
    ("ha", "hec"),
    ("m2", "mét"),
    ("m²", "mét"),
    ("m3", "mét"),
    ("m³", "mét"),
    ("m", "mét"),
    ("km", "ki"),
    ("km", "kilômét"),
    ("kg", "ki"),
    ("kg", "kilôgam"),
];

fn has_dong(words: &[Word]) -> bool {
    words.iter().any(|word| word.letters == "đồng")
}

/// Whether words are this name and nothing else.
fn is_named(found: &[Word], name: &str) -> bool {
    lexicon::words(name).iter().map(|word| &word.letters).eq(found.iter().map(|word| &word.letters))
}

fn times(value: Decimal, zeros: u32) -> Option<Decimal> {
    match zeros {
        0 => Some(value),
        1..=21 => value.checked_mul(Decimal::from(10u128.pow(zeros))).map(|value| value.normalize()),
        _ => None,
    }
}
