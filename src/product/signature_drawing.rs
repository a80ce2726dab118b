//! What a signature looks like (hình thức chữ ký số): a picture, or its data in words, drawn by Typst; and signing with
//! such a drawing.

use serde::Serialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::messages::Messages;
use crate::finding::outcome::Failure;
use crate::product::pages::fonts::{Fonts, SHIPPED_FAMILY};
use crate::product::pages::typesetter::{PdfKind, Sources, Typesetter};
use crate::sign::crypto::moment::shown_time;
use crate::sign::key::Key;
use crate::sign::pdf::appearance::Drawing;
use crate::sign::pdf::field::Space;
use crate::sign::refusal::{Refusal, refusal};
use crate::sign::steps::{self, Made, Order};

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
        let time = shown_time(claimed).unwrap_or_default();
        let (signer, at) = (messages.text("field-signed-by", &[]), messages.text("field-signed-at", &[]));
        // Date and time have a line each: together they would be divided wherever the room ends.
        let lines = [signer, name.to_owned(), at].into_iter().chain(time.splitn(2, ' ').map(str::to_owned));
        Self::Text(lines.collect())
    }

    /// Draws it for the room of a field.
    ///
    /// # Errors
    /// A picture that is no PNG, damaged, too large to be read, or larger than the field in its real size.
    pub fn draw(&self, space: Space, fonts: &Fonts) -> Result<Drawing, Refusal> {
        let Space { size, clear } = space;
        let mut data = Data {
            font: fonts.family().unwrap_or(SHIPPED_FAMILY),
            width: size.0,
            height: size.1,
            lines: Vec::new(),
            clear,
            picture: None,
        };
        let picture = match self {
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
        set(&data, picture, fonts).map(Drawing::new)
    }
}

/// Signs a field of a file, and shows a picture in it; without one, who signed and when.
///
/// # Errors
/// What the file, the certificate, the picture or the time-stamp server is refused for; a result that does not hold.
pub fn sign(
    pdf: &[u8],
    key: &Key,
    order: &Order<'_>,
    picture: Option<&Look>,
    fonts: &Fonts,
    waiting: &mut dyn FnMut(&str, usize),
) -> Result<Made, Refusal> {
    let ready = steps::prepare(pdf, key, order)?;
    let drawing = match picture {
        Some(picture) => picture.draw(ready.space, fonts)?,
        None => Look::of_words(&ready.name, &ready.claimed).draw(ready.space, fonts)?,
    };
    ready.sign(&drawing, waiting)
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

fn set(data: &Data<'_>, picture: Option<Vec<u8>>, fonts: &Fonts) -> Result<Vec<u8>, Refusal> {
    let json = serde_json::to_string(data).map_err(|error| refusal(Code::SignDrawing).with("detail", error))?;
    let sources = Sources::from([("main.typ".to_owned(), DRAWING.to_owned()), ("data.json".to_owned(), json)]);
    let code = if picture.is_some() { Code::SignPicture } else { Code::SignDrawing };
    let drawn = || {
        let mut typesetter = Typesetter::new(&sources, fonts)?;
        if let Some(png) = picture {
            typesetter = typesetter.with_file("picture.png", png)?;
        }
        let pages = typesetter.layout()?.output;
        typesetter.pdf(&pages, "drawing", PdfKind::Drawing)
    };
    drawn().map_err(|failure: Failure| {
        let detail = failure.findings().first().map(|finding| finding.arg("detail").to_owned());
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
    let not_png = || refusal(Code::SignPictureKind);
    let header = png.strip_prefix(b"\x89PNG\r\n\x1a\n").and_then(|rest| rest.get(4..16)).ok_or_else(not_png)?;
    let side = |at: usize| header[at..at + 4].iter().fold(0_u64, |n, byte| n << 8 | u64::from(*byte));
    let (width, height) = (side(4), side(8));
    if !header.starts_with(b"IHDR") || width == 0 || height == 0 {
        return Err(not_png().into());
    }
    if png.len() > MAX_PICTURE || width.saturating_mul(height) > MAX_PIXELS {
        return Err(refusal(Code::SignPictureLarge).with("width", width).with("height", height).into());
    }
    Ok((width as f64, height as f64))
}

fn too_wide(width: f64, height: f64, size: (f64, f64)) -> Refusal {
    let shown = |mm: f64| format!("{mm:.1}").replace('.', ",");
    let found: Finding = refusal(Code::SignPictureWide).with("width", shown(width)).with("height", shown(height));
    found.with("field-width", shown(size.0)).with("field-height", shown(size.1)).into()
}
