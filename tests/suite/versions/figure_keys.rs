//! Rows that are called `a/b`, from their cells to the pages and back; and names that no figure can have.

use std::sync::OnceLock;

use vanban::finding::messages::{Language, Messages};
use vanban::finding::outcome::Failure;
use vanban::input::checking::rule::Rule;
use vanban::input::definition::model::Document;
use vanban::input::figure_key::FigureKey;
use vanban::input::folder::InputFolder;
use vanban::input::starter::content;
use vanban::input::templates::Templates;
use vanban::product::ledger::format::{self, Context, Figure, Ledger};
use vanban::versions::diff::change::Difference;
use vanban::versions::diff::data;
use vanban::versions::diff::text::text;
use vanban::versions::diff::version::Version;
use vanban::versions::marked::copy;
use vanban::versions::readback::compare;
use vanban::versions::readback::remark::Outcome;
use vanban::xlsx::grid::CellValue;

use crate::support::common::{
    Built, New, build_with, fonts, key, plan, position, redefined, set, source, templates, write,
};

const PLAN: &str = "ke-hoach-giam-ngheo";

/// Rows by their names in the plan, and what they are called here: one that the prose prints, one that must equal
/// another figure, one of a closed list.
const RENAMED: [(&str, &str); 3] =
    [("nha-o", "a/b"), ("ho-ngheo", "/hộ//nghèo/"), ("Huyện Phú Bình", "Huyện Phú Bình/Sông Cầu")];

fn slashed() -> Templates {
    let mut all = redefined(|text| RENAMED.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new)));
    for prose in all.documents.get_mut(PLAN).expect("plan").narrative.values_mut() {
        *prose = prose.replace("indicators[\"nha-o\"]", "indicators[\"a/b\"]");
    }
    all
}

/// The real input with its rows renamed and some figures changed.
fn input(edits: &[(&str, &str, &'static str)]) -> InputFolder {
    let mut book = source();
    for cell in book.iter_mut().flat_map(|sheet| sheet.cells.values_mut()) {
        let renamed = RENAMED.iter().find(|(old, _)| cell.value == CellValue::Text((*old).to_owned()));
        if let Some((_, new)) = renamed {
            cell.value = CellValue::Text((*new).to_owned());
        }
    }
    for (sheet, a1, number) in edits {
        let sheet = book.iter_mut().find(|known| &*known.name == *sheet).expect("sheet");
        set(sheet, position(a1), &New::Number(number));
    }
    InputFolder { name: "thu".to_owned(), workbooks: [("so-lieu.xlsx".to_owned(), write(&book))].into() }
}

fn built(edits: &[(&str, &str, &'static str)]) -> Built {
    build_with(&input(edits), &slashed()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()))
}

fn before() -> &'static Built {
    static BEFORE: OnceLock<Built> = OnceLock::new();
    BEFORE.get_or_init(|| built(&[]))
}

/// Another figure in each of the three rows, and the totals that follow.
fn after() -> &'static Built {
    static AFTER: OnceLock<Built> = OnceLock::new();
    AFTER.get_or_init(|| {
        let homes = at("indicators/a/b/plan");
        built(&[
            ("Chỉ tiêu", &homes, "4321"),
            ("Chỉ tiêu", "E2", "2714"),
            ("Hộ nghèo", "C5", "310"),
            ("Hộ nghèo", "C11", "2714"),
        ])
    })
}

/// The cell of the input that a figure comes from.
fn at(name: &str) -> String {
    figure(&before().product.ledger, &key(name)).cells[0].cell.clone()
}

fn figure<'a>(ledger: &'a Ledger, key: &FigureKey) -> &'a Figure {
    ledger.figures.iter().find(|figure| figure.key == *key).unwrap_or_else(|| panic!("no {key}"))
}

/// The ledger as it was written.
fn read(built: &Built) -> Ledger {
    format::read(&built.product.files["figures.json"], "figures.json")
        .unwrap_or_else(|failure| panic!("{:?}", failure.findings()))
}

fn difference() -> Difference {
    data::diff(&Version::built(read(before())), &Version::built(read(after())))
}

#[test]
fn a_row_with_a_slash_keeps_its_name_its_cell_and_its_places() {
    let ledger = read(before());
    for (old, new, rows) in [
        ("indicators/nha-o/plan", "indicators/a/b/plan", ["nha-o", "a/b"]),
        ("indicators/ho-ngheo/plan", "indicators//hộ//nghèo//plan", ["ho-ngheo", "/hộ//nghèo/"]),
        (
            "households/Huyện Phú Bình/poor",
            "households/Huyện Phú Bình/Sông Cầu/poor",
            ["Huyện Phú Bình", "Huyện Phú Bình/Sông Cầu"],
        ),
    ] {
        let (old, new) = (figure(&plan().product.ledger, &key(old)), figure(&ledger, &key(new)));
        assert_eq!((old.key.row(), new.key.row()), (Some(rows[0]), Some(rows[1])));
        assert_eq!((old.key.table(), old.key.column()), (new.key.table(), new.key.column()));
        assert_eq!(old.name.replacen(rows[0], rows[1], 1), new.name);
        assert_eq!((&old.value, &old.cells, &old.workbook), (&new.value, &new.cells, &new.workbook));
        // A longer name may be set otherwise, on the same page.
        let places = |figure: &Figure| -> Vec<(usize, Context)> {
            figure.places.iter().map(|spot| (spot.page, spot.context.clone())).collect()
        };
        assert_eq!(places(old), places(new));
        assert!(!new.places.is_empty());
    }
    let homes = figure(&ledger, &key("indicators/a/b/plan"));
    assert_eq!(homes.places, figure(&plan().product.ledger, &key("indicators/nha-o/plan")).places);
    assert!(homes.places.iter().any(|spot| matches!(spot.context, Context::Sentence { .. })));
    assert!(homes.places.iter().any(|spot| matches!(spot.context, Context::Table { .. })));
    let at = homes.workbook.as_ref().expect("a cell of the workbook");
    assert_eq!(before().sheet(&at.sheet)[&at.cell], CellValue::Number(homes.value.parse().expect("decimal")));
    // Nothing that only looks like the name is written anywhere.
    let texts = before().product.files.iter().filter(|(name, _)| !name.ends_with(".pdf") && !name.ends_with(".xlsx"));
    for (name, bytes) in texts {
        assert!(!String::from_utf8_lossy(bytes).contains('∕'), "{name}");
    }
}

#[test]
fn an_equality_may_name_it() {
    let checks = &before().verified.checked.checks;
    let check = checks.iter().find(|check| check.rule == Rule::Equal && check.target.row() == Some("/hộ//nghèo/"));
    let check = check.expect("the equality");
    assert!(check.holds() && check.operands == [key("households/total/poor")]);
    let verify = |input: &InputFolder| match vanban::input::verify::verify(input, &slashed()) {
        Err(Failure::Refused(found)) => found,
        other => panic!("{:?}", other.map(|read| read.warnings)),
    };
    let unequal = verify(&input(&[("Chỉ tiêu", "E2", "2714")]));
    let unequal = unequal.iter().find(|finding| finding.code.name() == "equal-mismatch").expect("a finding");
    let words = Messages::new(Language::Vietnamese, false).long(unequal);
    assert!(words.contains("/hộ//nghèo/") && words.contains("Kế hoạch năm 2024"), "{words}");
    // The row as the plan calls it is not there for the changed definition.
    let missing = verify(&crate::support::common::input());
    let missing = missing.iter().find(|finding| finding.code.name() == "row-missing").expect("a finding");
    assert!(Messages::new(Language::Vietnamese, false).long(missing).contains("/hộ//nghèo/"));
}

#[test]
fn a_comparison_names_it() {
    let difference = difference();
    let keys: Vec<&str> = difference.figures.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "households/Huyện Phú Bình/Sông Cầu/poor",
            "households/total/all",
            "households/total/poor",
            "indicators//hộ//nghèo//plan",
            "indicators/a/b/plan",
        ]
    );
    assert!(difference.particulars.is_empty() && difference.reordered.is_empty() && difference.templates.is_empty());
    let homes = difference.sentences.iter().find(|sentence| sentence.figures == [key("indicators/a/b/plan")]);
    let homes = homes.expect("the sentence about homes");
    assert!(!homes.wording && homes.new.as_ref().is_some_and(|new| new.text.contains("ít nhất 4.321 hộ nghèo")));
    let messages = Messages::new(Language::Vietnamese, false);
    let said = text(&difference, ("cũ", "mới"), &messages, false);
    for name in ["Hộ nghèo › Huyện Phú Bình/Sông Cầu › Số hộ nghèo: 306 → 310", "Chỉ tiêu › a/b ", "/hộ//nghèo/ "]
    {
        assert!(said.contains(name), "{name}\n{said}");
    }
    // Inputs that were not built say the same.
    let version = |built: &Built| Version::of_inputs(&built.verified, &slashed()).expect("a version");
    let surveyed = data::diff(&version(before()), &version(after()));
    assert_eq!(surveyed.figures.iter().map(|change| change.key.as_str()).collect::<Vec<_>>(), keys);
    // And the marked copy has it among its marks.
    let Built { verified, product, .. } = after();
    let sources = copy::sources(verified, &slashed(), fonts(), product, (&difference, "cũ"));
    let marks: serde_json::Value =
        serde_json::from_str(&sources.expect("sources")["changes.json"]).expect("marks of the copy");
    assert!(keys.iter().all(|key| marks["figures"][*key]["old"].is_string()), "{marks:#}");
}

#[test]
fn a_file_that_is_read_back_names_it() {
    let read = |ending: &str| compare::compare("tra-ve", after().file(ending), &before().product, fonts());
    assert!(matches!(compare::compare("a.pdf", before().file(".pdf"), &before().product, fonts()), Outcome::Same));
    for ending in [".pdf", ".xlsx"] {
        let Outcome::Read(comparison) = read(ending) else { panic!("{ending} was not read") };
        let messages = Messages::new(Language::Vietnamese, false);
        let said: Vec<String> = comparison.differences.iter().map(|remark| remark.text(&messages)).collect();
        let named = |name: &str| said.iter().filter(|said| said.contains(name)).count();
        assert_eq!(named("Hộ nghèo › Huyện Phú Bình/Sông Cầu › Số hộ nghèo"), 1, "{said:#?}");
        assert_eq!(named("Chỉ tiêu › a/b "), 1, "{said:#?}");
    }
}

#[test]
fn a_new_workbook_asks_for_it() {
    let all = slashed();
    let folder = &all.documents[PLAN];
    let document = Document::parse(&folder.definition, "document.toml").expect("definition");
    let codes = &content::codes(&document, folder)["indicators"];
    assert!(codes.iter().any(|code| code == "a/b") && codes.iter().any(|code| code == "/hộ//nghèo/"), "{codes:?}");
}

/// What is wrong with the names of the plan's definition once it is changed.
fn faults(old: &str, new: &str) -> Vec<(&'static str, String)> {
    let definition = &templates().documents[PLAN].definition;
    assert!(definition.contains(old), "{old}");
    let found = Document::parse(&definition.replace(old, new), "document.toml").expect_err("a fault");
    found.iter().map(|finding| (finding.code.name(), finding.arg("name").to_owned())).collect()
}

#[test]
fn a_definition_names_figures_that_there_can_be() {
    let unknown = ["indicators/ho-ngheo", "indicators", "", "doc/year", "recipients/1", "la/ho-ngheo/plan"];
    for name in unknown.into_iter().chain(["indicators/ho-ngheo/la", "indicators/ho-ngheo/plan/la"]) {
        assert_eq!(faults("indicators/ho-ngheo/plan", name), [("definition-unknown-name", name.to_owned())]);
    }
    let keys = [
        ("key = \"constants\"", "key = \"con/stants\"", "con/stants"),
        ("key = \"label\"", "key = \"la/bel\"", "la/bel"),
        ("key = \"all\"", "key = \"/\"", "/"),
        ("key = \"period_start\"", "key = \"period/start\"", "period/start"),
        ("key = \"year_before_previous\"", "key = \"\"", ""),
    ];
    for (old, new, name) in keys {
        assert_eq!(faults(old, new), [("definition-key", name.to_owned())]);
    }
}
