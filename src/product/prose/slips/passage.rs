//! Stretches of printed text, each with the data in it and where its other words were typed.

use std::ops::Range;

use crate::input::dataset::Piece;
use crate::input::definition::document_kind::is_of_attached;
use crate::input::figure_key::FigureKey;
use crate::input::templates::DocumentFolder;
use crate::product::form::Form;
use crate::product::prose::main_text;
use crate::product::prose::narrative::Narrative;

/// A paragraph, a line of the form, a cell of words.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    pub(crate) text: String,
    /// Its data, each with its bytes of the text.
    pub(crate) data: Vec<(FigureKey, Range<usize>)>,
    pub(crate) typed_in: File,
    /// The level of a heading of the prose; 0 for all else.
    pub(crate) level: usize,
}

/// Where what is no datum was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum File {
    /// A rendered file of the prose: `05-kinh-phi.typ`.
    Narrative(String),
    Definition,
    Main,
}

impl Passage {
    #[cfg(test)]
    pub(crate) fn typed(text: &str) -> Self {
        let level = text.chars().take_while(|&c| c == '=').count();
        let text = text[level..].trim_start().to_owned();
        Self { text, data: Vec::new(), typed_in: File::Narrative("01.typ".to_owned()), level }
    }

    /// Whether it stands in a file of the attached text.
    pub(crate) fn is_attached(&self) -> bool {
        matches!(&self.typed_in, File::Narrative(file) if is_of_attached(file))
    }

    /// The datum that holds those bytes.
    pub(crate) fn datum(&self, at: &Range<usize>) -> Option<&(FigureKey, Range<usize>)> {
        self.data.iter().find(|(_, datum)| datum.start <= at.start && at.start < datum.end)
    }

    /// The bytes around `at` that were typed in one go, without a datum between.
    pub(crate) fn literal(&self, at: &Range<usize>) -> Range<usize> {
        let before = self.data.iter().map(|(_, datum)| datum.end).filter(|end| *end <= at.start).max();
        let behind = self.data.iter().map(|(_, datum)| datum.start).filter(|start| *start >= at.end).min();
        before.unwrap_or(0)..behind.unwrap_or(self.text.len())
    }
}

/// The paragraphs of the prose.
pub(crate) fn of_narrative(narrative: &Narrative) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (file, marked) in &narrative.marked {
        let sentences = narrative.sentences.iter().filter(|sentence| sentence.file == *file);
        let blocks = marked.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
        for (sentence, block) in sentences.zip(blocks) {
            // Spans count characters.
            let starts: Vec<usize> = match sentence.figures.is_empty() {
                true => Vec::new(),
                false => sentence.text.char_indices().map(|(at, _)| at).chain([sentence.text.len()]).collect(),
            };
            let byte = |at: usize| starts.get(at).copied().unwrap_or(sentence.text.len());
            passages.push(Passage {
                text: sentence.text.clone(),
                data: sentence
                    .figures
                    .iter()
                    .map(|span| (span.key.clone(), byte(span.start)..byte(span.end)))
                    .collect(),
                typed_in: File::Narrative(file.clone()),
                level: block.chars().take_while(|&c| c == '=').count(),
            });
        }
    }
    passages
}

/// The fixed texts of the form: title, issuer, signature, recipients, appendices with their words.
pub(crate) fn of_form(form: &Form) -> Vec<Passage> {
    let mut lines: Vec<&[Piece]> = Vec::new();
    let rows = [&form.head.parent, &form.head.issuer, &form.title.lines, &form.signature.authority];
    lines.extend(rows.into_iter().flatten().map(Vec::as_slice));
    lines.extend(form.head.subject.iter().map(Vec::as_slice));
    lines.extend(form.opening().chain(form.second_lines()).chain(&form.address).map(Vec::as_slice));
    lines.extend(form.attached_lines().map(Vec::as_slice));
    lines.extend(form.recipients.items.iter().map(Vec::as_slice));
    for appendix in &form.appendices {
        lines.push(&appendix.label);
        lines.extend(appendix.title.iter().map(Vec::as_slice));
        for table in &appendix.tables {
            lines.extend(table.title.iter().chain(&table.unit).map(Vec::as_slice));
            lines.extend(table.header.iter().flatten().map(|cell| cell.text.as_slice()));
            lines.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_slice()));
        }
    }
    lines.into_iter().map(of_pieces).filter(|passage| passage.text.contains(char::is_alphabetic)).collect()
}

/// One line of the form.
pub(crate) fn of_pieces(pieces: &[Piece]) -> Passage {
    let mut passage = Passage { text: String::new(), data: Vec::new(), typed_in: File::Definition, level: 0 };
    for piece in pieces {
        match piece {
            Piece::Text(text) => passage.text.push_str(text),
            Piece::Figure { key, text } => {
                let start = passage.text.len();
                passage.text.push_str(text);
                passage.data.push((key.clone(), start..passage.text.len()));
            }
            Piece::Blank { .. } => passage.text.push(' '),
        }
    }
    passage
}

/// The texts that stand in the document's own `main.typ`.
pub(crate) fn of_main(folder: &DocumentFolder) -> Vec<Passage> {
    let texts = folder.main.as_deref().map(main_text::texts).unwrap_or_default();
    let passage = |text: String| Passage { text, data: Vec::new(), typed_in: File::Main, level: 0 };
    texts.into_iter().map(passage).collect()
}
