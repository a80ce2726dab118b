//! The kinds of documents that are shipped, each built from its example and measured on its pages: the rules of the
//! decree that hold for all of them, and those of the kind (PL I, mục II; PL III, mẫu 1.1 – 1.9).

mod checked;
mod measured;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use vanban::finding::Severity;
use vanban::finding::outcome::Failure;
use vanban::input::folder::InputFolder;
use vanban::input::starter::begin;
use vanban::input::templates::Templates;
use vanban::sign::pdf::field;
use vanban::sign::pdf::objects::File;

use crate::product::form;
use crate::product::form::parts::{LABEL, Parts};
use crate::support::archive::broken_rules;
use crate::support::common::{Built, all_templates, build_with};

/// Rules for every kind, by their numbers in the reading of the decree.
const EVERYWHERE: [&str; 26] = [
    "F-01", "F-02", "F-06", "F-07", "F-14", "F-15", "F-16", "F-17", "F-21", "F-25", "F-38", "F-39", "F-40", "F-41",
    "F-49", "F-50", "F-51", "F-62", "F-63", "F-70", "F-71", "F-84", "P-1", "F-10", "F-12", "F-13",
];
/// Where there is a title.
const TITLED: [&str; 3] = ["F-30", "F-31", "F-32"];
/// Where the head is dated.
const DATED: [&str; 4] = ["F-09", "F-27", "F-28", "F-29"];
/// Where one person signs.
const SIGNED_ONCE: [&str; 6] = ["F-55", "F-57", "F-58", "F-59", "F-60", "F-69"];

/// A kind as its example shows it.
struct Shipped {
    name: &'static str,
    /// The first line below the head, and the last one above what is set as the body.
    below_head: &'static str,
    above_body: &'static str,
    pages: usize,
    fields: &'static [&'static str],
    below_body: &'static str,
}

const ONE: &[&str] = &["ChuKyLanhDao", "DauCoQuan"];

const fn shipped(
    name: &'static str,
    below_head: &'static str,
    above_body: &'static str,
    pages: usize,
    fields: &'static [&'static str],
) -> Shipped {
    Shipped { name, below_head, above_body, pages, fields, below_body: LABEL }
}

const SHIPPED: [Shipped; 11] = [
    shipped("bao-cao", "BÁO CÁO", "Kính gửi: Ủy ban nhân dân tỉnh Thái Nguyên", 2, ONE),
    Shipped {
        fields: &["ChuKyBenTrai", "ChuKyLanhDao", "DauCoQuan"],
        below_body: "THƯ KÝ",
        ..shipped("bien-ban", "BIÊN BẢN", "Họp giao ban công tác tháng 9 năm 2025", 1, ONE)
    },
    shipped("cong-dien", "CÔNG ĐIỆN", "thác thủy lợi Thái Nguyên.", 1, ONE),
    shipped("cong-van", "Kính gửi:", "- Ủy ban nhân dân các xã, phường.", 1, ONE),
    shipped("giay-moi", "GIẤY MỜI", "những tháng cuối năm 2025", 1, ONE),
    shipped("nghi-quyet", "NGHỊ QUYẾT", "QUYẾT NGHỊ:", 2, ONE),
    shipped("quyet-dinh-ban-hanh-quy-che", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", 3, ONE),
    shipped("quyet-dinh-giao-du-toan", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", 2, ONE),
    shipped("thong-bao", "THÔNG BÁO", "về tiến độ giải ngân vốn đầu tư công", 1, ONE),
    shipped("to-trinh", "TỜ TRÌNH", "giai đoạn 2025-2030.", 1, ONE),
    Shipped {
        fields: &["ChuKyBenTrai", "ChuKyLanhDao", "DauBenTrai", "DauCoQuan"],
        below_body: "GIÁM ĐỐC SỞ GIÁO DỤC",
        ..shipped(
            "van-ban-lien-tich",
            "KẾ HOẠCH",
            "Phối hợp thực hiện công tác y tế trường học năm học 2025-2026",
            1,
            ONE,
        )
    },
];

/// The workbook of an example.
fn example(name: &str) -> InputFolder {
    let started = begin::example("inputs/vi-du", Some(name), all_templates());
    let bytes = started.unwrap_or_else(|failure| panic!("{name}: {:#?}", failure.findings())).bytes;
    InputFolder { name: name.to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), bytes)]) }
}

/// Every kind, built once.
fn built() -> &'static [(&'static Shipped, Built)] {
    static BUILT: OnceLock<Vec<(&Shipped, Built)>> = OnceLock::new();
    let build = |kind: &'static Shipped| {
        let built = build_with(&example(kind.name), all_templates());
        (kind, built.unwrap_or_else(|failure| panic!("{}: {:#?}", kind.name, failure.findings())))
    };
    BUILT.get_or_init(|| SHIPPED.iter().map(build).collect())
}

/// The finished file of a kind.
pub fn pdf(name: &str) -> &'static [u8] {
    let (_, built) = built().iter().find(|(kind, _)| kind.name == name).expect("a kind");
    built.file(".pdf")
}

fn parts<'a>(kind: &'a Shipped, built: &'a Built) -> Parts<'a> {
    let parts = Parts::new(&built.product.pages, built.file(".pdf"));
    Parts { below_head: kind.below_head, above_body: kind.above_body, below_body: kind.below_body, ..parts }
}

/// What is said of an input beside notes, by name.
fn told(input: &InputFolder, templates: &Templates) -> Vec<&'static str> {
    let found = match build_with(input, templates) {
        Ok(built) => built.warnings,
        Err(Failure::Failed(found) | Failure::Refused(found)) => found,
    };
    found.iter().filter(|one| one.severity != Severity::Note).map(|one| one.code.name()).collect()
}

#[test]
fn examples_are_built_without_a_warning() {
    for (kind, built) in built() {
        assert_eq!(built.warnings.iter().map(|one| one.code.name()).collect::<Vec<_>>(), [""; 0], "{}", kind.name);
        assert_eq!(built.product.pages.document.pages().len(), kind.pages, "{}", kind.name);
    }
    let shipped: BTreeSet<&str> = SHIPPED.iter().map(|kind| kind.name).collect();
    let with_example =
        all_templates().documents.keys().map(String::as_str).filter(|name| *name != "ke-hoach-giam-ngheo");
    assert_eq!(with_example.collect::<BTreeSet<_>>(), shipped);
}

#[test]
fn every_kind_follows_the_rules_for_all() {
    let mut faults = String::new();
    for (kind, built) in built() {
        let mut parts = parts(kind, built);
        // What is attached is measured by itself.
        if kind.name == "quyet-dinh-ban-hanh-quy-che" {
            parts.layout.sheets.truncate(1);
            parts.layout.blocks.retain(|block| block.first().page == 1);
            parts.layout.strokes.retain(|stroke| stroke.page == 1);
        }
        let mut rules = EVERYWHERE.to_vec();
        rules.extend(TITLED.iter().filter(|_| kind.name != "cong-van"));
        rules.extend(DATED.iter().filter(|_| kind.name != "bien-ban"));
        rules.extend(SIGNED_ONCE.iter().filter(|_| kind.below_body == LABEL));
        // What a document has not, cannot be measured on it.
        let found = form::faults(&parts, &rules).into_iter().filter(|fault| !fault.contains("nothing was measured"));
        faults.extend(found.map(|fault| format!("{}: {fault}", kind.name)));
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_kind_is_fit_for_archives_and_readers() {
    for (kind, built) in built() {
        let pdf = built.file(".pdf");
        assert_eq!(broken_rules(pdf, "ua1"), BTreeSet::new(), "{}", kind.name);
        let plan = broken_rules(crate::support::common::plan().file(".pdf"), "2a");
        assert_eq!(broken_rules(pdf, "2a"), plan, "{}", kind.name);
        let file = File::read(pdf).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let fields = field::all(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let mut names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, kind.fields, "{}", kind.name);
    }
}

#[test]
fn the_same_example_gives_the_same_bytes() {
    for (kind, built) in built() {
        let again = build_with(&example(kind.name), all_templates());
        let again = again.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
        assert!(again.product.files == built.product.files, "{}", kind.name);
    }
}
