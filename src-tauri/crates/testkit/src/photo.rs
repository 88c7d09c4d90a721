//! A letter photographed or scanned: so many dots per inch, askew, under uneven light, with the sensor's noise, as a JPEG.

use std::error::Error;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, ImageFormat, Luma, Rgb, RgbImage, imageops};

use crate::draw::draw;
use crate::noise::noise;
use crate::prose::{self, Letter};

/// How one picture of a letter was taken.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// What to call it.
    pub name: &'static str,
    /// The letter.
    pub letter: Letter,
    /// Dots per inch of the sheet in the picture.
    pub dpi: u32,
    /// Degrees by which the sheet is turned clockwise.
    pub skew: f32,
    /// How much of the light the deepest shadow takes, 0 to 1.
    pub shadow: f32,
    /// How far the sensor's noise reaches to each side, in levels of 255.
    pub noise: f32,
    /// JPEG quality.
    pub quality: u8,
    /// Quarter turns clockwise by which the picture was stored after that.
    pub turned: u8,
}

const PLAIN: Shot =
    Shot { name: "", letter: prose::TENANT, dpi: 300, skew: 0.0, shadow: 0.0, noise: 4.0, quality: 85, turned: 0 };

/// Shots from easy to hard.
pub const SHOTS: &[Shot] = &[
    Shot { name: "flat-300", ..PLAIN },
    Shot { name: "flat-200", dpi: 200, ..PLAIN },
    Shot { name: "flat-150", dpi: 150, ..PLAIN },
    Shot { name: "small-sans-300", letter: prose::PENSION, ..PLAIN },
    Shot { name: "small-sans-150", letter: prose::PENSION, dpi: 150, ..PLAIN },
    Shot { name: "askew-left-300", skew: -7.0, noise: 8.0, ..PLAIN },
    Shot { name: "askew-right-200", skew: 7.0, noise: 8.0, dpi: 200, ..PLAIN },
    Shot { name: "shadow-300", shadow: 0.6, noise: 8.0, quality: 75, ..PLAIN },
    Shot { name: "shadow-askew-300", shadow: 0.6, skew: 4.3, noise: 10.0, quality: 75, ..PLAIN },
    Shot { name: "shadow-askew-200", shadow: 0.65, skew: -5.6, noise: 10.0, quality: 75, dpi: 200, ..PLAIN },
    Shot { name: "shadow-askew-150", shadow: 0.6, skew: 3.4, noise: 8.0, quality: 80, dpi: 150, ..PLAIN },
    Shot { name: "shadow-askew-left-150", shadow: 0.55, skew: -6.8, noise: 8.0, quality: 80, dpi: 150, ..PLAIN },
    Shot {
        name: "small-shadow-askew-200",
        letter: prose::PENSION,
        shadow: 0.6,
        skew: -2.7,
        noise: 10.0,
        quality: 75,
        dpi: 200,
        ..PLAIN
    },
    Shot { name: "on-its-side-200", turned: 1, skew: 2.2, shadow: 0.4, noise: 8.0, dpi: 200, ..PLAIN },
    Shot { name: "upside-down-200", turned: 2, skew: -3.1, shadow: 0.4, noise: 8.0, dpi: 200, ..PLAIN },
    Shot { name: "other-side-150", turned: 3, skew: 1.4, shadow: 0.3, noise: 6.0, dpi: 150, ..PLAIN },
];

impl Shot {
    /// The shot of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        SHOTS.iter().copied().find(|shot| shot.name == name)
    }

    /// The picture as a JPEG.
    ///
    /// # Errors
    /// Where the letter cannot be drawn.
    pub fn jpeg(&self) -> Result<Vec<u8>, Box<dyn Error>> {
        let pages = draw(self.letter.sheet().bytes(), self.dpi as f32 / 72.0)?;
        let page = pages.first().ok_or("the letter has no page")?;
        let picture = self.taken(page);
        let picture = match self.turned % 4 {
            0 => picture,
            1 => imageops::rotate90(&picture),
            2 => imageops::rotate180(&picture),
            _ => imageops::rotate270(&picture),
        };
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, self.quality).encode_image(&picture)?;
        Ok(out)
    }

    /// The sheet on a wooden table, seen from straight above.
    fn taken(&self, page: &RgbImage) -> RgbImage {
        let (width, height) = (page.width() as f32, page.height() as f32);
        let (sin, cos) = self.skew.to_radians().sin_cos();
        let rim = if self.skew == 0.0 { 0.0 } else { width * 0.02 };
        let wide = width * cos.abs() + height * sin.abs() + 2.0 * rim;
        let high = width * sin.abs() + height * cos.abs() + 2.0 * rim;
        RgbImage::from_fn(wide as u32, high as u32, |x, y| {
            let (dx, dy) = (x as f32 + 0.5 - wide / 2.0, y as f32 + 0.5 - high / 2.0);
            let on_page = (cos * dx + sin * dy + width / 2.0, cos * dy - sin * dx + height / 2.0);
            let colour = paper(page, on_page).unwrap_or_else(|| table(x, y));
            let light = self.light(x as f32 / wide, y as f32 / high);
            Rgb(colour.map(|value| (value * light + noise(x, y, 0x5eed) * self.noise).clamp(0.0, 255.0) as u8))
        })
    }

    /// A lamp to the upper left, and the shadow of a hand from the lower right with a soft edge.
    fn light(&self, u: f32, v: f32) -> f32 {
        let lamp = 1.0 - 0.5 * self.shadow * ((u - 0.3).powi(2) + (v - 0.25).powi(2));
        let hand = ((u + 0.35 * v - 0.75) / 0.12 + 0.5).clamp(0.0, 1.0);
        lamp * (1.0 - self.shadow * hand)
    }
}

/// The colour of the sheet at a place between its pixels; none beside the sheet. Paper is a little warmer and darker than a screen's white.
fn paper(page: &RgbImage, (x, y): (f32, f32)) -> Option<[f32; 3]> {
    let (x, y) = (x - 0.5, y - 0.5);
    if x < 0.0 || y < 0.0 || x >= page.width() as f32 - 1.0 || y >= page.height() as f32 - 1.0 {
        return None;
    }
    let (left, top, right, down) = (x as u32, y as u32, x.fract(), y.fract());
    let mut out = [0.965, 0.95, 0.915];
    for (channel, value) in out.iter_mut().enumerate() {
        let at = |x, y| f32::from(page.get_pixel(x, y)[channel]);
        let above = at(left, top) * (1.0 - right) + at(left + 1, top) * right;
        let below = at(left, top + 1) * (1.0 - right) + at(left + 1, top + 1) * right;
        *value *= above * (1.0 - down) + below * down;
    }
    Some(out)
}

fn table(x: u32, y: u32) -> [f32; 3] {
    let grain = (y as f32 / 9.0 + (x as f32 / 170.0).sin() * 3.0).sin() * 7.0 + noise(x / 40, y, 0x7ab1e) * 6.0;
    [118.0 + grain, 84.0 + grain * 0.8, 58.0 + grain * 0.6]
}

/// Writes a grey picture whose pixels are computed from their place, as a PNG.
///
/// # Errors
/// Where the file cannot be written.
pub fn grey_png(width: u32, height: u32, light: fn(u32, u32) -> u8, path: &Path) -> Result<(), Box<dyn Error>> {
    let picture = GrayImage::from_fn(width, height, |x, y| Luma([light(x, y)]));
    Ok(picture.save_with_format(path, ImageFormat::Png)?)
}
