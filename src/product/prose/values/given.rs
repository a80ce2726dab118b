//! What functions of templates are given.

use minijinja::Value;
use minijinja::value::ValueKind;

use crate::product::prose::values::item::Item;
use crate::product::prose::values::outcome::Printed;

/// What an argument of a function is.
pub(crate) enum Given {
    Item(Item),
    Truth(bool),
    /// What a macro has printed.
    Prose(String),
    List(Vec<Value>),
    /// A name that is set on another way through the template only.
    Unset,
}

/// What a value is.
pub(crate) fn given(value: &Value) -> Given {
    if let Some(item) = value.downcast_object_ref::<Item>() {
        return Given::Item(item.clone());
    }
    match value.kind() {
        ValueKind::Bool => Given::Truth(value.is_true()),
        ValueKind::String => Given::Prose(value.as_str().unwrap_or_default().to_owned()),
        ValueKind::Seq => Given::List(value.try_iter().map(Iterator::collect).unwrap_or_default()),
        _ => Given::Unset,
    }
}

/// What a value is that can be neither printed nor compared; none where nothing is left to tell.
pub(crate) fn kind(given: &Given) -> Option<Printed> {
    Some(match given {
        Given::Truth(_) => Printed::Truth,
        Given::Prose(_) => Printed::Words,
        Given::List(_) => Printed::List,
        Given::Item(Item::Number(_)) => Printed::Number,
        Given::Item(Item::Words(_)) => Printed::Words,
        Given::Item(Item::Table(_)) => Printed::Table,
        Given::Item(Item::Row(..)) => Printed::Row,
        Given::Item(Item::Particulars | Item::Derived) => Printed::Particulars,
        Given::Item(Item::Rows(_) | Item::Listed(_)) => Printed::List,
        Given::Item(Item::Ordinal(_)) => Printed::Count,
        Given::Item(Item::Datum(_)) => Printed::Datum,
        Given::Item(Item::Missing(_) | Item::Nothing) | Given::Unset => return None,
    })
}
