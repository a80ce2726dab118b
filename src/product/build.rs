//! Makes the finished document: the one door to this room.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Stage, Warned};
use crate::finding::place::Place;
use crate::input::definition::accepted;
use crate::input::templates::{self, DocumentFolder, Templates};
use crate::input::verify::Verified;
use crate::input::which_definition::no_template;
use crate::product::breaks::{self, Break};
use crate::product::ledger::{assemble, format};
use crate::product::pages::fonts::{self, Fonts};
use crate::product::pages::typesetter::{self, Sources, Typesetter};
use crate::product::pages::walk::walk;
use crate::product::pages::{foreign, glyphs, overlook, printed, unprinted, whole};
use crate::product::prose::marked_text::Sentence;
use crate::product::prose::slips::{self, proof::Proof};
use crate::product::prose::{inspect, narrative};
use crate::product::setting::{Setter, sources};
use crate::product::{appendix, file_names, form, particulars, workbook};
use crate::sign::pdf::prepare;
use crate::vi::dates;
use crate::xlsx::hash;

/// A finished document.
pub struct Product {
    /// File name → bytes, ready to be written.
    pub files: BTreeMap<String, Vec<u8>>,
    pub pages: typesetter::Pages,
    pub ledger: format::Ledger,
    /// Where its tables were made to break.
    pub(crate) breaks: Vec<Break>,
}

/// Where the workbook of the appendices goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Appendices {
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
pub(crate) fn build_with(
    verified: &Verified,
    templates: &Templates,
    fonts: &Fonts,
    appendices: Appendices,
) -> Stage<Product> {
    let Verified { template, document, checked, .. } = verified;
    let dataset = &checked.dataset;
    let folder = templates.documents.get(template).ok_or_else(|| no_template(Place::Nowhere, template, templates))?;
    let layout = appendix::build(document, dataset);
    let mut form = form::build(document, dataset, layout, fonts.family().unwrap_or(fonts::SHIPPED_FAMILY));
    let (stem, symbol) = (particulars::file_stem(dataset), particulars::number_and_symbol(dataset));
    let (pdf_name, workbook_name) = file_names::outputs(&stem);
    let write_workbook = |form: &form::Form| written_workbook(verified, form, &symbol);
    // What the pages hold is written before they are set.
    let attached = if appendices == Appendices::Attached { write_workbook(&form)? } else { None };
    form.attachment = attached.as_ref().map(|_| form::Attachment::named(&workbook_name));
    let narrative = prose_of(verified, folder)?;
    let first = sources(&form, &narrative, folder, templates)?;
    let attachment = attached.as_ref().map(|workbook| (workbook_name.as_str(), workbook.bytes.clone()));
    let foreign = foreign::file(template, folder, templates)?;
    let setter = Setter { fonts, foreign, attachment, narrative, folder, templates };
    let mut typesetter = setter.typesetter(&first)?;
    expect_none(stray(&typesetter, template), template, folder)?;
    // Setting pages, and then writing them, keeps one core busy; the other does the rest meanwhile.
    let (laid_out, (inspected, workbook)) = rayon::join(
        || typesetter.layout(),
        || {
            let inspected = proofread(verified, folder, &form, &setter.narrative, fonts);
            (inspected, attached.map_or_else(|| write_workbook(&form), |workbook| Ok(Some(workbook))))
        },
    );
    // What is wrong with the prose is better said at its own lines than where Typst stumbled.
    let Warned { warnings: mut said, .. } = inspected?;
    let (Warned { output: mut pages, mut warnings }, workbook) = (laid_out?, workbook?);
    let (mut second, mut breaks) = (None, Vec::new());
    if let Some(again) = breaks::mended(&pages, &form, dataset, |form| setter.set(form))? {
        (form, breaks) = (again.form, again.breaks);
        Warned { output: pages, warnings } = again.pages;
        typesetter = setter.typesetter(second.insert(again.sources))?;
    }
    said.splice(0..0, warnings);
    let (pdf, ledger) = rayon::join(
        || finished_pdf(&typesetter, &pages, &stem, &form, particulars::is_draft(dataset)),
        || {
            let cells = workbook.as_ref().map(|workbook| &workbook.cells);
            let printed = complete(&typesetter, &pages, (verified, &form), &main_path(template, folder))?;
            let templates = template_files(template, folder, templates);
            Ok(ledger_of(verified, (&form, &symbol), setter.narrative.sentences, (&pages, &printed), cells, templates))
        },
    );
    let mut ledger = ledger?;
    drop(typesetter);
    let sources = second.unwrap_or(first);

    let mut outputs = BTreeMap::from([(pdf_name, pdf?)]);
    outputs.extend(workbook.map(|workbook| (workbook_name, workbook.bytes)));
    let files = files(outputs, sources, form.attachment.as_ref(), &mut ledger)?;
    Ok(Warned { output: Product { files, pages, ledger, breaks }, warnings: said })
}

/// Where each datum is printed.
///
/// # Errors
/// Prose and appendices that the pages do not show; and what they do not show whole.
fn complete(
    typesetter: &Typesetter<'_>,
    pages: &typesetter::Pages,
    (verified, form): (&Verified, &form::Form),
    main: &str,
) -> Result<Vec<printed::Printed>, Failure> {
    let document = &pages.document;
    let mut search = printed::Search::of(document, &form.appendices);
    let mut shown = unprinted::Shown::new();
    let mut overlook = overlook::Overlook::new(printed::tables(document, &form.appendices));
    walk(document, &mut [&mut search, &mut shown, &mut overlook]);
    let printed = search.finish();
    let (prose, appendices) = (typesetter.prose().collect(), &form.appendices);
    let expected = unprinted::Expected { prose, appendices, printed: &printed, main };
    let mut missing = unprinted::unprinted(&shown, &expected);
    // What is not there at all is told first: it is why the rest is where it is.
    if missing.is_empty() {
        missing = whole::findings(&overlook.faults(), verified, form, main);
    }
    if missing.is_empty() {
        return Ok(printed);
    }
    // With the program's own form, what does not fit is what was entered.
    let is_entered = main.starts_with(templates::FORM_FOLDER);
    let is_refused = is_entered && missing.iter().all(|finding| matches!(finding.place, Place::Cell(_)));
    Err(if is_refused { Failure::Refused(missing) } else { Failure::Failed(missing) })
}

/// The file that puts a document together, as messages name it.
fn main_path(template: &str, folder: &DocumentFolder) -> String {
    let owner = if folder.main.is_some() { template } else { templates::FORM_FOLDER };
    format!("{owner}/main.typ")
}

/// The template of a rendered file, as messages name it.
fn template_of(template: &str, file: &str) -> String {
    format!("{}.j2", file.replacen("narrative", &templates::narrative_path(template), 1))
}

/// What rendered prose holds beside words and figures, or emphasises without printing it: the first of each file.
fn stray(typesetter: &Typesetter<'_>, template: &str) -> Vec<Finding> {
    let files = typesetter.prose().map(|(file, root)| (template_of(template, file), root));
    let found = files
        .filter_map(|(file, root)| inspect::rendered(root, &file).or_else(|| inspect::empty_emphasis(root, &file)));
    found.collect()
}

/// Whatever templates look like, what they gave holds no more than words and what the program itself put there. This
/// is known before anything runs; what else is wrong with the prose can wait until the pages are under way.
fn expect_none(stray: Vec<Finding>, template: &str, folder: &DocumentFolder) -> Result<(), Failure> {
    if stray.is_empty() {
        return Ok(());
    }
    // In a line of a template it is better said there.
    let inspected = inspect::inspect_all(&folder.narrative, &templates::narrative_path(template));
    Err(inspected.err().unwrap_or(Failure::Failed(stray)))
}

/// The ledger, but for the outputs, which may still be in the making.
fn ledger_of(
    verified: &Verified,
    (form, symbol): (&form::Form, &str),
    sentences: Vec<Sentence>,
    (pages, printed): (&typesetter::Pages, &[printed::Printed]),
    cells: Option<&workbook::Cells>,
    templates: Vec<format::File>,
) -> format::Ledger {
    let none = workbook::Cells::new();
    assemble::assemble(assemble::Parts {
        document: &verified.document,
        checked: &verified.checked,
        form,
        sentences,
        printed,
        pages: pages.document.pages().len(),
        cells: cells.unwrap_or(&none),
        identity: identity(verified, form, symbol),
        inputs: input_files(verified),
        templates,
    })
}

/// Every file of a document; the ledger learns of its outputs.
fn files(
    outputs: BTreeMap<String, Vec<u8>>,
    sources: Sources,
    attached: Option<&form::Attachment>,
    ledger: &mut format::Ledger,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let of = |(name, bytes): (&String, &Vec<u8>)| format::File { file: name.clone(), sha256: hash::sha256(bytes) };
    ledger.outputs = outputs.iter().map(of).collect();
    let mut files = BTreeMap::new();
    for (name, bytes) in outputs {
        if attached.is_some_and(|attached| attached.file == name) {
            files.insert(file_names::source(&name), bytes.clone());
        }
        files.insert(name, bytes);
    }
    files.extend(sources.into_iter().map(|(path, text)| (file_names::source(&path), text.into_bytes())));
    files.insert(file_names::LEDGER.to_owned(), ledger.to_json()?);
    Ok(files)
}

/// The PDF, ready to be signed unless it is a draft: that has nothing to sign yet.
fn finished_pdf(
    typesetter: &Typesetter<'_>,
    pages: &typesetter::Pages,
    stem: &str,
    form: &form::Form,
    is_draft: bool,
) -> Result<Vec<u8>, Failure> {
    let kind = match form.attachment {
        Some(_) => typesetter::PdfKind::WithAttachment,
        None => typesetter::PdfKind::Document,
    };
    let pdf = typesetter.pdf(pages, stem, kind)?;
    if is_draft { Ok(pdf) } else { prepare::prepare(pdf, &pages.rooms) }
}

/// Renders and inspects the prose without typesetting it: what `check` does beyond the figures.
///
/// # Errors
/// Template faults, markup that prose may not use, blanks that a sentence needs, and characters that no font has.
pub fn rehearse(verified: &Verified, templates: &Templates, fonts: &Fonts) -> Stage<()> {
    let template = &verified.template;
    let folder = templates.documents.get(template).ok_or_else(|| no_template(Place::Nowhere, template, templates))?;
    let narrative = prose_of(verified, folder)?;
    let path = |name: &str| template_of(template, &format!("narrative/{name}"));
    let stray = narrative.files.iter().filter_map(|(name, text)| inspect::rendered_text(text, &path(name)));
    expect_none(stray.collect(), template, folder)?;
    let layout = appendix::build(&verified.document, &verified.checked.dataset);
    let form = form::build(
        &verified.document,
        &verified.checked.dataset,
        layout,
        fonts.family().unwrap_or(fonts::SHIPPED_FAMILY),
    );
    proofread(verified, folder, &form, &narrative, fonts)
}

/// Whether the words that are printed are right, and can be printed.
///
/// # Errors
/// As those of [`inspected`] and, where there are none, of [`shown`].
fn proofread(
    verified: &Verified,
    folder: &DocumentFolder,
    form: &form::Form,
    narrative: &narrative::Narrative,
    fonts: &Fonts,
) -> Stage<()> {
    let said = inspected(verified, folder, form, narrative)?;
    shown(verified, folder, form, narrative, fonts)?;
    Ok(said)
}

/// Whether the fonts have every character that is printed.
///
/// # Errors
/// Those that they lack.
fn shown(
    verified: &Verified,
    folder: &DocumentFolder,
    form: &form::Form,
    narrative: &narrative::Narrative,
    fonts: &Fonts,
) -> Result<(), Failure> {
    let proof = Proof { template: &verified.template, folder, dataset: &verified.checked.dataset, form, narrative };
    glyphs::show_every_character(&proof, fonts)
}

/// What is wrong with the words that are printed: with the templates themselves, and then with what became of them.
///
/// # Errors
/// Markup that prose may not use, and slips that may not be published; less what the definition accepts.
fn inspected(
    verified: &Verified,
    folder: &DocumentFolder,
    form: &form::Form,
    narrative: &narrative::Narrative,
) -> Stage<()> {
    let Verified { template, document, checked, .. } = verified;
    let Warned { warnings: mut found, .. } =
        inspect::inspect_all(&folder.narrative, &templates::narrative_path(template))?;
    let path = templates::narrative_path(template);
    let unread = folder.unread.iter().map(|name| Place::File(format!("{path}/{name}")));
    found.extend(unread.map(|place| Finding::new(Code::NarrativeUnread, place)));
    let proof = Proof { template, folder, dataset: &checked.dataset, form, narrative };
    found.extend(slips::slips(&proof));
    accepted::accept(&document.accepted, (), found)
}

/// The rendered prose; where it cannot be rendered, also what else is wrong with it.
pub(crate) fn prose_of(verified: &Verified, folder: &DocumentFolder) -> Result<narrative::Narrative, Failure> {
    let path = templates::narrative_path(&verified.template);
    let has_files = folder.narrative.keys().any(|name| !name.starts_with('_'));
    let missing =
        || Finding::new(Code::NarrativeMissing, Place::File(path.clone())).flag("has-files", has_files).fails();
    if !has_files {
        return Err(missing());
    }
    let rendered = narrative::render(&verified.document, &verified.checked.dataset, &folder.narrative, &path);
    let rendered = rendered.map_err(|failure| match inspect::inspect_all(&folder.narrative, &path) {
        Err(faults) => Failure::Failed([faults.findings(), failure.findings()].concat()),
        Ok(_) => failure,
    })?;
    match narrative::unbroken(&rendered, &path) {
        _ if rendered.sentences.is_empty() => Err(missing()),
        found if found.is_empty() => Ok(rendered),
        // In a line of a template it is better said there.
        found => Err(inspect::inspect_all(&folder.narrative, &path).err().unwrap_or(Failure::Failed(found))),
    }
}

/// Which document it is.
pub(crate) fn identity(verified: &Verified, form: &form::Form, symbol: &str) -> format::Identity {
    format::Identity {
        template: verified.template.clone(),
        number: symbol.to_owned(),
        date: particulars::issue_date(&verified.checked.dataset).map(dates::Date::iso),
        title: form.meta.title.clone(),
    }
}

/// The workbooks that it is made from.
pub(crate) fn input_files(verified: &Verified) -> Vec<format::File> {
    let books = verified.workbooks.iter();
    let own = books.map(|book| format::File { file: book.name.to_string(), sha256: book.sha256.clone() });
    let earlier = verified.previous.iter().flat_map(|folder| &folder.workbooks);
    own.chain(earlier.map(|(name, bytes)| format::File { file: name.clone(), sha256: hash::sha256(bytes) })).collect()
}

/// The workbook of the appendices; without appendices there is none.
fn written_workbook(
    verified: &Verified,
    form: &form::Form,
    symbol: &str,
) -> Result<Option<workbook::Written>, Failure> {
    if form.appendices.is_empty() {
        return Ok(None);
    }
    workbook::write(&form.appendices, &verified.checked, &form.meta, symbol).map(Some).map_err(|error| {
        let place = Place::File(templates::definition_path(&verified.template));
        Finding::new(Code::WorkbookUnwritable, place).with("detail", error).fails()
    })
}

/// Path below the templates, and text, of every template that a document is made with.
pub(crate) fn template_texts<'a>(
    template: &str,
    folder: &'a DocumentFolder,
    templates: &'a Templates,
) -> Vec<(String, &'a str)> {
    let prose = templates::narrative_path(template);
    let mut list = vec![(templates::definition_path(template), folder.definition.as_str())];
    list.extend(folder.main.iter().map(|text| (format!("{template}/main.typ"), text.as_str())));
    list.extend(folder.narrative.iter().map(|(name, text)| (format!("{prose}/{name}"), text.as_str())));
    let form = templates.form.iter();
    list.extend(form.map(|(name, text)| (format!("{}/{name}", templates::FORM_FOLDER), text.as_str())));
    list
}

/// Every template file that it is made with.
pub(crate) fn template_files(template: &str, folder: &DocumentFolder, templates: &Templates) -> Vec<format::File> {
    let file = |(name, text): (String, &str)| format::File { file: name, sha256: hash::sha256(text.as_bytes()) };
    template_texts(template, folder, templates).into_iter().map(file).collect()
}
