//! A bounded run of damaged and edited workbooks: each is refused with a message, or says what its cells say.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rust_decimal::Decimal;
use vanban::finding::outcome::Failure;
use vanban::finding::place::CellRef;
use vanban::input::dataset::{Content, Dataset, Entry, Quantity};
use vanban::input::figure_key::FigureKey;
use vanban::input::folder::InputFolder;
use vanban::input::verify::Verified;
use vanban::product::ledger::format;
use vanban::xlsx::grid::{CellValue, Workbook};
use vanban::xlsx::read;

use crate::support::common::{New, edited, fonts, templates};
use crate::support::mutators::mutant;
use crate::support::witness::{self, Heard, Says, Testimony, folded};

/// Changing it makes another run; a failure is reproduced with `MUTANT=<number>`, and `MUTANTS=<count>` makes
/// a longer run.
const SEED: u64 = 2024_0508;
const MUTANTS: u64 = 2_500;
/// Of the accepted mutants, every so many is built to the end.
const BUILD_EVERY: u64 = 40;
const SLOW: Duration = Duration::from_secs(10);

#[derive(Default)]
struct Score {
    accepted: u64,
    built: u64,
    refused: BTreeMap<&'static str, u64>,
    slowest: (Duration, u64),
    faults: Vec<String>,
}

#[test]
fn every_mutant_is_refused_or_says_what_its_cells_say() {
    let set = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let one = set("MUTANT");
    let (first, end) = one.map_or((0, set("MUTANTS").unwrap_or(MUTANTS)), |number| (number, number + 1));
    let next = AtomicU64::new(first);
    let score = Mutex::new(Score::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= end {
                        break;
                    }
                    try_one(number, &score);
                }
            });
        }
    });
    let score = score.into_inner().expect("lock");
    let tally = format!("{} accepted, {} built, refused {:?}", score.accepted, score.built, score.refused);
    println!("{tally}; slowest {:?}", score.slowest);
    let faults = score.faults.join("\n");
    assert!(score.faults.is_empty(), "{} faults; {tally}; slowest {:?}:\n{faults}", score.faults.len(), score.slowest);
    // A run that refused everything, or nothing, would prove nothing.
    assert!(
        one.is_some() || (score.accepted > 300 && score.refused.values().sum::<u64>() > 300 && score.built > 5),
        "{tally}"
    );
}

#[test]
fn a_date_among_codes_is_refused() {
    // It was read as a row without a code.
    let input = edited(&[("Số liệu khác", "A5", New::Date(1900, 6, 20))]);
    let failure = vanban::input::verify::verify(&input, templates()).err().expect("a date is no code");
    assert!(failure.findings().iter().any(|finding| finding.code.name() == "cell-date-not-number"));
}

fn try_one(number: u64, score: &Mutex<Score>) {
    let (done, bytes) = mutant(SEED + number);
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| judge(&bytes)));
    let taken = started.elapsed();
    let mut tally = score.lock().expect("lock");
    let mut blame = |fault: String| tally.faults.push(format!("mutant {number} ({done}): {fault}"));
    let mut verified = None;
    match outcome {
        Err(_) => blame("panic".to_owned()),
        Ok(Err(fault)) => blame(fault),
        Ok(Ok(Err(code))) => *tally.refused.entry(code).or_default() += 1,
        Ok(Ok(Ok(accepted))) => {
            tally.accepted += 1;
            verified = Some(accepted).filter(|_| tally.accepted % BUILD_EVERY == 1);
        }
    }
    if taken > SLOW {
        tally.faults.push(format!("mutant {number} ({done}) took {taken:?}"));
    }
    tally.slowest = tally.slowest.max((taken, number));
    drop(tally);
    if let Some((verified, testimony)) = verified {
        let fault = catch_unwind(AssertUnwindSafe(|| built(&verified, &testimony))).unwrap_or(Err("panic".to_owned()));
        let mut tally = score.lock().expect("lock");
        match fault {
            Ok(complete) => tally.built += u64::from(complete),
            Err(fault) => tally.faults.push(format!("mutant {number} ({done}), built: {fault}")),
        }
    }
}

type Judgement = Result<(Box<Verified>, Testimony), &'static str>;

/// The message that refuses it, or what was read; the error is what is wrong with either.
fn judge(bytes: &[u8]) -> Result<Judgement, String> {
    let file = "so-lieu.xlsx".to_owned();
    match read::read(&file, bytes) {
        Err(found) if found.iter().any(|finding| finding.arg("detail") == "panic") => {
            return Err("caught panic".to_owned());
        }
        Err(_) => {}
        Ok(book) => same_cells(&book, &witness::read(bytes).map_err(|fault| format!("read, but {fault}"))?)?,
    }
    let input = InputFolder { name: "thu".to_owned(), workbooks: BTreeMap::from([(file, bytes.to_vec())]) };
    match vanban::input::verify::verify(&input, templates()) {
        Ok(warned) => {
            let testimony = witness::read(bytes)?;
            same_data(&warned.output.checked.dataset, &testimony)?;
            Ok(Ok((Box::new(warned.output), testimony)))
        }
        Err(failure) => Ok(Err(message(&failure)?)),
    }
}

fn message(failure: &Failure) -> Result<&'static str, String> {
    failure.findings().first().map(|finding| finding.code.name()).ok_or_else(|| "refused without a message".to_owned())
}

/// Every cell of every sheet.
fn same_cells(book: &Workbook, testimony: &Testimony) -> Result<(), String> {
    if book.sheets.len() != testimony.len() {
        return Err(format!("{} sheets, but there are {}", book.sheets.len(), testimony.len()));
    }
    for (sheet, (name, heard)) in book.sheets.iter().zip(testimony) {
        if folded(&sheet.name) != folded(name) {
            return Err(format!("sheet {} is {name}", sheet.name));
        }
        let places: BTreeSet<_> = sheet.cells.keys().chain(heard.keys()).collect();
        for at in places {
            let (read, says) = (sheet.cells.get(at), heard.get(at));
            let same = match (read, says) {
                (Some(cell), Some(heard)) => {
                    let is_number = matches!(heard.says, Says::Number(_));
                    same_value(&cell.value, &heard.says) && (!is_number || cell.format.percent == heard.percent)
                }
                // A formula whose text is empty.
                (None, Some(heard)) => matches!(&heard.says, Says::Text(text) if folded(text).is_empty()),
                _ => false,
            };
            if !same {
                return Err(format!(
                    "{} {} read as {read:?}, but it says {says:?}",
                    sheet.name,
                    sheet.at(at.0, at.1).a1()
                ));
            }
        }
    }
    Ok(())
}

fn same_value(read: &CellValue, says: &Says) -> bool {
    match (read, says) {
        (CellValue::Text(text), Says::Text(said)) => folded(text) == folded(said),
        (CellValue::Number(value), Says::Number(said)) => same_number(*value, *said),
        (CellValue::Date(date), Says::Day(Some(day))) => {
            (i64::from(date.year), i64::from(date.month), i64::from(date.day)) == *day
        }
        (CellValue::Bool(value), Says::Bool(said)) => value == said,
        (CellValue::Fault(fault), Says::Fault(said)) => fault == said,
        (CellValue::Uncalculated, Says::Pending) => true,
        // A formula whose text is empty shows nothing, and is asked to be calculated.
        (CellValue::Uncalculated, Says::Text(said)) => folded(said).is_empty(),
        (CellValue::OutOfRange(_), Says::Day(None) | Says::Nonsense(_)) => true,
        (CellValue::OutOfRange(_), Says::Number(said)) => !said.is_finite() || said.abs() > 0.9e18,
        _ => false,
    }
}

/// Fifteen significant digits, which is what spreadsheets show.
fn same_number(value: Decimal, said: f64) -> bool {
    let value: f64 = value.to_string().parse().expect("decimal");
    // A decimal has 28 places; what is smaller is nothing.
    (value - said).abs() <= said.abs() * 1e-14 + 1e-27
}

/// Every datum with its cell, and every cell of a table with its datum.
fn same_data(dataset: &Dataset, testimony: &Testimony) -> Result<(), String> {
    let mut told = BTreeSet::new();
    for entry in dataset.entries() {
        told.extend(entry.at.iter().map(|at| (at.sheet.to_string(), at.row, at.col)));
        let [at] = &entry.at[..] else { continue };
        let says = hear(testimony, at);
        if !entry.computed && !same_datum(entry, says) {
            return Err(format!("{} at {at} is {:?}, but the cell says {says:?}", entry.key, entry.content));
        }
    }
    for table in &dataset.tables {
        let columns: BTreeSet<u32> = table.headings.values().map(|(_, col)| *col).collect();
        let (_, cells) =
            testimony.iter().find(|(name, _)| folded(name) == folded(&table.sheet.name)).ok_or("no sheet")?;
        for (row, col) in cells.keys().filter(|(row, col)| *row > table.header_row && columns.contains(col)) {
            if !told.contains(&(table.sheet.name.to_string(), *row, *col)) {
                return Err(format!("{} of {} is not in the data", table.sheet.at(*row, *col).a1(), table.sheet.name));
            }
        }
    }
    Ok(())
}

fn hear<'a>(testimony: &'a Testimony, at: &CellRef) -> Option<&'a Heard> {
    let (_, cells) = testimony.iter().find(|(name, _)| folded(name) == folded(&at.sheet))?;
    cells.get(&(at.row, at.col))
}

fn same_datum(entry: &Entry, heard: Option<&Heard>) -> bool {
    let Some(heard) = heard else { return entry.is_blank() };
    let shows = |text: &str| match &heard.says {
        Says::Text(said) => folded(text) == folded(said),
        Says::Number(said) => [*said, said * 100.0].iter().any(|said| digits(text) == digits(&fifteen(*said))),
        Says::Day(Some((year, ..))) => text.ends_with(&year.to_string()),
        _ => false,
    };
    match (&entry.content, &heard.says) {
        (Content::Quantity(quantity), Says::Number(said)) => same_quantity(quantity, *said, heard.percent),
        (Content::Mixed { quantity: Some(quantity), .. }, Says::Number(said)) => {
            same_quantity(quantity, *said, heard.percent)
        }
        (Content::Date(date), Says::Day(Some(day))) => {
            (i64::from(date.year), i64::from(date.month), i64::from(date.day)) == *day
        }
        (Content::Text(text) | Content::Numbered { text, .. } | Content::Mixed { text, .. }, _) => shows(text),
        (Content::Blank, says) => matches!(says, Says::Text(text) if folded(text).is_empty()),
        _ => false,
    }
}

/// Equal to the decimals that are shown.
fn same_quantity(quantity: &Quantity, said: f64, percent: bool) -> bool {
    let said = if percent { said * 100.0 } else { said };
    let value: f64 = quantity.value.to_string().parse().expect("decimal");
    let half = 0.5 * 0.1f64.powi(i32::try_from(quantity.decimals).expect("decimals"));
    (value - said).abs() <= half + said.abs() * 1e-14
}

/// With as many digits as a spreadsheet shows.
fn fifteen(value: f64) -> String {
    let shown: f64 = format!("{value:.14e}").parse().expect("number");
    shown.to_string()
}

/// The digits that matter.
fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    all.trim_matches('0').to_owned()
}

/// The finished document: its ledger names for each figure the cell, and prints what the cell says.
fn built(verified: &Verified, testimony: &Testimony) -> Result<bool, String> {
    let product = match vanban::product::build::build(verified, templates(), fonts()) {
        Ok(product) => product.output,
        Err(failure) => return message(&failure).map(|_| false),
    };
    let json: serde_json::Value = serde_json::from_slice(&product.files["figures.json"]).map_err(|e| e.to_string())?;
    let listed = json["figures"].as_array().ok_or("no figures")?;
    let entries: BTreeMap<&FigureKey, &Entry> =
        verified.checked.dataset.entries().map(|entry| (&entry.key, entry)).collect();
    if listed.len() != verified.checked.dataset.entries().filter(|entry| !entry.is_blank()).count() {
        return Err(format!("{} figures in the ledger", listed.len()));
    }
    for (figure, written) in product.ledger.figures.iter().zip(listed) {
        let entry = entries.get(&figure.key).ok_or_else(|| format!("{} in the ledger only", figure.key))?;
        let fault = |what: &str| Err(format!("{}: {what}: {written}", figure.key));
        if written["key"] != figure.key.as_str() || written["value"] != *figure.value {
            return fault("figures.json differs from the ledger");
        }
        let cells: Vec<format::Cell> = entry
            .at
            .iter()
            .map(|at| format::Cell { file: at.file.to_string(), sheet: at.sheet.to_string(), cell: at.a1() })
            .collect();
        if cells != figure.cells {
            return fault("other cells");
        }
        let [at] = &entry.at[..] else { continue };
        let heard = hear(testimony, at).filter(|_| !entry.computed);
        let (Some(quantity), Some(Heard { says: Says::Number(said), percent })) = (entry.quantity(), heard) else {
            continue;
        };
        let printed = figure.printed.as_deref().unwrap_or_default().trim_end_matches('%');
        let number = printed.replace('.', "").replace(',', ".").parse::<Decimal>();
        let fits = number.is_ok_and(|value| same_quantity(&Quantity { value, ..quantity }, *said, *percent));
        if !fits {
            return fault("printed otherwise than the cell says");
        }
    }
    Ok(true)
}
