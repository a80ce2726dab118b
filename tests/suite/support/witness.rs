//! A second reader of workbooks, that shares nothing with the program's own but the zip and XML libraries: it
//! builds the whole tree of each part and asks it plainly what each cell says.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use unicode_normalization::UnicodeNormalization;
use zip::ZipArchive;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    Text(String),
    Number(f64),
    /// Year, month, day; none outside the calendar of a document.
    Day(Option<(i64, i64, i64)>),
    Bool(bool),
    Fault(String),
    /// A formula without its result.
    Pending,
    /// Nothing that a spreadsheet program would understand.
    Nonsense(String),
}

/// One cell.
#[derive(Debug, Clone)]
pub struct Heard {
    pub says: Says,
    pub percent: bool,
}

/// Sheets in order: name, and cells by row and column from zero.
pub type Testimony = Vec<(String, BTreeMap<(u32, u32), Heard>)>;

#[derive(Default)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Node>,
    text: String,
}

impl Node {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

fn node(element: &BytesStart<'_>) -> Result<Node, String> {
    let mut node = Node { name: element.local_name().as_ref().to_owned(), ..Node::default() };
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        let name = attribute.key.as_ref();
        let name = if name.ends_with(":id") { "r:id" } else { name };
        node.attributes.insert(name.to_owned(), value);
    }
    Ok(node)
}

fn tree(bytes: &[u8]) -> Result<Node, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let last = open.len() - 1;
        match event {
            Event::Start(element) => open.push(node(&element)?),
            Event::Empty(element) => open[last].children.push(node(&element)?),
            Event::End(_) => {
                let done = open.pop().ok_or("end")?;
                open.last_mut().ok_or("end")?.children.push(done);
            }
            Event::Text(text) => open[last].text.push_str(&text.xml10_content()),
            Event::CData(text) => open[last].text.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let whole = format!("&{};", &*name);
                open[last].text.push_str(&quick_xml::escape::unescape(&whole).map_err(|error| error.to_string())?);
            }
            Event::Eof if last == 0 => return open.pop().ok_or_else(|| "empty".to_owned()),
            Event::Eof => return Err("unfinished".to_owned()),
            _ => {}
        }
    }
}

struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl Package<'_> {
    fn part(&mut self, name: &str) -> Result<Node, String> {
        let names = self.0.file_names().map(|name| name.map(|name| name.to_string())).collect::<Result<Vec<_>, _>>();
        let names = names.map_err(|error| error.to_string())?;
        let real = names.iter().find(|known| known.eq_ignore_ascii_case(name)).ok_or(format!("no {name}"))?;
        let mut bytes = Vec::new();
        self.0.by_name(real).map_err(|e| e.to_string())?.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
        let mut root = tree(&bytes)?.children;
        if root.len() == 1 { Ok(root.remove(0)) } else { Err(format!("{} roots in {name}", root.len())) }
    }
}

/// Reads a workbook.
pub fn read(bytes: &[u8]) -> Result<Testimony, String> {
    let mut package = Package(ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?);
    let relations = package.part("_rels/.rels")?;
    let kind = |node: &Node, kind: &str| node.get("Type").is_some_and(|t| t.ends_with(&format!("/{kind}")));
    let book = relations.children.iter().rfind(|r| kind(r, "officeDocument")).and_then(|r| r.get("Target"));
    let book = book.ok_or("no workbook")?.trim_start_matches('/').to_owned();
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let within = |target: &str| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}").trim_start_matches('/').to_owned(),
    };
    let relations = package.part(&within(&format!("_rels/{file}.rels")))?;
    let other = |name: &str, usual: &str| {
        let target = relations.children.iter().find(|r| kind(r, name)).and_then(|r| r.get("Target"));
        within(target.unwrap_or(usual))
    };
    let strings = package.part(&other("sharedStrings", "sharedStrings.xml"));
    let strings: Vec<String> = strings.map(|sst| sst.all("si").map(string).collect()).unwrap_or_default();
    let styles = package.part(&other("styles", "styles.xml")).map(|styles| formats(&styles)).unwrap_or_default();
    let root = package.part(&book)?;
    let is_1904 = root.child("workbookPr").and_then(|p| p.get("date1904")).is_some_and(|v| v == "1" || v == "true");
    let office = Office { strings, styles, is_1904 };
    let mut sheets = Vec::new();
    for sheet in root.child("sheets").into_iter().flat_map(|sheets| sheets.all("sheet")) {
        let id = sheet.get("r:id").ok_or("no id")?;
        let relation = relations.children.iter().rfind(|r| r.get("Id") == Some(id)).ok_or("no relation")?;
        if kind(relation, "worksheet") {
            let part = package.part(&within(relation.get("Target").unwrap_or_default()))?;
            sheets.push((sheet.get("name").unwrap_or_default().to_owned(), office.cells(&part)?));
        }
    }
    Ok(sheets)
}

fn string(item: &Node) -> String {
    let words = |t: &Node| {
        let keep = t.get("xml:space") == Some("preserve");
        unescaped(if keep { &t.text } else { t.text.trim_matches([' ', '\t', '\r', '\n']) })
    };
    let parts = item.children.iter().flat_map(|child| match child.name.as_str() {
        "t" => vec![words(child)],
        "r" => child.all("t").map(words).collect(),
        _ => Vec::new(),
    });
    parts.collect()
}

/// `_x000D_` stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let code = rest.get(..7).filter(|s| s.starts_with("_x") && s.ends_with('_')).map(|s| &s[2..6]);
        let code = code.filter(|s| s.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|s| u16::from_str_radix(s, 16).ok()) {
            Some(unit) => {
                units.push(unit);
                rest = &rest[7..];
            }
            None => {
                units.extend(first.encode_utf16(&mut [0; 2]).iter());
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    String::from_utf16_lossy(&units)
}

/// Format codes of the cell styles, in their order.
fn formats(styles: &Node) -> Vec<String> {
    let own = |id: &str| {
        let mut all = styles.child("numFmts").into_iter().flat_map(|list| list.all("numFmt"));
        all.find(|format| format.get("numFmtId") == Some(id))
            .and_then(|format| format.get("formatCode"))
            .map(str::to_owned)
    };
    let usual = |id: &str| match id.parse::<u32>().unwrap_or(0) {
        9 | 10 => "0%",
        14..=22 | 27..=36 | 45..=47 | 50..=58 => "d",
        _ => "General",
    };
    let code = |xf: &Node| {
        let id = xf.get("numFmtId").unwrap_or("0");
        own(id).unwrap_or_else(|| usual(id).to_owned())
    };
    styles.child("cellXfs").map(|list| list.all("xf").map(code).collect()).unwrap_or_default()
}

struct Office {
    strings: Vec<String>,
    styles: Vec<String>,
    is_1904: bool,
}

impl Office {
    fn cells(&self, sheet: &Node) -> Result<BTreeMap<(u32, u32), Heard>, String> {
        let mut cells = BTreeMap::new();
        let mut next = 1;
        for row in sheet.child("sheetData").ok_or("no data")?.all("row") {
            let number = row.get("r").map_or(Ok(next), str::parse::<u32>).map_err(|error| error.to_string())?;
            next = number + 1;
            let mut column = 0;
            for cell in row.all("c") {
                let at = match cell.get("r") {
                    Some(reference) => address(reference).ok_or(format!("cell {reference}"))?,
                    None => (number - 1, column),
                };
                column = at.1 + 1;
                if at.0 != number - 1 {
                    return Err(format!("{at:?} in row {number}"));
                }
                if let Some(heard) = self.hear(cell)
                    && cells.insert(at, heard).is_some()
                {
                    return Err(format!("{at:?} twice"));
                }
            }
        }
        Ok(cells)
    }

    fn hear(&self, cell: &Node) -> Option<Heard> {
        let style = cell.get("s").unwrap_or("0");
        let code = style.parse::<usize>().ok().and_then(|style| self.styles.get(style));
        let raw = cell.child("v").map(|v| v.text.as_str()).unwrap_or_default();
        let nonsense = |what: &str| Says::Nonsense(format!("{what} {raw}"));
        let says = match cell.get("t").unwrap_or("n") {
            "inlineStr" => Says::Text(cell.child("is").map(string).unwrap_or_default()),
            _ if raw.is_empty() && cell.child("f").is_some() => Says::Pending,
            _ if raw.is_empty() => return None,
            "s" => match raw.parse::<usize>().ok().and_then(|index| self.strings.get(index)) {
                Some(text) => Says::Text(text.clone()),
                None => nonsense("string"),
            },
            "str" => Says::Text(unescaped(raw)),
            "b" if matches!(raw, "0" | "false") => Says::Bool(false),
            "b" if matches!(raw, "1" | "true") => Says::Bool(true),
            "e" => Says::Fault(raw.to_owned()),
            "n" => match raw.parse::<f64>() {
                Ok(value) if code.is_some_and(|code| is_day(code)) => Says::Day(self.day(value)),
                Ok(value) => Says::Number(value),
                Err(_) => nonsense("number"),
            },
            other => nonsense(other),
        };
        let says = if code.is_none() && style != "0" { nonsense("style") } else { says };
        if matches!(&says, Says::Text(text) if folded(text).is_empty()) && cell.child("f").is_none() {
            return None;
        }
        Some(Heard { says, percent: code.is_some_and(|code| plain(code).contains('%')) })
    }

    /// Days since the end of 1899, by counting.
    fn day(&self, serial: f64) -> Option<(i64, i64, i64)> {
        if !(1.0..110_000.0).contains(&serial) {
            return None;
        }
        let mut days = serial.floor() as i64 + if self.is_1904 { 1462 } else { 0 };
        if days == 60 {
            return None;
        }
        days -= i64::from(days > 60);
        let mut year = 1900;
        let leap = |year: i64| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        while days > 365 + i64::from(leap(year)) {
            days -= 365 + i64::from(leap(year));
            year += 1;
        }
        let mut month = 1;
        for length in [31, 28 + i64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30] {
            if days <= length {
                break;
            }
            days -= length;
            month += 1;
        }
        (1900..2200).contains(&year).then_some((year, month, days))
    }
}

/// The first section of a format code, without what it prints as it stands.
fn plain(code: &str) -> String {
    let mut out = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => chars.by_ref().take_while(|&c| c != '"').for_each(drop),
            '[' => chars.by_ref().take_while(|&c| c != ']').for_each(drop),
            '\\' | '_' | '*' => drop(chars.next()),
            _ => out.push(c.to_ascii_lowercase()),
        }
    }
    out
}

fn is_day(code: &str) -> bool {
    let plain = plain(code);
    plain != "general" && plain.contains(['d', 'm', 'y', 'h', 's'])
}

fn address(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let column =
        letters.bytes().try_fold(0u32, |n, b| b.is_ascii_uppercase().then(|| n * 26 + u32::from(b - b'A') + 1))?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// A text as people compare it: NFC, printed characters only, single blanks.
pub fn folded(text: &str) -> String {
    let invisible = |c: char| {
        let code = u32::from(c);
        (c.is_control() && !c.is_whitespace())
            || (0xe000..0xf900).contains(&code)
            || matches!(code, 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x2066..=0x2069 | 0xfeff)
    };
    let shown: String = text.nfc().filter(|&c| !invisible(c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
