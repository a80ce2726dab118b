//! Colours of a terminal (ECMA-48, 8.3.117).

/// What a stretch of text is, as its colour shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Error,
    Warning,
    Note,
    Heading,
    /// What stood there before.
    Old,
    /// What stands there now.
    New,
}

/// The text in its colour, where there is to be colour.
pub(crate) fn paint(text: &str, ink: Ink, colour: bool) -> String {
    let code = match ink {
        Ink::Error => "1;31",
        Ink::Warning => "1;33",
        Ink::Note => "1;36",
        Ink::Heading => "1",
        Ink::Old => "31",
        Ink::New => "32",
    };
    if colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}
