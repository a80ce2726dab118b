//! A finished file is read back and compared with its inputs.

use std::fs;
use std::io::{Cursor, Read, Write};

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use vanban::finding::messages::{Language, Messages};
use vanban::versions::readback::compare;
use vanban::versions::readback::pdf_text;
use vanban::versions::readback::remark::{Comparison, Outcome};

use super::{phu_binh, sign};
use crate::support::common::{Built, New, build, edited, fonts, golden, plan, root, text};

fn other(edits: &[(&str, &str, New)]) -> Built {
    build(&edited(edits)).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()))
}

fn read(bytes: &[u8]) -> Comparison {
    match compare::compare("tra-ve.xlsx", bytes, &plan().product, fonts()) {
        Outcome::Read(reading) => reading,
        other => panic!("{other:?}"),
    }
}

fn lines(reading: &Comparison, language: Language) -> String {
    let messages = Messages::new(language, false);
    let all: Vec<String> = reading.differences.iter().chain(&reading.notes).map(|said| said.text(&messages)).collect();
    all.join("\n") + "\n"
}

#[test]
fn every_printed_figure_is_found_in_the_pdf() {
    let reading = read(&sign(plan().file(".pdf")));
    assert!(reading.differences.is_empty(), "{}", lines(&reading, Language::Vietnamese));
    assert_eq!(lines(&reading, Language::English).matches("electronic signature").count(), 1);
    let places: usize = plan().product.ledger.figures.iter().map(|figure| figure.places.len()).sum();
    // Texts of two and three lines are recorded at each line.
    assert!(reading.figures + 8 > places, "{} of {places}", reading.figures);
}

/// Each changed figure and nothing else, in sentences and tables, one digit or many, grouped by points or blanks.
#[test]
fn each_figure_that_differs_in_a_pdf_is_named() {
    let edits = [
        ("Kinh phí", "J2", New::Number("1700")),
        ("Kinh phí", "K2", New::Number("1708")),
        ("Kinh phí", "J15", New::Number("4211")),
        ("Kinh phí", "K15", New::Number("4802")),
        ("Số liệu khác", "C3", New::Number("15")),
        ("Chỉ tiêu", "E12", New::Number("1500")),
        ("Chỉ tiêu", "E9", text("Trên 98%")),
        ("Chỉ tiêu", "B2", text("Giảm 13.300 hộ nghèo")),
        ("Văn bản", "B9", New::Date(2024, 5, 9)),
        ("Văn bản", "B16", text("Nguyễn Văn A")),
    ];
    golden("verify-figures.vi.txt", &lines(&read(other(&edits).file(".pdf")), Language::Vietnamese));
}

#[test]
fn words_that_moved_are_still_compared() {
    // A longer name in the first paragraphs moves what follows.
    let edits = [(
        "Văn bản",
        "B11",
        text(
            "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên toàn bộ địa bàn của tỉnh năm {Năm kế hoạch}, có bổ sung",
        ),
    )];
    let mut all = edits.to_vec();
    all.extend(phu_binh("310", "2714"));
    let reading = read(other(&all).file(".pdf"));
    let text = lines(&reading, Language::Vietnamese);
    assert!(text.contains("Huyện Phú Bình › Số hộ nghèo: số liệu là 306, tệp ghi 310"), "{text}");
    assert!(reading.differences.len() < 12, "{text}");
}

/// The plan's workbook with one part of its package changed.
fn repacked(part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(plan().file(".xlsx"))).expect("zip");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut file = old.by_index(index).expect("part");
        let name = file.name().expect("name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("part");
        if name == part {
            let text = String::from_utf8(bytes).expect("text");
            let changed = change(&text);
            assert_ne!(changed, text, "{part}");
            bytes = changed.into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).expect("part");
        new.write_all(&bytes).expect("part");
    }
    new.finish().expect("zip").into_inner()
}

#[test]
fn each_cell_that_differs_in_a_workbook_is_named() {
    let sheet = "xl/worksheets/sheet1.xml";
    let one = read(&repacked(sheet, |xml| xml.replacen("<v>306</v>", "<v>316</v>", 1)));
    assert_eq!(
        lines(&one, Language::Vietnamese),
        "- Phụ lục I - Hộ nghèo › C10 (Hộ nghèo › Huyện Phú Bình › Số hộ nghèo): số liệu là 306, tệp ghi 316; \
         ô số liệu: so-lieu.xlsx › Hộ nghèo › C5\n"
    );
    assert_eq!(
        lines(&one, Language::English),
        "- Phụ lục I - Hộ nghèo › C10 (Hộ nghèo › Huyện Phú Bình › Số hộ nghèo): the inputs say 306, \
         the file says 316; input cell: so-lieu.xlsx › Hộ nghèo › C5\n"
    );
    // A formula typed over with its own value, and one that sums too little.
    let typed = read(&repacked(sheet, |xml| {
        let (before, rest) = xml.split_once("<f>").expect("formula");
        before.to_owned() + rest.split_once("</f>").expect("formula").1
    }));
    assert!(lines(&typed, Language::Vietnamese).contains("bị thay bằng giá trị"), "{typed:?}");
    let short = read(&repacked(sheet, |xml| xml.replacen("<f>SUM(C7:C15)</f>", "<f>SUM(C7:C14)</f>", 1)));
    assert!(lines(&short, Language::Vietnamese).contains("=SUM(C7:C15), tệp ghi =SUM(C7:C14)"), "{short:?}");
    let renamed = read(&repacked("xl/workbook.xml", |xml| xml.replacen("Phụ lục I - Hộ nghèo", "Khác", 1)));
    let text = lines(&renamed, Language::Vietnamese);
    assert!(text.contains("thiếu trang “Phụ lục I - Hộ nghèo”") && text.contains("thêm trang “Khác”"), "{text}");
    // The same cells packed otherwise say the same.
    let same = read(&repacked("docProps/app.xml", |xml| xml.to_owned() + "<!-- -->"));
    assert!(same.differences.is_empty() && same.figures > 300, "{same:?}");
    let foreign = fs::read(root().join("inputs/ke-hoach-2024/so-lieu.xlsx")).expect("workbook");
    assert!(lines(&read(&foreign), Language::Vietnamese).contains("Đây không phải tệp phụ lục"));
    let broken = compare::compare("a.xlsx", &plan().file(".xlsx")[..9000], &plan().product, fonts());
    assert!(matches!(broken, Outcome::BadWorkbook(_)), "{broken:?}");
}

/// The plan's PDF as another program would hand it back.
fn rewritten(change: impl Fn(&mut Document, &[(u32, u16)])) -> Comparison {
    let mut pdf = Document::load_mem(plan().file(".pdf")).expect("pdf");
    let pages: Vec<(u32, u16)> = pdf.get_pages().into_values().collect();
    change(&mut pdf, &pages);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("pdf");
    read(&bytes)
}

fn annotate(pdf: &mut Document, page: (u32, u16), kind: &str, area: [f64; 4]) {
    let area: Vec<Object> = area.iter().map(|&at| Object::Real(at as f32)).collect();
    let note = pdf.add_object(dictionary! { "Type" => "Annot", "Subtype" => kind, "Rect" => area });
    let page = pdf.get_dictionary_mut(page).expect("page");
    page.set("Annots", vec![Object::Reference(note)]);
}

#[test]
fn what_lies_over_the_words_is_noticed() {
    let plain = rewritten(|_, _| {});
    assert!(plain.differences.is_empty() && plain.notes.is_empty(), "{plain:?}");
    // A stamp over the lines in the middle of page 2; a signature in the margin.
    let stamp = rewritten(|pdf, pages| annotate(pdf, pages[1], "Stamp", [100.0, 400.0, 500.0, 420.0]));
    assert!(lines(&stamp, Language::Vietnamese).contains("trang 2: lớp Stamp đặt thêm che lên chữ “"), "{stamp:?}");
    let field = rewritten(|pdf, pages| annotate(pdf, pages[15], "Widget", [2.0, 2.0, 60.0, 40.0]));
    assert!(field.differences.is_empty() && field.notes.len() == 1, "{field:?}");
    // A white area over a figure leaves the words as they are.
    let white = rewritten(|pdf, pages| {
        let cover = Stream::new(Dictionary::new(), b"q 1 g 100 400 200 40 re f Q".to_vec());
        let cover = pdf.add_object(cover);
        let old = pdf.get_page_contents(pages[1]);
        let all: Vec<Object> = old.into_iter().chain([cover]).map(Object::Reference).collect();
        pdf.get_dictionary_mut(pages[1]).expect("page").set("Contents", all);
    });
    assert_eq!(
        lines(&white, Language::English),
        "- page 2: 1 more picture or line, which may hide words; the page must be looked at\n"
    );
    let short = rewritten(|pdf, _| pdf.delete_pages(&[20]));
    assert!(lines(&short, Language::English).starts_with("- pages: there should be 20, the file has 19\n"));
}

/// A PDF of one page with these words, in a font that it does not hold.
fn foreign(words: &str) -> Vec<u8> {
    drawn(&format!("BT /F1 12 Tf 50 700 Td ({words}) Tj ET"))
}

/// A PDF of one page that is drawn so.
fn drawn(content: &str) -> Vec<u8> {
    let mut pdf = Document::with_version("1.7");
    let tree = pdf.new_object_id();
    let font = pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let content = pdf.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    let pages = dictionary! { "Type" => "Pages", "Kids" => vec![Object::Reference(page)], "Count" => 1 };
    pdf.objects.insert(tree, Object::Dictionary(pages));
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("pdf");
    bytes
}

#[test]
fn words_that_cannot_be_seen_are_not_read() {
    let at = |x: i32, y: i32, word: &str| format!("BT /F1 12 Tf {x} {y} Td ({word}) Tj ET ");
    let content = [
        at(50, 700, "here"),
        at(50, -20, "below"),
        at(600, 700, "beside"),
        format!("q 40 590 40 20 re W n {} {} Q ", at(50, 600, "within"), at(200, 600, "cut")),
        at(50, 500, "there"),
    ]
    .concat();
    let read_back = pdf_text::read(&drawn(&content), fonts()).expect("text");
    let words: Vec<&str> = read_back.words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(words, ["here", "within", "there"]);
}

#[test]
fn a_foreign_pdf_gives_a_sentence() {
    let read_back = pdf_text::read(&foreign("An invoice over 306 euros"), fonts()).expect("text");
    let words: Vec<&str> = read_back.words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(words, ["An", "invoice", "over", "306", "euros"]);
    let reading = read(&foreign("An invoice over 306 euros"));
    assert_eq!(
        lines(&reading, Language::Vietnamese),
        "- Đây không phải văn bản lập từ số liệu này: chỉ 0% số chữ giống nhau.\n"
    );
    let empty = compare::compare("a.pdf", &foreign(""), &plan().product, fonts());
    assert!(matches!(empty, Outcome::NoText), "{empty:?}");
}

#[test]
fn a_damaged_pdf_gives_a_sentence_not_a_panic() {
    let whole = plan().file(".pdf");
    let look = |bytes: &[u8]| compare::compare("a.pdf", bytes, &plan().product, fonts());
    for share in [1, 5, 25, 50, 75, 90, 99] {
        let finding = look(&whole[..whole.len() * share / 100]);
        assert!(matches!(finding, Outcome::Unreadable(_)), "{share}%: {finding:?}");
    }
    assert!(matches!(look(b"%PDF-"), Outcome::Unreadable(_)));
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..12 {
        let mut bytes = whole.to_vec();
        for _ in 0..40 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            let at = usize::try_from(seed % whole.len() as u64).expect("offset");
            bytes[at] = (seed >> 32) as u8;
        }
        let finding = look(&bytes);
        assert!(!matches!(finding, Outcome::Same | Outcome::OtherKind), "{finding:?}");
    }
}
