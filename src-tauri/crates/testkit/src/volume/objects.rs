//! Objects of a PDF as they grow, and its end: a plain table, or the compressed kind (ISO 32000-1, 7.5.4 to 7.5.8).

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Objects that go into one compressed stream.
const TOGETHER: usize = 100;

/// A document that grows object by object, numbered from 1.
pub(super) struct Objects {
    out: Vec<u8>,
    /// Where each object begins; for one in a compressed stream, that stream and its place there.
    places: Vec<Place>,
    /// Objects that are no streams, waiting to be compressed together.
    waiting: Vec<(usize, String)>,
    compressed: bool,
}

#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    In(usize, usize),
}

impl Objects {
    /// A new document; `compressed` gives it object streams and a cross-reference stream.
    pub(super) fn new(compressed: bool) -> Self {
        Self { out: b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n".to_vec(), places: Vec::new(), waiting: Vec::new(), compressed }
    }

    /// A number for an object that is written later.
    pub(super) fn take(&mut self) -> usize {
        self.places.push(Place::Nowhere);
        self.places.len()
    }

    /// Writes an object that is not a stream.
    pub(super) fn put(&mut self, number: usize, body: String) {
        if !self.compressed {
            self.begin(number);
            self.out.extend_from_slice(body.as_bytes());
            self.out.extend_from_slice(b"\nendobj\n");
            return;
        }
        self.waiting.push((number, body));
        if self.waiting.len() == TOGETHER {
            self.compress();
        }
    }

    /// Writes a stream as it is; `dict` is the inside of its dictionary without the length.
    pub(super) fn stream(&mut self, number: usize, dict: &str, data: &[u8]) {
        self.begin(number);
        self.out.extend_from_slice(format!("<<{dict}/Length {}>>\nstream\n", data.len()).as_bytes());
        self.out.extend_from_slice(data);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes a stream deflated.
    pub(super) fn deflated(&mut self, number: usize, dict: &str, data: &[u8]) {
        self.stream(number, &format!("{dict}/Filter/FlateDecode"), &deflate(data));
    }

    /// Ends the document.
    pub(super) fn finish(mut self, root: usize) -> Vec<u8> {
        self.compress();
        let table = if self.compressed { self.take() } else { 0 };
        let start = self.out.len();
        if self.compressed {
            self.places[table - 1] = Place::At(start);
            let mut rows = vec![0, 0, 0, 0, 0, 255, 255];
            for place in &self.places {
                let (kind, one, two) = match *place {
                    Place::Nowhere => (0, 0, 0),
                    Place::At(offset) => (1, offset, 0),
                    Place::In(stream, index) => (2, stream, index),
                };
                rows.push(kind);
                rows.extend_from_slice(&(one as u32).to_be_bytes());
                rows.extend_from_slice(&(two as u16).to_be_bytes());
            }
            let size = self.places.len() + 1;
            self.deflated(table, &format!("/Type/XRef/Size {size}/W[1 4 2]/Root {root} 0 R"), &rows);
            self.out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
            return self.out;
        }
        let size = self.places.len() + 1;
        let mut tail = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for place in &self.places {
            let offset = if let Place::At(offset) = place { *offset } else { 0 };
            tail.push_str(&format!("{offset:010} 00000 n \n"));
        }
        tail.push_str(&format!("trailer\n<</Size {size}/Root {root} 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        self.out.extend_from_slice(tail.as_bytes());
        self.out
    }

    fn begin(&mut self, number: usize) {
        self.places[number - 1] = Place::At(self.out.len());
        self.out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    }

    fn compress(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return;
        }
        let stream = self.take();
        let (mut head, mut body) = (String::new(), String::new());
        for (index, (number, object)) in waiting.iter().enumerate() {
            head.push_str(&format!("{number} {} ", body.len()));
            body.push_str(object);
            body.push('\n');
            self.places[number - 1] = Place::In(stream, index);
        }
        let dict = format!("/Type/ObjStm/N {}/First {}", waiting.len(), head.len());
        self.deflated(stream, &dict, (head + &body).as_bytes());
    }
}

/// Deflated as most writers do it.
fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    // Writing to memory does not fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}
