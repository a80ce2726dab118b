//! `vanban issue`: makes documents, and records their present state as issued.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::cli::common::{self, Common};
use crate::cli::documents;
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::terminal::Terminal;
use crate::cli::work::{Work, Writing};
use crate::product::build::Appendices;
use crate::versions::issue_note::Way;

/// What is typed.
pub(crate) const NAME: &str = "issue";

/// What is issued.
pub(crate) struct Issue {
    inputs: Vec<PathBuf>,
    appendices: Appendices,
    replaces: Option<Way>,
}

impl Issue {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let inputs = common::inputs(help).num_args(1..).required(true).help(help.text("help-issue-input"));
        let command = help.command(NAME, &["help-issue-notes", "help-exit-codes"]);
        let replaces = help.option("replaces", "dinh-chinh|thay-the", "help-replaces");
        let way = |typed: &str| Way::named(typed).ok_or_else(String::new);
        command.arg(inputs).arg(replaces.value_parser(way)).arg(common::attach_workbook(help))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        let (inputs, appendices) = (common::given_inputs(given), common::given_appendices(given));
        Self { inputs, appendices, replaces: given.get_one::<Way>("replaces").copied() }
    }

    /// Builds every input folder that was named, and records it; the exit code.
    pub(crate) fn run(&self, common: &Common, terminal: &Terminal) -> Exit {
        let work =
            Work::Write(Writing { appendices: self.appendices, marks: None, is_issue: true, replaces: self.replaces });
        documents::run(&work, &self.inputs, common, terminal)
    }
}
