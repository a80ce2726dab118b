//! What the pages do not show (phần không được in ra): prose and appendices that a `main.typ` leaves out, hides, or
//! sets beyond the edge of the paper.
//!
//! Each glyph knows the stretch of source that it comes from, so that prose is found wherever it stands, also in
//! capitals or across pages. What has no source of its own, as the names of appendices, is looked up in the text.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use typst::foundations::{Content, Label, Value};
use typst::introspection::MetadataElem;
use typst::layout::{Frame, Point, Size, Transform};
use typst::syntax::ast::Str;
use typst::syntax::{Span, SyntaxKind, SyntaxNode};
use typst::text::TextItem;
use typst::utils::PicoStr;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Piece, plain_text};
use crate::input::figure_key::FigureKey;
use crate::product::appendix::Appendix;
use crate::product::pages::printed::{MARK, Printed};
use crate::product::pages::typesetter::MM_PER_PT;
use crate::product::pages::walk::Visitor;
use crate::product::prose::lines::ties::{JOINER, NO_BREAK};
use crate::vi::text::beginning;
use crate::vi::words::is_of_word;

/// What must be found on the pages.
pub(crate) struct Expected<'a> {
    /// The rendered files of the prose, each as it was parsed: `narrative/05-kinh-phi.typ`.
    pub(crate) prose: Vec<(&'a str, &'a SyntaxNode)>,
    pub(crate) appendices: &'a [Appendix],
    /// Where each datum was found.
    pub(crate) printed: &'a [Printed],
    /// The file that puts the document together, as messages name it.
    pub(crate) main: &'a str,
}

/// What is not on the pages; one finding for each kind of part.
pub(crate) fn unprinted(pages: &Shown, expected: &Expected<'_>) -> Vec<Finding> {
    let printed: HashSet<&FigureKey> =
        expected.printed.iter().filter(|printed| pages.holds(printed)).map(|printed| &printed.key).collect();
    let mut found: Vec<Finding> = prose(pages, expected, &printed).into_iter().collect();
    found.extend(appendices(pages, expected, &printed));
    found
}

/// What the pages show.
pub(crate) struct Shown {
    sizes: Vec<Size>,
    spans: HashSet<Span>,
    /// Keys of the data that are marked in the text → where in it the marks stand, in bytes.
    marked: HashMap<String, Vec<usize>>,
    /// All text, letters and digits only.
    text: String,
    mark: Option<Label>,
}

impl Visitor for Shown {
    fn page(&mut self, frame: &Frame) {
        self.sizes.push(frame.size());
    }

    fn text(&mut self, text: &TextItem, at: Transform) {
        let paper = self.sizes.last().copied().unwrap_or_default();
        if !is_within(Point::zero().transform(at), paper) {
            return;
        }
        let mut last = Span::detached();
        for glyph in &text.glyphs {
            if glyph.span.0 != last {
                last = glyph.span.0;
                self.spans.insert(last);
            }
        }
        push_letters(&mut self.text, &text.text);
    }

    fn element(&mut self, element: &Content, _: Point) {
        if element.label() == self.mark
            && let Some(Value::Str(key)) = element.to_packed::<MetadataElem>().map(|mark| &mark.value)
        {
            self.marked.entry(key.to_string()).or_default().push(self.text.len());
        }
    }
}

impl Shown {
    pub(crate) fn new() -> Self {
        let mark = Label::new(PicoStr::intern(MARK));
        Self { sizes: Vec::new(), spans: HashSet::new(), marked: HashMap::new(), text: String::new(), mark }
    }

    /// Whether a text stands somewhere, as it is or in capitals, whatever its blanks.
    fn has(&self, text: &str) -> bool {
        let mut letters = String::new();
        push_letters(&mut letters, text);
        self.text.contains(&letters) || self.text.contains(&letters.to_uppercase())
    }

    /// How many marks of a datum have its own words around them; none where it is not marked at all. What a rule of
    /// `main.typ` puts in the place of a figure keeps the mark.
    fn said(&self, key: &str, text: &str) -> Option<usize> {
        let mut letters = String::new();
        push_letters(&mut letters, text);
        let capitals = letters.to_uppercase();
        let is_said = |at: &&usize| {
            // The mark stands in the word, or where the line breaker has moved it.
            [&letters, &capitals].iter().any(|letters| {
                let splits = letters.char_indices().map(|(split, _)| split).chain([letters.len()]);
                splits.map(|split| letters.split_at(split)).any(|(before, behind)| {
                    self.text[..**at].ends_with(before) && self.text[**at..].starts_with(behind)
                })
            })
        };
        self.marked.get(key).map(|marks| marks.iter().filter(is_said).count())
    }

    /// Whether a datum is on the paper.
    fn holds(&self, printed: &Printed) -> bool {
        let paper = printed.page.checked_sub(1).and_then(|page| self.sizes.get(page));
        let reaches = |mm: f64, to: typst::layout::Abs| mm >= 0.0 && mm <= to.to_pt() * MM_PER_PT;
        paper.is_some_and(|paper| reaches(printed.x, paper.x) && reaches(printed.y, paper.y))
    }
}

fn is_within(at: Point, paper: Size) -> bool {
    let (x, y) = (at.x.to_pt(), at.y.to_pt());
    x >= 0.0 && y >= 0.0 && x <= paper.x.to_pt() && y <= paper.y.to_pt()
}

fn push_letters(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|&c| is_of_word(c)));
}

/// The paragraphs that are missing, in whole or in part.
fn prose(pages: &Shown, expected: &Expected<'_>, printed: &HashSet<&FigureKey>) -> Option<Finding> {
    let (mut total, mut is_any_seen, mut missing) = (0, false, Vec::new());
    let mut wanted: HashMap<(String, String), usize> = HashMap::new();
    for (file, root) in &expected.prose {
        let children: Vec<&SyntaxNode> = root.children().collect();
        for paragraph in children.split(|child| child.kind() == SyntaxKind::Parbreak) {
            let mut words = Vec::new();
            gather(paragraph, &mut words);
            total += usize::from(!words.is_empty());
            let is_seen = |word: &Word<'_>| match word {
                Word::Typed(nodes) => has_letters(nodes).all(|node| pages.spans.contains(&node.span())),
                Word::Datum { .. } => false,
            };
            is_any_seen |= words.iter().any(is_seen);
            let mut is_shown = |word: &Word<'_>| match word {
                Word::Typed(_) => is_seen(word) || pages.has(&word.text()),
                Word::Datum { key, text } => {
                    let is_printed = || key.parse::<FigureKey>().is_ok_and(|key| printed.contains(&key));
                    let nth = wanted.entry((key.clone(), text.clone())).or_default();
                    *nth += 1;
                    // Words are shaped and broken in more ways than letters tell; numbers are not.
                    let is_number = !text.contains(char::is_alphabetic);
                    let is_said = |times| times >= *nth || !is_number;
                    pages.said(key, text).map_or_else(|| is_printed() || pages.has(text), is_said)
                }
            };
            if !words.iter().all(&mut is_shown) {
                missing.push((*file, words.iter().map(Word::text).collect::<Vec<_>>().join(" ")));
            }
        }
    }
    let (file, text) = missing.first()?;
    if !is_any_seen {
        return Some(Finding::new(Code::MainWithoutNarrative, Place::File(expected.main.to_owned())));
    }
    let files: BTreeSet<&str> = missing.iter().map(|(file, _)| *file).collect();
    let finding = Finding::new(Code::NarrativeUnprinted, Place::File(expected.main.to_owned()));
    let finding = finding.count(missing.len()).with("total", total).with("file", file);
    Some(finding.with("files", files.into_iter().collect::<Vec<_>>().join(", ")).with("text", beginning(text, 60)))
}

/// What a paragraph is made of.
enum Word<'a> {
    /// Without markup in between: a blank that is tied begins a new node.
    Typed(Vec<&'a SyntaxNode>),
    Datum {
        key: String,
        text: String,
    },
}

impl Word<'_> {
    fn text(&self) -> String {
        match self {
            Self::Typed(nodes) => plain(&nodes.iter().map(|node| node.leaf_text().as_str()).collect::<String>()),
            Self::Datum { text, .. } => plain(text),
        }
    }
}

/// A text as it was typed.
fn plain(text: &str) -> String {
    text.replace(JOINER, "").replace(NO_BREAK, " ").trim().to_owned()
}

fn has_letters<'a>(nodes: &[&'a SyntaxNode]) -> impl Iterator<Item = &'a SyntaxNode> {
    nodes.iter().copied().filter(|node| node.leaf_text().contains(char::is_alphanumeric))
}

/// All words with letters or digits in and below some nodes, and all data.
fn gather<'a>(nodes: &[&'a SyntaxNode], words: &mut Vec<Word<'a>>) {
    let is_text = |node: &SyntaxNode| node.kind() == SyntaxKind::Text;
    for run in nodes.chunk_by(|one, next| is_text(one) && is_text(next)) {
        if !is_text(run[0]) {
            gather_below(run[0], words);
        } else if has_letters(run).next().is_some() {
            words.push(Word::Typed(run.to_vec()));
        }
    }
}

fn gather_below<'a>(node: &'a SyntaxNode, words: &mut Vec<Word<'a>>) {
    match node.kind() {
        SyntaxKind::FuncCall => {
            let values = node.children().flat_map(SyntaxNode::children).filter(|node| node.kind() == SyntaxKind::Str);
            let mut values = values.filter_map(|value| Some(value.cast::<Str>()?.get().to_string()));
            if let (Some(key), Some(text)) = (values.next(), values.next())
                && text.contains(char::is_alphanumeric)
            {
                words.push(Word::Datum { key, text });
            }
        }
        _ => gather(&node.children().collect::<Vec<_>>(), words),
    }
}

/// What of an appendix is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Missing {
    Whole,
    Name,
    Figures,
}

impl Missing {
    fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Name => "name",
            Self::Figures => "figures",
        }
    }
}

fn appendices(pages: &Shown, expected: &Expected<'_>, printed: &HashSet<&FigureKey>) -> Vec<Finding> {
    let mut missing: BTreeMap<Missing, Vec<(String, String)>> = BTreeMap::new();
    for appendix in expected.appendices {
        let label = plain_text(&appendix.label);
        let names = [&appendix.label].into_iter().chain(&appendix.title);
        let unnamed: Vec<String> = names.map(|line| plain_text(line)).filter(|line| !pages.has(line)).collect();
        let unseen = figures(pages, appendix, printed);
        if !unseen.is_empty() && !unnamed.is_empty() {
            missing.entry(Missing::Whole).or_default().push((label, String::new()));
        } else if let Some(figure) = unseen.first() {
            missing.entry(Missing::Figures).or_default().push((label, (*figure).to_owned()));
        } else if let Some(line) = unnamed.first() {
            missing.entry(Missing::Name).or_default().push((label, line.clone()));
        }
    }
    let told = |(kind, found): (Missing, Vec<(String, String)>)| {
        let labels: Vec<&str> = found.iter().map(|(label, _)| label.as_str()).collect();
        let finding = Finding::new(Code::AppendixUnprinted, Place::File(expected.main.to_owned()));
        let finding = finding.choice("missing", kind.word()).count(labels.len()).with("shown", labels.join(", "));
        finding.with("text", found.first().map(|(_, text)| beginning(text, 60)).unwrap_or_default())
    };
    missing.into_iter().map(told).collect()
}

/// The texts of the cells of an appendix that are missing.
fn figures<'a>(pages: &Shown, appendix: &'a Appendix, printed: &HashSet<&FigureKey>) -> Vec<&'a str> {
    let rows = appendix.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.flat_map(|row| &row.cells).filter_map(|cell| match cell.text.as_slice() {
        [Piece::Figure { key, text }] => Some((key, text.as_str())),
        _ => None,
    });
    cells.filter(|(key, text)| !printed.contains(key) && !pages.has(text)).map(|(_, text)| text).collect()
}
