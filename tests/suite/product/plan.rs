//! The real document end to end: its words, and that a changed cell changes all that depends on it.

use typst::layout::{Frame, FrameItem, Point};
use typst_layout::PagedDocument;
use vanban::finding::Severity;
use vanban::finding::outcome::Failure;
use vanban::input::dataset::plain_text;
use vanban::input::figure_key::FigureKey;
use vanban::product::appendix;
use vanban::xlsx::grid::CellValue;

use crate::support::common::{Built, New, build, data, edited, plan, position, text};

/// The words on the pages in reading order, without page numbers.
fn words(document: &PagedDocument) -> Vec<String> {
    let mut out = String::new();
    for page in document.pages() {
        let mut last = None;
        collect(&page.frame, Point::zero(), &mut last, &mut out);
        out.push(' ');
    }
    out.split_whitespace().map(str::to_owned).collect()
}

/// All text of a frame, page numbers left out.
pub fn text_of(frame: &Frame) -> String {
    let mut out = String::new();
    collect(frame, Point::zero(), &mut None, &mut out);
    out
}

/// Baseline and right end of the text before, in points.
type Before = Option<(f64, f64)>;

fn collect(frame: &Frame, origin: Point, last: &mut Before, out: &mut String) {
    for (offset, item) in frame.items() {
        let at = origin + *offset;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                collect(&group.frame, at + moved, last, out);
            }
            // Nothing but the page number stands in the top margin of 20 mm.
            FrameItem::Text(item) if at.y.to_mm() > 20.0 => {
                let (x, y) = (at.x.to_pt(), at.y.to_pt());
                let goes_on = last.is_some_and(|(line, end)| (line - y).abs() < 0.1 && (x - end).abs() < 0.5);
                if !goes_on {
                    out.push(' ');
                }
                out.push_str(&item.text);
                *last = Some((y, x + item.width().to_pt()));
            }
            _ => {}
        }
    }
}

/// The words of the published text.
fn published() -> Vec<String> {
    let text = data("plan.md");
    let lines = text.lines().filter(|line| !line.contains("---"));
    let plain: String = lines.map(|line| line.replace('*', "").replace('|', " ") + "\n").collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

/// Header rows as words, which the pages repeat where a table goes on.
fn headers(built: &Built) -> Vec<Vec<String>> {
    let appendices = appendix::build(&built.verified.document, &built.verified.checked.dataset);
    let tables = appendices.iter().flat_map(|appendix| &appendix.tables);
    tables
        .map(|table| {
            let cells = table.header.iter().flatten().map(|cell| plain_text(&cell.text));
            let numbers = table.numbers.iter().flatten().map(|cell| cell.text.clone());
            let all: Vec<String> = cells.chain(numbers).collect();
            all.join(" ").split_whitespace().map(str::to_owned).collect()
        })
        .collect()
}

#[test]
fn every_word_of_the_published_plan_is_on_the_pages_in_order() {
    let built = plan();
    let headers = headers(built);
    let (found, wanted) = (words(&built.product.pages.document), published());
    let sorted = |words: &[String]| {
        let mut words = words.to_vec();
        words.sort();
        words
    };
    // Cells that span rows are drawn after the others, so a header is compared as a whole.
    let header_at = |words: &[String]| {
        let same = |header: &&Vec<String>| words.get(..header.len()).is_some_and(|w| sorted(w) == sorted(header));
        headers.iter().find(same).map_or(0, Vec::len)
    };
    let (mut at, mut index) = (0, 0);
    while index < wanted.len() {
        let begins = headers.iter().find(|header| wanted[index..].starts_with(header)).map_or(0, Vec::len);
        if begins > 0 {
            assert_eq!(sorted(&found[at..at + begins]), sorted(&wanted[index..index + begins]));
            (at, index) = (at + begins, index + begins);
            continue;
        }
        if found.get(at) != wanted.get(index) {
            at += header_at(&found[at..]);
        }
        let context = || wanted[index.saturating_sub(8)..(index + 3).min(wanted.len())].join(" ");
        assert_eq!(found.get(at), wanted.get(index), "word {index}, after “{}”", context());
        (at, index) = (at + 1, index + 1);
    }
    assert_eq!(at, found.len(), "words beyond the text: {:?}", &found[at..]);
}

#[test]
fn the_published_discrepancies_are_the_only_warnings() {
    let warnings: Vec<String> = plan()
        .warnings
        .iter()
        .filter(|finding| finding.severity == Severity::Warning)
        .map(|finding| format!("{} {}", finding.code.name(), finding.place))
        .collect();
    assert_eq!(
        warnings,
        [
            "sum-mismatch so-lieu.xlsx › Kinh phí › J3",
            "percent-mismatch so-lieu.xlsx › Kinh phí › G5",
            "sum-mismatch so-lieu.xlsx › Kinh phí › I5",
            "percent-mismatch so-lieu.xlsx › Kinh phí › G11",
            "sum-mismatch so-lieu.xlsx › Kinh phí › J15",
        ]
    );
}

/// The paragraphs that differ between the real plan and an edited one: (before, after).
fn changes(edits: &[(&str, &str, New)]) -> (Built, Vec<(String, String)>) {
    let built = build(&edited(edits)).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let pairs = plan().sentences().into_iter().zip(built.sentences()).filter(|(old, new)| old != new);
    let pairs = pairs.map(|(old, new)| (old.to_owned(), new.to_owned())).collect();
    (built, pairs)
}

#[test]
fn a_districts_households_reach_every_sentence_and_table() {
    let (built, changed) = changes(&[
        ("Hộ nghèo", "C2", New::Number("66")),
        ("Hộ nghèo", "C11", New::Blank),
        ("Chỉ tiêu", "E2", New::Number("2711")),
    ]);
    assert_eq!(changed.len(), 1, "{changed:#?}");
    assert!(changed[0].1.contains("giảm 3.487 hộ nghèo, hộ cận nghèo, trong đó hộ nghèo là 2.711 hộ và 776 hộ"));
    let sheet = built.sheet("Phụ lục I - Hộ nghèo");
    let values: Vec<String> = sheet.values().map(|value| value.shown(Default::default())).collect();
    assert!(values.contains(&"66".to_owned()) && values.contains(&"2.711".to_owned()));
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("1 Tp. Thái Nguyên 66 0,07 35 0,04") && page.contains("Cộng 2.711 0,803 776 0,23"));
}

#[test]
fn a_forgotten_total_refuses_the_document() {
    let Err(Failure::Refused(found)) = build(&edited(&[("Hộ nghèo", "C2", New::Number("66"))])) else {
        panic!("a total that does not add up was accepted")
    };
    let errors: Vec<_> = found.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].place.to_string(), "so-lieu.xlsx › Hộ nghèo › C11");
    assert_eq!(errors[0].related.len(), 9);
}

#[test]
fn a_sub_projects_central_budget_reaches_every_sentence_and_table() {
    // Sub-project 2.1: 11.741 → 11.745; its totals are left to be computed.
    let mut edits = vec![("Kinh phí", "E4", New::Number("11745"))];
    edits.extend(["C4", "C3", "E3", "C15", "E15"].map(|cell| ("Kinh phí", cell, New::Blank)));
    let (built, changed) = changes(&edits);
    let after: Vec<&str> = changed.iter().map(|(_, new)| new.as_str()).collect();
    assert_eq!(
        after,
        [
            "d) Kinh phí thực hiện: 13.506 triệu đồng (vốn sự nghiệp). Trong đó:",
            "- Ngân sách Trung ương: 11.745 triệu đồng.",
            "2. Kinh phí thực hiện các dự án thành phần của Chương trình mục tiêu quốc gia giảm nghèo bền vững \
                năm 2024: 94.177 triệu đồng, trong đó:",
            "- Vốn sự nghiệp: 89.126 triệu đồng. Trong đó ngân sách Trung ương: 77.502 triệu đồng (Quyết định số \
                501/QĐ-UBND ngày 14/3/2024 của UBND tỉnh); ngân sách địa phương: 11.624 triệu đồng.",
        ]
    );
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("13 506 11 745 1 761 264"));
    assert!(page.contains("TỔNG CỘNG 94 177 4 392 77 502"));
}

#[test]
fn a_target_reaches_its_sentence_and_table() {
    let (built, changed) = changes(&[("Chỉ tiêu", "E10", New::Number("0.66")), ("Chỉ tiêu", "E9", text("Trên 98%"))]);
    assert_eq!(changed.len(), 2, "{changed:#?}");
    assert!(changed[0].1.ends_with("đi học đúng độ tuổi trên 98%."));
    assert!(changed[1].1.contains("qua đào tạo đạt 66%, trong đó"));
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("63% 64,8% (102,8%) 66%") && page.contains("97,63% Trên 98%"));
}

#[test]
fn number_date_and_signer_reach_the_form() {
    let row = |name: &str| format!("B{}", cell_of("Văn bản", name).0 + 1);
    let (number, date, signer) = (row("Số"), row("Ngày ban hành"), row("Họ và tên người ký"));
    let (built, changed) = changes(&[
        ("Văn bản", &number, New::Number("7")),
        ("Văn bản", &date, New::Date(2025, 2, 1)),
        ("Văn bản", &signer, text("Nguyễn Thị Ánh")),
    ]);
    assert!(changed.is_empty(), "{changed:#?}");
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("Số: 07/KH-UBND Thái Nguyên, ngày 01 tháng 02 năm 2025"));
    assert_eq!(page.matches("(Kèm theo Kế hoạch số 07/KH-UBND ngày 01 tháng 02 năm 2025 của UBND tỉnh)").count(), 2);
    assert!(page.contains("PHÓ CHỦ TỊCH Nguyễn Thị Ánh") && !page.contains("Lê Quang Tiến"));
    assert!(built.product.files.contains_key("07-KH-UBND.pdf"));
}

#[test]
fn the_plan_year_is_in_one_cell() {
    let year = format!("B{}", cell_of("Văn bản", "Năm kế hoạch").0 + 1);
    let (built, changed) = changes(&[
        ("Văn bản", &year, New::Number("2025")),
        ("Chỉ tiêu", "C1", text("Kế hoạch năm 2024")),
        ("Chỉ tiêu", "D1", text("Kết quả thực hiện năm 2024")),
        ("Chỉ tiêu", "E1", text("Kế hoạch năm 2025")),
    ]);
    // The plan year and the years counted from it stand in ten paragraphs: figures_narrative.tsv, kind Y.
    assert_eq!(changed.len(), 10, "{changed:#?}");
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("năm 2025 trên địa bàn tỉnh Thái Nguyên Căn cứ"));
    assert!(page.contains("(vốn năm 2023, 2024 chuyển sang năm 2025; vốn năm 2025)"));
    assert!(page.contains("HỘ CẬN NGHÈO NĂM 2025 (Kèm theo"));
    assert!(page.contains("NĂM 2024 VÀ KẾ HOẠCH NĂM 2025"));
}

#[test]
fn a_draft_leaves_number_and_day_blank() {
    let row = |name: &str| format!("B{}", cell_of("Văn bản", name).0 + 1);
    let (number, date) = (row("Số"), row("Ngày ban hành"));
    let (built, _) = changes(&[("Văn bản", &number, New::Blank), ("Văn bản", &date, New::Blank)]);
    assert!(built.product.files.contains_key("du-thao-KH-UBND.pdf"));
    let page = words(&built.product.pages.document).join(" ");
    assert!(page.contains("Số: /KH-UBND DỰ THẢO Thái Nguyên, ngày tháng năm KẾ HOẠCH"), "{}", &page[..300]);
    // Which draft it is may be given; what bears number and date is none.
    let round = [("Văn bản", "A18", text("Dự thảo lần thứ")), ("Văn bản", "B18", New::Number("2"))];
    let blank = [("Văn bản", number.as_str(), New::Blank), ("Văn bản", date.as_str(), New::Blank)];
    let said = |edits: &[(&str, &str, New)]| words(&changes(edits).0.product.pages.document).join(" ");
    assert!(said(&[&round[..], &blank[..]].concat()).contains("/KH-UBND DỰ THẢO LẦN THỨ 2 Thái Nguyên"));
    assert!(!said(&round).contains("DỰ THẢO"));
}

#[test]
fn templates_hold_no_year_number_or_date_of_the_plan() {
    let folder = &crate::support::common::templates().documents["ke-hoach-giam-ngheo"];
    let texts = folder.narrative.values().chain([&folder.definition]);
    for text in texts {
        for literal in ["2024", "85", "08/5", "08 tháng 5"] {
            assert!(!text.contains(literal), "{literal} in a template");
        }
    }
}

#[test]
fn the_workbook_says_what_the_tables_say() {
    let built = plan();
    let sheet = built.sheet("Phụ lục II");
    let names: Vec<&CellValue> = sheet.values().filter(|value| matches!(value, CellValue::Text(_))).collect();
    assert!(names.contains(&&CellValue::Text("Đơn vị tính: Triệu đồng".into())));
    for figure in &built.product.ledger.figures {
        let Some(at) =
            figure.workbook.as_ref().filter(|_| figure.kind == vanban::product::ledger::format::Kind::Number)
        else {
            continue;
        };
        let found = built.sheet(&at.sheet)[&at.cell].clone();
        assert_eq!(found, CellValue::Number(figure.value.parse().expect("decimal")), "{}", figure.key);
    }
}

/// All parts of the finished workbook whose name begins so.
fn parts(built: &Built, prefix: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(built.file(".xlsx"))).expect("zip");
    let mut text = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("part");
        if part.name().is_ok_and(|name| name.starts_with(prefix)) {
            std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        }
    }
    text
}

#[test]
fn a_published_figure_off_its_formula_is_a_number_with_a_note() {
    let built = plan();
    let notes = parts(built, "xl/comments");
    for arithmetic in ["260 + 355 = 615", "703 + 260 = 963", "15% × 4.550 ≈ 683", "15% × 2.117 ≈ 318"] {
        assert!(notes.contains(arithmetic), "{arithmetic}");
    }
    assert_eq!(notes.matches("theo công thức").count(), 4);
    let sheet = parts(built, "xl/worksheets/sheet3.xml");
    // Row 2.2: district total; in row 2.1 the same column is a live formula with its result.
    let cell = |a1: &str| sheet.split(&format!("<c r=\"{a1}\"")).nth(1).and_then(|c| c.split("</c>").next());
    let row = |key: &str| {
        let figure =
            built.product.ledger.figures.iter().find(|f| f.key == FigureKey::figure("budget", key, "district_total"));
        figure.and_then(|figure| figure.workbook.as_ref()).map(|at| at.cell.clone()).expect("cell")
    };
    let (plain, live) = (cell(&row("2.2")).expect("cell"), cell(&row("2.1")).expect("cell"));
    assert!(plain.contains("<v>614</v>") && !plain.contains("<f>"), "{plain}");
    assert!(live.contains("<f>SUM(") && live.contains("<v>1497</v>"), "{live}");
}

#[test]
fn tables_may_come_from_several_workbooks() {
    let mut sheets = crate::support::common::source();
    let second = sheets.split_off(3);
    let mut input = edited(&[]);
    input.workbooks.insert("so-lieu.xlsx".to_owned(), crate::support::common::write(&sheets));
    input.workbooks.insert("tai-chinh.xlsx".to_owned(), crate::support::common::write(&second));
    let built = build(&input).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert!(built.file(".pdf") == plan().file(".pdf"));
    assert!(built.warnings[0].place.to_string().starts_with("tai-chinh.xlsx › Kinh phí"));
    // The same sheet in both is no choice to make silently.
    input.workbooks.insert("so-lieu.xlsx".to_owned(), crate::support::common::write(&crate::support::common::source()));
    let Err(failure) = build(&input) else { panic!("accepted") };
    assert_eq!(failure.findings().iter().filter(|d| d.code.name() == "workbooks-overlap").count(), 1);
}

#[test]
fn every_figure_of_the_narrative_is_in_the_ledger_with_its_page() {
    // Column `value` and `kind` of the list of all numbers of the text; D, D*, S are figures.
    let listed: Vec<String> = data("figures_narrative.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|cells| matches!(cells[3], "D" | "D*" | "S"))
        .map(|cells| cells[2].to_owned())
        .collect();
    let ledger = &plan().product.ledger;
    let mut printed: Vec<String> = Vec::new();
    for figure in &ledger.figures {
        let in_prose = figure.places.iter().filter(|spot| {
            matches!(spot.context, vanban::product::ledger::format::Context::Sentence { .. }) && spot.page <= 16
        });
        let is_figure = ["households", "indicators", "budget", "constants"]
            .iter()
            .any(|table| figure.key.table() == Some(table) && figure.key.column() != Some("name"));
        if is_figure {
            printed.extend(in_prose.map(|_| figure.printed.clone().unwrap_or_default()));
        }
    }
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert_eq!(sorted(printed), sorted(listed));
}

#[test]
fn the_pdf_is_archivable_and_accessible() {
    for profile in ["2a", "ua1"] {
        let broken = crate::support::archive::broken_rules(plan().file(".pdf"), profile);
        assert!(broken.is_empty(), "{profile}: {broken:?}");
    }
}

/// Where a text stands in the real input.
fn cell_of(sheet: &str, wanted: &str) -> (u32, u32) {
    let book = crate::support::common::source();
    let sheet = book.iter().find(|s| &*s.name == sheet).expect("sheet");
    let found = sheet.cells.iter().find(|(_, cell)| cell.value == CellValue::Text(wanted.to_owned()));
    *found.unwrap_or_else(|| panic!("no cell {wanted}")).0
}

#[test]
fn addresses_are_read_as_excel_writes_them() {
    assert_eq!(position("AA10"), (9, 26));
}
