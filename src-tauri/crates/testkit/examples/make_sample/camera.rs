//! A phone held by hand over a letter on a table: the sheet is askew, further away at one end, and the hand throws a shadow.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageError, Rgb, RgbImage, imageops};
use recourse_testkit::noise::noise;

use crate::exif::Tags;

/// How one photo was taken.
pub struct Pose {
    /// Where the corners of the sheet lie in the upright photo, clockwise from the top left, in parts of its width and height.
    corners: [(f32, f32); 4],
    /// Where the shadow's edge crosses the top and the bottom, in parts of the width.
    shadow: (f32, f32),
    /// Seed of the table's grain and the sensor's noise.
    seed: u32,
    /// What the phone writes into the file.
    pub tags: Tags,
}

/// The first page, with the phone held upright but stored on its side, as most phones do.
pub const FIRST: Pose = Pose {
    corners: [(0.09, 0.06), (0.90, 0.035), (0.955, 0.965), (0.045, 0.94)],
    shadow: (0.62, 0.95),
    seed: 0x5eed_0001,
    tags: Tags { orientation: 6, taken_at: "2022:01:29 18:42:07" },
};

/// The second page, a little more askew, stored upright.
pub const SECOND: Pose = Pose {
    corners: [(0.05, 0.045), (0.925, 0.075), (0.93, 0.95), (0.085, 0.97)],
    shadow: (0.92, 0.55),
    seed: 0x5eed_0002,
    tags: Tags { orientation: 1, taken_at: "2022:01:29 18:42:31" },
};

const WIDTH: u32 = 1_260;
const HEIGHT: u32 = 1_680;

/// The photo as JPEG, stored the way the pose's orientation says.
pub fn photograph(page: &RgbImage, pose: &Pose) -> Result<Vec<u8>, ImageError> {
    let scale = |(x, y): (f32, f32)| (x * WIDTH as f32, y * HEIGHT as f32);
    let onto_page = Perspective::from_corners(pose.corners.map(scale));
    let upright = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let (u, v) = onto_page.inverse(x as f32 + 0.5, y as f32 + 0.5);
        let inside = (0.0..1.0).contains(&u) && (0.0..1.0).contains(&v);
        let colour = if inside { sample(page, u, v) } else { table(x, y, pose.seed) };
        light(colour, x, y, pose)
    });
    let stored = if pose.tags.orientation == 6 { imageops::rotate270(&upright) } else { upright };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 68).encode_image(&stored)?;
    Ok(jpeg)
}

/// The map from the unit square onto four corners (a projective map), kept with what its inverse needs.
struct Perspective([f32; 8]);

impl Perspective {
    fn from_corners([a, b, c, d]: [(f32, f32); 4]) -> Self {
        let (dx1, dy1) = (b.0 - c.0, b.1 - c.1);
        let (dx2, dy2) = (d.0 - c.0, d.1 - c.1);
        let (sx, sy) = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
        let whole = dx1 * dy2 - dx2 * dy1;
        let g = (sx * dy2 - dx2 * sy) / whole;
        let h = (dx1 * sy - sx * dy1) / whole;
        Self([b.0 - a.0 + g * b.0, d.0 - a.0 + h * d.0, a.0, b.1 - a.1 + g * b.1, d.1 - a.1 + h * d.1, a.1, g, h])
    }

    /// Where in the unit square a point of the photo comes from.
    fn inverse(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f, g, h] = self.0;
        let (p, q, r) = (a - g * x, b - h * x, x - c);
        let (s, t, w) = (d - g * y, e - h * y, y - f);
        let whole = p * t - q * s;
        ((r * t - q * w) / whole, (p * w - r * s) / whole)
    }
}

fn sample(page: &RgbImage, u: f32, v: f32) -> [f32; 3] {
    let (x, y) = (u * (page.width() - 1) as f32, v * (page.height() - 1) as f32);
    let (x0, y0) = (x as u32, y as u32);
    let (x1, y1) = ((x0 + 1).min(page.width() - 1), (y0 + 1).min(page.height() - 1));
    let (fx, fy) = (x.fract(), y.fract());
    let mut out = [0.0; 3];
    for (channel, value) in out.iter_mut().enumerate() {
        let at = |x, y| f32::from(page.get_pixel(x, y)[channel]);
        let top = at(x0, y0) * (1.0 - fx) + at(x1, y0) * fx;
        let bottom = at(x0, y1) * (1.0 - fx) + at(x1, y1) * fx;
        // Paper is a little warmer and darker than a screen's white.
        *value = (top * (1.0 - fy) + bottom * fy) * [0.965, 0.95, 0.915][channel];
    }
    out
}

fn table(x: u32, y: u32, seed: u32) -> [f32; 3] {
    let grain = (y as f32 / 9.0 + (x as f32 / 170.0).sin() * 3.0).sin() * 7.0 + noise(x / 40, y, seed) * 6.0;
    [118.0 + grain, 84.0 + grain * 0.8, 58.0 + grain * 0.6]
}

fn light(colour: [f32; 3], x: u32, y: u32, pose: &Pose) -> Rgb<u8> {
    let (u, v) = (x as f32 / WIDTH as f32, y as f32 / HEIGHT as f32);
    let edge = pose.shadow.0 + (pose.shadow.1 - pose.shadow.0) * v;
    let shade = 1.0 - 0.34 * ((u - edge) / 0.16 + 0.5).clamp(0.0, 1.0);
    let lamp = 1.04 - 0.16 * ((u - 0.35).powi(2) + (v - 0.3).powi(2));
    let sensor = noise(x, y, pose.seed ^ 0xa5a5) * 1.6;
    Rgb(colour.map(|value| (value * shade * lamp + sensor).clamp(0.0, 255.0) as u8))
}
