//! The one way to the terminal: results on standard output, talk on standard error.
//!
//! No command depends on somebody listening. Whoever reads may stop reading (`… | head -1`), and talk that nobody takes is
//! let go; the work is done all the same. Results that were asked for and could not be put down in full, as on a full
//! disk, are another matter: that is said, and the program has not done its work.

use std::cmp::Reverse;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::common::{Colour, Common};
use crate::cli::exit::Exit;
use crate::finding::code::Code;
use crate::finding::messages::{Language, Messages};
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};

/// Both streams, and in which words and colours they are written.
pub(crate) struct Terminal {
    pub(crate) messages: Messages,
    pub(crate) language: Language,
    /// Only errors and warnings, one line each.
    pub(crate) quiet: bool,
    /// Whether results are coloured.
    pub(crate) colour: bool,
    /// Whether results could not be put down in full.
    is_lossy: AtomicBool,
}

impl Terminal {
    /// As long as nothing but the language is known.
    pub(crate) fn plain(language: Language) -> Self {
        let messages = Messages::new(language, false);
        Self { messages, language, quiet: false, colour: false, is_lossy: AtomicBool::new(false) }
    }

    /// As the user wants it.
    pub(crate) fn new(common: &Common) -> Self {
        let colour = |is_terminal: bool| match common.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none(),
        };
        Self {
            messages: Messages::new(common.language, colour(io::stderr().is_terminal())),
            quiet: common.quiet,
            colour: colour(io::stdout().is_terminal()),
            ..Self::plain(common.language)
        }
    }

    /// Says message `code`, unless the run is quiet.
    pub(crate) fn say(&self, code: &str, args: &[(&'static str, String)]) {
        if !self.quiet {
            self.insist(code, args);
        }
    }

    /// Says message `code` even where the run is quiet.
    pub(crate) fn insist(&self, code: &str, args: &[(&'static str, String)]) {
        self.talk(&self.messages.text(code, args));
    }

    /// Says message `code` as an error that has no place.
    pub(crate) fn complain(&self, code: &str, args: &[(&'static str, String)]) {
        self.talk(&format!("{}: {}", self.messages.text("label-error", &[]), self.messages.text(code, args)));
    }

    /// Findings in full, or one line each when quiet; notes only when not quiet.
    pub(crate) fn report(&self, found: &[Finding]) {
        self.findings(found).iter().for_each(|text| self.talk(text));
    }

    /// Says why the work was not done; how the program ends then.
    pub(crate) fn refuse(&self, failure: &Failure) -> Exit {
        self.report(failure.findings());
        Exit::from(failure)
    }

    /// The texts of findings as [`Terminal::report`] prints them: errors last, where the eye is when all is printed.
    pub(crate) fn findings(&self, found: &[Finding]) -> Vec<String> {
        let shown = found.iter().filter(|finding| !self.quiet || finding.severity != Severity::Note);
        let mut shown: Vec<&Finding> = shown.collect();
        shown.sort_by_key(|finding| Reverse(finding.severity));
        let text = |finding| match self.quiet {
            true => self.messages.short(finding),
            false => self.messages.long(finding),
        };
        shown.into_iter().map(text).collect()
    }

    /// A line of talk.
    pub(crate) fn talk(&self, line: &str) {
        put(&format!("{line}\n"));
    }

    /// A line of the results.
    pub(crate) fn result(&self, line: impl Display) {
        self.print(&format!("{line}\n"));
    }

    /// Results as they are. After a loss there are no more: they would follow upon a gap.
    pub(crate) fn print(&self, text: &str) {
        if self.is_lossy.load(Ordering::Relaxed) {
            return;
        }
        let mut results = io::stdout().lock();
        if let Err(error) = results.write_all(text.as_bytes()).and_then(|()| results.flush()) {
            self.lose(&error);
        }
    }

    fn lose(&self, error: &io::Error) {
        // Whoever closed the pipe has had what it wanted.
        if error.kind() != ErrorKind::BrokenPipe && !self.is_lossy.swap(true, Ordering::Relaxed) {
            self.report(&[Finding::new(Code::StdoutUnwritable, Place::Nowhere).because(error)]);
        }
    }

    /// How the program ends when the work ended like this: not well without its results.
    pub(crate) fn end(&self, work: Exit) -> Exit {
        if self.is_lossy.load(Ordering::Relaxed) { Exit::Failed } else { work }
    }

    /// Whether somebody sees talk move.
    pub(crate) fn is_watched(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Writes talk over the line that is being written.
    pub(crate) fn redraw(&self, line: &str) {
        put(&format!("\r\x1b[2K{line}"));
    }

    /// Whether results go to a screen.
    pub(crate) fn is_screen(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Empties the screen (ECMA-48, 8.3.39 and 8.3.21).
    pub(crate) fn clear(&self) {
        self.print("\x1b[2J\x1b[H");
    }
}

fn put(talk: &str) {
    let mut stream = io::stderr().lock();
    // Where talk does not get through, there is nobody left to be told.
    let _ = stream.write_all(talk.as_bytes()).and_then(|()| stream.flush());
}
