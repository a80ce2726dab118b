//! `vanban diff`: two sides in, what changed out.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use crate::cli::FAILED;
use crate::cli::options::Options;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::messages::Messages;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk;
use crate::input::folder;
use crate::input::templates::{self, Templates};
use crate::product::file_names;
use crate::product::ledger::format;
use crate::versions::diff::change::Difference;
use crate::versions::diff::data;
use crate::versions::diff::text;
use crate::versions::diff::version::Version;
use crate::versions::diff::workbook;

/// Nothing differs.
const SAME: u8 = 0;
/// Something does.
const DIFFERENT: u8 = 1;

/// The arguments of the command; `below` is its help without usage and exit codes.
pub fn command(messages: &Messages, below: &str) -> Command {
    let text = |code: &str| messages.text(code, &[]);
    let (usage, codes) = (text("help-usage"), text("help-diff-exit-codes"));
    let sides = Arg::new("sides").value_names(["OLD", "NEW"]).num_args(2).required(true).help(text("help-sides"));
    let format = Arg::new("format").long("format").value_name("text|json|xlsx").default_value("text");
    let format = format.value_parser(["text", "json", "xlsx"]).hide_possible_values(true).hide_default_value(true);
    Command::new("diff")
        .about(text("help-diff"))
        .arg(sides.value_parser(clap::value_parser!(PathBuf)))
        .arg(format.help(text("help-format")))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{below}\n\n{codes}"))
        .disable_help_flag(true)
        .disable_version_flag(true)
}

/// Compares the two sides and prints what changed; the exit code.
pub fn run(matches: &ArgMatches, options: &Options) -> u8 {
    let paths: Vec<&PathBuf> = matches.get_many("sides").into_iter().flatten().collect();
    let [old, new] = paths[..] else { return FAILED };
    let format = matches.get_one::<String>("format").map_or("text", String::as_str);
    let Some(difference) = difference([old, new], options) else { return FAILED };
    match print(&difference, (old, new), format, options) {
        Ok(()) if difference.is_empty() => SAME,
        Ok(()) => DIFFERENT,
        Err(failure) => {
            options.report(failure.findings());
            FAILED
        }
    }
}

/// What changed; nothing if a side cannot be read, which is then said.
fn difference(paths: [&PathBuf; 2], options: &Options) -> Option<Difference> {
    let sides = paths.map(|path| Side::find(path));
    let has_inputs = sides.iter().any(|side| matches!(side, Side::Inputs(_)));
    let templates = has_inputs.then(|| templates::read_templates(&options.templates)).transpose();
    let templates = templates.map_err(|failure| options.report(failure.findings())).ok()?;
    let read = |side: &Side| side.read(templates.as_ref(), &options.output);
    // The two are read side by side; what is wrong with either is said in their order.
    let read = std::thread::scope(|scope| {
        let first = scope.spawn(|| read(&sides[0]));
        let second = read(&sides[1]);
        [first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), second]
    });
    let [old, new] = [0, 1].map(|at| read[at].as_ref().map_err(|failure| refuse(paths[at], failure, options)).ok());
    Some(data::diff(old?, new?))
}

/// The version that a path names: an input folder, a ledger, or the folder that holds one.
///
/// # Errors
/// When it cannot be read, or its inputs are refused.
pub fn version(path: &Path, templates: &Templates, output: &Path) -> Result<Version, Failure> {
    Side::find(path).read(Some(templates), output)
}

fn refuse(path: &Path, failure: &Failure, options: &Options) {
    options.report(failure.findings());
    eprintln!("{}", options.messages.text("diff-refused", &[("side", path.display().to_string())]));
}

/// What a path names.
enum Side {
    Ledger(PathBuf),
    Inputs(PathBuf),
}

impl Side {
    fn find(path: &Path) -> Self {
        let inside = path.join(file_names::LEDGER);
        match (path.is_file(), inside.is_file()) {
            (true, _) => Self::Ledger(path.to_owned()),
            (false, true) => Self::Ledger(inside),
            (false, false) => Self::Inputs(path.to_owned()),
        }
    }

    fn read(&self, templates: Option<&Templates>, output: &Path) -> Result<Version, Failure> {
        match (self, templates) {
            (Self::Inputs(folder), Some(templates)) => of_inputs(folder, templates, output),
            (Self::Ledger(path) | Self::Inputs(path), _) => read_ledger(path).map(Version::built),
        }
    }
}

fn read_ledger(path: &Path) -> Result<format::Ledger, Failure> {
    format::read(&disk::read_file(path)?, &path.display().to_string())
}

/// Reads and checks an input folder; its pages, if the output folder holds the same document.
fn of_inputs(folder: &Path, templates: &Templates, output: &Path) -> Result<Version, Failure> {
    let inputs = folder::read_inputs(folder)?;
    let verified = crate::input::verify::verify(&inputs, templates)?.output;
    let version = Version::of_inputs(&verified, templates)?;
    // An output folder without a readable ledger is one that cannot help.
    let built = read_ledger(&output.join(&inputs.name).join(file_names::LEDGER));
    Ok(built.map_or(version.clone(), |built| version.with_pages(built)))
}

fn print(difference: &Difference, (old, new): (&Path, &Path), format: &str, options: &Options) -> Result<(), Failure> {
    let names = (old.display().to_string(), new.display().to_string());
    let text = match format {
        "json" => serde_json::to_string_pretty(difference).map_err(|error| trouble(&error))? + "\n",
        "xlsx" => return workbook(difference, new, options),
        _ => text::text(difference, (&names.0, &names.1), &options.messages, options.colour),
    };
    // Whoever reads may stop reading; that is no fault of the comparison.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}

/// Writes `so-sanh.xlsx` into the output folder of the document.
fn workbook(difference: &Difference, new: &Path, options: &Options) -> Result<(), Failure> {
    let bytes = workbook::write(difference, &options.messages).map_err(|error| trouble(&error))?;
    let folder = if new.is_file() { new.parent().unwrap_or(new) } else { new };
    let name = folder.file_name().unwrap_or_default();
    let target = options.output.join(name);
    crate::product::publish::write(&target, &[(file_names::COMPARISON.to_owned(), bytes)].into())?;
    options.say("diff-written", &[]);
    println!("{}", target.join(file_names::COMPARISON).display());
    Ok(())
}

fn trouble(error: &dyn std::error::Error) -> Failure {
    Finding::new(Code::WorkbookUnwritable, Place::Nowhere).with("detail", error).fails()
}
