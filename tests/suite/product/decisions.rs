//! What makes a decision, its legal grounds, and documents that are cited in sentences.

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::templates::Templates;

use crate::product::second;
use crate::support::common::{build_with, golden, input, position, set, templates, text, write};

const SECOND: &str = "quyet-dinh-giao-du-toan";
const HEAD: &str = "00-tham-quyen.typ.j2";
const GROUNDS: &str = "01-can-cu.typ.j2";
const ARTICLES: &str = "02-dieu.typ.j2";
/// The grounds of the second document.
const LAW: &str = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;";
const PROPOSAL: &str = "Theo đề nghị của Trưởng phòng Kế hoạch - Tài chính.";
const TO_ALL: &str = "Thủ trưởng các đơn vị";

/// The second document with words of one of its files replaced.
fn second(file: &str, from: &str, to: &str) -> Templates {
    let mut templates = second::with_second();
    let folder = templates.documents.get_mut(SECOND).expect("second document");
    let changed = match file {
        "main.typ" => folder.main.as_mut().expect("a main file"),
        _ => folder.narrative.get_mut(file).expect("prose"),
    };
    assert!(changed.contains(from), "{from}");
    *changed = changed.replace(from, to);
    templates
}

/// Errors and warnings of the second document, dated as given, with the title given.
fn found(templates: &Templates, title: Option<&str>, year: u16) -> Vec<Finding> {
    let mut own = second::input(1234.5);
    let mut book = vanban::xlsx::read::read("a.xlsx", &own.workbooks["a.xlsx"]).expect("own").sheets;
    if let Some(title) = title {
        set(&mut book[0], (10, 1), &text(title));
    }
    set(&mut book[0], position("B15"), &crate::support::common::New::Date(year, 12, 5));
    own.workbooks.insert("a.xlsx".to_owned(), write(&book));
    let found = match build_with(&own, templates) {
        Ok(built) => built.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    found.into_iter().filter(|finding| finding.severity != Severity::Note).collect()
}

type Case = (&'static str, &'static str, &'static str, &'static str);

const WRONG: &[Case] = &[
    (GROUNDS, PROPOSAL, "Theo đề nghị của Trưởng phòng Kế hoạch;", "ground-marks"),
    (GROUNDS, LAW, "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015.", "ground-marks"),
    (
        GROUNDS,
        LAW,
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n\nCăn cứ Luật Đầu tư công,",
        "ground-marks",
    ),
    (GROUNDS, LAW, "Căn cứ Luật Đất đai;\n\nCăn cứ Luật Đất đai;", "ground-twice"),
    (
        GROUNDS,
        LAW,
        "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21/12/2016 của Chính phủ;\n\nCăn cứ Nghị định số 163/2016/NĐ-CP ngày \
         21/12/2016 của Chính phủ;",
        "ground-twice",
    ),
    (GROUNDS, LAW, "Theo đề nghị của Chánh Văn phòng;\n\nCăn cứ Luật Đất đai;", "ground-order"),
    (GROUNDS, LAW, "Căn cứ Nghị định số 163/2016/NĐ-CP của Chính phủ về ngân sách;", "ground-bare"),
    (GROUNDS, LAW, "Căn cứ Quyết định số 9/QĐ-UBND ngày 05/01/2024 về phân cấp;", "ground-bare"),
    (GROUNDS, LAW, "Căn cứ Nghị định số 163/2016/QĐ-TTg ngày 21/12/2016 của Chính phủ;", "cited-type"),
    (ARTICLES, TO_ALL, "Theo Thông báo số 7/KH-UBND, thủ trưởng các đơn vị", "cited-type"),
    (GROUNDS, LAW, "Căn cứ Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Chính phủ;", "cited-issuer"),
    (ARTICLES, TO_ALL, "Theo Nghị quyết số 5/NQ-HĐND của Ủy ban nhân dân tỉnh, các đơn vị", "cited-issuer"),
    (GROUNDS, LAW, "Căn cứ Thông tư số 5/2024/TT-BNV ngày 04/01/2024 của Bộ trưởng Bộ Tài chính;", "cited-issuer"),
    (GROUNDS, LAW, "Căn cứ Thông tư số 5/2024/TT-BNV ngày 04/01/2024 của Bộ Nội vụ;", "cited-issuer"),
    (GROUNDS, LAW, "Căn cứ Nghị định số 38/2023/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ;", "cited-year"),
    (ARTICLES, TO_ALL, "Theo Thông tư số 12/2024/TT-BTC ngày 05/3/2023, các đơn vị", "cited-year"),
    (GROUNDS, LAW, "Căn cứ Quyết định số 9/QĐ-UBND ngày 06 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh;", "cited-later"),
    (ARTICLES, TO_ALL, "Theo Công văn số 9/UBND-TH ngày 01/02/2026, các đơn vị", "cited-later"),
    (ARTICLES, TO_ALL, "Sở Kế hoạch và Đầu tư và các đơn vị", "department-gone"),
    (HEAD, "{{ doc.head_title }}", "GIÁM ĐỐC SỞ NỘI VỤ", "authority-line"),
    (HEAD, "{{ doc.head_title }}", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "authority-line"),
    (HEAD, "{{ doc.head_title }}", "Căn cứ Luật Đất đai;", "authority-line"),
    ("main.typ", "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", "enacting-words"),
    ("main.typ", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH", "enacting-words"),
    ("main.typ", "#centred-bold[QUYẾT ĐỊNH:]", "", "enacting-words"),
];

const RIGHT: &[(&str, &str, &str)] = &[
    (GROUNDS, LAW, "Căn cứ Luật số 83/2015/QH13 ngày 25 tháng 6 năm 2015;"),
    (GROUNDS, LAW, "Căn cứ Thông tư số 5/2024/TT-BNV ngày 04/01/2024 của Bộ trưởng Bộ Nội vụ;"),
    (GROUNDS, LAW, "Căn cứ Thông tư liên tịch số 55/2012/TTLT-BTC-BNV ngày 04/5/2012 của Bộ Tài chính, Bộ Nội vụ;"),
    (GROUNDS, LAW, "Căn cứ Quyết định số 9/QĐ-UBND ngày 05/12/2025 của Chủ tịch Ủy ban nhân dân tỉnh;"),
    (GROUNDS, PROPOSAL, "Xét Tờ trình số 12/TTr-VP ngày 02/12/2025 của Chánh Văn phòng Sở; ý kiến các phòng."),
    (ARTICLES, TO_ALL, "Theo Hợp đồng số 12/2024/HĐ-TV ngày 05/01/2025, các đơn vị"),
    (ARTICLES, TO_ALL, "Theo Kế hoạch số 12-KH/TU của Tỉnh ủy, các đơn vị"),
    (ARTICLES, TO_ALL, "Theo Tờ trình số 5/TTr-SKHĐT ngày 05/01/2025 của Sở Kế hoạch và Đầu tư, các đơn vị"),
    (HEAD, "{{ doc.head_title }}", "GIÁM ĐỐC SỞ TÀI CHÍNH TỈNH THÁI NGUYÊN"),
];

fn codes(found: &[Finding]) -> Vec<&'static str> {
    found.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn what_a_decision_says_of_itself_and_of_others_is_told_once() {
    let (mut told, mut wrong) = ([String::new(), String::new()], Vec::new());
    for (file, from, to, code) in WRONG {
        let found = found(&second(file, from, to), None, 2025);
        if codes(&found) != [*code] {
            wrong.push(format!("“{to}”: {:?} instead of {code}", codes(&found)));
        }
        for (text, language) in told.iter_mut().zip([Language::Vietnamese, Language::English]) {
            let messages = Messages::new(language, false);
            text.extend(found.iter().map(|finding| messages.long(finding) + "\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    golden("decisions.vi.txt", &told[0]);
    golden("decisions.en.txt", &told[1]);
}

#[test]
fn what_offices_cite_is_left_alone() {
    for (file, from, to) in RIGHT {
        assert_eq!(codes(&found(&second(file, from, to), None, 2025)), [""; 0], "{to}");
    }
    // In a document of its time the department is right.
    let then = second(ARTICLES, TO_ALL, "Sở Kế hoạch và Đầu tư và các đơn vị");
    assert_eq!(codes(&found(&then, None, 2024)), [""; 0]);
}

#[test]
fn what_a_title_issues_is_attached() {
    let title = Some("Ban hành Quy chế chi tiêu năm {Năm ngân sách}");
    let attached = |to: &str| {
        let mut templates = second(ARTICLES, "Giao dự toán", to);
        let folder = templates.documents.get_mut(SECOND).expect("second document");
        // Of its appendix it is not known whether it is what is issued.
        let articles = folder.narrative.get_mut(ARTICLES).expect("articles");
        *articles = articles.replace(" (_chi tiết tại Phụ lục kèm theo_)", "");
        codes(&found(&templates, title, 2025))
    };
    assert_eq!(attached("Ban hành kèm theo Quyết định này Quy định chi tiêu"), ["issued-text"]);
    assert_eq!(attached("Ban hành kèm theo Quyết định này Quy chế chi tiêu"), [""; 0]);
}

/// In a plan, words of a decision, and what it cites.
#[test]
fn a_plan_cites_as_decisions_do() {
    let found = |to: &str| {
        let mut all = templates().clone();
        let plan = all.documents.get_mut("ke-hoach-giam-ngheo").expect("the plan");
        let (_, last) = plan.narrative.iter_mut().find(|(name, _)| name.starts_with("01")).expect("a part");
        last.push_str(&format!("\n\n{to}\n"));
        let built = build_with(&input(), &all);
        let told = built.map_or_else(|failure| failure.findings().to_vec(), |built| built.warnings);
        let is_known = |name: &str| name.ends_with("-mismatch");
        let told = told.iter().filter(|one| one.severity != Severity::Note && !is_known(one.code.name()));
        told.map(|one| one.code.name()).collect::<Vec<_>>()
    };
    assert_eq!(found("QUYẾT ĐỊNH:"), ["enacting-words"]);
    assert_eq!(found("- Theo Nghị định số 38/2023/NĐ-CP ngày 24/6/2022."), ["cited-year"]);
    assert_eq!(found("- Theo Quyết định số 5/QĐ-UBND ngày 24/6/2024."), ["cited-later"]);
    assert_eq!(found("- Theo Nghị quyết số 5/NQ-HĐND ngày 24/6/2023 của Chính phủ."), ["cited-issuer"]);
    assert_eq!(found("- Theo Nghị quyết số 5/NQ-HĐND ngày 24/6/2023 của Hội đồng nhân dân tỉnh."), [""; 0]);
}
