//! Numbers and letters of headings and items, in order (PL I, phần I, mục II.6.đ; S-90, S-91).
//!
//! What is judged is the text as it is printed: parts of a template may be chosen by conditions.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::product::prose::slips::lettered::{Kind, Label, labels};
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};

/// The findings about numbering.
pub(crate) fn judged(body: &[&Passage], own_main: bool, teller: &Teller<'_>) -> Vec<Finding> {
    let Found { broken, without_d } = found(body, own_main);
    let told = [(Code::NumberingBroken, broken), (Code::PointsWithoutD, without_d)];
    told.into_iter().filter_map(|(code, slips)| teller.tell(code, &slips)).collect()
}

/// Labels that do not follow those before them.
#[derive(Default)]
pub(crate) struct Found<'a> {
    pub(crate) broken: Vec<Slip<'a>>,
    /// `e)` right behind `d)`.
    pub(crate) without_d: Vec<Slip<'a>>,
}

/// The last label of a list that goes on.
struct Open {
    label: Label,
    is_heading: bool,
}

/// What has been read so far.
#[derive(Default)]
struct Reader<'a> {
    open: Vec<Open>,
    /// The last article: they are numbered through the whole document.
    article: Option<u32>,
    /// Whether a paragraph without a label stands behind the last label.
    parted: bool,
    /// Whether a text that is quoted has begun and not ended.
    quoted: bool,
    own_main: bool,
    found: Found<'a>,
}

/// Every label that does not follow.
pub(crate) fn found<'a>(body: &[&'a Passage], own_main: bool) -> Found<'a> {
    let mut reader = Reader { own_main, ..Reader::default() };
    for passage in body {
        reader.read(passage);
    }
    reader.found
}

impl<'a> Reader<'a> {
    fn read(&mut self, passage: &'a Passage) {
        let was_quoted = self.quoted;
        let (opened, closed) = (passage.text.matches('“').count(), passage.text.matches('”').count());
        self.quoted = usize::from(was_quoted) + opened > closed;
        if was_quoted {
            return;
        }
        let ways = labels(&passage.text, passage.level > 0);
        let Some(first) = ways.first().cloned() else {
            // A list may begin anew below it, unless it is only a point of the list.
            self.parted |= !passage.text.starts_with(['-', '+', '–', '•']);
            return;
        };
        if first.kind == Kind::Article {
            self.article(passage, first);
        } else if let Some(label) = ways.iter().find(|label| self.follows(label)).cloned() {
            self.take(passage, label);
        } else {
            let begins = ways.iter().find(|label| label.number == 1).cloned();
            let is_new = begins.as_ref().is_some_and(|label| self.place(label).is_none());
            let known = ways.iter().find(|label| !is_new && self.place(label).is_some()).cloned();
            self.other(passage, known, begins.unwrap_or(first));
        }
        self.parted = false;
    }

    /// Where the list of a label is open.
    fn place(&self, label: &Label) -> Option<usize> {
        self.open.iter().rposition(|open| open.label.kind == label.kind && open.label.prefix == label.prefix)
    }

    /// Whether it is the next one of an open list.
    fn follows(&self, label: &Label) -> bool {
        self.place(label).is_some_and(|at| self.open[at].label.number + 1 == label.number)
    }

    /// The label goes on with its list, and ends those below.
    fn take(&mut self, passage: &'a Passage, label: Label) {
        if label.has_other_digits() {
            let right = label.as_number(label.number);
            self.found.broken.push(Slip::new(passage, 0..label.text.len(), right));
        }
        let at = self.place(&label).unwrap_or(self.open.len());
        self.open.truncate(at);
        self.open.push(Open { label, is_heading: passage.level > 0 });
    }

    /// A label that follows nothing: it begins a list, or something is missing or said twice.
    fn other(&mut self, passage: &'a Passage, known: Option<Label>, label: Label) {
        let Some(known) = known else { return self.begin(passage, label) };
        let Some(at) = self.place(&known) else { return };
        let (last, is_heading) = (self.open[at].label.number, passage.level > 0);
        let is_below = at + 1 < self.open.len();
        let restarts = known.number == 1 && !(is_heading && self.open[at].is_heading) && (is_below || self.parted);
        if restarts {
            self.open.push(Open { label: known, is_heading });
            return;
        }
        let expected = known.as_number(last + 1);
        let slip = Slip::new(passage, 0..known.text.len(), expected);
        // Points are lettered with đ behind d; many do without.
        match (known.kind, last, known.number) {
            (Kind::Point, 4, 6) => self.found.without_d.push(slip),
            _ => self.found.broken.push(slip),
        }
        self.open.truncate(at);
        self.open.push(Open { label: known, is_heading });
    }

    /// The first label of a list.
    fn begin(&mut self, passage: &'a Passage, label: Label) {
        // What stands above the prose is printed by the document's own main file.
        let is_unseen = self.own_main && self.open.is_empty();
        if label.kind == Kind::Dotted {
            let parent = label.prefix.last().copied().unwrap_or_default();
            let numbers: Vec<u32> = self.open.iter().map(|open| open.label.number).collect();
            // Those of another parent are over.
            let deeper = self
                .open
                .iter()
                .position(|open| open.label.kind == Kind::Dotted && open.label.prefix.len() >= label.prefix.len());
            self.open.truncate(deeper.unwrap_or(self.open.len()));
            let is_stray = !numbers.is_empty() && !numbers.contains(&parent);
            if label.number != 1 || is_stray {
                let right = if is_stray { String::new() } else { label.as_number(1) };
                self.found.broken.push(Slip::new(passage, 0..label.text.len(), right));
            }
        } else if label.number != 1 && !is_unseen {
            self.found.broken.push(Slip::new(passage, 0..label.text.len(), label.as_number(1)));
        }
        self.open.push(Open { label, is_heading: passage.level > 0 });
    }

    fn article(&mut self, passage: &'a Passage, label: Label) {
        let expected = self.article.map_or(1, |last| last + 1);
        let restarts = label.number == 1 && self.parted;
        if (label.number != expected && !restarts && !(self.own_main && self.article.is_none()))
            || label.has_other_digits()
        {
            self.found.broken.push(Slip::new(passage, 0..label.text.len(), label.as_number(expected)));
        }
        self.article = Some(label.number);
        let kept = self.open.iter().take_while(|open| open.label.kind < Kind::Article).count();
        self.open.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(texts: &[&str]) -> (Vec<String>, Vec<String>) {
        let passages: Vec<Passage> = texts.iter().map(|text| Passage::typed(text)).collect();
        let passages: Vec<&Passage> = passages.iter().collect();
        let found = found(&passages, false);
        let shown = |slips: &[Slip<'_>]| slips.iter().map(|slip| format!("{}<{}", slip.words(), slip.right)).collect();
        (shown(&found.broken), shown(&found.without_d))
    }

    #[test]
    fn gaps_and_repeats_are_told_with_what_should_follow() {
        let cases: [(&[&str], &str); 11] = [
            (&["= I. A", "== 1. Một", "Nội dung.", "== 3. Ba"], "3.<2."),
            (&["= I. A", "== 1. Một", "Nội dung.", "== 1. Hai"], "1.<2."),
            (&["= I. A", "= III. B"], "III.<II."),
            (&["= II. A", "= III. B"], "II.<I."),
            (&["= I. A", "1. Một", "2. Hai", "4. Bốn"], "4.<3."),
            (&["== 1. A", "=== 1.1. Một", "=== 1.3. Ba"], "1.3.<1.2."),
            (&["== 1. A", "== 2. B", "=== 3.1. Một"], "3.1.<"),
            (&["== 1. A", "a) Một", "c) Ba"], "c)<b)"),
            (&["== 1. A", "e) Một", "f) Ba"], "e)<a) f)<g)"),
            (&["*", "Điều 1. A", "Điều 3. B"], "Điều 3<Điều 2"),
            (&["Chương I", "Chương 2"], "Chương 2<Chương II"),
        ];
        for (texts, expected) in cases {
            assert_eq!(slips(texts).0.join(" "), expected, "{texts:?}");
        }
        assert_eq!(slips(&["a) A", "b) B", "c) C", "d) D", "e) E", "g) G"]), (vec![], vec!["e)<đ)".to_owned()]));
    }

    #[test]
    fn numbering_that_goes_on_is_left_alone() {
        let texts: [&[&str]; 7] = [
            &[
                "= I. A", "== 1. B", "a) C", "- D", "b) E", "== 2. F", "a) G", "đoạn", "b) H", "= II. I", "1. J",
                "- K", "2. L",
            ],
            &["== 6. A", "7. B: c", "== 8. C"][..0].as_ref(),
            &["= I. A", "= II. B", "== 1. C", "=== 1.1. D", "a) E", "=== 1.2. F", "== 2. G", "=== 2.1. H", "= III. I"],
            &[
                "Chương I",
                "Điều 1. A",
                "1. B",
                "a) C",
                "b) D",
                "2. E",
                "Điều 2. F",
                "1. G",
                "2. H",
                "Chương II",
                "Điều 3. I",
            ],
            &["Một:", "1. A", "2. B", "Hai:", "1. C", "2. D"],
            &["Điều 1. Sửa đổi Điều 5 như sau:", "“Điều 5. Phạm vi", "3. Khoản ba”", "Điều 2. Hiệu lực"],
            &["A. X", "I. Y", "II. Z", "B. W", "I. V", "C. U", "D. T"],
        ];
        for texts in texts {
            assert_eq!(slips(texts), (vec![], vec![]), "{texts:?}");
        }
        let letters: Vec<String> = crate::vi::lettering::POINTS.iter().map(|letter| format!("{letter}) x")).collect();
        assert_eq!(slips(&letters.iter().map(String::as_str).collect::<Vec<_>>()), (vec![], vec![]));
    }
}
