//! Tables of requests and of what happened to them.

use recourse_bundle::model::Table;
use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Entry, Request};
use serde_json::{Value, json};

use super::selection::{Chosen, Preview};
use super::tables::{date, evidence_of, table};

/// Columns keep their names and types; new ones are only ever added.
pub(super) fn tables(preview: &Preview) -> [Table; 2] {
    let chosen = &preview.chosen;
    let remarks = preview.audience == Audience::Solicitor;
    [
        table(
            "requests",
            &["reference", "kind", "sent_to", "sent_by", "address_used", "channel", "letter"],
            &["sent"],
            &["their_reference", "complete", "missing", "next_step", "evidence"],
            chosen.requests.iter().map(|entry| request(entry, chosen, remarks)).collect(),
        ),
        table(
            "request-events",
            &["request", "no", "kind", "letter"],
            &["on"],
            &["words"],
            chosen.requests.iter().flat_map(|entry| events(entry, chosen)).collect(),
        ),
    ]
}

fn request(entry: &Entry<Request>, chosen: &Chosen, remarks: bool) -> Vec<Value> {
    let body = &entry.body;
    let remark = |remark: &str| json!(if remarks { remark } else { "" });
    let mut row = vec![
        json!(entry.reference),
        json!(body.kind),
        name(body.sent_to, chosen),
        json!(body.sent_by),
        json!(body.address_used),
        json!(body.channel),
        name(body.letter, chosen),
    ];
    row.extend(date(&body.sent));
    row.extend([
        json!(body.their_reference),
        json!(body.complete),
        remark(&body.missing),
        remark(&body.next_step),
        evidence_of(&entry.evidence, chosen),
    ]);
    row
}

fn events(entry: &Entry<Request>, chosen: &Chosen) -> Vec<Vec<Value>> {
    let row = |(no, event): (usize, &recourse_domain::records::RequestEvent)| {
        let mut row = vec![json!(entry.reference), json!(no + 1), json!(event.kind), name(event.letter, chosen)];
        row.extend(date(&event.on));
        row.push(json!(event.words));
        row
    };
    entry.body.events.iter().enumerate().map(row).collect()
}

fn name(id: Option<RecordId>, chosen: &Chosen) -> Value {
    json!(id.and_then(|id| chosen.name_of(id)))
}
