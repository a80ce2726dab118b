//! A template as a row of stretches: prose, expressions, statements, comments.

use std::ops::Range;

use crate::product::prose::language::fault::{At, Fault, Syntax};
use crate::vi::text::beginning;

/// A stretch of a template, with its braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) kind: SegmentKind,
    pub(crate) at: At,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SegmentKind {
    Prose,
    /// `{{ … }}`.
    Expression,
    /// `{% … %}`.
    Statement,
    /// `{# … #}`.
    Comment,
    /// Braces that are not closed as they should be.
    Faulty,
}

impl Segment {
    /// What stands between the braces, without the `-` that takes away blanks.
    pub(crate) fn inner(&self, source: &str) -> At {
        let (mut from, mut to) = (self.at.start + 2, self.at.end - 2);
        from += usize::from(source[from..to].starts_with('-'));
        to -= usize::from(source[from..to].ends_with('-'));
        from..to
    }
}

/// Splits a template; what is not opened or closed as it should be comes as faults, and as prose.
pub(crate) fn scan(source: &str) -> (Vec<Segment>, Vec<Fault>) {
    let (mut segments, mut faults) = (Vec::new(), Vec::new());
    let (mut prose, mut at) = (0, 0);
    while let Some((start, kind)) = next_opening(source, at) {
        match closing(source, start, kind) {
            Ok(end) => {
                push_prose(source, prose..start, &mut segments, &mut faults);
                segments.push(Segment { kind, at: start..end });
                (prose, at) = (end, end);
            }
            Err(fault) => {
                push_prose(source, prose..start, &mut segments, &mut faults);
                // What follows on the line belongs to the faulty braces.
                let rest = source[start + 2..].find(['\n', '{']).map_or(source.len(), |length| start + 2 + length);
                let rest = fault.at.end.max(rest).min(source.len());
                segments.push(Segment { kind: SegmentKind::Faulty, at: start..rest });
                faults.push(fault);
                (prose, at) = (rest, rest);
            }
        }
    }
    push_prose(source, prose..source.len(), &mut segments, &mut faults);
    faults.extend(escapes(source, &segments));
    (segments, faults)
}

fn next_opening(source: &str, from: usize) -> Option<(usize, SegmentKind)> {
    source[from..].match_indices('{').find_map(|(at, _)| {
        let kind = match source.as_bytes().get(from + at + 1)? {
            b'{' => SegmentKind::Expression,
            b'%' => SegmentKind::Statement,
            b'#' => SegmentKind::Comment,
            _ => return None,
        };
        Some((from + at, kind))
    })
}

/// Where what is opened at `start` ends, behind its closing sign.
fn closing(source: &str, start: usize, kind: SegmentKind) -> Result<usize, Fault> {
    let rest = &source[start + 2..];
    if kind == SegmentKind::Comment {
        let end = rest.find("#}").map(|length| start + 2 + length + 2);
        return end.ok_or_else(|| Fault::syntax(Syntax::UnclosedComment, start..start + 2, "{#"));
    }
    let close = if kind == SegmentKind::Expression { "}}" } else { "%}" };
    let mut quote: Option<(char, usize)> = None;
    let mut escaped = false;
    for (offset, c) in rest.char_indices() {
        let (here, after) = (start + 2 + offset, &rest[offset..]);
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some((mark, _)) if c == mark => quote = None,
            // No text of a template holds these; the second quotation mark is missing.
            Some((_, from)) if c == '\n' || ["}}", "%}", "{{", "{%"].iter().any(|sign| after.starts_with(sign)) => {
                return Err(Fault::syntax(Syntax::UnclosedText, from..here, &source[from..here]));
            }
            Some(_) => {}
            None if after.starts_with(close) => return Ok(here + 2),
            None if matches!(c, '"' | '\'') => quote = Some((c, here)),
            None if ["{{", "{%", "{#", "}}", "%}"].iter().any(|sign| after.starts_with(sign)) => {
                return Err(unclosed(source, start, here));
            }
            None if after.starts_with("\n\n") => return Err(unclosed(source, start, here)),
            None => {}
        }
    }
    Err(match quote {
        Some((_, from)) => Fault::syntax(Syntax::UnclosedText, from..source.len(), &source[from..]),
        None => unclosed(source, start, source.len()),
    })
}

/// The fault at the sign that closes by half, if there is one, else at the opening.
fn unclosed(source: &str, start: usize, end: usize) -> Fault {
    let part = &source[start..end];
    let half = part.find('}').map_or(start..start + 2, |at| start + at..start + at + 1);
    let shown = part.find(['}', '\n']).map_or(part.len(), |at| at + usize::from(part[at..].starts_with('}')));
    let open = &source[start..start + 2];
    let fault = Fault::syntax(Syntax::Unclosed, half, &part[..shown]);
    fault.map(|finding| finding.with("close", if open == "{{" { "}}" } else { "%}" }))
}

/// Backslashes right before braces, or at the end of a file, whatever comes behind them: what is printed there would
/// lose the sign that makes it a figure.
fn escapes(source: &str, segments: &[Segment]) -> Vec<Fault> {
    let prose = segments.iter().enumerate().filter(|(_, segment)| segment.kind == SegmentKind::Prose);
    let fault = |(index, segment): (usize, &Segment)| {
        let next = segments.get(index + 1).map_or("", |next| &source[next.at.clone()]);
        let text = &source[segment.at.clone()];
        // `{{-` takes the blanks before it away.
        let text = if next.as_bytes().get(2) == Some(&b'-') { text.trim_end() } else { text };
        let signs = text.len() - text.trim_end_matches('\\').len();
        let at = segment.at.start + text.len();
        let found = || format!("\\{}", beginning(next.lines().next().unwrap_or_default(), 30));
        (signs % 2 == 1).then(|| Fault::syntax(Syntax::Escape, at - 1..at, &found()))
    };
    prose.filter_map(fault).collect()
}

fn push_prose(source: &str, at: Range<usize>, segments: &mut Vec<Segment>, faults: &mut Vec<Fault>) {
    if !at.is_empty() {
        braces(source, &at, faults);
        segments.push(Segment { kind: SegmentKind::Prose, at });
    }
}

/// Signs of the language in prose, which would be printed as they are. A backslash before a brace prints it.
fn braces(source: &str, at: &At, faults: &mut Vec<Fault>) {
    let text = &source[at.clone()];
    let mut done = 0;
    for (offset, c) in text.char_indices().filter(|(_, c)| matches!(c, '{' | '}' | '%' | '#' | '[')) {
        if offset < done || text[..offset].ends_with('\\') {
            continue;
        }
        let rest = &text[offset..];
        let found = match c {
            '{' => Some(opened(rest)),
            '}' if closes_twice(rest) => Some((Syntax::StrayClose, 1 + rest[1..].find('}').map_or(0, |at| at + 1))),
            '}' => Some((Syntax::SingleBrace, 1)),
            '%' | '#' if rest[1..].starts_with('}') => Some((Syntax::StrayClose, 2)),
            '[' if rest[1..].starts_with('^') => {
                Some((Syntax::Footnote, rest.find([']', '\n']).map_or(2, |end| end + 1)))
            }
            _ => None,
        };
        if let Some((syntax, length)) = found {
            let length = length.min(rest.len());
            let start = at.start + offset;
            faults.push(Fault::syntax(syntax, start..start + length, &rest[..length]));
            done = offset + length;
        }
    }
}

/// `}}` or `} }`.
fn closes_twice(rest: &str) -> bool {
    rest[1..].trim_start_matches([' ', '\u{a0}']).starts_with('}')
}

/// A single brace that opens: `{ {`, or `{doc.year}`, and how long the whole is.
fn opened(rest: &str) -> (Syntax, usize) {
    let line = rest.lines().next().unwrap_or(rest);
    let is_split = line[1..].trim_start_matches([' ', '\u{a0}']).starts_with(['{', '%']);
    let end = line.find('}').map_or(1, |end| end + 1);
    if !is_split {
        return (Syntax::SingleBrace, end);
    }
    let second = line[end..].trim_start_matches([' ', '\u{a0}']);
    (Syntax::SplitBraces, if second.starts_with('}') { line.len() - second.len() + 1 } else { end })
}

/// A template in which prose alone is left, byte for byte in its place: for an expression a run of letters, blanks
/// for statements and comments.
pub(crate) fn prose_only(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for Segment { kind, at } in scan(source).0 {
        match kind {
            SegmentKind::Prose => out.push_str(&source[at]),
            SegmentKind::Expression | SegmentKind::Faulty => {
                out.extend(source[at].bytes().map(|b| if b == b'\n' { '\n' } else { 'x' }))
            }
            _ => out.extend(source[at].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' })),
        }
    }
    out
}
