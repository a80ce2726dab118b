//! How commands and their options introduce themselves, in the language of the user.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command};

use crate::finding::messages::Messages;

/// Writes the help of commands from the messages `help-…`.
pub(crate) struct Help<'a> {
    messages: &'a Messages,
}

impl<'a> Help<'a> {
    /// Help in the language of these messages.
    pub(crate) fn new(messages: &'a Messages) -> Self {
        Self { messages }
    }

    /// The text of one message.
    pub(crate) fn text(&self, code: &str) -> String {
        self.messages.text(code, &[])
    }

    /// The program as a whole, with a list of its commands.
    pub(crate) fn program(&self, name: &'static str) -> Command {
        let body = format!("{}:\n{{subcommands}}\n\n{}", self.text("help-commands"), self.options());
        self.localised(name, "help-about", &body, &["help-exit-codes"])
    }

    /// A command, as message `help-<name>` describes it; the messages `closing` stand below its options.
    pub(crate) fn command(&self, name: &'static str, closing: &[&str]) -> Command {
        let body = format!("{{positionals}}\n\n{}", self.options());
        self.localised(name, &format!("help-{name}"), &body, closing)
    }

    fn options(&self) -> String {
        format!("{}:\n{{options}}", self.text("help-options"))
    }

    /// A help text with the last word of `clap` itself replaced, for which it has no setting.
    pub(crate) fn shown(&self, help: &str) -> String {
        help.replacen("[OPTIONS]", &format!("[{}]", self.text("help-value-options")), 1)
    }

    /// The one place where the words of `clap` itself are replaced, but for [`Help::shown`], and its own flags put aside.
    fn localised(&self, name: &'static str, about: &str, body: &str, closing: &[&str]) -> Command {
        let usage = self.text("help-usage");
        let closing: Vec<String> = closing.iter().map(|code| self.text(code)).collect();
        let closing = closing.join("\n");
        // The version is that of the program, whichever command is asked for it.
        Command::new(name)
            .display_name("vanban")
            .version(env!("CARGO_PKG_VERSION"))
            .subcommand_value_name(self.lasting("help-value-command"))
            .about(self.text(about))
            .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{body}\n\n{closing}"))
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    /// What stands for a value, in the language of the user; words to choose from stay as they are typed.
    pub(crate) fn value(&self, value: &'static str) -> &'static str {
        if !value.bytes().all(|b| b.is_ascii_uppercase()) {
            return value;
        }
        self.lasting(&format!("help-value-{}", value.to_ascii_lowercase()))
    }

    /// The text of one message that must outlive the commands: there is one set of commands a run.
    fn lasting(&self, code: &str) -> &'static str {
        self.text(code).leak()
    }

    /// `--name <value>`, as message `code` describes it.
    pub(crate) fn option(&self, name: &'static str, value: &'static str, code: &str) -> Arg {
        let option = Arg::new(name).long(name).value_name(self.value(value)).help(self.text(code));
        // Words to choose from are shown as the name of the value already.
        option.hide_possible_values(value.contains('|'))
    }

    /// `--name` alone, as message `code` describes it.
    pub(crate) fn switch(&self, name: &'static str, code: &str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.text(code))
    }

    /// `--format`, of which the first is the default.
    pub(crate) fn format<const N: usize>(&self, value: &'static str, formats: [&'static str; N], code: &str) -> Arg {
        let format = self.option("format", value, code).default_value(formats[0]).value_parser(formats);
        format.hide_default_value(true)
    }
}

/// An argument that is a path.
pub(crate) fn path(argument: Arg) -> Arg {
    argument.value_parser(clap::value_parser!(PathBuf))
}
