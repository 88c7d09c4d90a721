//! The records that a timeline is made of, read kind by kind in one go.

use recourse_domain::records::{
    Claim, Correspondence, DiaryEntry, Entry, Event, Evidence, Incident, Loss, Notice, Party, ProtectiveStep, Question,
    Request, Statement, SuspiciousContact, TimeSpent,
};
use recourse_domain::{RecordId, RecordKind};
use recourse_store::{Filter, StoreError};

use crate::Result;
use crate::session::{Session, Unlocked};

/// Everything of a claim that has a date, or should have one.
#[derive(Debug)]
pub struct Records {
    /// The claim.
    pub claim: Entry<Claim>,
    /// Organisations and people.
    pub parties: Vec<Entry<Party>>,
    /// Breaches.
    pub incidents: Vec<Entry<Incident>>,
    /// Notices.
    pub notices: Vec<Entry<Notice>>,
    /// Letters, mails and calls.
    pub letters: Vec<Entry<Correspondence>>,
    /// Suspicious contacts.
    pub contacts: Vec<Entry<SuspiciousContact>>,
    /// Evidence.
    pub evidence: Vec<Entry<Evidence>>,
    /// Statements.
    pub statements: Vec<Entry<Statement>>,
    /// Questions.
    pub questions: Vec<Entry<Question>>,
    /// Events.
    pub events: Vec<Entry<Event>>,
    /// Requests.
    pub requests: Vec<Entry<Request>>,
    /// Losses.
    pub losses: Vec<Entry<Loss>>,
    /// Time spent.
    pub times: Vec<Entry<TimeSpent>>,
    /// The diary.
    pub diary: Vec<Entry<DiaryEntry>>,
    /// Protective steps.
    pub steps: Vec<Entry<ProtectiveStep>>,
}

impl Records {
    /// Reads them, those put away left out: a list for each kind, never a record at a time.
    ///
    /// # Errors
    /// Where there is no such claim.
    pub fn of(session: &Session<Unlocked>, claim: RecordId) -> Result<Self> {
        let filter = Filter { claim: Some(claim), ..Filter::default() };
        session.read(|records| {
            Ok(Self {
                claim: records.get(claim)?.ok_or(StoreError::NoSuchRecord { id: claim, kind: RecordKind::Claim })?,
                parties: records.list(filter)?,
                incidents: records.list(filter)?,
                notices: records.list(filter)?,
                letters: records.list(filter)?,
                contacts: records.list(filter)?,
                evidence: records.list(filter)?,
                statements: records.list(filter)?,
                questions: records.list(filter)?,
                events: records.list(filter)?,
                requests: records.list(filter)?,
                losses: records.list(filter)?,
                times: records.list(filter)?,
                diary: records.list(filter)?,
                steps: records.list(filter)?,
            })
        })
    }

    /// Name of the organisation that the claim is about; empty where none is given.
    pub fn organisation(&self) -> &str {
        let id = self.claim.body.organisation;
        let party = self.parties.iter().find(|party| Some(party.id) == id);
        party.map_or("", |party| party.body.name.as_str())
    }

    /// The same, lent out to make rows of.
    pub fn material(&self) -> super::Material<'_> {
        super::Material {
            claim: &self.claim,
            organisation: self.organisation(),
            parties: &self.parties,
            incidents: &self.incidents,
            notices: &self.notices,
            letters: &self.letters,
            contacts: &self.contacts,
            evidence: self.evidence.iter().filter(|item| !item.body.waiting).collect(),
            statements: &self.statements,
            questions: &self.questions,
            events: &self.events,
            requests: &self.requests,
            losses: &self.losses,
            times: &self.times,
            diary: &self.diary,
            steps: &self.steps,
        }
    }
}
