//! Still pictures: what they say about themselves, and a copy for the window.

mod decode;
mod exif;
mod facts;
mod heic;
mod print;
mod tiff;
mod turn;

pub use decode::normalised;
pub(crate) use decode::upright;
pub use facts::{PictureFacts, TakenAt};
pub use turn::turned;

use crate::{Problem, ProblemCode, Reading};

/// The longest edge that a picture is brought down to before its print is taken.
const PRINT_EDGE: u32 = 384;

/// Most pixels of a picture that is decoded while it is read; a larger one is decoded only to be shown.
const PRINT_PIXELS: u64 = 64_000_000;

/// Fills a reading from a picture. Its pixels are decoded only where `look` is true: to know that they can be, and for
/// the print.
pub(crate) fn read(mut reading: Reading, bytes: &[u8], look: bool) -> Reading {
    let noted = exif::read(bytes);
    let media_type = reading.media_type.as_str().to_owned();
    let size = match media_type.as_str() {
        "image/heic" => heic::size(bytes),
        "image/avif" => heic::stated_size(bytes),
        _ => decode::size(bytes),
    };
    let (width, height) = match size {
        Ok(size) => size,
        Err(problem) => return reading.with_problem(problem),
    };
    if media_type == "image/tiff" {
        reading.pages = u32::try_from(tiff::pages(bytes).len().max(1)).ok();
    }
    let mut facts = PictureFacts {
        width,
        height,
        // A HEIC picture is turned by its own boxes, and its EXIF orientation is for those who ignore them
        // (ISO/IEC 23008-12, annex A.2.3).
        orientation: if media_type == "image/heic" { 1 } else { noted.orientation },
        taken_at: noted.taken_at,
        camera: noted.camera,
        print: None,
    };
    if media_type == "image/avif" {
        reading.problem = Some(cannot_be_shown("AVIF"));
    } else if look && u64::from(width) * u64::from(height) <= PRINT_PIXELS {
        match decode::upright(bytes, 1, PRINT_EDGE) {
            Ok(picture) => facts.print = Some(print::of(&picture)),
            Err(problem) => reading.problem = Some(problem),
        }
    }
    reading.picture = Some(facts);
    reading
}

fn cannot_be_shown(kind: &str) -> Problem {
    Problem::new(
        ProblemCode::NotYet,
        format!("This picture was kept, but Recourse cannot show its kind ({kind}): open a copy in another program."),
    )
}

fn too_large(width: u32, height: u32) -> Problem {
    let sentence =
        format!("This picture says it is {width} × {height} pixels, which is too large to open. It was kept.");
    Problem::new(ProblemCode::TooLarge, sentence)
}
