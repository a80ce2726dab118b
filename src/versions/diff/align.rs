//! What two texts have in common: for marking changed words, and for pairing the paragraphs of two versions.

use std::collections::BTreeMap;

use serde::Serialize;

/// A stretch of a text beside its other version. All runs together give both texts back, character by character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Run {
    /// In both.
    Same(String),
    /// Other words; `old` is empty for an insertion, `new` for a deletion.
    Replaced { old: String, new: String },
}

impl Run {
    /// What it is in the old text.
    pub(crate) fn in_old(&self) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Replaced { old, .. } => old,
        }
    }

    /// What it is in the new text.
    pub(crate) fn in_new(&self) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Replaced { new, .. } => new,
        }
    }
}

/// Above so many pairs to compare (two texts of 2000 words each), texts count as wholly different.
const LIMIT: usize = 4_000_000;

/// Pairs of indices of equal items, as many as can be had in order (a longest common subsequence).
pub(crate) fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (n, m) = (old_rest.len() - after, new_rest.len() - after);
    let equal = |i: usize, j: usize| u32::from(old_rest[i] == new_rest[j]);
    let inner = if n.saturating_mul(m) > LIMIT { Vec::new() } else { best_pairs(n, m, equal) };
    let head = (0..before).map(|i| (i, i));
    let middle = inner.into_iter().map(|(i, j)| (before + i, before + j));
    head.chain(middle).chain((0..after).map(|i| (before + n + i, before + m + i))).collect()
}

/// The pairs (i, j), rising in both, with the greatest sum of scores; a score of 0 means no pair.
pub(crate) fn best_pairs(n: usize, m: usize, score: impl Fn(usize, usize) -> u32) -> Vec<(usize, usize)> {
    // best[i * width + j]: the greatest sum for what remains from i and j on.
    let width = m + 1;
    let scores: Vec<u32> = (0..n * m).map(|at| score(at / m, at % m)).collect();
    let mut best = vec![0u32; (n + 1) * width];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let together = scores[i * m + j] + best[(i + 1) * width + j + 1];
            best[i * width + j] = together.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < n && j < m {
        let here = best[i * width + j];
        if scores[i * m + j] > 0 && here == scores[i * m + j] + best[(i + 1) * width + j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Marks the words that differ.
pub(crate) fn runs(old: &str, new: &str) -> Vec<Run> {
    let (a, b) = (tokens(old), tokens(new));
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in common(&a, &b).into_iter().chain([(a.len(), b.len())]) {
        push_replaced(&mut runs, &a[i..next_i].concat(), &b[j..next_j].concat());
        if let Some(token) = a.get(next_i) {
            push_same(&mut runs, token);
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    runs
}

fn push_same(runs: &mut Vec<Run>, token: &str) {
    match runs.last_mut() {
        Some(Run::Same(text)) => text.push_str(token),
        _ => runs.push(Run::Same(token.to_owned())),
    }
}

/// Adds a difference; two with nothing but a blank between them become one.
fn push_replaced(runs: &mut Vec<Run>, old: &str, new: &str) {
    if old.is_empty() && new.is_empty() {
        return;
    }
    if let [.., Run::Replaced { old: earlier_old, new: earlier_new }, Run::Same(blank)] = &mut runs[..]
        && blank.trim().is_empty()
    {
        earlier_old.push_str(&format!("{blank}{old}"));
        earlier_new.push_str(&format!("{blank}{new}"));
        runs.pop();
        return;
    }
    runs.push(Run::Replaced { old: old.to_owned(), new: new.to_owned() });
}

/// How much two texts have in common, in per cent of their words (Dice's coefficient), wherever they stand.
pub(crate) fn likeness(old: &str, new: &str) -> u32 {
    let words = |text: &str| text.split_whitespace().count();
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for word in old.split_whitespace() {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in new.split_whitespace() {
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    u32::try_from(200 * shared / (words(old) + words(new)).max(1)).unwrap_or_default()
}

/// Words, blanks and signs; a number keeps its points and commas (`13.502`, `18/01/2022`, `97%`).
fn tokens(text: &str) -> Vec<&str> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut starts: Vec<usize> = (0..chars.len()).filter(|&at| at == 0 || is_boundary(&chars, at)).collect();
    starts.push(chars.len());
    let offset = |at: usize| chars.get(at).map_or(text.len(), |(offset, _)| *offset);
    starts.windows(2).map(|pair| &text[offset(pair[0])..offset(pair[1])]).collect()
}

/// Whether a token begins at that character.
fn is_boundary(chars: &[(usize, char)], at: usize) -> bool {
    let is_word = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
    let (before, here) = (chars[at - 1].1, chars[at].1);
    if here.is_whitespace() || before.is_whitespace() {
        return here.is_whitespace() != before.is_whitespace();
    }
    let joins = |c: char| matches!(c, '.' | ',' | '/' | '-' | '–');
    let inside = (is_word(at - 1) && joins(here) && is_word(at + 1))
        || (at > 1 && is_word(at - 2) && joins(before) && is_word(at));
    let percent = before.is_ascii_digit() && here == '%';
    !(inside || percent || (is_word(at - 1) && is_word(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let runs = runs(old, new);
        let side = |pick: fn(&Run) -> &str| runs.iter().map(pick).collect::<String>();
        let (mut first, mut second) = (String::new(), String::new());
        for run in &runs {
            match run {
                Run::Same(text) => {
                    first.push_str(text);
                    second.push_str(text);
                }
                Run::Replaced { old, new } => {
                    first.push_str(old);
                    second.push_str(new);
                }
            }
        }
        assert_eq!((first.as_str(), second.as_str()), (old, new));
        side(|run| if let Run::Same(text) = run { text } else { "#" })
    }

    #[test]
    fn texts_are_cut_into_words_and_signs() {
        assert_eq!(tokens("hộ là 2.710; 97%."), ["hộ", " ", "là", " ", "2.710", ";", " ", "97%", "."]);
        assert_eq!(tokens("(18/01/2022, 2021-2025)"), ["(", "18/01/2022", ",", " ", "2021-2025", ")"]);
        assert_eq!(tokens(""), [""; 0]);
    }

    #[test]
    fn changed_words_are_marked_and_both_texts_come_back() {
        assert_eq!(marked("là 2.710 hộ; và", "là 2.714 hộ; và"), "là # hộ; và");
        assert_eq!(marked("a b c d", "a x y d"), "a # d");
        assert_eq!(marked("", "mới"), "#");
        assert_eq!(marked("bỏ từ này", "bỏ này"), "bỏ #này");
        assert_eq!(marked("như nhau", "như nhau"), "như nhau");
        assert_eq!(marked("đổi  đầu", "Đổi đầu cuối"), "#đầu#");
    }

    #[test]
    fn likeness_counts_shared_words() {
        assert_eq!(likeness("một hai ba", "một hai ba"), 100);
        assert_eq!(likeness("một hai", "ba bốn"), 0);
        assert_eq!(likeness("", ""), 0);
        assert_eq!(likeness("một một", "một hai"), 50);
    }
}
