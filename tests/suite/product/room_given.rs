//! Official sheets have room for what they show, as the pages do.

use crate::product::whole_pages::{Table, told, words};
use crate::support::typist;

#[test]
fn columns_of_official_sheets_hold_their_figures() {
    let table = Table::new(&[14.0, 14.0], vec![("Đơn vị A".to_owned(), vec![1_000_000_000_000.5, 7.5]); 3]);
    let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
    let sheet = typist::part(built.file(".xlsx"), "xl/worksheets/sheet1.xml");
    let columns = &sheet[sheet.find("<cols>").expect("columns")..sheet.find("</cols>").expect("columns")];
    let widths: Vec<f64> =
        columns.split("width=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    // 14 digits and 5 marks of half their width, and what Excel keeps free beside them; a unit is a digit of 12 pt.
    assert!(widths[1] >= (14.0 + 2.5) * 13.0 / 12.0 + 1.5, "{widths:?}");
    // A row that would be higher than Excel allows has a wider column instead.
    let tall = Table::new(&[30.0], vec![(words(600), vec![1.5]); 2]);
    let built = tall.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
    let sheet = typist::part(built.file(".xlsx"), "xl/worksheets/sheet1.xml");
    let heights = sheet.split(" ht=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
    assert!(heights.fold(0.0, f64::max) < 400.0);
}
