//! Still pictures: what they say about themselves, and a copy for the window.

mod decode;
mod exif;
mod facts;
mod heic;

pub use decode::normalised;
pub(crate) use decode::upright;
pub use facts::{PictureFacts, TakenAt};

use crate::{Problem, ProblemCode, Reading};

/// Fills a reading from a picture. The pixels are not decoded.
pub(crate) fn read(mut reading: Reading, bytes: &[u8]) -> Reading {
    let noted = exif::read(bytes);
    let not_shown = matches!(reading.media_type.as_str(), "image/heic" | "image/avif");
    let size = if not_shown { heic::size(bytes).map_err(|()| no_size()) } else { decode::size(bytes) };
    match size {
        Ok((width, height)) => {
            let exif::Noted { orientation, taken_at, camera } = noted;
            reading.picture = Some(PictureFacts { width, height, orientation, taken_at, camera });
            if not_shown {
                reading.problem = Some(cannot_be_shown());
            }
            reading
        }
        Err(problem) => reading.with_problem(problem),
    }
}

fn no_size() -> Problem {
    Problem::damaged("the picture does not say how large it is")
}

fn cannot_be_shown() -> Problem {
    Problem::new(
        ProblemCode::NotYet,
        "This picture was kept, but Recourse cannot show its kind (HEIC) yet: open a copy in another program.",
    )
}
