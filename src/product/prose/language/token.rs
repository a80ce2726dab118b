//! The words and signs between the braces of a template.

use rust_decimal::Decimal;

use crate::product::prose::language::fault::{At, Fault, Syntax};

/// A word or sign, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) at: At,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TokenKind {
    Name(String),
    Text(String),
    Number(Decimal),
    /// One of [`SIGNS`].
    Sign(&'static str),
}

/// Signs of the language, and those of other languages that are told apart from mere slips; the longest first.
const SIGNS: [&str; 34] = [
    "==", "!=", "<=", ">=", "<>", "=>", "&&", "||", "**", "//", "=", "<", ">", ".", ",", "(", ")", "[", "]", "|", "+",
    "-", "–", "*", "/", "%", "~", "!", "≥", "≤", "≠", ":", "{", "}",
];

/// So many words and signs are more than any prose has between two braces.
const MOST: usize = 400;

/// Reads what stands between two braces; `at` is where it stands in the template.
///
/// # Errors
/// The first thing that is no word or sign.
pub(crate) fn tokens(source: &str, at: &At) -> Result<Vec<Token>, Fault> {
    let mut found: Vec<Token> = Vec::new();
    let mut here = at.start;
    while here < at.end {
        let rest = &source[here..at.end];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            here += first.len_utf8();
            continue;
        }
        if found.len() == MOST {
            return Err(Fault::syntax(Syntax::TooLong, here..here + 1, ""));
        }
        let is_behind_point = found.last().is_some_and(|token| token.kind == TokenKind::Sign("."));
        let (kind, length) = if is_letter(first) {
            name(rest)
        } else if first.is_ascii_digit() && is_behind_point {
            return Err(Fault::syntax(Syntax::RowName, here..here + 1, rest));
        } else if first.is_ascii_digit() {
            number(rest, here)?
        } else if matches!(first, '"' | '\'') {
            text(rest, first, here)?
        } else if matches!(first, '“' | '”' | '„' | '‘' | '’' | '«') {
            return Err(Fault::syntax(Syntax::CurlyQuotes, here..here + first.len_utf8(), rest));
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            (TokenKind::Sign(sign), sign.len())
        } else {
            return Err(Fault::syntax(Syntax::Unexpected, here..here + first.len_utf8(), &first.to_string()));
        };
        found.push(Token { kind, at: here..here + length });
        here += length;
    }
    Ok(found)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn name(rest: &str) -> (TokenKind, usize) {
    let in_name = |c: char| is_letter(c) || c.is_numeric() || unicode_normalization::char::is_combining_mark(c);
    let length = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
    (TokenKind::Name(rest[..length].to_owned()), length)
}

fn number(rest: &str, here: usize) -> Result<(TokenKind, usize), Fault> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut length = digits(rest);
    let follows = |length: usize, sign: char| {
        rest[length..].strip_prefix(sign).is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()))
    };
    if follows(length, '.') {
        length += 1 + digits(&rest[length + 1..]);
    }
    // `1.000` is a thousand in prose; `0.125` and `1000.125` cannot be.
    let groups = rest[..length]
        .split_once('.')
        .filter(|(whole, part)| whole.len() <= 3 && !whole.starts_with('0') && part.len() == 3);
    if groups.is_some() {
        while follows(length, '.') {
            length += 1 + digits(&rest[length + 1..]);
        }
        let whole: String = rest[..length].chars().filter(|c| *c != '.').collect();
        let fault = Fault::syntax(Syntax::ThousandsPoint, here..here + length, &rest[..length]);
        let is_group = rest[..length].matches('.').count() > 1;
        return Err(fault.map(|finding| finding.with("whole", whole).flag("is-thousands", is_group)));
    }
    let at = here..here + length;
    // `[20,30]` is a list of two; a number alone with a comma is a number of prose.
    if follows(length, ',') && length <= 18 {
        let end = length + 1 + digits(&rest[length + 1..]);
        return Err(Fault::syntax(Syntax::DecimalComma, here..here + end, &rest[..end]));
    }
    let word = rest[length..].starts_with(is_letter);
    match rest[..length].parse() {
        Ok(value) if !word && length <= 20 => Ok((TokenKind::Number(value), length)),
        _ => Err(Fault::syntax(Syntax::Unexpected, at, rest)),
    }
}

fn text(rest: &str, mark: char, here: usize) -> Result<(TokenKind, usize), Fault> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            c if c == mark => return Ok((TokenKind::Text(text), at + 1)),
            '\\' => text.extend(chars.next().map(|(_, c)| c)),
            c => text.push(c),
        }
    }
    Err(Fault::syntax(Syntax::UnclosedText, here..here + rest.len(), rest))
}
