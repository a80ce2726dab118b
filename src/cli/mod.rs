//! The command line: one file for each command, and what the terminal sees.

pub mod arguments;
pub mod build;
pub mod build_one;
pub mod diff;
pub mod issue;
pub mod mark;
pub mod new;
pub mod options;
pub mod probe;
pub mod progress;
pub mod report;
pub mod resources;
pub mod sign;
pub mod sign_profile;
pub mod stamps;
pub mod trust;
pub mod verify;
pub mod verify_signatures;
pub mod watch;

use std::ffi::OsString;

use clap::ArgMatches;

use crate::cli::arguments::{command, language, usage};
use crate::cli::options::Options;
use crate::finding::messages::{Language, Messages};

/// All documents built (or checked).
pub const BUILT: u8 = 0;
/// At least one document refused because of its inputs.
pub const REFUSED: u8 = 1;
/// The program could not do its work.
pub const FAILED: u8 = 2;
/// So many documents at most are worked on side by side unless the user says otherwise, each of which takes some
/// 40 MiB of memory; a single one has no use for more cores.
const MOST_CORES: usize = 8;
/// Twice what the main thread has: deep templates are set on these threads, and while one waits for a part of its
/// document it may begin another one.
const STACK: usize = 16 << 20;

/// What a panic says.
pub fn said_by(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}

/// How many cores are put to use unless the user says otherwise.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(MOST_CORES)
}

/// Starts the threads on which pages are made.
fn start_pool(jobs: Option<usize>) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(cores().max(jobs.unwrap_or(1))).stack_size(STACK);
    // Without them no page can be made, which is then said of each document.
    let _ = pool.build_global();
}

/// Does what the arguments ask for; the exit code.
pub fn run(arguments: &[OsString]) -> u8 {
    let language = language(arguments);
    let plain = Messages::new(language, false);
    // A fault of the program itself ends in a sentence too, not in a trace.
    std::panic::set_hook(Box::new(|_| {}));
    let work = || match command(&plain).try_get_matches_from(arguments) {
        Ok(matches) => dispatch(&matches, language),
        Err(error) => usage(&error, &plain),
    };
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let args = [("detail", said_by(panic.as_ref()))];
        eprintln!("{}: {}", plain.text("label-error", &[]), plain.text("internal-fault", &args));
        FAILED
    })
}

fn dispatch(matches: &ArgMatches, language: Language) -> u8 {
    let options = Options::new(matches, language);
    if options.writes {
        start_pool(options.jobs);
    }
    match matches.subcommand() {
        Some(("diff", arguments)) => diff::run(arguments, &options),
        Some(("new", arguments)) => new::run(arguments, &options),
        Some(("sign", arguments)) => sign::run(arguments, &options),
        Some((probe::COMMAND, _)) => probe::run(),
        Some(("verify", arguments)) => verify::run(arguments, &options),
        Some(("watch", _)) => watch::run(&options),
        _ => build::run(&options),
    }
}
