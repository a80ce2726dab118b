//! To whom a document goes (Kính gửi), and the articles that recipients are pointed to (S-50, S-51, S-56, S-59; PL I, mục
//! II.9): what stands in the prose against type and recipients.

use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::dataset::Dataset;
use crate::product::particulars;
use crate::product::prose::slips::passage::{self, Passage};
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::matching;

/// What stands before those who are addressed.
const ADDRESS: &str = "kính gửi";
/// Types that always have addressees.
const ADDRESSED: [&str; 2] = ["công văn", "tờ trình"];
/// Types that never have any.
const UNADDRESSED: [&str; 8] =
    ["nghị quyết", "quyết định", "chỉ thị", "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "đề án"];

/// The findings about addressees and articles.
pub(crate) fn judged(body: &[&Passage], main: &[&Passage], kind: &str, teller: &Teller<'_>) -> Vec<Finding> {
    let kind = matching::fold(kind);
    let dataset = teller.proof.dataset;
    let name = |found: Finding| found.with("type", particulars::text_of(dataset, "type"));
    let mut found = Vec::new();
    let at = body.iter().position(|passage| begins(&passage.text));
    let to = teller.proof.form.addressed.as_ref().filter(|to| !to.is_call);
    let is_typed_elsewhere = to.is_some()
        || main.iter().any(|passage| begins(&passage.text))
        || dataset.fact_names.keys().any(|name| name.contains(ADDRESS))
        || body.iter().any(|passage| may_hold(&passage.text) && matching::fold(&passage.text).contains(ADDRESS));
    match at {
        None if ADDRESSED.contains(&kind.as_str()) && !is_typed_elsewhere => {
            let first = body.first().map(|first| Slip::new(first, 0..0, ""));
            found.extend(teller.tell(Code::AddresseeMissing, first.as_slice()).map(name));
        }
        Some(at) if UNADDRESSED.contains(&kind.as_str()) => {
            let slip = Slip::new(body[at], 0..body[at].text.len(), "");
            found.extend(teller.tell(Code::AddresseeNeedless, &[slip]).map(name));
        }
        Some(at) => {
            let listed = listed(&body[at..]);
            found.extend(teller.tell(Code::AddresseeMarks, &marks(&listed)));
            let addressees: Vec<String> =
                std::iter::once(body[at]).chain(listed).map(|one| addressee(&one.text)).collect();
            found.extend(again(dataset, &addressees));
        }
        None => {}
    }
    if let Some(to) = to {
        let lines: Vec<Passage> = to.items.iter().map(|line| passage::of_pieces(line)).collect();
        let first = lines.first().filter(|_| UNADDRESSED.contains(&kind.as_str()));
        let needless = first.map(|line| Slip::new(line, 0..line.text.len(), ""));
        found.extend(teller.tell(Code::AddresseeNeedless, needless.as_slice()).map(name));
        found.extend(again(dataset, &lines.iter().map(|line| addressee(&line.text)).collect::<Vec<_>>()));
    }
    found.extend(gone(dataset, body, &kind));
    found
}

fn begins(text: &str) -> bool {
    may_hold(text) && matching::fold(text).starts_with(ADDRESS)
}

/// Nearly every text speaks of nobody who is addressed, and folding one is not free.
fn may_hold(text: &str) -> bool {
    ["gửi", "Gửi", "GỬI"].iter().any(|word| text.contains(word))
}

/// The addressees below the words `Kính gửi:`, each in its own line behind a hyphen.
fn listed<'a>(from: &[&'a Passage]) -> Vec<&'a Passage> {
    let [first, rest @ ..] = from else { return Vec::new() };
    let is_open = first.text.trim_end().ends_with(':');
    let rest = rest.iter().copied().take_while(|passage| is_open && passage.text.trim_start().starts_with(['-', '–']));
    rest.collect()
}

/// Of several addressees each but the last ends with a semicolon, the last with a full stop.
fn marks<'a>(listed: &[&'a Passage]) -> Vec<Slip<'a>> {
    if listed.len() < 2 {
        return Vec::new();
    }
    let wanted = |place: usize| if place + 1 == listed.len() { '.' } else { ';' };
    let wrong = listed.iter().enumerate().filter(|(place, passage)| !passage.text.trim_end().ends_with(wanted(*place)));
    wrong
        .map(|(place, passage)| {
            let bare = passage.text.trim_end().trim_end_matches([';', '.', ',']);
            Slip::new(passage, 0..passage.text.len(), format!("{bare}{}", wanted(place)))
        })
        .collect()
}

/// `Kính gửi: Ủy ban nhân dân tỉnh.` → `ủy ban nhân dân tỉnh`.
fn addressee(text: &str) -> String {
    let folded = matching::fold(text);
    let bare = folded.strip_prefix(ADDRESS).unwrap_or(&folded);
    let bare = bare.trim_matches([':', ' ', '-', '–', '.', ';']);
    short(bare)
}

/// As recipients are written: `ubnd tỉnh`.
fn short(folded: &str) -> String {
    folded.replace("ủy ban nhân dân", "ubnd").replace("uỷ ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
}

/// A recipient who is addressed already.
fn again(dataset: &Dataset, addressees: &[String]) -> Option<Finding> {
    let is_told = dataset.recipients.iter().any(|entry| {
        entry
            .in_sentence()
            .is_some_and(|text| matching::fold(&text).trim_start_matches(['-', ' ']).starts_with("như trên"))
    });
    dataset.recipients.iter().filter(|_| is_told).find_map(|entry| {
        let text = entry.in_sentence()?;
        let bare = short(matching::fold(&text).trim_matches(['-', '–', ' ', '.', ';']));
        let is_again = !bare.is_empty() && addressees.contains(&bare);
        let place = Place::Cell(entry.at.first().filter(|_| is_again)?.clone());
        Some(Finding::new(Code::RecipientAddressed, place).with("text", text))
    })
}

/// A recipient is pointed to an article beyond the last one; of a document without numbered articles nothing is known.
fn gone(dataset: &Dataset, body: &[&Passage], kind: &str) -> Option<Finding> {
    let last = body.iter().filter_map(|passage| article(&passage.text)).max()?;
    let is_of_articles = ["quyết định", "nghị quyết"].contains(&kind);
    dataset.recipients.iter().filter(|_| is_of_articles).find_map(|entry| {
        let text = entry.in_sentence()?;
        let folded = matching::fold(&text);
        let rest = folded.trim_start_matches(['-', '–', ' ']).strip_prefix("như điều")?;
        let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok());
        let is_gone = numbers.max()? > last;
        let place = Place::Cell(entry.at.first().filter(|_| is_gone)?.clone());
        // A single article is a document that is still being written, as often as not.
        let severity = if last > 1 { Severity::Error } else { Severity::Warning };
        Some(Finding::graded(severity, Code::RecipientArticleGone, place).with("text", text).count(last))
    })
}

/// `Điều 3. …` → 3.
fn article(text: &str) -> Option<usize> {
    let rest = text.trim_start().strip_prefix("Điều ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = rest.split_at(digits);
    rest.starts_with(['.', ':']).then(|| number.parse().ok()).flatten()
}
