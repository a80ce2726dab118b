//! The signer, the rooms for signature and seal, and the recipients: F-53 to F-73, F-82.

use vanban::sign::pdf::field::Room;

use super::findings::{Findings, OnPage};
use super::head::{BOLD, BOLD_ITALIC, PLAIN, capitals, typeface};
use super::parts::{Parts, mm};
use crate::support::layout::{Line, MM};

pub fn authority_form(parts: &Parts, found: &mut Findings) {
    let (authority, _) = parts.signer();
    let Some(first) = found.need(authority.first(), "the signer's authority") else { return };
    let known = ["TM. ", "Q. ", "KT. ", "TL. ", "TUQ. "];
    found.holds(
        known.iter().any(|mark| first.text.starts_with(mark)),
        first,
        "it does not begin with TM., Q., KT., TL. or TUQ.",
    );
}

pub fn authority_pattern(parts: &Parts, found: &mut Findings) {
    let (authority, _) = parts.signer();
    let lines: Vec<&str> = authority.iter().map(|line| line.text.as_str()).collect();
    let allowed: [&[&str]; 2] =
        [&["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]];
    found.claim(allowed.contains(&lines.as_slice()), || format!("the authority reads {lines:?}; allowed {allowed:?}"));
}

pub fn authority(parts: &Parts, found: &mut Findings) {
    let (authority, name) = parts.signer();
    let Some(name) = found.need(name, "the signer's name") else { return };
    for line in authority {
        typeface(found, line, BOLD, (13.0, 14.0));
        found.holds(capitals(&line.text), line, "it is not in capitals");
        found.between("off centre", line, mm(line.centre() - name.centre()).abs(), (0.0, 1.0), "mm");
        found.between("place across", line, parts.edges().share(line.centre()) * 100.0, (65.0, 80.0), "%");
    }
}

/// Only titles of the leaders of a People's Committee.
pub fn official_title(parts: &Parts, found: &mut Findings) {
    let (authority, _) = parts.signer();
    let Some(last) = found.need(authority.last(), "the signer's title") else { return };
    found.holds(["CHỦ TỊCH", "PHÓ CHỦ TỊCH"].contains(&last.text.as_str()), last, "the title is not one of the law's");
}

pub fn name(parts: &Parts, found: &mut Findings) {
    let (authority, name) = parts.signer();
    let Some(name) = found.need(name, "the signer's name") else { return };
    typeface(found, name, BOLD, (13.0, 14.0));
    let rest = |word: &str| word.chars().skip(1).collect::<String>();
    let titled = |word: &str| word.chars().next().is_some_and(char::is_uppercase) && !capitals(&rest(word));
    let words: Vec<&str> = name.text.split(' ').collect();
    found.holds(
        words.len() > 1 && words.iter().all(|word| word.chars().count() == 1 || titled(word)),
        name,
        "it is not written as a name",
    );
    found.holds(!name.text.contains('.'), name, "a degree or title stands before the name");
    for line in authority {
        found.between("off centre", name, mm(line.centre() - name.centre()).abs(), (0.0, 1.0), "mm");
    }
}

pub fn signing_space(parts: &Parts, found: &mut Findings) {
    let (authority, name) = parts.signer();
    let ends = authority.last().copied().zip(name);
    let Some((title, name)) = found.need(ends, "the signer's title and name") else { return };
    found.between("room to sign", name, mm(name.top - title.bottom), (20.0, 60.0), "mm");
}

pub fn not_alone(parts: &Parts, found: &mut Findings) {
    let (recipients, signer) = parts.signature();
    let Some(first) = found.need(signer.first().copied(), "the signer's authority") else { return };
    let lines = recipients.iter().flat_map(|block| &block.lines).chain(signer);
    for line in lines {
        found.holds(line.page == first.page, line, "the signature block is torn apart");
    }
    let body = parts.body();
    let beside = body.iter().flat_map(|block| &block.lines).filter(|line| line.page == first.page).count();
    found.holds(beside >= 2, first, "fewer than two lines of the body stand on its page");
}

fn room<'a>(parts: &'a Parts, found: &mut Findings, name: &str) -> Option<&'a Room> {
    found.need(parts.room(name), &format!("the room “{name}”"))
}

pub fn signature_room(parts: &Parts, found: &mut Findings) {
    let Some(room) = room(parts, found, "signature") else { return };
    let (authority, name) = parts.signer();
    let ends = authority.last().copied().zip(name);
    let Some((title, name)) = found.need(ends, "the signer's title and name") else { return };
    found.holds(title.page == room.page && name.page == room.page, &OnPage(room.page), "the room is on another page");
    let centre = room.x + room.width / 2.0;
    found.between("off centre", &OnPage(room.page), (centre - mm(name.centre())).abs(), (0.0, 1.0), "mm");
    found.between("below the title", title, room.y - mm(title.baseline), (0.0, 15.0), "mm");
    found.between("above the name", name, mm(name.top) - room.y - room.height, (0.0, 15.0), "mm");
}

pub fn seal_room(parts: &Parts, found: &mut Findings) {
    let (Some(signature), Some(seal)) = (room(parts, found, "signature"), room(parts, found, "seal")) else { return };
    let covered = (seal.x + seal.width - signature.x) / signature.width;
    found.between("covered by the seal", &OnPage(seal.page), covered, (0.25, 0.42), "of the room");
    found.holds(seal.x < signature.x, &OnPage(seal.page), "the seal does not begin left of the signature");
}

pub fn empty_room(parts: &Parts, found: &mut Findings) {
    let Some(room) = room(parts, found, "signature") else { return };
    let (left, right) = (room.x * MM, (room.x + room.width) * MM);
    let (top, bottom) = (room.y * MM, (room.y + room.height) * MM);
    let meets = |x: (f64, f64), y: (f64, f64)| x.0 < right && x.1 > left && y.0 < bottom && y.1 > top;
    for span in parts.layout.lines_on(room.page).flat_map(|line| &line.spans) {
        let free = !meets((span.x, span.right), (span.top, span.bottom));
        found.claim(free, || format!("“{}” stands in the room for the signature", span.text));
    }
    for stroke in parts.layout.strokes_on(room.page) {
        let free = !meets((stroke.x, stroke.right()), (stroke.y, stroke.bottom()));
        found.holds(free, stroke, "something is drawn in the room for the signature");
    }
    let note = parts.mentions(parts.all_pages(), "Đã ký");
    found.claim(note.is_none(), || "the words “Đã ký” stand on the pages".to_owned());
}

pub fn label(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.line("Nơi nhận:"), "Nơi nhận:") else { return };
    typeface(found, line, BOLD_ITALIC, (12.0, 12.0));
    found.near("left edge", line, mm(line.x), (mm(parts.edges().left), 0.5), "mm");
    if let Some(first) = found.need(parts.signer().0.first().copied(), "the signer's authority") {
        found.near("baseline", line, line.baseline, (first.baseline, 1.5), "pt");
    }
    found.holds(parts.rule_under(line).is_none(), line, "it is underlined");
}

/// The paragraphs under the label.
fn recipients<'a>(parts: &'a Parts) -> Vec<&'a crate::support::layout::Block> {
    parts.signature().0.into_iter().skip(1).collect()
}

pub fn list(parts: &Parts, found: &mut Findings) {
    let all = recipients(parts);
    let Some((last, others)) = found.need(all.split_last(), "the recipients") else { return };
    let left = mm(parts.edges().left);
    for block in others {
        found.holds(
            block.text().starts_with("- ") && block.text().ends_with(';'),
            block.first(),
            "it is not of the form “- ...;”",
        );
    }
    for block in others.iter().chain([last]) {
        found.near("left edge", block.first(), mm(block.first().x), (left, 0.5), "mm");
        block.lines.iter().for_each(|line| typeface(found, line, PLAIN, (11.0, 11.0)));
    }
}

/// The last recipient, and what stands after its full stop.
fn filed(parts: &Parts) -> Option<(String, String, Line)> {
    let block = *recipients(parts).last()?;
    let text = block.text();
    let (filed, mark) = text.split_once('.')?;
    Some((filed.to_owned(), mark.trim().to_owned(), block.last().clone()))
}

pub fn filing(parts: &Parts, found: &mut Findings) {
    let Some((filed, _, line)) = found.need(filed(parts), "the line of the filed copy") else { return };
    let units = filed.strip_prefix("- Lưu: VT");
    let right = units.is_some_and(|units| units.is_empty() || (units.starts_with(", ") && !units.contains(';')));
    found.holds(right, &line, "it is not of the form “- Lưu: VT, ...” with a full stop");
}

pub fn no_above_named(parts: &Parts, found: &mut Findings) {
    for block in recipients(parts) {
        found.holds(!block.text().contains("Như trên"), block.first(), "“Như trên” is for letters");
    }
}

/// As published: small letters in it and no number of copies.
pub fn drafter(parts: &Parts, found: &mut Findings) {
    let Some((_, mark, line)) = found.need(filed(parts), "the line of the filed copy") else { return };
    found.holds(!mark.is_empty(), &line, "the drafter's mark does not end the line");
    typeface(found, &line, PLAIN, (11.0, 11.0));
    let published = mark.chars().any(char::is_lowercase) && !mark.contains('(');
    found.holds(published, &line, "the mark no longer has the published form");
}
