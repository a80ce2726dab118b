//! One walk through all that is on the pages, for everybody who wants to know what is there.

use typst::foundations::Content;
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::Shape;
use typst_layout::PagedDocument;

/// Somebody who looks at the pages. What is at a place is told with the transformation from there to the page.
pub(crate) trait Visitor {
    /// A page begins; what follows is on it.
    fn page(&mut self, _: &Frame) {}
    /// What follows belongs to the group, until it ends.
    fn group(&mut self, _: &GroupItem, _: Transform) {}
    fn group_end(&mut self) {}
    fn text(&mut self, _: &TextItem, _: Transform) {}
    fn shape(&mut self, _: &Shape, _: Transform) {}
    fn image(&mut self, _: Size, _: Transform) {}
    /// What follows belongs to the element, until it ends.
    fn element(&mut self, _: &Content, _: Point) {}
    fn element_end(&mut self, _: Location) {}
}

/// Shows the pages, from the first to the last, to all visitors at once.
pub(crate) fn walk(document: &PagedDocument, visitors: &mut [&mut dyn Visitor]) {
    for page in document.pages() {
        visitors.iter_mut().for_each(|visitor| visitor.page(&page.frame));
        frame(&page.frame, Transform::identity(), visitors);
    }
}

fn frame(within: &Frame, transform: Transform, visitors: &mut [&mut dyn Visitor]) {
    for (offset, item) in within.items() {
        let here = transform.pre_concat(Transform::translate(offset.x, offset.y));
        let mut tell = |told: &dyn Fn(&mut dyn Visitor)| visitors.iter_mut().for_each(|visitor| told(*visitor));
        match item {
            FrameItem::Group(group) => {
                let inner = here.pre_concat(group.transform);
                tell(&|visitor| visitor.group(group, inner));
                frame(&group.frame, inner, visitors);
                visitors.iter_mut().for_each(|visitor| visitor.group_end());
            }
            FrameItem::Text(text) => tell(&|visitor| visitor.text(text, here)),
            FrameItem::Shape(shape, _) => tell(&|visitor| visitor.shape(shape, here)),
            FrameItem::Image(_, size, _) => tell(&|visitor| visitor.image(*size, here)),
            FrameItem::Tag(Tag::Start(element, _)) => {
                tell(&|visitor| visitor.element(element, offset.transform(transform)));
            }
            FrameItem::Tag(Tag::End(location, ..)) => tell(&|visitor| visitor.element_end(*location)),
            FrameItem::Link(..) => {}
        }
    }
}
