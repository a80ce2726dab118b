//! Stamps (dấu chỉ mức độ khẩn, phạm vi lưu hành; PL I, mục III.2): the decree knows these and no others.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;

/// How urgent a document can be.
const URGENCIES: [&str; 3] = ["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"];
/// To whom it may be shown.
const CIRCULATIONS: [&str; 2] = ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"];

/// A stamp as the decree writes it, whatever its case and where its tone marks stand.
pub(crate) fn as_prescribed(text: &str) -> Option<&'static str> {
    let words = Words::of(text);
    URGENCIES.into_iter().chain(CIRCULATIONS).find(|known| words.are(known))
}

/// Stamps that the decree does not know.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    let unknown = |key: &str, known: &[&'static str]| {
        let text = facts.text(key)?;
        let is_known = known.iter().any(|known| Words::of(&text).are(known));
        (!is_known).then(|| facts.slip(Code::StampUnknown, key).with("known", known.join("”, “")))
    };
    [unknown("urgency", &URGENCIES), unknown("circulation", &CIRCULATIONS)].into_iter().flatten().collect()
}
