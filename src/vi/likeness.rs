//! Names that were altered on the way: which of those that are there stands in the place of which that is not.
//!
//! People add a year or a word, leave words out, write without tone marks or in abbreviations, and mistype. Two names are
//! compared word by word, in order; how many of their letters lie in words that answer each other tells how alike they are.

use unicode_normalization::UnicodeNormalization;

use crate::vi::matching::fold;

/// From here on two names are the same one, altered.
const CLEAR: f64 = 0.65;
/// From here on they may be.
const POSSIBLE: f64 = 0.35;
/// By how much the likest must be liker than the next.
const APART: f64 = 0.1;
/// A name of so many letters that stands whole in another is found there, however long that is.
const TELLING: usize = 6;

/// What stands in the place of a name that is missing; numbers are indices of the names that are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// One name is clearly it, and is no other's.
    One(usize),
    /// These may be.
    Several(Vec<usize>),
    Nothing,
}

impl Likeness {
    /// As the messages choose by it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::One(_) => "one",
            Self::Several(_) => "several",
            Self::Nothing => "nothing",
        }
    }
}

/// For each missing name what stands in its place among the spare ones, each of which stands for one at most.
pub(crate) fn assign(missing: &[&str], spare: &[&str]) -> Vec<Likeness> {
    let (missing, spare): (Vec<Name>, Vec<Name>) =
        (missing.iter().map(|name| Name::new(name)).collect(), spare.iter().map(|name| Name::new(name)).collect());
    let scores: Vec<Vec<f64>> =
        missing.iter().map(|wanted| spare.iter().map(|name| wanted.likeness(name)).collect()).collect();
    // A spare name belongs to what it is likest; where it is as like another, to neither.
    let owner = |at: usize| {
        let column = || scores.iter().map(|row| row[at]).enumerate();
        let (first, score) = column().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let is_only = column().all(|(other, rival)| other == first || rival < score - APART / 3.0);
        (is_only && score >= POSSIBLE).then_some(first)
    };
    let owners: Vec<Option<usize>> = (0..spare.len()).map(owner).collect();
    let find = |wanted: usize| {
        let of = |least: f64| -> Vec<usize> {
            let is_own = |at: &usize| owners[*at].is_none_or(|owner| owner == wanted);
            (0..spare.len()).filter(|at| scores[wanted][*at] >= least).filter(is_own).collect()
        };
        let clear: Vec<usize> = of(CLEAR)
            .into_iter()
            .filter(|at| owners[*at] == Some(wanted) && !missing[wanted].is_of_another_year(&spare[*at]))
            .collect();
        let mut sorted = clear.clone();
        sorted.sort_by(|a, b| scores[wanted][*b].total_cmp(&scores[wanted][*a]));
        match sorted[..] {
            [one] => Likeness::One(one),
            [one, next, ..] if scores[wanted][one] - scores[wanted][next] >= APART => Likeness::One(one),
            [_, ..] => Likeness::Several(clear),
            [] => match of(POSSIBLE) {
                possible if possible.is_empty() => Likeness::Nothing,
                possible => Likeness::Several(possible),
            },
        }
    };
    (0..missing.len()).map(find).collect()
}

/// The names that are meant.
pub(crate) fn named<'a>(likeness: Option<&Likeness>, spare: &[&'a str]) -> Vec<&'a str> {
    let at = match likeness {
        Some(Likeness::One(at)) => std::slice::from_ref(at),
        Some(Likeness::Several(at)) => at,
        Some(Likeness::Nothing) | None => &[],
    };
    at.iter().filter_map(|at| spare.get(*at).copied()).collect()
}

/// The name among `spare` that is clearly the missing one.
pub(crate) fn clear<'a>(missing: &str, spare: &[&'a str]) -> Option<&'a str> {
    match assign(&[missing], spare).first() {
        Some(Likeness::One(at)) => spare.get(*at).copied(),
        _ => None,
    }
}

/// A name, ready to be compared: its words without marks, and its numbers.
struct Name {
    words: Vec<String>,
    numbers: Vec<String>,
}

impl Name {
    fn new(name: &str) -> Self {
        let mut spaced = String::new();
        let mut before = ' ';
        for c in name.nfc() {
            // `HộNghèo` and `Biểu1` are two words each.
            let is_edge = (before.is_lowercase() && c.is_uppercase()) || before.is_numeric() != c.is_numeric();
            if is_edge {
                spaced.push(' ');
            }
            spaced.push(if c.is_alphanumeric() { c } else { ' ' });
            before = c;
        }
        let (numbers, words) =
            fold(&spaced).split(' ').filter(|word| !word.is_empty()).map(plain).partition(|word| is_number(word));
        Self { words, numbers }
    }

    /// Another number is another thing: the plan of 2023 is not that of 2025. A number that was added or left out is none.
    fn is_of_another_year(&self, other: &Self) -> bool {
        !self.numbers.is_empty() && !other.numbers.is_empty() && self.numbers != other.numbers
    }

    /// From 0 for nothing in common to 1 for the same words.
    fn likeness(&self, other: &Self) -> f64 {
        let (ours, theirs) = (letters(&self.words), letters(&other.words));
        if ours == 0 || theirs == 0 {
            return 0.0;
        }
        let numbers = if self.numbers == other.numbers { 1.0 } else { 0.97 };
        if self.words.concat() == other.words.concat() {
            return numbers;
        }
        let answered = answered(&self.words, &other.words);
        let common = answered / (ours + theirs) as f64;
        let is_whole = |inner: &[String], outer: &[String]| {
            inner.len() > 1 && letters(inner) >= TELLING && outer.windows(inner.len()).any(|part| part == inner)
        };
        let whole = is_whole(&self.words, &other.words) || is_whole(&other.words, &self.words);
        if whole { (numbers * common).max(CLEAR) } else { numbers * common }
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// A word without its marks: `đồng` → `dong`.
fn plain(word: &str) -> String {
    word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

fn letters(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// How many letters of both names lie in words that answer each other in order, each as far as it does.
fn answered(ours: &[String], theirs: &[String]) -> f64 {
    let width = theirs.len() + 1;
    let mut best = vec![0.0_f64; (ours.len() + 1) * width];
    for i in 0..=ours.len() {
        for j in 0..=theirs.len() {
            let mut most = 0.0_f64;
            if i > 0 {
                most = most.max(best[(i - 1) * width + j]);
            }
            if j > 0 {
                most = most.max(best[i * width + j - 1]);
            }
            for (a, b, worth) in steps(&ours[..i], &theirs[..j]) {
                most = most.max(best[(i - a) * width + j - b] + worth);
            }
            best[i * width + j] = most;
        }
    }
    best[ours.len() * width + theirs.len()]
}

/// How the last words of two names may answer each other: so many of each, and the letters that this is worth.
fn steps(ours: &[String], theirs: &[String]) -> Vec<(usize, usize, f64)> {
    let (Some(one), Some(other)) = (ours.last(), theirs.last()) else { return Vec::new() };
    let worth = |a: usize, b: usize, part: f64| {
        (a, b, part * (letters(&ours[ours.len() - a..]) + letters(&theirs[theirs.len() - b..])) as f64)
    };
    let mut steps = Vec::new();
    if one == other {
        steps.push(worth(1, 1, 1.0));
    } else if is_slip(one, other) {
        steps.push(worth(1, 1, 0.85));
    } else if one.starts_with(other.as_str()) || other.starts_with(one.as_str()) {
        steps.push(worth(1, 1, 0.8));
    }
    steps.extend(spelt(other, ours).map(|count| worth(count, 1, 0.85)));
    steps.extend(spelt(one, theirs).map(|count| worth(1, count, 0.85)));
    steps
}

/// How many words at the end of a name one word abbreviates.
fn spelt(short: &str, long: &[String]) -> Option<usize> {
    let count = short.chars().count();
    let is_within = (2..=long.len()).contains(&count);
    (is_within && is_initials(short, &long[long.len() - count..])).then_some(count)
}

/// `kp` for `kinh phí`; people write `TW` for `trung ương`.
fn is_initials(short: &str, words: &[String]) -> bool {
    let fits = |(letter, word): (char, &String)| word.starts_with(letter) || (letter == 'w' && word.starts_with('u'));
    short.chars().zip(words).all(fits)
}

/// Words of four letters or more of which one is mistyped. Shorter ones are other words at once.
fn is_slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if long.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    if short.len() < long.len() {
        return short[same..] == long[same + 1..];
    }
    let rest = short[same.min(short.len())..].iter().zip(&long[same.min(long.len())..]).collect::<Vec<_>>();
    match rest[..] {
        // Two letters in the wrong order.
        [(a, b), (c, d), ref more @ ..] if a == d && b == c => more.iter().all(|(x, y)| x == y),
        [_, ref more @ ..] => more.iter().all(|(x, y)| x == y),
        [] => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn altered_names_are_recognised() {
        let pairs = [
            ("Hộ nghèo", "Hộ nghèo 2024"),
            ("Hộ nghèo", "Ho ngheo"),
            ("Hộ nghèo", "HộNghèo"),
            ("Hộ nghèo", "1. Hộ  nghèo"),
            ("Hộ nghèo", "Hộ_nghèo (2)"),
            ("Hộ nghèo", "Bản sao của Hộ nghèo"),
            ("Hộ nghèo", "Danh sách hộ nghèo năm 2024 (chính thức)"),
            ("Hộ nghèo", "Hộ nghéo"),
            ("Hộ nghèo", "Hộ ngèo"),
            ("Số hộ nghèo", "Số hộ nghèo giảm"),
            ("Kinh phí", "KP"),
            ("Kinh phí", "Kinh phi nam 2025"),
            ("Kinh phí", "K.phí"),
            ("NSTW vốn sự nghiệp", "Ngân sách trung ương vốn sự nghiệp"),
            ("NSTW vốn sự nghiệp", "NSTW vốn SN"),
            ("Chỉ tiêu", "Các chỉ tiêu chủ yếu"),
            ("Tỷ lệ hộ cận nghèo (%)", "Tỉ lệ cận nghèo"),
            ("Năm kế hoạch", "Nam ke hoach"),
            ("Cơ quan ban hành", "CQ ban hành"),
            ("Địa phương", "Đia phưong"),
            ("Số liệu khác", "Số liêu khac"),
        ];
        for (wanted, found) in pairs {
            assert_eq!(clear(wanted, &[found, "Phụ trách"]), Some(found), "{wanted} {found}");
            assert_eq!(clear(found, &[wanted, "Phụ trách"]), Some(wanted), "{found}");
        }
    }

    #[test]
    fn other_names_are_not() {
        let pairs = [
            ("Kinh phí", "Kinh tế"),
            ("Kinh phí", "Nơi nhận"),
            ("Hộ nghèo", "Sheet1"),
            ("Hộ nghèo", "Hộ khá"),
            ("Kế hoạch năm 2025", "Kế hoạch năm 2023"),
            ("Số", "Số hộ nghèo"),
            ("Số", "Ghi chú"),
            ("Địa danh", "Địa phương"),
            ("Ngày ban hành", "Ghi chú"),
            ("NS tỉnh", "NS huyện"),
            ("Tổng số", "Ghi chú"),
            ("2.1", "2.2"),
            ("", "Hộ"),
        ];
        for (wanted, found) in pairs {
            assert_eq!(clear(wanted, &[found]), None, "{wanted}");
        }
    }

    /// What is as like one as the other is neither, and each name stands for one.
    #[test]
    fn each_name_has_one_place() {
        let of = |missing: &[&str], spare: &[&str]| assign(missing, spare);
        assert_eq!(of(&["Hộ nghèo"], &["Hộ nghèo 2023", "Hộ nghèo 2024"]), [Likeness::Several(vec![0, 1])]);
        let poor = ["Số hộ nghèo", "Số hộ cận nghèo"];
        assert_eq!(of(&poor, &["Số hộ cận nghèo 2024"]), [Likeness::Nothing, Likeness::One(0)]);
        assert_eq!(of(&poor, &["So ho can ngheo", "So ho ngheo"]), [Likeness::One(1), Likeness::One(0)]);
        assert_eq!(of(&["Kế hoạch năm 2025"], &["Kế hoạch năm 2024"]), [Likeness::Several(vec![0])]);
    }
}
