//! Paragraphs, set on all cores before the pages are made.
//!
//! Typst lays runs of pages out side by side, but the paragraphs of one run one after another; the narrative is
//! one run, and takes most of the time of a document. So as soon as Typst knows what the pages will hold, a part of
//! its paragraphs is set here, side by side. Typst remembers what it set by what went into it, so that it finds
//! these paragraphs again when their page comes: what the pages show cannot depend on this file, only how soon
//! they are there. (`tests/ahead.rs` proves that they are found.)
//!
//! What it gains, on two cores of an Intel Xeon: one document, by itself, is built in 0.94 of the time that it takes
//! without this file (whole process, median of 31 pairs). Where documents keep all cores busy, as in a batch of 60, it
//! gains nothing (0.98 of the time for 1.03 of the work). It binds to Typst's internals: where a new version of Typst
//! is in its way, it may go.

use std::sync::OnceLock;

use comemo::Track;
use typst::diag::SourceResult;
use typst::engine::{Engine, Sink};
use typst::foundations::{Content, NativeElement, Packed, Resolve, Smart, StyleChain};
use typst::introspection::{Locator, SplitLocator};
use typst::layout::{Abs, Axes, BlockElem, PageElem, PagebreakElem, Regions, Sides, Size};
use typst::model::ParElem;
use typst::routines::{Arenas, Pair, RealizationKind, Routines};
use typst::{Library, LibraryExt};

/// Shorter runs of pages are not worth the preparation.
const WORTH_WHILE: usize = 24;
/// So many paragraphs are one piece of work.
const PIECE: usize = 5;

static TYPST: OnceLock<&'static Routines> = OnceLock::new();
static AHEAD: OnceLock<Routines> = OnceLock::new();

/// Typst's routines, with the one that finds out what the pages hold replaced by that of this file.
pub(crate) fn routines(typst: &'static Routines) -> &'static Routines {
    let typst = *TYPST.get_or_init(|| typst);
    AHEAD.get_or_init(|| Routines {
        rules: typst.rules,
        eval_string: typst.eval_string,
        eval_closure: typst.eval_closure,
        realize,
        layout_frame: typst.layout_frame,
        html_module: typst.html_module,
        html_mathml_body: typst.html_mathml_body,
        html_span_filled: typst.html_span_filled,
    })
}

fn realize<'a>(
    kind: RealizationKind,
    engine: &mut Engine,
    locator: &mut SplitLocator,
    arenas: &'a Arenas,
    content: &'a Content,
    styles: StyleChain<'a>,
) -> SourceResult<Vec<Pair<'a>>> {
    let is_document = matches!(kind, RealizationKind::Document { .. });
    let typst = TYPST.get_or_init(|| Library::builder().build().routines);
    let children = (typst.realize)(kind, engine, locator, arenas, content, styles)?;
    if is_document {
        set_ahead(engine, &children);
    }
    Ok(children)
}

/// A paragraph, and what stands before it: Typst sets a paragraph differently after a block.
struct Waiting<'a> {
    paragraph: &'a Content,
    styles: StyleChain<'a>,
    follows: Follows,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    Nothing,
    Paragraph,
    Block,
}

fn set_ahead(engine: &mut Engine, children: &[Pair]) {
    let runs: Vec<&[Pair]> = children.split(|(child, _)| child.is::<PagebreakElem>()).collect();
    let Some(run) = runs.iter().max_by_key(|run| run.len()) else { return };
    let paragraphs = paragraphs(run);
    let (Some(&(first, _)), true) = (run.first(), paragraphs.len() >= WORTH_WHILE) else { return };
    // Where appendices follow, they keep one core busy while another makes the pages of this run: it keeps the
    // other half.
    let has_words = |run: &&&[Pair]| run.iter().any(|(child, _)| child.is::<ParElem>() || child.is::<BlockElem>());
    let from = if runs.iter().filter(has_words).count() > 1 { paragraphs.len() / 2 } else { 0 };
    let pieces = paragraphs[from..].chunks(PIECE).flat_map(|piece| piece.chunk_by(|a, b| a.styles == b.styles));
    // What is to be said of a paragraph is said when its page is made.
    let mut unheard = Sink::new();
    let mut engine = Engine {
        world: engine.world,
        library: engine.library,
        introspector: engine.introspector,
        traced: engine.traced,
        sink: unheard.track_mut(),
        route: engine.route.clone(),
    };
    engine
        .parallelize(pieces, |engine, piece| set(engine, piece, Locator::root().split().next(&first.span())))
        .for_each(drop);
}

fn paragraphs<'a>(run: &[Pair<'a>]) -> Vec<Waiting<'a>> {
    let mut follows = Follows::Nothing;
    let mut found = Vec::new();
    for &(child, styles) in run {
        if child.is::<ParElem>() {
            found.push(Waiting { paragraph: child, styles, follows });
            follows = Follows::Paragraph;
        } else if child.is::<BlockElem>() {
            follows = Follows::Block;
        }
    }
    found
}

/// Sets paragraphs of the same styles, in a column as wide and as high as that of their pages.
fn set(engine: &mut Engine, piece: &[Waiting], locator: Locator) {
    let Some(styles) = piece.first().map(|waiting| waiting.styles) else { return };
    let Some(area) = area(styles) else { return };
    let mut content = Vec::with_capacity(2 * piece.len());
    for (i, waiting) in piece.iter().enumerate() {
        // Something empty stands for what was before it.
        match waiting.follows {
            Follows::Block => content.push(BlockElem::new().pack()),
            Follows::Paragraph if i == 0 => content.extend(empty(waiting.paragraph)),
            _ => {}
        }
        content.push(waiting.paragraph.clone());
    }
    let regions = Regions {
        size: Size::new(area.x, Abs::inf()),
        expand: Axes::new(true, false),
        full: area.y,
        backlog: &[],
        last: None,
    };
    // A fault will be found again, and told, when the page is made.
    let _ = typst_layout::layout_fragment(engine, &Content::sequence(content), locator, styles, regions);
}

/// A paragraph without words, to which the same show rules have been applied.
fn empty(paragraph: &Content) -> Option<Content> {
    let mut paragraph: Packed<ParElem> = paragraph.to_packed::<ParElem>()?.clone();
    paragraph.body = Content::empty();
    Some(paragraph.pack())
}

/// The type area of a page; none where its size depends on what it holds, where a margin is left to Typst, or
/// where it has columns.
fn area(styles: StyleChain) -> Option<Size> {
    let (width, height) = (styles.resolve(PageElem::width).custom()?, styles.resolve(PageElem::height).custom()?);
    let size = if styles.get(PageElem::flipped) { Size::new(height, width) } else { Size::new(width, height) };
    let sides = styles.get(PageElem::margin).custom()?.sides.map(|side| side.and_then(Smart::custom));
    let sides = Sides::new(sides.left?, sides.top?, sides.right?, sides.bottom?);
    let has_columns = styles.get(PageElem::columns).get() > 1;
    (!has_columns).then(|| size - sides.resolve(styles).relative_to(size).sum_by_axis())
}
