//! What changed between two versions of a document: figures, other data, sentences, and where each is printed.
//!
//! Data are compared here, paragraphs in [`sentences`]. The result is a value: [`super::text`] and
//! [`super::workbook`] show it to people, and it can be written as JSON.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::input::figure_key::{FigureKey, KeyParts};
use crate::product::ledger::format::{Figure, Kind};
use crate::versions::diff::change::{Change, Delta, Difference, How, SentenceChange, Stated};
use crate::versions::diff::sentences::{self, Changed};
use crate::versions::diff::version::Version;
use crate::vi::numbers::{self, Grouping};

/// Compares two versions of a document.
pub fn diff(old: &Version, new: &Version) -> Difference {
    let (mut figures, mut particulars): (Vec<Change>, Vec<Change>) =
        changes(old, new).into_iter().partition(Change::is_figure);
    let sentences = sentences::sentences(old, new, &Changed::new(&figures, &particulars));
    for change in figures.iter_mut().chain(&mut particulars) {
        let holds = |s: &SentenceChange| s.figures.contains(&change.key) || s.particulars.contains(&change.key);
        change.sentences = (0..sentences.len()).filter(|&at| holds(&sentences[at])).collect();
    }
    Difference {
        format: "vanban/diff/1",
        old: old.ledger.document.clone(),
        new: new.ledger.document.clone(),
        leftovers: sentences::leftovers(&figures, new),
        reordered: reordered(old, new),
        templates: templates(old, new),
        figures,
        particulars,
        sentences,
    }
}

/// Every datum that differs, table by table: what is in the new version in its order, then what is gone.
fn changes(old: &Version, new: &Version) -> Vec<Change> {
    let (before, after) = (index(old), index(new));
    let same = |a: &Figure, b: &Figure| (a.kind, &a.value, &a.unit) == (b.kind, &b.value, &b.unit);
    let current = new.figures().iter().filter_map(|figure| {
        let earlier = before.get(&identity(figure)).copied();
        if earlier.is_some_and(|earlier| same(earlier, figure)) {
            None
        } else {
            change((old, earlier), (new, Some(figure)))
        }
    });
    let gone = old.figures().iter().filter(|figure| !after.contains_key(&identity(figure)));
    let gone = gone.filter_map(|figure| change((old, Some(figure)), (new, None)));
    let mut all: Vec<Change> = current.chain(gone).collect();
    let groups = || new.figures().iter().chain(old.figures()).map(|figure| figure.key.group());
    all.sort_by_cached_key(|change| groups().position(|known| known == change.key.group()));
    all
}

fn index(version: &Version) -> BTreeMap<Identity<'_>, &Figure> {
    version.figures().iter().map(|figure| (identity(figure), figure)).collect()
}

/// Under what a datum is looked up on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Identity<'a> {
    Datum(&'a FigureKey),
    /// A recipient is known by its words, since its key is but its place.
    Recipient(&'a str),
}

fn identity(figure: &Figure) -> Identity<'_> {
    match figure.key.parts() {
        KeyParts::Recipient(_) => Identity::Recipient(&figure.value),
        _ => Identity::Datum(&figure.key),
    }
}

/// One difference; none for what was computed and is printed nowhere, which is no part of the document.
pub(crate) fn change(old: (&Version, Option<&Figure>), new: (&Version, Option<&Figure>)) -> Option<Change> {
    let known = new.1.or(old.1)?;
    let is_inner = |(version, figure): (&Version, Option<&Figure>)| {
        figure.is_none_or(|figure| figure.computed && version.places(figure).is_empty())
    };
    if is_inner(old) && is_inner(new) {
        return None;
    }
    let stated = |(version, figure): (&Version, Option<&Figure>)| figure.map(|figure| version.stated(figure));
    let (mut before, mut after) = (stated(old), stated(new));
    if let (Some(before), Some(after)) = (&mut before, &mut after) {
        tell_apart(before, after);
    }
    Some(Change {
        key: known.key.clone(),
        name: known.name.clone(),
        how: match (&before, &after) {
            (None, _) => How::Added,
            (_, None) => How::Removed,
            _ => How::Changed,
        },
        difference: old.1.zip(new.1).and_then(|(old, new)| delta(old, new)),
        old: before,
        new: after,
        sentences: Vec::new(),
    })
}

/// Two values that are printed alike are shown in full.
fn tell_apart(old: &mut Stated, new: &mut Stated) {
    if old.shown == new.shown && old.value != new.value {
        for stated in [old, new] {
            let exact = stated.value.parse().map(|value| numbers::exact(value, Grouping::Dot));
            stated.shown = exact.unwrap_or_else(|_| stated.value.clone());
        }
    }
}

/// The number in it, its decimals, and whether it is a percentage.
fn quantity(figure: &Figure) -> Option<(Decimal, u32, bool)> {
    let printed = numbers::numbers_in(figure.printed.as_deref()?);
    let [(value, decimals, percent)] = printed[..] else { return None };
    match figure.kind {
        Kind::Number | Kind::Percent => Some((figure.value.parse().ok()?, decimals, percent)),
        Kind::Mixed => Some((value, decimals, percent)),
        Kind::Year | Kind::Date | Kind::Text => None,
    }
}

fn delta(old: &Figure, new: &Figure) -> Option<Delta> {
    let ((before, places, share), (after, more, other_share)) = (quantity(old)?, quantity(new)?);
    if share != other_share || old.unit != new.unit {
        return None;
    }
    let amount = after.checked_sub(before)?.normalize();
    let ratio = amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|hundredfold| hundredfold.checked_div(before.abs()));
    let decimals = places.max(more).max(amount.scale().min(4));
    Some(Delta { amount, decimals, percent: ratio.map(|percent| percent.round_dp(4).normalize()), points: share })
}

/// Sheets whose rows, as far as both sides have them, stand in another order.
fn reordered(old: &Version, new: &Version) -> Vec<String> {
    let (before, after) = (rows(old), rows(new));
    let mut sheets = Vec::new();
    for (key, (sheet, order)) in &after {
        let Some((_, earlier)) = before.get(key) else { continue };
        let kept = order.iter().filter(|row| earlier.contains(row));
        if !kept.eq(earlier.iter().filter(|row| order.contains(row))) {
            sheets.push((*sheet).to_owned());
        }
    }
    sheets
}

/// Table → its sheet and the keys of its rows in order. Particulars have no order; recipients are told apart by words.
fn rows(version: &Version) -> BTreeMap<&str, (&str, Vec<&str>)> {
    let mut tables: BTreeMap<&str, (&str, Vec<&str>)> = BTreeMap::new();
    for figure in version.figures() {
        let row = match figure.key.parts() {
            KeyParts::Particular(_) | KeyParts::Derived(_) => continue,
            KeyParts::Recipient(_) => figure.value.as_str(),
            KeyParts::Figure { row, .. } => row,
        };
        let sheet = figure.name.split(" › ").next().unwrap_or_default();
        let (_, order) = tables.entry(figure.key.group()).or_insert((sheet, Vec::new()));
        if order.last() != Some(&row) {
            order.push(row);
        }
    }
    tables
}

/// Template files that differ, or that one side has alone.
fn templates(old: &Version, new: &Version) -> Vec<String> {
    let (before, after) = (&old.ledger.templates, &new.ledger.templates);
    let differ = after.iter().filter(|file| !before.contains(file));
    let gone = before.iter().filter(|file| !after.iter().any(|other| other.file == file.file));
    differ.chain(gone).map(|file| file.file.clone()).collect()
}
