//! `vanban diff`: two sides in, what changed out.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use crate::cli::around;
use crate::cli::common::{self, Common};
use crate::cli::exit::Exit;
use crate::cli::help::{Help, path};
use crate::cli::issued_state;
use crate::cli::terminal::Terminal;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::templates::{self, Templates};
use crate::input::{disk, folder, verify};
use crate::product::ledger::format;
use crate::product::{file_names, publish};
use crate::versions::diff::change::Difference;
use crate::versions::diff::version::Version;
use crate::versions::diff::{data, text, workbook};
use crate::versions::{kept, records};

/// What is typed.
pub(crate) const NAME: &str = "diff";

/// What is compared, and how it is told.
pub(crate) struct Diff {
    old: PathBuf,
    new: PathBuf,
    format: Format,
}

/// What becomes of the answer.
#[derive(Clone, Copy)]
enum Format {
    Text,
    Json,
    Workbook,
}

impl Diff {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let sides = Arg::new("sides").value_names([help.value("OLD"), help.value("NEW")]).num_args(2).required(true);
        let command = help.command(NAME, &["help-diff-exit-codes"]).arg(path(sides.help(help.text("help-sides"))));
        command.arg(help.format("text|json|xlsx", ["text", "json", "xlsx"], "help-format"))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        let mut sides = common::paths(given, "sides").into_iter();
        let mut next = || sides.next().unwrap_or_default();
        let format = match given.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("xlsx") => Format::Workbook,
            _ => Format::Text,
        };
        Self { old: next(), new: next(), format }
    }

    /// Compares the two sides and prints what changed; the exit code.
    pub(crate) fn run(&self, common: &Common, terminal: &Terminal) -> Exit {
        let Some(difference) = self.difference(common, terminal) else { return Exit::Failed };
        self.tell_replaced(terminal);
        match self.print(&difference, common, terminal) {
            Ok(()) if difference.is_empty() => Exit::AGREES,
            Ok(()) => Exit::DIFFERS,
            Err(failure) => terminal.refuse(&failure),
        }
    }

    /// What changed; nothing if a side cannot be read, which is then said.
    fn difference(&self, common: &Common, terminal: &Terminal) -> Option<Difference> {
        let paths = [&self.old, &self.new];
        let sides = paths.map(|path| Side::find(path));
        let has_inputs = sides.iter().any(|side| matches!(side, Side::Inputs(_)));
        let templates = has_inputs.then(|| templates::read_templates(&common.templates)).transpose();
        let templates = templates.map_err(|failure| terminal.report(failure.findings())).ok()?;
        let read = |side: &Side| side.read(templates.as_ref(), &common.output);
        // The two are read side by side; what is wrong with either is said in their order.
        let read = std::thread::scope(|scope| {
            let first = scope.spawn(|| read(&sides[0]));
            let second = read(&sides[1]);
            [first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), second]
        });
        let [old, new] =
            [0, 1].map(|at| read[at].as_ref().map_err(|failure| refuse(paths[at], failure, terminal)).ok());
        Some(data::diff(old?, new?))
    }

    /// Says of a side that was issued, and replaced since, that it was: talk, beside the answer.
    fn tell_replaced(&self, terminal: &Terminal) {
        for path in [&self.old, &self.new] {
            // A record that cannot be read was told by then.
            if let Ok(Some(record)) = records::state(path)
                && let Some(replaced) = record.replaced
            {
                terminal.talk(&issued_state::replaced(&record, replaced, &terminal.messages));
            }
        }
    }

    fn print(&self, difference: &Difference, common: &Common, terminal: &Terminal) -> Result<(), Failure> {
        match self.format {
            Format::Text => {
                let names = (&*self.old.display().to_string(), &*self.new.display().to_string());
                terminal.print(&text::text(difference, names, &terminal.messages, terminal.colour));
            }
            Format::Json => {
                terminal.result(serde_json::to_string_pretty(difference).map_err(|error| trouble(&error))?);
            }
            Format::Workbook => self.workbook(difference, common, terminal)?,
        }
        Ok(())
    }

    /// Writes `so-sanh.xlsx` into the output folder of the document.
    fn workbook(&self, difference: &Difference, common: &Common, terminal: &Terminal) -> Result<(), Failure> {
        let bytes = workbook::write(difference, &terminal.messages).map_err(|error| trouble(&error))?;
        let new = self.new.as_path();
        let folder = folder::named(if is_ledger(new) { new.parent().unwrap_or(new) } else { new });
        let name = folder.file_name().unwrap_or_default();
        let target = common.output.join(name);
        publish::write(&target, &[(file_names::COMPARISON.to_owned(), bytes)].into())?;
        terminal.say("diff-written", &[]);
        terminal.result(target.join(file_names::COMPARISON).display());
        Ok(())
    }
}

/// The version that a path names: an input folder, a ledger, or the folder that holds one.
///
/// # Errors
/// When it cannot be read, or its inputs are refused.
pub(crate) fn version(path: &Path, templates: &Templates, output: &Path) -> Result<Version, Failure> {
    Side::find(path).read(Some(templates), output)
}

fn is_ledger(path: &Path) -> bool {
    path.is_file() && !folder::is_workbook(path)
}

fn refuse(path: &Path, failure: &Failure, terminal: &Terminal) {
    terminal.report(failure.findings());
    terminal.insist("diff-refused", &[("side", path.display().to_string())]);
}

/// What a path names.
enum Side {
    Ledger(PathBuf),
    Inputs(PathBuf),
}

impl Side {
    fn find(path: &Path) -> Self {
        let inside = path.join(file_names::LEDGER);
        match (is_ledger(path), inside.is_file()) {
            (true, _) => Self::Ledger(path.to_owned()),
            (false, true) => Self::Ledger(inside),
            (false, false) => Self::Inputs(folder::named(path)),
        }
    }

    fn read(&self, templates: Option<&Templates>, output: &Path) -> Result<Version, Failure> {
        match (self, templates) {
            (Self::Inputs(folder), Some(templates)) => of_inputs(folder, templates, output),
            (Self::Ledger(path) | Self::Inputs(path), _) => read_ledger(path).map(Version::built),
        }
    }
}

/// Reads a ledger from the disk.
///
/// # Errors
/// A file that cannot be read, or is no ledger.
pub(crate) fn read_ledger(path: &Path) -> Result<format::Ledger, Failure> {
    format::read(&disk::read_file(path)?, &path.display().to_string())
}

/// Reads and checks an input folder; its pages, if the output folder holds the same document.
fn of_inputs(folder: &Path, templates: &Templates, output: &Path) -> Result<Version, Failure> {
    let inputs = folder::read_inputs(folder)?;
    // What was issued is read by the definition and templates that its record keeps.
    let record = records::state(folder)?;
    let kept = record.as_ref().map(kept::templates).transpose()?.flatten();
    let templates = kept.as_ref().unwrap_or(templates);
    let verified = verify::verify_among(&inputs, templates, &around::around(folder))?.output;
    let version = Version::of_inputs(&verified, templates)?;
    // An output folder without a readable ledger is one that cannot help.
    let built = read_ledger(&output.join(&inputs.name).join(file_names::LEDGER));
    Ok(built.map_or(version.clone(), |built| version.with_pages(built)))
}

fn trouble(error: &dyn std::error::Error) -> Failure {
    Finding::new(Code::WorkbookUnwritable, Place::Nowhere).with("detail", error).fails()
}
