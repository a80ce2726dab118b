//! Vietnamese written forms: numbers, dates, units, names, old encodings.

pub mod dates;
pub(crate) mod likeness;
pub(crate) mod matching;
pub mod numbers;
pub mod old_encodings;
pub(crate) mod syllables;
pub mod text;
pub mod typed_number;
pub(crate) mod units;
