//! What the text says of its appendices, and what they are called (PL I, phần I, mục III.1.a, b; S-80, S-81).

use std::collections::BTreeSet;
use std::ops::Range;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::product::prose::slips::passage::{File, Passage};
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::lettering::{as_roman, roman};
use crate::vi::words::{self, Word};

/// Types of documents that have appendices of their own.
const OTHERS: [&str; 17] = [
    "Nghị định",
    "Thông tư",
    "Quyết định",
    "Nghị quyết",
    "Luật",
    "Kế hoạch",
    "Công văn",
    "Chỉ thị",
    "Quy chế",
    "Quy định",
    "Hướng dẫn",
    "Chương trình",
    "Đề án",
    "Tờ trình",
    "Báo cáo",
    "Thông báo",
    "Phương án",
];

/// Words that stand between the number of an appendix and the document that it belongs to.
const BETWEEN: [&str; 8] = ["ban", "hành", "kèm", "theo", "của", "tại", "thuộc", "trong"];

/// The number of an appendix, as it is cited or as it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Number {
    None,
    Roman(u32),
    Arabic(u32),
}

/// Where the text speaks of appendices.
#[derive(Debug)]
pub(crate) struct Citation {
    pub(crate) at: Range<usize>,
    pub(crate) numbers: BTreeSet<Number>,
    /// Whether those of another document are meant.
    pub(crate) is_foreign: bool,
}

/// The findings about appendices.
pub(crate) fn judged(all: &[&Passage], labels: &[String], teller: &Teller<'_>) -> Vec<Finding> {
    let (printed, names): (Vec<&Passage>, Vec<&Passage>) =
        all.iter().partition(|passage| passage.typed_in != File::Definition || passage.level > 0);
    let known: Vec<Number> = labels.iter().map(|label| number_of(label)).collect();
    let unknown = unknown(&printed, &known);
    let own = labels.join(", ");
    let told = teller.tell(Code::AppendixUnknown, &unknown);
    let mut found: Vec<Finding> =
        told.into_iter().map(|found| found.with("known", &own).flag("has-known", !labels.is_empty())).collect();
    let mut named = Vec::new();
    for (label, right) in misnamed(labels) {
        let passage = names.iter().find(|passage| passage.text == label);
        named.extend(passage.map(|passage| Slip::new(passage, 0..label.len(), right)));
    }
    found.extend(teller.tell(Code::AppendixLabel, &named));
    // Whoever cites a wrong number has not forgotten the right one.
    if unknown.is_empty() && named.is_empty() {
        let left_out = uncited(&printed, labels, &known);
        let slips: Vec<Slip<'_>> = left_out
            .iter()
            .filter_map(|label| names.iter().find(|passage| passage.text == *label))
            .map(|passage| Slip::new(passage, 0..passage.text.len(), ""))
            .collect();
        found.extend(teller.tell(Code::AppendixUncited, &slips));
    }
    found
}

/// The number in the name of an appendix: `Phụ lục II`.
pub(crate) fn number_of(label: &str) -> Number {
    citations(label).first().and_then(|citation| citation.numbers.first().copied()).unwrap_or(Number::None)
}

/// Names of appendices that are not as the decree has them, with the right ones.
pub(crate) fn misnamed(labels: &[String]) -> Vec<(&str, String)> {
    let right = |index: usize| match labels.len() {
        1 => "Phụ lục".to_owned(),
        _ => format!("Phụ lục {}", as_roman(u32::try_from(index + 1).unwrap_or_default())),
    };
    let pairs = labels.iter().enumerate().map(|(index, label)| (label.as_str(), right(index)));
    pairs.filter(|(label, right)| label != right).collect()
}

/// Citations of appendices that the document does not have.
fn unknown<'a>(printed: &[&'a Passage], known: &[Number]) -> Vec<Slip<'a>> {
    let mut slips = Vec::new();
    for passage in printed {
        for citation in citations(&passage.text).into_iter().filter(|citation| !citation.is_foreign) {
            let is_known = match citation.numbers.first() {
                Some(Number::None) | None => !known.is_empty(),
                Some(_) => citation.numbers.iter().all(|number| known.contains(number)),
            };
            if !is_known {
                slips.push(Slip::new(passage, citation.at, ""));
            }
        }
    }
    slips
}

/// Names of appendices of which the text says nothing; none where it speaks of what is attached without a number.
fn uncited<'a>(printed: &[&Passage], labels: &'a [String], known: &[Number]) -> Vec<&'a str> {
    let mut cited = BTreeSet::new();
    for passage in printed {
        let citations = citations(&passage.text);
        let attached = [" kèm theo", " đính kèm", " gửi kèm", "Kèm theo "].iter();
        let attached: Vec<usize> =
            attached.flat_map(|words| passage.text.match_indices(words)).map(|(at, _)| at).collect();
        let is_vague = |at: usize| !citations.iter().any(|citation| citation.at.end == at && !citation.is_foreign);
        if attached.into_iter().any(is_vague)
            || citations.iter().any(|citation| citation.numbers.contains(&Number::None))
        {
            return Vec::new();
        }
        cited.extend(citations.into_iter().flat_map(|citation| citation.numbers));
    }
    labels.iter().zip(known).filter(|(_, number)| !cited.contains(number)).map(|(label, _)| label.as_str()).collect()
}

/// Every place of a text that speaks of certain appendices.
pub(crate) fn citations(text: &str) -> Vec<Citation> {
    // Nearly every text has none, and taking one apart is not free.
    if !["lục", "Lục", "LỤC"].iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let words = words::words(text);
    let mut found = Vec::new();
    for at in 1..words.len() {
        let is_name = words[at].text.to_lowercase() == "lục" && words[at].is_joined();
        if !is_name || words[at - 1].text.to_lowercase() != "phụ" {
            continue;
        }
        let (numbers, next) = numbers(&words, at + 1);
        let tail = &text[words[next - 1].end()..];
        let is_attached = tail.starts_with(" kèm theo") || tail.starts_with(" đính kèm");
        let is_label = words.len() == next && words.len() == at + 1 && at == 1;
        if numbers.is_empty() && !is_attached && !is_label {
            continue;
        }
        let is_foreign = belongs_to_other(&words, next) || (!is_attached && follows_other(&text[..words[at - 1].at]));
        let numbers = if numbers.is_empty() { BTreeSet::from([Number::None]) } else { numbers };
        found.push(Citation { at: words[at - 1].at..words[next - 1].end(), numbers, is_foreign });
    }
    found
}

/// `I, II và IV`, `I đến V`, `số 02`; and the word after them.
fn numbers(words: &[Word<'_>], mut at: usize) -> (BTreeSet<Number>, usize) {
    let mut found = BTreeSet::new();
    let is_number = |at: usize| words.get(at).filter(|word| word.is_joined()).and_then(|word| number(word.text));
    if words.get(at).is_some_and(|word| word.is_joined() && word.text == "số") && is_number(at + 1).is_some() {
        at += 1;
    }
    let Some(first) = is_number(at) else { return (found, at) };
    found.insert(first);
    let mut last = first;
    at += 1;
    while let Some(word) = words.get(at) {
        let (next, is_span, used) = match (word.text, word.gap) {
            ("và" | "hoặc", " ") => (is_number(at + 1), false, 2),
            ("đến", " ") => (is_number(at + 1), true, 2),
            (text, "-" | "–" | " - " | " – ") => (number(text), true, 1),
            (text, ", ") => (number(text), false, 1),
            _ => break,
        };
        match (last, next) {
            (Number::Roman(from), Some(Number::Roman(to))) => {
                found.extend((if is_span { from..=to } else { to..=to }).map(Number::Roman));
                last = Number::Roman(to);
            }
            // A number behind a comma may count something else.
            (Number::Arabic(_), Some(Number::Arabic(to))) if word.gap == " " => {
                found.insert(Number::Arabic(to));
                last = Number::Arabic(to);
            }
            _ => break,
        }
        at += used;
    }
    (found, at)
}

fn number(word: &str) -> Option<Number> {
    let is_short = word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
    let arabic = || word.parse().ok().filter(|number| is_short && *number > 0).map(Number::Arabic);
    roman(word).map(Number::Roman).or_else(arabic)
}

/// `… ban hành kèm theo Nghị định số 30/2020/NĐ-CP`, but not `kèm theo Kế hoạch này`.
fn belongs_to_other(words: &[Word<'_>], mut at: usize) -> bool {
    while words.get(at).is_some_and(|word| word.is_joined() && BETWEEN.contains(&word.text)) {
        at += 1;
    }
    let joined = |at: usize| words.get(at).filter(|word| word.is_joined()).map_or("", |word| word.text);
    let pair = format!("{} {}", joined(at), joined(at + 1));
    let length = match OTHERS.iter().find(|name| pair == **name || pair.split(' ').next() == Some(name)) {
        Some(name) => name.split(' ').count(),
        None => return false,
    };
    joined(at + length) != "này"
}

/// `Thông tư số 05/2025/TT-BNV (Phụ lục IV)`: the symbol of another document stands shortly before.
fn follows_other(before: &str) -> bool {
    let sentence = before.rsplit_once(". ").map_or(before, |(_, last)| last);
    let near: Vec<&str> = sentence.split_whitespace().rev().take(12).collect();
    near.iter().any(|word| {
        let symbol = word.trim_matches(|c: char| !c.is_alphanumeric());
        symbol.contains('/') && symbol.starts_with(|c: char| c.is_ascii_digit()) && symbol.contains(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(text: &str) -> Vec<(Vec<Number>, bool)> {
        citations(text).into_iter().map(|found| (found.numbers.into_iter().collect(), found.is_foreign)).collect()
    }

    #[test]
    fn citations_are_read_as_people_write_them() {
        use Number::{Arabic, None, Roman};
        let cases: [(&str, &[Number], bool); 17] = [
            ("(chi tiết tại Phụ lục I kèm theo)", &[Roman(1)], false),
            ("theo Phụ lục 9 kèm theo, Quyết định này./.", &[Arabic(9)], false),
            ("theo phụ lục số 02 đính kèm", &[Arabic(2)], false),
            ("các Phụ lục I, II và IV", &[Roman(1), Roman(2), Roman(4)], false),
            ("từ Phụ lục I đến III", &[Roman(1), Roman(2), Roman(3)], false),
            ("Phụ lục I-III", &[Roman(1), Roman(2), Roman(3)], false),
            ("PHỤ LỤC II", &[Roman(2)], false),
            ("tại Phụ lục kèm theo", &[None], false),
            ("Phụ lục 1, 2 xã", &[Arabic(1)], false),
            ("Phụ lục II kèm theo Kế hoạch này", &[Roman(2)], false),
            ("Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP", &[Roman(1)], true),
            ("Phụ lục III Nghị định 30", &[Roman(3)], true),
            ("Phụ lục V của Thông tư số 12", &[Roman(5)], true),
            ("Phụ lục I Luật Đầu tư", &[Roman(1)], true),
            ("theo Thông tư số 05/2025/TT-BNV (Phụ lục IV)", &[Roman(4)], true),
            ("Phụ lục 9 kèm theo và thực hiện Nghị định số 30", &[Arabic(9)], false),
            ("Thông tư số 05/2025/TT-BNV. Chi tiết tại Phụ lục IV", &[Roman(4)], false),
        ];
        for (text, numbers, is_foreign) in cases {
            assert_eq!(cited(text), [(numbers.to_vec(), is_foreign)], "{text}");
        }
        for other in ["lập phụ lục hợp đồng", "các phụ lục", "Phụ nữ; mục lục I"] {
            assert_eq!(cited(other), [], "{other}");
        }
    }

    fn found(texts: &[&str], labels: &[&str]) -> (Vec<String>, Vec<String>) {
        let passages: Vec<Passage> = texts.iter().map(|text| Passage::typed(text)).collect();
        let passages: Vec<&Passage> = passages.iter().collect();
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let known: Vec<Number> = labels.iter().map(|label| number_of(label)).collect();
        let unknown = unknown(&passages, &known).iter().map(|slip| slip.words().to_owned()).collect();
        (unknown, uncited(&passages, &labels, &known).into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn what_is_cited_is_there_and_what_is_there_is_cited() {
        let none: [String; 0] = [];
        assert_eq!(found(&["theo Phụ lục kèm theo"], &["Phụ lục"]), (none.to_vec(), none.to_vec()));
        assert_eq!(found(&["Phụ lục I kèm theo", "Phụ lục II"], &["Phụ lục I", "Phụ lục II"]).1, none);
        assert_eq!(found(&["Phụ lục I kèm theo"], &["Phụ lục I", "Phụ lục II"]).1, ["Phụ lục II"]);
        assert_eq!(found(&["theo Phụ lục 9 kèm theo"], &["Phụ lục"]).0, ["Phụ lục 9"]);
        assert_eq!(found(&["theo Phụ lục III"], &["Phụ lục I", "Phụ lục II"]).0, ["Phụ lục III"]);
        assert_eq!(found(&["theo Phụ lục kèm theo"], &[]).0, ["Phụ lục"]);
        assert_eq!(found(&["có biểu chi tiết kèm theo"], &["Phụ lục I", "Phụ lục II"]).1, none);
        assert_eq!(found(&["Phụ lục I Nghị định 30"], &[]).0, none);
        assert_eq!(found(&["Một câu."], &["Phụ lục"]).1, ["Phụ lục"]);
    }

    #[test]
    fn appendices_are_called_by_roman_numbers() {
        let wrong = |labels: &[&str]| {
            let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
            misnamed(&labels).into_iter().map(|(_, right)| right).collect::<Vec<_>>()
        };
        assert_eq!(wrong(&["Phụ lục"]), [""; 0]);
        assert_eq!(wrong(&["Phụ lục I", "Phụ lục II"]), [""; 0]);
        assert_eq!(wrong(&["Phụ lục I"]), ["Phụ lục"]);
        assert_eq!(wrong(&["Phụ lục I", "Phụ lục III", "Phụ lục 3."]), ["Phụ lục II", "Phụ lục III"]);
        assert_eq!(wrong(&["PHỤ LỤC"]), ["Phụ lục"]);
    }
}
