//! Files mapped into memory: the one place in this crate with `unsafe`.
//!
//! Reason: a bundle of scans is hundreds of megabytes that are only passed through. Mapping lets the kernel page them in and
//! out, so memory stays small and nothing is copied twice.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;

/// Maps a whole file read-only.
///
/// # Errors
/// Whatever the operating system says about mapping it.
pub(super) fn map(file: &File) -> io::Result<memmap2::Mmap> {
    // SAFETY: the map is read-only and private. The one hazard is another process shortening the file while it is mapped; the
    // callers map only objects of the vault and temporary files of this run, which no other program writes.
    unsafe { memmap2::Mmap::map(file) }
}
