//! `vanban verify`: does a finished file say what the inputs say, and do its signatures hold?

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::cli::around;
use crate::cli::common::{self, Common};
use crate::cli::exit::Exit;
use crate::cli::help::{Help, path};
use crate::cli::issued_state::{self, Basis};
use crate::cli::resources::{Need, Resources};
use crate::cli::terminal::Terminal;
use crate::cli::{probe, trust, verify_signatures};
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Warned};
use crate::input::verify::{self, Verified};
use crate::input::{disk, folder};
use crate::product::build::{self, Appendices, Product};
use crate::product::file_names;
use crate::product::pages::fonts::Fonts;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::verdict;
use crate::versions::names;
use crate::versions::readback::pdf_text::Unreadable;
use crate::versions::readback::remark::{Comparison, Outcome, Remark};
use crate::versions::readback::{attached, compare};
use crate::versions::records::{self, Record};
use crate::xlsx::hash;

/// So many differences of one file are listed.
const LISTED: usize = 100;

/// What is typed.
pub(crate) const NAME: &str = "verify";

/// What is examined, and how it is told.
pub(crate) struct Verify {
    /// The input folder, or the first of the files.
    input: PathBuf,
    files: Vec<PathBuf>,
    trust: Vec<PathBuf>,
    /// Whether authorities are asked about revocation.
    online: bool,
    as_json: bool,
}

impl Verify {
    /// The command as its help shows it.
    pub(crate) fn command(help: &Help) -> Command {
        let input =
            Arg::new("input").value_name(help.value("INPUT")).required(true).help(help.text("help-verify-input"));
        let files = Arg::new("files").value_name(help.value("FILE")).num_args(0..).help(help.text("help-verify-files"));
        help.command(NAME, &["help-verify-notes"])
            .args([path(input), path(files)])
            .arg(path(help.option("trust", "PEM", "help-verify-trust")).action(ArgAction::Append))
            .arg(help.switch("online", "help-verify-online"))
            .arg(help.format("text|json", ["text", "json"], "help-verify-format"))
    }

    /// What was said of it.
    pub(crate) fn arguments(given: &ArgMatches) -> Self {
        Self {
            input: given.get_one::<PathBuf>("input").cloned().unwrap_or_default(),
            files: common::paths(given, "files"),
            trust: common::paths(given, "trust"),
            online: given.get_flag("online"),
            as_json: given.get_one::<String>("format").is_some_and(|format| format == "json"),
        }
    }

    /// Compares the files, examines their signatures and prints what was found; the exit code.
    pub(crate) fn run(self, common: &Common, terminal: &Terminal) -> Exit {
        let anchors = match trust::anchors(&self.trust) {
            Ok(anchors) => anchors,
            Err(failure) => {
                terminal.report(failure.findings());
                return Exit::Failed;
            }
        };
        self.answer(anchors, common, terminal).unwrap_or_else(|failure| {
            terminal.report(failure.findings());
            terminal.insist("verify-failed", &[("folder", self.input.display().to_string())]);
            Exit::Failed
        })
    }

    /// The inputs, where there are any, and the files that were named.
    fn named(&self) -> (Option<PathBuf>, Vec<PathBuf>) {
        let (input, files) = (&self.input, self.files.clone());
        let names_file = input.extension().is_some_and(|kind| kind == "pdf" || kind == "xlsx") && !input.is_dir();
        if names_input(input) {
            return (Some(folder::named(input)), files);
        }
        if names_file || input.is_file() {
            return (inputs_of(input), [vec![input.clone()], files].concat());
        }
        (Some(folder::named(input)), files)
    }

    fn answer(&self, anchors: Vec<Certificate>, common: &Common, terminal: &Terminal) -> Result<Exit, Failure> {
        let (folder, given) = self.named();
        let rebuilt = folder.map(|folder| rebuild(&folder, common)).transpose()?;
        if let Some(rebuilt) = rebuilt.as_ref().filter(|_| !self.as_json) {
            rebuilt.tell_basis(terminal);
        }
        let paths = match &rebuilt {
            Some(rebuilt) if given.is_empty() => rebuilt.own_files()?,
            _ => given,
        };
        let (online, as_json) = (self.online, self.as_json);
        let mut examination = Examination { rebuilt, anchors, online, as_json, answers: Vec::new() };
        let exits = paths.iter().map(|path| {
            examination.look_at(path, terminal).unwrap_or_else(|failure| {
                terminal.report(failure.findings());
                Exit::Failed
            })
        });
        let exit = exits.max().unwrap_or(Exit::Failed);
        if as_json {
            terminal.result(format_args!("{:#}", Value::from(examination.answers)));
        }
        Ok(exit)
    }
}

/// Whether a file is a workbook to fill in, and none that somebody made: it has that name, or lies among the inputs.
fn names_input(file: &Path) -> bool {
    let root = file.parent().and_then(Path::parent).and_then(Path::file_name);
    let is_among = root.is_some_and(|name| name == folder::ROOT) || file.ends_with(folder::WORKBOOK);
    folder::is_workbook(file) && is_among
}

/// The inputs that a file in an output folder was made from, if they are where they are by default.
fn inputs_of(file: &Path) -> Option<PathBuf> {
    let folder = Path::new(folder::ROOT).join(file.parent()?.file_name()?);
    folder.is_dir().then_some(folder)
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
    fn look_at(&mut self, path: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
        let bytes = disk::read_file(path)?;
        let mut exit = Exit::AGREES;
        let mut answer = json!({ "file": path.display().to_string() });
        if let Some(rebuilt) = &self.rebuilt {
            let outcome = rebuilt.compare(path, &bytes)?;
            let (verdict, agrees) = verdict(&outcome);
            exit = agrees;
            let verdict = verdict.with("file", path.display());
            let (agree, text) = (agrees == Exit::AGREES, verdict.text(&terminal.messages));
            answer["figures"] = json!({ "agree": agree, "code": verdict.code.name(), "text": text });
            if let Some(record) = rebuilt.issue_of(&bytes) {
                answer["issue"] = issued_state::json(record);
            }
            if let Outcome::Read(comparison) = &outcome {
                let said = |remarks: &[Remark]| remarks.iter().map(|remark| said(remark, terminal)).collect::<Value>();
                answer["figures"]["differences"] = said(&comparison.differences);
                answer["figures"]["notes"] = said(&comparison.notes);
            }
            if !self.as_json {
                rebuilt.tell(&verdict, &outcome, &bytes, terminal);
            }
        }
        let report = verify_signatures::examine(path, &bytes, &self.anchors, self.online, terminal)?;
        // A file of which nothing was checked must not pass for one that was.
        let is_unproved = self.rebuilt.is_none() && report.signatures.is_empty();
        if is_unproved || report.signatures.iter().any(|verdict| !verdict.holds()) {
            exit = exit.max(Exit::DIFFERS);
        }
        if !self.as_json {
            self.tell(path, &report, terminal);
        } else if let (Some(answer), Value::Object(found)) =
            (answer.as_object_mut(), verify_signatures::json(&report, &terminal.messages))
        {
            answer.extend(found);
        }
        self.answers.push(answer);
        Ok(exit)
    }

    /// Fields that nobody has signed are of interest only where others were, or where nothing else is told.
    fn tell(&self, path: &Path, report: &verdict::Report, terminal: &Terminal) {
        if self.rebuilt.is_none() {
            terminal.result(format_args!("{}:", path.display()));
        }
        match report.signatures.is_empty() {
            false => terminal.result(verify_signatures::text(report, &terminal.messages)),
            true if self.rebuilt.is_none() => terminal.result(terminal.messages.text("signature-none", &[])),
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
    /// The issued state that is looked at, and with what it was made anew.
    basis: Option<Basis>,
    fonts: Fonts,
    output: PathBuf,
}

fn rebuild(folder: &Path, common: &Common) -> Result<Rebuilt, Failure> {
    let state = records::state(folder)?;
    let (resources, basis) = match state {
        Some(record) => issued_state::resources(record, common)?,
        None => (Resources::load(common, Need::Fonts)?, None),
    };
    let folder = basis.as_ref().map_or(folder.to_owned(), Basis::inputs);
    let inputs = folder::read_inputs(&folder)?;
    if let Some(basis) = &basis {
        basis.expect_inputs(&inputs)?;
    }
    let Warned { output: verified, .. } =
        verify::verify_among(&inputs, &resources.templates, &around::around(&folder))?;
    let fonts = resources.fonts()?.clone();
    let beside = build::build(&verified, &resources.templates, &fonts)?.output;
    let output = common.output.join(&inputs.name);
    let records = match &basis {
        Some(basis) => vec![basis.record.clone()],
        None => records::records(&folder)?,
    };
    Ok(Rebuilt { verified, resources, beside, attached: OnceCell::new(), records, basis, fonts, output })
}

impl Rebuilt {
    /// Says which issued state is looked at, and by what it is judged.
    fn tell_basis(&self, terminal: &Terminal) {
        if let Some(basis) = &self.basis {
            basis.lines(&self.fonts, &terminal.messages).iter().for_each(|line| terminal.result(line));
        }
    }

    /// The files that a build would write now, and those of them that were signed; of an issued state, what it keeps.
    fn own_files(&self) -> Result<Vec<PathBuf>, Failure> {
        if let Some(basis) = &self.basis {
            return Ok(basis.files());
        }
        let pdf = self.output.join(file_names::pdf(&self.beside.ledger.outputs));
        let standing = disk::read_file(&pdf).ok();
        let standing = standing.filter(|bytes| self.is_readable(bytes));
        let product = self.like(&standing.unwrap_or_default())?;
        let revision = names::names(product, &self.records, &self.output)?.revision;
        let outputs = &product.ledger.outputs;
        let own = outputs.iter().map(|file| file_names::revised(&file.file, outputs, revision));
        let with_signed = own.flat_map(|name| {
            let signed = names::signed_beside(&self.output, &name);
            [name].into_iter().chain(signed)
        });
        Ok(with_signed.map(|name| self.output.join(name)).collect())
    }

    /// What the inputs give, made the way in which this file was made.
    fn like(&self, bytes: &[u8]) -> Result<&Product, Failure> {
        if !bytes.starts_with(b"%PDF-") || attached::read(bytes).is_empty() {
            return Ok(&self.beside);
        }
        if let Some(product) = self.attached.get() {
            return Ok(product);
        }
        let (templates, attached) = (&self.resources.templates, Appendices::Attached);
        let product = build::build_with(&self.verified, templates, &self.fonts, attached)?.output;
        Ok(self.attached.get_or_init(|| product))
    }

    /// Whether the file can be read back; what was just made here can.
    fn is_readable(&self, bytes: &[u8]) -> bool {
        let hash = hash::sha256(bytes);
        let is_own = self.beside.ledger.outputs.iter().any(|file| file.sha256 == hash);
        is_own || bytes.starts_with(b"PK") || probe::is_readable(bytes)
    }

    fn compare(&self, path: &Path, bytes: &[u8]) -> Result<Outcome, Failure> {
        if !self.is_readable(bytes) {
            return Ok(Outcome::Unreadable(Unreadable::Broken));
        }
        Ok(compare::compare(&path.display().to_string(), bytes, self.like(bytes)?, &self.fonts))
    }

    fn tell(&self, verdict: &Remark, outcome: &Outcome, bytes: &[u8], terminal: &Terminal) {
        terminal.result(verdict.text(&terminal.messages));
        if let Some(record) = self.issue_of(bytes) {
            let args = [("number", record.number.to_string()), ("symbol", record.document.number.clone())];
            terminal.result(terminal.messages.text("verify-as-issued", &args));
            // Of a state that was asked for it is said at the beginning.
            if let (Some(replaced), None) = (record.replaced, &self.basis) {
                terminal.result(format!("    {}", issued_state::replaced(record, replaced, &terminal.messages)));
            }
        }
        match outcome {
            Outcome::Read(comparison) => list(comparison, terminal),
            Outcome::BadWorkbook(found) => terminal.report(found),
            _ => {}
        }
    }

    fn issue_of(&self, bytes: &[u8]) -> Option<&Record> {
        self.records.iter().find(|record| record.holds(bytes))
    }
}

/// The answer in one sentence, and its exit code.
fn verdict(outcome: &Outcome) -> (Remark, Exit) {
    let said = |code| Remark::new(code);
    match outcome {
        Outcome::Same => (said(Code::VerifySame), Exit::AGREES),
        Outcome::Read(comparison) if comparison.differences.is_empty() => {
            (said(Code::VerifyAgrees).with("figures", comparison.figures), Exit::AGREES)
        }
        Outcome::Read(comparison) => (said(Code::VerifyDiffers).count(comparison.differences.len()), Exit::DIFFERS),
        Outcome::MarkedCopy => (said(Code::VerifyMarkedCopy), Exit::Failed),
        Outcome::OtherKind => (said(Code::VerifyOtherKind), Exit::Failed),
        Outcome::Unreadable(Unreadable::Broken) => (said(Code::VerifyBroken), Exit::Failed),
        Outcome::Unreadable(Unreadable::Locked) => (said(Code::VerifyLocked), Exit::Failed),
        Outcome::Unreadable(Unreadable::TooLarge) => (said(Code::VerifyTooLarge), Exit::Failed),
        Outcome::NoText => (said(Code::VerifyNoText), Exit::Failed),
        Outcome::BadWorkbook(_) => (said(Code::VerifyBadWorkbook), Exit::Failed),
    }
}

/// A remark as data, with its words.
fn said(remark: &Remark, terminal: &Terminal) -> Value {
    json!({ "code": remark.code.name(), "text": remark.text(&terminal.messages).trim() })
}

fn list(comparison: &Comparison, terminal: &Terminal) {
    let rest = comparison.differences.len().saturating_sub(LISTED);
    for remark in comparison.differences.iter().take(LISTED).chain(&comparison.notes) {
        terminal.result(remark.text(&terminal.messages));
    }
    if rest > 0 {
        terminal.result(terminal.messages.text("verify-more", &[("count", rest.to_string())]));
    }
}
