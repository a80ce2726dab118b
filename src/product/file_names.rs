//! What the files of a document are called, here alone.

use crate::product::ledger::format::File;

/// Name of the ledger in an output folder.
pub const LEDGER: &str = "figures.json";

/// The folder of the records inside an input folder.
pub const FOLDER: &str = "da-ban-hanh";
/// The input workbooks inside a record.
pub const INPUTS: &str = "so-lieu";
/// Signed copies inside a record.
pub const SIGNED: &str = "da-ky";

/// `85-KH-UBND`: what the names of the outputs begin with.
pub fn stem(outputs: &[File]) -> &str {
    outputs.iter().find_map(|file| file.file.strip_suffix(".pdf")).unwrap_or_default()
}

/// The name in a revision: `85-KH-UBND-phu-luc.xlsx` → `85-KH-UBND-sua-doi-1-phu-luc.xlsx`.
pub fn revised(name: &str, outputs: &[File], revision: usize) -> String {
    let stem = stem(outputs);
    match name.strip_prefix(stem) {
        Some(rest) if revision > 0 => format!("{stem}-sua-doi-{revision}{rest}"),
        _ => name.to_owned(),
    }
}

/// What its file name ends with, behind that of the document.
pub const ENDING: &str = "-thay-doi.pdf";

/// `85-KH-UBND-thay-doi.pdf`, beside the PDF of these outputs.
pub fn marked_copy(outputs: &[File]) -> String {
    pdf(outputs).trim_end_matches(".pdf").to_owned() + ENDING
}

/// `85-KH-UBND.pdf`; nothing where there is none.
pub fn pdf(outputs: &[File]) -> &str {
    let pdf = outputs.iter().find(|file| file.file.ends_with(".pdf"));
    pdf.map_or("", |file| &file.file)
}
