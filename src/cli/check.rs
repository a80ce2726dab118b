//! `vanban check`: reads and checks documents, and writes nothing.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::cli::common::{self, Common};
use crate::cli::documents;
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::terminal::Terminal;
use crate::cli::work::Work;

/// What is typed.
pub(crate) const NAME: &str = "check";

/// What is to be checked.
pub(crate) struct Check {
    inputs: Vec<PathBuf>,
}

impl Check {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        help.command(NAME, &["help-exit-codes"]).arg(common::inputs(help))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        Self { inputs: common::given_inputs(given) }
    }

    /// Checks every input folder; the exit code.
    pub(crate) fn run(&self, common: &Common, terminal: &Terminal) -> Exit {
        documents::run(&Work::Check, &self.inputs, common, terminal)
    }
}
