//! Documents that are cited in a sentence: number and symbol against type, date and issuer, and the date against that of
//! this document (S-22, S-42, S-43); agencies that there are no more (S-130).

use std::ops::Range;

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::input::form_slips::abolished;
use crate::input::form_slips::cited::{self, Body};
use crate::input::form_slips::words::Words;
use crate::product::particulars;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::dates::{self, Date, TypedDate};

/// A document that is cited: `Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ`.
#[derive(Debug)]
pub(crate) struct Citation<'a> {
    /// All of it, in bytes of the text.
    pub(crate) at: Range<usize>,
    pub(crate) symbol: Range<usize>,
    /// `Nghị định`, where that stands right before the number.
    pub(crate) kind: Option<&'a str>,
    /// Where it stands too.
    pub(crate) date: Option<(Date, Range<usize>)>,
    /// What follows `của`, as far as the name of a body can reach.
    pub(crate) issuer: Option<&'a str>,
}

/// The findings about citations.
pub(crate) fn judged(body: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    let dataset = teller.proof.dataset;
    let issued = particulars::issue_date(dataset);
    let (mut types, mut years, mut later) = (Vec::new(), Vec::new(), Vec::new());
    let (mut issuers, mut posts, mut gone) = (Vec::new(), Vec::new(), Vec::new());
    let is_new = issued.is_some_and(|date| date >= abolished::SINCE);
    for passage in body {
        let text = &passage.text;
        let citations = citations(text);
        for citation in &citations {
            let symbol = &text[citation.symbol.clone()];
            let slip = |right: String| Slip::new(passage, citation.at.clone(), right);
            if let Some(other) = citation.kind.and_then(|kind| cited::other_type(kind, symbol)) {
                types.push(slip(format!("{other} … {symbol}")));
                continue;
            }
            match citation.other_issuer(symbol) {
                Some((right, true)) => issuers.push(slip(format!("… của {right}"))),
                Some((right, false)) => posts.push(slip(format!("… của {right}"))),
                None => {}
            }
            // What a table of the inputs says has been looked at there.
            let is_of_table = |at: &Range<usize>| passage.datum(at).is_some();
            let Some((date, at)) = &citation.date else { continue };
            if is_of_table(&citation.symbol) && is_of_table(at) {
                continue;
            }
            if cited::other_year(symbol, *date).is_some() {
                years.push(slip(String::new()));
            } else if issued.is_some_and(|issued| *date > issued) {
                later.push(slip(String::new()));
            }
        }
        if is_new {
            gone.extend(departments(text, &citations).into_iter().map(|at| Slip::new(passage, at, "")));
        }
    }
    let mut found: Vec<Finding> = Vec::new();
    found.extend(teller.tell(Code::CitedType, &types));
    let graded = [(Severity::Error, issuers), (Severity::Warning, posts)].into_iter();
    found.extend(graded.filter_map(|(severity, slips)| {
        teller.told(&slips, |place| Finding::graded(severity, Code::CitedIssuer, place))
    }));
    found.extend(teller.tell(Code::CitedYear, &years));
    let dated = |found: Finding| found.with("date", issued.map(|date| date.to_string()).unwrap_or_default());
    found.extend(teller.tell(Code::CitedLater, &later).map(dated));
    found.extend(teller.tell(Code::DepartmentGone, &gone));
    found
}

/// Every document that a text cites by number and symbol.
pub(crate) fn citations(text: &str) -> Vec<Citation<'_>> {
    let mut found: Vec<Citation<'_>> = Vec::new();
    for (slash, _) in text.match_indices('/') {
        if found.last().is_some_and(|last| slash < last.symbol.end) {
            continue;
        }
        let is_edge =
            |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '[' | ']');
        let start = text[..slash].rfind(is_edge).map_or(0, |at| at + width(text, at));
        let end = text[slash..].find(is_edge).map_or(text.len(), |at| slash + at);
        let token = text[start..end].trim_end_matches(['.', '/', '-']);
        if cited::parted(token).is_none() {
            continue;
        }
        let symbol = start..start + token.len();
        let kind = kind_before(&text[..start]);
        let begin = kind.map_or(start, |kind| kind.as_ptr() as usize - text.as_ptr() as usize);
        let date = date_behind(text, symbol.end);
        let end = date.as_ref().map_or(symbol.end, |(_, at)| at.end);
        let issuer = text[end..].trim_start_matches([',', ' ', '\u{a0}']).strip_prefix("của ");
        let issuer = issuer.map(|issuer| beginning_of(issuer, LONGEST_NAME));
        found.push(Citation { at: begin..end, symbol, kind, date, issuer });
    }
    found
}

/// Bytes that the name of a body may have.
const LONGEST_NAME: usize = 100;

fn beginning_of(text: &str, longest: usize) -> &str {
    let end = (0..=longest.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or_default()]
}

fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The type of documents that ends here: `thực hiện Nghị định số ` → `Nghị định`.
fn kind_before(before: &str) -> Option<&str> {
    let before = before.trim_end();
    let before = before.strip_suffix(':').unwrap_or(before);
    let before = ["số", "Số"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).trim_end();
    cited::kind_at_end(before)
}

/// The date that follows a number with its symbol: `ngày 05 tháng 3 năm 2020`, `ngày 05/3/2020`.
fn date_behind(text: &str, end: usize) -> Option<(Date, Range<usize>)> {
    let rest = text[end..].trim_start_matches([',', ' ', '\u{a0}']);
    let words = rest.strip_prefix("ngày ")?;
    let start = text.len() - rest.len();
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize + part.len();
    let mut parts = words.split([' ', '\u{a0}']);
    let first = parts.next()?;
    let read = |typed: &str| match dates::read(typed) {
        TypedDate::Date(date) => Some(date),
        _ => None,
    };
    if first.contains(['/', '-', '.']) {
        let digits = first.trim_end_matches(|c: char| !c.is_ascii_digit());
        return Some((read(digits)?, start..at(digits)));
    }
    let (month_word, month, year_word, year) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let year = year.get(..4)?;
    let is_written = (month_word, year_word) == ("tháng", "năm");
    is_written.then(|| Some((read(&format!("{first}/{month}/{year}"))?, start..at(year)))).flatten()
}

impl Citation<'_> {
    /// Who issues documents with such symbols, where somebody else is named; and whether that is certain: a circular is
    /// the minister's, though many call it the ministry's.
    fn other_issuer(&self, symbol: &str) -> Option<(String, bool)> {
        let issuer = self.issuer?;
        let right = Body::of_symbol(symbol)?;
        if issuer.starts_with(&right.name()) {
            return None;
        }
        let named = Body::named(issuer)?;
        if right != named {
            return Some((right.name(), true));
        }
        let is_circular = cited::parted(symbol)?.first == "TT";
        let is_ministry = Words::of(issuer).begin("Bộ") && !Words::of(issuer).begin("Bộ trưởng");
        (is_circular && is_ministry).then(|| (right.name(), false))
    }
}

/// Words of those who speak of the past.
const PAST: [&str; 12] = [
    "cũ",
    "trước đây",
    "trước khi",
    "sáp nhập",
    "hợp nhất",
    "kế thừa",
    "nay là",
    "tiếp nhận",
    "giải thể",
    "sắp xếp",
    "tổ chức lại",
    "chuyển",
];

/// Departments that are gone, in a sentence that speaks of today; documents keep the names of their time.
fn departments(text: &str, citations: &[Citation<'_>]) -> Vec<Range<usize>> {
    let named = abolished::DEPARTMENTS.iter().flat_map(|name| text.match_indices(name));
    let mut named: Vec<Range<usize>> = named.map(|(at, name)| at..at + name.len()).collect();
    if named.is_empty() {
        return named;
    }
    let words = Words::of(text);
    // A year before 2025 tells of what was.
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let is_past =
        PAST.iter().any(|past| words.hold(past)) || years.into_iter().any(|year| ("1990".."2025").contains(&year));
    if is_past {
        return Vec::new();
    }
    let is_cited = |at: &Range<usize>| {
        citations.iter().any(|citation| {
            let end = text[citation.at.end..].find([';', '.', ':']).map_or(text.len(), |end| citation.at.end + end);
            (citation.at.end..end).contains(&at.start)
        })
    };
    named.retain(|at| !is_cited(at));
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_taken_apart() {
        let text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
        let found = citations(text);
        assert_eq!(&text[found[0].at.clone()], "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020");
        assert_eq!((found[0].kind, &text[found[0].symbol.clone()]), (Some("Nghị định"), "30/2020/NĐ-CP"));
        assert!(found[0].issuer.is_some_and(|issuer| issuer.starts_with("Chính phủ")));
        let kinds = |text: &str| citations(text).iter().map(|found| found.kind.map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(kinds("theo Quyết định số 90/QĐ-TTg, ngày 18/01/2022."), [Some("Quyết định".to_owned())]);
        assert_eq!(kinds("Luật số 31/2024/QH15; tại Thông tư liên tịch số 55/2012/TTLT-BTC"), [None, None]);
        assert_eq!(kinds("Nghị định 152/2025/NĐ-CP"), [Some("Nghị định".to_owned())]);
        for none in ["và/hoặc; km/h; 14/3/2024; 12-KH/TU; quý I/2026; tháng 03/2026; 1/2 số hộ", "24/7, 100 m2/người"]
        {
            assert_eq!(kinds(none), [], "{none}");
        }
    }

    #[test]
    fn issuers_are_those_of_their_symbols() {
        let other = |text: &str| {
            let found = citations(text);
            found.first().and_then(|found| found.other_issuer(&text[found.symbol.clone()]))
        };
        let certain = [
            ("Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Chính phủ", "Thủ tướng Chính phủ"),
            ("Nghị định số 30/2020/NĐ-CP của Thủ tướng Chính phủ", "Chính phủ"),
            ("Nghị quyết số 5/NQ-HĐND ngày 10/7/2025 của Ủy ban nhân dân tỉnh", "Hội đồng nhân dân"),
            ("Thông tư số 05/2025/TT-BNV của Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Nội vụ"),
            ("Nghị quyết số 76/2025/UBTVQH15 của Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ];
        for (text, right) in certain {
            assert_eq!(other(text), Some((right.to_owned(), true)), "{text}");
        }
        let usual = "Thông tư số 05/2025/TT-BNV ngày 24 tháng 6 năm 2025 của Bộ Nội vụ";
        assert_eq!(other(usual), Some(("Bộ trưởng Bộ Nội vụ".to_owned(), false)));
        for right in [
            "Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ",
            "Thông tư số 02/2024/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo",
            "Quyết định số 5/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh",
            "Thông báo số 12/TB-VPCP của Văn phòng Chính phủ",
            "Thông tư số 02/2023/TT-BNNPTNT của Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn",
            "Công văn số 12/BTC-NSNN của Bộ Tài chính; Quyết định số 7/QĐ-SNV của Giám đốc Sở Nội vụ",
            "Luật số 31/2024/QH15 của Quốc hội; Nghị quyết liên tịch số 1/2020/NQLT-CP-TLĐ của Chính phủ",
        ] {
            assert_eq!(other(right), None, "{right}");
        }
    }

    #[test]
    fn departments_of_the_past_stand_where_the_past_is_spoken_of() {
        let shown = |text: &str| departments(text, &citations(text)).len();
        assert_eq!(shown("Giao Sở Kế hoạch và Đầu tư chủ trì; Sở Giao thông vận tải phối hợp."), 2);
        for right in [
            "Theo Tờ trình số 12/TTr-SKHĐT ngày 05 tháng 01 năm 2025 của Sở Kế hoạch và Đầu tư, giao các đơn vị.",
            "Sở Tài chính tiếp nhận nhiệm vụ của Sở Kế hoạch và Đầu tư.",
            "Năm 2024, Sở Giao thông vận tải đã hoàn thành 5 tuyến.",
            "Giao Sở Nông nghiệp và Môi trường, Sở Xây dựng.",
        ] {
            assert_eq!(shown(right), 0, "{right}");
        }
    }
}
