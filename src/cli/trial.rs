//! Pages made from code that is not the program's own are tried in a process that can be ended.

use std::process;
use std::thread;
use std::time::Duration;

use clap::ArgMatches;

use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::{apart, threads};
use crate::product::pages::trial::{self, Stopped};
use crate::product::pages::typesetter;

/// The name under which the program calls itself.
pub(crate) const NAME: &str = "try-pages";

/// Half of what the threads have on which pages are made: what comes to an end here does so there.
const STACK: usize = 8 << 20;
/// So much longer than it may work may a process be there at all, where others keep the cores busy.
const WAITS: u64 = 4;
/// How a process ends that was there for too long.
const LATE: i32 = 3;

/// Whether pages come to an end, within their limits.
///
/// # Errors
/// Which limit they came to.
pub(crate) fn try_out(trial: &trial::Trial) -> Result<(), Stopped> {
    // Where the program cannot call itself, pages are made without a trial.
    let Some(status) = apart::call(NAME, &trial.to_bytes()) else { return Ok(()) };
    match status.code() {
        Some(LATE) => Err(Stopped::TooLong),
        _ if status.success() => Ok(()),
        _ if apart::ran_out_of_time(status) => Err(Stopped::TooLong),
        _ => Err(Stopped::TooLarge),
    }
}

/// The command, which is the program's own and takes nothing.
pub(crate) struct Trial;

impl Trial {
    /// The command, of which no help speaks.
    pub(crate) fn command(_: &Help) -> clap::Command {
        clap::Command::new(NAME).hide(true)
    }

    /// Nothing is said of it.
    pub(crate) fn arguments(_: &ArgMatches) -> Self {
        Self
    }

    /// Makes the pages that are handed over; the exit code says that they came to an end.
    pub(crate) fn run(&self) -> Exit {
        let Some(trial) = apart::handed().and_then(|bytes| trial::Trial::read(&bytes)) else { return Exit::Failed };
        apart::limit(trial.limits.memory, trial.limits.seconds);
        threads::start_pool(None);
        let most = Duration::from_secs(WAITS * trial.limits.seconds);
        thread::spawn(move || {
            thread::sleep(most);
            process::exit(LATE);
        });
        let pages = thread::Builder::new().stack_size(STACK).spawn(move || typesetter::run(&trial));
        // A fault of the typesetter is found again where the pages are made, and told there.
        match pages.map(thread::JoinHandle::join) {
            Ok(_) => Exit::Done,
            Err(_) => Exit::Failed,
        }
    }
}
