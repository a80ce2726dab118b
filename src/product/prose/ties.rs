//! Which blanks of a paragraph are no place for a line break (từ đi liền nhau): a number and its unit, a word and its
//! number, a dash and what it joins, a label and its first word, an abbreviation and the word that it stands before.
//!
//! The decree says nothing of line breaks; these are the rules of careful typists. They bind pairs, not phrases: each
//! blank that is tied makes its line harder to fill, so that a chain has a limit, and the weakest ties of a longer one go.

use std::ops::Range;

/// Stands for a blank at which no line may end.
pub(crate) const NO_BREAK: char = '\u{a0}';
/// Forbids a line break on either side, and takes no room.
pub(crate) const JOINER: char = '\u{2060}';

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
        if joins(before, word) || self.is_counted(at) {
            return Some(Strength::Strong);
        }
        if self.is_label(at) || is_abbreviation(before) || self.is_title(at) {
            return Some(Strength::Firm);
        }
        let next = self.word(Some(at + 1));
        let is_appendix = matches!((core(before), word), ("Phụ" | "phụ" | "PHỤ", "lục" | "LỤC")) && is_number(core(next));
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
            let places = (1..syllables).filter(|&place| is_tied_name(syllables, place) && first + place < self.list.len());
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
            || (at > 1 && is_office(self.list[at - 2]) && matches!((before, word), ("thành", "phố") | ("thị", "xã" | "trấn")))
    }
}

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

/// A word without the signs around it.
fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '‰' | '²' | '³'))
}

/// Whether a sentence goes on behind a word: no mark ends it.
fn is_open(word: &str) -> bool {
    word.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '²' | '³'))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() < 8 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// A number as it numbers something: `5`, `2.1`, `3a`, `II`, `2021-2025`, `16/6/2022`.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_roman(word.split(['-', '/', '.']).next().unwrap_or_default())
}

/// The number and symbol of a document: `38/2023/NĐ-CP`.
fn is_reference(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.rsplit_once('/').is_some_and(|(_, symbol)| symbol.starts_with(char::is_uppercase))
}

/// What numbers the items of a list.
fn is_enumerator(word: &str) -> bool {
    let mut chars = word.chars();
    let is_letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    is_letter || is_roman(word) || (word.len() < 8 && word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('/'))
}

/// Words that a number follows as its name or date: `Điều 5`, `năm 2024`, `quý III`.
fn is_numbered(word: &str) -> bool {
    const WORDS: [&str; 45] = [
        "số", "điều", "khoản", "điểm", "mục", "chương", "phần", "lục", "mẫu", "biểu", "bảng", "hình", "đồ", "quý",
        "tháng", "ngày", "năm", "án", "bước", "đoạn", "lần", "thứ", "khóa", "khoá", "kỳ", "đợt", "loại", "cấp", "hạng",
        "nhóm", "lớp", "tổ", "tiết", "trang", "tập", "quyển", "vòng", "tuần", "bậc", "cột", "dòng", "hàng", "phố",
        "chuẩn", "dung",
    ];
    is_in(word, &WORDS)
}

/// Compares in small letters, without a copy for the many words that have only such.
fn is_in(word: &str, list: &[&str]) -> bool {
    if word.len() > 12 {
        return false;
    }
    match word.contains(char::is_uppercase) {
        true => list.contains(&word.to_lowercase().as_str()),
        false => list.contains(&word),
    }
}

/// Words that a single letter follows: `điểm đ`, `loại A`.
fn takes_letter(label: &str, letter: &str) -> bool {
    let mut chars = letter.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    match c.is_lowercase() {
        true => is_in(label, &["điểm", "tiết"]),
        false => c.is_uppercase() && is_in(label, &["loại", "hạng", "nhóm", "lớp", "khối", "mẫu", "phần", "khu", "lô", "mục"]),
    }
}

/// `thứ tư`, `thứ hai`.
fn is_ordinal(label: &str, word: &str) -> bool {
    const ORDINALS: [&str; 11] =
        ["nhất", "nhì", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    is_in(label, &["thứ"]) && is_in(word, &ORDINALS)
}

const CURRENCIES: [&str; 7] = ["đồng", "đ", "VNĐ", "VND", "USD", "EUR", "JPY"];

fn is_power(word: &str) -> bool {
    matches!(word, "trăm" | "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ")
}

/// A number that counts: not the name of something, nor a date, nor a share.
fn is_quantity(number: &str, before: &str) -> bool {
    let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || b".,-".contains(&byte));
    let is_name = is_open(before) && is_numbered(core(before));
    is_plain && number.starts_with(|c: char| c.is_ascii_digit()) && !is_name
}

/// Whether a word can be what a number counts; a number that may be a year wants a word that is surely a unit.
fn is_unit_of(number: &str, word: &str) -> bool {
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    is_unit(word) || (!is_year && word.starts_with(char::is_lowercase) && !is_in(word, &GOING_ON))
}

/// Words with which a sentence goes on behind a number that says itself what it counts.
const GOING_ON: [&str; 65] = [
    "là", "và", "hoặc", "hay", "đạt", "trở", "đến", "tới", "từ", "với", "của", "trên", "dưới", "tại", "theo", "thì",
    "bằng", "so", "tăng", "giảm", "được", "có", "cho", "sang", "để", "do", "về", "trong", "ngoài", "nên", "không",
    "chưa", "đã", "sẽ", "cùng", "như", "nhưng", "mà", "vào", "ra", "lên", "xuống", "còn", "bị", "ở", "khi", "nếu",
    "gồm", "giai", "thuộc", "thực", "ban", "quy", "phê", "sau", "trước", "này", "đó", "tiếp", "chuyển", "chiếm",
    "hỗ", "nhằm", "bao", "cũng",
];

/// Units that follow a number of any kind.
fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 61] = [
        "ha", "m", "km", "cm", "mm", "m2", "m3", "m²", "m³", "km2", "km²", "kg", "g", "tấn", "tạ", "yến", "lít", "kW",
        "kWh", "MW", "GW", "kV", "kVA", "MB", "GB", "TB", "đồng", "đ", "VNĐ", "VND", "USD", "EUR", "trăm", "nghìn",
        "ngàn", "triệu", "tỷ", "tỉ", "hộ", "người", "xã", "huyện", "tỉnh", "thôn", "xóm", "phường", "khẩu", "lao",
        "lượt", "lớp", "công", "mô", "dự", "đơn", "cơ", "học", "cán", "trường", "phút", "giờ", "tuổi",
    ];
    UNITS.contains(&word)
}

/// `KT. CHỦ TỊCH`, `TP. Hồ Chí Minh`, `ThS. Nguyễn`.
fn is_abbreviation(word: &str) -> bool {
    const SHORT: [&str; 26] = [
        "kt", "tm", "tl", "tuq", "q", "tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "bscki", "bsckii", "cn", "ks",
        "ds", "ls", "đ/c", "p", "h", "x", "st", "ckii", "cki",
    ];
    let word = word.trim_start_matches(['(', '“', '"']);
    let Some(short) = word.strip_suffix('.') else { return matches!(word, "đ/c" | "Đ/c") };
    // `PGS.TS.` is two of them.
    short.starts_with(char::is_uppercase) && short.split('.').all(|part| is_in(part, &SHORT))
}

#[cfg(test)]
mod tests;
