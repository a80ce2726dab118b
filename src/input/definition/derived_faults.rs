//! The derived figures of a definition, each behind what it is made from, or what is wrong with them, at its line.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::picture::picture;
use crate::finding::place::Place;
use crate::input::definition::derivation::{Arithmetic, Derivation, Operand, Rule};
use crate::input::definition::derived::{Method, Scale, Setting, Written};
use crate::input::definition::derived_names::{Reader, Wrong};
use crate::input::definition::model::{Document, Kind, Table};
use crate::input::toml_text::{self, Step};
use crate::vi::matching;
use crate::vi::text::shortened;
use crate::vi::units;

/// So many names are listed, and so many characters of what somebody wrote are shown.
const SHOWN: (usize, usize) = (12, 40);

/// Where a derived figure is declared: in which table, and as which of its list.
#[derive(Debug, Clone, Copy)]
struct Site {
    table: Option<usize>,
    index: usize,
}

/// Reads every derived figure; `source` is the whole definition, `file` names it.
pub(crate) fn read(document: &Document, source: &str, file: &str) -> Result<Vec<Derivation>, Vec<Finding>> {
    let mut faults = Vec::new();
    let mut read: Vec<(Site, Derivation)> = Vec::new();
    let told = Told { source, file };
    for (site, table, written) in declared(document) {
        let reader = Reader { document, table, written };
        match reader.derivation() {
            Ok(derivation) => read.push((site, derivation)),
            Err(wrong) => faults.push(told.finding(site, written, &wrong)),
        }
    }
    let (sites, derivations): (Vec<Site>, Vec<Derivation>) = read.into_iter().unzip();
    match order(&derivations) {
        Ok(order) => {
            let ordered = with_units(document, &derivations, &order);
            for (site, derivation) in sites.iter().zip(&derivations) {
                let written = declared(document).nth_site(*site);
                let wrong = units_apart(document, &ordered, derivation);
                faults.extend(written.zip(wrong).map(|(written, wrong)| told.finding(*site, written, &wrong)));
            }
            if faults.is_empty() { Ok(ordered) } else { Err(faults) }
        }
        Err(circle) => {
            let names: Vec<String> = circle.iter().map(|at| derivations[*at].name()).collect();
            let first = circle.first().copied().unwrap_or_default();
            let written = declared(document).nth_site(sites[first]);
            faults
                .extend(written.map(|written| told.finding(sites[first], written, &Wrong::Circle(names.join(" → ")))));
            Err(faults)
        }
    }
}

/// Every derived figure as written, with its table.
fn declared(document: &Document) -> impl Iterator<Item = (Site, Option<&Table>, &Written)> {
    let in_tables = document.tables.iter().enumerate().flat_map(|(at, table)| {
        let site = move |index| Site { table: Some(at), index };
        table.derived.iter().enumerate().map(move |(index, written)| (site(index), Some(table), written))
    });
    let single = document.derived.iter().enumerate();
    in_tables.chain(single.map(|(index, written)| (Site { table: None, index }, None, written)))
}

trait AtSite<'a> {
    fn nth_site(self, site: Site) -> Option<&'a Written>;
}

impl<'a, I: Iterator<Item = (Site, Option<&'a Table>, &'a Written)>> AtSite<'a> for I {
    fn nth_site(mut self, site: Site) -> Option<&'a Written> {
        self.find(|(other, ..)| (other.table, other.index) == (site.table, site.index)).map(|(.., written)| written)
    }
}

/// The order in which each stands behind what it is made from.
///
/// # Errors
/// A circle, its first also at its end.
fn order(derivations: &[Derivation]) -> Result<Vec<usize>, Vec<usize>> {
    let names: BTreeMap<(Option<&str>, &str), usize> = derivations
        .iter()
        .enumerate()
        .map(|(at, derivation)| ((derivation.table.as_deref(), derivation.key.as_str()), at))
        .collect();
    let before = |at: usize| -> Vec<usize> {
        let derivation = &derivations[at];
        let mut nodes: Vec<usize> = derivation.made_from().iter().filter_map(|node| names.get(node).copied()).collect();
        if let Rule::Of { operands, .. } = &derivation.rule {
            let picked = operands.iter().filter_map(|operand| match operand {
                Operand::Picked { picker, column } => {
                    let (table, _) = derivations[*names.get(&(None, picker.as_str()))?].picked()?;
                    names.get(&(Some(table), column.as_str())).copied()
                }
                _ => None,
            });
            nodes.extend(picked);
        }
        nodes
    };
    let mut done = vec![false; derivations.len()];
    let mut order = Vec::with_capacity(derivations.len());
    for start in 0..derivations.len() {
        // The way down to where we are, each with what of it is still to be looked at.
        let mut way: Vec<(usize, Vec<usize>)> = vec![(start, before(start))];
        while let Some((at, left)) = way.last_mut() {
            let at = *at;
            match left.pop() {
                _ if done[at] => drop(way.pop()),
                Some(next) if done[next] => {}
                Some(next) => {
                    if let Some(from) = way.iter().position(|(known, _)| *known == next) {
                        return Err(way[from..].iter().map(|(at, _)| *at).chain([next]).collect());
                    }
                    way.push((next, before(next)));
                }
                None => {
                    done[at] = true;
                    order.push(at);
                    way.pop();
                }
            }
        }
    }
    Ok(order)
}

/// The derivations in that order, each with its unit.
fn with_units(document: &Document, derivations: &[Derivation], order: &[usize]) -> Vec<Derivation> {
    let mut ordered: Vec<Derivation> = Vec::with_capacity(order.len());
    for at in order {
        let mut derivation = derivations[*at].clone();
        if derivation.unit.is_none() {
            derivation.unit = unit(document, &ordered, &derivation);
        }
        ordered.push(derivation);
    }
    ordered
}

fn unit(document: &Document, earlier: &[Derivation], derivation: &Derivation) -> Option<String> {
    match &derivation.rule {
        Rule::Of { how: Arithmetic::Value | Arithmetic::Average, operands } => {
            unit_of(document, earlier, operands.first()?)
        }
        // 83,3% is not 6,7% less than 90%.
        Rule::Of { how: Arithmetic::Difference, operands } => match unit_of(document, earlier, operands.first()?) {
            Some(unit) if unit == "%" => Some("điểm phần trăm".to_owned()),
            unit => unit,
        },
        Rule::Of { how: Arithmetic::Ratio(Scale::PerMille), .. } => Some("‰".to_owned()),
        Rule::Over { how: Arithmetic::Sum | Arithmetic::Average, choice } => {
            document.unit_among(earlier, Some(&choice.table), choice.column.as_deref()?)
        }
        _ => None,
    }
}

/// The unit of what a figure is made from; percentages are in `%`.
fn unit_of(document: &Document, known: &[Derivation], operand: &Operand) -> Option<String> {
    let of_column = |table: &str, column: &str| {
        let kind = document.table(table).and_then(|table| table.column(column)).map(|column| column.kind);
        let percent = (kind == Some(Kind::Percent)).then(|| "%".to_owned());
        document.unit_among(known, Some(table), column).or(percent)
    };
    match operand {
        Operand::Column { table, column, .. } => of_column(table, column),
        Operand::Figure { key, .. } => match (key.table(), key.column(), key.derived_key()) {
            (Some(table), Some(column), _) => of_column(table, column),
            (_, _, Some(key)) => document.unit_among(known, None, key),
            _ => None,
        },
        Operand::Picked { picker, column } => {
            let picker = known.iter().find(|other| other.table.is_none() && other.key == *picker)?;
            of_column(picker.picked()?.0, column)
        }
    }
}

/// Figures that are put beside each other though their units differ.
fn units_apart(document: &Document, known: &[Derivation], derivation: &Derivation) -> Option<Wrong> {
    let Rule::Of { how, operands } = &derivation.rule else { return None };
    let second = match how {
        Arithmetic::Difference => Setting::Minus,
        Arithmetic::Change => Setting::To,
        Arithmetic::Share => Setting::Within,
        Arithmetic::Average => Setting::Of,
        _ => return None,
    };
    let mut units = operands.iter().filter_map(|operand| unit_of(document, known, operand));
    let first = units.next()?;
    let other = units.find(|unit| !units::same(unit, &first))?;
    Some(Wrong::Units(second, format!("{first}; {other}")))
}

struct Told<'a> {
    source: &'a str,
    file: &'a str,
}

impl Told<'_> {
    fn finding(&self, site: Site, written: &Written, wrong: &Wrong) -> Finding {
        let about = |code| Finding::new(code, Place::File(self.file.to_owned())).with("owner", &written.key);
        let (finding, setting) = match wrong {
            Wrong::Name(setting, name, known) => {
                let near = matching::nearest(name, known.iter().map(String::as_str));
                let more = if known.len() > SHOWN.0 { ", …" } else { "" };
                let listed = known.iter().take(SHOWN.0).cloned().collect::<Vec<_>>().join(", ") + more;
                let finding = about(Code::DerivedName).with("name", shortened(name, SHOWN.1)).with("known", listed);
                (finding.with_near(near), Some(*setting))
            }
            Wrong::Circle(names) => (about(Code::DerivedCircle).with("names", names), None),
            _ => self.setting(about(Code::DerivedSetting), written, site.table.is_some(), wrong),
        };
        let kind = matches!(wrong, Wrong::Place).then_some("kind");
        match self.stretch(site, kind.or(setting.map(Setting::name))) {
            Some(at) => {
                let (place, excerpt) = picture(self.file, self.source, &at);
                Finding { place, ..finding }.showing(excerpt)
            }
            None => finding,
        }
    }

    fn setting(
        &self,
        finding: Finding,
        written: &Written,
        in_table: bool,
        wrong: &Wrong,
    ) -> (Finding, Option<Setting>) {
        let is_list = written.of.as_ref().is_some_and(|of| of.is_list);
        let why = match wrong {
            Wrong::Missing(_) => "missing",
            Wrong::Extra(_) => "extra",
            Wrong::Number(_) if is_list => "one",
            Wrong::Number(_) => "list",
            Wrong::Value(..) => "value",
            Wrong::Words(..) => "words",
            Wrong::NoPrevious(_) => "no-previous",
            Wrong::Units(..) => "units",
            Wrong::NoTotal => "no-total",
            _ if in_table => "single",
            _ => "column",
        };
        let (setting, value, known) = match wrong {
            Wrong::Extra(setting) => (Some(*setting), "", self.taken(written, in_table)),
            Wrong::Value(setting, value, known) => (Some(*setting), value.as_str(), known.clone()),
            Wrong::Words(setting, value) | Wrong::Units(setting, value) => {
                (Some(*setting), value.as_str(), String::new())
            }
            Wrong::Missing(setting) | Wrong::Number(setting) | Wrong::NoPrevious(setting) => {
                (Some(*setting), "", String::new())
            }
            Wrong::NoTotal => (Some(Setting::Within), "", String::new()),
            _ => {
                let known = Method::ALL.iter().filter(|(_, method)| method.settings(in_table).is_some());
                (None, "", known.map(|(name, _)| *name).collect::<Vec<_>>().join(", "))
            }
        };
        let finding = finding.choice("why", why).with("kind", written.kind.name()).with("value", value);
        let key = setting.map(Setting::name).unwrap_or_default();
        (finding.with("key", key).with("known", known), setting)
    }

    /// The settings that its kind takes.
    fn taken(&self, written: &Written, in_table: bool) -> String {
        let (needed, more) = written.kind.settings(in_table).unwrap_or_default();
        needed.iter().chain(more).map(|setting| setting.name()).collect::<Vec<_>>().join(", ")
    }

    /// Where a setting stands, or else the whole declaration.
    fn stretch(&self, site: Site, setting: Option<&'static str>) -> Option<std::ops::Range<usize>> {
        let mut path = match site.table {
            Some(table) => vec![Step::Key("table"), Step::At(table)],
            None => Vec::new(),
        };
        path.extend([Step::Key("derived"), Step::At(site.index)]);
        let inner = setting.and_then(|key| {
            let path: Vec<Step> = path.iter().copied().chain([Step::Key(key)]).collect();
            toml_text::stretch(self.source, &path)
        });
        let key: Vec<Step> = path.iter().copied().chain([Step::Key("key")]).collect();
        inner.or_else(|| toml_text::stretch(self.source, &key))
    }
}
