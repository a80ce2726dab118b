//! Prose templates + dataset → Typst sources, with every printed datum marked by its key.
//!
//! What templates may say is read by [`language`](crate::product::prose::language), what it means is decided by
//! [`values`](crate::product::prose::values); the engine runs what these have made of it. Its environment starts
//! empty: no filter, test or global of its own is there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, Template, Value};
use rayon::prelude::*;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::dataset::Dataset;
use crate::input::definition::model::Document;
use crate::product::particulars;
use crate::product::prose::language::compile::{self, Compiled};
use crate::product::prose::language::fault::Fault;
use crate::product::prose::language::scope::Vocabulary;
use crate::product::prose::lines::binding;
use crate::product::prose::marked_text::{self, Sentence};
use crate::product::prose::values::engine::Engine;
use crate::product::prose::values::item::Data;
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
/// Template faults are the program's trouble ([`Failure::Failed`]); a blank cell that a sentence or condition needs
/// refuses the document.
pub fn render(
    document: &Document,
    dataset: &Dataset,
    templates: &BTreeMap<String, String>,
    folder: &str,
) -> Result<Narrative, Failure> {
    let Compiled { files, places } =
        compile::compile(templates, &Vocabulary::of(document), folder).map_err(Failure::Failed)?;
    let data = Data { document: document.clone(), dataset: dataset.clone() };
    let engine = Engine::new(data, places, templates.clone(), folder);
    let env = environment(files, &engine);
    let mut narrative = Narrative::default();
    let names = particulars::persons(dataset);
    let (mut stopped, mut headings) = (Vec::new(), Vec::new());
    let mut left = MOST_WRITTEN;
    for name in templates.keys().filter(|name| !name.starts_with('_')) {
        match env.get_template(name).and_then(|template| rendered(&template, &mut left)) {
            Ok(marked) => {
                engine.look_behind(&marked);
                let marked = marked_text::as_typed(&marked);
                let file = name.strip_suffix(".j2").unwrap_or(name);
                narrative.sentences.extend(marked_text::sentences(&marked, file, &mut headings));
                narrative.marked.insert(file.to_owned(), marked);
            }
            Err(error) => {
                if error.kind() == ErrorKind::WriteFailure {
                    engine.overflowed();
                }
                stopped.push((name, error));
            }
        }
    }
    let (mut faults, refused) = engine.findings();
    if faults.is_empty() {
        // What stopped the engine has been told by ourselves, as a rule.
        faults.extend(stopped.iter().map(|(name, error)| stop(name, error, templates, folder)));
    }
    if !faults.is_empty() {
        faults.extend(refused);
        return Err(Failure::Failed(faults));
    }
    if !refused.is_empty() {
        return Err(Failure::Refused(refused));
    }
    let markup = |(file, marked): (&String, &String)| (file.clone(), typst_markup(&binding::bound(marked, &names)));
    narrative.files = narrative.marked.par_iter().map(markup).collect();
    Ok(narrative)
}

/// Bytes of prose of one document: some thousand pages.
const MOST_WRITTEN: usize = 4 << 20;

/// What one file becomes; `left` bytes may be written yet.
fn rendered(template: &Template<'_, '_>, left: &mut usize) -> Result<String, Error> {
    let mut sheet = Sheet { bytes: Vec::new(), left: *left };
    template.render_captured_to((), &mut sheet)?;
    *left = sheet.left;
    String::from_utf8(sheet.bytes).map_err(|_| Error::new(ErrorKind::WriteFailure, "not a text"))
}

/// What is written, up to a bound: loops within each other write more than memory holds.
struct Sheet {
    bytes: Vec<u8>,
    left: usize,
}

impl io::Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self.left.checked_sub(bytes.len()).ok_or_else(|| io::Error::other("out of space"))?;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

fn environment(files: BTreeMap<String, String>, engine: &Arc<Engine>) -> Environment<'static> {
    let mut env = Environment::empty();
    let syntax = minijinja::syntax::SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    if let Ok(syntax) = syntax {
        env.set_syntax(syntax);
    }
    env.set_fuel(Some(FUEL));
    env.set_recursion_limit(DEEPEST);
    env.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    env.set_formatter(write_text);
    env.set_loader(move |name| Ok(files.get(name).cloned()));
    engine.equip(&mut env);
    env
}

/// Instructions of the engine in one file: twenty times what the longest prose takes. Each 64 bytes written inside of a
/// macro count as one.
const FUEL: u64 = 2_000_000;

/// Calls of macros, and files, within each other: a macro counts for several, and thirty of them are more than any prose has.
const DEEPEST: usize = 200;

/// Writes what `show` made of a value, and nothing else.
fn write_text(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let text = value.as_str().filter(|_| value.is_safe());
    let text = text.ok_or_else(|| Error::new(ErrorKind::BadSerialization, "not a text of ours"))?;
    out.write_str(text).map_err(|_| Error::new(ErrorKind::WriteFailure, "out of space"))
}

/// The finding for an error of the engine itself: too much to do, or a fault of the program.
fn stop(name: &str, error: &Error, templates: &BTreeMap<String, String>, folder: &str) -> Finding {
    let mut inner = error;
    while let Some(source) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>()) {
        inner = source;
    }
    let name = inner.name().unwrap_or(name);
    let source = templates.get(name).map_or("", String::as_str);
    let before: usize =
        source.split_inclusive('\n').take(inner.line().unwrap_or(1).saturating_sub(1)).map(str::len).sum();
    let line = source[before..].lines().next().unwrap_or_default();
    let start = before + line.len() - line.trim_start().len();
    let code = match inner.kind() {
        // The only operation that the engine refuses by itself: too many calls within each other.
        ErrorKind::OutOfFuel | ErrorKind::InvalidOperation => Code::TemplateLimit,
        _ => Code::TemplateFault,
    };
    Fault::new(code, start..before + line.len()).in_file(&format!("{folder}/{name}"), source)
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
