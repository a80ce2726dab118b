//! What is said of derived figures: of their declarations at their line, of figures at the cell where they are mended.

use std::fmt::Write as _;
use std::path::Path;

use vanban::finding::Finding;
use vanban::finding::messages::{Language, Messages};
use vanban::finding::outcome::Failure;
use vanban::input::definition::model::Document;
use vanban::input::starter::begin::{Request, begin};
use vanban::input::templates::Templates;

use crate::product::second::with_second;
use crate::support::common::{fonts, golden, root};
use crate::support::report::{Cell, REPORT, Report, read};

fn definition() -> String {
    std::fs::read_to_string(root().join("tests/fixtures").join(REPORT).join("document.toml")).expect("definition")
}

fn told(found: &[Vec<Finding>], name: &str) {
    for (language, ending) in [(Language::Vietnamese, "vi"), (Language::English, "en")] {
        let mut text = String::new();
        for finding in found.iter().flatten() {
            let _ = writeln!(text, "{}", Messages::new(language, false).long(finding));
        }
        golden(&format!("{name}.{ending}.txt"), &text);
    }
}

/// Each mistake is one finding with its line.
#[test]
fn faults_of_declarations_are_told_at_their_line() {
    let own = "of = \"poor\", minus = \"previous.poor\"";
    let faults = [
        (own, "of = \"poor\", minus = \"previous.por\""),
        (own, "of = \"poor\", minus = \"last.poor\""),
        (own, "of = \"poor\", minus = \"district\""),
        (own, "of = \"poor\", minus = \"people\""),
        (own, "of = [\"poor\"], minus = \"previous.poor\""),
        (own, "of = \"poor\""),
        (own, "of = \"poor\", minus = \"previous.poor\", within = \"total\""),
        (own, "of = \"poor\", minus = \"trend\""),
        ("numerator = \"funds.done\"", "numerator = \"funds.don\""),
        ("kind = \"average\", of = [\"poor\", \"near_poor\"]", "kind = \"average\", of = \"poor\""),
        ("scale = \"percent\", decimals = 2", "scale = \"percent\""),
        ("scale = \"percent\", decimals = 2", "scale = \"percents\", decimals = 2"),
        ("of = \"poor\", within = \"rows\"", "of = \"poor\", within = \"row\""),
        ("of = \"plan\", minus = \"done\"", "of = \"plan\", minus = \"done\", kinds = 1"),
        (
            "kind = \"difference\", of = \"plan\", minus = \"done\"",
            "kind = \"share\", of = \"plan\", within = \"total\", decimals = 1",
        ),
        ("kind = \"rank\", of = \"poor\"", "kind = \"largest\", of = \"districts.poor\""),
        ("kind = \"count\"\nof = \"districts\"", "kind = \"rank\"\nof = \"districts\""),
        ("kind = \"count\"\nof = \"districts\"", "kind = \"count\"\nof = \"district\""),
        ("of = \"districts.less\"", "of = \"districts.district\""),
        ("value = \"1000\" }\nunit", "value = \"1.000 hộ\" }\nunit"),
        ("is = \">\", value = \"1000\" }\nunit", "is = \"=>\", value = \"1000\" }\nunit"),
        ("within = \"districts/total/poor\"", "within = \"district/total/poor\""),
        ("within = \"districts/total/poor\"", "within = \"derived/share_many\""),
        ("within = \"districts/total/poor\"", "within = \"derived/most\""),
        ("of = \"derived/most/poor\"", "of = \"derived/mots/poor\""),
        ("minus = \"doc/base_year\"", "minus = \"doc/signer\""),
        ("previous = \"last_year\"\n", ""),
        ("nth = 2", "nth = 0"),
        ("of = \"poor\", within = \"total\", decimals = 1", "of = \"poor\", within = \"total\", decimals = 10"),
    ];
    let found: Vec<Vec<Finding>> = faults
        .iter()
        .map(|(from, to)| {
            let text = definition();
            assert!(text.contains(from), "{from}");
            let found = Document::parse(&text.replacen(from, to, 1), "document.toml").expect_err(to);
            // Without last year's folder everything that needs it is told.
            assert!(found.len() == 1 || to.is_empty(), "{to}: {found:#?}");
            found.into_iter().take(1).collect()
        })
        .collect();
    told(&found, "derived-definitions");
}

fn found(folder: &Path, templates: &Templates) -> Vec<Finding> {
    match read(&folder.join("bao-cao-2024"), templates) {
        Ok(read) => match vanban::product::build::build(&read.output, templates, fonts()) {
            Ok(_) => read.warnings,
            Err(failure) => failure.findings().to_vec(),
        },
        Err(failure) => failure.findings().to_vec(),
    }
}

/// One change of the sample.
type Change<'a> = (&'a str, &'a dyn Fn(&mut Report, &mut Report));

#[test]
fn figures_that_cannot_be_had_are_told_at_their_cell() {
    let name = |text: &'static str| move |report: &mut Report, _: &mut Report| report.previous = Some(text.to_owned());
    let changes: [Change<'_>; 13] = [
        ("tie", &|report, _| report.districts[0].1[1] = Cell::Number(3_100.0)),
        ("second tie", &|report, _| report.districts[0].1[1] = Cell::Number(2_755.0)),
        ("zero", &|report, _| report.districts[3].1[0] = Cell::Number(0.0)),
        ("new row", &|_, before| drop(before.districts.remove(1))),
        ("renamed", &|_, before| before.districts[1].0 = "Huyện Phú bình".to_owned()),
        ("no last year", &|report, _| report.previous = None),
        ("none meets", &|report, _| {
            (0..).zip(&mut report.districts).for_each(|(at, (_, row))| row[1] = Cell::Number(f64::from(900 + at)));
        }),
        ("missing", &name("bao-cao-2032")),
        ("path", &name("../bao-cao-2023")),
        ("path of Windows", &name("..\\bao-cao-2023")),
        ("itself", &name("bao-cao-2024")),
        ("empty", &name("trong")),
        ("broken", &|_, before| before.districts[1].1[1] = Cell::Number(-3.5)),
    ];
    let found: Vec<Vec<Finding>> = changes
        .iter()
        .map(|(label, change)| {
            let folder = tempfile::tempdir().expect("folder");
            let mut report = Report::sample();
            let mut before = report.before(&[1_300.0, 2_800.0, 3_500.0, 960.0]);
            change(&mut report, &mut before);
            before.write(folder.path(), "bao-cao-2023");
            report.write(folder.path(), "bao-cao-2024");
            std::fs::create_dir(folder.path().join("trong")).expect("folder");
            let mut found = self::found(folder.path(), &with_second());
            found.retain(|finding| finding.code.name() != "cell-computed");
            assert!((1..=2).contains(&found.len()), "{label}: {found:#?}");
            found
        })
        .collect();
    told(&found, "derived-figures");
}

/// Another kind of document is no last year of this one.
#[test]
fn last_year_is_of_the_same_kind() {
    let folder = tempfile::tempdir().expect("folder");
    let mut report = Report::sample();
    report.previous = Some("ke-hoach".to_owned());
    report.write(folder.path(), "bao-cao-2024");
    let plan = root().join("inputs/ke-hoach-2024/so-lieu.xlsx");
    std::fs::create_dir(folder.path().join("ke-hoach")).expect("folder");
    std::fs::copy(plan, folder.path().join("ke-hoach/so-lieu.xlsx")).expect("copy");
    let failure = read(&folder.path().join("bao-cao-2024"), &with_second()).err().expect("another kind");
    assert!(matches!(failure, Failure::Refused(_)));
    let found: Vec<&str> = failure.findings().iter().map(|finding| finding.code.name()).collect();
    assert!(found.contains(&"previous-folder"), "{found:?}");
    let finding = failure.findings().iter().find(|finding| finding.code.name() == "previous-folder").expect("finding");
    let said = Messages::new(Language::Vietnamese, false).long(finding);
    assert!(said.contains("là số liệu của một loại văn bản khác"), "{said}");
}

/// The workbook for next year names the folder it was made from, where that stands beside it; else nothing.
#[test]
fn the_next_workbook_names_this_years_folder() {
    let folder = tempfile::tempdir().expect("folder");
    Report::sample().write(folder.path(), "bao-cao-2024");
    let previous = vanban::input::folder::read_inputs(&folder.path().join("bao-cao-2024")).expect("inputs");
    let named = |target: &Path| {
        let target = target.display().to_string();
        let request = Request { folder: &target, document: None, year: None, previous: Some(&previous) };
        let begun = begin(&request, &with_second()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
        let sheets = vanban::xlsx::read::read("so-lieu.xlsx", &begun.output.bytes).expect("own").sheets;
        let cells: Vec<String> =
            sheets.iter().flat_map(|sheet| sheet.cells.values()).map(|cell| format!("{:?}", cell.value)).collect();
        ["bao-cao-2023", "bao-cao-2024"].map(|name| cells.iter().any(|cell| cell.contains(&format!("\"{name}\""))))
    };
    assert_eq!(named(&folder.path().join("bao-cao-2025")), [false, true]);
    assert_eq!(named(&folder.path().join("khac/bao-cao-2025")), [false, false]);
}

/// Last year's input of an earlier form lacks a column: what needs it is blank, the rest is compared.
#[test]
fn last_year_may_lack_a_column() {
    let folder = tempfile::tempdir().expect("folder");
    let report = Report::sample();
    report.before(&[1_300.0, 2_800.0, 3_500.0, 960.0]).write(folder.path(), "bao-cao-2023");
    report.write(folder.path(), "bao-cao-2024");
    let path = folder.path().join("bao-cao-2023/so-lieu.xlsx");
    let book = std::fs::read(&path).expect("workbook");
    let renamed = crate::support::common::replaced(&book, "xl/sharedStrings.xml", "Số dân", "Nhân khẩu cũ");
    std::fs::write(&path, renamed).expect("workbook");
    let mut templates = with_second();
    let own = templates.documents.get_mut(REPORT).expect("fixture");
    own.definition =
        own.definition.replace("of = \"all\", minus = \"near_poor\"", "of = \"people\", minus = \"previous.people\"");
    let read = read(&folder.path().join("bao-cao-2024"), &templates);
    let read = read.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let value = |name: &str| {
        let entry = read.output.checked.dataset.entry(&crate::support::common::key(name)).expect("entry");
        entry.in_sentence()
    };
    assert_eq!(value("districts/Huyện Đại Từ/less").as_deref(), Some("-400"));
    assert_eq!(value("districts/Huyện Đại Từ/part_change"), None);
    assert!(read.warnings.iter().all(|finding| finding.code.name() == "cell-computed"), "{:#?}", read.warnings);
}
