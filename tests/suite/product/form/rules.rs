//! The rules of the decree (numbered as in the project's reading of it) and what can be said about each.

use super::findings::Findings;
use super::parts::Parts;
use super::{appendix, body, flow, head, marks, numbering, page, signature};

pub type Check = fn(&Parts, &mut Findings);

/// What the test says about a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Status {
    /// Measured on the laid-out pages.
    Proved,
    /// Says nothing about this document. A check, where there is one, makes sure of that.
    NotApplicable,
    /// Not decided by these pages. A check measures what of it they do show.
    NotMeasurable,
    /// The published text itself departs from it. The check makes sure that it still does, and measures the rest.
    Departs,
}

pub struct Rule {
    pub id: &'static str,
    pub status: Status,
    /// One sentence for the published list.
    pub says: &'static str,
    pub check: Option<Check>,
}

const fn proved(id: &'static str, check: Check, says: &'static str) -> Rule {
    Rule { id, status: Status::Proved, says, check: Some(check) }
}

const fn absent(id: &'static str, check: Check, says: &'static str) -> Rule {
    Rule { id, status: Status::NotApplicable, says, check: Some(check) }
}

const fn silent(id: &'static str, says: &'static str) -> Rule {
    Rule { id, status: Status::NotApplicable, says, check: None }
}

const fn partly(id: &'static str, check: Check, says: &'static str) -> Rule {
    Rule { id, status: Status::NotMeasurable, says, check: Some(check) }
}

const fn beyond(id: &'static str, says: &'static str) -> Rule {
    Rule { id, status: Status::NotMeasurable, says, check: None }
}

const fn departs(id: &'static str, check: Check, says: &'static str) -> Rule {
    Rule { id, status: Status::Departs, says, check: Some(check) }
}

pub const RULES: &[Rule] = &[
    proved("F-01", page::paper, "Every sheet is A4."),
    proved("F-02", page::portrait, "The pages of the main text stand upright."),
    proved(
        "F-03",
        page::appendix_orientation,
        "Appendix I stands upright and II lies across, a choice the decree leaves open; no text is turned.",
    ),
    proved(
        "F-04",
        page::margins,
        "Text and table lines keep margins of 20-25 mm above and below, 30-35 mm left and 15-20 mm right.",
    ),
    proved(
        "F-05",
        page::landscape_margins,
        "The landscape pages keep the same margins as displayed; the decree is silent, so this is the safe reading.",
    ),
    partly(
        "F-06",
        page::one_family,
        "One family sets the whole document, but the shipped one is a metric twin; only --font-path makes it Times New Roman.",
    ),
    proved("F-07", page::composed, "All text is in the composed form NFC, without loose combining marks."),
    proved("F-08", page::black, "All type and all lines are black."),
    proved(
        "F-09",
        page::tiers,
        "Country, motto and date are 13, 14 and 14 pt (or 12, 13 and 13), and the body has one size of 13-14 pt.",
    ),
    proved(
        "F-10",
        page::page_numbers,
        "Each page of the main text but the first shows its number alone in the top margin, upright, 13-14 pt.",
    ),
    proved("F-11", page::page_number_centres, "Page numbers stand in the middle of the text block or of the sheet."),
    proved("F-12", page::appendix_numbers, "Each appendix counts its pages from 1."),
    proved("F-13", page::first_pages_unnumbered, "The first page of an appendix shows no number, like page 1."),
    proved(
        "F-14",
        head::country,
        "The country's name stands once, at the top right of page 1, bold capitals of 12-13 pt on one line.",
    ),
    proved("F-15", head::motto, "The motto stands under it on the same centre, bold, 13-14 pt, with spaced hyphens."),
    proved("F-16", head::motto_rule, "A solid line as long as the motto stands just under it."),
    proved("F-17", head::country_to_motto, "Country and motto are a single line apart."),
    proved("F-18", head::issuer_alone, "The provincial People's Committee stands alone, without a superior."),
    proved(
        "F-19",
        head::issuer,
        "The issuer's name is in bold capitals of 12-13 pt, centred on the left, on the baseline of the country's name.",
    ),
    absent("F-20", head::no_superior, "A provincial People's Committee has no superior line; none is set."),
    proved(
        "F-21",
        head::issuer_rule,
        "The solid line under the issuer's name is 1/3 to 1/2 of its last line and centred on it.",
    ),
    proved(
        "F-22",
        head::issuer_rule_both_ways,
        "That line is 1/3 to 1/2 of every line of the name, so of whichever the decree means.",
    ),
    proved(
        "F-23",
        head::issuer_in_lines,
        "The name stands on two lines, because on one it would not fit beside the country's name.",
    ),
    proved(
        "F-24",
        head::number_text,
        "Number and symbol have the form “Số: 85/KH-UBND”, with a leading zero under 10.",
    ),
    proved("F-25", head::number, "They are upright, 13 pt, centred under the issuer's name."),
    silent("F-26", "This plan has its number; the gap of a draft is not on its pages."),
    proved("F-27", head::place, "The place is the name of the province, followed by a comma."),
    proved(
        "F-28",
        head::date,
        "The date is written out, with leading zeros for days under 10 and months 1 and 2 only.",
    ),
    proved(
        "F-29",
        head::place_date,
        "Place and date are italic, 13-14 pt, on the baseline of the number and centred under the motto.",
    ),
    proved(
        "F-30",
        head::document_type,
        "The type of the document is in bold capitals of 13-14 pt, centred below both heads.",
    ),
    proved(
        "F-31",
        head::summary,
        "The abstract stands directly under it, bold, 13-14 pt, centred, in small letters and without a full stop.",
    ),
    proved(
        "F-32",
        head::summary_rule,
        "The line under the abstract is 1/3 to 1/2 of its longest line, and of the last where one length can be both.",
    ),
    absent("F-33", head::no_addressee, "A plan has no “Kính gửi”; none is set."),
    absent("F-34", body::has_opening, "Opening paragraphs are allowed, not required; this plan has them."),
    departs(
        "F-35",
        body::upright_opening,
        "The opening is upright as in the published plan, where the decree wants italics; sizes and closing marks are measured.",
    ),
    departs(
        "F-36",
        numbering::legal_basis,
        "The published legal basis cites one decree without the word “số”; dates and issuers are all there.",
    ),
    departs(
        "F-37",
        numbering::references,
        "First mentions of a document give its date and issuer; the published text repeats dates in later ones too.",
    ),
    proved(
        "F-38",
        body::justified,
        "Every full line of the body and its headings reaches both margins, and running text is upright and not bold, emphasised words apart.",
    ),
    proved(
        "F-39",
        body::indents,
        "The first line of every paragraph and heading of the body is indented by the same 10 or 12.7 mm.",
    ),
    proved("F-40", body::paragraph_spacing, "Paragraphs are at least 6 pt further apart than lines."),
    proved("F-41", body::line_spacing, "Lines are evenly spaced, between single and 1.5 lines."),
    proved("F-42", numbering::sequences, "The levels I., 1. and 1.1. count without gaps or repeats."),
    absent("F-43", numbering::no_chapters, "The plan has no parts or chapters named by a word."),
    absent("F-44", numbering::no_section_words, "The plan has no sections named by a word."),
    proved("F-45", body::sections, "Level I. is in bold capitals of 13-14 pt, at the first-line indent."),
    proved("F-46", body::titled_clauses, "Titles of level 1. are bold, upright, 13-14 pt, on lines of their own."),
    proved(
        "F-47",
        body::untitled_clauses,
        "Paragraphs of level 1. without a title are plain and upright, number included, emphasised words apart.",
    ),
    departs(
        "F-48",
        body::points,
        "The published points run a, b, c, d, e and leave out “đ”; order, size and face of the letters are measured.",
    ),
    proved(
        "F-49",
        body::lower_levels,
        "Levels 1.1., - and + have the size and indent of the body, with typed hyphens and no bullets; the decree is silent.",
    ),
    proved("F-50", body::number_sizes, "Numbers have the size of their text."),
    proved("F-51", body::end_mark, "The last paragraph of the body, and no other, ends with “./.”."),
    proved(
        "F-52",
        appendix::tables,
        "Table type is at least 11 pt, headers stand on every page of their table, rows are whole, and all fits the text block; the decree is silent.",
    ),
    proved("F-53", signature::authority_form, "The signer's authority begins with one of the decree's abbreviations."),
    proved(
        "F-54",
        signature::authority_pattern,
        "It follows the pattern of a collective body signed by its head or a deputy.",
    ),
    proved(
        "F-55",
        signature::authority,
        "It is in bold capitals of 13-14 pt, all lines on one centre in the right block.",
    ),
    proved("F-56", signature::official_title, "The title is one of those of a People's Committee's leaders."),
    proved(
        "F-57",
        signature::name,
        "The name is bold, 13-14 pt, on the same centre, written as a name and without a degree.",
    ),
    proved(
        "F-58",
        signature::signing_space,
        "At least 20 mm are free between title and name; the decree sets no measure.",
    ),
    proved(
        "F-59",
        signature::not_alone,
        "The signature block is whole, on a page with at least two lines of the body.",
    ),
    partly(
        "F-60",
        signature::signature_room,
        "The image of the signature comes with the signing; the room for it is centred between title and name.",
    ),
    silent("F-61", "Ink belongs to signing on paper."),
    proved(
        "F-62",
        signature::empty_room,
        "Nothing is drawn or written in the room for the signature, nor “Đã ký” anywhere.",
    ),
    partly(
        "F-63",
        signature::seal_room,
        "The image of the seal comes with the signing; the room for it covers the left third of that for the signature.",
    ),
    proved(
        "F-64",
        appendix::no_marks,
        "No image stands in an appendix; that the signing adds none is for the signing to prove.",
    ),
    absent(
        "F-65",
        marks::no_file_mark,
        "The appendices are in the same file, so they bear no mark of their own; none is set.",
    ),
    absent("F-66", marks::no_file_mark, "This is the wording of the mark of a separate file; none is set."),
    silent("F-67", "Seals on paper appendices are not part of a PDF."),
    beyond("F-68", "Legal value comes from the two digital signatures, which the unsigned pages cannot show."),
    proved(
        "F-69",
        signature::label,
        "“Nơi nhận:” is bold italic 12 pt at the left margin, on the baseline of the signer's authority and not underlined.",
    ),
    proved(
        "F-70",
        signature::list,
        "Recipients are 11 pt, upright, each on its own line with a hyphen at the left margin and a semicolon.",
    ),
    proved("F-71", signature::filing, "The last one is “- Lưu: VT, ...” with a full stop."),
    silent("F-72", "The decree neither requires nor forbids “(để b/c)” and the like."),
    proved("F-73", signature::no_above_named, "No recipient is “Như trên”."),
    departs("F-74", appendix::cited, "The published body cites Appendix I but nowhere Appendix II."),
    proved("F-75", appendix::numbered, "The appendices are numbered I and II, in order."),
    proved("F-76", appendix::labels, "Their labels stand alone on a line, in small letters, bold, 14 pt, centred."),
    proved("F-77", appendix::titles, "Their titles stand under the label in bold capitals of 13-14 pt, centred."),
    proved(
        "F-78",
        appendix::attached_to,
        "“(Kèm theo ...)” stands under the title, italic, 13-14 pt, centred, with number, date and issuer.",
    ),
    proved("F-78b", appendix::attached_number, "It is filled in, with the number and date of the head."),
    proved("F-78c", appendix::short_rules, "A solid, centred line of 20-25 mm stands under it, as in the specimens."),
    proved("F-78d", appendix::no_head, "Nothing of the head or the signature is repeated in an appendix."),
    proved(
        "F-78e",
        appendix::own_pages,
        "Each appendix begins a new page; it ends with its table, so there is no sentence to close with “./.”.",
    ),
    proved("F-78f", page::appendix_numbers, "Page numbers of appendices are those of F-12 and F-13."),
    absent("F-79", marks::no_urgency, "The plan is not urgent; no such mark is set."),
    absent("F-80", marks::no_secrecy, "The plan is not secret; no such mark is set."),
    absent("F-81", marks::no_circulation, "The plan's circulation is not limited; no such mark is set."),
    departs(
        "F-82",
        signature::drafter,
        "The published mark of the drafter has small letters and no number of copies; its size, face and place are measured.",
    ),
    absent("F-83", marks::no_address, "The issuer's address is optional and for letters; none is set."),
    proved("F-84", marks::version, "The file's header names a PDF version from 1.4 on."),
    beyond(
        "F-85",
        "PDF/A-2a and PDF/UA-1 are properties of the file, not of its pages; the file is validated by other tests.",
    ),
    absent("F-86", marks::no_copy_mark, "This is an original; no mark of a copy is set."),
    proved(
        "F-87",
        marks::properties,
        "The optional properties name the number, abstract, issuer and language that the pages show.",
    ),
    proved(
        "P-1",
        flow::headings_lead,
        "No heading, nor a line that opens a list, stands last on its page (not of the decree).",
    ),
    proved(
        "P-2",
        flow::no_lone_lines,
        "No line of a paragraph stands alone at the head or foot of a page (not of the decree).",
    ),
];

impl Status {
    pub const ALL: [Self; 4] = [Self::Proved, Self::NotApplicable, Self::NotMeasurable, Self::Departs];

    /// As in the published list.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::NotApplicable => "not applicable",
            Self::NotMeasurable => "not measurable",
            Self::Departs => "departs",
        }
    }

    /// As in the printed report.
    pub fn report(self) -> &'static str {
        match self {
            Self::Proved => "đạt",
            Self::NotApplicable => "không áp dụng",
            Self::NotMeasurable => "không đo được",
            Self::Departs => "bản công bố khác",
        }
    }
}
