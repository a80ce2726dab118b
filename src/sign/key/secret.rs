//! Passwords and PINs (mật khẩu, mã PIN): from a prompt, a file or a file descriptor, never from the command line,
//! where every user of the machine can read them. They are wiped from memory after use.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::finding::code::Code;
use crate::sign::refusal::{Refusal, refusal};

/// Longer than any password.
const MAX_LENGTH: u16 = 4096;

/// Where a password comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// Typed on the terminal, unseen.
    #[default]
    Prompt,
    /// The first line of a file.
    File(PathBuf),
    /// The first line of what can be read from an open file descriptor.
    Descriptor(u16),
}

/// Gets a password; `question` is shown on the terminal.
///
/// # Errors
/// Where there is no terminal, or the file cannot be read or holds no text.
pub(crate) fn get(source: &Source, question: &str) -> Result<Zeroizing<String>, Refusal> {
    let unreadable = |error: std::io::Error| -> Refusal { refusal(Code::PasswordUnreadable).because(&error).into() };
    match source {
        Source::Prompt => rpassword::prompt_password(question).map(Zeroizing::new).map_err(unreadable),
        Source::File(path) => first_line(path).map_err(unreadable),
        Source::Descriptor(number) => first_line(&PathBuf::from(format!("/dev/fd/{number}"))).map_err(unreadable),
    }
}

fn first_line(path: &PathBuf) -> std::io::Result<Zeroizing<String>> {
    // As large as it may become: growing would leave copies behind that nobody wipes.
    let mut text = Zeroizing::new(String::with_capacity(MAX_LENGTH.into()));
    File::open(path)?.take(MAX_LENGTH.into()).read_to_string(&mut text)?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}
