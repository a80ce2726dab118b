//! The output folder of one document: its files appear all at once, or not at all.
//!
//! The new set is written beside the folder and the two then change places in one step of the file system,
//! so that whoever looks, and however the program ends, finds either the whole old set or the whole new one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;

/// Beginning of the names of folders that are being written.
const TEMPORARY: &str = ".vanban-";

/// What could not be done, and where.
type Trouble = (PathBuf, io::Error);

/// Makes `folder` hold these files (path inside the folder → bytes), beside whatever else stands there.
///
/// # Errors
/// The path that could not be written; what stood there before is untouched.
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    put(folder, files, &[], true).map_err(unwritable)
}

/// The same, and lets go of these other files of the folder.
///
/// # Errors
/// As [`write()`].
pub(crate) fn replace(folder: &Path, files: &BTreeMap<String, Vec<u8>>, obsolete: &[String]) -> Result<(), Failure> {
    put(folder, files, obsolete, true).map_err(unwritable)
}

/// Makes `folder`, which must not be there yet, hold these files.
///
/// # Errors
/// The path that could not be written, or stands there already; nothing is written then.
pub(crate) fn create(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    put(folder, files, &[], false).map_err(unwritable)
}

/// Adds one file, which must not be there yet, whole or not at all.
///
/// # Errors
/// The path that could not be written, or stands there already; nothing is written then.
pub(crate) fn add(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // As for any new file; the system takes away what the user's settings forbid.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let written = builder.prefix(TEMPORARY).tempfile_in(parent).and_then(|mut file| {
        io::Write::write_all(&mut file, bytes)?;
        file.as_file().sync_all()?;
        file.persist_noclobber(path).map_err(|error| error.error)
    });
    written.map(|_| ()).map_err(|error| unwritable(at(path)(error)))
}

/// Puts one file into a folder, which may be there already, even be the one in which the program was started; the file
/// itself must not be there yet.
///
/// # Errors
/// The path that could not be written, or stands there already; nothing is written then.
pub(crate) fn begin(folder: &Path, name: &str, bytes: Vec<u8>) -> Result<(), Failure> {
    if folder.is_dir() { add(&folder.join(name), &bytes) } else { create(folder, &[(name.to_owned(), bytes)].into()) }
}

fn unwritable((path, error): Trouble) -> Failure {
    let place = Place::File(path.display().to_string());
    Finding::new(Code::FileUnwritable, place).because(&error).fails()
}

/// Makes a folder and those above it; a file in its place is called what it is.
fn folder_at(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })
}

fn at(path: &Path) -> impl Fn(io::Error) -> Trouble {
    let path = path.to_owned();
    move |error| (path.clone(), error)
}

fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>, obsolete: &[String], replaces: bool) -> Result<(), Trouble> {
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    folder_at(parent).map_err(at(parent))?;
    refuse_unwritable(folder).map_err(at(folder))?;
    let _lock = lock(parent);
    if !replaces && folder.exists() {
        return Err(at(folder)(io::ErrorKind::AlreadyExists.into()));
    }
    sweep(parent);
    let builder = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(parent).map_err(at(parent))?;
    let new = builder.path().join("new");
    fs::create_dir(&new).map_err(at(parent))?;
    stage(&new, folder, files)?;
    let tops: BTreeSet<&str> = files.keys().filter_map(|name| name.split('/').next()).collect();
    let goes = |name: &str| tops.contains(name) || obsolete.iter().any(|gone| gone == name);
    carry(folder, &new, &|name| !goes(name)).map_err(at(folder))?;
    take_place(&new, folder, &builder.path().join("old")).map_err(at(folder))
}

/// A folder that may not be changed is not changed by way of its parent either.
fn refuse_unwritable(folder: &Path) -> io::Result<()> {
    match fs::metadata(folder) {
        Ok(found) if !found.is_dir() => Err(io::ErrorKind::NotADirectory.into()),
        Ok(found) if found.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    }
}

/// One run at a time writes below a folder; the system lets go of the lock however a run ends. File systems
/// that know no locks are written without one.
fn lock(parent: &Path) -> Option<File> {
    let file = File::open(parent).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// Removes what a run that was killed left behind: while the lock is held, nobody else is writing.
fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            // What cannot be removed now is tried again by the next run.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn stage(new: &Path, folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    let list: Vec<(&String, &Vec<u8>)> = files.iter().collect();
    let folders: BTreeSet<&Path> = files.keys().filter_map(|name| Path::new(name).parent()).collect();
    for inner in folders {
        fs::create_dir_all(new.join(inner)).map_err(at(&folder.join(inner)))?;
    }
    let write = |part: &[(&String, &Vec<u8>)]| {
        part.iter().try_for_each(|(name, bytes)| fs::write(new.join(name), bytes).map_err(at(&folder.join(name))))
    };
    // Most of the time goes into making many small files, which the system does two at a time.
    let (first, second) = list.split_at(list.len() / 2);
    std::thread::scope(|scope| {
        let others = scope.spawn(|| write(second));
        let own = write(first);
        own.and(others.join().unwrap_or_else(|_| Err((folder.to_owned(), io::Error::other("panic")))))
    })
}

/// Puts what stands in `from` into `to` as well, without copying where the file system allows it.
fn carry(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> io::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if !wanted(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let (old, new) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&new)?;
            carry(&old, &new, &|_| true)?;
        } else if fs::hard_link(&old, &new).is_err() {
            fs::copy(&old, &new)?;
        }
    }
    Ok(())
}

/// Puts `new` where `folder` is, and what was there to `old`.
fn take_place(new: &Path, folder: &Path, old: &Path) -> io::Result<()> {
    if !folder.exists() {
        return fs::rename(new, folder);
    }
    // A link is followed, so that it stays a link.
    let folder = folder.canonicalize()?;
    if exchange(new, &folder) {
        return Ok(());
    }
    fs::rename(&folder, old)?;
    fs::rename(new, &folder).or_else(|error| fs::rename(old, &folder).and(Err(error)))
}

/// Lets two folders change places in one step, where the file system can.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
