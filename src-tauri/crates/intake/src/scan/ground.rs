//! Even light: every pixel is divided by how bright the paper is around it.
//!
//! The paper is what is left when letters are closed up: of small squares the brightest part is taken, dark spots narrower than a large letter are
//! filled from their surroundings (a morphological closing), and the result is smoothed.

use super::Grey;

/// Side of a square in pixels.
const SQUARE: usize = 8;
/// How many squares to each side a dark spot may reach and still count as writing.
const REACH: usize = 5;
/// How many squares to each side are smoothed together.
const SMOOTH: usize = 2;
/// Paper darker than this is no paper: black areas stay black.
const DARKEST: f32 = 24.0;
/// Brighter than this part of the paper's brightness is paper.
const PAPER: f32 = 0.92;

/// The picture as if the light on it were even: paper white, the darkest writing black.
#[must_use]
pub fn flattened(grey: &Grey) -> Grey {
    let paper = Map::of(grey).closed(REACH).smoothed(SMOOTH);
    let mut counts = [0_u64; 256];
    let mut pixels = Vec::with_capacity(grey.pixels().len());
    let columns: Vec<_> = (0..grey.width()).map(|x| step(x, paper.width)).collect();
    for y in 0..grey.height() {
        let line = paper.line(y);
        for (value, (left, right, part)) in grey.row(y).iter().zip(&columns) {
            let ground = line[*left] + (line[*right] - line[*left]) * part;
            let level = (f32::from(*value) * 255.0 / ground.max(DARKEST)).min(255.0) as u8;
            counts[usize::from(level)] += 1;
            pixels.push(level);
        }
    }
    let levels = stretch(&counts);
    for pixel in &mut pixels {
        *pixel = levels[usize::from(*pixel)];
    }
    // As many pixels as before, so it is a picture again.
    Grey::new(grey.width(), grey.height(), pixels).unwrap_or_else(|| grey.clone())
}

/// New levels that make paper white and the darkest writing black. Faint writing is made darker, but a page with none is not made to have some.
fn stretch(counts: &[u64; 256]) -> [u8; 256] {
    let white = 255.0 * PAPER;
    let writing: u64 = counts[..(white * 0.85) as usize].iter().sum();
    let mut below = 0;
    let darkest = counts.iter().position(|count| {
        below += count;
        below * 10 > writing
    });
    let black = (darkest.unwrap_or(0) as f32).min(140.0);
    std::array::from_fn(|level| ((level as f32 - black) * 255.0 / (white - black)).clamp(0.0, 255.0) as u8)
}

/// One brightness for each square of the picture.
struct Map {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Map {
    /// The brightness that a fifth of each square's pixels reach.
    fn of(grey: &Grey) -> Self {
        let (width, height) = (grey.width().div_ceil(SQUARE), grey.height().div_ceil(SQUARE));
        let mut values = Vec::with_capacity(width * height);
        let mut square = Vec::with_capacity(SQUARE * SQUARE);
        for top in (0..grey.height()).step_by(SQUARE) {
            for left in (0..grey.width()).step_by(SQUARE) {
                square.clear();
                for y in top..(top + SQUARE).min(grey.height()) {
                    square.extend_from_slice(&grey.row(y)[left..(left + SQUARE).min(grey.width())]);
                }
                let bright = (square.len() * 4 / 5).min(square.len() - 1);
                let (_, value, _) = square.select_nth_unstable(bright);
                values.push(f32::from(*value));
            }
        }
        Self { width, height, values }
    }

    fn closed(self, reach: usize) -> Self {
        self.both_ways(|line, at| window(line, at, reach).fold(0.0, f32::max))
            .both_ways(|line, at| window(line, at, reach).fold(255.0, f32::min))
    }

    fn smoothed(self, reach: usize) -> Self {
        self.both_ways(|line, at| {
            let (sum, count) =
                window(line, at, reach).fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
            sum / count
        })
    }

    /// Gives every square a value made of its row, then one made of its column.
    fn both_ways(self, make: impl Fn(&[f32], usize) -> f32) -> Self {
        self.along(&make).flipped().along(&make).flipped()
    }

    fn along(mut self, make: impl Fn(&[f32], usize) -> f32) -> Self {
        self.values =
            self.values.chunks_exact(self.width).flat_map(|line| (0..line.len()).map(|at| make(line, at))).collect();
        self
    }

    fn flipped(self) -> Self {
        let values = (0..self.width).flat_map(|x| (0..self.height).map(move |y| y * self.width + x));
        let values = values.map(|at| self.values[at]).collect();
        Self { width: self.height, height: self.width, values }
    }

    /// The brightness along one line of pixels, one value a column of squares.
    fn line(&self, y: usize) -> Vec<f32> {
        let (above, below, part) = step(y, self.height);
        let at = |row: usize, x: usize| self.values[row * self.width + x];
        (0..self.width).map(|x| at(above, x) + (at(below, x) - at(above, x)) * part).collect()
    }
}

fn window(line: &[f32], at: usize, reach: usize) -> impl Iterator<Item = f32> + '_ {
    line[at.saturating_sub(reach)..(at + reach + 1).min(line.len())].iter().copied()
}

/// Between which squares' middles a pixel lies, and how far on the way.
fn step(pixel: usize, squares: usize) -> (usize, usize, f32) {
    let place = ((pixel as f32 + 0.5) / SQUARE as f32 - 0.5).max(0.0);
    let first = (place as usize).min(squares - 1);
    (first, (first + 1).min(squares - 1), place - first as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writing of strokes four pixels wide on paper whose light falls off to a third.
    fn shaded(x: usize, y: usize) -> u8 {
        let light = 1.0 - 0.66 * x as f32 / 600.0;
        let ink = x % 20 < 4 && y % 40 < 20;
        (light * if ink { 60.0 } else { 240.0 }) as u8
    }

    #[test]
    fn a_shadow_goes_and_the_writing_stays() {
        let even = flattened(&Grey::from_fn(600, 400, shaded));
        for (x, y, ink) in [(2, 210, true), (590, 230, false), (582, 210, true), (300, 230, false), (302, 205, true)] {
            let value = even.at(x, y);
            assert!(if ink { value < 60 } else { value > 230 }, "{x}, {y}: {value}");
        }
    }

    #[test]
    fn an_empty_page_stays_empty() {
        let even = flattened(&Grey::from_fn(300, 300, |x, y| (120 + x / 4 + (x * 7 + y * 13) % 5) as u8));
        assert!(even.pixels().iter().all(|value| *value > 200), "{:?}", even.pixels().iter().min());
    }
}
