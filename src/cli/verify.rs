//! `vanban verify`: does a finished file say what the inputs say, and do its signatures hold?

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::cli::FAILED;
use crate::cli::options::Options;
use crate::cli::probe;
use crate::cli::resources::Resources;
use crate::cli::trust;
use crate::cli::verify_signatures;
use crate::finding::code::Code;
use crate::finding::messages::Messages;
use crate::finding::outcome::{Failure, Warned};
use crate::input::disk;
use crate::input::folder;
use crate::input::verify::Verified;
use crate::product::build::Product;
use crate::product::file_names;
use crate::product::ledger::format;
use crate::product::pages::fonts::Fonts;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::verdict;
use crate::versions::readback::attached;
use crate::versions::readback::compare;
use crate::versions::readback::pdf_text::Unreadable;
use crate::versions::readback::remark::{Comparison, Outcome, Remark};
use crate::versions::records::{self, Record};

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
    let trust = path("trust").long("trust").value_name("PEM").action(ArgAction::Append);
    let format = Arg::new("format").long("format").value_name("text|json").default_value("text");
    let format = format.value_parser(["text", "json"]).hide_possible_values(true).hide_default_value(true);
    Command::new("verify")
        .about(text("help-verify"))
        .arg(path("input").value_name("INPUT").required(true).help(text("help-verify-input")))
        .arg(path("files").value_name("FILE").num_args(0..).help(text("help-verify-files")))
        .arg(trust.help(text("help-verify-trust")))
        .arg(Arg::new("online").long("online").action(ArgAction::SetTrue).help(text("help-verify-online")))
        .arg(format.help(text("help-verify-format")))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{below}\n\n{notes}"))
        .disable_help_flag(true)
        .disable_version_flag(true)
}

/// Compares the files, examines their signatures and prints what was found; the exit code.
pub fn run(matches: &ArgMatches, options: &Options) -> u8 {
    let Some(input) = matches.get_one::<PathBuf>("input") else { return FAILED };
    let mut given: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let mut folder = Some(input.clone());
    let names_file = input.extension().is_some_and(|kind| kind == "pdf" || kind == "xlsx") && !input.is_dir();
    if names_file || input.is_file() {
        given.insert(0, input.clone());
        folder = inputs_of(input);
    }
    match answer(folder.as_deref(), given, matches, options) {
        Ok(code) => code,
        Err(failure) => {
            options.report(failure.findings());
            eprintln!("{}", options.messages.text("verify-failed", &[("folder", input.display().to_string())]));
            FAILED
        }
    }
}

/// The inputs that a file in an output folder was made from, if they are where they are by default.
fn inputs_of(file: &Path) -> Option<PathBuf> {
    let folder = Path::new("inputs").join(file.parent()?.file_name()?);
    folder.is_dir().then_some(folder)
}

fn answer(folder: Option<&Path>, given: Vec<PathBuf>, matches: &ArgMatches, options: &Options) -> Result<u8, Failure> {
    let trust: Vec<PathBuf> = matches.get_many("trust").into_iter().flatten().cloned().collect();
    let as_json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    let anchors = trust::anchors(&trust)?;
    let rebuilt = folder.map(|folder| rebuild(folder, options)).transpose()?;
    let paths = match &rebuilt {
        Some(rebuilt) if given.is_empty() => rebuilt.own_files()?,
        _ => given,
    };
    let mut examination =
        Examination { rebuilt, anchors, online: matches.get_flag("online"), as_json, answers: Vec::new() };
    let code = paths.iter().map(|path| {
        examination.look_at(path, options).unwrap_or_else(|failure| {
            options.report(failure.findings());
            FAILED
        })
    });
    let code = code.max().unwrap_or(FAILED);
    if as_json {
        println!("{:#}", Value::from(examination.answers));
    }
    Ok(code)
}

/// The files that are looked at, one after the other.
struct Examination {
    /// What the inputs give; without them only signatures are examined.
    rebuilt: Option<Rebuilt>,
    anchors: Vec<Certificate>,
    /// Whether authorities are asked about revocation.
    online: bool,
    as_json: bool,
    answers: Vec<Value>,
}

impl Examination {
    fn look_at(&mut self, path: &Path, options: &Options) -> Result<u8, Failure> {
        let bytes = disk::read_file(path)?;
        let mut code = AGREES;
        let mut answer = json!({ "file": path.display().to_string() });
        if let Some(rebuilt) = &self.rebuilt {
            let finding = rebuilt.compare(path, &bytes)?;
            let (verdict, agrees) = verdict(&finding);
            code = agrees;
            let verdict = verdict.with("file", path.display());
            answer["figures"] = json!({ "agree": agrees == AGREES, "code": verdict.code.name(), "text": verdict.text(&options.messages) });
            if !self.as_json {
                rebuilt.tell(&verdict, &finding, &bytes, options);
            }
        }
        let report = verify_signatures::examine(path, &bytes, &self.anchors, self.online, options)?;
        // A file of which nothing was checked must not pass for one that was.
        let is_unproved = self.rebuilt.is_none() && report.signatures.is_empty();
        if is_unproved || report.signatures.iter().any(|verdict| !verdict.holds()) {
            code = code.max(DIFFERS);
        }
        if !self.as_json {
            self.tell(path, &report, options);
        } else if let (Some(answer), Value::Object(found)) =
            (answer.as_object_mut(), verify_signatures::json(&report, &options.messages))
        {
            answer.extend(found);
        }
        self.answers.push(answer);
        Ok(code)
    }

    /// Fields that nobody has signed are of interest only where others were, or where nothing else is told.
    fn tell(&self, path: &Path, report: &verdict::Report, options: &Options) {
        if self.rebuilt.is_none() {
            println!("{}:", path.display());
        }
        match report.signatures.is_empty() {
            false => println!("{}", verify_signatures::text(report, &options.messages)),
            true if self.rebuilt.is_none() => println!("{}", options.messages.text("signature-none", &[])),
            true => {}
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
    let inputs = folder::read_inputs(folder)?;
    let Warned { output: verified, .. } = crate::input::verify::verify(&inputs, &resources.templates)?;
    let fonts = resources.fonts()?.clone();
    let beside = crate::product::build::build(&verified, &resources.templates, &fonts)?.output;
    let output = options.output.join(&inputs.name);
    let records = records::records(folder)?;
    Ok(Rebuilt { verified, resources, beside, attached: OnceCell::new(), records, fonts, output })
}

impl Rebuilt {
    /// The files that a build would write now.
    fn own_files(&self) -> Result<Vec<PathBuf>, Failure> {
        let pdf = self.output.join(file_names::pdf(&self.beside.ledger.outputs));
        let standing = disk::read_file(&pdf).ok();
        let standing = standing.filter(|bytes| self.is_readable(bytes));
        let product = self.like(&standing.unwrap_or_default())?;
        let names = records::names(product, &self.records, &self.output)?;
        let files = product.ledger.outputs.iter();
        Ok(files
            .map(|file| self.output.join(file_names::revised(&file.file, &product.ledger.outputs, names.revision)))
            .collect())
    }

    /// What the inputs give, made the way in which this file was made.
    fn like(&self, bytes: &[u8]) -> Result<&Product, Failure> {
        if !bytes.starts_with(b"%PDF-") || attached::read(bytes).is_empty() {
            return Ok(&self.beside);
        }
        if let Some(product) = self.attached.get() {
            return Ok(product);
        }
        let (templates, attached) = (&self.resources.templates, crate::product::build::Appendices::Attached);
        let product = crate::product::build::build_with(&self.verified, templates, &self.fonts, attached)?.output;
        Ok(self.attached.get_or_init(|| product))
    }

    /// Whether the file can be read back; what was just made here can.
    fn is_readable(&self, bytes: &[u8]) -> bool {
        let hash = format::sha256(bytes);
        let is_own = self.beside.ledger.outputs.iter().any(|file| file.sha256 == hash);
        is_own || bytes.starts_with(b"PK") || probe::is_readable(bytes)
    }

    fn compare(&self, path: &Path, bytes: &[u8]) -> Result<Outcome, Failure> {
        if !self.is_readable(bytes) {
            return Ok(Outcome::Unreadable(Unreadable::Broken));
        }
        Ok(compare::compare(&path.display().to_string(), bytes, self.like(bytes)?, &self.fonts))
    }

    fn tell(&self, verdict: &Remark, finding: &Outcome, bytes: &[u8], options: &Options) {
        println!("{}", verdict.text(&options.messages));
        if let Some(record) = self.issue_of(bytes) {
            let args = [("number", record.number.to_string()), ("symbol", record.document.number.clone())];
            println!("{}", options.messages.text("verify-as-issued", &args));
        }
        match finding {
            Outcome::Read(comparison) => list(comparison, options),
            Outcome::BadWorkbook(found) => options.report(found),
            _ => {}
        }
    }

    fn issue_of(&self, bytes: &[u8]) -> Option<&Record> {
        let hash = format::sha256(bytes);
        self.records.iter().find(|record| record.outputs.iter().any(|file| file.sha256 == hash))
    }
}

/// The answer in one sentence, and its exit code.
fn verdict(finding: &Outcome) -> (Remark, u8) {
    let said = |code| Remark::new(code);
    match finding {
        Outcome::Same => (said(Code::VerifySame), AGREES),
        Outcome::Read(comparison) if comparison.differences.is_empty() => {
            (said(Code::VerifyAgrees).with("figures", comparison.figures), AGREES)
        }
        Outcome::Read(comparison) => (said(Code::VerifyDiffers).count(comparison.differences.len()), DIFFERS),
        Outcome::MarkedCopy => (said(Code::VerifyMarkedCopy), FAILED),
        Outcome::OtherKind => (said(Code::VerifyOtherKind), FAILED),
        Outcome::Unreadable(Unreadable::Broken) => (said(Code::VerifyBroken), FAILED),
        Outcome::Unreadable(Unreadable::Locked) => (said(Code::VerifyLocked), FAILED),
        Outcome::Unreadable(Unreadable::TooLarge) => (said(Code::VerifyTooLarge), FAILED),
        Outcome::NoText => (said(Code::VerifyNoText), FAILED),
        Outcome::BadWorkbook(_) => (said(Code::VerifyBadWorkbook), FAILED),
    }
}

fn list(comparison: &Comparison, options: &Options) {
    let rest = comparison.differences.len().saturating_sub(LISTED);
    for remark in comparison.differences.iter().take(LISTED).chain(&comparison.notes) {
        println!("{}", remark.text(&options.messages));
    }
    if rest > 0 {
        println!("{}", options.messages.text("verify-more", &[("count", rest.to_string())]));
    }
}
