//! What a cell of the input workbook accepts, how it shows it, and what people are told about it.
//!
//! Excel applies these rules to what is typed, not to what is pasted: the reader checks everything again.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, XlsxError,
};

use crate::finding::messages::Messages;
use crate::input::definition::model::{Column, Field, Kind, Rows, Table};
use crate::vi::dates::{Date, USUAL_YEARS};
use crate::vi::numbers::{self, Grouping};
use crate::xlsx::write::{FONT, day, places};

/// The longest text that a cell accepts, in characters.
const LONGEST: u32 = 2_000;
/// Excel's own number for the format `@` (ECMA-376, Part 1, 18.8.30): typed figures stay words.
const TEXT: u8 = 49;
/// Excel's limits for the title and the text of a message about a cell.
const TITLE: usize = 32;
const MESSAGE: usize = 255;

/// Colours of the workbook (màu của biểu nhập).
pub(crate) mod colour {
    /// Titles, and headings of columns that must be filled in.
    pub(crate) const STRONG: u32 = 0x001F_4E79;
    /// Headings of columns that may stay blank.
    pub(crate) const SOFT: u32 = 0x00DD_EBF7;
    /// What is there already.
    pub(crate) const FIXED: u32 = 0x00F2_F2F2;
    /// What is still to be filled in.
    pub(crate) const NEEDED: u32 = 0x00FF_F2CC;
    /// What stands twice.
    pub(crate) const TWICE: u32 = 0x00FF_C7CE;
    /// Lines between cells.
    pub(crate) const LINE: u32 = 0x00A6_A6A6;
}

/// Whether somebody must fill a cell in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
    /// Left blank, it is computed from a relation.
    Computed,
    /// It is filled in already.
    Given,
}

/// What a cell is to hold: a column of a table, or one particular.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot<'a> {
    pub(crate) heading: &'a str,
    pub(crate) kind: Kind,
    pub(crate) help: &'a str,
    pub(crate) unit: Option<&'a str>,
    pub(crate) decimals: u32,
    pub(crate) min: Decimal,
    pub(crate) max: Option<Decimal>,
    pub(crate) need: Need,
}

/// A drop-down list (danh sách thả xuống): the defined name of its cells.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) name: String,
    /// Whether nothing else may be entered.
    pub(crate) is_strict: bool,
}

impl<'a> Slot<'a> {
    /// The cell of a particular.
    pub(crate) fn of_field(field: &'a Field) -> Self {
        let need = match field.required {
            _ if field.key == "template" => Need::Given,
            true => Need::Required,
            false => Need::Optional,
        };
        let (heading, help) = (field.heading.as_str(), field.help.as_str());
        Self { heading, kind: field.kind, help, unit: None, decimals: 0, min: Decimal::ZERO, max: None, need }
    }

    /// The cells of a column; `heading` is the one written.
    pub(crate) fn of_column(table: &Table, column: &'a Column, heading: &'a str) -> Self {
        let need = match column.required {
            _ if is_computed(table, &column.key) => Need::Computed,
            true => Need::Required,
            false => Need::Optional,
        };
        Self {
            heading,
            kind: column.kind,
            help: &column.help,
            unit: column.unit.as_deref(),
            decimals: column.decimals,
            min: column.min.unwrap_or_default(),
            max: column.max,
            need,
        }
    }

    /// The name of its rule in the message file.
    fn rule(&self) -> &'static str {
        match self.kind {
            Kind::Text => "text",
            Kind::Lines => "lines",
            Kind::Code => "code",
            Kind::Count => "count",
            Kind::Money if self.decimals == 0 => "whole-money",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Year => "year",
            Kind::Date => "date",
            Kind::Mixed => "mixed",
        }
    }

    /// What to enter, a sentence a line.
    pub(crate) fn advice(&self, texts: &Messages, list: Option<&List>) -> Vec<String> {
        let say = |code: &str| texts.text(code, &[]);
        let mut lines = Vec::new();
        if !self.help.is_empty() {
            lines.push(format!("{}.", self.help.trim_end_matches('.')));
        }
        match (list, self.need) {
            (_, Need::Given) => {}
            (Some(_), _) => lines.push(say("input-list")),
            (None, _) => lines.push(say(&format!("input-{}", self.rule().trim_start_matches("whole-")))),
        }
        let unit = self.unit.filter(|_| self.kind != Kind::Percent);
        lines.extend(unit.map(|unit| texts.text("input-unit", &[("unit", unit.to_owned())])));
        lines.push(say(match self.need {
            Need::Required => "input-required",
            Need::Optional => "input-optional",
            Need::Computed => "input-computed",
            Need::Given => "input-given",
        }));
        lines
    }

    /// The rule for what is typed, with its messages.
    ///
    /// # Errors
    /// None in practice: messages longer than Excel's limits, which are cut here.
    pub(crate) fn validation(
        &self,
        texts: &Messages,
        list: Option<&List>,
        lists_sheet: &str,
    ) -> Result<DataValidation, XlsxError> {
        let rule = match list {
            Some(list) => DataValidation::new()
                .allow_list_formula(Formula::new(format!("={}", list.name)))
                .show_error_message(list.is_strict),
            None => self.typed()?,
        };
        let name = if list.is_some() { "list" } else { self.rule() };
        let stop = match name {
            "lines" | "code" | "mixed" => "stop-text".to_owned(),
            name => format!("stop-{name}"),
        };
        rule.set_error_title(cut(&texts.text(&format!("stop-title-{name}"), &[]), TITLE))?
            .set_error_message(cut(&texts.text(&stop, &self.limits(texts, lists_sheet)), MESSAGE))?
            .set_input_title(cut(self.heading, TITLE))?
            .set_input_message(cut(&self.advice(texts, list).join("\n"), MESSAGE))
    }

    fn typed(&self) -> Result<DataValidation, XlsxError> {
        let rule = DataValidation::new();
        let (first, last) = USUAL_YEARS.into_inner();
        Ok(match self.rule() {
            "count" | "whole-money" => rule.allow_whole_number_formula(self.range()),
            "money" | "percent" => rule.allow_decimal_number_formula(self.range()),
            "year" => rule.allow_whole_number(DataValidationRule::Between(i32::from(first), i32::from(last))),
            "date" => rule.allow_date(DataValidationRule::Between(
                day(Date { year: first, month: 1, day: 1 })?,
                day(Date { year: last, month: 12, day: 31 })?,
            )),
            _ => rule.allow_text_length(DataValidationRule::LessThanOrEqualTo(LONGEST)),
        })
    }

    fn range(&self) -> DataValidationRule<Formula> {
        let bound = |value: Decimal| Formula::new(value.normalize().to_string());
        match self.max {
            Some(max) => DataValidationRule::Between(bound(self.min), bound(max)),
            None => DataValidationRule::GreaterThanOrEqualTo(bound(self.min)),
        }
    }

    fn limits(&self, texts: &Messages, lists_sheet: &str) -> Vec<(&'static str, String)> {
        let number = |value: Decimal| numbers::exact(value, Grouping::Dot);
        let max = self.max.map_or("none".to_owned(), number);
        let bounds = texts.text("bounds", &[("min", number(self.min)), ("max", max)]);
        let most = number(Decimal::from(LONGEST));
        let mut limits = vec![("bounds", bounds), ("most", most), ("sheet", lists_sheet.to_owned())];
        limits.extend([("min", USUAL_YEARS.start().to_string()), ("max", USUAL_YEARS.end().to_string())]);
        limits
    }

    /// How the cell looks: its type, its number format, its place in the column; open to be filled in.
    pub(crate) fn format(&self) -> Format {
        let format = match self.kind {
            Kind::Text | Kind::Lines | Kind::Mixed => base().set_unlocked(),
            Kind::Code => base().set_unlocked().set_num_format_index(TEXT),
            _ => base().set_unlocked().set_num_format(self.number_format()),
        };
        match self.kind {
            Kind::Text | Kind::Lines | Kind::Code => format.set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            Kind::Date => format.set_align(FormatAlign::Center),
            Kind::Mixed => format.set_align(FormatAlign::Right).set_indent(1).set_text_wrap(),
            Kind::Count | Kind::Money | Kind::Percent | Kind::Year => {
                format.set_align(FormatAlign::Right).set_indent(1)
            }
        }
    }

    fn number_format(&self) -> String {
        let places = places(self.decimals);
        match self.kind {
            Kind::Count | Kind::Money => format!("#,##0{places}"),
            Kind::Date => "dd/mm/yyyy".to_owned(),
            _ => format!("0{places}"),
        }
    }
}

/// Whether a blank in that column is computed, in whatever row.
fn is_computed(table: &Table, key: &str) -> bool {
    table.relations.iter().any(|relation| relation.target() == Some(key) && relation.rows() == Rows::All)
}

/// Every cell starts from this.
pub(crate) fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_align(FormatAlign::VerticalCenter)
}

/// With thin lines around it.
pub(crate) fn boxed(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(colour::LINE))
}

/// A heading: locked, in the colour that says whether its column must be filled in.
pub(crate) fn heading(need: Need) -> Format {
    let format = boxed(base()).set_bold().set_align(FormatAlign::Center).set_text_wrap();
    match need {
        Need::Required => format.set_background_color(Color::RGB(colour::STRONG)).set_font_color(Color::White),
        _ => format.set_background_color(Color::RGB(colour::SOFT)).set_font_color(Color::RGB(colour::STRONG)),
    }
}

/// At most `most` UTF-16 units, which is how Excel counts, cut with an ellipsis.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut units = 0;
    for c in text.chars().take_while(|c| {
        units += c.len_utf16();
        units < most
    }) {
        kept.push(c);
    }
    kept + "…"
}
