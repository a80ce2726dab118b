//! **vanban** ("văn bản", an official document) turns a folder of spreadsheets into a finished Vietnamese
//! official document: a PDF in the form of Decree 30/2020/NĐ-CP, and its appendices as an Excel workbook.
//!
//! # The way of a figure
//!
//! Values flow one way, from room to room; each stage is a function from values to values.
//!
//! ```text
//! so-lieu.xlsx ──xlsx::read──▶ Workbook ──input::reading──▶ Dataset ──input::checking──▶ Verified
//!    document.toml ──input::definition──▶ Document ┘            (findings on the way: finding::Finding)
//!
//! Verified ──product::form, appendix──▶ Form ─┬─product::prose──▶ Narrative ──product::pages──▶ Pages ──▶ PDF
//!                                             └─product::workbook──▶ xlsx      sign::pdf::prepare ──▶ PDF with fields
//!          product::ledger ◀── where each figure landed ──┘
//!          product::publish ──▶ output/, all at once or not at all
//!
//! two ledgers ──versions::diff──▶ Difference ──▶ text, workbook, versions::marked (the copy that shows it)
//! a returned file ──versions::readback──▶ does it say what the inputs say?   sign::verdict ──▶ do its signatures hold?
//! ```
//!
//! [`input::verify::verify`] and [`product::build::build`] are the two doors: what an office hands in becomes a checked
//! dataset, and that becomes the finished document; each names its stages in order. [`cli::run`] is the program.
//!
//! # The rooms
//!
//! | room | what it is for | may import |
//! | --- | --- | --- |
//! | [`vi`] | Vietnamese written forms: numbers, dates, units, names, old encodings | nothing |
//! | [`finding`] | what the program says: a code, a place, arguments, and the words for it in two languages | `vi` |
//! | [`xlsx`] | bytes of a workbook become safe cells, and what all writers of workbooks share; knows no document | `finding`, `vi` |
//! | [`sign`] | PAdES on any PDF; knows no document | `finding`, `vi` |
//! | [`input`] | folder, definition, reading, checking, slips of form, and the workbook to fill in | `xlsx`, `finding`, `vi` |
//! | [`product`] | form, prose, pages, workbook, ledger, and its place on the disk | `input`, `sign`, `xlsx`, `finding`, `vi` |
//! | [`versions`] | records of issues, differences, the marked copy, reading a returned file back | `product`, `input`, `xlsx`, `finding`, `vi` |
//! | [`cli`] | one file for each command, and what the terminal sees | everything |
//!
//! No file imports upwards, from the crate's root, or in a circle; `tests/suite/layers.rs` holds the table, also of who
//! may touch the disk, the network, the clock and each of the large libraries, and fails on anything else. Only the
//! command line reads the clock, since signing needs to know the time.
//!
//! # Where do I put …
//!
//! | … a change like this | where |
//! | --- | --- |
//! | a new rule for cells (a policy) | `input/definition/policy.rs` and its field in `model.rs`; `Spec` in `input/reading/cell.rs`, or the file of `input/reading/` that applies it; `input/starter/cell_rules.rs` for Excel's own check |
//! | a new key of `document.toml` | its field and doc comment in `input/definition/`; `UPDATE_GOLDENS=1` writes `docs/document.schema.json`; its row and an example in `docs/soan-mau.md` and `docs/authoring.md` |
//! | a new finding | a row in `finding/code.rs` with what it decides, its words in both `finding/messages/*.ftl`, a case in `tests/suite/input/` |
//! | a new check of the form of particulars | the file of `input/form_slips/` for that part of the form, with its code (`Acceptable`) and words |
//! | a new word of the language of templates (a filter, a test) | its row in `product/prose/language/words.rs`; what it means in `product/prose/values/{engine, lists}.rs`; a case in `tests/suite/product/language.rs` |
//! | a new check of words that are printed | the file of `product/prose/slips/` for its kind, with its code (`Acceptable`) and words; what is data of Vietnamese spelling in `vi/` |
//! | a rule of what stays on one line | `product/prose/lines/{ties, vocabulary}.rs`, with its row in the tests there; `tests/suite/product/lines.rs` reads the finished lines |
//! | a new relation between figures | `input/definition/{model, parse}.rs`, `input/checking/{relation, rule, judged}.rs` with its code and words; what is computed in `input/starter/{cell_rules, workbook}.rs`; the Excel formula in `product/workbook.rs` |
//! | a new kind of derived figure | `input/definition/derived.rs` (its settings), `derivation.rs`, `derived_names.rs`; its arithmetic in `input/derived/`; its formula in `product/formulas.rs`; the fixture `bao-cao-suy-ra` and the judge `derived` |
//! | a new command | `cli/NAME.rs`; its line in the table of `cli/arguments.rs`; its arm in `cli/mod.rs`, where its module is named too; help texts in both `.ftl` |
//! | a new output file, or another name | `product/file_names.rs`, `product/build.rs` |
//! | something else of the decree on the page | `templates/nd30/*.typ`, its data in `product/form.rs`, its rule in `tests/suite/product/form/` |
//! | a new kind of document | a folder under `templates/`; no Rust |
//! | a kind whose form has other parts or another order | `input/definition/document_kind.rs`; what the parts say in `product/opening.rs`, what they look like in `templates/nd30/opening.typ`; a folder with an example (`vi-du.toml`) under `templates/`; its rules in `tests/suite/product/kinds/` |
//! | a new column in `figures.json` | `product/ledger/format.rs` (raise the format), `product/ledger/assemble.rs`, the judge `ledger` |
//! | a new check of signatures | `sign/verdict.rs`, a code with the effect `Altered` where it alters; a case in `tests/suite/sign/` |
//! | a way in which people write numbers, dates, units | `vi/typed_number.rs`, `vi/dates.rs`, `vi/units.rs` |
//!
//! # Words
//!
//! | word | Vietnamese | type |
//! | --- | --- | --- |
//! | input folder | thư mục số liệu | [`input::folder::InputFolder`] |
//! | workbook, sheet, cell | sổ, trang tính, ô | [`xlsx::grid`]: `Workbook`, `Sheet`, `Cell` |
//! | definition | định nghĩa mẫu (`document.toml`) | [`input::definition::model::Document`] |
//! | policy | quy tắc đọc ô | [`input::definition::policy`] |
//! | dataset, entry | số liệu, một số liệu | [`input::dataset`]: `Dataset`, `Entry` |
//! | particular (in code also *fact*) | thông tin văn bản (số, ký hiệu, ngày …) | `Dataset::facts`, [`product::particulars`] |
//! | figure, its key | số liệu, khóa của nó | [`input::figure_key::FigureKey`] |
//! | recipient | nơi nhận | `Dataset::recipients` |
//! | relation, check | quan hệ số liệu, phép kiểm tra | [`input::definition::model::Relation`], [`input::checking::judged::Check`] |
//! | derived figure | số liệu suy ra | [`input::definition::derivation::Derivation`]; of one entry [`input::derived::made::Made`] |
//! | last year's input, what surrounds an input | số liệu năm trước | [`input::around::Around`], [`input::derived::earlier::Earlier`] |
//! | outline | dàn bậc của bảng | [`input::outline::Outline`] |
//! | slip, culprit, doubt | lỗi gõ, ô gây ra, điều chưa tin được | [`input::checking`]: what happened to one figure; the figure that explains several failures; what is not judged |
//! | suspicious cell | ô đáng ngờ | [`input::reading::suspicious`] |
//! | starter (in messages *scaffold*) | biểu nhập số liệu | [`input::starter::content::Start`]: what stands in the workbook to fill in |
//! | finding, code, severity | điều phát hiện: lỗi, cảnh báo, ghi chú | [`finding::Finding`], [`finding::code::Code`] |
//! | to confirm | viện dẫn còn phải xem lại | [`input::unconfirmed`] |
//! | place | vị trí | [`finding::place::Place`] |
//! | slip of form | sai thể thức | [`input::form_slips`] |
//! | tie, chain | chỗ không ngắt dòng, các từ đi liền nhau | [`product::prose::lines`] |
//! | passage, slip in print | đoạn chữ in ra, lỗi trình bày | [`product::prose::slips`] |
//! | citation, legal ground | viện dẫn, căn cứ ban hành | [`input::form_slips::cited`], [`product::prose::slips`] |
//! | accepted | chấp nhận theo định nghĩa mẫu | [`input::definition::accepted`] |
//! | refused, failed | không lập vì số liệu; không làm được việc | [`finding::outcome::Failure`] |
//! | remark | lời nhận xét (không có vị trí) | [`versions::readback::remark::Remark`] |
//! | form | thể thức | [`product::form::Form`] |
//! | kind of document | loại văn bản, theo thể thức | [`input::definition::document_kind::DocumentKind`] |
//! | addressees, decider, second signer, attached text | nơi kính gửi, thẩm quyền ban hành, người ký bên trái, văn bản kèm theo | [`product::opening`] |
//! | grounds | căn cứ ban hành: the file of the prose whose name ends in `can-cu` | [`input::definition::document_kind`] |
//! | example | ví dụ của mẫu (`vi-du.toml`) | [`input::starter::example`] |
//! | appendix | phụ lục | [`product::appendix::Appendix`] |
//! | narrative, marked text | lời văn, lời văn có đánh dấu số liệu | [`product::prose`] |
//! | language of templates, value, side of a comparison | ngôn ngữ mẫu, giá trị, vế so sánh | [`product::prose::language`], [`product::prose::values`] |
//! | pages, spot | trang, chỗ in | [`product::pages`], [`product::ledger::format::Spot`] |
//! | ledger | sổ số liệu (`figures.json`) | [`product::ledger::format::Ledger`] |
//! | product | văn bản đã lập | [`product::build::Product`] |
//! | draft | dự thảo | [`product::particulars::is_draft`] |
//! | record | bản ghi ban hành (`da-ban-hanh/`) | [`versions::records::Record`] |
//! | version, difference | phiên bản, thay đổi | [`versions::diff::version::Version`], [`versions::diff::change::Difference`] |
//! | marked copy | bản so sánh thay đổi | [`versions::marked::copy::mark`] |
//! | readback, comparison | đọc lại, đối chiếu | [`versions::readback::remark::Comparison`] |
//! | field, room, space | ô chữ ký, chỗ dành cho nó trên trang, chỗ nó dành cho hình | [`sign::pdf::field`]: `Field`, `Room`, `Space` |
//! | leader's signature, seal | chữ ký của người có thẩm quyền, dấu | [`sign::pdf::field::Field`] |
//! | drawing, look | hình thức chữ ký | [`sign::pdf::appearance::Drawing`], [`product::signature_drawing::Look`] |
//! | revision, later change | lần cập nhật tệp, thay đổi sau khi ký | [`sign::pdf::revisions`], [`sign::pdf::later`] |
//! | evidence | dữ liệu xác thực lâu dài | [`sign::pdf::evidence`] |
//! | verdict, standing, trust | kết luận, tình trạng thu hồi, tin cậy | [`sign::verdict`], [`sign::online::revocation`] |
//! | moment, time stamp | thời điểm, dấu thời gian | [`sign::crypto::moment::Moment`], [`sign::online::time_stamp`] |
//! | refusal | lý do từ chối | [`sign::refusal::Refusal`] |
//! | desk, court, told | – | in `cli/sign.rs` all that signing takes besides the files; in `sign/verdict.rs` what a signature is judged by; in `cli/build_one.rs` what is known of a document and not said yet |
//!
//! Words that are data of the trade stand in the rooms that use them: which words end a table (`row_kind::TOTALS`, `REMARKS`),
//! which stand before a number that is no figure (`inspect::ORDINAL_WORDS`), which units are the same (`units::SAME`).
//!
//! # What is worth knowing
//!
//! * Pages are made on one pool of threads (`rayon`), that of Typst, so that there are no more of them than cores. A
//!   document alone keeps all of them busy: the typesetter warms up while inputs are read, paragraphs are set ahead
//!   of their pages (`product/pages/ahead.rs`), and workbook and ledger are written beside pages and PDF. What was set
//!   and parsed is remembered in between (`comemo`), and forgotten when a few documents in a row had no use for it.
//! * What somebody handed back is read by others' PDF readers, first in a process that may crash (`cli/probe.rs`).
//! * Prose is checked with Typst's own parser and may use only headings, items and emphasis. So a stray `#` is
//!   explained at its line in the template, and no template can run code: what it gave is looked through before anything is laid out.
//! * `main.typ` and the form library are code. The shipped library, and a main file that only puts it to use, run here;
//!   what others wrote is tried in a process with limits first (`product/pages/{foreign, trial}.rs`, `cli/trial.rs`).
//! * Which definition an input uses is found without naming a sheet here: the particulars sheet of each definition is
//!   looked up, and the one whose field `template` names its own folder is used.
//! * A particular may quote another by its name in braces (`năm {Năm kế hoạch}`), so that the year stands in one cell
//!   even where the title repeats it.
//! * Fixed texts of the form (head, title, signature, captions, tables) go to Typst as `data.json`, prose as markup;
//!   both are in `source/`, which the stock `typst` compiles to the same pages. What stays on one line is tied there by
//!   no-break spaces and joiners; finished pages have ordinary blanks again (`product/pages/typed_blanks.rs`).
//! * The command line is part of the library, so that everything but what tests and tools use can stay private to the
//!   crate, and what nobody uses is noticed; `main.rs` only starts it.

// What tests and tools do not use stays private to the crate, so that what nobody uses is noticed.
#![warn(unreachable_pub)]
// The guide is for those who work here; what it names is private where nobody else needs it.
#![allow(rustdoc::private_intra_doc_links)]

pub mod cli;
pub mod finding;
pub mod input;
pub mod product;
pub mod sign;
pub mod versions;
pub mod vi;
pub mod xlsx;
