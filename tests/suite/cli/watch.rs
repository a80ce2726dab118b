//! Saving a file makes the document anew, however it is saved.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::support::common::{New, edited};
use crate::support::desk::Desk;

/// A watch that runs, and what it prints.
struct Watching<'a> {
    desk: &'a Desk,
    child: Child,
}

impl<'a> Watching<'a> {
    fn start(desk: &'a Desk) -> Self {
        let log = |name: &str| File::create(desk.path(name)).expect("log");
        let mut command = desk.command();
        command.args(["watch", "--lang", "vi"]).stdin(Stdio::null()).stdout(log("ket-qua")).stderr(log("thong-bao"));
        Self { desk, child: command.spawn().expect("program") }
    }

    /// Everything printed so far.
    fn printed(&self) -> String {
        let read = |name: &str| fs::read_to_string(self.desk.path(name)).unwrap_or_default();
        read("ket-qua") + &read("thong-bao")
    }

    /// Waits until `text` has been printed `times` times.
    fn wait_for(&self, text: &str, times: usize) {
        let started = Instant::now();
        while self.printed().matches(text).count() < times {
            assert!(started.elapsed() < Duration::from_secs(60), "waiting for {text}:\n{}", self.printed());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// As Ctrl-C does it.
    fn interrupt(&mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
        self.child.wait().expect("end")
    }
}

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The real plan with other numbers of poor households in one district.
fn version(poor: &'static str, all: &'static str) -> Vec<u8> {
    let edits = [
        ("Hộ nghèo", "C5", New::Number(poor)),
        ("Hộ nghèo", "C11", New::Number(all)),
        ("Chỉ tiêu", "E2", New::Number(all)),
    ];
    edited(&edits).workbooks["so-lieu.xlsx"].clone()
}

/// Under another name, which then takes the place of the old file, while the lock of the workbook is there.
fn save_as_excel_does(folder: &Path, bytes: &[u8]) {
    fs::write(folder.join("~$so-lieu.xlsx"), "khoa").expect("lock");
    fs::write(folder.join("5B2D7A10"), bytes).expect("temporary file");
    fs::rename(folder.join("so-lieu.xlsx"), folder.join("1C9F03E2.tmp")).expect("old file");
    std::thread::sleep(Duration::from_millis(30));
    fs::rename(folder.join("5B2D7A10"), folder.join("so-lieu.xlsx")).expect("new file");
    fs::remove_file(folder.join("1C9F03E2.tmp")).expect("old file");
}

#[cfg(unix)]
#[test]
fn a_save_makes_the_document_anew() {
    let desk = Desk::real();
    let folder = desk.path("inputs/ke-hoach");
    let mut watching = Watching::start(&desk);
    watching.wait_for("Đang theo dõi 1 văn bản", 1);
    let first = desk.outputs();
    assert!(first.contains_key("ke-hoach/85-KH-UBND.pdf"), "{:?}", first.keys());

    save_as_excel_does(&folder, &version("316", "2720"));
    watching.wait_for("Huyện Phú Bình › Số hộ nghèo: 306 → 316 hộ, tăng 10 hộ", 1);
    watching.wait_for("đã lập trong", 2);
    assert!(desk.outputs()["ke-hoach/85-KH-UBND.pdf"] != first["ke-hoach/85-KH-UBND.pdf"]);

    // Half a workbook is waited for, the whole one is built.
    let whole = version("326", "2730");
    fs::write(folder.join("so-lieu.xlsx"), &whole[..whole.len() / 2]).expect("half");
    watching.wait_for("đang chờ tệp lưu xong", 1);
    fs::write(folder.join("so-lieu.xlsx"), &whole).expect("whole");
    watching.wait_for("Huyện Phú Bình › Số hộ nghèo: 316 → 326 hộ", 1);
    assert!(!watching.printed().contains("lỗi["), "{}", watching.printed());

    // A fault is said, and what was built before stays.
    let before = desk.outputs();
    fs::write(folder.join("so-lieu.xlsx"), version("336", "2730")).expect("wrong total");
    watching.wait_for("Kết quả đã có trước đó được giữ nguyên", 1);
    assert!(desk.outputs() == before);

    // As a build of the same workbook makes it.
    fs::write(folder.join("so-lieu.xlsx"), version("336", "2740")).expect("right total");
    watching.wait_for("Huyện Phú Bình › Số hộ nghèo: 326 → 336 hộ", 1);
    assert_eq!(watching.interrupt().code(), Some(0));
    assert!(watching.printed().contains("Đã dừng theo dõi"), "{}", watching.printed());
    let watched = desk.outputs();
    assert_eq!(desk.run(&["build"]).status.code(), Some(0));
    assert!(desk.outputs() == watched, "a watch makes other files than a build");
}

#[cfg(unix)]
#[test]
fn a_template_is_watched_too() {
    let desk = Desk::real();
    let prose = desk.path("templates/ke-hoach-giam-ngheo/narrative/07-ket-thuc.typ.j2");
    let text = fs::read_to_string(&prose).expect("prose");
    let mut watching = Watching::start(&desk);
    watching.wait_for("đã lập trong", 1);
    fs::write(&prose, text.clone() + "\n\nGiá 5 $ một.\n").expect("prose");
    watching.wait_for("prose-markup", 1);
    let (start, end) = text.split_at(text.rfind("./.").expect("the end"));
    fs::write(&prose, format!("{start} hằng năm{end}")).expect("prose");
    watching.wait_for("đã lập trong", 2);
    watching.wait_for("hằng năm", 1);
    // A further folder is found by itself.
    fs::create_dir_all(desk.path("inputs/moi")).expect("folder");
    fs::copy(desk.path("inputs/ke-hoach/so-lieu.xlsx"), desk.path("inputs/moi/so-lieu.xlsx")).expect("workbook");
    watching.wait_for("inputs/moi: đã lập trong", 1);
    assert_eq!(watching.interrupt().code(), Some(0));
}

/// A workbook that stays unreadable is called so in the end, and built when it can be read.
#[cfg(unix)]
#[test]
fn a_workbook_that_stays_broken_is_reported() {
    let desk = Desk::real();
    let book = desk.path("inputs/ke-hoach/so-lieu.xlsx");
    let whole = fs::read(&book).expect("workbook");
    fs::write(&book, &whole[..1000]).expect("half");
    let mut watching = Watching::start(&desk);
    watching.wait_for("workbook-broken", 1);
    assert_eq!(watching.printed().matches("đang chờ").count(), 1);
    fs::write(&book, whole).expect("whole");
    watching.wait_for("đã lập trong", 1);
    assert_eq!(watching.interrupt().code(), Some(0));
}

#[test]
fn what_was_made_and_deleted_is_made_again() {
    let desk = Desk::real();
    let mut watching = Watching::start(&desk);
    watching.wait_for("đã lập trong", 1);
    let made = desk.outputs();
    fs::remove_file(desk.path("output/ke-hoach/85-KH-UBND.pdf")).expect("file");
    watching.wait_for("đã lập trong", 2);
    fs::remove_dir_all(desk.path("output")).expect("folder");
    watching.wait_for("đã lập trong", 3);
    assert!(watching.interrupt().success());
    assert!(desk.outputs() == made);
}
