//! What stands in the overview: facts, what is missing, and the one next step.

use recourse_domain::choices::QuestionState;
use recourse_domain::records::{Body, Claim, Entry, Incident, Notice};
use recourse_domain::timeline::Part;
use recourse_domain::{RecordId, Reference};

use super::near::{Near, near};
use crate::Result;
use crate::session::{Session, Unlocked};
use crate::timeline::{self, Records, held_facts};

/// The overview of a claim.
#[derive(Debug)]
pub struct Overview {
    /// The claim.
    pub claim: Entry<Claim>,
    /// Notices on record.
    pub notices: usize,
    /// Letters on record.
    pub letters: usize,
    /// Evidence items that have found their place.
    pub evidence: usize,
    /// Evidence items that wait in the inbox.
    pub inbox: usize,
    /// Statements on record.
    pub statements: usize,
    /// Questions not asked yet.
    pub open_questions: usize,
    /// What happened, at most five facts.
    pub facts: Vec<Fact>,
    /// Dates ahead, the nearest first.
    pub near: Vec<Near>,
    /// What a bundle would lack, a sentence each.
    pub missing: Vec<String>,
    /// The one next step.
    pub next_step: NextStep,
}

/// One fact, with the record it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// A neutral sentence.
    pub text: String,
    /// The record.
    pub record: Option<About>,
}

/// A record to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The record.
    pub id: RecordId,
    /// Its readable name.
    pub reference: Reference,
    /// One line to recognise it by.
    pub title: String,
}

/// The one next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Say which organisation it is about.
    NameOrganisation,
    /// Log the first notice.
    AddNotice,
    /// Say what waits in the inbox.
    EmptyInbox,
    /// Lay proof beside a notice that has none.
    AddEvidence,
    /// Look at what a notice says and does not say.
    CheckNotice,
    /// Ask the open questions.
    AskQuestions,
    /// Make the bundle.
    MakeBundle,
}

/// Most facts that stand in the overview.
const MOST_FACTS: usize = 5;

/// Makes the overview of a claim.
///
/// # Errors
/// Where there is no such claim.
pub fn overview(session: &Session<Unlocked>, claim: RecordId) -> Result<Overview> {
    let records = Records::of(session, claim)?;
    let Records { notices, letters, questions, .. } = &records;
    let waiting = records.evidence.iter().filter(|item| item.body.waiting).count();
    let open_questions = questions.iter().filter(|question| question.body.state == QuestionState::Open).count();
    let bare = notices.iter().any(|notice| notice.evidence.is_empty());
    let next_step = if records.claim.body.organisation.is_none() {
        NextStep::NameOrganisation
    } else if waiting > 0 {
        NextStep::EmptyInbox
    } else if notices.is_empty() {
        NextStep::AddNotice
    } else if bare {
        NextStep::AddEvidence
    } else if notices.iter().all(|notice| notice.body.checks.is_empty()) {
        NextStep::CheckNotice
    } else if open_questions > 0 {
        NextStep::AskQuestions
    } else {
        NextStep::MakeBundle
    };
    Ok(Overview {
        notices: notices.len(),
        letters: letters.len(),
        evidence: records.evidence.len() - waiting,
        inbox: waiting,
        statements: records.statements.len(),
        open_questions,
        facts: facts(&records),
        near: near(&records, session.today()),
        missing: missing(&records.claim.body, !notices.is_empty(), notices),
        next_step,
        claim: records.claim,
    })
}

/// What happened, in a few lines made of facts: who was told when, how long after leaving, what came first and last.
fn facts(records: &Records) -> Vec<Fact> {
    let mut facts: Vec<Fact> =
        records.incidents.iter().filter_map(|incident| told(records, incident)).take(2).collect();
    if let Some(held) = held_facts(records, None).into_iter().next() {
        let named = records.incidents.iter().find(|incident| incident.id == held.record).map(about);
        let notice = || records.notices.iter().find(|notice| notice.id == held.record).map(about);
        facts.push(Fact { text: held.text, record: named.or_else(notice) });
    }
    if let Some(first) = records.notices.iter().find(|notice| !notice.body.listed_on().is_undated()) {
        let (from, on) = (or_unknown(&first.body.from), first.body.listed_on().in_words());
        let text = format!("The first dated notice is {} from {from}, {on}.", first.reference);
        facts.push(Fact { text, record: Some(about(first)) });
    }
    let mut undated = records.notices.iter().filter(|notice| notice.body.on_document.is_undated());
    if let Some(first) = undated.next() {
        let text = match undated.count() + 1 {
            1 => "One notice carries no date.".to_owned(),
            several => format!("{several} notices carry no date."),
        };
        facts.push(Fact { text, record: Some(about(first)) });
    }
    if let Some(last) = records.letters.iter().rfind(|letter| !letter.body.listed_on().is_undated()) {
        let text = format!("The latest letter is {}, {}.", last.reference, last.body.listed_on().in_words());
        facts.push(Fact { text, record: Some(about(last)) });
    }
    facts.truncate(MOST_FACTS);
    facts
}

/// When the organisation and the claimant were told of an incident; none where neither is known.
fn told(records: &Records, incident: &Entry<Incident>) -> Option<Fact> {
    let body = &incident.body;
    if body.controller_told.is_undated() && body.claimant_told.is_undated() {
        return None;
    }
    let ladder = timeline::ladder(records, incident);
    let said = |part| {
        let step = ladder.steps.iter().find(|step| step.rung.part == part && step.rung.record == incident.id)?;
        (!step.rung.date.is_undated()).then(|| step.under.clone())
    };
    let organisation = said(Part::Organisation).map(|on| format!("the organisation was told {on}"));
    let claimant = said(Part::Me).map(|on| format!("the claimant was told {on}"));
    let both: Vec<String> = organisation.into_iter().chain(claimant).collect();
    Some(Fact { text: format!("“{}”: {}.", body.name, both.join("; ")), record: Some(about(incident)) })
}

pub(super) fn about<T: Body>(entry: &Entry<T>) -> About {
    About { id: entry.id, reference: entry.reference, title: entry.body.title() }
}

fn or_unknown(name: &str) -> &str {
    if name.trim().is_empty() { "an unnamed sender" } else { name }
}

/// What a bundle made now would lack, a sentence each. `any_notice` says whether a notice is on record, here or not.
pub(crate) fn missing(claim: &Claim, any_notice: bool, notices: &[Entry<Notice>]) -> Vec<String> {
    let mut missing = Vec::new();
    let mut lacks = |is_missing: bool, sentence: &str| {
        if is_missing {
            missing.push(sentence.to_owned());
        }
    };
    lacks(claim.organisation.is_none(), "The organisation is not named.");
    lacks(claim.claimant.name.trim().is_empty(), "The claimant’s name is not given.");
    lacks(
        claim.claimant.emails_held.is_empty() && claim.claimant.addresses_held.is_empty(),
        "No address that the organisation held is given.",
    );
    lacks(claim.relationship.kind.is_none(), "What the claimant was to the organisation is not given.");
    lacks(claim.jurisdiction.is_none(), "Where the claim would be brought is not given.");
    lacks(!any_notice, "No notice is on record.");
    for notice in notices.iter().filter(|notice| notice.evidence.is_empty()) {
        missing.push(format!("{} has no file beside it.", notice.reference));
    }
    missing
}
