//! Records that rest on a document of which something is blacked out: of its words only those go that can still be read on its pages.

use std::collections::{HashMap, HashSet};

use recourse_domain::RecordId;
use recourse_domain::records::{Body, Entry, EvidenceLink};
use recourse_store::StoreError;

use super::super::sections::squeezed;
use super::super::selection::{Chosen, Preview};
use super::super::whole::each_field;
use super::words::Words;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, documents};

/// What stands for words that cannot be read any more.
pub(super) const MARK: &str = "[blacked out]";

/// Fields with the words of a document, which go only if they can be read on its pages.
const ITS_WORDS: [&str; 4] = ["text", "words", "quote", "transcription"];

/// Fields that may hold words of a document; those that are only under its areas do not go, and neither do names and numbers from there.
const MAYBE_ITS_WORDS: [&str; 8] =
    ["title", "subject", "their_reference", "speaker_shown", "sender_shown", "knew", "asked_for", "text"];

/// The documents of which something is blacked out, with their words.
pub(super) type Hidden = HashMap<RecordId, Words>;

/// Puts a mark in place of words that cannot be read any more. Gives the records that were looked at: what they said before stays out of the history.
pub(super) fn draw(session: &Session<Unlocked>, preview: &mut Preview, hidden: &Hidden) -> Result<HashSet<RecordId>> {
    let mut veil = Veil { session, hidden, plain: HashMap::new(), drawn: HashSet::new(), titles: Vec::new() };
    let chosen = &mut preview.chosen;
    // What a record of this kind says itself is the document's; said of the others are the person's own words.
    veil.each(&mut chosen.notices, &ITS_WORDS)?;
    veil.each(&mut chosen.letters, &ITS_WORDS)?;
    veil.each(&mut chosen.contacts, &ITS_WORDS)?;
    veil.evidence(chosen)?;
    let said_in: HashMap<RecordId, Vec<EvidenceLink>> = chosen
        .letters
        .iter()
        .map(|entry| (entry.id, entry.evidence.clone()))
        .chain(chosen.notices.iter().map(|entry| (entry.id, entry.evidence.clone())))
        .collect();
    for statement in &mut chosen.statements {
        let there = statement.body.said_in.and_then(|id| said_in.get(&id)).cloned().unwrap_or_default();
        let itself = statement.body.said_in;
        veil.one(statement, &there, itself, &ITS_WORDS)?;
    }
    veil.each(&mut chosen.questions, &[])?;
    veil.each(&mut chosen.assertions, &[])?;
    veil.each(&mut chosen.events, &[])?;
    veil.each(&mut chosen.requests, &[])?;
    veil.each(&mut chosen.losses, &[])?;
    veil.each(&mut chosen.times, &[])?;
    veil.each(&mut chosen.diary, &[])?;
    veil.each(&mut chosen.steps, &[])?;
    let Veil { drawn, titles, .. } = veil;
    for document in preview.sections.iter_mut().flat_map(|section| &mut section.documents) {
        for (before, after) in &titles {
            document.title = document.title.replace(before, after);
            document.usual_title = document.usual_title.replace(before, after);
        }
        if let Some(words) = hidden.get(&document.id) {
            // A title may have been worded by hand for this bundle.
            document.title = words.strike(&document.title, MARK);
        }
    }
    Ok(drawn)
}

struct Veil<'a> {
    session: &'a Session<Unlocked>,
    hidden: &'a Hidden,
    /// The words of documents of which nothing is blacked out.
    plain: HashMap<RecordId, String>,
    drawn: HashSet<RecordId>,
    /// Titles before and after.
    titles: Vec<(String, String)>,
}

impl Veil<'_> {
    fn each<T: Body>(&mut self, entries: &mut [Entry<T>], its_words: &[&str]) -> Result<()> {
        entries.iter_mut().try_for_each(|entry| {
            let itself = Some(entry.id);
            self.one(entry, &[], itself, its_words)
        })
    }

    fn evidence(&mut self, chosen: &mut Chosen) -> Result<()> {
        chosen.evidence.iter_mut().try_for_each(|(entry, _)| {
            let itself = Some(entry.id);
            self.one(entry, &[], itself, &ITS_WORDS)
        })
    }

    /// A record that rests on its own evidence, on that of the record it was `said in`, and on what was typed into `itself`.
    fn one<T: Body>(
        &mut self,
        entry: &mut Entry<T>,
        said_in: &[EvidenceLink],
        itself: Option<RecordId>,
        its_words: &[&str],
    ) -> Result<()> {
        let links = entry.evidence.iter().chain(said_in).map(|link| link.evidence);
        let legs: HashSet<RecordId> = links.chain(itself).chain([entry.id]).collect();
        let under: Vec<&Words> = legs.iter().filter_map(|id| self.hidden.get(id)).collect();
        if under.is_empty() {
            return Ok(());
        }
        let mut beside = String::new();
        for id in legs.iter().filter(|id| !self.hidden.contains_key(id)) {
            beside.push_str(self.plain_words(*id)?);
        }
        let goes = |words: &str| under.iter().any(|one| one.show(words)) || beside.contains(&squeezed(words));
        let hides = |words: &str| !goes(words) && under.iter().any(|one| one.hide(words));
        let before = entry.body.title();
        let mut body = serde_json::to_value(&entry.body).map_err(unwritable)?;
        each_field(&mut body, &mut |name, field| {
            let Some(words) = field.as_str().filter(|words| !words.trim().is_empty()) else { return };
            if its_words.contains(&name) && !goes(words) || MAYBE_ITS_WORDS.contains(&name) && hides(words) {
                *field = MARK.into();
            } else if MAYBE_ITS_WORDS.contains(&name) {
                *field = under.iter().fold(words.to_owned(), |words, one| one.strike(&words, MARK)).into();
            }
        });
        entry.body = serde_json::from_value(body).map_err(unwritable)?;
        let after = entry.body.title();
        if before != after && !before.trim().is_empty() {
            self.titles.push((before, after));
        }
        self.drawn.insert(entry.id);
        Ok(())
    }

    fn plain_words(&mut self, evidence: RecordId) -> Result<&str> {
        if !self.plain.contains_key(&evidence) {
            let mut text = String::new();
            for file in self.session.read(|records| Ok(records.files_of(evidence)?))? {
                for (page, _) in documents::text(self.session, file.id)? {
                    text.push_str(&page.text);
                }
            }
            self.plain.insert(evidence, squeezed(&text));
        }
        Ok(self.plain.get(&evidence).map_or("", String::as_str))
    }
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::Store(StoreError::Unwritable(error))
}
