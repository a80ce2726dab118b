//! Tables whose columns, as the definition declares them, do not fit on the page.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::layout::{HeaderNode, TableLayout};
use crate::input::definition::model::Document;

/// Width of the type area in millimetres, upright and on its side (PL I, mục I.3: 210−30−15, 297−30−15).
pub(crate) const ROOM: (f64, f64) = (165.0, 252.0);
/// What a column that takes the rest needs at least, in millimetres: a short word.
const LEAST: f64 = 10.0;

/// Every table that is wider than its page; `file` names the definition.
pub(crate) fn faults(document: &Document, file: &str) -> Vec<Finding> {
    let parts = document.appendices.iter().flat_map(|appendix| {
        let landscape = appendix.landscape;
        appendix.parts.iter().map(move |part| (part, landscape))
    });
    parts.filter_map(|(part, landscape)| fault(part, landscape, file)).collect()
}

fn fault(part: &TableLayout, landscape: bool, file: &str) -> Option<Finding> {
    let leaves: Vec<&HeaderNode> = part.header.iter().flat_map(HeaderNode::leaves).collect();
    let fixed: f64 = leaves.iter().filter_map(|leaf| leaf.width).sum();
    let open = leaves.iter().filter(|leaf| leaf.width.is_none()).count();
    let sum = fixed + open as f64 * LEAST;
    let room = if landscape { ROOM.1 } else { ROOM.0 };
    if sum <= room + 0.01 {
        return None;
    }
    let number = |mm: f64| ((mm * 10.0).round() / 10.0).to_string().replace('.', ",");
    let finding = Finding::new(Code::TableTooWide, Place::File(file.to_owned())).with("sheet", &part.sheet);
    let finding = finding.flag("landscape", landscape).with("sum", number(sum)).with("room", number(room));
    let finding = finding.flag("has-open", open > 0).with("least", number(LEAST)).with("across", number(ROOM.1));
    Some(finding.flag("turned", !landscape && sum <= ROOM.1))
}
