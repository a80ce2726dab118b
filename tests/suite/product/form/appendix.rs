//! Appendices and their tables: F-52, F-64, F-74 to F-78e.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use super::head::{BOLD, ITALIC, capitals, typeface};
use super::parts::{Appendix, COUNTRY, DOCUMENT_TYPE, Edges, MOTTO, Parts, is_appendix_label, mm};
use crate::support::layout::{Block, Cell, Drawn, Kind, Line, Stroke};

const LABELS: [&str; 2] = ["Phụ lục I", "Phụ lục II"];

/// As published: the body cites the first appendix only.
pub fn cited(parts: &Parts, found: &mut Findings) {
    let body: Vec<String> = parts.body().iter().map(|block| block.text()).collect();
    let cites = |label: &str| {
        let ends = |after: &str| !after.starts_with(|c: char| c.is_alphanumeric());
        body.iter().flat_map(|text| text.split(label).skip(1)).any(ends)
    };
    let are_cited = LABELS.map(cites);
    found.claim(are_cited == [true, false], || {
        format!("appendices I and II cited: {are_cited:?}; as published only the first is")
    });
}

pub fn numbered(parts: &Parts, found: &mut Findings) {
    let appendices = parts.appendices();
    let labels: Vec<String> = appendices.iter().map(|appendix| appendix.label.text()).collect();
    found.claim(labels == LABELS, || format!("the labels are {labels:?}; they must be {LABELS:?}"));
}

fn concentric(found: &mut Findings, line: &Line, edges: Edges) {
    found.between("off centre", line, mm(line.centre() - edges.centre()).abs(), (0.0, 1.0), "mm");
}

pub fn labels(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        let label = appendix.label;
        found.holds(label.lines.len() == 1, label.first(), "the label is not alone on its line");
        found.holds(label.text().starts_with("Phụ lục "), label.first(), "the label is not in small letters");
        typeface(found, label.first(), BOLD, (14.0, 14.0));
        concentric(found, label.first(), parts.appendix_edges(&appendix));
    }
}

/// The blocks between the label and "(Kèm theo ...", and the latter.
fn title_and_caption<'a>(appendix: &Appendix<'a>) -> (Vec<&'a Block>, Option<&'a Block>) {
    let is_caption = |block: &&Block| block.text().starts_with("(Kèm theo");
    let caption = appendix.blocks.iter().copied().find(is_caption);
    let after_label = appendix.blocks.iter().copied().skip_while(|block| !is_appendix_label(block)).skip(1);
    (after_label.take_while(|block| !is_caption(block)).collect(), caption)
}

pub fn titles(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        for block in title_and_caption(&appendix).0 {
            for line in &block.lines {
                typeface(found, line, BOLD, (13.0, 14.0));
                found.holds(capitals(&line.text), line, "the title is not in capitals");
                concentric(found, line, parts.appendix_edges(&appendix));
                found.holds(line.baseline > appendix.label.last().baseline, line, "it is not under the label");
            }
        }
    }
}

fn captions<'a>(parts: &'a Parts, found: &mut Findings) -> Vec<(Appendix<'a>, &'a Block)> {
    let pairs = parts.appendices().into_iter().filter_map(|appendix| {
        let caption = title_and_caption(&appendix).1;
        found.need(caption, "“(Kèm theo ...”").map(|caption| (appendix, caption))
    });
    pairs.collect()
}

pub fn attached_to(parts: &Parts, found: &mut Findings) {
    for (appendix, caption) in captions(parts, found) {
        for line in &caption.lines {
            typeface(found, line, ITALIC, (13.0, 14.0));
            concentric(found, line, parts.appendix_edges(&appendix));
        }
        let text = caption.text();
        let full = ["Kế hoạch số ", " ngày ", " của "].iter().all(|part| text.contains(part));
        found.holds(full && text.ends_with(')'), caption.first(), "number, date or issuer is missing");
        let above = title_and_caption(&appendix).0;
        let under = above.last().is_some_and(|block| block.last().baseline < caption.first().baseline);
        found.holds(under, caption.first(), "it is not under the title");
    }
}

pub fn attached_number(parts: &Parts, found: &mut Findings) {
    let number = parts.number().and_then(|line| line.text.strip_prefix("Số: "));
    let date = parts.place_date().and_then(|line| line.text.split_once(", ")).map(|(_, date)| date);
    let Some((number, date)) = found.need(number.zip(date), "number and date in the head") else { return };
    for (_, caption) in captions(parts, found) {
        let text = caption.text();
        found.holds(
            text.contains(number) && text.contains(date),
            caption.first(),
            "it names another number or date than the head",
        );
    }
}

pub fn short_rules(parts: &Parts, found: &mut Findings) {
    for (_, caption) in captions(parts, found) {
        let Some(rule) = found.need(parts.rule_under(caption.last()), "the short line under “(Kèm theo ...)”")
        else {
            return;
        };
        found.between("length", rule, mm(rule.width), (20.0, 25.0), "mm");
        found.between("off centre", rule, mm(rule.centre() - caption.last().centre()).abs(), (0.0, 1.0), "mm");
        found.holds(rule.solid, rule, "the line is not solid");
    }
}

pub fn no_head(parts: &Parts, found: &mut Findings) {
    let parts_of_head =
        [COUNTRY, MOTTO, DOCUMENT_TYPE, "ỦY BAN NHÂN DÂN", "Số: ", "Thái Nguyên, ngày", "Nơi nhận", "TM. "];
    for appendix in parts.appendices() {
        for line in appendix.blocks.iter().flat_map(|block| &block.lines) {
            let of_head =
                |text: &&str| if **text == *DOCUMENT_TYPE { line.text == **text } else { line.text.contains(*text) };
            found.holds(!parts_of_head.iter().any(of_head), line, "this belongs to the head or the signature");
        }
    }
}

pub fn own_pages(parts: &Parts, found: &mut Findings) {
    let appendices = parts.appendices();
    found.claim(appendices.len() == LABELS.len(), || format!("{} appendices begin a page", appendices.len()));
    for appendix in appendices {
        let label = appendix.label.first();
        let mut others = parts.layout.lines_on(label.page);
        found.holds(others.all(|line| line.baseline > label.baseline - 0.1), label, "it does not begin a new page");
    }
}

pub fn no_marks(parts: &Parts, found: &mut Findings) {
    for appendix in parts.appendices() {
        for stroke in parts.layout.strokes.iter().filter(|stroke| appendix.pages.contains(&stroke.page)) {
            found.holds(stroke.kind != Drawn::Image, stroke, "an image stands in an appendix");
        }
    }
}

fn cells<'a>(parts: &'a Parts) -> impl Iterator<Item = (Cell, &'a Block)> {
    parts.layout.blocks.iter().filter_map(|block| match block.kind {
        Kind::Cell(cell) => Some((cell, block)),
        _ => None,
    })
}

pub fn tables(parts: &Parts, found: &mut Findings) {
    for (_, block) in cells(parts) {
        for line in &block.lines {
            line.spans.iter().for_each(|span| found.between("table type", line, span.size, (11.0, 14.0), "pt"));
            not_crossed(parts, found, line);
        }
    }
    whole_rows(parts, found);
    headers(parts, found);
    for appendix in parts.appendices() {
        let sheet = parts.layout.sheet(*appendix.pages.start());
        let width = mm(parts.appendix_edges(&appendix).width());
        found.between("table width", appendix.label.first(), width, (0.0, mm(sheet.width) - 45.0 + 0.4), "mm");
    }
}

/// A line of the table through its text would mean that the text does not fit its column.
fn not_crossed(parts: &Parts, found: &mut Findings, line: &Line) {
    let crosses = |stroke: &Stroke| {
        let tall = stroke.kind == Drawn::Line && stroke.width < 0.1;
        tall && (line.x + 0.5..line.right - 0.5).contains(&stroke.x)
            && (stroke.y..stroke.bottom()).contains(&line.baseline)
    };
    found.holds(!parts.layout.strokes_on(line.page).any(crosses), line, "a column line goes through the text");
}

fn whole_rows(parts: &Parts, found: &mut Findings) {
    let mut rows: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for (cell, block) in cells(parts).filter(|(cell, _)| !cell.header) {
        rows.entry((cell.table, cell.row)).or_default().extend(block.lines.iter().map(|line| line.page));
    }
    for ((table, row), pages) in rows {
        found.claim(pages.len() == 1, || format!("row {row} of table {table} is torn across pages {pages:?}"));
    }
}

/// Each page with rows of a table has the table's header above them.
fn headers(parts: &Parts, found: &mut Findings) {
    let mut pages: BTreeMap<(usize, usize), (Vec<String>, f64, f64)> = BTreeMap::new();
    for (cell, block) in cells(parts) {
        let page = pages.entry((cell.table, block.first().page)).or_insert((Vec::new(), 0.0, f64::INFINITY));
        if cell.header {
            page.0.push(block.text());
            page.1 = page.1.max(block.last().baseline);
        } else {
            page.2 = page.2.min(block.first().baseline);
        }
    }
    let mut first: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for ((table, page), (mut header, lowest, highest)) in pages {
        header.sort();
        let wanted = first.entry(table).or_insert_with(|| header.clone());
        let same = *wanted == header && !header.is_empty() && lowest < highest;
        found.claim(same, || format!("table {table} has no header, or another, on page {page}: {header:?}"));
    }
}
