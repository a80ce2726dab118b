//! The content: alignment, indents, spacing and the faces of the levels: F-34, F-35, F-38 to F-51.

use super::findings::{Findings, OnPage};
use super::head::{BOLD, SINGLE, capitals, typeface};
use super::numbering::{Label, label};
use super::page::body_size;
use super::parts::{Parts, mm, most_frequent};
use crate::support::layout::{Block, Kind, Line, Span};

/// The paragraphs before the first heading.
pub fn opening<'a>(parts: &'a Parts) -> Vec<&'a Block> {
    parts.body().into_iter().take_while(|block| label(&block.text()) != Some(Label::Roman(1))).collect()
}

pub fn has_opening(parts: &Parts, found: &mut Findings) {
    found.claim(!opening(parts).is_empty(), || "no paragraph stands before “I.”".to_owned());
}

/// As published: upright. Italic type would follow the decree, and this check would say so.
pub fn upright_opening(parts: &Parts, found: &mut Findings) {
    for block in opening(parts) {
        for span in block.spans() {
            found.between("size", block.first(), span.size, (13.0, 14.0), "pt");
        }
        found.holds(
            block.spans().all(|span| !span.italic),
            block.first(),
            "the opening is no longer upright throughout",
        );
        let text = block.text();
        found.holds(text.ends_with([';', '.', ':']), block.last(), "the paragraph has no closing mark");
        found.holds(!text.starts_with("Căn cứ") || text.ends_with(';'), block.last(), "it must end with a semicolon");
    }
}

pub fn justified(parts: &Parts, found: &mut Findings) {
    let edges = parts.edges();
    for block in parts.body() {
        for (index, line) in block.lines.iter().enumerate() {
            if index > 0 {
                found.near("left edge", line, mm(line.x), (mm(edges.left), 0.2), "mm");
            }
            // Headings are not stretched: there is no text around them that they would have to be flush with.
            if block.kind != Kind::Heading && index + 1 < block.lines.len() {
                found.near("right edge", line, mm(line.right), (mm(edges.right), 0.5), "mm");
            }
        }
    }
    for block in parts.paragraphs() {
        running_face(found, block);
    }
    let loose = parts.layout.blocks.iter().find(|block| block.kind == Kind::Loose);
    found.claim(loose.is_none(), || format!("“{}” is in no paragraph", loose.map(Block::text).unwrap_or_default()));
}

/// How much of a block's width has a face for which this holds.
fn share(block: &Block, is: fn(&Span) -> bool) -> f64 {
    let width = |span: &Span| span.right - span.x;
    let all: f64 = block.spans().map(width).sum();
    block.spans().filter(|span| is(span)).map(width).sum::<f64>() / all
}

/// Emphasised words may stand out, and a line that only opens a list; running text does not.
fn running_face(found: &mut Findings, block: &Block) {
    let opens_list = block.lines.len() == 1 && block.text().ends_with(':');
    found.holds(opens_list || share(block, |span| span.italic) < 0.5, block.first(), "most of the paragraph is italic");
    found.holds(share(block, |span| span.bold) < 0.5, block.first(), "most of the paragraph is bold");
    found.holds(!capitals(&block.text()), block.first(), "the paragraph is in capitals");
}

pub fn indents(parts: &Parts, found: &mut Findings) {
    let left = parts.edges().left;
    let usual = most_frequent(parts.body().iter().map(|block| block.first().x - left));
    let allowed = [10.0, 12.7].into_iter().any(|wanted| (mm(usual) - wanted).abs() < 0.36);
    found.claim(allowed, || format!("the usual indent is {:.2} mm; allowed are 10 and 12.7 mm", mm(usual)));
    for block in parts.body() {
        found.near("indent", block.first(), mm(block.first().x - left), (mm(usual), 0.36), "mm");
    }
}

/// Baseline to baseline within the paragraphs of the body, most often.
pub fn pitch(parts: &Parts) -> f64 {
    most_frequent(parts.body().iter().flat_map(|block| pitches(block)).map(|(_, pitch)| pitch))
}

/// The lines of a block that follow another one on the same page, and how far below it they stand.
fn pitches(block: &Block) -> impl Iterator<Item = (&Line, f64)> {
    let pairs = block.lines.iter().zip(block.lines.iter().skip(1));
    pairs.filter(|(a, b)| a.page == b.page).map(|(a, b)| (b, b.baseline - a.baseline))
}

pub fn paragraph_spacing(parts: &Parts, found: &mut Findings) {
    let body = parts.body();
    let pitch = pitch(parts);
    for (above, below) in body.iter().zip(body.iter().skip(1)) {
        let (last, first) = (above.last(), below.first());
        if last.page == first.page {
            let extra = first.baseline - last.baseline - pitch;
            found.between("space between paragraphs", first, extra, (6.0 - 0.3, 24.0), "pt");
        }
    }
}

pub fn line_spacing(parts: &Parts, found: &mut Findings) {
    let single = SINGLE * body_size(parts);
    let usual = pitch(parts);
    for block in parts.body() {
        for (line, pitch) in pitches(block) {
            found.between("line pitch", line, pitch, (single * 0.98, single * 1.5 * 1.02), "pt");
            found.near("line pitch", line, pitch, (usual, 0.3), "pt");
        }
    }
}

fn labelled<'a>(parts: &'a Parts, is: fn(Label) -> bool) -> Vec<&'a Block> {
    parts.body().into_iter().filter(|block| label(&block.text()).is_some_and(is)).collect()
}

pub fn sections(parts: &Parts, found: &mut Findings) {
    let left = parts.edges().left;
    for block in labelled(parts, |label| matches!(label, Label::Roman(_))) {
        for line in &block.lines {
            typeface(found, line, BOLD, (13.0, 14.0));
        }
        found.holds(capitals(&block.text()), block.first(), "it is not in capitals");
        found.holds(block.first().x - left > 20.0, block.first(), "it does not begin at the first-line indent");
        found.holds(block.first().x - left < 40.0, block.first(), "it is centred");
    }
}

/// A title is bold as a whole; so a paragraph with a number is not.
fn is_title(block: &Block) -> bool {
    block.spans().next().is_some_and(|span| span.bold)
}

pub fn titled_clauses(parts: &Parts, found: &mut Findings) {
    let clauses = labelled(parts, |label| matches!(label, Label::Number(_)));
    for block in clauses.into_iter().filter(|block| is_title(block)) {
        for line in &block.lines {
            typeface(found, line, BOLD, (13.0, 14.0));
        }
        found.holds(!capitals(&block.text()), block.first(), "it is in capitals");
        found.holds(!block.text().ends_with(['.', ';']), block.last(), "a title and its text stand on one line");
    }
}

pub fn untitled_clauses(parts: &Parts, found: &mut Findings) {
    let clauses = labelled(parts, |label| matches!(label, Label::Number(_)));
    for block in clauses.into_iter().filter(|block| !is_title(block)) {
        let first = &block.first().spans[0];
        found.holds(!first.bold && !first.italic, block.first(), "the number is not upright and plain");
        let plain = share(block, |span| !span.bold && !span.italic);
        found.between("plain share", block.first(), plain, (0.5, 1.0), "of the paragraph");
    }
}

/// The label of a point is plain and upright; the words after it may be emphasised.
pub fn points(parts: &Parts, found: &mut Findings) {
    for block in labelled(parts, |label| matches!(label, Label::Letter(_))) {
        let first = &block.first().spans[0];
        found.holds(!first.bold && !first.italic, block.first(), "the letter is not upright and plain");
        found.near("size", block.first(), first.size, (body_size(parts), 0.2), "pt");
    }
    super::numbering::letters(parts, found);
}

pub fn lower_levels(parts: &Parts, found: &mut Findings) {
    let (left, size) = (parts.edges().left, body_size(parts));
    for block in parts.body() {
        let text = block.text();
        let dashed = text.starts_with("- ") || text.starts_with("+ ");
        if dashed || matches!(label(&text), Some(Label::Sub(..))) {
            found.near("size", block.first(), block.first().spans[0].size, (size, 0.2), "pt");
            found.between("indent", block.first(), mm(block.first().x - left), (9.6, 13.1), "mm");
        }
    }
    for line in parts.layout.lines() {
        found.holds(!line.text.contains(['•', '●', '▪', '◦']), line, "a bullet stands here");
    }
}

pub fn number_sizes(parts: &Parts, found: &mut Findings) {
    for block in parts.body() {
        let number = block.first().spans[0].size;
        for span in block.spans() {
            found.near("number less text", block.first(), number - span.size, (0.0, 0.1), "pt");
        }
    }
}

pub fn end_mark(parts: &Parts, found: &mut Findings) {
    let body = parts.body();
    let Some(last) = found.need(body.last(), "the body") else { return };
    found.holds(last.text().ends_with("./."), last.last(), "the last paragraph does not end with “./.”");
    let early = body.iter().rev().skip(1).find(|block| block.text().ends_with("./."));
    found.holds(early.is_none(), &OnPage(last.first().page), "the end mark stands twice");
}
