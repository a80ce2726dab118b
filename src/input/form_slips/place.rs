//! Where the document is issued (địa danh; PL I, mục II.4.a).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;
use crate::vi::text::capitalized;

/// Words for units of the country, the longer first.
const UNITS: [&str; 10] = ["thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã", "Tp"];

/// How many words name the body whose unit follows: `Ủy ban nhân dân`, `Hội đồng nhân dân`.
const BODY_WORDS: usize = 4;

/// What is wrong with the place.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let place = facts.text("place")?;
    let slip = |code| Some(facts.slip(code, "place"));
    let words = Words::of(&place);
    if place.ends_with([',', '.', ';', ':']) || words.hold("ngày") {
        let bare = place.split(',').next().unwrap_or_default().trim_matches([',', '.', ';', ':', ' ']);
        return slip(Code::PlaceMarks).map(|slip| slip.with("place", bare));
    }
    if let Some(right) = in_full(facts, &place) {
        return slip(Code::PlaceFull).map(|slip| slip.with("place", right));
    }
    let (unit, name) = parted(&place);
    if let Some(right) = cased(name) {
        return slip(Code::PlaceCapitals).map(|slip| slip.with("place", unit.to_owned() + &right));
    }
    let is_unit_needless =
        unit.starts_with(char::is_lowercase) || Words::of(unit).are("tỉnh") || Words::of(unit).are("Tp");
    if is_unit_needless {
        return slip(Code::PlaceUnit).map(|slip| slip.with("place", name).with("unit", unit.trim()));
    }
    of_issuer(facts, name)
}

/// `tỉnh Thái Nguyên` → `tỉnh `, `Thái Nguyên`.
fn parted(place: &str) -> (&str, &str) {
    let folded = Words::of(place);
    let unit = UNITS.iter().find(|unit| folded.begin(unit) && !folded.are(unit));
    let count = unit.map_or(0, |unit| unit.split(' ').count());
    let at = place.match_indices(' ').nth(count.saturating_sub(1)).map_or(0, |(at, _)| at + 1);
    if count == 0 { ("", place) } else { place.split_at(at) }
}

/// Places whose name is a person's or a number, and of which that is certain, as they are written in full.
fn in_full(facts: &Facts, place: &str) -> Option<String> {
    let words = Words::of(&place.replace('.', ". ").replace("TPHCM", "TP HCM").replace("TpHCM", "TP HCM"));
    let (unit, name) = parted(place);
    let right = if words.held(&["Hồ Chí Minh", "HCM"]).is_some() && !words.hold("phường") && !words.hold("xã") {
        "Thành phố Hồ Chí Minh".to_owned()
    } else if !unit.is_empty() && name.bytes().all(|b| b.is_ascii_digit()) {
        capitalized(&unit.to_lowercase()) + name
    } else if unit.is_empty() && place.bytes().all(|b| b.is_ascii_digit()) {
        let issuer = facts.text("issuer")?.to_lowercase();
        let of_issuer = |unit: &&&str| Words::of(&issuer).hold_all_of(&Words::of(&format!("{unit} {place}")));
        format!("{} {place}", capitalized(UNITS.iter().find(of_issuer)?))
    } else {
        return None;
    };
    (right != place).then_some(right)
}

/// A name with a capital for each syllable, unless that is how it is written.
fn cased(name: &str) -> Option<String> {
    let is_shouted = name.chars().filter(|c| c.is_alphabetic()).count() > 2 && !name.contains(char::is_lowercase);
    let is_low = |word: &str| word.starts_with(char::is_lowercase);
    if !is_shouted && !name.split_whitespace().any(is_low) {
        return None;
    }
    let words = name.split_whitespace().map(|word| match is_shouted {
        true => capitalized(&word.to_lowercase()),
        false => capitalized(word),
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

/// The people's committee or council of a unit is in that unit.
fn of_issuer(facts: &Facts, name: &str) -> Option<Finding> {
    let issuer = facts.text("issuer")?;
    let is_body = Words::of(&issuer).begin_any(&["Ủy ban nhân dân", "Hội đồng nhân dân"]);
    let own = issuer.split_whitespace().skip(BODY_WORDS).collect::<Vec<_>>().join(" ");
    let (unit, own) = parted(&own);
    let (own_words, name_words) = (Words::of(own), Words::of(name));
    let agrees = own_words.hold_all_of(&name_words) || name_words.hold_all_of(&own_words);
    if !is_body || unit.is_empty() || agrees {
        return None;
    }
    let slip = facts.slip(Code::PlaceIssuer, "place");
    Some(facts.beside(slip, "issuer-field", "issuer").with("issuer", &issuer))
}
