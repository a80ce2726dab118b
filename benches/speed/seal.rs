//! Signatures per second: many copies of the plan, one software key (RSA 2048), level b, in one process.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::pki::{LEADER, PASSWORD, Purpose, authorities, pkcs12, rsa};
use crate::{Outcome, once};

const COPIES: usize = 60;

/// Builds the plan, and signs its copies.
pub fn measure(folder: &Path) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let vanban = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.current_dir(root).args(["--quiet", "--lang", "en", "--output"]).arg(folder.join("sign-output"));
        command
    };
    once(vanban().args(["build", "inputs/ke-hoach-2024"]))?;
    let plan = fs::read(folder.join("sign-output/ke-hoach-2024/85-KH-UBND.pdf"))?;
    let files: Vec<_> = (0..COPIES).map(|n| folder.join(format!("sign-{n:02}.pdf"))).collect();
    files.iter().try_for_each(|file| fs::write(file, &plan))?;
    let (_, issuing) = authorities();
    let pair = rsa(2048);
    let own = issuing.issue(LEADER, &pair, Purpose::Signing, (-1, 60));
    let (key, password) = (folder.join("sign.p12"), folder.join("sign-password"));
    fs::write(&key, pkcs12(&pair, &[&own, &issuing.certificate]))?;
    fs::write(&password, PASSWORD)?;
    let mut sign = vanban();
    sign.arg("sign").args(&files).args(["--field", "leader", "--key"]).arg(&key).arg("--password-file").arg(&password);
    let taken = once(&mut sign)?;
    println!(
        "\nsignatures: {:>6.1} a second (wanted 20), {COPIES} files in one process",
        COPIES as f64 / taken.as_secs_f64()
    );
    Ok(())
}
