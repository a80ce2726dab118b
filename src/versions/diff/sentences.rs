//! Which paragraphs read otherwise than before, and why: a figure, a name or year, or the template itself.

use std::collections::BTreeSet;

use crate::input::figure_key::FigureKey;
use crate::product::prose::marked_text::Sentence;
use crate::versions::diff::align;
use crate::versions::diff::change::{Change, How, Leftover, Paragraph, SentenceChange};
use crate::versions::diff::version::Version;

/// What is known to have changed, when sentences are looked at.
pub(crate) struct Changed<'a> {
    figures: BTreeSet<&'a FigureKey>,
    particulars: BTreeSet<&'a FigureKey>,
    /// Present on one side only.
    one_sided: BTreeSet<&'a FigureKey>,
}

impl<'a> Changed<'a> {
    /// Takes the keys of the changes.
    pub(crate) fn new(figures: &'a [Change], particulars: &'a [Change]) -> Self {
        let keys = |list: &'a [Change]| list.iter().map(|change| &change.key).collect();
        let one_sided = figures.iter().chain(particulars).filter(|change| change.how != How::Changed);
        Self {
            figures: keys(figures),
            particulars: keys(particulars),
            one_sided: one_sided.map(|change| &change.key).collect(),
        }
    }
}

/// Every paragraph that differs, in reading order, with the reasons.
pub(crate) fn sentences(old: &Version, new: &Version, changed: &Changed<'_>) -> Vec<SentenceChange> {
    let (before, after) = (old.paragraphs(), new.paragraphs());
    let differing = pairs(old.sentences(), new.sentences()).into_iter();
    differing.map(|pair| explained(pair, (old, &before), (new, &after), changed)).collect()
}

type Side<'a> = (&'a Version, &'a [Paragraph]);

fn explained(
    (i, j): (Option<usize>, Option<usize>),
    (old, before): Side<'_>,
    (new, after): Side<'_>,
    changed: &Changed<'_>,
) -> SentenceChange {
    let (one, other) = (i.map(|i| &old.sentences()[i]), j.map(|j| &new.sentences()[j]));
    let keys = keys(one, other);
    let among = |set: &BTreeSet<&FigureKey>| -> Vec<FigureKey> {
        keys.iter().filter(|key| set.contains(*key)).map(|key| (*key).clone()).collect()
    };
    let (figures, particulars) = (among(&changed.figures), among(&changed.particulars));
    // A datum that came or went may bring its words with it, by a loop or a condition of the template.
    let is_edited = one.map(skeleton) != other.map(skeleton) && among(&changed.one_sided).is_empty();
    let text = |side: Option<&Sentence>| side.map_or("", |sentence| &sentence.text).to_owned();
    SentenceChange {
        wording: is_edited || (figures.is_empty() && particulars.is_empty()),
        figures,
        particulars,
        marked: align::runs(&text(one), &text(other)),
        old: i.map(|i| before[i].clone()),
        new: j.map(|j| after[j].clone()),
        index: j,
    }
}

/// The data of a paragraph on either side, each once.
fn keys<'a>(one: Option<&'a Sentence>, other: Option<&'a Sentence>) -> Vec<&'a FigureKey> {
    let mut keys: Vec<&FigureKey> = Vec::new();
    for span in other.into_iter().chain(one).flat_map(|sentence| &sentence.figures) {
        if !keys.contains(&&span.key) {
            keys.push(&span.key);
        }
    }
    keys
}

/// The words around the data, and which data stand between them.
fn skeleton(sentence: &Sentence) -> (Vec<String>, Vec<&FigureKey>) {
    (around(sentence), sentence.figures.iter().map(|span| &span.key).collect())
}

/// The stretches before, between and after the data.
fn around(sentence: &Sentence) -> Vec<String> {
    let chars: Vec<char> = sentence.text.chars().collect();
    let stretch = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect();
    let starts = sentence.figures.iter().map(|span| span.start).chain([chars.len()]);
    let ends = [0].into_iter().chain(sentence.figures.iter().map(|span| span.end));
    ends.zip(starts).map(|(from, to)| stretch(from, to)).collect()
}

/// Paragraphs that are not the same on both sides: unchanged ones are found first, the others are paired between.
fn pairs(old: &[Sentence], new: &[Sentence]) -> Vec<(Option<usize>, Option<usize>)> {
    let before: Vec<&str> = old.iter().map(|sentence| sentence.text.as_str()).collect();
    let after: Vec<&str> = new.iter().map(|sentence| sentence.text.as_str()).collect();
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in align::common(&before, &after).into_iter().chain([(old.len(), new.len())]) {
        between(&old[i..next_i], &new[j..next_j], (i, j), &mut pairs);
        (i, j) = (next_i + 1, next_j + 1);
    }
    pairs
}

/// Above so many pairs to look at (a gap of 300 paragraphs on either side), nothing in it is paired.
const MANY: usize = 90_000;

/// Pairs the paragraphs of a gap, each side in order; `(i, j)` is where it begins.
fn between(
    old: &[Sentence],
    new: &[Sentence],
    (i, j): (usize, usize),
    pairs: &mut Vec<(Option<usize>, Option<usize>)>,
) {
    let (mut a, mut b) = (0, 0);
    let is_hopeless = old.len() * new.len() > MANY;
    let matches =
        align::best_pairs(old.len(), new.len(), |i, j| if is_hopeless { 0 } else { kinship(&old[i], &new[j]) });
    for (next_a, next_b) in matches.into_iter().chain([(old.len(), new.len())]) {
        pairs.extend((a..next_a).map(|at| (Some(i + at), None)));
        pairs.extend((b..next_b).map(|at| (None, Some(j + at))));
        if next_a < old.len() {
            pairs.push((Some(i + next_a), Some(j + next_b)));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
}

/// How surely two paragraphs are versions of one: the same data in the same file, or half of the words.
fn kinship(old: &Sentence, new: &Sentence) -> u32 {
    let keys = |sentence: &Sentence| sentence.figures.iter().map(|span| span.key.clone()).collect::<Vec<_>>();
    let has_same_data = !old.figures.is_empty() && old.file == new.file && keys(old) == keys(new);
    match (has_same_data, align::likeness(&old.text, &new.text)) {
        (true, likeness) => 100 + likeness,
        (false, likeness) if likeness >= 50 => likeness,
        _ => 0,
    }
}

/// Old figures that stand in the new text outside of any datum: somebody typed them there.
///
/// Figures of one or two digits are left out, since they would be met everywhere.
pub(crate) fn leftovers(figures: &[Change], new: &Version) -> Vec<Leftover> {
    let paragraphs = new.paragraphs();
    let typed: Vec<Vec<String>> = new.sentences().iter().map(typed_numbers).collect();
    let mut found = Vec::new();
    for change in figures {
        let Some(old) = &change.old else { continue };
        let number = old.shown.trim_end_matches('%');
        if number.chars().filter(char::is_ascii_digit).count() < 3 {
            continue;
        }
        for at in (0..typed.len()).filter(|&at| typed[at].iter().any(|typed| typed == number)) {
            let (key, name) = (change.key.clone(), change.name.clone());
            found.push(Leftover { key, name, shown: old.shown.clone(), paragraph: paragraphs[at].clone() });
        }
    }
    // Two figures may have had the same value; the sentence is to be mended once.
    let mut seen = BTreeSet::new();
    found.retain(|left| seen.insert((left.shown.clone(), left.paragraph.text.clone())));
    found
}

/// Numbers in the words around the data; those of documents (`501/QĐ-UBND`) are no figures.
fn typed_numbers(sentence: &Sentence) -> Vec<String> {
    let stretches = around(sentence);
    let words = stretches.iter().flat_map(|text| text.split_whitespace());
    let trimmed = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
}
