//! The words that lines go by: what is a number, a unit, a word that a number follows, an abbreviation.

use crate::vi::words::is_of_word;

/// A word without the signs around it.
pub(crate) fn core(word: &str) -> &str {
    word.trim_matches(|c: char| !is_of_word(c) && !matches!(c, '%' | '‰' | '²' | '³'))
}

/// Whether a sentence goes on behind a word: no mark ends it.
pub(crate) fn is_open(word: &str) -> bool {
    word.ends_with(|c: char| is_of_word(c) || matches!(c, '%' | '²' | '³'))
}

pub(crate) fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.len() < 8 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// A number as it numbers something: `5`, `2.1`, `3a`, `II`, `2021-2025`, `16/6/2022`.
pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_roman(word.split(['-', '/', '.']).next().unwrap_or_default())
}

/// The number and symbol of a document: `38/2023/NĐ-CP`.
pub(crate) fn is_reference(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.rsplit_once('/').is_some_and(|(_, symbol)| symbol.starts_with(char::is_uppercase))
}

/// What numbers the items of a list.
pub(crate) fn is_enumerator(word: &str) -> bool {
    let mut chars = word.chars();
    let is_letter = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    is_letter
        || is_roman(word)
        || (word.len() < 8 && word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('/'))
}

/// Words that a number follows as its name or date: `Điều 5`, `năm 2024`, `quý III`.
pub(crate) fn is_numbered(word: &str) -> bool {
    const WORDS: [&str; 54] = [
        "số",
        "điều",
        "khoản",
        "điểm",
        "mục",
        "chương",
        "phần",
        "lục",
        "mẫu",
        "biểu",
        "bảng",
        "hình",
        "đồ",
        "quý",
        "tháng",
        "ngày",
        "năm",
        "án",
        "bước",
        "đoạn",
        "lần",
        "thứ",
        "khóa",
        "khoá",
        "kỳ",
        "đợt",
        "loại",
        "cấp",
        "hạng",
        "nhóm",
        "lớp",
        "tổ",
        "tiết",
        "trang",
        "tập",
        "quyển",
        "vòng",
        "tuần",
        "bậc",
        "cột",
        "dòng",
        "hàng",
        "phố",
        "chuẩn",
        "dung",
        "thôn",
        "xóm",
        "ấp",
        "bản",
        "khối",
        "phường",
        "quận",
        "lộ",
        "km",
    ];
    is_in(word, &WORDS)
}

/// Compares in small letters, without a copy for the many words that have only such.
pub(crate) fn is_in(word: &str, list: &[&str]) -> bool {
    if word.len() > 12 {
        return false;
    }
    match word.contains(char::is_uppercase) {
        true => list.contains(&word.to_lowercase().as_str()),
        false => list.contains(&word),
    }
}

/// Words that a single letter follows: `điểm đ`, `loại A`.
pub(crate) fn takes_letter(label: &str, letter: &str) -> bool {
    let mut chars = letter.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return false };
    match c.is_lowercase() {
        true => is_in(label, &["điểm", "tiết"]),
        false => {
            c.is_uppercase()
                && is_in(label, &["loại", "hạng", "nhóm", "lớp", "khối", "mẫu", "phần", "khu", "lô", "mục"])
        }
    }
}

/// `thứ tư`, `thứ hai`.
pub(crate) fn is_ordinal(label: &str, word: &str) -> bool {
    const ORDINALS: [&str; 11] = ["nhất", "nhì", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    is_in(label, &["thứ"]) && is_in(word, &ORDINALS)
}

pub(crate) const CURRENCIES: [&str; 7] = ["đồng", "đ", "VNĐ", "VND", "USD", "EUR", "JPY"];

pub(crate) fn is_power(word: &str) -> bool {
    matches!(word, "trăm" | "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ")
}

/// A number that counts: not the name of something, nor a date, nor a share.
pub(crate) fn is_quantity(number: &str, before: &str) -> bool {
    let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || b".,-".contains(&byte));
    let is_name = is_open(before) && is_numbered(core(before));
    is_plain && number.starts_with(|c: char| c.is_ascii_digit()) && !is_name
}

/// Whether a word can be what a number counts; a number that may be a year wants a word that is surely a unit.
pub(crate) fn is_unit_of(number: &str, word: &str) -> bool {
    let is_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    is_unit(word) || (!is_year && word.starts_with(char::is_lowercase) && !is_in(word, &GOING_ON))
}

/// Words with which a sentence goes on behind a number that says itself what it counts.
const GOING_ON: [&str; 65] = [
    "là", "và", "hoặc", "hay", "đạt", "trở", "đến", "tới", "từ", "với", "của", "trên", "dưới", "tại", "theo", "thì",
    "bằng", "so", "tăng", "giảm", "được", "có", "cho", "sang", "để", "do", "về", "trong", "ngoài", "nên", "không",
    "chưa", "đã", "sẽ", "cùng", "như", "nhưng", "mà", "vào", "ra", "lên", "xuống", "còn", "bị", "ở", "khi", "nếu",
    "gồm", "giai", "thuộc", "thực", "ban", "quy", "phê", "sau", "trước", "này", "đó", "tiếp", "chuyển", "chiếm", "hỗ",
    "nhằm", "bao", "cũng",
];

/// Units that follow a number of any kind.
const UNITS: [&str; 61] = [
    "ha",
    "m",
    "km",
    "cm",
    "mm",
    "m2",
    "m3",
    "m²",
    "m³",
    "km2",
    "km²",
    "kg",
    "g",
    "tấn",
    "tạ",
    "yến",
    "lít",
    "kW",
    "kWh",
    "MW",
    "GW",
    "kV",
    "kVA",
    "MB",
    "GB",
    "TB",
    "đồng",
    "đ",
    "VNĐ",
    "VND",
    "USD",
    "EUR",
    "trăm",
    "nghìn",
    "ngàn",
    "triệu",
    "tỷ",
    "tỉ",
    "hộ",
    "người",
    "xã",
    "huyện",
    "tỉnh",
    "thôn",
    "xóm",
    "phường",
    "khẩu",
    "lao",
    "lượt",
    "lớp",
    "công",
    "mô",
    "dự",
    "đơn",
    "cơ",
    "học",
    "cán",
    "trường",
    "phút",
    "giờ",
    "tuổi",
];

/// Whether a word is a unit whatever number stands before it.
pub(crate) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// `KT. CHỦ TỊCH`, `TP. Hồ Chí Minh`, `ThS. Nguyễn`.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    const SHORT: [&str; 26] = [
        "kt", "tm", "tl", "tuq", "q", "tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "bscki", "bsckii", "cn", "ks",
        "ds", "ls", "đ/c", "p", "h", "x", "st", "ckii", "cki",
    ];
    let word = word.trim_start_matches(['(', '“', '"']);
    let Some(short) = word.strip_suffix('.') else { return matches!(word, "đ/c" | "Đ/c") };
    // `PGS.TS.` is two of them.
    short.starts_with(char::is_uppercase) && short.split('.').all(|part| is_in(part, &SHORT))
}

/// A word in small letters without any sign; the sign for a range begins with the byte that is left out.
pub(crate) fn is_common(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || (byte >= 0x80 && byte != 0xe2))
        && word.starts_with(char::is_lowercase)
}

/// Words in small letters that are tied to such a word behind them.
pub(crate) fn leads(word: &str) -> bool {
    is_power(word)
        || matches!(word, "thứ" | "điểm" | "tiết" | "phụ" | "thành" | "thị" | "lần" | "biểu" | "mẫu" | "bảng")
}
