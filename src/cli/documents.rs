//! Many documents side by side, reported in their order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::build_one::{count, make, refuse, seconds};
use crate::cli::claims::Claims;
use crate::cli::common::Common;
use crate::cli::exit::Exit;
use crate::cli::progress::Progress;
use crate::cli::report::Report;
use crate::cli::resources::{self, Resources};
use crate::cli::terminal::Terminal;
use crate::cli::threads;
use crate::cli::work::{Job, Work};
use crate::finding::Severity;
use crate::finding::outcome::Failure;
use crate::product::pages::typesetter;

/// As the main thread has it.
const STACK: usize = 8 << 20;

#[derive(Default)]
struct Tally {
    built: usize,
    refused: usize,
    failed: usize,
    warnings: usize,
}

/// Does the work with every input folder that was named, or else with all there are; the exit code.
pub(crate) fn run(work: &Work, given: &[PathBuf], common: &Common, terminal: &Terminal) -> Exit {
    let found = Resources::load(common, work.need()).and_then(|r| Ok((r, resources::input_folders(given)?)));
    let (resources, inputs) = match found {
        Ok(found) => found,
        Err(failure) => return terminal.refuse(&failure),
    };
    let started = Instant::now();
    let claims = if work.is_issue() { Claims::of_issue(&inputs, &resources) } else { Claims::new(&inputs) };
    let (output, documents) = (common.output.as_path(), inputs.len());
    let job = Job { work, resources: &resources, output, documents, claims: Some(&claims) };
    let workers = common.jobs.unwrap_or_else(threads::cores).min(inputs.len());
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let tally = Run { terminal, job, inputs: &inputs, workers, next, done }.all();
    summarize(&tally, started.elapsed(), work, terminal);
    tally.exit()
}

fn summarize(tally: &Tally, time: Duration, work: &Work, terminal: &Terminal) {
    let args = [
        ("built", tally.built.to_string()),
        ("refused", tally.refused.to_string()),
        ("failed", tally.failed.to_string()),
        ("warnings", tally.warnings.to_string()),
        ("seconds", seconds(time, terminal.language)),
    ];
    let code = match work {
        Work::Check => "run-summary-check",
        Work::Write(_) => "run-summary",
    };
    terminal.say(code, &args);
}

/// One run over many folders.
struct Run<'a> {
    terminal: &'a Terminal,
    job: Job<'a>,
    inputs: &'a [PathBuf],
    /// How many are worked on side by side.
    workers: usize,
    /// The folder that is taken up next.
    next: AtomicUsize,
    /// How many are finished.
    done: AtomicUsize,
}

/// A finished document: its report, and how it ended.
struct Done<'a> {
    report: Report<'a>,
    /// How many warnings it has.
    outcome: Result<usize, Failure>,
}

impl<'a> Run<'a> {
    fn all(&self) -> Tally {
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            let start = |_| {
                let sender = sender.clone();
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || self.work(&sender)).is_ok()
            };
            // Where no thread is to be had, the work is done here.
            if (0..self.workers).map(start).filter(|started| *started).count() == 0 {
                self.work(&sender);
            }
            drop(sender);
            self.report(&receiver)
        })
    }

    /// Takes up one folder after the other until none is left.
    fn work(&self, sender: &Sender<(usize, Done<'a>)>) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(folder) = self.inputs.get(index) else { return };
            let done = self.document(index, folder);
            // The other side waits until everybody has finished.
            let _ = sender.send((index, done));
            self.forget();
        }
    }

    /// What was remembered of documents is kept until each worker has had its turn, so that the parts they
    /// share stay. At the end of the run there is no need to take it apart.
    fn forget(&self) {
        let done = 1 + self.done.fetch_add(1, Ordering::Relaxed);
        if done.is_multiple_of(self.workers) && self.next.load(Ordering::Relaxed) < self.inputs.len() {
            typesetter::forget(1);
        }
    }

    fn document(&self, index: usize, folder: &Path) -> Done<'a> {
        let mut report = Report::new(self.terminal);
        let name = folder.display().to_string();
        match self.inputs.len() {
            1 => report.say("run-start", &[("folder", name)]),
            total => {
                let (number, total) = ((index + 1).to_string(), total.to_string());
                report.say("run-start-of", &[("folder", name), ("number", number), ("total", total)]);
            }
        }
        let made = self.unique(index).and_then(|()| make(folder, &self.job, &mut report));
        self.job.claims.inspect(|claims| claims.release(index));
        let outcome = made.map(|(product, warnings)| {
            if self.next.load(Ordering::Relaxed) >= self.inputs.len() {
                // The program is about to end: taking the layout apart would only cost time.
                std::mem::forget(product);
            }
            count(&warnings, Severity::Warning)
        });
        if let Err(failure) = &outcome {
            refuse(folder, failure, &mut report);
        }
        Done { report, outcome }
    }

    fn unique(&self, index: usize) -> Result<(), Failure> {
        match self.job.work {
            Work::Check => Ok(()),
            Work::Write(_) => resources::unique(self.inputs, index),
        }
    }

    /// Prints the reports in the order of the folders, however they come in.
    fn report(&self, receiver: &Receiver<(usize, Done<'a>)>) -> Tally {
        let progress = Progress::new(self.terminal, self.inputs.len());
        let (mut tally, mut waiting, mut turn) = (Tally::default(), BTreeMap::new(), 0);
        progress.show(0);
        for (count, (index, done)) in receiver.iter().enumerate() {
            waiting.insert(index, done);
            progress.hide();
            while let Some(done) = waiting.remove(&turn) {
                done.report.print();
                tally.add(&done.outcome);
                turn += 1;
            }
            progress.show(count + 1);
        }
        progress.hide();
        tally
    }
}

impl Tally {
    fn exit(&self) -> Exit {
        match self {
            Self { failed: 1.., .. } => Exit::Failed,
            Self { refused: 1.., .. } => Exit::Refused,
            _ => Exit::Done,
        }
    }

    fn add(&mut self, outcome: &Result<usize, Failure>) {
        match outcome {
            Ok(_) => self.built += 1,
            Err(Failure::Refused(_)) => self.refused += 1,
            Err(Failure::Failed(_)) => self.failed += 1,
        }
        self.warnings += match outcome {
            Ok(warnings) => *warnings,
            Err(failure) => count(failure.findings(), Severity::Warning),
        };
    }
}
