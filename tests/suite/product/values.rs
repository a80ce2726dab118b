//! Values of templates: nothing becomes nothing, or something else, without a word.

use vanban::finding::Severity;

use crate::product::language::{PLAN, SECOND, answers, each_told_once, found, printed};

/// Faults of values: the whole message, with its line, in both languages.
#[test]
fn faults_of_values_are_told_at_their_line() {
    let faults = [
        "Số \\{{ doc.number }}.",
        "Số \\{% if doc.year == 2025 %}{{ doc.number }}{% endif %}.",
        "Số \\{# ghi chú #}{{ doc.number }}.",
        "{% for unit in allocation %}{{ allocation[loop.index].all }}{% endfor %}",
        "{{ allocation[doc.year].all }}",
        "{% if allocation[doc.date].all > 5 %}Có.{% endif %}",
        "{{ allocation[allocation.total.all].all }}",
        "{% for unit in allocation %}{{ loop.index | uncapitalized }}, {% endfor %}",
        "{% if allocation.total.all > 2.200 %}Có.{% endif %}",
        "{% if allocation.total.all > 1.000.000 %}Có.{% endif %}",
        "{{ [0, allocation.total.all, doc.year] | max }}",
        "{% for value in [5, doc.year, allocation.total.all] | unique %}{{ value }}, {% endfor %}",
        "{{ allocation.total.all }}{{ doc.year }}",
        "{{ allocation.total.all }}*{# ghi chú #}{{ doc.year }}*",
        "Tổng *{{ allocation.total.all }}* VNĐ.",
        "Tổng {{ allocation.total.all }}{# ghi chú #}\ntrăm triệu đồng.",
        "{% macro tien(so) %}{{ so }}{% endmacro %}Tổng {{ tien(allocation.total.all) }} Đồng.",
        "{{ loop.index }}",
        "{% for unit in allocation if loop.index < 2 %}{{ unit.unit }}{% endfor %}",
        "{% macro a(r, s=1) %}{{ r }}{% endmacro %}",
        "{%+ if true %}Có.{% endif %}",
        "{% if doc.year == 2024 %}{% macro a(r) %}{{ r }}{% endmacro %}{% endif %}",
        "{# chưa đóng",
        "Chữ ** đây.",
        "{% macro a(chu) %}{{ chu }}{% endmacro %}{{ a(\"500 hộ\") }}",
    ];
    each_told_once(&faults, "values");
}

/// The same kinds in the plan, whose tables have percentages and cells of words around a figure.
#[test]
fn other_documents_are_told_the_same() {
    let rate = "households.total.poor_rate";
    let faults = [
        format!("Tỷ lệ {{{{ {rate} }}}}{{# x #}}%."),
        format!("Tỷ lệ *{{{{ {rate} }}}}* \\%."),
        format!("Tỷ lệ {{{{ {rate} }}}}\nphần trăm."),
        format!("Tỷ lệ {{% if true %}}{{{{ {rate} }}}}{{% endif %}} Phần trăm."),
        "Năm \\{{ doc.year }}.".to_owned(),
        "{{ budget[doc.year].total }}".to_owned(),
        "{% if budget.total.total == 1.000 %}Có.{% endif %}".to_owned(),
        format!("{{{{ [0, households.total.poor, {rate}] | min }}}}"),
        "Kinh phí {{ budget.total.total }} đ.".to_owned(),
        "{% if indicators[\"di-hoc\"].plan > 90 %}Có.{% endif %}".to_owned(),
        "{% if indicators[\"nuoc-sach\"].plan == 94 %}Có.{% endif %}".to_owned(),
        "{% if indicators[\"nuoc-sach\"].plan > indicators[\"nha-tieu\"].plan %}Có.{% endif %}".to_owned(),
    ];
    for fault in faults {
        let found = found(PLAN, &fault);
        assert_eq!(found.iter().filter(|one| one.severity == Severity::Error).count(), 1, "{fault}: {found:#?}");
    }
}

#[test]
fn right_templates_are_accepted() {
    let so = [
        (SECOND, "allocation.total.all == \"2.200\""),
        (SECOND, "allocation.total.all > 0.125 and allocation.total.all < 10000.125"),
        (SECOND, "([doc.year, 5] | max) == 2025"),
        (SECOND, "([\"3.000,5\", allocation.total.all, \"5\"] | min) == \"5\""),
        (PLAN, "indicators[\"di-hoc\"].plan == \"Trên 97%\" and indicators[\"bhyt\"].plan >= 100"),
        (PLAN, "indicators[\"nuoc-sach\"].plan != indicators[\"nha-tieu\"].plan"),
        (PLAN, "(budget | first).name.title is filled and (budget | max(attribute=\"total\")).name.title is filled"),
    ];
    for (document, condition) in so {
        assert_eq!(answers(document, &[condition.to_owned()]), [true], "{condition}");
    }
    let unset = "{% if doc.year == 1 %}{% set lon = doc.year %}{% endif %}{% if lon is defined or lon is filled %}có\
        {% elif lon is blank %}không{% endif %}";
    assert_eq!(printed(SECOND, unset), "không");
    let words = "{% macro dong(r, nhan) %}{% if r.all > 0 %}{{ nhan }}: *{{ r.unit }}*{% endif %}{% endmacro %}\
        {% for unit in allocation %}{{ dong(unit, \"Đơn vị #1*\" if unit.all is blank else \"Nơi *_#\") }}; {% endfor %}";
    assert!(printed(SECOND, words).starts_with("Nơi \\*\\_\\#: *#fig("), "{}", printed(SECOND, words));
    let chain = (0..25).fold(String::from("{% macro m0(r) %}{{ r }}{% endmacro %}"), |text, at| {
        text + &format!("{{% macro m{}(r) %}}{{{{ m{at}(r) }}}}{{% endmacro %}}", at + 1)
    });
    assert!(printed(SECOND, &(chain + "{{ m25(doc.year) }}")).contains("2025"));
    for text in [
        "Tổng {{ allocation.total.all }} triệu đồng, tỷ lệ cao; {{ allocation.total.all }} Triệu đồng.",
        "Dấu \\\\{{ doc.year }}.",
    ] {
        assert!(printed(SECOND, text).contains("#fig("), "{text}");
    }
}

/// “số” makes a number an ordinal only where it names a document.
#[test]
fn counted_numbers_are_figures() {
    let numbers = |text: &str| {
        let found = found(SECOND, text);
        let numbers = found.iter().filter(|one| one.code.name() == "prose-number");
        numbers.map(|one| one.arg("number").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("Tổng số 500 hộ, trong số 20 hộ, số 1.200 hộ, phần 30% còn lại."), ["500", "20", "1.200"]);
    assert_eq!(numbers("Mẫu số 01, Quyết định số 85/QĐ-STC, Chỉ thị số 16, quốc lộ số 3."), Vec::<String>::new());
    assert_eq!(numbers("Có {{ allocation.total.all }}.000 hộ."), ["{{ allocation.total.all }}.000"]);
}
