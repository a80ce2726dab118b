//! Slips in what is printed as text: sentences, titles, recipients, headings, cells of words.
//!
//! Each check looks at passages and says where something is wrong; one finding tells of all places of one kind. Only
//! what is certain is said: a check that is often wrong would teach people not to read any of them. `S-…` in these
//! files are the numbers of the list of checks that offices go by; sources are NĐ 30/2020/NĐ-CP, Phụ lục I–III.

mod addressed;
mod amounts;
mod appendices;
mod citations;
mod decisions;
mod grounds;
mod lettered;
mod main_file;
mod numbering;
mod passage;
pub(crate) mod proof;
mod spelling;
mod told;
mod typography;
mod wording;

use crate::finding::Finding;
use crate::input::dataset::plain_text;
use crate::product::particulars;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::proof::Proof;
use crate::product::prose::slips::told::Teller;
use crate::vi::text::as_name;

/// Every slip of a document, one finding for each kind.
pub(crate) fn slips(proof: &Proof<'_>) -> Vec<Finding> {
    let prose = passage::of_narrative(proof.narrative);
    let fixed = [passage::of_form(proof.form), passage::of_main(proof.folder)].concat();
    let all: Vec<&Passage> = prose.iter().chain(&fixed).collect();
    let whole: Vec<&Passage> = prose.iter().collect();
    // What is attached is a document by itself: it has numbers and an end of its own.
    let (attached, body): (Vec<&Passage>, Vec<&Passage>) =
        whole.iter().partition(|passage| proof.form.attached.is_some() && passage.is_attached());
    let teller = Teller { proof };

    let kind = as_name(&particulars::text_of(proof.dataset, "type"));
    let labels: Vec<String> = proof.form.appendices.iter().map(|appendix| plain_text(&appendix.label)).collect();
    let main_texts: Vec<&Passage> = fixed.iter().filter(|passage| passage.typed_in == passage::File::Main).collect();
    let own_main = proof.folder.main.is_some();
    let mut found = Vec::new();
    found.extend(main_file::judged(proof, &main_texts, &teller));
    found.extend(appendices::judged(&all, &labels, &teller));
    found.extend(addressed::judged(&body, &main_texts, &kind, &teller));
    found.extend(numbering::judged(&body, own_main, &teller));
    found.extend(numbering::judged(&attached, own_main, &teller));
    found.extend(decisions::judged(&body, &kind, &teller));
    found.extend(grounds::judged(&body, &kind, &teller));
    found.extend(citations::judged(&whole, &teller));
    found.extend(amounts::judged(&all, &teller));
    found.extend(wording::judged(&body, &fixed, &kind, &teller));
    if !attached.is_empty() {
        let kind = as_name(&particulars::text_of(proof.dataset, "attached_type"));
        found.extend(wording::judged(&attached, &[], &kind, &teller));
    }
    found.extend(spelling::judged(&all, &teller));
    found.extend(typography::judged(&all, &whole, &teller));
    found
}
