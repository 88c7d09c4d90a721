//! Documents made of files as they lie on disk.

use super::ahead::Ahead;
use super::error::ComposeError;
use super::read::LARGEST;
use crate::digest::copy_hashed;
use crate::model::{Content, Document, FileSource};
use crate::pdf::{Inspected, PdfBytes, Refused, inspect_on_deep_stack};
use crate::progress::{Progress, Stage, Stopped, Watch};
use crate::side_by_side::side_by_side;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const PDF: &str = "application/pdf";

/// Bytes looked at to tell the type.
const HEAD: u64 = 1024;

/// Documents made of files, with what was already found in them.
#[derive(Default)]
pub struct Loose {
    /// The documents, in the order of the files. Words and stand-ins may still be given to them.
    pub documents: Vec<Document>,
    pub(super) ahead: Ahead,
}

/// Makes a document of each file as it lies on disk, side by side: its type by its first bytes, else by its name; read once, hashed and, where
/// it is a PDF, inspected. Title and reference are the name of the file and its number, from 1.
///
/// # Errors
/// [`ComposeError::Input`] for the first file that cannot be read or is not an ordinary file; [`ComposeError::Stopped`].
pub fn loose(paths: &[PathBuf], watch: Watch<'_>) -> Result<Loose, ComposeError> {
    let (of, mut done, mut stopped) = (paths.len() as u64, 0, false);
    let looked = side_by_side(paths.len(), |index| look(&paths[index], index + 1), &mut |index| {
        done += 1;
        let what = paths[index].file_name().unwrap_or_default().to_string_lossy();
        stopped |= watch(Progress { stage: Stage::Arriving, done, of, what: &what }).is_break();
        if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    if stopped {
        return Err(Stopped.into());
    }
    let mut loose = Loose::default();
    for (number, (path, looked)) in paths.iter().zip(looked).enumerate() {
        // Where the system gave no thread, it is looked at here.
        let looked = looked.unwrap_or_else(|| look(path, number + 1));
        let (document, inspected) = looked.map_err(|error| ComposeError::Input { path: path.clone(), error })?;
        loose.documents.push(document);
        if let Some(inspected) = inspected {
            loose.ahead.note(number, 0, inspected);
        }
    }
    Ok(loose)
}

type Found = (Document, Option<Result<Inspected, Refused>>);

fn look(path: &Path, number: usize) -> io::Result<Found> {
    let mut file = File::open(path)?;
    let facts = file.metadata()?;
    if !facts.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"));
    }
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let media_type = by_bytes(&head).map_or_else(|| by_name(&name), ToOwned::to_owned);
    let (tally, inspected) = if media_type == PDF && facts.len() <= LARGEST {
        let mut bytes = Vec::with_capacity(usize::try_from(facts.len()).unwrap_or(0));
        let tally = copy_hashed(&mut head.as_slice().chain(&mut file), &mut bytes, |_| Ok(()))?;
        (tally, Some(inspect_on_deep_stack(&PdfBytes::from(bytes))))
    } else {
        (copy_hashed(&mut head.as_slice().chain(&mut file), &mut io::sink(), |_| Ok(()))?, None)
    };
    let source = FileSource::on_disk(path.to_owned(), name.clone(), media_type, tally.bytes, tally.sha256);
    let document = Document {
        reference: number.to_string(),
        title: name,
        date_as_stated: String::new(),
        kind: String::new(),
        files: vec![source],
        content: Content::Files,
    };
    Ok((document, inspected))
}

/// The type by the first bytes. The mark of a PDF may stand a little way in (ISO 32000-1, annex H, note 13).
fn by_bytes(head: &[u8]) -> Option<&'static str> {
    let starts = |mark: &[u8]| head.starts_with(mark);
    if starts(b"\xFF\xD8\xFF") {
        Some("image/jpeg")
    } else if starts(b"\x89PNG\r\n\x1A\n") {
        Some("image/png")
    } else if starts(b"GIF8") {
        Some("image/gif")
    } else if starts(b"II*\0") || starts(b"MM\0*") {
        Some("image/tiff")
    } else if starts(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else if head.get(4..8) == Some(b"ftyp") && matches!(head.get(8..11), Some(b"hei" | b"mif")) {
        Some("image/heic")
    } else if head.windows(5).any(|w| w == b"%PDF-") {
        Some(PDF)
    } else {
        None
    }
}

/// The type by the ending of the name.
fn by_name(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    match ending.as_deref() {
        Some("pdf") => PDF,
        Some("txt" | "text" | "md" | "log") => "text/plain",
        Some("csv") => "text/csv",
        Some("tsv" | "tab") => "text/tab-separated-values",
        Some("htm" | "html") => "text/html",
        Some("mht" | "mhtml") => "multipart/related",
        Some("rtf") => "application/rtf",
        Some("xls") => "application/vnd.ms-excel",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("ods") => "application/vnd.oasis.opendocument.spreadsheet",
        Some("eml") => "message/rfc822",
        Some("msg") => "application/vnd.ms-outlook",
        Some("mbox") => "application/mbox",
        Some("mp3" | "m4a" | "wav" | "ogg") => "audio/*",
        Some("mp4" | "mov" | "avi" | "mkv") => "video/*",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("doc") => "application/msword",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
    .to_owned()
}
