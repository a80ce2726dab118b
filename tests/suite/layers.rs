//! What may import what, and who may touch what lies outside of the program.
//!
//! The rules are read off the sources, and each of them is broken on purpose in `layers/broken.rs`, so that a rule that
//! has gone blind is noticed too.

mod broken;
mod rules;
mod source;

use crate::support::common::texts;
use rules::{Kept, Sources};

/// Who may import from whom. Nobody imports from `cli` but the program itself.
const TABLE: &[(&str, &[&str])] = &[
    ("vi", &[]),
    ("finding", &["vi"]),
    ("xlsx", &["finding", "vi"]),
    ("sign", &["finding", "vi"]),
    ("input", &["xlsx", "finding", "vi"]),
    ("product", &["input", "sign", "xlsx", "finding", "vi"]),
    ("versions", &["product", "input", "xlsx", "finding", "vi"]),
    ("cli", &["versions", "product", "input", "sign", "xlsx", "finding", "vi"]),
    ("main.rs", &["cli"]),
    ("lib.rs", &["cli", "versions", "product", "input", "sign", "xlsx", "finding", "vi"]),
];

/// Folders inside of one that do not know each other.
const STRANGERS: &[(&str, &[&str])] = &[
    // PDFs and cryptography can each be judged alone; whoever signs or examines brings them together.
    ("sign/crypto", &["sign/pdf", "sign/key", "sign/online"]),
    ("sign/pdf", &["sign/key", "sign/online"]),
    ("sign/online", &["sign/key"]),
    ("input/definition", &["input/reading", "input/checking", "input/starter"]),
    ("input/reading", &["input/checking", "input/starter"]),
    ("input/checking", &["input/starter"]),
    ("product/prose", &["product/pages", "product/ledger"]),
    ("product/pages", &["product/ledger"]),
    ("versions/diff", &["versions/marked", "versions/readback"]),
    ("versions/marked", &["versions/readback"]),
    ("versions/readback", &["versions/marked"]),
];

/// What only a few may name, and why they must.
const KEPT: &[Kept] = &[
    Kept {
        what: "the disk",
        names: &[
            "std::fs",
            "std::os::unix::fs",
            "std::os::fd",
            "tempfile",
            ".exists",
            ".try_exists",
            ".is_file",
            ".is_dir",
            ".read_dir",
            ".canonicalize",
            ".metadata",
            ".symlink_metadata",
            ".read_link",
            ".is_symlink",
        ],
        by: &[
            ("input/disk.rs", "reads for all who need not know more of the disk"),
            ("input/folder.rs", "tells workbooks from folders"),
            ("input/templates.rs", "knows which files make a folder a document"),
            ("product/publish.rs", "writes outputs, all at once or not at all"),
            ("product/pages/fonts.rs", "takes fonts from files and from folders"),
            ("versions/names.rs", "looks what stands under the names of a product"),
            ("versions/records.rs", "looks through records, and for signed copies"),
            ("sign/key/secret.rs", "takes passwords from files that must not be kept"),
            ("cli/", "looks at what the command line names"),
        ],
    },
    Kept {
        what: "the network",
        names: &["ureq", "std::net"],
        by: &[("sign/online/http.rs", "the one door to the network")],
    },
    Kept {
        what: "the clock",
        names: &["std::time::SystemTime::now", "std::time::Instant", ".elapsed"],
        by: &[("cli/", "tells how long it took, and the time to who signs and examines")],
    },
    Kept {
        what: "chance",
        names: &["getrandom", "std::hash::RandomState", "std::collections::hash_map::RandomState"],
        by: &[("sign/online/time_stamp.rs", "a question to a server bears a number that nobody can know beforehand")],
    },
    Kept {
        what: "the surroundings of the process",
        names: &["std::env", "sys_locale", "signal_hook"],
        by: &[("main.rs", "takes the arguments"), ("cli/", "asks for colours, language, its own path and Ctrl-C")],
    },
    Kept {
        what: "other processes and the end of this one",
        names: &["std::process", "rustix::process"],
        by: &[
            ("main.rs", "ends the process"),
            ("cli/apart.rs", "what may not come to an end is tried in a process of its own"),
            ("cli/trial.rs", "ends its own process when the time is over"),
        ],
    },
    Kept {
        what: "calls to the system",
        names: &["rustix"],
        by: &[("cli/apart.rs", "limits a process"), ("product/publish.rs", "two folders change places in one step")],
    },
    Kept {
        what: "threads",
        names: &["std::thread", "rayon"],
        by: &[
            ("cli/", "works on many documents side by side"),
            ("product/build.rs", "makes pages and workbook side by side"),
            ("product/pages/typed_blanks.rs", "goes over the pages side by side"),
            ("product/prose/narrative.rs", "ties the lines of its files side by side"),
            ("product/publish.rs", "writes files side by side"),
            ("sign/online/http.rs", "waits before it asks again"),
        ],
    },
    Kept {
        what: "the screen",
        names: &["println!", "print!", "eprintln!", "eprint!", "dbg!", "std::io::stdout", "std::io::stderr"],
        by: &[("cli/terminal.rs", "the one way to it")],
    },
    Kept {
        what: "what is typed while it runs",
        names: &["std::io::stdin", "rpassword"],
        by: &[("cli/apart.rs", "hands over what is tried"), ("sign/key/secret.rs", "asks for passwords")],
    },
    Kept { what: "what the compiler cannot look through", names: &["unsafe", "extern", "include!"], by: &[] },
    Kept { what: "the arguments' parser", names: &["clap"], by: &[("cli/", "no matter of documents")] },
    Kept {
        what: "the texts' library",
        names: &["fluent_bundle"],
        by: &[
            ("finding/messages.rs", "holds the texts in both languages"),
            ("finding/argument.rs", "hands arguments over"),
        ],
    },
    Kept {
        what: "the typesetter",
        names: &["typst*"],
        by: &[
            ("product/pages/ahead.rs", "sets paragraphs ahead of their pages"),
            ("product/pages/areas.rs", "measures areas of laid-out pages"),
            ("product/pages/divided.rs", "looks up how laid-out pages divide tables"),
            ("product/pages/fonts.rs", "hands fonts over"),
            ("product/pages/foreign.rs", "reads what others wrote with the parser that will read it again"),
            ("product/pages/overlook.rs", "looks laid-out pages over"),
            ("product/pages/printed.rs", "looks figures up on laid-out pages"),
            ("product/pages/trial.rs", "hands over what is set elsewhere first"),
            ("product/pages/typed_blanks.rs", "gives laid-out pages the blanks that were typed"),
            ("product/pages/typesetter.rs", "sets pages and writes PDFs"),
            ("product/pages/unprinted.rs", "looks up what laid-out pages do not show"),
            ("product/pages/unseen.rs", "judges whether a laid-out text can be seen"),
            ("product/pages/walk.rs", "walks through laid-out pages"),
            ("product/prose/main_text.rs", "finds the texts of a main file with the parser that will read it again"),
            ("product/prose/inspect.rs", "reads prose with the parser that will read it again"),
        ],
    },
    Kept {
        what: "the typesetter's memory",
        names: &["comemo"],
        by: &[
            ("product/pages/ahead.rs", "remembers paragraphs"),
            ("product/pages/typesetter.rs", "remembers sources, and forgets all"),
            ("product/prose/inspect.rs", "remembers what was looked at"),
        ],
    },
    Kept {
        what: "the reader of PDFs",
        names: &["hayro_interpret", "kurbo"],
        by: &[("versions/readback/", "reads back what was handed back")],
    },
    Kept {
        what: "the copier of PDF pages",
        names: &["hayro_syntax", "hayro_write", "pdf_writer", "krilla*"],
        by: &[("sign/pdf/appearance.rs", "makes a drawing the appearance of a field")],
    },
    Kept {
        what: "the reader of workbooks",
        names: &["calamine"],
        by: &[("xlsx/extract.rs", "the one pass over cells")],
    },
    Kept { what: "zip archives", names: &["zip"], by: &[("xlsx/container.rs", "looks the parts of a workbook over")] },
    Kept {
        what: "XML",
        names: &["quick_xml"],
        by: &[("xlsx/survey.rs", "reads what sheets say of themselves"), ("xlsx/xml_guard.rs", "follows its events")],
    },
    Kept {
        what: "the writer of workbooks",
        names: &["rust_xlsxwriter"],
        by: &[
            ("xlsx/write.rs", "what all writers share"),
            ("product/workbook.rs", "the appendices"),
            ("versions/diff/workbook.rs", "a comparison"),
            ("input/starter/cell_rules.rs", "what the cells to fill in accept"),
            ("input/starter/instructions.rs", "their instructions"),
            ("input/starter/sheet.rs", "their sheets"),
            ("input/starter/workbook.rs", "the whole of them"),
        ],
    },
    Kept {
        what: "the templates' language",
        names: &["minijinja"],
        by: &[
            ("product/prose/narrative.rs", "runs the templates"),
            ("product/prose/values/", "the only place where a value becomes text"),
        ],
    },
    Kept {
        what: "cryptography",
        names: &[
            "cms",
            "x509_cert",
            "der",
            "const_oid",
            "rsa",
            "p256",
            "p384",
            "p12_keystore",
            "signature",
            "sha1",
            "cryptoki",
        ],
        by: &[("sign/", "nothing else signs")],
    },
];

/// Every file below `src`.
fn sources() -> Sources {
    let all = texts("src", |_| true);
    // Whoever finds next to nothing finds nothing wrong.
    assert!(all.len() > 100, "only {} sources", all.len());
    all
}

fn expect_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_go_downwards() {
    expect_none(&rules::layers(&sources(), TABLE));
    expect_none(&rules::apart(&sources(), STRANGERS));
}

#[test]
fn nobody_imports_from_the_root() {
    expect_none(&rules::root(&sources()));
}

#[test]
fn files_do_not_import_each_other_in_circles() {
    expect_none(&rules::circles(&sources()));
}

#[test]
fn few_touch_what_lies_outside() {
    expect_none(&rules::keepers(&sources(), KEPT));
    expect_none(&rules::handed_on(&sources()));
}

#[test]
fn folders_files_and_functions_stay_small() {
    expect_none(&rules::shape(&sources()));
}

#[test]
fn tests_and_their_like_stay_small_too() {
    let mut wrong = Vec::new();
    for (folder, least) in [("tests", 50), ("benches", 5), ("examples", 1)] {
        let sources = texts(folder, |name| name.ends_with(".rs"));
        assert!(sources.len() >= least, "{folder}: only {} sources", sources.len());
        wrong.extend(rules::lengths(&sources).iter().map(|wrong| format!("{folder}/{wrong}")));
    }
    expect_none(&wrong);
}
