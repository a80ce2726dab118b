//! Who issues the document, and who is above (cơ quan ban hành, cơ quan chủ quản; PL I, mục II.2).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;

/// Agencies that have a superior.
const UNITS: [&str; 4] = ["Sở", "Phòng", "Chi cục", "Trung tâm"];
/// What is called like them and has none.
const OTHERS: [&str; 2] = ["Sở Giao dịch", "Phòng Thương mại"];
/// Bodies of a unit of the country, in full and as everybody shortens them.
const BODIES: [[&str; 2]; 2] = [["Ủy ban nhân dân", "UBND"], ["Hội đồng nhân dân", "HĐND"]];
/// Units of the country.
const LEVELS: [&str; 9] = ["tỉnh", "thành phố", "đặc khu", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã"];

/// What is wrong with the names of the issuer and of its superior.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    let Some(issuer) = facts.text("issuer").map(|issuer| Words::of(&issuer)) else { return Vec::new() };
    let of_names = of_names(facts, &issuer);
    let found = of_names.or_else(|| of_short_name(facts, &issuer));
    found.into_iter().collect()
}

fn of_names(facts: &Facts, issuer: &Words) -> Option<Finding> {
    let superior = facts.text("parent").map(|superior| Words::of(&superior));
    let about = |code| facts.beside(facts.slip(code, "parent"), "issuer-field", "issuer");
    let is_body = BODIES.iter().any(|body| issuer.begin_any(body));
    let is_unit = |words: &Words| words.begin_any(&UNITS) && !words.begin_any(&OTHERS);
    if is_body && superior.as_ref().is_some_and(is_unit) {
        return Some(about(Code::SuperiorSwapped));
    }
    if let Some([full, short]) = BODIES.iter().find(|[_, short]| issuer.begin(short)) {
        return Some(facts.slip(Code::IssuerShortened, "issuer").with("short", short).with("full", full));
    }
    match superior {
        Some(_) if is_body => Some(about(Code::SuperiorNeedless)),
        None if is_unit(issuer) && facts.is_left_blank("parent") => {
            Some(facts.slip(Code::SuperiorMissing, "issuer").with("superior-field", facts.heading("parent")))
        }
        // The superior's name may be shortened, and need not be.
        _ => None,
    }
}

/// The name behind "của" in `(Kèm theo …)` is that of the issuer.
fn of_short_name(facts: &Facts, issuer: &Words) -> Option<Finding> {
    let short = Words::of(&facts.text("issuer_short")?);
    let body = BODIES.iter().find(|body| short.begin_any(*body))?;
    let level = |words: &Words| {
        body.iter().find_map(|body| LEVELS.iter().find(|level| words.begin_as(&Words::of(&format!("{body} {level}")))))
    };
    let levels = (level(&short), level(issuer));
    let is_other = match issuer.begin_any(body) {
        true => matches!(levels, (Some(one), Some(other)) if one != other),
        // The head of the body may issue in his own name.
        false => !issuer.begin("Chủ tịch"),
    };
    is_other.then(|| facts.beside(facts.slip(Code::IssuerOther, "issuer_short"), "issuer-field", "issuer"))
}
