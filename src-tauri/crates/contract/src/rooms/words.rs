//! Words of a document, corrected by hand, and how far the machine has come.

use recourse_domain::FileId;
use recourse_organiser::documents::TextSource;
use recourse_organiser::reading::{self, Engine, MachineState};

use super::{Answer, Room};
use crate::types::*;

/// Keeps the words of a page as the person corrected them, or takes the correction back.
pub fn words_save(room: &Room, request: WordsSave) -> Answer<Vec<PageWords>> {
    reading::correct(room, request.file, request.page, request.text)?;
    page_words(room, request.file)
}

/// The best words of each page.
pub(super) fn page_words(room: &Room, file: FileId) -> Answer<Vec<PageWords>> {
    let words = reading::best_words(room, file)?.into_iter();
    Ok(words.map(|(page, from)| PageWords { page: page.page, text: page.text, from: words_from(from) }).collect())
}

/// How far the machine has come with the whole vault; whether it is at work is for the caller to know.
///
/// # Errors
/// What the records said.
pub fn reading_of(room: &Room, working: bool) -> Answer<ReadingState> {
    let tally = reading::tally(room)?;
    Ok(ReadingState {
        installed: Engine::find().is_some(),
        working,
        waiting: tally.waiting,
        done: tally.read + tally.nothing,
        failed: tally.failed,
    })
}

/// How far the machine has come with one file.
pub(super) fn machine(room: &Room, file: FileId) -> Answer<MachineReading> {
    Ok(match reading::of_file(room, file)? {
        None => MachineReading::NotNeeded,
        Some(MachineState::Waiting) => MachineReading::Waiting,
        Some(MachineState::Read) => MachineReading::Read,
        Some(MachineState::Nothing) => MachineReading::NothingFound,
        Some(MachineState::Failed) => MachineReading::Failed,
    })
}

const fn words_from(source: TextSource) -> WordsFrom {
    match source {
        TextSource::Extracted => WordsFrom::File,
        TextSource::Machine => WordsFrom::Machine,
        TextSource::Typed => WordsFrom::Person,
    }
}
