//! Where lines end: what belongs together stands on one line of the finished PDF, as another program reads it.

use std::ops::Range;

use vanban::input::templates::Templates;
use vanban::versions::readback::pdf_text::{self, Word};

use crate::product::second;
use crate::support::common::{Built, build_with, fonts, plan};

/// Left and right edge of the type area (PL I, I.3), and where first lines begin, in millimetres.
const EDGES: Range<f64> = 30.0..195.0;
const INDENT: f64 = 10.0;
/// A blank of 14 pt, a quarter of an em.
const BLANK: f64 = 14.0 / 4.0 * 25.4 / 72.0;

/// A line of running text.
#[derive(Debug, Clone)]
struct Line {
    words: Vec<Word>,
}

impl Line {
    fn first(&self) -> &str {
        &self.words[0].text
    }

    fn last(&self) -> &str {
        &self.words[self.words.len() - 1].text
    }

    fn nth_last(&self, nth: usize) -> &str {
        self.words.len().checked_sub(nth + 1).map_or("", |at| &self.words[at].text)
    }

    /// Whether it goes on with a paragraph: its first line is indented.
    fn goes_on(&self) -> bool {
        (self.words[0].x.start - EDGES.start).abs() < 0.5
    }

    fn is_full(&self) -> bool {
        let end = self.words[self.words.len() - 1].x.end;
        (end - EDGES.end).abs() < 0.7
    }

    /// The mean width of its blanks, in blanks as they are wide by themselves.
    fn looseness(&self) -> f64 {
        let gaps = self.words.windows(2).map(|pair| pair[1].x.start - pair[0].x.end);
        gaps.sum::<f64>() / (self.words.len() - 1) as f64 / BLANK
    }

    fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The lines between the title and the recipients.
fn lines(pdf: &[u8]) -> Vec<Line> {
    let read = pdf_text::read(pdf, fonts()).expect("own PDF");
    let mut lines: Vec<Line> = Vec::new();
    for word in read.words {
        let same = |line: &&mut Line| {
            let last = &line.words[line.words.len() - 1];
            last.page == word.page && (last.y - word.y).abs() < 1.0 && last.x.end <= word.x.start
        };
        match lines.last_mut().filter(same) {
            Some(line) => line.words.push(word),
            None => lines.push(Line { words: vec![word] }),
        }
    }
    let end = lines.iter().position(|line| line.text().starts_with("Nơi nhận:")).expect("recipients");
    let is_body = |line: &Line| line.goes_on() || (line.words[0].x.start - EDGES.start - INDENT).abs() < 0.5;
    let text = lines.drain(..end).skip_while(|line| !line.text().starts_with("Căn cứ"));
    text.filter(is_body).collect()
}

const NUMBERED: [&str; 24] = [
    "số", "Số", "Điều", "khoản", "điểm", "Mục", "Chương", "lục", "ngày", "tháng", "năm", "đoạn", "quý", "thứ", "khóa",
    "đợt", "loại", "án", "định", "Mẫu", "hạng", "lần", "Luật", "kỳ",
];
const UNITS: [&str; 12] = ["ha", "hộ", "người", "xã", "triệu", "tỷ", "đồng", "km", "mô", "%", "kWh", "ngày"];
const SHORT: [&str; 8] = ["TP.", "ThS.", "KT.", "TM.", "TL.", "PGS.TS.", "UBND", "HĐND"];

/// What is parted between two lines of a paragraph.
fn parted(line: &Line, next: &Line) -> Option<&'static str> {
    let (end, begin) = (line.last(), next.first());
    let is_number = |word: &str| {
        let word = word.trim_start_matches('(');
        word.starts_with(|c: char| c.is_ascii_digit())
            || (!word.is_empty() && word.trim_end_matches([',', ';', '.', ':']).chars().all(|c| "IVX".contains(c)))
    };
    let is_dash = |word: &str| matches!(word, "-" | "–");
    let open = end.ends_with(char::is_alphanumeric);
    let label = line.nth_last(1).trim_start_matches('(');
    let kinds = [
        (is_dash(end) || end.ends_with(['-', '–']), "dash at the end"),
        (is_dash(begin) || begin.starts_with(['-', '–']), "dash at the beginning"),
        (end.ends_with('/'), "within a symbol"),
        (NUMBERED.contains(&end.trim_start_matches('(')) && is_number(begin), "word and number"),
        (
            open && is_number(end)
                && !NUMBERED.contains(&label)
                && UNITS.iter().any(|unit| begin.trim_end_matches([',', '.', ';', ')']) == *unit),
            "number and unit",
        ),
        (matches!(end, "triệu" | "tỷ" | "nghìn") && begin.starts_with("đồng"), "parts of a unit"),
        (SHORT[..6].contains(&end), "abbreviation and word"),
        (SHORT[6..].contains(&end) && begin.starts_with("tỉnh"), "office and place"),
        (matches!(begin, "./." | ";" | ":" | "%" | "."), "word and mark"),
        (line.words.len() == 1 && !line.goes_on(), "label and first word"),
    ];
    kinds.into_iter().find_map(|(is, kind)| is.then_some(kind))
}

/// Every break that parts what belongs together.
fn faults(lines: &[Line]) -> Vec<String> {
    let pairs = lines.windows(2).filter(|pair| pair[1].goes_on());
    let faults = pairs.filter_map(|pair| {
        let kind = parted(&pair[0], &pair[1])?;
        Some(format!("{kind}: {} │ {}", pair[0].text(), pair[1].text()))
    });
    faults.collect()
}

/// Paragraphs that end in one short word.
fn lone(lines: &[Line]) -> Vec<String> {
    let ends = lines.iter().enumerate().filter(|(at, line)| {
        let is_last = lines.get(at + 1).is_none_or(|next| !next.goes_on());
        is_last && line.goes_on() && line.words.len() == 1 && line.first().chars().count() < 8
    });
    ends.map(|(at, line)| format!("{} │ {}", lines[at.saturating_sub(1)].text(), line.text())).collect()
}

#[test]
fn the_plan_parts_nothing_that_belongs_together() {
    let lines = lines(plan().file(".pdf"));
    assert!(lines.len() > 400, "{}", lines.len());
    assert_eq!(faults(&lines), [""; 0]);
    assert_eq!(lone(&lines), [""; 0]);
}

/// Before its lines were bound the plan had six, a heading among them.
#[test]
fn the_plan_has_few_loose_lines() {
    let lines = lines(plan().file(".pdf"));
    let loose = lines.iter().filter(|line| line.is_full() && line.words.len() > 1 && line.looseness() > 1.505);
    let loose: Vec<String> = loose.map(|line| format!("{:.2} {}", line.looseness(), line.text())).collect();
    println!("{} lines looser than 150 %: {loose:#?}", loose.len());
    assert!(loose.len() <= 6, "{loose:#?}");
}

/// Nobody sees which blanks are tied: copied text has those that were typed.
#[test]
fn copied_text_has_ordinary_blanks() {
    for built in [plan(), &second_with(PHRASES)] {
        let read = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF");
        let odd = |word: &&Word| {
            // Digits may be grouped by such a blank, in tables.
            let inner = word.text.trim_matches(|c: char| c.is_ascii_digit() || c == '\u{a0}');
            word.text.contains('\u{2060}') || inner.contains('\u{a0}')
        };
        assert_eq!(read.words.iter().find(odd), None);
    }
}

/// What must not be parted, in running text; `{}` is a figure of the input.
const PHRASES: &[&str] = &[
    "kinh tế - xã hội",
    "theo Nghị định 38/2023/NĐ-CP của",
    "tại Kế hoạch số 101/KH-UBND ngày 16/6/2022 của UBND tỉnh",
    "vốn sự nghiệp 1.256 triệu đồng, 850 tỷ đồng",
    "trồng 165 ha, cho 12 xã (7-10 hộ) trong 05 ngày",
    "tại Điều 5, khoản 2, điểm đ, Mục II, Chương III, Phụ lục II kèm theo",
    "giai đoạn 2021-2025, năm {{ doc.year }} và quý III",
    "của TP. Hồ Chí Minh, ThS. Nguyễn Thị Lan, PGS.TS. Lê Lợi",
    "lần thứ 2, đợt 1, loại 3, khóa XIV, kỳ 4, Dự án 6",
    "số tiền {{ allocation.total.all }} triệu đồng",
    "ngày 05 tháng 01 năm 2025 và 97 % số hộ",
    "Lao động - Thương binh và Xã hội - Không để ai",
];

/// The other document, its prose one paragraph for each phrase and each place in a line where it may stand.
fn second_with(phrases: &[&str]) -> Built {
    let mut templates: Templates = second::with_second();
    let folder = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("folder");
    let filler: Vec<&str> =
        "các cơ quan đơn vị trên địa bàn chủ động rà soát và bố trí nguồn lực để tổ chức triển khai"
            .split(' ')
            .collect();
    const GROUNDS: &str = "GIÁM ĐỐC SỞ TÀI CHÍNH\n\nCăn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015.\n\n\
                           QUYẾT ĐỊNH:\n\n";
    let mut prose = String::from(GROUNDS);
    for phrase in phrases {
        for shift in 5..filler.len() {
            let before = filler[..shift].join(" ");
            prose.push_str(&format!("{before} {phrase} {before} {phrase} {before}.\n\n"));
        }
    }
    folder.narrative.insert("02-dieu.typ.j2".to_owned(), prose);
    folder.main = None;
    folder.narrative.retain(|name, _| name.starts_with("02"));
    build_with(&second::input(1234.5), &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()))
}

#[test]
fn wherever_a_line_ends_it_parts_nothing() {
    let built = second_with(PHRASES);
    let lines = lines(built.file(".pdf"));
    assert!(lines.len() > 400, "{}", lines.len());
    assert_eq!(faults(&lines), [""; 0]);
    let (paragraphs, lone) = (lines.iter().filter(|line| !line.goes_on()).count(), lone(&lines));
    assert!(lone.len() * 50 < paragraphs, "{paragraphs} paragraphs: {lone:#?}");
}
