//! What the program has to say about its inputs: findings with a place, and the one renderer of messages.
//!
//! Texts live in `messages/vi.ftl` and `messages/en.ftl`; a finding carries the message's name and its
//! arguments, so that it can be printed in either language, short (one line) or long (with an excerpt).

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::vi;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is not written (lỗi).
    Error,
    /// The document is written, but someone must look (cảnh báo).
    Warning,
    /// Something was understood or computed on the reader's behalf (ghi chú).
    Note,
}

/// The address of one input cell, counted from zero; printed as `so-lieu.xlsx › Kinh phí › E7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    pub file: Arc<str>,
    pub sheet: Arc<str>,
    pub row: u32,
    pub col: u32,
}

impl CellRef {
    /// `E7`.
    pub fn a1(&self) -> String {
        format!("{}{}", column_letters(self.col), self.row + 1)
    }
}

impl std::fmt::Display for CellRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} › {} › {}", self.file, self.sheet, self.a1())
    }
}

/// `0 → A`, `26 → AA` (ECMA-376, Part 1, 18.18.62).
pub fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut n = col + 1;
    while n > 0 {
        letters.push(char::from(b'A' + ((n - 1) % 26) as u8));
        n = (n - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Where a finding is; places are sorted by file, sheet, row and column, the whole before its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The run as a whole.
    Nowhere,
    /// A file or folder.
    File(String),
    /// One sheet of a workbook.
    Sheet { file: String, sheet: String },
    /// One cell.
    Cell(CellRef),
    /// A line of a template, counted from one.
    Line { file: String, line: usize },
}

impl Place {
    fn order(&self) -> (&str, &str, Option<(usize, usize)>, u8) {
        match self {
            Self::Nowhere => ("", "", None, 0),
            Self::File(file) => (file, "", None, 1),
            Self::Sheet { file, sheet } => (file, sheet, None, 2),
            Self::Cell(at) => (&at.file, &at.sheet, Some((at.row as usize, at.col as usize)), 3),
            Self::Line { file, line } => (file, "", Some((*line, 0)), 4),
        }
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Nowhere => Ok(()),
            Self::File(file) => f.write_str(file),
            Self::Sheet { file, sheet } => write!(f, "{file} › {sheet}"),
            Self::Cell(cell) => cell.fmt(f),
            Self::Line { file, line } => write!(f, "{file}:{line}"),
        }
    }
}

/// Lines shown under a long finding, each with the number in its margin, and the mark under the last one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub lines: Vec<(usize, String)>,
    /// Offset and length of the mark, in characters of the last line.
    pub mark: (usize, usize),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Name of the message in the message files; also printed, as the finding's stable code.
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
    pub place: Place,
    /// Other cells that belong to the finding, each with its content.
    pub related: Vec<(CellRef, String)>,
    pub excerpt: Option<Excerpt>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Error, code, args: Vec::new(), place, related: Vec::new(), excerpt: None }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place) }
    }

    /// A note at a place.
    pub fn note(code: &'static str, place: Place) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, place) }
    }

    /// Adds an argument of the message.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The value of an argument; empty if it has none of that name.
    pub fn arg(&self, name: &str) -> &str {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Adds a name that may have been meant.
    pub fn with_near(self, near: Option<&str>) -> Self {
        let has_near = if near.is_some() { "yes" } else { "no" };
        self.with("near", near.unwrap_or_default()).with("has-near", has_near)
    }

    /// Adds the picture of the place.
    pub fn showing(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(excerpt);
        self
    }
}

/// A result together with what should be known about it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    pub output: T,
    pub warnings: Vec<Diagnostic>,
}

/// Why a stage gave no result.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The inputs are at fault (exit code 1); every finding of the stage, warnings included.
    Refused(Vec<Diagnostic>),
    /// The program could not do its work: files, templates, fonts (exit code 2).
    Failed(Vec<Diagnostic>),
}

impl Failure {
    /// The findings, whichever kind it is.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Refused(found) | Self::Failed(found) => found,
        }
    }

    /// Puts earlier warnings in front, so that one run reports everything it knows.
    pub fn after(self, mut earlier: Vec<Diagnostic>) -> Self {
        match self {
            Self::Refused(found) => {
                earlier.extend(found);
                Self::Refused(earlier)
            }
            Self::Failed(found) => {
                earlier.extend(found);
                Self::Failed(earlier)
            }
        }
    }
}

/// What a stage returns.
pub type Stage<T> = Result<Warned<T>, Failure>;

/// Findings in the order of their places, each once: where one is an error and a warning, the error.
pub fn settle(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by(|a, b| a.place.cmp(&b.place).then(a.severity.cmp(&b.severity)));
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for finding in found {
        let mut here = kept.iter().rev().take_while(|earlier| earlier.place == finding.place);
        if !here.any(|earlier| earlier.code == finding.code && earlier.args == finding.args) {
            kept.push(finding);
        }
    }
    kept
}

/// Turns findings into a stage's result: refused if any is an error.
pub fn accept<T>(output: T, found: Vec<Diagnostic>) -> Stage<T> {
    let found = settle(found);
    if found.iter().any(|d| d.severity == Severity::Error) {
        return Err(Failure::Refused(found));
    }
    Ok(Warned { output, warnings: found })
}

/// The languages in which the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Vietnamese,
    English,
}

/// The message texts of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    colour: bool,
}

/// Texts, parsed once for all who speak.
type Texts = LazyLock<Arc<FluentResource>>;

static VIETNAMESE: Texts = LazyLock::new(|| parsed(include_str!("messages/vi.ftl")));
static ENGLISH: Texts = LazyLock::new(|| parsed(include_str!("messages/en.ftl")));
static OF_WORKBOOKS: Texts = LazyLock::new(|| parsed(include_str!("messages/workbook.ftl")));

/// A fault in a built-in text is caught by the tests.
fn parsed(text: &str) -> Arc<FluentResource> {
    Arc::new(FluentResource::try_new(text.to_owned()).unwrap_or_else(|(parsed, _)| parsed))
}

impl Messages {
    /// Loads the texts built into the program. `colour` switches terminal colours on.
    pub fn new(language: Language, colour: bool) -> Self {
        match language {
            Language::Vietnamese => Self::load("vi", &VIETNAMESE, colour),
            Language::English => Self::load("en", &ENGLISH, colour),
        }
    }

    /// The texts of the workbooks that people fill in, and of what a finished PDF holds besides its pages:
    /// Vietnamese, whatever language the program speaks.
    pub fn of_workbooks() -> Self {
        Self::load("vi", &OF_WORKBOOKS, false)
    }

    fn load(id: &str, texts: &Texts, colour: bool) -> Self {
        let mut bundle = FluentBundle::new_concurrent(id.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(Arc::clone(texts));
        Self { bundle, colour }
    }

    /// The text of message `code` with its arguments, quoted so that they cannot pass for text of the message.
    pub fn text(&self, code: &str, args: &[(&'static str, String)]) -> String {
        self.painted(code, &quoted(args))
    }

    /// The same with arguments that are quoted already, since some were coloured.
    pub fn painted(&self, code: &str, args: &[(&'static str, String)]) -> String {
        self.lookup(code, None, args).unwrap_or_else(|| format!("{code} {args:?}"))
    }

    /// The remedy that goes with message `code`, where there is one.
    pub fn hint(&self, code: &str, args: &[(&'static str, String)]) -> Option<String> {
        self.lookup(code, Some("hint"), &quoted(args))
    }

    fn lookup(&self, code: &str, attribute: Option<&str>, args: &[(&'static str, String)]) -> Option<String> {
        let message = self.bundle.get_message(code)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            match value.parse::<u32>() {
                // Only a number chooses between singular and plural.
                Ok(count) if *name == "count" => values.set(*name, count),
                _ => values.set(*name, value.as_str()),
            }
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    /// The sentence of a finding, and how many other cells it is true of.
    fn sentence(&self, diagnostic: &Diagnostic) -> String {
        let text = self.text(diagnostic.code, &diagnostic.args);
        if diagnostic.related.is_empty() || !diagnostic.code.starts_with("cell-") {
            return text;
        }
        let more = self.text("more-cells", &[("count", diagnostic.related.len().to_string())]);
        format!("{text} {more}")
    }

    /// One line: `so-lieu.xlsx › Kinh phí › E7: lỗi: …`.
    pub fn short(&self, diagnostic: &Diagnostic) -> String {
        let severity = self.severity(diagnostic.severity);
        let text = self.sentence(diagnostic);
        match &diagnostic.place {
            Place::Nowhere => format!("{severity}: {text}"),
            place => format!("{}: {severity}: {text}", vi::quoted(&place.to_string())),
        }
    }

    /// The whole finding: sentence, place, excerpt with a caret, related cells, remedy.
    pub fn long(&self, diagnostic: &Diagnostic) -> String {
        let mut out =
            format!("{}[{}]: {}\n", self.severity(diagnostic.severity), diagnostic.code, self.sentence(diagnostic));
        if diagnostic.place != Place::Nowhere {
            let _ = writeln!(out, "  --> {}", vi::quoted(&diagnostic.place.to_string()));
        }
        if let Some(excerpt) = &diagnostic.excerpt {
            push_excerpt(&mut out, excerpt);
        }
        for (cell, content) in &diagnostic.related {
            let content = if content.is_empty() { String::new() } else { format!(": {content}") };
            let _ = writeln!(out, "   +  {}", vi::quoted(&format!("{cell}{content}")));
        }
        if let Some(hint) = self.hint(diagnostic.code, &diagnostic.args) {
            let _ = writeln!(out, "   =  {}: {hint}", self.text("label-hint", &[]));
        }
        out
    }

    fn severity(&self, severity: Severity) -> String {
        let (label, colour) = match severity {
            Severity::Error => ("label-error", "31"),
            Severity::Warning => ("label-warning", "33"),
            Severity::Note => ("label-note", "36"),
        };
        let text = self.text(label, &[]);
        if self.colour { format!("\x1b[1;{colour}m{text}\x1b[0m") } else { text }
    }
}

fn quoted(args: &[(&'static str, String)]) -> Vec<(&'static str, String)> {
    args.iter().map(|(name, value)| (*name, vi::quoted(value).into_owned())).collect()
}

fn push_excerpt(out: &mut String, excerpt: &Excerpt) {
    let width = excerpt.lines.iter().map(|(n, _)| n.to_string().len()).max().unwrap_or(1).max(4);
    let _ = writeln!(out, "{:width$} |", "");
    for (number, line) in &excerpt.lines {
        let _ = writeln!(out, "{number:>width$} | {}", vi::quoted(line));
    }
    let (offset, length) = excerpt.mark;
    let _ = writeln!(out, "{:width$} | {}{}", "", " ".repeat(offset), "^".repeat(length.max(1)));
}
