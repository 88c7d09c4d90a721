//! Pixels as a stream of a PDF.

use super::NotAPicture;
use super::jpeg::Bare;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, RgbImage};
use std::io::Write;

/// Quality of a picture that is coded again; its original is in the ZIP.
const QUALITY: u8 = 88;

/// A lossless stream longer than this is a photograph after all, and is coded as one.
const LOSSLESS_MOST: usize = 6 << 20;

/// How a stream is coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// JPEG.
    Dct,
    /// Deflated rows, each less the one above (PNG's filter "up").
    Flate,
}

/// A picture as a stream.
pub(super) struct Encoded {
    pub(super) data: Vec<u8>,
    pub(super) coding: Coding,
    pub(super) width: u32,
    pub(super) height: u32,
    /// 1 (grey) or 3 (red, green, blue).
    pub(super) components: u8,
}

impl Encoded {
    /// A JPEG as it is.
    pub(super) fn from_jpeg(jpeg: Bare) -> Self {
        Self {
            data: jpeg.bytes,
            coding: Coding::Dct,
            width: jpeg.width,
            height: jpeg.height,
            components: jpeg.components,
        }
    }
}

/// Codes pixels, shrunk first where that is asked for. What shines through stands on white.
pub(super) fn encode(
    picture: &DynamicImage,
    shrink_to: Option<(u32, u32)>,
    lossy: bool,
) -> Result<Encoded, NotAPicture> {
    let flat = on_white(picture);
    let flat = match shrink_to {
        Some((w, h)) => flat.resize_exact(w, h, FilterType::CatmullRom),
        None => flat,
    };
    if !lossy {
        let encoded = lossless(&flat)?;
        if encoded.data.len() <= LOSSLESS_MOST {
            return Ok(encoded);
        }
    }
    let mut data = Vec::new();
    JpegEncoder::new_with_quality(&mut data, QUALITY)
        .encode_image(&flat)
        .map_err(|_| NotAPicture("The picture could not be made ready for a page.".to_owned()))?;
    Ok(Encoded {
        data,
        coding: Coding::Dct,
        width: flat.width(),
        height: flat.height(),
        components: flat.color().channel_count(),
    })
}

/// Eight bits a channel, grey or colour, nothing transparent.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    let colour = picture.color();
    match (colour.has_alpha(), colour.has_color()) {
        (false, true) => DynamicImage::ImageRgb8(picture.to_rgb8()),
        (false, false) => DynamicImage::ImageLuma8(picture.to_luma8()),
        (true, true) => {
            let source = picture.to_rgba8();
            DynamicImage::ImageRgb8(RgbImage::from_fn(source.width(), source.height(), |x, y| {
                let [r, g, b, a] = source.get_pixel(x, y).0;
                image::Rgb([r, g, b].map(|v| over_white(v, a)))
            }))
        }
        (true, false) => {
            let source = picture.to_luma_alpha8();
            DynamicImage::ImageLuma8(GrayImage::from_fn(source.width(), source.height(), |x, y| {
                let [v, a] = source.get_pixel(x, y).0;
                image::Luma([over_white(v, a)])
            }))
        }
    }
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    let mixed = (value * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

fn lossless(flat: &DynamicImage) -> Result<Encoded, NotAPicture> {
    let components = flat.color().channel_count();
    let row = flat.width() as usize * usize::from(components);
    let pixels = flat.as_bytes();
    let failed = |_| NotAPicture("The picture could not be made ready for a page.".to_owned());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let mut line = vec![0; row + 1];
    let mut above = vec![0; row];
    for current in pixels.chunks_exact(row) {
        line[0] = 2;
        for ((out, now), up) in line[1..].iter_mut().zip(current).zip(&above) {
            *out = now.wrapping_sub(*up);
        }
        encoder.write_all(&line).map_err(failed)?;
        above.copy_from_slice(current);
    }
    Ok(Encoded {
        data: encoder.finish().map_err(failed)?,
        coding: Coding::Flate,
        width: flat.width(),
        height: flat.height(),
        components,
    })
}
