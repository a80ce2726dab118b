//! The end of the text, words of another document, gaps that were never filled (S-94 – S-97, S-129).

use std::ops::Range;

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::product::particulars;
use crate::product::prose::slips::passage::{File, Passage};
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::words::words;

/// What ends the content of a document.
const END: &str = "./.";

/// Types of documents that are no ordinary words at the beginning of a sentence.
const TYPES: [&str; 8] =
    ["Quyết định", "Nghị quyết", "Chỉ thị", "Kế hoạch", "Tờ trình", "Công văn", "Công điện", "Thông báo"];

/// The findings about wording.
pub(crate) fn judged(body: &[&Passage], fixed: &[Passage], kind: &str, teller: &Teller<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let main = || fixed.iter().filter(|passage| passage.typed_in == File::Main);
    let (missing, stray) = ends(body);
    let elsewhere = main().any(|passage| passage.text.contains(END));
    found.extend(teller.tell(Code::EndMarkStray, &stray));
    if !elsewhere {
        found.extend(teller.tell(Code::EndMarkMissing, &missing));
    }
    let title = particulars::text_of(teller.proof.dataset, "abstract");
    found.extend(teller.tell(Code::TypeOfOther, &of_others(body, kind, &title)).map(|found| found.with("kind", kind)));
    if !particulars::is_draft(teller.proof.dataset) {
        let gaps: Vec<(Slip<'_>, bool)> = body.iter().flat_map(|passage| gaps(passage)).collect();
        let is_certain = gaps.iter().any(|(_, is_certain)| *is_certain);
        let severity = if is_certain { Severity::Error } else { Severity::Warning };
        let kept = gaps.into_iter().filter(|(_, certain)| *certain == is_certain).map(|(slip, _)| slip);
        let slips: Vec<Slip<'_>> = kept.collect();
        found.extend(teller.told(&slips, |place| Finding::graded(severity, Code::BlankLeft, place)));
    }
    let mottos = body.iter().copied().chain(main()).flat_map(|passage| {
        motto(&passage.text).into_iter().map(move |at| Slip::new(passage, at, "Độc lập - Tự do - Hạnh phúc"))
    });
    found.extend(teller.tell(Code::MottoMistyped, &mottos.collect::<Vec<_>>()));
    found
}

/// Where the end of the content is missing, and where it stands though the text goes on.
pub(crate) fn ends<'a>(body: &[&'a Passage]) -> (Vec<Slip<'a>>, Vec<Slip<'a>>) {
    // A form to be filled in may follow the end.
    let is_form = |text: &str| text.trim_end().ends_with("...") || text.trim_end().ends_with('…');
    let said: Vec<&'a Passage> = body.iter().copied().filter(|passage| !is_form(&passage.text)).collect();
    let mut stray = Vec::new();
    for (index, passage) in said.iter().copied().enumerate() {
        let text = passage.text.trim_end();
        let goes_on = said[index + 1..].iter().any(|next| next.text.ends_with(['.', ';']));
        for (at, _) in text.match_indices(END) {
            if at + END.len() < text.len() || goes_on {
                stray.push(Slip::new(passage, around(text, at, END.len(), 1), ""));
            }
        }
        for (at, wrong) in
            text.match_indices(". /.").chain(text.match_indices("./ .")).chain(text.match_indices(" ./."))
        {
            stray.push(Slip::new(passage, around(text, at, wrong.len(), 1), ""));
        }
    }
    let is_ended = said.iter().any(|passage| passage.text.contains(END));
    let last = said.last().filter(|_| !is_ended && stray.is_empty());
    let missing = last.map(|last| Slip::new(last, around(&last.text, last.text.len(), 0, 1), ""));
    (missing.into_iter().collect(), stray)
}

/// The bytes of some words with so many of those before them.
fn around(text: &str, at: usize, length: usize, before: usize) -> Range<usize> {
    let words = text[..at].char_indices().rev().filter(|(_, c)| *c == ' ');
    words.take(before).last().map_or(0, |(blank, _)| blank + 1)..at + length
}

/// `Quyết định này` in a plan, where no decision is spoken of nearby, nor in its title.
pub(crate) fn of_others<'a>(body: &[&'a Passage], kind: &str, title: &str) -> Vec<Slip<'a>> {
    let mut slips = Vec::new();
    if kind.is_empty() {
        return slips;
    }
    for (index, passage) in body.iter().enumerate().filter(|(_, passage)| passage.text.contains(" này")) {
        for name in TYPES.into_iter().filter(|name| !kind.starts_with(name)) {
            let Some(at) = passage.text.find(&format!("{name} này")) else { continue };
            let is_spoken_of =
                |text: &str| text.contains(&format!("{name} số")) || text.contains(&format!("{name} của"));
            let near = &body[index.saturating_sub(1)..=index];
            let is_attached = title.to_lowercase().contains(&name.to_lowercase())
                || body.iter().any(|passage| passage.text.contains(&format!("kèm theo {kind} này {name}")));
            if !near.iter().any(|passage| is_spoken_of(&passage.text)) && !is_attached {
                slips.push(Slip::new(passage, at..at + name.len() + " này".len(), format!("{kind} này")));
            }
        }
    }
    slips
}

/// Gaps in a sentence, and whether they are certainly none of a form: `xxx`, `TBD`, `[...]`; `ngày … tháng …`.
pub(crate) fn gaps(passage: &Passage) -> Vec<(Slip<'_>, bool)> {
    let text = &passage.text;
    let mut found = Vec::new();
    let may_hold = ["xx", "XXXX", "TBD", "TODO", "FIXME"].iter().any(|mark| text.contains(mark));
    // Nearly every text has none, and taking one apart is not free.
    for word in if may_hold { words(text) } else { Vec::new() } {
        let is_crosses = word.text.len() > 1 && word.text.bytes().all(|b| b == b'x');
        let is_crosses = is_crosses || (word.text.len() > 3 && word.text.bytes().all(|b| b == b'X'));
        if is_crosses || matches!(word.text, "TBD" | "TODO" | "FIXME") {
            found.push((Slip::new(passage, word.at..word.end(), ""), true));
        }
    }
    for mark in ["[...]", "[…]", "[ ]", "???"] {
        found.extend(text.match_indices(mark).map(|(at, mark)| (Slip::new(passage, at..at + mark.len(), ""), true)));
    }
    found.extend(to_fill_in(text).map(|at| (Slip::new(passage, at, ""), true)));
    if found.is_empty() {
        found.extend(
            dots(text).into_iter().map(|at| (Slip::new(passage, around(text, at.start, at.len(), 2), ""), false)),
        );
    }
    found
}

/// `[tên đơn vị]`: words in square brackets, which official documents use for nothing else.
fn to_fill_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('[').filter_map(|(at, _)| {
        let inside = text[at + 1..].split_once(']')?.0;
        let is_words = inside.contains(' ') && inside.chars().count() < 60 && !inside.contains(['.', '[', ';']);
        let is_words = is_words && inside.starts_with(char::is_alphabetic);
        is_words.then_some(at..at + inside.len() + 2)
    })
}

/// Dots that stand where words should: short ones inside of a sentence, not the lines of a form nor "v.v…".
fn dots(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(['.', '…']).map(|at| rest + at) {
        let length = text[start..].len() - text[start..].trim_start_matches(['.', '…']).len();
        let (before, behind) = (&text[..start], &text[start + length..]);
        rest = start + length;
        let dots: usize = text[start..rest].chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
        let word = before.trim_end();
        let is_apart = before.is_empty() || before.ends_with([' ', '\u{a0}', '/']);
        let is_list = word.ends_with([',', ';', '“', '(', '[']) || word.ends_with("v.v");
        let last = word.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_asked = matches!(last.as_str(), "số" | "số:" | "ngày" | "tháng" | "năm") || behind.starts_with('/');
        let goes_on = behind.trim_start().starts_with(char::is_alphanumeric);
        let is_gap = dots >= 3 && is_apart && !is_list && (is_asked || goes_on);
        let is_line = dots >= 12 && !behind.starts_with('/');
        if is_gap && !is_line {
            found.push(start..rest);
        }
    }
    found
}

/// The motto of the state, typed otherwise than the decree has it.
pub(crate) fn motto(text: &str) -> Vec<Range<usize>> {
    // Nearly every text has none, and taking one apart is not free.
    if !["phúc", "Phúc", "PHÚC"].iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let words = words(text);
    let small: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    let wanted = ["độc", "lập", "tự", "do", "hạnh", "phúc"];
    let is_motto = |first: usize| {
        let run = small.get(first..first + wanted.len()).is_some_and(|run| run.iter().eq(wanted.iter()));
        let is_dash = |word: usize| words[first + word].gap.trim().chars().all(|c| matches!(c, '-' | '–' | '—'));
        run && is_dash(2) && is_dash(4) && !words[first + 2].gap.trim().is_empty()
    };
    let found = (0..words.len()).filter(|&first| is_motto(first)).map(|first| words[first].at..words[first + 5].end());
    found.filter(|at| text[at.clone()] != *"Độc lập - Tự do - Hạnh phúc").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passages(texts: &[&str]) -> Vec<Passage> {
        texts.iter().map(|text| Passage::typed(text)).collect()
    }

    #[test]
    fn the_end_stands_at_the_end() {
        let ends = |texts: &[&str]| {
            let passages = passages(texts);
            let passages: Vec<&Passage> = passages.iter().collect();
            let (missing, stray) = ends(&passages);
            (missing.len(), stray.len())
        };
        assert_eq!(ends(&["Một câu.", "Thi hành Quyết định này./."]), (0, 0));
        assert_eq!(ends(&["Thi hành Quyết định này./.", "Họ và tên: ........"]), (0, 0));
        assert_eq!(ends(&["Một câu."]), (1, 0));
        assert_eq!(ends(&["Một câu./.", "Hai câu./."]), (0, 1));
        assert_eq!(ends(&["Một câu. /."]), (0, 1));
        assert_eq!(ends(&["Một câu./. Hai câu."]), (0, 1));
    }

    #[test]
    fn words_of_another_document() {
        let others = |texts: &[&str], kind: &str, title: &str| {
            let passages = passages(texts);
            let passages: Vec<&Passage> = passages.iter().collect();
            of_others(&passages, kind, title).iter().map(|slip| slip.words().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(others(&["thi hành Quyết định này./."], "Kế hoạch", "Thực hiện"), ["Quyết định này"]);
        assert_eq!(others(&["thực hiện Kế hoạch này./."], "Quyết định", "Về việc giao dự toán"), ["Kế hoạch này"]);
        let none: [String; 0] = [];
        assert_eq!(others(&["thực hiện Kế hoạch này./."], "Quyết định", "Ban hành Kế hoạch giảm nghèo"), none);
        assert_eq!(others(&["theo Quyết định số 9/QĐ-TTg", "Quyết định này"], "Kế hoạch", ""), none);
        assert_eq!(others(&["thi hành Quyết định này"], "Quyết định", ""), none);
    }

    #[test]
    fn gaps_of_drafts_are_told_from_lines_of_forms() {
        let shown = |text: &str| {
            let passage = Passage::typed(text);
            gaps(&passage).iter().map(|(slip, is_certain)| (slip.words().to_owned(), *is_certain)).collect::<Vec<_>>()
        };
        for certain in [
            "giao xx hộ",
            "theo Quyết định số xxx/QĐ-UBND",
            "đơn vị TBD",
            "giao [tên đơn vị] chủ trì",
            "gồm [...] hộ",
            "bao nhiêu??? hộ",
        ] {
            assert!(shown(certain).iter().all(|(_, is_certain)| *is_certain) && shown(certain).len() == 1, "{certain}");
        }
        for asked in
            ["theo Quyết định số …/QĐ-UBND của tỉnh", "số .../QĐ-UBND", "họp vào ngày … có mặt đủ", "giảm ... hộ nghèo"]
        {
            assert_eq!(shown(asked).iter().map(|(_, is_certain)| *is_certain).collect::<Vec<_>>(), [false], "{asked}");
        }
        let none = [
            "Họ và tên chủ hộ: ..............................",
            "ngô, khoai, … và sắn",
            "ngô, khoai, v.v… của",
            "Một câu./.",
            "khóa XXX",
            "cây trồng...",
            "(ngô, khoai...)",
            "mục 1.1. Nội dung",
        ];
        for text in none {
            assert_eq!(shown(text), [], "{text}");
        }
    }

    #[test]
    fn the_motto_is_typed_in_one_way() {
        assert_eq!(motto("Độc lập – Tự do – Hạnh phúc").len(), 1);
        assert_eq!(motto("Độc Lập - Tự Do - Hạnh Phúc").len(), 1);
        assert!(motto("Độc lập - Tự do - Hạnh phúc; quyền độc lập, tự do, hạnh phúc").is_empty());
    }
}
