//! Capitals of fixed phrases, and spellings of which a document uses two (PL II; S-100 – S-111, S-120 – S-122);
//! dates in sentences (S-24).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::input::figure_key::FigureKey;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::spellings::{I_OR_Y, ToneStyle, is_bound, tone_style};
use crate::vi::words::{Word, words};
use crate::vi::{capitals, written_dates};

/// The findings about spelling. Each text is taken apart once for all of them: that is most of the work.
pub(crate) fn judged(all: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    let apart: Vec<Apart<'_>> = all.iter().map(|passage| (*passage, words(&passage.text))).collect();
    let (mut certain, mut usual, mut dates, mut days) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (passage, words) in &apart {
        for slip in capitals::wrong(&passage.text, words) {
            // A name as its table has it (“Xã Tân Lập”) may open a cell and stand within a sentence.
            let opens_datum = |(_, datum): &(FigureKey, Range<usize>)| datum.start == slip.at.start && datum.start > 0;
            let is_name = passage.datum(&slip.at).is_some_and(opens_datum);
            let list = if slip.is_certain && !is_name { &mut certain } else { &mut usual };
            list.push(Slip::new(passage, slip.at, slip.right));
        }
        let miswritten = written_dates::miswritten(&passage.text, words).into_iter();
        dates.extend(miswritten.map(|date| Slip::new(passage, date.at, date.right)));
        let other = written_dates::other_days(&passage.text).into_iter();
        days.extend(other.map(|day| Slip::new(passage, day.at, day.right)));
    }
    let (tones, letters) = mixed(&apart);
    let graded = [(Severity::Error, certain), (Severity::Warning, usual)].into_iter();
    let mut found: Vec<Finding> = graded
        .filter_map(|(severity, slips)| {
            teller.told(&slips, |place| Finding::graded(severity, Code::PhraseCapitals, place))
        })
        .collect();
    let told = [
        (Code::DateWritten, dates),
        (Code::DayOther, days),
        (Code::ToneMarksMixed, tones),
        (Code::LettersMixed, letters),
    ];
    found.extend(told.into_iter().filter_map(|(code, slips)| teller.tell(code, &slips)));
    found
}

/// A text with its words.
type Apart<'a> = (&'a Passage, Vec<Word<'a>>);

/// A word in small letters; nearly every one is so already.
fn small(word: &str) -> Cow<'_, str> {
    if word.contains(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

/// Words in the style that is used less, where both are: by the place of the tone, and by i or y.
pub(crate) fn mixed<'a>(all: &[Apart<'a>]) -> (Vec<Slip<'a>>, Vec<Slip<'a>>) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let mut letters: BTreeMap<&str, (bool, Vec<Slip<'a>>)> = BTreeMap::new();
    for (passage, words) in all {
        for (at, word) in words.iter().enumerate() {
            let slip = || Slip::new(passage, word.at..word.end(), "");
            let style = tone_style(word.text);
            let small = small(word.text);
            // All of them end in a letter with a mark.
            let may_be = !word.text.ends_with(|c: char| c.is_ascii());
            let pair = I_OR_Y.iter().find(|(y, i)| may_be && (small == *y || small == *i));
            if (style.is_none() && pair.is_none()) || is_bound(words, at) {
                continue;
            }
            match style {
                Some(ToneStyle::First) => first.push(slip()),
                Some(ToneStyle::Second) => second.push(slip()),
                None => {}
            }
            if let Some((y, i)) = pair {
                let (has_y, with_i) = letters.entry(y).or_default();
                *has_y |= small == *y;
                with_i.extend((small == *i).then(slip));
            }
        }
    }
    let tones = match (first.is_empty(), second.is_empty()) {
        (false, false) if first.len() < second.len() => first,
        (false, false) => second,
        _ => Vec::new(),
    };
    let letters = letters.into_values().filter(|(has_y, _)| *has_y).flat_map(|(_, with_i)| with_i).collect();
    (tones, letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(texts: &[&str]) -> (Vec<String>, Vec<String>) {
        let passages: Vec<Passage> = texts.iter().map(|text| Passage::typed(text)).collect();
        let passages: Vec<Apart<'_>> = passages.iter().map(|passage| (passage, words(&passage.text))).collect();
        let (tones, letters) = mixed(&passages);
        let shown = |slips: Vec<Slip<'_>>| slips.iter().map(|slip| slip.words().to_owned()).collect();
        (shown(tones), shown(letters))
    }

    #[test]
    fn two_styles_in_one_document_are_told() {
        assert_eq!(
            shown(&["xã hội hóa, cụ thể hóa", "văn hoá; tỷ lệ, tỉ lệ"]),
            (vec!["hoá".into()], vec!["tỉ".into()])
        );
        assert_eq!(shown(&["Uỷ ban nhân dân", "TM. ỦY BAN NHÂN DÂN, đã hóa giải"]).0, ["Uỷ"]);
        assert_eq!(shown(&["xã hội hóa ở tỉnh Hoà Bình, bà Lê Thị Thuý, tỉ mỉ, tỷ lệ, quý III"]), (vec![], vec![]));
        assert_eq!(shown(&["văn hoá, xã hội hoá, Uỷ ban", "tỉ lệ, kĩ năng, quý"]), (vec![], vec![]));
    }
}
