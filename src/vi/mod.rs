//! Vietnamese written forms: numbers, dates, units, names, spelling, old encodings.

pub(crate) mod alphabet;
pub(crate) mod capitals;
pub mod dates;
pub(crate) mod digit_letters;
pub(crate) mod lettering;
pub(crate) mod likeness;
pub(crate) mod matching;
pub mod numbers;
pub mod old_encodings;
pub(crate) mod spelled;
pub(crate) mod spellings;
pub(crate) mod syllables;
pub mod text;
pub mod typed_number;
pub(crate) mod units;
pub(crate) mod words;
pub(crate) mod written_dates;
