//! Code without end, or without measure, ends in a sentence; the other documents of the run are made.

use std::fs;
use std::time::Instant;

use crate::support::common::{edited, root, text};
use crate::support::desk::{Desk, stderr};

const HEAD: &str = "#import \"/nd30/nd30.typ\": official-document\n#show: official-document.with(json(\"/data.json\"))\n\
                    #include \"/narrative.typ\"\n";

/// Two plans; the second uses a template of its own with this main file, and this at the end of its prose.
fn desk(main: &str, prose: &str) -> Desk {
    let desk = Desk::real();
    let own = desk.path("templates/rieng");
    fs::create_dir_all(own.join("narrative")).expect("folder");
    let plan = root().join("templates/ke-hoach-giam-ngheo");
    fs::copy(plan.join("document.toml"), own.join("document.toml")).expect("definition");
    fs::write(own.join("narrative/01.typ.j2"), format!("Năm {{{{ doc.year }}}}./.\n\n{prose}\n")).expect("prose");
    if !main.is_empty() {
        fs::write(own.join("main.typ"), format!("{HEAD}{main}\n")).expect("main");
    }
    fs::create_dir_all(desk.path("inputs/rieng")).expect("folder");
    let book = edited(&[("Văn bản", "B2", text("rieng"))]);
    fs::write(desk.path("inputs/rieng/so-lieu.xlsx"), &book.workbooks["so-lieu.xlsx"]).expect("workbook");
    desk
}

/// Builds all, and expects that this is said of the one document and that the other was made.
fn expect(desk: &Desk, said: &[&str], case: &str) {
    let started = Instant::now();
    let output = desk.run(&["build"]);
    assert_eq!(output.status.code(), Some(2), "{case}: {}", stderr(&output));
    for part in said {
        assert!(stderr(&output).contains(part), "{case}: {part} is not in {}", stderr(&output));
    }
    assert!(desk.outputs().contains_key("ke-hoach/85-KH-UBND.pdf"), "{case}: the other document was not made");
    assert!(!desk.path("output/rieng").exists(), "{case}");
    // Generous: others may keep the cores busy.
    assert!(started.elapsed().as_secs() < 60, "{case}: took {:?}", started.elapsed());
}

#[cfg(target_os = "linux")]
#[test]
fn a_main_file_without_end_or_measure_is_stopped() {
    for (main, limit) in [
        ("#range(1000000000).len()", "MB bộ nhớ"),
        // On a busy machine the time may be over before the memory is.
        ("#{ let s = \"aaaaaaaa\"; for i in range(40) { s += s }; s.len() }", "nên chương trình đã dừng lại"),
        (
            "#{ let n = 0; for i in range(9000) { for j in range(9000) { for k in range(9000) { n += 1 } } } }",
            "giây mà chưa xong",
        ),
        (
            "#{ let i = 0; while i < 9000 { i += 1; let j = 0; while j < 9000 { j += 1; let x = calc.fact(20) } } }",
            "giây mà chưa xong",
        ),
    ] {
        expect(&desk(main, ""), &["code-stopped", "--> rieng/main.typ", limit, "1280 MB"], main);
    }
}

#[test]
fn what_typst_itself_stops_is_told_at_its_line() {
    for main in ["#let f(x) = f(x + 1)\n#f(1)", "#while true { [a] }", "#include \"/main.typ\""] {
        expect(&desk(main, ""), &["typst-fault"], main);
    }
    for main in ["#plugin(bytes((0, 97, 115, 109))).f()", "#let p = std.plugin\n#p(bytes((0,)))"] {
        expect(&desk(main, ""), &["code-plugin", "rieng/main.typ:"], main);
    }
    expect(&desk("#eval(\"plu\" + \"gin(bytes((0,)))\")", ""), &["typst-fault"], "an evaluated plugin");
}

#[cfg(target_os = "linux")]
#[test]
fn a_changed_form_library_is_tried_out_too() {
    let desk = desk("", "");
    let library = desk.path("templates/nd30/body.typ");
    let text = fs::read_to_string(&library).expect("library");
    fs::write(&library, text.clone() + "\n#let _ = range(1000000000)\n").expect("library");
    let output = desk.run(&["build"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert_eq!(stderr(&output).matches("--> nd30/body.typ").count(), 2, "{}", stderr(&output));
    // A harmless change makes the same document as none.
    fs::write(&library, text.clone() + "\n// Đã xem.\n").expect("library");
    assert_eq!(desk.run(&["build", "inputs/ke-hoach"]).status.code(), Some(0));
    let changed = desk.outputs()["ke-hoach/85-KH-UBND.pdf"].clone();
    fs::write(&library, text).expect("library");
    assert_eq!(desk.run(&["build", "inputs/ke-hoach"]).status.code(), Some(0));
    assert!(desk.outputs()["ke-hoach/85-KH-UBND.pdf"] == changed);
}

#[test]
fn code_in_the_prose_is_refused_before_it_runs() {
    for prose in [
        "#range(1000000000).len()",
        "#{ let s = \"aaaaaaaa\"; for i in range(40) { s += s }; s.len() }",
        "$ std.range(1000000000) $",
        // An escaped sign, until what stands before it is put together.
        "a{% if true %}\\{% endif %}\\#range(1000000000).len()",
    ] {
        let desk = desk("", prose);
        let code = if prose.contains("{%") { "template-syntax" } else { "prose-markup" };
        expect(&desk, &[code, "rieng/narrative/01.typ.j2"], prose);
        if !prose.contains("{%") {
            assert_eq!(desk.run(&["check"]).status.code(), Some(2), "{prose}");
        }
    }
}

#[test]
fn two_folders_of_one_name_are_not_watched() {
    let desk = Desk::real();
    fs::create_dir_all(desk.path("khac/ke-hoach")).expect("folder");
    fs::copy(desk.path("inputs/ke-hoach/so-lieu.xlsx"), desk.path("khac/ke-hoach/so-lieu.xlsx")).expect("workbook");
    let output = desk.run(&["watch", "inputs/ke-hoach", "khac/ke-hoach"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("output-twice"), "{}", stderr(&output));
    assert!(!desk.path("output").exists());
}

#[test]
fn a_workbook_of_appendices_that_are_no_more_goes_unless_somebody_has_it() {
    let workbook = "output/ke-hoach/85-KH-UBND-phu-luc.xlsx";
    for keeps in [false, true] {
        let desk = Desk::real();
        assert_eq!(desk.run(&["build"]).status.code(), Some(0));
        if keeps {
            fs::write(desk.path(workbook), "của văn thư").expect("workbook");
        }
        let path = desk.path("templates/ke-hoach-giam-ngheo/document.toml");
        let definition = fs::read_to_string(&path).expect("definition");
        let (before, _) = definition.split_once("[[appendix]]").expect("appendices");
        fs::write(&path, before).expect("definition");
        let output = desk.run(&["build"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(desk.path(workbook).exists(), keeps, "{}", stderr(&output));
        assert_eq!(stderr(&output).contains("đã được bỏ đi"), !keeps, "{}", stderr(&output));
    }
}
