//! One pass over a source: reading, hashing and sealing at the same time, in bounded memory.
//!
//! ```text
//! reader ──► hasher
//!    └─────► age writer ──► temporary file ◄── flusher, every 32 MiB
//! ```
//!
//! The flusher starts the disk early, so that progress is even and the last sync is short. Its handle
//! shares the file's error state with the last sync, so an error it meets must fail the whole pass.

use std::fs::File;
use std::io::{self, BufWriter, IntoInnerError, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, ScopedJoinHandle};

use age::x25519::Recipient;
use sha2::{Digest, Sha256};

use crate::error::disk;
use crate::objects::id::Sha256Sum;
use crate::{Result, SourceProblem, VaultError};

/// Bytes handed on at a time.
const BLOCK: usize = 256 * 1024;
/// Blocks that may wait before each of the two threads.
const WAITING: usize = 16;
/// Bytes written between two early syncs.
const FLUSH_EVERY: u64 = 32 * 1024 * 1024;

/// How one pass is run.
pub(crate) struct Pass<'a> {
    /// Whom the content is sealed to.
    pub(crate) recipient: &'a Recipient,
    /// Called with the number of bytes read so far.
    pub(crate) progress: &'a mut dyn FnMut(u64),
    /// Set by the person to stop.
    pub(crate) cancel: &'a AtomicBool,
    /// More bytes than this mean that the source is growing.
    pub(crate) limit: u64,
}

type Block = Arc<Vec<u8>>;

impl Pass<'_> {
    /// Reads `source` to its end and writes the sealed content to `into`, on the disk when this returns.
    /// Gives the number of bytes read and their sum.
    pub(crate) fn run(self, source: &mut dyn Read, into: &File) -> Result<(u64, Sha256Sum)> {
        let recipient = self.recipient.clone();
        let (to_hasher, hasher_in) = sync_channel::<Block>(WAITING);
        let (to_writer, writer_in) = sync_channel::<Block>(WAITING);
        let (to_flusher, flusher_in) = sync_channel::<()>(1);
        let (spent, back) = channel::<Vec<u8>>();
        let also_spent = spent.clone();
        thread::scope(|scope| {
            let hasher = scope.spawn(move || hash(&hasher_in, &spent));
            let flusher = scope.spawn(move || flusher_in.iter().try_for_each(|()| into.sync_data()));
            let writer = scope.spawn(move || seal(&writer_in, &also_spent, &recipient, into, to_flusher));

            let read = self.read(source, &[to_hasher, to_writer], &back);
            // The channels are closed by now, so every thread comes to its end.
            let sum = joined(hasher, "hash the file");
            let written = joined(writer, "seal the file");
            let flushed = joined(flusher, "write the file");
            // The disk's own words come first: they are why the other threads stopped.
            flushed?.map_err(disk("write the original"))?;
            let size = match (read, written?) {
                (Err(VaultError::Internal { .. }) | Ok(_), Err(e)) => return Err(disk("write the original")(e)),
                (read, _) => read?,
            };
            into.sync_all().map_err(disk("make the original durable"))?;
            Ok((size, sum?))
        })
    }

    /// Hands the source on block by block. Takes the senders so that they close when it ends.
    fn read(self, source: &mut dyn Read, to: &[SyncSender<Block>; 2], back: &Receiver<Vec<u8>>) -> Result<u64> {
        let mut size = 0;
        loop {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(VaultError::Cancelled);
            }
            let mut block = back.try_recv().unwrap_or_else(|_| vec![0; BLOCK]);
            block.resize(BLOCK, 0);
            let got = fill(source, &mut block).map_err(SourceProblem::Unreadable)?;
            size += got as u64;
            if size > self.limit {
                return Err(SourceProblem::Changed.into());
            }
            let last = got < BLOCK;
            block.truncate(got);
            let block = Arc::new(block);
            for sender in to {
                sender.send(block.clone()).map_err(|_| VaultError::Internal { doing: "hand on a block" })?;
            }
            (self.progress)(size);
            if last {
                return Ok(size);
            }
        }
    }
}

/// Reads until the buffer is full or the source ends.
fn fill(source: &mut dyn Read, block: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while got < block.len() {
        match source.read(&mut block[got..]) {
            Ok(0) => break,
            Ok(more) => got += more,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(got)
}

fn hash(blocks: &Receiver<Block>, spent: &Sender<Vec<u8>>) -> Sha256Sum {
    let mut sum = Sha256::new();
    for block in blocks {
        sum.update(block.as_slice());
        give_back(block, spent);
    }
    Sha256Sum::from_bytes(sum.finalize().into())
}

fn seal(
    blocks: &Receiver<Block>,
    spent: &Sender<Vec<u8>>,
    recipient: &Recipient,
    into: &File,
    flusher: SyncSender<()>,
) -> io::Result<()> {
    let age =
        age::Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient)).map_err(io::Error::other)?;
    // The seal's head is a score of small pieces; gathered, they are one write, and a disk that refuses them says so in its own words.
    let mut writer = age.wrap_output(BufWriter::new(Paced { into, flusher, since: 0 }))?;
    for block in blocks {
        writer.write_all(&block)?;
        give_back(block, spent);
    }
    writer.finish()?.into_inner().map(drop).map_err(IntoInnerError::into_error)
}

/// The last holder of a block sends its memory back to be filled again.
fn give_back(block: Block, spent: &Sender<Vec<u8>>) {
    if let Some(buffer) = Arc::into_inner(block) {
        // A reader that has ended needs no more memory.
        let _ = spent.send(buffer);
    }
}

/// Wakes the flusher every so many bytes, and waits for it when the disk falls behind.
struct Paced<'a> {
    into: &'a File,
    flusher: SyncSender<()>,
    since: u64,
}

impl Write for Paced<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.since += written as u64;
        if self.since >= FLUSH_EVERY {
            self.since = 0;
            self.flusher.send(()).map_err(|_| io::Error::other("the disk refused an early sync"))?;
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>, doing: &'static str) -> Result<T> {
    thread.join().map_err(|_| VaultError::Internal { doing })
}
