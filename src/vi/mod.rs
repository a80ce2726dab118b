//! Vietnamese written forms: numbers, dates, units, names, old encodings.

pub mod dates;
pub mod matching;
pub mod numbers;
pub mod old_encodings;
pub mod syllables;
pub mod text;
pub mod typed_number;
pub mod units;
