//! **vanban** ("văn bản", an official document) turns a folder of spreadsheets into a finished Vietnamese
//! official document: a PDF in the form of Decree 30/2020/NĐ-CP, and its appendices as an Excel workbook.
//!
//! # How to read this crate
//!
//! The files follow the pipeline; values flow one way, and each stage is a function from values to values.
//!
//! | file | one job |
//! | --- | --- |
//! | [`files`], [`publish`] | the disk: inputs, templates and fonts in; outputs out, all at once or not at all |
//! | [`sniff`], [`preflight`], [`structure`], [`mod@survey`], [`link`], [`workbook`], [`cells`] | bytes → a safe grid of cells with addresses |
//! | [`document`], [`policy`], [`definition`] | `document.toml` → what is read, what must be true, how it is laid out |
//! | [`number`], [`date`], [`mod@unit`], [`encoding`], [`syllable`] | what people typed: figures, dates, units, words from before Unicode |
//! | [`mend`], [`scrutiny`] | words in old encodings; what makes cells suspect whatever they mean |
//! | [`recognise`] | which definition the inputs name |
//! | [`reader`], [`locate`] | grid + definition → dataset; strict, all findings at once |
//! | [`row_class`], [`rows`], [`subtotal`], [`columns`], [`cell`] | which rows are data, and what is in them |
//! | [`dataset`] | typed rows; every figure knows its cell |
//! | [`relation`], [`check`] | the declared relations: blanks computed, the rest compared |
//! | [`doubt`], [`culprit`], [`suspect`] | which cells no relation can be judged by; which one is to blame, and why |
//! | [`form`] | the components of form that the decree prescribes |
//! | [`appendix`] | one appendix layout → its rows and header tree, for PDF and Excel alike |
//! | [`narrative`], [`prose`] | prose templates → Typst; what prose may contain |
//! | [`typeset`], `ahead.rs`, [`printed`] | sources → pages (paragraphs on all cores) → PDF, and where each figure landed |
//! | [`sheet`], [`measure`] | appendices → workbook bytes |
//! | [`sign::prepare`], [`sign::field`] | PDF + rooms of the layout → PDF with empty signature fields |
//! | [`sign::fill`], [`sign::appearance`], [`sign::dss`] | a field → filled but for the signature, and what it looks like; evidence added |
//! | [`sign::revisions`], [`sign::later`] | which signatures a PDF has, what they cover, and what was done afterwards |
//! | [`sign::signing`], [`sign::key`], [`sign::token`], [`sign::cms`], [`sign::stamp`] | signing a field: key in a file or on a token, CMS signature, time stamp, and the check of the result |
//! | [`sign::revocation`], [`sign::ocsp`], [`sign::crl`] | whether certificates were revoked: asked of their authorities, or kept in the file |
//! | [`sign::report`], [`sign::certificate`], [`sign::algorithm`], [`sign::moment`] | what a file's signatures are worth: value, certificate and its path, time |
//! | [`sign::profile`], [`sign::secret`], [`sign::http`] | an office's settings, passwords, the one door to the network |
//! | [`sign::raw`], [`sign::syntax`], [`sign::increment`] | PDF objects as the bytes they stand in; updates behind what is there |
//! | [`ledger`], [`names`] | `figures.json`: every figure, its cell, and each place it is printed |
//! | [`state`], [`diff`], [`rewording`], [`align`] | two versions → what changed: figures, other data, sentences, marked words |
//! | [`diff_text`], [`diff_sheet`] | what changed, for the screen and as a workbook |
//! | [`marked`], [`marks`], [`redline`] | what changed → a copy of the pages that shows it, for the one who approves it |
//! | [`start`] | a definition, or last year's input → what a new input workbook holds beforehand |
//! | [`scaffold`], [`grid`], [`rules`], [`guide`] | that → the workbook to fill in: what cells accept, how they look, instructions |
//! | [`schema`] | the property by which an input says what layout it was made for |
//! | [`issued`] | what was issued: records beside the inputs, and names that overwrite nothing issued or signed |
//! | [`pdf_text`], [`attached`], [`readback`], [`readback_pdf`], [`readback_sheet`] | a finished file, read back: does it say what the inputs say? |
//! | [`diagnostic`] | findings with a place, and the one renderer of messages |
//! | [`vi`] | Vietnamese written forms |
//!
//! The binary adds the commands: `batch.rs` builds many folders side by side, `watch.rs` builds again after each
//! save (`stamps.rs` sees it), `compare.rs` answers what changed. What was set and parsed is remembered in between
//! (`comemo`), and forgotten when a few documents in a row had no use for it ([`typeset::forget`]). `signing.rs` signs,
//! `signatures.rs` tells what signatures are worth; they read the clock, since signing needs to know the time. What
//! somebody handed back is read by others' PDF readers, first in a process that may crash (`probing.rs`).
//!
//! [`build()`] names every stage in order; [`survey()`] is the part of it that a comparison needs. Only
//! [`files`], [`publish`], [`issued`], [`sign::secret`] and the binary touch the disk; the library never reads the clock.
//!
//! Pages are made on one pool of threads (`rayon`), that of Typst, so that there are no more of them than cores. A
//! document alone keeps all of them busy: the typesetter warms up while inputs are read, paragraphs are set ahead
//! of their pages (`ahead.rs`), and workbook and ledger are written beside pages and PDF.
//!
//! # Where it differs from the first blueprint
//!
//! * Prose is checked with Typst's own parser ([`prose::inspect`]) and may use only headings, items and
//!   emphasis. So a stray `#` is explained at its line in the template, and no template can run code.
//! * Which definition an input uses is found without naming a sheet here: the particulars sheet of each
//!   definition is looked up, and the one whose field `template` names its own folder is used.
//! * A particular may quote another by its name in braces (`năm {Năm kế hoạch}`), so that the year stands
//!   in one cell even where the title repeats it.
//! * Fixed texts of the form (head, title, signature, captions, tables) go to Typst as `data.json`, prose
//!   as markup; both are in `source/`, which the stock `typst` compiles to the same pages.

mod ahead;
pub mod align;
pub mod appendix;
pub mod attached;
pub mod cell;
pub mod cells;
pub mod check;
pub mod columns;
pub mod culprit;
pub mod dataset;
pub mod date;
pub mod definition;
pub mod diagnostic;
pub mod diff;
pub mod diff_sheet;
pub mod diff_text;
pub mod document;
pub mod doubt;
pub mod encoding;
pub mod files;
pub mod form;
pub mod grid;
pub mod guide;
pub mod issued;
pub mod ledger;
pub mod link;
pub mod locate;
pub mod marked;
pub mod marks;
pub mod measure;
pub mod mend;
pub mod names;
pub mod narrative;
pub mod number;
pub mod pdf_text;
pub mod policy;
pub mod preflight;
pub mod printed;
pub mod prose;
pub mod publish;
pub mod readback;
pub mod readback_pdf;
pub mod readback_sheet;
pub mod reader;
pub mod recognise;
pub mod redline;
pub mod relation;
pub mod rewording;
pub mod row_class;
pub mod rows;
pub mod rules;
pub mod scaffold;
pub mod schema;
pub mod scrutiny;
pub mod sheet;
pub mod sign;
pub mod sniff;
pub mod start;
pub mod state;
pub mod structure;
pub mod subtotal;
pub mod survey;
pub mod suspect;
pub mod syllable;
pub mod typeset;
pub mod unit;
pub mod vi;
pub mod workbook;

use std::collections::BTreeMap;

use check::Checked;
use diagnostic::{Diagnostic, Failure, Place, Stage, Warned};
use document::Document;
use doubt::Doubt;
use files::{DocumentFolder, InputFolder, Templates};
use reader::Reading;
use recognise::{definition, no_template};
use typeset::{Fonts, Sources, Typesetter};
use workbook::Workbook;

/// An input that has been read and checked, but not written.
pub struct Verified {
    /// The template folder in use.
    pub template: String,
    pub document: Document,
    pub workbooks: Vec<Workbook>,
    pub checked: Checked,
}

/// A finished document.
pub struct Product {
    /// File name → bytes, ready to be written.
    pub files: BTreeMap<String, Vec<u8>>,
    pub pages: typeset::Pages,
    pub ledger: ledger::Ledger,
}

/// Reads and checks one input folder.
///
/// # Errors
/// Everything found wrong with the inputs, or with the definition they name.
pub fn verify(inputs: &InputFolder, templates: &Templates) -> Stage<Verified> {
    let (workbooks, faults) = read_workbooks(inputs);
    let (template, document) = match definition(&workbooks, inputs, templates) {
        Ok(known) => known,
        // What names the template may stand in a workbook that cannot be read.
        Err(_) if !faults.is_empty() => return Err(Failure::Refused(diagnostic::settle(faults))),
        Err(failure) => return Err(failure),
    };
    let Reading { dataset, mut found } = reader::read(&document, &workbooks);
    if !faults.is_empty() {
        // So may a sheet that was not found.
        found.retain(|finding| finding.code != "sheet-missing");
        found.extend(faults);
    }
    found.extend(schema::check(&workbooks, &template, &document, templates));
    let (checked, more) = check::relations(&document, dataset, &Doubt::of(&found));
    found.extend(more);
    diagnostic::accept(Verified { template, document, workbooks, checked }, found)
}

/// Where the workbook of the appendices goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Appendices {
    /// Beside the PDF, as a file of its own.
    #[default]
    Beside,
    /// Into the PDF as well, so that one signature covers both (`--attach-workbook`).
    Attached,
}

/// Makes the finished document, the workbook beside it: PDF, workbook, ledger and sources.
///
/// # Errors
/// Template, font and layout faults, and blanks that a sentence needs.
pub fn build(verified: &Verified, templates: &Templates, fonts: &Fonts) -> Stage<Product> {
    build_with(verified, templates, fonts, Appendices::Beside)
}

/// Makes the finished document.
///
/// # Errors
/// As [`build()`].
pub fn build_with(verified: &Verified, templates: &Templates, fonts: &Fonts, appendices: Appendices) -> Stage<Product> {
    let Verified { template, document, checked, .. } = verified;
    let dataset = &checked.dataset;
    let folder = templates.documents.get(template).ok_or_else(|| no_template(Place::Nowhere, template, templates))?;

    let layout = appendix::build(document, dataset);
    let mut form = form::build(document, dataset, layout, fonts.family().unwrap_or(typeset::SHIPPED_FAMILY));
    let (stem, symbol) = (form::file_stem(dataset), form::number_and_symbol(dataset));
    let workbook_name = format!("{stem}-phu-luc.xlsx");
    let write_workbook = |form: &form::Form| {
        sheet::write(&form.appendices, checked, &form.meta, &symbol)
            .map_err(|error| workbook_trouble(template, error.to_string()))
    };
    // What the pages hold is written before they are set.
    let attached = match appendices {
        Appendices::Beside => None,
        Appendices::Attached => Some(write_workbook(&form)?),
    };
    form.attachment = attached.as_ref().map(|_| form::Attachment::named(&workbook_name));
    let narrative = prose_of(verified, folder)?;
    let sources = sources(&form, &narrative, folder, templates)?;
    let mut typesetter = Typesetter::new(&sources, fonts)?;
    if let Some(workbook) = &attached {
        typesetter = typesetter.with_file(&workbook_name, workbook.bytes.clone())?;
    }
    // Setting pages, and then writing them, keeps one core busy; the other does the rest meanwhile.
    let (laid_out, (inspected, workbook)) = rayon::join(
        || typesetter.layout(),
        || {
            let shown = typeset::show_every_character(dataset, &narrative, fonts);
            let inspected = prose::inspect_all(&folder.narrative, &narrative_path(template));
            (shown.and(inspected), attached.map_or_else(|| write_workbook(&form), Ok))
        },
    );
    // What is wrong with the prose is better said at its own lines than where Typst stumbled.
    let Warned { warnings: mut said, .. } = inspected?;
    let Warned { output: pages, warnings } = laid_out?;
    let workbook = workbook?;
    said.splice(0..0, warnings);

    let (pdf, mut ledger) = rayon::join(
        || finished_pdf(&typesetter, &pages, &stem, &form, form::is_draft(dataset)),
        || {
            ledger::build(ledger::Parts {
                document,
                checked,
                form: &form,
                sentences: narrative.sentences,
                printed: &printed::printed(&pages.document, &form.appendices),
                pages: pages.document.pages().len(),
                cells: &workbook.cells,
                identity: identity(verified, &form, &symbol),
                inputs: input_files(verified),
                templates: template_files(template, folder, templates),
            })
        },
    );
    drop(typesetter);

    let mut files = BTreeMap::new();
    if form.attachment.is_some() {
        files.insert(format!("source/{workbook_name}"), workbook.bytes.clone());
    }
    files.extend(sources.into_iter().map(|(path, text)| (format!("source/{path}"), text.into_bytes())));
    let outputs = BTreeMap::from([(format!("{stem}.pdf"), pdf?), (workbook_name, workbook.bytes)]);
    ledger.outputs = outputs
        .iter()
        .map(|(name, bytes)| ledger::File { file: name.clone(), sha256: ledger::sha256(bytes) })
        .collect();
    files.extend(outputs);
    files.insert(files::LEDGER.to_owned(), ledger.to_json()?);
    Ok(Warned { output: Product { files, pages, ledger }, warnings: said })
}

/// The PDF, ready to be signed unless it is a draft: that has nothing to sign yet.
fn finished_pdf(
    typesetter: &Typesetter<'_>,
    pages: &typeset::Pages,
    stem: &str,
    form: &form::Form,
    is_draft: bool,
) -> Result<Vec<u8>, Failure> {
    let kind = match form.attachment {
        Some(_) => typeset::PdfKind::WithAttachment,
        None => typeset::PdfKind::Document,
    };
    let pdf = typesetter.pdf(pages, stem, kind)?;
    if is_draft { Ok(pdf) } else { sign::prepare::prepare(pdf, &pages.rooms) }
}

/// Renders and inspects the prose without typesetting it: what `check` does beyond the figures.
///
/// # Errors
/// Template faults, markup that prose may not use, and blanks that a sentence needs.
pub fn rehearse(verified: &Verified, templates: &Templates) -> Stage<()> {
    let template = &verified.template;
    let folder = templates.documents.get(template).ok_or_else(|| no_template(Place::Nowhere, template, templates))?;
    prose_of(verified, folder)?;
    prose::inspect_all(&folder.narrative, &narrative_path(template))
}

/// What a document says and where, without laying it out: one side of a comparison.
///
/// # Errors
/// Template faults, and blanks that a sentence needs.
pub fn survey(verified: &Verified, templates: &Templates) -> Result<state::State, Failure> {
    let Verified { template, document, checked, .. } = verified;
    let folder = templates.documents.get(template).ok_or_else(|| no_template(Place::Nowhere, template, templates))?;
    let appendices = appendix::build(document, &checked.dataset);
    let form = form::build(document, &checked.dataset, appendices, typeset::SHIPPED_FAMILY);
    let sentences = prose_of(verified, folder)?.sentences;
    let contexts = ledger::contexts(&form, &sentences);
    let ledger = ledger::build(ledger::Parts {
        document,
        checked,
        form: &form,
        sentences,
        printed: &[],
        pages: 0,
        cells: &sheet::cells(&form.appendices),
        identity: identity(verified, &form, &form::number_and_symbol(&checked.dataset)),
        inputs: input_files(verified),
        templates: template_files(template, folder, templates),
    });
    Ok(state::State::surveyed(ledger, contexts))
}

fn narrative_path(template: &str) -> String {
    format!("{template}/narrative")
}

/// The rendered prose; where it cannot be rendered, also what else is wrong with it.
fn prose_of(verified: &Verified, folder: &DocumentFolder) -> Result<narrative::Narrative, Failure> {
    let path = narrative_path(&verified.template);
    narrative::render(&verified.checked.dataset, &folder.narrative, &path).map_err(|failure| {
        match prose::inspect_all(&folder.narrative, &path) {
            Err(faults) => Failure::Failed([faults.diagnostics(), failure.diagnostics()].concat()),
            Ok(_) => failure,
        }
    })
}

fn identity(verified: &Verified, form: &form::Form, symbol: &str) -> ledger::Identity {
    ledger::Identity {
        template: verified.template.clone(),
        number: symbol.to_owned(),
        date: form::issue_date(&verified.checked.dataset).map(vi::Date::iso),
        title: form.meta.title.clone(),
    }
}

fn input_files(verified: &Verified) -> Vec<ledger::File> {
    let books = verified.workbooks.iter();
    books.map(|book| ledger::File { file: book.name.to_string(), sha256: book.sha256.clone() }).collect()
}

/// Every workbook that can be read, as far as it can be, and what keeps the rest from being read.
pub(crate) fn read_workbooks(inputs: &InputFolder) -> (Vec<Workbook>, Vec<Diagnostic>) {
    let (mut books, mut faults): (Vec<Workbook>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (name, bytes) in &inputs.workbooks {
        let (book, found) = workbook::read_what_can_be(name, bytes);
        faults.extend(found);
        let Some(book) = book else { continue };
        match books.iter().find(|other| other.sha256 == book.sha256) {
            Some(other) => {
                let finding = Diagnostic::error("workbook-twice", Place::File(name.clone()));
                faults.push(finding.with("other", &other.name));
            }
            None => books.push(book),
        }
    }
    (books, faults)
}

fn workbook_trouble(template: &str, detail: String) -> Failure {
    let place = Place::File(format!("{template}/document.toml"));
    Failure::Failed(vec![Diagnostic::error("workbook-unwritable", place).with("detail", detail)])
}

fn not_serialisable(error: &serde_json::Error) -> Failure {
    Failure::Failed(vec![Diagnostic::error("typst-fault", Place::Nowhere).with("detail", error)])
}

/// Everything that Typst is given.
///
/// # Errors
/// None in practice; a form that cannot be written as JSON.
pub fn sources(
    form: &form::Form,
    narrative: &narrative::Narrative,
    folder: &DocumentFolder,
    templates: &Templates,
) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    for (name, text) in &templates.form {
        sources.insert(format!("{}/{name}", files::FORM_FOLDER), text.clone());
    }
    let default_main = templates.form.get("main.typ").cloned().unwrap_or_default();
    sources.insert("main.typ".to_owned(), folder.main.clone().unwrap_or(default_main));
    sources.insert(
        "data.json".to_owned(),
        serde_json::to_string_pretty(form).map_err(|error| not_serialisable(&error))? + "\n",
    );
    let includes: String = narrative.files.keys().map(|name| format!("#include \"/narrative/{name}\"\n")).collect();
    sources.insert("narrative.typ".to_owned(), includes);
    for (name, text) in &narrative.files {
        sources.insert(format!("narrative/{name}"), text.clone());
    }
    Ok(sources)
}

fn template_files(template: &str, folder: &DocumentFolder, templates: &Templates) -> Vec<ledger::File> {
    let file = |name: String, text: &str| ledger::File { file: name, sha256: ledger::sha256(text.as_bytes()) };
    let mut list = vec![file(format!("{template}/document.toml"), &folder.definition)];
    list.extend(folder.main.iter().map(|text| file(format!("{template}/main.typ"), text)));
    list.extend(folder.narrative.iter().map(|(name, text)| file(format!("{template}/narrative/{name}"), text)));
    list.extend(templates.form.iter().map(|(name, text)| file(format!("{}/{name}", files::FORM_FOLDER), text)));
    list
}
