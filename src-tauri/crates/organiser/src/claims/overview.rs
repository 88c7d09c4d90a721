//! What stands in the overview: facts, what is missing, and the one next step.

use recourse_domain::RecordId;
use recourse_domain::choices::QuestionState;
use recourse_domain::records::{Claim, Correspondence, Entry, Evidence, Notice, Question, Statement};

use crate::session::{Session, Unlocked};
use crate::{Result, records};

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
    /// Facts, a sentence each.
    pub facts: Vec<String>,
    /// What a bundle would lack, a sentence each.
    pub missing: Vec<String>,
    /// The one next step.
    pub next_step: NextStep,
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

/// Makes the overview of a claim.
///
/// # Errors
/// Where there is no such claim.
pub fn overview(session: &Session<Unlocked>, claim: RecordId) -> Result<Overview> {
    let claim = records::get::<Claim>(session, claim)?;
    let notices = records::list::<Notice>(session, claim.id)?;
    let letters = records::list::<Correspondence>(session, claim.id)?;
    let (waiting, evidence): (Vec<_>, Vec<_>) =
        records::list::<Evidence>(session, claim.id)?.into_iter().partition(|item| item.body.waiting);
    let statements = records::list::<Statement>(session, claim.id)?.len();
    let questions = records::list::<Question>(session, claim.id)?;
    let open_questions = questions.iter().filter(|question| question.body.state == QuestionState::Open).count();
    let bare = notices.iter().filter(|notice| notice.evidence.is_empty()).count();
    let next_step = if claim.body.organisation.is_none() {
        NextStep::NameOrganisation
    } else if !waiting.is_empty() {
        NextStep::EmptyInbox
    } else if notices.is_empty() {
        NextStep::AddNotice
    } else if bare > 0 {
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
        evidence: evidence.len(),
        inbox: waiting.len(),
        statements,
        open_questions,
        facts: facts(&notices, &letters),
        missing: missing(&claim.body, &notices),
        next_step,
        claim,
    })
}

fn facts(notices: &[Entry<Notice>], letters: &[Entry<Correspondence>]) -> Vec<String> {
    let mut facts = Vec::new();
    let first = notices.iter().find(|notice| !notice.body.listed_on().is_undated());
    if let Some(first) = first {
        facts.push(format!(
            "The first dated notice is {} from {}, {}.",
            first.reference,
            or_unknown(&first.body.from),
            first.body.listed_on().in_words()
        ));
    }
    let undated = notices.iter().filter(|notice| notice.body.on_document.is_undated()).count();
    match undated {
        0 => {}
        1 => facts.push("One notice carries no date.".to_owned()),
        several => facts.push(format!("{several} notices carry no date.")),
    }
    if let Some(last) = letters.iter().rfind(|letter| !letter.body.listed_on().is_undated()) {
        facts.push(format!("The latest letter is {}, {}.", last.reference, last.body.listed_on().in_words()));
    }
    facts
}

fn or_unknown(name: &str) -> &str {
    if name.trim().is_empty() { "an unnamed sender" } else { name }
}

/// What a bundle made now would lack, a sentence each.
pub(crate) fn missing(claim: &Claim, notices: &[Entry<Notice>]) -> Vec<String> {
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
    lacks(notices.is_empty(), "No notice is on record.");
    for notice in notices.iter().filter(|notice| notice.evidence.is_empty()) {
        missing.push(format!("{} has no file beside it.", notice.reference));
    }
    missing
}
