//! How large the letters are, by the heights of the connected dark spots.

use super::Grey;

/// Darker than this is ink.
const INK: u8 = 128;
/// Spots lower than this are dots and noise.
const LOWEST: usize = 5;
/// Spots higher than this are no letters.
const HIGHEST: usize = 160;
/// Fewer spots than this say nothing.
const FEWEST: usize = 25;

/// The usual height of a spot in pixels, which in text is that of small letters without stems; none where there are too few.
#[must_use]
pub fn letter_height(even: &Grey) -> Option<f64> {
    let mut counts = [0_usize; HIGHEST + 1];
    spots(even, |width, height, ink| {
        // Rules, frames and grain are not shaped like letters.
        let like_a_letter = width <= height * 3 && height <= width * 8 && ink * 8 > width * height;
        if (LOWEST..=HIGHEST).contains(&height) && like_a_letter {
            counts[height] += 1;
        }
    });
    let all: usize = counts.iter().sum();
    if all < FEWEST {
        return None;
    }
    let mut passed = 0;
    let middle = counts.iter().position(|count| {
        passed += count;
        passed * 2 >= all
    });
    middle.map(|height| height as f64)
}

/// How large a part of the picture is ink.
#[must_use]
pub fn inked(even: &Grey) -> f64 {
    even.pixels().iter().filter(|value| **value < INK).count() as f64 / even.pixels().len() as f64
}

/// Calls `found` with width, height and number of pixels of each connected dark spot.
fn spots(even: &Grey, mut found: impl FnMut(usize, usize, usize)) {
    let (width, height) = (even.width(), even.height());
    let mut dark: Vec<bool> = even.pixels().iter().map(|value| *value < INK).collect();
    let mut open = Vec::new();
    for start in 0..dark.len() {
        if !dark[start] {
            continue;
        }
        dark[start] = false;
        open.push(start);
        let (mut left, mut right, mut top, mut bottom, mut ink) = (width, 0, height, 0, 0);
        while let Some(at) = open.pop() {
            let (x, y) = (at % width, at / width);
            (left, right, top, bottom, ink) = (left.min(x), right.max(x), top.min(y), bottom.max(y), ink + 1);
            for near_y in y.saturating_sub(1)..=(y + 1).min(height - 1) {
                for near_x in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                    let near = near_y * width + near_x;
                    if dark[near] {
                        dark[near] = false;
                        open.push(near);
                    }
                }
            }
        }
        found(right - left + 1, bottom - top + 1, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_height_is_that_of_most_spots() {
        let page = Grey::from_fn(800, 400, |x, y| if x % 20 < 10 && y % 40 < 14 { 0 } else { 255 });
        assert_eq!(letter_height(&page), Some(14.0));
    }

    #[test]
    fn a_few_marks_say_nothing() {
        let page = Grey::from_fn(800, 400, |x, y| if x < 10 && y % 40 < 14 { 0 } else { 255 });
        assert_eq!(letter_height(&page), None);
    }
}
