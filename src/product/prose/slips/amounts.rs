//! Figures and the words that repeat them: whoever signs answers for both (S-128).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::told::{Slip, Teller};
use crate::vi::spelled::beside::{self, Beside};
use crate::vi::spelled::lexicon::{Remark, Why};
use crate::vi::units;

/// The findings about amounts in words.
pub(crate) fn judged(all: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    let (mut differing, mut misspelt, mut unusual) = (Vec::new(), Vec::new(), Vec::new());
    for passage in all {
        for pair in beside::find(&passage.text) {
            let (code, slip) = (judge(&passage.text, &pair), slip(passage, &pair));
            match code {
                Some(Code::AmountWords) => differing.push(slip),
                Some(Code::AmountMisspelt) => misspelt.push(slip),
                Some(_) => unusual.push(slip),
                None => {}
            }
        }
    }
    let found = [(Code::AmountWords, differing), (Code::AmountMisspelt, misspelt), (Code::AmountUnusual, unusual)];
    found.into_iter().filter_map(|(code, slips)| teller.tell(code, &slips)).collect()
}

/// What is to be said of a pair.
fn judge(text: &str, pair: &Beside) -> Option<Code> {
    match &pair.says {
        Ok(_) if pair.agrees && lacks_dong(text, pair) => Some(Code::AmountMisspelt),
        Ok(_) if !pair.agrees => Some(Code::AmountWords),
        Ok(reading) => {
            let is_told = |remark: &Remark| matches!(remark, Remark::Capitals | Remark::Spoken { .. });
            reading.remarks.iter().any(is_told).then_some(Code::AmountUnusual)
        }
        // A word that nobody knows may be a slip of the keyboard, or a name.
        Err(unread) if unread.why == Why::Unknown => Some(Code::AmountUnusual),
        Err(_) => Some(Code::AmountMisspelt),
    }
}

/// `5.000.000 đồng (Bằng chữ: Năm triệu)`.
fn lacks_dong(text: &str, pair: &Beside) -> bool {
    let has_label = text[..pair.words.start].trim_end().ends_with(':');
    let is_money = units::money_at_start(text[pair.figure.end..].trim_start()).is_some();
    let behind = text[pair.words.end..].trim_start();
    has_label && is_money && !behind.starts_with("đồng") && !text[pair.words.clone()].to_lowercase().contains("đồng")
}

fn slip<'a>(passage: &'a Passage, pair: &Beside) -> Slip<'a> {
    let right = pair.right.clone().unwrap_or_default();
    let dong = if lacks_dong(&passage.text, pair) && !right.ends_with("đồng") { " đồng" } else { "" };
    Slip::new(passage, pair.words.clone(), right + dong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        beside::find(text).iter().filter_map(|pair| judge(text, pair)).map(Code::name).collect()
    }

    #[test]
    fn figures_and_words_say_the_same() {
        for right in [
            "Hỗ trợ 5.000.000 đồng (Bằng chữ: Năm triệu đồng).",
            "Kinh phí 1.250,5 triệu đồng (bằng chữ: một tỷ hai trăm năm mươi triệu năm trăm nghìn đồng chẵn).",
            "Trong thời hạn 15 (mười lăm) ngày, kể từ ngày 05 (hai) bên ký.",
            "Số tiền: 0 đồng.",
            "Điều 5 (năm 2024) của Nghị định.",
        ] {
            assert_eq!(codes(right), [""; 0], "{right}");
        }
        for (text, code) in [
            ("Hỗ trợ 5.000.000 đồng (Bằng chữ: Năm mươi triệu đồng).", "amount-words"),
            ("Trong thời hạn 15 (hai mươi lăm) ngày.", "amount-words"),
            ("Hỗ trợ 5.105.000 đồng (Bằng chữ: Năm triệu một trăm lẽ năm nghìn đồng).", "amount-misspelt"),
            ("Hỗ trợ 5.000.000 đồng (Bằng chữ: Năm triệu).", "amount-misspelt"),
            ("Hỗ trợ 5.000.000 đồng (Bằng chữ: Năm trệu đồng).", "amount-unusual"),
            ("Hỗ trợ 5.000.000 đồng (Bằng chữ: Năm Triệu Đồng).", "amount-unusual"),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }
}
