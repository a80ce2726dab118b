//! The texts of the program in two languages.

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::finding::argument::Arguments;
use crate::finding::code::Code;
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
    pub(crate) colour: bool,
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
    pub(crate) fn of_workbooks() -> Self {
        Self::load("vi", &OF_WORKBOOKS, false)
    }

    fn load(id: &str, texts: &Texts, colour: bool) -> Self {
        let mut bundle = FluentBundle::new_concurrent(id.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(Arc::clone(texts));
        Self { bundle, colour }
    }

    /// The text of a message of the program itself with its arguments, quoted so that they cannot pass for its words.
    pub fn text(&self, name: &str, args: &[(&'static str, String)]) -> String {
        self.painted(name, &quoted(args))
    }

    /// The same with arguments that are quoted already, since some were coloured.
    pub(crate) fn painted(&self, name: &str, args: &[(&'static str, String)]) -> String {
        let values = args.iter().map(|(name, value)| match value.parse::<u32>() {
            // Only a number chooses between singular and plural; as such it is written as it was.
            Ok(count) if count.to_string() == *value => (*name, FluentValue::from(count)),
            _ => (*name, FluentValue::from(value.as_str())),
        });
        self.lookup(name, None, &values.collect()).unwrap_or_else(|| format!("{name} {args:?}"))
    }

    /// The sentence of a finding, a refusal or a remark.
    pub(crate) fn said(&self, code: Code, args: &Arguments) -> String {
        self.lookup(code.name(), None, &args.for_messages()).unwrap_or_else(|| format!("{code} {args:?}"))
    }

    /// The remedy that goes with it, where there is one.
    pub(crate) fn hint(&self, code: Code, args: &Arguments) -> Option<String> {
        self.lookup(code.name(), Some("hint"), &args.for_messages())
    }

    fn lookup(&self, name: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

fn quoted(args: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    args.iter().map(|(name, value)| (*name, text::quoted(value).into_owned())).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;
    use crate::finding::argument::Argument;
    use crate::finding::system;

    /// Every error number of the system is met with words of ours, each word with its own sentence; what is left over is
    /// said by its number, and in English in the words of the system.
    #[test]
    fn what_the_system_says_is_said_in_our_words() {
        let kinds = [ErrorKind::InvalidData, ErrorKind::UnexpectedEof, ErrorKind::Unsupported, ErrorKind::OutOfMemory];
        let errors: Vec<Error> = (1..=133).map(Error::from_raw_os_error).chain(kinds.map(Error::from)).collect();
        let languages = [Language::Vietnamese, Language::English];
        for (error, language) in
            languages.iter().flat_map(|&language| errors.iter().map(move |error| (error, language)))
        {
            let mut args = Arguments::default();
            args.push("why", Argument::Choice(system::why(error)));
            args.push("number", Argument::Text(system::number(error)));
            args.push("detail", Argument::Text(system::said(error)));
            let text = Messages::new(language, false).said(Code::FileUnreadable, &args);
            let shows = text.contains(&system::said(error));
            let is_left_over = system::why(error) == "other";
            assert_eq!(shows, is_left_over && language == Language::English, "{error}: {text}");
            assert!(!is_left_over || text.contains(&system::number(error)), "{error}: {text}");
            assert!(!text.contains("os error") && !text.contains('$'), "{text}");
        }
    }
}
