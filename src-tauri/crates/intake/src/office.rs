//! The words of word processors', spreadsheets' and presentations' documents. Their looks are left to the programs that
//! made them.

mod flow;
mod open_document;
mod open_xml;
mod package;
mod sheets;
mod xml;

pub(crate) use self::package::Package;
pub(crate) use self::xml::{Node, attribute, walk};
use crate::rtf;
use crate::{PageText, Problem, ProblemCode, Reading, limits};

/// What was found: words page by page, and what stood in the way of the rest.
#[derive(Default)]
pub(crate) struct Found {
    pages: Vec<String>,
    /// Whether the pages are pages (slides) and not just one run of words.
    paged: bool,
    pub(crate) problem: Option<Problem>,
}

/// Takes the cells of a workbook, row by row.
pub(crate) trait Cells {
    /// A sheet begins.
    fn sheet(&mut self, name: &str);
    /// A cell with words, at a row and column from 0.
    fn cell(&mut self, row: u32, column: u32, words: &str);
    /// Whether more would only be cut off.
    fn is_full(&self) -> bool;
}

/// Fills a reading from an office document.
pub(crate) fn read(mut reading: Reading, bytes: &[u8]) -> Reading {
    let found = match found(reading.media_type.as_str(), bytes) {
        Ok(found) => found,
        Err(problem) => return reading.with_problem(problem),
    };
    if found.paged {
        reading.pages = u32::try_from(found.pages.len()).ok();
    }
    let mut left = limits::TEXT_BYTES;
    for (number, words) in (1..).zip(&found.pages) {
        let (kept, cut) = limits::cut(words, left);
        left -= kept.len();
        reading.text_cut |= cut;
        if !kept.trim().is_empty() {
            reading.text.push(PageText { page: number, text: kept.trim_end().to_owned() });
        }
    }
    reading.problem = found.problem;
    reading
}

fn found(media_type: &str, bytes: &[u8]) -> Result<Found, Problem> {
    match media_type {
        "application/rtf" => return Ok(Found { pages: vec![rtf::words(bytes)], ..Found::default() }),
        "application/msword" | "application/vnd.ms-powerpoint" => return Err(too_old()),
        "application/vnd.ms-excel" => {
            let mut lines = sheets::Lines::default();
            return sheets::binary(bytes, &mut lines).map(|found| lines.finish(found));
        }
        _ if bytes.starts_with(b"\xD0\xCF\x11\xE0") => return Err(locked()),
        _ => {}
    }
    let mut package = Package::open(bytes)?;
    if package.has("xl/workbook.xml") || package.has("xl/workbook.bin") {
        package.check()?;
        let mut lines = sheets::Lines::default();
        sheets::packed(bytes, &mut lines).map(|found| lines.finish(found))
    } else if package.has("content.xml") {
        open_document::found(&mut package)
    } else {
        open_xml::found(&mut package)
    }
}

/// The cells of a spreadsheet, of whatever program.
///
/// # Errors
/// As a reading of it has as its problem.
pub(crate) fn cells(media_type: &str, bytes: &[u8], taker: &mut dyn Cells) -> Result<Found, Problem> {
    if media_type == "application/vnd.ms-excel" {
        return sheets::binary(bytes, taker);
    }
    Package::open(bytes)?.check()?;
    sheets::packed(bytes, taker)
}

fn too_old() -> Problem {
    Problem::new(
        ProblemCode::NotYet,
        "This document is in an old format (.doc or .ppt) whose words Recourse cannot show. It was kept: open a copy in \
         the program that made it, and save it as a PDF if its words are to be found.",
    )
}

fn locked() -> Problem {
    Problem::new(
        ProblemCode::Locked,
        "This document is locked with a password. It was kept as it is: open a copy in the program that made it.",
    )
}
