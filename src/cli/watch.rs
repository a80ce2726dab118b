//! `vanban watch`: builds again whenever a workbook or a template is saved.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::cli::build_one::{self, isolated, make, seconds};
use crate::cli::options::Options;
use crate::cli::report::Report;
use crate::cli::resources::{self, Resources};
use crate::cli::stamps::{self, Watched};
use crate::cli::{BUILT, FAILED};
use crate::finding::code::Effect;
use crate::finding::outcome::Failure;
use crate::input::disk;
use crate::product::file_names;
use crate::product::ledger::format::{self, Ledger};
use crate::product::pages::typesetter;
use crate::versions::diff::data;
use crate::versions::diff::text;
use crate::versions::diff::version::Version;

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(250);
/// Between two looks whether to stop.
const NAP: Duration = Duration::from_millis(50);
/// So long a workbook may be locked or half written before that is called a fault.
const PATIENCE: Duration = Duration::from_secs(3);
/// Results that so many builds in a row had no use for are forgotten.
const KEPT: usize = 3;
/// Builds, and builds again after every change until it is stopped; the exit code.
pub fn run(options: &Options) -> u8 {
    let stop = stop_flag();
    let mut watch = match Watch::start(options) {
        Ok(watch) => watch,
        Err(failure) => {
            options.report(failure.findings());
            return FAILED;
        }
    };
    while !stop.load(Ordering::Relaxed) {
        watch.round();
        let rest = Instant::now();
        while rest.elapsed() < PAUSE && !stop.load(Ordering::Relaxed) {
            thread::sleep(NAP);
        }
    }
    options.say("watch-stopped", &[("output", options.output.display().to_string())]);
    BUILT
}

/// Raised by Ctrl-C; a second Ctrl-C ends the program at once.
fn stop_flag() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Without a handler the signal ends the program as it always did; files stay whole either way.
        let _ = flag::register_conditional_shutdown(signal, i32::from(FAILED), stop.clone());
        let _ = flag::register(signal, stop.clone());
    }
    stop
}

struct Watch<'a> {
    options: &'a Options,
    resources: Resources,
    templates: Watched,
    documents: BTreeMap<PathBuf, Document>,
    /// Rounds in which something was built.
    rounds: usize,
}

/// One input folder.
struct Document {
    files: Watched,
    /// What was last built, by this run or an earlier one.
    built: Option<Ledger>,
    /// What has been said of a workbook that is still being saved.
    told: Told,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    Nothing,
    Waiting,
    Fault,
}

impl<'a> Watch<'a> {
    fn start(options: &'a Options) -> Result<Self, Failure> {
        let resources = Resources::load(options)?;
        let mut templates = Watched::new(stamps::of_templates(&template_folders(options)));
        templates.settle();
        let documents = resources::input_folders(options)?.into_iter().map(|folder| document(folder, options));
        Ok(Self { options, resources, templates, documents: documents.collect(), rounds: 0 })
    }

    /// One look at all files, and what follows from it.
    fn round(&mut self) {
        let mut reports = Vec::new();
        self.look_for_folders();
        self.templates.look(stamps::of_templates(&template_folders(self.options)));
        if self.templates.is_due() {
            reports.extend(self.reload());
        }
        for (folder, document) in &mut self.documents {
            if document.files.look(stamps::of_inputs(folder)) {
                document.told = Told::Nothing;
            }
            if document.files.is_due() {
                reports.extend(document.build(folder, self.options, &self.resources));
                typesetter::forget(KEPT);
            }
        }
        if !reports.is_empty() {
            self.print(&reports);
        }
    }

    /// Folders come and go; while they cannot be listed, the known ones are watched.
    fn look_for_folders(&mut self) {
        let Ok(folders) = resources::input_folders(self.options) else { return };
        self.documents.retain(|folder, _| folders.contains(folder));
        for folder in folders {
            if !self.documents.contains_key(&folder) {
                let (folder, document) = document(folder, self.options);
                self.documents.insert(folder, document);
            }
        }
    }

    /// Reads the templates again; all documents are to be built anew.
    fn reload(&mut self) -> Option<Report<'a>> {
        self.templates.settle();
        match Resources::load(self.options) {
            Ok(resources) => {
                self.resources = resources;
                self.documents.values_mut().for_each(|document| document.files.renew());
                None
            }
            Err(failure) => {
                let mut report = Report::new(self.options);
                report.findings(failure.findings());
                Some(report)
            }
        }
    }

    /// On a terminal in the place of what stood there, elsewhere below it.
    fn print(&mut self, reports: &[Report]) {
        let is_terminal = std::io::stdout().is_terminal();
        if is_terminal && self.rounds > 0 {
            // A terminal that has gone away needs no cleaning.
            let _ = std::io::stdout().write_all(b"\x1b[2J\x1b[H");
        }
        reports.iter().for_each(Report::print);
        if is_terminal || self.rounds == 0 {
            self.options.say("watch-waits", &[("count", self.documents.len().to_string())]);
        }
        self.rounds += 1;
    }
}

fn template_folders(options: &Options) -> Vec<PathBuf> {
    [vec![options.templates.clone()], options.font_paths.clone()].concat()
}

fn document(folder: PathBuf, options: &Options) -> (PathBuf, Document) {
    let files = Watched::new(stamps::of_inputs(&folder));
    // Without a readable ledger of an earlier run there is nothing to compare with.
    let path = options.output.join(folder.file_name().unwrap_or_default()).join(file_names::LEDGER);
    let built = disk::read_file(&path).and_then(|bytes| format::read(&bytes, &path.display().to_string())).ok();
    (folder, Document { files, built, told: Told::Nothing })
}

impl Document {
    /// Builds the document; what there is to say about it, if anything.
    fn build<'a>(&mut self, folder: &Path, options: &'a Options, resources: &Resources) -> Option<Report<'a>> {
        let started = Instant::now();
        let mut report = Report::new(options);
        let mut details = Report::new(options);
        match isolated(folder, || make(folder, options, resources, &mut details)) {
            Err(failure) if is_unfinished(&failure) => return self.wait(folder, &failure, report),
            Err(failure) => build_one::refuse(folder, &failure, &mut report),
            Ok((product, warnings)) => {
                let time = seconds(started.elapsed(), options);
                report.insist("watch-built", &[("folder", folder.display().to_string()), ("seconds", time)]);
                report.findings(&warnings);
                if let Some(product) = product {
                    self.compare(product.ledger, &mut report, options);
                }
            }
        }
        self.files.settle();
        self.told = Told::Nothing;
        Some(report)
    }

    /// The workbook is locked or half written: it is tried again and again, and that is said once; if it
    /// stays so, that is said too.
    fn wait<'a>(&mut self, folder: &Path, failure: &Failure, mut report: Report<'a>) -> Option<Report<'a>> {
        let now = if self.files.rests() < PATIENCE { Told::Waiting } else { Told::Fault };
        if now <= self.told {
            return None;
        }
        self.told = now;
        match now {
            Told::Fault => build_one::refuse(folder, failure, &mut report),
            _ => report.insist("watch-unfinished", &[("folder", folder.display().to_string())]),
        }
        Some(report)
    }

    /// Says what changed since the document was last built.
    fn compare(&mut self, new: Ledger, report: &mut Report, options: &Options) {
        if let Some(old) = self.built.replace(new.clone()) {
            let difference = data::diff(&Version::built(old), &Version::built(new));
            let messages = &options.messages;
            let (old, new) = (messages.text("watch-old", &[]), messages.text("watch-new", &[]));
            let text = text::text(&difference, (&old, &new), messages, options.colour);
            report.result(text.trim_end());
        }
    }
}

fn is_unfinished(failure: &Failure) -> bool {
    failure.findings().iter().any(|finding| finding.code.has(Effect::Unfinished))
}
