//! Slips that show when particulars are held against each other: type against abstract, symbol and archive line, issuer
//! against authority, date against names. Documents that offices write stay silent (`super::ordinary`).

use vanban::finding::messages::{Language, Messages};

use super::ordinary::Sheet;
use super::{PLAN, Slip, base, found, told_once};
use crate::support::common::{New, text};

const SLIPS: &[Slip] = &[
    ("letter of a department", "B11", "Báo cáo số liệu", "abstract-mark"),
    ("letter of a department", "B11", "Vv báo cáo số liệu", "abstract-mark"),
    ("plan", "B11", "Vv giảm nghèo năm 2024", "abstract-mark"),
    ("plan", "B11", "Kế hoạch giảm nghèo năm 2024", "abstract-type"),
    ("decision of a department", "B11", "Quyết định giao dự toán", "abstract-type"),
    ("decision of the chairman", "B11", "Thành lập Hội đồng thi đua", "abstract-decision"),
    ("plan", "B11", "Giảm nghèo {Năm kế hoạch", "abstract-brace"),
    ("decision of a department", "B11", "Ban hành Quy chế năm 2026}", "abstract-brace"),
    ("plan", "B10", "Kế Hoạch", "type-spelling"),
    ("submission", "B10", "Tờ Trình", "type-spelling"),
    ("letter of a department", "B7", "UBND-KHTC", "symbol-agency"),
    ("letter of a department", "B7", "TB-SGDVĐT", "symbol-of-letter"),
    ("plan of a hospital", "B8", "TPHCM", "place-full"),
    ("plan of a hospital", "B8", "Tp.HCM", "place-full"),
    ("plan", "B16", "PGS, TS. Nguyễn Văn Mẫu", "signer-degree"),
    ("plan", "B16", "Nguyễn Văn Mẫu, TS", "signer-degree"),
    ("plan", "B16", "Nguyễn Văn Mẫu - Thạc sĩ", "signer-degree"),
    ("decision of a department", "B16", "Đ/c: Nguyễn Văn Mẫu", "signer-degree"),
    ("decision of a department", "B16", "Nhà giáo Nguyễn Văn Mẫu", "signer-degree"),
    ("decision of a department", "B16", "Bà Vi Thị Mẫu", "signer-degree"),
    ("plan", "B15", "CHỦ TỊCH", "authority-uncollective"),
    ("report on last year", "B15", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "authority-uncollective"),
    ("plan", "B15", "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH", "authority-issuer"),
    ("plan", "B15", "TM. UBND\nCHỦ TỊCH", "authority-issuer"),
    ("letter of a committee", "B15", "TL. CHỦ TỊCH\nPHÓ CHÁNH VĂN PHÒNG", "authority-deputy"),
];

const RECIPIENTS: &[Slip] = &[
    ("report on last year", "A3", "Như trên", "recipient-late"),
    ("letter of a department", "A3", "Lưu: VT, TCBC", "archive-unit"),
    ("letter of a department", "A3", "Lưu: VT", "archive-unit"),
    ("decision of the chairman", "A4", "Bộ Tài chính", "recipient-twice"),
    ("decision of the chairman", "A5", "Sở Kế hoạch và Đầu tư", "unit-abolished"),
    ("decision of the chairman", "A5", "Sở Lao động - Thương binh và Xã hội", "unit-abolished"),
    ("decision of the chairman", "A5", "Phòng Giáo dục và Đào tạo huyện Phú Bình", "unit-abolished"),
    ("decision of the chairman", "A5", "UBND thành phố Sông Công", "unit-abolished"),
];

/// What offices write, which none of these rules may touch.
const RIGHT: &[(&str, &str, &str)] = &[
    ("plan", "B11", "Triển khai Kế hoạch số 12-KH/TU"),
    ("decision of the chairman", "B11", "Phê duyệt Đề án năm {Năm kế hoạch}"),
    ("decision of the chairman", "B11", "Công nhận kết quả tuyển dụng"),
    ("letter of a department", "B11", "V/v Quyết định số 90/QĐ-TTg"),
    ("letter of a committee", "B15", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
    ("letter of a committee", "B15", "TUQ. CHỦ TỊCH\nPHÓ GIÁM ĐỐC SỞ TÀI CHÍNH"),
    ("decision of the chairman", "B15", "CHỦ TỊCH"),
    ("plan", "B15", "TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH"),
    ("decision of a department", "B16", "Bà Rịa"),
    ("decision of a department", "B16", "Ông Ích Khiêm"),
    ("decision of a department", "B16", "Nguyễn Thị Kim-Anh"),
    ("plan of a hospital", "B8", "Thành phố Hồ Chí Minh"),
];
const RIGHT_RECIPIENTS: &[(&str, &str, &str)] = &[
    ("decision of the chairman", "A5", "UBND Thành phố Hồ Chí Minh"),
    ("decision of the chairman", "A5", "UBND thành phố Huế"),
    ("decision of the chairman", "A5", "Sở Nông nghiệp và Môi trường"),
    ("decision of the chairman", "A5", "Bệnh viện đa khoa huyện Đại Từ"),
    ("decision of the chairman", "A5", "Phòng Kinh tế xã Phú Bình"),
    ("decision of the chairman", "A4", "Bộ Tài chính (Vụ Ngân sách nhà nước)"),
    ("letter of a department", "A3", "Lưu: VT, P. KHTC, Hà (02b)"),
    ("letter of a committee", "A4", "Lưu: VT, VX1"),
    ("plan", "A4", "Lưu: VT"),
];

#[test]
fn particulars_do_not_contradict_each_other() {
    told_once(SLIPS, RECIPIENTS, "contradictions");
}

#[test]
fn what_offices_write_is_left_alone() {
    let sheets = [("Văn bản", RIGHT), ("Nơi nhận", RIGHT_RECIPIENTS)];
    let mut wrong = Vec::new();
    for (sheet, right) in sheets.into_iter().flat_map(|(sheet, all)| all.iter().map(move |right| (sheet, right))) {
        let (document, cell, words) = *right;
        let found = found(base(document), &[(sheet, cell, text(words))]);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.name()).collect();
        if !codes.is_empty() {
            wrong.push(format!("{document} {cell} “{words}”: {codes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn places_that_are_numbers_are_written_with_their_unit() {
    let ward = |place: &'static str| {
        let mut cells = base("invitation").cells;
        (cells[1], cells[5]) = ("ỦY BAN NHÂN DÂN\nPHƯỜNG 3", place);
        found(&Sheet { cells, ..*base("invitation") }, &[])
    };
    assert_eq!(ward("Phường 3"), []);
    let told = ward("3");
    assert_eq!(told.iter().map(|finding| finding.code.name()).collect::<Vec<_>>(), ["place-full"]);
    assert!(Messages::new(Language::Vietnamese, false).long(&told[0]).contains("Ghi “Phường 3”"));
}

/// Names of their time are right in a document of that time.
#[test]
fn agencies_of_the_past_stand_in_documents_of_the_past() {
    for name in ["UBND thành phố Sông Công", "Phòng Nội vụ huyện Phú Bình", "Sở Kế hoạch và Đầu tư"]
    {
        assert_eq!(found(&PLAN, &[("Nơi nhận", "A3", text(name))]), [], "{name}");
    }
}

#[test]
fn cited_symbols_are_written_as_they_are() {
    let codes = |words: &str| {
        let found = found(&PLAN, &[("Viện dẫn", "C2", text(words))]);
        found.iter().map(|finding| format!("{} {}", finding.code.name(), finding.arg("near"))).collect::<Vec<_>>()
    };
    assert_eq!(codes("90 / QĐ -TTg"), ["citation-symbol 90/QĐ-TTg"]);
    assert_eq!(codes("90/QD-TTg"), ["citation-symbol 90/QĐ-TTg"]);
    assert_eq!(codes("QĐ-TTg"), ["citation-symbol "]);
    assert_eq!(codes("91/QĐ-TTg"), [""; 0]);
    let decree = found(&PLAN, &[("Viện dẫn", "C3", text("27/NĐ-CP"))]);
    assert_eq!(decree.iter().map(|finding| finding.code.name()).collect::<Vec<_>>(), ["citation-symbol"]);
}

/// A row that has another name, and one that is gone: what is missing is named.
#[test]
fn rows_of_particulars_that_are_gone_are_named() {
    let told = |edits: &[(&str, &str, New)]| {
        let messages = Messages::new(Language::Vietnamese, false);
        let found = found(&PLAN, edits);
        found.iter().map(|one| format!("{}: {}", one.code.name(), messages.long(one))).collect::<Vec<_>>()
    };
    let dated = told(&[("Văn bản", "A9", text("Ngày ký"))]);
    assert!(dated[0].starts_with("field-unknown") && dated[0].contains("“Ngày ban hành”"), "{dated:#?}");
    let numbered = told(&[("Văn bản", "A6", text("Số văn bản"))]);
    assert!(numbered[0].starts_with("field-unknown") && numbered[0].contains("“Số”"), "{numbered:#?}");
    let gone = told(&[("Văn bản", "A9", New::Blank), ("Văn bản", "B9", New::Blank)]);
    assert!(gone.len() == 1 && gone[0].contains("không có hàng “Ngày ban hành”"), "{gone:#?}");
    let draft = [("Văn bản", "A6"), ("Văn bản", "B6"), ("Văn bản", "A9"), ("Văn bản", "B9")];
    assert_eq!(told(&draft.map(|(sheet, cell)| (sheet, cell, New::Blank))), [""; 0]);
}
