//! Lays the documents of a bundle out in sections, each evidence item once.

use std::collections::HashSet;

use recourse_domain::choices::{BundleSection, Channel, Direction};
use recourse_domain::records::{Body, Correspondence, Entry, Evidence, EvidenceFile, EvidenceLink};
use recourse_domain::{RecordId, Reference, StatedDate};

use super::selection::{Chosen, Picked, Section};
use crate::session::{Session, Unlocked};
use crate::{Result, documents};

/// Every evidence item stands once: with the first notice, letter or suspicious contact that rests on it, else among the evidence.
pub(super) fn lay_out(session: &Session<Unlocked>, chosen: &Chosen) -> Result<Vec<Section>> {
    let mut shelf = Shelf { session, chosen, placed: HashSet::new() };
    let mut notices = Vec::new();
    for notice in &chosen.notices {
        let body = &notice.body;
        let about = About {
            reference: notice.reference,
            id: notice.id,
            title: body.title(),
            date: body.listed_on().clone(),
            kind: if body.channel == Channel::Email { "notice, e-mail" } else { "notice" },
            text: &body.text,
        };
        shelf.place(&about, &notice.evidence, &mut notices)?;
    }
    let mut letters = Vec::new();
    for letter in &chosen.letters {
        let body = &letter.body;
        let about = About {
            reference: letter.reference,
            id: letter.id,
            title: body.title(),
            date: body.listed_on().clone(),
            kind: letter_kind(body),
            text: &body.text,
        };
        shelf.place(&about, &letter.evidence, &mut letters)?;
    }
    let mut contacts = Vec::new();
    for contact in &chosen.contacts {
        let body = &contact.body;
        let about = About {
            reference: contact.reference,
            id: contact.id,
            title: body.title(),
            date: body.happened.clone(),
            kind: contact_kind(body.channel),
            text: &body.text,
        };
        shelf.place(&about, &contact.evidence, &mut contacts)?;
    }
    let rest = chosen.evidence.iter().filter(|(entry, _)| !shelf.placed.contains(&entry.id));
    let (waiting, filed): (Vec<_>, Vec<_>) = rest.partition(|(entry, _)| entry.body.waiting);
    let alone = |items: Vec<&(Entry<Evidence>, Vec<EvidenceFile>)>, kind| -> Vec<Picked> {
        let each = items.into_iter();
        each.map(|(entry, files)| picked(entry, files, entry.body.title(), entry.body.date.clone(), kind)).collect()
    };
    let all = [
        (BundleSection::Notices, notices),
        (BundleSection::Letters, letters),
        (BundleSection::Contacts, contacts),
        (BundleSection::Evidence, alone(filed, "evidence")),
        (BundleSection::Waiting, alone(waiting, "not yet sorted")),
    ];
    let filled = all.into_iter().filter(|(_, documents)| !documents.is_empty());
    Ok(filled.map(|(key, documents)| Section { key, documents }).collect())
}

const fn letter_kind(letter: &Correspondence) -> &'static str {
    match (letter.channel, letter.direction) {
        (Channel::Call, _) => "note of a call",
        (Channel::Email, Direction::Sent) => "e-mail sent",
        (Channel::Email, Direction::Received) => "e-mail received",
        (_, Direction::Sent) => "letter sent",
        (_, Direction::Received) => "letter received",
    }
}

const fn contact_kind(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "suspicious call",
        Channel::Email => "suspicious e-mail",
        Channel::Text => "suspicious text message",
        _ => "suspicious contact",
    }
}

/// A notice, letter or suspicious contact whose documents are to be laid out.
struct About<'a> {
    reference: Reference,
    id: RecordId,
    title: String,
    date: StatedDate,
    kind: &'static str,
    text: &'a str,
}

/// What has found its place so far.
struct Shelf<'a> {
    session: &'a Session<Unlocked>,
    chosen: &'a Chosen,
    placed: HashSet<RecordId>,
}

impl Shelf<'_> {
    fn place(&mut self, about: &About<'_>, links: &[EvidenceLink], into: &mut Vec<Picked>) -> Result<()> {
        let chosen = self.chosen;
        let (mut said, mut beside) = (about.text.trim().is_empty(), 0);
        for link in links {
            let Some((entry, files)) = chosen.evidence.iter().find(|(entry, _)| entry.id == link.evidence) else {
                continue;
            };
            beside += 1;
            said = said || self.says_already(files, about.text)?;
            if !self.placed.insert(entry.id) {
                continue;
            }
            let (title, date, kind) = if beside == 1 {
                (format!("{} ({})", about.title, about.reference), about.date.clone(), about.kind)
            } else {
                (format!("{} (with {})", entry.body.title(), about.reference), entry.body.date.clone(), "evidence")
            };
            into.push(picked(entry, files, title, date, kind));
        }
        // Words that no file beside the record holds were typed or pasted: they are a document of their own.
        if !said || beside == 0 {
            let typed = if beside == 0 { about.title.clone() } else { format!("{}, as typed", about.title) };
            into.push(Picked {
                id: about.id,
                reference: about.reference,
                usual_title: typed.clone(),
                title: typed,
                date: about.date.clone(),
                date_worded: None,
                kind: about.kind,
                files: Vec::new(),
                typed: Some(about.text.to_owned()),
            });
        }
        Ok(())
    }

    /// Whether the files beside a record hold its words already, spaces and marks aside.
    fn says_already(&self, files: &[EvidenceFile], words: &str) -> Result<bool> {
        let words = squeezed(words);
        for file in files {
            let mut text = String::new();
            for (page, _) in documents::text(self.session, file.id)? {
                text.push_str(&page.text);
            }
            if squeezed(&text).contains(&words) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Letters and figures only, in lower case.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn picked(
    entry: &Entry<Evidence>,
    files: &[EvidenceFile],
    title: String,
    date: StatedDate,
    kind: &'static str,
) -> Picked {
    Picked {
        id: entry.id,
        reference: entry.reference,
        usual_title: title.clone(),
        title,
        date,
        date_worded: None,
        kind,
        files: files.to_vec(),
        typed: files.is_empty().then(|| entry.body.transcription.clone()),
    }
}
