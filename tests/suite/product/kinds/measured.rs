//! What only some kinds have, measured where it stands.

use super::{built, parts};
use crate::product::form::parts::{Parts, mm};
use crate::support::layout::{Drawn, Line, MM, Stroke};

/// The left and right edge of the type area, in millimetres (PL I, I.3).
const EDGES: (f64, f64) = (30.0, 195.0);

fn of(name: &str) -> Parts<'static> {
    let (kind, built) = built().iter().find(|(kind, _)| kind.name == name).expect("a kind");
    parts(kind, built)
}

fn line<'a>(parts: &'a Parts<'_>, begins: &str) -> &'a Line {
    let found = parts.layout.lines().find(|line| line.text.starts_with(begins));
    found.unwrap_or_else(|| panic!("no line “{begins}”"))
}

fn near(what: &str, is: f64, wanted: f64, tolerance: f64) {
    assert!((is - wanted).abs() <= tolerance, "{what} is {is:.2}, and should be {wanted:.2}");
}

fn faced(line: &Line, bold: bool, italic: bool, sizes: (f64, f64)) {
    for span in line.spans.iter().filter(|span| !span.is_blank()) {
        assert_eq!((span.bold, span.italic), (bold, italic), "“{}”", line.text);
        assert!((sizes.0 - 0.1..=sizes.1 + 0.1).contains(&span.size), "“{}” is {} pt", line.text, span.size);
    }
}

/// In the middle of the type area.
fn centred(line: &Line) {
    near(&line.text, mm(line.centre()), (EDGES.0 + EDGES.1) / 2.0, 1.0);
}

fn above(parts: &Parts<'_>, one: &str, other: &str) {
    let (one, other) = (line(parts, one), line(parts, other));
    assert!((one.page, one.baseline) < (other.page, other.baseline), "“{}” is not above “{}”", one.text, other.text);
}

fn stamp<'a>(parts: &'a Parts<'_>) -> &'a Stroke {
    parts.layout.strokes.iter().find(|stroke| stroke.kind == Drawn::Shape).expect("a frame")
}

/// A frame of one line at the edge of the text, bright red like its words (PL I, III.2.b).
fn urgent(parts: &Parts<'_>, words: &str, width: f64) {
    let (frame, words) = (stamp(parts), line(parts, words));
    near("width", mm(frame.width), width, 0.5);
    near("height", mm(frame.height), 8.0, 0.5);
    near("left edge", mm(frame.x), EDGES.0, 1.0);
    assert!(!frame.black && words.every(|span| !span.black));
    faced(words, true, false, (13.0, 14.0));
    near("words", words.centre(), frame.centre(), 1.0);
    near("words", (words.top + words.bottom) / 2.0, frame.y + frame.height / 2.0, 2.5);
}

/// Recipients whose first line points to the addressees (PL I, II.9.d).
fn pointing(parts: &Parts<'_>, first: &str) {
    let (recipients, _) = parts.signature();
    assert_eq!(recipients.get(1).map(|block| block.text()).as_deref(), Some(first));
}

#[test]
fn a_letter_has_its_subject_below_its_number() {
    let parts = of("cong-van");
    let (number, subject) = (line(&parts, "Số: 1286/SNV-TCBC"), line(&parts, "V/v rà soát"));
    faced(subject, false, false, (12.0, 13.0));
    near("subject", mm(subject.centre()), mm(number.centre()), 1.0);
    assert!(subject.baseline - number.baseline > 6.0 + 12.0);
    assert!(mm(subject.right) - EDGES.0 <= 0.44 * (EDGES.1 - EDGES.0) && mm(subject.x) >= EDGES.0);
    assert!(parts.rule_under(line(&parts, "cán bộ, công chức cấp xã")).is_none(), "the subject is underlined");
    assert!(parts.layout.lines().all(|line| line.text != "CÔNG VĂN"));
    urgent(&parts, "KHẨN", 20.0);
    pointing(&parts, "- Như trên;");
}

#[test]
fn a_letter_goes_to_several_with_their_hyphens_below_the_colon() {
    let parts = of("cong-van");
    let (label, first) = (line(&parts, "Kính gửi:"), line(&parts, "- Các sở"));
    let last = line(&parts, "- Ủy ban nhân dân các xã");
    near("label", mm(label.x), EDGES.0 + 35.0, 1.0);
    for one in [first, last] {
        // The colon is 0.28 of the size wide.
        near("hyphen", mm(one.x), mm(label.right - 0.28 * 14.0), 1.0);
        faced(one, false, false, (13.0, 14.0));
    }
    faced(label, false, false, (13.0, 14.0));
    assert!(first.text.ends_with(';') && last.text.ends_with('.'));
    above(&parts, "KHẨN", "Kính gửi:");
}

#[test]
fn the_address_stands_at_the_foot_of_the_first_page() {
    let parts = of("cong-van");
    let address = line(&parts, "Địa chỉ:");
    faced(address, false, false, (11.0, 12.0));
    let rule = parts.layout.strokes_on(1).filter(|stroke| stroke.is_rule()).max_by(|a, b| a.y.total_cmp(&b.y));
    let rule = rule.expect("a line");
    near("left edge", mm(rule.x), EDGES.0, 0.5);
    near("right edge", mm(rule.right()), EDGES.1, 0.5);
    assert!(rule.y < address.top && address.page == 1);
    let foot = line(&parts, "Điện thoại:");
    assert!((275.0..=277.5).contains(&mm(foot.bottom)), "{}", mm(foot.bottom));
}

#[test]
fn what_goes_to_a_superior_is_addressed_below_its_title() {
    for name in ["to-trinh", "bao-cao"] {
        let parts = of(name);
        let to = line(&parts, "Kính gửi: Ủy ban nhân dân tỉnh Thái Nguyên");
        faced(to, false, false, (13.0, 14.0));
        centred(to);
        assert!(parts.title().last().is_some_and(|title| title.baseline < to.baseline));
        pointing(&parts, "- Như trên;");
    }
    // Grounds are italic, what follows is not (PL I, II.6.a).
    let parts = of("to-trinh");
    for ground in ["Căn cứ Luật Tổ chức", "Căn cứ Luật Cán bộ", "Căn cứ Nghị quyết", "giai đoạn 2025-2030."]
    {
        faced(line(&parts, ground), false, true, (14.0, 14.0));
    }
    faced(line(&parts, "Sở Nội vụ kính trình"), false, false, (14.0, 14.0));
    above(&parts, "Kính gửi", "Căn cứ Luật Tổ chức");
}

#[test]
fn decisions_and_resolutions_decide_between_grounds_and_articles() {
    for (name, decider, words, first_ground, last_ground, recipients) in [
        (
            "quyet-dinh-giao-du-toan",
            "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "QUYẾT ĐỊNH:",
            "Căn cứ Luật Ngân sách",
            "Theo đề nghị của Trưởng phòng Kế hoạch - Tài chính.",
            "- Như Điều 4;",
        ),
        (
            "nghi-quyet",
            "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN",
            "QUYẾT NGHỊ:",
            "Căn cứ Luật Tổ chức",
            "tỉnh; ý kiến thảo luận",
            "- Như Điều 2;",
        ),
    ] {
        let parts = of(name);
        for bold in [decider, words] {
            faced(line(&parts, bold), true, false, (14.0, 14.0));
            centred(line(&parts, bold));
        }
        assert_eq!(parts.layout.lines().filter(|line| line.text == words).count(), 1);
        for ground in [first_ground, last_ground] {
            faced(line(&parts, ground), false, true, (14.0, 14.0));
        }
        above(&parts, decider, first_ground);
        above(&parts, first_ground, last_ground);
        above(&parts, last_ground, words);
        above(&parts, words, "Điều 1.");
        let article = line(&parts, "Điều 1.");
        assert!(article.spans[0].bold && article.spans.last().is_some_and(|span| !span.bold), "{}", article.text);
        pointing(&parts, recipients);
    }
    let parts = of("nghi-quyet");
    let session = line(&parts, "KHÓA XIV, KỲ HỌP THỨ BA MƯƠI");
    faced(session, true, false, (14.0, 14.0));
    centred(session);
    above(&parts, "HỘI ĐỒNG NHÂN DÂN TỈNH THÁI NGUYÊN", "KHÓA XIV");
    above(&parts, "KHÓA XIV", "Căn cứ");
}

#[test]
fn a_telegram_calls_those_it_goes_to() {
    let parts = of("cong-dien");
    let call = line(&parts, "Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên điện:");
    faced(call, false, false, (13.0, 14.0));
    centred(call);
    let items = ["- Giám đốc các sở", "- Chủ tịch Ủy ban nhân dân các xã", "- Giám đốc Công ty"];
    for item in items {
        near(item, mm(line(&parts, item).x), EDGES.0 + 35.6, 1.0);
    }
    assert!(line(&parts, items[0]).text.ends_with(';') && line(&parts, "thác thủy lợi").text.ends_with('.'));
    above(&parts, "CÔNG ĐIỆN", "Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên điện:");
    urgent(&parts, "HỎA TỐC", 30.0);
    assert!(parts.layout.lines().all(|line| !line.text.contains("Kính gửi") && line.text != "- Như trên;"));
}

#[test]
fn an_invitation_says_all_that_its_specimen_does_in_order() {
    let parts = of("giay-moi");
    let labels = ["Sở Nội vụ trân trọng kính mời:", "Tới dự ", "Chủ trì:", "Thời gian:", "Địa điểm:"];
    for pair in labels.windows(2) {
        above(&parts, pair[0], pair[1]);
    }
}

#[test]
fn minutes_are_signed_by_two_and_not_dated_in_their_head() {
    let parts = of("bien-ban");
    let title = line(&parts, "BIÊN BẢN");
    assert!(parts.layout.lines_on(1).all(|line| line.baseline > title.baseline || !line.text.contains("ngày")));
    let (secretary, chair) = (line(&parts, "Đỗ Quang Huy"), line(&parts, "Lê Hoàng Minh"));
    for (title, name, centre) in [("THƯ KÝ", secretary, 30.0), ("CHỦ TỌA", chair, 116.25)] {
        let title = line(&parts, title);
        faced(title, true, false, (14.0, 14.0));
        faced(name, true, false, (14.0, 14.0));
        near("title", mm(title.centre()), EDGES.0 + centre, 1.0);
        near("name", mm(name.centre()), EDGES.0 + centre, 1.0);
        assert!(mm(name.top - title.bottom) >= 20.0);
    }
    near("names", secretary.baseline, chair.baseline, 0.1);
    above(&parts, "Đỗ Quang Huy", "Nơi nhận:");
    near("label", mm(line(&parts, "Nơi nhận:").x), EDGES.0, 0.5);
    let rooms: Vec<&str> = parts.rooms.iter().map(|room| room.name.as_str()).collect();
    assert_eq!(rooms, ["second-signature", "signature", "seal"]);
}

#[test]
fn a_joint_document_names_both_agencies_and_both_sign() {
    let parts = of("van-ban-lien-tich");
    let (first, second) = (line(&parts, "SỞ Y TẾ -"), line(&parts, "SỞ GIÁO DỤC VÀ ĐÀO TẠO"));
    for issuer in [first, second] {
        faced(issuer, true, false, (13.0, 13.0));
        near("issuer", issuer.centre(), line(&parts, "Số: 24").centre(), 3.0);
    }
    let (left, right) = (line(&parts, "Phạm Việt Đức"), line(&parts, "Đặng Ngọc Huy"));
    near("names", left.baseline, right.baseline, 0.1);
    assert!(left.right < right.x);
    // No field lies over that of the other agency.
    let room = |name: &str| parts.room(name).expect("a room");
    let ends = |name: &str| room(name).x + room(name).width;
    assert!(ends("second-signature") < room("seal").x && ends("second-seal") < room("signature").x);
    assert!(room("second-seal").x > 15.0);
}

/// The text issued with a decision: a document of its own, without number, date, recipients and signature.
#[test]
fn what_a_decision_issues_stands_on_pages_of_its_own() {
    let parts = of("quyet-dinh-ban-hanh-quy-che");
    let on = |page: usize, text: &str| parts.layout.lines_on(page).any(|line| line.text.contains(text));
    for absent in ["Số:", "Thái Nguyên, ngày", "Nơi nhận", "GIÁM ĐỐC"] {
        assert!(!on(2, absent) && !on(3, absent), "“{absent}”");
    }
    let second = |text: &str| {
        let found = parts.layout.lines_on(2).find(|line| line.text.starts_with(text));
        found.unwrap_or_else(|| panic!("no line “{text}” on page 2"))
    };
    for (text, size) in [("CỘNG HÒA XÃ HỘI", 13.0), ("SỞ NỘI VỤ", 13.0)] {
        faced(second(text), true, false, (size, size));
    }
    let lines =
        ["QUY CHẾ", "Tiếp công dân của Sở Nội vụ", "(Kèm theo Quyết định số 428/QĐ-SNV ngày 18 tháng 8 năm 2025"];
    for (text, italic) in lines.into_iter().zip([false, false, true]) {
        faced(second(text), !italic, italic, (14.0, 14.0));
        centred(second(text));
    }
    let rule = parts.rule_under(second(lines[2])).expect("a line");
    assert!((20.0..=25.0).contains(&mm(rule.width)));
    for (chapter, title) in [("Chương I", "QUY ĐỊNH CHUNG"), ("Chương II", "TỔ CHỨC TIẾP CÔNG DÂN")] {
        let found = parts.layout.lines().find(|line| line.text == chapter).expect("a chapter");
        for line in [found, second(title)] {
            faced(line, true, false, (14.0, 14.0));
            centred(line);
        }
    }
    faced(second("Điều 1. Phạm vi điều chỉnh"), true, false, (14.0, 14.0));
    let number = parts.layout.lines_on(3).find(|line| line.baseline < 20.0 * MM).expect("a page number");
    assert_eq!(number.text, "2");
    assert!(parts.layout.lines_on(2).all(|line| line.baseline > 20.0 * MM), "a number on the first page");
}
