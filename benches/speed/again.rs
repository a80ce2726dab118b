//! The document again after one figure changed, in a process that goes on running: what a watch does.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use vanban::finding::outcome::Failure;
use vanban::input::folder;
use vanban::input::templates::{self, Templates};
use vanban::product::pages::fonts::{self, Fonts};
use vanban::product::pages::typesetter;

use crate::{Outcome, median, millis, once, peak_memory, variety};

/// As the watch has it.
const KEPT: usize = 3;
/// Builds in a row, to see whether memory grows.
const MANY: u64 = 200;

/// Cold builds and builds again, in turn.
pub fn measure(folder: &Path, rounds: usize) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = variety::real(root)?;
    let input = folder.join("again/ke-hoach-2024");
    fs::create_dir_all(&input)?;
    let desk = Desk {
        templates: templates::read_templates(&root.join("templates")).map_err(explain)?,
        fonts: fonts::read_fonts(&[root.join("templates/fonts")]).map_err(explain)?,
        output: folder.join("again-output"),
    };
    let again = |value: u64| -> Outcome<Duration> {
        fs::write(input.join("so-lieu.xlsx"), variety::one_figure(&real, value)?)?;
        desk.build(&input)
    };
    for value in 0..3 {
        again(300 + value)?;
    }
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.current_dir(root).args(["build", "--quiet", "--lang", "en", "--output"]);
        cold.push(once(command.arg(folder.join("again-cold")).arg(&input))?);
        warm.push(again(400 + round as u64)?);
    }
    let (cold, warm) = (millis(median(&mut cold)), millis(median(&mut warm)));
    println!("\nwhole cold process:          median {cold:>7.1} ms of {rounds}");
    println!(
        "again, one figure changed:   median {warm:>7.1} ms, {:.2} of the cold build (wanted at most 0.45)",
        warm / cold
    );
    let before = peak_memory();
    for value in 0..MANY {
        again(1000 + value)?;
    }
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        println!("peak memory of {rounds} builds: {before:.1} MiB; of {MANY} more: {after:.1} MiB");
    }
    Ok(())
}

struct Desk {
    templates: Templates,
    fonts: Fonts,
    output: std::path::PathBuf,
}

impl Desk {
    /// Everything from the workbook on the disk to the finished folder on the disk.
    fn build(&self, input: &Path) -> Outcome<Duration> {
        let started = Instant::now();
        let inputs = folder::read_inputs(input).map_err(explain)?;
        let verified = vanban::input::verify::verify(&inputs, &self.templates).map_err(explain)?.output;
        let product = vanban::product::build::build(&verified, &self.templates, &self.fonts).map_err(explain)?.output;
        vanban::product::publish::write(&self.output.join("ke-hoach-2024"), &product.files).map_err(explain)?;
        let taken = started.elapsed();
        drop(product);
        typesetter::forget(KEPT);
        Ok(taken)
    }
}

fn explain(failure: Failure) -> String {
    format!("{:?}", failure.findings())
}
