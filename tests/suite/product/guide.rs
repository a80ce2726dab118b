//! The author's guides: their examples are built, and print and say what stands in the guides; nothing goes unnamed.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::starter::begin::{self, Request};
use vanban::xlsx::grid::CellValue;
use vanban::xlsx::read;

use crate::input::schema::misfits;
use crate::product::words;
use crate::support::common::{plan, root, sources};
use crate::support::example::{Block, DOCUMENT, Example, THIS_YEAR, blocks, examples};
use crate::support::schema;

const GUIDES: [(&str, Language); 2] =
    [("docs/soan-mau.md", Language::Vietnamese), ("docs/authoring.md", Language::English)];
fn read_guide(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
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

/// Definitions of the guides and their examples fit the schema, and both guides tell where it is.
#[test]
fn the_definitions_of_the_guides_fit_the_schema() {
    let (base, examples) = examples(&blocks(&read_guide(GUIDES[0].0)));
    let right = examples.iter().map(|(example, _)| example).filter(|example| example.fault.is_none());
    for example in right.chain([&base]) {
        let definition: Value = toml::from_str(&example.definition()).expect("definition");
        assert_eq!(misfits(&definition), [""; 0], "{:?}", example.added);
    }
    for (path, _) in GUIDES {
        assert!(read_guide(path).contains("#:schema ../../docs/document.schema.json"), "{path}");
    }
}
