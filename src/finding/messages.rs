//! The texts of the program in two languages.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::vi::text;

/// The languages in which the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Vietnamese,
    English,
}

/// The message texts of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    pub colour: bool,
}

/// Texts, parsed once for all who speak.
type Texts = LazyLock<Arc<FluentResource>>;

static VIETNAMESE: Texts = LazyLock::new(|| parsed(include_str!("messages/vi.ftl")));
static ENGLISH: Texts = LazyLock::new(|| parsed(include_str!("messages/en.ftl")));
static OF_WORKBOOKS: Texts = LazyLock::new(|| parsed(include_str!("messages/workbook.ftl")));

/// A fault in a built-in text is caught by the tests.
fn parsed(text: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(parsed, _)| parsed))
}

impl Messages {
    /// Loads the texts built into the program. `colour` switches terminal colours on.
    pub fn new(language: Language, colour: bool) -> Self {
        match language {
            Language::Vietnamese => Self::load("vi", &VIETNAMESE, colour),
            Language::English => Self::load("en", &ENGLISH, colour),
        }
    }

    /// The texts of the workbooks that people fill in, and of what a finished PDF holds besides its pages:
    /// Vietnamese, whatever language the program speaks.
    pub fn of_workbooks() -> Self {
        Self::load("vi", &OF_WORKBOOKS, false)
    }

    fn load(id: &str, texts: &Texts, colour: bool) -> Self {
        let mut bundle = FluentBundle::new_concurrent(id.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(Arc::clone(texts));
        Self { bundle, colour }
    }

    /// The text of message `code` with its arguments, quoted so that they cannot pass for text of the message.
    pub fn text(&self, code: &str, args: &[(&'static str, String)]) -> String {
        self.painted(code, &quoted(args))
    }

    /// The same with arguments that are quoted already, since some were coloured.
    pub fn painted(&self, code: &str, args: &[(&'static str, String)]) -> String {
        self.lookup(code, None, args).unwrap_or_else(|| format!("{code} {args:?}"))
    }

    /// The remedy that goes with message `code`, where there is one.
    pub fn hint(&self, code: &str, args: &[(&'static str, String)]) -> Option<String> {
        self.lookup(code, Some("hint"), &quoted(args))
    }

    fn lookup(&self, code: &str, attribute: Option<&str>, args: &[(&'static str, String)]) -> Option<String> {
        let message = self.bundle.get_message(code)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value.parse::<u32>() {
                // Only a number chooses between singular and plural.
                Ok(count) if *name == "count" => values.set(*name, count),
                _ => values.set(*name, value.as_str()),
            }
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

fn quoted(args: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    args.iter().map(|(name, value)| (*name, text::quoted(value).into_owned())).collect()
}
