//! Reading originals back.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::iter;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::DecryptError;
use age::stream::StreamReader;
use rustix::fs::OFlags;
use sha2::{Digest, Sha256};

use crate::error::disk;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::pack::Spot;
use crate::{OpenVault, Result, VaultError};

/// A decrypted original: reads and seeks, keeps one block of 64 KiB in memory.
///
/// Its length is checked when it is opened, every block when it is read; a read of damaged bytes fails
/// with [`io::ErrorKind::InvalidData`] and gives none of them.
pub struct ObjectReader {
    inner: StreamReader<File>,
    /// Where it begins in what the inner reader gives: not at once where it lies in a pack.
    base: u64,
    size: u64,
    at: u64,
    /// Where the inner reader stands; it must never be sent past its end.
    inner_at: u64,
    failed: bool,
}

impl ObjectReader {
    /// The original's size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl Read for ObjectReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.failed {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "an earlier read failed"));
        }
        if self.at >= self.size || into.is_empty() {
            return Ok(0);
        }
        let result = self.read_inner(into);
        self.failed = result.is_err();
        result
    }
}

impl ObjectReader {
    fn read_inner(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.inner_at != self.at {
            self.inner.seek(SeekFrom::Start(self.base + self.at))?;
            self.inner_at = self.at;
        }
        let left = usize::try_from(self.size - self.at).unwrap_or(usize::MAX);
        let room = into.len().min(left);
        let got = self.inner.read(&mut into[..room])?;
        if got == 0 {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the stored original is cut short"));
        }
        self.at += got as u64;
        self.inner_at = self.at;
        Ok(got)
    }
}

impl Seek for ObjectReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the start"))?;
        Ok(self.at)
    }
}

impl OpenVault {
    /// Opens an original for reading and seeking.
    ///
    /// # Errors
    /// [`VaultError::ObjectMissing`], [`VaultError::ObjectDamaged`] when it is cut short or its header is
    /// spoilt, [`VaultError::ObjectForeign`] or what the disk said.
    pub fn open_object(&self, id: &ObjectId) -> Result<ObjectReader> {
        let mut inner = match self.unseal(&self.layout.object(id)) {
            Err(VaultError::ObjectMissing) => return self.open_packed(self.spot(id)?),
            other => other?,
        };
        // Looking for the end decrypts the last block, which proves the length.
        let size = inner.seek(SeekFrom::End(0)).map_err(damaged)?;
        inner.seek(SeekFrom::Start(0)).map_err(damaged)?;
        Ok(ObjectReader { inner, base: 0, size, at: 0, inner_at: 0, failed: false })
    }

    /// The length of a pack was proved when it was first looked into.
    fn open_packed(&self, Spot { pack, start, size }: Spot) -> Result<ObjectReader> {
        let mut inner = self.unseal(&self.layout.pack(&pack))?;
        inner.seek(SeekFrom::Start(start)).map_err(damaged)?;
        Ok(ObjectReader { inner, base: start, size, at: 0, inner_at: 0, failed: false })
    }

    /// An original's size in bytes, proved by its last block.
    ///
    /// # Errors
    /// Those of [`OpenVault::open_object`].
    pub fn object_size(&self, id: &ObjectId) -> Result<u64> {
        match self.layout.object(id).symlink_metadata() {
            Err(e) if e.kind() == io::ErrorKind::NotFound => self.spot(id).map(|spot| spot.size),
            _ => self.open_object(id).map(|reader| reader.size()),
        }
    }

    /// Decrypts and hashes a whole original; gives its size when it is the content that was kept.
    ///
    /// # Errors
    /// [`VaultError::ObjectDamaged`] for any other content, and those of [`OpenVault::open_object`].
    pub fn verify_object(&self, id: &ObjectId, expected: &Sha256Sum) -> Result<u64> {
        let mut reader = self.open_object(id)?;
        let mut sum = Sha256::new();
        let mut block = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut block).map_err(damaged)? {
                0 => break,
                got => sum.update(&block[..got]),
            }
        }
        let sum = Sha256Sum::from_bytes(sum.finalize().into());
        if sum == *expected && self.keys.object_id(&sum) == *id {
            Ok(reader.size())
        } else {
            Err(VaultError::ObjectDamaged)
        }
    }

    /// Opens one of the vault's age files.
    pub(crate) fn unseal(&self, path: &Path) -> Result<StreamReader<File>> {
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32;
        let file = OpenOptions::new().read(true).custom_flags(flags).open(path).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => VaultError::ObjectMissing,
            _ => disk("read an original")(e),
        })?;
        if !file.metadata().map_err(disk("read an original"))?.is_file() {
            return Err(VaultError::ObjectDamaged);
        }
        let sealed = age::Decryptor::new(file).map_err(refused)?;
        sealed.decrypt(iter::once(self.keys.identity() as &dyn age::Identity)).map_err(refused)
    }
}

fn refused(e: DecryptError) -> VaultError {
    match e {
        DecryptError::Io(e) => damaged(e),
        DecryptError::NoMatchingKeys => VaultError::ObjectForeign,
        _ => VaultError::ObjectDamaged,
    }
}

/// The age reader reports damage as an `io::Error` of two kinds; all others are the disk's.
pub(crate) fn damaged(e: io::Error) -> VaultError {
    match e.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => VaultError::ObjectDamaged,
        _ => disk("read an original")(e),
    }
}
