//! What a document has to say, kept until its turn to be printed.

use crate::cli::terminal::Terminal;
use crate::finding::Finding;

/// One line or several that belong together.
enum Part {
    /// Talk, for standard error.
    Talk(String),
    /// A result, for standard output.
    Result(String),
}

/// The report of one document, in the order in which it was said.
pub(crate) struct Report<'a> {
    pub(crate) terminal: &'a Terminal,
    parts: Vec<Part>,
}

impl<'a> Report<'a> {
    /// A report of which nothing has been said.
    pub(crate) fn new(terminal: &'a Terminal) -> Self {
        Self { terminal, parts: Vec::new() }
    }

    /// Says message `code`, unless the run is quiet.
    pub(crate) fn say(&mut self, code: &str, args: &[(&'static str, String)]) {
        if !self.terminal.quiet {
            self.insist(code, args);
        }
    }

    /// Says message `code` even where the run is quiet.
    pub(crate) fn insist(&mut self, code: &str, args: &[(&'static str, String)]) {
        self.parts.push(Part::Talk(self.terminal.messages.text(code, args)));
    }

    /// A line as it is.
    pub(crate) fn line(&mut self, line: &str) {
        self.parts.push(Part::Talk(line.to_owned()));
    }

    /// Findings, as the run shows them.
    pub(crate) fn findings(&mut self, found: &[Finding]) {
        self.parts.extend(self.terminal.findings(found).into_iter().map(Part::Talk));
    }

    /// A line of data: the path of something written.
    pub(crate) fn result(&mut self, line: impl std::fmt::Display) {
        self.parts.push(Part::Result(line.to_string()));
    }

    /// Prints everything.
    pub(crate) fn print(&self) {
        for part in &self.parts {
            match part {
                Part::Talk(text) => self.terminal.talk(text),
                Part::Result(line) => self.terminal.result(line),
            }
        }
    }
}
