//! When the files of a document were last saved.
//!
//! Looking at the files themselves, several times a second, works on network drives too, and however a
//! program saves: in place, or under another name that is then changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::input::folder;

/// A save is over when nothing has moved for so long.
const SETTLED: Duration = Duration::from_millis(200);

/// Time of the last change and size of each file.
pub(crate) type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// The workbooks of an input folder.
pub(crate) fn of_inputs(folder: &Path) -> Stamps {
    below(folder, false, &folder::is_workbook)
}

/// Templates and fonts in these folders.
pub(crate) fn of_templates(folders: &[PathBuf]) -> Stamps {
    folders.iter().flat_map(|folder| below(folder, true, &is_template)).collect()
}

fn is_template(path: &Path) -> bool {
    let known = ["typ", "j2", "toml", "ttf", "otf", "ttc"];
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~', '#']));
    !is_hidden && path.extension().is_some_and(|ext| known.iter().any(|known| ext.eq_ignore_ascii_case(known)))
}

/// The wanted files of a folder. What cannot be looked at is not there: a save may be under way.
fn below(folder: &Path, is_deep: bool, is_wanted: &dyn Fn(&Path) -> bool) -> Stamps {
    let mut stamps = Stamps::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if is_deep && path.is_dir() {
            stamps.extend(below(&path, true, is_wanted));
        } else if let (true, Ok(found)) = (is_wanted(&path), fs::metadata(&path)) {
            stamps.insert(path, (found.modified().ok(), found.len()));
        }
    }
    stamps
}

/// What has been seen of some files, and what was last worked on.
pub(crate) struct Watched {
    worked: Option<Stamps>,
    seen: Stamps,
    since: Instant,
}

impl Watched {
    /// Files as they stand; not yet worked on.
    pub(crate) fn new(stamps: Stamps) -> Self {
        Self { worked: None, seen: stamps, since: Instant::now() }
    }

    /// Takes a look; whether it shows something new.
    pub(crate) fn look(&mut self, stamps: Stamps) -> bool {
        let is_new = stamps != self.seen;
        if is_new {
            self.seen = stamps;
            self.since = Instant::now();
        }
        is_new
    }

    /// Whether there is something to work on that has come to rest.
    pub(crate) fn is_due(&self) -> bool {
        match &self.worked {
            None => true,
            Some(worked) => *worked != self.seen && self.rests() >= SETTLED,
        }
    }

    /// For how long nothing has moved.
    pub(crate) fn rests(&self) -> Duration {
        self.since.elapsed()
    }

    /// What has been seen is dealt with.
    pub(crate) fn settle(&mut self) {
        self.worked = Some(self.seen.clone());
    }

    /// All is to be worked on again.
    pub(crate) fn renew(&mut self) {
        self.worked = None;
    }
}
