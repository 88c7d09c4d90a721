//! The ZIP around an office document, opened with limits: a package may be made so that a few bytes become many, or so
//! that its parts lie over each other.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::locked;
use crate::{Problem, ProblemCode, limits, text};

/// A package whose parts can be asked for by name.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// # Errors
    /// "Damaged" where the list of parts is broken or parts overlap; "too large" where there are too many.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if archive.len() > limits::PACKAGE_PARTS {
            return Err(too_large());
        }
        if archive.has_overlapping_entries().map_err(|_| broken())? {
            return Err(Problem::damaged("parts of the document lie over each other"));
        }
        Ok(Self { archive, left: limits::PACKAGE_BYTES })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of the parts that `wanted` accepts, numbers in them in their order ("slide2" before "slide10").
    pub(crate) fn names(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let all = self.archive.file_names().filter_map(Result::ok);
        let mut names: Vec<String> = all.filter(|name| wanted(name)).map(|name| name.into_owned()).collect();
        names.sort_by_key(|name| (name.len(), name.clone()));
        names
    }

    /// A part as text; `None` where there is none of that name.
    ///
    /// # Errors
    /// "Damaged", "locked", or "too large" where it is longer than allowed or than it says.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        Ok(self.bytes(name)?.map(|bytes| text::decode(&bytes, None)))
    }

    /// A part as it is; `None` where there is none of that name.
    ///
    /// # Errors
    /// As [`Package::text`].
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.unpack(index, &mut bytes)?;
        Ok(Some(bytes))
    }

    /// Unpacks every part into nothing, to see that all of them keep to the limits.
    ///
    /// # Errors
    /// As [`Package::text`].
    pub(crate) fn check(&mut self) -> Result<(), Problem> {
        for index in 0..self.archive.len() {
            self.unpack(index, &mut io::sink())?;
        }
        Ok(())
    }

    fn unpack(&mut self, index: usize, out: &mut impl io::Write) -> Result<(), Problem> {
        let part = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => locked(),
            _ => broken(),
        })?;
        let (packed, stated) = (part.compressed_size(), part.size());
        let most = self.left.min(limits::PACKAGE_PART_BYTES);
        let swollen = stated > limits::PACKAGE_PLAIN_BYTES && stated / packed.max(1) > limits::PACKAGE_RATIO;
        if stated > most || swollen {
            return Err(too_large());
        }
        let written = io::copy(&mut part.take(stated + 1), out).map_err(|_| broken())?;
        if written != stated {
            return Err(Problem::damaged("a part of the document is not as long as it says"));
        }
        self.left -= written;
        Ok(())
    }
}

fn broken() -> Problem {
    Problem::damaged("the document is broken")
}

fn too_large() -> Problem {
    Problem::new(
        ProblemCode::TooLarge,
        "This document unpacks to far more than a document holds, so it was kept without being read.",
    )
}
