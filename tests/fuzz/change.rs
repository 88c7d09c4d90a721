//! Changing bytes by chance that is the same every time.

/// Words that formats take notice of, and numbers at the edges of what fits.
const TOKENS: [&[u8]; 24] = [
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\x80\0\0\0",
    b"PK\x01\x02",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\n\n",
    b"\r\n",
    b"From ",
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"--b\n",
    b"--b--\n",
    b"<<",
    b">>",
    b"obj",
    b"stream",
    b"%PDF-1.7",
    b"[[[[[[[[",
    b"{\"",
    b"<table>",
    b"\xef\xbb\xbf",
    b"../",
    b"9999999999",
];

/// Where the changes come from.
pub struct Change(u64);

impl Change {
    /// Begins at a place of its own.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }

    /// A changed copy of one input, sometimes with a piece of another.
    pub fn one_of(&mut self, inputs: &[Vec<u8>], longest: usize) -> Vec<u8> {
        let mut bytes = inputs[self.below(inputs.len())].clone();
        for _ in 0..=self.below(6) {
            self.step(&mut bytes, inputs);
        }
        bytes.truncate(longest);
        bytes
    }

    fn step(&mut self, bytes: &mut Vec<u8>, inputs: &[Vec<u8>]) {
        let at = self.below(bytes.len() + 1);
        let length = (1 + self.below(64)).min(bytes.len() - at);
        match self.below(9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = self.below(256) as u8,
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let piece = bytes[at..at + length].to_vec();
                for _ in 0..=self.below(12) {
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
            4 => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
            5 => {
                let token = TOKENS[self.below(TOKENS.len())];
                let end = (at + token.len()).min(bytes.len());
                bytes.splice(at..end, token.iter().copied());
            }
            6 => bytes.truncate(at),
            7 => {
                let other = &inputs[self.below(inputs.len())];
                let from = self.below(other.len() + 1);
                let upto = (from + 1 + self.below(400)).min(other.len());
                bytes.splice(at..at, other[from..upto].iter().copied());
            }
            _ => {
                // A number in figures, made larger or smaller.
                if let Some(digit) = (at..bytes.len()).find(|place| bytes[*place].is_ascii_digit()) {
                    bytes[digit] = b"0123456789"[self.below(10)];
                }
            }
        }
    }
}
