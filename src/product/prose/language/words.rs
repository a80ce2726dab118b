//! Every word that an author may use.

/// Filters (bộ lọc): `{{ budget["1"].name.title | uncapitalized }}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filter {
    /// The first letter small; still the same datum.
    Uncapitalized,
    /// The first letter a capital; still the same datum.
    Capitalized,
    /// The figure, amount, year or date in words (bằng chữ).
    InWords,
    /// A whole number as a place in a row: `thứ nhất`.
    OrdinalInWords,
    /// A whole number as a month: `tháng Tư`.
    MonthInWords,
    /// A whole number as a quarter: `quý bốn`.
    QuarterInWords,
    /// A difference in words, with its unit: `tăng 10 hộ`, `giảm 10 hộ`, `không đổi`.
    Change,
    /// Values one after another: `A, B và C`; `listed(attribute="locality")`.
    Listed,
    /// How many rows or values; the total row is not counted.
    Length,
    First,
    Last,
    Reverse,
    /// In the order of a column; `sort(attribute="total", reverse=true)`.
    Sort,
    /// Without those whose value in a column has come before; `unique(attribute="district")`.
    Unique,
    /// The row, or value, that is smallest; `min(attribute="total")`.
    Min,
    /// The row, or value, that is largest.
    Max,
}

impl Filter {
    pub(crate) const ALL: [(&'static str, Self); 16] = [
        ("uncapitalized", Self::Uncapitalized),
        ("capitalized", Self::Capitalized),
        ("in_words", Self::InWords),
        ("ordinal_in_words", Self::OrdinalInWords),
        ("month_in_words", Self::MonthInWords),
        ("quarter_in_words", Self::QuarterInWords),
        ("change", Self::Change),
        ("listed", Self::Listed),
        ("length", Self::Length),
        ("first", Self::First),
        ("last", Self::Last),
        ("reverse", Self::Reverse),
        ("sort", Self::Sort),
        ("unique", Self::Unique),
        ("min", Self::Min),
        ("max", Self::Max),
    ];

    /// Whether it makes another form of one datum, instead of choosing among several.
    pub(crate) fn is_form(self) -> bool {
        matches!(
            self,
            Self::Uncapitalized
                | Self::Capitalized
                | Self::InWords
                | Self::OrdinalInWords
                | Self::MonthInWords
                | Self::QuarterInWords
                | Self::Change
        )
    }

    /// Whether `attribute="…"` may be given.
    pub(crate) fn takes_attribute(self) -> bool {
        matches!(self, Self::Sort | Self::Unique | Self::Min | Self::Max | Self::Listed)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, filter)| *filter == self).map_or("", |(name, _)| name)
    }
}

/// Tests (phép thử): `{% if row.note is filled %}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Test {
    /// The row, column or particular is there, filled or not.
    Defined,
    /// It is there and something stands in it.
    Filled,
    /// It is not there, or nothing stands in it.
    Blank,
}

impl Test {
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("defined", Self::Defined), ("filled", Self::Filled), ("blank", Self::Blank)];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, test)| *test == self).map_or("", |(name, _)| name)
    }
}

/// What a loop knows of itself: `loop.index` counts from 1.
pub(crate) const LOOP: [&str; 4] = ["index", "first", "last", "length"];

/// Statements (lệnh), and the words that go on with them or end them.
pub(crate) const STATEMENTS: [&str; 11] =
    ["if", "elif", "else", "endif", "for", "endfor", "set", "macro", "endmacro", "from", "include"];

/// Words that cannot be names.
pub(crate) const RESERVED: [&str; 24] = [
    "and", "or", "not", "in", "is", "if", "elif", "else", "endif", "for", "endfor", "set", "macro", "endmacro", "from",
    "import", "include", "as", "true", "false", "True", "False", "none", "loop",
];

/// All names of a table of words.
pub(crate) fn names<T>(table: &'static [(&'static str, T)]) -> impl Iterator<Item = &'static str> {
    table.iter().map(|(name, _)| *name)
}
