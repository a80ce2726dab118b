//! Pages that are not whole (trang in không trọn vẹn), each fault told at the cell that the text comes from.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::plain_text;
use crate::input::figure_key::{FigureKey, KeyParts};
use crate::input::figure_name;
use crate::input::templates;
use crate::input::verify::Verified;
use crate::product::form::Form;
use crate::product::pages::overlook::{Fault, Owner, Wrong};
use crate::vi::text::{beginning, longest_word};

/// So many faults are told; a page that was laid out badly has no end of them.
const TOLD: usize = 20;

/// One finding for each table, list and part that is not whole; `main` names the file that puts the document together.
pub(crate) fn findings(faults: &[Fault], verified: &Verified, form: &Form, main: &str) -> Vec<Finding> {
    let mut told: Vec<Fault> = Vec::new();
    for fault in faults {
        match told.iter_mut().find(|known| is_one(known, fault)) {
            None => told.push(fault.clone()),
            Some(known) => {
                let count = known.count + fault.count;
                // What has the longest word is what the others give way to.
                if longest_word(&fault.text).0 > longest_word(&known.text).0 {
                    *known = fault.clone();
                }
                known.count = count;
            }
        }
    }
    told.iter().take(TOLD).map(|fault| finding(fault, verified, form, main)).collect()
}

/// Whether two faults have one cause: a table that is too wide, a list of recipients that is too long.
fn is_one(one: &Fault, other: &Fault) -> bool {
    match (&one.owner, &other.owner) {
        (Owner::Cell { table, .. }, Owner::Cell { table: of, .. }) => table == of,
        (Owner::Datum(one), Owner::Datum(other)) => is_recipient(one) && is_recipient(other),
        _ => false,
    }
}

fn finding(fault: &Fault, verified: &Verified, form: &Form, main: &str) -> Finding {
    let (part, place, column) = part(fault, verified, form, main);
    let wrong = match fault.wrong {
        Wrong::OffPaper => "off-paper",
        Wrong::InMargin => "in-margin",
        Wrong::Cut => "cut",
        Wrong::OverText => "over-text",
        Wrong::OverRule => "over-rule",
        Wrong::AtRule => "at-rule",
        Wrong::Unseen => "unseen",
        Wrong::RuleAstray => "rule-astray",
    };
    let finding = Finding::new(Code::PageNotWhole, place).choice("wrong", wrong).choice("part", part);
    let finding = finding.with("text", beginning(&fault.text, 60)).with("other", beginning(&fault.other, 40));
    finding.with("page", fault.page).with("column", column).count(fault.count - 1).flag("has-more", fault.count > 1)
}

/// What kind of part a fault is in, where that was typed, and the heading of its column.
fn part(fault: &Fault, verified: &Verified, form: &Form, main: &str) -> (&'static str, Place, String) {
    let dataset = &verified.checked.dataset;
    let cell = |key: &str| -> Option<Place> {
        let key: FigureKey = key.parse().ok()?;
        Some(Place::Cell(dataset.entry(&key)?.at.first()?.clone()))
    };
    let definition = || Place::File(templates::definition_path(&verified.template));
    match &fault.owner {
        Owner::Cell { table, column, datum, .. } => {
            let tables = form.appendices.iter().flat_map(|appendix| &appendix.tables);
            let heads = tables.skip(*table).take(1).flat_map(|table| table.header.iter().flatten());
            let head = heads.filter(|head| (head.col..head.col + head.colspan).contains(column)).last();
            let heading = head.map(|head| plain_text(&head.text)).unwrap_or_default();
            match datum {
                Some(key) => ("cell", cell(key).unwrap_or_else(definition), heading),
                None => ("header", definition(), heading),
            }
        }
        Owner::Datum(key) => match cell(key) {
            Some(place) => ("particular", place, key_name(verified, key)),
            None => ("words", Place::File(main.to_owned()), String::new()),
        },
        Owner::Source(file) if file.starts_with("narrative/") => {
            let path = file.replacen("narrative", &templates::narrative_path(&verified.template), 1);
            ("prose", Place::File(format!("{path}.j2")), String::new())
        }
        Owner::Source(_) | Owner::Unknown => ("words", Place::File(main.to_owned()), String::new()),
    }
}

fn is_recipient(key: &str) -> bool {
    key.parse().is_ok_and(|key: FigureKey| matches!(key.parts(), KeyParts::Recipient(_)))
}

fn key_name(verified: &Verified, key: &str) -> String {
    let name = |key: FigureKey| figure_name::describe(&verified.document, &verified.checked.dataset, &key);
    key.parse().map(name).unwrap_or_default()
}
