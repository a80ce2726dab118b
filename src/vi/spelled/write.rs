//! Numbers, amounts, dates put into words.

use rust_decimal::Decimal;

use crate::vi::dates::Date;
use crate::vi::text::capitalized;
use crate::vi::{matching, units};

/// What is put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelled<'a> {
    /// A number by itself, with the decimals that it was typed with: `ba trăm linh một phẩy tám mươi` for 301,80.
    Number(Decimal),
    /// A number and what is counted or measured with it, as it is to be printed: `mười hai phẩy năm ha`.
    Count(Decimal, &'a str),
    /// `mười hai phẩy năm phần trăm`; the value is what stands before the sign.
    Percent(Decimal),
    /// An amount in a unit of money ([`units::zeros`]), read in đồng whatever the unit is: 1.250,5 triệu đồng is
    /// `một tỷ hai trăm năm mươi triệu năm trăm nghìn đồng`.
    Money { value: Decimal, unit: &'a str, ending: Ending },
    /// `thứ nhất`, `thứ hai mươi tư`.
    Ordinal(u64),
    /// `ngày mùng năm tháng Một năm hai nghìn không trăm hai mươi sáu`.
    Date(Date),
    /// `năm hai nghìn không trăm hai mươi sáu`.
    Year(u16),
    /// `tháng Tư`, `tháng Mười hai` (NĐ 30/2020/NĐ-CP, PL II, mục V.8.c).
    Month(u8),
    /// `quý bốn`. Documents print Roman figures.
    Quarter(u8),
}

/// What follows `đồng`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ending {
    #[default]
    Plain,
    /// `đồng chẵn`: exactly so much.
    Exact,
}

/// Why something is not put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unspelled {
    /// Beyond 10²¹, for which the law has no names.
    TooLarge,
    /// An amount with a fraction of a đồng.
    NotWholeDong,
    /// Money of another country; as it was given.
    ForeignUnit(String),
    /// Not a unit of money; as it was given.
    NotMoney(String),
    /// The 13th month, the fifth quarter, the year or the place 0.
    NoSuch(u64),
}

/// 10²¹, một nghìn tỷ tỷ: the greatest number that has a name.
pub(crate) const GREATEST: u128 = 1_000_000_000_000_000_000_000;
const BILLION: u128 = 1_000_000_000;
/// So many decimals are read as one number; more of them, one by one.
const DECIMALS_AS_NUMBER: usize = 18;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

impl<'a> Spelled<'a> {
    /// A figure with the unit of its column: none, `%`, money, or what is counted.
    pub(crate) fn figure(value: Decimal, unit: &'a str) -> Self {
        if unit.trim().is_empty() {
            Self::Number(value)
        } else if units::same(unit, "%") {
            Self::Percent(value)
        } else if units::is_money(unit) {
            Self::Money { value, unit, ending: Ending::Plain }
        } else {
            Self::Count(value, unit.trim())
        }
    }

    /// The words, in small letters but for months.
    pub(crate) fn words(&self) -> Result<String, Unspelled> {
        Ok(match *self {
            Self::Number(value) => cardinal(value)?,
            Self::Count(_, unit) if is_foreign_money(unit) => return Err(Unspelled::ForeignUnit(unit.to_owned())),
            Self::Count(value, unit) => format!("{} {unit}", cardinal(value)?),
            Self::Percent(value) => format!("{} phần trăm", cardinal(value)?),
            Self::Money { value, unit, ending } => {
                let ending = if ending == Ending::Exact { " chẵn" } else { "" };
                format!("{} đồng{ending}", cardinal(in_dong(value, unit)?)?)
            }
            Self::Ordinal(place) => match place {
                0 => return Err(Unspelled::NoSuch(0)),
                1 => "thứ nhất".to_owned(),
                4 => "thứ tư".to_owned(),
                _ => format!("thứ {}", whole(place.into())),
            },
            Self::Date(date) => {
                let first_days = if date.day <= 10 { "mùng " } else { "" };
                let (month, year) = (Self::Month(date.month).words()?, Self::Year(date.year).words()?);
                format!("ngày {first_days}{} {month} {year}", whole(date.day.into()))
            }
            Self::Year(year) => format!("năm {}", whole(existing(year, u16::MAX)?)),
            Self::Month(4) => "tháng Tư".to_owned(),
            Self::Month(month) => format!("tháng {}", capitalized(&whole(existing(month, 12)?))),
            Self::Quarter(quarter) => format!("quý {}", whole(existing(quarter, 4)?)),
        })
    }
}

fn existing<N: Copy + PartialOrd + Into<u64>>(number: N, last: N) -> Result<u128, Unspelled> {
    let plain = number.into();
    if plain == 0 || number > last { Err(Unspelled::NoSuch(plain)) } else { Ok(plain.into()) }
}

/// The number in words, with the decimals that it was typed with.
///
/// Up to three decimals are read as textbooks read them (0,05 `không năm`, 7,081 `không trăm tám mươi mốt`), more of
/// them zero by zero and then as one number. Decimals that would end in the name of a scale are read one by one:
/// `không phẩy năm nghìn ha` for 0,5000 ha would be five hundred to everybody.
pub(crate) fn cardinal(value: Decimal) -> Result<String, Unspelled> {
    let typed = value.abs().to_string();
    let (before, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
    let before: u128 = before.parse().map_err(|_| Unspelled::TooLarge)?;
    if before > GREATEST || (before == GREATEST && decimals.bytes().any(|digit| digit != b'0')) {
        return Err(Unspelled::TooLarge);
    }
    let mut words = if value.is_sign_negative() && !value.is_zero() { "âm ".to_owned() } else { String::new() };
    words.push_str(&whole(before));
    if !decimals.is_empty() {
        words.push_str(" phẩy ");
        words.push_str(&after_comma(decimals));
    }
    Ok(words)
}

/// An amount in đồng, without decimals.
pub(crate) fn in_dong(value: Decimal, unit: &str) -> Result<Decimal, Unspelled> {
    let Some(zeros) = units::zeros(unit) else {
        let unit = unit.to_owned();
        return Err(if is_foreign_money(&unit) { Unspelled::ForeignUnit(unit) } else { Unspelled::NotMoney(unit) });
    };
    let dong = value.checked_mul(Decimal::from(10u64.pow(zeros))).ok_or(Unspelled::TooLarge)?;
    // A product that has no room for its decimals would be rounded.
    let is_exact = value.is_zero() || dong.checked_div(Decimal::from(10u64.pow(zeros))) == Some(value);
    if !is_exact || !dong.fract().is_zero() {
        return Err(Unspelled::NotWholeDong);
    }
    Ok(dong.trunc())
}

/// Whether a unit is money of another country: out of scope, since each has its own smaller unit and its own words.
pub(crate) fn is_foreign_money(unit: &str) -> bool {
    let folded = matching::fold(unit);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    folded.contains(|c| "$€£¥₩₭฿₽".contains(c))
        || PHRASES.iter().any(|phrase| folded.contains(phrase))
        || NAMES.contains(&folded.as_str())
        || words.any(|word| CODES.contains(&word))
}

/// ISO 4217 codes that offices meet, and names that are no Vietnamese words.
const CODES: [&str; 24] = [
    "usd", "eur", "euro", "jpy", "cny", "rmb", "gbp", "krw", "lak", "khr", "thb", "sgd", "aud", "chf", "hkd", "twd",
    "rub", "myr", "dkk", "sek", "nok", "dollar", "đôla", "baht",
];
/// Names that are Vietnamese words, too: `xã Yên Bình` is no money.
const NAMES: [&str; 5] = ["yên", "won", "rúp", "kíp", "bạt"];
/// Names of several words.
const PHRASES: [&str; 10] =
    ["đô la", "đô-la", "nhân dân tệ", "bảng anh", "yên nhật", "won hàn", "kíp lào", "bạt thái", "ơ-rô", "phờ-răng"];

/// Everything from 10⁹ on is one number and a single `tỷ` (Luật Kế toán).
fn whole(number: u128) -> String {
    let mut words = Vec::new();
    push_whole(number, &mut words);
    if words.is_empty() { DIGITS[0].to_owned() } else { words.join(" ") }
}

fn push_whole(number: u128, words: &mut Vec<&'static str>) {
    if number >= BILLION {
        push_whole(number / BILLION, words);
        words.push("tỷ");
    }
    for (scale, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = (number % BILLION / scale % 1_000) as usize;
        if group == 0 {
            continue;
        }
        push_group(group, !words.is_empty(), words);
        if !name.is_empty() {
            words.push(name);
        }
    }
}

/// Three digits; one that is inner, which follows on another, says its hundreds even where they are none: 1.005 and
/// 1.500 would sound alike.
fn push_group(group: usize, is_inner: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    let has_hundreds = hundreds > 0 || is_inner;
    if has_hundreds {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if has_hundreds && ones > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match ones {
        0 => {}
        1 if tens > 1 => words.push("mốt"),
        4 if tens > 1 => words.push("tư"),
        5 if tens > 0 => words.push("lăm"),
        _ => words.push(DIGITS[ones]),
    }
}

fn after_comma(decimals: &str) -> String {
    let significant = decimals.trim_start_matches('0');
    let ends_in_scale = significant.len() > 3 && significant.ends_with("000");
    let number = significant.parse().ok().filter(|_| decimals.len() <= DECIMALS_AS_NUMBER && !ends_in_scale);
    let zeros = decimals.len() - significant.len();
    match number {
        None => decimals.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect::<Vec<_>>().join(" "),
        Some(number @ 0..1_000) if decimals.len() == 3 => {
            let mut words = Vec::new();
            push_group(number as usize, true, &mut words);
            words.join(" ")
        }
        Some(number) => format!("{}{}", "không ".repeat(zeros), whole(number)),
    }
}
