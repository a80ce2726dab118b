//! Slips in what is printed as text are said once each, where they were typed; the plan and an ordinary decision have
//! none.

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::templates::{DocumentFolder, Templates};

use crate::product::plan::text_of;
use crate::product::second;
use crate::support::common::{Built, build_with, input, redefined, templates};

const SECOND: &str = "quyet-dinh-giao-du-toan";
const ARTICLES: &str = "02-dieu.typ.j2";

/// The second document with its folder changed.
fn second(change: impl Fn(&mut DocumentFolder)) -> Templates {
    let mut templates = second::with_second();
    change(templates.documents.get_mut(SECOND).expect("second document"));
    templates
}

/// Its articles with some words replaced.
fn articles(from: &str, to: &str) -> Templates {
    second(|folder| {
        let text = folder.narrative.get_mut(ARTICLES).expect("articles");
        assert!(text.contains(from), "{from}");
        *text = text.replace(from, to);
    })
}

/// Errors and warnings: name and place.
fn found(templates: &Templates) -> Vec<String> {
    let findings = match build_with(&second::input(1234.5), templates) {
        Ok(built) => built.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    let said = findings.iter().filter(|finding| finding.severity != Severity::Note);
    said.map(|finding: &Finding| format!("{} {}", finding.code.name(), finding.place)).collect()
}

#[test]
fn ordinary_documents_have_no_slips() {
    assert_eq!(found(&second::with_second()), [""; 0]);
    let built = build_with(&input(), templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert_eq!(built.count(Severity::Warning), 5);
}

/// From the published plan every departure that is accepted is taken out: it is said again.
#[test]
fn what_the_plan_departs_in_is_declared() {
    let strict = redefined(|plan| plan.split("[[accepted]]").next().unwrap_or_default().to_owned());
    let built: Built = build_with(&input(), &strict).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let mut names: Vec<&str> = built.warnings.iter().map(|found| found.code.name()).collect();
    names.retain(|name| !name.ends_with("-mismatch"));
    names.sort_unstable();
    assert_eq!(names, ["appendix-uncited", "points-without-d", "tone-marks-mixed"]);
}

#[test]
fn each_slip_is_said_once_at_its_line() {
    let cases = [
        ("Phụ lục kèm theo", "Phụ lục 9 kèm theo", "appendix-unknown", 1),
        (" (_chi tiết tại Phụ lục kèm theo_)", "", "appendix-uncited", 0),
        ("*Điều 2.*", "*Điều 3.*", "numbering-broken", 3),
        ("Quyết định này./.", "Quyết định này.", "end-mark-missing", 3),
        ("Quyết định này./.", "Quyết định này. /.", "end-mark-stray", 3),
        ("triệu đồng (", "triệu đồng./. (", "end-mark-stray", 1),
        ("Quyết định này./.", "Kế hoạch này./.", "type-of-other", 3),
        ("Thủ trưởng các", "Giám Đốc và Thủ trưởng các", "phrase-capitals", 3),
        ("*Điều 2.* ", "*Điều 2.* Ủy Ban Nhân dân tỉnh, ", "phrase-capitals", 3),
        ("Thủ trưởng", "Văn hóa, xã hội hoá, khuyến khích cụ thể hóa: thủ trưởng", "tone-marks-mixed", 3),
        ("Thủ trưởng", "Tỷ lệ, tỉ trọng; thủ trưởng", "letters-mixed", 3),
        ("Thủ trưởng các", "Thủ trưởng , các", "text-spacing", 3),
        ("Thủ trưởng", "Quỹ “Vì người nghèo” và \"Mái ấm\"; thủ trưởng", "quotes-mixed", 3),
        ("Thủ trưởng", "Theo Quyết định số …/QĐ-UBND, thủ trưởng", "blank-left", 3),
        ("Thủ trưởng", "Theo Quyết định số xxx/QĐ-UBND, thủ trưởng", "blank-left", 3),
        ("Thủ trưởng", "Giao [tên đơn vị] chủ trì, thủ trưởng", "blank-left", 3),
        ("Thủ trưởng", "Họ và tên: ____ và thủ trưởng", "prose-emphasis", 3),
        ("Thủ trưởng", "Theo **Quyết định** của tỉnh, thủ trưởng", "prose-emphasis", 3),
        ("Thủ trưởng", "Theo {{ doc.signer }} ______, thủ trưởng", "prose-emphasis", 3),
        ("Thủ trưởng", "#range(1000) Thủ trưởng", "prose-markup", 3),
        ("Thủ trưởng", "Trước ngày 5 tháng 01 năm 2025, thủ trưởng", "date-written", 3),
        ("Thủ trưởng", "Trước ngày 31 tháng 02 năm 2025, thủ trưởng", "date-written", 3),
        ("Thủ trưởng", "Theo luật Nghĩa vụ quân sự, thủ trưởng", "phrase-capitals", 3),
        ("Thủ trưởng", "Giao đơn vị của Xã Tân Cương và thủ trưởng", "phrase-capitals", 3),
        ("Thủ trưởng", "Độc lập – Tự do – Hạnh phúc. Thủ trưởng", "motto-mistyped", 3),
        ("Thủ trưởng", "Thủ trưởng\u{e000}", "prose-character", 3),
        ("Thủ trưởng", "Thủ trưởng\u{7}", "prose-character", 3),
        ("Thủ trưởng", "Thủ trưởng\u{202e}", "prose-character", 3),
    ];
    for (from, to, code, line) in cases {
        let place = match line {
            0 => format!("{code} {SECOND}/document.toml:46"),
            line => format!("{code} {SECOND}/narrative/{ARTICLES}:{line}"),
        };
        assert_eq!(found(&articles(from, to)), [place], "{to}");
    }
}

/// What the decree leaves no doubt about refuses the document; what is only usual is a warning.
#[test]
fn slips_against_the_decree_refuse_the_document() {
    let severities = |to: &str| {
        let findings = match build_with(&second::input(1234.5), &articles("Thủ trưởng các", to)) {
            Ok(built) => built.warnings,
            Err(failure) => failure.findings().to_vec(),
        };
        let slips = findings.iter().filter(|found| found.code.name() != "end-mark-missing");
        slips.map(|found| found.severity).filter(|severity| *severity != Severity::Note).collect::<Vec<_>>()
    };
    for certain in [
        "Ủy Ban nhân dân, các",
        "Tổ chức trên địa bàn Tỉnh Thái Nguyên, các",
        "Theo Khoản 2 Điều 5, các",
        "Theo nghị định số 13/2016/NĐ-CP, các",
        "Sở Nông Nghiệp và Môi trường, các",
        "Thi hành./. Các",
        "Theo Kế hoạch này, các",
    ] {
        assert_eq!(severities(certain), [Severity::Error], "{certain}");
    }
    for usual in ["Giám Đốc, các", "Xong trong Tháng 5, các", "Dịp Tết Nguyên Đán, các", "Dịp ngày Quốc Khánh, các"]
    {
        assert_eq!(severities(usual), [Severity::Warning], "{usual}");
    }
}

/// Signs of emphasis that a condition leaves nothing between would print nothing, and Typst says so in English.
#[test]
fn emphasis_of_nothing_is_told_in_our_words() {
    let templates = articles("Thủ trưởng", "_{% if doc.year < 1990 %}cũ{% endif %}_ Thủ trưởng");
    assert_eq!(found(&templates), [format!("prose-emphasis {SECOND}/narrative/{ARTICLES}")]);
    let escaped = articles("Thủ trưởng", "Tệp a\\_\\_b; *chữ đậm*, _chữ nghiêng_: thủ trưởng");
    assert_eq!(found(&escaped), [""; 0]);
}

/// Dots, hyphens and tildes are printed as they were typed.
#[test]
fn lines_of_a_form_are_printed_as_typed() {
    let templates = second(|folder| {
        let text = folder.narrative.get_mut(ARTICLES).expect("articles");
        text.push_str("\nHọ và tên chủ hộ: ............................\n");
    });
    assert_eq!(found(&templates), [""; 0]);
    let built = build_with(&second::input(1234.5), &templates).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    let pages: String = built.product.pages.document.pages().iter().map(|page| text_of(&page.frame)).collect();
    assert!(pages.contains("............................"), "{pages}");
}

#[test]
fn a_main_file_prints_the_prose_and_types_no_figures() {
    let with =
        |text: &'static str| second(move |folder| folder.main = Some(folder.main.take().unwrap_or_default() + text));
    let main = format!("{SECOND}/main.typ");
    assert_eq!(found(&with("\nTổng cộng 999 hộ.\n")), [format!("main-number {main}:12")]);
    assert_eq!(found(&with("\n#par(\"Tổng cộng 999 hộ.\")\n")), [format!("main-number {main}:12")]);
    assert_eq!(found(&with("\n#999\n")), [format!("main-number {main}:12")]);
    assert_eq!(found(&with("\n#v(12pt)\n#block(width: 3cm)[Năm 2025]\n")), [""; 0]);
    let bare = second(|folder| {
        folder.main = Some(
            "#import \"/nd30/nd30.typ\": official-document\n#show: official-document.with(json(\"/data.json\"))\n"
                .into(),
        );
    });
    assert_eq!(found(&bare), [format!("main-without-narrative {main}")]);
}

#[test]
fn slips_are_told_with_what_is_right() {
    let templates = articles("Thủ trưởng các", "Ủy Ban nhân dân, Sở Tài Chính và Thủ trưởng các");
    let Err(failure) = build_with(&second::input(1234.5), &templates) else { panic!("refused") };
    let slip = failure.findings().iter().find(|found| found.code.name() == "phrase-capitals").expect("a slip");
    let told = Messages::new(Language::Vietnamese, false).long(slip);
    assert!(told.starts_with("lỗi[phrase-capitals]: 2 chỗ viết hoa chưa đúng: “Ủy Ban nhân dân” → “Ủy ban nhân dân” (02-dieu.typ.j2:3); “Sở Tài Chính” → “Sở Tài chính”"), "{told}");
}
