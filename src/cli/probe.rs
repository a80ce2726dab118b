//! Whether a PDF that somebody handed back can be read at all.
//!
//! The readers of PDFs are not this program's, and some files make them run out of stack or memory, or never come to
//! an end. That ends a process at once, so a process of its own reads each such file first.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use clap::ArgMatches;

use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::product::pages::fonts::Fonts;
use crate::versions::readback::{attached, pdf_text};

/// The name under which the program calls itself.
pub(crate) const NAME: &str = "probe-pdf";

/// Less than the main thread has: what is read here can be read there.
const STACK: usize = 2 << 20;

/// Whether the readers come to an end with this file.
pub(crate) fn is_readable(pdf: &[u8]) -> bool {
    let call = |program| {
        Command::new(program).arg(NAME).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
    };
    // Where the program cannot call itself, the file is read without a probe.
    let Ok(mut probe) = std::env::current_exe().and_then(call) else { return true };
    if let Some(mut input) = probe.stdin.take() {
        // One that has died takes no more, and its end says so.
        let _ = input.write_all(pdf);
    }
    probe.wait().is_ok_and(|status| status.success())
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
        limit();
        let mut pdf = Vec::new();
        if std::io::stdin().read_to_end(&mut pdf).is_err() {
            return Exit::Failed;
        }
        let read = move || {
            attached::read(&pdf);
            // A file that is refused with a reason is refused again with the same one.
            let _ = pdf_text::read(&pdf, &Fonts::new(Vec::new()));
        };
        let reader = thread::Builder::new().stack_size(STACK).spawn(read);
        if reader.is_ok_and(|reader| reader.join().is_ok()) { Exit::Done } else { Exit::Failed }
    }
}

/// 2 GiB of memory, a minute of processor time, and no image of the dead process on the disk.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::As, 2 << 30), (Resource::Cpu, 60), (Resource::Core, 0)] {
        // A limit that the system does not take is one that it does not know.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn limit() {}
