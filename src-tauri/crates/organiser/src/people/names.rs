//! What everybody is called, an unnamed party with the name it was given later.

use std::collections::HashMap;

use recourse_domain::RecordId;
use recourse_domain::records::{Entry, IdentifiedAs, Party};
use recourse_domain::timeline::unquoted;

use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// What stands where nobody has said who it was.
const NOT_SAID: &str = "not said who";

/// The parties of a claim by their names.
#[derive(Debug, Default)]
pub struct Names(HashMap<RecordId, Party>);

impl Names {
    /// Reads them.
    ///
    /// # Errors
    /// What the records said.
    pub fn of(session: &Session<Unlocked>, claim: RecordId) -> Result<Self> {
        Ok(Self::from_parties(&records::list::<Party>(session, claim)?))
    }

    /// The names of these parties.
    pub fn from_parties(parties: &[Entry<Party>]) -> Self {
        Self(parties.iter().map(|party| (party.id, party.body.clone())).collect())
    }

    /// The plain name of a party; none where it was put away or nobody is meant.
    pub fn plain(&self, party: Option<RecordId>) -> Option<&str> {
        self.0.get(&party?).map(|party| party.name.trim()).filter(|name| !name.is_empty())
    }

    /// The name as it stands in a list; behind that of an unnamed party, the one it was given later.
    pub fn shown(&self, party: Option<RecordId>) -> Option<String> {
        let body = self.0.get(&party?)?;
        let named = body.identified_as.as_ref().and_then(|found| self.plain(Some(found.party)));
        Some(match named {
            Some(named) => format!("{} (named later as {named})", body.name.trim()),
            None => self.plain(party)?.to_owned(),
        })
    }

    /// The name on record, else the words that a document shows, else that nobody has said.
    pub fn or_words(&self, party: Option<RecordId>, words: &str) -> String {
        let words = || Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        self.shown(party).or_else(words).unwrap_or_else(|| NOT_SAID.to_owned())
    }
}

/// Who an unnamed party turned out to be, in a sentence: on whose word, when, and on what authority.
pub fn identified(unnamed: &str, found: &IdentifiedAs, names: &Names) -> String {
    let mut sentence = format!("“{}”: named", unquoted(unnamed));
    let by = found.named_by.trim();
    if !by.is_empty() {
        sentence.push_str(" by ");
        sentence.push_str(by);
    }
    if !found.on.is_undated() {
        sentence.push_str(&format!(", {},", found.on.in_words()));
    }
    sentence.push_str(" as ");
    sentence.push_str(names.plain(Some(found.party)).unwrap_or("a party that was put away"));
    let authority = found.authority.trim().trim_end_matches('.');
    if !authority.is_empty() {
        sentence.push_str(" (");
        sentence.push_str(authority);
        sentence.push(')');
    }
    sentence.push('.');
    sentence
}
