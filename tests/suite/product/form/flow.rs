//! What the issue asks of the pages beyond the decree: nothing stands alone at a page's edge.

use super::findings::Findings;
use super::numbering::label;
use super::parts::Parts;
use crate::support::layout::{Block, Kind};

/// A heading, and a line such as "b) Đối tượng" that only opens what follows.
fn opens(block: &Block) -> bool {
    let text = block.text();
    block.kind == Kind::Heading
        || (label(&text).is_some() && !text.ends_with(['.', ';', ',']) && block.lines.len() == 1)
}

pub fn headings_lead(parts: &Parts, found: &mut Findings) {
    let body = parts.body();
    for (block, next) in body.iter().zip(body.iter().skip(1)) {
        if opens(block) {
            let whole = block.first().page == next.first().page;
            found.holds(whole, block.first(), "it stands last on its page, apart from what it opens");
        }
    }
    found.claim(body.last().is_none_or(|block| !opens(block)), || "the body ends with a heading".to_owned());
}

pub fn no_lone_lines(parts: &Parts, found: &mut Findings) {
    for block in parts.body() {
        let (first, last) = (block.first(), block.last());
        let on = |page: usize| block.lines.iter().filter(|line| line.page == page).count();
        if first.page != last.page {
            found.holds(on(first.page) > 1, first, "the first line of a paragraph stands alone at the foot of a page");
            found.holds(on(last.page) > 1, last, "the last line of a paragraph stands alone at the head of a page");
        }
    }
}
