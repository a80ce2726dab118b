//! What may be typed, and what is said of anything else.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::cli::{BUILT, FAILED};
use crate::cli::{diff, issue, probe, sign, verify};
use crate::finding::messages::{Language, Messages};
use crate::vi::dates::USUAL_YEARS;

/// The options of every command, in the order in which its help shows them, after its own.
const SHARED: [&str; 8] = ["output", "templates", "font-path", "lang", "color", "quiet", "help", "version"];

/// `--lang` wherever it stands, else the system's locale: Vietnamese for `vi`, else English.
pub fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let given = texts.iter().enumerate().find_map(|(i, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let locale = given.map(str::to_owned).or_else(sys_locale::get_locale).unwrap_or_default();
    if locale.starts_with("vi") { Language::Vietnamese } else { Language::English }
}

pub fn command(messages: &Messages) -> Command {
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
        .subcommand(issue::command(messages, &bare))
        .subcommand(sign::command(messages, &bare))
        .subcommand(verify::command(messages, &bare))
        .subcommand(Command::new(probe::COMMAND).hide(true))
        .subcommand(diff::command(messages, &bare))
        .subcommand(
            subcommand("new")
                .arg(Arg::new("folder").value_name("FOLDER").required(true).help(text("help-folder")))
                .arg(own("document", "NAME"))
                .arg(own("year", "YYYY").value_parser(
                    clap::value_parser!(i32).range(i64::from(*USUAL_YEARS.start())..=i64::from(*USUAL_YEARS.end())),
                ))
                .arg(own("from", "FOLDER").value_parser(clap::value_parser!(PathBuf))),
        )
}

/// Whether the workbook of the appendices goes into the PDF as well.
pub fn attach_workbook(messages: &Messages) -> Arg {
    Arg::new("attach-workbook")
        .long("attach-workbook")
        .action(ArgAction::SetTrue)
        .help(messages.text("help-attach-workbook", &[]))
}

/// Prints what is wrong with the arguments, or the help that was asked for.
pub fn usage(error: &clap::Error, messages: &Messages) -> u8 {
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
