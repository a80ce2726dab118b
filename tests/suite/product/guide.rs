//! The author's guides: their examples are built, and print and say what stands in the guides; nothing goes unnamed.
//!
//! The words behind the language of a fenced block say what it is:
//! `file=PATH` a file of the templates as it stands; `sheet=NAME` and `previous=NAME` rows of this and of last year's
//! inputs (blanks of names as `_`); `add` more of the definition, `prose` more prose, `main` a main file: all three for
//! the example that `prints` or `says` ends; `fault` a line of the definition, or prose, with a mistake.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use serde_json::Value;
use vanban::finding::messages::{Language, Messages};
use vanban::finding::outcome::Warned;
use vanban::finding::{Finding, Severity};
use vanban::input::around::Around;
use vanban::input::folder;
use vanban::input::starter::begin::{self, Request};
use vanban::input::templates::{self, Templates};
use vanban::input::verify::verify_among;
use vanban::xlsx::grid::CellValue;
use vanban::xlsx::read;

use crate::input::schema::misfits;
use crate::product::plan::text_of;
use crate::product::words;
use crate::support::common::{fonts, plan, root, sources};
use crate::support::schema;

const GUIDES: [(&str, Language); 2] =
    [("docs/soan-mau.md", Language::Vietnamese), ("docs/authoring.md", Language::English)];
const DOCUMENT: &str = "thong-bao";
const THIS_YEAR: &str = "thong-bao-2025";
const LAST_YEAR: &str = "thong-bao-2024";
/// The file of an example's prose: before the last paragraph.
const PROSE: &str = "01-vi-du.typ.j2";

/// A fenced block.
#[derive(Debug, Clone)]
struct Block {
    language: String,
    mark: String,
    text: String,
    at: Range<usize>,
}

impl Block {
    fn path(&self, mark: &str) -> Option<String> {
        self.mark.strip_prefix(mark).map(|name| name.replace('_', " "))
    }

    /// Whether it is what comes out.
    fn is_outcome(&self) -> bool {
        self.mark == "prints" || self.mark == "says"
    }
}

fn read_guide(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The marked blocks of a guide.
fn blocks(guide: &str) -> Vec<Block> {
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
type Rows = Vec<Vec<String>>;

fn rows(text: &str) -> Rows {
    text.lines().map(|line| line.split('|').map(|cell| cell.trim().replace('⏎', "\n")).collect()).collect()
}

/// One example: what stands in the guide, with what is there before it.
#[derive(Debug, Clone, Default)]
struct Example {
    files: BTreeMap<String, String>,
    sheets: Vec<(String, Rows)>,
    previous: Vec<(String, Rows)>,
    added: Vec<String>,
    prose: String,
    main: Option<String>,
    fault: Option<(String, String)>,
}

impl Example {
    fn definition(&self) -> String {
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
        assert_eq!(misfits(&whole), [""; 0], "{:?}", self.added);
        toml::to_string(&whole).expect("TOML")
    }

    fn templates(&self) -> Templates {
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
    fn built(&self) -> (String, Vec<Finding>) {
        let folder = tempfile::tempdir().expect("folder");
        let last: Vec<_> = self
            .sheets
            .iter()
            .map(|(name, rows)| {
                let other = self.previous.iter().find(|(other, _)| other == name);
                (name.clone(), other.map_or_else(|| rows.clone(), |(_, rows)| rows.clone()))
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
fn examples(blocks: &[Block]) -> (Example, Vec<(Example, Block)>) {
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

/// What comes out of each example, in both languages.
fn outcomes(base: &Example, examples: &[(Example, Block)]) -> Vec<[String; 2]> {
    let (before, usual) = base.built();
    let texts = |found: &[Finding]| {
        GUIDES.map(|(_, language)| found.iter().map(|one| Messages::new(language, false).long(one)).collect::<Vec<_>>())
    };
    let usual = texts(&usual);
    let mut failed = Vec::new();
    let outcomes = examples
        .iter()
        .map(|(example, block)| {
            let (printed, found) = example.built();
            if block.mark == "prints" {
                let wrong: Vec<Finding> =
                    found.into_iter().filter(|finding| finding.severity != Severity::Note).collect();
                if !wrong.is_empty() {
                    failed.push(format!("{:?}\n{}\n{}", example.added, example.prose, texts(&wrong)[1].join("\n")));
                }
                let own = if example.prose.is_empty() { printed } else { added(&before, &printed) };
                return [(); 2].map(|()| own.clone());
            }
            let mut said = texts(&found);
            for (said, usual) in said.iter_mut().zip(&usual) {
                said.retain(|text| !usual.contains(text));
            }
            said.map(|said| said.join("\n").trim().to_owned() + "\n")
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    outcomes
}

/// What an example prints more than is printed without it, before the last paragraph.
fn added(before: &str, printed: &str) -> String {
    let (before, printed) = (before.lines().count(), printed.lines().collect::<Vec<_>>());
    printed.get(before - 1..printed.len() - 1).unwrap_or_default().iter().flat_map(|line| [*line, "\n"]).collect()
}

#[test]
fn examples_print_and_say_what_the_guides_tell() {
    let guides = GUIDES.map(|(path, _)| read_guide(path));
    let marked = guides.each_ref().map(|guide| blocks(guide));
    let given = |blocks: &[Block]| -> Vec<(String, String)> {
        let given = blocks.iter().map(|block| (block.mark.clone(), block.text.clone()));
        given
            .map(|(mark, text)| if mark == "says" || mark == "prints" { (mark, String::new()) } else { (mark, text) })
            .collect()
    };
    assert_eq!(given(&marked[0]), given(&marked[1]), "the guides differ");
    let (base, examples) = examples(&marked[0]);
    let outcomes = outcomes(&base, &examples);
    let mut differ = Vec::new();
    for (at, ((path, _), (guide, blocks))) in GUIDES.iter().zip(guides.iter().zip(&marked)).enumerate() {
        let mut written = guide.clone();
        let places: Vec<_> = blocks.iter().filter(|block| block.is_outcome()).zip(&outcomes).collect();
        for (block, outcome) in places.into_iter().rev() {
            written.replace_range(block.at.clone(), &outcome[at]);
        }
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(root().join(path), &written).expect("guide");
        }
        let other = guide.lines().zip(written.lines()).find(|(told, real)| told != real);
        differ.extend((*guide != written).then(|| format!("{path}: {other:#?}")));
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// The workbook that `vanban new` writes has the sheets and headings that the guides show.
#[test]
fn the_new_workbook_is_the_one_shown() {
    let (base, _) = examples(&blocks(&read_guide(GUIDES[0].0)));
    let request = Request { folder: THIS_YEAR, document: Some(DOCUMENT), year: Some(2025), previous: None };
    let started = begin::begin(&request, &base.templates()).unwrap_or_else(|it| panic!("{:#?}", it.findings()));
    let book = read::read("so-lieu.xlsx", &started.output.bytes).expect("own workbook");
    for (name, rows) in &base.sheets {
        let sheet = book.sheets.iter().find(|sheet| *sheet.name == **name).unwrap_or_else(|| panic!("no sheet {name}"));
        let text = |(row, col): (u32, u32)| match sheet.cells.get(&(row, col)).map(|cell| &cell.value) {
            Some(CellValue::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let headings: Vec<String> = (0..rows[0].len() as u32).map(|col| text((0, col))).collect();
        assert_eq!(headings, rows[0], "{name}");
        let first: BTreeSet<String> = (0..=sheet.last_row()).map(|row| text((row, 0))).collect();
        let is_fixed = rows[0] == ["Mục", "Nội dung"];
        assert!(!is_fixed || rows.iter().all(|row| first.contains(&row[0])), "{name}: {first:?}");
    }
}

/// Keys and words of a schema.
fn vocabulary(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            names.extend(
                map.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.clone()),
            );
            let words = map.get("enum").and_then(Value::as_array).into_iter().flatten();
            names.extend(words.chain(map.get("const")).filter_map(Value::as_str).map(str::to_owned));
            map.values().for_each(|value| vocabulary(value, names));
        }
        Value::Array(items) => items.iter().for_each(|value| vocabulary(value, names)),
        _ => {}
    }
}

/// Quoted names of a list in a source.
fn quoted(file: &str, list: &str) -> Vec<String> {
    let source = &sources()[file];
    let start = source.find(list).unwrap_or_else(|| panic!("no {list}"));
    let end = start + source[start..].find("];").expect("end of the list");
    source[start..end].split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Keys of `data.json`.
fn keys_of_data() -> BTreeSet<String> {
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                found.insert(key.clone());
                keys(value, found);
            }),
            Value::Array(items) => items.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    let data = &plan().product.files["source/data.json"];
    keys(&serde_json::from_slice(data).expect("JSON"), &mut found);
    found
}

#[test]
fn the_guides_name_every_key_word_and_function() {
    let mut names = BTreeSet::new();
    vocabulary(schema::schema(), &mut names);
    names.extend(words::known());
    names.extend(quoted("input/definition/model.rs", "const PARTICULARS"));
    names.extend(["template", "drafter", "draft"].map(str::to_owned));
    let library = fs::read_to_string(root().join("templates/nd30/nd30.typ")).expect("library");
    let imported = library.lines().filter_map(|line| line.strip_prefix("#import")?.split_once(": "));
    names.extend(imported.flat_map(|(_, names)| names.split(", ")).map(str::to_owned));
    let own = library.lines().filter_map(|line| line.strip_prefix("#let ")?.split_once('('));
    names.extend(own.map(|(name, _)| name.to_owned()));
    names.extend(keys_of_data());
    for (path, _) in GUIDES {
        let guide = read_guide(path);
        let unnamed: Vec<&String> = names.iter().filter(|name| !guide.contains(&format!("`{name}`"))).collect();
        assert!(unnamed.is_empty(), "{path} does not name {unnamed:?}");
    }
}

/// Keys and values of a definition.
fn used(definition: &Value, found: &mut BTreeSet<String>) {
    match definition {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            used(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|value| used(value, found)),
        Value::String(text) => drop(found.insert(text.clone())),
        _ => {}
    }
}

#[test]
fn the_examples_use_every_key_and_kind() {
    let schema = schema::schema();
    let mut names = BTreeSet::new();
    vocabulary(schema, &mut names);
    // Words to choose from are named; those that decide what else is written are used.
    let definitions = schema["definitions"].as_object().expect("definitions");
    let words = definitions.iter().filter(|(name, _)| !["Kind", "Method", "LevelsBy"].contains(&name.as_str()));
    let words = words.flat_map(|(_, schema)| schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str));
    let (base, examples) = examples(&blocks(&read_guide(GUIDES[0].0)));
    let mut told = BTreeSet::new();
    for example in examples.iter().map(|(example, _)| example).filter(|example| example.fault.is_none()).chain([&base])
    {
        used(&toml::from_str(&example.definition()).expect("definition"), &mut told);
    }
    let is_choice: BTreeSet<&str> = words.chain(["percent", "per-mille", "per-head"]).collect();
    let unused: Vec<&String> = names.difference(&told).filter(|name| !is_choice.contains(name.as_str())).collect();
    assert!(unused.is_empty(), "no example has {unused:?}");
}

/// Nothing is left over: the definitions of the guides fit the schema, and both guides tell where it is.
#[test]
fn the_definition_of_the_guides_fits_the_schema() {
    let guide = read_guide(GUIDES[0].0);
    let (base, _) = examples(&blocks(&guide));
    let definition: Value = toml::from_str(&base.definition()).expect("definition");
    assert_eq!(misfits(&definition), [""; 0]);
    for (path, _) in GUIDES {
        assert!(read_guide(path).contains("#:schema ../../docs/document.schema.json"), "{path}");
    }
}
