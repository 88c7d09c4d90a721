//! Looks at all PDFs before they are placed, side by side: each is read, hashed, inspected and let go again.

use super::error::ComposeError;
use super::kinds::{Handling, way_in};
use super::read::read;
use crate::model::{Document, FileSource};
use crate::pdf::{Inspected, PdfBytes, Refused, inspect_each};
use crate::progress::{Progress, Stage, Stopped, Watch};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// What was found in the PDFs, by number of the document and of the file. One that is not here is looked at when it is placed.
#[derive(Default)]
pub(super) struct Ahead(HashMap<(usize, usize), Result<Inspected, Refused>>);

/// Why a file was left for later.
enum NotRead {
    Error(ComposeError),
    Slip,
}

impl Ahead {
    /// Looks at every PDF of these documents, each with its number, that was not looked at before. Progress counts files, out of them and the
    /// `then` steps to come.
    ///
    /// # Errors
    /// [`ComposeError::Changed`], [`ComposeError::Stopped`].
    pub(super) fn look(
        &mut self,
        documents: &[(usize, &Document)],
        then: u64,
        watch: Watch<'_>,
    ) -> Result<(), ComposeError> {
        let pdfs: Vec<(usize, usize, &Document, &FileSource)> = documents
            .iter()
            .flat_map(|&(number, document)| {
                document.files.iter().enumerate().map(move |(i, file)| (number, i, document, file))
            })
            .filter(|&(number, i, document, file)| {
                way_in(document, file) == Handling::Pdf && !self.0.contains_key(&(number, i))
            })
            .collect();
        let of = pdfs.len() as u64 + then;
        let (mut done, mut stopped) = (0, false);
        let look = |index: usize| {
            let (.., document, file) = pdfs[index];
            read(document, file).map_err(NotRead::Error)?.map(PdfBytes::from).map_err(|_| NotRead::Slip)
        };
        let found = inspect_each(pdfs.len(), look, &mut |index| {
            done += 1;
            let told = watch(Progress { stage: Stage::Reading, done, of, what: &pdfs[index].2.title });
            stopped |= told.is_break();
            if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if stopped {
            return Err(Stopped.into());
        }
        for ((number, i, ..), found) in pdfs.iter().zip(found) {
            match found {
                Some(Ok(inspected)) => self.note(*number, *i, inspected),
                Some(Err(NotRead::Error(error))) => return Err(error),
                Some(Err(NotRead::Slip)) | None => {}
            }
        }
        Ok(())
    }

    /// Keeps what was found in a file.
    pub(super) fn note(&mut self, document: usize, file: usize, found: Result<Inspected, Refused>) {
        self.0.insert((document, file), found);
    }

    /// How many PDFs were looked at.
    pub(super) fn len(&self) -> u64 {
        self.0.len() as u64
    }

    /// What was found in a file, handed over.
    pub(super) fn take(&mut self, document: usize, file: usize) -> Option<Result<Inspected, Refused>> {
        self.0.remove(&(document, file))
    }
}
