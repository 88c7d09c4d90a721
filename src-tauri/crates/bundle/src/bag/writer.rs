//! Writes entries of the bag one after the other and keeps their hashes, one pass over every byte.

use super::error::BagError;
use super::gate::Gate;
use super::stamp_request;
use crate::digest::{Tally, copy_hashed, sha256_hex};
use crate::whole::WholeFile;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::io::{self, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// One file that is in the bag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackedFile {
    /// Path below the bag's own folder, with `/`.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// From this size on an entry is written with 64-bit sizes; a little under 4 GiB to leave room for poor compression.
const BIG: u64 = 0xF000_0000;

/// The ZIP being written.
pub(super) struct BagWriter {
    zip: ZipWriter<Gate>,
    root: String,
    time: DateTime,
    payload: Vec<PackedFile>,
    tags: Vec<PackedFile>,
}

impl BagWriter {
    /// Starts the ZIP. Every entry carries midnight of `date`, so that the same input gives the same bytes.
    pub(super) fn begin(file: WholeFile, root: String, date: NaiveDate) -> Self {
        Self { zip: ZipWriter::new(Gate::new(file)), root, time: zip_time(date), payload: Vec::new(), tags: Vec::new() }
    }

    /// Adds a small file from memory.
    pub(super) fn bytes(&mut self, path: &str, bytes: &[u8]) -> Result<(), BagError> {
        self.stream(path, true, bytes.len() as u64, &mut &bytes[..], |_| Ok(())).map_err(BagError::Write)?;
        Ok(())
    }

    /// Adds a file from a stream. `each` hears of every piece and may stop the copy by an error.
    pub(super) fn stream(
        &mut self,
        path: &str,
        squeeze: bool,
        size: u64,
        from: &mut dyn Read,
        each: impl FnMut(u64) -> io::Result<()>,
    ) -> io::Result<Tally> {
        let method = if squeeze { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(self.time)
            .unix_permissions(0o644)
            .large_file(size >= BIG);
        self.zip.start_file(format!("{}/{path}", self.root), options).map_err(cause)?;
        let tally = copy_hashed(from, &mut self.zip, each)?;
        let packed = PackedFile { path: path.to_owned(), bytes: tally.bytes, sha256: tally.sha256.clone() };
        if path.starts_with("data/") {
            self.payload.push(packed);
        } else {
            self.tags.push(packed);
        }
        Ok(tally)
    }

    /// The files below `data/` so far.
    pub(super) fn payload(&self) -> &[PackedFile] {
        &self.payload
    }

    /// Writes the manifests (RFC 8493, 2.1.3 and 2.2.1) and the request for a time stamp, and ends the ZIP.
    pub(super) fn finish(mut self) -> Result<(Vec<PackedFile>, String, WholeFile), BagError> {
        let payload_manifest = manifest(&self.payload);
        self.bytes("manifest-sha256.txt", payload_manifest.as_bytes())?;
        let tag_manifest = manifest(&self.tags);
        self.bytes("tagmanifest-sha256.txt", tag_manifest.as_bytes())?;
        let seal = sha256_hex(tag_manifest.as_bytes());
        self.bytes(stamp_request::REQUEST, &stamp_request::request(&seal))?;
        let mut gate = self.zip.finish().map_err(|e| BagError::Write(cause(e)))?;
        gate.flush().map_err(BagError::Write)?;
        let file = gate.open().map_err(BagError::Write)?;
        let mut files = self.payload;
        files.append(&mut self.tags);
        Ok((files, seal, file))
    }
}

/// What the system said, without the library's words around it.
fn cause(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(cause) => cause,
        other => other.into(),
    }
}

/// Lines in order of path. The names hold no character that would need the percent form.
fn manifest(files: &[PackedFile]) -> String {
    let mut files: Vec<&PackedFile> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.iter().map(|f| format!("{}  {}\n", f.sha256, f.path)).collect()
}

/// Midnight of a day as a ZIP can say it (1980 to 2107); a day outside that gives the nearest year's first day.
fn zip_time(date: NaiveDate) -> DateTime {
    let year = u16::try_from(date.year().clamp(1980, 2107)).unwrap_or(1980);
    let (month, day) = if i32::from(year) == date.year() { (date.month(), date.day()) } else { (1, 1) };
    let month = u8::try_from(month).unwrap_or(1);
    let day = u8::try_from(day).unwrap_or(1);
    DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default()
}
