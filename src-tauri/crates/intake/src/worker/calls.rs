//! Intake's jobs as the rest of the program calls them.

use std::io::{Cursor, Read};

use serde_json::json;

use super::{JobOutput, Worker, WorkerError};
use crate::rich::{Formatted, Header};
use crate::{Kind, MediaType, Problem, ProblemCode, Reading, SNIFF_BYTES, sniff};

/// A picture made for the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// `image/png` or `image/jpeg`.
    pub media_type: MediaType,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The encoded picture.
    pub bytes: Vec<u8>,
}

impl Worker {
    /// Reads one file. A file that defeats the reader still gives a reading, with its kind and a problem on it.
    /// Archives and unknown kinds are not handed to a parser at all.
    ///
    /// # Errors
    /// [`WorkerError::Input`] where `input` fails, [`WorkerError::Start`] where no worker can be started; never for
    /// what is in the file.
    pub fn read(&self, name_hint: &str, mut input: impl Read) -> Result<Reading, WorkerError> {
        let mut first = Vec::new();
        input.by_ref().take(SNIFF_BYTES as u64).read_to_end(&mut first).map_err(WorkerError::Input)?;
        let found = sniff(name_hint, &first);
        if matches!(found.kind, Kind::Archive | Kind::Unknown) {
            return Ok(Reading::bare(found));
        }
        let whole = Cursor::new(first).chain(input);
        let answer = self.run_job("read", json!({ "name": name_hint }), whole);
        let parsed = answer.and_then(|output| serde_json::from_value(output.header).map_err(|_| WorkerError::Nonsense));
        match parsed {
            Ok(reading) => Ok(reading),
            Err(error) => {
                let problem = error.into_problem()?;
                // A film whose length cannot be known may still be played, however large it is.
                let playable = matches!(found.kind, Kind::Audio | Kind::Video);
                let reading = Reading::bare(found);
                Ok(if playable { reading } else { reading.with_problem(problem) })
            }
        }
    }

    /// Reads a PDF that asks for a password.
    ///
    /// # Errors
    /// As [`Worker::read`], and every problem of the file as [`WorkerError::Problem`] and the like; a wrong password
    /// leaves a problem "locked" on the reading.
    pub fn read_with_password(&self, password: &str, input: impl Read) -> Result<Reading, WorkerError> {
        let output = self.run_job("read", json!({ "name": "document.pdf", "password": password }), input)?;
        serde_json::from_value(output.header).map_err(|_| WorkerError::Nonsense)
    }

    /// Reads a PDF without looking for its words, a picture without looking at its pixels: for a file that
    /// [`Worker::read`] called unreadable, whose pages may still be counted and shown.
    ///
    /// # Errors
    /// As [`Worker::read`], and every problem of the file as [`WorkerError::Problem`] and the like.
    pub fn count(&self, name_hint: &str, input: impl Read) -> Result<Reading, WorkerError> {
        let output = self.run_job("read", json!({ "name": name_hint, "words": false }), input)?;
        serde_json::from_value(output.header).map_err(|_| WorkerError::Nonsense)
    }

    /// The bytes of one attachment of a mail, decoded: what [`crate::AttachmentDraft::index`] stands for.
    ///
    /// # Errors
    /// A problem "not there" where the mail has no such part; otherwise as [`super::run_job`].
    pub fn part(&self, index: u32, mail: impl Read) -> Result<Vec<u8>, WorkerError> {
        Ok(self.run_job("part", json!({ "index": index }), mail)?.bytes)
    }

    /// A mail, a saved page, a table or a word processor's document with its formatting; `beside` are the files that lie beside a page: name,
    /// length in bytes, and the file.
    ///
    /// # Errors
    /// A problem where there is no formatting to be had or too much of it; otherwise as [`super::run_job`].
    pub fn rich<R: Read>(
        &self,
        name_hint: &str,
        file: impl Read,
        beside: Vec<(String, u64, R)>,
    ) -> Result<Formatted, WorkerError> {
        let told: Vec<_> = beside.iter().map(|(name, length, _)| json!({ "name": name, "length": length })).collect();
        let whole = beside.into_iter().fold(Box::new(file) as Box<dyn Read>, |before, (_, length, file)| {
            Box::new(before.chain(file.take(length)))
        });
        let output = self.run_job("rich", json!({ "name": name_hint, "beside": told }), whole)?;
        let header: Header = serde_json::from_value(output.header).map_err(|_| WorkerError::Nonsense)?;
        let mut rest = output.bytes.as_slice();
        let mut pictures = Vec::new();
        for length in header.lengths {
            let (picture, after) = rest.split_at_checked(length).ok_or(WorkerError::Nonsense)?;
            pictures.push(picture.to_vec());
            rest = after;
        }
        Ok(Formatted { rich: header.rich, pictures, shown: header.shown })
    }

    /// One page of a PDF (from 1) as a PNG whose longer edge has `max_edge` pixels.
    ///
    /// # Errors
    /// A problem where the PDF cannot be read, is locked or has no such page; otherwise as [`super::run_job`].
    pub fn render_page(&self, page: u32, max_edge: u32, pdf: impl Read) -> Result<Picture, WorkerError> {
        self.render_page_with_password("", page, max_edge, pdf)
    }

    /// The same for a PDF that asks for a password.
    ///
    /// # Errors
    /// As [`Worker::render_page`].
    pub fn render_page_with_password(
        &self,
        password: &str,
        page: u32,
        max_edge: u32,
        pdf: impl Read,
    ) -> Result<Picture, WorkerError> {
        picture(self.run_job("render", json!({ "page": page, "max_edge": max_edge, "password": password }), pdf)?)
    }

    /// A picture with its orientation applied, no longer than `max_edge` pixels on its longer edge; the first one where
    /// the file holds several.
    ///
    /// # Errors
    /// A problem where the picture cannot be decoded; otherwise as [`super::run_job`].
    pub fn picture(&self, max_edge: u32, file: impl Read) -> Result<Picture, WorkerError> {
        self.picture_page(1, 0, max_edge, file)
    }

    /// The same for page `page` (from 1) of a file that may hold several pictures, then turned clockwise by `rotation`
    /// degrees: 0, 90, 180 or 270.
    ///
    /// # Errors
    /// As [`Worker::picture`]; a problem "not there" where there is no such page, and one where it is another number of degrees.
    pub fn picture_page(
        &self,
        page: u32,
        rotation: u16,
        max_edge: u32,
        file: impl Read,
    ) -> Result<Picture, WorkerError> {
        picture(self.run_job("picture", json!({ "page": page, "rotation": rotation, "max_edge": max_edge }), file)?)
    }
}

fn picture(output: JobOutput) -> Result<Picture, WorkerError> {
    let number = |name: &str| output.header[name].as_u64().and_then(|n| u32::try_from(n).ok());
    let (Some(width), Some(height)) = (number("width"), number("height")) else {
        return Err(WorkerError::Nonsense);
    };
    let media_type = MediaType::new(output.header["media_type"].as_str().unwrap_or_default());
    if !matches!(media_type.as_str(), "image/png" | "image/jpeg") {
        return Err(WorkerError::Problem(Problem::new(
            ProblemCode::Unreadable,
            "This file could not be read: the picture made of it is of no known kind.",
        )));
    }
    Ok(Picture { media_type, width, height, bytes: output.bytes })
}
