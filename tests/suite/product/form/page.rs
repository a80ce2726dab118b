//! The sheet, its margins, the type in general and the page numbers: F-01 to F-13.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use unicode_normalization::is_nfc;

use super::findings::{Findings, OnPage};
use super::parts::{COUNTRY, Edges, MOTTO, Parts, mm};
use crate::support::layout::{Kind, Line, MM};

const SHORT_SIDE: f64 = 210.0;
const LONG_SIDE: f64 = 297.0;
/// How far a line's thickness may reach over the edge of the text block.
const OVERHANG: f64 = 0.2;
/// How far the ink of a line may stay inside the line's own height, which is what fills the text block.
const INK: f64 = 1.0;

pub fn paper(parts: &Parts, found: &mut Findings) {
    for page in parts.all_pages() {
        let sheet = parts.layout.sheet(page);
        found.near("short side", &OnPage(page), mm(sheet.width.min(sheet.height)), (SHORT_SIDE, 0.5), "mm");
        found.near("long side", &OnPage(page), mm(sheet.width.max(sheet.height)), (LONG_SIDE, 0.5), "mm");
    }
}

pub fn portrait(parts: &Parts, found: &mut Findings) {
    for page in parts.main_pages() {
        let sheet = parts.layout.sheet(page);
        found.holds(sheet.height > sheet.width, &OnPage(page), "the page lies on its side");
    }
}

pub fn appendix_orientation(parts: &Parts, found: &mut Findings) {
    let wide = |page: usize| parts.layout.sheet(page).width > parts.layout.sheet(page).height;
    for (appendix, across) in parts.appendices().iter().zip([false, true]) {
        for page in appendix.pages.clone() {
            found.holds(wide(page) == across, &OnPage(page), "the page has the other orientation");
        }
    }
    for line in parts.layout.lines() {
        found.holds(line.every(|span| span.level), line, "text is turned or stretched against the page");
    }
}

pub fn margins(parts: &Parts, found: &mut Findings) {
    let edges = parts.edges();
    let width = parts.layout.sheet(1).width;
    let body = OnPage(1);
    found.between("left margin", &body, mm(edges.left), (30.0, 35.0), "mm");
    found.between("right margin", &body, mm(width - edges.right), (15.0, 20.0), "mm");
    let all = parts.all_pages();
    let upright = all.filter(|&page| parts.layout.sheet(page).width < parts.layout.sheet(page).height);
    for page in upright {
        stays_inside(parts, found, page, edges);
    }
    top_and_bottom(parts, found);
}

/// Text and lines of a page stay between these edges and 20 mm from top and bottom.
fn stays_inside(parts: &Parts, found: &mut Findings, page: usize, edges: Edges) {
    let bottom = parts.layout.sheet(page).height;
    for line in content(parts, page) {
        found.holds(mm(line.x - edges.left) > -OVERHANG, line, "text reaches into the left margin");
        found.holds(mm(edges.right - line.right) > -OVERHANG, line, "text reaches into the right margin");
        found.between("clear above text", line, mm(line.top), (20.0, LONG_SIDE), "mm");
        found.between("clear below text", line, mm(bottom - line.bottom), (20.0, LONG_SIDE), "mm");
    }
    for stroke in parts.layout.strokes_on(page) {
        let inside = stroke.x - edges.left > -OVERHANG * MM && edges.right - stroke.right() > -OVERHANG * MM;
        found.holds(inside, stroke, "a line reaches into a side margin");
        let inside = mm(stroke.y) > 20.0 - OVERHANG && mm(bottom - stroke.bottom()) > 20.0 - OVERHANG;
        found.holds(inside, stroke, "a line reaches into the top or bottom margin");
    }
}

/// The fullest pages show where the text block begins and ends.
fn top_and_bottom(parts: &Parts, found: &mut Findings) {
    let lines = || parts.main_pages().flat_map(|page| content(parts, page));
    let highest = lines().min_by(|a, b| a.top.total_cmp(&b.top));
    let lowest = lines().max_by(|a, b| a.bottom.total_cmp(&b.bottom));
    if let (Some(highest), Some(lowest)) = (highest, lowest) {
        let height = parts.layout.sheet(lowest.page).height;
        found.between("top margin", highest, mm(highest.top), (20.0, 25.0 + INK), "mm");
        found.between("bottom margin", lowest, mm(height - lowest.bottom), (20.0, 25.0 + INK), "mm");
    }
}

/// The lines of a page without its number.
fn content<'a>(parts: &'a Parts, page: usize) -> impl Iterator<Item = &'a Line> {
    let blocks = parts.layout.blocks.iter().filter(|block| block.kind != Kind::Running);
    blocks.flat_map(|block| &block.lines).filter(move |line| line.page == page)
}

pub fn landscape_margins(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        let first = *appendix.pages.start();
        let sheet = parts.layout.sheet(first);
        if sheet.width < sheet.height {
            continue;
        }
        let edges = parts.appendix_edges(&appendix);
        found.between("left margin", &OnPage(first), mm(edges.left), (30.0 - OVERHANG, 35.0), "mm");
        found.between("right margin", &OnPage(first), mm(sheet.width - edges.right), (15.0 - OVERHANG, 20.0), "mm");
        for page in appendix.pages.clone() {
            stays_inside(parts, found, page, edges);
        }
        let top = |page| content(parts, page).map(|line| line.top).fold(f64::INFINITY, f64::min);
        found.between("top margin", &OnPage(first), mm(top(first)), (20.0, 25.0 + INK), "mm");
    }
}

pub fn one_family(parts: &Parts, found: &mut Findings) {
    let families: BTreeSet<&str> =
        parts.layout.lines().flat_map(|line| &line.spans).map(|span| span.family.as_str()).collect();
    let known = families.iter().all(|family| ["Times New Roman", "Liberation Serif"].contains(family));
    found.claim(known && families.len() == 1, || format!("the families are {families:?}"));
}

pub fn composed(parts: &Parts, found: &mut Findings) {
    for line in parts.layout.lines() {
        found.holds(is_nfc(&line.text), line, "the text is not in the composed form NFC");
        let loose = line.text.chars().any(|c| ('\u{300}'..='\u{323}').contains(&c));
        found.holds(!loose, line, "the text has a loose combining mark");
    }
}

pub fn black(parts: &Parts, found: &mut Findings) {
    for line in parts.layout.lines() {
        found.holds(line.every(|span| span.black), line, "text is not black");
    }
    for stroke in &parts.layout.strokes {
        found.holds(stroke.black, stroke, "a line is not black");
    }
}

pub fn tiers(parts: &Parts, found: &mut Findings) {
    let sizes = [parts.line(COUNTRY), parts.line(MOTTO), parts.place_date()]
        .map(|line| line.map_or(0.0, |line| line.spans[0].size));
    let allowed = [[13.0, 14.0, 14.0], [12.0, 13.0, 13.0]];
    let close = |tier: &[f64; 3]| tier.iter().zip(sizes).all(|(wanted, size)| (wanted - size).abs() < 0.2);
    found.claim(allowed.iter().any(close), || {
        format!("country, motto and date are {sizes:?} pt; allowed 13, 14, 14 or 12, 13, 13")
    });
    let body = body_size(parts);
    for line in parts.body().iter().flat_map(|block| &block.lines) {
        for span in &line.spans {
            found.near("body size", line, span.size, (body, 0.2), "pt");
        }
    }
    found.between("body size", &OnPage(1), body, (13.0, 14.0), "pt");
}

pub fn body_size(parts: &Parts) -> f64 {
    super::parts::most_frequent(parts.body().iter().flat_map(|block| block.spans().map(|span| span.size)))
}

pub fn page_numbers(parts: &Parts, found: &mut Findings) {
    numbered(parts, found, parts.main_pages());
    for line in parts.layout.blocks.iter().filter(|block| block.kind == Kind::Running).flat_map(|block| &block.lines) {
        for span in &line.spans {
            found.between("number size", line, span.size, (13.0, 14.0), "pt");
        }
        found.holds(line.every(|span| !span.bold && !span.italic), line, "the page number is not upright and plain");
    }
}

pub fn appendix_numbers(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        numbered(parts, found, appendix.pages);
    }
}

/// Nothing in the top margin of the first of these pages; its number from 1 alone in that of the others.
fn numbered(parts: &Parts, found: &mut Findings, pages: RangeInclusive<usize>) {
    let first = *pages.start();
    for page in pages {
        let wanted = page - first + 1;
        let shown: Vec<&str> = in_top_margin(parts, page).map(|line| line.text.as_str()).collect();
        if wanted == 1 {
            found.claim(shown.is_empty(), || format!("the first page {page} shows {shown:?} in its top margin"));
        } else {
            let right = shown == [wanted.to_string()];
            found.claim(right, || format!("page {page} shows {shown:?} in its top margin; it must be {wanted} alone"));
        }
    }
}

fn in_top_margin<'a>(parts: &'a Parts, page: usize) -> impl Iterator<Item = &'a Line> {
    parts.layout.lines_on(page).filter(|line| mm(line.baseline) < 20.0)
}

pub fn page_number_centres(parts: &Parts, found: &mut Findings) {
    let main = (parts.main_pages(), parts.edges());
    let appendices = parts.appendices();
    let others = appendices.iter().map(|appendix| (appendix.pages.clone(), parts.appendix_edges(appendix)));
    for (pages, edges) in std::iter::once(main).chain(others) {
        for page in pages {
            let sheet = parts.layout.sheet(page).width / 2.0;
            for line in in_top_margin(parts, page) {
                let off = |middle: f64| mm(line.centre() - middle).abs();
                let off = off(edges.centre()).min(off(sheet));
                found.between("number off centre", line, off, (0.0, 1.0), "mm");
            }
        }
    }
}

pub fn first_pages_unnumbered(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        let first = *appendix.pages.start();
        let shown: Vec<&str> = in_top_margin(parts, first).map(|line| line.text.as_str()).collect();
        found.claim(shown.is_empty(), || format!("the first page {first} of an appendix shows {shown:?}"));
    }
}
