//! Every kind of derived figure over the plan, whose own definition has none of them.

use rust_decimal::Decimal;
use vanban::input::templates::Templates;
use vanban::input::verify::Verified;

use crate::product::derived::{quotient, value};
use crate::support::common::{input, key, redefined};

/// Columns of the households.
const COLUMNS: &str = r#"derived = [
    { key = "v", label = "v", kind = "value", of = "all" },
    { key = "d", label = "d", kind = "difference", of = "near_poor", minus = "poor" },
    { key = "c", label = "c", kind = "change", from = "near_poor", to = "v", decimals = 2 },
    { key = "s", label = "s", kind = "share", of = "poor", within = "total", decimals = 2 },
    { key = "sr", label = "sr", kind = "share", of = "d", within = "rows", decimals = 3 },
    { key = "r", label = "r", kind = "ratio", numerator = "poor", denominator = "all", scale = "per-mille", decimals = 1 },
    { key = "a", label = "a", kind = "average", of = ["poor", "near_poor", "all"], decimals = 1 },
    { key = "k", label = "k", kind = "rank", of = "d", order = "smallest" },
]
"#;

/// A column of the budget.
const GROUP: &str = r#"derived = [
    { key = "in_group", label = "g", kind = "share", of = "total", within = "group", decimals = 2 },
]
"#;

/// Figures and rows by themselves: key, and what is declared of it.
const SINGLES: [(&str, &str); 12] = [
    ("sum", "kind = 'sum'\nof = 'households.poor'\nwhere = { column = 'poor', is = '>=', value = '300' }"),
    ("count", "kind = 'count'\nof = 'households'\nwhere = { column = 'poor', is = '>=', value = '300' }"),
    ("mean", "kind = 'average'\nof = 'households.d'\ndecimals = 3"),
    ("one", "kind = 'count'\nof = 'households'\nwhere = { column = 'locality', is = '=', value = 'Huyện Đại Từ' }"),
    ("ratio", "kind = 'ratio'\nnumerator = 'derived/sum'\ndenominator = 'derived/count'\nscale = 1000\ndecimals = 2"),
    ("growth", "kind = 'change'\nfrom = 'households/total/poor'\nto = 'households/total/near_poor'\ndecimals = 1"),
    ("gap", "kind = 'difference'\nof = 'derived/most/poor'\nminus = 'derived/least/poor'"),
    ("most", "kind = 'largest'\nof = 'households.poor'"),
    ("least", "kind = 'smallest'\nof = 'households.poor'"),
    ("those", "kind = 'rows'\nof = 'households'\nwhere = { column = 'poor', is = '>=', value = '300' }"),
    ("taken", "kind = 'value'\nof = 'budget/2.1/in_group'"),
    ("parts", "kind = 'count'\nof = 'budget'\nrows = 'top'"),
];

fn with_all() -> Templates {
    redefined(|text| {
        let relation = "relation = [{ kind = \"total\", columns = [\"poor\", \"near_poor\"] }]\n";
        let text = text.replace(relation, &format!("{relation}{COLUMNS}"));
        let text = text.replace("# Quan hệ đầu tiên của một ô", &format!("{GROUP}# Quan hệ đầu tiên của một ô"));
        let single = |(key, rest): &(&str, &str)| format!("\n[[derived]]\nkey = '{key}'\nlabel = '{key}'\n{rest}\n");
        text + &SINGLES.iter().map(single).collect::<String>()
    })
}

/// Name, poor, near poor.
type Locality = (String, i128, i128);

fn number(verified: &Verified, name: &str) -> i128 {
    value(verified, name).and_then(|value| i128::try_from(value).ok()).expect("whole")
}

fn localities(verified: &Verified) -> Vec<Locality> {
    let names = ["Tp. Thái Nguyên", "Tp. Sông Công", "Tp. Phổ Yên", "Huyện Phú Bình", "Huyện Phú Lương"];
    let names = names.into_iter().chain(["Huyện Đại Từ", "Huyện Đồng Hỷ", "Huyện Định Hoá", "Huyện Võ Nhai"]);
    let figure = |name: &str, column: &str| number(verified, &format!("households/{name}/{column}"));
    names.map(|name| (name.to_owned(), figure(name, "poor"), figure(name, "near_poor"))).collect()
}

fn verified() -> Verified {
    let read = vanban::input::verify::verify(&input(), &with_all());
    read.unwrap_or_else(|failure| panic!("{:#?}", failure.findings())).output
}

#[test]
fn every_kind_of_column() {
    let verified = verified();
    let rows = localities(&verified);
    let [poor, near]: [i128; 2] = [rows.iter().map(|row| row.1).sum(), rows.iter().map(|row| row.2).sum()];
    for (name, own, beside) in &rows {
        let (own, beside) = (*own, *beside);
        let before = rows.iter().filter(|row| row.2 - row.1 < beside - own).count();
        for (column, expected) in [
            ("v", Some(Decimal::from(own + beside))),
            ("d", Some(Decimal::from(beside - own))),
            ("c", quotient(own, beside, 100, 2)),
            ("s", quotient(own, poor, 100, 2)),
            ("sr", quotient(beside - own, near - poor, 100, 3)),
            ("r", quotient(own, own + beside, 1_000, 1)),
            ("a", quotient(2 * (own + beside), 3, 1, 1)),
            ("k", Some(Decimal::from(1 + before))),
        ] {
            assert_eq!(value(&verified, &format!("households/{name}/{column}")), expected, "{name} {column}");
        }
    }
}

#[test]
fn every_kind_of_figure_and_row() {
    let verified = verified();
    let rows = localities(&verified);
    let [poor, near]: [i128; 2] = [rows.iter().map(|row| row.1).sum(), rows.iter().map(|row| row.2).sum()];
    let top = verified.checked.dataset.entries().filter(|entry| {
        let row = entry.key.row().filter(|row| *row != "total" && !row.contains('.'));
        entry.key.table() == Some("budget") && entry.key.column() == Some("stt") && row.is_some()
    });
    let top = top.count();
    let many: Vec<i128> = rows.iter().map(|row| row.1).filter(|poor| *poor >= 300).collect();
    let extremes =
        rows.iter().map(|row| row.1).fold((i128::MIN, i128::MAX), |(most, least), own| (most.max(own), least.min(own)));
    for (name, expected) in [
        ("sum", Some(Decimal::from(many.iter().sum::<i128>()))),
        ("count", Some(Decimal::from(many.len()))),
        ("mean", quotient(near - poor, rows.len() as i128, 1, 3)),
        ("one", Some(Decimal::ONE)),
        ("ratio", quotient(many.iter().sum(), many.len() as i128, 1_000, 2)),
        ("growth", quotient(near - poor, poor, 100, 1)),
        ("gap", Some(Decimal::from(extremes.0 - extremes.1))),
        ("taken", quotient(number(&verified, "budget/2.1/total"), number(&verified, "budget/2/total"), 100, 2)),
        ("parts", Some(Decimal::from(top))),
    ] {
        assert_eq!(value(&verified, &format!("derived/{name}")), expected, "{name}");
    }
    let those = verified.checked.dataset.entry(&key("derived/those")).and_then(|entry| entry.in_sentence());
    assert_eq!(those.map(|names| names.split(", ").count()), Some(many.len()));
}
