//! What one document becomes: finished objects, with large streams left lying in the source until they are written.

use std::ops::Range;

/// Streams shorter than this are copied at once; a piece of its own costs more than the copy.
const COPY_BELOW: usize = 16 * 1024;

/// A run of objects, and where each begins.
pub(crate) struct Chunk {
    pub(crate) buf: Vec<u8>,
    /// At this place of `buf` come these bytes of the source.
    pub(crate) cuts: Vec<(usize, Range<usize>)>,
    /// Object number and its offset from the start of the chunk.
    pub(crate) objects: Vec<(u32, u64)>,
    spliced: u64,
    keep: bool,
}

impl Chunk {
    /// An empty chunk. With `keep` false nothing is kept: a rehearsal.
    pub(crate) fn new(keep: bool) -> Self {
        Self { buf: Vec::new(), cuts: Vec::new(), objects: Vec::new(), spliced: 0, keep }
    }

    /// Length of everything so far, in bytes.
    pub(crate) fn len(&self) -> u64 {
        self.buf.len() as u64 + self.spliced
    }

    /// Appends one object, its value written by `body`.
    pub(crate) fn object(&mut self, number: u32, body: impl FnOnce(&mut Vec<u8>)) {
        self.begin(number);
        body(&mut self.buf);
        self.end();
    }

    /// Appends a stream whose data is at hand. `dict` is the inside of the dictionary without `/Length`.
    pub(crate) fn stream(&mut self, number: u32, dict: &[u8], data: &[u8]) {
        self.begin(number);
        self.stream_head(dict, data.len());
        if self.keep {
            self.buf.extend_from_slice(data);
        }
        self.stream_tail();
    }

    /// Appends a stream whose data lies at `range` of the source.
    pub(crate) fn stream_from_source(&mut self, number: u32, dict: &[u8], data: &[u8], range: Range<usize>) {
        if range.len() < COPY_BELOW || !self.keep {
            return self.stream(number, dict, data);
        }
        self.begin(number);
        self.stream_head(dict, range.len());
        self.spliced += range.len() as u64;
        self.cuts.push((self.buf.len(), range));
        self.stream_tail();
    }

    fn begin(&mut self, number: u32) {
        if !self.keep {
            self.buf.clear();
        }
        self.objects.push((number, self.len()));
        self.buf.extend_from_slice(number.to_string().as_bytes());
        self.buf.extend_from_slice(b" 0 obj\n");
    }

    fn end(&mut self) {
        self.buf.extend_from_slice(b"\nendobj\n");
    }

    fn stream_head(&mut self, dict: &[u8], length: usize) {
        self.buf.extend_from_slice(b"<<");
        self.buf.extend_from_slice(dict);
        self.buf.extend_from_slice(b"/Length ");
        self.buf.extend_from_slice(length.to_string().as_bytes());
        self.buf.extend_from_slice(b">>\nstream\n");
    }

    fn stream_tail(&mut self) {
        self.buf.extend_from_slice(b"\nendstream");
        self.end();
    }
}

impl Chunk {
    /// Takes the last object back.
    pub(crate) fn drop_last(&mut self) {
        let Some((_, start)) = self.objects.pop() else { return };
        let mut start = start;
        while let Some((at, range)) = self.cuts.last().cloned() {
            let before = at as u64 + self.spliced - range.len() as u64;
            if before < start {
                break;
            }
            self.spliced -= range.len() as u64;
            self.cuts.pop();
        }
        start -= self.spliced;
        self.buf.truncate(start as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_the_data_left_in_the_source() {
        let source = vec![b'x'; 40_000];
        let mut chunk = Chunk::new(true);
        chunk.stream_from_source(7, b"/A 1", &source, 0..40_000);
        let first = chunk.len();
        chunk.stream_from_source(8, b"", &source, 0..40_000);
        chunk.drop_last();
        chunk.object(9, |out| out.extend_from_slice(b"null"));
        assert_eq!(chunk.objects, [(7, 0), (9, first)]);
        assert_eq!(chunk.cuts.len(), 1);
        assert_eq!(chunk.len(), first + b"9 0 obj\nnull\nendobj\n".len() as u64);
    }
}
