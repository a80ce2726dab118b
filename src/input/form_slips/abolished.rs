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
pub(crate) const SINCE: Date = Date { year: 2025, month: 7, day: 1 };

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

/// Departments that were merged with others.
pub(crate) const DEPARTMENTS: [&str; 5] = [
    "Sở Kế hoạch và Đầu tư",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Thông tin và Truyền thông",
    "Sở Giao thông vận tải",
    "Sở Tài nguyên và Môi trường",
];

/// Offices of the committees of the middle level; what a hospital or a school is called may last.
const OFFICES: [&str; 3] = ["Phòng", "Chi cục", "Văn phòng"];

/// The only units called so since; `TP` before any other name is one of the past.
const MIDDLE_NAMES: [&str; 2] = ["huyện", "thị xã"];

/// Cities under the central government.
const CITIES: [&str; 8] =
    ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "HCM", "trực thuộc Trung ương"];

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
    let department = || words.held(&DEPARTMENTS).map(str::to_owned);
    words
        .held(&MIDDLE)
        .map(str::to_owned)
        .or_else(province)
        .or_else(department)
        .or_else(|| office(text, &words))
        .or_else(|| city(text, &words))
}

/// `Phòng Giáo dục và Đào tạo huyện Phú Bình`.
fn office(text: &str, words: &Words) -> Option<String> {
    let is_office = OFFICES.iter().any(|office| words.begin(office));
    let unit = MIDDLE_NAMES.iter().find(|unit| text.contains(&format!(" {unit} ")))?;
    let (_, name) = text.split_once(&format!(" {unit} "))?;
    let is_name = name.starts_with(char::is_uppercase);
    (is_office && is_name).then(|| text.trim_end_matches([';', '.']).to_owned())
}

/// `UBND thành phố Sông Công`: a committee of a city that is none of those under the central government.
fn city(text: &str, words: &Words) -> Option<String> {
    words.begin_any(&["UBND thành phố", "Ủy ban nhân dân thành phố", "HĐND thành phố", "UBND TP"]).then_some(())?;
    let lower = text.to_lowercase();
    let behind = ["thành phố ", "tp. ", "tp "].iter().find_map(|unit| Some(lower.find(unit)? + unit.len()))?;
    // Lower case may be longer or shorter than what was typed only where no Vietnamese letter stands.
    let name = text.get(behind..)?.trim_start();
    let is_name = name.starts_with(char::is_uppercase)
        && name.split(' ').nth(1).is_some_and(|next| next.starts_with(char::is_uppercase));
    let is_lasting = CITIES.iter().any(|city| Words::of(name).begin(city));
    (is_name && !is_lasting).then(|| text.trim_end_matches([';', '.']).to_owned())
}
