//! Ways to change a workbook, each drawn from a number: the same number makes the same change.

use crate::support::packing::{packed, parts, real};

/// Xorshift64*, enough to choose places.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// A mutant and what was done to it.
pub fn mutant(seed: u64) -> (String, Vec<u8>) {
    let mut dice = Dice::new(seed);
    match dice.below(10) {
        0..3 => container(&mut dice),
        3..7 => part(&mut dice),
        _ => cell(&mut dice),
    }
}

fn container(dice: &mut Dice) -> (String, Vec<u8>) {
    let mut bytes = real();
    let mut done = "container:".to_owned();
    for _ in 0..1 + dice.below(3) {
        let end = bytes.len();
        // Half of the changes hit the directory at the end, where a byte matters more.
        let at = if dice.below(2) == 0 { dice.below(end) } else { end - 1 - dice.below(4_000.min(end)) };
        let to = (at + 1 + dice.below(64)).min(end);
        let what = dice.below(6);
        match what {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = dice.below(256) as u8,
            2 => drop(bytes.drain(at..to)),
            3 => drop(bytes.splice(at..at, bytes[at..to].to_vec())),
            4 => drop(bytes.splice(at..at, (0..1 + dice.below(9)).map(|n| n as u8 * 37).collect::<Vec<_>>())),
            _ => bytes[at..to].fill([0, 0xff][dice.below(2)]),
        }
        done += &format!(" {what}@{at}..{to}");
        if bytes.len() < 8 {
            break;
        }
    }
    (done, bytes)
}

const EXTREMES: [&str; 30] = [
    "",
    "0",
    "-1",
    "1",
    "7",
    "4294967295",
    "4294967296",
    "99999999999999999999",
    "1E400",
    "-1E400",
    "NaN",
    "inf",
    "1e-400",
    "0.1234567890123456789",
    "7.9228162514264337593543950336e28",
    "-0",
    "2.710",
    "12,5",
    " 5",
    "0x10",
    "A0",
    "A1",
    "XFD1048576",
    "B9:A1",
    "true",
    "x",
    "#REF!",
    "#BUSY!",
    "s",
    "dd/mm/yyyy",
];
const TYPES: [&str; 9] = ["n", "s", "str", "inlineStr", "b", "e", "d", "zz", ""];

fn part(dice: &mut Dice) -> (String, Vec<u8>) {
    let mut parts = parts();
    let wanted = match dice.below(20) {
        0..11 => "xl/worksheets/sheet",
        11..13 => "xl/sharedStrings",
        13..16 => "xl/styles",
        16..18 => "xl/workbook",
        18 => ".rels",
        _ => "",
    };
    let fitting: Vec<usize> = (0..parts.len()).filter(|&n| parts[n].0.contains(wanted)).collect();
    let (name, content) = &mut parts[fitting[dice.below(fitting.len())]];
    let mut done = format!("{name}:");
    for _ in 0..1 + dice.below(2) {
        let (what, changed) = markup(dice, content);
        done += &format!(" {what}");
        *content = changed;
    }
    (done, packed(parts))
}

/// Where something stands in a text.
type Span = std::ops::Range<usize>;

/// Tags, or values of attributes, or texts between tags.
fn spans(text: &str) -> [Vec<Span>; 3] {
    let (mut tags, mut values, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = 0;
    for (start, _) in text.match_indices('<') {
        let Some(length) = text[start..].find('>') else { break };
        let end = start + length + 1;
        if start > last {
            texts.push(last..start);
        }
        last = end;
        tags.push(start..end);
        let quotes: Vec<usize> = text[start..end].match_indices('"').map(|(at, _)| start + at).collect();
        values.extend(quotes.chunks_exact(2).map(|pair| pair[0] + 1..pair[1]));
    }
    [tags, values, texts]
}

/// One change of a part's XML.
fn markup(dice: &mut Dice, content: &[u8]) -> (String, Vec<u8>) {
    let mut bytes = content.to_vec();
    let Ok(text) = std::str::from_utf8(content) else { return ("nothing".to_owned(), bytes) };
    let [tags, values, texts] = spans(text);
    let what = dice.below(14);
    let place = match what {
        2..8 => &values,
        8..11 => &tags,
        11..13 => &texts,
        _ => &Vec::new(),
    };
    let span = if place.is_empty() { 0..0 } else { place[dice.below(place.len())].clone() };
    let old = &text[span.clone()];
    let element = || match old[1..].find([' ', '>', '/']).map(|end| format!("</{}>", &old[1..=end])) {
        Some(close) if !old.ends_with("/>") => text[span.end..].find(&close).map(|at| span.end + at + close.len()),
        _ => Some(span.end),
    };
    let new = match what {
        _ if place.is_empty() || old.is_empty() && what > 7 => {
            let at = dice.below(bytes.len());
            bytes[at] = dice.below(128) as u8;
            return (format!("byte {at}"), bytes);
        }
        2 | 3 => text[values[dice.below(values.len())].clone()].to_owned(),
        4 | 5 => dice.pick(&EXTREMES).to_owned(),
        6 => dice.below(40).to_string(),
        7 => dice.pick(&TYPES).to_owned(),
        8 => String::new(),
        9 | 10 => {
            // A whole element goes, or comes twice.
            let end = element().unwrap_or(span.end);
            let whole = text[span.start..end].to_owned();
            bytes.splice(span.start..end, if what == 9 { Vec::new() } else { whole.repeat(2).into_bytes() });
            return (format!("element {} ×{}", whole.chars().take(60).collect::<String>(), (what - 9) * 2), bytes);
        }
        11 => dice.pick(&EXTREMES).to_owned(),
        _ => {
            let middle = old.char_indices().map(|(at, _)| at).nth(dice.below(old.chars().count())).unwrap_or(0);
            let pieces =
                ["<!-- -->", "<![CDATA[7]]>", "&#49;", "<?a b?>", "<v>1</v>", "&lt;", "&x;", "_x0031_", "e\u{301}"];
            format!("{}{}{}", &old[..middle], dice.pick(&pieces), &old[middle..])
        }
    };
    let said = format!("{} → {new}", old.chars().take(60).collect::<String>());
    bytes.splice(span, new.into_bytes());
    (said, bytes)
}

/// What people type into cells.
const NUMBERS: [&str; 11] =
    ["0", "1", "94173", "0.07", "12.5", "-3", "2024", "45420", "0.803", "1E3", "123456789012345678"];
const WORDS: [&str; 8] = [
    "Xã Quảng Khê",
    "2.710",
    "Ke\u{302}\u{301} hoa\u{323}ch",
    " hai\u{a0} chữ ",
    "Dự án 3: Tên",
    "12%",
    "a&amp;b",
    "#REF!",
];

/// A change that a person could make, to one or two cells of one sheet.
fn cell(dice: &mut Dice) -> (String, Vec<u8>) {
    let mut parts = parts();
    let name = format!("xl/worksheets/sheet{}.xml", 1 + dice.below(7));
    let (_, content) = parts.iter_mut().find(|(part, _)| *part == name).expect("sheet");
    let mut text = String::from_utf8(content.clone()).expect("text");
    let mut done = format!("{name}:");
    for _ in 0..1 + dice.below(2) {
        let cells: Vec<Span> = text.match_indices("<c ").map(|(start, _)| start..end_of_cell(&text, start)).collect();
        let span = cells[dice.below(cells.len())].clone();
        let old = text[span.clone()].to_owned();
        let [r, s] = [" r=\"", " s=\""].map(|name| {
            let value = old.split(name).nth(1).and_then(|rest| rest.split('"').next());
            value.map(|value| format!("{name}{value}\"")).unwrap_or_default()
        });
        let (number, words) = (dice.pick(&NUMBERS), dice.pick(&WORDS));
        let new = match dice.below(12) {
            0 => format!("<c{r}{s}><v>{number}</v></c>"),
            1 => format!("<c{r}{s} t=\"n\"><f>1+1</f><v>{number}</v></c>"),
            2 => format!("<c{r}{s} t=\"inlineStr\"><is><t>{words}</t></is></c>"),
            3 => format!("<c{r}{s} t=\"str\"><f>A1</f><v>{words}</v></c>"),
            4 => format!(
                "<c{r}{s} t=\"inlineStr\"><is><r><t>Xã</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> {words}</t></r></is></c>"
            ),
            5 => format!("<c{r}{s} t=\"s\"><v>{}</v></c>", dice.below(230)),
            6 => format!("<c{r} s=\"{}\">{}", dice.below(18), old.split_once('>').map_or("", |(_, rest)| rest)),
            7 => format!("<c{r}{s}/>"),
            8 => format!("<c{r}{s} t=\"{}\"><v>1</v></c>", dice.pick(&["b", "e", "d", "str"])),
            9 => format!("<c{r}{s}><f>SUM(A1:A2)</f></c>"),
            10 => old.replace(&r, &format!(" r=\"{}{}\"", dice.pick(&["A", "B", "C", "F", "J"]), 1 + dice.below(30))),
            _ => {
                // Two cells change places.
                let other = &text[cells[dice.below(cells.len())].clone()];
                let rest = inside(other, &r);
                format!("<c{r} {rest}")
            }
        };
        done += &format!(" {old} → {new}");
        text.replace_range(span, &new);
    }
    *content = text.into_bytes();
    (done, packed(parts))
}

/// What a cell says behind its place, which stands in `r`.
fn inside(cell: &str, r: &str) -> String {
    let rest = cell.split_once(' ').map_or(String::new(), |(_, rest)| rest.replacen(&r[1..], "", 1));
    if rest.starts_with("r=\"") {
        rest.split_once("\" ").map_or("/>".to_owned(), |(_, rest)| rest.to_owned())
    } else {
        rest
    }
}

fn end_of_cell(text: &str, start: usize) -> usize {
    let tag = start + text[start..].find('>').expect("tag") + 1;
    if text[start..tag].ends_with("/>") { tag } else { tag + text[tag..].find("</c>").expect("end") + 4 }
}
