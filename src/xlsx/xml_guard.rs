//! The shape of a workbook's XML, event by event: what programs read differently is not read at all.
//!
//! About a well-formed sheet all spreadsheet programs agree. About two values in one cell, a number cut in two
//! by a comment, or an attribute given twice, each has its own view, and so has the reader behind this door:
//! the figure signed would not be the figure seen. The same holds for lists so long that reading them costs
//! more memory than any table needs.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The most attributes of one element.
const MAX_ATTRIBUTES: usize = 100;
/// The most shared strings.
const MAX_STRINGS: usize = 400_000;
/// The most cell formats, fonts, fills or borders together (Excel's limit is 65.490 cell formats).
const MAX_STYLES: usize = 70_000;
/// The longest name of a sheet or font, in bytes (Excel's limit is 31 characters), and number format (255).
const MAX_NAME: usize = 255;
const MAX_FORMAT: usize = 1_020;
/// The most cells of a sheet, filled or only formatted.
const MAX_CELLS: usize = 500_000;

/// What the type of a cell announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Number,
    /// The text that a formula gave.
    Words,
    Inline,
    /// Something else that is written in plain characters.
    Code,
}

/// What an open element is, as far as its children depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Data,
    Row(Option<u32>),
    /// With which of its children have come: formula, value, inline text.
    Cell {
        seen: [bool; 3],
        holds: Holds,
    },
    Value(Holds),
    Strings,
    /// A string, or a part of one.
    Item,
    /// Text without elements in it.
    Plain,
    Other,
}

/// Follows one part through its events.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    open: Vec<Tag>,
    has_root: bool,
    has_data: bool,
    cells: usize,
    strings: usize,
    styles: usize,
    /// Relations of sheets, and the files of sheet relations.
    known: BTreeSet<String>,
}

impl Guard {
    /// Takes note of the next event.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn see(&mut self, event: &Event<'_>) -> Result<(), String> {
        match (event, self.open.last()) {
            (Event::Start(element), _) => {
                let tag = self.enter(element)?;
                self.open.push(tag);
            }
            (Event::Empty(element), _) => {
                self.enter(element)?;
            }
            (Event::End(_), _) => {
                self.open.pop();
            }
            (Event::Text(text), Some(Tag::Value(Holds::Number))) if text.parse::<f64>().is_err() => {
                return Err(format!("number {}", &**text));
            }
            // Without a document type there are no other entities.
            (Event::GeneralRef(name), _) if !is_known(name) => return Err(format!("&{};", &**name)),
            (Event::GeneralRef(_), Some(Tag::Value(Holds::Words))) => {}
            (Event::GeneralRef(_) | Event::CData(_) | Event::Comment(_) | Event::PI(_), Some(Tag::Value(_))) => {
                return Err("value in pieces".to_owned());
            }
            (Event::Eof, Some(_)) => return Err("unfinished".to_owned()),
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self, element: &BytesStart<'_>) -> Result<Tag, String> {
        let local = element.local_name();
        let name = local.as_ref();
        let wanted = match name {
            "c" | "row" => ["r", "s", "t"],
            "Relationship" => ["Type", "Target", ""],
            "sheet" => ["name", "", ""],
            "name" => ["val", "", ""],
            "numFmt" => ["formatCode", "", ""],
            _ => ["", "", ""],
        };
        let values = attributes(element, wanted)?;
        if self.open.is_empty() && std::mem::replace(&mut self.has_root, true) {
            return Err(format!("a second root <{name}>"));
        }
        let odd = || Err(format!("<{name}>"));
        match (self.open.last_mut(), name) {
            (Some(Tag::Data), "row") => Ok(Tag::Row(values[0].as_ref().and_then(|row| row.parse().ok()))),
            (Some(Tag::Row(row)), "c") => {
                let row = *row;
                count(&mut self.cells, MAX_CELLS, name)?;
                cell(values, row)
            }
            (Some(Tag::Cell { seen, holds }), _) => child(name, seen, *holds),
            (Some(Tag::Strings), "si") => {
                count(&mut self.strings, MAX_STRINGS, name)?;
                Ok(Tag::Item)
            }
            (Some(Tag::Item), "t") => Ok(Tag::Plain),
            (Some(Tag::Item), "r" | "rPh") => Ok(Tag::Item),
            (Some(Tag::Item), "rPr" | "phoneticPr") | (Some(Tag::Strings), "extLst") => Ok(Tag::Other),
            (Some(Tag::Data | Tag::Row(_) | Tag::Value(_) | Tag::Strings | Tag::Item | Tag::Plain), _) => odd(),
            (_, "sheetData") if std::mem::replace(&mut self.has_data, true) => odd(),
            (_, "sheetData") => Ok(Tag::Data),
            (None, "sst") => Ok(Tag::Strings),
            (_, "sst") => odd(),
            _ => self.elsewhere(element, name, values),
        }
    }

    /// Elements of the parts that hold no cells.
    fn elsewhere(&mut self, element: &BytesStart<'_>, name: &str, values: Values<'_>) -> Result<Tag, String> {
        let limit = if name == "numFmt" { MAX_FORMAT } else { MAX_NAME };
        let [first, second, _] = values;
        let first = first.unwrap_or_default();
        match name {
            "sheet" | "name" | "numFmt" if first.len() > limit => return Err(format!("<{name}> too long")),
            "xf" | "font" | "fill" | "border" => count(&mut self.styles, MAX_STYLES, name)?,
            _ => {}
        }
        let sheet = match name {
            "sheet" => {
                let mut attributes = element.attributes().flatten();
                attributes.find(|a| a.key.local_name().as_ref() == "id").map(|a| a.value.to_string())
            }
            "Relationship" => related(&first, &second.unwrap_or_default().to_lowercase())?,
            _ => None,
        };
        // Sheets are asked for by name.
        let is_new = sheet.is_none_or(|sheet| self.known.insert(sheet));
        if !is_new || name == "sheet" && !self.known.insert(format!("sheet {first}")) {
            return Err(format!("two <{name}> for one sheet"));
        }
        Ok(Tag::Other)
    }
}

fn count(so_far: &mut usize, limit: usize, name: &str) -> Result<(), String> {
    *so_far += 1;
    if *so_far > limit { Err(format!("> {limit} <{name}>")) } else { Ok(()) }
}

fn is_known(name: &BytesRef<'_>) -> bool {
    resolve_xml_entity(name).is_some() || matches!(name.resolve_char_ref(), Ok(Some(_)))
}

/// Values of three attributes.
type Values<'a> = [Option<Cow<'a, str>>; 3];

/// Attributes must be well-formed, few, and each there once.
fn attributes<'a>(element: &'a BytesStart<'_>, wanted: [&str; 3]) -> Result<Values<'a>, String> {
    let mut values = [None, None, None];
    for (index, attribute) in element.attributes().enumerate() {
        if index == MAX_ATTRIBUTES {
            return Err(format!("> {MAX_ATTRIBUTES} attributes"));
        }
        let attribute = attribute.map_err(|error| error.to_string())?;
        unescape(&attribute.value).map_err(|error| error.to_string())?;
        if let Some(place) = wanted.iter().position(|name| *name == attribute.key.as_ref()) {
            values[place] = Some(attribute.value);
        }
    }
    Ok(values)
}

/// The file of a sheet. What is read as XML must be called so, for only then it has been looked over; and
/// strings and styles are read under their usual names.
fn related(kind: &str, target: &str) -> Result<Option<String>, String> {
    let file = target.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_sheet = kind.ends_with("worksheet");
    let usual = match kind.rsplit('/').next().unwrap_or_default() {
        "sharedStrings" => file == "sharedstrings.xml",
        "styles" => file == "styles.xml",
        _ => !(is_sheet || kind.ends_with("officeDocument")) || file.ends_with(".xml"),
    };
    if !usual {
        return Err(format!("relation to {target}"));
    }
    // Two sheets of one name in two folders are one sheet in two spellings.
    Ok(is_sheet.then(|| file.to_owned()))
}

fn cell([address, style, kind]: Values<'_>, row: Option<u32>) -> Result<Tag, String> {
    let address = address.unwrap_or_default();
    let own = address.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    if own.is_some_and(|own| row.is_some_and(|row| row != own)) {
        return Err(format!("cell {address} in another row"));
    }
    if style.is_some_and(|style| style.parse::<u32>().is_err()) {
        return Err(format!("style of cell {address}"));
    }
    // ECMA-376, Part 1, 18.18.11.
    let holds = match kind.as_deref() {
        None | Some("n") => Holds::Number,
        Some("str") => Holds::Words,
        Some("inlineStr") => Holds::Inline,
        Some("b" | "e" | "s" | "d") => Holds::Code,
        Some(_) => return Err(format!("type of cell {address}")),
    };
    Ok(Tag::Cell { seen: [false; 3], holds })
}

/// A formula, a value, an inline text: each at most once, and a text only where the type announces it.
fn child(name: &str, seen: &mut [bool; 3], holds: Holds) -> Result<Tag, String> {
    let (index, tag) = match name {
        "f" => (0, Tag::Other),
        "v" if holds != Holds::Inline => (1, Tag::Value(holds)),
        "is" if holds == Holds::Inline => (2, Tag::Item),
        _ => return Err(format!("<{name}> in a cell")),
    };
    if std::mem::replace(&mut seen[index], true) { Err(format!("two <{name}> in a cell")) } else { Ok(tag) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong_with(xml: &str) -> Option<String> {
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut guard = Guard::default();
        loop {
            let event = reader.read_event().unwrap();
            if let Err(fault) = guard.see(&event) {
                return Some(fault);
            }
            if event == Event::Eof {
                return None;
            }
        }
    }

    fn in_cell(cell: &str) -> Option<String> {
        wrong_with(&format!("<worksheet><sheetData><row r=\"7\">{cell}</row></sheetData></worksheet>"))
    }

    #[test]
    fn cells_have_one_meaning() {
        for fine in [
            "<c/>",
            "<c r=\"B7\" s=\"3\"><f>A1&amp;A2</f><v>12</v></c>",
            "<c r=\"B7\" t=\"str\"><v>a&amp;b</v></c>",
            "<c t=\"inlineStr\"><is><t>a</t><r><rPr><b/></rPr><t xml:space=\"preserve\"> <![CDATA[b]]></t></r></is></c>",
        ] {
            assert_eq!(in_cell(fine), None, "{fine}");
        }
        for wrong in [
            "<c r=\"B8\"><v>1</v></c>",
            "<c r=\"B7\" r=\"C7\"/>",
            "<c s=\"x\"/>",
            "<c t=\"x\"/>",
            "<c><v>1</v><v>2</v></c>",
            "<c><v>12 345</v></c>",
            "<c><v>1<!-- -->2</v></c>",
            "<c><v>&#49;</v></c>",
            "<c><v><![CDATA[1]]></v></c>",
            "<c><v><v>1</v></v></c>",
            "<c><is><t>a</t></is></c>",
            "<c t=\"inlineStr\"><is><t>a</t></is><v>1</v></c>",
            "<c t=\"inlineStr\"><is><t>a<t>b</t></t></is></c>",
            "<c><c/></c>",
            "<x/>",
            "</row></sheetData><sheetData><row>",
        ] {
            assert!(in_cell(wrong).is_some(), "{wrong}");
        }
    }

    #[test]
    fn lists_have_an_end() {
        let many = |count: usize, one: &str| format!("<sst>{}</sst>", one.repeat(count));
        assert_eq!(wrong_with(&many(MAX_STRINGS, "<si/>")), None);
        assert!(wrong_with(&many(MAX_STRINGS + 1, "<si/>")).is_some());
        assert!(wrong_with("<sst><si><si/></si></sst>").is_some());
        assert!(wrong_with("<sst><si/>").is_some());
        assert!(wrong_with("<sst/><sst/>").is_some());
        assert!(wrong_with("<sst><si><t>&nbsp;</t></si></sst>").is_some());
    }

    #[test]
    fn each_sheet_is_listed_once() {
        let relation = |to: &str| format!("<Relationship Type=\"http://x/worksheet\" Target=\"{to}\"/>");
        let two = |a: &str, b: &str| wrong_with(&format!("<x>{}{}</x>", relation(a), relation(b)));
        assert_eq!(two("worksheets/sheet1.xml", "worksheets/sheet2.xml"), None);
        assert!(two("worksheets/sheet1.xml", "/xl/Worksheets/Sheet1.xml").is_some());
        assert!(wrong_with("<x><sheet name=\"a\" r:id=\"r1\"/><sheet name=\"a\" r:id=\"r2\"/></x>").is_some());
        assert!(wrong_with("<x><sheet name=\"a\" r:id=\"r1\"/><sheet name=\"b\" q:id=\"r1\"/></x>").is_some());
    }
}
