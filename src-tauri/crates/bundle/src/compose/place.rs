//! Turns one document into units: its own pages where it has some, pages made from its words or pictures, else a slip sheet.

use super::ahead::Ahead;
use super::behind;
use super::error::ComposeError;
use super::kinds::{Handling, way_in, why_slip};
use super::read::{later, read};
use super::unit::{Body, Made, Placed, Unit};
use super::upright;
use crate::model::{Content, Document, Formatted, Formatting, StandIn, TextPage};
use crate::pages::documents::{printed, runs};
use crate::pages::pictures::{Album, Shown};
use crate::pages::rich::sheets;
use crate::pdf::{self, Entry, Inspected, PartBytes, PdfBytes, Refused};
use crate::report::Way;
use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

/// Runs the second engine or the rasteriser, best in a process of its own (see [`pdf::ladder`]).
pub type Isolate<'a> = &'a mut dyn FnMut(pdf::Way, &[u8]) -> Result<Vec<u8>, pdf::Refused>;

/// The ways a document is taken apart into.
pub(super) struct Placing<'a> {
    document: &'a Document,
    number: usize,
    section: &'a str,
    bodies: Vec<Body>,
    way: Way,
    reasons: Vec<String>,
    /// Files waiting for one slip sheet, with the reasons.
    slips: (Vec<usize>, Vec<String>),
}

/// Finds the units of a document. Where `plain` says why its formatting could not be set, its plain words stand for it.
///
/// # Errors
/// [`ComposeError::Changed`] only; whatever else is wrong with a file ends on a slip sheet.
pub(super) fn place(
    document: &Document,
    (number, section): (usize, &str),
    plain: Option<String>,
    ahead: &mut Ahead,
    isolate: Isolate<'_>,
) -> Result<Placed, ComposeError> {
    let mut placing = Placing::new(document, number, section, Way::Generated);
    let formatted = document.content.formatted().filter(|_| plain.is_none());
    placing.content(plain);
    let mut album = Album::default();
    for (i, file) in document.files.iter().enumerate() {
        let handling = match formatted {
            Some(formatted) if formatted.shown.contains(&i) => Handling::Shown,
            _ => way_in(document, file),
        };
        if !matches!(handling, Handling::Picture | Handling::StandIns) {
            placing.pictures(&mut album);
        }
        match handling {
            Handling::Shown => {}
            Handling::Slip => placing.slip(i, why_slip(&file.media_type)),
            Handling::Pdf => match ahead.take(number, i) {
                Some(Ok(inspected)) if inspected.is_sound() => placing.sound(i, inspected),
                first => match read(document, file)? {
                    Ok(bytes) => placing.pdf(i, bytes, first, isolate),
                    Err(why) => placing.slip(i, why),
                },
            },
            Handling::Picture => match read(document, file)? {
                Ok(bytes) => placing.picture(
                    Shown { file: i, page: 1, quarters: 0 },
                    &file.media_type,
                    file.rotation,
                    &bytes,
                    &mut album,
                ),
                Err(why) => placing.slip(i, why),
            },
            Handling::StandIns => {
                for (page, stand_in) in (1..).zip(&file.stand_ins) {
                    placing.stand_in(Shown { file: i, page, quarters: 0 }, stand_in, &mut album);
                }
            }
            Handling::Words { mono } => match read(document, file)? {
                Ok(bytes) => placing.words(i, bytes, mono),
                Err(why) => placing.slip(i, why),
            },
        }
    }
    placing.pictures(&mut album);
    Ok(placing.finish())
}

/// A document of which nothing can be shown after all.
pub(super) fn all_slip(document: &Document, number: usize, section: &str, why: String) -> Placed {
    let mut placing = Placing::new(document, number, section, Way::SlipSheet);
    for i in 0..document.files.len() {
        placing.slip(i, why.clone());
    }
    placing.finish()
}

impl<'a> Placing<'a> {
    /// Begins with nothing.
    pub(super) fn new(document: &'a Document, number: usize, section: &'a str, way: Way) -> Self {
        let (bodies, reasons, slips) = Default::default();
        Self { document, number, section, bodies, way, reasons, slips }
    }

    /// Adds sentences to what the report says.
    pub(super) fn said(&mut self, sentences: &[String]) {
        self.reasons.extend(sentences.iter().cloned());
    }

    /// What the caller has read out of the document, with its formatting unless `plain` says why it goes without.
    fn content(&mut self, plain: Option<String>) {
        let files = 0..self.document.files.len();
        match (self.document.content.formatting(), plain) {
            (Some(Formatting::Kept(formatted)), None) => return self.formatted(formatted, files),
            (Some(Formatting::Kept(_)), Some(why)) => self.reasons.push(why),
            (Some(Formatting::Left(why)), _) => self.reasons.push(why.clone()),
            _ => {}
        }
        match &self.document.content {
            Content::Files => {}
            Content::Mail(mail) => {
                for run in 0..runs(printed(&mail.body)).len() {
                    self.made(Made::Mail { document: self.number, run });
                }
                self.cut_short(&mail.body, files);
            }
            Content::Text(text) => self.text(Arc::new(text.clone()), files),
        }
    }

    /// A document with its formatting.
    fn formatted(&mut self, formatted: &Formatted, files: Range<usize>) {
        let sheets = Arc::new(sheets(formatted));
        for run in 0..sheets.len() {
            self.made(Made::Rich { document: self.number, sheets: Arc::clone(&sheets), run });
        }
        if let Some(why) = &formatted.rich.cut {
            self.slips.0.extend(files);
            self.slips.1.push(why.clone());
        }
    }

    /// Words that stand for these files.
    fn text(&mut self, text: Arc<TextPage>, files: Range<usize>) {
        for run in 0..runs(printed(&text.text)).len() {
            self.made(Made::Words { document: self.number, text: Arc::clone(&text), run });
        }
        self.cut_short(&text.text, files);
    }

    /// A slip sheet behind the pages where the words are too many for all of them to be printed.
    fn cut_short(&mut self, words: &str, files: Range<usize>) {
        let (shown, all) = (printed(words).len(), words.len());
        if shown < all {
            self.slips.0.extend(files);
            self.slips.1.push(format!(
                "Its words are too many to be printed: the first {shown} of {all} bytes are on the pages before. The original has them all."
            ));
        }
    }

    fn made(&mut self, made: Made) {
        self.flush_slips();
        self.bodies.push(Body::Made(made));
    }

    /// A PDF whose own pages can be relied on.
    fn sound(&mut self, i: usize, inspected: Inspected) {
        self.way = self.way.max(Way::EngineOne);
        let inspected = behind::pages(&self.document.files[i], pdf::Way::EngineOne, Arc::new(inspected));
        self.ready(later(&self.document.files[i]), inspected);
    }

    /// A PDF that nobody has looked at yet, or that was found wanting.
    fn pdf(&mut self, i: usize, bytes: Vec<u8>, first: Option<Result<Inspected, Refused>>, isolate: Isolate<'_>) {
        let bytes = PdfBytes::from(bytes);
        let first = first.unwrap_or_else(|| pdf::inspect(&bytes));
        match pdf::ladder_from(&bytes, first, isolate) {
            Entry::Pages { way, pdf, inspected, notes } => {
                self.way = self.way.max(match way {
                    pdf::Way::EngineOne => Way::EngineOne,
                    pdf::Way::EngineTwo => Way::EngineTwo,
                    pdf::Way::Raster => Way::Raster,
                });
                self.reasons.extend(notes);
                let inspected = behind::pages(&self.document.files[i], way, inspected);
                let part = if pdf.is(&bytes) { later(&self.document.files[i]) } else { pdf.into() };
                self.ready(part, inspected);
            }
            Entry::SlipSheet(refused) => self.slip(i, refused.reason),
        }
    }

    pub(super) fn ready(&mut self, pdf: PartBytes, inspected: Arc<Inspected>) {
        self.flush_slips();
        self.bodies.push(Body::Ready { pdf, inspected });
    }

    fn stand_in(&mut self, of: Shown, stand_in: &StandIn, album: &mut Album) {
        let mut bytes = Vec::new();
        match (stand_in.open)().and_then(|mut picture| picture.read_to_end(&mut bytes)) {
            Ok(_) => self.picture(of, &stand_in.media_type, 0, &bytes, album),
            Err(why) => {
                self.pictures(album);
                self.slip(of.file, why.to_string());
            }
        }
    }

    fn picture(&mut self, of: Shown, media_type: &str, rotation: u16, bytes: &[u8], album: &mut Album) {
        // The pictures of a TIFF come all at once, and may lie in different ways.
        let quarters = match self.document.files.get(of.file) {
            Some(file) if media_type != "image/tiff" => upright::quarters(file, of.page),
            _ => 0,
        };
        if quarters > 0 && !self.reasons.iter().any(|said| said == upright::TURNED) {
            self.reasons.push(upright::TURNED.to_owned());
        }
        let of = Shown { quarters, ..of };
        match album.add(bytes, media_type, (rotation + 90 * u16::from(quarters)) % 360, of) {
            Ok(None) => {}
            Ok(Some(note)) => {
                self.pictures(album);
                self.slip(of.file, note);
            }
            Err(why) => {
                self.pictures(album);
                self.slip(of.file, why.0);
            }
        }
    }

    /// Ends a run of pictures.
    fn pictures(&mut self, album: &mut Album) {
        if album.len() == 0 {
            return;
        }
        let shown = album.shown();
        let pdf = PdfBytes::from(std::mem::take(album).into_pdf());
        match pdf::inspect(&pdf) {
            Ok(inspected) => {
                let inspected = behind::pictures(&self.document.files, &shown, inspected);
                self.ready(pdf.into(), Arc::new(inspected));
            }
            // Made by this crate a moment ago; should it be refused all the same, nothing is hidden.
            Err(refused) => {
                self.slips.0.extend(0..self.document.files.len());
                self.slips.1.push(refused.reason);
            }
        }
    }

    fn words(&mut self, i: usize, bytes: Vec<u8>, mono: bool) {
        match String::from_utf8(bytes) {
            Ok(text) => self.text(
                Arc::new(TextPage {
                    text: text.trim_start_matches('\u{FEFF}').to_owned(),
                    monospaced: mono,
                    ..TextPage::default()
                }),
                i..i + 1,
            ),
            Err(_) => self.slip(i, "The file’s letters are coded in a way that could not be read.".to_owned()),
        }
    }

    fn slip(&mut self, i: usize, why: String) {
        self.slips.0.push(i);
        if !self.slips.1.contains(&why) {
            self.slips.1.push(why);
        }
    }

    fn flush_slips(&mut self) {
        let (mut files, why) = std::mem::take(&mut self.slips);
        if files.is_empty() && why.is_empty() {
            return;
        }
        files.dedup();
        let partly = !self.bodies.is_empty();
        self.way = Way::SlipSheet;
        self.reasons.extend(why.iter().cloned());
        self.bodies.push(Body::Made(Made::Slip { document: self.number, files, why, partly }));
    }

    pub(super) fn finish(mut self) -> Placed {
        self.flush_slips();
        if self.bodies.is_empty() {
            self.slips.1.push("Only what is in the index is known.".to_owned());
            self.flush_slips();
        }
        let name = bookmark(&self.document.reference, &self.document.title);
        let count = self.bodies.len();
        let units = self
            .bodies
            .into_iter()
            .enumerate()
            .map(|(i, body)| Unit {
                title: if count == 1 { name.clone() } else { format!("{name}, part {} of {count}", i + 1) },
                section: Some(self.section.to_owned()),
                body,
            })
            .collect();
        Placed { units, way: self.way, reasons: self.reasons }
    }
}

/// A short description for the bookmark (General guidance on electronic court bundles, 29 November 2021).
fn bookmark(reference: &str, title: &str) -> String {
    const MOST: usize = 70;
    let title: Vec<&str> = title.split_whitespace().collect();
    let title = title.join(" ");
    let mut short: String = title.chars().take(MOST).collect();
    if title.chars().count() > MOST {
        short.push('…');
    }
    if reference.is_empty() { short } else { format!("{reference} {short}") }
}
