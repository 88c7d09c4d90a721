//! Tables of what was told: statements, questions, assertions about data, events, and the notice check.

use recourse_bundle::model::Table;
use recourse_domain::RecordId;
use recourse_domain::categories::category;
use recourse_domain::choices::{Audience, BreachType};
use recourse_domain::notice_check::item;
use recourse_domain::records::{DataAssertion, Entry, Event, IncidentLink, Notice, Question, QuestionGap, Statement};
use serde_json::{Value, json};

use super::selection::{Chosen, Preview};
use super::tables::{date, evidence_of, table};

/// Columns keep their names and types; new ones are only ever added.
pub(super) fn tables(preview: &Preview) -> [Table; 5] {
    let chosen = &preview.chosen;
    let view = View { chosen, remarks: preview.audience == Audience::Solicitor };
    [
        table(
            "statements",
            &["reference", "words", "speaker", "speaker_shown", "said_in"],
            &["said"],
            &["topic", "breach_types", "whose_data", "grade", "links", "page", "incidents", "evidence"],
            chosen.statements.iter().map(|entry| view.statement(entry)).collect(),
        ),
        table(
            "questions",
            &["reference", "text", "gap_from", "gap_about", "asked_of", "asked_in"],
            &["asked"],
            &["state", "answered_by", "answer_note", "incidents", "evidence"],
            chosen.questions.iter().map(|entry| view.question(entry)).collect(),
        ),
        table(
            "data-assertions",
            &["reference", "category", "label", "sensitivity", "standing"],
            &["on"],
            &["by", "by_shown", "statement", "whose_data", "remark", "incidents", "evidence"],
            chosen.assertions.iter().map(|entry| view.assertion(entry)).collect(),
        ),
        table(
            "events",
            &["reference", "title"],
            &["happened"],
            &["told_by", "told_to", "text", "incidents", "evidence"],
            chosen.events.iter().map(|entry| view.event(entry)).collect(),
        ),
        table(
            "notice-check",
            &["notice", "item", "text", "footing", "finding", "quote", "statement", "note"],
            &[],
            &[],
            chosen.notices.iter().flat_map(|entry| view.checks(entry)).collect(),
        ),
    ]
}

/// The records that go, as one reader gets to see them.
struct View<'a> {
    chosen: &'a Chosen,
    remarks: bool,
}

impl View<'_> {
    fn statement(&self, entry: &Entry<Statement>) -> Vec<Value> {
        let body = &entry.body;
        let types: Vec<&str> = body.breach_types.iter().copied().map(BreachType::code).collect();
        let links: Vec<String> = body
            .links
            .iter()
            .filter_map(|link| {
                Some(format!("{} {}", link.tie.code(), self.chosen.statement(link.statement)?.reference))
            })
            .collect();
        let page = entry.evidence.iter().find_map(|link| link.page);
        let mut row = vec![
            json!(entry.reference),
            json!(body.words),
            self.party(body.speaker),
            json!(body.speaker_shown),
            self.reference(body.said_in),
        ];
        row.extend(date(&body.said));
        row.extend([
            json!(body.topic),
            json!(types.join(" ")),
            json!(body.whose_data),
            json!(body.grade),
            json!(links.join("; ")),
            json!(page),
            self.incidents(&entry.incidents),
            evidence_of(&entry.evidence, self.chosen),
        ]);
        row
    }

    fn question(&self, entry: &Entry<Question>) -> Vec<Value> {
        let body = &entry.body;
        let (from, about) = match &body.gap {
            Some(QuestionGap::Notice { notice, item }) => ("notice", self.with_item(*notice, item)),
            Some(QuestionGap::Statement { statement }) => ("statement", self.reference(Some(*statement))),
            Some(QuestionGap::Category { code }) => ("category", json!(code)),
            None => ("", json!("")),
        };
        let mut row = vec![
            json!(entry.reference),
            json!(body.text),
            json!(from),
            about,
            self.party(body.asked_of),
            self.reference(body.asked_in),
        ];
        row.extend(date(&body.asked));
        row.extend([
            json!(body.state),
            self.reference(body.answered_by),
            self.remark(&body.answer_note),
            self.incidents(&entry.incidents),
            evidence_of(&entry.evidence, self.chosen),
        ]);
        row
    }

    fn assertion(&self, entry: &Entry<DataAssertion>) -> Vec<Value> {
        let body = &entry.body;
        let known = category(&body.category);
        let mut row = vec![
            json!(entry.reference),
            json!(body.category),
            json!(known.map(|known| known.label)),
            json!(known.map(|known| known.sensitivity)),
            json!(body.standing),
        ];
        row.extend(date(&body.on));
        row.extend([
            self.party(body.by),
            json!(body.by_shown),
            self.reference(body.statement),
            json!(body.whose_data),
            self.remark(&body.remark),
            self.incidents(&entry.incidents),
            evidence_of(&entry.evidence, self.chosen),
        ]);
        row
    }

    fn event(&self, entry: &Entry<Event>) -> Vec<Value> {
        let body = &entry.body;
        let mut row = vec![json!(entry.reference), json!(body.title)];
        row.extend(date(&body.happened));
        row.extend([
            self.party(body.told_by),
            self.party(body.told_to),
            json!(body.text),
            self.incidents(&entry.incidents),
            evidence_of(&entry.evidence, self.chosen),
        ]);
        row
    }

    fn checks(&self, entry: &Entry<Notice>) -> Vec<Vec<Value>> {
        let rows = entry.body.checks.iter().map(|check| {
            let known = item(&check.item);
            vec![
                json!(entry.reference),
                json!(check.item),
                json!(known.map(|known| known.text)),
                json!(known.map(|known| known.footing)),
                json!(check.finding),
                json!(check.quote),
                self.reference(check.statement),
                self.remark(&check.note),
            ]
        });
        rows.collect()
    }

    fn party(&self, id: Option<RecordId>) -> Value {
        json!(id.and_then(|id| self.chosen.party(id)).map(|party| party.reference))
    }

    /// The readable name of a record that goes.
    fn reference(&self, id: Option<RecordId>) -> Value {
        json!(id.and_then(|id| self.chosen.name_of(id)))
    }

    fn with_item(&self, notice: RecordId, item: &str) -> Value {
        json!(self.chosen.name_of(notice).map(|reference| format!("{reference} {item}")))
    }

    /// "I-001 sure I-002 unsure".
    fn incidents(&self, links: &[IncidentLink]) -> Value {
        let said: Vec<String> = links
            .iter()
            .filter_map(|link| Some(format!("{} {}", self.chosen.name_of(link.incident)?, link.certainty.code())))
            .collect();
        Value::String(said.join(" "))
    }

    fn remark(&self, remark: &str) -> Value {
        json!(if self.remarks { remark } else { "" })
    }
}
