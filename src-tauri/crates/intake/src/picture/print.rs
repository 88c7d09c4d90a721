//! What a picture looks like, in some digits that change little when it is saved again: at another quality, smaller, or in another format.
//!
//! A difference hash: the picture, upright and grey, is shrunk to a grid, and a digit says whether a cell is clearly brighter than its neighbour. The usual
//! 64 bits of a grid of 8 × 8 cannot tell two letters photographed on one table apart; a grid of 24 × 24, compared rightwards and downwards, sees where
//! their lines begin and end. "Clearly" is what keeps flat paper and flat table from giving digits by chance. The test below has the figures.

use image::DynamicImage;
use image::imageops::FilterType;

/// Cells along an edge of the grid.
const GRID: u32 = 24;

/// How much brighter, of 255, a cell must be than its neighbour to count.
const CLEARLY: i16 = 4;

/// The print of an upright picture: 288 hexadecimal digits.
pub(super) fn of(picture: &DynamicImage) -> String {
    let grey = picture.resize_exact(GRID + 1, GRID + 1, FilterType::Triangle).to_luma8();
    let at = |x: u32, y: u32| i16::from(grey.get_pixel(x, y).0[0]);
    let cells = || (0..GRID).flat_map(|y| (0..GRID).map(move |x| (x, y)));
    let rightwards = cells().map(|(x, y)| at(x, y) - at(x + 1, y) > CLEARLY);
    let downwards = cells().map(|(x, y)| at(x, y) - at(x, y + 1) > CLEARLY);
    let bits: Vec<bool> = rightwards.chain(downwards).collect();
    bits.chunks(4)
        .filter_map(|four| char::from_digit(four.iter().fold(0, |digit, bit| digit * 2 + u32::from(*bit)), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::codecs::jpeg::JpegEncoder;
    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;
    use crate::picture::{PRINT_EDGE, decode};

    /// A sheet of paper on a table, with lines of words of its own: photographed, so to speak.
    fn letter(seed: u32) -> DynamicImage {
        let mut state = seed.wrapping_mul(0x9e37_79b9) | 1;
        let mut chance = move |below: u32| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state % below
        };
        let mut picture = RgbImage::from_fn(900, 1200, |x, y| {
            let paper = (90..810).contains(&x) && (60..1140).contains(&y);
            let light = u8::try_from(x / 60 + y / 80).unwrap_or(0);
            if paper {
                Rgb([215 + light, 214 + light, 205 + light])
            } else {
                Rgb([110 + light, 80 + light, 50 + light])
            }
        });
        for line in 0..26 + chance(8) {
            let (mut x, end, y) = (150, 450 + chance(300), 140 + line * 28);
            while x < end && chance(12) > 0 {
                let word = 15 + chance(70);
                for (dx, dy) in (0..word).flat_map(|dx| (0..12).map(move |dy| (dx, dy))) {
                    if (dx / 3 + dy / 4) % 2 == 0 {
                        picture.put_pixel((x + dx).min(899), y + dy, Rgb([40, 40, 50]));
                    }
                }
                x += word + 12;
            }
        }
        DynamicImage::ImageRgb8(picture)
    }

    fn jpeg(picture: &DynamicImage, quality: u8) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality)).unwrap();
        out.into_inner()
    }

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, ImageFormat::Png).unwrap();
        out.into_inner()
    }

    fn apart(one: &[u8], other: &[u8]) -> u32 {
        let digits = |bytes: &[u8]| {
            of(&decode::upright(bytes, 1, PRINT_EDGE).unwrap())
                .chars()
                .map(|c| c.to_digit(16).unwrap())
                .collect::<Vec<_>>()
        };
        digits(one).iter().zip(digits(other)).map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    #[test]
    fn a_picture_saved_again_stays_near_and_another_letter_on_the_same_table_is_far() {
        let (mut farthest_same, mut nearest_other) = (0, u32::MAX);
        let originals: Vec<Vec<u8>> = (1..6).map(|seed| jpeg(&letter(seed), 90)).collect();
        for (seed, original) in (1..6).zip(&originals) {
            let decoded = image::load_from_memory(original).unwrap();
            let half = decoded.resize(450, 600, FilterType::CatmullRom);
            for again in [jpeg(&decoded, 40), jpeg(&decoded, 75), jpeg(&half, 80), png(&decoded), png(&half)] {
                farthest_same = farthest_same.max(apart(original, &again));
            }
            for other in originals.iter().skip(seed) {
                nearest_other = nearest_other.min(apart(original, other));
            }
        }
        println!("saved again: at most {farthest_same} of 1152 digits differ; other letters: at least {nearest_other}");
        assert!(farthest_same * 3 < nearest_other, "{farthest_same} {nearest_other}");
    }
}
