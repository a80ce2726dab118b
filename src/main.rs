//! The command line: arguments, what they mean, the exit code.

mod batch;
mod compare;
mod issuing;
mod marking;
mod probing;
mod progress;
mod report;
mod resources;
mod signatures;
mod signing;
mod stamps;
mod starting;
mod verifying;
mod watch;

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use vanban::Appendices;
use vanban::diagnostic::{Diagnostic, Language, Messages, Severity};

/// All documents built (or checked).
const BUILT: u8 = 0;
/// At least one document refused because of its inputs.
const REFUSED: u8 = 1;
/// The program could not do its work.
const FAILED: u8 = 2;
/// So many documents at most are worked on side by side unless the user says otherwise, each of which takes some
/// 40 MiB of memory; a single one has no use for more cores.
const MOST_CORES: usize = 8;
/// Twice what the main thread has: deep templates are set on these threads, and while one waits for a part of its
/// document it may begin another one.
const STACK: usize = 16 << 20;
/// The options of every command, in the order in which its help shows them, after its own.
const SHARED: [&str; 8] = ["output", "templates", "font-path", "lang", "color", "quiet", "help", "version"];

fn main() {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let language = language(&arguments);
    let plain = Messages::new(language, false);
    // A fault of the program itself ends in a sentence too, not in a trace.
    std::panic::set_hook(Box::new(|_| {}));
    let work = || match command(&plain).try_get_matches_from(&arguments) {
        Ok(matches) => run(&matches, language),
        Err(error) => usage(&error, &plain),
    };
    let code = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let args = [("detail", said_by(panic.as_ref()))];
        eprintln!("{}: {}", plain.text("label-error", &[]), plain.text("internal-fault", &args));
        FAILED
    });
    // Everything is written and closed: ending here saves freeing the memoised layout piece by piece.
    std::process::exit(i32::from(code));
}

/// What a panic says.
fn said_by(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}

/// `--lang` wherever it stands, else the system's locale: Vietnamese for `vi`, else English.
fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let given = texts.iter().enumerate().find_map(|(i, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let locale = given.map(str::to_owned).or_else(sys_locale::get_locale).unwrap_or_default();
    if locale.starts_with("vi") { Language::Vietnamese } else { Language::English }
}

fn command(messages: &Messages) -> Command {
    let text = |code: &str| messages.text(code, &[]);
    let inputs = || Arg::new("input").value_name("INPUT").num_args(0..).help(text("help-input"));
    let template = |body: String| {
        let usage = text("help-usage");
        format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{body}\n\n{}", text("help-exit-codes"))
    };
    let options = format!("{}:\n{{options}}", text("help-options"));
    let top = template(format!("{}:\n{{subcommands}}\n\n{options}", text("help-commands")));
    let bare = format!("{{positionals}}\n\n{options}");
    let below = template(bare.clone());
    let place = |name: &str| SHARED.len() + SHARED.iter().position(|shared| *shared == name).unwrap_or_default();
    let own = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(text(&format!("help-{name}")))
    };
    let option = |name: &'static str, value: &'static str| {
        own(name, value).global(true).display_order(place(name)).hide_possible_values(true).hide_default_value(true)
    };
    let flag = |name: &'static str, short: char, action: ArgAction| {
        Arg::new(name)
            .long(name)
            .short(short)
            .action(action)
            .global(true)
            .display_order(place(name))
            .help(text(&format!("help-{name}")))
    };
    let subcommand = |name: &'static str| {
        Command::new(name)
            .about(text(&format!("help-{name}")))
            .help_template(below.clone())
            .disable_help_flag(true)
            .disable_version_flag(true)
    };
    Command::new("vanban")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("help-about"))
        .help_template(top)
        .args_override_self(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(option("output", "DIR").default_value("output").value_parser(clap::value_parser!(PathBuf)))
        .arg(option("templates", "DIR").default_value("templates").value_parser(clap::value_parser!(PathBuf)))
        .arg(option("font-path", "DIR").action(ArgAction::Append).value_parser(clap::value_parser!(PathBuf)))
        .arg(option("jobs", "N").value_parser(clap::value_parser!(u8).range(1..)))
        .arg(option("lang", "vi|en").value_parser(["vi", "en"]))
        .arg(option("color", "auto|always|never").default_value("auto").value_parser(["auto", "always", "never"]))
        .arg(flag("quiet", 'q', ArgAction::SetTrue))
        .arg(flag("help", 'h', ArgAction::Help))
        .arg(flag("version", 'V', ArgAction::Version))
        .subcommand(
            subcommand("build")
                .arg(inputs())
                .arg(
                    Arg::new("mark-changes")
                        .long("mark-changes")
                        .action(ArgAction::SetTrue)
                        .help(text("help-mark-changes")),
                )
                .arg(own("against", "OLD").value_parser(clap::value_parser!(PathBuf)).requires("mark-changes"))
                .arg(attach_workbook(messages)),
        )
        .subcommand(subcommand("check").arg(inputs()))
        .subcommand(subcommand("watch").arg(inputs()).arg(attach_workbook(messages)))
        .subcommand(issuing::command(messages, &bare))
        .subcommand(signing::command(messages, &bare))
        .subcommand(verifying::command(messages, &bare))
        .subcommand(Command::new(probing::COMMAND).hide(true))
        .subcommand(compare::command(messages, &bare))
        .subcommand(
            subcommand("new")
                .arg(Arg::new("folder").value_name("FOLDER").required(true).help(text("help-folder")))
                .arg(own("document", "NAME"))
                .arg(own("year", "YYYY").value_parser(clap::value_parser!(i32).range(1950..=2100)))
                .arg(own("from", "FOLDER").value_parser(clap::value_parser!(PathBuf))),
        )
}

/// Whether the workbook of the appendices goes into the PDF as well.
fn attach_workbook(messages: &Messages) -> Arg {
    Arg::new("attach-workbook")
        .long("attach-workbook")
        .action(ArgAction::SetTrue)
        .help(messages.text("help-attach-workbook", &[]))
}

/// Prints what is wrong with the arguments, or the help that was asked for.
fn usage(error: &clap::Error, messages: &Messages) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print!("{error}");
        return BUILT;
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg) + &context(ContextKind::InvalidSubcommand);
    let (code, args) = match error.kind() {
        ErrorKind::MissingRequiredArgument => ("usage-missing", vec![("argument", argument)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-value", vec![("value", context(ContextKind::InvalidValue)), ("argument", argument)])
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => ("usage-count", vec![("argument", argument)]),
        ErrorKind::InvalidSubcommand => ("usage-command", vec![("argument", argument)]),
        _ => ("usage-argument", vec![("argument", argument)]),
    };
    eprintln!("{}: {}", messages.text("label-error", &[]), messages.text(code, &args));
    eprintln!("{}", messages.text("usage-see-help", &[]));
    FAILED
}

/// What the arguments mean.
struct Options {
    inputs: Vec<PathBuf>,
    output: PathBuf,
    templates: PathBuf,
    font_paths: Vec<PathBuf>,
    /// How many documents are worked on side by side, where the user says so.
    jobs: Option<usize>,
    writes: bool,
    appendices: Appendices,
    /// Whether what is written is recorded as issued.
    issues: bool,
    /// Whether a copy that shows what changed is written too.
    marks: bool,
    /// What that is compared with, where the user says so.
    against: Option<PathBuf>,
    quiet: bool,
    language: Language,
    messages: Messages,
    /// Whether what goes to standard output is coloured.
    colour: bool,
}

impl Options {
    fn new(matches: &ArgMatches, language: Language) -> Self {
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

    fn say(&self, code: &str, args: &[(&'static str, String)]) {
        if !self.quiet {
            eprintln!("{}", self.messages.text(code, args));
        }
    }

    /// Findings in full, or one line each when quiet; notes only when not quiet.
    fn report(&self, found: &[Diagnostic]) {
        self.findings(found).iter().for_each(|text| eprintln!("{text}"));
    }

    /// The texts of findings as [`Options::report`] prints them.
    fn findings(&self, found: &[Diagnostic]) -> Vec<String> {
        let shown = found.iter().filter(|diagnostic| !self.quiet || diagnostic.severity != Severity::Note);
        let text = |diagnostic| match self.quiet {
            true => self.messages.short(diagnostic),
            false => self.messages.long(diagnostic),
        };
        shown.map(text).collect()
    }
}

/// How many cores are put to use unless the user says otherwise.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(MOST_CORES)
}

/// Starts the threads on which pages are made.
fn start_pool(jobs: Option<usize>) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(cores().max(jobs.unwrap_or(1))).stack_size(STACK);
    // Without them no page can be made, which is then said of each document.
    let _ = pool.build_global();
}

fn run(matches: &ArgMatches, language: Language) -> u8 {
    let options = Options::new(matches, language);
    if options.writes {
        start_pool(options.jobs);
    }
    match matches.subcommand() {
        Some(("diff", arguments)) => compare::run(arguments, &options),
        Some(("new", arguments)) => starting::run(arguments, &options),
        Some(("sign", arguments)) => signing::run(arguments, &options),
        Some((probing::COMMAND, _)) => probing::run(),
        Some(("verify", arguments)) => verifying::run(arguments, &options),
        Some(("watch", _)) => watch::run(&options),
        _ => batch::run(&options),
    }
}
