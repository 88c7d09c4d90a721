//! The pages of one document as they stand in a bundle: to look at, to paint over, to find words on.

use std::io::{self, Read};
use std::sync::Arc;

use recourse_bundle::compose::{OwnPages, own_pages};
use recourse_bundle::digest::sha256_hex;
use recourse_bundle::model::{FileSource, StandIn};
use recourse_bundle::pdf::PdfBytes;
use recourse_domain::records::{Area, EvidenceFile, PARTS};
use recourse_intake::pdf::Shade;
use recourse_intake::worker::{Picture, WorkerError};
use recourse_intake::{Problem, ProblemCode};

use super::super::selection::{Picked, Preview};
use super::super::{content, jobs, model};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, documents};

/// How finely a page is looked at when it is compared with how it looked before, in dots of its longer edge.
const LOOK: u32 = 1000;

/// The pages, as PDFs one after the other.
pub(super) struct Pages {
    parts: Vec<OwnPages>,
}

/// Pages with areas painted over.
pub(super) struct Painted {
    /// All pages.
    pub pages: Pages,
    /// Those that are pictures now, from 1.
    pub pictures: Vec<u32>,
}

impl Pages {
    /// The pages of a document.
    pub fn of(session: &Session<Unlocked>, picked: &Picked, preview: &Preview) -> Result<Self> {
        let files = picked.files.iter().map(|file| in_memory(session, file)).collect::<Result<_>>()?;
        let document = model::document_of(picked, files, content::of(session, picked, &preview.chosen)?);
        Ok(Self { parts: own_pages(document, &mut jobs::isolate(session.worker()))? })
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        small(self.parts.iter().map(|part| part.pages).sum())
    }

    /// The PDFs.
    pub fn into_pdfs(self) -> Vec<Arc<[u8]>> {
        self.parts.iter().map(|part| Arc::from(part.pdf.as_slice())).collect()
    }

    /// A page (from 1) as a picture.
    pub fn picture(&self, session: &Session<Unlocked>, page: u32, max_edge: u32) -> Result<Picture> {
        let mut before = 0;
        for part in &self.parts {
            let here = small(part.pages);
            if page > before && page - before <= here {
                return Ok(session.worker().render_page(page - before, max_edge, part.pdf.as_slice())?);
            }
            before += here;
        }
        let sentence = format!("This document has no page {page}.");
        Err(Error::Worker(WorkerError::Problem(Problem::new(ProblemCode::NotThere, sentence))))
    }

    /// A hash of what these pages look like.
    pub fn looks(&self, session: &Session<Unlocked>, pages: &[u32]) -> Result<String> {
        let mut all = Vec::new();
        for page in pages {
            // A page that is not there any more looks like nothing.
            let seen = if *page <= self.count() { self.picture(session, *page, LOOK)?.bytes } else { Vec::new() };
            all.push(format!("{page} {}", sha256_hex(&seen)));
        }
        Ok(sha256_hex(all.join("\n").as_bytes()))
    }

    /// The same pages with the areas painted over. A PDF without an area stays as it is.
    pub fn painted(&self, session: &Session<Unlocked>, areas: &[Area]) -> Result<Painted> {
        let (mut parts, mut pictures) = (Vec::new(), Vec::new());
        for (part, before, shades) in self.with_shades(areas) {
            if shades.is_empty() {
                parts.push(part.clone());
                continue;
            }
            let (pdf, made) = jobs::painted(session.worker(), part.pdf.as_slice(), &shades)?;
            pictures.extend(made.into_iter().map(|page| before + page + 1));
            parts.push(OwnPages { pdf: PdfBytes::from(pdf), pages: part.pages });
        }
        Ok(Painted { pages: Self { parts }, pictures })
    }

    /// The words outside the areas, page by page.
    pub fn words_outside(&self, session: &Session<Unlocked>, areas: &[Area]) -> Result<Vec<String>> {
        let mut words = Vec::new();
        for (part, _, shades) in self.with_shades(areas) {
            let pages = jobs::read_outside(session.worker(), part.pdf.as_slice(), &shades)?;
            words.extend(pages.into_iter().map(|page| page.text));
        }
        Ok(words)
    }

    /// Each PDF with the number of pages before it and its areas.
    fn with_shades<'a>(&'a self, areas: &'a [Area]) -> impl Iterator<Item = (&'a OwnPages, u32, Vec<Shade>)> {
        let part = |before: &mut u32, part: &'a OwnPages| {
            let (first, here) = (*before, small(part.pages));
            *before += here;
            let within = areas.iter().filter(move |area| area.page > first && area.page - first <= here);
            Some((part, first, within.map(|area| shade(area, first)).collect()))
        };
        self.parts.iter().scan(0, part)
    }
}

fn shade(area: &Area, before: u32) -> Shade {
    let part = |parts: u32| f64::from(parts) / f64::from(PARTS);
    Shade {
        page: area.page - before,
        left: part(area.left),
        top: part(area.top),
        width: part(area.width),
        height: part(area.height),
    }
}

fn small(pages: usize) -> u32 {
    u32::try_from(pages).unwrap_or(u32::MAX)
}

/// A kept file with its bytes.
fn in_memory(session: &Session<Unlocked>, file: &EvidenceFile) -> Result<FileSource> {
    let (_, mut reader) = documents::original(session, file.id)?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|source| Error::Read { what: "The original", source })?;
    let mut source = FileSource::in_memory(file.name.clone(), file.media_type.clone(), bytes.into());
    source.rotation = file.rotation;
    let (pages, media_type) = content::stood_in_for(session, file);
    for page in 1..=pages {
        let picture: Arc<[u8]> = documents::page(session, file.id, page, content::PAGE_EDGE)?.bytes.into();
        source.stand_ins.push(StandIn {
            media_type: media_type.to_owned(),
            open: Arc::new(move || Ok(Box::new(io::Cursor::new(Arc::clone(&picture))) as Box<dyn Read + Send>)),
        });
    }
    Ok(source)
}
