//! HEIC pictures (ISO/IEC 23008-12): pictures coded with HEVC, alone or as the tiles of a grid.

mod stream;

use heic_rs::color::convert;
use heic_rs::context::Context;
use heic_rs::hevc::{self, Frame};
use heic_rs::props::ItemProps;
use heic_rs::props::colr::{MatrixCoefficients, Nclx};
use heic_rs::{Error, PixelLayout, grid, transform};
use image::{DynamicImage, RgbImage};

use super::too_large;
use crate::{Problem, ProblemCode, limits};

/// Width and height as the picture is seen, turned and cut as the file says.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let (width, height) = match heic_rs::probe(bytes) {
        Ok(info) => (info.width, info.height),
        Err(_) => return stated_size(bytes),
    };
    if u64::from(width) * u64::from(height) > limits::PIXELS {
        return Err(too_large(width, height));
    }
    Ok((width, height))
}

/// The largest size that an `ispe` box states (ISO/IEC 23008-12, 6.5.3), for files that cannot be understood further: a
/// phone's picture is a grid of smaller ones, and the whole is the largest.
pub(super) fn stated_size(bytes: &[u8]) -> Result<(u32, u32), Problem> {
    let head = &bytes[..bytes.len().min(1 << 20)];
    let number = |at: usize| {
        let four: [u8; 4] = head.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    memchr::memmem::find_iter(head, b"ispe")
        .filter_map(|at| Some((number(at + 8)?, number(at + 12)?)))
        .filter(|(width, height)| (1..=65_535).contains(width) && (1..=65_535).contains(height))
        .max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
        .ok_or_else(|| Problem::damaged("the picture does not say how large it is"))
}

/// The pixels, turned and cut as the file's own boxes say. The EXIF orientation is not for those who do that.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, Problem> {
    let (width, height) = size(bytes)?;
    let file = Context::open(bytes).map_err(problem)?;
    let primary = file.meta.primary;
    let props = file.props(primary).map_err(problem)?;
    let (coded_width, coded_height) = file.coded_size(primary, &props).map_err(problem)?;
    if u64::from(coded_width) * u64::from(coded_height) > limits::PIXELS {
        return Err(too_large(coded_width, coded_height));
    }
    let (frame, colours) = match file.grid(primary).map_err(problem)? {
        None => (decode_item(&file, primary, &props, &mut allowance())?, colours(&props, &props)),
        Some((layout, items)) => {
            let first = items.first().ok_or_else(broken)?;
            let colours = colours(&props, &file.props(*first).map_err(problem)?);
            let mut left = allowance();
            let mut tiles = Vec::with_capacity(items.len());
            for item in &items {
                tiles.push(decode_item(&file, *item, &file.props(*item).map_err(problem)?, &mut left)?);
            }
            (grid::compose(&layout, &tiles, limits::PIXELS).map_err(problem)?, colours)
        }
    };
    let picture = convert(&frame, None, colours, PixelLayout::Rgb8, limits::PIXELS, Some(1)).map_err(problem)?;
    drop(frame);
    let picture = transform::apply_all(picture, &props.transforms).map_err(problem)?;
    if (picture.width, picture.height) != (width, height) {
        return Err(broken());
    }
    RgbImage::from_raw(width, height, picture.data).map(DynamicImage::ImageRgb8).ok_or_else(broken)
}

/// Pixels that all coded pictures of a file may have together. Tiles may reach over the edge of the whole.
fn allowance() -> u64 {
    limits::PIXELS + limits::PIXELS / 8
}

/// Decodes one coded picture, whose own stated size is taken off what is `left`.
fn decode_item(file: &Context<'_>, item: u32, props: &ItemProps<'_>, left: &mut u64) -> Result<Frame, Problem> {
    let config = props.hvcc.as_ref().ok_or_else(broken)?;
    let sets = config.parameter_sets();
    let stated = hevc::probe(&sets).map_err(problem)?;
    let pixels = u64::from(stated.width) * u64::from(stated.height);
    *left = left.checked_sub(pixels).ok_or_else(|| too_large(stated.width, stated.height))?;
    let data = file.item_data(item).map_err(problem)?;
    let units = config.split_nals(&data).map_err(problem)?;
    let frame = hevc::decode_still(&sets, &units).map_err(problem)?;
    frame.validate().map_err(problem)?;
    Ok(frame)
}

/// How samples become colours: what the `colr` box of the whole or of its tiles says (`nclx`), failing that what the
/// coded stream says of itself. A matrix that neither names is that of BT.601, as in JPEG.
fn colours(whole: &ItemProps<'_>, coded: &ItemProps<'_>) -> Nclx {
    let mut colours = whole.nclx.or(coded.nclx).unwrap_or_else(|| stream::colours(coded));
    if colours.matrix == MatrixCoefficients::Unspecified {
        colours.matrix = MatrixCoefficients::Bt601;
    }
    colours
}

fn problem(error: Error) -> Problem {
    match error {
        Error::Unsupported(_) => Problem::new(
            ProblemCode::NotYet,
            "This HEIC picture is coded in a way that Recourse does not know. It was kept: open a copy in another program.",
        ),
        _ => broken(),
    }
}

fn broken() -> Problem {
    Problem::damaged("the picture is broken")
}

#[cfg(test)]
mod tests;
