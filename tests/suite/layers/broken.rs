//! Each rule, broken on purpose: what it must find, and what it must not take for a fault.

use super::rules::{self, Kept, Sources};
use super::source;
use super::{KEPT, TABLE};

/// A crate of files that say nothing but what is given.
fn made(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const SMALL: &[(&str, &[&str])] =
    &[("low", &[]), ("high", &["low"]), ("main.rs", &["high"]), ("lib.rs", &["low", "high"])];

/// Two folders, one above the other, with these files in place of their own.
fn small(files: &[(&str, &str)]) -> Sources {
    let mut all = made(&[
        ("lib.rs", "pub mod high;\npub mod low;\npub use low::one::One;\n"),
        ("main.rs", "fn main() { vanban::high::run(); }"),
        ("low/mod.rs", "//! What is below.\n\npub mod one;\npub mod two;\n"),
        ("low/one.rs", "pub struct One;"),
        ("low/two.rs", "use crate::low::one::One;"),
        ("high/mod.rs", "//! What is above.\n\npub mod three;\npub fn run() { three::run() }"),
        ("high/three.rs", "use crate::low::{one::One, two};\npub fn run() {}"),
    ]);
    all.extend(made(files));
    all
}

#[track_caller]
fn expect(wrong: &[String], wanted: &[&str]) {
    assert_eq!(wrong, wanted);
}

#[test]
fn a_sound_crate_has_no_faults() {
    let sources = small(&[]);
    expect(&rules::layers(&sources, SMALL), &[]);
    expect(&rules::root(&sources), &[]);
    expect(&rules::circles(&sources), &[]);
    expect(&rules::shape(&sources), &[]);
    expect(&rules::apart(&sources, &[("low", &["high"])]), &[]);
}

#[test]
fn imports_upwards_are_found_however_they_are_written() {
    for text in [
        "use crate::high::three;",
        "use crate::{low::one, high::{three::{self as other}}};",
        "fn f() { crate::high::three::run() }",
        "fn f() { One { ..crate::high::three::run() } }",
        "use crate::high::three as std; fn f() {}",
        "fn f() { println!(\"{}\", crate::high::three::run()) }",
        "use super::super::high;",
        "mod tests { use super::super::super::high::three::run; }",
        "#[crate::high::marked] fn f() {}",
    ] {
        let wrong = rules::layers(&small(&[("low/two.rs", text)]), SMALL);
        assert!(
            wrong.len() == 1 && wrong[0].starts_with("low/two.rs:1: low may not import from high/"),
            "{text}: {wrong:?}"
        );
    }
    let wrong = rules::layers(&small(&[("main.rs", "fn main() { vanban::low::one::run(); }")]), SMALL);
    expect(&wrong, &["main.rs:1: main.rs may not import from low/one.rs"]);
}

#[test]
fn comments_and_texts_import_nothing() {
    let text = r###"
        // use crate::high::three;
        /* use crate::high::three; /* crate::high::three */ crate::high::three */
        /// [`crate::high::three`]
        const A: &str = "crate::high::three";
        const B: &str = r#"a " crate::high::three"#;
        const C: (char, &[u8], u8) = ('"', b"crate::high::three", b'"');
        fn f<'a>(text: &'a str) -> (char, &'a str) { ('\'', "\" crate::high::three") }
    "###;
    expect(&rules::layers(&small(&[("low/two.rs", text)]), SMALL), &[]);
}

#[test]
fn folders_without_a_rule_are_found() {
    let wrong = rules::layers(&small(&[("other/mod.rs", "//! Something new.")]), SMALL);
    expect(&wrong, &["other: not in the table"]);
    let wrong = rules::layers(&made(&[("low/mod.rs", "")]), &[("low", &[]), ("gone", &[])]);
    expect(&wrong, &["gone: in the table, but not there"]);
}

#[test]
fn strangers_that_meet_are_found() {
    let text = "use crate::low::two;\nfn f() { two::g() }";
    let sources = made(&[("lib.rs", ""), ("low/mod.rs", ""), ("low/a/mod.rs", text), ("low/two.rs", "")]);
    expect(
        &rules::apart(&sources, &[("low/a", &["low"])]),
        &["low/a/mod.rs:1: low/a does not know low/two.rs", "low/a/mod.rs:2: low/a does not know low/two.rs"],
    );
    expect(&rules::apart(&sources, &[("low/a", &["low/b"])]), &["low/b: in the table, but not there"]);
}

#[test]
fn imports_from_the_root_are_found() {
    for text in [
        "use crate::One;",
        "use crate::{low::one, One};",
        "fn f(_: crate::One) {}",
        "use crate::*;",
        "use super::super::One;",
    ] {
        let wrong = rules::root(&small(&[("high/three.rs", text)]));
        expect(&wrong, &["high/three.rs:1: an item of the root is imported"]);
    }
    let wrong = rules::root(&small(&[("lib.rs", "pub mod low;\nfn helper() {}")]));
    expect(&wrong, &["lib.rs:2: the root holds a fn of its own"]);
}

#[test]
fn circles_are_found_inside_of_folders_too() {
    let inside = small(&[("low/one.rs", "fn f() { super::two::g() }")]);
    expect(&rules::circles(&inside), &["a circle: low/one.rs, low/two.rs"]);
    let through_the_folder =
        small(&[("low/mod.rs", "pub mod one;\nfn f() { one::g() }"), ("low/one.rs", "use super::f;")]);
    expect(&rules::circles(&through_the_folder), &["a circle: low/mod.rs, low/one.rs"]);
    let handed_on = small(&[("low/mod.rs", "pub use self::one::One;"), ("low/one.rs", "use crate::low::One;")]);
    expect(&rules::circles(&handed_on), &["a circle: low/mod.rs, low/one.rs"]);
    let of_three = small(&[("low/one.rs", "use crate::high::run;"), ("high/mod.rs", "use crate::low::two;")]);
    expect(&rules::circles(&of_three), &["a circle: high/mod.rs, low/one.rs, low/two.rs"]);
}

/// Sources that name something, as a path, a macro or a method, and behind other names.
fn naming(name: &str) -> Vec<String> {
    let family = name.replace('*', "_of_something");
    match family.as_str() {
        "extern" => vec!["extern crate std as other;".to_owned()],
        "unsafe" => vec!["fn f() { unsafe { g() } }".to_owned()],
        method if method.starts_with('.') => vec![format!("fn f(it: It) {{ it{method}() }}")],
        call if call.ends_with('!') => {
            vec![format!("fn f() {{ {call}(\"\") }}"), format!("fn f() {{ std::{call}[] }}")]
        }
        path => {
            let (stem, last) = path.rsplit_once("::").unwrap_or(("", path));
            let tree = if stem.is_empty() {
                format!("{path}::{{self as other}}")
            } else {
                format!("{stem}::{{self, {last}}}")
            };
            let mut all = vec![
                format!("use {path};"),
                format!("use {tree};"),
                format!("use {path} as other;"),
                format!("fn f() {{ ::{path}::g() }}"),
                format!("fn f() {{ h!(\"\", {path}::g()) }}"),
            ];
            if !stem.is_empty() {
                all.push(format!("use {stem}::*;\nfn f() {{ {last}::g() }}"));
                let middle = stem.rsplit("::").next().unwrap_or_default();
                all.push(format!("use {stem};\nfn f() {{ {middle}::{last}::g() }}"));
                all.push(format!("use {stem} as other;\nfn f() {{ other::{last}() }}"));
            }
            all
        }
    }
}

#[test]
fn whoever_names_what_is_kept_is_found() {
    for kept in KEPT {
        for name in kept.names {
            for text in naming(name) {
                let one = Kept { what: kept.what, names: &[name], by: &[] };
                let wrong = rules::keepers(&small(&[("low/one.rs", &text)]), &[one]);
                let wanted = format!("{} is not for it", kept.what);
                assert!(wrong.iter().any(|wrong| wrong.contains(&wanted)), "{name}: {text}: {wrong:?}");
            }
        }
    }
}

#[test]
fn whoever_is_allowed_more_than_it_needs_is_found() {
    let by = &[("low/one.rs", "reads"), ("high/", "writes")];
    let disk = || Kept { what: "the disk", names: &["std::fs"], by };
    let reads = ("low/one.rs", "fn f() { std::fs::read(\"a\") }");
    let wrong = rules::keepers(&small(&[reads]), &[disk()]);
    expect(&wrong, &["high/: allowed the disk, but has no need of it"]);
    let all = small(&[reads, ("high/three.rs", "use std::fs;")]);
    expect(&rules::keepers(&all, &[disk()]), &[]);
    assert!(KEPT.iter().all(|kept| kept.by.iter().all(|(_, reason)| !reason.is_empty())));
}

#[test]
fn names_that_only_look_alike_are_left_alone() {
    let text = "mod fs {}\nfn f(it: It) { fs::read(); stdfs::read(); it.is_files(); is_file(); its::std::fsx() }";
    let kept = Kept { what: "the disk", names: &["std::fs", ".is_file"], by: &[] };
    expect(&rules::keepers(&small(&[("low/one.rs", text)]), &[kept]), &[]);
}

#[test]
fn things_of_others_that_are_handed_on_are_found() {
    let wrong = rules::handed_on(&small(&[("low/one.rs", "pub(crate) use std::fs;\npub use crate::low::two;")]));
    expect(&wrong, &["low/one.rs:1: std::fs is handed on"]);
    // A macro is handed on like this because macros have no other way to be seen outside of their file.
    let own = "macro_rules! own { () => {} }\npub(crate) use own;\npub(crate) use other;";
    expect(&rules::handed_on(&small(&[("low/one.rs", own)])), &["low/one.rs:3: other is handed on"]);
}

#[test]
fn what_has_grown_too_large_is_found() {
    let many: Vec<(String, String)> = (0..7).map(|n| (format!("more{n}.rs"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert!(rules::shape(&small(&many))[0].starts_with("11 entries"));
    let lines = "\n".repeat(451);
    expect(&rules::shape(&small(&[("low/one.rs", &lines)])), &["low/one.rs: 451 lines"]);
    let body = "    g();\n".repeat(59);
    let long = format!("fn short() {{}}\n\nfn long(a: [u8; 4])\n{{\n{body}}}\n");
    expect(&rules::shape(&small(&[("low/one.rs", &long)])), &["low/one.rs:3: long has 62 lines"]);
    // Outside of the program, where folders need not say what they are for.
    let tests = made(&[("suite/one.rs", &long), ("suite/two/mod.rs", &lines), ("data/three.txt", &lines)]);
    expect(&rules::lengths(&tests), &["suite/one.rs:3: long has 62 lines", "suite/two/mod.rs: 451 lines"]);
}

#[test]
fn folders_that_do_not_say_what_they_are_for_are_found() {
    for opening in ["", "pub mod one;", "// What is below.", "//! What is below", "//! One. Two."] {
        let wrong = rules::shape(&small(&[("low/mod.rs", opening)]));
        expect(&wrong, &["low/mod.rs: does not begin with one sentence that says what the folder is for"]);
    }
}

#[test]
fn the_table_names_each_folder_once_and_only_what_is_below() {
    for (at, (name, allowed)) in TABLE.iter().enumerate() {
        assert_eq!(TABLE.iter().filter(|(other, _)| other == name).count(), 1, "{name}");
        let below: Vec<&str> = TABLE[..at].iter().map(|(name, _)| *name).collect();
        assert!(allowed.iter().all(|other| below.contains(other)), "{name} stands below one of {allowed:?}");
    }
}

#[test]
fn words_are_read_as_the_compiler_reads_them() {
    let text = "let a = b'x'; let b = r#type; 'outer: loop { 1.0.max(2); '\\u{301}'; c\"d\"; x.0.y() } // end";
    let words: Vec<String> = source::tokens(text).into_iter().map(|token| token.text).collect();
    let wanted = "let a =  ; let b = type ;  : loop {  .  . max (  ) ;  ;  ; x .  . y ( ) }";
    assert_eq!(words.join(" "), wanted);
}
