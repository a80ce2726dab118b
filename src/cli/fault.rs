//! Faults of the program itself, which end in a sentence and not in a trace.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

/// Keeps panics from being printed where they happen: whoever catches them says what is to be said.
pub(crate) fn silence() {
    set_hook(Box::new(|_| {}));
}

/// Does the work.
///
/// # Errors
/// What a panic has to say.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| said_by(panic.as_ref()))
}

fn said_by(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}
