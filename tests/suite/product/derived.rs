//! Derived figures: exact, blank where they cannot be had, printed, traced, and followed by formulas.

use rust_decimal::Decimal;
use vanban::finding::Severity;
use vanban::finding::outcome::{Failure, Warned};
use vanban::input::templates::Templates;
use vanban::input::verify::Verified;
use vanban::xlsx::grid::CellValue;

use crate::product::second::with_second;
use crate::support::common::{Built, build_with, fonts, input, key, redefined};
use crate::support::report::{Cell, Report, read};

pub fn value(verified: &Verified, name: &str) -> Option<Decimal> {
    let entry = verified.checked.dataset.entry(&key(name)).unwrap_or_else(|| panic!("no {name}"));
    entry.quantity().map(|quantity| quantity.value.normalize())
}

fn decimal(text: &str) -> Option<Decimal> {
    Some(text.parse::<Decimal>().expect("decimal").normalize())
}

/// The same numbers in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end) as i64
    }
}

/// above × scale ÷ below, rounded half away from zero, in whole numbers only; none for a division by zero.
pub fn quotient(above: i128, below: i128, scale: i128, decimals: u32) -> Option<Decimal> {
    let (is_negative, above, divisor) = ((above < 0) != (below < 0), above.abs(), below.abs());
    let scaled = above * scale * 10_i128.pow(decimals);
    let rounded = (2 * scaled + divisor).checked_div(2 * divisor)?;
    let value = Decimal::from_i128_with_scale(if is_negative { -rounded } else { rounded }, decimals);
    Some(if value.is_zero() { Decimal::ZERO } else { value.normalize() })
}

#[test]
fn random_figures_give_what_exact_arithmetic_gives() {
    let templates = with_second();
    let mut random = Random(2024);
    let folder = tempfile::tempdir().expect("folder");
    for _ in 0..12 {
        let mut report = Report::sample();
        // Small numbers give ties and zeros, large ones long quotients.
        let most = [8, 1_000, 90_000_000][random.below(3) as usize];
        let mut number = || random.below(most);
        report.districts =
            (1..=14).map(|n| (format!("Xã {n}"), [0; 6].map(|_| Cell::Number(number() as f64)))).collect();
        for (_, row) in &mut report.districts {
            row[4] = Cell::Number((number() % 1_000) as f64 / 10.0);
            row[5] = Cell::Number((number() % 1_000) as f64 / 10.0);
        }
        report.funds =
            (1..=14).map(|n| (format!("Xã {n}"), [0; 2].map(|_| Cell::Number(number() as f64 / 10.0)))).collect();
        let poor_before: Vec<f64> = (0..14).map(|_| number() as f64).collect();
        report.before(&poor_before).write(folder.path(), "bao-cao-2023");
        report.write(folder.path(), "bao-cao-2024");
        // The definition names one town; ties are looked at elsewhere.
        let mut templates = templates.clone();
        let own = templates.documents.get_mut("bao-cao-suy-ra").expect("fixture");
        own.definition =
            own.definition.replace("Thành phố Phổ Yên", "Xã 1").replace("nth = 2", "nth = 2\nties = \"first\"");
        own.definition =
            own.definition.replace("of = \"districts.poor\"\n\n", "of = \"districts.poor\"\nties = \"first\"\n\n");
        own.definition = own.definition.replace(
            "kind = \"sum\"\nof = \"districts.poor\"\nties = \"first\"",
            "kind = \"sum\"\nof = \"districts.poor\"",
        );
        let verified = read(&folder.path().join("bao-cao-2024"), &templates);
        let verified = verified.unwrap_or_else(|failure| panic!("{:#?}", failure.findings())).output;
        agrees(&verified, &report, &poor_before);
    }
}

fn whole(cell: Cell, scale: f64) -> i128 {
    let Cell::Number(value) = cell else { panic!("a blank") };
    (value * scale).round() as i128
}

fn agrees(verified: &Verified, report: &Report, before: &[f64]) {
    let poor: Vec<i128> = report.districts.iter().map(|(_, row)| whole(row[1], 1.0)).collect();
    let less: Vec<i128> = poor.iter().zip(before).map(|(now, before)| now - *before as i128).collect();
    let total: i128 = poor.iter().sum();
    for (at, (name, row)) in report.districts.iter().enumerate() {
        let [households, now, near, people, satisfied, wanted] =
            [(0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0), (4, 10.0), (5, 10.0)].map(|(at, scale)| whole(row[at], scale));
        let done = whole(report.funds[at].1[1], 10.0);
        let was = before[at] as i128;
        let expected = [
            ("less", Some(Decimal::from(less[at]))),
            ("growth", quotient(less[at], was, 100, 2)),
            ("rate", quotient(now, households, 100, 2)),
            ("per_mille", quotient(now, people, 1_000, 1)),
            ("size", quotient(people, households, 1, 2)),
            ("spent", quotient(done, now * 10, 1_000, 3)),
            ("part", quotient(now, total, 100, 1)),
            ("part_rows", quotient(now, total, 100, 1)),
            ("mean", quotient(now + near, 2, 1, 1)),
            ("place", Some(Decimal::from(1 + poor.iter().filter(|other| **other > now).count()))),
            ("trend", Some(Decimal::from(1 + less.iter().filter(|other| **other < less[at]).count()))),
            ("points", Some(Decimal::from_i128_with_scale(satisfied - wanted, 1).normalize())),
            ("part_change", Some(Decimal::from(now))),
        ];
        for (column, expected) in expected {
            assert_eq!(
                value(verified, &format!("districts/{name}/{column}")),
                expected,
                "{name} {column} of {row:?}, {was}"
            );
        }
    }
    let many: Vec<i128> = poor.iter().copied().filter(|poor| *poor > 1_000).collect();
    let in_many: i128 = many.iter().sum();
    let all_before: i128 = before.iter().map(|poor| *poor as i128).sum();
    let extremes = (poor.iter().max().expect("one"), poor.iter().min().expect("one"));
    for (name, expected) in [
        ("many", Some(Decimal::from(many.len()))),
        ("in_many", Some(Decimal::from(in_many))),
        ("share_many", quotient(in_many, total, 100, 1)),
        ("mean", quotient(total, poor.len() as i128, 1, 1)),
        ("fewer", Some(Decimal::from(total - all_before))),
        ("growth", quotient(total - all_before, all_before, 100, 2)),
        ("gap", Some(Decimal::from(extremes.0 - extremes.1))),
        ("years", Some(Decimal::from(3))),
    ] {
        assert_eq!(value(verified, &format!("derived/{name}")), expected, "{name}");
    }
}

/// What needs a blank, a zero, or a row that is not there is blank, and no zero.
#[test]
fn what_cannot_be_had_is_blank() {
    let mut report = Report::sample();
    report.previous = None;
    report.districts[0].1[0] = Cell::Number(0.0);
    report.funds.remove(1);
    let Warned { output, warnings } = vanban::input::verify::verify(&report.input(), &with_second())
        .unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    for name in [
        "districts/Thành phố Phổ Yên/rate",
        "districts/Thành phố Phổ Yên/size",
        "districts/Huyện Phú Bình/spent",
        "districts/Huyện Phú Bình/before",
        "districts/Huyện Phú Bình/less",
        "districts/Huyện Phú Bình/growth",
        "districts/Huyện Phú Bình/trend",
        "districts/total/spent",
        "districts/total/place",
        "tasks/1/in_group",
        "tasks/total/in_group",
        "derived/fewer",
        "derived/growth",
    ] {
        assert_eq!(value(&output, name), None, "{name}");
    }
    assert_eq!(value(&output, "districts/Huyện Phú Bình/rate"), decimal("7.25"));
    assert_eq!(value(&output, "tasks/1.1/in_group"), decimal("20.0"));
    let mut said: Vec<&str> = warnings.iter().map(|finding| finding.code.name()).collect();
    said.sort_unstable();
    said.dedup();
    assert_eq!(said, ["cell-computed", "derived-row-missing", "derived-zero"]);
}

fn built(change: impl Fn(&mut Report), templates: &Templates) -> Result<Built, Failure> {
    let folder = tempfile::tempdir().expect("folder");
    let mut report = Report::sample();
    change(&mut report);
    report.before(&[1_300.0, 2_800.0, 3_500.0, 960.0]).write(folder.path(), "bao-cao-2023");
    report.write(folder.path(), "bao-cao-2024");
    let Warned { output: verified, warnings } = read(&folder.path().join("bao-cao-2024"), templates)?;
    let Warned { output: product, .. } = vanban::product::build::build(&verified, templates, fonts())?;
    Ok(Built { verified, product, warnings })
}

#[test]
fn derived_figures_are_printed_and_traced() {
    let built = built(|_| {}, &with_second()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let text = built.sentences().join("\n");
    for expected in [
        "còn 8.040 hộ nghèo, giảm 520 hộ so với năm trước (tốc độ -6,07%), bình quân mỗi huyện 2.010,0 hộ",
        "Có 3 huyện còn trên một nghìn hộ nghèo (thành phố Phổ Yên, huyện Phú Bình và huyện Đại Từ), chiếm 88,1% tổng số; nhiều nhất là huyện Đại Từ (3.100 hộ, bằng 38,6% cả tỉnh)",
        "thứ hai là huyện Phú Bình (2.755 hộ), ít nhất là huyện Võ Nhai; chênh lệch 2.140 hộ",
        "Huyện giảm nhiều nhất là huyện Đại Từ, giảm 400 hộ.",
        "cao nhất: thành phố Phổ Yên và huyện Đại Từ.",
        "- Huyện Phú Bình: 2.755 hộ, giảm 45 hộ, xếp thứ 2, tỷ lệ hộ nghèo 7,25%, so với chỉ tiêu hài lòng giảm 1,9 điểm phần trăm.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    let ledger = serde_json::to_value(&built.product.ledger).expect("json");
    assert_eq!(ledger["format"], "vanban/figures/3");
    let figures = ledger["figures"].as_array().expect("figures");
    let figure =
        |name: &str| figures.iter().find(|figure| figure["key"] == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(
        figure("districts/Huyện Phú Bình/less")["from"],
        serde_json::json!(["districts/Huyện Phú Bình/poor", "previous/districts/Huyện Phú Bình/poor"])
    );
    assert_eq!(figure("derived/share_many")["from"], serde_json::json!(["derived/in_many", "districts/total/poor"]));
    assert_eq!(
        figure("districts/total/part_rows")["from"],
        serde_json::json!(["districts/total/poor", "districts/*/poor"])
    );
    let earlier = figure("previous/districts/Huyện Phú Bình/poor");
    assert_eq!(earlier["cells"][0]["file"], "bao-cao-2023/so-lieu.xlsx");
    assert_eq!(earlier["name"], "bao-cao-2023 › Hộ nghèo › Huyện Phú Bình › Số hộ nghèo");
    assert_eq!(ledger["inputs"][1]["file"], "bao-cao-2023/so-lieu.xlsx");
    for key in figures.iter().filter_map(|figure| figure["from"].as_array()).flatten() {
        let key = key.as_str().expect("key");
        assert!(key.contains("/*/") || figures.iter().any(|figure| figure["key"] == *key), "{key} is nowhere");
    }
    let relations = ledger["relations"]["checked"].as_array().expect("relations");
    let poor = relations.iter().find(|relation| relation["key"] == "districts/total/poor").expect("relation");
    assert_eq!((&poor["rule"], &poor["stated"], &poor["expected"]), (&"sum".into(), &"8040".into(), &"8040".into()));
    assert_eq!(poor["operands"].as_array().map(Vec::len), Some(4));
}

/// The plan with figures that its own definition does not have.
#[test]
fn the_plan_can_derive_figures_too() {
    let templates = redefined(|text| {
        let relation = "relation = [{ kind = \"total\", columns = [\"poor\", \"near_poor\"] }]\n";
        let columns = "derived = [\n\
            { key = \"part\", label = \"Tỷ trọng\", kind = \"share\", of = \"poor\", within = \"total\", decimals = 1 },\n\
            { key = \"both\", label = \"Cả hai\", kind = \"difference\", of = \"all\", minus = \"near_poor\" },\n\
            { key = \"place\", label = \"Hạng\", kind = \"rank\", of = \"both\" },\n]\n";
        let text = text.replace(relation, &format!("{relation}{columns}"));
        let text = text.replace(
            "{ text = \"Tỷ lệ (%)\", column = \"poor_rate\", width = 27 }",
            "{ text = \"Tỷ trọng\", column = \"part\", width = 27 }",
        );
        text + "\n[[derived]]\nkey = \"most\"\nlabel = \"Nhiều nhất\"\nkind = \"largest\"\nof = \"households.poor\"\n\n\
            [[derived]]\nkey = \"top\"\nlabel = \"Ba dự án lớn\"\nkind = \"share\"\nof = \"budget/1/total\"\n\
            within = \"budget/total/total\"\ndecimals = 2\n\n\
            [[derived]]\nkey = \"leaves\"\nlabel = \"Số hoạt động\"\nkind = \"count\"\nof = \"budget\"\n\
            where = { column = \"name\", is = \"!=\", value = \"x\" }\n"
    });
    let mut templates = templates;
    let plan = templates.documents.get_mut("ke-hoach-giam-ngheo").expect("plan");
    let prose = "Nhiều nhất là {{ derived.most.locality | uncapitalized }} ({{ derived.most.both }} hộ, hạng {{ derived.most.place }}), {{ derived.top }}, {{ derived.leaves }}.";
    plan.narrative.insert("01-1-them.typ.j2".to_owned(), prose.to_owned());
    let built = build_with(&input(), &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let text = built.sentences().join("\n");
    assert!(text.contains("Nhiều nhất là huyện"), "{text}");
    assert_eq!(built.count(Severity::Warning), 5);
    let sheet = built.sheet("Phụ lục I - Hộ nghèo");
    let total = built.verified.checked.dataset.entry(&key("households/total/part")).expect("share");
    assert_eq!(total.in_sentence().as_deref(), Some("100,0%"));
    assert!(sheet.values().any(|value| *value == CellValue::Number("100".parse().expect("number"))), "{sheet:#?}");
}

/// A figure that is entered may have to be what follows from others.
#[test]
fn entered_figures_are_compared_with_derived_ones() {
    let with = |column: &str| {
        redefined(|text| {
            let equal = "[[equal]]\ntarget = \"indicators/ho-ngheo/plan\"\nto = \"derived/all\"\n";
            let derived = "[[derived]]\nkey = \"all\"\nlabel = \"Cộng các huyện\"\nkind = \"sum\"\n";
            format!("{text}\n{equal}\n{derived}of = \"households.{column}\"\n")
        })
    };
    let found = |column| match vanban::input::verify::verify(&input(), &with(column)) {
        Ok(read) => read.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    let wrong: Vec<String> = found("near_poor")
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .map(|one| one.code.name().into())
        .collect();
    assert_eq!(wrong, ["equal-mismatch"]);
    assert!(found("poor").iter().all(|finding| finding.severity != Severity::Error));
}

/// Conditions, orders and filters take derived figures like any other.
#[test]
fn conditions_take_derived_figures() {
    let mut templates = with_second();
    let own = templates.documents.get_mut("bao-cao-suy-ra").expect("fixture");
    let prose = "{% if derived.many > 2 and derived.fewer < 0 %}Đúng một.{% endif %}\n\n\
        {% if derived.share_many > derived.most.part %}Đúng hai.{% endif %}\n\n\
        {% for row in districts | sort(attribute=\"less\") if row.less < 0 %}{{ row.district }} {{ row.less }}; {% endfor %}\n\n\
        {{ (districts | max(attribute=\"rate\")).rate }}{% if derived.none is blank %} trống{% endif %}.\n\n\
        {{ derived.fewer | change }} rồi {{ derived.years | in_words }}, {{ derived.zero | change }}.";
    own.narrative.insert("00-them.typ.j2".to_owned(), prose.to_owned());
    own.definition +=
        "\n[[derived]]\nkey = \"none\"\nlabel = \"Không có\"\nkind = \"largest\"\nof = \"districts.poor\"\n\
        where = { column = \"poor\", is = \">\", value = \"1e6\" }\n"
            .replace("1e6", "1000000")
            .as_str();
    own.definition += "\n[[derived]]\nkey = \"zero\"\nlabel = \"Không\"\nkind = \"difference\"\nof = \"districts/total/poor\"\nminus = \"districts/total/poor\"\n";
    let built = built(|_| {}, &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let text = built.sentences().join("\n");
    for expected in [
        "Đúng một.",
        "Đúng hai.",
        "Huyện Đại Từ -400; Thành phố Phổ Yên -75; Huyện Phú Bình -45;",
        "7,25% trống.",
        "giảm 520 hộ rồi ba năm, không đổi.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// What cannot be had says why, at the cell that is to blame and not at another that has no figure either.
#[test]
fn the_reason_is_that_of_the_row_to_blame() {
    let mut templates = with_second();
    let own = templates.documents.get_mut("bao-cao-suy-ra").expect("fixture");
    own.definition += "\n[[derived]]\nkey = \"grew\"\nlabel = \"Tăng nhiều nhất\"\nkind = \"largest\"\nof = \"districts.growth\"\n\n\
        [[derived]]\nkey = \"up\"\nlabel = \"Tăng\"\nkind = \"rows\"\nof = \"districts\"\n\
        where = { column = \"growth\", is = \">\", value = \"0\" }\n";
    let rank = "of = \"less\", order = \"smallest\"";
    assert!(own.definition.contains(rank));
    own.definition = own.definition.replace(rank, "of = \"growth\"");
    own.narrative.insert("00-them.typ.j2".to_owned(), "{{ derived.grew.district }}\n".to_owned());
    let folder = tempfile::tempdir().expect("folder");
    let report = Report::sample();
    // The second district is new, and of the third there was nothing to grow from.
    let mut before = report.before(&[1.0, 2_800.0, 0.0, 960.0]);
    before.districts.remove(1);
    before.write(folder.path(), "bao-cao-2023");
    report.write(folder.path(), "bao-cao-2024");
    let read = read(&folder.path().join("bao-cao-2024"), &templates);
    let verified = read.unwrap_or_else(|failure| panic!("{:#?}", failure.findings())).output;
    let dataset = &verified.checked.dataset;
    let blamed = dataset.entry(&key("districts/Huyện Đại Từ/growth")).expect("figure");
    for name in ["derived/grew", "districts/Huyện Võ Nhai/trend"] {
        let entry = dataset.entry(&key(name)).expect("figure");
        assert_eq!((entry.in_sentence(), entry.at.first()), (None, blamed.at.first()), "{name}");
    }
    // Whether the second one grew is not known first.
    let new = dataset.entry(&key("districts/Huyện Phú Bình/growth")).expect("figure");
    let up = dataset.entry(&key("derived/up")).expect("rows");
    assert_eq!((up.in_sentence(), up.at.first()), (None, new.at.first()));
    assert!(!blamed.at.is_empty() && !new.at.is_empty());
}
