//! Numbers typed as text: every form that people type, and anything else.

use rust_decimal::Decimal;
use vanban::vi::numbers::{self, Grouping};
use vanban::vi::typed_number::{Typed, TypedNumber, read};

/// Text → what it is without declared decimals: `value/decimals`, `decimal or whole`, or the reason.
const VECTORS: &[(&str, &str)] = &[
    // Groups of three, with points or any kind of blank.
    ("2.710", "2710/0"),
    ("28 403", "28403/0"),
    ("28\u{a0}403", "28403/0"),
    ("28\u{202f}403", "28403/0"),
    ("28\u{2007}403", "28403/0"),
    ("28\u{3000}403", "28403/0"),
    ("1.250.000.000", "1250000000/0"),
    ("1.234.567,89", "1234567.89/2"),
    ("１２．３４５", "12345/0"),
    ("\u{feff}2\u{200b}.710\u{200e}", "2710/0"),
    ("  2.710 \u{a0}", "2710/0"),
    ("\t2.710\n", "2710/0"),
    ("'2710", "2710/0"),
    ("1 000,5", "1000.5/1"),
    ("1 234 567,125", "1234567.125/3"),
    ("2024", "2024/0"),
    ("0", "0/0"),
    ("12345678", "12345678/0"),
    // Signs.
    ("(1.234)", "-1234/0"),
    ("( 5,5 )", "-5.5/1"),
    ("(7,12)%", "-7.12/2 %"),
    ("−5,5", "-5.5/1"),
    ("-5,5", "-5.5/1"),
    ("–5,5", "-5.5/1"),
    ("‑5", "-5/0"),
    ("－５", "-5/0"),
    ("-0", "0/0"),
    // Decimals.
    ("0,07", "0.07/2"),
    ("0,070", "0.07/3"),
    ("1.234,5", "1234.5/1"),
    ("1.234,567", "1234.567/3"),
    ("1234,567", "1234.567/3"),
    ("1,2345", "1.2345/4"),
    // What follows.
    ("7,12%", "7.12/2 %"),
    ("12 %", "12/0 %"),
    ("１２％", "12/0 %"),
    ("35.000 đ", "35000/0 [đ]"),
    ("35.000đ", "35000/0 [đ]"),
    ("35.000 ₫", "35000/0 [₫]"),
    ("12,5 ha", "12.5/1 [ha]"),
    ("1,5 triệu  đồng", "1.5/1 [triệu đồng]"),
    ("1,5 trie\u{323}\u{302}u đồng", "1.5/1 [triệu đồng]"),
    ("12 m²", "12/0 [m²]"),
    ("12 m2", "12/0 [m2]"),
    ("5 tấn/ha", "5/0 [tấn/ha]"),
    ("0,5‰", "0.5/1 [‰]"),
    ("5x", "5/0 [x]"),
    // Marks and blanks.
    ("-", "Mark"),
    ("–", "Mark"),
    ("—", "Mark"),
    ("−", "Mark"),
    ("--", "Mark"),
    ("…", "Mark"),
    ("...", "Mark"),
    ("", "Blank"),
    ("   ", "Blank"),
    ("\u{a0}\u{200b}\u{3000}", "Blank"),
    ("'", "Blank"),
    // Two meanings.
    ("2.71", "2.71 or 271"),
    ("-2.71", "-2.71 or -271"),
    ("(2.71)", "-2.71 or -271"),
    ("0.07", "0.07 or none"),
    ("0.123", "0.123 or none"),
    ("10.00", "10.00 or 1000"),
    ("1.0000", "1.0000 or 10000"),
    ("1234.567", "1234.567 or 1234567"),
    ("1 00", "none or 100"),
    ("1234 567", "none or 1234567"),
    ("1,234", "1.234 or 1234"),
    ("12,345", "12.345 or 12345"),
    ("2.71%", "2.71 or 271"),
    ("1,234 đ", "1.234 or 1234"),
    // The other convention.
    ("1,234.5", "American 1234.5"),
    ("1,234,567", "American 1234567"),
    ("(1,234,567.89)", "American -1234567.89"),
    // Codes.
    ("0123", "Code"),
    ("00", "Code"),
    ("00,5", "Code"),
    ("012.345", "Code"),
    ("0912 345 678", "Code"),
    // Other things than a number.
    ("3/4", "Fraction"),
    ("1 1/2", "Fraction"),
    ("½", "Fraction"),
    ("2½", "Fraction"),
    ("3⁄4", "Fraction"),
    ("01/12/2025", "Date"),
    ("1-12-25", "Date"),
    ("01.12.2025", "Date"),
    ("2025-12-01", "Date"),
    ("=A1+B1", "Formula"),
    ("＝SUM(A1)", "Formula"),
    ("1e5", "Exponent"),
    ("1,5E+06", "Exponent"),
    ("-2E-3", "Exponent"),
    ("inf", "NotFinite"),
    ("-Infinity", "NotFinite"),
    ("nan", "NotFinite"),
    ("∞", "NotFinite"),
    ("#REF!", "Fault"),
    ("#DIV/0!", "Fault"),
    ("####", "Fault"),
    ("Err:508", "Fault"),
    ("2\u{ad}710", "SoftHyphen"),
    ("\u{ad}", "SoftHyphen"),
    ("abc", "Words"),
    ("x", "Words"),
    ("khoảng 12", "Words"),
    ("12 hộ, 5 khẩu", "Words"),
    ("(100%) 4.060", "Malformed"),
    ("1. Mục tiêu", "Words"),
    ("12 m5", "Words"),
    // Digits in no order.
    ("1.234.56", "Malformed"),
    ("12.345,6.7", "Malformed"),
    ("1,2,3", "Malformed"),
    ("1.2.3", "Malformed"),
    ("1,234 567", "Malformed"),
    ("1.234 567", "Malformed"),
    ("1 234.567", "Malformed"),
    ("1  234", "Malformed"),
    ("0 123", "Malformed"),
    ("0.123.456", "Malformed"),
    ("0,123,456", "Malformed"),
    (",5", "Malformed"),
    (".5", "Malformed"),
    ("5,", "Malformed"),
    ("5.", "Malformed"),
    ("+5", "Malformed"),
    ("- 5", "Malformed"),
    ("--5", "Malformed"),
    ("5-", "Malformed"),
    ("12-15", "Malformed"),
    ("8:30", "Malformed"),
    ("(5", "Malformed"),
    ("5)", "Malformed"),
    ("(-5)", "Malformed"),
    ("()", "Malformed"),
    ("(100%)", "Malformed"),
    ("+", "Malformed"),
    ("%", "Malformed"),
    ("-%", "Malformed"),
    (".", "Malformed"),
    (",", "Malformed"),
    ("1²", "Malformed"),
    ("²", "Malformed"),
    ("①", "Malformed"),
    ("١٢٣", "Malformed"),
    ("1٢", "Malformed"),
    ("1\u{323}2", "Malformed"),
    // Too long.
    ("1234567890123456789012345678", "TooLong"),
    ("123456789012345678", "123456789012345678/0"),
    ("12345678901234567890123456789", "TooLong"),
    ("0,1234567890123456789012345678", "TooLong"),
    ("9.999.999.999.999.999.999.999.999.999.999.999", "TooLong"),
    ("9,999,999,999,999,999,999,999,999,999,999.5", "TooLong"),
];

fn shown(text: &str, decimals: Option<u32>) -> String {
    let decimal = |value: Option<Decimal>| value.map_or("none".to_owned(), |value| value.to_string());
    match read(text, decimals) {
        TypedNumber::Number(Typed { value, decimals, percent, unit }) => {
            let percent = if percent { " %" } else { "" };
            format!("{value}/{decimals}{percent}{}", unit.map(|unit| format!(" [{unit}]")).unwrap_or_default())
        }
        TypedNumber::Ambiguous { decimal: one, whole } => format!("{} or {}", decimal(one), decimal(whole)),
        TypedNumber::American(value) => format!("American {value}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn every_form_is_read_as_stated() {
    let wrong: Vec<String> = VECTORS
        .iter()
        .filter(|(text, expected)| shown(text, None) != *expected)
        .map(|(text, expected)| format!("{text:?}: {}, not {expected}", shown(text, None)))
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn declared_decimals_settle_a_comma_and_nothing_else() {
    for (decimals, expected) in [(0, "1.234 or 1234"), (2, "1.234 or 1234"), (3, "1.234/3"), (4, "1.234/3")] {
        assert_eq!(shown("1,234", Some(decimals)), expected);
    }
    for (text, expected) in VECTORS.iter().filter(|(text, _)| !matches!(*text, "1,234" | "12,345" | "1,234 đ")) {
        assert_eq!(shown(text, Some(3)), *expected, "{text:?}");
    }
}

/// Numbers that look random and are the same on every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn text(&mut self, alphabet: &[char]) -> String {
        let length = self.below(14);
        (0..length).map(|_| self.char(alphabet)).collect()
    }

    fn char(&mut self, alphabet: &[char]) -> char {
        if self.below(20) == 0 {
            return char::from_u32(u32::try_from(self.below(0x11_0000)).expect("small")).unwrap_or('\u{fffd}');
        }
        alphabet[usize::try_from(self.below(alphabet.len() as u64)).expect("small")]
    }
}

/// What is written by the program's own formatter is read back, but for one shape: one to three digits
/// other than `0`, a comma and three digits, which is ambiguous unless the column declares three decimals.
#[test]
fn a_number_written_is_read_back_or_reported() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for _ in 0..40_000 {
        let decimals = u32::try_from(dice.below(7)).unwrap();
        let size = 10_i64.pow(u32::try_from(dice.below(16)).unwrap());
        let value = Decimal::new(i64::try_from(dice.below(1 << 62)).unwrap() % size - size / 2, decimals);
        for grouping in [Grouping::Dot, Grouping::Space, Grouping::None] {
            let written = numbers::number(value, decimals, grouping);
            let back = TypedNumber::Number(Typed { value, decimals, percent: false, unit: None });
            let doubtful = decimals == 3 && value.abs() >= Decimal::ONE && value.abs() < Decimal::ONE_THOUSAND;
            let whole = Some(value * Decimal::ONE_THOUSAND);
            let doubt = TypedNumber::Ambiguous { decimal: Some(value), whole };
            assert_eq!(read(&written, None), if doubtful { doubt } else { back.clone() }, "{written}");
            assert_eq!(read(&written, Some(decimals)), back, "{written}");
        }
    }
}

#[test]
fn no_text_is_too_strange() {
    let alphabet: Vec<char> =
        "00123456789.,.,  \u{a0}\u{202f}\u{200b}\u{feff}\u{ad}-–−+()'%eE/=#…½²³①１２．，％－\u{301}\u{323}mđa"
            .chars()
            .collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut read_as_number = 0;
    for _ in 0..80_000 {
        let text = dice.text(&alphabet);
        for decimals in [None, Some(0), Some(3)] {
            let TypedNumber::Number(typed) = read(&text, decimals) else { continue };
            read_as_number += 1;
            assert_eq!(digits_of(&typed), digits_in(&text, typed.unit.as_deref()), "{text:?}");
        }
    }
    assert!(read_as_number > 5_000, "{read_as_number}");
}

/// The digits of the value as it was typed: none may be lost or come from elsewhere.
fn digits_of(typed: &Typed) -> String {
    let written = numbers::number(typed.value, typed.decimals, Grouping::None);
    written.chars().filter(char::is_ascii_digit).collect()
}

fn digits_in(text: &str, unit: Option<&str>) -> String {
    let plain = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - 0xff10, 10),
        _ => c.is_ascii_digit().then_some(c),
    };
    let digits: String = text.chars().filter_map(plain).collect();
    let of_unit = unit.unwrap_or_default().chars().filter(char::is_ascii_digit).count();
    digits[..digits.len() - of_unit].to_owned()
}
