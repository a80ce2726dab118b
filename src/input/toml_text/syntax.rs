//! What people do to a file of TOML, judged by the line at which reading it stopped.

use std::ops::Range;

use toml::de::DeTable;

/// How a line is no TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// A setting or a table that is there already.
    Twice,
    /// `name = "Kế hoạch`.
    UnclosedText,
    /// `name = “Kế hoạch”`.
    CurlyQuotes,
    /// `key = "C:\khoa.p12"`.
    Backslash,
    /// `name "Kế hoạch"`.
    NoEquals,
    /// `name =`.
    NoValue,
    /// `name = Kế hoạch`.
    Unquoted,
    /// `required = có`, `required = True`.
    Truth,
    /// `tên = "…"`.
    KeyLetters,
    /// `tolerance = 0,5`.
    DecimalComma,
    /// `max = 1.000.000`, `decimals = 02`.
    Number,
    /// `date = 5/3/2025`.
    Date,
    /// `[[table]`.
    UnclosedHeader,
    /// `[` without its end, or `{`.
    UnclosedList,
    /// Something behind a value.
    Behind,
    Other,
}

impl Syntax {
    /// The word by which messages choose their wording.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Twice => "twice",
            Self::UnclosedText => "unclosed-text",
            Self::CurlyQuotes => "curly-quotes",
            Self::Backslash => "backslash",
            Self::NoEquals => "no-equals",
            Self::NoValue => "no-value",
            Self::Unquoted => "unquoted",
            Self::Truth => "truth",
            Self::KeyLetters => "key-letters",
            Self::DecimalComma => "decimal-comma",
            Self::Number => "number",
            Self::Date => "date",
            Self::UnclosedHeader => "unclosed-header",
            Self::UnclosedList => "unclosed-list",
            Self::Behind => "behind",
            Self::Other => "other",
        }
    }
}

/// What is wrong where reading stopped at the byte `met`, what is shown of it, and the stretch under which the caret
/// stands.
pub(super) fn fault(text: &str, met: usize) -> (Syntax, String, Range<usize>) {
    let met = floor(text, met);
    if let Some(start) = unclosed(text, met) {
        let line = line_at(text, start);
        return (Syntax::UnclosedList, text[line].trim().to_owned(), start..start + 1);
    }
    // At the end of a line, the fault is that line's, not the next one's.
    let stop = if text[..met].ends_with('\n') && text[met..].trim().is_empty() { met - 1 } else { met };
    let line = line_at(text, stop);
    let written = &text[line.clone()];
    let start = line.start + (written.len() - written.trim_start().len());
    let written = written.trim();
    let is_sound = DeTable::parse(written).is_ok() && DeTable::parse(&text[..line.start]).is_ok();
    let (syntax, part) = if is_sound { (Syntax::Twice, name(written)) } else { judged(setting(written)) };
    let from = start + (part.as_ptr() as usize).wrapping_sub(written.as_ptr() as usize).min(written.len());
    (syntax, part.to_owned(), from..from + part.len().max(1))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Where a list begins that is still open: a line that ends with `[`, `{` or `,` and is sound once it is closed.
fn unclosed(text: &str, met: usize) -> Option<usize> {
    let mut from = 0;
    for line in text[..met].split_inclusive('\n') {
        let start = from;
        from += line.len();
        let Some((key, value)) = line.split_once('=') else { continue };
        let value = without_remark(value).trim();
        let is_key = !key.trim().is_empty() && !key.trim().starts_with(['"', '[', '#', '\'']);
        let opens = value.starts_with(['[', '{']) && !is_balanced(value);
        // The line before it must end what came before, and no later line may close it.
        let rest = &text[start..];
        if is_key && opens && DeTable::parse(&text[..start]).is_ok() && !closes(rest) {
            return Some(start + key.len() + 1 + line[key.len() + 1..].find(['[', '{'])?);
        }
    }
    None
}

/// Whether the brackets that a line opens are closed before the next setting or table begins.
fn closes(rest: &str) -> bool {
    let mut lines = rest.split_inclusive('\n');
    let mut taken = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        let bare = line.trim_start();
        let key = bare.split_once('=').map_or("", |(key, _)| key.trim());
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
        if is_key || bare.starts_with("[[") {
            break;
        }
        taken += line;
        if is_balanced(&taken) {
            return true;
        }
    }
    false
}

/// Whether every bracket outside of quotation marks and remarks is closed.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    for line in text.lines() {
        let mut quote = None;
        for c in without_remark(line).chars() {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if c == open => quote = None,
                (None, '[' | '{') => depth += 1,
                (None, ']' | '}') => depth -= 1,
                _ => {}
            }
        }
    }
    depth <= 0
}

/// The first setting of an inline table that is none by itself; the whole line where there is no such table.
fn setting(line: &str) -> &str {
    let Some(open) = without_remark(line).find('{') else { return line };
    let mut from = open + 1;
    let mut quote = None;
    for (at, c) in line.char_indices().skip_while(|(at, _)| *at <= open).chain([(line.len(), ',')]) {
        match (quote, c) {
            (None, ',') => {
                let part = line[from..at].trim();
                let bare = part.trim_end_matches([' ', '}', ',', ']']);
                if !bare.is_empty() && DeTable::parse(part).is_err() && DeTable::parse(bare).is_err() {
                    return bare;
                }
                from = at + 1;
            }
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // The quotation mark that was opened last is not closed.
    if from < line.len() && quote.is_some() { line[from..].trim() } else { line }
}

/// A line up to its remark (`# …`).
fn without_remark(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return &line[..at],
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    line
}

fn name(line: &str) -> &str {
    line.split_once('=').map_or(line, |(key, _)| key).trim()
}

/// What is wrong with one line, and with which part of it.
fn judged(line: &str) -> (Syntax, &str) {
    let bare = without_remark(line).trim_end();
    if bare.starts_with('[') && !bare.contains('=') {
        let is_closed = if bare.starts_with("[[") { bare.ends_with("]]") } else { bare.ends_with(']') };
        return if is_closed { (Syntax::Other, line) } else { (Syntax::UnclosedHeader, bare) };
    }
    let Some((key, value)) = line.split_once('=') else { return (Syntax::NoEquals, line) };
    let (key, value) = (key.trim(), value.trim());
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let is_quoted = key.starts_with(['"', '\'']);
    if key.is_empty() || (!is_quoted && !key.chars().all(is_plain)) {
        return (
            if key.is_empty() { Syntax::Other } else { Syntax::KeyLetters },
            if key.is_empty() { line } else { key },
        );
    }
    (of_value(value), if value.is_empty() { line } else { value })
}

fn of_value(value: &str) -> Syntax {
    let bare = without_remark(value).trim_end();
    let is_open = bare.chars().filter(|&c| c == '"').count() % 2 == 1;
    let first = bare.chars().next();
    let digits = bare.trim_start_matches(['-', '+']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit());
    let only = |allowed: &str| digits.chars().all(|c| c.is_ascii_digit() || allowed.contains(c));
    match first {
        None => Syntax::NoValue,
        Some('“' | '”' | '‘' | '’' | '«') => Syntax::CurlyQuotes,
        Some('"') if bare.contains(['“', '”']) && is_open => Syntax::CurlyQuotes,
        Some('"') if bare.contains('\\') => Syntax::Backslash,
        Some('"' | '\'') if is_open || bare.chars().filter(|&c| c == '\'').count() == 1 => Syntax::UnclosedText,
        Some('"' | '\'') => Syntax::Behind,
        Some('[' | '{') if bare.contains(['“', '”']) => Syntax::CurlyQuotes,
        Some('[' | '{') if is_open => Syntax::UnclosedText,
        Some('[' | '{') => Syntax::Other,
        _ if is_number && only(",") && digits.matches(',').count() == 1 => Syntax::DecimalComma,
        _ if is_number && only("/-") => Syntax::Date,
        _ if is_number && only(".,_ ") => Syntax::Number,
        _ if ["true", "false", "yes", "no", "có", "không", "đúng", "sai"].contains(&&*bare.to_lowercase()) => {
            Syntax::Truth
        }
        _ => Syntax::Unquoted,
    }
}
