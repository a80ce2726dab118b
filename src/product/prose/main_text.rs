//! What stands in a document's own `main.typ`: its texts, and whether it prints the prose.

use typst::syntax::{SyntaxKind, SyntaxNode};

/// Every text that the file prints by itself: markup, and strings that hold a sentence.
pub(crate) fn texts(source: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    walk(&typst::syntax::parse(source), 0, &mut |node, offset| {
        let text = &source[offset..offset + node.len()];
        let is_printed = match node.kind() {
            SyntaxKind::Text => true,
            // Names of files and fonts are strings too.
            SyntaxKind::Str => text.contains(' ') && !text.contains("/"),
            _ => false,
        };
        // "#999" in markup prints the number.
        let is_number = |child: &&SyntaxNode| matches!(child.kind(), SyntaxKind::Int | SyntaxKind::Float);
        if node.kind() == SyntaxKind::Markup && node.children().any(|child| is_number(&child)) {
            let mut at = offset;
            for child in node.children() {
                if is_number(&child) {
                    found.push(source[at..at + child.len()].to_owned());
                }
                at += child.len();
            }
        }
        if is_printed {
            found.push(text.trim_matches('"').to_owned());
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
