//! Names of parties, and the documents in which words stand.

use recourse_bundle::model::Quoted;
use recourse_domain::RecordId;
use recourse_domain::records::{Entry, EvidenceLink, Party, Statement};

use super::say;
use crate::bundles::chronology::source;
use crate::bundles::selection::Chosen;

impl Chosen {
    /// A party.
    pub(in crate::bundles) fn party(&self, id: RecordId) -> Option<&Entry<Party>> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The name of a party; one that was identified later is said to be.
    pub(in crate::bundles) fn named(&self, id: Option<RecordId>) -> String {
        let Some(party) = id.and_then(|id| self.party(id)) else {
            return String::new();
        };
        let known = party.body.identified_as.as_ref();
        let name = known.and_then(|known| Some((self.party(known.party)?, &known.named_by)));
        match name {
            Some((named, by)) if by.trim().is_empty() => {
                format!("{}, later identified as {}", party.body.name, named.body.name)
            }
            Some((named, by)) => format!("{}, later identified as {} by {by}", party.body.name, named.body.name),
            None => party.body.name.clone(),
        }
    }

    /// A statement that goes.
    pub(in crate::bundles) fn statement(&self, id: RecordId) -> Option<&Entry<Statement>> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The document of the bundle that a notice, letter, contact or evidence item is.
    pub(in crate::bundles) fn document_of(&self, id: RecordId) -> Option<String> {
        let own = |links: &[EvidenceLink], reference: String| source(links, self, &reference);
        if let Some(notice) = self.notices.iter().find(|notice| notice.id == id) {
            return own(&notice.evidence, notice.reference.to_string());
        }
        if let Some(letter) = self.letters.iter().find(|letter| letter.id == id) {
            return own(&letter.evidence, letter.reference.to_string());
        }
        if let Some(contact) = self.contacts.iter().find(|contact| contact.id == id) {
            return own(&contact.evidence, contact.reference.to_string());
        }
        self.reference_of(id).map(|reference| reference.to_string())
    }

    /// The document that a record rests on: the first of its evidence that goes, else the record it was said or asked in.
    pub(in crate::bundles) fn rests_in(&self, links: &[EvidenceLink], within: Option<RecordId>) -> Option<String> {
        let evidence = links.iter().find_map(|link| self.reference_of(link.evidence));
        evidence.map(|reference| reference.to_string()).or_else(|| within.and_then(|id| self.document_of(id)))
    }

    /// The place within that document, where it has several pages: "its page 2".
    fn place_in(&self, links: &[EvidenceLink]) -> String {
        let place = links.iter().find_map(|link| {
            let (_, files) = self.evidence.iter().find(|(entry, _)| entry.id == link.evidence)?;
            let before: Option<u32> = match link.file {
                Some(id) => files.iter().take_while(|file| file.id != id).map(|file| file.pages).sum(),
                None => Some(0),
            };
            let pages: Option<u32> = files.iter().map(|file| file.pages).sum();
            Some((before? + link.page?, pages?))
        });
        match place {
            Some((page, pages)) if pages > 1 => format!("its page {page}"),
            _ => String::new(),
        }
    }

    /// A statement as it is quoted.
    pub(in crate::bundles) fn quoted(&self, entry: &Entry<Statement>) -> Quoted {
        let body = &entry.body;
        Quoted {
            reference: entry.reference.to_string(),
            words: body.words.clone(),
            speaker: self.speaker(body),
            date: say::date(&body.said),
            about: say::about(body),
            source: self.rests_in(&entry.evidence, body.said_in),
            place: self.place_in(&entry.evidence),
        }
    }

    /// Who said it, as the source shows it, else the party's name.
    pub(in crate::bundles) fn speaker(&self, statement: &Statement) -> String {
        if statement.speaker_shown.trim().is_empty() {
            let named = self.named(statement.speaker);
            if named.is_empty() { "an unnamed speaker".to_owned() } else { named }
        } else {
            statement.speaker_shown.clone()
        }
    }
}
