//! The command line: arguments, the loop over documents, the report, the exit code.

mod compare;
mod issuing;
mod verifying;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Instant;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use vanban::diagnostic::{Diagnostic, Failure, Language, Messages, Place, Severity, Warned};
use vanban::files::{self, Templates};
use vanban::start::{self, Request};
use vanban::typeset::{self, Fonts};
use vanban::{Product, guide, publish, scaffold, vi};

/// All documents built (or checked).
const BUILT: u8 = 0;
/// At least one document refused because of its inputs.
const REFUSED: u8 = 1;
/// The program could not do its work.
const FAILED: u8 = 2;
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
        let detail = panic.downcast_ref::<String>().cloned();
        let detail = detail.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        let args = [("detail", detail.unwrap_or_default())];
        eprintln!("{}: {}", plain.text("label-error", &[]), plain.text("internal-fault", &args));
        FAILED
    });
    // Everything is written and closed: ending here saves freeing the memoised layout piece by piece.
    std::process::exit(i32::from(code));
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
        .arg(option("lang", "vi|en").value_parser(["vi", "en"]))
        .arg(option("color", "auto|always|never").default_value("auto").value_parser(["auto", "always", "never"]))
        .arg(flag("quiet", 'q', ArgAction::SetTrue))
        .arg(flag("help", 'h', ArgAction::Help))
        .arg(flag("version", 'V', ArgAction::Version))
        .subcommand(subcommand("build").arg(inputs()))
        .subcommand(subcommand("check").arg(inputs()))
        .subcommand(issuing::command(messages, &bare))
        .subcommand(verifying::command(messages, &bare))
        .subcommand(compare::command(messages, &bare))
        .subcommand(
            subcommand("new")
                .arg(Arg::new("folder").value_name("FOLDER").required(true).help(text("help-folder")))
                .arg(own("document", "NAME"))
                .arg(own("year", "YYYY").value_parser(clap::value_parser!(i32).range(1950..=2100)))
                .arg(own("from", "FOLDER").value_parser(clap::value_parser!(PathBuf))),
        )
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
    writes: bool,
    /// Whether what is written is recorded as issued.
    issues: bool,
    quiet: bool,
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
            writes: matches!(name, "build" | "issue" | "verify"),
            issues: name == "issue",
            quiet: inner.get_flag("quiet"),
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
        for diagnostic in found {
            if !self.quiet {
                eprintln!("{}", self.messages.long(diagnostic));
            } else if diagnostic.severity != Severity::Note {
                eprintln!("{}", self.messages.short(diagnostic));
            }
        }
    }
}

#[derive(Default)]
struct Tally {
    built: usize,
    refused: usize,
    failed: usize,
    warnings: usize,
}

fn run(matches: &ArgMatches, language: Language) -> u8 {
    let options = Options::new(matches, language);
    if let Some(("diff", arguments)) = matches.subcommand() {
        return compare::run(arguments, &options);
    }
    if let Some(("new", given)) = matches.subcommand() {
        return match new(given, &options) {
            Ok(()) => BUILT,
            Err(failure) => {
                options.report(failure.diagnostics());
                if let Failure::Refused(_) = failure { REFUSED } else { FAILED }
            }
        };
    }
    if let Some(("verify", arguments)) = matches.subcommand() {
        return verifying::run(arguments, &options);
    }
    let (inputs, templates, mut fonts) = match resources(&options) {
        Ok(resources) => resources,
        Err(failure) => {
            options.report(failure.diagnostics());
            return FAILED;
        }
    };
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut last = None;
    for (index, folder) in inputs.iter().enumerate() {
        if index > 0 {
            typeset::forget(0);
        }
        match one(folder, &options, &templates, &mut fonts) {
            Ok((product, warnings)) => {
                last = product;
                tally.built += 1;
                tally.warnings += count(&warnings, Severity::Warning);
            }
            Err(failure) => {
                options.report(failure.diagnostics());
                tally.warnings += count(failure.diagnostics(), Severity::Warning);
                let code = if let Failure::Refused(_) = failure { "run-refused" } else { "run-failed" };
                let errors = count(failure.diagnostics(), Severity::Error).to_string();
                let folder = folder.display().to_string();
                eprintln!("{}", options.messages.text(code, &[("folder", folder), ("count", errors)]));
                match failure {
                    Failure::Refused(_) => tally.refused += 1,
                    Failure::Failed(_) => tally.failed += 1,
                }
            }
        }
    }
    // The program ends here: taking the last layout apart would only cost time.
    std::mem::forget(last);
    let seconds = rust_decimal::Decimal::new(started.elapsed().as_millis() as i64, 3).round_dp(2);
    let seconds = match language {
        Language::Vietnamese => vi::number(seconds, 2, vi::Grouping::Dot),
        Language::English => format!("{seconds:.2}"),
    };
    options.say(
        if options.writes { "run-summary" } else { "run-summary-check" },
        &[
            ("built", tally.built.to_string()),
            ("refused", tally.refused.to_string()),
            ("failed", tally.failed.to_string()),
            ("warnings", tally.warnings.to_string()),
            ("seconds", seconds),
        ],
    );
    match tally {
        Tally { failed: 1.., .. } => FAILED,
        Tally { refused: 1.., .. } => REFUSED,
        _ => BUILT,
    }
}

fn count(found: &[Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// Fonts on their way: loading them, and warming the typesetter up, takes as long as reading a workbook,
/// so both are done meanwhile.
struct Loading(Option<mpsc::Receiver<Result<Fonts, Failure>>>, Option<Result<Fonts, Failure>>);

impl Loading {
    fn start(options: &Options) -> Self {
        let mut folders = options.font_paths.clone();
        folders.push(options.templates.join("fonts"));
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            let fonts = files::read_fonts(&folders);
            let loaded = fonts.clone();
            // Nobody waits any more when the inputs were refused.
            let _ = sender.send(fonts);
            if let Ok(fonts) = loaded {
                typeset::warm_up(&fonts);
            }
        });
        Self(Some(receiver), None)
    }

    fn fonts(&mut self) -> Result<&Fonts, Failure> {
        if let Some(receiver) = self.0.take() {
            self.1 = receiver.recv().ok();
        }
        match &self.1 {
            Some(Ok(fonts)) => Ok(fonts),
            Some(Err(failure)) => Err(failure.clone()),
            None => Err(Failure::Failed(vec![Diagnostic::error("font-missing", Place::Nowhere)])),
        }
    }
}

/// What every document of the run shares, and the folders to work on.
fn resources(options: &Options) -> Result<(Vec<PathBuf>, Templates, Loading), Failure> {
    let fonts = if options.writes { Loading::start(options) } else { Loading(None, None) };
    let inputs = match &options.inputs[..] {
        [] => files::input_folders(Path::new("inputs"))?,
        given => given.to_vec(),
    };
    if inputs.is_empty() {
        let place = Place::File("inputs".to_owned());
        return Err(Failure::Failed(vec![Diagnostic::error("inputs-empty", place)]));
    }
    Ok((inputs, files::read_templates(&options.templates)?, fonts))
}

/// Builds or checks one input folder; the product, if one was made, and what should be known of it.
fn one(
    folder: &Path,
    options: &Options,
    templates: &Templates,
    fonts: &mut Loading,
) -> Result<(Option<Product>, Vec<Diagnostic>), Failure> {
    options.say("run-start", &[("folder", folder.display().to_string())]);
    let inputs = files::read_inputs(folder)?;
    let Warned { output: verified, mut warnings } = vanban::verify(&inputs, templates)?;
    report_verified(&verified, options);
    if !options.writes {
        let said = vanban::rehearse(&verified, templates).map_err(|failure| failure.after(warnings.clone()))?;
        warnings.extend(said.warnings);
        options.report(&warnings);
        return Ok((None, warnings));
    }
    let product =
        vanban::build(&verified, templates, fonts.fonts()?).map_err(|failure| failure.after(warnings.clone()))?;
    warnings.extend(product.warnings);
    let mut product = product.output;
    let target = options.output.join(&inputs.name);
    let issued = issuing::write(folder, &mut product, &target).map_err(|failure| failure.after(warnings.clone()))?;
    options.report(&warnings);
    let pages = product.ledger.pages.to_string();
    options.say("run-written", &[("pages", pages), ("font", product.ledger.font.clone())]);
    for name in product.files.keys().filter(|name| !name.contains('/')) {
        println!("{}", target.join(name).display());
    }
    println!("{}", target.join("source").display());
    issued.tell(&product, folder, options);
    if options.issues {
        issued.record(&inputs, folder, &product, options)?;
    }
    Ok((Some(product), warnings))
}

/// Writes the input workbook of a new document.
fn new(given: &ArgMatches, options: &Options) -> Result<(), Failure> {
    let folder = given.get_one::<String>("folder").map(String::as_str).unwrap_or_default();
    options.say("run-start", &[("folder", folder.to_owned())]);
    let target = Path::new(folder);
    files::expect_vacant(target)?;
    let previous = given.get_one::<PathBuf>("from").map(|from| files::read_inputs(from)).transpose()?;
    let request = Request {
        folder,
        document: given.get_one::<String>("document").map(String::as_str),
        year: given.get_one::<i32>("year").copied(),
        previous: previous.as_ref(),
    };
    let Warned { output: started, warnings } = start::begin(&request, &files::read_templates(&options.templates)?)?;
    publish::write(target, &BTreeMap::from([(scaffold::FILE.to_owned(), started.bytes)]))?;
    options.report(&warnings);
    let name = started.document.document.name.clone();
    options.say("run-template", &[("name", name), ("folder", started.template)]);
    if let Some(from) = &started.start.from {
        let rows: usize = started.start.tables.values().map(Vec::len).sum();
        let recipients = started.start.recipients.len().to_string();
        let facts = started.start.facts.len().to_string();
        let counts = [("facts", facts), ("recipients", recipients), ("rows", rows.to_string())];
        options.say("new-carried", &[&[("from", from.clone())], &counts[..]].concat());
    }
    options.say("new-written", &[]);
    println!("{}", target.join(scaffold::FILE).display());
    options.say("new-next", &[("folder", guide::shell(folder))]);
    Ok(())
}

fn report_verified(verified: &vanban::Verified, options: &Options) {
    for book in &verified.workbooks {
        let cells: usize = book.sheets.iter().map(|sheet| sheet.cells.len()).sum();
        options.say(
            "run-read",
            &[("file", book.name.to_string()), ("sheets", book.sheets.len().to_string()), ("cells", cells.to_string())],
        );
    }
    options.say(
        "run-template",
        &[("name", verified.document.document.name.clone()), ("folder", verified.template.clone())],
    );
    let (hold, differ) = vanban::check::tally(&verified.checked.checks);
    options.say("run-checked", &[("hold", hold.to_string()), ("differ", differ.to_string())]);
}
