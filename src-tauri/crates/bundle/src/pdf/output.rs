//! The bundle as a file: header, objects as they come, cross-reference stream (ISO 32000-1, 7.5).

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use super::chunk::Chunk;
use super::layout::{CATALOG, INFO};

/// Writes objects and remembers where they are.
pub(crate) struct Output<'w, W: Write> {
    out: &'w mut W,
    at: u64,
    /// Offset by object number; 0 for a number that is not used.
    offsets: Vec<u64>,
}

impl<'w, W: Write> Output<'w, W> {
    /// Starts the file. `end` is one more than the highest object number.
    pub(crate) fn new(out: &'w mut W, end: u32) -> io::Result<Self> {
        // The second line tells transfer programs that this is not text.
        let header = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        out.write_all(header)?;
        Ok(Self { out, at: header.len() as u64, offsets: vec![0; end as usize + 1] })
    }

    /// Writes a chunk, with the streams it left lying in `source`.
    pub(crate) fn chunk(&mut self, chunk: &Chunk, source: &[u8]) -> io::Result<()> {
        for (number, offset) in &chunk.objects {
            if let Some(slot) = self.offsets.get_mut(*number as usize) {
                *slot = self.at + offset;
            }
        }
        let mut from = 0;
        for (at, range) in &chunk.cuts {
            self.out.write_all(&chunk.buf[from..*at])?;
            self.out.write_all(source.get(range.clone()).unwrap_or_default())?;
            from = *at;
        }
        self.out.write_all(&chunk.buf[from..])?;
        self.at += chunk.len();
        Ok(())
    }

    /// Ends the file. Answers its length in bytes.
    pub(crate) fn finish(mut self) -> io::Result<u64> {
        let number = self.offsets.len() as u32 - 1;
        let start = self.at;
        self.offsets[number as usize] = start;
        // Widths of 4 or 8 bytes: some readers know no others.
        let width = if start > u64::from(u32::MAX) { 8 } else { 4 };
        let mut rows = Vec::with_capacity(self.offsets.len() * (width + 3));
        for (index, offset) in self.offsets.iter().enumerate() {
            let used = *offset != 0;
            rows.push(u8::from(used));
            rows.extend_from_slice(&offset.to_be_bytes()[8 - width..]);
            rows.extend_from_slice(&if used || index > 0 { 0u16 } else { 65_535 }.to_be_bytes());
        }
        let id: String = Sha256::digest(&rows).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
        encoder.write_all(&rows)?;
        let data = encoder.finish()?;
        let mut tail = Chunk::new(true);
        let dict = format!(
            "/Type/XRef/Size {}/W[1 {width} 2]/Root {CATALOG} 0 R/Info {INFO} 0 R/ID[<{id}><{id}>]/Filter/FlateDecode",
            number + 1
        );
        tail.stream(number, dict.as_bytes(), &data);
        self.out.write_all(&tail.buf)?;
        let end = format!("startxref\n{start}\n%%EOF\n");
        self.out.write_all(end.as_bytes())?;
        self.out.flush()?;
        Ok(start + tail.len() + end.len() as u64)
    }
}
