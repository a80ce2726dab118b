//! Which blanks of a paragraph are no place for a line break (từ đi liền nhau): a number and its unit, a word and its
//! number, a dash and what it joins, a label and its first word, an abbreviation and the word that it stands before.
//!
//! The decree says nothing of line breaks; these are the rules of careful typists. They bind pairs, not phrases: each
//! blank that is tied makes its line harder to fill, so that a chain has a limit, and the weakest ties of a longer one go.

use std::ops::Range;

use crate::product::prose::lines::vocabulary::{
    CURRENCIES, core, is_abbreviation, is_common, is_enumerator, is_in, is_number, is_numbered, is_open, is_ordinal,
    is_power, is_quantity, is_reference, is_unit, is_unit_of, leads, takes_letter,
};

/// Stands for a blank at which no line may end.
pub(crate) const NO_BREAK: char = '\u{a0}';
/// Forbids a line break on either side, and takes no room.
pub(crate) const JOINER: char = '\u{2060}';
/// Where a word may be divided that is longer than its line.
pub(crate) const BREAK: char = '\u{200b}';

/// A place at which no line may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tie {
    /// The blanks between two words.
    Blank(Range<usize>),
    /// Behind a hyphen or a slash.
    Joint(usize),
}

impl Tie {
    /// Where something is written, in the place of how many bytes, and what.
    pub(crate) fn edit(&self) -> (usize, usize, char) {
        match self {
            Self::Blank(blanks) => (blanks.start, blanks.len(), NO_BREAK),
            Self::Joint(at) => (*at, 0, JOINER),
        }
    }
}

/// How much is lost where a line ends here all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// The words that go with a pair: `Phụ` of `Phụ lục II`, the places of a name.
    Weak,
    /// A label, an abbreviation, a name.
    Firm,
    /// What is read as one word: a number with its unit or its word, both sides of a dash.
    Strong,
}

/// What is tied in a paragraph, in order; no more than `longest` characters together. `names` are persons'.
pub(crate) fn ties(text: &str, longest: usize, names: &[String]) -> Vec<Tie> {
    let words = Words::of(text);
    let mut wanted = Vec::new();
    for at in 1..words.list.len() {
        if let Some(strength) = words.strength(at) {
            wanted.push((strength, at));
        }
    }
    for name in names.iter().filter(|name| text.contains(name.as_str())) {
        wanted.extend(words.name(text, name));
    }
    wanted.sort_by_key(|&(strength, at)| (std::cmp::Reverse(strength), at));
    let mut is_tied = vec![false; words.list.len() + 1];
    for (_, at) in wanted {
        // A dash that is tied on one side only would begin or end a line.
        let last = if words.list.get(at).is_some_and(|word| is_dash(word)) { at + 1 } else { at };
        let blanks = at..(last + 1).min(words.list.len());
        if words.chain(&is_tied, &blanks) <= longest {
            is_tied[blanks].fill(true);
        }
    }
    let mut found = Vec::new();
    for (at, word) in words.list.iter().enumerate() {
        if is_tied[at] {
            found.push(Tie::Blank(words.ranges[at - 1].end..words.ranges[at].start));
        }
        if !is_dash(word) && word.chars().count() > longest {
            continue;
        }
        let (start, goes_on) = (words.ranges[at].start, is_tied[at + 1]);
        found.extend(joints(word, goes_on).map(|joint| Tie::Joint(start + joint)));
    }
    found
}

/// Where a line could end within a word, or behind its last hyphen where the blank that follows is tied: Unicode lets a
/// line end behind each hyphen and slash that no digit follows (UAX #14, LB12a, LB13, LB25).
fn joints(word: &str, is_tied: bool) -> impl Iterator<Item = usize> + '_ {
    let breaks = move |c: char, next: Option<char>| match (c, next) {
        ('-' | '–' | '—', None) => is_tied,
        ('-' | '/', Some(next)) => next.is_alphabetic(),
        ('–' | '—', Some(next)) => next.is_alphanumeric(),
        _ => false,
    };
    let signs = word.char_indices().filter(|(_, c)| matches!(c, '-' | '/' | '–' | '—'));
    signs.filter_map(move |(at, c)| {
        let behind = at + c.len_utf8();
        breaks(c, word[behind..].chars().next()).then_some(behind)
    })
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// The words of a paragraph and where they stand.
struct Words<'a> {
    list: Vec<&'a str>,
    ranges: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let mut words = Self { list: Vec::new(), ranges: Vec::new() };
        let start = text.as_ptr() as usize;
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            let at = word.as_ptr() as usize - start;
            words.ranges.push(at..at + word.len());
            words.list.push(word);
        }
        words
    }

    /// The characters that are tied together where the blanks before these words become tied too.
    fn chain(&self, is_tied: &[bool], blanks: &Range<usize>) -> usize {
        let first = (0..blanks.start).rev().find(|&index| !is_tied[index]).unwrap_or(0);
        let last = (blanks.end..self.list.len()).find(|&index| !is_tied[index]).unwrap_or(self.list.len());
        self.list[first..last].iter().map(|word| word.chars().count() + 1).sum::<usize>() - 1
    }

    fn word(&self, at: Option<usize>) -> &'a str {
        at.and_then(|at| self.list.get(at)).copied().unwrap_or_default()
    }

    /// How strongly a word is tied to the one before it.
    fn strength(&self, at: usize) -> Option<Strength> {
        let (before, word) = (self.list[at - 1], self.list[at]);
        // Most pairs of words are of no kind that is tied, and there are thousands.
        if is_common(before) && is_common(word) && !leads(before) {
            return None;
        }
        // A no-break space between digits would make one number of two.
        if before.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if joins(before, word) || self.is_counted(at) {
            return Some(Strength::Strong);
        }
        if self.is_label(at) || is_abbreviation(before) || self.is_title(at) {
            return Some(Strength::Firm);
        }
        let next = self.word(Some(at + 1));
        let is_appendix =
            matches!((core(before), word), ("Phụ" | "phụ" | "PHỤ", "lục" | "LỤC")) && is_number(core(next));
        (is_appendix || self.is_body(at)).then_some(Strength::Weak)
    }

    /// A number and its word, or its unit: `năm 2024`, `số 101/KH-UBND`, `77.498 triệu đồng`.
    fn is_counted(&self, at: usize) -> bool {
        let (before, word) = (self.list[at - 1], self.list[at]);
        let inner = core(word);
        if is_open(before) || matches!(before, "Số:" | "số:") {
            let label = core(before.trim_end_matches(':'));
            if is_number(inner) && is_numbered(label) || is_reference(inner) {
                return true;
            }
            if takes_letter(label, inner) || is_ordinal(label, inner) {
                return true;
            }
        }
        // `lần thứ 2`, `Biểu số 01`.
        let leads = (is_in(before, &["lần"]) && word == "thứ") || (is_in(before, &FORMS) && word == "số");
        if leads && is_number(core(self.word(Some(at + 1)))) {
            return true;
        }
        if word.starts_with('°') {
            return before.ends_with(|c: char| c.is_ascii_digit());
        }
        if !is_open(before) || !word.starts_with(char::is_alphabetic) {
            return false;
        }
        if is_power(core(before)) {
            let is_amount = self.word(at.checked_sub(2)).ends_with(|c: char| c.is_ascii_digit()) || {
                let earlier = core(self.word(at.checked_sub(2)));
                is_power(earlier) && self.word(at.checked_sub(3)).ends_with(|c: char| c.is_ascii_digit())
            };
            return is_amount && (is_power(inner) || CURRENCIES.contains(&inner) || is_unit(inner));
        }
        let earlier = self.word(at.checked_sub(2));
        // `tổng số 500 hộ`, and `số 12 ngày 5` is none.
        let is_sum = is_in(core(earlier), &["số"]) && is_unit(inner) && is_number(core(before));
        is_sum || (is_quantity(core(before), earlier) && is_unit_of(core(before), inner))
    }

    /// What begins a paragraph, or an item within it: `a) Đối tượng`, `(1) Xây dựng`, `Điều 1. Phạm vi`.
    fn is_label(&self, at: usize) -> bool {
        let before = self.list[at - 1];
        let is_first = at == 1;
        let follows = |signs: &[char]| self.word(at.checked_sub(2)).ends_with(signs);
        if is_first && (is_dash(before) || matches!(before, "+" | "*" | "•")) {
            return true;
        }
        if let Some(inner) = before.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            return is_enumerator(inner) && (is_first || follows(&[';', ':', ',', '.']));
        }
        let Some(inner) = before.strip_suffix([')', '.']) else { return false };
        match is_first {
            true => is_enumerator(inner),
            false => at == 2 && before.ends_with('.') && is_number(inner) && is_numbered(self.list[0]),
        }
    }

    /// A person after the title: `ông Nguyễn Văn A`. Of four syllables and more the first two and the last two.
    fn is_title(&self, at: usize) -> bool {
        let is_name = |at: usize| self.list[at].starts_with(char::is_uppercase);
        if !is_name(at) || !is_open(self.list[at - 1]) {
            return false;
        }
        // Names have at most six syllables.
        let first = (at.saturating_sub(6)..at).rev().find(|&index| !is_name(index)).unwrap_or(at);
        let is_titled = first < at && matches!(core(self.list[first]), "ông" | "bà" | "chí");
        let end = (at..self.list.len()).find(|&index| !is_name(index) || !is_open(self.list[index]));
        let last = end.map_or(self.list.len(), |end| if is_name(end) { end + 1 } else { end });
        let (length, place) = (last - first - 1, at - first - 1);
        is_titled && place > 0 && is_tied_name(length, place)
    }

    /// The blanks within a known name.
    fn name(&self, text: &str, name: &str) -> Vec<(Strength, usize)> {
        let mut found = Vec::new();
        let syllables = name.split_whitespace().count();
        for (start, _) in text.match_indices(name) {
            let inside = |range: &Range<usize>| range.end > start && range.start < start + name.len();
            let Some(first) = self.ranges.iter().position(inside) else { continue };
            let places =
                (1..syllables).filter(|&place| is_tied_name(syllables, place) && first + place < self.list.len());
            found.extend(places.map(|place| (Strength::Firm, first + place)));
        }
        found
    }

    /// An office known by its letters and where it is: `UBND tỉnh`, `HĐND thành phố`.
    fn is_body(&self, at: usize) -> bool {
        const OFFICES: [&str; 6] = ["UBND", "HĐND", "UBMTTQ", "MTTQ", "VP", "BCĐ"];
        const PLACES: [&str; 7] = ["tỉnh", "huyện", "xã", "phường", "quận", "thành", "thị"];
        let (before, word) = (self.list[at - 1], core(self.list[at]));
        let is_office = |word: &str| OFFICES.contains(&core(word)) && is_open(word);
        (is_office(before) && PLACES.contains(&word))
            || (at > 1
                && is_office(self.list[at - 2])
                && matches!((before, word), ("thành", "phố") | ("thị", "xã" | "trấn")))
    }
}

/// What `số` and a number follow.
const FORMS: [&str; 3] = ["biểu", "mẫu", "bảng"];

/// Whether a syllable of a name, counted from 0, is tied to the one before it.
fn is_tied_name(syllables: usize, place: usize) -> bool {
    syllables < 4 || place == 1 || place + 1 == syllables
}

/// What is one with the word before it whatever it says: a dash, a percent sign, a mark with a blank before it.
fn joins(before: &str, word: &str) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_alphanumeric) || word.starts_with(['(', '“', '"']);
    if is_dash(word) {
        return true;
    }
    // A blank that is missing on one side of the dash.
    let leans = word.strip_prefix(['-', '–']).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let hangs = before.len() > 1 && before.ends_with(['-', '–']) && is_word(word);
    let is_mark = word.chars().all(|c| matches!(c, '.' | '/' | ';' | ':' | ',' | ')' | '!' | '?' | '”'));
    leans || hangs || is_mark || (word.starts_with(['%', '‰']) && before.ends_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `~` for each tied blank and `|` for each joint.
    fn bound(text: &str, longest: usize, names: &[String]) -> String {
        let mut out = String::new();
        let mut from = 0;
        for tie in ties(text, longest, names) {
            let (at, length, sign) = tie.edit();
            out.push_str(&text[from..at]);
            out.push(if sign == JOINER { '|' } else { '~' });
            from = at + length;
        }
        out + &text[from..]
    }

    /// Checks texts in which the ties are shown: without them the text is what was typed.
    fn expect(shown: &[&str]) {
        for shown in shown {
            let typed = shown.replace('|', "").replace('~', " ");
            assert_eq!(bound(&typed, 30, &[]), *shown);
        }
    }

    #[test]
    fn numbers_stay_with_their_units() {
        expect(&[
            "trồng mới 165~ha rừng, 12~xã và 05~ngày",
            "vốn sự nghiệp: 1.256~triệu~đồng; vốn đầu tư",
            "khoảng 850~tỷ~đồng, 1.250.000.000~đồng (Bằng chữ: Một tỷ",
            "3~nghìn~tỷ~đồng và 5~triệu~người, 20~mô hình",
            "đạt 12,5%, tăng 5% so với 12,5~% năm trước",
            "(163~người thuộc 7-10~hộ), mỗi hộ 2~MW, 15~m2/|người, 3~km²",
            "giảm 2.710 và 97 là kết quả, tổng số~500~hộ, số~12 ngày~5",
            "vốn năm~2022, 2023 chuyển sang năm~2024 đạt kết quả",
        ]);
    }

    #[test]
    fn words_stay_with_their_numbers() {
        expect(&[
            "tiêu quốc gia; Nghị định~38/2023/|NĐ-|CP ngày~24/6/2023 của Chính phủ",
            "Kế hoạch số~101/|KH-|UBND ngày~30/6/2022 của UBND~tỉnh",
            "Luật~45/2019/|QH14 và Quyết định số~1719/|QĐ-|TTg",
            "điểm~đ khoản~2 Điều~5 Mục~II Chương~III, Phụ~lục~II kèm theo",
            "giai đoạn~2021-2025, năm~2024 (năm~2025), giai đoạn~2026~-|~2030",
            "ngày~08 tháng~5 năm~2024, quý~III, thứ~tư, lần~thứ~2, lần này, đợt~1, loại~A, khóa~XIV",
            "Dự án~2, Tiểu dự án~1 và Mẫu~số~01/|BC, Biểu~số~02, biểu số liệu",
            "tại km~15+200, thôn~7 và Quốc lộ~1A, ở 37~°C, 100~m2",
            "Số: Số~02/2022/|NQ-|HĐND của HĐND~tỉnh, UBND~thành~phố",
            "QUYẾT ĐỊNH SỐ~5, PHỤ~LỤC~II, ĐIỀU~5",
            "Tổng số hộ, số liệu hộ; Số Một, năm qua, ngày nay, tháng sau, mục tiêu, điểm~a, b",
        ]);
    }

    #[test]
    fn no_line_begins_or_ends_with_a_dash() {
        expect(&[
            "phát triển kinh tế~-|~xã hội tỉnh",
            "vì người nghèo~-|~Không để ai bị bỏ lại",
            "Sở Lao động~-|~Thương binh và Xã hội",
            "kinh tế~–|~xã hội, kinh tế~-|xã hội, kinh tế-|~xã hội",
            "từ -5 đến 7, V/|v giao, 10.000~đồng/|tháng, 60~km/|h, 2026–|2030 và/|hoặc",
            "COVID-19, hiện nay~./. và hết~; khoản~2 38/2023/|NĐ-|CP",
        ]);
    }

    #[test]
    fn labels_abbreviations_and_names_stay_with_what_follows() {
        expect(&[
            "-|~Sở Tài chính",
            "a)~Đối tượng: (1)~Xây dựng; (2)~Hoàn thiện (3) cột",
            "2.1.~Các kết quả",
            "Điều~1.~Phạm vi",
            "I.~MỤC ĐÍCH",
            "TP.~Hồ Chí Minh, ThS.~Nguyễn, KT.~CHỦ TỊCH, TM.~ỦY BAN, PGS.TS.~Lê",
            "đồng chí Nguyễn~Văn~A làm, bà Trần~Thị Ngọc~Lan và ông ấy",
            "Ủy ban nhân dân tỉnh, Quyết định số của các tỉnh",
        ]);
        let names = ["Lê Quang Tiến".to_owned(), "Nguyễn Thị Thu Hà".to_owned()];
        assert_eq!(bound("do Lê Quang Tiến ký", 30, &names), "do Lê~Quang~Tiến ký");
        assert_eq!(bound("Nguyễn Thị Thu Hà", 30, &names), "Nguyễn~Thị Thu~Hà");
    }

    #[test]
    fn a_chain_has_a_limit() {
        assert_eq!(bound("a - b - c - d", 6, &[]), "a~-|~b - c~-|~d");
        assert_eq!(bound("số 101/KH-UBND của", 11, &[]), "số 101/|KH-|UBND của");
        assert_eq!(bound("số 101/KH-UBND của", 10, &[]), "số 101/KH-UBND của");
        assert_eq!(bound("Phụ lục II - Kinh phí", 14, &[]), "Phụ lục~II~-|~Kinh phí");
    }

    /// Whatever stands in a paragraph: without the ties it is what it was, and no line needs more than the longest chain.
    #[test]
    fn ties_change_no_word_and_no_chain_is_too_long() {
        let words = [
            "-",
            "–",
            "số",
            "101/KH-UBND",
            "5",
            "ha",
            "triệu",
            "đồng",
            "(1)",
            "Điều",
            "TP.",
            "ông",
            "Nguyễn",
            "./.",
            "kinh",
            "tế-",
            "-xã",
            "2021-2025",
            "năm",
            "II",
            "%",
            "UBND",
            "thành",
            "phố",
            ";",
            "38/2023/NĐ-CP",
            "12,5",
            "a)",
            "Phụ",
            "lục",
        ];
        let mut state = 1_u32;
        let mut draw = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        for round in 0..4000 {
            let longest = 4 + draw(27);
            let text: Vec<&str> = (0..1 + draw(40)).map(|_| words[draw(words.len())]).collect();
            let text = text.join(" ");
            let found = bound(&text, longest, &[]);
            assert_eq!(found.replace('|', "").replace('~', " "), text, "{round}");
            for chain in found.split(' ') {
                let length = chain.replace('|', "").chars().count();
                assert!(length <= longest || !chain.contains(['~', '|']), "{round}: {longest} {chain} in {found}");
            }
        }
    }
}
