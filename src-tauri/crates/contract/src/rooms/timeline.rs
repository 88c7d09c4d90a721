//! The timeline and its events.

use recourse_domain::dates::DateKind;
use recourse_domain::records::{Entry, Event};
use recourse_domain::timeline::{Bar, Scale};
use recourse_domain::{RecordId, StatedDate};
use recourse_organiser::records;
use recourse_organiser::timeline::{self, Ladder, Opened, Row, Step};

use super::{Answer, Room, record};
use crate::dates::{input, read, view};
use crate::types::*;

/// Everything, in order.
pub fn timeline(room: &Room, request: TimelineQuestion) -> Answer<TimelineView> {
    let incident = request.incident;
    let opened = timeline::open(room, &question(request))?;
    let rows = |rows: &[Row]| rows.iter().map(|one| row(&opened, one, incident)).collect();
    Ok(TimelineView {
        dated: rows(&opened.timeline.dated),
        undated: rows(&opened.timeline.undated),
        ladders: opened.ladders.iter().map(|one| ladder(room, &opened, one)).collect::<Answer<_>>()?,
        held: opened.held.iter().map(|fact| fact.text.clone()).collect(),
        first: first(opened.scale),
        last: last(opened.scale),
        ticks: ticks(opened.scale),
    })
}

/// What the window or the terminal asks of the timeline, as the organiser takes it.
pub fn question(request: TimelineQuestion) -> timeline::Question {
    let TimelineQuestion { claim, incident, kinds, words } = request;
    timeline::Question { claim, incident, kinds, words }
}

/// The timeline as a file's bytes.
///
/// # Errors
/// A format that is not known, or the organiser's refusal.
pub fn timeline_file(room: &Room, request: TimelineExport) -> Answer<Vec<u8>> {
    let format = timeline::Format::from_code(&request.format).ok_or_else(|| Failure {
        code: "field".to_owned(),
        message: "A timeline can be saved as svg, png or csv.".to_owned(),
        advice: String::new(),
        field: Some("format".to_owned()),
    })?;
    let picture = if request.picture == "ladder" { timeline::Picture::Ladder } else { timeline::Picture::Timeline };
    Ok(timeline::export(room, &timeline::Export { question: question(request.question), format, picture })?)
}

/// The events of a claim.
pub fn event_list(room: &Room, request: ClaimRef) -> Answer<Vec<EventRow>> {
    let row = |entry: &Entry<Event>| EventRow {
        id: entry.id,
        reference: entry.reference.to_string(),
        title: entry.body.title.clone(),
        date: view(&entry.body.happened),
    };
    Ok(records::list::<Event>(room, request.claim)?.iter().map(row).collect())
}

/// One event.
pub fn event_get(room: &Room, request: RecordRef) -> Answer<EventView> {
    shown(room, &records::get::<Event>(room, request.id)?)
}

/// Enters an event or changes it.
pub fn event_save(room: &Room, request: EventSave) -> Answer<EventView> {
    let before = match request.id {
        Some(id) => records::get::<Event>(room, id)?.body,
        None => Event::default(),
    };
    let form = request.form;
    let body = Event {
        happened: read(&form.happened, Some(&before.happened), room.today(), "happened")?,
        title: form.title,
        told_by: form.told_by,
        told_to: form.told_to,
        text: form.text,
    };
    shown(room, &timeline::save_event(room, request.claim, request.id, body, &request.evidence)?)
}

fn shown(room: &Room, entry: &Entry<Event>) -> Answer<EventView> {
    let body = &entry.body;
    Ok(EventView {
        head: record::head(room, entry)?,
        happened: view(&body.happened),
        form: EventForm {
            title: body.title.clone(),
            happened: input(&body.happened),
            told_by: body.told_by,
            told_to: body.told_to,
            text: body.text.clone(),
        },
    })
}

fn row(opened: &Opened, row: &Row, incident: Option<RecordId>) -> TimelineRow {
    TimelineRow {
        record: RecordLink {
            id: row.record,
            kind: row.reference.kind,
            reference: row.reference.to_string(),
            title: row.title.clone(),
        },
        what: row.what.clone(),
        date: view(&row.date),
        from: day(row.date.earliest_with_tolerance()),
        to: day(row.date.latest_with_tolerance()),
        lasting: row.date.kind == DateKind::Span,
        soft: soft(&row.date),
        bar: bar(opened.scale, &row.date),
        source: row.source_in_words(),
        unsure: timeline::unsure(row, incident),
        incidents: row.incidents.iter().filter_map(|link| about(opened, link.incident)).collect(),
    }
}

fn ladder(room: &Room, opened: &Opened, ladder: &Ladder) -> Answer<LadderView> {
    let step = |step: &Step| -> Answer<LadderStep> {
        let rung = &step.rung;
        let record = match about(opened, rung.record) {
            Some(incident) => incident,
            None => record::link(&records::heading(room, rung.record)?),
        };
        Ok(LadderStep {
            what: rung.what.clone(),
            date: view(&rung.date),
            from: day(rung.date.earliest_with_tolerance()),
            to: day(rung.date.latest_with_tolerance()),
            soft: soft(&rung.date),
            bar: bar(ladder.scale, &rung.date),
            record,
            under: step.under.clone(),
            source: step.source.clone(),
            part: rung.part.code().to_owned(),
        })
    };
    let incident = match about(opened, ladder.incident) {
        Some(incident) => incident,
        None => record::link(&records::heading(room, ladder.incident)?),
    };
    Ok(LadderView {
        incident,
        steps: ladder.steps.iter().map(step).collect::<Answer<_>>()?,
        first: first(ladder.scale),
        last: last(ladder.scale),
        ticks: ticks(ladder.scale),
    })
}

fn about(opened: &Opened, incident: RecordId) -> Option<RecordLink> {
    opened.incidents.get(&incident).map(|(reference, name)| RecordLink {
        id: incident,
        kind: reference.kind,
        reference: reference.to_string(),
        title: name.clone(),
    })
}

pub(super) fn bar(scale: Option<Scale>, date: &StatedDate) -> Option<BarView> {
    scale.and_then(|scale| scale.bar(date)).map(|Bar { begin, end, soft_begin, soft_end, dot }| BarView {
        begin,
        end,
        soft_begin,
        soft_end,
        dot,
    })
}

pub(super) fn ticks(scale: Option<Scale>) -> Vec<TickView> {
    let ticks = scale.map(Scale::ticks).unwrap_or_default();
    ticks.into_iter().map(|tick| TickView { at: tick.at, label: tick.label }).collect()
}

fn first(scale: Option<Scale>) -> Option<String> {
    day(scale.map(|scale| scale.first))
}

fn last(scale: Option<Scale>) -> Option<String> {
    day(scale.and_then(|scale| scale.end.pred_opt()))
}

fn day(day: Option<chrono::NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn soft(date: &StatedDate) -> bool {
    date.tolerance_days.is_some_and(|days| days > 0)
}
