//! The program on a project folder of its own, as a clerk runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::common::root;

/// What of the templates a desk has.
const TEMPLATES: [&str; 3] = ["fonts", "nd30", "ke-hoach-giam-ngheo"];

/// A project folder of its own, with the form library, the plan and one input.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new(workbook: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let inputs = folder.path().join("inputs/ke-hoach");
        fs::create_dir_all(&inputs).expect("inputs");
        fs::write(inputs.join("so-lieu.xlsx"), workbook).expect("workbook");
        let desk = Self { folder };
        TEMPLATES.into_iter().for_each(|name| desk.take_template(name));
        desk
    }

    pub fn real() -> Self {
        Self::new(&fs::read(root().join("inputs/ke-hoach-2024/so-lieu.xlsx")).expect("input"))
    }

    /// Adds one of the shipped templates.
    pub fn take_template(&self, name: &str) {
        copy(&root().join("templates").join(name), &self.path("templates").join(name));
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
        command.current_dir(self.folder.path()).args(["--color", "never"]);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        let language = if arguments.contains(&"--lang") { &[][..] } else { &["--lang", "vi"] };
        self.command().args(arguments).args(language).output().expect("program")
    }

    pub fn outputs(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.path("output"), &self.path("output"), &mut files);
        files
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder") {
        let entry = entry.expect("entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copy");
        }
    }
}

pub fn gather(base: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(base, &path, files);
        } else {
            let name = path.strip_prefix(base).expect("inside").display().to_string();
            files.insert(name, fs::read(&path).expect("file"));
        }
    }
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
