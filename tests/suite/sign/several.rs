//! A joint document: two leaders, two agencies, and each signature holds when the others have been added.

use vanban::sign::pdf::field::Field;
use vanban::sign::verdict;

use super::{examine, key, order, sign, signed};
use crate::product::kinds;
use crate::support::pki::{self, LEADER, OFFICE};

#[test]
fn all_four_fields_of_a_joint_document_are_signed_one_after_another() {
    let (leader, office) = (key(&pki::p256(5), LEADER), key(&pki::p384(6), OFFICE));
    let mut pdf = kinds::pdf("van-ban-lien-tich").to_vec();
    let fields = ["second-leader", "leader", "second-seal", "seal"];
    for name in fields {
        let field = Field::called(name).expect("a field");
        let key = if name.ends_with("seal") { &office } else { &leader };
        pdf = signed(&pdf, key, &order(field));
    }
    let report = examine(&pdf);
    assert_eq!(report.signatures.len(), fields.len());
    assert!(report.signatures.iter().all(verdict::Verdict::holds), "{report:?}");
    assert!(report.vacant.is_empty());
}

/// No leader signs what an agency has sealed.
#[test]
fn a_leader_signs_before_either_seal() {
    let (leader, office) = (key(&pki::p256(5), LEADER), key(&pki::p384(6), OFFICE));
    let sealed = signed(kinds::pdf("van-ban-lien-tich"), &office, &order(Field::SecondSeal));
    for field in [Field::Leader, Field::SecondLeader] {
        let refused = sign(&sealed, &leader, &order(field)).err().expect("refused");
        assert_eq!(refused.code.name(), "sign-after-seal");
    }
    // Minutes need no second seal, and have no field for one.
    let refused = sign(kinds::pdf("bien-ban"), &office, &order(Field::SecondSeal)).err().expect("refused");
    assert_eq!(refused.code.name(), "sign-field-none");
}
