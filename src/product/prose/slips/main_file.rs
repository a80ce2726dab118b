//! What stands in a document's own `main.typ`: its texts, and whether it prints the prose.

use typst::syntax::{SyntaxKind, SyntaxNode};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::product::prose::inspect;
use crate::product::prose::slips::Proof;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};

/// The findings about the document's own `main.typ`.
pub(crate) fn judged(proof: &Proof<'_>, texts: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    let Some(source) = &proof.folder.main else { return Vec::new() };
    let mut numbers = Vec::new();
    for passage in texts {
        for number in inspect::figures(&passage.text) {
            let at = number.as_ptr() as usize - passage.text.as_ptr() as usize;
            numbers.push(Slip::new(passage, at..at + number.len(), ""));
        }
    }
    let mut found: Vec<Finding> = teller.tell(Code::MainNumber, &numbers).into_iter().collect();
    if !includes_prose(source) {
        let place = Place::File(format!("{}/main.typ", proof.template));
        found.push(Finding::new(Code::MainWithoutNarrative, place));
    }
    found
}

/// Every text that the file prints by itself, with its line: markup, and strings that hold a sentence.
pub(crate) fn texts(source: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    walk(&typst::syntax::parse(source), 0, &mut |node, offset| {
        let text = &source[offset..offset + node.len()];
        let is_printed = match node.kind() {
            SyntaxKind::Text => true,
            // Names of files and fonts are strings too.
            SyntaxKind::Str => text.contains(' ') && !text.contains("/"),
            _ => false,
        };
        if is_printed {
            let line = 1 + source[..offset].matches('\n').count();
            found.push((line, text.trim_matches('"').to_owned()));
        }
    });
    found
}

/// Whether it includes the prose at all.
pub(crate) fn includes_prose(source: &str) -> bool {
    let mut includes = false;
    walk(&typst::syntax::parse(source), 0, &mut |node, offset| {
        let text = &source[offset..offset + node.len()];
        includes |= node.kind() == SyntaxKind::Str && text.contains("narrative");
    });
    includes
}

fn walk(node: &SyntaxNode, offset: usize, visit: &mut dyn FnMut(&SyntaxNode, usize)) {
    visit(node, offset);
    let mut at = offset;
    for child in node.children() {
        walk(child, at, visit);
        at += child.len();
    }
}
