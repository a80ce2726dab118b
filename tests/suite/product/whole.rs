//! A document is whole or there is none: what would leave a part of it blank, or print signs in the place of words, is
//! said where it stands.

use vanban::finding::Finding;
use vanban::input::folder::InputFolder;
use vanban::input::templates::{DocumentFolder, Templates};

use crate::product::plan::text_of;
use crate::product::second;
use crate::support::common::{Built, New, build_with, position, set, text, write};

const SECOND: &str = "quyet-dinh-giao-du-toan";

/// The second document, its definition and prose changed.
fn templates(change: impl Fn(&mut DocumentFolder)) -> Templates {
    let mut templates = second::with_second();
    change(templates.documents.get_mut(SECOND).expect("second document"));
    templates
}

/// Its input, some particulars changed.
fn input(edits: &[(&str, New)]) -> InputFolder {
    let mut input = second::input(1234.5);
    let mut sheets = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
    for (cell, new) in edits {
        set(&mut sheets[0], position(cell), new);
    }
    input.workbooks.insert("a.xlsx".to_owned(), write(&sheets));
    input
}

/// Why there is no document.
fn refused(input: &InputFolder, templates: &Templates) -> Vec<String> {
    let Err(failure) = build_with(input, templates) else { panic!("built") };
    let errors = failure.findings().iter().filter(|finding| finding.severity == vanban::finding::Severity::Error);
    errors.map(|finding: &Finding| format!("{} {}", finding.code.name(), finding.place)).collect()
}

fn pages(built: &Built) -> String {
    let pages: Vec<String> = built.product.pages.document.pages().iter().map(|page| text_of(&page.frame)).collect();
    pages.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn there_is_no_document_without_a_body() {
    let expected = [format!("narrative-missing {SECOND}/narrative")];
    let prose = |texts: &'static [(&'static str, &'static str)]| {
        templates(move |folder| {
            folder.narrative = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        })
    };
    assert_eq!(refused(&input(&[]), &prose(&[])), expected);
    assert_eq!(refused(&input(&[]), &prose(&[("_chung.typ.j2", "Một câu.")])), expected);
    assert_eq!(refused(&input(&[]), &prose(&[("01.typ.j2", "{% if false %}Một câu.{% endif %}\n")])), expected);
    let checked = vanban::input::verify::verify(&input(&[]), &prose(&[])).map(|read| read.output.template);
    assert_eq!(checked.ok().as_deref(), Some(SECOND));
}

#[test]
fn a_document_without_appendix_has_no_workbook() {
    let templates = templates(|folder| {
        let (kept, _) = folder.definition.split_once("[[appendix]]").expect("appendix");
        folder.definition = kept.to_owned();
        // The prose of the fixture speaks of its appendix.
        folder.narrative.values_mut().for_each(|text| *text = text.replace(" (_chi tiết tại Phụ lục kèm theo_)", ""));
    });
    let built = build_with(&input(&[]), &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let names: Vec<&String> = built.product.files.keys().filter(|name| !name.starts_with("source/")).collect();
    assert_eq!(names, ["07-QĐ-STC.pdf", "figures.json"]);
    assert_eq!(built.product.ledger.outputs.len(), 1);
    assert!(!pages(&built).contains("Phụ lục"));
}

/// Every list and every number of a definition, one after the other.
#[test]
fn numbers_of_a_definition_have_bounds() {
    let cases = [
        ("decimals = 1", "decimals = 4294967295", "decimals"),
        ("decimals = 1", "decimals = 10", "decimals"),
        ("decimals = 1", "decimals = 1, min = 5, max = 4", "min"),
        ("decimals = 1", "decimals = 1, max = 1e27", "max"),
        ("width = 34", "width = 0", "width"),
        ("width = 34", "width = -34", "width"),
        ("width = 34", "width = inf", "width"),
        ("width = 34", "width = nan", "width"),
        ("width = 34", "width = 1e9", "width"),
        ("width = 34", "rows = 4000000000, width = 34", "rows"),
        ("children = [", "rows = 0, children = [", "rows"),
        ("unit-line =", "size = 0\nunit-line =", "size"),
        ("unit-line =", "size = 1e300\nunit-line =", "size"),
        ("columns = [", "tolerance = -1, columns = [", "tolerance"),
        ("columns = [", "tolerance = 1e20, columns = [", "tolerance"),
        (
            "{ kind = \"sum\"",
            "{ kind = \"percent-of\", target = \"all\", of = \"other\", percent = 1e9 }, { kind = \"sum\"",
            "percent",
        ),
    ];
    for (from, to, key) in cases {
        let templates = templates(|folder| {
            assert!(folder.definition.contains(from), "{from}");
            folder.definition = folder.definition.replacen(from, to, 1);
        });
        let Err(failure) = build_with(&input(&[]), &templates) else { panic!("{to}") };
        let said: Vec<_> = failure.findings().iter().map(|finding| (finding.code.name(), finding.arg("key"))).collect();
        assert_eq!(said, [("definition-bound", key)], "{to}");
    }
}

#[test]
fn an_appendix_has_parts_and_a_table_has_columns() {
    let part = |definition: &str| {
        let (kept, _) = definition.split_once("[[appendix.part]]").expect("part");
        format!("{kept}part = []\n")
    };
    let header = |definition: &str| {
        let (kept, _) = definition.split_once("header = [").expect("header");
        format!("{kept}header = []\n")
    };
    for change in [&part as &dyn Fn(&str) -> String, &header] {
        let templates = templates(|folder| folder.definition = change(&folder.definition));
        assert_eq!(refused(&input(&[]), &templates), [format!("definition-empty {SECOND}/document.toml")]);
    }
}

#[test]
fn what_is_quoted_quotes_nothing_itself() {
    let templates = second::with_second();
    let expected = |cells: &[&str]| -> Vec<String> {
        cells.iter().map(|cell| format!("placeholder-quotes a.xlsx › Thông tin › {cell}")).collect()
    };
    let own = input(&[("B11", text("Về việc {Về việc}"))]);
    assert_eq!(refused(&own, &templates), expected(&["B11"]));
    let circle = input(&[("B11", text("Về việc {Loại}")), ("B10", text("Quyết định {Về việc}"))]);
    assert_eq!(refused(&circle, &templates), expected(&["B10", "B11"]));
    let chain = input(&[("B11", text("Về việc {Loại}")), ("B10", text("Quyết định {Năm ngân sách}"))]);
    assert_eq!(refused(&chain, &templates), expected(&["B11"]));
    // Many times the same is one mistake.
    let many = input(&[("B11", text(&"{Về việc} ".repeat(50)))]);
    assert_eq!(refused(&many, &templates), expected(&["B11"]));
    let long = input(&[("B11", text(&"{Năm ngân sách} ".repeat(2000)))]);
    assert_eq!(refused(&long, &templates), ["placeholder-many a.xlsx › Thông tin › B11"]);
}

#[test]
fn a_type_in_capitals_is_a_name_in_sentences() {
    let built = build_with(&input(&[("B10", text("QUYẾT ĐỊNH"))]), &second::with_second());
    let built = built.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let text = pages(&built);
    assert!(text.contains("(Kèm theo Quyết định số 07/QĐ-STC"), "{text}");
    assert!(text.contains("QUYẾT ĐỊNH Về việc"), "{text}");
    let plain = build_with(&input(&[]), &second::with_second()).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    assert!(pages(&plain).contains("(Kèm theo Quyết định số 07/QĐ-STC"));
}

#[test]
fn words_that_no_line_can_hold_are_named() {
    let word = "ă".repeat(33_000);
    let title = input(&[("B11", text(&word[..40_000]))]);
    assert_eq!(refused(&title, &second::with_second()), ["text-unbroken a.xlsx › Thông tin › B11"]);
    let prose = templates(|folder| {
        folder.narrative.insert("03.typ.j2".to_owned(), format!("Một câu.\n\nHai {word} câu.\n"));
    });
    assert_eq!(refused(&input(&[]), &prose), [format!("text-unbroken {SECOND}/narrative/03.typ.j2:3")]);
    let put_together = templates(|folder| {
        let nested = "{% for a in allocation %}{% for b in allocation %}{% for c in allocation %}\
                      {% for d in allocation %}khôngcócáchnàokhôngcócáchnàokhôngcócáchnào{% endfor %}{% endfor %}{% endfor %}{% endfor %}";
        folder.narrative.insert("03.typ.j2".to_owned(), format!("Một câu.\n\nHai {nested} câu.\n"));
    });
    assert_eq!(refused(&input(&[]), &put_together), [format!("text-unbroken {SECOND}/narrative/03.typ.j2")]);
}

/// A title may have many words; the properties of the file show their beginning.
#[test]
fn a_long_title_is_no_fault_of_the_typesetter() {
    let words = "trên địa bàn tỉnh ".repeat(1500);
    let built = build_with(&input(&[("B11", text(words.trim()))]), &second::with_second());
    built.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
}
