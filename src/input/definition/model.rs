//! The definition of a document: `templates/<document>/document.toml`.
//!
//! It says which tables are read, what each column holds, which relations must be true, and how each
//! appendix is laid out. One definition drives reading, checking, the PDF table and the Excel sheet.
//! Unknown keys are errors.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::input::definition::accepted::Accepted;
use crate::input::definition::derivation::Derivation;
use crate::input::definition::derived::Written;
use crate::input::definition::document_kind::DocumentKind;
pub(crate) use crate::input::definition::layout::{Align, AppendixLayout, HeaderNode, TableLayout};
use crate::input::definition::outline::Levels;
use crate::input::definition::policy::{Complete, Dash, Hidden, LegacyEncodings, Merged, TextNumbers};
pub(crate) use crate::input::definition::relations::Relation;
pub(crate) use crate::input::definition::rows::Rows;
use crate::input::figure_key::FigureKey;

/// A whole definition (định nghĩa văn bản).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Document {
    pub(crate) document: About,
    pub facts: Facts,
    pub(crate) recipients: Recipients,
    #[serde(default, rename = "table")]
    pub tables: Vec<Table>,
    /// The equalities as written.
    #[serde(default)]
    pub(crate) equal: Vec<WrittenEquality>,
    #[serde(skip)]
    pub(crate) equalities: Vec<Equality>,
    /// Derived figures and rows that stand by themselves, as written.
    #[serde(default)]
    pub(crate) derived: Vec<Written>,
    /// All derived columns and figures, each behind what it is made from.
    #[serde(skip)]
    pub(crate) derivations: Vec<Derivation>,
    #[serde(default, rename = "appendix")]
    pub(crate) appendices: Vec<AppendixLayout>,
    #[serde(default)]
    pub(crate) accepted: Vec<Accepted>,
}

/// What the document is, for people and for catalogues.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct About {
    /// Name of the kind of document, in Vietnamese.
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) kind: DocumentKind,
    #[serde(default)]
    pub(crate) keywords: Vec<String>,
    /// Version of the layout of the input workbook (biểu nhập số liệu); a workbook made for another one is
    /// refused.
    #[serde(default = "first")]
    pub(crate) schema: u32,
    /// What to do with words typed in TCVN3 (ABC) or VNI instead of Unicode.
    #[serde(default)]
    pub(crate) legacy_encodings: LegacyEncodings,
}

/// The sheet of the document's own particulars (Văn bản): one field a row, name and content.
///
/// The keys in [`PARTICULARS`] are the components of form that the decree knows and must be declared;
/// a document adds fields of its own beside them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Facts {
    pub sheet: String,
    /// Headings of the two columns.
    pub(crate) headings: [String; 2],
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
    /// Years counted from another field.
    #[serde(default, rename = "offset")]
    pub(crate) offsets: Vec<Offset>,
    /// The field that names the folder of last year's input, which stands beside that of this document.
    pub(crate) previous: Option<String>,
}

/// Keys of the fields from which the form is made (NĐ 30/2020/NĐ-CP, PL I, mục II).
pub(crate) const PARTICULARS: [&str; 11] = [
    "parent",
    "issuer",
    "issuer_short",
    "number",
    "symbol",
    "place",
    "date",
    "type",
    "abstract",
    "authority",
    "signer",
];

// Further keys that the form knows, declared where a document has the part: `drafter` (ký hiệu người soạn thảo), `draft`
// (dự thảo lần thứ), `addressees` (Kính gửi, one a line), `decider` (who decides, above the grounds; in a công điện who
// sends it; the issuer where it is blank), `session` (khóa, kỳ họp, below the decider), `second_issuer` (the other agency
// of a joint document), `second_authority` and `second_signer` (who signs on the left), `urgency` (KHẨN, THƯỢNG KHẨN,
// HỎA TỐC), `attached_type` and `attached_title` (tên loại, trích yếu của văn bản kèm theo), `circulation` (XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ), `address` (địa chỉ at the foot of page 1).

/// One particular.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Field {
    pub(crate) key: String,
    pub(crate) heading: String,
    pub(crate) kind: Kind,
    #[serde(default = "yes")]
    pub(crate) required: bool,
    /// What to enter, for people.
    #[serde(default)]
    pub(crate) help: String,
    /// Whether it cites what is issued anew each year: from last year's input it comes to be confirmed.
    #[serde(default)]
    pub(crate) yearly: bool,
}

/// A year at a fixed distance from another one (năm trước).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Offset {
    pub(crate) key: String,
    pub(crate) of: String,
    pub(crate) years: i32,
}

/// The list of recipients (Nơi nhận): one a row.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Recipients {
    pub(crate) sheet: String,
    pub(crate) heading: String,
}

/// An input table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Table {
    pub(crate) key: String,
    pub sheet: String,
    /// What the sheet is for, for people.
    #[serde(default)]
    pub(crate) help: String,
    /// Key of the column that names a row; its text is the row's key.
    pub(crate) row_key: String,
    /// What to do with rows and columns that are hidden, or that a filter hides, and hold something.
    #[serde(default)]
    pub(crate) hidden: Hidden,
    /// What to do with data cells that are merged.
    #[serde(default)]
    pub(crate) merged: Merged,
    /// How the table says which row stands below which.
    pub(crate) outline: Option<Levels>,
    /// The label of the total row (dòng tổng), where the table has one, and the column it stands in.
    pub(crate) total: Option<TotalRow>,
    /// Keys of rows that cite what is issued anew each year: from last year's input they come to be confirmed.
    #[serde(default)]
    pub(crate) yearly: Vec<String>,
    #[serde(rename = "column")]
    pub columns: Vec<Column>,
    /// Columns that are not read but are the sum of others.
    #[serde(default, rename = "sum")]
    pub(crate) sums: Vec<SumColumn>,
    /// Columns that are not read but follow from others (số liệu suy ra), as written.
    #[serde(default)]
    pub(crate) derived: Vec<Written>,
    #[serde(default, rename = "relation")]
    pub(crate) relations: Vec<Relation>,
}

/// How the total row is recognised.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TotalRow {
    pub(crate) label: String,
    pub(crate) column: String,
}

/// One column of an input table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Column {
    pub(crate) key: String,
    /// The heading in the input sheet; may name particulars: `Kế hoạch năm {{ doc.year }}`.
    pub(crate) heading: String,
    pub(crate) kind: Kind,
    #[serde(default = "yes")]
    pub(crate) required: bool,
    /// Unit of the figures (triệu đồng, hộ).
    pub(crate) unit: Option<String>,
    /// Least number of decimals printed; a cell's own number format may show more.
    #[serde(default)]
    pub(crate) decimals: u32,
    /// Text of the form `Dự án 3: Tên`, whose number and title templates may use apart.
    #[serde(default)]
    pub(crate) numbered: bool,
    /// What to enter, for people.
    #[serde(default)]
    pub(crate) help: String,
    /// The only texts allowed (danh mục), as they are printed; the total row is exempt.
    #[serde(default)]
    pub(crate) choices: Vec<String>,
    /// Other ways of writing a choice → the choice.
    #[serde(default)]
    pub(crate) aliases: BTreeMap<String, String>,
    /// Whether every choice must have its row.
    #[serde(default)]
    pub(crate) complete: Complete,
    /// Numbers typed as text.
    #[serde(default)]
    pub(crate) text_numbers: TextNumbers,
    /// What `-`, `…` or `x` means in a column of figures.
    #[serde(default)]
    pub(crate) dash: Dash,
    /// Smallest and largest value; figures are not negative unless `min` says so.
    pub(crate) min: Option<Decimal>,
    pub(crate) max: Option<Decimal>,
    /// Numbered 1, 2, 3 … down the table (số thứ tự).
    #[serde(default)]
    pub(crate) sequence: bool,
    /// Whether the sheet must state the unit: in the heading's brackets or in a line `Đơn vị tính: …` above it.
    #[serde(default)]
    pub(crate) unit_stated: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Words, on one line.
    Text,
    /// Words, with the line breaks as typed.
    Lines,
    /// A code or an outline number (mã, STT): words, even where Excel made a number of them.
    Code,
    /// A whole number of things.
    Count,
    /// An amount in the column's unit.
    Money,
    /// A percentage on the scale 0–100, its decimals as the cell shows them.
    Percent,
    /// A year.
    Year,
    /// A calendar date.
    Date,
    /// Whatever was typed: a count, a percentage, or words around a figure ("Trên 97%").
    Mixed,
}

impl Kind {
    /// Whether cells of this kind are figures in every row.
    pub(crate) fn is_numeric(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Percent | Self::Year)
    }
}

/// A column computed as the sum of others; it has no cell of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct SumColumn {
    pub(crate) key: String,
    /// What the sum is, for people.
    pub(crate) label: String,
    pub(crate) of: Vec<String>,
}

/// Two figures that must be equal.
#[derive(Debug, Clone)]
pub(crate) struct Equality {
    /// The figure that follows; its Excel cell refers to the other.
    pub(crate) target: FigureKey,
    pub(crate) to: FigureKey,
    pub(crate) tolerance: Decimal,
}

/// The same as a definition writes it, each figure named `table/row/column`: a name that is none is told like
/// every other that refers to nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct WrittenEquality {
    pub(crate) target: String,
    pub(crate) to: String,
    #[serde(default)]
    pub(crate) tolerance: Decimal,
}

impl Document {
    /// The table of that key.
    pub(crate) fn table(&self, key: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.key == key)
    }

    /// The derived column, or the derived figure by itself, of that key.
    pub(crate) fn derivation(&self, table: Option<&str>, key: &str) -> Option<&Derivation> {
        self.derivations.iter().find(|derivation| derivation.table.as_deref() == table && derivation.key == key)
    }

    /// Whether one of the two figures is a derived one, which is there only when all others are.
    pub(crate) fn speaks_of_derived(&self, equality: &Equality) -> bool {
        [&equality.target, &equality.to].into_iter().any(|key| match (key.table(), key.column()) {
            (Some(table), Some(column)) => self.derivation(Some(table), column).is_some(),
            _ => key.derived_key().is_some(),
        })
    }

    /// The unit of a column, or of a derived figure by itself.
    pub(crate) fn unit(&self, table: Option<&str>, key: &str) -> Option<String> {
        self.unit_among(&self.derivations, table, key)
    }

    /// The same while not all derived figures are known.
    pub(crate) fn unit_among(&self, known: &[Derivation], table: Option<&str>, key: &str) -> Option<String> {
        let derived = known.iter().find(|one| one.table.as_deref() == table && one.key == key);
        if let Some(derived) = derived {
            return derived.unit.clone();
        }
        let table = self.table(table?)?;
        let sum = table.sums.iter().find(|sum| sum.key == key).and_then(|sum| sum.of.first());
        table.column(sum.map_or(key, String::as_str))?.unit.clone()
    }

    /// The year that the document is for (năm của văn bản): the one from which others are counted, else the
    /// first.
    pub(crate) fn main_year(&self) -> Option<&Field> {
        let fields = &self.facts.fields;
        let base = self.facts.offsets.first().and_then(|offset| fields.iter().find(|field| field.key == offset.of));
        base.or_else(|| fields.iter().find(|field| field.kind == Kind::Year))
    }
}

impl Table {
    /// Whether `key` is a column of the sheet or a computed one.
    pub(crate) fn has_column(&self, key: &str) -> bool {
        self.column(key).is_some() || self.computed_columns().any(|known| known == key)
    }

    /// Keys of the columns that have no cell of their own.
    pub(crate) fn computed_columns(&self) -> impl Iterator<Item = &String> {
        self.sums.iter().map(|sum| &sum.key).chain(self.derived.iter().map(|derived| &derived.key))
    }

    /// The column of that key.
    pub(crate) fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }
}

fn yes() -> bool {
    true
}

fn first() -> u32 {
    1
}
