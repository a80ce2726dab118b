//! What Typst is given for a document, and the document set with it.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Warned};
use crate::finding::place::Place;
use crate::input::definition::document_kind::{is_of_attached, is_of_grounds};
use crate::input::templates::{self, DocumentFolder, Templates};
use crate::product::bound_form;
use crate::product::form::Form;
use crate::product::pages::fonts::Fonts;
use crate::product::pages::typesetter::{Pages, Sources, Typesetter};
use crate::product::prose::narrative::Narrative;

/// What a document is set with, besides its sources.
pub(crate) struct Setter<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) foreign: Option<String>,
    pub(crate) attachment: Option<(&'a str, Vec<u8>)>,
    pub(crate) narrative: Narrative,
    pub(crate) folder: &'a DocumentFolder,
    pub(crate) templates: &'a Templates,
}

impl<'a> Setter<'a> {
    /// Sets another form of the same document.
    pub(crate) fn set(&self, form: &Form) -> Result<(Sources, Warned<Pages>), Failure> {
        let sources = sources(form, &self.narrative, self.folder, self.templates)?;
        let pages = self.typesetter(&sources)?.layout()?;
        Ok((sources, pages))
    }

    pub(crate) fn typesetter<'s>(&self, sources: &'s Sources) -> Result<Typesetter<'s>, Failure>
    where
        'a: 's,
    {
        let typesetter = Typesetter::new(sources, self.fonts)?.with_foreign(self.foreign.clone());
        match &self.attachment {
            Some((name, bytes)) => typesetter.with_file(name, bytes.clone()),
            None => Ok(typesetter),
        }
    }
}

/// A fault of the program: data of ours that JSON cannot hold.
pub(crate) fn not_serialisable(error: &serde_json::Error) -> Failure {
    Finding::new(Code::TypstFault, Place::Nowhere).with("detail", error).fails()
}

/// Everything that Typst is given.
///
/// # Errors
/// None in practice; a form that cannot be written as JSON.
pub fn sources(
    form: &Form,
    narrative: &Narrative,
    folder: &DocumentFolder,
    templates: &Templates,
) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    for (name, text) in &templates.form {
        sources.insert(format!("{}/{name}", templates::FORM_FOLDER), text.clone());
    }
    let default_main = templates.form.get("main.typ").cloned().unwrap_or_default();
    sources.insert("main.typ".to_owned(), folder.main.clone().unwrap_or(default_main));
    sources.insert(
        "data.json".to_owned(),
        serde_json::to_string_pretty(&bound_form::bound(form)).map_err(|error| not_serialisable(&error))? + "\n",
    );
    let is_attached = |name: &&String| form.attached.is_some() && is_of_attached(name);
    let own: Vec<&String> = narrative.files.keys().filter(|name| !is_attached(name)).collect();
    sources.insert("narrative.typ".to_owned(), includes(&own, form.enacting));
    if form.attached.is_some() {
        let attached: Vec<&String> = narrative.files.keys().filter(is_attached).collect();
        sources.insert("attached.typ".to_owned(), includes(&attached, None));
    }
    for (name, text) in &narrative.files {
        sources.insert(format!("narrative/{name}"), text.clone());
    }
    Ok(sources)
}

/// The prose in the order of its files: grounds in their own type (PL I, mục II.6.a), and behind them the words that
/// decide, where there are any.
fn includes(files: &[&String], enacting: Option<&str>) -> String {
    let mut text = String::new();
    let last = files.iter().rfind(|name| is_of_grounds(name));
    if last.is_some() || enacting.is_some() {
        text.push_str("#import \"/nd30/nd30.typ\": enacting-words, legal-basis\n\n");
    }
    let decides = |words: &str| format!("#enacting-words[{words}]\n");
    if last.is_none() {
        text.extend(enacting.map(decides));
    }
    for name in files {
        match is_of_grounds(name) {
            true => text.push_str(&format!("#legal-basis(include \"/narrative/{name}\")\n")),
            false => text.push_str(&format!("#include \"/narrative/{name}\"\n")),
        }
        if last == Some(name) {
            text.extend(enacting.map(decides));
        }
    }
    text
}
