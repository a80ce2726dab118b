//! What may be typed, and what is said of anything else.
//!
//! A new command touches three places: a file of its own (its arguments, how they are read, and `run`), one line of the
//! table here, and one arm of `dispatch` in `mod.rs`, which the compiler asks for. Beside them its file is named, in
//! `mod` and `use`, and its help has messages.

use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};

use crate::cli::common::Common;
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::terminal::Terminal;
use crate::cli::{build, check, diff, issue, new, probe, sign, trial, verify, watch};
use crate::finding::messages::Language;

/// Makes of a table of commands what is done, how it is typed, and the way from the one to the other.
macro_rules! commands {
    ($($file:ident: $name:ident),* $(,)?) => {
        /// What is to be done, and with what.
        #[allow(clippy::large_enum_variant, reason = "there is one of it, for as long as the program runs")]
        pub(crate) enum Command {
            $($name($file::$name),)*
        }

        fn definitions(help: &Help) -> Vec<clap::Command> {
            vec![$($file::$name::command(help),)*]
        }

        fn read(name: &str, given: &clap::ArgMatches) -> Option<Command> {
            match name {
                $($file::NAME => Some(Command::$name($file::$name::arguments(given))),)*
                _ => None,
            }
        }
    };
}

// In the order of the help.
commands! {
    build: Build,
    check: Check,
    watch: Watch,
    issue: Issue,
    sign: Sign,
    verify: Verify,
    probe: Probe,
    trial: Trial,
    diff: Diff,
    new: New,
}

/// `--lang` wherever it stands, else Vietnamese unless the system's locale names another language.
pub(crate) fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let given = texts.iter().enumerate().find_map(|(i, text)| match text.strip_prefix("--lang") {
        Some("") => texts.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    match given {
        Some("en") => Language::English,
        Some("vi") => Language::Vietnamese,
        _ => of_locale(&locale()),
    }
}

/// The system's locale; nothing where none is set.
fn locale() -> String {
    // What LANGUAGE prefers counts only where a locale other than C is set at all (GNU gettext, 2.3).
    let is_set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|set| !set.is_empty()));
    let is_plain = is_set.is_none_or(|set| matches!(&*set, "C" | "POSIX"));
    let is_from_environment = cfg!(all(unix, not(target_os = "macos")));
    if is_from_environment && is_plain { String::new() } else { sys_locale::get_locale().unwrap_or_default() }
}

/// `C` and `POSIX` name no language (POSIX.1-2017, 7.2).
fn of_locale(locale: &str) -> Language {
    let name = locale.split(['_', '-', '.', '@']).next().unwrap_or_default().to_lowercase();
    if ["", "c", "posix", "vi"].contains(&&*name) { Language::Vietnamese } else { Language::English }
}

/// What the arguments ask for; without a command, a build of all there is.
///
/// # Errors
/// What cannot be made sense of; also help, where that was asked for.
pub(crate) fn parse(arguments: &[OsString], terminal: &Terminal) -> Result<(Command, Common), clap::Error> {
    let given = program(&Help::new(&terminal.messages)).try_get_matches_from(arguments)?;
    let named = given.subcommand();
    let common = Common::arguments(named.map_or(&given, |(_, inner)| inner), terminal.language);
    let command = named.and_then(|(name, inner)| read(name, inner));
    Ok((command.unwrap_or_else(|| Command::Build(build::Build::default())), common))
}

fn program(help: &Help) -> clap::Command {
    let program = help.program("vanban").version(env!("CARGO_PKG_VERSION"));
    let program = program.args_override_self(true).disable_help_subcommand(true);
    Common::define(program, help).subcommands(definitions(help))
}

/// Prints what is wrong with the arguments, or the help that was asked for.
pub(crate) fn usage(error: &clap::Error, terminal: &Terminal) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        terminal.print(&Help::new(&terminal.messages).shown(&error.to_string()));
        return Exit::Done;
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg) + &context(ContextKind::InvalidSubcommand);
    let (code, args) = match error.kind() {
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            ("usage-value-missing", vec![("argument", argument)])
        }
        ErrorKind::MissingRequiredArgument => ("usage-missing", vec![("argument", spoken(&argument))]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("usage-value", vec![("value", context(ContextKind::InvalidValue)), ("argument", argument)])
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => ("usage-count", vec![("argument", argument)]),
        ErrorKind::InvalidSubcommand => ("usage-command", vec![("argument", argument)]),
        _ => ("usage-argument", vec![("argument", argument)]),
    };
    let args = [args, vec![("known", known(terminal))]].concat();
    terminal.complain(code, &args);
    terminal.insist("usage-see-help", &[]);
    Exit::Failed
}

/// `<THƯ-MỤC-SỐ-LIỆU>...` in the middle of a sentence: `thư mục số liệu`. Options stay as they are typed.
fn spoken(argument: &str) -> String {
    if argument.starts_with('-') {
        return argument.to_owned();
    }
    argument.replace("> <", ", ").replace(['<', '>', '.', '[', ']'], "").replace('-', " ").to_lowercase()
}

/// The commands that the help shows.
fn known(terminal: &Terminal) -> String {
    let commands = definitions(&Help::new(&terminal.messages));
    let shown = commands.iter().filter(|command| !command.is_hide_set()).map(|command| command.get_name().to_owned());
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_locale_that_names_another_language_gives_english() {
        for locale in ["", "C", "POSIX", "C.UTF-8", "c", "vi", "vi_VN.UTF-8", "vi-VN"] {
            assert_eq!(of_locale(locale), Language::Vietnamese, "{locale}");
        }
        for locale in ["en_US.UTF-8", "en-US", "en", "fr_FR", "tr_TR.UTF-8"] {
            assert_eq!(of_locale(locale), Language::English, "{locale}");
        }
    }
}
