//! How words make a number: groups of three with falling scales, `phẩy`, decimals.

use rust_decimal::Decimal;

use crate::vi::spelled::lexicon::{Gap, MOST_WORDS, Remark, Unread, Why, Word, digit, misplaced, scale, unread};
use crate::vi::spelled::write::GREATEST;

/// A number that words begin with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Beginning {
    pub(crate) value: Decimal,
    /// What it is if the last scale belongs to the decimals: `một phẩy năm nghìn` is 1.500, or 1,5000.
    pub(crate) other: Option<Decimal>,
    /// Why the next word does not belong to it, where that is a word of numbers.
    pub(crate) stopped: Option<Why>,
    pub(crate) remarks: Vec<Remark>,
}

/// Reads the number that words begin with, and how many words it takes.
pub(crate) fn beginning(words: &[Word]) -> Result<(Beginning, usize), Unread> {
    if words.len() > MOST_WORDS {
        return Err(unread(words, 0, Why::TooLarge));
    }
    let is_negative = words.first().is_some_and(|word| matches!(word.letters.as_str(), "âm" | "trừ"));
    let mut cursor = Cursor { words, next: usize::from(is_negative), stopped: None, remarks: Vec::new() };
    let whole = cursor.whole()?;
    let mut read = match cursor.peek() {
        Some("phẩy") => cursor.after_comma(whole)?,
        _ => Beginning { value: exact(whole, "").ok_or_else(|| unread(words, 0, Why::TooLarge))?, ..EMPTY },
    };
    if is_negative {
        read.value = -read.value;
        read.other = read.other.map(|other| -other);
    }
    Ok((Beginning { stopped: cursor.stopped, remarks: cursor.remarks, ..read }, cursor.next))
}

const EMPTY: Beginning = Beginning { value: Decimal::ZERO, other: None, stopped: None, remarks: Vec::new() };

/// Digits before and after the comma; none if there is no room for them.
fn exact(whole: u128, decimals: &str) -> Option<Decimal> {
    Decimal::from_str_exact(&format!("{whole}.{decimals}")).ok()
}

/// Goes through words, as far as they are one number.
struct Cursor<'a> {
    words: &'a [Word],
    next: usize,
    stopped: Option<Why>,
    remarks: Vec<Remark>,
}

impl Cursor<'_> {
    /// The word so many places ahead, if nothing but blanks is in front of it.
    fn ahead(&self, places: usize) -> Option<&str> {
        let word = self.words.get(self.next + places)?;
        let is_near = self.next + places == 0 || word.gap == Gap::Blank;
        is_near.then_some(word.letters.as_str())
    }

    fn peek(&self) -> Option<&str> {
        self.ahead(0)
    }

    /// Whether a number can begin here: with a digit or with `mười`.
    fn begins(&self) -> bool {
        self.peek().is_some_and(|word| digit(word).is_some() || word == "mười")
    }

    fn fail<T>(&self, at: usize, why: Why) -> Result<T, Unread> {
        Err(unread(self.words, at, why))
    }

    /// A whole number: groups of three with falling scales, and all of them times `tỷ` wherever it stands.
    fn whole(&mut self) -> Result<u128, Unread> {
        let (mut total, mut part, mut above) = (0u128, 0u128, u32::MAX);
        let mut is_first = true;
        while let Some((start, group)) = self.group(is_first)? {
            let zeros = self.peek().and_then(scale).filter(|zeros| *zeros < 9).unwrap_or(0);
            if zeros >= above || (group == 0 && (zeros > 0) == is_first) {
                return self.fail(start, Why::Order);
            }
            self.next += usize::from(zeros > 0);
            part += group * 10u128.pow(zeros);
            (above, is_first) = (zeros, false);
            while self.peek().and_then(scale) == Some(9) {
                let is_repeated = part == 0 && above == u32::MAX;
                total = (total + part) * 1_000_000_000;
                match total {
                    0 => return self.fail(self.next, Why::Order),
                    _ if total <= GREATEST => {}
                    // `một nghìn tỷ hai trăm ba mươi tỷ` means less than it says.
                    _ => return self.fail(self.next, if is_repeated { Why::TooLarge } else { Why::Order }),
                }
                (part, above) = (0, u32::MAX);
                self.next += 1;
            }
            if self.peek().and_then(scale).is_some() {
                return self.fail(self.next, Why::Order);
            }
            if above == 0 {
                break;
            }
        }
        if self.stopped.is_none() {
            self.stopped = self.peek().and_then(misplaced);
        }
        if total + part > GREATEST { self.fail(0, Why::TooLarge) } else { Ok(total + part) }
    }

    /// Up to three digits, and the place of their first word; one that follows on another must say its hundreds, or that
    /// it is empty (`không nghìn`).
    fn group(&mut self, is_first: bool) -> Result<Option<(usize, u128)>, Unread> {
        let start = self.next;
        let Some(word) = self.words.get(start) else {
            return if is_first { self.fail(start, Why::Ends) } else { Ok(None) };
        };
        let is_near = start == 0 || word.gap == Gap::Blank || (word.gap == Gap::Comma && !is_first);
        let begun = if word.letters == "mười" { Some(10) } else { digit(&word.letters) };
        let Some(begun) = begun.filter(|_| is_near) else {
            if is_first {
                return self.fail(start, misplaced(&word.letters).unwrap_or(Why::Unknown));
            }
            let is_short = is_near && matches!(word.letters.as_str(), "linh" | "lẻ");
            self.stopped = is_short.then_some(Why::NoHundreds);
            return Ok(None);
        };
        let after = self.ahead(1);
        if begun < 10 && after == Some("trăm") {
            if begun == 0 && is_first {
                return self.fail(start, Why::Order);
            }
            self.next += 2;
            return Ok(Some((start, begun * 100 + self.below_hundred()?)));
        }
        let is_empty = begun == 0 && after.and_then(scale).is_some_and(|zeros| zeros < 9);
        if !(is_first || is_empty) {
            // Behind a comma something else may begin: `mười triệu, hai hộ`.
            self.stopped = (word.gap == Gap::Blank).then_some(Why::NoHundreds);
            return Ok(None);
        }
        if begun == 10 || after == Some("mươi") {
            return Ok(Some((start, self.tens()?)));
        }
        self.next += 1;
        Ok(Some((start, begun)))
    }

    /// What follows on `trăm`: nothing, `linh` and a digit, or tens.
    fn below_hundred(&mut self) -> Result<u128, Unread> {
        match self.peek() {
            Some("linh" | "lẻ") => {
                let at = self.next + 1;
                let ones = match self.ahead(1) {
                    None => return self.fail(at, Why::Ends),
                    Some("tư") => {
                        self.remark(at, "bốn");
                        4
                    }
                    Some("mốt") => return self.fail(at, Why::Form("một")),
                    Some("lăm" | "nhăm") => return self.fail(at, Why::Form("năm")),
                    Some(word) => match digit(word) {
                        Some(ones @ 1..) => ones,
                        _ => return self.fail(at, misplaced(word).unwrap_or(Why::Unknown)),
                    },
                };
                self.remark_digit(at);
                self.next += 2;
                Ok(ones)
            }
            Some("mười") => self.tens(),
            Some(word) if digit(word).is_some() && self.ahead(1) == Some("mươi") => self.tens(),
            // `một trăm năm` is heard as 150 and as 105, and may be a hundred years.
            Some(word) if digit(word).is_some() || ONES.contains(&word) => {
                self.stopped = Some(Why::Spoken);
                Ok(0)
            }
            _ => Ok(0),
        }
    }

    /// `mười` or `hai mươi`, and the digit behind it.
    fn tens(&mut self) -> Result<u128, Unread> {
        let is_ten = self.peek() == Some("mười");
        let tens = if is_ten { 1 } else { self.peek().and_then(digit).unwrap_or(0) };
        match tens {
            0 => return self.fail(self.next, Why::Order),
            1 if !is_ten => return self.fail(self.next, Why::Form("mười")),
            _ => self.remark_digit(self.next),
        }
        self.next += if is_ten { 1 } else { 2 };
        // What has another form may be another word: `mười năm` is ten years.
        let ones = match (self.peek(), is_ten) {
            (Some("lăm"), _) => Ok(5),
            (Some("nhăm"), _) => {
                self.remark(self.next, "lăm");
                Ok(5)
            }
            (Some("năm"), _) => Err(Why::Form("lăm")),
            (Some("mốt"), false) => Ok(1),
            (Some("tư"), false) => Ok(4),
            (Some("một"), false) => Err(Why::Form("mốt")),
            (Some("mốt"), true) => Err(Why::Form("một")),
            (Some("tư"), true) => Err(Why::Form("bốn")),
            (Some("không"), _) => Err(Why::Order),
            (word, _) => Ok(word.and_then(digit).unwrap_or(0)),
        };
        match ones {
            Ok(0) => {}
            Ok(_) => {
                self.remark_digit(self.next);
                self.next += 1;
            }
            Err(why) => self.stopped = Some(why),
        }
        Ok(tens * 10 + ones.unwrap_or(0))
    }

    /// The decimals, and scales behind them: one by one, as a group of three, or zeros and a number.
    fn after_comma(&mut self, whole: u128) -> Result<Beginning, Unread> {
        let comma = self.next;
        self.next += 1;
        let mut digits = String::new();
        let is_part =
            |word: Option<&str>| word.is_some_and(|word| matches!(word, "mươi" | "trăm") || scale(word).is_some());
        while let Some(ones) = self.peek().and_then(digit).filter(|_| !is_part(self.ahead(1))) {
            digits.push_str(&ones.to_string());
            self.remark_digit(self.next);
            self.next += 1;
        }
        let (mut zeros, mut all) = (0, digits.clone());
        let is_zeros = digits.bytes().all(|digit| digit == b'0');
        let is_single = self.ahead(1).and_then(scale).is_some();
        if digits.is_empty() && self.peek() == Some("không") && self.ahead(1) == Some("trăm") {
            let (_, group) = self.group(false)?.unwrap_or_default();
            digits = format!("{group:03}");
            all.clone_from(&digits);
            zeros = self.scales();
            all.push_str(&"0".repeat(zeros as usize));
        } else if self.begins() && (is_zeros || is_single) {
            let start = self.next;
            let number = self.whole()?;
            let is_scale = |word: &&Word| scale(&word.letters).is_some();
            let behind = self.words[start..self.next].iter().rev().take_while(is_scale).count();
            zeros = self.words[self.next - behind..self.next].iter().filter_map(|word| scale(&word.letters)).sum();
            let is_inner = self.words[start..self.next - behind].iter().any(|word| is_scale(&word));
            if (zeros > 0 && is_inner) || (zeros == 0 && !is_zeros) {
                return self.fail(start, Why::Order);
            }
            all.push_str(&number.to_string());
            digits.push_str(&(number / 10u128.pow(zeros)).to_string());
        } else if digits.is_empty() {
            let why = self.peek().map_or(Why::Ends, |word| misplaced(word).unwrap_or(Why::Unknown));
            return self.fail(comma + 1, why);
        }
        self.stopped = self.stopped.or(self.peek().and_then(misplaced));
        let value = exact(whole, &digits).and_then(|value| value.checked_mul(Decimal::from(10u128.pow(zeros))));
        let other = if zeros > 0 { exact(whole, &all) } else { None };
        let Some(value) = value.filter(|value| value.trunc() <= Decimal::from(GREATEST)) else {
            return self.fail(comma, Why::TooLarge);
        };
        Ok(Beginning { value, other, ..EMPTY })
    }

    /// How many zeros the scales that follow stand for: `triệu`, `nghìn tỷ`.
    fn scales(&mut self) -> u32 {
        let mut zeros = 0;
        while let Some(more) = self.peek().and_then(scale).filter(|more| (*more == 9 || zeros == 0) && zeros < 18) {
            zeros += more;
            self.next += 1;
        }
        zeros
    }

    fn remark(&mut self, at: usize, written: &'static str) {
        self.remarks.push(Remark::Spoken { at: self.words[at].at.clone(), written });
    }

    fn remark_digit(&mut self, at: usize) {
        if self.words[at].letters == "bẩy" {
            self.remark(at, "bảy");
        }
    }
}

/// Forms of digits that only stand behind `mười`, `mươi` or, wrongly, elsewhere.
const ONES: [&str; 4] = ["mốt", "tư", "lăm", "nhăm"];
