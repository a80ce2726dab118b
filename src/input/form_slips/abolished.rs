//! Units of the country that there are no more since 01/7/2025 (Luật số 72/2025/QH15; Nghị quyết số 202/2025/QH15): in
//! the names of those who issue and receive. Texts that are cited keep the names of their time.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::form_slips::dates;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;
use crate::vi::dates::Date;

/// The day from which there are two levels of local government, and 34 provinces.
const SINCE: Date = Date { year: 2025, month: 7, day: 1 };

/// How the middle level is spoken of where it acts; a hospital may still bear the name of its district.
const MIDDLE: [&str; 22] = [
    "UBND huyện",
    "UBND quận",
    "UBND thị xã",
    "UBND thị trấn",
    "HĐND huyện",
    "HĐND quận",
    "HĐND thị xã",
    "HĐND thị trấn",
    "Ủy ban nhân dân huyện",
    "Ủy ban nhân dân quận",
    "Ủy ban nhân dân thị xã",
    "Ủy ban nhân dân thị trấn",
    "Hội đồng nhân dân huyện",
    "Hội đồng nhân dân quận",
    "Hội đồng nhân dân thị xã",
    "Hội đồng nhân dân thị trấn",
    "các huyện",
    "các quận",
    "các thị xã",
    "các thị trấn",
    "Huyện ủy",
    "Quận ủy",
];

/// Provinces that became part of others.
const PROVINCES: [&str; 29] = [
    "Hà Giang",
    "Yên Bái",
    "Bắc Kạn",
    "Vĩnh Phúc",
    "Hòa Bình",
    "Bắc Giang",
    "Thái Bình",
    "Hải Dương",
    "Hà Nam",
    "Nam Định",
    "Quảng Bình",
    "Quảng Nam",
    "Kon Tum",
    "Bình Định",
    "Ninh Thuận",
    "Đắk Nông",
    "Bình Thuận",
    "Phú Yên",
    "Bình Dương",
    "Bà Rịa - Vũng Tàu",
    "Bình Phước",
    "Long An",
    "Sóc Trăng",
    "Hậu Giang",
    "Bến Tre",
    "Trà Vinh",
    "Tiền Giang",
    "Bạc Liêu",
    "Kiên Giang",
];

/// Names of such units in a document of today: all of them in one finding.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    // A year that is wrong itself says nothing about names.
    facts.date("date").filter(|date| *date >= SINCE && dates::of_year(facts).is_none())?;
    let particulars = ["parent", "issuer", "issuer_short"];
    let names = particulars.iter().filter_map(|key| Some((facts.cell(key)?, facts.text(key)?)));
    let recipients = facts.dataset.recipients.iter().filter(|entry| !facts.doubt.of_entry(entry));
    let recipients = recipients.filter_map(|entry| Some((entry.at.first()?, entry.in_sentence()?)));
    let mut gone = names.chain(recipients).filter_map(|(at, text)| Some((at, gone(&text)?, text)));
    let (at, name, _) = gone.next()?;
    let mut slip = Finding::new(Code::UnitAbolished, Place::Cell(at.clone())).with("name", name);
    slip.related = gone.map(|(at, _, text)| (at.clone(), text)).collect();
    Some(slip)
}

/// What is named that is gone.
fn gone(text: &str) -> Option<String> {
    let words = Words::of(text);
    // Every recipient is asked for every name, and few have any word of this.
    let province = || {
        let mut named = PROVINCES.iter().filter(|name| words.hold(name)).map(|name| format!("tỉnh {name}"));
        named.find(|name| words.hold_all_of(&Words::of(name)))
    };
    words.held(&MIDDLE).map(str::to_owned).or_else(province)
}
