//! Makes a finished document ready to be signed: its first update holds the empty fields.
//!
//! All fields are there before the first signature, so that the second one only fills a field, which leaves the
//! first one valid (ISO 32000-1, 12.8.2.2). Each field is tagged and described, as PDF/UA-1 demands (ISO 14289-1,
//! 7.18), and has an appearance before it is signed, as PDF/A demands (ISO 19005-2, 6.3.3).

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::sign::pdf::field::{Field, Room};
use crate::sign::pdf::objects::File;
use crate::sign::pdf::syntax::{self, Dict};
use crate::sign::pdf::update::{self, Increment, link};
use crate::sign::refusal::{Refusal, refusal};

/// Elements looked at to find the page of one part of the document.
const MAX_STEPS: usize = 100_000;

/// Adds the fields for which the layout has a room; without one the file stays as it is.
///
/// The same file and rooms give the same bytes, and the file given is the beginning of the one returned.
///
/// # Errors
/// A PDF that is not what the exporter is known to write ([`Failure::Failed`]).
pub(crate) fn prepare(pdf: Vec<u8>, rooms: &[Room]) -> Result<Vec<u8>, Failure> {
    let placed: Vec<(Field, &Room)> =
        Field::ALL.into_iter().filter_map(|field| Some((field, field.room(rooms)?))).collect();
    if placed.is_empty() {
        return Ok(pdf);
    }
    let prepared = File::read(&pdf).and_then(|file| {
        let unfit = || refusal(Code::PdfUnprepared).into();
        Preparation::new(&file)?.all(&placed).ok_or_else(unfit)
    });
    prepared.map_err(|refusal| Finding { place: Place::Nowhere, ..*refusal }.fails())
}

/// The update while it is made.
struct Preparation<'a> {
    file: &'a File<'a>,
    increment: Increment<'a>,
    pages: Vec<u32>,
    /// Page → the widgets added to it.
    widgets: BTreeMap<u32, Vec<u32>>,
    /// The element of each field, with the page it is on and its key in the parent tree.
    elements: Vec<Element>,
}

struct Element {
    number: u32,
    page: u32,
    key: usize,
}

/// The structure tree: what changes in it.
struct Tree<'a> {
    root: (u32, Dict<'a>),
    document: (u32, Dict<'a>),
    next_key: usize,
}

impl<'a> Preparation<'a> {
    fn new(file: &'a File<'a>) -> Result<Self, Refusal> {
        let pages = file.pages().ok_or_else(|| refusal(Code::PdfBroken))?;
        let increment = Increment::new(file)?;
        Ok(Self { file, increment, pages, widgets: BTreeMap::new(), elements: Vec::new() })
    }

    fn all(mut self, placed: &[(Field, &Room)]) -> Option<Vec<u8>> {
        let (catalog_number, catalog) = self.file.catalog()?;
        if catalog.get("AcroForm").is_some() {
            return None;
        }
        let tree = self.tree(&catalog)?;
        for (index, (field, room)) in placed.iter().enumerate() {
            self.field(*field, room, tree.document.0, tree.next_key + index)?;
        }
        self.change_pages()?;
        self.change_tree(&tree)?;
        let links: Vec<Vec<u8>> = self.widgets.values().flatten().map(|number| link(*number)).collect();
        let form = [b"<</SigFlags 3/Fields".as_slice(), &update::extended(None, &links), b">>"].concat();
        let form = link(self.increment.add(form));
        let extensions = b"<</ESIC<</BaseVersion/1.7/ExtensionLevel 5>>>>".to_vec();
        self.increment.put(catalog_number, catalog.with(&[("AcroForm", form), ("Extensions", extensions)]));
        Some(self.increment.finish().bytes)
    }

    fn tree(&self, catalog: &Dict<'a>) -> Option<Tree<'a>> {
        let number = syntax::reference(catalog.get("StructTreeRoot")?)?;
        let root = self.file.dict(number)?;
        let kids = root.get("K")?;
        let document = syntax::reference(kids).or_else(|| syntax::reference(syntax::array(kids)?.first()?))?;
        let next_key = syntax::integer(root.get("ParentTreeNextKey")?)?;
        let document = (document, self.file.dict(document)?);
        Some(Tree { root: (number, root), document, next_key })
    }

    /// One field with its appearance and its element.
    fn field(&mut self, field: Field, room: &Room, parent: u32, key: usize) -> Option<()> {
        let page = *self.pages.get(room.page.checked_sub(1)?)?;
        let corners = rectangle(room, self.height(page)?);
        let (width, height) = (corners[2] - corners[0], corners[3] - corners[1]);
        let empty = format!("/Type/XObject/Subtype/Form/BBox[0 0 {width:.3} {height:.3}]/Resources<<>>");
        let appearance = self.increment.add(update::stream(&empty, b""));
        let description = hex(&field.description());
        let widget = self.increment.add(
            format!(
                "<</Type/Annot/Subtype/Widget/FT/Sig/T{}/TU{description}/Rect[{}]/F 132/P {page} 0 R\
                 /StructParent {key}/AP<</N {appearance} 0 R>>>>",
                hex(field.name()),
                corners.map(|corner| format!("{corner:.3}")).join(" "),
            )
            .into_bytes(),
        );
        // One object reference, not an array around it: an element of a field has one child (table 340).
        let element = self.increment.add(
            format!(
                "<</Type/StructElem/S/Form/P {parent} 0 R/Pg {page} 0 R/Alt{description}\
                 /K<</Type/OBJR/Pg {page} 0 R/Obj {widget} 0 R>>>>"
            )
            .into_bytes(),
        );
        self.widgets.entry(page).or_default().push(widget);
        self.elements.push(Element { number: element, page, key });
        Some(())
    }

    /// In points.
    fn height(&self, page: u32) -> Option<f64> {
        let box_ = self.file.array_of(self.file.dict(page)?.get("MediaBox")?)?;
        std::str::from_utf8(box_.get(3)?).ok()?.parse().ok()
    }

    /// The pages name their widgets, the seal after the signature: it is drawn over it.
    fn change_pages(&mut self) -> Option<()> {
        for (page, widgets) in &self.widgets {
            let dict = self.file.dict(*page)?;
            let old = dict.get("Annots").map(|raw| self.file.array_of(raw)).unwrap_or_default();
            let links: Vec<Vec<u8>> = widgets.iter().map(|number| link(*number)).collect();
            let annotations = update::extended(old.as_deref(), &links);
            self.increment.put(*page, dict.with(&[("Annots", annotations), ("Tabs", b"/S".to_vec())]));
        }
        Some(())
    }

    /// The elements stand where the signature block ends: before the first part on a later page.
    fn change_tree(&mut self, tree: &Tree<'a>) -> Option<()> {
        let (document, dict) = &tree.document;
        let mut parts = self.file.array_of(dict.get("K")?)?;
        let last = self.elements.last().and_then(|element| self.position(element.page))?;
        let later = |part: &[u8]| self.page_of(part).is_some_and(|page| page > last);
        let at = parts.iter().position(|part| later(part)).unwrap_or(parts.len());
        let links: Vec<Vec<u8>> = self.elements.iter().map(|element| link(element.number)).collect();
        parts.splice(at..at, links.iter().map(Vec::as_slice));
        self.increment.put(*document, dict.with(&[("K", update::extended(Some(&parts), &[]))]));

        let (number, root) = &tree.root;
        let parents = Dict::read(root.get("ParentTree")?)?;
        let pairs: Vec<Vec<u8>> = self
            .elements
            .iter()
            .map(|element| format!("{} {} 0 R", element.key, element.number).into_bytes())
            .collect();
        let numbers = update::extended(Some(&syntax::array(parents.get("Nums")?)?), &pairs);
        let next = (tree.next_key + self.elements.len()).to_string().into_bytes();
        let parents = parents.with(&[("Nums", numbers)]);
        self.increment.put(*number, root.with(&[("ParentTree", parents), ("ParentTreeNextKey", next)]));
        Some(())
    }

    fn position(&self, page: u32) -> Option<usize> {
        self.pages.iter().position(|known| *known == page)
    }

    /// Where the first content of an element is, as the position of its page.
    fn page_of(&self, element: &[u8]) -> Option<usize> {
        let mut open = vec![syntax::reference(element)?];
        for _ in 0..MAX_STEPS {
            let dict = self.file.dict(open.pop()?)?;
            if let Some(page) = dict.get("Pg").and_then(syntax::reference) {
                return self.position(page);
            }
            let kids = dict.get("K").map(syntax::references).unwrap_or_default();
            open.extend(kids.into_iter().rev());
        }
        None
    }
}

fn hex(text: &str) -> String {
    String::from_utf8(syntax::text_string(text)).unwrap_or_default()
}

/// Lower left and upper right corner in points, from the lower left corner of the page.
fn rectangle(room: &Room, height: f64) -> [f64; 4] {
    let pt = |mm: f64| mm * 72.0 / 25.4;
    [pt(room.x), height - pt(room.y + room.height), pt(room.x + room.width), height - pt(room.y)]
}
