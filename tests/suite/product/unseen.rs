//! Text on the pages that nobody sees is found, and what can be seen is not taken for it.

use crate::product::whole_pages::{Table, told};

fn table() -> Table {
    let row = |name: &str, figure: f64| (name.to_owned(), vec![figure]);
    Table::new(&[30.0], vec![row("Đơn vị A", 1234.5), row("Đơn vị B", 77.5), row("Đơn vị C", 12.0)])
}

#[test]
fn text_that_nobody_sees_is_an_error() {
    let unseen = [
        "#show table: set text(fill: white)\n",
        "#show table.cell.where(x: 1, y: 2): set text(fill: luma(240))\n",
        "#show table.cell.where(x: 1, y: 2): set text(fill: rgb(0, 0, 0, 10))\n",
        "#show table.cell.where(x: 1, y: 2): set text(size: 3pt)\n",
        "#show table: it => it + place(dy: -12mm, rect(width: 100%, height: 12mm, fill: white))\n",
        "#show table: it => it + place(dy: -12mm, rect(width: 100%, height: 12mm, fill: red))\n",
        "#set page(foreground: rect(width: 100%, height: 100%, fill: white))\n",
        "#show par: set text(fill: rgb(\"#fffffa\"))\n",
    ];
    for main in unseen {
        let found = told(&table().build(Some(main)).err().unwrap_or_else(|| panic!("accepted: {main}")));
        assert!(found.iter().any(|found| found.starts_with("page-not-whole unseen")), "{main}: {found:?}");
    }
}

#[test]
fn text_that_can_be_seen_is_none() {
    let seen = [
        "#show table: set text(fill: blue)\n",
        "#show table: set text(fill: luma(120))\n",
        "#set table(fill: (x, y) => if y == 0 { luma(230) })\n",
        "#set table(fill: (x, y) => navy)\n#show table: set text(fill: white)\n",
        "#show par: it => highlight(it)\n",
        "#show table: it => it + place(dy: -12mm, rect(width: 100%, height: 12mm, fill: rgb(255, 255, 0, 40)))\n",
        "#set page(background: rotate(-45deg, text(60pt, fill: luma(235))[BẢN SAO]))\n",
        "#set page(background: rect(width: 100%, height: 100%, fill: rgb(\"#fffdf5\")))\n",
    ];
    for main in seen {
        let built = table().build(Some(main));
        assert!(built.is_ok(), "{main}: {:?}", built.err().map(|found| told(&found)));
    }
}
