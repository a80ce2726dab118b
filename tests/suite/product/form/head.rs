//! The head of page 1 and the title: F-14 to F-33.

use super::findings::Findings;
use super::parts::{COUNTRY, MOTTO, Parts, mm};
use crate::support::layout::{Line, Stroke};

/// Descent of the face below the baseline, in its size.
const DESCENT: f64 = 0.216;
/// The single line, in the size of the type.
pub const SINGLE: f64 = 1.15;

/// Bold or not, and upright or italic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    pub bold: bool,
    pub italic: bool,
}

pub const PLAIN: Face = Face { bold: false, italic: false };
pub const BOLD: Face = Face { bold: true, italic: false };
pub const ITALIC: Face = Face { bold: false, italic: true };
pub const BOLD_ITALIC: Face = Face { bold: true, italic: true };

impl std::fmt::Display for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(match (self.bold, self.italic) {
            (false, false) => "upright and plain",
            (true, false) => "bold",
            (false, true) => "italic",
            (true, true) => "bold italic",
        })
    }
}

/// Every run of a line has this face and a size in this range.
pub fn typeface(found: &mut Findings, line: &Line, face: Face, sizes: (f64, f64)) {
    for span in &line.spans {
        let is = Face { bold: span.bold, italic: span.italic };
        found.holds(is == face, line, &format!("the type is {is}; it must be {face}"));
        found.between("size", line, span.size, (sizes.0 - 0.2, sizes.1 + 0.2), "pt");
    }
}

pub fn capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

fn concentric(found: &mut Findings, line: &Line, centre: f64) {
    found.between("off centre", line, mm(line.centre() - centre).abs(), (0.0, 1.0), "mm");
}

pub fn country(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.line(COUNTRY), COUNTRY) else { return };
    typeface(found, line, BOLD, (12.0, 13.0));
    found.between("place across", line, parts.edges().share(line.centre()) * 100.0, (65.0, 80.0), "%");
    let topmost = parts.layout.lines_on(1).all(|other| other.baseline > line.baseline - 1.0);
    found.holds(topmost, line, "it is not at the top of the page");
    let count = parts.layout.lines().filter(|line| line.text.to_uppercase() == COUNTRY).count();
    found.holds(count == 1 && line.page == 1, line, "it must stand once, on page 1");
}

pub fn motto(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.line(MOTTO), MOTTO) else { return };
    typeface(found, line, BOLD, (13.0, 14.0));
    if let Some(country) = found.need(parts.line(COUNTRY), COUNTRY) {
        concentric(found, line, country.centre());
    }
}

/// A solid line under a line of text, on the same centre.
fn ruled<'a>(parts: &'a Parts, found: &mut Findings, line: &Line, what: &str) -> Option<&'a Stroke> {
    let rule = found.need(parts.rule_under(line), what)?;
    found.holds(rule.solid && rule.thickness > 0.0, rule, "the line is not solid");
    found.between("off centre", rule, mm(rule.centre() - line.centre()).abs(), (0.0, 1.0), "mm");
    Some(rule)
}

pub fn motto_rule(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.line(MOTTO), MOTTO) else { return };
    let Some(rule) = ruled(parts, found, line, "the line under the motto") else { return };
    found.between("length to text", rule, rule.width / line.width(), (0.95, 1.05), "times");
    let descent = DESCENT * line.spans[0].size;
    found.between("gap above line", rule, rule.y - line.baseline - descent, (0.5, 6.0), "pt");
}

pub fn country_to_motto(parts: &Parts, found: &mut Findings) {
    let lines = parts.line(COUNTRY).zip(parts.line(MOTTO));
    let Some((country, motto)) = found.need(lines, "the two lines of the country") else { return };
    let pitch = (motto.baseline - country.baseline) / motto.spans[0].size;
    found.between("pitch", motto, pitch, (1.0, SINGLE * 1.02), "sizes");
}

pub fn issuer_alone(parts: &Parts, found: &mut Findings) {
    let name: Vec<&str> = parts.issuer().iter().map(|line| line.text.as_str()).collect();
    let name = name.join(" ");
    found.claim(name.starts_with("ỦY BAN NHÂN DÂN TỈNH "), || format!("the left head begins “{name}”"));
}

pub fn issuer(parts: &Parts, found: &mut Findings) {
    let lines = parts.issuer();
    let Some(first) = found.need(lines.first(), "the issuer's name") else { return };
    for line in &lines {
        typeface(found, line, BOLD, (12.0, 13.0));
        found.holds(capitals(&line.text), *line, "it is not in capitals");
        concentric(found, line, first.centre());
        found.near("size of name", *line, line.spans[0].size, (first.spans[0].size, 0.2), "pt");
        found.between("place across", *line, parts.edges().share(line.centre()) * 100.0, (15.0, 30.0), "%");
    }
    if let Some(country) = found.need(parts.line(COUNTRY), COUNTRY) {
        found.near("baseline", *first, first.baseline, (country.baseline, 1.0), "pt");
    }
}

/// A superior would be the line that is not bold.
pub fn no_superior(parts: &Parts, found: &mut Findings) {
    for line in parts.issuer() {
        found.holds(line.every(|span| span.bold), line, "a line like that of a superior stands in the head");
    }
}

pub fn issuer_rule(parts: &Parts, found: &mut Findings) {
    let lines = parts.issuer();
    let Some(last) = found.need(lines.last(), "the issuer's name") else { return };
    let Some(rule) = ruled(parts, found, last, "the line under the issuer's name") else { return };
    found.between("length to text", rule, rule.width / last.width(), (1.0 / 3.0, 0.5), "times");
}

pub fn issuer_rule_both_ways(parts: &Parts, found: &mut Findings) {
    let lines = parts.issuer();
    let rule = lines.last().and_then(|last| parts.rule_under(last));
    let Some(rule) = found.need(rule, "the line under the issuer's name") else { return };
    for line in lines {
        found.between("length to text", line, rule.width / line.width(), (1.0 / 3.0, 0.5), "times");
    }
}

pub fn issuer_in_lines(parts: &Parts, found: &mut Findings) {
    let Some(country) = found.need(parts.line(COUNTRY), COUNTRY) else { return };
    let lines = parts.issuer();
    let together: f64 = lines.iter().map(|line| line.width()).sum::<f64>() + country.width();
    let width = parts.edges().width();
    found.claim(lines.len() == 2, || format!("the issuer's name stands on {} lines", lines.len()));
    found.between("head in one line", country, together / width, (1.0, 2.0), "text widths");
}

pub fn number_text(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.number(), "the number") else { return };
    let number = line.text.strip_prefix("Số: ").and_then(|rest| rest.strip_suffix("/KH-UBND"));
    let digits = number.is_some_and(|n| n.len() >= 2 && n.bytes().all(|b| b.is_ascii_digit()));
    let padded = number.is_some_and(|n| !n.starts_with('0') || (n.len() == 2 && n != "00"));
    found.holds(digits && padded, line, "the number is not of the form “Số: 05/KH-UBND”");
}

pub fn number(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.number(), "the number") else { return };
    typeface(found, line, PLAIN, (13.0, 13.0));
    if let Some(name) = found.need(parts.issuer().last().copied(), "the issuer's name") {
        concentric(found, line, name.centre());
    }
}

pub fn place(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.place_date(), "place and date") else { return };
    found.holds(line.text.starts_with("Thái Nguyên, ngày "), line, "the place is not the name of the province");
}

pub fn date(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.place_date(), "place and date") else { return };
    let words: Vec<&str> = line.text.split(", ngày ").nth(1).unwrap_or_default().split(' ').collect();
    let [day, "tháng", month, "năm", year] = words[..] else {
        found.holds(false, line, "the date is not of the form “ngày 08 tháng 5 năm 2024”");
        return;
    };
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    found.holds(day.len() == 2 && (1..=31).contains(&number(day)), line, "the day is not two digits");
    let months = ["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    found.holds(months.contains(&month), line, "only months 1 and 2 have a leading zero");
    found.holds(year.len() == 4 && number(year) > 2019, line, "the year is not four digits");
}

pub fn place_date(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.place_date(), "place and date") else { return };
    typeface(found, line, ITALIC, (13.0, 14.0));
    if let Some(number) = found.need(parts.number(), "the number") {
        found.near("baseline", line, line.baseline, (number.baseline, 1.0), "pt");
    }
    if let Some(country) = found.need(parts.line(COUNTRY), COUNTRY) {
        concentric(found, line, country.centre());
    }
}

pub fn document_type(parts: &Parts, found: &mut Findings) {
    let Some(line) = found.need(parts.line(parts.below_head), "the type") else { return };
    typeface(found, line, BOLD, (13.0, 14.0));
    concentric(found, line, parts.edges().centre());
    let (left, right) = parts.head();
    for other in left.iter().chain(&right) {
        found.holds(other.bottom < line.top, line, "it is not below the head");
    }
}

pub fn summary(parts: &Parts, found: &mut Findings) {
    let title = parts.title();
    let Some((kind, lines)) = found.need(title.split_first(), "the title") else { return };
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        found.holds(false, *kind, "nothing stands under the type");
        return;
    };
    for (above, line) in title.iter().zip(lines) {
        typeface(found, line, BOLD, (13.0, 14.0));
        concentric(found, line, parts.edges().centre());
        found.holds(!capitals(&line.text), *line, "it is in capitals");
        let pitch = (line.baseline - above.baseline) / line.spans[0].size;
        found.between("pitch", *line, pitch, (1.0, 1.5 * SINGLE), "sizes");
    }
    let begins = first.text.chars().next().is_some_and(char::is_uppercase) && !first.text.starts_with("V/v");
    found.holds(begins, *first, "it must begin with a capital and without “V/v”");
    found.holds(!last.text.ends_with(['.', ';']), *last, "it ends with a stop");
}

pub fn summary_rule(parts: &Parts, found: &mut Findings) {
    let title = parts.title();
    let lines = title.get(1..).unwrap_or_default();
    let Some(last) = found.need(lines.last(), "the abstract") else { return };
    let Some(rule) = ruled(parts, found, last, "the line under the abstract") else { return };
    let longest = lines.iter().map(|line| line.width()).fold(0.0, f64::max);
    found.between("length to longest", rule, rule.width / longest, (1.0 / 3.0, 0.5), "times");
    // A last line shorter than two thirds of the longest leaves no length that suits both.
    if longest / 3.0 <= last.width() / 2.0 {
        found.between("length to last", rule, rule.width / last.width(), (1.0 / 3.0, 0.5), "times");
    }
}

pub fn no_addressee(parts: &Parts, found: &mut Findings) {
    let line = parts.mentions(parts.all_pages(), "Kính gửi");
    found.claim(line.is_none(), || format!("“Kính gửi” stands on {}", line.map(Line::place).unwrap_or_default()));
}
