//! Blanks around signs, quotation marks, bullets, numbers typed the American way (S-93, S-124 – S-127).

use std::ops::Range;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};

/// The findings about signs.
pub(crate) fn judged(all: &[&Passage], body: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    fn of<'a>(passages: &[&'a Passage], wrong: fn(&str) -> Vec<Range<usize>>) -> Vec<Slip<'a>> {
        let slips = |passage: &&'a Passage| {
            let passage: &'a Passage = passage;
            wrong(&passage.text).into_iter().map(move |at| Slip::new(passage, at, ""))
        };
        passages.iter().flat_map(slips).collect()
    }
    let told = [
        (Code::TextSpacing, of(all, spacing)),
        (Code::QuotesMixed, straight_quotes(body)),
        (Code::BulletsMixed, other_bullets(body)),
        (Code::TextNumber, numbers(all)),
    ];
    told.into_iter().filter_map(|(code, slips)| teller.tell(code, &slips)).collect()
}

/// A blank before a sign that belongs to the word before, or behind an opening bracket; none between a comma and the
/// next word; `kinh tế-xã hội`. The words around are part of each place.
pub(crate) fn spacing(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let is_wrong = |index: usize| {
        let (before, this, next) = (index.checked_sub(1).and_then(at), at(index), at(index + 1));
        let ends = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '”' | '"' | ';'));
        let between = |test: fn(char) -> bool| before.is_some_and(test) && next.is_some_and(test);
        match this {
            Some(',' | ';') if before == Some(' ') => true,
            Some(',' | ';') => before.is_some_and(char::is_lowercase) && next.is_some_and(char::is_alphabetic),
            Some(')') => before == Some(' '),
            Some('(') => next == Some(' '),
            Some('.' | ':' | '!' | '?') if before == Some(' ') && ends => {
                // "tỷ lệ 3 : 2" is no sentence; "./." and dots have checks of their own.
                !chars.get(index.saturating_sub(2)).is_some_and(|(_, c)| c.is_ascii_digit() && this == Some(':'))
            }
            Some('–') => {
                text[chars[index].0..].starts_with("– xã hội") && text[..chars[index].0].ends_with("kinh tế ")
            }
            Some('-') if between(char::is_lowercase) => {
                text[..chars[index].0].ends_with("kinh tế") && text[chars[index].0..].starts_with("-xã hội")
            }
            _ => false,
        }
    };
    let found = (0..chars.len()).filter(|&index| is_wrong(index));
    found.map(|index| around(text, chars[index].0)).collect()
}

/// The words on both sides of a sign.
fn around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].trim_end().rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let behind = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let rest = &text[behind..];
    let skipped = rest.len() - rest.trim_start().len();
    let end = rest.trim_start().find(char::is_whitespace).map_or(text.len(), |length| behind + skipped + length);
    let start = (start..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
    start..end
}

/// Straight quotation marks where curved ones are used too.
fn straight_quotes<'a>(body: &[&'a Passage]) -> Vec<Slip<'a>> {
    if !body.iter().any(|passage| passage.text.contains(['“', '”'])) {
        return Vec::new();
    }
    let pairs = body.iter().flat_map(|passage| {
        let marks: Vec<usize> = passage.text.match_indices('"').map(|(at, _)| at).collect();
        let pairs: Vec<Range<usize>> =
            marks.chunks(2).map(|pair| pair[0]..pair.last().map_or(0, |end| end + 1)).collect();
        pairs.into_iter().map(|at| Slip::new(*passage, at, "")).collect::<Vec<_>>()
    });
    pairs.collect()
}

/// Items with another bullet than "-", where that is used too.
fn other_bullets<'a>(body: &[&'a Passage]) -> Vec<Slip<'a>> {
    if !body.iter().any(|passage| passage.text.starts_with("- ")) {
        return Vec::new();
    }
    let others = ["– ", "— ", "• ", "* ", "● ", "▪ ", "· "];
    let item = |passage: &&'a Passage| {
        let bullet = others.iter().find(|bullet| passage.text.starts_with(**bullet))?;
        let passage: &'a Passage = passage;
        let end = passage.text.char_indices().nth(24).map_or(passage.text.len(), |(at, _)| at);
        Some(Slip::new(passage, 0..end.max(bullet.len()), ""))
    };
    body.iter().filter_map(item).collect()
}

/// Numbers in cells of words; those in prose are named as typed numbers already.
fn numbers<'a>(all: &[&'a Passage]) -> Vec<Slip<'a>> {
    let of = |passage: &&'a Passage| {
        let passage: &'a Passage = passage;
        let found = american(&passage.text).into_iter().filter(move |at| passage.datum(at).is_some());
        found.map(move |at| Slip::new(passage, at, "")).collect::<Vec<_>>()
    };
    all.iter().flat_map(of).collect()
}

/// `1,234,567` and `1.5 tỷ`: commas between thousands, a point before decimals.
pub(crate) fn american(text: &str) -> Vec<Range<usize>> {
    const UNITS: [&str; 9] = ["tỷ", "tỉ", "triệu", "nghìn", "ha", "km", "tấn", "%", "m2"];
    let mut found = Vec::new();
    let mut end = 0;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    for run in text.split(|c: char| !is_part(c)).filter(|run| run.contains(|c: char| c.is_ascii_digit())) {
        let start = run.as_ptr() as usize - text.as_ptr() as usize;
        let number = run.trim_end_matches(['.', ',']);
        let rest = &text[start + number.len()..];
        let groups: Vec<&str> = number.split(',').collect();
        let is_grouped = groups.len() > 2 && groups[1..].iter().all(|group| group.len() == 3) && groups[0].len() < 4;
        let is_grouped = is_grouped && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
        let is_pointed = matches!(number.split('.').collect::<Vec<_>>()[..], [whole, part] if !whole.is_empty() && (1..=2).contains(&part.len()) && !number.contains(','));
        let is_amount = UNITS.iter().any(|unit| {
            let behind = rest.trim_start().strip_prefix(unit);
            behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
        });
        if start >= end && (is_grouped || (is_pointed && is_amount)) {
            end = start + number.len();
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_signs() {
        let cases = [
            ("hộ nghèo , hộ cận", "nghèo , hộ"),
            ("hộ nghèo,hộ cận", "nghèo,hộ"),
            ("như sau :", "sau :"),
            ("( vốn sự nghiệp)", "( vốn"),
            ("(vốn sự nghiệp )", "nghiệp )"),
            ("đã xong .", "xong ."),
            ("phát triển kinh tế-xã hội", "kinh tế-xã hội"),
            ("phát triển kinh tế – xã hội", "tế – xã"),
        ];
        for (text, shown) in cases {
            let found = spacing(text);
            assert_eq!(found.len(), 1, "{text}");
            assert!(shown.contains(&text[found[0].clone()]) || text[found[0].clone()].contains(shown), "{text}");
        }
        let right = "Sở, ngành; (vốn sự nghiệp): 1.234,5 triệu đồng, tỷ lệ 3 : 2 … ./. kinh tế - xã hội; số 12/KH-UBND; 7,5%. \
            http://a.vn/b?c=d; Bà Rịa – Vũng Tàu; v.v...; 1,5,6; “a”; QĐ,KH";
        assert!(spacing(right).is_empty(), "{:?}", spacing(right));
    }

    #[test]
    fn numbers_of_other_countries() {
        let shown = |text| american(text).into_iter().map(|at| &text[at]).collect::<Vec<&str>>();
        assert_eq!(shown("chi 1,234,567 đồng, 1.5 tỷ đồng, 2.75%"), ["1,234,567", "1.5", "2.75"]);
        let right =
            "1.234.567 đồng; 1,5 tỷ; 1.500 triệu; 2.1. Tiểu dự án; ngày 1.5; 12,345; 1,2,3; khoản 2.1 Điều 5; 1.500";
        assert_eq!(shown(right), [""; 0]);
    }
}
