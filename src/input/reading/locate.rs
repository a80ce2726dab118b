//! Where the tables are: the sheet of a name, its header row, and the column of each heading.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place, column_letters};
use crate::input::definition::model::Kind;
use crate::input::definition::policy::{Hidden, Merged};
use crate::input::reading::decode::Mended;
use crate::input::reading::headings::{
    HEADER_WITHIN, Heading, Match, Renamed, Wanted, header_row, headings, is_wanted,
};
use crate::input::reading::reader::Reader;
use crate::input::reading::suspicious::{self, Area};
use crate::vi::{matching, text, units};
use crate::xlsx::grid::{CellValue, Sheet};

/// A sheet with its columns found.
pub(crate) struct Located {
    pub(crate) sheet: Sheet,
    pub(crate) header_row: u32,
    /// Column number of each wanted heading, in the order asked for.
    pub(crate) columns: Vec<Option<u32>>,
}

impl Reader<'_> {
    /// Finds the one sheet of that name.
    fn sheet(&mut self, name: &str, hidden: Hidden, wanted: &[Wanted]) -> Option<Sheet> {
        let same: Vec<&Mended> =
            self.sheets.iter().filter(|mended| matching::fold(&mended.sheet.name) == matching::fold(name)).collect();
        match same[..] {
            [] => return self.missing_sheet(name, hidden, wanted),
            [mended] => {
                let (sheet, found) = (mended.sheet.clone(), mended.found.clone());
                self.found.extend(found);
                self.remark_on_sheet(&sheet, name, hidden);
                return Some(sheet);
            }
            [first, second, ..] => {
                let places = (second.sheet.place(), first.sheet.place());
                self.rivals.entry(places).or_default().push(name.to_owned());
            }
        }
        None
    }

    /// Sheets that stand twice; two workbooks that have several of them in common are reported once.
    pub(crate) fn report_rivals(&mut self) {
        let mut books: BTreeMap<(String, String), Vec<Finding>> = BTreeMap::new();
        for ((second, first), names) in std::mem::take(&mut self.rivals) {
            let file = |place: &Place| if let Place::Sheet { file, .. } = place { file.clone() } else { String::new() };
            let twice = |name| Finding::new(Code::SheetTwice, second.clone()).with("sheet", name).with("other", &first);
            books.entry((file(&second), file(&first))).or_default().extend(names.into_iter().map(twice));
        }
        for ((second, first), mut twice) in books {
            if second != first && twice.len() > 1 {
                let names: Vec<String> = twice.iter().map(|finding| finding.arg("sheet").to_owned()).collect();
                let finding = Finding::new(Code::WorkbooksOverlap, Place::File(second)).with("other", first);
                twice = vec![finding.with("sheets", names.join(", "))];
            }
            self.found.append(&mut twice);
        }
    }

    pub(super) fn remark_on_sheet(&mut self, sheet: &Sheet, name: &str, hidden: Hidden) {
        // A name that had to be decoded has been reported with the words of the sheet.
        if *sheet.stored_name != *name && text::clean(&sheet.stored_name) == *sheet.name {
            self.found.push(Finding::new(Code::SheetRenamed, sheet.place()).with("sheet", name));
        }
        if sheet.is_hidden {
            let finding = Finding::graded(hidden.severity(), Code::SheetHidden, sheet.place());
            self.found.push(finding.with("sheet", &sheet.name).choice("policy", hidden.name()));
        }
    }

    /// Finds a sheet and its columns, and looks over the cells that will be used.
    pub(crate) fn prepare(&mut self, name: &str, hidden: Hidden, merged: Merged, wanted: &[Wanted]) -> Option<Located> {
        let sheet = self.sheet(name, hidden, wanted)?;
        let mut located = self.locate(sheet, wanted);
        let columns: Vec<u32> = located.columns.iter().flatten().copied().collect();
        let area = Area { columns: &columns, header_row: located.header_row };
        let suspicious::Look { found, spoilt } = suspicious::look(&mut located.sheet, &area, hidden, merged);
        self.found.extend(found);
        self.spoilt.extend(spoilt);
        Some(located)
    }

    /// Finds the header row (the one with most of the wanted headings) and each wanted column.
    fn locate(&mut self, sheet: Sheet, wanted: &[Wanted]) -> Located {
        let header_row = header_row(&sheet, wanted);
        // A heading that quotes a particular which is itself at fault cannot be looked for.
        let is_known = |w: &Wanted| !w.heading.contains("{{");
        let headings = headings(&sheet, header_row);
        let before = self.found.len();
        let (mut columns, mut renamed) = (Vec::new(), Vec::new());
        for w in wanted {
            let found = if is_known(w) {
                self.column(&sheet, header_row, &headings, w, wanted)
            } else {
                Err(Renamed::default())
            };
            columns.push(found.as_ref().ok().copied());
            renamed.push(found.err().unwrap_or_default());
        }
        let meant: Vec<&String> = renamed.iter().flat_map(|one| &one.meant).collect();
        if wanted.len() > 1 && wanted.iter().all(is_known) && columns.iter().all(Option::is_none) {
            self.found.truncate(before);
            let names: Vec<&str> = wanted.iter().map(|w| w.heading.as_str()).collect();
            let finding = Finding::new(Code::HeaderMissing, sheet.place()).with("within", HEADER_WITHIN);
            self.found.push(finding.with("wanted", names.join(" · ")));
        } else if wanted.iter().all(is_known) {
            self.extra_columns(&sheet, header_row, &headings, wanted, &meant);
            // What is wrong below a heading that was altered is said in the same run.
            for (column, renamed) in columns.iter_mut().zip(&renamed) {
                *column = column.or(renamed.column);
            }
        }
        self.join_unstated(before);
        self.unit_line(&sheet, header_row, wanted);
        Located { sheet, header_row, columns }
    }

    /// The column of a heading; where it is missing, what may stand in its place.
    fn column(
        &mut self,
        sheet: &Sheet,
        header_row: u32,
        headings: &[(u32, Vec<Heading>)],
        wanted: &Wanted,
        all: &[Wanted],
    ) -> Result<u32, Renamed> {
        let is_exact = |texts: &[Heading], of: &Wanted| {
            texts.iter().any(|text| of.matches(text).is_some_and(|found| found.is_exact))
        };
        let mut found: Vec<(u32, Match)> = headings
            .iter()
            .filter(|(_, texts)| is_exact(texts, wanted) || !all.iter().any(|other| is_exact(texts, other)))
            .filter_map(|(col, texts)| Some((*col, texts.iter().find_map(|text| wanted.matches(text))?)))
            .collect();
        if found.iter().any(|(_, found)| found.is_exact) {
            found.retain(|(_, found)| found.is_exact || found.stated.is_some());
        }
        if let [(first, _), (second, _), ..] = found[..] {
            let finding = Finding::new(Code::ColumnTwice, Place::Cell(sheet.at(header_row, second)));
            self.found.push(
                finding
                    .with("heading", &wanted.heading)
                    .with("first", sheet.at(header_row, first).a1())
                    .with("second", sheet.at(header_row, second).a1()),
            );
        }
        let Some((col, found)) = found.into_iter().next() else {
            return Err(self.missing_column(sheet, header_row, headings, wanted, all));
        };
        self.stated_unit(sheet.at(header_row, col), wanted, found, sheet, header_row);
        Ok(col)
    }

    pub(super) fn stated_unit(&mut self, at: CellRef, wanted: &Wanted, found: Match, sheet: &Sheet, header_row: u32) {
        let Some(declared) = &wanted.unit else { return };
        let must_say = wanted.unit_stated || !found.is_exact;
        let is_line = |stated: &str| wanted.kind == Kind::Money || units::same(stated, declared);
        let code = match &found.stated {
            Some(stated) if units::same(stated, declared) => return,
            Some(_) => Code::HeadingUnit,
            None if must_say && !unit_lines(sheet, header_row).any(|(_, stated)| is_line(stated)) => {
                Code::HeadingUnitMissing
            }
            None => return,
        };
        let base = units::split(&wanted.heading).map_or(wanted.heading.as_str(), |(base, _)| base);
        self.found.push(
            Finding::new(code, Place::Cell(at))
                .with("heading", &wanted.heading)
                .with("example", format!("{base} ({declared})"))
                .with("stated", found.stated.unwrap_or_default())
                .with("unit", declared),
        );
    }

    /// Columns of one sheet whose unit is not stated, as one finding for each unit.
    fn join_unstated(&mut self, since: usize) {
        let mut joined: Vec<(Finding, Vec<String>)> = Vec::new();
        for finding in self.found.split_off(since) {
            if finding.code != Code::HeadingUnitMissing {
                self.found.push(finding);
                continue;
            }
            let heading = finding.arg("heading").to_owned();
            match joined.iter_mut().find(|(first, _)| first.arg("unit") == finding.arg("unit")) {
                Some((_, headings)) => headings.push(heading),
                None => joined.push((finding, vec![heading])),
            }
        }
        let joined = joined.into_iter().map(|(finding, headings)| finding.with("headings", headings.join("”, “")));
        self.found.extend(joined);
    }

    /// `Đơn vị tính: …` above the header speaks of the columns of money.
    fn unit_line(&mut self, sheet: &Sheet, header_row: u32, wanted: &[Wanted]) {
        let money = wanted.iter().find(|w| w.kind == Kind::Money && w.unit.is_some());
        let Some(declared) = money.and_then(|w| w.unit.as_ref()) else { return };
        for (at, stated) in unit_lines(sheet, header_row) {
            if !units::same(stated, declared) {
                let finding = Finding::new(Code::UnitLine, Place::Cell(at)).with("stated", stated);
                self.found.push(finding.with("unit", declared));
            }
        }
    }

    /// Columns with a heading that nobody asked for, or with cells and no heading; not those that may be
    /// `meant` as one that is missing.
    fn extra_columns(
        &mut self,
        sheet: &Sheet,
        row: u32,
        headings: &[(u32, Vec<Heading>)],
        wanted: &[Wanted],
        meant: &[&String],
    ) {
        let used: Vec<u32> =
            headings.iter().filter(|(_, texts)| is_wanted(texts, wanted)).map(|(col, _)| *col).collect();
        let below = sheet.cells.range((row, 0)..).map(|(&(_, col), _)| col);
        let columns: BTreeSet<u32> = below.filter(|col| !used.contains(col)).collect();
        let shown = |col: u32| {
            let text = sheet.cells.get(&(row, col)).map(|cell| cell.value.shown(cell.format)).unwrap_or_default();
            let is_meant = meant.contains(&&text);
            let name = column_letters(col);
            (!is_meant).then(|| if text.is_empty() { name.clone() } else { format!("{name} “{text}”") })
        };
        let extra: Vec<String> = columns.into_iter().filter_map(shown).collect();
        if !extra.is_empty() {
            self.found.push(Finding::new(Code::ColumnExtra, sheet.place()).with("columns", extra.join(", ")));
        }
    }
}

fn unit_lines(sheet: &Sheet, header_row: u32) -> impl Iterator<Item = (CellRef, &str)> {
    sheet.cells.range(..(header_row, 0)).filter_map(|(&(row, col), cell)| match &cell.value {
        CellValue::Text(text) => Some((sheet.at(row, col), units::after_label(text)?)),
        _ => None,
    })
}
