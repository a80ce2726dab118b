//! Speed and memory of the real document, as ratios of what was measured in the same run.
//!
//! `cargo bench --bench speed [-- PART… ROUNDS]`; the parts are `cold` (a whole process, beside the stock
//! Typst compiler), `again` (the same document in a running process, one figure changed), `batch` (500
//! plans), `rows` (tables of up to 20,000 rows) and `sign` (signatures). The stock `typst` (0.15.1, `cargo install typst-cli`) is looked for on the PATH or in the variable
//! TYPST; without it that comparison is skipped with a message.

mod again;
mod batch;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../tests/suite/support/pki.rs"]
mod pki;
mod rows;
mod seal;
#[path = "../../tests/suite/support/server.rs"]
mod server;
mod variety;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use vanban::input::folder;
use vanban::input::templates;
use vanban::input::verify::verify;
use vanban::product::appendix;
use vanban::product::form;
use vanban::product::pages::fonts;
use vanban::product::pages::typesetter;
use vanban::product::prose::narrative;
use vanban::product::workbook;
use vanban::xlsx::hash;

/// What the tests' certificates need of the rest of the tests.
mod common {
    pub fn root() -> std::path::PathBuf {
        env!("CARGO_MANIFEST_DIR").into()
    }
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let is_named = |part: &str| arguments.iter().any(|argument| argument == part);
    if is_named("--stages") {
        return stages();
    }
    let rounds = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(31);
    let all = !["cold", "again", "batch", "rows", "sign"].iter().any(|part| is_named(part));
    let folder = std::env::temp_dir().join(format!("vanban-bench-{}", std::process::id()));
    let run = |part: &str, work: &dyn Fn() -> Outcome<()>| if all || is_named(part) { work() } else { Ok(()) };
    let result = run("cold", &|| compare(&folder, rounds))
        .and_then(|()| run("again", &|| again::measure(&folder, rounds)))
        .and_then(|()| run("batch", &|| batch::measure(&folder)))
        .and_then(|()| run("rows", &|| rows::measure(rounds)))
        .and_then(|()| run("sign", &|| seal::measure(&folder)));
    let _ = std::fs::remove_dir_all(&folder);
    result
}

/// The whole cold process beside the stock compiler, in pairs.
fn compare(folder: &Path, rounds: usize) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.current_dir(root).args(["--quiet", "--lang", "en", "--output"]).arg(folder);
        command
    };
    once(&mut own())?;
    let source = folder.join("ke-hoach-2024/source");
    let typst = std::env::var_os("TYPST").map_or_else(|| PathBuf::from("typst"), PathBuf::from);
    let stock = || {
        let mut command = Command::new(&typst);
        command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2a,ua-1", "--features", "a11y-extras"]);
        command.arg("--font-path").arg(root.join("templates/fonts")).arg("--root").arg(&source);
        command.arg(source.join("main.typ")).arg(folder.join("stock.pdf"));
        command
    };
    let has_stock = Command::new(&typst).arg("--version").stdout(Stdio::null()).status().is_ok();
    if !has_stock {
        println!("stock typst: not found, its part is skipped (cargo install typst-cli --version 0.15.1 --locked)");
    }
    let (mut ours, mut theirs, mut ratios) = in_pairs(own, has_stock.then_some(stock), rounds)?;
    let compared = compared(root, rounds)?;
    println!("vanban, whole cold process:  median {:>7.1} ms of {rounds}", millis(median(&mut ours)));
    let built = millis(median(&mut ours));
    println!(
        "vanban diff, two folders:    median {compared:>7.1} ms, {:.2} of a build (wanted at most 0.20)",
        compared / built
    );
    if has_stock {
        println!("typst compile, same pages:   median {:>7.1} ms", millis(median(&mut theirs)));
        ratios.sort_by(f64::total_cmp);
        println!("ratio of pairs:              median {:>7.2} (wanted at most 1.00)", ratios[ratios.len() / 2]);
    }
    let mut peaks =
        (0..rounds.min(11)).filter_map(|_| watched(&mut own()).transpose()).collect::<Outcome<Vec<f64>>>()?;
    peaks.sort_by(f64::total_cmp);
    if let Some(peak) = peaks.get(peaks.len() / 2) {
        println!("peak memory:                 median {peak:>7.1} MiB (wanted at most 72)");
    }
    print_stages(rounds.min(11))
}

/// Times of this program, of the other one where there is one, and the ratios of each pair.
type Pairs = (Vec<Duration>, Vec<Duration>, Vec<f64>);

fn in_pairs(own: impl Fn() -> Command, stock: Option<impl Fn() -> Command>, rounds: usize) -> Outcome<Pairs> {
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        // Alternating who goes first keeps drift out of the ratio.
        let (mine, other) = match (&stock, round % 2) {
            (None, _) => (once(&mut own())?, None),
            (Some(stock), 0) => (once(&mut own())?, Some(once(&mut stock())?)),
            (Some(stock), _) => {
                let other = once(&mut stock())?;
                (once(&mut own())?, Some(other))
            }
        };
        ours.push(mine);
        if let Some(other) = other {
            theirs.push(other);
            ratios.push(mine.as_secs_f64() / other.as_secs_f64());
        }
    }
    Ok((ours, theirs, ratios))
}

/// How long a comparison of two folders takes, in ms.
fn compared(root: &Path, rounds: usize) -> Outcome<f64> {
    let mut compared = Vec::new();
    for _ in 0..rounds {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        compared.push(once(command.current_dir(root).args(["diff", "inputs/ke-hoach-2024", "inputs/ke-hoach-2024"]))?);
    }
    Ok(millis(median(&mut compared)))
}

fn once(command: &mut Command) -> Outcome<Duration> {
    let started = Instant::now();
    let output = command.stdin(Stdio::null()).output()?;
    let taken = started.elapsed();
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(taken)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Runs the stages in fresh processes and prints the medians.
fn print_stages(rounds: usize) -> Outcome<()> {
    let mut table: Vec<(String, Vec<f64>)> = Vec::new();
    for _ in 0..rounds {
        let output = Command::new(std::env::current_exe()?).arg("--stages").output()?;
        for line in String::from_utf8(output.stdout)?.lines() {
            let (name, value) = line.split_once('\t').ok_or("no tab")?;
            match table.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => values.push(value.parse()?),
                None => table.push((name.to_owned(), vec![value.parse()?])),
            }
        }
    }
    println!("\nstages, one after another, each cold (medians of {rounds}):");
    let (mut all, mut typst) = (0.0, 0.0);
    for (name, values) in &mut table {
        values.sort_by(f64::total_cmp);
        let middle = values[values.len() / 2];
        all += middle;
        typst += if name.starts_with("Typst") { middle } else { 0.0 };
        println!("{name:<28} {middle:>7.2} ms");
    }
    println!("not Typst: {:.1} % of {all:.1} ms (wanted at most 15 %)", 100.0 * (all - typst) / all);
    Ok(())
}

/// One cold pass, stage by stage; prints `name<TAB>milliseconds`.
fn stages() -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fault = |failure: vanban::finding::outcome::Failure| format!("{:?}", failure.findings());
    let mut clock = Instant::now();
    let mut lap = |name: &str| {
        println!("{name}\t{}", millis(clock.elapsed()));
        clock = Instant::now();
    };
    let inputs = folder::read_inputs(&root.join("inputs/ke-hoach-2024")).map_err(fault)?;
    let templates = templates::read_templates(&root.join("templates")).map_err(fault)?;
    let fonts = fonts::read_fonts(&[root.join("templates/fonts")]).map_err(fault)?;
    lap("files and fonts");
    let verified = verify(&inputs, &templates).map_err(fault)?.output;
    lap("read and check");
    let dataset = &verified.checked.dataset;
    let folder = &templates.documents[&verified.template];
    let family = fonts.family().ok_or("no font")?;
    let form = form::build(&verified.document, dataset, appendix::build(&verified.document, dataset), family);
    let prose = narrative::render(&verified.document, dataset, &folder.narrative, "narrative").map_err(fault)?;
    vanban::product::prose::inspect::inspect_all(&folder.narrative, "narrative").map_err(fault)?;
    let sources = vanban::product::setting::sources(&form, &prose, folder, &templates).map_err(fault)?;
    lap("form and prose");
    let typesetter = typesetter::Typesetter::new(&sources, &fonts).map_err(fault)?;
    let pages = typesetter.layout().map_err(fault)?.output;
    lap("Typst: layout");
    let pdf = typesetter.pdf(&pages, "bench", typesetter::PdfKind::Document).map_err(fault)?;
    lap("Typst: PDF");
    let workbook = workbook::write(&form.appendices, &verified.checked, &form.meta, "bench")?;
    lap("workbook");
    let hashes = (hash::sha256(&pdf), hash::sha256(&workbook.bytes));
    assert_ne!(hashes.0, hashes.1);
    lap("hashes");
    Ok(())
}

/// The most memory this process has held, where the system tells (Linux).
fn peak_memory() -> Option<f64> {
    peak_memory_of("self")
}

/// The most memory that a process was seen to hold, asked again and again until it ends.
fn watched(command: &mut Command) -> Outcome<Option<f64>> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut peak = None;
    while child.try_wait()?.is_none() {
        peak = peak_memory_of(&child.id().to_string()).or(peak);
    }
    Ok(peak)
}

/// The most memory a process has held so far, in MiB.
fn peak_memory_of(process: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
