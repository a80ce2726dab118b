//! What is wrong with an input or a template of a kind is told once; what is right is left alone.

use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::xlsx::grid::CellValue;
use vanban::xlsx::read;

use super::{example, told};
use crate::product::form::parts::COUNTRY;
use crate::support::archive::broken_rules;
use crate::support::common::{Built, New, all_templates, build_with, plan, set, source, templates, text, write};
use crate::support::desk::Desk;
use crate::support::layout::{self, Drawn, Layout, MM};

/// An example with particulars, by their headings, or recipients changed.
fn edited(name: &str, edits: &[(&str, &str, New)]) -> InputFolder {
    let mut input = example(name);
    let mut sheets = read::read("so-lieu.xlsx", &input.workbooks["so-lieu.xlsx"]).expect("own").sheets;
    sheets.retain(|sheet| &*sheet.name != "Hướng dẫn");
    for (sheet, heading, new) in edits {
        let sheet = sheets.iter_mut().find(|one| &*one.name == *sheet).expect("a sheet");
        let named = |cell: &CellValue| matches!(cell, CellValue::Text(text) if text == heading);
        let at = sheet.cells.iter().find(|(_, cell)| named(&cell.value)).map(|(at, _)| *at);
        let at = at.unwrap_or_else(|| panic!("no {heading}"));
        set(sheet, if &*sheet.name == "Nơi nhận" { at } else { (at.0, at.1 + 1) }, new);
    }
    input.workbooks.insert("so-lieu.xlsx".to_owned(), write(&sheets));
    input
}

fn found(name: &str, sheet: &str, heading: &str, new: New) -> Vec<&'static str> {
    told(&edited(name, &[(sheet, heading, new)]), all_templates())
}

#[test]
fn particulars_contradict_neither_kind_nor_each_other() {
    let of = |name: &str, heading: &str, new: &str| found(name, "Văn bản", heading, text(new));
    assert_eq!(of("to-trinh", "Tên loại", "Báo cáo"), ["type-of-kind"]);
    assert_eq!(of("quyet-dinh-giao-du-toan", "Tên loại", "Nghị quyết"), ["type-of-kind"]);
    assert_eq!(of("cong-van", "Tên loại", "Thông báo"), ["type-of-kind"]);
    assert_eq!(of("cong-van", "Mức độ khẩn", "Rất khẩn"), ["stamp-unknown"]);
    assert_eq!(of("cong-van", "Phạm vi lưu hành", "Mật"), ["stamp-unknown"]);
    assert_eq!(of("bien-ban", "Họ và tên thư ký", "Lê Hoàng Minh"), ["signer-twice"]);
    assert_eq!(of("bien-ban", "Họ và tên thư ký", "ThS. Đỗ Quang Huy"), ["signer-degree"]);
    assert_eq!(of("cong-van", "Về việc", "Rà soát số liệu"), ["abstract-mark"]);
    assert_eq!(of("quyet-dinh-giao-du-toan", "Thẩm quyền ban hành", "Giám đốc Sở Nội vụ"), ["authority-line"]);
    assert_eq!(of("giay-moi", "Thời gian", "08 giờ 00 phút, thứ Sáu, ngày 25 tháng 9 năm 2025"), ["day-other"]);
    assert_eq!(found("bao-cao", "Nơi nhận", "Như trên", text("Sở Tài chính")), ["recipient-above"]);
    assert_eq!(found("bao-cao", "Văn bản", "Kính gửi", New::Blank), ["recipient-above"]);
    assert_eq!(found("to-trinh", "Nơi nhận", "Sở Tài chính", text("UBND tỉnh Thái Nguyên")), ["recipient-addressed"]);
}

#[test]
fn what_offices_enter_is_left_alone() {
    let of = |name: &str, heading: &str, new: &str| found(name, "Văn bản", heading, text(new));
    for (name, heading, new) in [
        ("cong-van", "Mức độ khẩn", "thượng khẩn"),
        ("cong-van", "Mức độ khẩn", "HOẢ TỐC"),
        ("cong-van", "Phạm vi lưu hành", "Lưu hành nội bộ"),
        ("cong-van", "Về việc", "V/v rà soát số liệu"),
        ("cong-van", "Về việc", "Về việc rà soát số liệu"),
        ("cong-van", "Về việc", "Đại hội đại biểu Hội Nông dân tỉnh"),
        ("cong-van", "Kính gửi", "- Sở Tài chính;\n- Sở Y tế."),
        ("cong-van", "Kính gửi", "Bộ Nội vụ"),
        ("to-trinh", "Kính gửi", "Thường trực Hội đồng nhân dân tỉnh\nỦy ban nhân dân tỉnh"),
        ("nghi-quyet", "Thẩm quyền ban hành", "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN"),
    ] {
        assert_eq!(of(name, heading, new), [""; 0], "{name}: {new}");
    }
    for (name, heading) in [
        ("cong-van", "Mức độ khẩn"),
        ("cong-van", "Địa chỉ liên hệ"),
        ("nghi-quyet", "Thẩm quyền ban hành"),
        ("nghi-quyet", "Khóa, kỳ họp"),
        ("bien-ban", "Cơ quan chủ quản"),
    ] {
        let told = found(name, "Văn bản", heading, New::Blank);
        let is_usual = |code: &&str| *code == "superior-missing" || *code == "blank-in-sentence";
        assert!(told.iter().all(is_usual), "{name} without {heading}: {told:?}");
    }
}

/// Whatever they are called, who signs beside each other stands on one line.
#[test]
fn names_of_two_signers_stand_on_one_line() {
    let long = text("Thư ký cuộc họp giao ban kiêm Chánh Văn phòng Sở Nội vụ");
    let input = edited("bien-ban", &[("Văn bản", "Chức danh người ký bên trái", long)]);
    let built = build_with(&input, all_templates()).unwrap_or_else(|found| panic!("{:#?}", found.findings()));
    let layout = layout::read(&built.product.pages.document);
    let at = |name: &str| layout.lines().find(|line| line.text.starts_with(name)).expect("a line").baseline;
    assert!((at("Đỗ Quang Huy") - at("Lê Hoàng Minh")).abs() < 0.1);
    assert!((at("CHỦ TỌA") - at("THƯ KÝ CUỘC HỌP")).abs() < 0.1);
}

fn with(name: &str, change: impl Fn(&mut std::collections::BTreeMap<String, String>)) -> Templates {
    let mut templates = all_templates().clone();
    change(&mut templates.documents.get_mut(name).expect("a kind").narrative);
    templates
}

#[test]
fn a_template_that_decides_has_grounds_and_types_nothing_that_the_form_prints() {
    let name = "quyet-dinh-giao-du-toan";
    let renamed = with(name, |prose| {
        let grounds = prose.remove("01-can-cu.typ.j2").expect("grounds");
        prose.insert("01-mo-dau.typ.j2".to_owned(), grounds);
    });
    assert_eq!(told(&example(name), &renamed), ["grounds-missing"]);
    let twice = with(name, |prose| {
        prose.get_mut("01-can-cu.typ.j2").expect("grounds").push_str("\nQUYẾT ĐỊNH:\n");
    });
    assert!(told(&example(name), &twice).contains(&"enacting-words"));
}

/// Articles and the end of what is attached are its own.
#[test]
fn what_is_attached_is_numbered_by_itself() {
    let name = "quyet-dinh-ban-hanh-quy-che";
    let changed = |from: &str, to: &str| {
        told(
            &example(name),
            &with(name, |prose| {
                let text = prose.get_mut("03-kem-theo.typ.j2").expect("what is attached");
                assert!(text.contains(from), "{from}");
                *text = text.replace(from, to);
            }),
        )
    };
    assert_eq!(changed("Điều 4.", "Điều 5."), ["numbering-broken"]);
    assert_eq!(changed("cho phù hợp./.", "cho phù hợp."), ["end-mark-missing"]);
    assert_eq!(found(name, "Nơi nhận", "Như Điều 3", text("Như Điều 6")), ["recipient-article-gone"]);
}

/// As somebody at a terminal makes it: an example is built at once.
#[test]
fn new_starts_from_an_example() {
    let desk = Desk::real();
    desk.take_template("to-trinh");
    let said = |arguments: &[&str], code: i32| {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    said(&["new", "inputs/moi", "--document", "to-trinh", "--example"], 0);
    said(&["build", "inputs/moi"], 0);
    assert!(desk.path("output/moi/94-TTr-SNV.pdf").is_file());
    let none = said(&["new", "inputs/hai", "--document", "ke-hoach-giam-ngheo", "--example"], 2);
    assert!(none.contains("example-none") && none.contains("to-trinh"), "{none}");
    let path = desk.path("templates/to-trinh/vi-du.toml");
    let example = std::fs::read_to_string(&path).expect("example");
    std::fs::write(&path, example.replace("year = \"2026\"", "year = \"năm tới\"\nla = \"x\"")).expect("example");
    let wrong = said(&["new", "inputs/ba", "--document", "to-trinh", "--example"], 2);
    assert!(wrong.contains("example-value") && wrong.contains("facts.la"), "{wrong}");
}

/// The frame stands in the top margin, above the national title (PL I, III.2.c), and takes no room.
#[test]
fn limited_circulation_is_stamped_in_the_top_margin() {
    let built = |edits: &[(&str, &str, New)]| {
        build_with(&edited("cong-van", edits), all_templates())
            .unwrap_or_else(|found| panic!("{:#?}", found.findings()))
    };
    let (plain, stamped) = (built(&[]), built(&[("Văn bản", "Phạm vi lưu hành", text("Lưu hành nội bộ"))]));
    let layout = |built: &Built| layout::read(&built.product.pages.document);
    let (plain, with) = (layout(&plain), layout(&stamped));
    let words = with.lines().find(|line| line.text == "LƯU HÀNH NỘI BỘ").expect("a stamp");
    assert!(words.every(|span| span.bold && span.black && span.size == 13.0));
    let frame = with.strokes.iter().find(|one| one.kind == Drawn::Shape && one.black).expect("a frame");
    assert!(frame.y > 5.0 * MM && frame.bottom() < 20.0 * MM, "{}", frame.place());
    let country = |layout: &Layout| layout.lines().find(|line| line.text == COUNTRY).expect("title").clone();
    assert!((country(&with).centre() - frame.centre()).abs() < MM && (words.centre() - frame.centre()).abs() < MM);
    assert_eq!(country(&with).baseline, country(&plain).baseline);
    for profile in ["ua1", "2a"] {
        let broken = |pdf: &[u8]| broken_rules(pdf, profile);
        assert_eq!(broken(stamped.file(".pdf")), broken(plan().file(".pdf")), "{profile}");
    }
}

/// Without number and date each is a draft: gaps in its head, and nothing to sign.
#[test]
fn every_kind_can_be_a_draft() {
    for (kind, _) in super::built() {
        let edits = ["Số", "Ngày ban hành"].map(|heading| ("Văn bản", heading, New::Blank));
        let input = edited(kind.name, &edits);
        let told: Vec<_> =
            told(&input, all_templates()).into_iter().filter(|code| *code != "blank-in-sentence").collect();
        assert_eq!(told, [""; 0], "{}", kind.name);
        let Ok(built) = build_with(&input, all_templates()) else { continue };
        assert!(!String::from_utf8_lossy(built.file(".pdf")).contains("/SigFlags"), "{}", kind.name);
    }
}

/// Beside other templates, a sheet of another name is still told as such: codes in tables may be called like folders.
#[test]
fn a_code_called_like_a_template_names_none() {
    let mut sheets = source();
    let particulars = sheets.iter_mut().find(|sheet| &*sheet.name == "Văn bản").expect("particulars");
    particulars.name = "Thông tin chung".into();
    let workbooks = [("so-lieu.xlsx".to_owned(), write(&sheets))].into_iter().collect();
    let input = InputFolder { name: "ke-hoach".to_owned(), workbooks };
    assert_eq!(told(&input, all_templates()), told(&input, templates()));
    assert!(!told(&input, templates()).contains(&"template-not-named"));
}
