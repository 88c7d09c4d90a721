//! The same as tables: amounts as exact decimal numbers and in minor units, each with its currency.

use recourse_bundle::model::Table;
use recourse_domain::categories::category;
use recourse_domain::records::{DiaryEntry, Entry, Loss, Money, ProtectiveStep, TimeSpent};
use serde_json::{Value, json};

use crate::bundles::selection::{Chosen, Preview};
use crate::bundles::tables::{date, evidence_of, table};
use crate::effects;

/// Columns keep their names and types; new ones are only ever added.
pub(in crate::bundles) fn tables(preview: &Preview) -> [Table; 4] {
    let chosen = &preview.chosen;
    [
        table(
            "losses",
            &["reference", "title", "head"],
            &["happened", "reported"],
            &[
                "amount",
                "amount_minor",
                "amount_currency",
                "paid_to",
                "reimbursed",
                "reimbursed_minor",
                "reimbursed_currency",
                "reimbursed_by",
                "traces_to",
                "traces_to_label",
                "why",
                "other_cause",
                "reported_to",
                "report_reference",
                "evidence",
            ],
            chosen.losses.iter().map(|entry| loss(entry, chosen)).collect(),
        ),
        table(
            "time-spent",
            &["reference", "activity", "minutes"],
            &["happened", "note_written"],
            &["text", "evidence"],
            chosen.times.iter().map(|entry| time(entry, chosen)).collect(),
        ),
        table(
            "protective-steps",
            &["reference", "title"],
            &["done", "again"],
            &["prompted_by", "cost", "cost_minor", "cost_currency", "minutes", "outcome", "evidence"],
            chosen.steps.iter().map(|entry| step(entry, chosen)).collect(),
        ),
        table(
            "diary",
            &["reference", "written_at", "written_days_after"],
            &["happened"],
            &["text", "effect", "other_causes", "help_sought", "witness", "evidence"],
            chosen.diary.iter().map(|entry| diary(entry, chosen)).collect(),
        ),
    ]
}

/// Money takes three columns: a decimal number, minor units, the currency.
fn money(amount: Option<&Money>) -> [Value; 3] {
    [
        json!(amount.map(Money::decimal)),
        json!(amount.map(|amount| amount.minor)),
        json!(amount.map(|amount| &amount.currency)),
    ]
}

fn loss(entry: &Entry<Loss>, chosen: &Chosen) -> Vec<Value> {
    let body = &entry.body;
    let mut row = vec![json!(entry.reference), json!(body.title), json!(body.head)];
    row.extend(date(&body.happened));
    row.extend(date(&body.reported));
    row.extend(money(body.amount.as_ref()));
    row.push(json!(body.paid_to));
    row.extend(money(body.reimbursed.as_ref()));
    row.extend([
        json!(body.reimbursed_by),
        json!(body.traces_to),
        json!(category(&body.traces_to).map(|known| known.label)),
        json!(body.why),
        json!(body.other_cause),
        json!(body.reported_to),
        json!(body.report_reference),
        evidence_of(&entry.evidence, chosen),
    ]);
    row
}

fn time(entry: &Entry<TimeSpent>, chosen: &Chosen) -> Vec<Value> {
    let body = &entry.body;
    let mut row = vec![json!(entry.reference), json!(body.activity), json!(body.minutes)];
    row.extend(date(&body.happened));
    row.extend(date(&body.note_written));
    row.extend([json!(body.text), evidence_of(&entry.evidence, chosen)]);
    row
}

fn step(entry: &Entry<ProtectiveStep>, chosen: &Chosen) -> Vec<Value> {
    let body = &entry.body;
    let mut row = vec![json!(entry.reference), json!(body.title)];
    row.extend(date(&body.done));
    row.extend(date(&body.again));
    row.push(json!(body.prompted_by.and_then(|id| chosen.name_of(id))));
    row.extend(money(body.cost.as_ref()));
    row.extend([json!(body.minutes), json!(body.outcome), evidence_of(&entry.evidence, chosen)]);
    row
}

fn diary(entry: &Entry<DiaryEntry>, chosen: &Chosen) -> Vec<Value> {
    let body = &entry.body;
    let after = effects::written_after(&body.happened, entry.created_at.date_naive());
    let mut row = vec![json!(entry.reference), json!(entry.created_at), json!(after)];
    row.extend(date(&body.happened));
    row.extend([
        json!(body.text),
        json!(body.effect),
        json!(body.other_causes),
        json!(body.help_sought),
        json!(body.witness),
        evidence_of(&entry.evidence, chosen),
    ]);
    row
}
