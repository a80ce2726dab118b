//! Whether the fonts can show every character.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;
use crate::input::dataset::Dataset;
use crate::product::pages::fonts::Fonts;
use crate::product::prose::narrative::Narrative;
use crate::vi::numbers::Grouping;

/// Names every character that the font lacks, with its cell; Typst would know only that there is one.
///
/// # Errors
/// Those characters.
pub(crate) fn show_every_character(dataset: &Dataset, narrative: &Narrative, fonts: &Fonts) -> Result<(), Failure> {
    let lacking = |text: &str, place: Place| {
        let char = fonts.lacks(text)?;
        let finding = Finding::new(Code::FontLacksGlyph, place).with("char", char);
        Some(
            finding.with("code", format!("U+{:04X}", u32::from(char))).with("font", fonts.family().unwrap_or_default()),
        )
    };
    let cells = dataset.entries().filter(|entry| !entry.computed).filter_map(|entry| {
        let place = entry.at.first().map_or(Place::Nowhere, |at| Place::Cell(at.clone()));
        lacking(&entry.in_table(Grouping::Dot), place)
    });
    let prose = narrative.files.iter().filter_map(|(name, text)| {
        text.lines().enumerate().find_map(|(index, line)| {
            let line_place = Place::Line { file: format!("narrative/{name}"), line: index + 1 };
            lacking(line, line_place).filter(|_| !line.contains("#fig("))
        })
    });
    let found: Vec<Finding> = cells.chain(prose).collect();
    if found.is_empty() { Ok(()) } else { Err(Failure::Failed(found)) }
}
