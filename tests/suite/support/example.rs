//! Examples in the author's guides: what their fenced blocks say, and the documents that it makes.
//!
//! The words behind the language of a fenced block say what it is:
//! `file=PATH` a file of the templates as it stands; `sheet=NAME` and `previous=NAME` rows of this and of last year's
//! inputs (blanks of names as `_`); `add` more of the definition, `prose` more prose, `main` a main file: all three for
//! the example that `prints` or `says` ends; `fault` a line of the definition, or prose, with a mistake.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use serde_json::Value;
use vanban::finding::Finding;
use vanban::finding::outcome::Warned;
use vanban::input::around::Around;
use vanban::input::folder;
use vanban::input::templates::{self, Templates};
use vanban::input::verify::verify_among;

use crate::product::plan::text_of;
use crate::support::common::fonts;

pub const DOCUMENT: &str = "ket-qua-thu-tuc";
pub const THIS_YEAR: &str = "thong-bao-2025";
const LAST_YEAR: &str = "thong-bao-2024";
/// The file of an example's prose: before the last paragraph.
const PROSE: &str = "01-vi-du.typ.j2";

/// A fenced block.
#[derive(Debug, Clone)]
pub struct Block {
    pub language: String,
    pub mark: String,
    pub text: String,
    pub at: Range<usize>,
}

impl Block {
    fn path(&self, mark: &str) -> Option<String> {
        self.mark.strip_prefix(mark).map(|name| name.replace('_', " "))
    }

    /// Whether it is what comes out.
    pub fn is_outcome(&self) -> bool {
        self.mark == "prints" || self.mark == "says"
    }
}

/// The marked blocks of a guide.
pub fn blocks(guide: &str) -> Vec<Block> {
    let (mut blocks, mut open): (Vec<Block>, Option<Block>) = (Vec::new(), None);
    let mut at = 0;
    for line in guide.split_inclusive('\n') {
        let start = at;
        at += line.len();
        match (line.strip_prefix("```").map(str::trim), &mut open) {
            (Some(_), Some(_)) => {
                let mut block = open.take().expect("open block");
                block.at.end = start;
                block.text = guide[block.at.clone()].to_owned();
                blocks.extend((!block.mark.is_empty()).then_some(block));
            }
            (Some(info), None) => {
                let (language, mark) = info.split_once(' ').unwrap_or((info, ""));
                let (language, mark) = (language.to_owned(), mark.to_owned());
                open = Some(Block { language, mark, text: String::new(), at: at..at });
            }
            (None, _) => {}
        }
    }
    assert!(open.is_none(), "a block that does not end");
    blocks
}

/// A sheet: its rows, their cells.
pub type Rows = Vec<Vec<String>>;

fn rows(text: &str) -> Rows {
    text.lines().map(|line| line.split('|').map(|cell| cell.trim().replace('⏎', "\n")).collect()).collect()
}

/// One example: what stands in the guide, with what is there before it.
#[derive(Debug, Clone, Default)]
pub struct Example {
    files: BTreeMap<String, String>,
    pub sheets: Vec<(String, Rows)>,
    previous: Vec<(String, Rows)>,
    pub added: Vec<String>,
    pub prose: String,
    main: Option<String>,
    pub fault: Option<(String, String)>,
}

impl Example {
    pub fn definition(&self) -> String {
        let text = &self.files["document.toml"];
        let text = match &self.fault {
            Some((language, fault)) if language == "toml" => with_line(text, fault.trim_end()),
            _ => text.clone(),
        };
        if self.added.is_empty() {
            return text;
        }
        let mut whole: Value = toml::from_str(&text).expect("definition");
        for added in &self.added {
            let added: Value = toml::from_str(added).unwrap_or_else(|error| panic!("{error}\n{added}"));
            merge(&mut whole, added);
        }
        toml::to_string(&whole).expect("TOML")
    }

    pub fn templates(&self) -> Templates {
        let folder = tempfile::tempdir().expect("folder");
        let own = folder.path().join(DOCUMENT);
        fs::create_dir_all(own.join("narrative")).expect("folder");
        let put = |name: &str, text: &str| fs::write(own.join(name), text).expect("file");
        self.files.iter().for_each(|(name, text)| put(name, text));
        put("document.toml", &self.definition());
        let fault = self.fault.iter().filter(|(language, _)| language == "jinja").map(|(_, text)| text.as_str());
        let prose = self.prose.clone() + &fault.collect::<String>();
        if !prose.is_empty() {
            put(&format!("narrative/{PROSE}"), &prose);
        }
        self.main.iter().for_each(|main| put("main.typ", main));
        let mut all = crate::support::common::templates().clone();
        all.documents = templates::read_document_folders(folder.path()).expect("templates");
        all
    }

    /// What is printed, one paragraph a line, and what is said.
    pub fn built(&self) -> (String, Vec<Finding>) {
        let folder = tempfile::tempdir().expect("folder");
        let last: Vec<_> = self
            .sheets
            .iter()
            .map(|(name, rows)| {
                let other = self.previous.iter().find(|(other, _)| other == name);
                let rows = other.map_or_else(|| rows.clone(), |(_, rows)| rows.clone());
                (name.clone(), of_last_year(rows))
            })
            .collect();
        write(&last, &folder.path().join(LAST_YEAR));
        write(&self.sheets, &folder.path().join(THIS_YEAR));
        let templates = self.templates();
        let own = folder.path().join(THIS_YEAR);
        let inputs = folder::read_inputs(&own).expect("inputs");
        let mut found = Vec::new();
        let product = verify_among(&inputs, &templates, &Around::of(&own)).and_then(|Warned { output, warnings }| {
            found.extend(warnings);
            vanban::product::build::build(&output, &templates, fonts())
        });
        match product {
            Ok(Warned { output, warnings }) => {
                found.extend(warnings);
                if self.main.is_some() {
                    let page = output.pages.document.pages().iter().next().map(|page| text_of(&page.frame));
                    let words = page.iter().flat_map(|text| text.split_whitespace()).collect::<Vec<_>>();
                    return (words.join(" ") + "\n", found);
                }
                let sentences = output.ledger.sentences.iter().map(|sentence| format!("{}\n", sentence.text.trim()));
                (sentences.collect(), found)
            }
            Err(failure) => {
                found.extend(failure.findings().iter().cloned());
                (String::new(), found)
            }
        }
    }
}

/// A text with the line that begins most like another in its place.
fn with_line(text: &str, line: &str) -> String {
    let alike = |other: &str| other.chars().zip(line.chars()).take_while(|(a, b)| a == b).count();
    let most = text.lines().map(alike).max().expect("lines");
    let at = text.lines().position(|other| alike(other) == most).expect("line");
    text.lines()
        .enumerate()
        .map(|(index, other)| if index == at { line } else { other })
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Adds to a definition: tables are found by their keys, lists grow.
fn merge(whole: &mut Value, added: Value) {
    match (whole, added) {
        (Value::Object(whole), Value::Object(added)) => {
            for (key, value) in added {
                match whole.get_mut(&key) {
                    // Another layout takes the place of the one before.
                    Some(there) if key == "appendix" => *there = value,
                    Some(there) => merge(there, value),
                    None => drop(whole.insert(key, value)),
                }
            }
        }
        (Value::Array(whole), Value::Array(added)) => {
            for value in added {
                let same = whole.iter_mut().find(|there| value.get("key").is_some() && there["key"] == value["key"]);
                match same {
                    Some(there) => merge(there, value),
                    None => whole.push(value),
                }
            }
        }
        (whole, added) => *whole = added,
    }
}

fn of_last_year(rows: Rows) -> Rows {
    let earlier = |cells: Vec<String>| match cells.as_slice() {
        [name, year] if name.starts_with("Năm ") => {
            vec![name.clone(), year.parse::<u32>().map_or_else(|_| year.clone(), |year| (year - 1).to_string())]
        }
        _ => cells,
    };
    rows.into_iter().map(earlier).collect()
}

fn write(sheets: &[(String, Rows)], folder: &Path) {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_custom_property("vanban-schema", format!("{DOCUMENT}/1")));
    let date_format = Format::new().set_num_format("dd/mm/yyyy");
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("name");
        for (row, cells) in (0..).zip(rows) {
            for (col, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                let date: Vec<u16> = text.split('/').filter_map(|part| part.parse().ok()).collect();
                let written = match (&date[..], text.parse::<f64>()) {
                    (&[day, month, year], _) if col > 0 => {
                        let date = ExcelDateTime::from_ymd(year, month as u8, day as u8).expect("date");
                        sheet.write_datetime_with_format(row, col, &date, &date_format)
                    }
                    (_, Ok(number)) if col > 0 => sheet.write_number(row, col, number),
                    _ => sheet.write_string(row, col, text.trim_start_matches('\'')),
                };
                written.expect("cell");
            }
        }
    }
    fs::create_dir_all(folder).expect("folder");
    book.save(folder.join("so-lieu.xlsx")).expect("workbook");
}

/// Rows of a sheet in place of those before, or behind them where they have no headings of their own.
fn put_rows(sheets: &mut Vec<(String, Rows)>, name: String, rows: Rows) {
    match sheets.iter_mut().find(|(other, _)| *other == name) {
        Some((_, there)) if there[0] != rows[0] => there.extend(rows),
        Some((_, there)) => *there = rows,
        None => sheets.push((name, rows)),
    }
}

/// The examples of a guide, each with the block of what comes out.
pub fn examples(blocks: &[Block]) -> (Example, Vec<(Example, Block)>) {
    let (mut base, mut found): (Example, Vec<(Example, Block)>) = Default::default();
    let mut own: Option<Example> = None;
    for block in blocks {
        if let Some(path) = block.mark.strip_prefix("file=") {
            let path = path.strip_prefix(&format!("templates/{DOCUMENT}/")).expect("a file of the example");
            base.files.insert(path.to_owned(), block.text.clone());
            continue;
        }
        if found.is_empty()
            && let Some(name) = block.path("sheet=")
        {
            put_rows(&mut base.sheets, name, rows(&block.text));
            continue;
        }
        let example = own.get_or_insert_with(|| base.clone());
        match block.mark.as_str() {
            "add" => example.added.push(block.text.clone()),
            "prose" => example.prose += &(block.text.clone() + "\n"),
            "main" => example.main = Some(block.text.clone()),
            "fault" => example.fault = Some((block.language.clone(), block.text.clone())),
            "prints" | "says" => found.push((own.take().expect("example"), block.clone())),
            mark => match (block.path("sheet="), block.path("previous=")) {
                (Some(name), _) => put_rows(&mut example.sheets, name, rows(&block.text)),
                (_, Some(name)) => put_rows(&mut example.previous, name, rows(&block.text)),
                _ => panic!("{mark}: no such mark"),
            },
        }
    }
    (base, found)
}
