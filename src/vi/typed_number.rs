//! Numbers typed as text (số gõ dạng chữ): read by the Vietnamese convention, or refused for a stated reason.
//!
//! `.` or a blank groups thousands and `,` begins the decimals. What may mean two things is never guessed,
//! since a wrong guess is a factor of a thousand in a signed document.

use rust_decimal::Decimal;

use crate::vi::{numbers, text};

/// The most digits that are read: more than any figure has, and so few that sums of figures stay exact.
const MAX_DIGITS: usize = 18;
/// The signs of a negative number: hyphens, the dash that word processors make of them, the minus.
const SIGNS: [char; 5] = ['-', '‐', '‑', '–', '−'];
/// What may stand for "no figure" (dấu gạch ngang), beside an ellipsis.
const DASHES: [char; 7] = ['-', '‐', '‑', '–', '—', '―', '−'];

/// What a text in a column of figures turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum TypedNumber {
    /// `2.710`, `0,07`, `(1.234)`, `12 %`, `12,5 ha`: one number and nothing else.
    Number(Typed),
    /// `-`, `–`, `…`: a mark instead of a figure; the column says what it stands for.
    Mark,
    /// Nothing that can be seen.
    Blank,
    /// `2.71`, `1,234`, `1 00`: what it would be if the separator began the decimals, and if it grouped thousands.
    Ambiguous { decimal: Option<Decimal>, whole: Option<Decimal> },
    /// `1,234.5`: the American way round, and what it would be then.
    American(Decimal),
    /// `0123`: a code, not a quantity (mã số).
    Code,
    /// `01/12/2025`.
    Date,
    /// `3/4`, `½`.
    Fraction,
    /// `=A1+B1`: a formula that Excel took for words.
    Formula,
    /// `1e5`.
    Exponent,
    /// `inf`, `nan`, `∞`.
    NotFinite,
    /// `#REF!` and its like, as words.
    Fault,
    /// Holds U+00AD, which is the letter ư in TCVN3 and an invisible hyphen elsewhere.
    SoftHyphen,
    /// Digits and signs in an order that is no number: `1.234.56`, `1,2,3`, `(5`, `1²`.
    Malformed,
    /// More digits than any figure has.
    TooLong,
    /// Words, with or without numbers among them.
    Words,
}

/// A number as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    pub value: Decimal,
    /// The digits typed after the comma.
    pub decimals: u32,
    /// A `%` follows; `value` is what stands before it.
    pub percent: bool,
    /// What else follows, with single blanks: to be compared with the column's unit (đơn vị tính).
    pub unit: Option<String>,
}

/// Reads a text that stands where a number should; `decimals` are those that its column declares.
///
/// Three decimals are read as such only where the column declares three or more: else `1,234` is ambiguous.
pub fn read(text: &str, decimals: Option<u32>) -> TypedNumber {
    if text.contains('\u{ad}') {
        return TypedNumber::SoftHyphen;
    }
    let plain = plain(text);
    let body = plain.trim();
    let body = body.strip_prefix('\'').unwrap_or(body).trim_start();
    if body.is_empty() {
        return TypedNumber::Blank;
    }
    other_than_amount(body).unwrap_or_else(|| match Amount::split(body) {
        Some(amount) => amount.read(decimals),
        None => no_number(body),
    })
}

/// The part of NFKC that numbers need. All of it would turn `1²` into 12 and `m²` into `m2`.
fn plain(text: &str) -> String {
    let composed = text::compose(text);
    let mut plain = String::with_capacity(composed.len());
    for c in composed.chars().filter(|&c| !text::is_invisible(c)) {
        match c {
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => plain.push(' '),
            '﹣' => plain.push('-'),
            '！'..='～' => plain.extend(char::from_u32(u32::from(c) - 0xfee0)),
            _ => plain.push(c),
        }
    }
    plain
}

fn other_than_amount(body: &str) -> Option<TypedNumber> {
    let unsigned = body.trim_start_matches(SIGNS).trim_start_matches('+').to_lowercase();
    if is_mark(body) {
        Some(TypedNumber::Mark)
    } else if body.starts_with('=') {
        Some(TypedNumber::Formula)
    } else if is_fault(body) {
        Some(TypedNumber::Fault)
    } else if matches!(unsigned.as_str(), "inf" | "infinity" | "nan" | "∞") {
        Some(TypedNumber::NotFinite)
    } else if is_date(body) {
        Some(TypedNumber::Date)
    } else {
        unsigned.starts_with(is_vulgar_fraction).then_some(TypedNumber::Fraction)
    }
}

fn is_mark(body: &str) -> bool {
    body.chars().all(|c| DASHES.contains(&c)) || (body.len() >= 3 && body.bytes().all(|b| b == b'.'))
}

/// `#DIV/0!`, the `####` of a narrow column, and LibreOffice's `Err:508`.
fn is_fault(body: &str) -> bool {
    let name = body.strip_prefix('#').or_else(|| body.strip_prefix("Err:"));
    name.is_some_and(|name| name.starts_with(|c: char| c == '#' || c.is_ascii_uppercase() || c.is_ascii_digit()))
}

/// `1/12/2025`, `01-12-25`, `1.12.2025`, `2025-12-01`, whatever follows after a blank.
fn is_date(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or_default();
    ['/', '-', '.'].iter().any(|separator| {
        let parts: Vec<&str> = first.split(*separator).collect();
        let digits = parts.iter().all(|part| is_digits(part));
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        digits
            && match lengths[..] {
                [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2] => true,
                [1..=2, 1..=2, 2] => *separator != '.',
                _ => false,
            }
    })
}

fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn no_number(text: &str) -> TypedNumber {
    if text.chars().any(char::is_alphabetic) { TypedNumber::Words } else { TypedNumber::Malformed }
}

/// A sign, digits with their separators, and what follows.
struct Amount<'a> {
    negative: bool,
    numeral: &'a str,
    tail: &'a str,
}

impl<'a> Amount<'a> {
    /// Parentheses make a bare number negative; `(100%)` is a remark, not a loss, and is left alone.
    fn split(body: &'a str) -> Option<Self> {
        if let Some(inner) = body.strip_prefix('(') {
            let (inside, tail) = inner.split_once(')')?;
            let numeral = inside.trim();
            let bare = !numeral.is_empty() && numeral_end(numeral) == numeral.len();
            return bare.then_some(Self { negative: true, numeral, tail });
        }
        let unsigned = body.strip_prefix(SIGNS);
        let (numeral, tail) = unsigned.unwrap_or(body).split_at(numeral_end(unsigned.unwrap_or(body)));
        (!numeral.is_empty()).then_some(Self { negative: unsigned.is_some(), numeral, tail })
    }

    fn read(&self, decimals: Option<u32>) -> TypedNumber {
        let signed = |value: Decimal| if self.negative && !value.is_zero() { -value } else { value };
        let (percent, unit) = match tail(self.tail) {
            Ok(tail) => tail,
            Err(reading) => return reading,
        };
        match numeral(self.numeral, decimals) {
            TypedNumber::Number(typed) => {
                TypedNumber::Number(Typed { value: signed(typed.value), percent, unit, ..typed })
            }
            TypedNumber::Ambiguous { decimal, whole } => {
                TypedNumber::Ambiguous { decimal: decimal.map(signed), whole: whole.map(signed) }
            }
            TypedNumber::American(value) => TypedNumber::American(signed(value)),
            TypedNumber::Malformed => no_number(self.tail),
            other => other,
        }
    }
}

/// Where the digits and separators end; a blank belongs to them only between digits.
fn numeral_end(text: &str) -> usize {
    let mut end = 0;
    while let Some(c) = text[end..].chars().next() {
        let inner_blank = c == ' ' && end > 0 && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !(c.is_ascii_digit() || c == '.' || c == ',' || inner_blank) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a per-cent sign follows, or which unit.
fn tail(text: &str) -> Result<(bool, Option<String>), TypedNumber> {
    let trimmed = text.trim();
    match trimmed {
        "" => Ok((false, None)),
        "%" => Ok((true, None)),
        _ if is_exponent(text) => Err(TypedNumber::Exponent),
        _ if is_fraction_tail(trimmed) => Err(TypedNumber::Fraction),
        _ if is_unit(trimmed) => Ok((false, Some(trimmed.split_whitespace().collect::<Vec<_>>().join(" ")))),
        _ => Err(no_number(trimmed)),
    }
}

fn is_exponent(tail: &str) -> bool {
    let power = tail.strip_prefix(['e', 'E']);
    power.is_some_and(|power| is_digits(power.strip_prefix(['+', '-', '−']).unwrap_or(power)))
}

fn is_fraction_tail(tail: &str) -> bool {
    let denominator = tail.strip_prefix(['/', '⁄', '∕']).map(str::trim_start);
    tail.starts_with(is_vulgar_fraction)
        || denominator.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words without numbers among them: `đ`, `triệu đồng`, `m²`, `m3`, `người/hộ`.
fn is_unit(tail: &str) -> bool {
    let opens = |c: char| c.is_alphabetic() || "₫$€¥£‰°".contains(c);
    let mut before = ' ';
    let mut inside = |c: char| {
        let power = matches!(c, '2' | '3') && before == 'm';
        before = c;
        power || opens(c) || " /.²³'’()-".contains(c)
    };
    tail.starts_with(opens) && tail.chars().all(&mut inside)
}

/// Reads digits and separators, without sign and tail.
fn numeral(text: &str, decimals: Option<u32>) -> TypedNumber {
    let edge = |c: char| c.is_ascii_digit();
    if !text.starts_with(edge) || !text.ends_with(edge) {
        return TypedNumber::Malformed;
    }
    let first = text.split(['.', ',', ' ']).next().unwrap_or_default();
    if first.len() > 1 && first.starts_with('0') {
        return TypedNumber::Code;
    }
    if text.chars().filter(char::is_ascii_digit).count() > MAX_DIGITS {
        return TypedNumber::TooLong;
    }
    let declared = decimals.is_some_and(|decimals| decimals >= 3);
    let doubtful = ambiguous(text).filter(|_| !(declared && text.contains(',')));
    let vietnamese = || vietnamese(text).map(TypedNumber::Number);
    doubtful.or_else(vietnamese).or_else(|| american(text)).unwrap_or(TypedNumber::Malformed)
}

/// One separator only, and the digits on its sides leave open what it is.
fn ambiguous(text: &str) -> Option<TypedNumber> {
    let (whole, rest) = text.split_once(['.', ',', ' '])?;
    if !is_digits(rest) {
        return None;
    }
    let grouped = whole != "0" && whole.len() <= 3 && rest.len() == 3;
    let (doubtful, decimal) = match &text[whole.len()..=whole.len()] {
        "," => (grouped, true),
        "." => (!grouped, true),
        _ => (!grouped, false),
    };
    let decimal = decimal.then(|| exact(&format!("{whole}.{rest}"))).flatten();
    let whole = (whole != "0").then(|| exact(&format!("{whole}{rest}"))).flatten();
    let readable = decimal.is_some() || whole.is_some();
    (doubtful && readable).then_some(TypedNumber::Ambiguous { decimal, whole })
}

fn exact(digits: &str) -> Option<Decimal> {
    Decimal::from_str_exact(digits).ok()
}

fn vietnamese(text: &str) -> Option<Typed> {
    let mixed = text.contains('.') && text.contains(' ');
    if mixed || text.starts_with("0.") || text.starts_with("0 ") {
        return None;
    }
    let (value, decimals) = numbers::parse_number(&text.replace(' ', "."))?;
    Some(Typed { value, decimals, percent: false, unit: None })
}

/// The Vietnamese way with the separators swapped; a lone comma is not enough to tell.
fn american(text: &str) -> Option<TypedNumber> {
    let commas = text.matches(',').count();
    if commas == 0 || (commas == 1 && !text.contains('.')) || text.starts_with("0,") {
        return None;
    }
    let swap = |c| match c {
        ',' => '.',
        '.' => ',',
        other => other,
    };
    let (value, _) = numbers::parse_number(&text.chars().map(swap).collect::<String>())?;
    Some(TypedNumber::American(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readings_keep_what_was_typed() {
        let value: Decimal = "-1234.5".parse().unwrap();
        let unit = Some("triệu đồng".to_owned());
        let typed = Typed { value, decimals: 1, percent: false, unit };
        assert_eq!(read("−1.234,5 triệu đồng", None), TypedNumber::Number(typed));
        let doubt = TypedNumber::Ambiguous { decimal: "2.71".parse().ok(), whole: "271".parse().ok() };
        assert_eq!(read("2.71", Some(2)), doubt);
        assert_eq!(read("1²", None), TypedNumber::Malformed);
    }
}
