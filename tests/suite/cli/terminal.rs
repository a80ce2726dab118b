//! Nobody listens: streams that were closed early, or that take nothing more.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::signed_files::key_file;
use crate::support::common::{New, edited, sources, text};
use crate::support::desk::Desk;
use crate::support::pki::{LEADER, PASSWORD};

/// Longer than any command takes, on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What becomes of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Somebody reads to the end.
    Read,
    /// As in `… | head -0`: the reader is gone before anything is said.
    Left,
    /// There was none from the beginning: `>&-`.
    Missing,
    /// The disk behind it has no room.
    Full,
}

impl Fate {
    fn stdio(self, log: File) -> Stdio {
        match self {
            Self::Left => std::io::pipe().expect("pipe").1.into(),
            Self::Full => File::options().write(true).open("/dev/full").expect("/dev/full").into(),
            Self::Read | Self::Missing => log.into(),
        }
    }

    /// How a shell lets go of stream `number`.
    fn redirection(self, number: u8) -> String {
        if self == Self::Missing { format!(" {number}>&-") } else { String::new() }
    }
}

/// What the command line is expected to do.
struct Case {
    arguments: &'static [&'static str],
    code: i32,
    /// Whether it has results to print.
    prints: bool,
    /// What it writes beside that.
    writes: Option<&'static str>,
    /// Its inputs, where they are not the real ones.
    workbook: Option<fn() -> Vec<u8>>,
}

const QUIET: Case = Case { arguments: &[], code: 0, prints: false, writes: None, workbook: None };
const LOUD: Case = Case { prints: true, ..QUIET };
const PDF: Option<&str> = Some("output/ke-hoach/85-KH-UBND.pdf");

const SIGN: &[&str] =
    &["sign", "cu/85-KH-UBND.pdf", "--key", "lanh-dao.p12", "--password-file", "mat-khau", "--field", "leader"];

fn cases() -> [Case; 17] {
    [
        Case { arguments: &["--help"], ..LOUD },
        Case { arguments: &["verify", "--help"], ..LOUD },
        Case { arguments: &["--version"], ..LOUD },
        Case { arguments: &["build"], writes: PDF, ..LOUD },
        Case { arguments: &["build", "--quiet"], writes: PDF, ..LOUD },
        Case { arguments: &["check"], ..QUIET },
        Case { arguments: &["issue", "inputs/ke-hoach"], writes: Some("inputs/ke-hoach/da-ban-hanh"), ..LOUD },
        Case { arguments: &["diff", "inputs/ke-hoach", "cu"], code: 1, ..LOUD },
        Case { arguments: &["diff", "inputs/ke-hoach", "inputs/ke-hoach", "--format", "json"], ..LOUD },
        Case {
            arguments: &["diff", "inputs/ke-hoach", "cu", "--format", "xlsx"],
            code: 1,
            writes: Some("output/cu/so-sanh.xlsx"),
            ..LOUD
        },
        Case { arguments: &["verify", "inputs/ke-hoach", "cu/85-KH-UBND.pdf"], code: 1, ..LOUD },
        Case { arguments: &["verify", "inputs/ke-hoach", "cu/85-KH-UBND.pdf", "--format", "json"], code: 1, ..LOUD },
        Case { arguments: SIGN, writes: Some("cu/85-KH-UBND-da-ky.pdf"), ..LOUD },
        Case { arguments: &["new", "inputs/moi"], writes: Some("inputs/moi/so-lieu.xlsx"), ..LOUD },
        Case { arguments: &["check"], code: 1, workbook: Some(refused), ..QUIET },
        Case { arguments: &["build", "khong-co"], code: 2, ..QUIET },
        Case { arguments: &["--khong-co"], code: 2, ..QUIET },
    ]
}

fn refused() -> Vec<u8> {
    edited(&[("Kinh phí", "E4", text("11.741"))]).workbooks["so-lieu.xlsx"].clone()
}

/// The real plan with other numbers of poor households.
fn changed() -> Vec<u8> {
    let edits = [("Hộ nghèo", "C5", "316"), ("Hộ nghèo", "C11", "2720"), ("Chỉ tiêu", "E2", "2720")];
    edited(&edits.map(|(sheet, cell, number)| (sheet, cell, New::Number(number)))).workbooks["so-lieu.xlsx"].clone()
}

/// The files of another version.
fn earlier() -> &'static BTreeMap<String, Vec<u8>> {
    static EARLIER: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    EARLIER.get_or_init(|| {
        let desk = Desk::new(&changed());
        assert_eq!(desk.run(&["build"]).status.code(), Some(0));
        desk.outputs()
    })
}

fn desk(case: &Case) -> Desk {
    let desk = case.workbook.map_or_else(Desk::real, |workbook| Desk::new(&workbook()));
    fs::create_dir(desk.path("cu")).expect("folder");
    for name in ["figures.json", "85-KH-UBND.pdf"] {
        fs::write(desk.path("cu").join(name), &earlier()[&format!("ke-hoach/{name}")]).expect("file");
    }
    if case.arguments == SIGN {
        fs::write(desk.path("lanh-dao.p12"), key_file(LEADER, 21)).expect("file");
        fs::write(desk.path("mat-khau"), PASSWORD).expect("file");
    }
    desk
}

/// How a run ended, and what could be read of it.
struct End {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(desk: &Desk, arguments: &[&str], out: Fate, err: Fate) -> End {
    let log = |name: &str| File::create(desk.path(name)).expect("log");
    let program = desk.command();
    // Only a shell starts a program without one of its streams.
    let script = format!("exec \"$0\" \"$@\"{}{}", out.redirection(1), err.redirection(2));
    let mut command = Command::new("sh");
    command.current_dir(desk.path("")).args(["-c", &script]).arg(program.get_program()).args(program.get_args());
    command.args(arguments).args(["--lang", "vi"].iter().filter(|_| !arguments.contains(&"--lang")));
    command.stdin(Stdio::null()).stdout(out.stdio(log("ket-qua"))).stderr(err.stdio(log("thong-bao")));
    let mut child = command.spawn().expect("program");
    let started = Instant::now();
    let code = loop {
        match child.try_wait().expect("program") {
            Some(status) => break status.code(),
            None if started.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(5)),
            None => {
                child.kill().expect("end");
                panic!("{arguments:?} does not come to an end");
            }
        }
    };
    let read = |name: &str| fs::read_to_string(desk.path(name)).expect("log");
    End { code, out: read("ket-qua"), err: read("thong-bao") }
}

/// Runs every command with streams of these fates; the exit code is `expected` of the case.
fn each(out: Fate, err: Fate, expected: impl Fn(&Case) -> i32, look: impl Fn(&Case, &End)) {
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let desk = desk(case);
            let end = run(&desk, case.arguments, out, err);
            look(case, &end);
            let written = case.writes.is_none_or(|name| desk.path(name).exists());
            let is_right = end.code == Some(expected(case)) && written;
            (!is_right).then(|| format!("{:?}: {:?}, written: {written}\n{}", case.arguments, end.code, end.err))
        })
        .collect();
    assert!(wrong.is_empty(), "output {out:?}, talk {err:?}:\n{}", wrong.join("\n"));
}

#[test]
fn the_cases_are_what_they_are_called() {
    each(Fate::Read, Fate::Read, |case| case.code, |case, end| assert_eq!(!end.out.is_empty(), case.prints));
}

/// `vanban … | head -0`: the work is done, and the reader has had what it wanted.
#[test]
fn a_reader_may_leave() {
    let silent = |case: &Case, end: &End| {
        assert!(!end.err.contains("stdout-unwritable"), "{:?}: {}", case.arguments, end.err);
    };
    each(Fate::Left, Fate::Read, |case| case.code, silent);
}

#[test]
fn nobody_need_listen() {
    let answered = |case: &Case, end: &End| assert_eq!(!end.out.is_empty(), case.prints, "{:?}", case.arguments);
    for fate in [Fate::Left, Fate::Missing, Fate::Full] {
        each(Fate::Read, fate, |case| case.code, answered);
    }
}

#[test]
fn both_may_be_gone() {
    each(Fate::Left, Fate::Left, |case| case.code, |_, _| {});
    each(Fate::Missing, Fate::Missing, |case| case.code, |_, _| {});
}

/// `vanban … > /dev/full`: what was asked for has not arrived, which is said, once.
#[test]
fn a_full_disk_is_said() {
    let said = |case: &Case, end: &End| {
        assert_eq!(end.err.matches("Không ghi được đầy đủ kết quả").count(), usize::from(case.prints), "{}", end.err);
    };
    let code = |case: &Case| if case.prints { 2 } else { case.code };
    each(Fate::Full, Fate::Read, code, said);
    each(Fate::Full, Fate::Full, code, |_, _| {});
    each(Fate::Full, Fate::Left, code, |_, _| {});
}

#[test]
fn a_full_disk_is_said_in_english_too() {
    let end = run(&Desk::real(), &["--help", "--lang", "en"], Fate::Full, Fate::Read);
    assert_eq!(end.code, Some(2));
    assert!(end.err.starts_with("error[stdout-unwritable]: The results could not be written in full"), "{}", end.err);
    let end = run(&Desk::real(), &["build", "--quiet", "--lang", "en"], Fate::Full, Fate::Read);
    let last = end.err.lines().last().unwrap_or_default();
    assert!(last.starts_with("error: The results could not be written in full"), "{}", end.err);
    assert_eq!((end.code, end.err.lines().count()), (Some(2), 6), "five warnings of the plan, and this: {}", end.err);
}

/// A watch goes on, whoever has stopped looking, until it is told to stop.
#[test]
fn a_watch_goes_on() {
    for fate in [Fate::Left, Fate::Full] {
        let desk = Desk::real();
        let stdio = || fate.stdio(File::create(desk.path("thong-bao")).expect("log"));
        let mut watch = desk.command().arg("watch").stdout(stdio()).stderr(stdio()).spawn().expect("program");
        let mut wait_for = |is_there: &dyn Fn() -> bool| {
            let started = Instant::now();
            while !is_there() {
                assert_eq!(watch.try_wait().expect("program"), None, "the watch has ended");
                assert!(started.elapsed() < PATIENCE, "nothing happens");
                std::thread::sleep(Duration::from_millis(20));
            }
        };
        let pdf = desk.path("output/ke-hoach/85-KH-UBND.pdf");
        wait_for(&|| pdf.is_file());
        let first = fs::read(&pdf).expect("document");
        fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), changed()).expect("workbook");
        wait_for(&|| fs::read(&pdf).is_ok_and(|now| now != first));
        let id = watch.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
        let code = watch.wait().expect("end").code();
        assert_eq!(code, Some(if fate == Fate::Full { 2 } else { 0 }));
    }
}

/// One file knows colours, and one how the screen is cleared: elsewhere nobody asks whether a terminal wants them.
#[test]
fn escape_sequences_come_from_two_files() {
    let sources = sources();
    let escaping: Vec<&String> =
        sources.iter().filter(|(_, text)| text.contains("\\x1b[")).map(|(name, _)| name).collect();
    assert_eq!(escaping, ["cli/terminal.rs", "finding/paint.rs"]);
}
