//! The language of templates: comparisons mean what they say, and what cannot be honoured is an error at its line.

use std::fmt::Write as _;

use rust_decimal::Decimal;
use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;

use crate::product::second;
use crate::support::common::{build_with, golden, input, templates};

pub const SECOND: &str = "quyet-dinh-giao-du-toan";
pub const PLAN: &str = "ke-hoach-giam-ngheo";

/// The templates with one more file of prose in a document.
fn with(document: &str, text: &str) -> Templates {
    let mut all = if document == SECOND { second::with_second() } else { templates().clone() };
    let folder = all.documents.get_mut(document).expect("document");
    folder.narrative.insert("01-1-them.typ.j2".to_owned(), text.to_owned());
    // The second document names the files of its prose one by one.
    if let Some(main) = &mut folder.main {
        main.push_str("\n#include \"/narrative/01-1-them.typ\"\n");
    }
    all
}

fn inputs(document: &str) -> InputFolder {
    if document == SECOND { second::input(1234.5) } else { input().clone() }
}

/// What is said of one more file of prose.
pub fn found(document: &str, text: &str) -> Vec<Finding> {
    match build_with(&inputs(document), &with(document, text)) {
        Ok(built) => built.warnings,
        Err(failure) => failure.findings().to_vec(),
    }
}

/// Each fault in the second document is one finding; their messages in both languages are goldens.
pub fn each_told_once(faults: &[&str], name: &str) {
    let mut told = [String::new(), String::new()];
    for fault in faults {
        let found = found(SECOND, fault);
        assert_eq!(found.len(), 1, "{fault}: {found:#?}");
        for (text, language) in told.iter_mut().zip([Language::Vietnamese, Language::English]) {
            let _ = writeln!(text, "{}", Messages::new(language, false).long(&found[0]));
        }
    }
    golden(&format!("{name}.vi.txt"), &told[0]);
    golden(&format!("{name}.en.txt"), &told[1]);
}

/// What one more file of prose becomes.
pub fn printed(document: &str, text: &str) -> String {
    let built = build_with(&inputs(document), &with(document, text));
    let built = built.unwrap_or_else(|failure| panic!("{text}: {:#?}", failure.findings()));
    let file = built.product.files.get("source/narrative/01-1-them.typ").expect("prose");
    let text = String::from_utf8(file.clone()).expect("text");
    text.lines().skip(1).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Each condition is printed with its answer.
pub fn answers(document: &str, conditions: &[String]) -> Vec<bool> {
    let mut text = String::new();
    for condition in conditions {
        let _ = write!(text, "{{% if {condition} %}}đúng{{% else %}}sai{{% endif %}};\n\n");
    }
    let printed = printed(document, &text);
    printed.split(";").map(str::trim).filter(|word| !word.is_empty()).map(|word| word == "đúng").collect()
}

/// Figures of the plan against each other and against numbers around them agree with exact arithmetic.
#[test]
fn comparisons_agree_with_exact_arithmetic() {
    let built = build_with(&input(), templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let dataset = &built.verified.checked.dataset;
    let figures = dataset.entries().filter(|entry| entry.key.table() == Some("budget"));
    let figures: Vec<(String, Decimal)> = figures
        .filter_map(|entry| {
            let (row, column) = (entry.key.row()?, entry.key.column()?);
            Some((format!("budget[\"{row}\"].{column}"), entry.quantity()?.value))
        })
        .collect();
    let mut state = 20_241_130_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("small") % below
    };
    let signs = ["==", "!=", "<", "<=", ">", ">="];
    let (mut conditions, mut expected) = (Vec::new(), Vec::new());
    for _ in 0..600 {
        let (left, value) = &figures[random(figures.len())];
        let steps = [Decimal::ZERO, Decimal::ONE, -Decimal::ONE, Decimal::new(1, 2), Decimal::from(-1_000)];
        let near = *value + steps[random(steps.len())];
        let (right, other) = match random(3) {
            0 => figures[random(figures.len())].clone(),
            1 => (near.to_string(), near),
            _ => (format!("\"{}\"", near.to_string().replace('.', ",")), near),
        };
        let sign = signs[random(signs.len())];
        let is_so = match sign {
            "==" => *value == other,
            "!=" => *value != other,
            "<" => *value < other,
            "<=" => *value <= other,
            ">" => *value > other,
            _ => *value >= other,
        };
        conditions.push(format!("{left} {sign} {right}"));
        expected.push(is_so);
    }
    let wrong: Vec<&String> = answers(PLAN, &conditions)
        .iter()
        .zip(&expected)
        .zip(&conditions)
        .filter(|((a, b), _)| a != b)
        .map(|(_, c)| c)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(expected.iter().filter(|is_so| **is_so).count() > 150);
}

#[test]
fn every_kind_of_value_is_compared_as_what_it_is() {
    let so = [
        (SECOND, "doc.year == 2025"),
        (SECOND, "doc.year == \"2025\""),
        (SECOND, "doc.number == \"7\""),
        (SECOND, "doc.type == \"Quyết định\""),
        // The same words, typed with combining marks.
        (SECOND, "doc.type == \"Quye\u{302}\u{301}t \u{111}i\u{323}nh\""),
        (SECOND, "doc.type in [\"Kế hoạch\", \"Quyết định\"]"),
        (SECOND, "\"Tài\" in doc.issuer_short and \"Nội vụ\" not in doc.issuer_short"),
        (SECOND, "doc.date == \"05/01/2025\" and doc.date < \"2025-01-06\""),
        (SECOND, "doc.date is filled and doc.khac is not defined and doc.khac is blank"),
        (SECOND, "allocation[\"Không có\"] is not defined and allocation[\"Không có\"].all is blank"),
        (SECOND, "allocation | length == 2"),
        (SECOND, "(allocation | max(attribute=\"all\")).all >= (allocation | min(attribute=\"all\")).all"),
        (PLAN, "\"2.1\" in budget and \"9.9\" not in budget"),
        (PLAN, "budget[\"2.1\"].number is not defined"),
        (PLAN, "households.total.poor == \"2.710\""),
        (PLAN, "citations[\"phe-duyet\"].date < citations[\"giao-ke-hoach\"].date"),
    ];
    for (document, condition) in so {
        let negated = format!("not ({condition})");
        assert_eq!(answers(document, &[condition.to_owned(), negated]), [true, false], "{condition}");
    }
    let sorted = printed(
        PLAN,
        "{% for row in households | sort(attribute=\"poor\", reverse=true) %}{{ loop.index }}. {{ row.locality }}{% if not loop.last %}, {% endif %}{% endfor %}.",
    );
    let poor: Vec<&str> = sorted.split(',').collect();
    assert!(sorted.starts_with("1. ") && poor.len() > 5, "{sorted}");
}

/// Faults of templates: the whole message, with its line, in both languages.
#[test]
fn faults_are_told_at_their_line() {
    let faults = [
        "Năm {{ doc.nam }}.",
        "Năm {{ doc.year }.",
        "Năm { { doc.year } }.",
        "Năm {doc.year}.",
        "Năm doc.year }}.",
        "Đời sống[^1].",
        "{{ alocation.total.all }}",
        "{{ allocation.total.al }}",
        "{{ allocation.all }}",
        "{% if allocation.total.all %}Có.{% endif %}",
        "{% if doc.type > 5 %}Có.{% endif %}",
        "{% if allocation.total.all == \"nhiều\" %}Có.{% endif %}",
        "{% if doc.number == 7 %}Có.{% endif %}",
        "{% if doc.year > allocation.total.all %}Có.{% endif %}",
        "{% if allocation.total.all = 5 %}Có.{% endif %}",
        "{% if allocation.total.all > 20,5 %}Có.{% endif %}",
        "{% if 1 < allocation.total.all < 5 %}Có.{% endif %}",
        "{% if doc.type == “Quyết định” %}Có.{% endif %}",
        "{{ allocation.total.all + 1 }}",
        "{{ allocation.total.all | round }}",
        "{{ 12 }}",
        "{{ \"chữ\" }}",
        "{{ allocation }}",
        "Tổng {{ allocation.total.all }} tỷ đồng.",
        "{% if doc.type is empty %}Có.{% endif %}",
        "{% if doc.type == \"x\" %}Có.",
        "Có.{% endif %}",
        "{% call x() %}",
        "{% set dem = doc.year %}{% for unit in allocation %}{% set dem = unit.all %}{% endfor %}",
        "{% include \"_khong-co.typ.j2\" %}",
        "{% for unit in doc.type %}{{ unit }}{% endfor %}",
        "{{ funding(doc.year) }}",
        "Số \u{e000}doc/number\u{e001}999\u{e002}.",
    ];
    each_told_once(&faults, "language");
}

/// Whatever a template is made of, it is refused by a finding, and soon.
#[test]
fn no_template_is_too_much() {
    let doubled = (0..40).fold(String::from("{% macro m0() %}x{% endmacro %}"), |text, at| {
        text + &format!("{{% macro m{}() %}}{{{{ m{at}() }}}}{{{{ m{at}() }}}}{{% endmacro %}}", at + 1)
    });
    let loops = "{% for a in households %}".to_owned();
    let much = [
        format!("{{% if 0 %}}{}{{% endif %}}", "{% elif 0 %}".repeat(5_000)),
        format!("{{{{ {}doc.year }}}}", "not ".repeat(5_000)),
        format!("{{{{ 1{} }}}}", "+1".repeat(5_000)),
        format!("{{{{ doc{} }}}}", ".x".repeat(5_000)),
        format!("{{{{ doc.year{} }}}}", " | uncapitalized".repeat(5_000)),
        format!("{{{{ {}doc.year{} }}}}", "(".repeat(5_000), ")".repeat(5_000)),
        format!("{}x{}", "{% if true %}".repeat(5_000), "{% endif %}".repeat(5_000)),
        "{% set x = [doc.year] %}".to_owned() + &"{% set x = [x, x] %}".repeat(40) + "{{ x }}",
        doubled + "{{ m40() }}",
        loops.repeat(9) + "x" + &"{% endfor %}".repeat(9),
        // Each loop and macro is short, and what they write is not.
        loops.repeat(5) + &"Đoạn văn dài. ".repeat(20) + &"{% endfor %}".repeat(5),
        format!(
            "{{% macro m() %}}{}{}{}{{% endmacro %}}{{{{ m() }}}}",
            loops.repeat(5),
            "x ".repeat(200),
            "{% endfor %}".repeat(5)
        ),
    ];
    for text in much {
        let found = found(PLAN, &text);
        assert!(found.iter().any(|one| one.severity == Severity::Error), "{}", &text[..60]);
    }
}
