//! What a document's own `main.typ` leaves out, hides or sets beyond the paper is missed on the pages.

use vanban::input::templates::Templates;

use crate::product::second;
use crate::support::common::{build_with, input};

const HEAD: &str = "#import \"/nd30/nd30.typ\": *\n#import \"/nd30/table.typ\": data-table\n";
const FORM: &str = "#let data = json(\"/data.json\")\n#show: official-document.with(data)\n";

/// The templates with another main file for one document.
fn with(main: &str, folder: &str) -> Templates {
    let mut templates = second::with_second();
    let folder = templates.documents.get_mut(folder).expect("folder");
    folder.main = Some(format!("{HEAD}{main}"));
    templates
}

/// The codes of what is said, with the words that tell which part it is.
fn said(main: &str, folder: &str) -> Vec<String> {
    let input = if folder.starts_with("ke") { input() } else { second::input(1234.5) };
    let findings = match build_with(&input, &with(main, folder)) {
        Ok(_) => Vec::new(),
        Err(failure) => failure.findings().to_vec(),
    };
    let words = |found: &vanban::finding::Finding| {
        let args = ["missing", "shown", "file", "total", "text"].map(|name| found.arg(name).to_owned());
        [vec![found.code.name().to_owned()], args.into_iter().filter(|arg| !arg.is_empty()).collect()]
            .concat()
            .join(" ")
    };
    findings.iter().map(words).collect()
}

const SECOND: &str = "quyet-dinh-giao-du-toan";
const PLAN: &str = "ke-hoach-giam-ngheo";

#[test]
fn whatever_shows_everything_is_accepted() {
    let bodies = [
        "#include \"/narrative.typ\"",
        "#set text(hyphenate: true)\n#show \"Sở\": it => it\n#upper(include \"/narrative.typ\")",
        "#set page(columns: 2)\n#include \"/narrative.typ\"",
        "#let prose = include \"/narrative.typ\"\n#table(columns: 1, prose)",
        "#page(flipped: true, header: [Trang], include \"/narrative.typ\")",
    ];
    for folder in [SECOND, PLAN] {
        for body in bodies {
            assert_eq!(said(&format!("{FORM}{body}"), folder), [""; 0], "{folder}: {body}");
        }
    }
}

#[test]
fn prose_that_is_on_no_page_is_missed() {
    let nothing = [
        "#let x = \"/narrative.typ\"",
        "#let x = include \"/narrative.typ\"",
        "#hide(include \"/narrative.typ\")",
        "#if false { include \"/narrative.typ\" }",
        "#show regex(\".+\"): none\n#include \"/narrative.typ\"",
        "#place(dx: 900mm, include \"/narrative.typ\")",
    ];
    for body in nothing {
        let found = said(&format!("{FORM}{body}"), SECOND);
        assert!(found.iter().any(|found| found == "main-without-narrative"), "{body}: {found:?}");
        assert!(found.len() == 1 || body.contains("regex"), "{body}: {found:?}");
    }
}

#[test]
fn prose_that_is_shown_in_part_is_missed() {
    let articles = "#include \"/narrative/02-dieu.typ\"\n";
    let cases = [
        (format!("{articles}#include \"/narrative/01-can-cu.typ\""), "narrative/00-tham-quyen.typ"),
        (format!("{articles}#include \"/narrative/00-tham-quyen.typ\""), "narrative/01-can-cu.typ"),
        (
            "#show par: it => if repr(it).contains(\"Thủ trưởng\") { } else { it }\n#include \"/narrative.typ\""
                .to_owned(),
            "narrative/02-dieu.typ",
        ),
        ("#show strong: none\n#include \"/narrative.typ\"".to_owned(), "narrative/02-dieu.typ"),
    ];
    for (body, file) in cases {
        let found = said(&format!("{FORM}{body}"), SECOND);
        assert!(found.len() == 1 && found[0].starts_with(&format!("narrative-unprinted {file} ")), "{body}: {found:?}");
    }
    let found = said(&format!("{FORM}#include \"/narrative/02-muc-tieu.typ\""), PLAN);
    assert!(found.len() == 1 && found[0].starts_with("narrative-unprinted"), "{found:?}");
    // Another figure in the place of one.
    for rule in ["#show regex(\"[0-9]+[.][0-9]+\"): \"99.999\"", "#show regex(\"[0-9]+[.][0-9]+\"): it => strike[#it]"]
    {
        let found = said(&format!("{FORM}{rule}\n#include \"/narrative.typ\""), PLAN);
        let is_altered = rule.contains("99.999");
        assert_eq!(found.iter().any(|found| found.starts_with("narrative-unprinted")), is_altered, "{rule}: {found:?}");
    }
    // A paragraph kept in one piece that is longer than the paper.
    let long = "#block(breakable: false, include \"/narrative.typ\")";
    let found = said(&format!("{FORM}{long}"), PLAN);
    assert!(found.len() == 1 && found[0].starts_with("narrative-unprinted"), "{found:?}");
}

#[test]
fn appendices_that_are_on_no_page_are_missed() {
    let body = "#body-text(include \"/narrative.typ\")\n";
    let page = "#let data = json(\"/data.json\")\n#show: page-setup.with(data)\n";
    let all = "#data.appendices.map(appendix).join()";
    assert_eq!(said(&format!("{page}{body}{all}"), SECOND), [""; 0]);
    assert_eq!(said(&format!("{page}{body}{all}"), PLAN), [""; 0]);
    assert_eq!(said(&format!("{page}{body}"), SECOND), ["appendix-unprinted whole Phụ lục"]);
    let found = said(&format!("{page}{body}"), PLAN);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("appendix-unprinted whole Phụ lục I, "), "{found:?}");
    let found = said(&format!("{page}{body}#data.appendices.slice(1).map(appendix).join()"), PLAN);
    assert_eq!(found, ["appendix-unprinted whole Phụ lục I"]);
    // One table without its name, and a name without its table.
    let bare = "#for table in data.appendices.first().tables { data-table(table) }";
    assert_eq!(
        said(&format!("{page}{body}{bare}"), SECOND),
        ["appendix-unprinted name Phụ lục DỰ TOÁN CHI NGÂN SÁCH NĂM 2025"]
    );
}
