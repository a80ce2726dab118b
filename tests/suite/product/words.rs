//! Every word of templates is documented with an example, and the example prints what is written beside it.

use std::fs;

use crate::product::language::{PLAN, printed};
use crate::support::common::{root, sources};

const DOCUMENT: &str = "docs/template-words.md";

/// The words that `src` knows, as authors write them.
pub fn known() -> Vec<String> {
    let source = &sources()["product/prose/language/words.rs"];
    let quoted = |text: &str| text.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let table = |name: &str| {
        let start = source.find(name).unwrap_or_else(|| panic!("no {name}"));
        let end = start + source[start..].find("];").expect("end of the table");
        quoted(&source[start..end])
    };
    let mut known = table("const STATEMENTS");
    known.extend(table("ALL: [(&'static str, Self); 16]"));
    known.extend(table("ALL: [(&'static str, Self); 3]"));
    known.extend(table("const LOOP").into_iter().map(|word| format!("loop.{word}")));
    known
}

/// What stands on paper, a long text by its beginning.
fn shown(markup: &str) -> String {
    let parts: Vec<&str> = markup.split("#fig(").collect();
    let mut text = parts[0].to_owned();
    for figure in &parts[1..] {
        let (figure, rest) = figure.split_once("\");").expect("figure");
        text += figure.split_once("\",\"").expect("key and text").1;
        text += rest;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 20 { words[..10].join(" ") + " …" } else { words.join(" ") }
}

#[test]
fn every_word_has_an_example_that_prints_what_is_said() {
    let text = fs::read_to_string(root().join(DOCUMENT)).expect(DOCUMENT);
    let mut told = Vec::new();
    let mut written = String::new();
    for line in text.lines() {
        let columns: Vec<String> =
            line.replace("\\|", "\u{1}").split(" | ").map(|cell| cell.replace('\u{1}', "|")).collect();
        let [word, _, example, _] = &columns[..] else {
            written += &format!("{line}\n");
            continue;
        };
        let (Some(word), Some(example)) = (word.strip_prefix("| `"), example.strip_prefix('`')) else {
            written += &format!("{line}\n");
            continue;
        };
        told.push(word.trim_end_matches('`').to_owned());
        let start = line.rfind(" | ").expect("last column");
        written += &format!("{} | {} |\n", &line[..start], shown(&printed(PLAN, example.trim_end_matches('`'))));
    }
    assert_eq!(told, known());
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(root().join(DOCUMENT), &written).expect(DOCUMENT);
    }
    assert_eq!(text, written);
}
