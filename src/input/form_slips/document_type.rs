//! The types of documents and their abbreviations (Phụ lục III, mục I).

use std::sync::LazyLock;

use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;

/// One type of document (loại văn bản).
pub(crate) struct DocumentType {
    pub(crate) name: &'static str,
    /// What its symbols begin with.
    pub(crate) short: &'static str,
}

/// What a letter is called; its symbol names no type.
const LETTER: &str = "Công văn";

const fn of(name: &'static str, short: &'static str) -> DocumentType {
    DocumentType { name, short }
}

/// All that have an abbreviation.
pub(crate) const TYPES: [DocumentType; 27] = [
    of("Nghị quyết", "NQ"),
    of("Quyết định", "QĐ"),
    of("Chỉ thị", "CT"),
    of("Quy chế", "QC"),
    of("Quy định", "QyĐ"),
    of("Thông cáo", "TC"),
    of("Thông báo", "TB"),
    of("Hướng dẫn", "HD"),
    of("Chương trình", "CTr"),
    of("Kế hoạch", "KH"),
    of("Phương án", "PA"),
    of("Đề án", "ĐA"),
    of("Dự án", "DA"),
    of("Báo cáo", "BC"),
    of("Biên bản", "BB"),
    of("Tờ trình", "TTr"),
    of("Hợp đồng", "HĐ"),
    of("Công điện", "CĐ"),
    of("Bản ghi nhớ", "BGN"),
    of("Bản thỏa thuận", "BTT"),
    of("Giấy ủy quyền", "GUQ"),
    of("Giấy mời", "GM"),
    of("Giấy giới thiệu", "GGT"),
    of("Giấy nghỉ phép", "GNP"),
    of("Phiếu gửi", "PG"),
    of("Phiếu chuyển", "PC"),
    of("Phiếu báo", "PB"),
];

/// The type of that name.
pub(crate) fn named(name: &str) -> Option<&'static DocumentType> {
    static NAMES: LazyLock<Vec<Words>> = LazyLock::new(|| TYPES.iter().map(|known| Words::of(known.name)).collect());
    let words = Words::of(name);
    NAMES.iter().position(|known| *known == words).map(|at| &TYPES[at])
}

/// The type whose symbols begin like this.
pub(crate) fn with_short(short: &str) -> Option<&'static DocumentType> {
    TYPES.iter().find(|known| known.short == short)
}

/// What a document says it is.
pub(crate) fn of_document(facts: &Facts) -> Option<&'static DocumentType> {
    named(&facts.text("type")?)
}

/// Whether a document is one of these types.
pub(crate) fn is_any(facts: &Facts, names: &[&str]) -> bool {
    of_document(facts).is_some_and(|known| names.contains(&known.name))
}

/// Whether it is a letter (công văn).
pub(crate) fn is_letter(facts: &Facts) -> bool {
    facts.text("type").is_some_and(|name| Words::of(&name).are(LETTER))
}

/// The names of all types, that of letters among them.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TYPES.iter().map(|known| known.name).chain([LETTER])
}
