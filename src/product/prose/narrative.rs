//! Prose templates + dataset → Typst sources, with every printed datum marked by its key.
//!
//! The environment starts empty: no filter, test or global of the engine is there unless added here, so no
//! template can compute, format or escape by itself. A datum becomes text only in `write_value`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use minijinja::value::{Enumerator, Object, ObjectRepr};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::dataset::{Content, Dataset, Entry, TableData};
use crate::input::figure_key::FigureKey;
use crate::product::prose::marked_text::{self, Sentence};
use crate::vi::text;

/// The prose of a document, ready for the typesetter.
#[derive(Debug, Clone, Default)]
pub struct Narrative {
    /// File name (`05-kinh-phi.typ`) → Typst markup.
    pub(crate) files: BTreeMap<String, String>,
    /// The same files before they become markup: prose with marked data.
    pub(crate) marked: BTreeMap<String, String>,
    /// Every paragraph in reading order, with the keys of the figures in it.
    pub(crate) sentences: Vec<Sentence>,
}

/// Renders the prose files of a document. `templates` maps names (`05-kinh-phi.typ.j2`) to texts, `folder`
/// names their folder in messages.
///
/// # Errors
/// Template faults are the program's trouble ([`Failure::Failed`]); a blank cell printed in a sentence
/// refuses the document.
pub fn render(dataset: &Dataset, templates: &BTreeMap<String, String>, folder: &str) -> Result<Narrative, Failure> {
    let env = environment(templates);
    let context = Value::from_object(Root(Arc::new(dataset.clone())));
    let mut narrative = Narrative::default();
    let (mut refused, mut faults) = (Vec::new(), Vec::new());
    let mut headings = Vec::new();
    for name in templates.keys().filter(|name| !name.starts_with('_')) {
        match env.get_template(name).and_then(|template| template.render(context.clone())) {
            Ok(marked) => {
                let marked = marked_text::as_typed(&marked);
                let file = name.strip_suffix(".j2").unwrap_or(name);
                narrative.sentences.extend(marked_text::sentences(&marked, file, &mut headings));
                narrative.files.insert(file.to_owned(), typst_markup(&marked));
                narrative.marked.insert(file.to_owned(), marked);
            }
            Err(error) => match explain(&error, dataset, folder) {
                (finding, true) => refused.push(finding),
                (finding, false) => faults.push(finding),
            },
        }
    }
    if !faults.is_empty() {
        faults.extend(refused);
        return Err(Failure::Failed(faults));
    }
    if !refused.is_empty() {
        return Err(Failure::Refused(refused));
    }
    Ok(narrative)
}

/// Words that no line can hold, put together by the templates; in each file the longest.
pub(crate) fn unbroken(narrative: &Narrative, folder: &str) -> Vec<Finding> {
    let words = narrative.sentences.iter().map(|sentence| (&sentence.file, text::longest_word(&sentence.text)));
    let mut longest = BTreeMap::new();
    for (file, (length, word)) in words.filter(|(_, (length, _))| *length > text::MAX_WORD) {
        let known = longest.entry(file).or_insert((length, word));
        *known = (*known).max((length, word));
    }
    let finding = |(file, (length, word)): (&String, (usize, &str))| {
        let finding = Finding::new(Code::TextUnbroken, Place::File(format!("{folder}/{file}.j2")));
        finding.count(length).with("value", text::shortened(word, 60)).with("most", text::MAX_WORD)
    };
    longest.into_iter().map(finding).collect()
}

fn environment(templates: &BTreeMap<String, String>) -> Environment<'static> {
    let mut env = Environment::empty();
    let syntax = minijinja::syntax::SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    if let Ok(syntax) = syntax {
        env.set_syntax(syntax);
    }
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_debug(true);
    env.set_fuel(Some(2_000_000));
    env.set_recursion_limit(50);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    env.set_formatter(write_value);
    let templates = templates.clone();
    env.set_loader(move |name| Ok(templates.get(name).cloned()));
    env.add_filter("uncapitalized", uncapitalized);
    env.add_test("filled", |value: &Value| {
        value.downcast_object_ref::<Datum>().is_some_and(|datum| datum.text.is_some())
    });
    env
}

/// A datum as templates see it: its key, and its text unless it is blank.
#[derive(Debug, Clone)]
struct Datum {
    key: FigureKey,
    text: Option<String>,
    /// Parts that may be printed apart: `number` and `title` of a numbered name.
    parts: Vec<(&'static str, String)>,
}

impl Datum {
    fn of(entry: &Entry) -> Self {
        let parts = match &entry.content {
            Content::Numbered { number, title, .. } => {
                vec![("number", number.clone()), ("title", title.clone())]
            }
            Content::Mixed { text, .. } => vec![("text", text.clone())],
            _ => Vec::new(),
        };
        Self { key: entry.key.clone(), text: entry.in_sentence(), parts }
    }
}

impl Object for Datum {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        let (_, text) = self.parts.iter().find(|(part, _)| Some(*part) == name.as_str())?;
        Some(Value::from_object(Self { key: self.key.clone(), text: Some(text.clone()), parts: Vec::new() }))
    }

    fn is_true(self: &Arc<Self>) -> bool {
        self.text.is_some()
    }
}

#[derive(Debug)]
struct Root(Arc<Dataset>);

impl Object for Root {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        match name.as_str()? {
            "doc" => Some(Value::from_object(FactsView(self.0.clone()))),
            key => {
                let index = self.0.tables.iter().position(|table| table.key == key)?;
                Some(Value::from_object(TableView(self.0.clone(), index)))
            }
        }
    }
}

#[derive(Debug)]
struct FactsView(Arc<Dataset>);

impl Object for FactsView {
    fn get_value(self: &Arc<Self>, name: &Value) -> Option<Value> {
        self.0.facts.get(name.as_str()?).map(|entry| Value::from_object(Datum::of(entry)))
    }
}

#[derive(Debug)]
struct TableView(Arc<Dataset>, usize);

impl TableView {
    fn table(&self) -> &TableData {
        &self.0.tables[self.1]
    }
}

/// A table is looked up by row key and iterated by row.
impl Object for TableView {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let row = self.table().rows.iter().position(|row| Some(row.key.as_str()) == key.as_str())?;
        Some(Value::from_object(RowView(self.0.clone(), self.1, row)))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let rows = (0..self.table().rows.len())
            .filter(|&row| !self.table().rows[row].is_total)
            .map(|row| Value::from_object(RowView(self.0.clone(), self.1, row)));
        Enumerator::Values(rows.collect())
    }
}

#[derive(Debug)]
struct RowView(Arc<Dataset>, usize, usize);

impl Object for RowView {
    fn get_value(self: &Arc<Self>, column: &Value) -> Option<Value> {
        let entry = self.0.tables[self.1].rows[self.2].entries.get(column.as_str()?)?;
        Some(Value::from_object(Datum::of(entry)))
    }
}

/// `Đa dạng hóa` → `đa dạng hóa`, still the same datum.
fn uncapitalized(value: &Value) -> Result<Value, Error> {
    let Some(datum) = value.downcast_object_ref::<Datum>() else {
        return Err(Error::new(ErrorKind::InvalidOperation, "uncapitalized: not a datum"));
    };
    let text = datum.text.as_deref().map(text::uncapitalized);
    Ok(Value::from_object(Datum { text, ..datum.clone() }))
}

/// Something to be printed that is blank: the one error that is the inputs' fault.
#[derive(Debug)]
struct BlankDatum(FigureKey);

impl std::fmt::Display for BlankDatum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is blank", self.0)
    }
}

impl std::error::Error for BlankDatum {}

/// The only place where a value becomes text.
fn write_value(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if !matches!(state.auto_escape(), AutoEscape::Custom(_)) {
        return Err(Error::new(ErrorKind::InvalidOperation, "autoescape may not be switched off"));
    }
    let written = if let Some(datum) = value.downcast_object_ref::<Datum>() {
        let Some(text) = &datum.text else {
            return Err(Error::from(ErrorKind::InvalidOperation).with_source(BlankDatum(datum.key.clone())));
        };
        out.write_str(&marked_text::marked(datum.key.as_str(), text))
    } else if value.is_safe() {
        out.write_str(value.as_str().unwrap_or_default())
    } else {
        let detail = format!("only data of the inputs may be printed, not {value}");
        return Err(Error::new(ErrorKind::InvalidOperation, detail));
    };
    written.map_err(|_| Error::new(ErrorKind::WriteFailure, "out of space"))
}

/// The finding for a template error, and whether the inputs are at fault.
fn explain(error: &Error, dataset: &Dataset, folder: &str) -> (Finding, bool) {
    let mut inner = error;
    while let Some(source) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>()) {
        inner = source;
    }
    let file = format!("{folder}/{}", inner.name().unwrap_or_default());
    let line = inner.line().unwrap_or(1);
    let place = Place::Line { file, line };
    let detail = inner.detail().unwrap_or_default();
    let blank = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<BlankDatum>());
    if let Some(BlankDatum(key)) = blank {
        let entry = dataset.entry(key);
        let cell = entry.and_then(|entry| entry.at.first());
        let at = cell.map_or(Place::Nowhere, |cell| Place::Cell(cell.clone()));
        let finding = Finding::new(Code::BlankInSentence, at).with("key", key).with("line", place);
        return (finding, true);
    }
    let finding = match inner.kind() {
        ErrorKind::UndefinedError => Finding::new(Code::TemplateUnknownName, place),
        _ => Finding::new(Code::TemplateFault, place),
    };
    (finding.with("detail", if detail.is_empty() { inner.to_string() } else { detail.to_owned() }), false)
}

/// Turns marked text into Typst markup: prose as it is, each datum as `#fig("key","text");`.
///
/// Inside a Typst string only `\` and `"` have meaning, and the closing `;` ends the expression, so no
/// datum can become markup.
pub(crate) fn typst_markup(marked: &str) -> String {
    let mut out = String::from("#import \"/nd30/nd30.typ\": fig\n\n");
    for piece in marked_text::pieces(marked) {
        match piece {
            marked_text::Mark::Prose(text) => out.push_str(text),
            marked_text::Mark::Datum { key, text } => {
                let _ = write!(out, "#fig({},{});", quoted(key), quoted(&text.replace('\n', " ")));
            }
        }
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// A Typst string literal.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.replace(['\u{85}', '\u{2028}', '\u{2029}'], " ");
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
