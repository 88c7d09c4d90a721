//! SHA-256 as the bundle writes it: 64 lower-case hexadecimal digits.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Read, Write};

/// SHA-256 of bytes in memory.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hasher = Hasher::default();
    hasher.update(bytes);
    hasher.finish().sha256
}

/// What was learnt from one pass over a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Number of bytes.
    pub bytes: u64,
}

/// Counts and hashes what passes.
#[derive(Default)]
pub struct Hasher {
    state: Sha256,
    bytes: u64,
}

impl Hasher {
    /// Takes in more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.state.update(bytes);
        self.bytes += bytes.len() as u64;
    }

    /// The result.
    #[must_use]
    pub fn finish(self) -> Tally {
        let mut sha256 = String::with_capacity(64);
        for byte in self.state.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Tally { sha256, bytes: self.bytes }
    }
}

/// Size of the pieces that are read, hashed and written at a time.
const PIECE: usize = 256 * 1024;

/// Copies a stream and hashes it on the way, one pass. `each` is told the size of every piece and may stop the copy
/// by returning an error.
///
/// # Errors
/// Whatever reading, writing or `each` gives back.
pub fn copy_hashed(
    from: &mut dyn Read,
    to: &mut dyn Write,
    mut each: impl FnMut(u64) -> io::Result<()>,
) -> io::Result<Tally> {
    let mut hasher = Hasher::default();
    let mut piece = vec![0; PIECE];
    loop {
        let n = match from.read(&mut piece) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(n) => n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        hasher.update(&piece[..n]);
        to.write_all(&piece[..n])?;
        each(n as u64)?;
    }
}
