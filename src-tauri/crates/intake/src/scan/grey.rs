//! A grey picture in memory.

use std::io::Write;

/// Eight bits a pixel, row by row, 0 black and 255 white. There are always exactly `width × height` pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// A picture of these pixels; none where their number is not `width × height` or is zero.
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        (!pixels.is_empty() && width.checked_mul(height) == Some(pixels.len())).then_some(Self {
            width,
            height,
            pixels,
        })
    }

    /// A picture whose pixels are computed from their place.
    #[must_use]
    pub fn from_fn(width: usize, height: usize, mut pixel: impl FnMut(usize, usize) -> u8) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            pixels.extend((0..width).map(|x| pixel(x, y)));
        }
        Self { width, height, pixels }
    }

    /// Width in pixels.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.height
    }

    /// The pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The pixels, row by row, and nothing else.
    #[must_use]
    pub fn into_pixels(self) -> Vec<u8> {
        self.pixels
    }

    /// One row.
    #[must_use]
    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// One pixel; a place outside is the nearest one inside.
    #[must_use]
    pub fn at(&self, x: isize, y: isize) -> u8 {
        let x = x.clamp(0, self.width as isize - 1) as usize;
        let y = y.clamp(0, self.height as isize - 1) as usize;
        self.pixels[y * self.width + x]
    }

    /// The mean of each square of `factor` pixels as one pixel; squares cut by the edge are left out unless nothing else would remain.
    #[must_use]
    pub fn shrunk(&self, factor: usize) -> Self {
        if factor <= 1 || self.width < factor || self.height < factor {
            return self.clone();
        }
        let mut sums = vec![0_u32; self.width / factor];
        let mut pixels = Vec::with_capacity(sums.len() * (self.height / factor));
        let area = (factor * factor) as u32;
        for y in 0..self.height / factor {
            sums.fill(0);
            for row in 0..factor {
                let row = self.row(y * factor + row);
                for (sum, square) in sums.iter_mut().zip(row.chunks_exact(factor)) {
                    *sum += square.iter().map(|value| u32::from(*value)).sum::<u32>();
                }
            }
            pixels.extend(sums.iter().map(|sum| (sum / area) as u8));
        }
        Self { width: self.width / factor, height: self.height / factor, pixels }
    }

    /// The same picture turned clockwise by so many quarter turns.
    #[must_use]
    pub fn turned(self, quarters: u8) -> Self {
        let (w, h) = (self.width, self.height);
        match quarters % 4 {
            0 => self,
            1 => Self::from_fn(h, w, |x, y| self.pixels[(h - 1 - x) * w + y]),
            2 => Self { pixels: self.pixels.into_iter().rev().collect(), ..self },
            _ => Self::from_fn(h, w, |x, y| self.pixels[x * w + (w - 1 - y)]),
        }
    }

    /// The picture as a PGM file (Netpbm "P5"), which is a line of text and then the pixels.
    #[must_use]
    pub fn to_pgm(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.pixels.len() + 32);
        // Writing into memory cannot fail.
        let _written = writeln!(out, "P5 {} {} 255", self.width, self.height);
        out.extend_from_slice(&self.pixels);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Grey;

    fn numbered() -> Grey {
        Grey::new(3, 2, vec![1, 2, 3, 4, 5, 6]).unwrap()
    }

    #[test]
    fn a_quarter_turn_goes_clockwise_and_four_are_none() {
        assert_eq!(numbered().turned(1), Grey::new(2, 3, vec![4, 1, 5, 2, 6, 3]).unwrap());
        assert_eq!(numbered().turned(2).pixels(), [6, 5, 4, 3, 2, 1]);
        assert_eq!(numbered().turned(1).turned(3), numbered());
    }

    #[test]
    fn the_file_is_a_line_and_the_pixels() {
        assert_eq!(numbered().to_pgm(), b"P5 3 2 255\n\x01\x02\x03\x04\x05\x06");
    }

    #[test]
    fn pixels_that_do_not_fill_the_picture_are_refused() {
        assert_eq!(Grey::new(3, 2, vec![0; 5]), None);
        assert_eq!(Grey::new(0, 0, Vec::new()), None);
    }

    #[test]
    fn shrinking_takes_the_mean() {
        let grey = Grey::new(4, 2, vec![0, 10, 100, 100, 20, 30, 100, 104]).unwrap();
        assert_eq!(grey.shrunk(2).pixels(), [15, 101]);
    }
}
