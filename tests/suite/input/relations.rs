//! The 189 relations of the published plan: each holds, or is reported, as the list says.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use vanban::input::checking::judged::Check;
use vanban::input::checking::rule::Rule;
use vanban::input::figure_key::FigureKey;

use crate::support::common::{data, plan};

/// One line of `relations.tsv`.
struct Listed {
    group: String,
    relation: String,
    computed: String,
    printed: String,
    holds: bool,
}

fn listed() -> Vec<Listed> {
    let line = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [group, relation, _, computed, printed, holds] = &cells[..] else { panic!("{line}") };
        Listed {
            group: group.clone(),
            relation: relation.clone(),
            computed: computed.clone(),
            printed: printed.clone(),
            holds: holds == "yes",
        }
    };
    data("relations.tsv").lines().skip(1).map(line).collect()
}

fn decimal(printed: &str) -> Decimal {
    printed.trim_end_matches('%').replace('.', "").replace(',', ".").parse().expect("number")
}

/// The list's short column names.
const COLUMNS: [(&str, &str); 9] = [
    ("total", "total"),
    ("c_inv", "central_investment"),
    ("c_rec", "central_recurrent"),
    ("l_inv", "local_investment"),
    ("l_rec", "local_recurrent"),
    ("l_dept", "local_departments"),
    ("d_total", "district_total"),
    ("d_prov", "district_from_province"),
    ("d_own", "district_own"),
];

fn column(short: &str) -> &'static str {
    COLUMNS.iter().find(|(name, _)| *name == short).unwrap_or_else(|| panic!("{short}")).1
}

/// The check that stands for a listed relation of groups A–D; none where the list goes beyond the
/// published rule: B4 reads a header literally that is not meant so, D repeats the rule for sums of rows.
fn declared(listed: &Listed) -> Option<(FigureKey, Rule, usize)> {
    let words: Vec<&str> = listed.relation.split_whitespace().collect();
    match listed.group.as_str() {
        "A" => {
            let column = if listed.relation.contains("near_poor") { "near_poor" } else { "poor" };
            Some((FigureKey::figure("households", "total", column), Rule::Sum, 9))
        }
        "B1" | "B2" | "B3" => {
            let row = words[1].trim_end_matches(':').replace('T', "total");
            let operands = listed.relation.split('=').nth(1).expect("sum").split('+').count();
            Some((FigureKey::figure("budget", &row, column(words[2])), Rule::Sum, operands))
        }
        "C" if listed.relation.starts_with("row") => {
            let (row, short) = words[1].rsplit_once('.').expect("row.column");
            Some((FigureKey::figure("budget", row, column(short)), Rule::Sum, 2))
        }
        "C" | "C2" => {
            let short = listed.relation.split(['.', ' ']).nth(2).expect("column");
            let operands = if listed.group == "C" { 5 } else { 9 };
            Some((FigureKey::figure("budget", "total", column(short)), Rule::Sum, operands))
        }
        "D" => {
            let is_leaf = listed.relation.contains("(leaf)");
            let investment = listed.relation.contains("investment");
            let row = words[1].replace('T', "total");
            let target = if investment { "local_investment" } else { "local_recurrent" };
            let rule = Rule::Percent { percent: Decimal::from(15), decimals: 0 };
            (is_leaf || investment).then(|| (FigureKey::figure("budget", &row, target), rule, 1))
        }
        _ => None,
    }
}

fn find<'a>(checks: &'a [Check], (target, rule, operands): &(FigureKey, Rule, usize)) -> &'a Check {
    let found = checks.iter().find(|c| c.target == *target && c.rule == *rule && c.operands.len() == *operands);
    found.unwrap_or_else(|| panic!("no check of {target} with {operands} operands"))
}

#[test]
fn every_declarable_relation_holds_or_differs_as_listed() {
    let checks = &plan().verified.checked.checks;
    let mut seen = 0;
    for listed in listed() {
        let Some(key) = declared(&listed) else { continue };
        let check = find(checks, &key);
        seen += 1;
        assert_eq!(check.holds(), listed.holds, "{}", listed.relation);
        assert_eq!(check.expected, decimal(&listed.computed), "{}", listed.relation);
        assert_eq!(check.stated, decimal(&listed.printed), "{}", listed.relation);
    }
    // A 2, B1 14, B2 14, B3 13, C 39, C2 9, D 9 lowest rows and 3 of investment.
    assert_eq!(seen, 103);
    let targets: BTreeSet<&str> = checks.iter().map(|check| check.target.as_str()).collect();
    assert!(targets.contains("indicators/ho-ngheo/plan") && targets.contains("indicators/can-ngheo/plan"));
    assert_eq!(checks.len(), seen + 2, "checks that the list does not know");
}

/// Group E: what the sentences print is what the tables say, because both print the same figure.
#[test]
fn sentences_print_the_figures_of_the_tables() {
    let mut by_section: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let ledger = &plan().product.ledger;
    for sentence in &ledger.sentences {
        let numbers = sentence.text.split_whitespace().map(|word| word.trim_matches(['.', ',', ';', '(', ')', ':']));
        let section = sentence.section.replace([' ', '/'], "").trim_end_matches('.').to_owned();
        by_section.entry(section).or_default().extend(numbers.map(str::to_owned));
    }
    let mut seen = 0;
    for listed in listed().iter().filter(|listed| listed.group == "E") {
        assert!(listed.holds, "{}", listed.relation);
        let place = listed.relation.split_whitespace().next().expect("place");
        let Some((roman, rest)) = place.split_once('.') else { continue };
        let section = match roman {
            "III" => format!("III.{}", deepest(rest)),
            "II" => format!("II.2.{rest}"),
            "V" => "V".to_owned(),
            _ => continue,
        };
        let numbers = by_section.get(&section).unwrap_or_else(|| panic!("no section {section}"));
        assert!(numbers.contains(&listed.printed), "{}: {} not in {section}", listed.relation, listed.printed);
        seen += 1;
    }
    assert!(seen >= 60, "{seen}");
}

/// `2.1.d` → `2.2.1`: the headings above a block, the project and the sub-project.
fn deepest(place: &str) -> String {
    let label = place.trim_end_matches(".d");
    match label.split_once('.') {
        Some((project, _)) => format!("{project}.{label}"),
        None => label.to_owned(),
    }
}
