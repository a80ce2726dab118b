//! What happens between versions of a document.

mod again;
mod changes;
mod confirmed;
mod derived;
mod figure_keys;
mod issued;
mod jump;
mod kept;
mod marked;
mod places;
mod read_back;

use std::fs;
use std::process::Output;

use crate::support::common::{New, edited};
use crate::support::desk::{Desk, stderr};

/// Số hộ nghèo của Huyện Phú Bình, with the total and the target that repeats it.
fn phu_binh(count: &'static str, total: &'static str) -> Vec<(&'static str, &'static str, New)> {
    let total = || New::Number(total);
    vec![("Hộ nghèo", "C5", New::Number(count)), ("Hộ nghèo", "C11", total()), ("Chỉ tiêu", "E2", total())]
}

/// The bytes of a signature appended, as far as this program looks at it.
fn sign(bytes: &[u8]) -> Vec<u8> {
    let more = b"\n9 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>\nendobj\n%%EOF\n";
    [bytes, more].concat()
}

/// What a run writes as data; paths as they are written on any system.
fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).replace('\\', "/")
}

/// Runs the program, and expects its exit code.
fn ran(desk: &Desk, arguments: &[&str], code: i32) -> Output {
    let output = desk.run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}{}", stdout(&output), stderr(&output));
    output
}

/// Enters values into the workbook of the plan.
fn enter(desk: &Desk, edits: &[(&str, &str, New)]) {
    fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), &edited(edits).workbooks["so-lieu.xlsx"]).expect("workbook");
}
