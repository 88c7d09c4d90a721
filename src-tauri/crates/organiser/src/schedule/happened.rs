//! What happened: the breaches, the notices, the requests, and what followed for the claimant. Each record is a line of its own; nothing is
//! added up or rephrased.

use recourse_domain::RecordId;
use recourse_domain::money::minutes_in_words;
use recourse_domain::records::{
    DiaryEntry, Entry, Incident, Loss, Money, Notice, ProtectiveStep, Request, SuspiciousContact, TimeSpent,
};

use super::{Part, Row, day, row};
use crate::records::Stored;
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// The parts that come from the records of what happened.
pub(super) fn parts(
    session: &Session<Unlocked>,
    claim: RecordId,
    goes: &dyn Fn(RecordId) -> bool,
) -> Result<Vec<Part>> {
    let mut incidents = records::list::<Incident>(session, claim)?;
    incidents.retain(|incident| goes(incident.id));
    let of = Of { session, claim, goes };
    let breaches =
        if incidents.is_empty() { vec![row("The breach", "")] } else { incidents.iter().flat_map(breach).collect() };
    Ok(vec![
        Part { title: "The breaches", rows: breaches },
        of.each("The notices", "A notice", notice)?,
        of.each("Requests and complaints", "A request", request)?,
        of.each("Losses", "A loss", loss)?,
        of.each("Time spent", "Time spent", time)?,
        of.each("Diary", "An entry of the diary", diary)?,
        of.each("Suspicious contacts", "A suspicious contact", contact)?,
        of.each("What was done for protection", "A step", step)?,
    ])
}

/// The records of one claim that go to the reader.
struct Of<'a> {
    session: &'a Session<Unlocked>,
    claim: RecordId,
    goes: &'a dyn Fn(RecordId) -> bool,
}

impl Of<'_> {
    /// A line for each record of a kind, or the gap where there is none.
    fn each<T: Stored>(&self, title: &'static str, gap: &str, line: impl Fn(&T) -> Vec<String>) -> Result<Part> {
        let entries = records::list::<T>(self.session, self.claim)?;
        let mut rows: Vec<Row> = entries
            .iter()
            .filter(|entry| (self.goes)(entry.id))
            .map(|entry: &Entry<T>| {
                let field = format!("{}: {}", entry.reference, entry.body.title());
                row(field, said(line(&entry.body))).from(entry.id, entry.reference)
            })
            .collect();
        if rows.is_empty() {
            rows.push(row(gap, ""));
        }
        Ok(Part { title, rows })
    }
}

fn breach(incident: &Entry<Incident>) -> Vec<Row> {
    let body = &incident.body;
    let dates = [
        ("when it happened", &body.occurred),
        ("when it was found", &body.discovered),
        ("when the organisation was told", &body.controller_told),
        ("when the regulator was told", &body.regulator_told),
        ("when the public was told", &body.public_told),
        ("when the claimant was told", &body.claimant_told),
    ];
    let name = &body.name;
    let mut rows = vec![row(format!("{name}: what kind, as told"), &body.kind_as_told)];
    rows.extend(dates.map(|(what, date)| day(format!("{name}: {what}"), date)));
    rows.into_iter().map(|row| row.from(incident.id, incident.reference)).collect()
}

fn notice(body: &Notice) -> Vec<String> {
    vec![
        labelled("from", &body.from),
        dated("on it", &body.on_document),
        dated("received", &body.received),
        dated("first seen", &body.first_seen),
        labelled("offered", &body.offer),
    ]
}

fn request(body: &Request) -> Vec<String> {
    vec![
        dated("sent", &body.sent),
        labelled("to", &body.address_used),
        labelled("their reference", &body.their_reference),
        labelled("missing from the answer", &body.missing),
    ]
}

fn loss(body: &Loss) -> Vec<String> {
    vec![
        dated("on", &body.happened),
        body.amount.as_ref().map(Money::in_words).unwrap_or_default(),
        labelled("to", &body.paid_to),
        labelled("paid back by", &body.reimbursed_by),
        labelled("paid back", &body.reimbursed.as_ref().map(Money::in_words).unwrap_or_default()),
        labelled("why it is thought to come from it", &body.why),
        labelled("what else it could come from", &body.other_cause),
        labelled("reported to", &body.reported_to),
        labelled("reference", &body.report_reference),
    ]
}

fn time(body: &TimeSpent) -> Vec<String> {
    vec![dated("on", &body.happened), minutes(body.minutes), body.text.trim().to_owned()]
}

fn diary(body: &DiaryEntry) -> Vec<String> {
    vec![dated("on", &body.happened), body.text.trim().to_owned()]
}

fn contact(body: &SuspiciousContact) -> Vec<String> {
    vec![
        dated("on", &body.happened),
        labelled("from", &body.sender_shown),
        labelled("knew", &body.knew),
        labelled("asked for", &body.asked_for),
        labelled("reported to", &body.reported_to),
        labelled("what followed", &body.acted_on),
    ]
}

fn step(body: &ProtectiveStep) -> Vec<String> {
    vec![
        dated("on", &body.done),
        labelled("cost", &body.cost.as_ref().map(Money::in_words).unwrap_or_default()),
        minutes(body.minutes),
        labelled("what came of it", &body.outcome),
    ]
}

fn said(parts: Vec<String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn labelled(label: &str, words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { String::new() } else { format!("{label}: {words}") }
}

fn dated(label: &str, date: &recourse_domain::StatedDate) -> String {
    if date.is_undated() { String::new() } else { format!("{label}: {}", date.in_words()) }
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map(|minutes| minutes_in_words(minutes.into())).unwrap_or_default()
}
