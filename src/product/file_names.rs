//! What the files in the output folder of a document, and in its records, are called.

use crate::product::ledger::format::File;
use crate::sign::pdf::field::Field;

/// Name of the ledger in an output folder.
pub(crate) const LEDGER: &str = "figures.json";
/// Name of a comparison in an output folder.
pub(crate) const COMPARISON: &str = "so-sanh.xlsx";
/// What the two outputs of a document end with.
pub(crate) const PDF: &str = ".pdf";
pub(crate) const WORKBOOK: &str = ".xlsx";
/// What the workbook of the appendices is called, behind the name of the document.
pub(crate) const APPENDICES: &str = "phu-luc.xlsx";
/// What the name of a marked copy ends with, behind that of the document.
pub(crate) const MARKED_COPY_ENDING: &str = "-thay-doi.pdf";
/// Stands for the number of a draft.
pub(crate) const DRAFT: &str = "du-thao";

/// The folder of the records inside an input folder.
pub(crate) const RECORDS: &str = "da-ban-hanh";
/// The input workbooks inside a record.
pub(crate) const RECORDED_INPUTS: &str = "so-lieu";
/// The templates inside a record, and what the office says of the issue.
pub(crate) const RECORDED_TEMPLATES: &str = "templates";
pub(crate) const ISSUE_NOTE: &str = "ban-hanh.json";
/// Signed copies inside a record, and what the name of one ends with.
pub(crate) const SIGNED: &str = "da-ky";
/// What is added for who signs on the left.
const LEFT: &str = "-ben-trai";

/// `85-KH-UBND.pdf` and `85-KH-UBND-phu-luc.xlsx`: the outputs of a document.
pub(crate) fn outputs(stem: &str) -> (String, String) {
    (format!("{stem}{PDF}"), format!("{stem}-{APPENDICES}"))
}

/// The folder of what Typst was given.
pub(crate) const SOURCES: &str = "source";

/// `source/main.typ`: what Typst was given, in an output folder.
pub(crate) fn source(path: &str) -> String {
    format!("{SOURCES}/{path}")
}

/// `85-KH-UBND`: what the names of the outputs begin with.
pub(crate) fn stem(outputs: &[File]) -> &str {
    outputs.iter().find_map(|file| file.file.strip_suffix(PDF)).unwrap_or_default()
}

/// The name in a revision: `85-KH-UBND-phu-luc.xlsx` → `85-KH-UBND-sua-doi-1-phu-luc.xlsx`.
pub(crate) fn revised(name: &str, outputs: &[File], revision: usize) -> String {
    let stem = stem(outputs);
    match name.strip_prefix(stem) {
        Some(rest) if revision > 0 => format!("{stem}-sua-doi-{revision}{rest}"),
        _ => name.to_owned(),
    }
}

/// `85-KH-UBND-thay-doi.pdf`, beside the PDF of these outputs.
pub(crate) fn marked_copy(outputs: &[File]) -> String {
    pdf(outputs).trim_end_matches(PDF).to_owned() + MARKED_COPY_ENDING
}

/// `85-KH-UBND.pdf`; nothing where there is none.
pub(crate) fn pdf(outputs: &[File]) -> &str {
    let pdf = outputs.iter().find(|file| file.file.ends_with(PDF));
    pdf.map_or("", |file| &file.file)
}

/// `85-KH-UBND` → `85-KH-UBND-da-ky.pdf`; with the seal, `85-KH-UBND-da-ky-dong-dau.pdf`.
pub(crate) fn signed(stem: &str, field: Field) -> String {
    let last = stem.strip_suffix(LEFT).unwrap_or(stem);
    let plain = last.strip_suffix(SIGNED).and_then(|rest| rest.strip_suffix('-')).unwrap_or(stem);
    match field {
        Field::Leader => format!("{plain}-{SIGNED}{PDF}"),
        Field::Seal => format!("{plain}-{SIGNED}-dong-dau{PDF}"),
        Field::SecondLeader => format!("{plain}-{SIGNED}{LEFT}{PDF}"),
        Field::SecondSeal => format!("{plain}-{SIGNED}-dong-dau{LEFT}{PDF}"),
    }
}
