//! The program as a clerk runs it: files, exit codes, messages, and the same bytes everywhere.

use std::collections::BTreeSet;
use std::fs;
use std::process::Output;

use vanban::finding::code::{Code, Level};

use crate::support::common::{New, edited, golden, position, root, set, source, sources, text, write};
use crate::support::desk::{Desk, stderr};

/// A clock, folder or locale must not reach the files.
#[test]
fn the_same_inputs_give_the_same_bytes() {
    let first = Desk::real();
    assert_eq!(first.command().env("TZ", "Asia/Ho_Chi_Minh").output().expect("program").status.code(), Some(0));
    let second = Desk::real();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let output = second.command().env("TZ", "America/Caracas").env("LC_ALL", "C").env("HOME", "/").output();
    assert_eq!(output.expect("program").status.code(), Some(0));
    let (one, two) = (first.outputs(), second.outputs());
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    assert!(one.keys().any(|name| name == "ke-hoach/85-KH-UBND.pdf"));
    for (name, bytes) in &one {
        assert!(bytes == &two[name], "{name} differs");
    }
}

#[test]
fn the_contract_of_the_output_folder() {
    let desk = Desk::real();
    let output = desk.run(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let names: Vec<String> = desk.outputs().into_keys().filter(|name| !name.contains("source/")).collect();
    assert_eq!(names, ["ke-hoach/85-KH-UBND-phu-luc.xlsx", "ke-hoach/85-KH-UBND.pdf", "ke-hoach/figures.json"]);
    let listed = String::from_utf8_lossy(&output.stdout).replace('\\', "/");
    assert_eq!(listed.lines().count(), 4, "{listed}");
    assert!(fs::read_dir(desk.path("output")).expect("output").count() == 1, "temporary files were left behind");
}

#[test]
fn checking_writes_nothing() {
    let desk = Desk::real();
    assert_eq!(desk.run(&["check"]).status.code(), Some(0));
    assert!(!desk.path("output").exists());
}

#[test]
fn a_refused_document_leaves_the_earlier_one_alone() {
    let desk = Desk::real();
    assert_eq!(desk.run(&[]).status.code(), Some(0));
    let before = desk.outputs();
    let bad = edited(&[("Kinh phí", "E4", text("11.741"))]);
    fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), &bad.workbooks["so-lieu.xlsx"]).expect("workbook");
    let output = desk.run(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(desk.outputs() == before);
}

#[test]
fn one_bad_document_does_not_stop_the_others() {
    let desk = Desk::real();
    fs::create_dir_all(desk.path("inputs/a-trong")).expect("folder");
    fs::create_dir_all(desk.path("inputs/b-hong")).expect("folder");
    fs::write(desk.path("inputs/b-hong/so-lieu.xlsx"), b"khong phai xlsx").expect("file");
    fs::create_dir_all(desk.path("inputs/c-khac")).expect("folder");
    fs::write(desk.path("inputs/c-khac/so-lieu.csv"), "a,b\n").expect("file");
    let output = desk.run(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("Tổng cộng: 1 văn bản đã lập, 3 chưa lập được do lỗi số liệu, 0 chưa thực hiện được")
    );
    assert!(desk.path("output/ke-hoach/85-KH-UBND.pdf").is_file());
}

#[test]
fn the_programs_own_troubles_have_exit_code_two() {
    let trouble = |prepare: &dyn Fn(&Desk), arguments: &[&str], expected: &str| {
        let desk = Desk::real();
        prepare(&desk);
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{expected}: {}", stderr(&output));
        assert!(stderr(&output).contains(expected), "{expected}: {}", stderr(&output));
        assert!(!stderr(&output).contains("panicked"));
    };
    let nothing = |_: &Desk| {};
    trouble(&nothing, &["--khong-co"], "không hiểu tham số");
    trouble(&nothing, &["--templates", "khong-co"], "folder-unreadable");
    trouble(&nothing, &["build", "khong-co"], "inputs-unknown");
    trouble(&|desk| fs::remove_dir_all(desk.path("inputs/ke-hoach")).expect("folder"), &[], "inputs-empty");
    trouble(&|desk| fs::write(desk.path("output"), "").expect("file"), &[], "file-unwritable");
    trouble(&|desk| fs::remove_dir_all(desk.path("templates/ke-hoach-giam-ngheo")).expect("folder"), &[], "template-");
    trouble(&|desk| fs::remove_dir_all(desk.path("templates/nd30")).expect("folder"), &[], "folder-unreadable");
    trouble(&|desk| fs::remove_dir_all(desk.path("templates/fonts")).expect("folder"), &[], "folder-unreadable");
    let narrative = "templates/ke-hoach-giam-ngheo/narrative/05-kinh-phi.typ.j2";
    let append = |name: &'static str, more: &'static str| {
        move |desk: &Desk| {
            let path = desk.path(name);
            let old = fs::read_to_string(&path).expect("template");
            fs::write(path, old + more).expect("template");
        }
    };
    trouble(&append(narrative, "\n\nGiá {{ budget[\"1\"].nowhere }}.\n"), &[], "template-unknown-name");
    trouble(&append(narrative, "\n\nGiá 5 $ một.\n"), &[], "prose-markup");
    trouble(&append(narrative, "\n\nGiá 5 $ một.\n"), &["check"], "prose-markup");
    trouble(&append("templates/nd30/page.typ", "\n#let x = \n"), &[], "typst-fault");
    trouble(&append("templates/ke-hoach-giam-ngheo/document.toml", "\nla = 1\n"), &[], "toml-key");
}

#[test]
fn a_character_without_a_glyph_is_explained() {
    let desk = Desk::new(&edited(&[("Nơi nhận", "A2", text("Bộ 😀"))]).workbooks["so-lieu.xlsx"]);
    let output = desk.run(&[]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("font-lacks-glyph"), "{}", stderr(&output));
    assert!(stderr(&output).contains("so-lieu.xlsx › Nơi nhận › A2"), "{}", stderr(&output));
    assert!(desk.outputs().is_empty());
}

/// Every kind of fault that reading finds, in one workbook.
fn faulty() -> Vec<u8> {
    let mut book = source();
    let sheet = |book: &mut Vec<vanban::xlsx::grid::Sheet>, name: &str| {
        book.iter().position(|sheet| &*sheet.name == name).expect("sheet")
    };
    let at = sheet(&mut book, "Viện dẫn");
    book[at].name = "Vien dan".into();
    for (name, cell, new) in [
        ("Văn bản", "A5", text("Tên cơ quan")),
        ("Văn bản", "A6", text("Ký hiệu")),
        ("Văn bản", "B12", text("hai nghìn không trăm hai tư")),
        ("Văn bản", "B15", New::Blank),
        ("Hộ nghèo", "C3", text("4.7")),
        ("Hộ nghèo", "C4", New::Number("175.4")),
        ("Hộ nghèo", "E5", New::Blank),
        ("Hộ nghèo", "D1", text("Tỷ lệ nghèo (%)")),
        ("Chỉ tiêu", "A3", text("ho-ngheo")),
        ("Kinh phí", "F1", text("NSTW vốn sự nghiệp")),
        ("Kinh phí", "C2", New::Number("32763")),
        ("Kinh phí", "L1", text("Ghi chú")),
    ] {
        let at = sheet(&mut book, name);
        set(&mut book[at], position(cell), &new);
    }
    write(&book)
}

#[test]
fn messages_in_vietnamese() {
    let output = Desk::new(&faulty()).run(&[]);
    assert_eq!(output.status.code(), Some(1));
    golden("messages.vi.txt", &stderr(&output).replace(&seconds(&output), "…"));
}

#[test]
fn messages_in_english() {
    let output = Desk::new(&faulty()).run(&["--lang", "en"]);
    golden("messages.en.txt", &stderr(&output).replace(&seconds(&output), "…"));
}

#[test]
fn messages_on_one_line_each() {
    golden("messages.short.vi.txt", &stderr(&Desk::new(&faulty()).run(&["--quiet"])));
}

#[test]
fn discrepancies_beyond_the_tolerance_in_both_languages() {
    let bad = edited(&[("Kinh phí", "J5", New::Number("264")), ("Chỉ tiêu", "E3", New::Number("777"))]);
    let desk = Desk::new(&bad.workbooks["so-lieu.xlsx"]);
    let (vi, en) = (desk.run(&["check"]), desk.run(&["check", "--lang", "en"]));
    assert_eq!(vi.status.code(), Some(1));
    golden("relations.vi.txt", &stderr(&vi).replace(&seconds(&vi), "…"));
    golden("relations.en.txt", &stderr(&en).replace(&seconds(&en), "…"));
}

/// The time taken, as the summary prints it.
fn seconds(output: &Output) -> String {
    let text = stderr(output);
    let last = text.lines().last().unwrap_or_default();
    last.rsplit("; ").next().unwrap_or_default().to_owned()
}

#[test]
fn help_in_both_languages() {
    let desk = Desk::real();
    let shown = |arguments: &[&str], language: &str| {
        let output = desk.run(&[arguments, &["--help", "--lang", language]].concat());
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let whole = shown(&[], "en");
    // Each command that is listed; what is set in further is the end of a long line.
    let listed = whole.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let listed = listed.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    let commands: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for language in ["vi", "en"] {
        golden(&format!("help.{language}.txt"), &shown(&[], language));
        for command in &commands {
            golden(&format!("help-{command}.{language}.txt"), &shown(&[command], language));
        }
    }
}

/// The names of the messages of a file, and of those that have a remedy.
fn names(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("src/finding/messages").join(file)).expect("messages");
    let mut current = String::new();
    let mut names = Vec::new();
    for line in text.lines() {
        if line.starts_with(char::is_alphabetic) {
            current = line.split(" =").next().unwrap_or_default().to_owned();
            names.push(current.clone());
        } else if line.trim_start().starts_with(".hint") {
            names.push(format!("{current}.hint"));
        }
    }
    names
}

/// Both message files say the same things, and say everything the program asks for.
#[test]
fn every_message_exists_in_both_languages() {
    assert_eq!(names("vi.ftl"), names("en.ftl"));
    for file in ["vi.ftl", "en.ftl", "workbook.ftl"] {
        let text = fs::read_to_string(root().join("src/finding/messages").join(file)).expect("messages");
        let parsed = fluent_bundle::FluentResource::try_new(text);
        assert!(parsed.is_ok(), "{file}: {:?}", parsed.map_err(|(_, errors)| errors));
    }
    // The table of codes: each has its message and is found somewhere, or is a reason inside of another message.
    let texts = ["vi.ftl", "en.ftl"]
        .map(|file| fs::read_to_string(root().join("src/finding/messages").join(file)).expect("messages"));
    let sources = sources();
    let code: String = sources.iter().filter(|(name, _)| !name.contains("finding/code")).map(|(_, t)| &**t).collect();
    let messages = names("vi.ftl");
    for one in Code::ALL {
        let name = one.name().to_owned();
        match one.level() {
            Level::Reason => assert!(texts.iter().all(|text| text.contains(&format!("[{name}]"))), "{name}"),
            _ => assert!(messages.contains(&name), "{name} has no message"),
        }
        assert!(code.contains(&format!("Code::{one:?}")), "{name} is never found");
    }
    // What the program says of its own is looked up by name. What the workbooks to fill in say is for clerks, in
    // Vietnamese only.
    let known = [messages.clone(), names("workbook.ftl")].concat();
    let mut said = BTreeSet::new();
    for call in ["say(\"", "insist(\"", "text(\"", "heading(\"", "painted(\"", "complain(\""] {
        // Particulars are asked for in the same way, by names of one word.
        for name in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()).filter(|name| name.contains('-'))
        {
            assert!(known.contains(&name.to_owned()), "{name} after {call}");
            said.insert(name);
        }
    }
    // A reader of the sources that finds next to nothing has gone blind.
    assert!(said.len() > 80, "only {} names of messages in the sources", said.len());
    // And nothing is translated that nobody says.
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
    let words = code.split('"').filter(is_name).chain(Code::ALL.iter().map(|one| one.name()));
    // A message may stand inside of others.
    let inside = texts[0].split("{ ").skip(1).filter_map(|rest| rest.split(" }").next()).filter(is_name);
    let words: BTreeSet<&str> = words.chain(inside).collect();
    let is_option = |name: &str| ["help-", "label-"].iter().any(|prefix| name.starts_with(prefix));
    for name in messages.iter().filter(|name| !name.ends_with(".hint") && !is_option(name)) {
        assert!(words.contains(name.as_str()), "{name} is never said");
    }
}
