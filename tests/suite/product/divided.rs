//! A short table is not divided for a few of its rows, and no page is left half empty for it.

use std::collections::BTreeMap;

use vanban::versions::readback::pdf_text::{self, Word};

use crate::product::whole_pages::{Table, faults, told};
use crate::support::common::{Built, fonts};

/// Bottom of the type area of an upright page, and half of its height, in millimetres (PL I, I.3).
const BOTTOM: f64 = 277.0;
const HALF: f64 = 257.0 / 2.0;

/// Has the document forget what was found of its tables.
const LOOSE: &str = "#let loose(table) = { let _ = table.remove(\"new-page\", default: none); table }\n\
                     #{ data.appendices = data.appendices.map(it => { it.tables = it.tables.map(loose); it }) }\n";

fn table(before: usize, rows: usize, words: usize) -> Table {
    let name = |row: usize| format!("Hàng{row}{}", " và các xã khác".repeat(words));
    let mut table = Table::new(&[30.0], (0..rows).map(|row| (name(row), vec![row as f64 + 0.5])).collect());
    table.before = before;
    table
}

fn words(built: &Built) -> Vec<Word> {
    pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF").words
}

/// How many rows of the table stand on each of its pages.
fn parts(words: &[Word]) -> BTreeMap<usize, usize> {
    let mut pages = BTreeMap::new();
    for word in words.iter().filter(|word| word.text.starts_with("Hàng")) {
        *pages.entry(word.page).or_default() += 1;
    }
    pages
}

/// How much of the page before the table's first is empty, in millimetres.
fn left_empty(words: &[Word]) -> f64 {
    let first = words.iter().find(|word| word.text == "Hàng0").map_or(0, |word| word.page);
    let last = words.iter().filter(|word| word.page + 1 == first && word.text.starts_with("Trước"));
    last.map(|word| BOTTOM - word.y).reduce(f64::min).unwrap_or_default()
}

fn built(table: &Table, main: Option<&str>) -> Vec<Word> {
    let built = table.build(main).unwrap_or_else(|found| panic!("{}: {:?}", table.before, told(&found)));
    assert_eq!(faults(&built, &["Hàng0".to_owned()]), [""; 0]);
    words(&built)
}

#[test]
fn a_table_of_twelve_rows_is_not_divided_for_one() {
    let (mut moved, mut divided) = (0, 0);
    for (rows, lines) in [(12, 0), (12, 6), (5, 0), (3, 12), (2, 0)] {
        for before in 12..34 {
            let mut table = table(before, rows, lines);
            let words = built(&table, None);
            let parts = parts(&words);
            let is_apart = parts.len() > 1 && parts.values().any(|rows| *rows < 3);
            assert!(!is_apart, "{rows} rows of {lines} after {before}: {parts:?}");
            assert!(left_empty(&words) < HALF, "{rows} rows of {lines} after {before}: {}", left_empty(&words));
            divided += usize::from(parts.len() > 1);
            if parts.len() == 1 && before % 3 == 0 {
                table.prose += " ";
                let loose = self::parts(&built(&table, Some(LOOSE)));
                moved += usize::from(loose.len() > 1 && loose.values().any(|rows| *rows < 3));
            }
        }
    }
    assert!(moved > 3 && divided > 3, "{moved} moved, {divided} divided");
}

#[test]
fn no_page_is_left_half_empty_for_a_table() {
    // Rows of many lines: more than half a page of them stand before the last one.
    for (before, rows, lines) in [(2, 12, 22), (0, 12, 24), (0, 11, 30), (4, 8, 30)] {
        let words = built(&table(before, rows, lines), None);
        let parts = parts(&words);
        assert!(parts.len() > 1 && parts.values().next_back() > Some(&1), "{rows} rows after {before}: {parts:?}");
        assert!(parts.contains_key(&2), "after {before} it begins on the page of its title: {parts:?}");
    }
}

#[test]
fn of_a_longer_table_below_another_no_last_row_stands_alone() {
    for before in 14..34 {
        let parts = parts(&built(&table(before, 14, 0), None));
        assert!(parts.values().next_back() > Some(&1), "after {before}: {parts:?}");
    }
}
