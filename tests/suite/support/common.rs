//! What the tests share: the real document built once, and edited copies of its input.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use vanban::finding::outcome::{Failure, Warned};
use vanban::finding::{Finding, Severity};
use vanban::input::figure_key::FigureKey;
use vanban::input::folder::{self, InputFolder};
use vanban::input::templates::{self, Templates};
use vanban::input::verify::Verified;
use vanban::product::build::Product;
use vanban::product::pages::fonts::{self, Fonts};
use vanban::xlsx::grid::{self, CellValue, Sheet};
use vanban::xlsx::read;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A document that was built, with everything it was built from.
pub struct Built {
    pub verified: Verified,
    pub product: Product,
    pub warnings: Vec<Finding>,
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn data(name: &str) -> String {
    read(&root().join("tests/data").join(name))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust source of the program: path from `src` → text.
pub fn sources() -> BTreeMap<String, String> {
    texts("src", |name| name.ends_with(".rs"))
}

/// Every file below a folder of the repository whose path from there is wanted: that path → text.
pub fn texts(folder: &str, is_wanted: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let base = root().join(folder);
    let (mut texts, mut folders) = (BTreeMap::new(), vec![base.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the repository").flatten() {
            let path = entry.path();
            let name = path.strip_prefix(&base).expect("below it").to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if is_wanted(&name) {
                texts.insert(name, read(&path));
            }
        }
    }
    texts
}

/// The form library with the plan alone, so that what is said of all documents there are does not change with them.
pub fn templates() -> &'static Templates {
    static TEMPLATES: OnceLock<Templates> = OnceLock::new();
    TEMPLATES.get_or_init(|| {
        let mut all = all_templates().clone();
        all.documents.retain(|name, _| name == "ke-hoach-giam-ngheo");
        all
    })
}

/// Every template as shipped.
pub fn all_templates() -> &'static Templates {
    static TEMPLATES: OnceLock<Templates> = OnceLock::new();
    TEMPLATES.get_or_init(|| templates::read_templates(&root().join("templates")).expect("templates"))
}

/// The templates with the plan's definition changed.
pub fn redefined(change: impl Fn(&str) -> String) -> Templates {
    let mut templates = templates().clone();
    let plan = templates.documents.get_mut("ke-hoach-giam-ngheo").expect("plan");
    let changed = change(&plan.definition);
    assert!(changed != plan.definition, "nothing changed");
    plan.definition = changed;
    templates
}

pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| fonts::read_fonts(&[root().join("templates/fonts")]).expect("fonts"))
}

pub fn input() -> InputFolder {
    folder::read_inputs(&root().join("inputs/ke-hoach-2024")).expect("input")
}

/// The plan as checked in, built once.
pub fn plan() -> &'static Built {
    static PLAN: OnceLock<Built> = OnceLock::new();
    PLAN.get_or_init(|| build(&input()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings())))
}

pub fn build(input: &InputFolder) -> Result<Built, Failure> {
    build_with(input, templates())
}

pub fn build_with(input: &InputFolder, templates: &Templates) -> Result<Built, Failure> {
    let Warned { output: verified, mut warnings } = vanban::input::verify::verify(input, templates)?;
    let Warned { output: product, warnings: more } = vanban::product::build::build(&verified, templates, fonts())?;
    warnings.extend(more);
    Ok(Built { verified, product, warnings })
}

impl Built {
    /// The bytes of the one output file with that ending.
    pub fn file(&self, ending: &str) -> &[u8] {
        let name = self.product.files.keys().find(|name| name.ends_with(ending) && !name.contains('/'));
        &self.product.files[name.unwrap_or_else(|| panic!("no {ending}"))]
    }

    /// Every paragraph of the prose.
    pub fn sentences(&self) -> Vec<&str> {
        self.product.ledger.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
    }

    /// The cells of one sheet of the finished workbook, by address.
    pub fn sheet(&self, name: &str) -> BTreeMap<String, CellValue> {
        let book = read::read("phu-luc.xlsx", self.file(".xlsx")).expect("own workbook");
        let sheet = book.sheets.iter().find(|sheet| &*sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}"));
        sheet.cells.iter().map(|(&(row, col), cell)| (sheet.at(row, col).a1(), cell.value.clone())).collect()
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.warnings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// A new content for one cell.
#[derive(Debug, Clone)]
pub enum New {
    Text(String),
    Number(&'static str),
    Date(u16, u8, u8),
    Blank,
}

pub fn text(text: &str) -> New {
    New::Text(text.to_owned())
}

/// The key of a datum.
pub fn key(text: &str) -> FigureKey {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The real input with some cells changed, written anew as a workbook.
pub fn edited(edits: &[(&str, &str, New)]) -> InputFolder {
    let mut book = source();
    for (sheet, a1, new) in edits {
        let sheet = book.iter_mut().find(|s| &*s.name == *sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
        set(sheet, position(a1), new);
    }
    InputFolder { name: "thu".to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), write(&book))]) }
}

/// The sheets of the real input.
pub fn source() -> Vec<Sheet> {
    let input = input();
    read::read("so-lieu.xlsx", &input.workbooks["so-lieu.xlsx"]).expect("real input").sheets
}

pub fn position(a1: &str) -> (u32, u32) {
    let letters = a1.chars().take_while(char::is_ascii_alphabetic).count();
    let col = a1[..letters].bytes().fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1) - 1;
    (a1[letters..].parse::<u32>().expect("row") - 1, col)
}

pub fn set(sheet: &mut Sheet, at: (u32, u32), new: &New) {
    let format = sheet.cells.get(&at).map(|cell| cell.format).unwrap_or_default();
    let value = match new {
        New::Text(text) => CellValue::Text(text.clone()),
        New::Number(number) => CellValue::Number(number.parse::<Decimal>().expect("number")),
        New::Date(year, month, day) => {
            CellValue::Date(vanban::vi::dates::Date::new(*year, *month, *day).expect("date"))
        }
        New::Blank => {
            sheet.cells.remove(&at);
            return;
        }
    };
    sheet.cells.insert(at, grid::Cell::new(value, format));
}

/// Writes sheets as a workbook that says the same.
pub fn write(sheets: &[Sheet]) -> Vec<u8> {
    write_with(sheets, |_, _| {})
}

/// The same, with something of its own done to some sheets once their cells are written.
pub fn write_with(sheets: &[Sheet], own: impl Fn(&str, &mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    // The first particular names the template.
    let first = sheets[0].cells.get(&(1, 0)).zip(sheets[0].cells.get(&(1, 1)));
    let template = match first.map(|(name, content)| (&name.value, &content.value)) {
        Some((CellValue::Text(name), CellValue::Text(template))) if name.starts_with("Mẫu") => template,
        _ => "ke-hoach-giam-ngheo",
    };
    let schema = format!("{template}/1");
    book.set_properties(&DocProperties::new().set_custom_property("vanban-schema", schema));
    for sheet in sheets {
        let ws = book.add_worksheet();
        ws.set_name(&*sheet.name).expect("sheet name");
        for (&(row, col), cell) in &sheet.cells {
            let col = u16::try_from(col).expect("column");
            let places = cell.format.decimals.map(|n| match n {
                0 => "0".to_owned(),
                n => format!("0.{}", "0".repeat(n as usize)),
            });
            let code = match (places, cell.format.percent) {
                (Some(places), true) => places + "%",
                (Some(places), false) => places,
                (None, _) => "General".to_owned(),
            };
            let format = Format::new().set_num_format(code);
            let written = match &cell.value {
                CellValue::Text(text) => ws.write_string(row, col, text),
                CellValue::Number(value) => {
                    let value: f64 = value.to_string().parse().expect("decimal");
                    ws.write_number_with_format(row, col, value, &format)
                }
                CellValue::Bool(value) => ws.write_boolean(row, col, *value),
                CellValue::Date(date) => {
                    let date = ExcelDateTime::from_ymd(date.year, date.month, date.day).expect("date");
                    ws.write_datetime_with_format(row, col, &date, &Format::new().set_num_format("dd/mm/yyyy"))
                }
                other => panic!("cannot write {other:?}"),
            };
            written.expect("cell");
        }
        own(&sheet.name, ws);
    }
    book.save_to_buffer().expect("workbook")
}

/// A workbook with some of its parts rewritten and others added.
pub fn altered(bytes: &[u8], added: &[(&str, &str)], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("zip");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("part");
        let name = entry.name().expect("name").into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        writer.start_file(&name, packed).expect("part");
        writer.write_all(change(&name, text).as_bytes()).expect("part");
    }
    for (name, text) in added {
        writer.start_file(*name, packed).expect("part");
        writer.write_all(text.as_bytes()).expect("part");
    }
    writer.finish().expect("zip").into_inner()
}

/// A workbook with a stretch of one part replaced.
pub fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    altered(bytes, &[], |name, text| {
        if name != part {
            return text;
        }
        assert!(text.contains(from), "{from} is not in {part}");
        text.replacen(from, to, 1)
    })
}

/// Compares with a reviewed file; `UPDATE_GOLDENS=1` writes it.
pub fn golden(name: &str, text: &str) {
    let path = root().join("tests/goldens").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, text).expect("golden");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let difference = expected.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(expected == text, "{name} differs, first here: {difference:#?}\n--- now ---\n{text}");
}
