//! A picture for the window, turned as the person wants to see it.

use std::io::Cursor;

use image::ImageFormat;
use image::codecs::jpeg::JpegEncoder;

use crate::worker::Picture;
use crate::{Problem, ProblemCode};

/// JPEG quality of a picture that was turned; it is only looked at.
const QUALITY: u8 = 90;

/// The picture turned clockwise by so many degrees: 0, 90, 180 or 270.
///
/// # Errors
/// Where it is another number of degrees, or the picture is not one that was made here.
pub fn turned(picture: Picture, degrees: u32) -> Result<Picture, Problem> {
    if degrees == 0 {
        return Ok(picture);
    }
    let broken = |_| Problem::damaged("the picture is broken");
    let upright = image::load_from_memory(&picture.bytes).map_err(broken)?;
    let turned = match degrees {
        90 => upright.rotate90(),
        180 => upright.rotate180(),
        270 => upright.rotate270(),
        _ => return Err(Problem::new(ProblemCode::BadRequest, "A picture can be turned by 90, 180 or 270 degrees.")),
    };
    let mut out = Cursor::new(Vec::new());
    let written = match picture.media_type.as_str() {
        "image/jpeg" => turned.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)),
        _ => turned.write_to(&mut out, ImageFormat::Png),
    };
    written.map_err(broken)?;
    Ok(Picture { width: turned.width(), height: turned.height(), bytes: out.into_inner(), ..picture })
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgb, RgbImage};

    use super::*;
    use crate::MediaType;

    #[test]
    fn the_upper_left_corner_goes_round_clockwise() {
        let mut picture = RgbImage::new(3, 2);
        picture.put_pixel(0, 0, Rgb([255, 0, 0]));
        let mut out = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(picture).write_to(&mut out, ImageFormat::Png).unwrap();
        let made = Picture { media_type: MediaType::new("image/png"), width: 3, height: 2, bytes: out.into_inner() };
        for (degrees, size, corner) in
            [(0, (3, 2), (0, 0)), (90, (2, 3), (1, 0)), (180, (3, 2), (2, 1)), (270, (2, 3), (0, 2))]
        {
            let turned = turned(made.clone(), degrees).unwrap();
            assert_eq!((turned.width, turned.height), size, "{degrees}");
            let pixels = image::load_from_memory(&turned.bytes).unwrap().to_rgb8();
            assert_eq!(pixels.get_pixel(corner.0, corner.1), &Rgb([255, 0, 0]), "{degrees}");
        }
        assert!(super::turned(made, 45).is_err());
    }
}
