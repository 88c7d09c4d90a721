//! The whole way from a stranger's file to a page that a machine can read. Runs in the worker only.

use super::{Grey, ScanOrder, Way, ground, size, skew, warp};
use crate::worker::Output;
use crate::{Kind, Problem, ProblemCode, pdf, picture, sniff};

/// Dots per inch at which a page of a PDF is drawn.
const DOTS: f32 = 300.0;
/// Longest edge in pixels of what is looked at: a sheet of A4 at a little over 300 dots per inch.
const EDGE: u32 = 4_200;
/// How many pixels high small letters without stems should be; reading programs do best between 20 and 30.
const LETTER: f64 = 24.0;
/// The most that a page is enlarged or shrunk for that.
const SCALES: (f64, f64) = (0.6, 3.0);
/// A page with less ink than this part of it is empty.
const EMPTY: f64 = 0.000_04;

/// One page, ready to be read, and the way back from it; none where it is empty.
pub struct Ready(pub Option<(Grey, Way)>);

/// Decodes a picture or draws a page of a PDF, and makes it ready.
///
/// # Errors
/// Where the file is neither picture nor PDF, cannot be decoded or has no such page.
pub fn prepare(bytes: &[u8], order: ScanOrder) -> Result<Ready, Problem> {
    Ok(ready(&decoded(bytes, order)?, order.max_pixels))
}

/// Makes a page ready: even light, level lines, letters of a good size, at most `max_pixels`. Lines may still be upside down: that only reading shows.
#[must_use]
pub fn ready(page: &Grey, max_pixels: u32) -> Ready {
    let even = ground::flattened(page);
    if size::inked(&even) < EMPTY {
        return Ready(None);
    }
    let lie = skew::lie(&even);
    let quarter = if lie.sideways { -90.0 } else { 0.0 };
    let wanted = size::letter_height(&even).map_or(1.0, |height| (LETTER / height).clamp(SCALES.0, SCALES.1));
    let most = (f64::from(max_pixels) / (page.width() as f64 * page.height() as f64)).sqrt();
    Ready(Some(warp::warped(&even, quarter - lie.angle, wanted.min(most))))
}

/// What the job answers.
///
/// # Errors
/// Where the answer cannot be written as JSON.
pub fn answer(ready: Ready) -> Result<Output, Problem> {
    let (scanned, pixels) = match ready.0 {
        Some((grey, way)) => {
            let page = super::ask::Size { width: grey.width(), height: grey.height(), way };
            (Some(page), grey.into_pixels())
        }
        None => (None, Vec::new()),
    };
    let header = serde_json::to_value(scanned).map_err(|_| Problem::damaged("its page cannot be described"))?;
    Ok(Output::new(header, pixels))
}

fn decoded(bytes: &[u8], order: ScanOrder) -> Result<Grey, Problem> {
    let kind = sniff("", bytes).kind;
    let (width, height, pixels) = match kind {
        Kind::Picture => {
            let grey = picture::upright(bytes, order.page, EDGE)?.into_luma8();
            (grey.width() as usize, grey.height() as usize, grey.into_raw())
        }
        Kind::Pdf => {
            let drawn = pdf::drawn(bytes, "", order.page, |points| ((points / 72.0 * DOTS) as u32).min(EDGE))?;
            let pixels = drawn.data().iter().map(|p| luma(p.r, p.g, p.b)).collect();
            (usize::from(drawn.width()), usize::from(drawn.height()), pixels)
        }
        _ => return Err(Problem::new(ProblemCode::BadRequest, "This file has no pages to read by machine.")),
    };
    let grey = Grey::new(width, height, pixels).ok_or_else(|| Problem::damaged("the picture is empty"))?;
    Ok(grey.turned((order.rotation / 90 % 4) as u8))
}

/// Brightness of a colour (ITU-R BT.709).
fn luma(r: u8, g: u8, b: u8) -> u8 {
    ((u32::from(r) * 2126 + u32::from(g) * 7152 + u32::from(b) * 722) / 10_000) as u8
}
