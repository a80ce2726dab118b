//! Hundreds of plans in one run, all different: documents per second, and the most memory held.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, peak_memory_of, variety};

/// The larger batch; the smaller ones show whether memory grows with the number.
const SIZES: [usize; 3] = [50, 100, 500];

/// Writes the plans and builds them.
pub fn measure(folder: &Path) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = variety::real(root)?;
    let plans: Vec<PathBuf> = (0..SIZES[2]).map(|n| folder.join(format!("plans/ke-hoach-{n:03}"))).collect();
    for (n, plan) in plans.iter().enumerate() {
        variety::write_plan(&real, n as u64, plan)?;
    }
    println!("\nbatch of distinct plans, {} cores:", thread::available_parallelism()?);
    for size in SIZES {
        let output = folder.join("batch-output");
        let (time, peak) = run(root, &plans[..size], &output)?;
        let speed = size as f64 / time.as_secs_f64();
        let peak = peak.map_or_else(|| "unknown".to_owned(), |peak| format!("{peak:.0} MiB"));
        println!(
            "{size:>4} plans: {speed:>6.1} documents a second (wanted 40), peak memory {peak} (wanted at most 400)"
        );
        fs::remove_dir_all(output)?;
    }
    Ok(())
}

/// One batch as a process of its own; its time and its peak of memory.
fn run(root: &Path, plans: &[PathBuf], output: &Path) -> Outcome<(Duration, Option<f64>)> {
    let started = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.current_dir(root).args(["build", "--quiet", "--lang", "en", "--output"]).arg(output).args(plans);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    let (id, mut peak) = (child.id().to_string(), None);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak = peak_memory_of(&id).or(peak);
        thread::sleep(Duration::from_millis(5));
    };
    let taken = started.elapsed();
    let built = fs::read_dir(output)?.count();
    if !status.success() || built != plans.len() {
        return Err(format!("{built} of {} documents built, {status}", plans.len()).into());
    }
    Ok((taken, peak))
}
