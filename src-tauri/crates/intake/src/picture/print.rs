//! A picture's print: 64 bits that stay nearly the same when it is saved again, shrunk or recompressed.
//!
//! The picture in grey, 32 pixels by 32, is taken apart into waves (a discrete cosine transform); each of the 64
//! slowest waves, the mean left out, is a bit that says whether it is stronger than the median of them.

use std::f64::consts::PI;

use image::DynamicImage;
use image::imageops::{self, FilterType};

/// The grey picture's edge in pixels.
const EDGE: usize = 32;

/// Waves kept in each direction.
const WAVES: usize = 8;

/// A picture whose grey differs less than this between its darkest and its lightest spot shows nothing to be known by.
const LEAST_CONTRAST: u8 = 6;

/// The print of an upright picture; none for one that is all of one shade.
pub(super) fn of(picture: &DynamicImage) -> Option<u64> {
    let grey = imageops::resize(&picture.to_luma8(), EDGE as u32, EDGE as u32, FilterType::Triangle);
    let shades = grey.as_raw();
    let (darkest, lightest) = (shades.iter().min()?, shades.iter().max()?);
    if lightest - darkest < LEAST_CONTRAST {
        return None;
    }
    let wave = |frequency: usize, at: usize| ((2 * at + 1) as f64 * frequency as f64 * PI / (2 * EDGE) as f64).cos();
    // Rows first, then columns.
    let mut rows = [[0.0; WAVES]; EDGE];
    for (row, line) in rows.iter_mut().zip(shades.chunks_exact(EDGE)) {
        for (frequency, sum) in (1..).zip(row.iter_mut()) {
            *sum = line.iter().enumerate().map(|(x, shade)| f64::from(*shade) * wave(frequency, x)).sum();
        }
    }
    let mut strengths = Vec::with_capacity(WAVES * WAVES);
    for down in 1..=WAVES {
        for across in 0..WAVES {
            strengths.push(rows.iter().enumerate().map(|(y, row)| row[across] * wave(down, y)).sum::<f64>());
        }
    }
    let mut sorted = strengths.clone();
    sorted.sort_by(f64::total_cmp);
    let median = sorted.get(sorted.len() / 2).copied()?;
    Some(strengths.iter().fold(0, |bits, strength| (bits << 1) | u64::from(*strength > median)))
}
