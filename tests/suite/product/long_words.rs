//! A word that is longer than its column is divided there, and takes no room of figures; what cannot be divided is
//! told at its own cell; and nothing touches a rule.

use vanban::versions::readback::pdf_text;

use crate::product::whole_pages::{Table, faults, told};
use crate::support::common::fonts;
use crate::support::layout::{self, Kind};

/// Words of many kinds that no line of a narrow column holds.
fn long() -> [String; 4] {
    [
        "w".repeat(40),
        "W".repeat(25),
        "ấ".repeat(60),
        "phongtaichinhkehoachthanhpho.thainguyen@thainguyen.gov.vn".to_owned(),
    ]
}

#[test]
fn a_word_longer_than_its_column_is_divided_there() {
    for (columns, width, landscape, figure) in
        [(3, 25.0, false, 9_845_796_911.5), (5, 22.0, true, 99_653_417_623_851.5), (4, 30.0, false, 1234.5)]
    {
        for (at, word) in long().into_iter().enumerate() {
            let mut table = Table::new(&vec![width; columns], vec![("Đơn vị A".to_owned(), vec![figure; columns]); 4]);
            table.landscape = landscape;
            table.rows[at].0 = format!("Trung tâm {word}");
            let built = table.build(None).unwrap_or_else(|found| panic!("{word}: {:?}", told(&found)));
            let shown = vanban::vi::numbers::number(
                rust_decimal::Decimal::from_f64_retain(figure).expect("figure"),
                1,
                vanban::vi::numbers::Grouping::Dot,
            );
            assert_eq!(faults(&built, &vec![shown; 4 * columns]), [""; 0], "{word}");
            let text = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
            let letters: String = text.words.iter().filter(|it| it.page == 2).map(|it| it.text.as_str()).collect();
            // Other columns stand between the lines of the word.
            assert!(letters.contains(&word.chars().take(4).collect::<String>()), "{letters}");
            assert!(letters.chars().all(|c| !matches!(c, '\u{200b}' | '\u{2060}')), "{letters:?}");
            let figures =
                built.product.ledger.figures.iter().filter(|figure| figure.printed.as_deref() == Some(word.as_str()));
            assert_eq!(figures.count(), 0, "the cell has more words");
        }
    }
}

/// The number of a document stays whole, and the type of a table does not become smaller for one word.
#[test]
fn no_more_is_divided_than_must_be() {
    let mut table = Table::new(&[24.0; 4], vec![("Đơn vị A".to_owned(), vec![123_456_789.5; 4]); 3]);
    let sizes = |table: &Table| {
        let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
        let blocks = layout::read(&built.product.pages.document).blocks;
        let cells: Vec<_> = blocks.into_iter().filter(|it| matches!(it.kind, Kind::Cell(_))).collect();
        cells.iter().flat_map(|it| it.spans()).map(|it| it.size).fold(0.0, f64::max)
    };
    let size = sizes(&table);
    table.rows[1].0 = format!("Trung tâm {}", "w".repeat(40));
    assert_eq!(sizes(&table), size);
    table.rows[1].0 = "Theo 38/2023/NĐ-CP".to_owned();
    let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
    assert_eq!(faults(&built, &["38/2023/NĐ-CP".to_owned()]), [""; 0]);
}

#[test]
fn what_is_too_long_is_told_at_its_own_cell() {
    let mut table = Table::new(&[30.0], vec![("Đơn vị A".to_owned(), vec![1.5])]);
    table.issuer = "A".repeat(60);
    let issuer = told(&table.build(None).err().expect("refused"));
    assert_eq!(issuer, ["page-not-whole off-paper a.xlsx › Thông tin › B4"]);
    table.issuer = "Sở Tài chính".to_owned();
    table.recipients[1] = format!("Lưu: {}", "w".repeat(60));
    let recipient = told(&table.build(None).err().expect("refused"));
    assert_eq!(recipient.len(), 1, "{recipient:?}");
    assert!(recipient[0].ends_with("a.xlsx › Gửi › A3"), "{recipient:?}");
    table.recipients[1] = "Lưu: VT".to_owned();
    let long = "w".repeat(90);
    table.prose = format!("Giao năm {{{{ doc.year }}}} cho {long} thi hành.\n\nCác đơn vị thi hành./.");
    let prose = told(&table.build(None).err().expect("refused"));
    assert!(prose.iter().all(|found| found.ends_with("quyet-dinh-giao-du-toan/narrative/01.typ.j2")), "{prose:?}");
}

#[test]
fn text_that_touches_a_rule_of_its_table_is_found() {
    let table = Table::new(&[30.0, 30.0], vec![("Đơn vị A".to_owned(), vec![1234.5, 77.5]); 3]);
    let touching = [
        "#show table.cell.where(x: 0, y: 2): it => move(dx: -3.8pt, it)\n",
        "#show table.cell.where(x: 0, y: 2): it => move(dx: -4.3pt, it)\n",
        "#show table.cell.where(x: 1, y: 2): it => move(dy: 6pt, it)\n",
    ];
    for main in touching {
        let found = told(&table.build(Some(main)).err().unwrap_or_else(|| panic!("accepted: {main}")));
        assert!(found.iter().all(|found| found.starts_with("page-not-whole at-rule")), "{main}: {found:?}");
    }
    for fine in [
        "#show table.cell.where(x: 0, y: 2): it => move(dx: -2pt, it)\n",
        "#show table.cell.where(x: 1, y: 2): it => underline(it)\n",
        "#show table.cell: it => strike(it)\n",
    ] {
        let built = table.build(Some(fine));
        assert!(built.is_ok(), "{fine}: {:?}", built.err().map(|found| told(&found)));
    }
}
