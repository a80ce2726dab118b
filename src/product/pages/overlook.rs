//! Whether every page is whole (trang in trọn vẹn): nothing beyond the paper or the margins (NĐ 30/2020/NĐ-CP, PL I,
//! I.3), nothing cut off, no text over another or over a rule that is not its own.
//!
//! Judged from the pages themselves, whatever laid them out. A text is as wide as its glyphs, and as high as its small
//! letters and capitals: marks above and tails below may reach into the lines around it.

use std::collections::{BTreeMap, HashMap};

use typst::foundations::{Content, Label, Value};
use typst::introspection::{Location, MetadataElem};
use typst::layout::{Abs, Frame, GroupItem, Point, Rect, Size, Transform};
use typst::math::EquationElem;
use typst::model::{HeadingElem, ParElem, TableCell, TableElem, TitleElem};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::syntax::Span;
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst::visualize::{Geometry, Shape};

use crate::product::appendix::OfficialTable;
use crate::product::pages::areas::{bounds, holds, shared, type_area};
use crate::product::pages::printed::{MARK, cell_of, position};
use crate::product::pages::unseen::{self, Ground};
use crate::product::pages::walk::Visitor;

/// So far, in points, may a rule stand below the type area.
const BELOW: f64 = 4.0;
/// Behind this label a part begins that belongs into the margin (phạm vi lưu hành, ô số 11).
const IN_MARGIN: &str = "vanban-margin";
/// From the base line so far up does a text cover what is below it, in ems of its type.
const HEIGHT: f64 = 0.62;
/// Texts that share less than this, in ems of the smaller type, stand beside each other.
const SHARED: f64 = 0.12;
/// A rule this near to the end of a text, in points, stands beside it.
const NEAR: f64 = 0.4;
/// What stands in a cell touches a rule that is nearer, in points: 0.3 mm.
const TOUCH: f64 = 0.85;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// Some of it is on no paper.
    OffPaper,
    /// Some of it is in the margin.
    InMargin,
    /// Cut off at the edge of what it stands in.
    Cut,
    /// Over another text.
    OverText,
    /// Over a rule.
    OverRule,
    /// It touches a rule.
    AtRule,
    /// Nobody sees it.
    Unseen,
    /// A rule below or beside it is not within the margins.
    RuleAstray,
}

/// Something on the pages that is not whole.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) wrong: Wrong,
    /// Counted from 1.
    pub(crate) page: usize,
    pub(crate) text: String,
    /// The text it lies over.
    pub(crate) other: String,
    pub(crate) owner: Owner,
    /// In how many places of the same column or block.
    pub(crate) count: usize,
}

impl Fault {
    fn is_rule(&self) -> bool {
        self.wrong == Wrong::RuleAstray
    }
}

/// What a text belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Owner {
    /// A cell of a table of the appendices: which table, which column and which row, header rows counted.
    Cell {
        table: usize,
        column: usize,
        row: usize,
        datum: Option<String>,
    },
    /// A block with a datum in it: its key.
    Datum(String),
    /// Text of that source file.
    Source(String),
    Unknown,
}

/// What something on a page comes from: its block, how many data of that had begun, and the source.
#[derive(Clone, Copy)]
struct Origin {
    block: Option<usize>,
    begun: usize,
    span: Span,
}

/// A part of the document that holds text.
struct Block {
    is_running: bool,
    is_cell: bool,
    /// The table of the appendices, and where in it.
    cell: Option<(usize, usize, usize)>,
    /// The key of its one datum, or of all that begin in it.
    data: Vec<String>,
}

/// A text as it covers the page.
struct Ink {
    area: Rect,
    size: f64,
    is_level: bool,
    origin: Origin,
    text: typst::foundations::Str,
}

/// A straight rule: a line, or an edge of a rectangle.
struct Rule {
    area: Rect,
    block: Option<usize>,
}

/// Looks the pages over.
pub(crate) struct Overlook<'a> {
    tables: Vec<&'a OfficialTable>,
    mark: Option<Label>,
    margin: Option<Label>,
    begun: usize,
    page: usize,
    paper: Rect,
    within: Rect,
    blocks: Vec<Block>,
    /// Elements that have begun and not ended, with the block that each one opened.
    open: Vec<(Location, Option<usize>)>,
    /// The block of every element that has begun.
    began: HashMap<Location, usize>,
    /// For every group around: the block that it names as its own, and what it lets through.
    groups: Vec<(Option<usize>, Option<Rect>)>,
    inks: Vec<Ink>,
    rules: Vec<Rule>,
    grounds: Vec<Ground>,
    found: Vec<(Origin, Fault)>,
}

impl Visitor for Overlook<'_> {
    fn page(&mut self, frame: &Frame) {
        self.judge();
        self.grounds.clear();
        self.page += 1;
        self.paper = Rect::from_pos_size(Point::zero(), frame.size());
        self.within = type_area(frame);
    }

    fn group(&mut self, group: &GroupItem, at: Transform) {
        let block = group.parent.and_then(|parent| self.began.get(&parent.location).copied());
        let around = self.groups.last().copied().unwrap_or_default();
        let clip = group.clip.as_ref().map(|clip| bounds(clip.bbox(None), at));
        let clip = match (around.1, clip) {
            (Some(outer), Some(inner)) => Some(Rect::new(outer.min.max(inner.min), outer.max.min(inner.max))),
            (outer, inner) => outer.or(inner),
        };
        self.groups.push((block.or(around.0), clip));
    }

    fn group_end(&mut self) {
        self.groups.pop();
    }

    fn text(&mut self, item: &TextItem, at: Transform) {
        let is_blank = |glyph: &typst::text::Glyph| item.text[glyph.range()].trim().is_empty();
        let Some(first) = item.glyphs.iter().position(|glyph| !is_blank(glyph)) else { return };
        let blanks = item.glyphs.iter().rev().take_while(|glyph| is_blank(glyph)).count();
        let behind = item.glyphs[item.glyphs.len() - blanks..].iter().map(|glyph| glyph.x_advance);
        let before = item.glyphs[..first].iter().map(|glyph| glyph.x_advance);
        let (left, right) = (before.sum::<typst::layout::Em>(), behind.sum::<typst::layout::Em>());
        let (left, right) = (left.at(item.size), item.width() - right.at(item.size));
        let own = Rect::new(Point::new(left, -item.size * HEIGHT), Point::new(right, Abs::zero()));
        // Of words of several sources, that in the middle is the longest one's.
        let ink = Ink {
            area: bounds(own, at),
            size: item.size.to_pt() * at.sy.get().abs(),
            is_level: at.kx.is_zero() && at.ky.is_zero(),
            origin: self.origin(item.glyphs[(first + item.glyphs.len() - blanks) / 2].span.0),
            text: item.text.clone().into(),
        };
        let is_running = ink.origin.block.is_some_and(|block| self.blocks[block].is_running);
        let wrong = if !holds(self.paper, ink.area) {
            Some(Wrong::OffPaper)
        } else if self.groups.last().and_then(|group| group.1).is_some_and(|clip| !holds(clip, ink.area)) {
            Some(Wrong::Cut)
        } else if !is_running && !holds(self.within, ink.area) {
            Some(Wrong::InMargin)
        } else {
            let is_unseen = || unseen::is_unseen(item, ink.area, ink.size, &self.grounds);
            (!is_running && is_unseen()).then_some(Wrong::Unseen)
        };
        if let Some(wrong) = wrong {
            self.tell(wrong, &ink, "");
        }
        self.inks.push(ink);
    }

    fn shape(&mut self, shape: &Shape, at: Transform) {
        let block = self.owner();
        if let Some(ground) = unseen::ground(shape, bounds(shape.geometry.bbox(None), at)) {
            self.cover(ground);
        }
        if shape.stroke.is_some() && at.kx.is_zero() && at.ky.is_zero() {
            match &shape.geometry {
                Geometry::Line(end) => {
                    let line = bounds(Rect::new(end.min(Point::zero()), end.max(Point::zero())), at);
                    self.rules.push(Rule { area: line, block });
                }
                Geometry::Rect(size) => {
                    let Rect { min, max } = bounds(Rect::from_pos_size(Point::zero(), *size), at);
                    let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
                    self.rules.extend((0..4).map(|side| {
                        let (a, b) = (corners[side], corners[(side + 1) % 4]);
                        Rule { area: Rect::new(a.min(b), a.max(b)), block }
                    }));
                }
                Geometry::Curve(_) => {}
            }
        }
        self.drawn(bounds(shape.geometry.bbox(None), at), block);
    }

    fn image(&mut self, size: Size, at: Transform) {
        self.drawn(bounds(Rect::from_pos_size(Point::zero(), size), at), self.owner());
    }

    fn element(&mut self, element: &Content, _: Point) {
        if element.label() == self.mark
            && let Some(mark) = element.to_packed::<MetadataElem>()
            && let Value::Str(key) = &mark.value
            && let Some(block) = self.owner()
        {
            self.blocks[block].data.push(key.to_string());
            return;
        }
        if element.label().is_some() && element.label() == self.margin {
            self.owner().into_iter().for_each(|block| self.blocks[block].is_running = true);
            return;
        }
        self.begun += usize::from(element.is::<TableElem>());
        let (Some(location), Some(block)) = (element.location(), self.block(element)) else { return };
        self.blocks.push(block);
        self.began.insert(location, self.blocks.len() - 1);
        self.open.push((location, Some(self.blocks.len() - 1)));
    }

    fn element_end(&mut self, location: Location) {
        self.open.retain(|(open, _)| *open != location);
    }
}

impl<'a> Overlook<'a> {
    /// `tables` are those of the appendices, if no others are printed.
    pub(crate) fn new(tables: Vec<&'a OfficialTable>) -> Self {
        Self {
            tables,
            mark: Label::new(PicoStr::intern(MARK)),
            margin: Label::new(PicoStr::intern(IN_MARGIN)),
            begun: 0,
            page: 0,
            paper: Rect::from_pos_size(Point::zero(), Size::zero()),
            within: Rect::from_pos_size(Point::zero(), Size::zero()),
            blocks: Vec::new(),
            open: Vec::new(),
            began: HashMap::new(),
            groups: Vec::new(),
            inks: Vec::new(),
            rules: Vec::new(),
            grounds: Vec::new(),
            found: Vec::new(),
        }
    }

    fn block(&self, element: &Content) -> Option<Block> {
        let block = |is_running, is_cell| Block { is_running, is_cell, cell: None, data: Vec::new() };
        if let Some(cell) = element.to_packed::<TableCell>() {
            let table = self.begun.saturating_sub(1);
            let at = position(cell).filter(|_| table < self.tables.len());
            let official = self.tables.get(table).and_then(|table| cell_of(table, cell));
            let data = official.map(|official| official.entry.key.to_string()).into_iter().collect();
            return Some(Block { cell: at.map(|(column, row)| (table, column, row)), data, ..block(false, true) });
        }
        if let Some(artifact) = element.to_packed::<ArtifactElem>() {
            // What somebody merely calls an artifact must keep to the margins like everything else.
            return (artifact.kind.get(Default::default()) != ArtifactKind::Other).then(|| block(true, false));
        }
        let is_block = element.is::<ParElem>() || element.is::<HeadingElem>() || element.is::<TitleElem>();
        (is_block || element.is::<EquationElem>()).then(|| block(false, false))
    }

    /// The block that is on now: a paragraph inside a cell is the cell's.
    fn owner(&self) -> Option<usize> {
        let open = || self.open.iter().rev().filter_map(|(_, block)| *block);
        let running = open().find(|block| self.blocks[*block].is_running);
        let torn = || self.groups.last().and_then(|group| group.0);
        let cell = || open().find(|block| self.blocks[*block].is_cell);
        running.or_else(torn).or_else(cell).or_else(|| open().next())
    }

    fn origin(&self, span: Span) -> Origin {
        let block = self.owner();
        Origin { block, begun: block.map_or(0, |block| self.blocks[block].data.len()), span }
    }

    /// A rule, another shape or an image.
    fn drawn(&mut self, area: Rect, block: Option<usize>) {
        let is_running = block.is_some_and(|block| self.blocks[block].is_running);
        // A rule takes no height: below a last line it stands a little outside.
        let below = Point::with_y(Abs::pt(BELOW));
        let low = Rect::new(area.min - below, area.max - below);
        let low = Rect::new(low.min.max(area.min.min(self.within.min)), low.max);
        if !holds(if is_running { self.paper } else { self.within }, low) {
            // What stands before it says best which one it is.
            let near = block.and_then(|block| self.inks.iter().rev().find(|ink| ink.origin.block == Some(block)));
            let near = near.or(self.inks.last()).map(|ink| (ink.origin, ink.text.clone()));
            let (origin, text) = near.unwrap_or((Origin { block, begun: 0, span: Span::detached() }, "".into()));
            let origin = Origin { block: block.or(origin.block), ..origin };
            self.found.push((origin, self.fault(Wrong::RuleAstray, &text, "")));
        }
    }

    /// Something is drawn over what stands there already.
    fn cover(&mut self, ground: Ground) {
        let inks = std::mem::take(&mut self.inks);
        let below = inks.iter().filter(|ink| unseen::is_within(ink.area, ground.area));
        below.for_each(|ink| self.tell(Wrong::Unseen, ink, ""));
        self.inks = inks;
        self.grounds.push(ground);
    }

    fn fault(&self, wrong: Wrong, text: &str, other: &str) -> Fault {
        let (text, other) = (text.trim().to_owned(), other.trim().to_owned());
        Fault { wrong, page: self.page, text, other, owner: Owner::Unknown, count: 1 }
    }

    fn tell(&mut self, wrong: Wrong, ink: &Ink, other: &str) {
        let fault = self.fault(wrong, &ink.text, other);
        self.found.push((ink.origin, fault));
    }

    /// Looks a page over whose texts and rules are known.
    fn judge(&mut self) {
        let (mut inks, rules) = (std::mem::take(&mut self.inks), std::mem::take(&mut self.rules));
        inks.retain(|ink| ink.is_level);
        inks.sort_by_key(|ink| ink.area.min.y);
        for (index, ink) in inks.iter().enumerate() {
            let below = inks[index + 1..].iter().take_while(|other| other.area.min.y < ink.area.max.y);
            for other in below.filter(|other| is_over(ink, other)) {
                // The longer one has more than its room.
                let (long, short) = if ink.area.size().x >= other.area.size().x { (ink, other) } else { (other, ink) };
                self.tell(Wrong::OverText, long, &short.text);
            }
        }
        for ink in &inks {
            let others = || rules.iter().filter(|rule| rule.block != ink.origin.block);
            let is_cell = ink.origin.block.is_some_and(|block| self.blocks[block].is_cell);
            if others().any(|rule| crosses(rule, ink, NEAR)) {
                self.tell(Wrong::OverRule, ink, "");
            } else if is_cell && others().any(|rule| crosses(rule, ink, -TOUCH)) {
                self.tell(Wrong::AtRule, ink, "");
            }
        }
    }

    /// What is not whole: once for each block, and once for each column of a table, at its longest text.
    pub(crate) fn faults(mut self) -> Vec<Fault> {
        self.judge();
        let mut told: BTreeMap<(usize, Owner), (Fault, Vec<Owner>)> = BTreeMap::new();
        for (origin, mut fault) in std::mem::take(&mut self.found) {
            fault.owner = self.owner_of(origin);
            let place = match &fault.owner {
                Owner::Cell { table, column, .. } => {
                    Owner::Cell { table: *table, column: *column, row: 0, datum: None }
                }
                other => other.clone(),
            };
            let block = if matches!(place, Owner::Cell { .. }) { 0 } else { origin.block.map_or(0, |block| block + 1) };
            let (known, owners) = told.entry((block, place)).or_insert_with(|| (fault.clone(), Vec::new()));
            if !owners.contains(&fault.owner) {
                owners.push(fault.owner.clone());
            }
            let is_worse = (fault.wrong, known.text.len()) < (known.wrong, fault.text.len());
            if is_worse && fault.wrong <= known.wrong {
                *known = fault;
            }
            known.count = owners.len();
        }
        let mut faults: Vec<Fault> = told.into_values().map(|(fault, _)| fault).collect();
        // The rules around a text that leaves its place leave theirs with it.
        let pages: Vec<usize> = faults.iter().filter(|fault| !fault.is_rule()).map(|fault| fault.page).collect();
        faults.retain(|fault| !fault.is_rule() || !pages.contains(&fault.page));
        faults.sort_by_key(|fault| fault.page);
        faults
    }

    fn owner_of(&self, Origin { block, begun, span }: Origin) -> Owner {
        let block = block.map(|block| &self.blocks[block]);
        if let Some(Block { cell: Some((table, column, row)), data, .. }) = block {
            return Owner::Cell { table: *table, column: *column, row: *row, datum: data.first().cloned() };
        }
        let file = span.id().map(|id| id.get().vpath().get_without_slash().to_owned());
        // The mark of a datum stands before it or behind its first digit.
        let datum = block.and_then(|block| block.data.get(begun.saturating_sub(1)));
        match (file, datum) {
            (Some(file), Some(_)) if file.starts_with("narrative/") => Owner::Source(file),
            (_, Some(datum)) => Owner::Datum(datum.clone()),
            (file, None) => file.map_or(Owner::Unknown, Owner::Source),
        }
    }
}

fn is_over(a: &Ink, b: &Ink) -> bool {
    let least = a.size.min(b.size) * SHARED;
    let (across, down) = shared(a.area, b.area);
    across > least && down > least && (a.origin.block != b.origin.block || a.origin.block.is_none())
}

/// Whether a rule is in a text by more than `near` points, which below zero are beside it.
fn crosses(rule: &Rule, ink: &Ink, near: f64) -> bool {
    let (across, down) = shared(rule.area, ink.area);
    let size = rule.area.size();
    let least = ink.size * SHARED;
    let (from, to) = ((rule.area.min - ink.area.min), (ink.area.max - rule.area.max));
    if size.x.to_pt() < NEAR {
        from.x.to_pt() > near && to.x.to_pt() > near && down > least
    } else {
        let near = if near < 0.0 { near } else { least };
        size.y.to_pt() < NEAR && from.y.to_pt() > near && to.y.to_pt() > near && across > least
    }
}
