//! The laid-out pages of the real document, measured against the decree rule by rule.
//!
//! `cargo test --release --test suite form -- --nocapture` prints what was measured for each rule. The list
//! of what is proved and what cannot be is `tests/goldens/form-rules.txt`; `UPDATE_GOLDENS=1` writes it.

mod altered;
mod appendix;
mod body;
pub mod findings;
mod flow;
pub mod head;
mod marks;
mod numbering;
mod page;
pub mod parts;
mod rules;
mod signature;

use findings::Findings;
use parts::Parts;
use rules::{RULES, Rule, Status};

use crate::support::common;

/// How many faults of one rule are printed.
const SHOWN: usize = 5;

/// A rule with what its check found; none for a rule that no page can prove.
struct Outcome {
    rule: &'static Rule,
    found: Option<Findings>,
}

fn measure(parts: &Parts) -> Vec<Outcome> {
    let outcome = |rule: &'static Rule| {
        let found = rule.check.map(|check| {
            let mut found = Findings::default();
            check(parts, &mut found);
            if found.is_empty() && found.faults.is_empty() {
                found.faults.push("nothing was measured".to_owned());
            }
            found
        });
        Outcome { rule, found }
    };
    RULES.iter().map(outcome).collect()
}

/// What of some rules does not hold, each as a line.
pub fn faults(parts: &Parts, rules: &[&str]) -> Vec<String> {
    let wanted = measure(parts).into_iter().filter(|outcome| rules.contains(&outcome.rule.id));
    wanted.filter(|outcome| !outcome.faults().is_empty()).map(|outcome| outcome.report()).collect()
}

impl Outcome {
    fn faults(&self) -> &[String] {
        self.found.as_ref().map(|found| found.faults.as_slice()).unwrap_or_default()
    }

    fn report(&self) -> String {
        let Rule { id, status, says, .. } = self.rule;
        if !self.faults().is_empty() {
            let shown = self.faults().iter().take(SHOWN).map(|fault| format!("{id} KHÔNG ĐẠT: {fault}\n"));
            let more = self.faults().len().saturating_sub(SHOWN);
            let rest = (more > 0).then(|| format!("{id} KHÔNG ĐẠT: and {more} more\n"));
            return shown.chain(rest).collect();
        }
        let measures = self.found.as_ref().map(Findings::measures).unwrap_or_default();
        let measures = if measures.is_empty() { measures } else { format!(" [{measures}]") };
        format!("{id} {}: {says}{measures}\n", status.report())
    }
}

/// The published list: what is proved of each rule, and why the others are not.
fn list() -> String {
    let line = |rule: &Rule| format!("{:<6}{:<16}{}\n", rule.id, rule.status.word(), rule.says);
    counts(Status::word) + "\n\n" + &RULES.iter().map(line).collect::<String>()
}

/// How many rules are decided in each way.
fn counts(word: fn(Status) -> &'static str) -> String {
    let count = |status: Status| RULES.iter().filter(|rule| rule.status == status).count();
    let each = Status::ALL.map(|status| format!("{} {}", count(status), word(status)));
    format!("{} rules: {}", RULES.len(), each.join(", "))
}

#[test]
fn the_plan_follows_the_decree() {
    let product = &common::plan().product;
    let outcomes = measure(&Parts::new(&product.pages, common::plan().file(".pdf")));
    let report: String = outcomes.iter().map(Outcome::report).collect();
    println!("{report}{}", counts(Status::report));
    let faults: String = outcomes.iter().filter(|outcome| !outcome.faults().is_empty()).map(Outcome::report).collect();
    assert!(faults.is_empty(), "\n{faults}");
    common::golden("form-rules.txt", &list());
}

/// What is measured as the body is the whole body: each paragraph of the prose, in order, and nothing else.
#[test]
fn the_body_is_the_prose() {
    let plan = common::plan();
    let parts = Parts::new(&plan.product.pages, plan.file(".pdf"));
    let measured: Vec<String> = parts.body().iter().map(|block| block.text()).collect();
    assert_eq!(measured, plan.sentences());
}

#[test]
fn every_rule_is_decided_once() {
    let mut ids: Vec<String> = (1..=87).map(|number| format!("F-{number:02}")).collect();
    ids.extend(["b", "c", "d", "e", "f"].map(|letter| format!("F-78{letter}")));
    ids.sort();
    let mut decided: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|id| id.starts_with('F')).collect();
    decided.sort_unstable();
    assert_eq!(ids, decided);
}
