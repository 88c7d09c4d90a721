//! A document's formatting, read anew in the worker for the pages of a bundle. Where it cannot be had, the plain words stand for it and the
//! report says why.

use std::io::Read;
use std::sync::Arc;

use recourse_bundle::model::{Formatted, Formatting};
use recourse_intake::worker::WorkerError;
use recourse_intake::{Kind, Reading, rich};

use crate::Result;

/// Largest file beside a saved page that is looked at for the page, in bytes.
const LARGEST: u64 = 24 << 20;
/// Most such files.
const MOST: usize = 1_000;

/// Whether a file beside a saved page is one that the page may show.
pub fn may_be_shown(media_type: &str, size: u64, place: usize) -> bool {
    media_type.starts_with("image/") && size <= LARGEST && place <= MOST
}

/// The formatting of what was read. `ask` is the worker's answer; `places` says where in the document the files are that were handed over
/// beside the first.
///
/// # Errors
/// Where no worker can be started or the file cannot be opened; never for what is in it.
pub fn of(
    reading: &Reading,
    places: &[usize],
    ask: impl FnOnce() -> Result<rich::Formatted, WorkerError>,
) -> Result<(Formatting, Vec<u32>)> {
    if !has_some(reading) {
        return Ok((Formatting::None, Vec::new()));
    }
    match ask() {
        Ok(found) => {
            let shown = found.shown.iter().filter_map(|index| places.get(*index as usize).copied()).collect();
            let pictures = found.pictures.into_iter().map(Arc::from).collect();
            let formatted = Formatted { rich: found.rich, pictures, shown };
            Ok((Formatting::Kept(Arc::new(formatted)), found.shown))
        }
        Err(error) => {
            let why = error.into_problem()?.sentence;
            Ok((Formatting::Left(format!("Its pages are set from its words alone. {why}")), Vec::new()))
        }
    }
}

fn has_some(reading: &Reading) -> bool {
    match reading.kind {
        Kind::Mail => reading.mail.as_ref().is_some_and(|mail| mail.html.is_some()),
        Kind::Html | Kind::Table => true,
        Kind::Office => reading.media_type.as_str() != "application/rtf" && reading.problem.is_none(),
        _ => false,
    }
}

/// A file that is handed over beside a page.
pub type Beside = (String, u64, Box<dyn Read>);
