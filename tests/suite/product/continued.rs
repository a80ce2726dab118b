//! `(tiếp theo)` over the header of a table that goes on, where its definition asks for it.

use vanban::versions::readback::pdf_text;

use crate::product::whole_pages::{Table, faults, told};
use crate::support::archive::broken_rules;
use crate::support::common::{Built, fonts};

fn built(rows: usize, words: usize, landscape: bool, before: usize, keys: &str) -> Built {
    let name = |row: usize| format!("Hàng{row}{}", " và các xã khác".repeat(words));
    let mut table = Table::new(&[30.0], (0..rows).map(|row| (name(row), vec![row as f64 + 0.5])).collect());
    (table.landscape, table.before, table.keys) = (landscape, before, keys.to_owned());
    let built = table.build(None).unwrap_or_else(|found| panic!("{rows} rows: {:?}", told(&found)));
    assert_eq!(faults(&built, &["Hàng0".to_owned()]), [""; 0]);
    built
}

/// On which pages the table stands, the last thing of the document, and on which its header says that it goes on.
fn pages(built: &Built) -> [Vec<usize>; 2] {
    let words = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF").words;
    let on = |text: &str| words.iter().filter(|word| word.text.starts_with(text)).map(|word| word.page).collect();
    let rows: Vec<usize> = on("Hàng0");
    [(rows[0]..=words.iter().map(|word| word.page).max().unwrap_or_default()).collect(), on("(tiếp")]
}

#[test]
fn a_table_says_on_further_pages_that_it_goes_on() {
    for (rows, words, landscape, before) in
        [(120, 0, false, 0), (60, 8, true, 0), (6, 300, false, 0), (90, 1, false, 20), (300, 0, true, 45)]
    {
        let built = built(rows, words, landscape, before, "continued = true");
        let [table, said] = pages(&built);
        assert!(table.len() > 1 && said == table[1..], "{rows} rows after {before}: {table:?}, {said:?}");
        for profile in ["2a", "ua1"] {
            assert_eq!(broken_rules(built.file(".pdf"), profile).into_iter().collect::<Vec<_>>(), [""; 0]);
        }
        let placed = |built: &Built| built.product.ledger.figures.iter().filter(|it| it.places.len() == 1).count();
        let plain = self::built(rows, words, landscape, before, "");
        assert_eq!(placed(&built), placed(&plain), "every figure has its place");
        assert_eq!(pages(&plain)[1], [0; 0]);
    }
}

#[test]
fn a_table_of_one_page_says_nothing_and_stands_where_it_stood() {
    let place = |keys: &str| {
        let built = built(12, 0, false, 3, keys);
        let text = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
        text.words.iter().map(|word| (word.text.clone(), word.page, (word.y * 10.0).round())).collect::<Vec<_>>()
    };
    assert_eq!(place("continued = true"), place(""));
}
