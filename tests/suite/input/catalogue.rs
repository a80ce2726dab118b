//! Every bad input of the catalogue: what is wrong with it, what the program does, and what it says.
//!
//! The numbers are those of the catalogue of bad inputs in the design notes. Each case is the real input with
//! one thing done to it; the goldens hold what this adds to the warnings of the real input, in both languages.

mod cells;
mod files;
mod tables;
mod values;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use Outcome::{Noted, Refused, Silent, Warned};
use rust_xlsxwriter::Worksheet;
use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::dataset::Content;
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::input::verify::Verified;
use vanban::xlsx::grid::Sheet;

use crate::support::common::{
    New, altered, edited, golden, key, position, redefined, set, source, templates, write, write_with,
};

/// What the program does with a bad input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Refused,
    /// Accepted, with these findings and no graver ones.
    Warned,
    Noted,
    /// Accepted, with nothing to say.
    Silent,
}

/// One bad input.
pub struct Case {
    /// Its number in the catalogue; rows of other tables have a letter.
    row: &'static str,
    what: &'static str,
    input: InputFolder,
    templates: Option<Templates>,
    outcome: Outcome,
    /// How many findings it must cause: one mistake, one finding.
    findings: usize,
    /// Figures that must have been understood: name → as printed in a sentence.
    figures: Vec<(&'static str, &'static str)>,
}

impl Case {
    fn new(row: &'static str, what: &'static str, outcome: Outcome, input: InputFolder) -> Self {
        let findings = usize::from(outcome != Silent);
        Self { row, what, input, templates: None, outcome, findings, figures: Vec::new() }
    }

    /// Edited cells.
    fn cells(row: &'static str, what: &'static str, outcome: Outcome, edits: &[(&str, &str, New)]) -> Self {
        Self::new(row, what, outcome, edited(edits))
    }

    /// One workbook of these bytes.
    fn file(row: &'static str, what: &'static str, outcome: Outcome, name: &str, bytes: Vec<u8>) -> Self {
        Self::new(row, what, outcome, folder([(name, bytes)]))
    }

    /// The real sheets, changed as a whole.
    fn sheets(row: &'static str, what: &'static str, outcome: Outcome, change: impl Fn(&mut Vec<Sheet>)) -> Self {
        let mut book = source();
        change(&mut book);
        Self::file(row, what, outcome, "so-lieu.xlsx", write(&book))
    }

    /// The real sheets with something that only the writer of the file can do to one of them.
    fn written(
        row: &'static str,
        what: &'static str,
        outcome: Outcome,
        sheet: &str,
        own: impl Fn(&mut Worksheet),
    ) -> Self {
        let bytes = write_with(&source(), |name, ws| {
            if name == sheet {
                own(ws)
            }
        });
        Self::file(row, what, outcome, "so-lieu.xlsx", bytes)
    }

    /// With the definition changed: a stretch of it replaced.
    fn defined(mut self, from: &str, to: &str) -> Self {
        let change = |definition: &str| {
            assert!(definition.contains(from), "{from} is not in the definition");
            definition.replace(from, to)
        };
        let changed = match &self.templates {
            None => redefined(change),
            Some(templates) => {
                let mut templates = templates.clone();
                let plan = templates.documents.get_mut("ke-hoach-giam-ngheo").expect("plan");
                plan.definition = change(&plan.definition);
                templates
            }
        };
        self.templates = Some(changed);
        self
    }

    /// With more than one finding, for a reason that is plain from the golden.
    fn findings(mut self, findings: usize) -> Self {
        self.findings = findings;
        self
    }

    fn figure(mut self, name: &'static str, printed: &'static str) -> Self {
        self.figures.push((name, printed));
        self
    }

    fn run(&self) -> (Option<Verified>, Vec<Finding>) {
        match vanban::input::verify::verify(&self.input, self.templates.as_ref().unwrap_or(templates())) {
            Ok(read) => (Some(read.output), read.warnings),
            Err(failure) => (None, failure.findings().to_vec()),
        }
    }
}

/// An input folder of several workbooks.
fn folder<const N: usize>(books: [(&str, Vec<u8>); N]) -> InputFolder {
    let workbooks = books.map(|(name, bytes)| (name.to_owned(), bytes));
    InputFolder { name: "thu".to_owned(), workbooks: BTreeMap::from(workbooks) }
}

/// The sheet of that name.
fn sheet<'a>(book: &'a mut [Sheet], name: &str) -> &'a mut Sheet {
    book.iter_mut().find(|sheet| &*sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
}

fn put(book: &mut [Sheet], name: &str, a1: &str, new: New) {
    set(sheet(book, name), position(a1), &new);
}

/// Moves what stands at or below a row down.
fn insert_rows(sheet: &mut Sheet, before: u32, count: u32) {
    let cells = std::mem::take(&mut sheet.cells);
    let moved = |row: u32| if row + 1 >= before { row + count } else { row };
    sheet.cells = cells.into_iter().map(|((row, col), cell)| ((moved(row), col), cell)).collect();
}

/// Without the flag that every writer but Excel sets: the stored results are those that Excel would show.
fn calculated(bytes: &[u8]) -> Vec<u8> {
    altered(bytes, &[], |name, text| match name {
        "xl/workbook.xml" => text.replace(" fullCalcOnLoad=\"1\"", ""),
        _ => text,
    })
}

/// All cases in the order of the catalogue, further ones last.
fn cases() -> Vec<Case> {
    // 52 (words that look like formulas) is proved in `escaping.rs`.
    let mut all: Vec<Case> =
        [files::cases(), tables::cases(), cells::cases(), values::cases()].into_iter().flatten().collect();
    all.sort_by_key(|case| case.row.parse::<u32>().unwrap_or(u32::MAX));
    all
}

/// What a case causes beyond the findings of the real input.
fn added(found: &[Finding], usual: &[Finding]) -> Vec<Finding> {
    // The file may have another name.
    let inside = |one: &Finding| one.place.to_string().split_once(" › ").map(|(_, cell)| cell.to_owned());
    let is_usual =
        |one: &Finding| usual.iter().any(|other| other.code.name() == one.code.name() && inside(other) == inside(one));
    found.iter().filter(|finding| !is_usual(finding)).cloned().collect()
}

fn usual() -> Vec<Finding> {
    let (verified, found) = Case::cells("", "", Silent, &[]).run();
    assert!(verified.is_some());
    found
}

fn outcome(is_accepted: bool, added: &[Finding]) -> Outcome {
    match added.iter().map(|finding| finding.severity).min() {
        _ if !is_accepted => Refused,
        None => Silent,
        Some(Severity::Note) => Noted,
        Some(_) => Warned,
    }
}

#[test]
fn every_bad_input_gets_its_message() {
    let usual = usual();
    assert_eq!(usual.len(), 5);
    let languages = [Language::Vietnamese, Language::English].map(|language| Messages::new(language, false));
    let mut goldens = [String::new(), String::new()];
    let mut wrong = String::new();
    for case in cases() {
        let (verified, found) = case.run();
        let added = added(&found, &usual);
        let outcome = outcome(verified.is_some(), &added);
        let name = format!("{} {} — {}", case.row, case.what, format!("{outcome:?}").to_lowercase());
        if (outcome, added.len()) != (case.outcome, case.findings) {
            let codes: Vec<String> =
                added.iter().map(|finding| format!("{} {}", finding.code.name(), finding.place)).collect();
            let _ = writeln!(wrong, "{name}: wanted {:?} with {}; found {codes:#?}", case.outcome, case.findings);
        }
        for (messages, golden) in languages.iter().zip(&mut goldens) {
            let _ = writeln!(golden, "# {name}\n");
            for finding in &added {
                let _ = writeln!(golden, "{}", messages.long(finding));
            }
        }
        if let Some(verified) = verified {
            for (figure, printed) in &case.figures {
                let said = verified.checked.dataset.entry(&key(figure)).and_then(|entry| entry.in_sentence());
                if said.as_deref() != Some(*printed) {
                    let _ = writeln!(wrong, "{name}: {figure} is {said:?}, not {printed}");
                }
            }
        }
    }
    let [vi, en] = goldens;
    golden("catalogue.vi.txt", &vi);
    golden("catalogue.en.txt", &en);
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every row of the catalogue has a case, except one that is proved elsewhere.
#[test]
fn no_row_is_forgotten() {
    let rows: Vec<&str> = cases().iter().map(|case| case.row).collect();
    let missing: Vec<String> = (1..=53)
        .filter(|row| *row != 52)
        .map(|row: u32| row.to_string())
        .filter(|row| !rows.contains(&row.as_str()))
        .collect();
    assert_eq!(missing, [""; 0]);
}

/// A workbook that cannot be read, one with mistakes, one that is fine: everything is said in one run.
fn three_books() -> InputFolder {
    let mut book = source();
    put(&mut book, "Hộ nghèo", "C5", New::Text("30.6".to_owned()));
    put(&mut book, "Hộ nghèo", "E11", New::Number("777"));
    put(&mut book, "Chỉ tiêu", "D5", New::Text("=SUM(D2:D4)".to_owned()));
    put(&mut book, "Kinh phí", "K5", New::Number("365"));
    put(&mut book, "Văn bản", "B16", New::Blank);
    let is = |sheet: &Sheet, names: &[&str]| names.contains(&&*sheet.name);
    let kept = |names: &[&str]| -> Vec<u8> {
        write(&book.iter().filter(|sheet| is(sheet, names)).cloned().collect::<Vec<_>>())
    };
    let first = kept(&["Văn bản", "Nơi nhận", "Hộ nghèo", "Chỉ tiêu"]);
    let broken = kept(&["Viện dẫn"]);
    folder([
        ("a-ke-hoach.xlsx", first),
        ("b-hong.xlsx", broken[..broken.len() / 2].to_vec()),
        ("c-kinh-phi.xlsx", kept(&["Kinh phí"])),
        ("d-khac.xlsx", kept(&["Số liệu khác"])),
    ])
}

#[test]
fn everything_is_said_in_one_run_in_the_order_of_places() {
    let case = Case::new("", "", Refused, three_books());
    let (verified, found) = case.run();
    assert!(verified.is_none());
    assert!(found.is_sorted_by(|one, next| one.place <= next.place));
    for (language, file) in [(Language::Vietnamese, "together.vi.txt"), (Language::English, "together.en.txt")] {
        let messages = Messages::new(language, false);
        golden(file, &found.iter().map(|finding| messages.long(finding) + "\n").collect::<String>());
    }
}

/// What was understood from words is printed exactly.
#[test]
fn figures_typed_as_text_are_printed_as_figures() {
    let text_figures = |definition: &str| {
        definition.replace("kind = \"count\", unit = \"hộ\"", "kind = \"count\", unit = \"hộ\", text-numbers = \"vi\"")
    };
    let input = edited(&[
        ("Hộ nghèo", "C11", New::Text("2\u{202f}710".to_owned())),
        ("Hộ nghèo", "C5", New::Text("３０６ hộ".to_owned())),
    ]);
    let built = crate::support::common::build_with(&input, &redefined(text_figures)).expect("built");
    assert!(built.sentences().iter().any(|sentence| sentence.contains("hộ nghèo là 2.710 hộ")));
    let appendix = built.sheet("Phụ lục I - Hộ nghèo");
    assert!(appendix.values().any(|value| *value == vanban::xlsx::grid::CellValue::Number(306.into())));
}

/// A choice that was spelt otherwise names its row as the list does, so that templates find it.
#[test]
fn a_respelt_name_names_its_row_as_the_list_does() {
    let (verified, _) =
        Case::cells("", "", Noted, &[("Hộ nghèo", "B9", New::Text("huyện  Định Hóa".to_owned()))]).run();
    let dataset = verified.expect("accepted").checked.dataset;
    let entry = dataset.entry(&key("households/Huyện Định Hoá/locality")).expect("row");
    assert_eq!(entry.content, Content::Text("Huyện Định Hoá".to_owned()));
}
