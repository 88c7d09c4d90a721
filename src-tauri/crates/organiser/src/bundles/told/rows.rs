//! Statements, questions and events in the chronology.

use recourse_bundle::model::ChronologyRow;

use super::say;
use crate::bundles::chronology::row;
use crate::bundles::selection::Chosen;

/// Adds a row for each statement, each question that was asked, and each event.
pub(in crate::bundles) fn chronology(chosen: &Chosen, rows: &mut Vec<ChronologyRow>) {
    for statement in &chosen.statements {
        let body = &statement.body;
        let event = format!("Statement {}: “{}”", statement.reference, body.words);
        let who = format!("{}; {}", chosen.speaker(body), say::about(body));
        rows.push(row(&body.said, event, &who, chosen.rests_in(&statement.evidence, body.said_in), chosen));
    }
    for question in chosen.questions.iter().filter(|question| !question.body.asked.is_undated()) {
        let body = &question.body;
        let event = format!("Question {} asked: “{}”", question.reference, body.text);
        let who = format!("the claimant; {}", say::state(body.state));
        rows.push(row(&body.asked, event, &who, chosen.rests_in(&question.evidence, body.asked_in), chosen));
    }
    for event in &chosen.events {
        let body = &event.body;
        let (from, to) = (chosen.named(body.told_by), chosen.named(body.told_to));
        let who = if to.is_empty() { from } else { format!("{from} → {to}") };
        let source = chosen.rests_in(&event.evidence, None);
        rows.push(row(&body.happened, format!("{}: {}", event.reference, body.title), &who, source, chosen));
    }
}
