//! Workbooks made to hurt: each is refused with a sentence, in a process of its own with little memory and time.

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::support::common::root;
use crate::support::packing::{packed, parts};
use crate::xlsx::hostile_files::{File, Verdict, files};

/// A run under limits of memory and processor time, where the shell can set them.
fn checked(folder: &Path) -> (Option<i32>, String, Duration) {
    let program = env!("CARGO_BIN_EXE_vanban");
    let templates = root().join("templates");
    let started = Instant::now();
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        // 512 MiB of address space hold the program itself and the 256 MiB that a hostile file may cost. The
        // limits of the program keep the work near one second; a slow machine gets two more.
        shell.args(["-c", "ulimit -v 524288; ulimit -t 3; exec \"$@\"", "sh", program]);
        shell
    } else {
        Command::new(program)
    };
    let output = command.args(["check", "--lang", "en", "--templates"]).arg(templates).arg(folder).output();
    let output = output.expect("program");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), started.elapsed())
}

/// What is wrong with what came of a file, if anything.
fn fault((what, make, verdict): &File) -> Option<String> {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("so-lieu.xlsx"), make()).expect("file");
    // To look at the files, or measure them.
    if let Some(keep) = std::env::var_os("KEEP_HOSTILE") {
        let name = what.replace([' ', ',', '.'], "-");
        let kept = Path::new(&keep).join(name);
        std::fs::create_dir_all(&kept).expect("folder");
        std::fs::copy(folder.path().join("so-lieu.xlsx"), kept.join("so-lieu.xlsx")).expect("copy");
    }
    let (status, said, taken) = checked(folder.path());
    let start: String = said.chars().take(400).collect();
    let expected = match verdict {
        Verdict::Refused(code) => status == Some(1) && said.contains(code),
        Verdict::Error => status == Some(1),
        Verdict::Bounded => matches!(status, Some(0 | 1)),
    };
    let is_short = said.len() < 100_000 && !said.contains("panicked");
    (!expected || !is_short).then(|| format!("{what}: {status:?} after {taken:?}, {} bytes said: {start}", said.len()))
}

#[test]
fn hostile_workbooks_are_refused_with_a_sentence() {
    let files = files();
    let found = Mutex::new(Vec::new());
    let next = Mutex::new(files.iter());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(file) = { next.lock().expect("lock").next() } {
                    if let Some(fault) = fault(file) {
                        found.lock().expect("lock").push(fault);
                    }
                }
            });
        }
    });
    let found = found.into_inner().expect("lock");
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), files.len(), found.join("\n"));
}

#[test]
fn a_rewritten_but_honest_workbook_is_read() {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("so-lieu.xlsx"), packed(parts())).expect("file");
    let (status, said, _) = checked(folder.path());
    assert_eq!(status, Some(0), "{said}");
}
