//! The command line: one file for each command, and what the terminal sees.

pub(crate) mod apart;
pub(crate) mod arguments;
pub(crate) mod around;
pub(crate) mod build;
pub(crate) mod build_one;
pub(crate) mod check;
mod claims;
pub(crate) mod common;
pub(crate) mod diff;
pub(crate) mod documents;
pub(crate) mod exit;
pub(crate) mod fault;
pub(crate) mod help;
pub(crate) mod issue;
pub(crate) mod issued_state;
pub(crate) mod mark;
pub(crate) mod new;
pub(crate) mod past_issues;
pub(crate) mod probe;
pub(crate) mod progress;
pub(crate) mod report;
pub(crate) mod resources;
pub(crate) mod sign;
pub mod sign_profile;
pub(crate) mod stamps;
pub(crate) mod terminal;
pub(crate) mod threads;
pub(crate) mod trial;
pub(crate) mod trust;
pub(crate) mod verify;
pub(crate) mod verify_signatures;
pub(crate) mod watch;
pub(crate) mod work;

use std::ffi::OsString;

use crate::cli::arguments::Command;
use crate::cli::common::Common;
use crate::cli::exit::Exit;
use crate::cli::terminal::Terminal;

/// Does what the arguments ask for; the exit code.
pub fn run(arguments: &[OsString]) -> Exit {
    let plain = Terminal::plain(arguments::language(arguments));
    // A fault of the program itself ends in a sentence too, not in a trace.
    fault::silence();
    let work = || match arguments::parse(arguments, &plain) {
        Ok((command, common)) => {
            let terminal = Terminal::new(&common);
            terminal.end(dispatch(command, &common, &terminal))
        }
        Err(error) => plain.end(arguments::usage(&error, &plain)),
    };
    fault::caught(work).unwrap_or_else(|detail| {
        plain.complain("internal-fault", &[("detail", detail)]);
        Exit::Failed
    })
}

fn dispatch(command: Command, common: &Common, terminal: &Terminal) -> Exit {
    match command {
        Command::Build(build) => build.run(common, terminal),
        Command::Check(check) => check.run(common, terminal),
        Command::Watch(watch) => watch.run(common, terminal),
        Command::Issue(issue) => issue.run(common, terminal),
        Command::Sign(sign) => sign.run(common, terminal),
        Command::Verify(verify) => verify.run(common, terminal),
        Command::Diff(diff) => diff.run(common, terminal),
        Command::New(new) => new.run(common, terminal),
        Command::Probe(probe) => probe.run(),
        Command::Trial(trial) => trial.run(),
    }
}
