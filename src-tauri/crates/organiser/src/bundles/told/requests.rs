//! Requests and what happened to them: facts with their documents. No date that was worked out is printed.

use recourse_bundle::model::{RequestFact, RequestFacts};
use recourse_domain::choices::Complete;
use recourse_domain::records::{Body, Entry, Request, RequestEvent};

use super::{View, say};
use crate::bundles::chronology::certainty;

/// Every request that goes, in the order of their references.
pub(super) fn requests(view: &View<'_>) -> Vec<RequestFacts> {
    let mut requests: Vec<&Entry<Request>> = view.chosen.requests.iter().collect();
    requests.sort_by_key(|request| request.reference.number);
    requests.into_iter().map(|request| facts(view, request)).collect()
}

fn facts(view: &View<'_>, entry: &Entry<Request>) -> RequestFacts {
    let body = &entry.body;
    let mut rows = Vec::new();
    if !body.sent.is_undated() || body.letter.is_some() {
        let source = view.chosen.rests_in(&entry.evidence, body.letter);
        rows.push(RequestFact {
            date: say::date(&body.sent),
            what: "it was sent".to_owned(),
            words: String::new(),
            certainty: certainty(&body.sent, source.as_deref()),
            source,
        });
    }
    rows.extend(body.events.iter().map(|event| fact(view, event)));
    RequestFacts {
        reference: entry.reference.to_string(),
        title: body.title(),
        about: about(view, body),
        rows,
        remark: view.remark(&remark(body)),
    }
}

fn fact(view: &View<'_>, event: &RequestEvent) -> RequestFact {
    let named = || event.on.basis_evidence.and_then(|id| view.chosen.reference_of(id));
    let source = event.letter.and_then(|letter| view.chosen.document_of(letter));
    let source = source.or_else(|| named().map(|reference| reference.to_string()));
    RequestFact {
        date: say::date(&event.on),
        what: event.kind.words().to_owned(),
        words: event.words.clone(),
        certainty: certainty(&event.on, source.as_deref()),
        source,
    }
}

/// "to The Northfold Society, privacy@northfold.example, by e-mail; their reference: 204417".
fn about(view: &View<'_>, body: &Request) -> String {
    let to = view.chosen.named(body.sent_to);
    let place: Vec<&str> =
        [to.as_str(), body.address_used.trim()].into_iter().filter(|part| !part.trim().is_empty()).collect();
    let mut about = Vec::new();
    if !place.is_empty() {
        about.push(format!("to {}, by {}", place.join(", "), body.channel.code().replace('-', " ")));
    }
    if !body.sent_by.trim().is_empty() {
        about.push(format!("sent by {}", body.sent_by.trim()));
    }
    if !body.their_reference.trim().is_empty() {
        about.push(format!("their reference: {}", body.their_reference.trim()));
    }
    about.join("; ")
}

/// What the claimant sees in the answer and means to do.
fn remark(body: &Request) -> String {
    let complete = match body.complete {
        Complete::Unknown => "",
        Complete::Yes => "What came is all that was asked for, as far as I can see.",
        Complete::No => "Something that was asked for is missing.",
    };
    let parts = [complete, body.missing.trim(), body.next_step.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
