//! The marked copy: every change in its place with its old value, on the pages of the document, and never taken for it.

use std::fs;

use vanban::finding::Finding;
use vanban::finding::outcome::Warned;
use vanban::input::templates::Templates;
use vanban::product::file_kinds::{self, NOTICE};
use vanban::product::ledger::format::{Figure, Kind, Ledger};
use vanban::versions::diff::change::Difference;
use vanban::versions::diff::data;
use vanban::versions::diff::version::Version;
use vanban::versions::marked::copy;
use vanban::versions::readback::compare;
use vanban::versions::readback::pdf_text::{self, Word};
use vanban::versions::readback::remark::Outcome;
use vanban::xlsx::read;

use crate::product::second;
use crate::support::common::{
    Built, New, build_with, edited, fonts, golden, input, key, plan, root, set, templates, text, write,
};
use crate::support::desk::{Desk, copy as copy_folder, stderr};

/// The marked copy of a document, read back.
struct Copy {
    bytes: Vec<u8>,
    warnings: Vec<Finding>,
    words: Vec<Word>,
    pages: usize,
    /// Pages of the list.
    front: usize,
}

fn difference(old: &Ledger, new: &Built) -> Difference {
    data::diff(&Version::built(old.clone()), &Version::built(new.product.ledger.clone()))
}

fn copy(old: &Ledger, new: &Built, templates: &Templates) -> Copy {
    let difference = difference(old, new);
    let made = copy::mark(&new.verified, templates, fonts(), &new.product, (&difference, "bản <cũ>"));
    let Warned { output: bytes, warnings } = made.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let read = pdf_text::read(&bytes, fonts()).expect("readable");
    let (words, pages) = (read.words, read.pages.len());
    Copy { bytes, warnings, words, pages, front: pages - new.product.ledger.pages }
}

impl Copy {
    fn text(&self, page: usize) -> String {
        let words = self.words.iter().filter(|word| word.page == page);
        words.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn list(&self) -> String {
        (1..=self.front).map(|page| self.text(page)).collect::<Vec<_>>().join(" ")
    }

    /// Each mark of the document's pages: page, old value and what follows it, one word each.
    fn marks(&self) -> Vec<(usize, &str, &str)> {
        let inside = self.words.iter().filter(|word| word.page > self.front).collect::<Vec<_>>();
        let marks = inside.windows(3).filter(|words| words[0].text == "cũ:");
        marks.map(|words| (words[0].page - self.front, words[1].text.as_str(), words[2].text.as_str())).collect()
    }
}

fn phu_binh() -> Vec<(&'static str, &'static str, New)> {
    let total = || New::Number("2714");
    vec![("Hộ nghèo", "C5", New::Number("310")), ("Hộ nghèo", "C11", total()), ("Chỉ tiêu", "E2", total())]
}

fn built(edits: &[(&str, &str, New)], templates: &Templates) -> Built {
    build_with(&edited(edits), templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()))
}

fn is_valid(bytes: &[u8], profile: &str) {
    let broken = crate::support::archive::broken_rules(bytes, profile);
    assert!(broken.is_empty(), "{profile}: {broken:?}");
}

#[test]
fn one_districts_figure_is_marked_in_its_five_places() {
    let new = built(&phu_binh(), templates());
    let copy = copy(&plan().product.ledger, &new, templates());
    let mut marks = copy.marks();
    marks.sort_unstable();
    let total = (17, "2.710", "2.714");
    assert_eq!(marks, [(2, "2.710", "2.714"), (2, "3.486", "3.490"), total, total, (17, "306", "310")]);
    assert!(copy.warnings.is_empty(), "{:#?}", copy.warnings);
    assert_eq!((copy.front, copy.pages), (1, plan().product.ledger.pages + 1));
    for page in 1..=copy.pages {
        let text = copy.text(page);
        assert!(text.contains(NOTICE), "page {page}: {text}");
        let place = format!("Ứng với trang {}/{} của tệp 85-KH-UBND.pdf", page.saturating_sub(1), copy.pages - 1);
        assert_eq!(text.contains(&place), page > 1, "page {page}: {text}");
    }
    let list = copy.list();
    for row in [
        "So với: bản <cũ>.",
        "1 Hộ nghèo › Huyện Phú Bình › Số hộ nghèo 306 310 tăng 4 hộ (1,3%) 17",
        "3 Hộ nghèo › Cộng › Số hộ nghèo 2.710 2.714 tăng 4 hộ (0,1%) 2, 17",
    ] {
        assert!(list.contains(row), "{row}\n{list}");
    }
    for profile in ["2a", "ua1"] {
        is_valid(&copy.bytes, profile);
    }
    // It is not taken for the document.
    assert!(matches!(compare::compare("a.pdf", &copy.bytes, &new.product, fonts()), Outcome::MarkedCopy));
    assert!(file_kinds::is_marked_copy(&copy.bytes) && !file_kinds::is_marked_copy(new.file(".pdf")));
}

/// A version in which every datum was another.
fn all_other(ledger: &Ledger) -> Ledger {
    let other = |figure: &Figure| {
        let mut figure = figure.clone();
        let digit = |c: char| if c.is_ascii_digit() { char::from(b'1' + (c as u8 - b'0') % 9) } else { c };
        let change =
            |text: &str| text.chars().map(digit).collect::<String>() + if figure.kind == Kind::Text { "x" } else { "" };
        let (value, printed) = (change(&figure.value), figure.printed.as_deref().map(change));
        (figure.value, figure.printed) = (value, printed);
        figure
    };
    Ledger { figures: ledger.figures.iter().map(other).collect(), ..ledger.clone() }
}

/// Even with a mark at every datum, nothing stands elsewhere than in the document.
#[test]
fn marks_take_no_room() {
    let new = plan();
    let difference = difference(&all_other(&new.product.ledger), new);
    assert!(difference.figures.len() > 150, "{}", difference.figures.len());
    let copy = copy(&all_other(&new.product.ledger), new, templates());
    assert!(copy.warnings.is_empty(), "{:#?}", copy.warnings);
    let own = pdf_text::read(new.file(".pdf"), fonts()).expect("readable").words;
    let near = |one: &Word, other: &Word| (one.x.start - other.x.start).abs() < 0.3 && (one.y - other.y).abs() < 0.1;
    let stays = |word: &&Word| {
        // A mark may stand between the signs and the figure of one word.
        let is_it = |other: &&Word| other.page == word.page + copy.front && word.text.starts_with(&*other.text);
        copy.words.iter().filter(is_it).any(|other| near(word, other))
    };
    let moved: Vec<&Word> = own.iter().filter(|word| !stays(word)).collect();
    assert!(moved.is_empty(), "{} of {}: {:#?}", moved.len(), own.len(), &moved[..moved.len().min(8)]);
    assert!(copy.marks().len() > 250, "{}", copy.marks().len());
    is_valid(&copy.bytes, "ua1");
}

/// The real templates with one file of the prose changed.
fn with_prose(edits: &[(&str, &str, &str)]) -> Templates {
    let mut all = templates().clone();
    let prose = &mut all.documents.get_mut("ke-hoach-giam-ngheo").expect("document").narrative;
    for (file, from, to) in edits {
        let text = prose.get_mut(*file).expect("file");
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
    }
    all
}

#[test]
fn words_that_were_replaced_added_and_cut() {
    let edited = with_prose(&[
        ("06-to-chuc-thuc-hien.typ.j2", "định kỳ theo quy định", "hằng quý theo quy định"),
        ("02-muc-tieu.typ.j2", "ít nhất một thành viên", "một thành viên"),
        ("02-muc-tieu.typ.j2", "Phấn đấu giảm", "Phấn đấu trong năm giảm"),
        ("02-muc-tieu.typ.j2", "== 1. Mục tiêu\n", "== 1. Mục tiêu\n\nMột đoạn mới.\n"),
    ]);
    let new = built(&[], &edited);
    let copy = copy(&plan().product.ledger, &new, &edited);
    let inside = (copy.front + 1..=copy.pages).map(|page| copy.text(page)).collect::<Vec<_>>().join(" ");
    for words in [
        "nghèo cũ: định kỳ hằng quý theo quy định",
        "có bỏ: ít nhất một thành viên",
        "Phấn đấu thêm trong năm giảm",
        "thêm Một đoạn mới.",
    ] {
        assert!(inside.contains(words), "{words}\n{inside}");
    }
    assert_eq!(inside.matches("cũ:").count() + inside.matches("bỏ:").count() + inside.matches("thêm ").count(), {
        let own = plan().sentences().join(" ");
        4 + own.matches("thêm ").count()
    });
    let list = copy.list();
    assert!(list.contains("Câu chữ thay đổi vì lý do khác") && list.contains("[bỏ: định kỳ] hằng quý"), "{list}");
    assert!(list.contains("vì lời văn được sửa (06-to-chuc-thuc-hien.typ.j2)"), "{list}");
    assert!(copy.warnings.is_empty() && copy.front == 1);
    is_valid(&copy.bytes, "ua1");
}

#[test]
fn a_name_and_a_figure_that_is_gone() {
    let signer = crate::support::common::source()
        .into_iter()
        .find(|sheet| &*sheet.name == "Văn bản")
        .and_then(|sheet| {
            let is_signer = |value: &vanban::xlsx::grid::CellValue| format!("{value:?}").contains("Họ và tên người ký");
            sheet.cells.iter().find(|(_, cell)| is_signer(&cell.value)).map(|((row, _), _)| format!("B{}", row + 1))
        })
        .expect("signer");
    let new = built(&[("Văn bản", &signer, text("Nguyễn Thị Ánh"))], templates());
    // A figure in a cell that is blank now, and one of a row that is gone.
    let mut old = plan().product.ledger.clone();
    let blank =
        new.verified.checked.dataset.entries().find(|entry| entry.is_blank() && entry.key.table() == Some("budget"));
    for key in [blank.expect("a blank cell").key.clone(), key("households/Huyện Cũ/poor")] {
        let like = old.figures.iter().find(|figure| figure.key.as_str() == "budget/2.1/total").expect("figure").clone();
        let (name, value) = (format!("Cũ › {key}"), "7531".to_owned());
        let printed = Some("7.531".to_owned());
        old.figures.push(Figure { key, name, value, printed, computed: false, ..like });
    }
    let copy = copy(&old, &new, templates());
    let inside = (copy.front + 1..=copy.pages).map(|page| copy.text(page)).collect::<Vec<_>>().join(" ");
    assert!(inside.contains("cũ: Lê Quang Tiến Nguyễn Thị Ánh"), "{inside}");
    assert_eq!(inside.matches("bỏ: 7.531").count(), 1);
    let list = copy.list();
    assert_eq!(list.matches("7.531 đã bỏ").count(), 2, "{list}");
    assert!(list.contains("Họ và tên người ký Lê Quang Tiến Nguyễn Thị Ánh 16"), "{list}");
    assert_eq!((copy.marks().len(), copy.warnings.len()), (1, 0));
}

/// An old ledger may come from anywhere.
#[test]
fn a_hostile_old_value_stays_text() {
    const HOSTILE: &str = "\"); #panic() $x$ *b* \\ \u{e000}k\u{e001}\");#panic()\u{e002} // <a> @b";
    let mut old = plan().product.ledger.clone();
    for figure in &mut old.figures {
        if ["doc/signer", "indicators/di-hoc/plan"].contains(&figure.key.as_str()) {
            (figure.value, figure.printed) = (HOSTILE.to_owned(), Some(HOSTILE.to_owned()));
        }
    }
    for sentence in &mut old.sentences {
        sentence.text = sentence.text.replace("định kỳ", HOSTILE);
    }
    let copy = copy(&old, plan(), templates());
    assert!(copy.list().contains("#panic() $x$ *b*"), "{}", copy.list());
    let inside = (copy.front + 1..=copy.pages).map(|page| copy.text(page)).collect::<Vec<_>>().join(" ");
    assert!(inside.contains("cũ: xem mục"), "{inside}");
}

#[test]
fn the_option_adds_one_file_and_the_next_build_takes_it_away() {
    let desk = Desk::real();
    let plain = |desk: &Desk| {
        let mut files = desk.outputs();
        files.retain(|name, _| !name.ends_with("-thay-doi.pdf"));
        files
    };
    let marks = ["build", "--mark-changes"];
    // Nothing to compare with: nothing is written.
    for language in ["vi", "en"] {
        let refused = stderr(&desk.run(&[&marks[..], &["--lang", language]].concat()));
        let found = refused.split("marked-no-base").nth(1).and_then(|found| found.split("\n\n").next());
        golden(&format!("marked.{language}.txt"), &(found.unwrap_or_default().to_owned() + "\n"));
    }
    let refused = desk.run(&marks);
    assert_eq!(refused.status.code(), Some(2), "{}", stderr(&refused));
    assert!(stderr(&refused).contains("marked-no-base") && desk.outputs().is_empty(), "{}", stderr(&refused));
    assert_eq!(desk.run(&["issue", "inputs/ke-hoach"]).status.code(), Some(0));
    let unchanged = desk.run(&marks);
    assert!(
        unchanged.status.success() && stderr(&unchanged).contains("không lập bản so sánh"),
        "{}",
        stderr(&unchanged)
    );
    assert_eq!(plain(&desk), desk.outputs());
    fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), &edited(&phu_binh()).workbooks["so-lieu.xlsx"])
        .expect("input");
    assert!(desk.run(&["build"]).status.success());
    let without = desk.outputs();
    let output = desk.run(&marks);
    assert!(output.status.success(), "{}", stderr(&output));
    let name = "ke-hoach/85-KH-UBND-sua-doi-1-thay-doi.pdf";
    let copy = desk.outputs()[name].clone();
    assert_eq!(plain(&desk), without);
    assert!(stderr(&output).contains("bản so sánh thay đổi, không phải văn bản ban hành:"), "{}", stderr(&output));
    // The same once more, against the record itself.
    let again = desk.run(&["build", "--mark-changes", "--quiet"]);
    assert!(again.status.success() && desk.outputs()[name] == copy);
    let records = desk.path("inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND/figures.json");
    let against = desk.run(&["build", "--mark-changes", "--against", records.to_str().expect("path")]);
    assert!(against.status.success() && desk.outputs()[name] != copy, "the list names what it compares with");
    let verified = desk.run(&["verify", "inputs/ke-hoach", &format!("output/{name}")]);
    assert_eq!(verified.status.code(), Some(2), "{}", stderr(&verified));
    assert!(String::from_utf8_lossy(&verified.stdout).contains("là bản so sánh thay đổi"));
    // Somebody's own file of such a name stays; the copy goes with the next build, and is never recorded.
    fs::write(desk.path("output/ke-hoach/y-kien-thay-doi.pdf"), "của tôi").expect("own file");
    assert!(desk.run(&["issue", "inputs/ke-hoach", "--replaces", "thay-the"]).status.success());
    assert!(!desk.outputs().contains_key(name) && desk.outputs().contains_key("ke-hoach/y-kien-thay-doi.pdf"));
    let mut recorded = std::collections::BTreeMap::new();
    crate::support::desk::gather(&desk.path("inputs"), &desk.path("inputs"), &mut recorded);
    assert!(recorded.keys().all(|name| !name.ends_with("-thay-doi.pdf")), "{:?}", recorded.keys());
}

#[test]
fn many_folders_each_against_its_own() {
    let desk = Desk::real();
    let second = desk.path("inputs/ke-hoach-hai");
    fs::create_dir_all(&second).expect("folder");
    fs::write(second.join("so-lieu.xlsx"), &input().workbooks["so-lieu.xlsx"]).expect("input");
    assert!(desk.run(&["build", "--output", "cu"]).status.success());
    for folder in ["ke-hoach", "ke-hoach-hai"] {
        let workbook = &edited(&phu_binh()).workbooks["so-lieu.xlsx"];
        fs::write(desk.path(&format!("inputs/{folder}/so-lieu.xlsx")), workbook).expect("input");
    }
    let copies = |desk: &Desk| desk.outputs().into_keys().filter(|name| name.ends_with("-thay-doi.pdf")).count();
    let output = desk.run(&["build", "--mark-changes", "--against", "cu", "--quiet"]);
    assert!(output.status.success() && copies(&desk) == 2, "{}", stderr(&output));
    let output = desk.run(&["build", "--mark-changes", "--against", "inputs/ke-hoach"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("marked-many"), "{}", stderr(&output));
    let missing = desk.run(&["build", "inputs/ke-hoach", "--mark-changes", "--against", "khong-co"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(stderr(&missing).contains("marked-against"), "{}", stderr(&missing));
    assert_eq!(desk.run(&["build", "--against", "cu"]).status.code(), Some(2));
}

/// A document whose rows all have other names is compared as a whole: thousands of marks would take minutes.
#[test]
fn more_changes_than_anybody_approves_are_not_marked() {
    let desk = Desk::real();
    let fixture = root().join("tests/fixtures/quyet-dinh-giao-du-toan");
    copy_folder(&fixture, &desk.path("templates/quyet-dinh-giao-du-toan"));
    for (folder, name) in [("cu", "Đơn vị"), ("moi", "Trường")] {
        let written = &second::input(100.0).workbooks["a.xlsx"];
        let mut sheets = read::read("a.xlsx", written).expect("workbook").sheets;
        let sheet = sheets.last_mut().expect("sheet");
        for row in 1..=700 {
            set(sheet, (row, 1), &text(&format!("{name} {row}")));
            set(sheet, (row, 2), &New::Number("1.5"));
        }
        set(sheet, (701, 1), &text("Tổng số"));
        fs::create_dir_all(desk.path(folder)).expect("folder");
        fs::write(desk.path(folder).join("a.xlsx"), write(&sheets)).expect("workbook");
    }
    let output = desk.run(&["build", "moi", "--mark-changes", "--against", "cu"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("nhiều hơn 2.000, nên không lập bản so sánh"), "{}", stderr(&output));
    assert!(desk.outputs().keys().all(|name| !name.ends_with("-thay-doi.pdf")), "{:?}", desk.outputs().keys());
}
