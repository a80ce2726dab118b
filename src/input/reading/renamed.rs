//! Sheets and columns that are not there under their names, and what stands in their place: it is to be renamed back, and
//! is read all the same where it is the only candidate, so that what is wrong inside of it is said in the same run.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::policy::Hidden;
use crate::input::reading::decode::Mended;
use crate::input::reading::headings::{Heading, Match, Renamed, Wanted, WantedSheet, header_row, headings, is_wanted};
use crate::input::reading::reader::Reader;
use crate::vi::likeness::{self, Likeness};
use crate::vi::{matching, units};
use crate::xlsx::grid::{Cell, Sheet};

/// A sheet with so many of the wanted headings is that sheet, whatever it is called: three fifths, and two at least unless
/// there is but one.
const TELLING: (usize, usize) = (3, 5);

impl Reader<'_> {
    /// A sheet of that name is not there.
    pub(super) fn missing_sheet(&mut self, name: &str, hidden: Hidden, wanted: &[Wanted]) -> Option<Sheet> {
        let is_same = |one: &str, other: &str| matching::fold(one) == matching::fold(other);
        let is_there = |wanted: &str| self.sheets.iter().any(|mended| is_same(&mended.sheet.name, wanted));
        let missing: Vec<&WantedSheet> = self.wanted.iter().filter(|wanted| !is_there(wanted.name)).collect();
        let is_spare = |mended: &&Mended| !self.wanted.iter().any(|wanted| is_same(&mended.sheet.name, wanted.name));
        let spare: Vec<&Mended> = self.sheets.iter().filter(is_spare).collect();
        let names: Vec<&str> = spare.iter().map(|mended| &*mended.sheet.name).collect();
        let by_name = likeness::assign(&missing.iter().map(|wanted| wanted.name).collect::<Vec<_>>(), &names);
        let at = missing.iter().position(|wanted| is_same(wanted.name, name))?;
        let mut likeness = by_name[at].clone();
        let mut kind = likeness.name();
        if !matches!(likeness, Likeness::One(_)) {
            let others = missing.iter().zip(&by_name).enumerate().filter(|(other, _)| *other != at);
            let others: Vec<_> = others.map(|(_, (wanted, likeness))| (wanted.columns.as_slice(), likeness)).collect();
            match by_headings(wanted, &others, &spare) {
                Likeness::Nothing => {}
                found => {
                    kind = if let Likeness::One(_) = found { "headings" } else { found.name() };
                    likeness = found;
                }
            }
        }
        let files = self.workbooks.iter().map(|book| book.name.to_string()).collect::<Vec<_>>().join(", ");
        let meant = likeness::named(Some(&likeness), &names);
        let renamed = match likeness {
            Likeness::One(at) => spare.get(at).map(|mended| (mended.sheet.clone(), mended.found.clone())),
            _ => None,
        };
        let place = renamed.as_ref().map_or(Place::File(files), |(sheet, _)| sheet.place());
        let all: Vec<&str> = self.sheets.iter().map(|mended| &*mended.sheet.name).collect();
        let finding = Finding::new(Code::SheetMissing, place).with("sheet", name).with("found", all.join(", "));
        self.found.push(finding.with("near", meant.join("”, “")).choice("likeness", kind));
        let (sheet, found) = renamed?;
        self.found.extend(found);
        self.remark_on_sheet(&sheet, &sheet.name, hidden);
        Some(sheet)
    }

    /// A heading is not there.
    pub(super) fn missing_column(
        &mut self,
        sheet: &Sheet,
        row: u32,
        headings: &[(u32, Vec<Heading>)],
        wanted: &Wanted,
        all: &[Wanted],
    ) -> Renamed {
        let shown = |cell: &Cell| cell.value.shown(cell.format);
        let texts: Vec<String> = sheet.row(row).map(|(_, cell)| shown(cell)).collect();
        let is_found = |w: &&Wanted| headings.iter().any(|(_, texts)| is_wanted(texts, std::slice::from_ref(*w)));
        let missing: Vec<&str> = all.iter().filter(|w| !is_found(w)).map(|w| w.heading.as_str()).collect();
        let is_used = |col: u32| headings.iter().any(|(at, texts)| *at == col && is_wanted(texts, all));
        let spare: Vec<(u32, String)> =
            sheet.row(row).filter(|(col, _)| !is_used(*col)).map(|(col, cell)| (col, shown(cell))).collect();
        let names: Vec<&str> = spare.iter().map(|(_, text)| text.as_str()).collect();
        let at = missing.iter().position(|heading| *heading == wanted.heading);
        let likeness = at.and_then(|at| likeness::assign(&missing, &names).into_iter().nth(at));
        let meant = likeness::named(likeness.as_ref(), &names);
        let kind = likeness.as_ref().map_or("nothing", Likeness::name);
        let one = match likeness {
            Some(Likeness::One(at)) => spare.get(at),
            _ => None,
        };
        let cell = one.map(|(col, _)| sheet.at(row, *col));
        let finding = Finding::new(Code::ColumnMissing, cell.clone().map_or(sheet.place(), Place::Cell))
            .with("heading", &wanted.heading)
            .with("row", row + 1)
            .with("cell", cell.as_ref().map(|cell| cell.a1()).unwrap_or_default())
            .with("found", texts.join(" · "));
        self.found.push(finding.with("near", meant.join("”, “")).choice("likeness", kind));
        let stated = one.and_then(|(_, text)| units::split(text)).map(|(_, unit)| unit.to_owned());
        if let (Some(at), Some(_)) = (cell, &stated) {
            self.stated_unit(at, wanted, Match { is_exact: true, stated }, sheet, row);
        }
        Renamed { meant: meant.into_iter().map(str::to_owned).collect(), column: one.map(|(col, _)| *col) }
    }
}

/// Which of the spare sheets has the wanted headings, and is not another missing one by its name or its headings.
fn by_headings(wanted: &[Wanted], others: &[(&[Wanted], &Likeness)], spare: &[&Mended]) -> Likeness {
    let is_owned = |at: usize| others.iter().any(|(_, likeness)| **likeness == Likeness::One(at));
    let rivals = || others.iter().filter(|(_, likeness)| !matches!(likeness, Likeness::One(_)));
    let mut contested = false;
    let fitting: Vec<usize> = (0..spare.len())
        .filter(|at| !is_owned(*at))
        .filter(|at| {
            let Some(share) = share(&spare[*at].sheet, wanted) else { return false };
            let best = rivals().filter_map(|(other, _)| self::share(&spare[*at].sheet, other)).fold(0.0, f64::max);
            contested |= best == share;
            best <= share
        })
        .collect();
    match fitting[..] {
        [] => Likeness::Nothing,
        [at] if !contested => Likeness::One(at),
        _ => Likeness::Several(fitting),
    }
}

/// How much of the wanted headings a sheet has; none where that tells nothing.
fn share(sheet: &Sheet, wanted: &[Wanted]) -> Option<f64> {
    let headings = headings(sheet, header_row(sheet, wanted));
    let is_there = |w: &&Wanted| headings.iter().any(|(_, texts)| is_wanted(texts, std::slice::from_ref(*w)));
    let found = wanted.iter().filter(is_there).count();
    let is_telling = found * TELLING.1 >= wanted.len() * TELLING.0 && found >= wanted.len().min(2);
    is_telling.then(|| found as f64 / wanted.len() as f64).filter(|_| found > 0)
}
