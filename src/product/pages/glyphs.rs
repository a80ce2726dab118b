//! Whether the fonts can show every character.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::dataset::Piece;
use crate::input::templates;
use crate::product::form::Form;
use crate::product::pages::fonts::Fonts;
use crate::product::prose::main_text;
use crate::product::prose::marked_text::{Mark, pieces};
use crate::product::prose::slips::proof::Proof;
use crate::vi::numbers::Grouping;

/// Names every character that the font lacks, with its cell or the line where it was typed; Typst would know only that
/// there is one.
///
/// # Errors
/// Those characters.
pub(crate) fn show_every_character(proof: &Proof<'_>, fonts: &Fonts) -> Result<(), Failure> {
    let cells = proof.dataset.entries().filter(|entry| !entry.computed).filter_map(|entry| {
        let char = fonts.lacks(&entry.in_table(Grouping::Dot))?;
        Some((char, entry.at.first().map_or(Place::Nowhere, |at| Place::Cell(at.clone()))))
    });
    let mut lacking: Vec<(char, Place)> = cells.collect();
    let mut push = |text: &str, typed: &dyn Fn(char) -> Place| {
        let found = fonts.lacks(text).map(|char| (char, typed(char)));
        lacking.extend(found.filter(|found| !lacking.contains(found)));
    };
    for (name, marked) in &proof.narrative.marked {
        for piece in pieces(marked) {
            if let Mark::Prose(text) = piece {
                text.lines().for_each(|line| push(line, &|char| in_templates(proof, name, char)));
            }
        }
    }
    let definition = templates::definition_path(proof.template);
    for text in typed_in_definition(proof.form) {
        push(text, &|char| at_line(&definition, &proof.folder.definition, char));
    }
    if let Some(main) = &proof.folder.main {
        let path = format!("{}/main.typ", proof.template);
        main_text::texts(main).iter().for_each(|text| push(text, &|char| at_line(&path, main, char)));
    }
    if lacking.is_empty() {
        return Ok(());
    }
    let family = fonts.family().unwrap_or_default();
    let finding = |(char, place): (char, Place)| {
        let finding = Finding::new(Code::FontLacksGlyph, place).with("char", char);
        finding.with("code", format!("U+{:04X}", u32::from(char))).with("font", family)
    };
    Err(Failure::Failed(lacking.into_iter().map(finding).collect()))
}

/// The words of the form that no cell holds: those of the definition.
fn typed_in_definition(form: &Form) -> impl Iterator<Item = &str> {
    let pieces = form.appendices.iter().flat_map(|appendix| {
        let tables = appendix.tables.iter().flat_map(|table| {
            let header = table.header.iter().flatten().map(|cell| &cell.text);
            table.title.iter().chain(&table.unit).chain(header)
        });
        [&appendix.label].into_iter().chain(&appendix.title).chain(tables).flatten()
    });
    pieces.filter_map(|piece| match piece {
        Piece::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// Where a character of a rendered file was typed: in its own template, or in one that it takes something from.
fn in_templates(proof: &Proof<'_>, rendered: &str, char: char) -> Place {
    let own = format!("{rendered}.j2");
    let folder = templates::narrative_path(proof.template);
    let own_first = proof.folder.narrative.get_key_value(&own).into_iter().chain(&proof.folder.narrative);
    let found =
        own_first.filter(|(_, text)| text.contains(char)).map(|(name, text)| (format!("{folder}/{name}"), text));
    found.map(|(path, text)| at_line(&path, text, char)).next().unwrap_or(Place::File(format!("{folder}/{own}")))
}

fn at_line(file: &str, text: &str, char: char) -> Place {
    match text.lines().position(|line| line.contains(char)) {
        Some(index) => Place::Line { file: file.to_owned(), line: index + 1 },
        None => Place::File(file.to_owned()),
    }
}
