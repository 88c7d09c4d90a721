//! The record as data: the whole of what goes as JSON, a table for each kind, and the history.

use recourse_bundle::model::Table;
use recourse_domain::StatedDate;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Entry, EvidenceLink, Incident, Party};
use serde::Serialize;
use serde_json::{Value, json};

use super::selection::Preview;
use crate::Result;
use crate::session::{Session, Unlocked};

/// How many entries of the history are read at once.
const AT_ONCE: u32 = 1000;

/// Every record that goes, with all its fields. Private notes go to the claimant's own solicitor only.
pub fn record(preview: &Preview) -> Value {
    let chosen = &preview.chosen;
    let evidence: Vec<Value> = chosen
        .evidence
        .iter()
        .map(|(entry, files)| {
            let mut value = whole(entry, preview);
            value["files"] = json!(files);
            value
        })
        .collect();
    json!({
        "claim": whole(&preview.claim, preview),
        "parties": all(&chosen.parties, preview),
        "incidents": all(&chosen.incidents, preview),
        "notices": all(&chosen.notices, preview),
        "correspondence": all(&chosen.letters, preview),
        "suspicious_contacts": all(&chosen.contacts, preview),
        "evidence": evidence,
    })
}

fn all<T: Serialize>(entries: &[Entry<T>], preview: &Preview) -> Vec<Value> {
    entries.iter().map(|entry| whole(entry, preview)).collect()
}

fn whole<T: Serialize>(entry: &Entry<T>, preview: &Preview) -> Value {
    let mut value = json!(entry);
    if preview.audience == Audience::OtherSide {
        value["marks"]["note"] = Value::String(String::new());
    }
    if let Some(links) = value.get_mut("evidence").and_then(Value::as_array_mut) {
        // A link to something that stays out would say that it is there.
        links.retain(|link| {
            let id = link["evidence"].as_str().and_then(|id| id.parse().ok());
            id.is_some_and(|id| preview.chosen.reference_of(id).is_some())
        });
    }
    value
}

/// A table for each kind of record. Columns keep their names and types; new ones are only ever added.
pub fn tables(preview: &Preview) -> Vec<Table> {
    let chosen = &preview.chosen;
    let evidence_of = |links: &[EvidenceLink]| -> Value {
        let references: Vec<String> =
            links.iter().filter_map(|link| chosen.reference_of(link.evidence)).map(|r| r.to_string()).collect();
        Value::String(references.join(" "))
    };
    let notices = chosen.notices.iter().map(|entry| {
        let body = &entry.body;
        let mut row = vec![json!(entry.reference), json!(body.from), json!(body.channel), json!(body.addressed)];
        row.extend(date(&body.on_document));
        row.extend(date(&body.received));
        row.extend(date(&body.first_seen));
        row.extend([json!(body.subject), json!(body.text), json!(body.their_reference), evidence_of(&entry.evidence)]);
        row
    });
    let letters = chosen.letters.iter().map(|entry| {
        let body = &entry.body;
        let mut row = vec![
            json!(entry.reference),
            json!(body.direction),
            json!(body.from),
            json!(body.to),
            json!(body.cc),
            json!(body.channel),
        ];
        row.extend(date(&body.sent));
        row.extend(date(&body.received));
        row.extend([
            json!(body.subject),
            json!(body.text),
            json!(body.address_used),
            json!(body.came_back),
            evidence_of(&entry.evidence),
        ]);
        row
    });
    let contacts = chosen.contacts.iter().map(|entry| {
        let body = &entry.body;
        let mut row = vec![json!(entry.reference), json!(body.channel), json!(body.sender_shown)];
        row.extend(date(&body.happened));
        row.extend([
            json!(body.subject),
            json!(body.text),
            json!(body.knew),
            json!(body.asked_for),
            json!(body.kept_copy),
            json!(body.reported_to),
            json!(body.acted_on),
            evidence_of(&entry.evidence),
        ]);
        row
    });
    vec![
        table(
            "notices",
            &["reference", "from", "channel", "addressed"],
            &["on_document", "received", "first_seen"],
            &["subject", "text", "their_reference", "evidence"],
            notices.collect(),
        ),
        table(
            "correspondence",
            &["reference", "direction", "from", "to", "cc", "channel"],
            &["sent", "received"],
            &["subject", "text", "address_used", "came_back", "evidence"],
            letters.collect(),
        ),
        table(
            "suspicious_contacts",
            &["reference", "channel", "sender_shown"],
            &["happened"],
            &["subject", "text", "knew", "asked_for", "kept_copy", "reported_to", "acted_on", "evidence"],
            contacts.collect(),
        ),
        table(
            "parties",
            &["reference", "name", "kind", "roles", "contact"],
            &[],
            &[],
            chosen.parties.iter().map(party).collect(),
        ),
        table(
            "incidents",
            &["reference", "name", "kind_as_told"],
            &["occurred", "discovered", "controller_told", "regulator_told", "public_told", "claimant_told"],
            &[],
            chosen.incidents.iter().map(incident).collect(),
        ),
    ]
}

fn party(entry: &Entry<Party>) -> Vec<Value> {
    let roles: Vec<&str> = entry.body.roles.iter().map(|role| role.role.code()).collect();
    vec![
        json!(entry.reference),
        json!(entry.body.name),
        json!(entry.body.kind),
        json!(roles.join(" ")),
        json!(entry.body.contact),
    ]
}

fn incident(entry: &Entry<Incident>) -> Vec<Value> {
    let body = &entry.body;
    let mut row = vec![json!(entry.reference), json!(body.name), json!(body.kind_as_told)];
    for stated in [
        &body.occurred,
        &body.discovered,
        &body.controller_told,
        &body.regulator_told,
        &body.public_told,
        &body.claimant_told,
    ] {
        row.extend(date(stated));
    }
    row
}

/// A date takes four columns: the words, EDTF, first and last day.
fn date(date: &StatedDate) -> [Value; 4] {
    [json!(date.as_stated), json!(date.edtf), json!(date.earliest), json!(date.latest)]
}

fn table(name: &str, before: &[&str], dates: &[&str], after: &[&str], rows: Vec<Vec<Value>>) -> Table {
    let mut columns: Vec<String> = before.iter().map(|column| (*column).to_owned()).collect();
    for column in dates {
        columns.extend([
            format!("{column}_as_stated"),
            format!("{column}_edtf"),
            format!("{column}_earliest"),
            format!("{column}_latest"),
        ]);
    }
    columns.extend(after.iter().map(|column| (*column).to_owned()));
    Table { name: name.to_owned(), columns, rows }
}

/// The history of what goes up to an entry, a line each. What stays out leaves a line that says only that something was done. The other side gets none of it.
pub fn history(session: &Session<Unlocked>, preview: &Preview, up_to: u64) -> Result<Vec<String>> {
    if preview.audience == Audience::OtherSide {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    let mut after = 0;
    loop {
        let changes = session.read(|records| Ok(records.changes_after(after, AT_ONCE)?))?;
        let Some(last) = changes.last() else {
            return Ok(lines);
        };
        after = last.seq;
        for change in changes.iter().take_while(|change| change.seq <= up_to) {
            let goes = change.record.is_some_and(|id| id == preview.claim.id || preview.chosen.holds(id));
            let line = if goes {
                json!({
                    "seq": change.seq, "at": change.at, "kind": change.kind, "record": change.record,
                    "action": change.action, "before": change.before, "after": change.after,
                })
            } else {
                json!({ "seq": change.seq, "at": change.at, "withheld": true })
            };
            lines.push(line.to_string());
        }
    }
}
