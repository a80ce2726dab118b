//! `check` says of words that are printed what `build` says, without making a page.

use vanban::finding::Finding;
use vanban::finding::outcome::{Failure, Warned};
use vanban::input::templates::Templates;
use vanban::input::verify::verify;
use vanban::product::build::rehearse;

use crate::product::second;
use crate::support::common::{build_with, fonts};

const SECOND: &str = "quyet-dinh-giao-du-toan";
const ARTICLES: &str = "02-dieu.typ.j2";

fn told(found: &[Finding]) -> Vec<String> {
    found.iter().map(|found| format!("{} {}", found.code.name(), found.place)).collect()
}

/// What `build` and `check` say, which must be the same.
fn said(templates: &Templates) -> Vec<String> {
    let input = second::input(1234.5);
    let built = match build_with(&input, templates) {
        Ok(built) => built.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    let checked = || {
        let Warned { output, mut warnings } = verify(&input, templates)?;
        warnings.extend(rehearse(&output, templates, fonts())?.warnings);
        Ok::<_, Failure>(warnings)
    };
    let checked = checked().unwrap_or_else(|failure| failure.findings().to_vec());
    assert_eq!(told(&built), told(&checked));
    told(&built)
}

fn with_line(line: &str) -> Templates {
    let mut templates = second::with_second();
    let folder = templates.documents.get_mut(SECOND).expect("second document");
    let articles = folder.narrative.get_mut(ARTICLES).expect("articles");
    // What ends the text stays at its end.
    *articles = articles.replacen("*Điều 2.*", &format!("{line}\n\n*Điều 2.*"), 1);
    templates
}

#[test]
fn what_only_rendering_reveals_is_refused() {
    let empty = "{% if doc.year is filled %}{% endif %}";
    for line in [
        format!("\\{empty}\\#range(9)"),
        format!("Một /{empty}/ phần bị giấu"),
        format!("Một /{empty}* phần bị giấu */ hai"),
        "Một /{% if doc.year is filled %}/{% endif %} phần bị giấu".to_owned(),
        "Một `{% if doc.year is filled %}x`{% endif %} hai".to_owned(),
    ] {
        let said = said(&with_line(&line));
        // A sign right before braces is told before anything runs.
        let is_told = |said: &String| said.starts_with("prose-markup ") || said.starts_with("template-syntax ");
        assert!(!said.is_empty() && said.iter().all(is_told), "{line}: {said:?}");
    }
    let plain = said(&with_line("Tỷ lệ km/{{ doc.year }} và/hoặc 1 / 2, {{ doc.year }}."));
    assert!(!plain.iter().any(|said| said.starts_with("prose-markup ")), "{plain:?}");
}

#[test]
fn characters_that_no_font_has_are_told_where_they_were_typed() {
    let line = format!("font-lacks-glyph {SECOND}/narrative/{ARTICLES}:3");
    assert_eq!(said(&with_line("Giảm nghèo 🏠.")), std::slice::from_ref(&line));
    assert_eq!(said(&with_line("Năm {{ doc.year }} 漢.")), [line]);
    let changed = |from: &str, to: &str| {
        let mut templates = second::with_second();
        let folder = templates.documents.get_mut(SECOND).expect("second document");
        assert!(folder.definition.contains(from));
        folder.definition = folder.definition.replace(from, to);
        templates
    };
    let line = format!("font-lacks-glyph {SECOND}/document.toml:");
    for (from, to) in [("\"Không thường xuyên\"", "\"Không 🏠\""), ("DỰ TOÁN CHI", "DỰ TOÁN 漢 CHI")] {
        let said = said(&changed(from, to));
        assert!(said.len() == 1 && said[0].starts_with(&line), "{to}: {said:?}");
    }
}
