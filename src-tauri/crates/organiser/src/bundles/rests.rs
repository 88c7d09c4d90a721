//! Statements, questions, assertions, events and requests: what they rest on decides whether they go.

use recourse_domain::RecordId;
use recourse_domain::records::{
    Body, DataAssertion, Entry, Event, EvidenceLink, Question, QuestionGap, Request, Statement,
};
use recourse_store::Stored;

use super::arrangement::Gate;
use super::selection::Chosen;
use super::staying::{LeftOut, Why};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// Chooses them once the notices, letters and documents are chosen. Statements come first: the others can rest on them.
pub(super) fn choose(
    session: &Session<Unlocked>,
    claim: RecordId,
    gate: Gate<'_>,
    chosen: &mut Chosen,
    left_out: &mut Vec<LeftOut>,
) -> Result<()> {
    let sieve = Sieve { session, claim, gate };
    let statements = sieve.sift(chosen, left_out, |chosen, statement: &Entry<Statement>| {
        goes(chosen, statement.body.said_in) && has_a_leg(chosen, &statement.evidence)
    })?;
    chosen.statements = statements;
    chosen.questions = sieve.sift(chosen, left_out, |chosen, question: &Entry<Question>| {
        goes(chosen, question.body.asked_in) && gap_goes(chosen, question) && has_a_leg(chosen, &question.evidence)
    })?;
    chosen.assertions = sieve.sift(chosen, left_out, |chosen, assertion: &Entry<DataAssertion>| {
        goes(chosen, assertion.body.statement) && has_a_leg(chosen, &assertion.evidence)
    })?;
    let mut requests = sieve.sift(chosen, left_out, |chosen, request: &Entry<Request>| {
        goes(chosen, request.body.letter) && has_a_leg(chosen, &request.evidence)
    })?;
    for request in &mut requests {
        // What only a letter that stays out says of it stays out with the letter.
        request.body.events.retain(|event| goes(chosen, event.letter));
    }
    chosen.requests = requests;
    chosen.events = sieve.sift(chosen, left_out, |chosen, event: &Entry<Event>| has_a_leg(chosen, &event.evidence))?;
    Ok(())
}

/// Of one claim for one reader.
struct Sieve<'a> {
    session: &'a Session<Unlocked>,
    claim: RecordId,
    gate: Gate<'a>,
}

impl Sieve<'_> {
    fn sift<T: Stored>(
        &self,
        chosen: &Chosen,
        left_out: &mut Vec<LeftOut>,
        rests_on_what_goes: impl Fn(&Chosen, &Entry<T>) -> bool,
    ) -> Result<Vec<Entry<T>>> {
        let mut kept = Vec::new();
        for entry in records::list::<T>(self.session, self.claim)? {
            let belongs = (!rests_on_what_goes(chosen, &entry)).then_some(Why::Belongs);
            match self.gate.why_not(entry.id, &entry.marks).or(belongs) {
                Some(why) => left_out.push(LeftOut {
                    id: entry.id,
                    reference: entry.reference,
                    title: Body::title(&entry.body),
                    why,
                }),
                None => kept.push(entry),
            }
        }
        Ok(kept)
    }
}

/// Whether the one record that is named goes, where one is named.
fn goes(chosen: &Chosen, record: Option<RecordId>) -> bool {
    record.is_none_or(|id| chosen.holds(id))
}

/// Whether any of the documents goes, where there are any.
fn has_a_leg(chosen: &Chosen, links: &[EvidenceLink]) -> bool {
    links.is_empty() || links.iter().any(|link| chosen.reference_of(link.evidence).is_some())
}

fn gap_goes(chosen: &Chosen, question: &Entry<Question>) -> bool {
    match &question.body.gap {
        Some(QuestionGap::Notice { notice, .. }) => chosen.holds(*notice),
        Some(QuestionGap::Statement { statement }) => chosen.holds(*statement),
        Some(QuestionGap::Category { .. }) | None => true,
    }
}
