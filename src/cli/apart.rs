//! Processes of the program's own, for work that may not come to an end, or take the whole process with it.

use std::io::{Read, Write};
use std::process::{Command, ExitStatus, Stdio};

/// Calls the program by one of the names that no help speaks of; how it ended. Nothing where it cannot call itself.
pub(crate) fn call(name: &str, input: &[u8]) -> Option<ExitStatus> {
    let program = std::env::current_exe().ok()?;
    let mut command = Command::new(program);
    command.arg(name).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut process = command.spawn().ok()?;
    if let Some(mut pipe) = process.stdin.take() {
        // One that has died takes no more, and its end says so.
        let _ = pipe.write_all(input);
    }
    process.wait().ok()
}

/// What a called process was handed; nothing if it broke off.
pub(crate) fn handed() -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).ok().map(|_| bytes)
}

/// Ends this process, from now on, when it takes more memory (MiB) or processor time than that; there will be no image
/// of it on the disk.
#[cfg(unix)]
pub(crate) fn limit(memory: u64, seconds: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::As, memory << 20), (Resource::Cpu, seconds), (Resource::Core, 0)] {
        // A limit that the system does not take is one that it does not know.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
pub(crate) fn limit(_: u64, _: u64) {}

/// Whether a process was ended because its time was over.
#[cfg(unix)]
pub(crate) fn ran_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    // Beyond the hard limit Linux kills, where others only say so.
    [rustix::process::Signal::XCPU, rustix::process::Signal::KILL]
        .iter()
        .any(|signal| status.signal() == Some(signal.as_raw()))
}

#[cfg(not(unix))]
pub(crate) fn ran_out_of_time(_: ExitStatus) -> bool {
    false
}
