//! **vanban** ("văn bản", an official document) turns a folder of spreadsheets into a finished Vietnamese
//! official document: a PDF in the form of Decree 30/2020/NĐ-CP, and its appendices as an Excel workbook.
//!
//! # How to read this crate
//!
//! The files follow the pipeline; values flow one way, and each stage is a function from values to values.
//!
//! | file | one job |
//! | --- | --- |
//! | [`files`], [`publish`] | the disk: inputs, templates and fonts in; outputs out, all at once or not at all |
//! | [`sniff`], [`preflight`], [`structure`], [`mod@survey`], [`link`], [`workbook`], [`cells`] | bytes → a safe grid of cells with addresses |
//! | [`document`], [`policy`], [`definition`] | `document.toml` → what is read, what must be true, how it is laid out |
//! | [`number`], [`date`], [`mod@unit`], [`encoding`], [`syllable`] | what people typed: figures, dates, units, words from before Unicode |
//! | [`mend`], [`scrutiny`] | words in old encodings; what makes cells suspect whatever they mean |
//! | [`recognise`] | which definition the inputs name |
//! | [`reader`], [`locate`] | grid + definition → dataset; strict, all findings at once |
//! | [`row_class`], [`rows`], [`subtotal`], [`columns`], [`cell`] | which rows are data, and what is in them |
//! | [`dataset`] | typed rows; every figure knows its cell |
//! | [`relation`], [`check`] | the declared relations: blanks computed, the rest compared |
//! | [`doubt`], [`culprit`], [`suspect`] | which cells no relation can be judged by; which one is to blame, and why |
//! | [`form`] | the components of form that the decree prescribes |
//! | [`appendix`] | one appendix layout → its rows and header tree, for PDF and Excel alike |
//! | [`narrative`], [`prose`] | prose templates → Typst; what prose may contain |
//! | [`typeset`], `ahead.rs`, [`printed`] | sources → pages (paragraphs on all cores) → PDF, and where each figure landed |
//! | [`sheet`], [`measure`] | appendices → workbook bytes |
//! | [`sign::prepare`], [`sign::field`] | PDF + rooms of the layout → PDF with empty signature fields |
//! | [`sign::fill`], [`sign::appearance`], [`sign::dss`] | a field → filled but for the signature, and what it looks like; evidence added |
//! | [`sign::revisions`], [`sign::later`] | which signatures a PDF has, what they cover, and what was done afterwards |
//! | [`sign::signing`], [`sign::key`], [`sign::token`], [`sign::cms`], [`sign::stamp`] | signing a field: key in a file or on a token, CMS signature, time stamp, and the check of the result |
//! | [`sign::revocation`], [`sign::ocsp`], [`sign::crl`] | whether certificates were revoked: asked of their authorities, or kept in the file |
//! | [`sign::report`], [`sign::certificate`], [`sign::algorithm`], [`sign::moment`] | what a file's signatures are worth: value, certificate and its path, time |
//! | [`sign::profile`], [`sign::secret`], [`sign::http`] | an office's settings, passwords, the one door to the network |
//! | [`sign::raw`], [`sign::syntax`], [`sign::increment`] | PDF objects as the bytes they stand in; updates behind what is there |
//! | [`ledger`], [`names`] | `figures.json`: every figure, its cell, and each place it is printed |
//! | [`state`], [`diff`], [`rewording`], [`align`] | two versions → what changed: figures, other data, sentences, marked words |
//! | [`diff_text`], [`diff_sheet`] | what changed, for the screen and as a workbook |
//! | [`marked`], [`marks`], [`redline`] | what changed → a copy of the pages that shows it, for the one who approves it |
//! | [`start`] | a definition, or last year's input → what a new input workbook holds beforehand |
//! | [`scaffold`], [`grid`], [`rules`], [`guide`] | that → the workbook to fill in: what cells accept, how they look, instructions |
//! | [`schema`] | the property by which an input says what layout it was made for |
//! | [`issued`] | what was issued: records beside the inputs, and names that overwrite nothing issued or signed |
//! | [`pdf_text`], [`attached`], [`readback`], [`readback_pdf`], [`readback_sheet`] | a finished file, read back: does it say what the inputs say? |
//! | [`finding`] | findings with a place, and the one renderer of messages |
//! | [`vi`] | Vietnamese written forms |
//!
//! The binary adds the commands: `batch.rs` builds many folders side by side, `watch.rs` builds again after each
//! save (`stamps.rs` sees it), `compare.rs` answers what changed. What was set and parsed is remembered in between
//! (`comemo`), and forgotten when a few documents in a row had no use for it ([`typeset::forget`]). `signing.rs` signs,
//! `signatures.rs` tells what signatures are worth; they read the clock, since signing needs to know the time. What
//! somebody handed back is read by others' PDF readers, first in a process that may crash (`probing.rs`).
//!
//! [`build()`] names every stage in order; [`survey()`] is the part of it that a comparison needs. Only
//! [`files`], [`publish`], [`issued`], [`sign::secret`] and the binary touch the disk; the library never reads the clock.
//!
//! Pages are made on one pool of threads (`rayon`), that of Typst, so that there are no more of them than cores. A
//! document alone keeps all of them busy: the typesetter warms up while inputs are read, paragraphs are set ahead
//! of their pages (`ahead.rs`), and workbook and ledger are written beside pages and PDF.
//!
//! # Where it differs from the first blueprint
//!
//! * Prose is checked with Typst's own parser ([`prose::inspect`]) and may use only headings, items and
//!   emphasis. So a stray `#` is explained at its line in the template, and no template can run code.
//! * Which definition an input uses is found without naming a sheet here: the particulars sheet of each
//!   definition is looked up, and the one whose field `template` names its own folder is used.
//! * A particular may quote another by its name in braces (`năm {Năm kế hoạch}`), so that the year stands
//!   in one cell even where the title repeats it.
//! * Fixed texts of the form (head, title, signature, captions, tables) go to Typst as `data.json`, prose
//!   as markup; both are in `source/`, which the stock `typst` compiles to the same pages.

pub mod cli;
pub mod finding;
pub mod input;
pub mod product;
pub mod sign;
pub mod versions;
pub mod vi;
pub mod xlsx;
