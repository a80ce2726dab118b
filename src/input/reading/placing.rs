//! Which row stands below which, row by row, as a table says it: by points, by numbers that begin again, by a column
//! of levels or of upper rows, or by rows that are titles of those that follow.

use std::collections::{HashMap, HashSet};

use crate::input::definition::outline::{Levels, LevelsBy, Numbering};
use crate::input::reading::numbered::{following, is_first, is_next, is_numbered, plain};
use crate::vi::matching;

/// Deeper tables are none.
const DEEPEST: usize = 9;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) key: String,
    pub(crate) level: usize,
    pub(crate) parent: Option<String>,
}

/// Why it is not known where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Its code has no point for each level.
    Point,
    /// By its code it stands below a row that is not there.
    Orphan,
    /// Its number is of none of the declared levels.
    Style,
    /// Its number is of several.
    TwoLevels,
    /// Its number does not follow those above it.
    Order,
    /// It has none.
    Blank,
    /// Another row has the same.
    Twice,
    /// The row that it names as the upper one may be one of several.
    Ambiguous,
    /// It skips a level.
    Jump,
    /// Its level is no number.
    Level,
    /// The row that it names as the upper one is not there.
    Parent,
}

impl Why {
    /// The word by which messages choose their wording.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Orphan => "orphan",
            Self::Style => "style",
            Self::TwoLevels => "two-levels",
            Self::Order => "order",
            Self::Blank => "blank",
            Self::Twice => "twice",
            Self::Ambiguous => "ambiguous",
            Self::Jump => "jump",
            Self::Level => "level",
            Self::Parent => "parent",
        }
    }
}

/// Why it is not known where a row stands, and the rows or levels that the message names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unplaced {
    pub(crate) why: Why,
    pub(crate) others: String,
}

/// A row below which the next ones may stand.
struct Open {
    level: usize,
    key: String,
    number: String,
    /// The numbers from the first level down to it.
    path: String,
}

/// What one row says of itself.
pub(crate) struct Said<'a> {
    /// The text of the column that tells the levels.
    pub(crate) number: &'a str,
    /// The text of the column that names the rows.
    pub(crate) name: &'a str,
    /// Whether it has words and no figures.
    pub(crate) is_title: bool,
}

/// The rows so far, as far as later ones may stand below them.
pub(crate) struct Placing<'a> {
    levels: &'a Levels,
    /// Whether the column that tells the levels names the rows as well.
    is_key: bool,
    open: Vec<Open>,
    /// The last number of each level, wherever it stood.
    last: HashMap<usize, String>,
    /// Names, keys and paths of the rows → key and level.
    known: HashMap<String, (String, usize)>,
    /// Names that several rows have.
    ambiguous: HashSet<String>,
    bullets: usize,
}

impl<'a> Placing<'a> {
    pub(crate) fn new(levels: &'a Levels, is_key: bool) -> Self {
        Self {
            levels,
            is_key,
            open: Vec::new(),
            last: HashMap::new(),
            known: HashMap::new(),
            ambiguous: HashSet::new(),
            bullets: 0,
        }
    }

    /// Places the next row.
    ///
    /// # Errors
    /// Why its place is not known; it then stands on the first level.
    pub(crate) fn place(&mut self, said: &Said<'_>) -> Result<Placed, Unplaced> {
        let number = plain(said.number).to_owned();
        let (level, above) = match self.levels.by {
            LevelsBy::Points => self.by_points(&number)?,
            LevelsBy::Numbering => self.by_numbering(&number)?,
            LevelsBy::Level => self.by_level(&number)?,
            LevelsBy::Parent => return self.by_parent(said),
            LevelsBy::Groups => {
                let has_group = self.open.iter().any(|open| open.level == 1);
                let level = if said.is_title || !has_group { 1 } else { 2 };
                (level, None)
            }
        };
        self.open.retain(|open| open.level < level);
        let parent = match above {
            Some(path) => self.known.get(&path).map(|(key, _)| key.clone()),
            None => self.open.last().map(|open| open.key.clone()),
        };
        let path = self.path(&number, level);
        let key = if self.is_key { path.clone() } else { self.named(said.name, parent.as_deref()) };
        // Rows without a title above them are no title of others.
        if self.levels.by != LevelsBy::Groups || said.is_title {
            self.open.push(Open { level, key: key.clone(), number: number.clone(), path: path.clone() });
        }
        self.last.insert(level, number);
        self.known.insert(path, (key.clone(), level));
        Ok(Placed { key, level, parent })
    }

    /// The key of a row by its name.
    fn named(&self, name: &str, parent: Option<&str>) -> String {
        match parent.filter(|_| self.levels.names_repeat) {
            Some(parent) => format!("{parent}/{name}"),
            None => name.to_owned(),
        }
    }

    /// All numbers down to a row: `I.2.1`; those that have points already go on where they end.
    fn path(&mut self, number: &str, level: usize) -> String {
        let style = (self.levels.by == LevelsBy::Numbering).then(|| self.levels.levels.get(level - 1)).flatten();
        let own = match style {
            None => return number.to_owned(),
            Some(Numbering::Bullet) => {
                self.bullets += 1;
                format!("{number}{}", self.bullets)
            }
            Some(Numbering::TwoParts | Numbering::ThreeParts) => {
                number.rsplit_once('.').map_or(number, |(_, last)| last).to_owned()
            }
            Some(_) => number.to_owned(),
        };
        self.open.last().map(|open| format!("{}.{own}", open.path)).unwrap_or(own)
    }

    fn by_points(&self, number: &str) -> Result<(usize, Option<String>), Unplaced> {
        let parts: Vec<&str> = number.split('.').collect();
        if number.is_empty() || parts.iter().any(|part| part.trim().is_empty()) || parts.len() > DEEPEST {
            return Err(Unplaced { why: Why::Point, others: String::new() });
        }
        let above = number.rsplit_once('.').map(|(above, _)| above.to_owned());
        match above {
            Some(above) if !self.known.contains_key(&above) => Err(Unplaced { why: Why::Orphan, others: above }),
            _ if self.known.contains_key(number) => Err(Unplaced { why: Why::Twice, others: String::new() }),
            above => Ok((parts.len(), above)),
        }
    }

    fn by_numbering(&self, number: &str) -> Result<(usize, Option<String>), Unplaced> {
        if number.is_empty() {
            return Err(Unplaced { why: Why::Blank, others: String::new() });
        }
        let styles = &self.levels.levels;
        let fits: Vec<usize> = (0..styles.len()).filter(|&at| is_numbered(styles[at], number)).collect();
        if fits.is_empty() {
            let declared: Vec<&str> = styles.iter().map(|style| style.example()).collect();
            return Err(Unplaced { why: Why::Style, others: declared.join(", ") });
        }
        let goes_on: Vec<usize> = fits.iter().copied().filter(|&at| self.goes_on(at, number)).collect();
        match goes_on[..] {
            [at] if self.hangs(at, number) => Ok((at + 1, None)),
            [_] => {
                let above = number.rsplit_once('.').map_or("", |(above, _)| above);
                Err(Unplaced { why: Why::Orphan, others: above.to_owned() })
            }
            [] => Err(Unplaced { why: Why::Order, others: self.expected().join(", ") }),
            _ => {
                let names: Vec<&str> = goes_on.iter().map(|&at| styles[at].example()).collect();
                Err(Unplaced { why: Why::TwoLevels, others: names.join(", ") })
            }
        }
    }

    /// Whether a number follows what stands above it, on that level: it is the first below its upper row, or comes after
    /// the last one there. No level is left out, but above those that have no numbers.
    fn goes_on(&self, at: usize, number: &str) -> bool {
        let style = self.levels.levels[at];
        let deepest = self.open.last().map_or(0, |open| open.level);
        let open = self.open.iter().find(|open| open.level == at + 1);
        let follows = |last: &str| is_next(style, last, number);
        match open {
            Some(open) => follows(&open.number),
            None if at > deepest && (deepest == 0 || style != Numbering::Bullet) => false,
            // Below each upper row the numbers begin again, or go on through the whole table.
            None => is_first(style, number) || self.last.get(&(at + 1)).is_some_and(|last| follows(last)),
        }
    }

    /// The numbers that may stand in the next row.
    fn expected(&self) -> Vec<String> {
        let styles = self.levels.levels.iter().enumerate();
        let numbers = styles.filter_map(|(at, style)| {
            let open = self.open.iter().find(|open| open.level == at + 1);
            let candidates =
                open.map_or_else(|| vec![style.example().to_owned()], |open| following(*style, &open.number));
            candidates.into_iter().find(|number| self.goes_on(at, number) && self.hangs(at, number))
        });
        numbers.collect()
    }

    /// Whether a number with points begins as the row says that it stands below.
    fn hangs(&self, at: usize, number: &str) -> bool {
        let above = match self.levels.levels[at] {
            Numbering::TwoParts | Numbering::ThreeParts => number.rsplit_once('.').map(|(above, _)| above),
            _ => None,
        };
        let upper = self.open.iter().rev().find(|open| open.level <= at);
        above.is_none_or(|above| upper.is_some_and(|open| open.number == above))
    }

    fn by_level(&self, number: &str) -> Result<(usize, Option<String>), Unplaced> {
        let deepest = self.open.last().map_or(0, |open| open.level);
        match number.parse::<usize>() {
            Ok(level) if (1..=DEEPEST).contains(&level) && level <= deepest + 1 => Ok((level, None)),
            Ok(level) if (1..=DEEPEST).contains(&level) => {
                Err(Unplaced { why: Why::Jump, others: (deepest + 1).to_string() })
            }
            _ => Err(Unplaced { why: Why::Level, others: DEEPEST.to_string() }),
        }
    }

    fn by_parent(&mut self, said: &Said<'_>) -> Result<Placed, Unplaced> {
        let above = said.number.trim();
        let wanted = matching::key(above);
        if self.ambiguous.contains(&wanted) {
            return Err(Unplaced { why: Why::Ambiguous, others: above.to_owned() });
        }
        let parent = match above.is_empty() {
            true => None,
            false => Some(
                self.known
                    .get(&wanted)
                    .cloned()
                    .ok_or_else(|| Unplaced { why: Why::Parent, others: above.to_owned() })?,
            ),
        };
        let level = parent.as_ref().map_or(1, |(_, level)| level + 1);
        let key = self.named(said.name, parent.as_ref().map(|(key, _)| key.as_str()));
        for name in [matching::key(said.name), matching::key(&key)] {
            let before = self.known.insert(name.clone(), (key.clone(), level));
            if before.is_some_and(|(before, _)| before != key) {
                self.ambiguous.insert(name);
            }
        }
        Ok(Placed { key, level, parent: parent.map(|(key, _)| key) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(by: LevelsBy, levels: &[Numbering]) -> Levels {
        Levels { by, column: None, levels: levels.to_vec(), names_repeat: false }
    }

    /// Level and key of each row, or why it has none.
    fn placed(levels: &Levels, is_key: bool, rows: &[&str]) -> Vec<String> {
        let mut placing = Placing::new(levels, is_key);
        let mut row = |text: &&str| {
            let (number, name) = text.split_once('|').unwrap_or((text, text));
            let is_title = name.ends_with(':');
            match placing.place(&Said { number, name, is_title }) {
                Ok(placed) => format!("{} {} < {}", placed.level, placed.key, placed.parent.unwrap_or_default()),
                Err(unplaced) => format!("{} {}", unplaced.why.word(), unplaced.others),
            }
        };
        rows.iter().map(&mut row).collect()
    }

    #[test]
    fn numbers_that_begin_again_tell_the_levels() {
        use Numbering::{Bullet, Capital, Digits, Roman, Small, TwoParts};
        let two = levels(LevelsBy::Numbering, &[Roman, Digits]);
        let found = placed(&two, true, &["I", "1", "2", "II.", "1)", "III", "2"]);
        assert_eq!(found, ["1 I < ", "2 I.1 < I", "2 I.2 < I", "1 II < ", "2 II.1 < II", "1 III < ", "2 III.2 < III"]);
        // What does not follow is told with what would.
        for (rows, at, told) in [
            (&["I", "1", "2", "1"][..], 3, "order II, 3"),
            (&["I", "1", "2", "2"], 3, "order II, 3"),
            (&["I", "1", "3"], 2, "order II, 2"),
            (&["I", "1", "I"], 2, "order II, 2"),
            (&["I", "III"], 1, "order II, 1"),
            (&["1", "2"], 0, "order I"),
            (&["I", ""], 1, "blank "),
            (&["I", "i"], 1, "style I, 1"),
        ] {
            assert_eq!(placed(&two, true, rows)[at], told, "{rows:?}");
        }
        let three = levels(LevelsBy::Numbering, &[Roman, Digits, Small]);
        assert_eq!(placed(&three, true, &["I", "a"])[1], "order II, 1");
        assert_eq!(placed(&three, true, &["I", "1", "i"])[2], "order II, 2, a");
        assert_eq!(placed(&two, true, &["I", "2.1"])[1], "style I, 1");
        let four = levels(LevelsBy::Numbering, &[Capital, Roman, Digits, Small]);
        let found = placed(&four, true, &["A", "I", "1", "a", "b", "II", "B", "I", "C", "D", "Đ", "E"]);
        let keys: Vec<&str> = found.iter().filter_map(|row| row.split(' ').nth(1)).collect();
        assert_eq!(keys, ["A", "A.I", "A.I.1", "A.I.1.a", "A.I.1.b", "A.II", "B", "B.I", "C", "D", "Đ", "E"]);
        let found = placed(&four, true, &["A", "B", "C", "D", "E", "F", "G", "H", "I"]);
        assert_eq!(found[8], "two-levels A, I");
        let pointed = levels(LevelsBy::Numbering, &[Roman, Digits, TwoParts, Bullet]);
        let found = placed(&pointed, true, &["I", "1", "1.1", "-", "-", "1.2", "2", "2.1", "3.1"]);
        let expected = [
            "1 I < ",
            "2 I.1 < I",
            "3 I.1.1 < I.1",
            "4 I.1.1.-1 < I.1.1",
            "4 I.1.1.-2 < I.1.1",
            "3 I.1.2 < I.1",
            "2 I.2 < I",
            "3 I.2.1 < I.2",
            "order II, 3, 2.2, -",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn levels_are_told_by_points_columns_and_titles() {
        let points = levels(LevelsBy::Points, &[]);
        assert_eq!(
            placed(&points, false, &["1|Một", "1.1|Hai", "3.1|Ba", "2.|Bốn", ".|Năm"]),
            ["1 Một < ", "2 Hai < Một", "orphan 3", "1 Bốn < ", "point "]
        );
        let column = levels(LevelsBy::Level, &[]);
        assert_eq!(
            placed(&column, false, &["1|A", "2|B", "3|C", "2|D", "4|E", "x|F"]),
            ["1 A < ", "2 B < A", "3 C < B", "2 D < A", "jump 3", "level 9"]
        );
        let parent = levels(LevelsBy::Parent, &[]);
        assert_eq!(
            placed(&parent, false, &["|Tỉnh", "tỉnh|Huyện", "Huyện|Xã", "Quận|Phường"]),
            ["1 Tỉnh < ", "2 Huyện < Tỉnh", "3 Xã < Huyện", "parent Quận"]
        );
        let groups = levels(LevelsBy::Groups, &[]);
        assert_eq!(
            placed(&groups, false, &["|Trước", "|Thành phố:", "|A", "|B", "|Huyện:", "|C"]),
            ["1 Trước < ", "1 Thành phố: < ", "2 A < Thành phố:", "2 B < Thành phố:", "1 Huyện: < ", "2 C < Huyện:"]
        );
        let repeated = Levels { names_repeat: true, ..groups };
        assert_eq!(placed(&repeated, false, &["|G:", "|A", "|H:", "|A"])[3], "2 H:/A < H:");
    }
}
