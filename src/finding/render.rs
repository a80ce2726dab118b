//! Findings as people read them: in one line, or whole with an excerpt.

use std::fmt::Write as _;

use crate::finding::messages::Messages;
use crate::finding::place::{Excerpt, Place};
use crate::finding::{Diagnostic, Severity};
use crate::vi::text;

impl Messages {
    /// The sentence of a finding, and how many other cells it is true of.
    fn sentence(&self, diagnostic: &Diagnostic) -> String {
        let text = self.text(diagnostic.code, &diagnostic.args);
        if diagnostic.related.is_empty() || !diagnostic.code.starts_with("cell-") {
            return text;
        }
        let more = self.text("more-cells", &[("count", diagnostic.related.len().to_string())]);
        format!("{text} {more}")
    }

    /// One line: `so-lieu.xlsx › Kinh phí › E7: lỗi: …`.
    pub fn short(&self, diagnostic: &Diagnostic) -> String {
        let severity = self.severity(diagnostic.severity);
        let text = self.sentence(diagnostic);
        match &diagnostic.place {
            Place::Nowhere => format!("{severity}: {text}"),
            place => format!("{}: {severity}: {text}", text::quoted(&place.to_string())),
        }
    }

    /// The whole finding: sentence, place, excerpt with a caret, related cells, remedy.
    pub fn long(&self, diagnostic: &Diagnostic) -> String {
        let mut out =
            format!("{}[{}]: {}\n", self.severity(diagnostic.severity), diagnostic.code, self.sentence(diagnostic));
        if diagnostic.place != Place::Nowhere {
            let _ = writeln!(out, "  --> {}", text::quoted(&diagnostic.place.to_string()));
        }
        if let Some(excerpt) = &diagnostic.excerpt {
            push_excerpt(&mut out, excerpt);
        }
        for (cell, content) in &diagnostic.related {
            let content = if content.is_empty() { String::new() } else { format!(": {content}") };
            let _ = writeln!(out, "   +  {}", text::quoted(&format!("{cell}{content}")));
        }
        if let Some(hint) = self.hint(diagnostic.code, &diagnostic.args) {
            let _ = writeln!(out, "   =  {}: {hint}", self.text("label-hint", &[]));
        }
        out
    }

    fn severity(&self, severity: Severity) -> String {
        let (label, colour) = match severity {
            Severity::Error => ("label-error", "31"),
            Severity::Warning => ("label-warning", "33"),
            Severity::Note => ("label-note", "36"),
        };
        let text = self.text(label, &[]);
        if self.colour { format!("\x1b[1;{colour}m{text}\x1b[0m") } else { text }
    }
}

fn push_excerpt(out: &mut String, excerpt: &Excerpt) {
    let width = excerpt.lines.iter().map(|(n, _)| n.to_string().len()).max().unwrap_or(1).max(4);
    let _ = writeln!(out, "{:width$} |", "");
    for (number, line) in &excerpt.lines {
        let _ = writeln!(out, "{number:>width$} | {}", text::quoted(line));
    }
    let (offset, length) = excerpt.mark;
    let _ = writeln!(out, "{:width$} | {}{}", "", " ".repeat(offset), "^".repeat(length.max(1)));
}
