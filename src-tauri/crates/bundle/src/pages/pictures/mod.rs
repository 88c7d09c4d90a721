//! Pages of pictures: one picture a page, upright by its EXIF orientation, at most 300 dpi.
//!
//! A JPEG that is not too fine goes in as it is (DCT, ISO 32000-1, 7.4.8); everything else is decoded within limits.

mod encode;
mod jpeg;
mod page;
mod pdf;
mod tiff;

use encode::Encoded;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
pub(crate) use page::Shown;
use std::io::Cursor;

/// The most pixels of one picture, so that no file can take all memory.
const MOST_PIXELS: u64 = 200_000_000;

/// The most bytes the decoder may take at a time.
const MOST_BYTES: u64 = 1 << 30;

/// The most pictures of one file that become pages.
const MOST_PAGES: usize = 500;

/// Why a picture cannot be shown, in a sentence for the slip sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAPicture(pub String);

/// Whether a file of this media type is tried as a picture.
#[must_use]
pub fn is_picture(media_type: &str) -> bool {
    format_of(media_type).is_some()
}

fn format_of(media_type: &str) -> Option<ImageFormat> {
    Some(match media_type {
        "image/jpeg" | "image/jpg" => ImageFormat::Jpeg,
        "image/png" => ImageFormat::Png,
        "image/webp" => ImageFormat::WebP,
        "image/tiff" => ImageFormat::Tiff,
        "image/gif" => ImageFormat::Gif,
        "image/bmp" | "image/x-ms-bmp" => ImageFormat::Bmp,
        _ => return None,
    })
}

/// Pictures, one a page, as one PDF.
#[derive(Default)]
pub(crate) struct Album {
    pages: Vec<page::PicturePage>,
}

impl Album {
    /// Adds a picture, turned clockwise by so many degrees more than it says itself; where the file holds several, they are the pages from the
    /// one it is said to show. A note comes back where only a part of the file can be shown.
    ///
    /// # Errors
    /// [`NotAPicture`] when it is too large, or cannot be decoded.
    pub(crate) fn add(
        &mut self,
        bytes: &[u8],
        media_type: &str,
        rotation: u16,
        of: Shown,
    ) -> Result<Option<String>, NotAPicture> {
        let format = format_of(media_type)
            .ok_or_else(|| NotAPicture("This kind of picture cannot be shown as a page.".into()))?;
        if format != ImageFormat::Tiff {
            self.pages.push(make_page(bytes, format, rotation, of)?);
            return Ok(None);
        }
        let directories = tiff::pages(bytes);
        let count = directories.len();
        let mut broken = Vec::new();
        for (number, directory) in (1..).zip(directories.into_iter().take(MOST_PAGES)) {
            let of = Shown { page: number, ..of };
            match make_page(&tiff::beginning_at(bytes, directory), format, rotation, of) {
                Ok(page) => self.pages.push(page),
                Err(why) if count == 1 => return Err(why),
                Err(_) => broken.push(number.to_string()),
            }
        }
        if count > MOST_PAGES {
            return Ok(Some(format!("The file holds {count} pictures; the first {MOST_PAGES} are shown.")));
        }
        Ok((!broken.is_empty())
            .then(|| format!("Of the {count} pictures in the file, these could not be read: {}.", broken.join(", "))))
    }

    /// How many pictures there are.
    pub(crate) fn len(&self) -> usize {
        self.pages.len()
    }

    /// What each page shows, and where the picture stands on it.
    pub(crate) fn shown(&self) -> Vec<(Shown, [f64; 4])> {
        self.pages.iter().map(|page| (page.of, page.place.area())).collect()
    }

    /// The pages as a PDF.
    pub(crate) fn into_pdf(self) -> Vec<u8> {
        pdf::write(&self.pages)
    }
}

fn make_page(bytes: &[u8], format: ImageFormat, rotation: u16, of: Shown) -> Result<page::PicturePage, NotAPicture> {
    let unreadable = |e: image::ImageError| NotAPicture(unreadable_words(&e));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(NotAPicture("The picture has no area.".to_owned()));
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(NotAPicture(format!(
            "The picture is too large to be shown as a page ({width} × {height} pixels)."
        )));
    }
    // A missing or broken orientation or profile leaves the picture as it is stored.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    // Decoded in any case: a broken picture must not become a blank page without a word.
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    let place = page::Place::of(width, height, page::turned(orientation, rotation));
    let stored = match place.shrink_to {
        None => (format == ImageFormat::Jpeg)
            .then(|| jpeg::bare(bytes))
            .flatten()
            .filter(|j| (j.width, j.height) == (width, height))
            .map(Encoded::from_jpeg),
        Some(_) => None,
    };
    let lossy = matches!(format, ImageFormat::Jpeg | ImageFormat::WebP);
    let encoded = match stored {
        Some(encoded) => encoded,
        None => encode::encode(&picture, place.shrink_to, lossy)?,
    };
    Ok(page::PicturePage { place, encoded, profile, of })
}

fn unreadable_words(error: &image::ImageError) -> String {
    match error {
        image::ImageError::Limits(_) => "The picture is too large to be shown as a page.".to_owned(),
        image::ImageError::Unsupported(_) => "The picture is of a kind that cannot be shown as a page.".to_owned(),
        _ => "The picture could not be read; the file may be damaged.".to_owned(),
    }
}
