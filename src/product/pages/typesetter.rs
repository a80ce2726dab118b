//! Typst sources → laid-out pages → PDF bytes.
//!
//! The world behind Typst serves an allow-list only: the sources of this document and the fonts given. It
//! has no network, no packages, no clock and no disk.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Label, Selector, Smart, Value};
use typst::introspection::Introspector;
use typst::introspection::MetadataElem;
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, SyntaxNode, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Feature, Features, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Stage, Warned};
use crate::finding::place::{Excerpt, Place};
use crate::input::templates::FORM_FOLDER;
use crate::product::pages::ahead;
use crate::product::pages::fonts::{Fonts, SHIPPED_FAMILY};
use crate::product::pages::trial::{self, Trial};
use crate::product::pages::typed_blanks;
use crate::sign::pdf::field::Room;
use crate::vi::dates::Date;
use crate::vi::text::beginning;

/// Sources of one document: path from the project root (`main.typ`, `nd30/page.typ`) → contents.
pub type Sources = BTreeMap<String, String>;

/// The laid-out document.
pub struct Pages {
    pub document: PagedDocument,
    /// The labelled rooms of the signature block.
    pub rooms: Vec<Room>,
}

/// Typst's standard library, the same for every document.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Row headers of tables are tagged through this feature; without it the form library leaves them out.
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    let mut library = Library::builder().with_features(features).build();
    library.routines = ahead::routines(library.routines);
    // Programs for the machine have no place in a document, and no end that could be foreseen.
    library.global.scope_mut().define("plugin", Value::None);
    library.std = Binding::detached(library.global.clone());
    LazyHash::new(library)
});

/// Sets a few words and a table with the form library, so that the library, Typst's own, its tables of Unicode
/// and the faces of the fonts are in place when the first document comes. Meant to run while its inputs are read.
pub(crate) fn warm_up(form: &BTreeMap<String, String>, fonts: &Fonts) {
    let family = fonts.family().unwrap_or(SHIPPED_FAMILY);
    let words = "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2024. ".repeat(3);
    let text = format!(
        "#import \"/{FORM_FOLDER}/nd30.typ\": body-text\n#show: body-text\n\
         #set text(font: {family:?}, lang: \"vi\")\n#set page(header: context counter(page).display())\n\
         = I. {words}\n\n- {words} *{words}* _{words}_ *_{words}_*\n\n\
         #table(columns: 2, table.header[{words}][2], [1], [2])"
    );
    let mut sources: Sources =
        form.iter().map(|(name, text)| (format!("{FORM_FOLDER}/{name}"), text.clone())).collect();
    sources.insert("main.typ".to_owned(), text);
    // Whatever goes wrong here will be found, and said, when the document is set.
    if let Ok(typesetter) = Typesetter::new(&sources, fonts) {
        let _ = typesetter.layout();
    }
}

/// What a PDF is for, which decides the standards it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfKind {
    /// A document: PDF/A-2a and PDF/UA-1.
    Document,
    /// A document that holds another file: PDF/A-3a, which allows that, and PDF/UA-1.
    WithAttachment,
    /// A drawing that becomes part of another PDF, which says itself what it is there: PDF/A-2u, not tagged.
    Drawing,
}

impl PdfKind {
    fn standards(self) -> &'static [PdfStandard] {
        match self {
            Self::Document => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Self::WithAttachment => &[PdfStandard::A_3a, PdfStandard::Ua_1],
            Self::Drawing => &[PdfStandard::A_2u],
        }
    }
}

/// The typesetter of one document: its sources behind a closed world.
pub struct Typesetter<'a> {
    world: Closed<'a>,
    /// Files that are no sources.
    files: Vec<(String, Bytes)>,
    /// Where code stands that is not known to come to an end.
    foreign: Option<String>,
}

impl<'a> Typesetter<'a> {
    /// Takes the sources; `main.typ` must be among them.
    ///
    /// # Errors
    /// A path that is none.
    pub fn new(sources: &'a Sources, fonts: &'a Fonts) -> Result<Self, Failure> {
        let (mut markup, mut data) = (HashMap::new(), HashMap::new());
        for (path, text) in sources {
            let id = file_id(path)?;
            if path.ends_with(".typ") {
                markup.insert(id, parsed(id, text));
            } else {
                data.insert(id, Bytes::from_string(text.clone()));
            }
        }
        let world = Closed { fonts, main: file_id("main.typ")?, markup, data, sources };
        Ok(Self { world, files: Vec::new(), foreign: None })
    }

    /// Gives the world one more file, which is no text: a picture, or a workbook to be attached.
    ///
    /// # Errors
    /// A path that is none.
    pub(crate) fn with_file(mut self, path: &str, bytes: Vec<u8>) -> Result<Self, Failure> {
        let bytes = Bytes::new(bytes);
        self.world.data.insert(file_id(path)?, bytes.clone());
        self.files.push((path.to_owned(), bytes));
        Ok(self)
    }

    /// The rendered files of the prose, each as it was parsed, in the order of their names.
    pub(crate) fn prose(&self) -> impl Iterator<Item = (&str, &SyntaxNode)> {
        let tree = |path: &'a String| Some((path.as_str(), self.world.markup.get(&file_id(path).ok()?)?.root()));
        self.world.sources.keys().filter(|path| path.starts_with("narrative/")).filter_map(tree)
    }

    /// Has the pages tried out before they are laid out, where this names a file with code of others.
    #[must_use]
    pub(crate) fn with_foreign(mut self, file: Option<String>) -> Self {
        self.foreign = file;
        self
    }

    fn try_out(&self) -> Result<(), Failure> {
        let (Some(file), Some(trier)) = (&self.foreign, self.world.fonts.trier) else { return Ok(()) };
        let trial = Trial::new(self.world.sources, &self.files, self.world.fonts.files());
        trier(&trial).map_err(|why| trial::stopped(file, why, trial.limits))
    }

    /// Lays the document out.
    ///
    /// # Errors
    /// Typst's errors with their place in the sources ([`Failure::Failed`]); code that has no end.
    pub fn layout(&self) -> Stage<Pages> {
        self.try_out()?;
        let typst::diag::Warned { output, warnings } = typst::compile::<PagedDocument>(&self.world);
        let warnings = warnings.iter().map(|warning| self.world.explain(warning, false)).collect();
        match output {
            Ok(document) => {
                let document = typed_blanks::typed(document);
                let rooms = rooms(&document);
                Ok(Warned { output: Pages { document, rooms }, warnings })
            }
            Err(errors) => Err(self.world.failure(&errors)),
        }
    }

    /// Writes the pages as a PDF.
    ///
    /// `ident` names the document for ever; the same pages and ident give the same bytes.
    ///
    /// # Errors
    /// What the standards forbid.
    pub fn pdf(&self, pages: &Pages, ident: &str, kind: PdfKind) -> Result<Vec<u8>, Failure> {
        let standards = PdfStandards::new(kind.standards())
            .map_err(|error| Finding::new(Code::TypstFault, Place::Nowhere).with("detail", error.message()).fails())?;
        let day = Date::DECREE;
        let options = PdfOptions {
            ident: Smart::Custom(ident.to_owned()),
            creator: Smart::Custom(Some(concat!("vanban ", env!("CARGO_PKG_VERSION")).to_owned())),
            standards,
            tagged: kind != PdfKind::Drawing,
            // PDF/A wants a date and the clock is not read: a draft, which has none, carries the decree's own.
            timestamp: Datetime::from_ymd(day.year.into(), day.month, day.day).map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&pages.document, &options).map_err(|errors| self.world.failure(&errors))
    }
}

/// Sets the pages of a trial, and lets them go. Faults are found again, and told, where the pages are made in earnest.
pub(crate) fn run(trial: &Trial) {
    let fonts = Fonts::new(trial.fonts());
    let set = || {
        let mut typesetter = Typesetter::new(&trial.sources, &fonts)?;
        for (name, bytes) in trial.files() {
            typesetter = typesetter.with_file(name, bytes)?;
        }
        typesetter.layout()
    };
    let _ = set();
}

/// Forgets memoised results, so that memory stays bounded over many documents.
pub fn forget(max_age: usize) {
    comemo::evict(max_age);
}

/// Millimetres of a point.
pub(crate) const MM_PER_PT: f64 = 25.4 / 72.0;

fn labelled(document: &PagedDocument, label: &str) -> Vec<(Value, usize, f64, f64)> {
    let Some(label) = Label::new(PicoStr::intern(label)) else { return Vec::new() };
    let introspector = document.introspector();
    let found = introspector.query(&Selector::Label(label));
    found
        .iter()
        .filter_map(|content| {
            let value = content.to_packed::<MetadataElem>()?.value.clone();
            let position = introspector.as_ref().position(content.location()?)?;
            let mm = |length: typst::layout::Abs| length.to_pt() * MM_PER_PT;
            Some((value, position.page.get(), mm(position.point.x), mm(position.point.y)))
        })
        .collect()
}

fn rooms(document: &PagedDocument) -> Vec<Room> {
    labelled(document, "vanban-room")
        .into_iter()
        .filter_map(|(value, page, x, y)| {
            let Value::Dict(room) = value else { return None };
            let number = |name: &str| match room.get(name) {
                Ok(Value::Float(value)) => Some(*value),
                Ok(Value::Int(value)) => Some(*value as f64),
                _ => None,
            };
            let Ok(Value::Str(name)) = room.get("name") else { return None };
            Some(Room { name: name.to_string(), page, x, y, width: number("width")?, height: number("height")? })
        })
        .collect()
}

/// The world that Typst sees.
struct Closed<'a> {
    fonts: &'a Fonts,
    main: FileId,
    markup: HashMap<FileId, Source>,
    data: HashMap<FileId, Bytes>,
    sources: &'a Sources,
}

impl Closed<'_> {
    fn failure(&self, errors: &[SourceDiagnostic]) -> Failure {
        Failure::Failed(errors.iter().map(|error| self.explain(error, true)).collect())
    }

    fn explain(&self, finding: &SourceDiagnostic, is_error: bool) -> Finding {
        let (place, excerpt) = self.place(finding.span);
        let message = &finding.message;
        let hints: Vec<&str> = finding.hints.iter().map(|hint| hint.v.as_str()).collect();
        let mut detail = message.to_string();
        if !hints.is_empty() {
            detail = format!("{detail} ({})", hints.join("; "));
        }
        let code = if is_error { Code::TypstFault } else { Code::TypstWarning };
        let finding = Finding::new(code, place).with("detail", detail);
        match excerpt {
            Some(excerpt) => finding.showing(excerpt),
            None => finding,
        }
    }

    fn place(&self, span: DiagSpan) -> (Place, Option<Excerpt>) {
        let (Some(id), Some(range)) = (span.id(), self.range(span)) else { return (Place::Nowhere, None) };
        let file = id.get().vpath().get_without_slash().to_owned();
        let Some(text) = self.sources.get(&file) else { return (Place::File(file), None) };
        let start = range.start.min(text.len());
        let line = 1 + text.as_bytes()[..start].iter().filter(|&&byte| byte == b'\n').count();
        let shown = beginning(text.lines().nth(line - 1).unwrap_or_default(), 100);
        (Place::Line { file, line }, Some(Excerpt { lines: vec![(line, shown)], mark: (0, 1) }))
    }
}

/// Parses a source, unless the document before had the same one: the form library above all.
#[comemo::memoize]
fn parsed(id: FileId, text: &str) -> Source {
    Source::new(id, text.to_owned())
}

fn file_id(path: &str) -> Result<FileId, Failure> {
    let virtual_path = VirtualPath::new(path)
        .map_err(|_| Finding::new(Code::TypstFault, Place::File(path.to_owned())).with("detail", "path").fails())?;
    Ok(RootedPath::new(VirtualRoot::Project, virtual_path).intern())
}

impl World for Closed<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.markup.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let markup = || self.markup.get(&id).map(|source| Bytes::from_string(source.clone()));
        self.data.get(&id).cloned().or_else(markup).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    /// No clock: dates come from the document.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
