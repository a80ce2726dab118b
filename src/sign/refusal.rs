//! Why something was refused.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;

/// Why something was refused: one finding. The place is the caller's to set, since keys, answers and signatures
/// know nothing of files.
pub type Refusal = Box<Finding>;

/// A refusal without a place.
pub(crate) fn refusal(code: Code) -> Finding {
    Finding::new(code, Place::Nowhere)
}
