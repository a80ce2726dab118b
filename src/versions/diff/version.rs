//! One version of a document as it is compared: its ledger, and what is known of its pages.

use std::collections::BTreeMap;

use crate::finding::outcome::Failure;
use crate::finding::place;
use crate::input::figure_key::FigureKey;
use crate::input::templates::Templates;
use crate::input::verify::Verified;
use crate::input::which_definition::no_template;
use crate::product::build::{identity, input_files, prose_of, template_files};
use crate::product::ledger::assemble;
use crate::product::ledger::format::{Context, Figure, Kind, Ledger};
use crate::product::pages::fonts;
use crate::product::prose::marked_text::Sentence;
use crate::product::{appendix, form, particulars, workbook};
use crate::versions::diff::change::{Location, Paragraph, Stated};

/// One side of a comparison.
#[derive(Debug, Clone)]
pub struct Version {
    pub(crate) ledger: Ledger,
    /// What each datum is printed in, where no pages are known.
    contexts: BTreeMap<FigureKey, Vec<Context>>,
}

impl Version {
    /// The side of a document that was built.
    pub fn built(ledger: Ledger) -> Self {
        Self { ledger, contexts: BTreeMap::new() }
    }

    /// What inputs that were not laid out say, and where.
    ///
    /// # Errors
    /// Template faults, and blanks that a sentence needs.
    pub fn of_inputs(verified: &Verified, templates: &Templates) -> Result<Self, Failure> {
        let Verified { template, document, checked, .. } = verified;
        let folder =
            templates.documents.get(template).ok_or_else(|| no_template(place::Place::Nowhere, template, templates))?;
        let appendices = appendix::build(document, &checked.dataset);
        let form = form::build(document, &checked.dataset, appendices, fonts::SHIPPED_FAMILY);
        let sentences = prose_of(verified, folder)?.sentences;
        let contexts = assemble::contexts(&form, &sentences);
        let ledger = assemble::assemble(assemble::Parts {
            document,
            checked,
            form: &form,
            sentences,
            printed: &[],
            pages: 0,
            cells: &workbook::cells(&form.appendices),
            identity: identity(verified, &form, &particulars::number_and_symbol(&checked.dataset)),
            inputs: input_files(verified),
            templates: template_files(template, folder, templates),
        });
        Ok(Self { ledger, contexts })
    }

    /// Takes the pages from a ledger of the same inputs and templates; from any other, nothing.
    #[must_use]
    pub fn with_pages(mut self, built: Ledger) -> Self {
        if built.inputs == self.ledger.inputs && built.templates == self.ledger.templates {
            let mut places: BTreeMap<_, _> = built.figures.into_iter().map(|f| (f.key, f.places)).collect();
            for figure in &mut self.ledger.figures {
                figure.places = places.remove(&figure.key).unwrap_or_default();
            }
            self.contexts.clear();
        }
        self
    }

    /// Every datum, in reading order.
    pub fn figures(&self) -> &[Figure] {
        &self.ledger.figures
    }

    /// Every paragraph, in reading order.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.ledger.sentences
    }

    /// Where a datum is printed, each place once.
    pub fn places(&self, figure: &Figure) -> Vec<Location> {
        let laid_out =
            figure.places.iter().map(|spot| Location { page: Some(spot.page), context: spot.context.clone() });
        let known = self.contexts.get(&figure.key).into_iter().flatten();
        let mut places: Vec<Location> = Vec::new();
        for place in laid_out.chain(known.map(|context| Location { page: None, context: context.clone() })) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// A datum as this side states it.
    pub(crate) fn stated(&self, figure: &Figure) -> Stated {
        Stated {
            kind: figure.kind,
            value: figure.value.clone(),
            shown: shown(figure),
            unit: figure.unit.clone(),
            computed: figure.computed,
            cells: figure.cells.clone(),
            workbook: figure.workbook.clone(),
            places: self.places(figure),
        }
    }

    /// Every paragraph with its page, as far as that is known.
    pub(crate) fn paragraphs(&self) -> Vec<Paragraph> {
        let sentences = self.ledger.sentences.iter().zip(self.pages());
        let paragraph = |(sentence, page): (&Sentence, _)| Paragraph {
            file: sentence.file.clone(),
            section: sentence.section.clone(),
            page,
            text: sentence.text.clone(),
        };
        sentences.map(paragraph).collect()
    }

    /// The page of each paragraph: that of its first figure, or that on which its neighbours agree.
    fn pages(&self) -> Vec<Option<usize>> {
        let mut pages: Vec<Option<usize>> = vec![None; self.ledger.sentences.len()];
        for spot in self.ledger.figures.iter().flat_map(|figure| &figure.places) {
            if let Context::Sentence { sentence } = spot.context
                && let Some(page) = pages.get_mut(sentence)
            {
                *page = Some(page.map_or(spot.page, |known| known.min(spot.page)));
            }
        }
        let known = pages.clone();
        for (at, page) in pages.iter_mut().enumerate().filter(|(_, page)| page.is_none()) {
            let before = known[..at].iter().rev().find_map(|page| *page);
            *page = before.filter(|_| before == known[at..].iter().find_map(|page| *page));
        }
        pages
    }
}

/// One line, as people read it.
fn shown(figure: &Figure) -> String {
    let text = match figure.kind {
        Kind::Mixed => &figure.value,
        _ => figure.printed.as_ref().unwrap_or(&figure.value),
    };
    text.lines().map(str::trim).collect::<Vec<_>>().join(" / ")
}
