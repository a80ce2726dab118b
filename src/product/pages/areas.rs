//! Areas of a page, and how they lie to each other.

use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Size, Transform};

/// The margins of the decree in millimetres: left, top, right, bottom (PL I, I.3).
const MARGINS: [f64; 4] = [30.0, 20.0, 15.0, 20.0];
/// So far, in points, may something reach beyond an edge: the thickness of a rule.
const EDGE: f64 = 1.0;

/// The type area of a page: that of the decree, or what its body was given where a main file gives it more.
pub(super) fn type_area(page: &Frame) -> Rect {
    let size = page.size();
    let is_inside = |at: Point, inner: Size| {
        at.x.to_pt() > 0.0 && at.y.to_pt() > 0.0 && at.x + inner.x < size.x && at.y + inner.y < size.y
    };
    let bodies = page.items().filter_map(|(at, item)| match item {
        FrameItem::Group(group) if group.transform.is_identity() && is_inside(*at, group.frame.size()) => {
            Some(Rect::from_pos_size(*at, group.frame.size()))
        }
        _ => None,
    });
    let largest = bodies.max_by_key(|area| area.size().y);
    let [left, top, right, bottom] = MARGINS.map(Abs::mm);
    let decree = Rect::new(Point::new(left, top), Point::new(size.x - right, size.y - bottom));
    let own = largest.filter(|area| area.size().y > size.y * 0.5).unwrap_or(decree);
    Rect::new(own.min.min(decree.min), own.max.max(decree.max))
}

/// The box around a box that is moved, turned or stretched.
pub(super) fn bounds(area: Rect, at: Transform) -> Rect {
    let corners = [area.min, area.max, Point::new(area.min.x, area.max.y), Point::new(area.max.x, area.min.y)];
    let [a, b, c, d] = corners.map(|corner| corner.transform(at));
    Rect::new(a.min(b).min(c).min(d), a.max(b).max(c).max(d))
}

pub(super) fn holds(outer: Rect, inner: Rect) -> bool {
    let edge = Point::splat(Abs::pt(EDGE));
    let (min, max) = (outer.min - edge, outer.max + edge);
    inner.min.x >= min.x && inner.min.y >= min.y && inner.max.x <= max.x && inner.max.y <= max.y
}

/// How much two boxes have in common, across and down, in points.
pub(super) fn shared(a: Rect, b: Rect) -> (f64, f64) {
    let common = a.max.min(b.max) - a.min.max(b.min);
    (common.x.to_pt(), common.y.to_pt())
}
