//! What waits to be read by machine, and reading it, newest first. Each page is kept as soon as it is read, so that stopping loses at most one.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_domain::FileId;
use recourse_domain::records::{EvidenceFile, PageText};
use recourse_intake::{Kind, Reading};
use recourse_store::{MachinePage, MachineState, MachineTally, StoreError, TextSource, Writing};

use super::engine::Engine;
use super::lines::{self, Word};
use super::page::{Reader, Trouble};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, documents};

/// Most pages of one file that are read by machine.
const PAGES: usize = 2_000;

/// What came of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The file.
    pub file: EvidenceFile,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Words were found: how many, on how many pages.
    Read {
        /// Words.
        words: usize,
        /// Pages with words.
        pages: usize,
    },
    /// There is no writing on it.
    Nothing,
    /// It could not be done, and why.
    Failed(String),
}

/// Lets a file that was just kept wait to be read, where it has pages without words of their own.
///
/// # Errors
/// What the records said.
pub fn wait_if_needed(records: &Writing<'_>, file: FileId, reading: &Reading) -> Result<()> {
    let with_words = reading.text.iter().filter(|page| !page.text.trim().is_empty()).count();
    let needed = reading.problem.is_none()
        && match reading.kind {
            Kind::Picture => true,
            // Where the words were too many to be taken, a page without any says nothing.
            Kind::Pdf => !reading.text_cut && reading.pages.is_some_and(|pages| with_words < pages as usize),
            _ => false,
        };
    if needed {
        records.set_machine_state(file, MachineState::Waiting, None)?;
    }
    Ok(())
}

/// How far the machine has come with a file; none where it needs none.
///
/// # Errors
/// What the records said.
pub fn of_file(session: &Session<Unlocked>, file: FileId) -> Result<Option<MachineState>> {
    session.read(|records| Ok(records.machine_state(file)?.map(|(state, _)| state)))
}

/// How far the machine has come with the whole vault.
///
/// # Errors
/// What the records said.
pub fn tally(session: &Session<Unlocked>) -> Result<MachineTally> {
    session.read(|records| Ok(records.machine_tally()?))
}

/// Reads all that waits, telling after each file, until nothing waits or `stop` is set.
///
/// # Errors
/// Where the records fail or no process can be started; what is wrong with a file is told and noted with it.
pub fn run(
    session: &Session<Unlocked>,
    engine: &Engine,
    stop: &Arc<AtomicBool>,
    tell: &mut dyn FnMut(Done),
) -> Result<()> {
    let worker = session.worker().clone().with_stop(Arc::clone(stop));
    let reader = Reader { engine, worker, stop };
    while !stop.load(Ordering::Relaxed) {
        let Some(file) = session.read(|records| Ok(records.machine_next()?))? else { break };
        let file = documents::get(session, file)?;
        match read(session, &reader, &file) {
            Ok(outcome) => tell(Done { file, outcome }),
            Err(Error::Cancelled) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn read(session: &Session<Unlocked>, reader: &Reader<'_>, file: &EvidenceFile) -> Result<Outcome> {
    let own = |source: TextSource| source == TextSource::Extracted;
    let mut done: BTreeSet<u32> = session.read(|records| {
        let words =
            records.file_text(file.id)?.into_iter().filter(|(_, source)| own(*source)).map(|(page, _)| page.page);
        let pages = records.machine_pages(file.id)?.into_iter().map(|page| page.page);
        Ok(words.chain(pages).collect())
    })?;
    for page in (1..=file.pages.unwrap_or(1)).take(PAGES) {
        if done.insert(page)
            && let Some(problem) = read_page(session, reader, file, page)?
        {
            return finish(session, file, Some(problem));
        }
    }
    finish(session, file, None)
}

/// Reads one page and keeps it; gives back what was in the way.
fn read_page(
    session: &Session<Unlocked>,
    reader: &Reader<'_>,
    file: &EvidenceFile,
    page: u32,
) -> Result<Option<String>> {
    let original = match documents::original(session, file.id) {
        Ok((_, original)) => original,
        Err(Error::Vault(error)) => return Ok(Some(error.to_string())),
        Err(error) => return Err(error),
    };
    let found = match reader.page(page, file.rotation, original) {
        Ok(found) => found.unwrap_or_default(),
        Err(Trouble::Stopped) => return Err(Error::Cancelled),
        Err(Trouble::Page(sentence)) => return Ok(Some(sentence)),
        Err(Trouble::Worker(error)) => return Err(Error::Worker(error)),
    };
    let layout = serde_json::to_string(&found.words).unwrap_or_else(|_| "[]".to_owned());
    let kept = MachinePage { page, engine: reader.engine.name.clone(), confidence: found.confidence(), layout };
    session.write("read by machine", |records| {
        // A file that was turned meanwhile is read again as it lies now.
        if records.file(file.id)?.is_none_or(|now| now.rotation != file.rotation) {
            return Ok(());
        }
        Ok(records.set_machine_page(file.id, &kept)?)
    })?;
    Ok(None)
}

/// Makes the pages read so far the words of the file. A file that failed keeps what was read of it.
fn finish(session: &Session<Unlocked>, file: &EvidenceFile, problem: Option<String>) -> Result<Outcome> {
    session.write("read by machine", |records| {
        let now = records.file(file.id)?.ok_or(StoreError::NoSuchFile(file.id))?;
        let mut words = 0;
        let mut pages = Vec::new();
        for page in records.machine_pages(file.id)? {
            let layout: Vec<Word> = serde_json::from_str(&page.layout).unwrap_or_default();
            if !layout.is_empty() {
                words += layout.len();
                pages.push(PageText { page: page.page, text: lines::text(&layout) });
            }
        }
        let outcome = match &problem {
            Some(sentence) => Outcome::Failed(sentence.clone()),
            None if pages.is_empty() => Outcome::Nothing,
            None => Outcome::Read { words, pages: pages.len() },
        };
        records.set_file_text(file.id, TextSource::Machine, &pages)?;
        // Turned while it was read: it waits again already.
        if now.rotation == file.rotation {
            let state = match outcome {
                Outcome::Read { .. } => MachineState::Read,
                Outcome::Nothing => MachineState::Nothing,
                Outcome::Failed(_) => MachineState::Failed,
            };
            records.set_machine_state(file.id, state, problem.as_deref())?;
        }
        Ok(outcome)
    })
}
