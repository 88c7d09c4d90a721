//! Where a picture stands on its page.

use super::encode::Encoded;
use image::metadata::Orientation;

/// The short and the long side of A4 in points.
const A4: (f64, f64) = (595.276, 841.89);

/// Room left and right and above, in points.
const MARGIN: f64 = 36.0;

/// Room below, for the page number.
const BOTTOM: f64 = 54.0;

/// Points a pixel takes at most (96 dpi), so that small pictures are not blown up.
const LARGEST: f64 = 72.0 / 96.0;

/// Points a pixel takes at least (300 dpi): the court's guidance asks for no more.
const SMALLEST: f64 = 72.0 / 300.0;

/// A picture and its place.
pub(super) struct PicturePage {
    pub(super) place: Place,
    pub(super) encoded: Encoded,
    pub(super) profile: Option<Vec<u8>>,
    pub(super) of: Shown,
}

/// What a picture shows: a page of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Which of the document's files.
    pub(crate) file: usize,
    /// Its page, from 1.
    pub(crate) page: u32,
    /// Quarters clockwise by which it is turned beyond what the person said.
    pub(crate) quarters: u8,
}

/// Size of the page and position of the picture.
pub(super) struct Place {
    /// Width and height of the page in points.
    pub(super) page: (f64, f64),
    /// The matrix that puts the unit square of the picture there, turned as it should be seen.
    pub(super) matrix: [f64; 6],
    /// Width and height in stored pixels to shrink to, if the picture is finer than 300 dpi.
    pub(super) shrink_to: Option<(u32, u32)>,
}

impl Place {
    /// Left, bottom, width and height of the picture on its page, in points.
    pub(super) fn area(&self) -> [f64; 4] {
        let [a, b, c, d, e, f] = self.matrix;
        [e + a.min(0.0) + c.min(0.0), f + b.min(0.0) + d.min(0.0), a.abs() + c.abs(), b.abs() + d.abs()]
    }

    /// The place of a picture stored with `width` by `height` pixels.
    pub(super) fn of(width: u32, height: u32, orientation: Orientation) -> Self {
        let turned = matches!(
            orientation,
            Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
        );
        let (seen_w, seen_h) =
            if turned { (f64::from(height), f64::from(width)) } else { (f64::from(width), f64::from(height)) };
        let page = if seen_w > seen_h { (A4.1, A4.0) } else { A4 };
        let room = (page.0 - 2.0 * MARGIN, page.1 - MARGIN - BOTTOM);
        let scale = (room.0 / seen_w).min(room.1 / seen_h).min(LARGEST);
        let (w, h) = (seen_w * scale, seen_h * scale);
        let x = (page.0 - w) / 2.0;
        let y = BOTTOM + (room.1 - h) / if h < room.1 * 0.6 { 1.0 } else { 2.0 };
        let shrink_to = (scale < SMALLEST).then(|| {
            let factor = scale / SMALLEST;
            (pixels(width, factor), pixels(height, factor))
        });
        Self { page, matrix: matrix(orientation, x, y, w, h), shrink_to }
    }
}

fn pixels(stored: u32, factor: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the factor is below one and the number is positive"
    )]
    let fewer = (f64::from(stored) * factor).floor() as u32;
    fewer.max(1)
}

/// The orientation with some quarter turns clockwise after it.
pub(super) fn turned(orientation: Orientation, degrees: u16) -> Orientation {
    (0..degrees / 90 % 4).fold(orientation, |so_far, _| match so_far {
        Orientation::NoTransforms => Orientation::Rotate90,
        Orientation::Rotate90 => Orientation::Rotate180,
        Orientation::Rotate180 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::NoTransforms,
        Orientation::FlipHorizontal => Orientation::Rotate270FlipH,
        Orientation::Rotate270FlipH => Orientation::FlipVertical,
        Orientation::FlipVertical => Orientation::Rotate90FlipH,
        Orientation::Rotate90FlipH => Orientation::FlipHorizontal,
    })
}

/// Puts the unit square of the picture (its upper left corner at 0,1) into the box, turned and mirrored as EXIF says.
fn matrix(orientation: Orientation, x: f64, y: f64, w: f64, h: f64) -> [f64; 6] {
    match orientation {
        Orientation::NoTransforms => [w, 0.0, 0.0, h, x, y],
        Orientation::Rotate180 => [-w, 0.0, 0.0, -h, x + w, y + h],
        Orientation::FlipHorizontal => [-w, 0.0, 0.0, h, x + w, y],
        Orientation::FlipVertical => [w, 0.0, 0.0, -h, x, y + h],
        Orientation::Rotate90 => [0.0, -h, w, 0.0, x, y + h],
        Orientation::Rotate270 => [0.0, h, -w, 0.0, x + w, y],
        Orientation::Rotate90FlipH => [0.0, -h, -w, 0.0, x + w, y + h],
        Orientation::Rotate270FlipH => [0.0, h, w, 0.0, x, y],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_turn_after_an_orientation_is_the_orientation_that_it_says() {
        let picture = image::DynamicImage::ImageLuma8(image::GrayImage::from_fn(3, 2, |x, y| {
            image::Luma([u8::try_from(x + 3 * y).unwrap_or(0)])
        }));
        for orientation in (1..=8).filter_map(Orientation::from_exif) {
            for degrees in [0, 90, 180, 270] {
                let (mut one, mut other) = (picture.clone(), picture.clone());
                one.apply_orientation(turned(orientation, degrees));
                other.apply_orientation(orientation);
                other.apply_orientation(turned(Orientation::NoTransforms, degrees));
                assert_eq!(one, other, "{orientation:?} {degrees}");
            }
        }
    }
}
