//! `vanban build`: reads, checks and makes documents.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::cli::common::{self, Common};
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::terminal::Terminal;
use crate::cli::work::{Against, Work, Writing};
use crate::cli::{documents, mark};
use crate::product::build::Appendices;

/// What is typed.
pub(crate) const NAME: &str = "build";

/// What is to be built; by default all there is.
#[derive(Default)]
pub(crate) struct Build {
    inputs: Vec<PathBuf>,
    appendices: Appendices,
    marks: Option<Against>,
}

impl Build {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let command = help.command(NAME, &["help-exit-codes"]).arg(common::inputs(help));
        command.args(mark::options(help)).arg(common::attach_workbook(help))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        let (inputs, appendices) = (common::given_inputs(given), common::given_appendices(given));
        Self { inputs, appendices, marks: mark::given(given) }
    }

    /// Builds every input folder; the exit code.
    pub(crate) fn run(self, common: &Common, terminal: &Terminal) -> Exit {
        let writing = Writing { appendices: self.appendices, marks: self.marks, ..Writing::default() };
        documents::run(&Work::Write(writing), &self.inputs, common, terminal)
    }
}
