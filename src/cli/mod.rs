//! The command line: one file for each command, and what the terminal sees.

pub mod arguments;
pub mod build;
pub mod build_one;
pub mod check;
pub mod common;
pub mod diff;
pub mod documents;
pub mod exit;
pub mod fault;
pub mod help;
pub mod issue;
pub mod mark;
pub mod new;
pub mod past_issues;
pub mod probe;
pub mod progress;
pub mod report;
pub mod resources;
pub mod sign;
pub mod sign_profile;
pub mod stamps;
pub mod terminal;
pub mod threads;
pub mod trust;
pub mod verify;
pub mod verify_signatures;
pub mod watch;
pub mod work;

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
    }
}
