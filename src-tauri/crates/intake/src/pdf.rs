//! PDF: how many pages, which words, and a picture of one page.

mod device;
mod glyphs;
mod lines;
mod order;
mod render;

use hayro_interpret::kurbo::Rect;
use hayro_syntax::Pdf;
use hayro_syntax::{DecryptionError, LoadPdfError};

use serde::{Deserialize, Serialize};

pub(crate) use render::drawn;
pub use render::render_page;

use crate::{PageText, Problem, ProblemCode, Reading, limits, text};

/// Fills a reading from a PDF; its words only where `words` is true.
pub(crate) fn read(mut reading: Reading, bytes: &[u8], words: bool, password: &str) -> Reading {
    let pdf = match open(bytes, password) {
        Ok(pdf) => pdf,
        Err(problem) => return reading.with_problem(problem),
    };
    let pages = pdf.pages().len();
    reading.pages = u32::try_from(pages).ok();
    reading.title = pdf.metadata().title.as_deref().and_then(title);
    if !words {
        let sentence =
            "The pages of this document were counted. Finding its words took too long, so it was kept without them.";
        return reading.with_problem(Problem::new(ProblemCode::TooLarge, sentence));
    }
    let started = limits::processor_seconds();
    let mut last = 0;
    let mut left = limits::TEXT_BYTES;
    device::each_page(&pdf, limits::PDF_TEXT_PAGES, &[], |page, words| {
        let (kept, cut) = limits::cut(&words, left);
        left -= kept.len();
        reading.text_cut |= cut;
        if !kept.is_empty() {
            reading.text.push(PageText { page, text: kept.to_owned() });
        }
        last = page;
        left > 0 && limits::processor_seconds() - started < limits::PDF_TEXT_SECONDS
    });
    reading.text_cut |= (last as usize) < pages;
    reading
}

/// An area of a page whose letters are left out: parts of the page's width and height as it is seen upright, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shade {
    /// Which page, from 1.
    pub page: u32,
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Shade {
    fn on(&self, width: f32, height: f32) -> Rect {
        let (width, height) = (f64::from(width), f64::from(height));
        let (left, top) = (self.left * width, self.top * height);
        Rect::new(left, top, left + self.width * width, top + self.height * height)
    }
}

/// The words of a PDF that lie outside these areas, page by page: what can still be read when they are painted over. Of a document with very many pages the
/// later ones are not looked at.
///
/// # Errors
/// Where the PDF cannot be read.
pub fn words_outside(bytes: &[u8], shades: &[Shade]) -> Result<Vec<PageText>, Problem> {
    let pdf = open(bytes, "")?;
    let mut pages = Vec::new();
    device::each_page(&pdf, limits::PDF_TEXT_PAGES, shades, |page, text| {
        pages.push(PageText { page, text });
        true
    });
    Ok(pages)
}

/// Opens a PDF, with an empty password where it has none.
fn open(bytes: &[u8], password: &str) -> Result<Pdf, Problem> {
    let pdf = Pdf::new_with_password(bytes.to_vec(), password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Problem::new(ProblemCode::Locked, "This PDF is locked with a password. It was kept as it is.")
        }
        LoadPdfError::Decryption(_) => Problem::new(
            ProblemCode::Locked,
            "This PDF is locked in a way that Recourse does not know. It was kept as it is.",
        ),
        LoadPdfError::Invalid => Problem::damaged("the PDF is broken"),
    })?;
    if pdf.pages().is_empty() {
        return Err(Problem::damaged("the PDF has no pages"));
    }
    Ok(pdf)
}

/// A title in one of the two encodings of PDF text strings (ISO 32000-1, 7.9.2.2); Latin-1 is near enough to
/// PDFDocEncoding for a title.
fn title(raw: &[u8]) -> Option<String> {
    let words = text::decode(raw, None);
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    let words = words.trim();
    (!words.is_empty()).then(|| limits::cut(words, 500).0.to_owned())
}
