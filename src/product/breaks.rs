//! Where tables go on on the next page (ngắt trang trong bảng), as a careful clerk would have it. How much room there
//! is on a page is known once it is set; so what is divided badly is set once more.

use crate::finding::outcome::{Failure, Warned};
use crate::input::dataset::Dataset;
use crate::product::appendix::{self, Appendix, OfficialTable};
use crate::product::fitting;
use crate::product::form::Form;
use crate::product::pages::divided::{self, Part};
use crate::product::pages::typesetter::{Pages, Sources};

/// A table of no more rows is not divided for a few.
const SHORT: usize = 12;
/// So many rows of it do not stand apart from the others.
const FEW: usize = 2;
/// What stands above a table, its title and its unit, in millimetres.
const ABOVE: f64 = 20.0;
/// The margin at the foot of a page in millimetres (NĐ 30/2020/NĐ-CP, PL I, I.3).
const FOOT: f64 = 20.0;
/// So often is a document set anew; what is moved moves what follows it.
const TURNS: usize = 4;

/// What is done about one table, in the order in which they are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Break {
    new_page: bool,
    keeps: bool,
}

/// A document that was set anew.
pub(crate) struct Again {
    pub(crate) form: Form,
    pub(crate) breaks: Vec<Break>,
    pub(crate) sources: Sources,
    pub(crate) pages: Warned<Pages>,
}

/// The document set anew, as long as its tables are divided badly; none if they are not. `set` sets a form.
///
/// # Errors
/// Those of `set`.
pub(crate) fn mended(
    pages: &Pages,
    form: &Form,
    dataset: &Dataset,
    set: impl Fn(&Form) -> Result<(Sources, Warned<Pages>), Failure>,
) -> Result<Option<Again>, Failure> {
    let mut again: Option<Again> = None;
    for _ in 0..TURNS {
        let (pages, form) = again.as_ref().map_or((pages, form), |again| (&again.pages.output, &again.form));
        let known = again.as_ref().map(|again| again.breaks.as_slice()).unwrap_or_default();
        let breaks = judged(pages, (&form.appendices, dataset), known);
        if breaks == known {
            break;
        }
        let mut form = form.clone();
        apply(&mut form.appendices, &breaks, dataset);
        let (sources, pages) = set(&form)?;
        again = Some(Again { form, breaks, sources, pages });
    }
    Ok(again)
}

/// Has tables break as it was found to be best.
pub(crate) fn apply(appendices: &mut [Appendix], breaks: &[Break], dataset: &Dataset) {
    let tables = appendices.iter_mut().flat_map(|appendix| &mut appendix.tables);
    for (table, found) in tables.zip(breaks) {
        table.new_page = found.new_page;
        if found.keeps && !table.keeps() {
            appendix::keep_rows(table, dataset);
        }
    }
}

/// What is to be done, with what is done already; nothing at all if nothing is.
fn judged(pages: &Pages, (appendices, dataset): (&[Appendix], &Dataset), known: &[Break]) -> Vec<Break> {
    let parts = divided::parts(&pages.document, appendices);
    let tables = appendices.iter().flat_map(|appendix| appendix.tables.iter().map(|table| (table, appendix.landscape)));
    let found = tables.zip(&parts).enumerate().map(|(index, ((table, landscape), parts))| {
        let mut found = known.get(index).copied().unwrap_or_default();
        if parts.len() > 1 {
            found.new_page |= should_move(table, landscape, parts);
            found.keeps |= !table.keeps() && is_torn(table, dataset, parts);
        }
        found
    });
    let found: Vec<Break> = found.collect();
    if found.iter().all(|found| *found == Break::default()) { Vec::new() } else { found }
}

/// Whether the last row of a table stands alone, or a page ends with the head of a group.
fn is_torn(table: &OfficialTable, dataset: &Dataset, parts: &[Part]) -> bool {
    let Some(data) = dataset.table(&table.table).filter(|data| data.rows.len() == table.rows.len()) else {
        return false;
    };
    let ends = parts.iter().scan(0, |rows, part| {
        *rows += part.rows;
        Some(*rows)
    });
    let is_parted = |end: usize| appendix::is_group(data, end.saturating_sub(1));
    parts.last().is_some_and(|part| part.rows == 1) || ends.into_iter().any(is_parted)
}

/// Whether a table belongs on the next page as a whole: few rows of it stand apart, it fits there, and the page that it
/// leaves is half full without it.
fn should_move(table: &OfficialTable, landscape: bool, parts: &[Part]) -> bool {
    let [one, other] = parts else { return false };
    let page = fitting::page_height(landscape);
    let heights: f64 = appendix::row_heights(table, landscape).iter().sum();
    let left = page + FOOT - (one.top - ABOVE);
    table.rows.len() <= SHORT
        && one.rows.min(other.rows) <= FEW
        && left <= page / 2.0
        && ABOVE + (one.first - one.top) + heights <= page
}
