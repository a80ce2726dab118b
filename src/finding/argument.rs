//! The arguments of messages.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::vi::text;

/// One argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Argument {
    /// What stands in an input or a file; quoted before it is shown, so that it cannot pass for words of the message.
    Text(String),
    /// A number, which chooses between singular and plural.
    Count(usize),
    /// Whether something is so; the messages choose between `yes` and `no`.
    Flag(bool),
    /// A word of ours, by which the messages choose between wordings.
    Choice(&'static str),
}

/// The arguments of one message, by name, in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    /// Adds one.
    pub(crate) fn push(&mut self, name: &'static str, argument: Argument) {
        self.0.push((name, argument));
    }

    /// Adds those of another message.
    pub(crate) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// All but those of that name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(known, _)| *known != name).cloned().collect())
    }

    /// All but those of these names.
    pub(crate) fn but(&self, names: &[&str]) -> Vec<(&'static str, Argument)> {
        self.0.iter().filter(|(known, _)| !names.contains(known)).cloned().collect()
    }

    /// The text or word of that name; empty if there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| *known == name).map(|(_, argument)| argument);
        match found {
            Some(Argument::Text(text)) => text,
            Some(Argument::Choice(word)) => word,
            _ => "",
        }
    }

    /// As the messages take them.
    pub(crate) fn for_messages(&self) -> FluentArgs<'_> {
        self.0.iter().map(|(name, argument)| (*name, argument.value(name))).collect()
    }
}

/// Arguments that choose between singular and plural.
const COUNTED: [&str; 15] = [
    "count",
    "sheets",
    "cells",
    "pages",
    "hold",
    "differ",
    "refused",
    "failed",
    "warnings",
    "figures",
    "particulars",
    "sentences",
    "facts",
    "recipients",
    "rows",
];

/// An argument that is quoted already: only a number chooses between singular and plural.
pub(crate) fn worded<'a>(name: &str, text: Cow<'a, str>) -> FluentValue<'a> {
    match text.parse::<u32>() {
        Ok(count) if COUNTED.contains(&name) => FluentValue::from(count),
        _ => FluentValue::String(text),
    }
}

impl Argument {
    fn value(&self, name: &str) -> FluentValue<'_> {
        match self {
            Self::Text(text) => worded(name, text::quoted(text)),
            Self::Count(count) => FluentValue::from(*count),
            Self::Flag(is_so) => FluentValue::from(if *is_so { "yes" } else { "no" }),
            Self::Choice(word) => FluentValue::from(*word),
        }
    }
}

/// Gives a type with `args` the ways to add to them.
macro_rules! takes_arguments {
    ($visible:vis $type:ty) => {
        #[allow(dead_code, reason = "not everything that takes arguments needs all kinds of them")]
        impl $type {
            /// Adds a text: what stands in an input or a file.
            #[must_use]
            $visible fn with(mut self, name: &'static str, value: impl ToString) -> Self {
                self.args.push(name, $crate::finding::argument::Argument::Text(value.to_string()));
                self
            }

            /// Adds the number that chooses between singular and plural.
            #[must_use]
            $visible fn count(mut self, count: usize) -> Self {
                self.args.push("count", $crate::finding::argument::Argument::Count(count));
                self
            }

            /// Adds whether something is so.
            #[must_use]
            $visible fn flag(mut self, name: &'static str, is_so: bool) -> Self {
                self.args.push(name, $crate::finding::argument::Argument::Flag(is_so));
                self
            }

            /// Adds why the system would not do it; the message `system-why` has the words.
            #[must_use]
            $visible fn because(self, error: &std::io::Error) -> Self {
                self.choice("why", $crate::finding::system::why(error))
                    .with("number", $crate::finding::system::number(error))
                    .with("detail", $crate::finding::system::said(error))
            }

            /// Adds a word of ours that chooses between wordings.
            #[must_use]
            $visible fn choice(mut self, name: &'static str, word: &'static str) -> Self {
                self.args.push(name, $crate::finding::argument::Argument::Choice(word));
                self
            }
        }
    };
}

pub(crate) use takes_arguments;
