//! Whether a PDF that somebody handed back can be read at all.
//!
//! The readers of PDFs are not this program's, and some files make them run out of stack or memory, or never come to
//! an end. That ends a process at once, so a process of its own reads each such file first.

use std::thread;

use clap::ArgMatches;

use crate::cli::apart;
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::product::pages::fonts::Fonts;
use crate::versions::readback::{attached, pdf_text};

/// The name under which the program calls itself.
pub(crate) const NAME: &str = "probe-pdf";

/// Less than the main thread has: what is read here can be read there.
const STACK: usize = 2 << 20;
/// MiB of memory, and seconds of processor time.
const MEMORY: u64 = 2048;
const SECONDS: u64 = 60;

/// Whether the readers come to an end with this file.
pub(crate) fn is_readable(pdf: &[u8]) -> bool {
    // Where the program cannot call itself, the file is read without a probe.
    apart::call(NAME, pdf).is_none_or(|status| status.success())
}

/// The command, which is the program's own and takes nothing.
pub(crate) struct Probe;

impl Probe {
    /// The command, of which no help speaks.
    pub(crate) fn command(_: &Help) -> clap::Command {
        clap::Command::new(NAME).hide(true)
    }

    /// Nothing is said of it.
    pub(crate) fn arguments(_: &ArgMatches) -> Self {
        Self
    }

    /// Reads what comes in, and forgets it; the exit code says that this was possible.
    pub(crate) fn run(&self) -> Exit {
        apart::limit(MEMORY, SECONDS);
        let Some(pdf) = apart::handed() else { return Exit::Failed };
        let read = move || {
            attached::read(&pdf);
            // A file that is refused with a reason is refused again with the same one.
            let _ = pdf_text::read(&pdf, &Fonts::new(Vec::new()));
        };
        let reader = thread::Builder::new().stack_size(STACK).spawn(read);
        if reader.is_ok_and(|reader| reader.join().is_ok()) { Exit::Done } else { Exit::Failed }
    }
}
