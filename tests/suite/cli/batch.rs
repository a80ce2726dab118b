//! Many documents in one run: side by side, yet as if one after the other.

use std::collections::BTreeMap;
use std::fs;
use std::process::Output;

use crate::support::common::{New, edited, text};
use crate::support::desk::{Desk, gather, stderr};

/// Twelve folders: the fifth is to be refused, the eighth has a template that is broken.
fn desk() -> Desk {
    let desk = Desk::real();
    fs::remove_dir_all(desk.path("inputs/ke-hoach")).expect("folder");
    let numbers = ["201", "202", "203", "204", "205", "206", "207", "208", "209", "210", "211", "212"];
    for (index, number) in numbers.into_iter().enumerate() {
        let mut edits = vec![
            ("Văn bản", "B6", New::Number(number)),
            ("Văn bản", "B16", text(&format!("Lê Văn {}", char::from(b'A' + index as u8)))),
        ];
        match index {
            4 => edits.push(("Kinh phí", "E4", text("11.741,5x"))),
            7 => edits.push(("Văn bản", "B2", text("hong"))),
            _ => edits.push(("Chỉ tiêu", "E12", New::Number(number))),
        }
        let folder = desk.path(&format!("inputs/ke-hoach-{:02}", index + 1));
        fs::create_dir_all(&folder).expect("folder");
        fs::write(folder.join("so-lieu.xlsx"), &edited(&edits).workbooks["so-lieu.xlsx"]).expect("workbook");
    }
    let (whole, broken) = (desk.path("templates/ke-hoach-giam-ngheo"), desk.path("templates/hong"));
    fs::create_dir_all(broken.join("narrative")).expect("folder");
    fs::copy(whole.join("document.toml"), broken.join("document.toml")).expect("definition");
    fs::write(broken.join("narrative/01.typ.j2"), "Giá 5 $ một.\n").expect("narrative");
    desk
}

fn files_in(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(&desk.path(folder), &desk.path(folder), &mut files);
    files
}

/// What was said, without the time that it took.
fn said(output: &Output) -> String {
    let text = stderr(output);
    text.rsplit_once("; ").map_or(text.clone(), |(before, _)| before.to_owned())
}

#[test]
fn a_batch_is_the_documents_one_by_one() {
    let desk = desk();
    let batch = desk.run(&["build", "--output", "batch", "--jobs", "3"]);
    assert_eq!(batch.status.code(), Some(2), "{}", stderr(&batch));
    let summary = "Tổng cộng: 10 văn bản đã lập, 1 chưa lập được do lỗi số liệu, 1 chưa thực hiện được; 61 cảnh báo";
    assert!(said(&batch).ends_with(summary), "{}", stderr(&batch));
    assert!(!stderr(&batch).contains(['\r', '\x1b']), "a bar where there is no terminal");
    let starts: Vec<String> = stderr(&batch).lines().filter(|line| line.starts_with('[')).map(str::to_owned).collect();
    let expected: Vec<String> = (1..=12).map(|n| format!("[{n}/12] inputs/ke-hoach-{n:02}")).collect();
    assert_eq!(starts, expected);
    let (batch_said, batch_results) = (said(&batch), batch.stdout);

    let (mut results, mut codes) = (Vec::new(), Vec::new());
    for n in 1..=12 {
        let single = desk.run(&["build", &format!("inputs/ke-hoach-{n:02}"), "--output", "batch-single"]);
        codes.push(single.status.code().expect("code"));
        results.extend(String::from_utf8(single.stdout).expect("text").replace("batch-single", "batch").into_bytes());
    }
    assert_eq!(codes, [0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!(String::from_utf8_lossy(&batch_results), String::from_utf8_lossy(&results));
    let built = files_in(&desk, "batch");
    assert!(built == files_in(&desk, "batch-single"), "a batch makes other files than single builds");
    assert_eq!(built.keys().filter(|name| name.ends_with(".pdf")).count(), 10);

    let alone = desk.run(&["build", "--output", "batch", "--jobs", "1"]);
    assert_eq!(said(&alone), batch_said);
    assert_eq!(alone.stdout, batch_results);
    assert!(files_in(&desk, "batch") == built, "one worker makes other files than three");
}

#[test]
fn two_folders_of_one_name_do_not_overwrite_each_other() {
    let desk = Desk::real();
    let other = desk.path("inputs-khac/ke-hoach");
    fs::create_dir_all(&other).expect("folder");
    fs::write(other.join("so-lieu.xlsx"), &edited(&[]).workbooks["so-lieu.xlsx"]).expect("workbook");
    let folders = ["inputs/ke-hoach", "inputs-khac/ke-hoach"];
    let output = desk.run(&["build", folders[0], folders[1]]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("output-twice"), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("1 văn bản đã lập, 0 chưa lập được do lỗi số liệu, 1 chưa thực hiện được"),
        "{}",
        stderr(&output)
    );
    let both = desk.outputs();
    desk.run(&["build", folders[0]]);
    assert!(desk.outputs() == both, "the second folder was written");
    assert_eq!(desk.run(&["check", folders[0], folders[1]]).status.code(), Some(0));
}

#[test]
fn the_number_of_jobs_is_a_number() {
    let desk = Desk::real();
    for wrong in ["0", "-1", "nhiều", "1000"] {
        let output = desk.run(&["build", &format!("--jobs={wrong}")]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("--jobs"), "{}", stderr(&output));
    }
}

/// One number in two folders is told once; neither is issued, nor what a sibling has issued already.
#[test]
fn a_number_is_given_once_a_year() {
    let desk = Desk::real();
    fs::remove_dir_all(desk.path("inputs/ke-hoach")).expect("folder");
    let put = |folder: &str, number: &'static str| {
        let edits = [("Văn bản", "B6", New::Number(number)), ("Văn bản", "B16", text(&format!("Lê {folder}")))];
        fs::create_dir_all(desk.path(&format!("inputs/{folder}"))).expect("folder");
        let path = desk.path(&format!("inputs/{folder}/so-lieu.xlsx"));
        fs::write(path, &edited(&edits).workbooks["so-lieu.xlsx"]).expect("workbook");
    };
    let both = ["inputs/An", "inputs/Ba"];
    let run = |command: &str, folders: &[&str]| {
        let output = desk.run(&[&[command], folders].concat());
        let told = stderr(&output).matches("[number-taken]").count();
        (output.status.code(), told, stderr(&output))
    };
    put("An", "85");
    put("Ba", "85");
    for command in ["check", "build"] {
        let (code, told, text) = run(command, &both);
        assert_eq!((code, told), (Some(0), 1), "{text}");
        let sentence = "Hai thư mục “inputs/An” và “inputs/Ba” cùng mang số “85/KH-UBND” năm 2024.";
        assert!(text.contains(&format!("cảnh báo[number-taken]: {sentence}")), "{text}");
    }
    let (code, told, text) = run("issue", &both);
    assert_eq!((code, told), (Some(1), 2), "{text}");
    assert!(both.iter().all(|folder| !desk.path(folder).join("da-ban-hanh").exists()), "{text}");

    assert_eq!(run("issue", &both[..1]).0, Some(0));
    put("An", "86");
    let (code, told, text) = run("issue", &both);
    assert_eq!((code, told), (Some(1), 1), "{text}");
    assert!(text.contains("“inputs/Ba” đã ban hành ở thư mục “inputs/An”"), "{text}");
    put("Ba", "87");
    assert_eq!(run("check", &both).1, 0);
}
