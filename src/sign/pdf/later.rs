//! What an update of a PDF did to what was there (ISO 32000-1, 12.8.2): fields filled, data for validation added,
//! or anything else, which is an alteration.
//!
//! Nothing is judged by what it is called: the objects of both states are compared byte by byte, and whatever the
//! filling of a prepared field or the adding of a document security store does not explain is named.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::sign::pdf::field::{self, Found};
use crate::sign::pdf::objects::File;
use crate::sign::pdf::syntax::{self, Dict, Scanner};
use crate::sign::refusal::refusal;

/// Entries of a document security store (EN 319 142-1, 5.4.2.2).
const STORE: [&[u8]; 5] = [b"Type", b"Certs", b"CRLs", b"OCSPs", b"VRI"];

/// Entries of the part of it that is about one signature.
const OF_SIGNATURE: [&[u8]; 5] = [b"Cert", b"CRL", b"OCSP", b"TU", b"TS"];
/// Entries of a stream that is only data: what can be drawn says what it is.
const DATA: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];

/// Something that happened after a signature.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Later {
    /// Another prepared field was filled; its name. Allowed.
    Filled(String),
    /// Data for validation were added. Allowed.
    ValidationData,
    /// Pages were added, removed or put in another order.
    Pages { before: usize, after: usize },
    /// What a page shows was changed; counted from 1.
    Page(usize),
    /// What lies over a page was changed: comments, stamps, fields.
    Annotations(usize),
    /// A field was changed otherwise than by filling it, or fields were added.
    Form(String),
    /// The properties of the whole document.
    Catalog,
    /// The trailer points to something else.
    Trailer,
    /// Another object; its number.
    Object(u32),
    /// Bytes that no table lists.
    Unlisted,
}

impl Later {
    /// Whether it leaves what was signed as it was.
    pub(crate) fn is_allowed(&self) -> bool {
        matches!(self, Self::Filled(_) | Self::ValidationData)
    }

    /// What it is called.
    pub fn code(&self) -> Code {
        match self {
            Self::Filled(_) => Code::LaterFilled,
            Self::ValidationData => Code::LaterValidationData,
            Self::Pages { .. } => Code::LaterPages,
            Self::Page(_) => Code::LaterPage,
            Self::Annotations(_) => Code::LaterAnnotations,
            Self::Form(_) => Code::LaterForm,
            Self::Catalog => Code::LaterCatalog,
            Self::Trailer => Code::LaterTrailer,
            Self::Object(_) => Code::LaterObject,
            Self::Unlisted => Code::LaterUnlisted,
        }
    }

    /// The finding that says so.
    pub(crate) fn finding(&self) -> Finding {
        let found = refusal(self.code());
        match self {
            Self::Filled(name) | Self::Form(name) => found.with("field", name),
            Self::Pages { before, after } => found.with("before", before).with("after", after),
            Self::Page(page) | Self::Annotations(page) => found.with("page", page),
            Self::Object(number) => found.with("object", number),
            Self::ValidationData | Self::Catalog | Self::Trailer | Self::Unlisted => found,
        }
    }
}

/// Compares a file with itself one revision later.
pub(crate) fn compare<'a>(old: &File<'a>, new: &File<'a>) -> BTreeSet<Later> {
    let mut comparison = Comparison::new(old, new);
    comparison.legibility();
    comparison.trailer();
    comparison.fields();
    comparison.catalog();
    comparison.rest();
    comparison.found
}

struct Comparison<'f, 'a> {
    old: &'f File<'a>,
    new: &'f File<'a>,
    /// Objects whose content is another one, or gone.
    changed: BTreeSet<u32>,
    /// Objects that nothing in the old state refers to.
    added: BTreeSet<u32>,
    found: BTreeSet<Later>,
}

impl<'f, 'a> Comparison<'f, 'a> {
    fn new(old: &'f File<'a>, new: &'f File<'a>) -> Self {
        let touched = new.last().entries.keys().copied();
        let other = touched.filter(|number| old.object(*number) != new.object(*number) || unreadable(new, *number));
        // An object that did not exist, but that something pointed to, is no new one: it fills a hole left on purpose.
        let awaited = awaited(old);
        let is_new = |number: &u32| !old.has(*number) && !awaited.contains(number) && new.object(*number).is_some();
        let (added, changed) = other.partition(is_new);
        Self { old, new, changed, added, found: BTreeSet::new() }
    }

    /// What cannot be read here may be read elsewhere, and refer to anything.
    fn legibility(&mut self) {
        for file in [self.old, self.new] {
            let illegible = file.numbers().filter(|number| value(file, *number).is_none());
            self.found.extend(illegible.map(Later::Object));
        }
        if !self.new.is_tight() {
            self.found.insert(Later::Unlisted);
        }
    }

    fn trailer(&mut self) {
        let (old, new) = (self.old.trailer(), self.new.trailer());
        let id = |file: &File<'a>| Some(file.array_of(file.trailer().get("ID")?)?.first()?.to_vec());
        let is_same = same_except(old, new, &["Size", "Prev", "ID"]) && id(self.old) == id(self.new);
        if !is_same || self.new.size() < self.old.size() {
            self.found.insert(Later::Trailer);
        }
    }

    /// Prepared fields that were filled.
    fn fields(&mut self) {
        // Where the form cannot be read, each object of it that was touched is reported by itself.
        for field in field::all(self.old).unwrap_or_default() {
            if !self.changed.contains(&field.number) {
                continue;
            }
            self.changed.remove(&field.number);
            match self.filling(&field) {
                Some(roots) => {
                    self.explain(roots);
                    self.found.insert(Later::Filled(field.name));
                }
                None => {
                    self.found.insert(Later::Form(field.name));
                }
            }
        }
    }

    /// The new objects that a field was filled with, if it was empty and nothing else was done to it.
    fn filling(&self, field: &Found<'a>) -> Option<Vec<u32>> {
        let now = self.new.dict(field.number)?;
        if field.is_signed() || !same_except(&field.dict, &now, &["V", "AP"]) {
            return None;
        }
        let signature = syntax::reference(now.get("V")?).filter(|number| self.added.contains(number))?;
        let dict = self.new.dict(signature)?;
        dict.get("ByteRange").and(dict.get("Contents"))?;
        // A dictionary and no stream, which something could draw.
        value(self.new, signature).filter(|value| self.new.object(signature) == Some(*value))?;
        if field.dict.get("AP") == now.get("AP") {
            return Some(vec![signature]);
        }
        let appearance = Dict::read(now.get("AP")?)?;
        let drawing = syntax::reference(appearance.get("N")?).filter(|number| self.added.contains(number))?;
        (appearance.keys().count() == 1).then(|| vec![signature, drawing])
    }

    /// A document security store that was added to the catalog, or grew.
    fn catalog(&mut self) {
        let (Some((number, before)), Some((_, now))) = (self.old.catalog(), self.new.catalog()) else { return };
        let store = |dict: &Dict<'a>| dict.get("DSS").and_then(syntax::reference);
        if self.changed.remove(&number) {
            let has_store = now.get("DSS").is_some_and(|raw| self.new.dict_of(raw).is_some_and(|dss| is_store(&dss)));
            if !has_store || !same_except(&before, &now, &["DSS"]) {
                self.found.insert(Later::Catalog);
                return;
            }
            self.found.insert(Later::ValidationData);
        }
        let Some(raw) = now.get("DSS") else { return };
        let mut roots = syntax::references(raw);
        if let Some(dss) = store(&before).filter(|dss| self.changed.contains(dss)) {
            let both = [self.old, self.new].map(|file| file.dict(dss).is_some_and(|dict| is_store(&dict)));
            // One that serves something else as well, such as the resources of a page, would change that too.
            let mut others = self.old.numbers().filter(|other| *other != number);
            let is_shared = others.any(|other| refers(self.old, other, dss));
            if both == [true, true] && !is_shared {
                self.changed.remove(&dss);
                roots.extend(self.new.object(dss).map(syntax::references).unwrap_or_default());
                self.found.insert(Later::ValidationData);
            }
        }
        let evidence = |number: &u32| is_evidence(self.new, *number);
        let added: BTreeSet<u32> = self.added.iter().copied().filter(evidence).collect();
        self.explain_among(roots, &added);
    }

    /// New objects that are reached from these, through new ones only.
    fn explain(&mut self, open: Vec<u32>) {
        let all = self.added.clone();
        self.explain_among(open, &all);
    }

    fn explain_among(&mut self, mut open: Vec<u32>, among: &BTreeSet<u32>) {
        while let Some(number) = open.pop() {
            if among.contains(&number) && self.added.remove(&number) {
                open.extend(value(self.new, number).map(syntax::references).unwrap_or_default());
            }
        }
    }

    /// Whatever is left is an alteration.
    fn rest(&mut self) {
        let pages = |file: &File<'a>| file.pages().unwrap_or_default();
        let (before, after) = (pages(self.old), pages(self.new));
        if before != after {
            self.found.insert(Later::Pages { before: before.len(), after: after.len() });
        }
        let owners = [owners(self.old, &before), owners(self.new, &after)];
        let form = self.old.catalog().and_then(|(_, catalog)| syntax::reference(catalog.get("AcroForm")?));
        for number in &self.changed {
            let owner = owners.iter().find_map(|owners| owners.get(number));
            let later = match before.iter().position(|page| page == number) {
                Some(index) => self.page(*number, index + 1),
                None if form == Some(*number) => Later::Form(String::new()),
                None => owner.cloned().unwrap_or(Later::Object(*number)),
            };
            self.found.insert(later);
        }
        // What was added for an alteration needs no name of its own.
        if self.found.iter().all(Later::is_allowed) {
            self.found.extend(self.added.iter().map(|number| Later::Object(*number)));
        }
    }

    fn page(&self, number: u32, page: usize) -> Later {
        let only_annotations = self
            .old
            .dict(number)
            .zip(self.new.dict(number))
            .is_some_and(|(old, new)| same_except(&old, &new, &["Annots"]));
        if only_annotations { Later::Annotations(page) } else { Later::Page(page) }
    }
}

/// An object whose entry leads nowhere.
fn unreadable(file: &File<'_>, number: u32) -> bool {
    file.has(number) && file.object(number).is_none()
}

/// The value of an object without its stream.
fn value<'a>(file: &File<'a>, number: u32) -> Option<&'a [u8]> {
    Scanner::new(file.object(number)?, 0).value()
}

/// Objects that are referred to and do not exist.
fn awaited(file: &File<'_>) -> BTreeSet<u32> {
    let values = file.numbers().filter_map(|number| value(file, number));
    let trailer = file.trailer().entries().map(|(_, value)| value);
    values.chain(trailer).flat_map(syntax::possible_references).filter(|number| !file.has(*number)).collect()
}

/// Whether an object refers to another one.
fn refers(file: &File<'_>, number: u32, other: u32) -> bool {
    value(file, number).is_some_and(|value| syntax::possible_references(value).contains(&other))
}

/// Whether an object can be part of a document security store and nothing else: data as they are, or lists of them.
fn is_evidence(file: &File<'_>, number: u32) -> bool {
    let (Some(whole), Some(value)) = (file.object(number), value(file, number)) else { return false };
    let Some(dict) = Dict::read(value) else { return value.starts_with(b"[") };
    let mut keys = dict.keys();
    match whole.len() == value.len() {
        // Certificates, lists and answers for one signature stand under its hash (EN 319 142-1, 5.4.2.3).
        true => keys.all(|key| {
            let is_hash = key.len() == 40 && key.iter().all(u8::is_ascii_hexdigit);
            is_hash || STORE.contains(&&*key) || OF_SIGNATURE.contains(&&*key)
        }),
        false => keys.all(|key| DATA.contains(&&*key)),
    }
}

fn is_store(dict: &Dict<'_>) -> bool {
    dict.keys().all(|key| STORE.contains(&&*key))
}

/// Whether two dictionaries say the same byte for byte, but for some entries.
fn same_except(old: &Dict<'_>, new: &Dict<'_>, free: &[&str]) -> bool {
    let is_free = |key: &[u8]| free.iter().any(|free| free.as_bytes() == key);
    let entries = |dict: &Dict<'_>| -> BTreeMap<Vec<u8>, Vec<u8>> {
        let bound = dict.entries().filter(|(key, _)| !is_free(key));
        bound.map(|(key, value)| (key.into_owned(), value.to_vec())).collect()
    };
    entries(old) == entries(new)
}

/// Objects that belong to one page: its content and resources, and what lies over it.
fn owners(file: &File<'_>, pages: &[u32]) -> BTreeMap<u32, Later> {
    let (mut owners, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for (index, number) in pages.iter().enumerate() {
        let Some(page) = file.dict(*number) else { continue };
        for (key, later) in [
            ("Annots", Later::Annotations(index + 1)),
            ("Contents", Later::Page(index + 1)),
            ("Resources", Later::Page(index + 1)),
        ] {
            for direct in page.get(key).map(syntax::references).unwrap_or_default() {
                if !seen.insert(direct) {
                    continue;
                }
                let below = value(file, direct).map(syntax::references).unwrap_or_default();
                for owned in [direct].into_iter().chain(below) {
                    owners.entry(owned).or_insert_with(|| later.clone());
                }
            }
        }
    }
    owners
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::code::Effect;

    #[test]
    fn what_is_allowed_alters_nothing() {
        let every = [
            Later::Filled(String::new()),
            Later::ValidationData,
            Later::Pages { before: 1, after: 2 },
            Later::Page(1),
            Later::Annotations(1),
            Later::Form(String::new()),
            Later::Catalog,
            Later::Trailer,
            Later::Object(1),
            Later::Unlisted,
        ];
        for later in every {
            assert_eq!(later.is_allowed(), !later.code().has(Effect::Altered), "{later:?}");
        }
    }
}
