//! Turning and scaling in one step, and the way back from the result to the page.

use serde::{Deserialize, Serialize};

use super::Grey;

/// The way from a prepared picture back to the page: `(x, y)` in pixels becomes `(a·x + b·y + c, d·x + e·y + f)` in parts of the page's width and height,
/// the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way(pub [f64; 6]);

/// A box on a page: left, top, width and height in parts of the page's width and height, all between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Way {
    /// Where a point of the prepared picture lies on the page.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + b * y + c, d * x + e * y + f)
    }

    /// The smallest box on the page that holds a box of the prepared picture (left, top, width, height in pixels), cut at the page's edges.
    #[must_use]
    pub fn back(&self, [x, y, w, h]: [f64; 4]) -> Area {
        let corners = [(x, y), (x + w, y), (x, y + h), (x + w, y + h)].map(|(x, y)| self.point(x, y));
        let low = |pick: fn(&(f64, f64)) -> f64| corners.iter().map(pick).fold(f64::MAX, f64::min).clamp(0.0, 1.0);
        let high = |pick: fn(&(f64, f64)) -> f64| corners.iter().map(pick).fold(f64::MIN, f64::max).clamp(0.0, 1.0);
        let (left, top) = (low(|p| p.0), low(|p| p.1));
        Area { x: left, y: top, w: high(|p| p.0) - left, h: high(|p| p.1) - top }
    }

    /// The way back from the same picture after it was turned clockwise by so many quarters; `width` and `height` are those before the turn.
    #[must_use]
    pub fn after_turn(&self, quarters: u8, width: f64, height: f64) -> Self {
        let [a, b, c, d, e, f] = self.0;
        // Where a pixel of the turned picture was before: (x, y) ← …
        match quarters % 4 {
            0 => *self,
            1 => Self([-b, a, b * height + c, -e, d, e * height + f]),
            2 => Self([-a, -b, a * width + b * height + c, -d, -e, d * width + e * height + f]),
            _ => Self([b, -a, a * width + c, e, -d, d * width + f]),
        }
    }
}

/// Turns the picture by `degrees` clockwise and makes it `scale` times as large. The paper that comes in at the corners is white.
#[must_use]
pub fn warped(grey: &Grey, degrees: f64, scale: f64) -> (Grey, Way) {
    let (width, height) = (grey.width() as f64, grey.height() as f64);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let across = (width * cos.abs() + height * sin.abs()) * scale;
    let down = (width * sin.abs() + height * cos.abs()) * scale;
    // The tiny slack keeps a whole number whole.
    let (new_width, new_height) = ((across - 1e-6).ceil().max(1.0), (down - 1e-6).ceil().max(1.0));
    // Back from the new picture: to its middle, turned the other way, from the middle of the old one.
    let (c, s) = (cos / scale, sin / scale);
    let left = width / 2.0 - c * new_width / 2.0 - s * new_height / 2.0;
    let top = height / 2.0 + s * new_width / 2.0 - c * new_height / 2.0;
    let way = Way([c / width, s / width, left / width, -s / height, c / height, top / height]);
    if sin == 0.0 && cos == 1.0 && (scale - 1.0).abs() < 1e-9 {
        return (grey.clone(), way);
    }
    let new = Grey::from_fn(new_width as usize, new_height as usize, |x, y| {
        let (x, y) = (x as f64 + 0.5, y as f64 + 0.5);
        sample(grey, (c * x + s * y + left) as f32 - 0.5, (-s * x + c * y + top) as f32 - 0.5)
    });
    (new, way)
}

/// The picture between its pixels, by Catmull and Rom's cubic; white outside.
fn sample(grey: &Grey, x: f32, y: f32) -> u8 {
    let (left, top) = (x.floor(), y.floor());
    let (column, row) = (left as isize, top as isize);
    let (width, height) = (grey.width() as isize, grey.height() as isize);
    if column < -1 || row < -1 || column >= width || row >= height {
        return 255;
    }
    let (across, down) = (weights(x - left), weights(y - top));
    let mut sum = 0.0;
    let inside = column >= 1 && row >= 1 && column + 2 < width && row + 2 < height;
    for (part, near) in down.iter().zip(-1..) {
        let mut line = 0.0;
        if inside {
            let begin = (row + near) as usize * grey.width() + column as usize - 1;
            for (weight, value) in across.iter().zip(&grey.pixels()[begin..begin + 4]) {
                line += weight * f32::from(*value);
            }
        } else {
            for (weight, beside) in across.iter().zip(-1..) {
                line += weight * f32::from(grey.at(column + beside, row + near));
            }
        }
        sum += part * line;
    }
    (sum + 0.5).clamp(0.0, 255.0) as u8
}

fn weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [0.5 * (-t + 2.0 * t2 - t3), 0.5 * (2.0 - 5.0 * t2 + 3.0 * t3), 0.5 * (t + 4.0 * t2 - 3.0 * t3), 0.5 * (t3 - t2)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// White, with one black square of side 9 around a place.
    fn marked(width: usize, height: usize, x: usize, y: usize) -> Grey {
        Grey::from_fn(width, height, |px, py| if px.abs_diff(x) < 5 && py.abs_diff(y) < 5 { 0 } else { 255 })
    }

    /// The middle of all that is dark.
    fn dark(grey: &Grey) -> (f64, f64) {
        let (mut sum, mut x, mut y) = (0.0, 0.0, 0.0);
        for (at, value) in grey.pixels().iter().enumerate() {
            let ink = 255.0 - f64::from(*value);
            sum += ink;
            x += ink * ((at % grey.width()) as f64 + 0.5);
            y += ink * ((at / grey.width()) as f64 + 0.5);
        }
        (x / sum, y / sum)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_mark_on_the_prepared_picture_is_found_again_on_the_page(
            x in 20_usize..180, y in 20_usize..120, degrees in -100.0..15.0_f64, scale in 0.7..2.5_f64, quarters in 0_u8..4,
        ) {
            let (new, way) = warped(&marked(200, 140, x, y), degrees, scale);
            let way = way.after_turn(quarters, new.width() as f64, new.height() as f64);
            let place = dark(&new.turned(quarters));
            let (across, down) = way.point(place.0, place.1);
            prop_assert!((across * 200.0 - x as f64 - 0.5).abs() < 0.5, "{} instead of {x}", across * 200.0);
            prop_assert!((down * 140.0 - y as f64 - 0.5).abs() < 0.5, "{} instead of {y}", down * 140.0);
        }

        #[test]
        fn every_box_comes_back_inside_the_page(
            degrees in -105.0..15.0_f64, scale in 0.5..3.0_f64, place in [0.0..600.0_f64, 0.0..600.0, 0.0..300.0, 0.0..300.0],
        ) {
            let (_, way) = warped(&Grey::from_fn(120, 80, |_, _| 255), degrees, scale);
            let Area { x, y, w, h } = way.back(place);
            for number in [x, y, w, h, x + w, y + h] {
                prop_assert!((0.0..=1.000_001).contains(&number), "{number}");
            }
        }
    }

    #[test]
    fn nothing_to_do_leaves_every_pixel() {
        let page = Grey::from_fn(31, 17, |x, y| (x * 7 + y * 3) as u8);
        let (same, way) = warped(&page, 0.0, 1.0);
        assert_eq!(same, page);
        assert_eq!(way.point(31.0, 17.0), (1.0, 1.0));
    }
}
