//! The closing paragraph may be divided; its last two lines go with the signature (PL I, II.7).

use vanban::versions::readback::pdf_text::{self, Word};

use crate::product::whole_pages::{Table, told, words};
use crate::support::common::{Built, fonts};

/// Bottom of the type area and a third of its height, in millimetres (PL I, I.3).
const BOTTOM: f64 = 277.0;
const THIRD: f64 = 257.0 / 3.0;

/// The base lines that words stand on, in millimetres.
fn base_lines<'a>(words: impl Iterator<Item = &'a Word>) -> Vec<f64> {
    let mut lines: Vec<f64> = words.map(|word| word.y).collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    lines
}

/// How many lines of text stand above the signature on its page, and how much of the page before is empty.
fn around_the_signature(built: &Built) -> (usize, Option<f64>) {
    let text = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
    let label = text.words.windows(2).find(|pair| pair[0].text == "Nơi" && pair[1].text == "nhận:").expect("label");
    let (page, y) = (label[0].page, label[0].y);
    let above = text.words.iter().filter(|word| word.page == page && (20.0..y - 1.0).contains(&word.y));
    let before = base_lines(text.words.iter().filter(|word| word.page + 1 == page));
    (base_lines(above).len(), before.last().map(|last| BOTTOM - last))
}

#[test]
fn two_lines_of_the_closing_paragraph_and_no_more_go_with_the_signature() {
    let mut divided = 0;
    for (turn, lines) in [2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 29, 40].into_iter().enumerate() {
        for fill in (turn % 3..44).step_by(3) {
            let mut table = Table::new(&[30.0], vec![("Đơn vị A".to_owned(), vec![1.5])]);
            // A line holds ten of these words.
            let filled = if fill > 0 { format!("{}.\n\n", words(10 * fill)) } else { String::new() };
            table.prose = format!("{filled}Nơi thi hành {}./.", words(10 * lines - 6));
            let built = table.build(None).unwrap_or_else(|found| panic!("{fill}, {lines}: {:?}", told(&found)));
            let (above, empty) = around_the_signature(&built);
            assert!(above >= 2, "{lines} lines after {fill}: {above} with the signature");
            let empty = empty.unwrap_or_default();
            assert!(empty < THIRD, "{lines} lines after {fill}: {empty} mm empty before the signature's page");
            divided += usize::from(empty > 0.0 && above < lines);
        }
    }
    assert!(divided > 30, "{divided} divided");
}

/// With a closing paragraph of one line, the last lines before it come along.
#[test]
fn a_closing_line_takes_the_lines_before_it_along() {
    let end = "Các đơn vị thi hành Quyết định này./.";
    let befores: [&dyn Fn(usize) -> String; 4] = [
        &|fill| format!("{}.\n\n", words(10 * fill)),
        &|fill| format!("{}.\n\nCâu một dòng.\n\n", words(10 * fill)),
        &|fill| format!("{}.\n\n- Khoản thứ nhất;\n- Khoản thứ hai {}.\n\n", words(10 * fill), words(14)),
        &|fill| format!("{}.\n\n= I. Tổ chức thực hiện\n\n{}.\n\n", words(10 * fill), words(25)),
    ];
    let mut alone = 0;
    for (kind, before) in befores.iter().enumerate() {
        for fill in 18..34 {
            let mut table = Table::new(&[30.0], vec![("Đơn vị A".to_owned(), vec![1.5])]);
            table.prose = before(fill) + end;
            let built = table.build(None).unwrap_or_else(|found| panic!("{fill}: {:?}", told(&found)));
            let (above, empty) = around_the_signature(&built);
            assert!(above >= 2, "kind {kind}, {fill} lines: {above} with the signature");
            assert!(empty.unwrap_or_default() < THIRD, "kind {kind}, {fill} lines: {empty:?} mm empty");
            alone += usize::from(empty.is_some() && above < 6);
        }
    }
    assert!(alone > 8, "{alone} ends went on on another page");
}
