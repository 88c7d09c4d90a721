//! The record as data: the whole of what goes as JSON, a table for each kind, and the history.

use recourse_bundle::model::Table;
use recourse_domain::StatedDate;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Body, Entry, EvidenceLink, Incident, Party};
use serde_json::{Value, json};

use super::selection::{Chosen, Preview};
use super::whole::whole;
use super::{arrangement, effects, request_tables, told_tables};
use crate::Result;
use crate::records::ChangeKind;
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
    let mut record = json!({
        "claim": whole(&preview.claim, preview),
        "parties": all(&chosen.parties, preview),
        "incidents": all(&chosen.incidents, preview),
        "notices": all(&chosen.notices, preview),
        "correspondence": all(&chosen.letters, preview),
        "suspicious_contacts": all(&chosen.contacts, preview),
        "evidence": evidence,
        "statements": all(&chosen.statements, preview),
        "questions": all(&chosen.questions, preview),
        "data_assertions": all(&chosen.assertions, preview),
        "events": all(&chosen.events, preview),
        "requests": all(&chosen.requests, preview),
        "losses": all(&chosen.losses, preview),
        "time_spent": all(&chosen.times, preview),
        "protective_steps": all(&chosen.steps, preview),
        "diary": all(&chosen.diary, preview),
    });
    if let Some(arranged) = arrangement::record(preview) {
        record["arrangement"] = arranged;
    }
    record
}

fn all<T: Body>(entries: &[Entry<T>], preview: &Preview) -> Vec<Value> {
    entries.iter().map(|entry| whole(entry, preview)).collect()
}

/// A table for each kind of record. Columns keep their names and types; new ones are only ever added.
pub fn tables(preview: &Preview) -> Vec<Table> {
    let chosen = &preview.chosen;
    let evidence_of = |links: &[EvidenceLink]| evidence_of(links, chosen);
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
    let promises = chosen.letters.iter().flat_map(|entry| {
        entry.body.promises.iter().map(|promise| {
            let mut row = vec![json!(entry.reference)];
            row.extend(date(&promise.by));
            row.extend([json!(promise.words), json!(promise.done)]);
            row
        })
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
    let mut tables = vec![
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
        table("promises", &["letter"], &["by"], &["words", "done"], promises.collect()),
        table(
            "suspicious_contacts",
            &["reference", "channel", "sender_shown"],
            &["happened"],
            &["subject", "text", "knew", "asked_for", "kept_copy", "reported_to", "acted_on", "evidence"],
            contacts.collect(),
        ),
        table(
            "parties",
            &["reference", "name", "kind", "roles", "contact", "identified_as", "named_by"],
            &["named"],
            &["authority"],
            chosen.parties.iter().map(|entry| party(entry, chosen)).collect(),
        ),
        table(
            "incidents",
            &["reference", "name", "kind_as_told"],
            &["occurred", "discovered", "controller_told", "regulator_told", "public_told", "claimant_told"],
            &[],
            chosen.incidents.iter().map(incident).collect(),
        ),
    ];
    tables.extend(told_tables::tables(preview));
    tables.extend(request_tables::tables(preview));
    tables.extend(effects::tables(preview));
    tables
}

/// The references of the documents that go.
pub(super) fn evidence_of(links: &[EvidenceLink], chosen: &Chosen) -> Value {
    let references: Vec<String> =
        links.iter().filter_map(|link| chosen.reference_of(link.evidence)).map(|r| r.to_string()).collect();
    Value::String(references.join(" "))
}

fn party(entry: &Entry<Party>, chosen: &Chosen) -> Vec<Value> {
    let roles: Vec<&str> = entry.body.roles.iter().map(|role| role.role.code()).collect();
    let known = entry.body.identified_as.as_ref();
    let undated = StatedDate::undated();
    let mut row = vec![
        json!(entry.reference),
        json!(entry.body.name),
        json!(entry.body.kind),
        json!(roles.join(" ")),
        json!(entry.body.contact),
        json!(known.and_then(|known| chosen.party(known.party)).map(|party| party.reference)),
        json!(known.map(|known| &known.named_by)),
    ];
    row.extend(date(known.map_or(&undated, |known| &known.on)));
    row.push(json!(known.map(|known| &known.authority)));
    row
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
pub(super) fn date(date: &StatedDate) -> [Value; 4] {
    [json!(date.as_stated), json!(date.edtf), json!(date.earliest), json!(date.latest)]
}

pub(super) fn table(name: &str, before: &[&str], dates: &[&str], after: &[&str], rows: Vec<Vec<Value>>) -> Table {
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
            // The order of a bundle names what was left out of it.
            let goes = change.kind != ChangeKind::Arranged
                && change.record.is_some_and(|id| id == preview.claim.id || preview.chosen.holds(id));
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
