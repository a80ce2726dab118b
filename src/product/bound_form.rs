//! The form as it is set: what belongs together in its lines and cells is bound, as in the prose.

use crate::input::dataset::{Piece, plain_text};
use crate::product::appendix::{Appendix, OfficialTable};
use crate::product::fitting;
use crate::product::form::Form;
use crate::product::opening::Attached;
use crate::product::prose::lines::binding::{LONGEST, bind_pieces};
use crate::product::prose::lines::ties::{BREAK, JOINER, NO_BREAK};

/// Millimetres of a page between its margins, upright and across (PL I, I.2 and I.3).
const UPRIGHT: f64 = 165.0;
const ACROSS: f64 = 252.0;
/// Millimetres of a cell that hold no words.
const INSETS: f64 = 3.0;
/// A letter of a word takes half an em, a bold capital three quarters.
const LETTER: f64 = 0.65;
const BLANKS: [char; 3] = [' ', '\n', NO_BREAK];
/// No letter is wider, in ems.
const WIDEST: f64 = 1.2;
const MM_PER_PT: f64 = 25.4 / 72.0;

/// A copy whose blanks are tied.
pub(crate) fn bound(form: &Form) -> Form {
    let mut form = form.clone();
    let signers = [Some(&form.signature.name), form.second.as_ref().map(|second| &second.name)];
    let names = signers.into_iter().flatten().map(|name| plain_text(name)).filter(|name| !name.is_empty());
    let names = &names.collect::<Vec<_>>()[..];
    for line in form.opening_mut() {
        bind_pieces(line, LONGEST, names);
    }
    let Form { head, title, signature, second, address, recipients, attached, appendices, .. } = &mut form;
    let lines = head.parent.iter_mut().chain(&mut head.issuer).chain(&mut title.lines).chain(&mut head.subject);
    let lines = lines.chain(&mut signature.authority).chain(&mut recipients.items).chain(&mut recipients.drafter);
    let lines = lines.chain(address).chain(attached.iter_mut().flat_map(Attached::lines_mut));
    let lines = lines.chain(second.iter_mut().flat_map(|second| second.authority.iter_mut().chain([&mut second.name])));
    let single = [&mut head.number, &mut head.place_date, &mut head.draft, &mut title.kind, &mut signature.name];
    for line in lines.chain(single) {
        bind_pieces(line, LONGEST, names);
    }
    appendices.iter_mut().for_each(|appendix| bind_appendix(appendix, names));
    form
}

fn bind_appendix(appendix: &mut Appendix, names: &[String]) {
    let width = if appendix.landscape { ACROSS } else { UPRIGHT };
    // The label is a bookmark as well, which has ordinary blanks.
    let lines = [&mut appendix.caption].into_iter().chain(&mut appendix.title);
    lines.for_each(|line| bind_pieces(line, LONGEST, names));
    for table in &mut appendix.tables {
        table.title.iter_mut().chain(&mut table.unit).for_each(|line| bind_pieces(line, LONGEST, names));
        bind_cells(table, width, names);
    }
}

/// A column holds fewer letters than a line, and no chain may be longer than it is wide.
fn bind_cells(table: &mut OfficialTable, width: f64, names: &[String]) {
    let given: f64 = table.columns.iter().filter_map(|column| column.width).sum();
    let open = table.columns.iter().filter(|column| column.width.is_none()).count().max(1);
    let rest = ((width - given) / open as f64).max(0.0);
    let widths: Vec<f64> = table.columns.iter().map(|column| column.width.unwrap_or(rest)).collect();
    let letter = LETTER * table.size * MM_PER_PT;
    let longest = |width: f64| (((width - INSETS) / letter).max(0.0) as usize).min(LONGEST);
    let size = table.size;
    for cell in table.header.iter_mut().flatten() {
        let width = widths.iter().skip(cell.col).take(cell.colspan).sum();
        bind_pieces(&mut cell.text, longest(width), names);
        divide(&mut cell.text, fitting::line(width, size, true), true);
    }
    for row in &mut table.rows {
        let bold = row.bold;
        for (cell, width) in row.cells.iter_mut().zip(&widths) {
            bind_pieces(&mut cell.text, longest(*width), names);
            divide(&mut cell.text, fitting::line(*width, size, false), bold);
        }
    }
}

/// Lets words be divided that are longer than a line of their cell, `room` ems: where an address has its signs, else
/// between any two letters.
fn divide(pieces: &mut [Piece], room: f64, bold: bool) {
    for piece in pieces {
        let (Piece::Text(text) | Piece::Figure { text, .. }) = piece else { continue };
        // Ties take no room on the line.
        let is_long = |word: &str| {
            let untied = word.replace(JOINER, "");
            fitting::is_dividable(&untied) && fitting::ems(&untied, bold) > room
        };
        // Few texts are so long at all.
        if text.len() as f64 * WIDEST > room && text.split(BLANKS).any(is_long) {
            *text = text.split_inclusive(BLANKS).map(|word| divided(word, room, bold, &is_long)).collect();
        }
    }
}

fn divided(word: &str, room: f64, bold: bool, is_long: &dyn Fn(&str) -> bool) -> String {
    let end = word.trim_end_matches(BLANKS).len();
    let (letters, blank) = word.split_at(end);
    if !is_long(letters) {
        return word.to_owned();
    }
    let letters = letters.replace(JOINER, "");
    let parts = letters.split_inclusive(|c: char| !c.is_alphanumeric()).map(|part| {
        if fitting::ems(part, bold) <= room {
            return part.to_owned();
        }
        part.chars().map(String::from).collect::<Vec<_>>().join(&BREAK.to_string())
    });
    parts.collect::<Vec<_>>().join(&BREAK.to_string()) + blank
}
