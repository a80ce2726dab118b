//! A drawing taken over into a PDF as the appearance of a signature (hình thức chữ ký số; PL I, II.7.d and II.8).
//!
//! The drawing is a finished page that was made elsewhere, with its pictures and fonts embedded as PDF/A wants them; it
//! becomes a form XObject (ISO 32000-1, 8.10).

use hayro_syntax::Pdf;
use hayro_write::{ChunkSettings, ExtractionQuery};
use pdf_writer::Ref;

use crate::finding::code::Code;
use crate::sign::pdf::objects;
use crate::sign::pdf::syntax::{self, Scanner};
use crate::sign::refusal::{Refusal, refusal};

/// A finished drawing, as large as the field that it was made for.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// A PDF of one page.
    pdf: Vec<u8>,
}

/// Objects taken over into another file.
#[derive(Debug)]
pub(crate) struct Imported {
    /// Number and content, numbered without a gap.
    pub(crate) objects: Vec<(u32, Vec<u8>)>,
    /// The form XObject.
    pub(crate) root: u32,
}

impl Drawing {
    /// A drawing that was made elsewhere: a PDF of one page, of the size of the field.
    pub(crate) fn new(pdf: Vec<u8>) -> Self {
        Self { pdf }
    }

    /// Its objects, numbered from `first` on.
    ///
    /// # Errors
    /// A drawing that cannot be taken over, which would be a fault of the program.
    pub(crate) fn import(&self, first: u32) -> Result<Imported, Refusal> {
        let unfit = || refusal(Code::SignDrawing).with("detail", "import");
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
        let extent = objects::object(chunk, start, number, &syntax::integer)?;
        objects.push((number, chunk[extent.clone()].to_vec()));
        scanner = Scanner::new(chunk, extent.end);
        scanner.keyword("endobj").then_some(())?;
        at = scanner.at();
    }
}
