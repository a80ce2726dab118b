//! What the arguments mean.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::finding::messages::{Language, Messages};
use crate::finding::{Finding, Severity};
use crate::product::build::Appendices;

/// What the arguments mean.
pub struct Options {
    pub inputs: Vec<PathBuf>,
    pub output: PathBuf,
    pub templates: PathBuf,
    pub font_paths: Vec<PathBuf>,
    /// How many documents are worked on side by side, where the user says so.
    pub jobs: Option<usize>,
    pub writes: bool,
    pub appendices: Appendices,
    /// Whether what is written is recorded as issued.
    pub issues: bool,
    /// Whether a copy that shows what changed is written too.
    pub marks: bool,
    /// What that is compared with, where the user says so.
    pub against: Option<PathBuf>,
    pub quiet: bool,
    pub language: Language,
    pub messages: Messages,
    /// Whether what goes to standard output is coloured.
    pub colour: bool,
}

impl Options {
    pub fn new(matches: &ArgMatches, language: Language) -> Self {
        let (name, inner) = matches.subcommand().unwrap_or(("build", matches));
        let path = |name: &str| inner.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        let colour = |is_terminal: bool| match inner.get_one::<String>("color").map(String::as_str) {
            Some("always") => true,
            Some("never") => false,
            _ => is_terminal && std::env::var_os("NO_COLOR").is_none(),
        };
        let inputs = inner.try_get_many::<String>("input").ok().flatten();
        Self {
            inputs: inputs.into_iter().flatten().map(PathBuf::from).collect(),
            output: path("output"),
            templates: path("templates"),
            font_paths: inner.get_many::<PathBuf>("font-path").into_iter().flatten().cloned().collect(),
            jobs: inner.get_one::<u8>("jobs").map(|&jobs| usize::from(jobs)),
            writes: matches!(name, "build" | "watch" | "issue" | "verify" | "sign"),
            appendices: match inner.try_get_one::<bool>("attach-workbook") {
                Ok(Some(true)) => Appendices::Attached,
                _ => Appendices::Beside,
            },
            issues: name == "issue",
            marks: matches!(inner.try_get_one::<bool>("mark-changes"), Ok(Some(true))),
            against: inner.try_get_one::<PathBuf>("against").ok().flatten().cloned(),
            quiet: inner.get_flag("quiet"),
            language,
            messages: Messages::new(language, colour(std::io::stderr().is_terminal())),
            colour: colour(std::io::stdout().is_terminal()),
        }
    }

    pub fn say(&self, code: &str, args: &[(&'static str, String)]) {
        if !self.quiet {
            eprintln!("{}", self.messages.text(code, args));
        }
    }

    /// Findings in full, or one line each when quiet; notes only when not quiet.
    pub fn report(&self, found: &[Finding]) {
        self.findings(found).iter().for_each(|text| eprintln!("{text}"));
    }

    /// The texts of findings as [`Options::report`] prints them.
    pub fn findings(&self, found: &[Finding]) -> Vec<String> {
        let shown = found.iter().filter(|finding| !self.quiet || finding.severity != Severity::Note);
        let text = |finding| match self.quiet {
            true => self.messages.short(finding),
            false => self.messages.long(finding),
        };
        shown.map(text).collect()
    }
}

/// Tells of each server that is asked.
pub fn waiting(options: &Options) -> impl FnMut(&str, usize) + '_ {
    |url, number| options.say("sign-waiting", &[("url", url.to_owned()), ("number", number.to_string())])
}
