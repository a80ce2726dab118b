//! Findings as people read them: in one line, or whole with an excerpt.

use std::fmt::Write as _;

use crate::finding::messages::Messages;
use crate::finding::paint::{Ink, paint};
use crate::finding::place::{Excerpt, Place};
use crate::finding::{Finding, Severity};
use crate::vi::text;

/// How many more notes that say the same are shown with the first.
const MORE_NOTES: usize = 3;

impl Messages {
    /// The sentence of a finding, and of how many cells it is true.
    fn sentence(&self, finding: &Finding) -> String {
        let text = self.said(finding.code, &finding.args);
        if finding.alike.is_empty() {
            return text;
        }
        let count = ("count", finding.each().count().to_string());
        let more = match &finding.place {
            Place::Cell(at) if finding.severity != Severity::Note => {
                self.text("more-cells", &[count, ("columns", finding.columns().to_string()), ("first", at.a1())])
            }
            place => self.text("more-notes", &[count, ("first", place.to_string())]),
        };
        format!("{text} {more}")
    }

    /// One line: `so-lieu.xlsx › Kinh phí › E7: lỗi: …`.
    pub(crate) fn short(&self, finding: &Finding) -> String {
        let severity = self.severity(finding.severity);
        let text = self.sentence(finding);
        match &finding.place {
            Place::Nowhere => format!("{severity}: {text}"),
            _ => format!("{}: {severity}: {text}", text::quoted(&finding.places())),
        }
    }

    /// The whole finding: sentence, place, excerpt with a caret, related cells, remedy.
    pub fn long(&self, finding: &Finding) -> String {
        let mut out = format!("{}[{}]: {}\n", self.severity(finding.severity), finding.code, self.sentence(finding));
        if finding.place != Place::Nowhere {
            let _ = writeln!(out, "  --> {}", text::quoted(&finding.places()));
        }
        if let Some(excerpt) = &finding.excerpt {
            push_excerpt(&mut out, excerpt);
        }
        for (cell, content) in &finding.related {
            let content = if content.is_empty() { String::new() } else { format!(": {content}") };
            let _ = writeln!(out, "   +  {}", text::quoted(&format!("{cell}{content}")));
        }
        if finding.severity == Severity::Note {
            for other in finding.alike.iter().take(MORE_NOTES) {
                let said = self.said(other.code, &other.args);
                let _ = writeln!(out, "   +  {}: {said}", text::quoted(&other.place.to_string()));
            }
        }
        if let Some(reason) = &finding.accepted {
            let _ = writeln!(out, "   =  {}: {}", self.text("label-accepted", &[]), text::quoted(reason));
        } else if let Some(hint) = self.hint(finding.code, &finding.args) {
            let _ = writeln!(out, "   =  {}: {hint}", self.text("label-hint", &[]));
        }
        out
    }

    fn severity(&self, severity: Severity) -> String {
        let (label, ink) = match severity {
            Severity::Error => ("label-error", Ink::Error),
            Severity::Warning => ("label-warning", Ink::Warning),
            Severity::Note => ("label-note", Ink::Note),
        };
        paint(&self.text(label, &[]), ink, self.colour)
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
