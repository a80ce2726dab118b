//! The typefaces that pages are set in.

use std::path::PathBuf;

use typst::foundations::Bytes;

use typst::text::{Font, FontBook, FontStyle, FontWeight};
use typst::utils::LazyHash;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::disk::{file_name, listed, read_file, trouble};
use crate::product::pages::trial::Trier;
use crate::xlsx::{hash, write};

/// Loads the fonts of a folder, after those of the folders given by the user.
///
/// # Errors
/// When a folder cannot be read, or no usable family is found.
pub fn read_fonts(folders: &[PathBuf]) -> Result<Fonts, Failure> {
    let (mut files, mut names) = (Vec::new(), Vec::new());
    for folder in folders {
        let entries = if folder.is_file() {
            vec![folder.clone()]
        } else {
            listed(folder).map_err(|error| trouble(Code::FolderUnreadable, folder, &error))?
        };
        for path in entries {
            let is_font = path
                .extension()
                .is_some_and(|ext| ["ttf", "otf", "ttc"].iter().any(|known| ext.eq_ignore_ascii_case(known)));
            if is_font {
                files.push(read_file(&path)?);
                names.push(path);
            }
        }
    }
    let fonts = Fonts::new(files);
    let place = || Place::File(folders.last().map(|folder| folder.display().to_string()).unwrap_or_default());
    let Some(family) = fonts.family() else { return Err(Finding::new(Code::FontMissing, place()).fails()) };
    let lacking: Vec<&str> =
        FACES.into_iter().filter(|(_, face)| !fonts.has(family, *face)).map(|(name, _)| name).collect();
    if lacking.is_empty() {
        return Ok(fonts);
    }
    // A damaged file of another family is nobody's trouble.
    let is_damaged = |path: &PathBuf| read_file(path).is_ok_and(|file| Font::iter(Bytes::new(file)).next().is_none());
    let damaged: Vec<String> = names.iter().filter(|path| is_damaged(path)).map(|path| file_name(path)).collect();
    let finding = Finding::new(Code::FontFaces, place()).with("family", family).with("faces", lacking.join(", "));
    Err(finding.flag("has-damaged", !damaged.is_empty()).with("damaged", damaged.join(", ")).fails())
}

/// The faces that the form needs (NĐ 30/2020/NĐ-CP, PL I, mục IV: đứng, nghiêng, đậm).
const FACES: [(&str, (FontStyle, FontWeight)); 4] = [
    ("Regular", (FontStyle::Normal, FontWeight::REGULAR)),
    ("Italic", (FontStyle::Italic, FontWeight::REGULAR)),
    ("Bold", (FontStyle::Normal, FontWeight::BOLD)),
    ("Bold Italic", (FontStyle::Italic, FontWeight::BOLD)),
];

/// The family shipped with the program: metrics of Times New Roman, full Vietnamese.
pub(crate) const SHIPPED_FAMILY: &str = "Liberation Serif";
/// The family that the decree names.
pub(crate) const DECREED_FAMILY: &str = write::FONT;

/// The fonts that a run may use.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
    /// Characters that the document's family can show.
    shown: Vec<bool>,
    /// Tries pages out before code that is not the program's own makes them here.
    pub(crate) trier: Option<Trier>,
}

impl Fonts {
    /// Takes the faces of these font files; unreadable ones are left out.
    pub(crate) fn new(files: Vec<Vec<u8>>) -> Self {
        let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let mut all = Self { fonts, book, shown: Vec::new(), trier: None };
        let face = all.family().and_then(|family| all.book.select_family(&family.to_lowercase()).next());
        let coverage = face.and_then(|index| all.book.info(index)).map(|info| &info.coverage);
        let shown: Vec<u32> = coverage.into_iter().flat_map(|coverage| coverage.iter()).collect();
        all.shown = vec![false; shown.iter().max().map_or(0, |&last| last as usize + 1)];
        shown.into_iter().for_each(|c| all.shown[c as usize] = true);
        all
    }

    /// Whether a family has just that face.
    fn has(&self, family: &str, (style, weight): (FontStyle, FontWeight)) -> bool {
        let mut faces = self.book.select_family(&family.to_lowercase()).filter_map(|index| self.book.info(index));
        faces.any(|info| info.variant.style == style && info.variant.weight == weight)
    }

    /// The names of the faces of the document's family, each with the hash of its file.
    pub(crate) fn hashes(&self) -> Vec<(String, String)> {
        let Some(family) = self.family() else { return Vec::new() };
        let faces = self.book.select_family(&family.to_lowercase()).filter_map(|index| self.fonts.get(index));
        let mut hashes: Vec<(String, String)> = faces
            .map(|font| {
                let variant = font.info().variant;
                let name = format!("{family} {} {:?}", variant.weight.to_number(), variant.style);
                (name, hash::sha256(font.data()))
            })
            .collect();
        hashes.sort();
        hashes
    }

    /// The files of all fonts; the faces of one file share its bytes.
    pub(crate) fn files(&self) -> Vec<Bytes> {
        let mut files: Vec<Bytes> = Vec::new();
        for font in &self.fonts {
            if !files.contains(font.data()) {
                files.push(font.data().clone());
            }
        }
        files
    }

    /// Has pages tried out that are made with code of others.
    #[must_use]
    pub(crate) fn trying_with(self, trier: Trier) -> Self {
        Self { trier: Some(trier), ..self }
    }

    /// The first character of `text` that the document's family cannot show.
    pub(crate) fn lacks(&self, text: &str) -> Option<char> {
        text.chars().find(|&c| !c.is_whitespace() && !self.shown.get(c as usize).is_some_and(|&shown| shown))
    }

    /// The file of the document's family, for reading pages whose own fonts are not embedded.
    pub(crate) fn stand_in(&self) -> Option<Bytes> {
        let index = self.book.select_family(&self.family()?.to_lowercase()).next()?;
        self.fonts.get(index).map(|font| font.data().clone())
    }

    /// The family to set the document in: the decreed one where it was given, else the shipped one.
    pub fn family(&self) -> Option<&'static str> {
        [DECREED_FAMILY, SHIPPED_FAMILY].into_iter().find(|family| self.book.contains_family(&family.to_lowercase()))
    }
}
