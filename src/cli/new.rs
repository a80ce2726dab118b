//! `vanban new`: the input workbook of a new document.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::options::Options;
use crate::cli::{BUILT, FAILED, REFUSED};
use crate::finding::outcome::{Failure, Warned};
use crate::input::folder;
use crate::input::starter::begin::{self, Request};
use crate::input::starter::instructions;
use crate::input::templates;
use crate::product::publish;

/// Writes the workbook; the exit code.
pub fn run(given: &ArgMatches, options: &Options) -> u8 {
    match new(given, options) {
        Ok(()) => BUILT,
        Err(failure) => {
            options.report(failure.findings());
            if let Failure::Refused(_) = failure { REFUSED } else { FAILED }
        }
    }
}

/// Writes the input workbook of a new document.
fn new(given: &ArgMatches, options: &Options) -> Result<(), Failure> {
    let folder = given.get_one::<String>("folder").map(String::as_str).unwrap_or_default();
    options.say("run-start", &[("folder", folder.to_owned())]);
    let target = Path::new(folder);
    folder::expect_vacant(target)?;
    let previous = given.get_one::<PathBuf>("from").map(|from| folder::read_inputs(from)).transpose()?;
    let request = Request {
        folder,
        document: given.get_one::<String>("document").map(String::as_str),
        year: given.get_one::<i32>("year").copied(),
        previous: previous.as_ref(),
    };
    let Warned { output: started, warnings } = begin::begin(&request, &templates::read_templates(&options.templates)?)?;
    publish::write(target, &BTreeMap::from([(folder::FILE.to_owned(), started.bytes)]))?;
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
    println!("{}", target.join(folder::FILE).display());
    options.say("new-next", &[("folder", instructions::shell(folder))]);
    Ok(())
}
