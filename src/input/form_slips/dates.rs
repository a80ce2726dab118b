//! Number and date belong together, and the date to the year that the document is for.

use rust_decimal::prelude::ToPrimitive;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::Kind;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;
use crate::input::form_slips::{citations, document_type};
use crate::vi::dates::Date;

/// What is wrong with the date.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    // A date before those of several citations is wrong itself: that is told with them.
    let is_told = citations::later(facts).len() > 1;
    let of_year = (!is_told).then(|| of_year(facts)).flatten();
    with_number(facts).into_iter().chain(of_year).collect()
}

/// Number and date are given together, or both are left to be filled in (dự thảo; Điều 14, 15).
fn with_number(facts: &Facts) -> Option<Finding> {
    let has_number = facts.text("number").is_some();
    let (given, blank) = match (has_number, facts.date("date").is_some()) {
        (true, false) => ("number", "date"),
        (false, true) => ("date", "number"),
        _ => return None,
    };
    let slip = || facts.slip(Code::NumberOrDate, blank).with("given-field", facts.heading(given));
    let slip = || slip().with("given", facts.text(given).unwrap_or_default());
    if facts.has_no_row(blank) {
        // With the row its cell is gone; what belongs to it is there.
        let at = facts.cell(given).filter(|at| !facts.doubt.of_names_beside(at))?;
        let place = Place::Sheet { file: at.file.to_string(), sheet: at.sheet.to_string() };
        return Some(Finding { place, ..slip() }.flag("has-row", false));
    }
    facts.is_left_blank(blank).then(|| slip().flag("has-row", true))
}

/// The date is about the year that the document is for: a plan is made from July before on.
pub(crate) fn of_year(facts: &Facts) -> Option<Finding> {
    let date = facts.date("date")?;
    let field = main_year(facts)?;
    let year = facts.dataset.facts.get(field)?.quantity()?.value.to_u16()?;
    let (before, after) = if document_type::is_any(facts, &["Kế hoạch", "Chương trình", "Phương án"]) {
        (Date::new(year.checked_sub(1)?, 7, 1)?, Date::new(year, 12, 31)?)
    } else if document_type::is_any(facts, &["Báo cáo"]) {
        (Date::new(year.checked_sub(1)?, 1, 1)?, Date::new(year.checked_add(1)?, 12, 31)?)
    } else {
        // What is settled of a year is settled up to two years later (quyết toán).
        (Date::new(year.checked_sub(1)?, 1, 1)?, Date::new(year.checked_add(2)?, 12, 31)?)
    };
    let is_far = !(before..=after).contains(&date);
    is_far.then(|| facts.beside(facts.slip(Code::DateYear, "date").with("year", year), "year-field", field))
}

/// The year of the document; none where it is only the beginning or the end of a period.
fn main_year<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let main = facts.document.main_year()?;
    let is_bound = Words::of(&main.heading).held(&["giai đoạn", "đầu", "cuối", "từ", "đến"]).is_some();
    (main.kind == Kind::Year && !is_bound).then_some(main.key.as_str())
}
