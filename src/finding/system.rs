//! Why the system would not do something, in a word of ours: what systems say themselves is English, and a number.

use std::io::{Error, ErrorKind};

/// The word by which the message `system-why` chooses; `other` shows its [`number`].
pub(crate) fn why(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::NotADirectory => "not-a-folder",
        ErrorKind::IsADirectory => "is-a-folder",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::DirectoryNotEmpty => "not-empty",
        ErrorKind::StorageFull => "disk-full",
        ErrorKind::QuotaExceeded => "quota",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "bad-name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock | ErrorKind::WouldBlock => "busy",
        ErrorKind::InvalidData => "not-text",
        ErrorKind::UnexpectedEof => "cut-short",
        ErrorKind::BrokenPipe => "nobody-reads",
        ErrorKind::OutOfMemory => "memory",
        ErrorKind::CrossesDevices => "other-disk",
        ErrorKind::TooManyLinks => "links",
        ErrorKind::Unsupported => "unsupported",
        ErrorKind::TimedOut | ErrorKind::Interrupted => "timed-out",
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted => "refused",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => "no-network",
        ErrorKind::StaleNetworkFileHandle | ErrorKind::NotConnected => "connection-lost",
        _ => error.raw_os_error().map_or("unsaid", unnamed),
    }
}

/// What the library has no kind for.
fn unnamed(number: i32) -> &'static str {
    match (cfg!(windows), number) {
        // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: the usual answer about a workbook that Excel has open.
        (true, 32 | 33) => "busy",
        // EIO; ERROR_CRC, ERROR_IO_DEVICE.
        (false, 5) | (true, 23 | 1117) => "damaged",
        // ENFILE, EMFILE; ERROR_TOO_MANY_OPEN_FILES.
        (false, 23 | 24) | (true, 4) => "too-many",
        // ENXIO, ENODEV; ERROR_NOT_READY.
        (false, 6 | 19) | (true, 21) => "no-device",
        // ELOOP as Linux and others number it.
        (false, 40 | 62) => "links",
        _ => "other",
    }
}

/// The number of the error; none where it is not the system's.
pub(crate) fn number(error: &Error) -> String {
    error.raw_os_error().map(|number| number.to_string()).unwrap_or_default()
}

/// What the system said, without its number.
pub(crate) fn said(error: &Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().trim_end_matches('.').to_owned()
}
