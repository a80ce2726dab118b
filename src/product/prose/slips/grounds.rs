//! The grounds on which a document is issued (căn cứ ban hành; PL I, mục II.6.a; S-40, S-41, S-44, S-46).

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::product::prose::slips::citations::citations;
use crate::product::prose::slips::lettered::labels;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};

/// What grounds begin with.
const BEGINNINGS: [&str; 4] = ["Căn cứ ", "Xét ", "Theo đề nghị ", "Thực hiện "];
/// Whoever proposes it is named behind all laws (mẫu 1.2).
const PROPOSED: &str = "Theo đề nghị ";
/// Types of documents that have grounds before their articles; others may begin with a sentence.
const GROUNDED: [&str; 2] = ["quyết định", "nghị quyết"];

/// The findings about grounds.
pub(crate) fn judged(body: &[&Passage], kind: &str, teller: &Teller<'_>) -> Vec<Finding> {
    let Grounds { grounds, is_continued } = grounds(body, &kind.to_lowercase());
    let told = [
        (Code::GroundMarks, marks(&grounds, is_continued)),
        (Code::GroundTwice, twice(&grounds)),
        (Code::GroundOrder, early(&grounds)),
        (Code::GroundBare, bare(&grounds)),
    ];
    told.into_iter().filter_map(|(code, slips)| teller.tell(code, &slips)).collect()
}

/// The grounds at the beginning of a document, each a paragraph of its own.
struct Grounds<'a> {
    grounds: Vec<&'a Passage>,
    /// Whether they go on in a sentence, as those of a plan do: `…; Ủy ban nhân dân xã ban hành Kế hoạch như sau:`.
    is_continued: bool,
}

fn grounds<'a>(body: &[&'a Passage], kind: &str) -> Grounds<'a> {
    let is_ground = |passage: &Passage| BEGINNINGS.iter().any(|begin| passage.text.starts_with(begin));
    let is_part = |passage: &Passage| passage.level > 0 || !labels(&passage.text, false).is_empty();
    let is_open = |passage: &Passage| passage.text.trim_end().ends_with(':');
    let before = body.iter().copied().take_while(|passage| !is_part(passage));
    let mut run = before.skip_while(|passage| !is_ground(passage)).peekable();
    let mut grounds = Vec::new();
    while let Some(ground) = run.next_if(|passage| is_ground(passage) && !is_open(passage)) {
        grounds.push(ground);
    }
    let is_continued = run.peek().is_some_and(|next| is_open(next) && (is_ground(next) || !GROUNDED.contains(&kind)));
    // A sentence may begin like a ground.
    let is_listed = grounds.iter().any(|ground: &&Passage| ground.text.trim_end().ends_with(';'));
    if !GROUNDED.contains(&kind) && !is_listed {
        grounds.clear();
    }
    Grounds { grounds, is_continued }
}

/// Each but the last ends with a semicolon, the last with a full stop.
fn marks<'a>(grounds: &[&'a Passage], is_continued: bool) -> Vec<Slip<'a>> {
    let mut slips = Vec::new();
    for (place, ground) in grounds.iter().enumerate() {
        let is_last = place + 1 == grounds.len();
        let wanted = if is_last { '.' } else { ';' };
        let text = ground.text.trim_end();
        if text.ends_with([wanted, '…']) || (is_last && is_continued && text.ends_with([';', ','])) {
            continue;
        }
        let bare = text.trim_end_matches([';', '.', ',', ' ']);
        let start = bare.rmatch_indices(' ').nth(2).map_or(0, |(at, _)| at + 1);
        slips.push(Slip::new(ground, start..text.len(), format!("{}{wanted}", &bare[start..])));
    }
    slips
}

/// The same document among the grounds again.
fn twice<'a>(grounds: &[&'a Passage]) -> Vec<Slip<'a>> {
    let mut known: BTreeMap<&str, ()> = BTreeMap::new();
    let mut slips = Vec::new();
    for ground in grounds.iter().filter(|ground| ground.text.starts_with(BEGINNINGS[0])) {
        let text = ground.text.trim_end_matches([';', '.', ',', ' ']);
        let first = citations(text).into_iter().next().filter(|first| first.at.start <= BEGINNINGS[0].len());
        let (key, at) = match first {
            Some(first) => (&text[first.at.start..first.symbol.end], first.at),
            None => (text, BEGINNINGS[0].len()..text.len()),
        };
        if known.insert(key, ()).is_some() {
            slips.push(Slip::new(ground, at, ""));
        }
    }
    slips
}

/// A proposal before further laws.
fn early<'a>(grounds: &[&'a Passage]) -> Vec<Slip<'a>> {
    let last = grounds.iter().rposition(|ground| ground.text.starts_with(BEGINNINGS[0]));
    let early = grounds.iter().take(last.unwrap_or_default()).filter(|ground| ground.text.starts_with(PROPOSED));
    early.map(|ground| Slip::new(ground, 0..ground.text.len(), "")).collect()
}

/// A document that is cited without its date or without its issuer. Laws may be; and so may what has been cited above.
fn bare<'a>(grounds: &[&'a Passage]) -> Vec<Slip<'a>> {
    let is_bare = |ground: &&&'a Passage| {
        let first = citations(&ground.text).into_iter().next();
        let first = first.filter(|first| first.at.start <= BEGINNINGS[0].len() && first.kind.is_some());
        first.is_some_and(|first| {
            let rest = &ground.text[first.at.end..];
            let own = rest.split([';', '(']).next().unwrap_or_default();
            first.date.is_none() || !own.contains("của ")
        })
    };
    let own = grounds.iter().filter(|ground| ground.text.starts_with(BEGINNINGS[0]));
    let bare = own.filter(is_bare).map(|ground| {
        let text = ground.text.trim_end_matches([';', '.', ',', ' ']);
        Slip::new(ground, BEGINNINGS[0].len()..text.len(), "")
    });
    bare.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], kind: &str) -> [usize; 4] {
        let passages: Vec<Passage> = texts.iter().map(|text| Passage::typed(text)).collect();
        let passages: Vec<&Passage> = passages.iter().collect();
        let Grounds { grounds, is_continued } = grounds(&passages, kind);
        [marks(&grounds, is_continued).len(), twice(&grounds).len(), early(&grounds).len(), bare(&grounds).len()]
    }

    const LAW: &str = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025;";
    const DECREE: &str =
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
    const PROPOSAL: &str = "Theo đề nghị của Giám đốc Sở Nội vụ.";

    #[test]
    fn grounds_of_a_decision() {
        let head = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH";
        assert_eq!(found(&[head, LAW, DECREE, PROPOSAL, "Điều 1. Giao"], "quyết định"), [0; 4]);
        assert_eq!(found(&[head, LAW, DECREE, "Theo đề nghị của Giám đốc Sở Nội vụ;"], "quyết định"), [1, 0, 0, 0]);
        assert_eq!(found(&[LAW, "Căn cứ Luật Đất đai năm 2024,", PROPOSAL], "nghị quyết"), [1, 0, 0, 0]);
        assert_eq!(found(&[LAW, "Căn cứ Luật Đất đai năm 2024.", PROPOSAL], "nghị quyết"), [1, 0, 0, 0]);
        assert_eq!(found(&["Căn cứ Luật Đất đai năm 2024", PROPOSAL], "quyết định"), [1, 0, 0, 0]);
        assert_eq!(found(&[LAW, DECREE, DECREE, PROPOSAL], "quyết định"), [0, 1, 0, 0]);
        assert_eq!(found(&[LAW, LAW, PROPOSAL], "quyết định"), [0, 1, 0, 0]);
        assert_eq!(
            found(&[LAW, "Theo đề nghị của Giám đốc Sở Nội vụ;", "Căn cứ Luật Đất đai năm 2024."], "quyết định"),
            [0, 0, 1, 0]
        );
        assert_eq!(found(&[LAW, "Căn cứ Nghị định 30/2020/NĐ-CP;", PROPOSAL], "quyết định"), [0, 0, 0, 1]);
        assert_eq!(
            found(&[LAW, "Căn cứ Luật số 31/2024/QH15 và Quyết định số 5/QĐ-UBND;", PROPOSAL], "quyết định"),
            [0; 4]
        );
        assert_eq!(
            found(
                &[LAW, "Xét Tờ trình số 45/TTr-UBND ngày 10 tháng 12 năm 2025 của Ủy ban nhân dân; ý kiến đại biểu."],
                "nghị quyết"
            ),
            [0; 4]
        );
    }

    #[test]
    fn sentences_are_no_grounds() {
        let plan = "kế hoạch";
        let opening = "Căn cứ Luật Nghĩa vụ quân sự năm 2015, Ủy ban nhân dân xã ban hành Kế hoạch như sau:";
        assert_eq!(found(&[opening, "= I. MỤC ĐÍCH", "Căn cứ Kế hoạch này, các sở thực hiện."], plan), [0; 4]);
        assert_eq!(
            found(&["Căn cứ Kế hoạch này, các sở thực hiện.", "Căn cứ tình hình, các xã bố trí vốn."], plan),
            [0; 4]
        );
        assert_eq!(found(&[LAW, DECREE, "Ủy ban nhân dân xã ban hành Kế hoạch như sau:"], plan), [0; 4]);
        assert_eq!(found(&[LAW, "Căn cứ Luật Đất đai năm 2024, Ủy ban nhân dân xã ban hành Kế hoạch:"], plan), [0; 4]);
        assert_eq!(found(&[LAW, "Căn cứ Luật Đất đai năm 2024;", "= I. MỤC ĐÍCH"], plan), [1, 0, 0, 0]);
    }
}
