//! `vanban new`: the input workbook of a new document.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use crate::cli::common::Common;
use crate::cli::exit::Exit;
use crate::cli::help::{Help, path};
use crate::cli::terminal::Terminal;
use crate::finding::outcome::{Failure, Warned};
use crate::input::starter::begin::{self, Request, Started};
use crate::input::starter::instructions;
use crate::input::{folder, templates};
use crate::product::publish;
use crate::vi::dates::USUAL_YEARS;

/// What is typed.
pub(crate) const NAME: &str = "new";

/// What the workbook is for.
pub(crate) struct New {
    folder: String,
    document: Option<String>,
    year: Option<i32>,
    from: Option<PathBuf>,
    example: bool,
}

/// A year that a document can be about.
fn years() -> clap::builder::RangedI64ValueParser<i32> {
    clap::value_parser!(i32).range(i64::from(*USUAL_YEARS.start())..=i64::from(*USUAL_YEARS.end()))
}

impl New {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let folder = Arg::new("folder").value_name(help.value("FOLDER")).required(true).help(help.text("help-folder"));
        let year = help.option("year", "YYYY", "help-year").value_parser(years());
        let command = help.command(NAME, &["help-exit-codes"]).arg(folder);
        let command = command.arg(help.option("document", "NAME", "help-document")).arg(year);
        let example = help.switch("example", "help-example").conflicts_with_all(["from", "year"]);
        command.arg(path(help.option("from", "FOLDER", "help-from"))).arg(example)
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        Self {
            folder: given.get_one::<String>("folder").cloned().unwrap_or_default(),
            document: given.get_one::<String>("document").cloned(),
            year: given.get_one::<i32>("year").copied(),
            from: given.get_one::<PathBuf>("from").cloned(),
            example: given.get_flag("example"),
        }
    }

    /// Writes the workbook; the exit code.
    pub(crate) fn run(&self, common: &Common, terminal: &Terminal) -> Exit {
        self.write(common, terminal).map_or_else(|failure| terminal.refuse(&failure), |()| Exit::Done)
    }

    fn write(&self, common: &Common, terminal: &Terminal) -> Result<(), Failure> {
        let folder = self.folder.as_str();
        terminal.say("run-start", &[("folder", folder.to_owned())]);
        let target = Path::new(folder);
        folder::expect_vacant(target)?;
        let previous = self.from.as_deref().map(|from| folder::read_inputs(&folder::named(from))).transpose()?;
        let document = self.document.as_deref();
        let request = Request { folder, document, year: self.year, previous: previous.as_ref() };
        let templates = templates::read_templates(&common.templates)?;
        let begun = match self.example {
            true => Warned { output: begin::example(folder, document, &templates)?, warnings: Vec::new() },
            false => begin::begin(&request, &templates)?,
        };
        let Warned { output: mut started, warnings } = begun;
        let workbook = std::mem::take(&mut started.bytes);
        publish::begin(target, folder::WORKBOOK, workbook)?;
        terminal.report(&warnings);
        tell(&started, terminal);
        terminal.say("new-written", &[]);
        terminal.result(target.join(folder::WORKBOOK).display());
        terminal.say("new-next", &[("folder", instructions::shell(folder))]);
        Ok(())
    }
}

/// Says which definition it is, and what was carried over from the input before.
fn tell(started: &Started, terminal: &Terminal) {
    let name = started.document.document.name.clone();
    terminal.say("run-template", &[("name", name), ("folder", started.template.clone())]);
    if let Some(from) = &started.start.from {
        let rows: usize = started.start.tables.values().map(Vec::len).sum();
        let recipients = started.start.recipients.len().to_string();
        let facts = started.start.facts.len().to_string();
        let counts = [("facts", facts), ("recipients", recipients), ("rows", rows.to_string())];
        terminal.say("new-carried", &[&[("from", from.clone())], &counts[..]].concat());
    }
}
