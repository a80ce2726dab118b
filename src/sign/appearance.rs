//! What a signature looks like (hình thức chữ ký số): a picture, or its data in words, as a drawing that can be put
//! into the field (PL I, II.7.d and II.8).
//!
//! The drawing is one page set by Typst, so pictures and fonts are embedded as PDF/A wants them; it is then taken
//! over as a form XObject (ISO 32000-1, 8.10).

use hayro_syntax::Pdf;
use hayro_write::{ChunkSettings, ExtractionQuery};
use pdf_writer::Ref;
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Failure, Messages};
use crate::sign::raw;
use crate::sign::syntax::Scanner;
use crate::sign::{Refusal, refusal};
use crate::typeset::{Fonts, PdfKind, SHIPPED_FAMILY, Sources, Typesetter};

/// The largest picture, in bytes and in pixels.
const MAX_PICTURE: usize = 20 << 20;
const MAX_PIXELS: u64 = 40_000_000;
/// Longer texts do not fit into a field.
const MAX_TEXT: usize = 300;

/// The page that is drawn: a picture, or lines of text made smaller until they fit.
const DRAWING: &str = r#"
#let data = json("data.json")
#let (width, height) = (data.width * 1mm, data.height * 1mm)
#set page(width: width, height: height, margin: 0pt, fill: none)
#set text(font: data.font, fallback: false, lang: "vi", hyphenate: false)
#set par(leading: 0.4em, spacing: 0.4em)
#let clear = (data.clear.at(1) - data.clear.at(0)) * width
#let lines(size) = block(width: clear, align(center, text(size: size, data.lines.map(line => par(text(line))).join())))
#if data.picture == none {
  context {
    let size = 10pt
    while size > 5pt and measure(lines(size)).height > height { size -= 0.5pt }
    place(left + horizon, dx: data.clear.at(0) * width, lines(size))
  }
} else if data.picture == 0 {
  align(center + horizon, image("picture.png", width: width, height: height, fit: "contain"))
} else {
  align(center + horizon, image("picture.png", width: data.picture * 1mm))
}
"#;

/// How a signature is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// A PNG file: the handwritten signature in blue, or the seal in red, on a transparent ground.
    Picture {
        png: Vec<u8>,
        /// Real width in millimetres, for a seal; without it the picture fills the field, its proportions kept.
        width: Option<f64>,
    },
    /// Lines of text.
    Text(Vec<String>),
}

impl Look {
    /// Who signed, and when, as plain text; `claimed` is a PDF date.
    pub fn of_words(name: &str, claimed: &str) -> Self {
        let messages = Messages::of_workbooks();
        let time = crate::sign::fill::shown_time(claimed).unwrap_or_default();
        let (signer, at) = (messages.text("field-signed-by", &[]), messages.text("field-signed-at", &[]));
        // Date and time have a line each: together they would be divided wherever the room ends.
        let lines = [signer, name.to_owned(), at].into_iter().chain(time.splitn(2, ' ').map(str::to_owned));
        Self::Text(lines.collect())
    }
}

/// What the drawing is made from, besides the picture.
#[derive(Serialize)]
struct Data<'a> {
    font: &'a str,
    width: f64,
    height: f64,
    lines: Vec<String>,
    /// The part of the width that lines may take, from 0 to 1.
    clear: (f64, f64),
    /// Width of the picture in millimetres; 0 to fill the page.
    picture: Option<f64>,
}

/// A drawing of a given size.
#[derive(Debug, Clone)]
pub struct Appearance {
    /// A PDF of one page.
    pdf: Vec<u8>,
}

/// Objects taken over into another file.
#[derive(Debug)]
pub struct Imported {
    /// Number and content, numbered without a gap.
    pub objects: Vec<(u32, Vec<u8>)>,
    /// The form XObject.
    pub root: u32,
}

impl Appearance {
    /// Draws a look in a field of `size` (width, height) millimetres. `clear` is the part of its width, from 0 to 1,
    /// that no other field covers: lines of text would otherwise run into each other.
    ///
    /// # Errors
    /// A picture that is no PNG, damaged, too large to be read, or larger than the field in its real size.
    pub fn draw(look: &Look, size: (f64, f64), clear: (f64, f64), fonts: &Fonts) -> Result<Self, Refusal> {
        let mut data = Data {
            font: fonts.family().unwrap_or(SHIPPED_FAMILY),
            width: size.0,
            height: size.1,
            lines: Vec::new(),
            clear,
            picture: None,
        };
        let picture = match look {
            Look::Text(lines) => {
                data.lines = lines.iter().map(|line| printable(line, fonts)).collect();
                None
            }
            Look::Picture { png, width } => {
                let (wide, high) = pixels(png)?;
                let tall = width.unwrap_or_default() * high / wide;
                // A hundredth for rounding.
                if width.unwrap_or_default() > size.0 + 0.01 || tall > size.1 + 0.01 {
                    return Err(too_wide(width.unwrap_or_default(), tall, size));
                }
                data.picture = Some(width.unwrap_or_default());
                Some(png.clone())
            }
        };
        set(&data, picture, fonts).map(|pdf| Self { pdf })
    }

    /// Its objects, numbered from `first` on.
    ///
    /// # Errors
    /// A drawing that cannot be taken over, which would be a fault of the program.
    pub fn import(&self, first: u32) -> Result<Imported, Refusal> {
        let unfit = || refusal("sign-drawing").with("detail", "import");
        let pdf = Pdf::new(self.pdf.clone()).map_err(|_| unfit())?;
        // The first number asked for stands for a page tree, which a form does not have.
        let mut next = i32::try_from(first).map_err(|_| unfit())? - 1;
        let mut asked = false;
        let number = || {
            next += i32::from(asked);
            Ref::new(if std::mem::replace(&mut asked, true) { next } else { i32::MAX })
        };
        let extracted = hayro_write::extract(
            &pdf,
            Box::new(number),
            ChunkSettings { pretty: false },
            |group| {
                group.color_space().device_rgb();
            },
            &[ExtractionQuery::new_xobject(0)],
        );
        let extracted = extracted.map_err(|_| unfit())?;
        let root = extracted.root_refs.first().and_then(|root| root.ok()).ok_or_else(unfit)?;
        let objects = parted(extracted.chunk.as_bytes()).ok_or_else(unfit)?;
        Ok(Imported { objects, root: u32::try_from(root.get()).map_err(|_| unfit())? })
    }
}

/// The objects of a chunk.
fn parted(chunk: &[u8]) -> Option<Vec<(u32, Vec<u8>)>> {
    let mut objects = Vec::new();
    let mut at = 0;
    loop {
        let mut scanner = Scanner::new(chunk, at);
        scanner.blanks();
        let start = scanner.at();
        if start == chunk.len() {
            return Some(objects);
        }
        let number = u32::try_from(scanner.integer()?).ok()?;
        let extent = raw::object(chunk, start, number, &crate::sign::syntax::integer)?;
        objects.push((number, chunk[extent.clone()].to_vec()));
        scanner = Scanner::new(chunk, extent.end);
        scanner.keyword("endobj").then_some(())?;
        at = scanner.at();
    }
}

fn set(data: &Data<'_>, picture: Option<Vec<u8>>, fonts: &Fonts) -> Result<Vec<u8>, Refusal> {
    let json = serde_json::to_string(data).map_err(|error| refusal("sign-drawing").with("detail", error))?;
    let sources = Sources::from([("main.typ".to_owned(), DRAWING.to_owned()), ("data.json".to_owned(), json)]);
    let code = if picture.is_some() { "sign-picture" } else { "sign-drawing" };
    let drawn = || {
        let mut typesetter = Typesetter::new(&sources, fonts)?;
        if let Some(png) = picture {
            typesetter = typesetter.with_file("picture.png", png)?;
        }
        let pages = typesetter.layout()?.output;
        typesetter.pdf(&pages, "drawing", PdfKind::Drawing)
    };
    drawn().map_err(|failure: Failure| {
        let detail = failure.diagnostics().first().map(|finding| finding.arg("detail").to_owned());
        refusal(code).with("detail", detail.unwrap_or_default()).into()
    })
}

/// The text, shortened, characters that the font lacks shown by a question mark.
fn printable(text: &str, fonts: &Fonts) -> String {
    let shown = |c: char| if fonts.lacks(c.encode_utf8(&mut [0; 4])).is_some() { '?' } else { c };
    text.chars().take(MAX_TEXT).map(|c| if c.is_control() { ' ' } else { shown(c) }).collect()
}

/// Width and height of a PNG, from its first chunk (PNG, 11.2.1).
fn pixels(png: &[u8]) -> Result<(f64, f64), Refusal> {
    let not_png = || refusal("sign-picture-kind");
    let header = png.strip_prefix(b"\x89PNG\r\n\x1a\n").and_then(|rest| rest.get(4..16)).ok_or_else(not_png)?;
    let side = |at: usize| header[at..at + 4].iter().fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
    let (width, height) = (side(4), side(8));
    if !header.starts_with(b"IHDR") || width == 0 || height == 0 {
        return Err(not_png().into());
    }
    if png.len() > MAX_PICTURE || width.saturating_mul(height) > MAX_PIXELS {
        return Err(refusal("sign-picture-large").with("width", width).with("height", height).into());
    }
    Ok((width as f64, height as f64))
}

fn too_wide(width: f64, height: f64, size: (f64, f64)) -> Refusal {
    let shown = |mm: f64| format!("{mm:.1}").replace('.', ",");
    let found: Diagnostic = refusal("sign-picture-wide").with("width", shown(width)).with("height", shown(height));
    found.with("field-width", shown(size.0)).with("field-height", shown(size.1)).into()
}
