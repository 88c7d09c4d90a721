//! A file the bundle takes in: what it is called, and how to open it, as often as needed.

use super::words::WordsReader;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens an original from its first byte. It may be called more than once and must give the same bytes each time.
pub type Opener = Arc<dyn Fn() -> io::Result<Box<dyn Read + Send>> + Send + Sync>;

/// A picture that stands for a page of a file which the bundle cannot read itself: a photograph in a phone's format, a
/// page of a locked document. The original goes into the ZIP all the same.
#[derive(Clone)]
pub struct StandIn {
    /// `image/jpeg` or `image/png`.
    pub media_type: String,
    /// Makes the picture.
    pub open: Opener,
}

/// One original file.
#[derive(Clone)]
pub struct FileSource {
    /// The name it had when it arrived. Printed as it is; made safe before it is used as a name in the ZIP.
    pub name: String,
    /// Its media type as sniffed on arrival (`application/pdf`, `image/jpeg`, …).
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 on arrival, 64 lower-case hexadecimal digits. The bundle compares what it reads with this.
    pub sha256: String,
    /// How far to turn it clockwise where it is shown as a picture, in degrees: 0, 90, 180 or 270. The file in the ZIP stays as it is.
    pub rotation: u16,
    /// Opens it.
    pub open: Opener,
    /// The pictures to print instead of it, page by page; empty for a file that speaks for itself.
    pub stand_ins: Vec<StandIn>,
    /// The words behind its pages where they are shown as pictures; none where nobody has any.
    pub words: Option<WordsReader>,
}

impl FileSource {
    /// A source that lies on disk as an ordinary file.
    #[must_use]
    pub fn on_disk(path: PathBuf, name: String, media_type: String, size: u64, sha256: String) -> Self {
        let open: Opener = Arc::new(move || {
            let file = File::open(&path)?;
            Ok(Box::new(file) as Box<dyn Read + Send>)
        });
        Self { name, media_type, size, sha256, rotation: 0, open, stand_ins: Vec::new(), words: None }
    }

    /// A source held in memory.
    #[must_use]
    pub fn in_memory(name: String, media_type: String, bytes: Arc<[u8]>) -> Self {
        let sha256 = crate::digest::sha256_hex(&bytes);
        let size = bytes.len() as u64;
        let open: Opener = Arc::new(move || Ok(Box::new(io::Cursor::new(Arc::clone(&bytes))) as Box<dyn Read + Send>));
        Self { name, media_type, size, sha256, rotation: 0, open, stand_ins: Vec::new(), words: None }
    }
}

impl fmt::Debug for FileSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileSource")
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .field("size", &self.size)
            .field("sha256", &self.sha256)
            .finish_non_exhaustive()
    }
}
