//! Figures that follow from others (số liệu suy ra), as `document.toml` declares them.
//!
//! In a table, `derived = [{ … }]` gives columns, one figure a row, the total row included where that means something:
//!
//! | kind | settings | figure of a row |
//! | --- | --- | --- |
//! | `value` | `of` | a figure of elsewhere as it is |
//! | `difference` | `of`, `minus` | the first less the second |
//! | `change` | `from`, `to`, `decimals` | (`to` − `from`) ÷ `from`, in per cent |
//! | `share` | `of`, `within` = `total`, `rows` or `group`, `decimals` | per cent of the total row, of the sum of the rows, or of the row above it in the outline |
//! | `ratio` | `numerator`, `denominator`, `scale` = `percent`, `per-mille`, `per-head` or a number, `decimals` | one by the other, times the scale |
//! | `average` | `of` = columns, `decimals` | their mean |
//! | `rank` | `of`, `order` = `largest` or `smallest` | its place; equal figures have equal places |
//!
//! A column is named `column`, or `table.column` for the row of the same key in another table, and with `previous.` or
//! `issued.` before it the same in last year's input or in the last issue.
//!
//! By itself, `[[derived]]` gives a figure, `derived.key` in templates and `derived/key` in the ledger: a `value`,
//! `difference`, `change`, `share` or `ratio` of figures (`table/row/column`, `doc/field`, `derived/key`, those of
//! `previous/` and `issued/`); the `sum`, `average` (`of = "table.column"`) or `count` (`of = "table"`) of the rows that
//! `rows` and `where = { column, is, value }` choose. Or it gives rows: all that are chosen (`rows`), or the `largest`,
//! `smallest` and `nth` of a column, where `ties` says what is done with equal ones; `derived.key.column` prints any
//! column, and `derived/key/column` names it to others.
//!
//! A figure is rounded half away from zero to its `decimals`; what is printed is the figure, and what follows from it
//! follows from the rounded one. Left out, `decimals` are those of what it is made from, and nothing is rounded. It is
//! blank where something that it needs is blank, has words around its figure, is not there, or would divide by zero. A
//! blank cell of a column that may be blank counts for nothing in sums and averages of rows.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use crate::input::definition::rows::Rows;

/// A derived column or figure as written; which settings it takes is its kind's to say.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Written {
    pub(crate) key: String,
    /// What it is, for people.
    pub(crate) label: String,
    pub(crate) kind: Method,
    /// Unit of the figure; left out, that of what it is made from.
    pub(crate) unit: Option<String>,
    /// Decimals to which it is rounded (half away from zero); the rounded figure is the figure.
    pub(crate) decimals: Option<u32>,
    pub(crate) of: Option<Names>,
    pub(crate) minus: Option<String>,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    /// Of a share in a table: `total`, `rows` or `group`; of a single one: a figure.
    pub(crate) within: Option<String>,
    pub(crate) numerator: Option<String>,
    pub(crate) denominator: Option<String>,
    pub(crate) scale: Option<Scale>,
    pub(crate) order: Option<Order>,
    pub(crate) rows: Option<Rows>,
    #[serde(rename = "where")]
    pub(crate) condition: Option<Condition>,
    pub(crate) nth: Option<u32>,
    pub(crate) ties: Option<Ties>,
}

/// How a figure follows from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Method {
    /// A figure of elsewhere as it is: of another table, of last year, of the last issue.
    Value,
    /// `of` − `minus`.
    Difference,
    /// Per cent by which `to` is more than `from`.
    Change,
    /// Per cent of `within` that `of` is.
    Share,
    /// `numerator` ÷ `denominator` × `scale`.
    Ratio,
    Average,
    /// Place of a row in its column, equal figures having equal places.
    Rank,
    Sum,
    /// How many rows.
    Count,
    /// The rows themselves, a list to go through.
    Rows,
    /// The row of the largest, or n-th largest, figure of a column.
    Largest,
    Smallest,
}

/// Settings by which kinds differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    Of,
    Minus,
    From,
    To,
    Within,
    Numerator,
    Denominator,
    Scale,
    Order,
    Rows,
    Where,
    Nth,
    Ties,
    Unit,
    Decimals,
}

impl Setting {
    pub(crate) const ALL: [(&'static str, Self); 15] = [
        ("of", Self::Of),
        ("minus", Self::Minus),
        ("from", Self::From),
        ("to", Self::To),
        ("within", Self::Within),
        ("numerator", Self::Numerator),
        ("denominator", Self::Denominator),
        ("scale", Self::Scale),
        ("order", Self::Order),
        ("rows", Self::Rows),
        ("where", Self::Where),
        ("nth", Self::Nth),
        ("ties", Self::Ties),
        ("unit", Self::Unit),
        ("decimals", Self::Decimals),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, setting)| *setting == self).map_or("", |(name, _)| name)
    }
}

impl Method {
    pub(crate) const ALL: [(&'static str, Self); 12] = [
        ("value", Self::Value),
        ("difference", Self::Difference),
        ("change", Self::Change),
        ("share", Self::Share),
        ("ratio", Self::Ratio),
        ("average", Self::Average),
        ("rank", Self::Rank),
        ("sum", Self::Sum),
        ("count", Self::Count),
        ("rows", Self::Rows),
        ("largest", Self::Largest),
        ("smallest", Self::Smallest),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, method)| *method == self).map_or("", |(name, _)| name)
    }

    /// The settings that must be there and those that may, in a table or at the top; none where there is no such kind.
    pub(crate) fn settings(self, in_table: bool) -> Option<(&'static [Setting], &'static [Setting])> {
        use Setting as S;
        Some(match (self, in_table) {
            (Self::Value, _) => (&[S::Of], &[S::Unit, S::Decimals]),
            (Self::Difference, _) => (&[S::Of, S::Minus], &[S::Unit, S::Decimals]),
            (Self::Change, _) => (&[S::From, S::To, S::Decimals], &[]),
            (Self::Share, true) => (&[S::Of, S::Within, S::Decimals], &[S::Rows]),
            (Self::Share, false) => (&[S::Of, S::Within, S::Decimals], &[]),
            (Self::Ratio, _) => (&[S::Numerator, S::Denominator, S::Scale, S::Decimals], &[S::Unit]),
            (Self::Average, true) => (&[S::Of, S::Decimals], &[S::Unit]),
            (Self::Average, false) => (&[S::Of, S::Decimals], &[S::Unit, S::Rows, S::Where]),
            (Self::Rank, true) => (&[S::Of], &[S::Order, S::Rows, S::Unit]),
            (Self::Sum, false) => (&[S::Of], &[S::Unit, S::Decimals, S::Rows, S::Where]),
            (Self::Count, false) => (&[S::Of], &[S::Unit, S::Rows, S::Where]),
            (Self::Rows, false) => (&[S::Of, S::Where], &[S::Rows]),
            (Self::Largest | Self::Smallest, false) => (&[S::Of], &[S::Nth, S::Rows, S::Where, S::Ties]),
            (Self::Rank, false) | (Self::Sum | Self::Count | Self::Rows, true) => return None,
            (Self::Largest | Self::Smallest, true) => return None,
        })
    }
}

impl Written {
    /// Whether it gives rows instead of a figure.
    pub(crate) fn is_of_rows(&self) -> bool {
        matches!(self.kind, Method::Largest | Method::Smallest | Method::Rows)
    }

    /// Whether a setting is there.
    pub(crate) fn has(&self, setting: Setting) -> bool {
        match setting {
            Setting::Of => self.of.is_some(),
            Setting::Minus => self.minus.is_some(),
            Setting::From => self.from.is_some(),
            Setting::To => self.to.is_some(),
            Setting::Within => self.within.is_some(),
            Setting::Numerator => self.numerator.is_some(),
            Setting::Denominator => self.denominator.is_some(),
            Setting::Scale => self.scale.is_some(),
            Setting::Order => self.order.is_some(),
            Setting::Rows => self.rows.is_some(),
            Setting::Where => self.condition.is_some(),
            Setting::Nth => self.nth.is_some(),
            Setting::Ties => self.ties.is_some(),
            Setting::Unit => self.unit.is_some(),
            Setting::Decimals => self.decimals.is_some(),
        }
    }
}

/// One name or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) names: Vec<String>,
    pub(crate) is_list: bool,
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Names;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name or a list of names")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Names, E> {
                Ok(Names { names: vec![name.to_owned()], is_list: false })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = items.next_element()? {
                    names.push(name);
                }
                Ok(Names { names, is_list: true })
            }
        }
        deserializer.deserialize_str(OneOrMore)
    }
}

/// By what a ratio is multiplied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Scale {
    #[default]
    Percent,
    /// Phần nghìn (‰).
    PerMille,
    PerHead,
    /// For so many: 100.000 for cases among 100.000 people.
    Per(u32),
}

impl Scale {
    /// The words for it in a definition.
    pub(crate) const WORDS: [(&'static str, Self); 3] =
        [("percent", Self::Percent), ("per-mille", Self::PerMille), ("per-head", Self::PerHead)];

    pub(crate) fn times(self) -> u32 {
        match self {
            Self::Percent => 100,
            Self::PerMille => 1_000,
            Self::PerHead => 1,
            Self::Per(times) => times,
        }
    }
}

impl<'de> Deserialize<'de> for Scale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrNumber;
        impl Visitor<'_> for WordOrNumber {
            type Value = Scale;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a whole number")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Scale, E> {
                const KNOWN: &[&str] = &["percent", "per-mille", "per-head"];
                let known = Scale::WORDS.iter().find(|(name, _)| *name == word);
                known.map(|(_, scale)| *scale).ok_or_else(|| E::unknown_variant(word, KNOWN))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Scale, E> {
                let times = u32::try_from(number).ok().filter(|times| (1..=1_000_000_000).contains(times));
                times.map(Scale::Per).ok_or_else(|| E::invalid_value(de::Unexpected::Signed(number), &self))
            }
        }
        deserializer.deserialize_any(WordOrNumber)
    }
}

/// Which figure has the first place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    #[default]
    Largest,
    Smallest,
}

/// What is done where several rows have the figure that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Ties {
    /// An error that names the rows.
    #[default]
    Refuse,
    /// The upper one.
    First,
    /// All of them: a list to go through.
    All,
}

/// What rows must meet to be counted: `{ column = "poor", is = ">", value = "20" }`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Condition {
    pub(crate) column: String,
    #[serde(rename = "is")]
    pub(crate) sign: Sign,
    /// An exact number with a decimal point, or the words of a cell.
    pub(crate) value: String,
}

/// How a figure stands to the one that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub(crate) enum Sign {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = "!=")]
    Unequal,
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    LessOrEqual,
    #[serde(rename = ">")]
    More,
    #[serde(rename = ">=")]
    MoreOrEqual,
}

impl Sign {
    /// Whether it asks which of two is larger.
    pub(crate) fn is_order(self) -> bool {
        !matches!(self, Self::Equal | Self::Unequal)
    }

    pub(crate) fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::More => order.is_gt(),
            Self::MoreOrEqual => order.is_ge(),
        }
    }
}

impl Condition {
    /// The number that it names, where it names one.
    pub(crate) fn number(&self) -> Option<Decimal> {
        Decimal::from_str_exact(self.value.trim()).ok()
    }
}
