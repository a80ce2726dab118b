//! The kind of a document, which decides its parts and their order (NĐ 30/2020/NĐ-CP, Điều 7; PL III, mẫu 1.1 – 1.9).

use serde::Deserialize;

/// What `kind` in `document.toml` may say. Kinds without a form of their own are those of mẫu 1.4: they differ in their
/// words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(crate) enum DocumentKind {
    /// A type, its abstract, the content (văn bản có tên loại, mẫu 1.4).
    #[default]
    #[serde(
        rename = "van-ban-co-ten-loai",
        alias = "ke-hoach",
        alias = "chuong-trinh",
        alias = "phuong-an",
        alias = "de-an",
        alias = "du-an",
        alias = "thong-bao",
        alias = "thong-cao",
        alias = "huong-dan",
        alias = "chi-thi"
    )]
    Named,
    /// A report; to a superior it is addressed (Kính gửi).
    #[serde(rename = "bao-cao")]
    Report,
    /// Always addressed.
    #[serde(rename = "to-trinh")]
    Submission,
    #[serde(rename = "nghi-quyet")]
    Resolution,
    #[serde(rename = "quyet-dinh")]
    Decision,
    #[serde(rename = "cong-van")]
    Letter,
    #[serde(rename = "cong-dien")]
    Telegram,
    #[serde(rename = "giay-moi")]
    Invitation,
    #[serde(rename = "bien-ban")]
    Minutes,
    /// Of two agencies. No rule exists for it; the frame is that of custom.
    #[serde(rename = "van-ban-lien-tich")]
    Joint,
}

impl DocumentKind {
    /// The type that such documents have (tên loại); none where the kind leaves it open.
    pub(crate) fn type_name(self) -> Option<&'static str> {
        match self {
            Self::Named | Self::Joint => None,
            Self::Report => Some("Báo cáo"),
            Self::Submission => Some("Tờ trình"),
            Self::Resolution => Some("Nghị quyết"),
            Self::Decision => Some("Quyết định"),
            Self::Letter => Some("Công văn"),
            Self::Telegram => Some("Công điện"),
            Self::Invitation => Some("Giấy mời"),
            Self::Minutes => Some("Biên bản"),
        }
    }

    /// The words between grounds and articles, in a line of their own (mẫu 1.1 – 1.3).
    pub(crate) fn enacting_words(self) -> Option<&'static str> {
        match self {
            Self::Decision => Some("QUYẾT ĐỊNH:"),
            Self::Resolution => Some("QUYẾT NGHỊ:"),
            _ => None,
        }
    }

    /// Keys of the particulars that a definition of this kind must declare besides those of every document.
    pub(crate) fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Letter | Self::Telegram | Self::Submission => &["addressees"],
            Self::Minutes => &["second_authority", "second_signer"],
            Self::Joint => &["second_issuer", "second_authority", "second_signer"],
            Self::Named | Self::Report | Self::Resolution | Self::Decision | Self::Invitation => &[],
        }
    }
}

/// The end of the name of a file of grounds (căn cứ ban hành): `01-can-cu.typ`.
const GROUNDS: &str = "can-cu";

/// Whether a file of the prose holds the grounds of the document, by its name: digits for the order, then `can-cu`.
pub(crate) fn is_of_grounds(file: &str) -> bool {
    let name = file.split('.').next().unwrap_or_default();
    name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-') == GROUNDS
}

/// The beginning of the name of a file that belongs to the text attached to a decision: `03-kem-theo.typ`.
const ATTACHED: &str = "kem-theo";

/// Whether a file of the prose belongs to the text that is issued with the document, by its name.
pub(crate) fn is_of_attached(file: &str) -> bool {
    file.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').starts_with(ATTACHED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grounds_are_known_by_their_file() {
        for file in ["01-can-cu.typ", "can-cu.typ.j2", "0-1-can-cu.typ.j2"] {
            assert!(is_of_grounds(file), "{file}");
        }
        for file in ["01-can-cu-thuc-hien.typ", "_can-cu.typ.j2", "01-noi-dung.typ", "01-muc-can-cu.typ"] {
            assert!(!is_of_grounds(file), "{file}");
        }
    }

    #[test]
    fn what_is_attached_is_known_by_its_file() {
        for file in ["03-kem-theo.typ", "04-kem-theo-chuong-2.typ.j2"] {
            assert!(is_of_attached(file), "{file}");
        }
        assert!(!is_of_attached("03-noi-dung-kem-theo.typ") && !is_of_attached("_kem-theo.typ.j2"));
    }
}
