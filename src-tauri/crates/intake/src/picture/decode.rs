//! Decoding with limits, and the copy that the window shows.

use std::io::{BufReader, Cursor};

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{cannot_be_shown, exif, heic, tiff, too_large};
use crate::worker::Picture;
use crate::{Kind, MediaType, Problem, ProblemCode, limits, sniff};

/// JPEG quality of copies for the window.
const QUALITY: u8 = 88;

/// Width and height as the header states them, refused where they are beyond the limits.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let (width, height) = reader(bytes, 0)?.into_dimensions().map_err(|_| broken())?;
    if u64::from(width) * u64::from(height) > limits::PIXELS {
        return Err(too_large(width, height));
    }
    Ok((width, height))
}

/// The picture upright, its longer edge at most `max_edge` pixels: JPEG where the original is a photograph's format
/// (JPEG, HEIC), else PNG. `page` counts from 1; only TIFF files have more than one.
///
/// # Errors
/// "Damaged", "too large", "not there" for a page that the file has not, or "not yet" for a kind that cannot be decoded.
pub fn normalised(bytes: &[u8], page: u32, max_edge: u32) -> Result<Picture, Problem> {
    let picture = upright(bytes, page, max_edge)?;
    encode(&picture, matches!(sniff("", bytes).media_type.as_str(), "image/jpeg" | "image/heic"))
}

/// The pixels of the same.
pub(crate) fn upright(bytes: &[u8], page: u32, max_edge: u32) -> Result<DynamicImage, Problem> {
    let found = sniff("", bytes);
    if found.kind != Kind::Picture {
        return Err(Problem::damaged("it is not a picture"));
    }
    let (mut picture, orientation) = match found.media_type.as_str() {
        "image/avif" => return Err(cannot_be_shown("AVIF")),
        "image/tiff" => {
            let (offset, orientation) = tiff::page(bytes, page).ok_or_else(|| not_there(page))?;
            (pixels(bytes, offset)?, orientation)
        }
        _ if page != 1 => return Err(not_there(page)),
        "image/heic" => (heic::decode(bytes)?, 1),
        _ => (pixels(bytes, 0)?, exif::read(bytes).orientation),
    };
    let edge = max_edge.clamp(16, limits::MAX_EDGE);
    // Shrunk before it is turned, so that the large one is copied once and not twice.
    if picture.width().max(picture.height()) > edge {
        picture = picture.thumbnail(edge, edge);
    }
    picture.apply_orientation(Orientation::from_exif(orientation).unwrap_or(Orientation::NoTransforms));
    Ok(picture)
}

/// The pixels as they are stored; those of the directory at `directory` where the file is a TIFF.
fn pixels(bytes: &[u8], directory: u32) -> Result<DynamicImage, Problem> {
    let mut decoder = reader(bytes, directory)?.into_decoder().map_err(|_| broken())?;
    let (width, height) = decoder.dimensions();
    let (mut allowed, held) = (Limits::default(), decoder.total_bytes());
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits::PIXELS || held > limits::PICTURE_BYTES || decoder.set_limits(allowed).is_err() {
        return Err(too_large(width, height));
    }
    DynamicImage::from_decoder(decoder).map_err(|_| broken())
}

fn encode(picture: &DynamicImage, as_jpeg: bool) -> Result<Picture, Problem> {
    let mut out = Cursor::new(Vec::new());
    let (media_type, written) = if as_jpeg {
        let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
        ("image/jpeg", picture.to_rgb8().write_with_encoder(encoder))
    } else {
        // Sixteen bits a channel are of no use on a screen.
        ("image/png", DynamicImage::ImageRgba8(picture.to_rgba8()).write_to(&mut out, ImageFormat::Png))
    };
    written.map_err(|_| Problem::damaged("the picture cannot be copied for the window"))?;
    Ok(Picture {
        media_type: MediaType::new(media_type),
        width: picture.width(),
        height: picture.height(),
        bytes: out.into_inner(),
    })
}

fn reader(bytes: &[u8], directory: u32) -> Result<ImageReader<BufReader<tiff::Beginning<'_>>>, Problem> {
    let mut reader = ImageReader::new(BufReader::new(tiff::Beginning::at(bytes, directory)))
        .with_guessed_format()
        .map_err(|_| broken())?;
    let mut allowed = Limits::default();
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    reader.limits(allowed);
    Ok(reader)
}

fn broken() -> Problem {
    Problem::damaged("the picture is broken")
}

fn not_there(page: u32) -> Problem {
    Problem::new(ProblemCode::NotThere, format!("This picture has no page {page}."))
}
