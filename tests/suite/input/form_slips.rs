//! Slips of form in the particulars: each is told once, where it is and with its remedy; ordinary documents of other
//! kinds are left alone.

mod contradictions;
mod ordinary;

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::verify::verify;

use self::ordinary::{CELLS, ORDINARY, Sheet};
use crate::product::second;
use crate::support::common::{New, edited, golden, set, templates, text, write};

/// What is found in it beyond the five differences of the plan.
fn found(sheet: &Sheet, edits: &[(&str, &str, New)]) -> Vec<Finding> {
    let (year, month, day) = sheet.date;
    let mut all: Vec<(&str, &str, New)> =
        vec![("Văn bản", "B9", New::Date(year, month, day)), ("Văn bản", "B12", New::Number(sheet.year))];
    all.extend(
        CELLS
            .iter()
            .zip(sheet.cells)
            .map(|(cell, words)| ("Văn bản", *cell, if words.is_empty() { New::Blank } else { text(words) })),
    );
    // Headings that name the year.
    let year: u16 = sheet.year.parse().expect("a year");
    let headings = [("C1", "Kế hoạch", year - 1), ("D1", "Kết quả thực hiện", year - 1), ("E1", "Kế hoạch", year)];
    let heading =
        |(cell, words, year): (&'static str, &str, u16)| ("Chỉ tiêu", cell, text(&format!("{words} năm {year}")));
    all.extend(headings.map(heading));
    const ROWS: [&str; 11] = ["A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12"];
    all.extend(
        ROWS.into_iter()
            .enumerate()
            .map(|(row, cell)| ("Nơi nhận", cell, sheet.recipients.get(row).map_or(New::Blank, |words| text(words)))),
    );
    all.extend(edits.iter().cloned());
    let found = match verify(&edited(&all), templates()) {
        Ok(warned) => warned.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    let is_known = |finding: &Finding| ["sum-mismatch", "percent-mismatch"].contains(&finding.code.name());
    found.into_iter().filter(|finding| finding.severity != Severity::Note && !is_known(finding)).collect()
}

#[test]
fn ordinary_documents_are_left_alone() {
    for (what, sheet) in ORDINARY {
        let found = found(sheet, &[]);
        let told: Vec<String> = found.iter().map(|one| Messages::new(Language::English, false).long(one)).collect();
        assert!(told.is_empty(), "{what}: {told:#?}");
    }
}

/// Which cell of which document holds what, and what is found there.
type Slip = (&'static str, &'static str, &'static str, &'static str);

/// Slips of one cell in the sheet of particulars.
const SLIPS: &[Slip] = &[
    ("plan", "B6", "85/KH-UBND", "number-symbol"),
    ("plan", "B6", "Số: 85/KH-UBND", "number-symbol"),
    ("plan", "B6", "85/2024/KH-UBND", "symbol-year"),
    ("plan", "B6", "085", "number-zeros"),
    ("plan", "B6", "005", "number-zeros"),
    ("plan", "B6", "00", "number-odd"),
    ("plan", "B6", "-5", "number-odd"),
    ("plan", "B6", "85a", "number-odd"),
    ("plan", "B6", "……", "number-odd"),
    ("plan", "B6", "123456", "number-large"),
    ("plan", "B6", "", "number-or-date"),
    ("plan", "B7", "85/KH-UBND", "symbol-number"),
    ("plan", "B7", "2024/KH-UBND", "symbol-year"),
    ("plan", "B7", "KH_UBND", "symbol-spelling"),
    ("plan", "B7", "KH – UBND", "symbol-spelling"),
    ("plan", "B7", "/KH-UBND", "symbol-spelling"),
    ("plan", "B7", "KH-UBND.", "symbol-spelling"),
    ("plan", "B7", "kh-ubnd", "symbol-spelling"),
    ("plan", "B7", "КН-UBND", "symbol-spelling"),
    ("plan", "B7", "KH.UBND", "symbol-spelling"),
    ("resolution", "B7", "NQ-HDND", "symbol-spelling"),
    ("submission", "B7", "TTR-SNNMT", "symbol-spelling"),
    ("program of a steering committee", "B7", "CTR-BCĐ", "symbol-spelling"),
    ("decision of a department", "B7", "QD-STC", "symbol-spelling"),
    ("plan", "B7", "QĐ-UBND", "symbol-type"),
    ("plan", "B7", "UBND-KH", "symbol-type"),
    ("plan", "B10", "Quyết định", "symbol-type"),
    ("decision of a department", "B10", "Tờ trình", "symbol-type"),
    ("plan", "B7", "KH", "symbol-agency-missing"),
    ("letter of a committee", "B7", "CV-UBND", "symbol-of-letter"),
    ("letter of a committee", "B7", "KH-UBND", "symbol-of-letter"),
    ("letter of a committee", "B7", "UBND", "symbol-unit"),
    ("plan", "B7", "KH-SNV", "symbol-agency"),
    ("decision of a department", "B7", "QĐ-UBND", "symbol-agency"),
    ("program of a steering committee", "B7", "CTr-UBND", "symbol-body"),
    ("plan", "B8", "Thái Nguyên,", "place-marks"),
    ("plan", "B8", "thái Nguyên", "place-capitals"),
    ("plan", "B8", "THÁI NGUYÊN", "place-capitals"),
    ("plan", "B8", "tỉnh Thái Nguyên", "place-unit"),
    ("plan of a hospital", "B8", "TP. HCM", "place-full"),
    ("invitation", "B8", "Thái Nguyên", "place-issuer"),
    ("plan", "B10", "Kê hoach", "type-spelling"),
    ("plan", "B11", "V/v giảm nghèo", "abstract-mark"),
    ("letter of a committee", "B11", "Về việc rà soát", "abstract-mark"),
    ("letter of a committee", "B11", "V/v: rà soát", "abstract-mark"),
    ("plan", "B11", "Giảm nghèo năm 2024.", "abstract-shape"),
    ("plan", "B11", "giảm nghèo năm 2024", "abstract-shape"),
    ("plan", "B11", "GIẢM NGHÈO NĂM 2024", "abstract-shape"),
    ("plan", "B4", "UBND TỈNH THÁI NGUYÊN", "issuer-shortened"),
    ("plan", "B5", "UBND xã", "issuer-other"),
    ("decision of a department", "B5", "UBND tỉnh", "issuer-other"),
    ("plan", "B3", "CHÍNH PHỦ", "superior-needless"),
    ("plan", "B3", "SỞ NỘI VỤ", "superior-swapped"),
    ("decision of a department", "B3", "", "superior-missing"),
    ("plan of a hospital", "B3", "UBND TỈNH BẮC KẠN", "unit-abolished"),
    ("plan", "B15", "KT CHỦ TỊCH\nPhó Chủ tịch", "authority-prefix"),
    ("plan", "B15", "TM.ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "authority-prefix"),
    ("plan", "B15", "T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "authority-prefix"),
    ("decision of a department", "B15", "K/T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "authority-prefix"),
    ("decision of a department", "B15", "KT: GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "authority-prefix"),
    ("submission", "B15", "QUYỀN GIÁM ĐỐC", "authority-prefix"),
    ("plan", "B15", "KT. CHỦ TỊCH\nTM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH", "authority-order"),
    ("plan", "B15", "TM. CHỦ TỊCH", "authority-body"),
    ("plan", "B15", "KT. PHÓ CHỦ TỊCH\nPHÓ CHỦ TỊCH", "authority-body"),
    ("decision of a department", "B15", "KT. GIÁM ĐỐC\nGIÁM ĐỐC", "authority-deputy"),
    ("decision of a department", "B15", "KT. GIÁM ĐỐC", "authority-deputy"),
    ("letter of a committee", "B15", "TL. CHỦ TỊCH", "authority-deputy"),
    ("decision of a department", "B15", "PHÓ GIÁM ĐỐC", "authority-deputy"),
    ("decision of a department", "B15", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", "authority-post"),
    ("decision of a department", "B15", "TM. SỞ TÀI CHÍNH\nGIÁM ĐỐC", "authority-collective"),
    ("plan", "B15", "GIÁM ĐỐC", "authority-issuer"),
    ("plan", "B16", "TS. NGUYỄN VĂN MẪU", "signer-degree"),
    ("plan", "B16", "PGS.TS Nguyễn Văn Mẫu", "signer-degree"),
    ("plan", "B16", "Thạc sĩ Nguyễn Văn Mẫu", "signer-degree"),
    ("plan", "B16", "Ông Nguyễn Văn Mẫu", "signer-degree"),
    ("plan of a hospital", "B16", "BS. Lý Thị Hoa", "signer-degree"),
    ("plan", "B16", "NGUYỄN VĂN MẪU", "signer-name"),
    ("plan", "B16", "Nguyễn văn Mẫu", "signer-name"),
    ("plan", "B16", "Mẫu", "signer-name"),
    ("plan", "B16", "(Đã ký) Nguyễn Văn Mẫu", "signer-name"),
];

/// Slips of one line of the recipients.
const RECIPIENTS: &[Slip] = &[
    ("plan", "A4", "Lưu VT", "archive-spelling"),
    ("plan", "A4", "Lưu: Văn thư", "archive-spelling"),
    ("plan", "A4", "Lưu: VP, TH", "archive-spelling"),
    ("plan", "A4", "Lưu:VT; TH.", "archive-spelling"),
    ("plan", "A2", "Lưu: VT, KT", "archive-twice"),
    ("plan", "A5", "Văn phòng UBND tỉnh", "archive-last"),
    ("plan", "A4", "Văn phòng UBND tỉnh", "archive-missing"),
    ("plan", "A2", "+ Bộ Tài chính", "recipient-marks"),
    ("plan", "A4", "• Lưu: VT, KTTH", "recipient-marks"),
    ("plan", "A2", "Kính gửi: Bộ Tài chính", "recipient-addressee"),
    ("plan", "A2", "Như trên", "recipient-above"),
    ("letter of a committee", "A2", "Sở Tài chính", "recipient-above"),
    ("submission", "A2", "Ủy ban nhân dân tỉnh", "recipient-above"),
    ("plan", "A2", "Như Điều 3", "recipient-article"),
    ("decision of a department", "A2", "Các phòng", "recipient-article"),
    ("plan", "A2", "Các sở, ban, ngành", "recipient-twice"),
    ("plan", "A2", "UBND tỉnh", "recipient-itself"),
    ("decision of the chairman", "A3", "Bộ Tài chính (để báo cáo)", "recipient-purposes"),
    ("decision of the chairman", "A5", "UBND các huyện, thành phố", "unit-abolished"),
];

/// One of the ordinary documents.
fn base(name: &str) -> &'static Sheet {
    &ORDINARY.iter().find(|(known, _)| *known == name).expect("a document").1
}

/// Each slip, of the particulars or of the recipients, is what is found and nothing else; the messages are those of the
/// goldens.
fn told_once(particulars: &[Slip], recipients: &[Slip], name: &str) {
    let (mut told, mut wrong) = ([String::new(), String::new()], Vec::new());
    let slips =
        particulars.iter().map(|slip| ("Văn bản", slip)).chain(recipients.iter().map(|slip| ("Nơi nhận", slip)));
    for (sheet, &(document, cell, words, code)) in slips {
        let new = if words.is_empty() { New::Blank } else { text(words) };
        let found = found(base(document), &[(sheet, cell, new)]);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.name()).collect();
        if codes != [code] {
            wrong.push(format!("{document} {cell} “{words}”: {codes:?} instead of {code}"));
        }
        for (text, language) in told.iter_mut().zip([Language::Vietnamese, Language::English]) {
            let messages = Messages::new(language, false);
            text.extend(found.iter().map(|finding| messages.long(finding) + "\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    golden(&format!("{name}.vi.txt"), &told[0]);
    golden(&format!("{name}.en.txt"), &told[1]);
}

#[test]
fn each_slip_is_told_once_with_its_remedy() {
    told_once(SLIPS, RECIPIENTS, "form-slips");
}

/// The plan among them.
const PLAN: Sheet = ORDINARY[0].1;

#[test]
fn dates_are_of_their_year_and_after_what_is_cited() {
    let codes = |date: (u16, u8, u8), edits: &[(&str, &str, New)]| {
        let found = found(&Sheet { date, ..PLAN }, edits);
        found.iter().map(|finding| format!("{} {}", finding.code.name(), finding.place)).collect::<Vec<_>>()
    };
    let (date, cited) = ("so-lieu.xlsx › Văn bản › B9", "so-lieu.xlsx › Viện dẫn");
    assert_eq!(codes((2025, 12, 28), &[]), [format!("date-year {date}")]);
    // Before all that it cites: the year is not told again.
    assert_eq!(codes((2023, 5, 8), &[]), [format!("citation-later {date}")]);
    let after = ("Viện dẫn", "D10", New::Date(2024, 6, 1));
    assert_eq!(codes((2024, 5, 8), &[after]), [format!("citation-later {cited} › D10")]);
    // Of a symbol with a year it is known what is wrong.
    for day in [(2021, 4, 24), (2025, 4, 24)] {
        let other = ("Viện dẫn", "D3", New::Date(day.0, day.1, day.2));
        assert_eq!(codes((2024, 5, 8), &[other]), [format!("citation-year {cited} › C3")]);
    }
    let other = ("Viện dẫn", "C2", text("90/NĐ-CP"));
    assert_eq!(codes((2024, 5, 8), &[other]), [format!("citation-type {cited} › C2")]);
    let same = [("Viện dẫn", "C8", text("3368/QĐ-UBND")), ("Viện dẫn", "D8", New::Date(2023, 12, 28))];
    assert_eq!(codes((2024, 5, 8), &same), [format!("citation-twice {cited} › C8")]);
}

/// The same rules under other names of sheets and fields.
#[test]
fn another_definition_has_the_same_rules() {
    let all = second::with_second();
    let codes = |at: (u32, u32), words: &str| {
        let mut input = second::input(1234.5);
        let mut sheets = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
        set(&mut sheets[0], at, &text(words));
        input.workbooks.insert("a.xlsx".to_owned(), write(&sheets));
        let found = match verify(&input, &all) {
            Ok(warned) => warned.warnings,
            Err(failure) => failure.findings().to_vec(),
        };
        let told = found.into_iter().filter(|finding| finding.severity != Severity::Note);
        told.map(|finding| finding.code.name()).collect::<Vec<_>>()
    };
    assert_eq!(codes((6, 1), "7"), [""; 0]);
    for (row, words, code) in [
        (6, "7/QĐ-STC", "number-symbol"),
        (6, "007", "number-zeros"),
        (7, "QĐ - STC", "symbol-spelling"),
        (7, "KH-STC", "symbol-type"),
        (8, "thái nguyên", "place-capitals"),
        (10, "V/v giao dự toán", "abstract-mark"),
        (11, "KT Giám đốc\nPhó Giám đốc", "authority-prefix"),
        (12, "ThS. Trần Văn Bình", "signer-degree"),
    ] {
        assert_eq!(codes((row, 1), words), [code], "{words}");
    }
}
