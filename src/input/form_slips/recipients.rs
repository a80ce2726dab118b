//! The list of recipients (nơi nhận; PL I, mục II.9).

use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::{Words, bare};
use crate::input::form_slips::{document_type, symbol};

/// Types with "Kính gửi", whose list begins with "Như trên".
const ADDRESSED: [&str; 2] = ["Tờ trình", "Giấy giới thiệu"];
/// Types that never have it; a report has it when it goes to a superior.
const UNADDRESSED: [&str; 9] =
    ["Nghị quyết", "Quyết định", "Chỉ thị", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án"];
/// Marks that no list of recipients has; the form adds the hyphen and the semicolon, and takes typed ones away.
const BULLETS: [char; 8] = ['+', '*', '•', '·', '●', '▪', '—', '−'];
/// Where the document is kept, as people write it; the decree says VT.
const ARCHIVES: [&str; 8] = ["VT", "Văn thư", "VP", "Văn phòng", "VTLT", "Hồ sơ", "HS", "HC"];
/// Ways to say that it goes to somebody as a report.
const REPORTS: [&str; 4] = ["(để b/c)", "(b/c)", "(để báo cáo)", "(báo cáo)"];

/// One line of the list, without the marks of the form.
struct Line<'a> {
    text: String,
    words: Words,
    at: &'a CellRef,
}

impl Line<'_> {
    fn slip(&self, code: Code) -> Finding {
        Finding::new(code, Place::Cell(self.at.clone())).with("text", &self.text)
    }

    fn with(&self, mut finding: Finding) -> Finding {
        finding.related.push((self.at.clone(), self.text.clone()));
        finding
    }

    /// Whether it says where the document is kept: `Lưu: VT, TH`; `Lưu trữ lịch sử tỉnh` is a recipient like others.
    fn is_archive(&self) -> bool {
        let is_marked = |rest: &str| rest.trim_start().starts_with([':', ';', ',', '.']) || rest.is_empty();
        let is_named = || ARCHIVES.iter().any(|name| self.words.begin_as(&Words::of(&format!("lưu {name}"))));
        self.words.begin("lưu") && (self.text.get("Lưu".len()..).is_some_and(is_marked) || is_named())
    }
}

/// What is wrong with the list.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    let lines = facts.dataset.recipients.iter().filter_map(|entry| {
        let text = entry.in_sentence().filter(|_| !facts.doubt.of_entry(entry))?;
        let text = text.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ' ']).to_owned();
        Some(Line { words: Words::of(&text), text, at: entry.at.first()? })
    });
    let lines: Vec<Line> = lines.collect();
    // Of a list that could not be read in full nothing is said.
    if lines.is_empty() || lines.len() < facts.dataset.recipients.len() {
        return Vec::new();
    }
    let is_sure = !symbol::contradicts_type(facts);
    let of_type = || above(facts, &lines).into_iter().chain(article(facts, &lines));
    let found = [
        marks(&lines),
        addressee(&lines),
        archive(&lines).or_else(|| symbol::slip(facts).is_none().then(|| unit(facts, &lines)).flatten()),
        repeated(&lines),
        itself(facts, &lines),
        purposes(&lines),
        late(&lines),
    ];
    found.into_iter().flatten().chain(is_sure.then(of_type).into_iter().flatten()).collect()
}

fn marks(lines: &[Line]) -> Option<Finding> {
    let is_marked = |line: &&Line| line.text.starts_with(BULLETS) || line.text.ends_with([',', ':']);
    let mut marked = lines.iter().filter(is_marked);
    let first = marked.next()?;
    let bare = first.text.trim_start_matches(BULLETS).trim().trim_end_matches([',', ':']);
    Some(marked.fold(first.slip(Code::RecipientMarks).with("near", bare), |slip, line| line.with(slip)))
}

fn addressee(lines: &[Line]) -> Option<Finding> {
    let line = lines.iter().find(|line| line.words.begin("Kính gửi"))?;
    Some(line.slip(Code::RecipientAddressee))
}

/// The last line says where the document is kept: `Lưu: VT, <đơn vị soạn thảo>` (điểm d).
fn archive(lines: &[Line]) -> Option<Finding> {
    let mut archives = lines.iter().filter(|line| line.is_archive());
    let last = lines.last()?;
    let Some(archive) = archives.next() else { return Some(last.slip(Code::ArchiveMissing)) };
    if let Some(second) = archives.next() {
        return Some(archive.with(second.slip(Code::ArchiveTwice)));
    }
    // Marks before the line have been told with those of the others.
    let bare = archive.text.trim_start_matches(BULLETS).trim_start();
    let right = written(bare);
    if right != bare {
        return Some(archive.slip(Code::ArchiveSpelling).with("near", right));
    }
    (archive.at != last.at).then(|| archive.slip(Code::ArchiveLast))
}

/// `Lưu VT; TH` → `Lưu: VT, TH`.
fn written(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("Lưu: VT")
        && (rest.is_empty() || rest.starts_with(", ") || rest.starts_with(" ("))
        && !rest.contains(';')
    {
        return text.to_owned();
    }
    let rest: String = text.chars().skip("Lưu".chars().count()).collect();
    let parts = rest.split([':', ';', ',']).flat_map(|part| part.split(". "));
    let mut kept: Vec<String> = Vec::new();
    for part in parts.map(|part| part.trim_matches([' ', '.', '-'])).filter(|part| !part.is_empty()) {
        kept.extend(behind_archive(part));
    }
    kept.iter().fold("Lưu: VT".to_owned(), |line, part| {
        let gap = if part.starts_with('(') { " " } else { ", " };
        line + gap + part
    })
}

/// `VT TH` → `TH`; nothing of what only says that it is kept.
fn behind_archive(part: &str) -> Option<String> {
    let words = Words::of(part);
    let kept = ["VT", "VTLT", "Văn thư", "VP", "Văn phòng"];
    let Some(archive) = kept.iter().find(|name| words.begin(name)) else { return Some(part.to_owned()) };
    let count = archive.split(' ').count();
    let rest = part.split_whitespace().skip(count).collect::<Vec<_>>().join(" ");
    (!rest.is_empty()).then_some(rest)
}

/// "Như trên" points to "Kính gửi".
fn above(facts: &Facts, lines: &[Line]) -> Option<Finding> {
    let line = lines.iter().find(|line| line.words.begin_any(&["Như trên", "Như kính gửi"]));
    let fault = if line.is_some() { "needless" } else { "missing" };
    let is_report = document_type::is_any(facts, &["Báo cáo"]);
    // A report to a superior is addressed, and others are not.
    let is_addressed = document_type::is_letter(facts)
        || document_type::is_any(facts, &ADDRESSED)
        || (is_report && facts.text("addressees").is_some());
    let is_unaddressed =
        || document_type::is_any(facts, &UNADDRESSED) || (is_report && facts.is_left_blank("addressees"));
    let at = match line {
        None => lines.first().filter(|_| is_addressed),
        Some(line) => is_unaddressed().then_some(line),
    };
    let slip = at?.slip(Code::RecipientAbove).choice("fault", fault);
    Some(slip.with("type", facts.text("type").unwrap_or_default()))
}

/// "Như Điều 3" points to who carries out a decision.
fn article(facts: &Facts, lines: &[Line]) -> Option<Finding> {
    let known = document_type::of_document(facts)?;
    let line = lines.iter().find(|line| line.words.begin("Như Điều"));
    let fault = if line.is_some() { "needless" } else { "missing" };
    let at = match line {
        None => lines.first().filter(|_| known.short == "QĐ"),
        Some(line) => (!["QĐ", "NQ"].contains(&known.short)).then_some(line),
    };
    Some(at?.slip(Code::RecipientArticle).choice("fault", fault).with("type", known.name))
}

fn repeated(lines: &[Line]) -> Option<Finding> {
    let twice = lines.iter().enumerate().find_map(|(place, line)| {
        let named = named(&line.text);
        let is_same = |earlier: &&Line| {
            !line.words.is_empty() && Words::of(named) == Words::of(self::named(&earlier.text)) && !line.is_archive()
        };
        Some((line, lines[..place].iter().find(is_same)?))
    });
    twice.map(|(line, earlier)| earlier.with(line.slip(Code::RecipientTwice)))
}

/// Without what it is sent for: `UBND tỉnh (để b/c)` → `UBND tỉnh`. Other brackets may tell recipients apart.
fn named(text: &str) -> &str {
    let Some((name, rest)) = text.split_once('(') else { return text };
    let purpose = Words::of(rest);
    let is_purpose = ["để b c", "b c", "để báo cáo", "báo cáo", "để p h", "p h", "để phối hợp", "phối hợp", "để biết"];
    if is_purpose.iter().any(|known| purpose.are(known)) { name.trim() } else { text }
}

/// "Như trên" and "Như Điều" point to those who act, and stand first.
fn late(lines: &[Line]) -> Option<Finding> {
    let is_pointing = |line: &&Line| line.words.begin_any(&["Như trên", "Như kính gửi", "Như Điều"]);
    let late = lines.iter().skip(1).find(is_pointing)?;
    let is_first = lines.first().is_some_and(|first| is_pointing(&first));
    // An article is pointed to by custom, an addressee by the decree.
    let severity = if late.words.begin("Như Điều") { Severity::Warning } else { Severity::Error };
    let slip = || Finding::graded(severity, Code::RecipientLate, Place::Cell(late.at.clone()));
    (!is_first).then(|| slip().with("text", &late.text))
}

/// The unit that drafted a letter stands behind VT, and is the one of its symbol. A people's committee may name a field
/// there, and that of a commune has no units.
fn unit(facts: &Facts, lines: &[Line]) -> Option<Finding> {
    let issuer = Words::of(&facts.text("issuer").filter(|_| document_type::is_letter(facts))?);
    let archive = lines.iter().find(|line| line.is_archive())?;
    let symbol = facts.text("symbol")?;
    let (_, unit) = symbol.split_once('-')?;
    let rest = archive.text.strip_prefix("Lưu: VT")?;
    let slip = |is_missing: bool| {
        let fault = if is_missing { "missing" } else { "other" };
        let slip = archive.slip(Code::ArchiveUnit).choice("fault", fault);
        Some(facts.beside(slip.with("unit", unit), "symbol-field", "symbol"))
    };
    let is_small = ["xã", "phường", "đặc khu", "thị trấn"].iter().any(|unit| issuer.hold(unit));
    let is_committee = issuer.begin_any(&["Ủy ban nhân dân", "Hội đồng nhân dân"]);
    let named = rest.split('(').next().unwrap_or_default().trim_matches([',', ' ', '.']);
    if named.is_empty() {
        return if is_committee && is_small || !rest.is_empty() { None } else { slip(true) };
    }
    let plain = |text: &str| bare(text).replace(|c: char| !c.is_alphanumeric(), "");
    let unit = plain(unit);
    // Whoever keeps it may add who wrote it.
    let is_unit = |part: &str| {
        let part = plain(part);
        !part.is_empty() && (part.contains(&unit) || unit.contains(&part))
    };
    let is_abbreviated = |part: &str| part.trim().chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_other =
        !is_committee && !named.split(',').any(is_unit) && named.split(',').next().is_some_and(is_abbreviated);
    if is_other { slip(false) } else { None }
}

fn itself(facts: &Facts, lines: &[Line]) -> Option<Finding> {
    let own = ["issuer", "issuer_short"].iter().filter_map(|key| facts.text(key));
    let own: Vec<Words> = own.map(|own| Words::of(&own)).collect();
    let line = lines.iter().find(|line| own.contains(&line.words))?;
    Some(line.slip(Code::RecipientItself))
}

fn purposes(lines: &[Line]) -> Option<Finding> {
    let style = |line: &Line| REPORTS.iter().find(|style| line.text.to_lowercase().contains(**style));
    let (first, usual) = lines.iter().find_map(|line| Some((line, style(line)?)))?;
    let (other, style) =
        lines.iter().filter_map(|line| Some((line, style(line)?))).find(|(_, style)| *style != usual)?;
    Some(first.with(other.slip(Code::RecipientPurposes)).with("style", style).with("usual", usual))
}
