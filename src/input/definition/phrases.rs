//! The texts of a definition that come onto paper, and the particulars they name: `Kế hoạch năm {{ doc.year }}`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::picture::picture;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, HeaderNode, Table, TableLayout};
use crate::vi::matching;
use crate::vi::text::shortened;

/// So many characters of what somebody wrote are shown in a sentence.
const SHOWN: usize = 60;

/// A text of a definition.
struct Written<'a> {
    text: &'a str,
    /// Whether particulars may be named in it.
    names: bool,
}

/// The stretches (in bytes) of a text that stand between `{{` and `}}`, those signs included.
pub(crate) fn named(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find("{{")?;
        let end = start + text[start..].find("}}")? + 2;
        from = end;
        Some(start..end)
    })
}

/// The key of the particular that a stretch of [`named`] names: `year` of `{{ doc.year }}`.
pub(crate) fn particular(stretch: &str) -> Option<&str> {
    stretch.strip_prefix("{{")?.strip_suffix("}}")?.trim().strip_prefix("doc.")
}

/// The texts in which particulars may be named, and the keys of those they name.
pub(crate) fn used(document: &Document) -> BTreeSet<(&str, &str)> {
    let texts = texts(document).into_iter().filter(|written| written.names).map(|written| written.text);
    texts.flat_map(|text| named(text).filter_map(move |at| Some((particular(&text[at])?, text)))).collect()
}

/// Every brace of those texts that names no particular: on paper it would stand as written. `source` is the whole
/// definition, `file` names it.
pub(crate) fn faults(document: &Document, source: &str, file: &str) -> Vec<Finding> {
    let fields = document.facts.fields.iter().map(|field| field.key.as_str());
    let known: BTreeSet<&str> = fields.chain(document.facts.offsets.iter().map(|years| years.key.as_str())).collect();
    let mut told = BTreeSet::new();
    let mut faults = Vec::new();
    for written in texts(document) {
        for stretch in wrong(&written, &known) {
            if told.insert((written.text, stretch.start)) {
                faults.push(fault(&written, stretch, &known, source, file));
            }
        }
    }
    faults
}

/// The first stretch of a text that has braces and names nothing, or all names that are unknown.
fn wrong(written: &Written<'_>, known: &BTreeSet<&str>) -> Vec<Range<usize>> {
    let Written { text, names } = *written;
    let named: Vec<Range<usize>> = named(text).filter(|_| names).collect();
    let stray = text.match_indices(['{', '}']).map(|(at, sign)| at..at + sign.len());
    let is_stray = |sign: &Range<usize>| !named.iter().any(|stretch| stretch.contains(&sign.start));
    let stray = stray.into_iter().find(is_stray).map(|stray| stray.start..text.len());
    if stray.is_some() {
        return stray.into_iter().collect();
    }
    let is_known = |stretch: &Range<usize>| particular(&text[stretch.clone()]).is_some_and(|key| known.contains(key));
    named.into_iter().filter(|stretch| !is_known(stretch)).collect()
}

fn fault(written: &Written<'_>, stretch: Range<usize>, known: &BTreeSet<&str>, source: &str, file: &str) -> Finding {
    let shown = &written.text[stretch.clone()];
    // A text whose letters TOML writes otherwise is told without its line.
    let at = source.find(written.text).map(|at| at + stretch.start..at + stretch.end);
    let finding = match shown.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).map(str::trim) {
        Some(name) if written.names => {
            let names: Vec<String> = known.iter().map(|key| format!("doc.{key}")).collect();
            let nearest = |name: &str| matching::nearest(name, names.iter().map(String::as_str));
            let near = nearest(name).or_else(|| nearest(&format!("doc.{name}")));
            let finding = Finding::new(Code::DefinitionPhrase, Place::File(file.to_owned()));
            finding.with("name", shortened(name, SHOWN)).with("known", names.join(", ")).with_near(near)
        }
        _ => {
            let finding = Finding::new(Code::DefinitionBraces, Place::File(file.to_owned()));
            finding.with("found", shortened(shown, SHOWN)).flag("has-names", written.names)
        }
    };
    match at {
        Some(at) => {
            let (place, excerpt) = picture(file, source, &at);
            Finding { place, ..finding }.showing(excerpt)
        }
        None => finding,
    }
}

/// Every text of a definition that is printed, in a document or in a workbook.
fn texts(document: &Document) -> Vec<Written<'_>> {
    let mut texts = Vec::new();
    let mut plain = |text| texts.push(Written { text, names: false });
    plain(&document.document.name);
    document.document.keywords.iter().for_each(|keyword| plain(keyword));
    plain(&document.facts.sheet);
    document.facts.headings.iter().for_each(|heading| plain(heading));
    document.facts.fields.iter().for_each(|field| plain(&field.heading));
    plain(&document.recipients.sheet);
    plain(&document.recipients.heading);
    document.tables.iter().for_each(|table| of_table(table, &mut texts));
    for appendix in &document.appendices {
        texts.push(Written { text: &appendix.label, names: true });
        texts.extend(appendix.title.iter().map(|text| Written { text, names: true }));
        appendix.parts.iter().for_each(|part| of_part(part, &mut texts));
    }
    texts
}

fn of_table<'a>(table: &'a Table, texts: &mut Vec<Written<'a>>) {
    texts.push(Written { text: &table.sheet, names: false });
    texts.extend(table.total.iter().map(|total| Written { text: &total.label, names: false }));
    texts.extend(table.sums.iter().map(|sum| Written { text: &sum.label, names: false }));
    texts.extend(table.derived.iter().map(|derived| Written { text: &derived.label, names: false }));
    for column in &table.columns {
        texts.push(Written { text: &column.heading, names: true });
        texts.extend(column.unit.iter().chain(&column.choices).map(|text| Written { text, names: false }));
    }
}

fn of_part<'a>(part: &'a TableLayout, texts: &mut Vec<Written<'a>>) {
    texts.extend([&part.sheet, &part.data_sheet].map(|text| Written { text, names: false }));
    let named = part.title.iter().chain(&part.unit_line).chain([&part.summary]);
    texts.extend(named.map(|text| Written { text, names: true }));
    part.header.iter().for_each(|node| of_node(node, texts));
}

fn of_node<'a>(node: &'a HeaderNode, texts: &mut Vec<Written<'a>>) {
    texts.push(Written { text: &node.text, names: true });
    texts.extend(node.number.iter().map(|text| Written { text, names: false }));
    node.children.iter().for_each(|child| of_node(child, texts));
}
