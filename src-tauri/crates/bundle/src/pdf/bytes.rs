//! The bytes of one source document, owned or mapped, cheap to share between threads.

use std::fs::File;
use std::io;
use std::sync::Arc;

use hayro_syntax::PdfData;

/// The bytes of a PDF. Clones share the same bytes.
#[derive(Clone)]
pub struct PdfBytes(Arc<Backing>);

enum Backing {
    Owned(Vec<u8>),
    Mapped(memmap2::Mmap),
}

impl AsRef<[u8]> for Backing {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Owned(bytes) => bytes,
            Self::Mapped(map) => map,
        }
    }
}

impl std::fmt::Debug for PdfBytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PdfBytes({} bytes)", self.as_slice().len())
    }
}

impl From<Vec<u8>> for PdfBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(Backing::Owned(bytes)))
    }
}

impl PdfBytes {
    /// Maps `file` into memory instead of reading it. Nobody may shorten the file while the bytes are in use.
    ///
    /// # Errors
    /// Whatever the operating system says. An empty file becomes empty bytes, since an empty map is an error on some systems.
    pub fn from_file(file: &File) -> io::Result<Self> {
        if file.metadata()?.len() == 0 {
            return Ok(Self::from(Vec::new()));
        }
        Ok(Self(Arc::new(Backing::Mapped(super::mapped::map(file)?))))
    }

    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        (*self.0).as_ref()
    }

    pub(super) fn data(&self) -> PdfData {
        PdfData::from(Arc::clone(&self.0))
    }

    /// Whether both are the same memory.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Whether both hold the same document: the same memory or the same bytes.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.is(other) || self.as_slice() == other.as_slice()
    }
}
