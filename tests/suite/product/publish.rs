//! The output folder holds the whole old set or the whole new one, however a run ends and whoever else runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use vanban::product::publish;

use crate::support::common::{New, edited, root};
use crate::support::desk::gather;

type Set = BTreeMap<String, Vec<u8>>;

fn contents(folder: &Path) -> Set {
    let mut files = Set::new();
    gather(folder, folder, &mut files);
    files
}

fn set(number: usize, bytes: usize) -> Set {
    let names = ["a.pdf", "a-phu-luc.xlsx", "figures.json", "source/main.typ", "source/nd30/page.typ"];
    names.iter().map(|name| ((*name).to_owned(), format!("{number} {name} ").repeat(bytes).into_bytes())).collect()
}

#[test]
fn other_files_stay_and_earlier_ones_of_the_same_name_go() {
    let desk = tempfile::tempdir().expect("folder");
    let folder = desk.path().join("output/ke-hoach");
    publish::write(&folder, &set(1, 10)).expect("first");
    fs::write(folder.join("ghi-chu.txt"), "của tôi").expect("own file");
    fs::create_dir(folder.join("ban-cu")).expect("own folder");
    fs::write(folder.join("ban-cu/a.pdf"), "cũ").expect("own file");
    publish::write(&folder, &set(2, 10)).expect("second");
    let mut expected = set(2, 10);
    expected.insert("ghi-chu.txt".to_owned(), "của tôi".into());
    expected.insert("ban-cu/a.pdf".to_owned(), "cũ".into());
    assert_eq!(contents(&folder), expected);
    let beside: Vec<_> = fs::read_dir(desk.path().join("output")).expect("output").flatten().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
}

/// Many writers of one folder: at every moment it holds one writer's whole set.
#[test]
fn writers_at_once_do_not_mix() {
    let desk = tempfile::tempdir().expect("folder");
    let folder = desk.path().join("ke-hoach");
    publish::write(&folder, &set(0, 10)).expect("first");
    let whole: Vec<Set> = (0..4).map(|writer| set(writer, 10)).collect();
    std::thread::scope(|scope| {
        let writers: Vec<_> = (1..4)
            .map(|writer| {
                let (folder, set) = (&folder, &whole[writer]);
                scope.spawn(move || (0..40).for_each(|_| publish::write(folder, set).expect("write")))
            })
            .collect();
        while writers.iter().any(|writer| !writer.is_finished()) {
            // A folder opened before the change keeps its old files; one listing must be of one set.
            let handle = fs::canonicalize(&folder).expect("folder");
            let found = fs::read(handle.join("figures.json")).expect("a whole set at every moment");
            assert!(whole.iter().any(|set| set["figures.json"] == found), "half a file");
        }
    });
    assert!(whole.contains(&contents(&folder)));
}

fn start(desk: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.current_dir(desk).arg("--quiet").arg("--templates").arg(root().join("templates"));
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("program")
}

/// Two hundred builds killed at random moments, each after a figure changed.
#[test]
fn a_killed_build_leaves_a_whole_set() {
    let desk = tempfile::tempdir().expect("folder");
    let inputs = desk.path().join("inputs/ke-hoach");
    fs::create_dir_all(&inputs).expect("inputs");
    let versions = [
        edited(&[]),
        edited(&[
            ("Hộ nghèo", "C5", New::Number("316")),
            ("Hộ nghèo", "C11", New::Blank),
            ("Chỉ tiêu", "E2", New::Number("2720")),
        ]),
    ];
    let folder = desk.path().join("output/ke-hoach");
    let mut whole = Vec::new();
    let mut longest = Duration::ZERO;
    for version in &versions {
        fs::write(inputs.join("so-lieu.xlsx"), &version.workbooks["so-lieu.xlsx"]).expect("workbook");
        let started = Instant::now();
        assert!(start(desk.path()).wait().expect("build").success());
        longest = longest.max(started.elapsed());
        whole.push(contents(&folder));
    }
    assert!(whole[0] != whole[1]);
    // Most moments fall near the end, where the files are written.
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let (mut killed, mut changed) = (0, 0);
    for round in 0..200 {
        fs::write(inputs.join("so-lieu.xlsx"), &versions[round % 2].workbooks["so-lieu.xlsx"]).expect("workbook");
        let before = contents(&folder);
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let share = if round % 4 == 0 { seed % 1000 } else { 600 + seed % 500 };
        let mut child = start(desk.path());
        std::thread::sleep(longest * u32::try_from(share).expect("share") / 1000);
        killed += usize::from(child.try_wait().expect("state").is_none());
        // SIGKILL on Unix; nothing in the program can catch it.
        child.kill().expect("kill");
        child.wait().expect("end");
        let after = contents(&folder);
        assert!(whole.contains(&after), "round {round}: {:?}", after.keys());
        changed += usize::from(after != before);
    }
    assert!(killed > 20, "only {killed} builds were killed before their end");
    assert!(changed > 0, "no build came to its end");
    // What a killed run leaves beside the folder, the next one clears away.
    assert!(start(desk.path()).wait().expect("build").success());
    assert_eq!(fs::read_dir(desk.path().join("output")).expect("output").count(), 1);
}
