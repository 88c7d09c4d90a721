//! Where the bytes of a part come from: at hand, or read again when its turn comes. Read again, a bundle of any length fits into memory.

use std::fmt;
use std::io;
use std::sync::Arc;

use super::bytes::PdfBytes;

/// Reads the document once more; it must give the same bytes as when it was inspected, or an error.
pub type Reread = Arc<dyn Fn() -> io::Result<PdfBytes> + Send + Sync>;

/// The bytes of one part. Clones share them.
#[derive(Clone)]
pub struct PartBytes {
    origin: Origin,
    length: u64,
    /// SHA-256 of a document that is read again, by which it is known from others.
    sha256: Option<Arc<str>>,
}

#[derive(Clone)]
enum Origin {
    Held(PdfBytes),
    Again(Reread),
}

impl fmt::Debug for PartBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PartBytes({} bytes)", self.length)
    }
}

impl From<PdfBytes> for PartBytes {
    fn from(bytes: PdfBytes) -> Self {
        Self { length: bytes.as_slice().len() as u64, origin: Origin::Held(bytes), sha256: None }
    }
}

impl PartBytes {
    /// A document of this length (in bytes) and SHA-256 that is read again when it is copied.
    #[must_use]
    pub fn again(length: u64, sha256: &str, reread: Reread) -> Self {
        Self { origin: Origin::Again(reread), length, sha256: Some(sha256.to_ascii_lowercase().into()) }
    }

    /// The bytes themselves.
    ///
    /// # Errors
    /// Whatever reading them again gives back.
    pub fn read(&self) -> io::Result<PdfBytes> {
        match &self.origin {
            Origin::Held(bytes) => Ok(bytes.clone()),
            Origin::Again(reread) => reread(),
        }
    }

    /// Length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Whether both are the same document.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (&self.origin, &other.origin) {
            (Origin::Held(one), Origin::Held(two)) => one.same(two),
            _ => self.length == other.length && self.sha256.is_some() && self.sha256 == other.sha256,
        }
    }
}
