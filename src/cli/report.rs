//! What a document has to say, kept until its turn to be printed.

use std::io::Write;

use crate::cli::options::Options;
use crate::finding::Finding;

/// One line or several that belong together.
enum Part {
    /// Talk, for standard error.
    Talk(String),
    /// A result, for standard output.
    Result(String),
}

/// The report of one document, in the order in which it was said.
pub struct Report<'a> {
    options: &'a Options,
    parts: Vec<Part>,
}

impl<'a> Report<'a> {
    pub fn new(options: &'a Options) -> Self {
        Self { options, parts: Vec::new() }
    }

    /// Says message `code`, unless the run is quiet.
    pub fn say(&mut self, code: &str, args: &[(&'static str, String)]) {
        if !self.options.quiet {
            self.insist(code, args);
        }
    }

    /// Says message `code` even where the run is quiet.
    pub fn insist(&mut self, code: &str, args: &[(&'static str, String)]) {
        self.parts.push(Part::Talk(self.options.messages.text(code, args)));
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) {
        self.parts.push(Part::Talk(line.to_owned()));
    }

    pub fn findings(&mut self, found: &[Finding]) {
        self.parts.extend(self.options.findings(found).into_iter().map(Part::Talk));
    }

    /// A line of data: the path of something written.
    pub fn result(&mut self, line: impl std::fmt::Display) {
        self.parts.push(Part::Result(line.to_string()));
    }

    /// Prints everything.
    pub fn print(&self) {
        let (mut talk, mut results) = (std::io::stderr().lock(), std::io::stdout().lock());
        for part in &self.parts {
            // Whoever reads may stop reading; the documents are written all the same.
            let _ = match part {
                Part::Talk(text) => writeln!(talk, "{text}"),
                Part::Result(line) => writeln!(results, "{line}").and_then(|()| results.flush()),
            };
        }
    }
}
