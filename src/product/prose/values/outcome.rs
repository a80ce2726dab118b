//! What comes up while templates run: faults of the templates, and cells that a sentence or condition needs.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Content, TOTAL, TableData};
use crate::input::definition::model::Table;
use crate::product::prose::language::fault::Fault;
use crate::product::prose::language::words::Filter;
use crate::product::prose::values::item::{Datum, Missing};
use crate::product::prose::values::side::Side;
use crate::vi::likeness;
use crate::vi::spelled::write::Unspelled;

/// Everything that came up, each once: by the place in the templates, and the cell.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Place in the templates → its fault.
    pub(crate) faults: BTreeMap<usize, Fault>,
    /// Place in the templates and key → the cell that does not give what the place needs.
    pub(crate) cells: BTreeMap<(usize, String), Finding>,
    /// Table and key → the row that prose needs and the table lacks; one for all where they are numbered otherwise.
    pub(crate) rows: BTreeMap<(usize, String), Finding>,
    /// Looks into the data, comparisons, values printed.
    pub(crate) steps: u64,
    /// The place that was come to last.
    pub(crate) last: usize,
}

/// How a value cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printed {
    Truth,
    Number,
    Words,
    Table,
    Row,
    Particulars,
    List,
    /// A datum of another kind than is wanted here.
    Datum,
    /// How many, or which of a row of things.
    Count,
}

impl Printed {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Truth => "truth",
            Self::Number => "number",
            Self::Words => "words",
            Self::Table => "table",
            Self::Row => "row",
            Self::Particulars => "particulars",
            Self::List => "list",
            Self::Datum => "datum",
            Self::Count => "count",
        }
    }
}

/// How a value is no condition, or has nothing to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoCondition {
    /// A figure by itself.
    Figure,
    /// What is gone through is no table or list.
    NoList,
    /// A list without values.
    Empty,
    Other,
}

impl NoCondition {
    fn word(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::NoList => "no-list",
            Self::Empty => "empty",
            Self::Other => "other",
        }
    }
}

/// What can only be told at a place; the place is filled in when all is told.
fn fault(code: Code) -> Fault {
    Fault::new(code, 0..0)
}

/// Sides that cannot be compared.
pub(crate) fn meaningless(sign: &str, left: &Side, right: &Side) -> Fault {
    fault(Code::TemplateComparison).map(|finding| {
        let finding = finding.with("sign", sign).with("left", left.shown()).with("right", right.shown());
        let has_mixed = [left, right].iter().any(|side| matches!(side, Side::Mixed(_)));
        let finding = finding.flag("has-mixed", has_mixed);
        finding.choice("left-is", left.word()).choice("right-is", right.word())
    })
}

/// Something in a comparison that is no value.
pub(crate) fn no_side(what: Printed) -> Fault {
    fault(Code::TemplateNoValue).map(|finding| finding.choice("printed", what.word()))
}

/// Something between square brackets that names no row: a figure, a year, a date, a count.
pub(crate) fn no_key(side: &Side) -> Fault {
    fault(Code::TemplateNoValue).map(|finding| finding.choice("printed", "key").with("shown", side.shown()))
}

/// Something that a filter cannot put into words; `why` is missing for what is no number.
pub(crate) fn unspelled(filter: Filter, why: Option<Unspelled>) -> Fault {
    let (why, value) = why.map_or(("no-number", 0), |why| why.told());
    let what = match filter {
        Filter::MonthInWords => "tháng",
        Filter::QuarterInWords => "quý",
        _ => "số",
    };
    fault(Code::TemplateWords)
        .map(|finding| finding.choice("why", why).with("value", value).with("what", what).with("filter", filter.name()))
}

/// Something in braces that cannot be printed.
pub(crate) fn unprintable(what: Printed) -> Fault {
    fault(Code::TemplatePrint).map(|finding| finding.choice("printed", what.word()))
}

/// A value that is no yes or no.
pub(crate) fn no_condition(what: NoCondition, shown: &str) -> Fault {
    fault(Code::TemplateCondition).map(|finding| finding.choice("condition", what.word()).with("shown", shown))
}

/// A figure behind which its unit stands a second time, or another one.
pub(crate) fn unit(is_percent: bool, shown: &str, own: &str, behind: &str) -> Fault {
    fault(Code::TemplateUnit).map(|finding| {
        let finding = finding.choice("unit-is", if is_percent { "percent" } else { "other" });
        finding.with("shown", shown).with("own", own).with("behind", behind)
    })
}

/// A change with its unit, behind which the unit stands a second time.
pub(crate) fn unit_again(shown: &str, unit: &str) -> Fault {
    fault(Code::TemplateUnit)
        .map(|finding| finding.choice("unit-is", "own").with("shown", shown).with("own", unit).with("behind", unit))
}

/// A negative figure behind a word that says in which direction it goes.
pub(crate) fn direction(shown: &str, word: &str) -> Fault {
    fault(Code::TemplateDirection).map(|finding| finding.with("shown", shown).with("word", word))
}

/// Two data without a sign between them.
pub(crate) fn glued(shown: &str, behind: &str) -> Fault {
    fault(Code::TemplateGlued).map(|finding| finding.with("shown", shown).with("behind", behind))
}

/// Something that is not there.
pub(crate) fn missing(missing: &Missing) -> Fault {
    let known = missing.known.iter().map(String::as_str);
    let fault = Fault::unknown(missing.named, 0..0, &missing.name, known);
    fault.map(|finding| finding.flag("is-column", missing.is_column))
}

/// A row that prose at `line` needs and its table lacks; `words` are what stands there.
pub(crate) fn row(missing: &Missing, table: &Table, data: &TableData, (line, words): (&Place, &str)) -> Finding {
    let key =
        if missing.name == TOTAL { table.total.as_ref().map_or(TOTAL, |total| &total.label) } else { &missing.name };
    let finding = match data.rows.iter().find(|row| !row.is_total) {
        Some(first) if is_numbered_otherwise(missing, data) => {
            let place = data.cell(first, &table.row_key).map_or_else(|| data.sheet.place(), Place::Cell);
            let keys: Vec<&str> =
                data.rows.iter().filter(|row| !row.is_total).map(|row| row.key.as_str()).take(4).collect();
            Finding::new(Code::RowNeeded, place).choice("why", "numbering").with("others", keys.join(", "))
        }
        _ => {
            let known: Vec<&str> = missing.known.iter().map(String::as_str).collect();
            let near = likeness::clear(&missing.name, &known);
            Finding::new(Code::RowNeeded, data.sheet.place()).choice("why", "row").with_near(near)
        }
    };
    finding.with("key", key).with("line", line).with("words", words)
}

/// Whether prose names rows by digits, and the table numbers all of its own by letters (I, II; A, B).
pub(crate) fn is_numbered_otherwise(missing: &Missing, data: &TableData) -> bool {
    let is_digit = |key: &str| key.starts_with(|c: char| c.is_ascii_digit());
    let is_letters = |key: &str| key.len() < 12 && key.split('.').all(|part| part.chars().all(char::is_uppercase));
    let mut rows = data.rows.iter().filter(|row| !row.is_total && !row.key.is_empty()).peekable();
    is_digit(&missing.name) && rows.peek().is_some() && rows.all(|row| is_letters(&row.key))
}

/// More than any prose needs.
pub(crate) fn limit() -> Fault {
    fault(Code::TemplateLimit)
}

/// A cell that is blank where a sentence or a condition at `line` needs it, or that holds words without a figure.
/// For a derived figure that is blank, `label` is what it is called.
pub(crate) fn cell(datum: &Datum, label: Option<&str>, line: &Place, in_condition: bool) -> Finding {
    let at = datum.entry.at.first().map_or(Place::Nowhere, |cell| Place::Cell(cell.clone()));
    let lacking = datum.entry.made.as_ref().and_then(|made| made.lacking);
    if let (Some(label), Some(why)) = (label, lacking) {
        let at = if at == Place::Nowhere { line.clone() } else { at };
        let finding = Finding::new(Code::DerivedBlank, at).choice("why", why.word()).with("label", label);
        return finding.with("key", &datum.entry.key).with("line", line);
    }
    let (code, words) = match &datum.entry.content {
        Content::Mixed { text, .. } => (Code::WordsInSentence, text.as_str()),
        _ if in_condition => (Code::BlankInCondition, ""),
        _ => (Code::BlankInSentence, ""),
    };
    let finding = Finding::new(code, at).with("key", &datum.entry.key).with("line", line);
    if words.is_empty() { finding } else { finding.with("value", words) }
}
