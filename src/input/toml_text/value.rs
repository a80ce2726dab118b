//! TOML values on their way into types, with what is wrong and where: the parser's own errors are only English words.

use std::fmt::Display;
use std::ops::Range;

use serde::de::Visitor;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with a value, the setting it is of, and where it stands.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) what: What,
    pub(super) key: Option<String>,
    pub(super) at: Option<Range<usize>>,
}

/// How a file does not say what is wanted of it.
#[derive(Debug)]
pub(super) enum What {
    /// A setting that is none, and those that there are.
    UnknownKey(String, &'static [&'static str]),
    MissingKey(&'static str),
    /// A word that is not among those to choose from.
    UnknownWord(String, &'static [&'static str]),
    Kind {
        wanted: Sort,
        found: Sort,
    },
}

/// Sorts of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Number,
    Whole,
    Truth,
    List,
    /// A list of another length.
    Length,
    Table,
    Date,
    /// Any, or one that cannot be told.
    Other,
}

impl Sort {
    /// The word by which messages choose their wording.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Whole => "whole",
            Self::Truth => "truth",
            Self::List => "list",
            Self::Length => "length",
            Self::Table => "table",
            Self::Date => "date",
            Self::Other => "other",
        }
    }

    fn of(found: &Unexpected<'_>) -> Self {
        match found {
            Unexpected::Bool(_) => Self::Truth,
            Unexpected::Unsigned(_) | Unexpected::Signed(_) => Self::Whole,
            Unexpected::Float(_) => Self::Number,
            Unexpected::Str(_) | Unexpected::Char(_) => Self::Text,
            Unexpected::Seq => Self::List,
            Unexpected::Map | Unexpected::StructVariant => Self::Table,
            _ => Self::Other,
        }
    }
}

impl From<What> for Fault {
    fn from(what: What) -> Self {
        Self { what, key: None, at: None }
    }
}

impl Fault {
    fn kind(wanted: Sort, found: Sort) -> Self {
        What::Kind { wanted, found }.into()
    }

    /// Says what was wanted, unless the fault is further inside.
    fn wanting(mut self, sort: Sort) -> Self {
        if let What::Kind { wanted: wanted @ Sort::Other, .. } = &mut self.what
            && self.at.is_none()
        {
            *wanted = sort;
        }
        self
    }

    fn within(mut self, at: &Range<usize>) -> Self {
        self.at.get_or_insert_with(|| at.clone());
        self
    }
}

impl Error for Fault {
    fn custom<T: Display>(_: T) -> Self {
        Self::kind(Sort::Other, Sort::Other)
    }

    fn invalid_type(found: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::kind(Sort::Other, Sort::of(&found))
    }

    fn invalid_value(found: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::kind(Sort::Other, Sort::of(&found))
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self::kind(Sort::Length, Sort::List)
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        What::UnknownWord(word.to_owned(), known).into()
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        What::UnknownKey(name.to_owned(), known).into()
    }

    fn missing_field(name: &'static str) -> Self {
        What::MissingKey(name).into()
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.what)
    }
}

impl std::error::Error for Fault {}

/// A value where it stands.
struct Value<'a>(&'a Spanned<DeValue<'a>>);

/// The settings of a table, in the order of the file.
pub(super) struct Table<'a> {
    left: std::vec::IntoIter<(&'a str, Range<usize>, &'a Spanned<DeValue<'a>>)>,
    now: Option<(&'a str, &'a Spanned<DeValue<'a>>)>,
}

impl<'a> Table<'a> {
    fn new(table: &'a DeTable<'a>) -> Self {
        let mut settings: Vec<_> =
            table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        settings.sort_by_key(|(_, at, _)| at.start);
        Self { left: settings.into_iter(), now: None }
    }

    /// A whole file.
    pub(super) fn whole(table: &'a DeTable<'a>) -> MapAccessDeserializer<Self> {
        MapAccessDeserializer::new(Self::new(table))
    }
}

impl<'de> MapAccess<'de> for Table<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, at, value)) = self.left.next() else { return Ok(None) };
        self.now = Some((key, value));
        let key: StrDeserializer<'_, Fault> = key.into_deserializer();
        seed.deserialize(key).map(Some).map_err(|fault| fault.within(&at))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some((key, value)) = self.now.take() else { return Err(Fault::kind(Sort::Other, Sort::Other)) };
        seed.deserialize(Value(value)).map_err(|mut fault| {
            fault.key.get_or_insert_with(|| key.to_owned());
            fault
        })
    }
}

/// The items of a list that are left.
struct Items<'a>(std::slice::Iter<'a, Spanned<DeValue<'a>>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.0.next().map(|item| seed.deserialize(Value(item))).transpose()
    }
}

impl Value<'_> {
    /// What `visit` makes of it; a fault that does not know its place has this one.
    fn met<T>(&self, result: Result<T, Fault>, wanted: Sort) -> Result<T, Fault> {
        result.map_err(|fault| {
            // A table that is read twice over (`kind = …` decides) forgets where its settings stand.
            let table = self.0.get_ref().as_table();
            let at = match (&fault.what, table) {
                (What::UnknownKey(name, _), Some(table)) => {
                    table.iter().find(|(key, _)| key.get_ref() == name).map(|(key, _)| key.span())
                }
                _ => None,
            };
            fault.wanting(wanted).within(&at.unwrap_or_else(|| self.0.span()))
        })
    }

    fn any<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => Err(Fault::kind(Sort::Whole, Sort::Other)),
            },
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => visitor.visit_f64(number),
                Err(_) => Err(Fault::kind(Sort::Number, Sort::Other)),
            },
            DeValue::Boolean(truth) => visitor.visit_bool(*truth),
            DeValue::Datetime(_) => Err(Fault::kind(Sort::Other, Sort::Date)),
            DeValue::Array(items) => visitor.visit_seq(Items(items.iter())),
            DeValue::Table(table) => visitor.visit_map(Table::new(table)),
        }
    }
}

/// Ways of asking for a value, each with the sort that is wanted.
macro_rules! wanting {
    ($($ask:ident: $sort:ident)*) => {
        $(fn $ask<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.met(self.any(visitor), Sort::$sort)
        })*
    };
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        // What is asked for without a sort is an exact number, or a table that says itself what it is.
        let wanted = if self.0.get_ref().is_table() { Sort::Other } else { Sort::Number };
        self.met(self.any(visitor), wanted)
    }

    wanting! {
        deserialize_bool: Truth
        deserialize_i8: Whole deserialize_i16: Whole deserialize_i32: Whole deserialize_i64: Whole
        deserialize_u8: Whole deserialize_u16: Whole deserialize_u32: Whole deserialize_u64: Whole
        deserialize_f32: Number deserialize_f64: Number
        deserialize_str: Text deserialize_string: Text deserialize_char: Text
        deserialize_seq: List deserialize_map: Table
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, wanted: usize, visitor: V) -> Result<V::Value, Fault> {
        let given = self.0.get_ref().as_array().map_or(wanted, |items| items.len());
        if given != wanted {
            return self.met(Err(Fault::kind(Sort::Length, Sort::List)), Sort::List);
        }
        self.met(self.any(visitor), Sort::List)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.met(self.any(visitor), Sort::Table)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let result = match self.0.get_ref() {
            DeValue::String(word) => {
                let word: StrDeserializer<'_, Fault> = word.as_ref().into_deserializer();
                visitor.visit_enum(word)
            }
            _ => self.any(visitor),
        };
        self.met(result, Sort::Text)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}
