//! Decoding with limits, and the copy that the window shows.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::exif;
use crate::worker::Picture;
use crate::{Kind, MediaType, Problem, ProblemCode, limits, sniff};

/// JPEG quality of copies for the window.
const QUALITY: u8 = 88;

/// Width and height as the header states them, refused where they are beyond the limits.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let (width, height) = reader(bytes)?.into_dimensions().map_err(|_| Problem::damaged("the picture is broken"))?;
    if u64::from(width) * u64::from(height) > limits::PIXELS {
        return Err(too_large(width, height));
    }
    Ok((width, height))
}

/// The picture upright, its longer edge at most `max_edge` pixels: JPEG where the original is one, else PNG.
///
/// # Errors
/// "Damaged", "too large", or "not yet" for a kind that cannot be decoded.
pub fn normalised(bytes: &[u8], max_edge: u32) -> Result<Picture, Problem> {
    encode(&upright(bytes, max_edge)?, sniff("", bytes).media_type.as_str() == "image/jpeg")
}

/// The pixels of a picture, upright, the longer edge at most `max_edge` of them.
pub(crate) fn upright(bytes: &[u8], max_edge: u32) -> Result<DynamicImage, Problem> {
    let found = sniff("", bytes);
    if found.kind != Kind::Picture {
        return Err(Problem::damaged("it is not a picture"));
    }
    if matches!(found.media_type.as_str(), "image/heic" | "image/avif") {
        return Err(super::cannot_be_shown());
    }
    size(bytes)?;
    let broken = |_| Problem::damaged("the picture is broken");
    let mut decoder = reader(bytes)?.into_decoder().map_err(broken)?;
    let (mut allowed, held) = (Limits::default(), decoder.total_bytes());
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    if held > limits::PICTURE_BYTES || decoder.set_limits(allowed).is_err() {
        let (width, height) = decoder.dimensions();
        return Err(too_large(width, height));
    }
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let edge = max_edge.clamp(16, limits::MAX_EDGE);
    // Shrunk before it is turned, so that the large one is copied once and not twice.
    if picture.width().max(picture.height()) > edge {
        picture = picture.thumbnail(edge, edge);
    }
    picture
        .apply_orientation(Orientation::from_exif(exif::read(bytes).orientation).unwrap_or(Orientation::NoTransforms));
    Ok(picture)
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

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, Problem> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Problem::damaged("the picture is broken"))?;
    let mut allowed = Limits::default();
    allowed.max_alloc = Some(limits::PICTURE_BYTES);
    reader.limits(allowed);
    Ok(reader)
}

fn too_large(width: u32, height: u32) -> Problem {
    let sentence =
        format!("This picture says it is {width} × {height} pixels, which is too large to open. It was kept.");
    Problem::new(ProblemCode::TooLarge, sentence)
}
