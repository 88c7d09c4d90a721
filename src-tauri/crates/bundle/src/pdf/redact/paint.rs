//! A page as a picture with black areas.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hayro::vello_cpu::Pixmap;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use lopdf::{Document, ObjectId, Stream, dictionary};

use super::BlackArea;

/// A stream longer than this is a photograph, and is coded as one.
const LOSSLESS_MOST: usize = 3 << 20;

/// Quality of a photograph.
const QUALITY: u8 = 90;

/// Adds a page that shows the picture, black where the areas are. The dots are painted before anything is coded.
pub(super) fn picture_page(
    drawn: &Pixmap,
    areas: &[BlackArea],
    size: (f32, f32),
    out: &mut Document,
    parent: ObjectId,
) -> io::Result<ObjectId> {
    let (width, height) = (usize::from(drawn.width()), usize::from(drawn.height()));
    let mut dots = drawn.data_as_u8_slice().to_vec();
    for area in areas {
        paint(&mut dots, (width, height), *area);
    }
    let grey = dots.chunks_exact(4).all(|dot| dot[0] == dot[1] && dot[1] == dot[2]);
    let plain: Vec<u8> = dots.chunks_exact(4).flat_map(|dot| &dot[..if grey { 1 } else { 3 }]).copied().collect();
    let (filter, data) = coded(&plain, (width, height), grey)?;
    let picture = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => width as i64, "Height" => height as i64,
            "BitsPerComponent" => 8, "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" }, "Filter" => filter,
        },
        data,
    );
    let picture = out.add_object(picture.with_compression(false));
    let (wide, high) = size;
    let drawing = format!("q {wide} 0 0 {high} 0 0 cm /P Do Q\n").into_bytes();
    let content = out.add_object(Stream::new(dictionary! {}, drawing));
    Ok(out.add_object(dictionary! {
        "Type" => "Page", "Parent" => parent, "MediaBox" => vec![0.into(), 0.into(), wide.into(), high.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } }, "Contents" => content,
    }))
}

/// Makes every dot black that the area touches.
fn paint(dots: &mut [u8], (width, height): (usize, usize), area: BlackArea) {
    let (left, right) = touched(area.left, area.width, width);
    let (top, bottom) = touched(area.top, area.height, height);
    for row in dots.chunks_exact_mut(4 * width.max(1)).take(bottom).skip(top) {
        for dot in row.chunks_exact_mut(4).take(right).skip(left) {
            dot.copy_from_slice(&[0, 0, 0, 255]);
        }
    }
}

/// The dots from the first that is touched to the one after the last; an edge between two dots takes one more.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "negative and huge numbers end at the edges"
)]
fn touched(from: f64, long: f64, dots: usize) -> (usize, usize) {
    let all = dots as f64;
    let first = ((from * all).floor() - 1.0).clamp(0.0, all) as usize;
    let end = (((from + long) * all).ceil() + 1.0).clamp(0.0, all) as usize;
    (first, end)
}

fn coded(plain: &[u8], (width, height): (usize, usize), grey: bool) -> io::Result<(&'static str, Vec<u8>)> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(plain)?;
    let lossless = encoder.finish()?;
    if lossless.len() <= LOSSLESS_MOST {
        return Ok(("FlateDecode", lossless));
    }
    let mut photograph = Vec::new();
    let colour = if grey { ExtendedColorType::L8 } else { ExtendedColorType::Rgb8 };
    let side = |dots: usize| u32::try_from(dots).unwrap_or(u32::MAX);
    JpegEncoder::new_with_quality(&mut photograph, QUALITY)
        .write_image(plain, side(width), side(height), colour)
        .map_err(io::Error::other)?;
    Ok(("DCTDecode", photograph))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dot_an_area_touches_is_black_and_one_more_around_it() {
        let mut dots = vec![255; 4 * 10 * 10];
        paint(&mut dots, (10, 10), BlackArea { page: 0, left: 0.35, top: 0.5, width: 0.2, height: 0.1 });
        let black = |x: usize, y: usize| dots[4 * (10 * y + x)] == 0;
        let found: Vec<(usize, usize)> =
            (0..10).flat_map(|y| (0..10).map(move |x| (x, y))).filter(|(x, y)| black(*x, *y)).collect();
        let columns: Vec<usize> = found.iter().filter(|(_, y)| *y == 5).map(|(x, _)| *x).collect();
        let rows: Vec<usize> = found.iter().filter(|(x, _)| *x == 4).map(|(_, y)| *y).collect();
        assert_eq!((columns, rows), (vec![2, 3, 4, 5, 6], vec![4, 5, 6]));
    }

    #[test]
    fn an_area_over_the_edge_ends_at_it() {
        let mut dots = vec![255; 4 * 4 * 4];
        paint(&mut dots, (4, 4), BlackArea { page: 0, left: -3.0, top: 0.9, width: 90.0, height: 9.0 });
        assert_eq!(dots.chunks_exact(4).filter(|dot| dot[0] == 0).count(), 8);
    }
}
