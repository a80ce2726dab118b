//! `vanban verify`: does a finished file say what the inputs say?

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use vanban::diagnostic::{Failure, Messages, Warned};
use vanban::issued::{self, Record};
use vanban::pdf_text::Unreadable;
use vanban::readback::{self, Finding, Reading, Remark};
use vanban::typeset::Fonts;
use vanban::{Product, Verified, attached, files, ledger};

use crate::resources::Resources;
use crate::{FAILED, Options};

/// Every file says what the inputs say.
const AGREES: u8 = 0;
/// At least one says something else.
const DIFFERS: u8 = 1;

/// So many differences of one file are listed.
const LISTED: usize = 100;

/// The arguments of the command; `below` is its help without usage and notes.
pub fn command(messages: &Messages, below: &str) -> Command {
    let text = |code: &str| messages.text(code, &[]);
    let (usage, notes) = (text("help-usage"), text("help-verify-notes"));
    let path = |name: &'static str| Arg::new(name).value_parser(clap::value_parser!(PathBuf));
    Command::new("verify")
        .about(text("help-verify"))
        .arg(path("folder").value_name("INPUT").required(true).help(text("help-verify-input")))
        .arg(path("files").value_name("FILE").num_args(0..).help(text("help-verify-files")))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{below}\n\n{notes}"))
        .disable_help_flag(true)
        .disable_version_flag(true)
}

/// Compares the files and prints what differs; the exit code.
pub fn run(matches: &ArgMatches, options: &Options) -> u8 {
    let Some(folder) = matches.get_one::<PathBuf>("folder") else { return FAILED };
    let given: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    match rebuild(folder, options).and_then(|built| built.answer(given, options)) {
        Ok(code) => code,
        Err(failure) => {
            options.report(failure.diagnostics());
            eprintln!("{}", options.messages.text("verify-failed", &[("folder", folder.display().to_string())]));
            FAILED
        }
    }
}

/// What the inputs give now, and what was issued before.
struct Rebuilt {
    verified: Verified,
    resources: Resources,
    /// With the workbook beside the PDF.
    beside: Product,
    /// With the workbook in the PDF, once it is asked for.
    attached: OnceCell<Product>,
    records: Vec<Record>,
    fonts: Fonts,
    output: PathBuf,
}

fn rebuild(folder: &Path, options: &Options) -> Result<Rebuilt, Failure> {
    let resources = Resources::load(options)?;
    let inputs = files::read_inputs(folder)?;
    let Warned { output: verified, .. } = vanban::verify(&inputs, &resources.templates)?;
    let fonts = resources.fonts()?.clone();
    let beside = vanban::build(&verified, &resources.templates, &fonts)?.output;
    let output = options.output.join(&inputs.name);
    let records = issued::records(folder)?;
    Ok(Rebuilt { verified, resources, beside, attached: OnceCell::new(), records, fonts, output })
}

impl Rebuilt {
    /// Compares the files given, else those of the document in the output folder.
    fn answer(&self, given: Vec<PathBuf>, options: &Options) -> Result<u8, Failure> {
        let paths = if given.is_empty() { self.own_files()? } else { given };
        let mut code = AGREES;
        for path in &paths {
            let answer = files::read_file(path).and_then(|bytes| self.look_at(path, &bytes, options));
            code = code.max(answer.unwrap_or_else(|failure| {
                options.report(failure.diagnostics());
                FAILED
            }));
        }
        Ok(code)
    }

    /// The files that a build would write now.
    fn own_files(&self) -> Result<Vec<PathBuf>, Failure> {
        let pdf = self.beside.ledger.outputs.iter().find(|file| file.file.ends_with(".pdf"));
        let standing = pdf.and_then(|file| files::read_file(&self.output.join(&file.file)).ok());
        let product = self.like(&standing.unwrap_or_default())?;
        let names = issued::names(product, &self.records, &self.output)?;
        let files = product.ledger.outputs.iter();
        Ok(files.map(|file| self.output.join(issued::revised(&file.file, product, names.revision))).collect())
    }

    /// What the inputs give, made the way in which this file was made.
    fn like(&self, bytes: &[u8]) -> Result<&Product, Failure> {
        if !bytes.starts_with(b"%PDF-") || attached::read(bytes).is_empty() {
            return Ok(&self.beside);
        }
        if let Some(product) = self.attached.get() {
            return Ok(product);
        }
        let (templates, attached) = (&self.resources.templates, vanban::Appendices::Attached);
        let product = vanban::build_with(&self.verified, templates, &self.fonts, attached)?.output;
        Ok(self.attached.get_or_init(|| product))
    }

    fn look_at(&self, path: &Path, bytes: &[u8], options: &Options) -> Result<u8, Failure> {
        let name = path.display().to_string();
        let finding = readback::compare(&name, bytes, self.like(bytes)?, &self.fonts);
        let (verdict, code) = verdict(&finding);
        println!("{}", verdict.with("file", &name).text(&options.messages));
        if let Some(record) = self.issue_of(bytes) {
            let args = [("number", record.number.to_string()), ("symbol", record.document.number.clone())];
            println!("{}", options.messages.text("verify-as-issued", &args));
        }
        match finding {
            Finding::Read(reading) => list(&reading, options),
            Finding::BadWorkbook(found) => options.report(&found),
            _ => {}
        }
        Ok(code)
    }

    fn issue_of(&self, bytes: &[u8]) -> Option<&Record> {
        let hash = ledger::sha256(bytes);
        self.records.iter().find(|record| record.outputs.iter().any(|file| file.sha256 == hash))
    }
}

/// The answer in one sentence, and its exit code.
fn verdict(finding: &Finding) -> (Remark, u8) {
    let said = |code| Remark::new(code);
    match finding {
        Finding::Same => (said("verify-same"), AGREES),
        Finding::Read(reading) if reading.differences.is_empty() => {
            (said("verify-agrees").with("figures", reading.figures), AGREES)
        }
        Finding::Read(reading) => (said("verify-differs").with("count", reading.differences.len()), DIFFERS),
        Finding::MarkedCopy => (said("verify-marked-copy"), FAILED),
        Finding::OtherKind => (said("verify-other-kind"), FAILED),
        Finding::Unreadable(Unreadable::Broken) => (said("verify-broken"), FAILED),
        Finding::Unreadable(Unreadable::Locked) => (said("verify-locked"), FAILED),
        Finding::Unreadable(Unreadable::TooLarge) => (said("verify-too-large"), FAILED),
        Finding::NoText => (said("verify-no-text"), FAILED),
        Finding::BadWorkbook(_) => (said("verify-bad-workbook"), FAILED),
    }
}

fn list(reading: &Reading, options: &Options) {
    let rest = reading.differences.len().saturating_sub(LISTED);
    for remark in reading.differences.iter().take(LISTED).chain(&reading.notes) {
        println!("{}", remark.text(&options.messages));
    }
    if rest > 0 {
        println!("{}", options.messages.text("verify-more", &[("count", rest.to_string())]));
    }
}
