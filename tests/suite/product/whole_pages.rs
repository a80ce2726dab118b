//! Every page is whole: what would be cut, or printed over something else, finds its room, or the document is refused.
//! Judged by the reader of finished PDFs, which has no part in making them, and by that of laid-out pages.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use vanban::finding::Finding;
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::versions::readback::pdf_text;
use vanban::xlsx::grid::CellValue;

use crate::product::second;
use crate::support::common::{Built, build_with, fonts, redefined, source, write};
use crate::support::layout::{self, Kind, MM};
use crate::support::mutators::Dice;

const NAME: &str = "quyet-dinh-giao-du-toan";
const HEAD: &str = "#import \"/nd30/nd30.typ\": *\n#let data = json(\"/data.json\")\n";
const REST: &str = "#show: official-document.with(data)\n#include \"/narrative.typ\"\n";

/// A decision with one table: a column of words, and columns of figures.
#[derive(Clone)]
pub struct Table {
    pub landscape: bool,
    /// Width of each column of figures in millimetres.
    widths: Vec<f64>,
    pub rows: Vec<(String, Vec<f64>)>,
    pub recipients: Vec<String>,
    pub issuer: String,
    /// So many rows stand in a table of their own before this one.
    pub before: usize,
    /// More keys of its part of the appendix.
    pub keys: String,
    subject: String,
    pub prose: String,
}

impl Table {
    pub fn new(widths: &[f64], rows: Vec<(String, Vec<f64>)>) -> Self {
        let texts = ["Như Điều 2", "Lưu: VT"].map(str::to_owned).to_vec();
        Self {
            landscape: false,
            widths: widths.to_vec(),
            rows,
            recipients: texts,
            before: 0,
            keys: String::new(),
            issuer: "Sở Tài chính".to_owned(),
            subject: "Giao dự toán".to_owned(),
            prose: "*Điều 1.* Giao dự toán năm {{ doc.year }}.\n\n*Điều 2.* Các đơn vị thi hành Quyết định này./."
                .to_owned(),
        }
    }

    fn definition(&self) -> String {
        let second = &second::with_second().documents[NAME].definition;
        let head = &second[..second.find("[[table]]").expect("table")];
        let key = |index: usize| format!("c{index}");
        let figures: String = (0..self.widths.len())
            .map(|i| {
                format!("    {{ key = \"{}\", heading = \"Cột {i}\", kind = \"money\", decimals = 1 }},\n", key(i))
            })
            .collect();
        let header: String = self.widths.iter().enumerate().fold(String::new(), |all, (i, width)| {
            all + &format!("    {{ text = \"Cột {i}\", column = \"{}\", width = {width} }},\n", key(i))
        });
        format!(
            "{head}[[table]]\nkey = \"allocation\"\nsheet = \"Dự toán\"\nrow-key = \"code\"\ncolumn = [\n    \
             {{ key = \"code\", heading = \"Mã\", kind = \"code\" }},\n    \
             {{ key = \"unit\", heading = \"Đơn vị\", kind = \"text\" }},\n{figures}]\n\n\
             {}[[appendix]]\nlabel = \"Phụ lục\"\ntitle = [\"BẢNG SỐ LIỆU\"]\nlandscape = {}\n\n{}[[appendix.part]]\n{}\n\
             table = \"allocation\"\nsheet = \"Phụ lục\"\ndata-sheet = \"Số liệu\"\nsummary = \"Số liệu\"\nheader = [\n    \
             {{ text = \"Đơn vị\", column = \"unit\", align = \"left\", row-header = true }},\n{header}]\n",
            if self.before > 0 { second::BEFORE.0 } else { "" },
            self.landscape,
            if self.before > 0 { second::BEFORE.1 } else { "" },
            self.keys,
        )
    }

    pub fn templates(&self, main: Option<&str>) -> Templates {
        let mut templates = second::with_second();
        let folder = templates.documents.get_mut(NAME).expect("folder");
        folder.definition = self.definition();
        folder.narrative = BTreeMap::from([("01.typ.j2".to_owned(), self.prose.clone())]);
        folder.main = main.map(|main| format!("{HEAD}{main}{REST}"));
        templates
    }

    /// `codes` gives each row its key.
    pub fn input(&self, codes: impl Fn(usize) -> String) -> InputFolder {
        let second = second::input(1.0);
        let mut sheets = vanban::xlsx::read::read("a.xlsx", &second.workbooks["a.xlsx"]).expect("own").sheets;
        let mut put = |at: (u32, u32), text: &str| {
            crate::support::common::set(&mut sheets[0], at, &crate::support::common::text(text));
        };
        put((3, 1), &self.issuer);
        put((10, 1), &self.subject);
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_custom_property("vanban-schema", format!("{NAME}/1")));
        let sheet = book.add_worksheet();
        sheet.set_name("Thông tin").expect("name");
        for (&(row, col), cell) in &sheets[0].cells {
            let col = col as u16;
            match &cell.value {
                CellValue::Text(text) => sheet.write_string(row, col, text),
                CellValue::Date(date) => {
                    let date = ExcelDateTime::from_ymd(date.year, date.month, date.day).expect("date");
                    sheet.write_datetime_with_format(row, col, &date, &Format::new().set_num_format("dd/mm/yyyy"))
                }
                other => sheet.write_number(row, col, if let CellValue::Number(_) = other { 2025.0 } else { 0.0 }),
            }
            .expect("cell");
        }
        let sheet = book.add_worksheet();
        sheet.set_name("Gửi").expect("name");
        for (row, name) in ["Nơi gửi".to_owned()].iter().chain(&self.recipients).enumerate() {
            sheet.write_string(row as u32, 0, name).expect("cell");
        }
        let sheet = book.add_worksheet();
        sheet.set_name("Dự toán").expect("name");
        sheet.write_string(0, 0, "Mã").expect("cell");
        sheet.write_string(0, 1, "Đơn vị").expect("cell");
        for col in 0..self.widths.len() {
            sheet.write_string(0, col as u16 + 2, format!("Cột {col}")).expect("cell");
        }
        for (row, (text, figures)) in self.rows.iter().enumerate() {
            let at = row as u32 + 1;
            sheet.write_string(at, 0, codes(row)).expect("cell");
            sheet.write_string(at, 1, text).expect("cell");
            for (col, figure) in figures.iter().enumerate() {
                sheet.write_number(at, col as u16 + 2, *figure).expect("cell");
            }
        }
        if self.before > 0 {
            let sheet = book.add_worksheet();
            sheet.set_name("Trước").expect("name");
            for row in 0..=self.before {
                let texts = [["Mã", "Tên"].map(str::to_owned), [row.to_string(), format!("Trước{row}")]];
                for (col, text) in texts[usize::from(row > 0)].iter().enumerate() {
                    sheet.write_string(row as u32, col as u16, text).expect("cell");
                }
            }
        }
        let bytes = book.save_to_buffer().expect("workbook");
        InputFolder { name: "bang".to_owned(), workbooks: BTreeMap::from([("a.xlsx".to_owned(), bytes)]) }
    }

    pub fn build(&self, main: Option<&str>) -> Result<Built, Vec<Finding>> {
        let built = build_with(&self.input(|row| (row + 1).to_string()), &self.templates(main));
        built.map_err(|failure| failure.findings().to_vec())
    }
}

/// What is wrong with each finding that a page is not whole, and where it is.
pub fn told(found: &[Finding]) -> Vec<String> {
    found.iter().map(|found| format!("{} {} {}", found.code.name(), found.arg("wrong"), found.place)).collect()
}

/// What the finished PDF shows that is not whole: words beyond the margins, words over words, cells not all there.
pub fn faults(built: &Built, texts: &[String]) -> Vec<String> {
    let text = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
    let sizes: Vec<(f64, f64)> = built
        .product
        .pages
        .document
        .pages()
        .iter()
        .map(|page| (page.frame.width().to_pt() / MM, page.frame.height().to_pt() / MM))
        .collect();
    let mut faults = Vec::new();
    for (index, word) in text.words.iter().enumerate() {
        let (width, height) = sizes[word.page - 1];
        let is_number = word.y < 20.0 && word.text.parse::<u32>().is_ok();
        if word.x.start < 29.5 || word.x.end > width - 14.5 || word.y > height - 19.5 || (word.y < 20.0 && !is_number) {
            faults.push(format!("page {}: “{}” beyond the margins", word.page, word.text));
        }
        let others = text.words[index + 1..].iter().take_while(|other| other.page == word.page);
        let over = others.filter(|other| {
            let shared = word.x.end.min(other.x.end) - word.x.start.max(other.x.start);
            (word.y - other.y).abs() < 2.3 && shared > 0.3
        });
        faults.extend(over.map(|other| format!("page {}: “{}” over “{}”", word.page, word.text, other.text)));
    }
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for word in &text.words {
        *shown.entry(word.text.as_str()).or_default() += 1;
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for word in texts.iter().flat_map(|text| text.split(' ')) {
        *wanted.entry(word).or_default() += 1;
    }
    let missing = wanted.iter().filter(|(word, count)| shown.get(*word).copied().unwrap_or_default() < **count);
    faults.extend(missing.map(|(word, count)| format!("“{word}” not {count} times")));
    faults
}

pub fn words(count: usize) -> String {
    (0..count).map(|word| format!("mục{word:04}")).collect::<Vec<_>>().join(" ")
}

fn rows(count: usize, columns: usize) -> Vec<(String, Vec<f64>)> {
    (0..count).map(|row| (format!("Đơn vị {row}"), vec![row as f64 + 0.5; columns])).collect()
}

#[test]
fn rows_higher_than_a_page_go_on_on_the_next() {
    for (at, landscape, count) in [(0, false, 600), (4, true, 700), (2, false, 2500)] {
        let mut table = Table::new(&[30.0], rows(6, 1));
        table.landscape = landscape;
        table.rows[at].0 = words(count);
        let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
        assert_eq!(faults(&built, &[words(count), format!("{at},5")]), [""; 0], "{count} words in row {at}");
        // Kept in one piece, the row is cut at the edge of the paper, and that is found.
        let whole = "#let whole(row) = { let _ = row.remove(\"tall\", default: none); row }\n\
                     #{ data.appendices = data.appendices.map(it => { it.tables = it.tables.map(it => { it.rows = \
                     it.rows.map(whole); it }); it }) }\n";
        let found = table.build(Some(whole)).err().expect("refused");
        let cell = format!("page-not-whole off-paper a.xlsx › Dự toán › B{}", at + 2);
        assert!(told(&found).contains(&cell), "{:?}", told(&found));
    }
}

#[test]
fn figures_wider_than_their_columns_make_room_or_are_refused() {
    let wide = |columns: usize, width: f64, figure: f64| {
        Table::new(&vec![width; columns], vec![("Đơn vị A".to_owned(), vec![figure; columns]); 3])
    };
    for (table, shown) in [
        (wide(5, 18.0, 9_876_543.5), "9.876.543,5"),
        (wide(3, 12.0, 987_654_321_012.5), "987.654.321.012,5"),
        (wide(6, 20.0, 12_345_678.5), "12.345.678,5"),
    ] {
        let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
        let texts = vec![shown.to_owned(); 3 * table.widths.len()];
        assert_eq!(faults(&built, &texts), [""; 0]);
        let size = layout::read(&built.product.pages.document);
        assert!(
            size.blocks
                .iter()
                .filter(|it| matches!(it.kind, Kind::Cell(_)))
                .flat_map(|it| it.spans())
                .all(|it| it.size > 10.9)
        );
        let narrow = "#let narrow(column) = { if column.width != none { column.width = 12 }; column }\n\
                      #{ data.appendices = data.appendices.map(it => { it.tables = it.tables.map(it => { it.columns = \
                      it.columns.map(narrow); it }); it }) }\n";
        let found = told(&table.build(Some(narrow)).err().expect("refused"));
        assert!(found.iter().all(|found| found.starts_with("page-not-whole over-")), "{found:?}");
        assert_eq!(found.len(), 1, "{found:?}");
    }
    let found = told(&wide(9, 14.0, 987_654_321_012.5).build(None).err().expect("too wide for the page"));
    assert!(found.iter().all(|found| found.starts_with("page-not-whole over-")), "{found:?}");
    // The shipped plan with figures a thousand times as large.
    let mut sheets = source();
    let budget = sheets.iter_mut().find(|sheet| &*sheet.name == "Kinh phí").expect("sheet");
    for ((row, col), cell) in &mut budget.cells {
        if let (1.., 2.., CellValue::Number(value)) = (*row, *col, &mut cell.value) {
            *value *= rust_decimal::Decimal::ONE_THOUSAND;
        }
    }
    let input =
        InputFolder { name: "lon".to_owned(), workbooks: BTreeMap::from([("a.xlsx".to_owned(), write(&sheets))]) };
    let templates = redefined(|text| {
        let (start, end) = (
            text.rfind("\nrelation = ["),
            text.find("# ---------------------------------------------------------------- Văn bản được"),
        );
        format!("{}\n{}", &text[..start.expect("relations")], &text[end.expect("citations")..])
    });
    let built = build_with(&input, &templates).unwrap_or_else(|failure| panic!("{:?}", told(failure.findings())));
    assert_eq!(faults(&built, &["94\u{a0}173\u{a0}000".to_owned(), "27\u{a0}211\u{a0}000".to_owned()]), [""; 0]);
}

#[test]
fn columns_wider_than_the_page_are_an_error_of_the_definition() {
    for (columns, width, landscape, sum) in [(11, 18.0, false, "208"), (14, 18.0, true, "262"), (2, 80.0, false, "170")]
    {
        let mut table = Table::new(&vec![width; columns], rows(2, columns));
        table.landscape = landscape;
        let found = table.build(None).err().expect("refused");
        assert_eq!(told(&found), [format!("table-too-wide  {NAME}/document.toml")]);
        assert_eq!(found[0].arg("sum"), sum);
    }
    let table = Table::new(&[77.5, 77.5], rows(2, 2));
    assert!(table.build(None).is_ok(), "155 mm, and 10 for the words");
}

#[test]
fn long_lists_of_recipients_go_on_below_the_signature() {
    for count in [20, 27, 40, 70, 150] {
        let mut table = Table::new(&[30.0], rows(2, 1));
        let names = (1..count).map(|xa| format!("Ủy ban nhân dân xã Sốxã{xa}"));
        table.recipients = ["Như Điều 2".to_owned()].into_iter().chain(names).chain(["Lưu: VT".to_owned()]).collect();
        let built = table.build(None).unwrap_or_else(|found| panic!("{count}: {:?}", told(&found)));
        let all: Vec<String> = (1..count).map(|xa| format!("Sốxã{xa};")).chain(["VT.".to_owned()]).collect();
        assert_eq!(faults(&built, &all), [""; 0], "{count} recipients");
        let text = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
        let page = |word: &str| text.words.iter().find(|it| it.text == word).map(|it| it.page);
        assert_eq!((page("này./."), page("Bình")), (Some(1), Some(1)), "{count}: text and signature on one page");
    }
}

#[test]
fn rules_of_the_head_are_as_long_as_the_printed_lines_say() {
    let long = "Sở Nông nghiệp, Môi trường, Phát triển nông thôn và Đổi mới sáng tạo tỉnh Bà Rịa";
    for (issuer, subject) in [
        (long, "Giao dự toán"),
        ("Sở Tài chính", "Phê duyệt danh mục dự án và giao chỉ tiêu kế hoạch "),
        (long, "Giao kế hoạch đầu tư công trung hạn và hằng năm cho các đơn vị "),
    ] {
        let mut table = Table::new(&[30.0], rows(2, 1));
        table.issuer = issuer.to_owned();
        table.subject = if subject.ends_with(' ') { subject.repeat(7).trim().to_owned() } else { subject.to_owned() };
        let built = table.build(None).unwrap_or_else(|found| panic!("{:?}", told(&found)));
        assert_eq!(faults(&built, &[]), [""; 0]);
        let layout = layout::read(&built.product.pages.document);
        let rules: Vec<&layout::Stroke> = layout.strokes_on(1).filter(|stroke| stroke.is_rule()).collect();
        for rule in [rules[0], rules[2]] {
            let above = |line: &&layout::Line| {
                line.baseline < rule.y && rule.y - line.baseline < 115.0 && (line.centre() - rule.centre()).abs() < 3.0
            };
            let bold = layout.lines_on(1).filter(above).filter(|line| line.every(|span| span.bold));
            let longest = bold.map(layout::Line::width).fold(0.0, f64::max);
            let share = rule.width / longest;
            assert!((1.0 / 3.0..=0.5).contains(&share), "{issuer}, {subject}: {share}");
        }
    }
}

/// The rows of the body that each page shows.
fn rows_by_page(built: &Built) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut pages: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for block in layout::read(&built.product.pages.document).blocks {
        if let Kind::Cell(cell) = block.kind
            && !cell.header
        {
            pages.entry(block.first().page).or_default().insert(cell.row - 1);
        }
    }
    pages
}

#[test]
fn groups_stay_with_their_first_rows_and_no_last_row_stands_alone() {
    let loose = "#let loose(row) = { let _ = row.remove(\"together\", default: none); row }\n\
                 #{ data.appendices = data.appendices.map(it => { it.tables = it.tables.map(it => { it.rows = \
                 it.rows.map(loose); it }); it }) }\n";
    let mut torn = 0;
    for count in 24..38 {
        // A group of four rows, then its next one.
        let number = |row: usize| row + count % 5;
        let is_group = |row: usize| number(row) % 5 == 0 && row + 1 < count;
        let code = |row: usize| match (number(row) / 5 + 1, number(row) % 5) {
            (group, 0) => group.to_string(),
            (group, row) => format!("{group}.{row}"),
        };
        let table = Table::new(&[30.0], rows(count, 1));
        for main in [None, Some(loose)] {
            let built = build_with(&table.input(code), &table.templates(main));
            let built = built.unwrap_or_else(|failure| panic!("{:?}", told(failure.findings())));
            assert_eq!(faults(&built, &[]), [""; 0]);
            let pages = rows_by_page(&built);
            let ends = pages.values().filter_map(|rows| rows.last()).filter(|row| is_group(**row)).count();
            let alone = usize::from(pages.values().next_back().is_some_and(|rows| rows.len() == 1));
            if main.is_none() {
                assert_eq!((ends, alone), (0, 0), "{count} rows: {pages:?}");
            }
            torn += if main.is_some() { ends + alone } else { 0 };
        }
    }
    assert!(torn > 1, "without the rule some are torn: {torn}");
}

#[test]
fn what_a_main_file_puts_astray_is_found_at_its_cell() {
    let table = Table::new(&[30.0], rows(3, 1));
    let cases = [
        ("#show table: it => block(width: 60mm, height: 20mm, clip: true, it)\n", "cut"),
        ("#show table: it => move(dx: 20mm, it)\n", "in-margin"),
        ("#show table: it => move(dx: 8mm, it)\n", "rule-astray"),
        ("#show table.cell.where(x: 0, y: 2): it => move(dx: 130mm, it)\n", "over-"),
    ];
    for (main, wrong) in cases {
        let found = told(&table.build(Some(main)).err().unwrap_or_else(|| panic!("accepted: {main}")));
        assert!(found.iter().any(|found| found.starts_with(&format!("page-not-whole {wrong}"))), "{main}: {found:?}");
    }
    for fine in [
        "#show table: set text(style: \"italic\")\n",
        "#show par: it => underline(it)\n",
        "#set page(footer: [Trang cuối])\n",
    ] {
        assert!(table.build(Some(fine)).is_ok(), "{fine}");
    }
}

#[test]
fn tables_of_any_make_are_whole_or_refused() {
    let mut dice = Dice::new(15);
    let (mut built, mut refused) = (0, 0);
    for turn in 0..26 {
        let columns = 1 + dice.below(13);
        let count = [1, 2, 12, 13, 40, 90, 1 + dice.below(400)][dice.below(7)];
        let digits = 1 + dice.below(12);
        let widths: Vec<f64> =
            (0..columns).map(|_| (110.0 / columns as f64).min(30.0) + dice.below(5) as f64).collect();
        let mut all = Vec::new();
        for _ in 0..count {
            let long = [1, 3, 8, 20, 60, 300][dice.below(if turn % 3 == 0 { 6 } else { 4 })];
            let figures = (0..columns).map(|_| {
                let most = 10_usize.pow(1 + dice.below(digits) as u32);
                dice.below(most) as f64 + 0.5
            });
            let figures = figures.collect();
            all.push((words(1 + dice.below(long)), figures));
        }
        let mut table = Table::new(&widths, all);
        table.landscape = dice.below(2) == 0;
        let shown = |figure: &f64| {
            vanban::vi::numbers::number(
                rust_decimal::Decimal::from_f64_retain(*figure).expect("figure"),
                1,
                vanban::vi::numbers::Grouping::Dot,
            )
        };
        let texts: Vec<String> = table
            .rows
            .iter()
            .flat_map(|(text, figures)| [text.clone()].into_iter().chain(figures.iter().map(shown)))
            .collect();
        match table.build(None) {
            Ok(made) => {
                built += 1;
                assert_eq!(faults(&made, &texts), [""; 0], "table {turn}");
            }
            Err(found) => {
                refused += 1;
                let is_told =
                    |found: &String| found.starts_with("page-not-whole over-") || found.starts_with("table-too-wide");
                assert!(told(&found).iter().all(is_told), "table {turn}: {:?}", told(&found));
            }
        }
    }
    assert!(built > 2 * refused, "{built} built, {refused} refused");
}
