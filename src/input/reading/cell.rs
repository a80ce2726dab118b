//! One filled cell + what is expected of it → a datum, or the finding that explains why not.

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::argument::{Arguments, takes_arguments};
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::input::dataset::{Content, Quantity, QuantityKind};
use crate::input::definition::model::{Column, Kind};
use crate::input::definition::policy::{Dash, TextNumbers};
use crate::vi::dates::{self, Date, USUAL_YEARS, YEARS};
use crate::vi::digit_letters;
use crate::vi::matching;
use crate::vi::numbers::{self, Grouping};
use crate::vi::spelled::read;
use crate::vi::typed_number::{self, Typed, TypedNumber};
use crate::vi::units;
use crate::xlsx::grid::{Cell, CellValue};
use crate::xlsx::survey::FAULTS;

/// What is expected of one cell.
pub(crate) struct Spec<'a> {
    pub(crate) heading: &'a str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    pub(crate) decimals: u32,
    pub(crate) numbered: bool,
    pub(crate) unit: Option<&'a str>,
    pub(crate) text_numbers: TextNumbers,
    pub(crate) dash: Dash,
    pub(crate) min: Option<Decimal>,
    pub(crate) max: Option<Decimal>,
}

impl<'a> Spec<'a> {
    /// A cell that belongs to no column with rules of its own.
    pub(crate) fn new(heading: &'a str, kind: Kind, required: bool) -> Self {
        Self {
            heading,
            kind,
            required,
            decimals: 0,
            numbered: false,
            unit: None,
            text_numbers: TextNumbers::Refuse,
            dash: Dash::Refuse,
            min: None,
            max: None,
        }
    }

    /// A cell of a column. Blank figures may still be computed from a relation; whether they are missing
    /// is judged then. A total may be larger than any of its parts.
    pub(crate) fn of_column(heading: &'a str, column: &'a Column, is_total: bool) -> Self {
        let required = column.required && !is_total && !column.kind.is_numeric();
        Self {
            decimals: column.decimals,
            numbered: column.numbered && !is_total,
            unit: column.unit.as_deref(),
            text_numbers: column.text_numbers,
            dash: column.dash,
            min: column.min,
            max: column.max.filter(|_| !is_total || column.kind == Kind::Percent),
            ..Self::new(heading, column.kind, required)
        }
    }
}

/// Why a cell cannot be used, and what only this fault knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    code: Code,
    args: Arguments,
}

takes_arguments!(pub(crate) Fault);

impl Fault {
    fn new(code: Code) -> Self {
        Self { code, args: Arguments::default() }
    }

    /// The finding at its cell.
    pub(crate) fn at(self, spec: &Spec<'_>, cell: &Cell, at: CellRef) -> Finding {
        let mut finding = Finding::new(self.code, Place::Cell(at))
            .with("heading", spec.heading)
            .with("value", cell.value.shown(cell.format))
            .with("formula", cell.formula.as_deref().map(|formula| format!("={formula}")).unwrap_or_default())
            .flag("has-formula", cell.formula.is_some());
        finding.args.extend(self.args);
        finding
    }
}

/// A datum, and how its text was understood where it was taken for a figure or a date.
pub(crate) type Read = Result<(Content, Option<Understanding>), Fault>;

/// How a text was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Understanding {
    /// `“2.710” → 2710`.
    Typed(String),
    /// A dash or its like, and whether it stands for zero or for nothing.
    Mark { mark: String, is_zero: bool },
}

/// What a cell says as a code, which is what names a row; nothing where it is neither text nor a number.
pub(crate) fn code(cell: Option<&Cell>) -> String {
    match cell.map(|cell| &cell.value) {
        Some(CellValue::Text(text)) => text.clone(),
        Some(CellValue::Number(value)) => value.normalize().to_string(),
        _ => String::new(),
    }
}

/// Reads one filled cell.
///
/// # Errors
/// Why it cannot be used.
pub(crate) fn content(spec: &Spec<'_>, cell: &Cell) -> Read {
    match &cell.value {
        CellValue::Fault(_) => return Err(Fault::new(Code::CellFault)),
        CellValue::Text(text) if FAULTS.contains(&text.as_str()) => return Err(Fault::new(Code::CellFault)),
        // Reported once for the whole sheet, by `suspicious.rs`; a reader that missed it still gets no figure.
        CellValue::Uncalculated => return Err(Fault::new(Code::CellUncalculated).count(1)),
        CellValue::OutOfRange(_) if spec.kind == Kind::Date => return Err(far()),
        CellValue::OutOfRange(_) => return Err(Fault::new(Code::CellOutOfRange)),
        CellValue::Bool(_) => return Err(Fault::new(Code::CellBoolean)),
        _ => {}
    }
    let plain = |content| Ok((content, None));
    match spec.kind {
        Kind::Text => plain(text(cell).map(|text| words(spec, text.replace('\n', " ")))?),
        Kind::Lines => plain(text(cell).map(Content::Text)?),
        Kind::Code => match &cell.value {
            CellValue::Date(date) => Err(taken_for_date(*date).choice("wanted", "code")),
            _ => plain(Content::Text(code(Some(cell)))),
        },
        Kind::Date => calendar(cell),
        Kind::Mixed => plain(mixed(cell)?),
        Kind::Count | Kind::Money | Kind::Percent | Kind::Year => figure(spec, cell),
    }
}

fn calendar(cell: &Cell) -> Read {
    let (date, understood) = match &cell.value {
        CellValue::Date(date) => (*date, None),
        CellValue::Text(text) => match dates::read(text) {
            dates::TypedDate::Date(date) => (date, Some(Understanding::Typed(format!("“{text}” → {date}")))),
            dates::TypedDate::Doubtful => return Err(Fault::new(Code::CellDateDoubtful)),
            dates::TypedDate::Words => return Err(Fault::new(Code::CellNotDate)),
        },
        _ => return Err(Fault::new(Code::CellNotDate)),
    };
    if !USUAL_YEARS.contains(&date.year) {
        return Err(far());
    }
    Ok((Content::Date(date), understood))
}

/// A cell of a column of figures.
fn figure(spec: &Spec<'_>, cell: &Cell) -> Read {
    match &cell.value {
        CellValue::Number(stored) => Ok((Content::Quantity(quantity(spec, cell, *stored)?), None)),
        CellValue::Date(date) => Err(taken_for_date(*date).choice("wanted", "number")),
        _ => typed_figure(spec, cell),
    }
}

/// `2.1` and `3/4` become dates as they are typed.
fn taken_for_date(date: Date) -> Fault {
    let typed = |separator: char| format!("{}{separator}{}", date.day, date.month);
    Fault::new(Code::CellDateNotNumber).with("dotted", typed('.')).with("slashed", typed('/'))
}

/// A date that nobody can have meant.
fn far() -> Fault {
    Fault::new(Code::CellDateFar).with("first", USUAL_YEARS.start()).with("last", USUAL_YEARS.end())
}

/// A text where a figure should be.
fn typed_figure(spec: &Spec<'_>, cell: &Cell) -> Read {
    let decimals = (spec.decimals > 0).then_some(spec.decimals);
    let letter = || letter_for_digit(cell.stored_text(), false);
    let reason = match typed_number::read(cell.stored_text(), decimals) {
        TypedNumber::Number(typed) => return typed_number(spec, cell, typed),
        TypedNumber::Mark => return mark(spec, cell),
        TypedNumber::Words if cell.value == CellValue::Text("x".to_owned()) => return mark(spec, cell),
        TypedNumber::Words | TypedNumber::Malformed if let Some(fault) = letter() => return Err(fault),
        TypedNumber::Blank => return Ok((Content::Blank, None)),
        TypedNumber::Ambiguous { decimal, whole } => {
            return Err(ambiguous(decimal, whole));
        }
        TypedNumber::American(value) => return Err(Fault::new(Code::CellAmerican).with("reading", plainly(value))),
        TypedNumber::Formula => return Err(Fault::new(Code::CellFormulaAsText)),
        TypedNumber::Fault => return Err(Fault::new(Code::CellFault)),
        TypedNumber::Code => "code",
        TypedNumber::Date => "date",
        TypedNumber::Fraction => "fraction",
        TypedNumber::Exponent => "exponent",
        TypedNumber::NotFinite => "not-finite",
        TypedNumber::SoftHyphen => "soft-hyphen",
        TypedNumber::Malformed => "malformed",
        TypedNumber::TooLong => "too-long",
        TypedNumber::Words => "words",
    };
    let in_words = Some(cell.stored_text()).filter(|_| reason == "words").and_then(spelled_out);
    let fault = Fault::new(Code::CellNotNumber).choice("reason", reason).flag("in-words", in_words.is_some());
    Err(fault.with("reading", in_words.map(plainly).unwrap_or_default()))
}

/// The number that words are; a single `năm` or `tư` may be another word.
fn spelled_out(text: &str) -> Option<Decimal> {
    let is_other = matches!(matching::fold(text).as_str(), "năm" | "tư" | "không");
    if is_other { None } else { read::number(text).ok().map(|reading| reading.value) }
}

/// `55O`: a letter in place of a digit; none where it could belong to a unit and only the certain is asked for.
fn letter_for_digit(text: &str, is_certain: bool) -> Option<Fault> {
    let found = digit_letters::mistaken(text).filter(|found| found.is_certain || !is_certain)?;
    let fault = Fault::new(Code::CellLetterForDigit).with("letter", found.letter).with("digit", found.digit);
    Some(fault.with("reading", found.meant))
}

/// What a text might mean, each reading without separators that could be misread again.
fn ambiguous(decimal: Option<Decimal>, whole: Option<Decimal>) -> Fault {
    let readings = if decimal.is_some() && whole.is_some() { "two" } else { "one" };
    let (first, second) = (decimal.or(whole).map(plainly), whole.map(plainly));
    let fault = Fault::new(Code::CellAmbiguous).choice("readings", readings);
    fault.with("first", first.unwrap_or_default()).with("second", second.unwrap_or_default())
}

/// `2710,5`: as one types it.
fn plainly(value: Decimal) -> String {
    numbers::exact(value, Grouping::None)
}

/// One number typed as text: used only where the column allows it, a year excepted, which has one reading.
fn typed_number(spec: &Spec<'_>, cell: &Cell, typed: Typed) -> Read {
    let reading = numbers::number(typed.value, typed.decimals, Grouping::None) + if typed.percent { "%" } else { "" };
    if let Some(stated) = &typed.unit
        && !spec.unit.is_some_and(|declared| units::same(stated, declared))
    {
        if let Some(fault) = letter_for_digit(cell.stored_text(), false) {
            return Err(fault);
        }
        let fault = Fault::new(Code::CellUnit).with("stated", stated).with("unit", spec.unit.unwrap_or_default());
        return Err(fault.flag("has-unit", spec.unit.is_some()));
    }
    if typed.percent && spec.kind != Kind::Percent {
        return Err(Fault::new(Code::CellPercentNotNumber));
    }
    if spec.text_numbers == TextNumbers::Refuse && spec.kind != Kind::Year {
        return Err(Fault::new(Code::CellNumberAsText).with("reading", reading));
    }
    let plain = Cell::new(CellValue::Number(typed.value), Default::default());
    let mut quantity = quantity(spec, &plain, typed.value)?;
    quantity.decimals = quantity.decimals.max(if spec.kind == Kind::Percent { typed.decimals } else { 0 });
    let reading = format!("“{}” → {reading}", cell.value.shown(cell.format));
    Ok((Content::Quantity(quantity), Some(Understanding::Typed(reading))))
}

/// `-` or its like, by what the column says it stands for.
fn mark(spec: &Spec<'_>, cell: &Cell) -> Read {
    let mark = cell.value.shown(cell.format);
    match spec.dash {
        Dash::Refuse => Err(Fault::new(Code::CellMark)),
        Dash::Blank => Ok((Content::Blank, Some(Understanding::Mark { mark, is_zero: false }))),
        Dash::Zero => {
            let quantity =
                quantity(spec, &Cell::new(CellValue::Number(Decimal::ZERO), Default::default()), Decimal::ZERO)?;
            Ok((Content::Quantity(quantity), Some(Understanding::Mark { mark, is_zero: true })))
        }
    }
}

fn text(cell: &Cell) -> Result<String, Fault> {
    match &cell.value {
        CellValue::Text(text) => Ok(text.clone()),
        CellValue::Number(stored) if !cell.format.percent => {
            as_shown(cell, *stored, cell.format.decimals.unwrap_or(stored.normalize().scale()), false)?;
            Ok(cell.value.shown(cell.format).replace('.', ""))
        }
        CellValue::Number(_) => Ok(cell.value.shown(cell.format).replace('.', "")),
        _ => Err(Fault::new(Code::CellNotText)),
    }
}

fn words(spec: &Spec<'_>, text: String) -> Content {
    let parts = text.split_once(':').filter(|_| spec.numbered).and_then(|(label, title)| {
        let number = label.split_whitespace().last()?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| (number.to_owned(), title.trim().to_owned()))
    });
    match parts {
        Some((number, title)) => Content::Numbered { text, number, title },
        None => Content::Text(text),
    }
}

fn quantity(spec: &Spec<'_>, cell: &Cell, stored: Decimal) -> Result<Quantity, Fault> {
    let quantity = match spec.kind {
        Kind::Year if stored.fract().is_zero() && YEARS.map(Decimal::from).any(|year| stored == year) => {
            Quantity { value: stored, decimals: 0, kind: QuantityKind::Year }
        }
        Kind::Year => return Err(Fault::new(Code::CellNotYear)),
        Kind::Percent => {
            let value = if cell.format.percent { stored * Decimal::ONE_HUNDRED } else { stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale()).max(spec.decimals);
            Quantity { value: round(value, decimals), decimals, kind: QuantityKind::Percent }
        }
        _ if stored.normalize().scale() > spec.decimals => return Err(too_fine(spec, cell, stored)),
        _ if cell.format.percent => return Err(Fault::new(Code::CellPercentNotNumber)),
        _ => Quantity { value: stored, decimals: spec.decimals, kind: QuantityKind::Plain },
    };
    within(spec, &quantity)?;
    Ok(quantity)
}

/// More decimals than the column has; the cell may not even show them.
fn too_fine(spec: &Spec<'_>, cell: &Cell, stored: Decimal) -> Fault {
    let stored = numbers::exact(stored, Grouping::Dot);
    let is_hidden = cell.value.shown(cell.format) != stored;
    let fault = Fault::new(Code::CellHiddenDecimals).with("stored", stored).flag("hidden", is_hidden);
    fault.flag("whole", spec.decimals == 0).with("decimals", spec.decimals)
}

/// Whether a figure lies between the column's bounds; it is not negative unless they say so.
fn within(spec: &Spec<'_>, quantity: &Quantity) -> Result<(), Fault> {
    let min = spec.min.unwrap_or_default();
    let (too_small, too_large) = (quantity.value < min, spec.max.is_some_and(|max| quantity.value > max));
    if !too_small && !too_large {
        return Ok(());
    }
    let bound = if too_small { Some(min) } else { spec.max };
    let bound = numbers::exact(bound.unwrap_or_default(), Grouping::Dot);
    let fault = Fault::new(Code::CellBeyond).with("bound", bound);
    Err(fault.choice("side", if too_small { "below" } else { "above" }))
}

/// So many digits more than a cell shows are those of a quotient, which its format rounds; fewer were typed.
const TYPED_DIGITS: u32 = 4;

/// A figure with the decimals that its cell shows. What was typed with more than that would be printed otherwise
/// than it was entered; only the digits of a rate that was computed are rounded as the cell shows them.
fn as_shown(cell: &Cell, value: Decimal, decimals: u32, is_rate: bool) -> Result<Decimal, Fault> {
    let scale = value.normalize().scale();
    let is_computed = cell.formula.is_some() || scale > decimals + TYPED_DIGITS;
    if scale > decimals && !(is_rate && is_computed) {
        let stored = numbers::exact(value, Grouping::Dot);
        let stored = if cell.format.percent { stored + "%" } else { stored };
        return Err(Fault::new(Code::CellRounded).with("stored", stored));
    }
    Ok(round(value, decimals))
}

fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// A figure, or words around one. What is nothing but digits and signs must be a number all the same.
fn mixed(cell: &Cell) -> Result<Content, Fault> {
    Ok(match &cell.value {
        CellValue::Number(stored) => {
            let percent = cell.format.percent;
            let value = if percent { *stored * Decimal::ONE_HUNDRED } else { *stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale());
            let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
            let quantity = Quantity { value: as_shown(cell, value, decimals, percent)?, decimals, kind };
            Content::Mixed { text: quantity.in_sentence(), quantity: Some(quantity) }
        }
        CellValue::Date(date) => return Err(taken_for_date(*date).choice("wanted", "number")),
        other => {
            match typed_number::read(cell.stored_text(), None) {
                TypedNumber::Ambiguous { decimal, whole } => return Err(ambiguous(decimal, whole)),
                TypedNumber::American(value) => {
                    return Err(Fault::new(Code::CellAmerican).with("reading", plainly(value)));
                }
                TypedNumber::Formula => return Err(Fault::new(Code::CellFormulaAsText)),
                TypedNumber::Fault => return Err(Fault::new(Code::CellFault)),
                TypedNumber::Number(Typed { unit: Some(_), .. }) | TypedNumber::Words | TypedNumber::Malformed
                    if let Some(fault) = letter_for_digit(cell.stored_text(), true) =>
                {
                    return Err(fault);
                }
                _ => {}
            }
            let text = other.shown(cell.format).replace('\n', " ");
            let quantity = match numbers::numbers_in(&text)[..] {
                [(value, decimals, percent)] => {
                    let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
                    Some(Quantity { value, decimals, kind })
                }
                _ => None,
            };
            Content::Mixed { text, quantity }
        }
    })
}
