//! What every command understands, and what several do.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::help::{Help, path};
use crate::finding::messages::Language;
use crate::product::build::Appendices;

/// The options of every command, in the order in which its help shows them, after its own.
const SHARED: [&str; 8] = ["output", "templates", "font-path", "lang", "color", "quiet", "help", "version"];

/// What may be said to every command.
pub(crate) struct Common {
    pub(crate) language: Language,
    /// Only errors and warnings, one line each.
    pub(crate) quiet: bool,
    pub(crate) colour: Colour,
    pub(crate) output: PathBuf,
    pub(crate) templates: PathBuf,
    pub(crate) font_paths: Vec<PathBuf>,
    /// How many documents are worked on side by side, where the user says so.
    pub(crate) jobs: Option<usize>,
}

/// When there is colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Colour {
    /// On a terminal, unless the environment is against it.
    #[default]
    Auto,
    Always,
    Never,
}

impl Common {
    /// Adds the options of every command to the program.
    pub(crate) fn define(program: Command, help: &Help) -> Command {
        // Below those of the command itself, which count from zero.
        let place = |name: &str| 100 + SHARED.iter().position(|shared| *shared == name).unwrap_or_default();
        let shared = |argument: Arg, name: &str| argument.global(true).display_order(place(name));
        let option = |name: &'static str, value: &'static str| {
            let option = help.option(name, value, &format!("help-{name}"));
            shared(option, name).hide_default_value(true)
        };
        let flag = |name: &'static str, short: char, action: ArgAction| {
            shared(help.switch(name, &format!("help-{name}")).short(short).action(action), name)
        };
        program
            .arg(path(option("output", "DIR")).default_value("output"))
            .arg(path(option("templates", "DIR")).default_value("templates"))
            .arg(path(option("font-path", "DIR")).action(ArgAction::Append))
            .arg(option("jobs", "N").value_parser(clap::value_parser!(u8).range(1..)))
            .arg(option("lang", "vi|en").value_parser(["vi", "en"]))
            .arg(option("color", "auto|always|never").default_value("auto").value_parser(["auto", "always", "never"]))
            .arg(flag("quiet", 'q', ArgAction::SetTrue))
            .arg(flag("help", 'h', ArgAction::Help))
            .arg(flag("version", 'V', ArgAction::Version))
    }

    /// What was said of these options. The language is known before anything else is.
    pub(crate) fn arguments(given: &ArgMatches, language: Language) -> Self {
        let path = |name: &str| given.get_one::<PathBuf>(name).cloned().unwrap_or_default();
        Self {
            language,
            quiet: given.get_flag("quiet"),
            colour: match given.get_one::<String>("color").map(String::as_str) {
                Some("always") => Colour::Always,
                Some("never") => Colour::Never,
                _ => Colour::Auto,
            },
            output: path("output"),
            templates: path("templates"),
            font_paths: paths(given, "font-path"),
            jobs: given.get_one::<u8>("jobs").map(|&jobs| usize::from(jobs)),
        }
    }
}

/// All paths that were given under a name.
pub(crate) fn paths(given: &ArgMatches, name: &str) -> Vec<PathBuf> {
    given.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect()
}

/// Input folders; without them, all there are.
pub(crate) fn inputs(help: &Help) -> Arg {
    Arg::new("input").value_name(help.value("INPUT")).num_args(0..).help(help.text("help-input"))
}

/// The input folders that were named.
pub(crate) fn given_inputs(given: &ArgMatches) -> Vec<PathBuf> {
    given.get_many::<String>("input").into_iter().flatten().map(PathBuf::from).collect()
}

/// Whether the workbook of the appendices goes into the PDF as well.
pub(crate) fn attach_workbook(help: &Help) -> Arg {
    help.switch("attach-workbook", "help-attach-workbook")
}

/// Where the workbook of the appendices goes.
pub(crate) fn given_appendices(given: &ArgMatches) -> Appendices {
    if given.get_flag("attach-workbook") { Appendices::Attached } else { Appendices::Beside }
}
