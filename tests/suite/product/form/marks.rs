//! Marks that this document does not bear, and what is known of the file: F-65, F-66, F-79 to F-87.

use typst::text::Lang;

use super::findings::Findings;
use super::parts::{Parts, joined};
use crate::support::layout::{Drawn, MM};

/// The mark of a separate file would be the only type of 10 pt, and name a time zone.
pub fn no_file_mark(parts: &Parts, found: &mut Findings) {
    for line in parts.layout.lines() {
        found.holds(line.every(|span| span.size > 10.5), line, "type as small as that of a file's mark");
        found.holds(!line.text.contains("+07:00"), line, "the time of a signature");
    }
}

fn no_words(parts: &Parts, found: &mut Findings, words: &[&str]) {
    for line in parts.layout.lines() {
        found.holds(!words.contains(&line.text.as_str()), line, "a mark stands here");
    }
    for stroke in &parts.layout.strokes {
        found.holds(stroke.kind == Drawn::Line, stroke, "a box stands here");
    }
}

pub fn no_urgency(parts: &Parts, found: &mut Findings) {
    no_words(parts, found, &["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"]);
}

pub fn no_secrecy(parts: &Parts, found: &mut Findings) {
    no_words(parts, found, &["TUYỆT MẬT", "TỐI MẬT", "MẬT"]);
}

pub fn no_circulation(parts: &Parts, found: &mut Findings) {
    no_words(parts, found, &["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"]);
}

pub fn no_copy_mark(parts: &Parts, found: &mut Findings) {
    no_words(parts, found, &["SAO Y", "TRÍCH SAO", "SAO LỤC"]);
    let above = parts.layout.lines_on(1).find(|line| line.baseline < 20.0 * MM);
    found.claim(above.is_none(), || "something stands in the top margin of page 1".to_owned());
}

/// The address would stand under a line across the foot of page 1.
pub fn no_address(parts: &Parts, found: &mut Findings) {
    let foot = parts.layout.sheet(1).height * 0.75;
    let rule = parts.layout.strokes_on(1).find(|stroke| stroke.y > foot);
    found.claim(rule.is_none(), || "a line is drawn at the foot of page 1".to_owned());
    for line in parts.layout.lines_on(1) {
        let contact = ["Địa chỉ:", "Điện thoại:", "Email:", "Fax:"].iter().any(|word| line.text.contains(word));
        found.holds(!contact, line, "an address stands here");
    }
}

pub fn version(parts: &Parts, found: &mut Findings) {
    let version = parts.pdf.get(..8).and_then(|head| head.strip_prefix(b"%PDF-1."));
    let minor = version.map(|digit| u32::from(digit[0].saturating_sub(b'0')));
    found.claim(minor.is_some_and(|minor| (4..=7).contains(&minor)), || format!("the header is {version:?}"));
}

pub fn properties(parts: &Parts, found: &mut Findings) {
    let title = parts.info.title.as_deref().unwrap_or_default();
    let number = parts.number().and_then(|line| line.text.strip_prefix("Số: ")).unwrap_or("?");
    found.claim(title.contains(number), || format!("the title “{title}” does not name {number}"));
    let summary = joined(parts.title().get(1..).unwrap_or_default());
    let subject = parts.info.description.as_deref().unwrap_or_default();
    found.claim(subject == summary, || format!("the subject “{subject}” is not the abstract “{summary}”"));
    let issuer = joined(&parts.issuer());
    let author = parts.info.author.join(", ");
    found.claim(author.to_uppercase() == issuer, || format!("the author “{author}” is not the issuer “{issuer}”"));
    let language = parts.info.locale.as_ref().custom().map(|locale| locale.lang);
    found.claim(language == Some(Lang::VIETNAMESE), || format!("the language is {language:?}"));
}
