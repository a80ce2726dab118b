//! Text that is on the page and that nobody sees (chữ không nhìn thấy được): white on white, smaller than can be read,
//! or below something that was drawn over it.

use typst::layout::Rect;
use typst::text::TextItem;
use typst::visualize::{Color, Geometry, Paint, Shape};

/// No smaller type can be read, in points.
const LEAST: f64 = 4.0;
/// A colour whose parts are all at least this is white to the eye.
const WHITE: f32 = 0.88;
/// What lets more of its ground through than this hides nothing.
const OPAQUE: f32 = 0.9;

/// An area of one colour.
pub(super) struct Ground {
    pub(super) area: Rect,
    is_white: bool,
}

/// The ground that a shape is, if it hides what is below it.
pub(super) fn ground(shape: &Shape, area: Rect) -> Option<Ground> {
    let is_area = !matches!(shape.geometry, Geometry::Line(_));
    match shape.fill.as_ref().filter(|_| is_area)? {
        Paint::Solid(color) if parts(color)[3] < OPAQUE => None,
        Paint::Solid(color) => Some(Ground { area, is_white: is_white(color) }),
        Paint::Gradient(_) | Paint::Tiling(_) => Some(Ground { area, is_white: false }),
    }
}

/// Whether a text of that size, in points, cannot be seen on these grounds, the topmost last.
pub(super) fn is_unseen(item: &TextItem, area: Rect, size: f64, grounds: &[Ground]) -> bool {
    let on_white = || grounds.iter().rev().find(|ground| is_within(area, ground.area)).is_none_or(|it| it.is_white);
    let is_pale = matches!(&item.fill, Paint::Solid(color) if is_white(color)) && item.stroke.is_none();
    size < LEAST || (is_pale && on_white())
}

/// Whether most of a text lies within an area.
pub(super) fn is_within(text: Rect, area: Rect) -> bool {
    let middle = (text.min + text.max) / 2.0;
    (area.min.x..area.max.x).contains(&middle.x) && (area.min.y..area.max.y).contains(&middle.y)
}

fn parts(color: &Color) -> [f32; 4] {
    let rgb = color.to_rgb();
    [rgb.red, rgb.green, rgb.blue, rgb.alpha]
}

fn is_white(color: &Color) -> bool {
    let [red, green, blue, alpha] = parts(color);
    // What lets its ground through is paler than its colour says, on white.
    [red, green, blue].iter().all(|part| 1.0 - (1.0 - part) * alpha >= WHITE)
}
