//! `vanban watch`: builds again whenever a workbook or a template is saved.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::cli::build_one::{make, refuse, seconds};
use crate::cli::common::{self, Common};
use crate::cli::diff;
use crate::cli::exit::Exit;
use crate::cli::help::Help;
use crate::cli::report::Report;
use crate::cli::resources::{self, Resources};
use crate::cli::stamps::{self, Watched};
use crate::cli::terminal::Terminal;
use crate::cli::work::{Job, Work, Writing};
use crate::finding::code::Effect;
use crate::finding::outcome::Failure;
use crate::product::build::Appendices;
use crate::product::file_names;
use crate::product::ledger::format::Ledger;
use crate::product::pages::typesetter;
use crate::versions::diff::version::Version;
use crate::versions::diff::{data, text};

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(250);
/// Between two looks whether to stop.
const NAP: Duration = Duration::from_millis(50);
/// So long a workbook may be locked or half written before that is called a fault.
const PATIENCE: Duration = Duration::from_secs(3);
/// Results that so many builds in a row had no use for are forgotten.
const KEPT: usize = 3;

/// What is typed.
pub(crate) const NAME: &str = "watch";

/// What is watched; by default all there is.
pub(crate) struct Watch {
    inputs: Vec<PathBuf>,
    appendices: Appendices,
}

impl Watch {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        help.command(NAME, &["help-exit-codes"]).arg(common::inputs(help)).arg(common::attach_workbook(help))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        Self { inputs: common::given_inputs(given), appendices: common::given_appendices(given) }
    }

    /// Builds, and builds again after every change until it is stopped; the exit code.
    pub(crate) fn run(&self, common: &Common, terminal: &Terminal) -> Exit {
        let stop = stop_flag();
        let work = Work::Write(Writing { appendices: self.appendices, ..Writing::default() });
        let mut watching = match Watching::start(&work, &self.inputs, common, terminal) {
            Ok(watching) => watching,
            Err(failure) => return terminal.refuse(&failure),
        };
        while !stop.load(Ordering::Relaxed) {
            watching.round();
            let rest = Instant::now();
            while rest.elapsed() < PAUSE && !stop.load(Ordering::Relaxed) {
                thread::sleep(NAP);
            }
        }
        terminal.say("watch-stopped", &[("output", common.output.display().to_string())]);
        Exit::Done
    }
}

/// Raised by Ctrl-C; a second Ctrl-C ends the program at once.
fn stop_flag() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Without a handler the signal ends the program as it always did; files stay whole either way.
        let _ = flag::register_conditional_shutdown(signal, i32::from(Exit::Failed), stop.clone());
        let _ = flag::register(signal, stop.clone());
    }
    stop
}

/// A watch under way.
struct Watching<'a> {
    work: &'a Work,
    inputs: &'a [PathBuf],
    common: &'a Common,
    terminal: &'a Terminal,
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
    /// The files of that build, as far as they are there.
    written: Vec<PathBuf>,
    /// What has been said of a workbook that is still being saved.
    notice: Notice,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Notice {
    Nothing,
    Waiting,
    Fault,
}

impl<'a> Watching<'a> {
    fn start(
        work: &'a Work,
        inputs: &'a [PathBuf],
        common: &'a Common,
        terminal: &'a Terminal,
    ) -> Result<Self, Failure> {
        let resources = Resources::load(common, work.need())?;
        let mut templates = Watched::new(stamps::of_templates(&template_folders(common)));
        templates.settle();
        let folders = resources::input_folders(inputs)?;
        if let Some(failure) = (1..folders.len()).find_map(|index| resources::unique(&folders, index).err()) {
            return Err(failure);
        }
        let documents = folders.into_iter().map(|folder| (folder.clone(), Document::new(&folder, common))).collect();
        Ok(Self { work, inputs, common, terminal, resources, templates, documents, rounds: 0 })
    }

    /// One look at all files, and what follows from it.
    fn round(&mut self) {
        let mut reports = Vec::new();
        self.look_for_folders();
        self.templates.look(stamps::of_templates(&template_folders(self.common)));
        if self.templates.is_due() {
            reports.extend(self.reload());
        }
        let (resources, documents) = (&self.resources, self.documents.len());
        let job = Job { work: self.work, resources, output: &self.common.output, documents, claims: None };
        for (folder, document) in &mut self.documents {
            if document.files.look(stamps::of_inputs(folder)) {
                document.notice = Notice::Nothing;
            }
            if document.written.iter().any(|path| !path.exists()) {
                // Somebody has deleted what was made.
                document.written.clear();
                document.files.renew();
            }
            if document.files.is_due() {
                reports.extend(document.build(folder, &job, self.terminal));
                typesetter::forget(KEPT);
            }
        }
        if !reports.is_empty() {
            self.print(&reports);
        }
    }

    /// Folders come and go; while they cannot be listed, the known ones are watched.
    fn look_for_folders(&mut self) {
        let Ok(folders) = resources::input_folders(self.inputs) else { return };
        self.documents.retain(|folder, _| folders.contains(folder));
        for folder in folders {
            let document = |folder: &PathBuf| Document::new(folder, self.common);
            self.documents.entry(folder).or_insert_with_key(document);
        }
    }

    /// Reads the templates again; all documents are to be built anew.
    fn reload(&mut self) -> Option<Report<'a>> {
        self.templates.settle();
        match Resources::load(self.common, self.work.need()) {
            Ok(resources) => {
                self.resources = resources;
                self.documents.values_mut().for_each(|document| document.files.renew());
                None
            }
            Err(failure) => {
                let mut report = Report::new(self.terminal);
                report.findings(failure.findings());
                Some(report)
            }
        }
    }

    /// On a terminal in the place of what stood there, elsewhere below it.
    fn print(&mut self, reports: &[Report]) {
        let is_screen = self.terminal.is_screen();
        if is_screen && self.rounds > 0 {
            self.terminal.clear();
        }
        reports.iter().for_each(Report::print);
        if is_screen || self.rounds == 0 {
            self.terminal.say("watch-waits", &[("count", self.documents.len().to_string())]);
        }
        self.rounds += 1;
    }
}

fn template_folders(common: &Common) -> Vec<PathBuf> {
    [vec![common.templates.clone()], common.font_paths.clone()].concat()
}

impl Document {
    fn new(folder: &Path, common: &Common) -> Self {
        let files = Watched::new(stamps::of_inputs(folder));
        // Without a readable ledger of an earlier run there is nothing to compare with.
        let path = common.output.join(folder.file_name().unwrap_or_default()).join(file_names::LEDGER);
        let built = diff::read_ledger(&path).ok();
        Self { files, built, written: Vec::new(), notice: Notice::Nothing }
    }

    /// Builds the document; what there is to say about it, if anything.
    fn build<'a>(&mut self, folder: &Path, job: &Job, terminal: &'a Terminal) -> Option<Report<'a>> {
        let started = Instant::now();
        let mut report = Report::new(terminal);
        let mut details = Report::new(terminal);
        match make(folder, job, &mut details) {
            Err(failure) if is_unfinished(&failure) => return self.wait(folder, &failure, report),
            Err(failure) => refuse(folder, &failure, &mut report),
            Ok((product, warnings)) => {
                let time = seconds(started.elapsed(), terminal.language);
                report.insist("watch-built", &[("folder", folder.display().to_string()), ("seconds", time)]);
                report.findings(&warnings);
                if let Some(product) = product {
                    let target = job.output.join(folder.file_name().unwrap_or_default());
                    let files = product.files.keys().map(|name| target.join(name));
                    self.written = files.filter(|path| path.exists()).collect();
                    self.compare(product.ledger, &mut report);
                }
            }
        }
        self.files.settle();
        self.notice = Notice::Nothing;
        Some(report)
    }

    /// The workbook is locked or half written: it is tried again and again, and that is said once; if it
    /// stays so, that is said too.
    fn wait<'a>(&mut self, folder: &Path, failure: &Failure, mut report: Report<'a>) -> Option<Report<'a>> {
        let now = if self.files.rests() < PATIENCE { Notice::Waiting } else { Notice::Fault };
        if now <= self.notice {
            return None;
        }
        self.notice = now;
        match now {
            Notice::Fault => refuse(folder, failure, &mut report),
            _ => report.insist("watch-unfinished", &[("folder", folder.display().to_string())]),
        }
        Some(report)
    }

    /// Says what changed since the document was last built.
    fn compare(&mut self, new: Ledger, report: &mut Report) {
        if let Some(old) = self.built.replace(new.clone()) {
            let difference = data::diff(&Version::built(old), &Version::built(new));
            let messages = &report.terminal.messages;
            let (old, new) = (messages.text("watch-old", &[]), messages.text("watch-new", &[]));
            let text = text::text(&difference, (&old, &new), messages, report.terminal.colour);
            report.result(text.trim_end());
        }
    }
}

fn is_unfinished(failure: &Failure) -> bool {
    failure.findings().iter().any(|finding| finding.code.has(Effect::Unfinished))
}
