//! Everything in order, on the terminal or as files.

use recourse_contract::rooms;
use recourse_contract::types::{TimelineExport, TimelineQuestion, TimelineRow};
use recourse_organiser::timeline;

use super::Manner;
use crate::arguments::Timeline;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Says the rows, undated first, or writes the files asked for.
pub fn timeline(manner: &Manner, order: &Timeline) -> Result<Outcome, Trouble> {
    let session = manner.open(&order.vault)?;
    let claim = manner.claim(&session)?;
    let question = TimelineQuestion { claim, incident: None, kinds: Vec::new(), words: String::new() };
    let drawn = if order.ladder { "ladder" } else { "timeline" };
    let files = [("svg", &order.svg), ("png", &order.png), ("csv", &order.csv)];
    let mut written = false;
    for (format, path) in files.into_iter().filter_map(|(format, path)| Some((format, path.as_deref()?))) {
        let request =
            TimelineExport { question: question.clone(), format: format.to_owned(), picture: drawn.to_owned() };
        timeline::save(path, &rooms::timeline_file(&session, request)?)?;
        written = true;
    }
    let view = rooms::timeline(&session, question)?;
    session.lock()?;
    if written {
        return Ok(Outcome::Done);
    }
    if manner.json {
        say::json(&view)?;
        return Ok(Outcome::Done);
    }
    for row in view.undated.iter().chain(&view.dated) {
        say::line(&in_words(row))?;
    }
    for ladder in &view.ladders {
        say::line(&format!("\nWho knew when: {}", ladder.incident.title))?;
        for step in &ladder.steps {
            say::line(&format!("  {}: {}", step.what, step.under))?;
        }
    }
    if !view.held.is_empty() {
        say::line("")?;
    }
    view.held.iter().try_for_each(|sentence| say::line(sentence))?;
    Ok(Outcome::Done)
}

fn in_words(row: &TimelineRow) -> String {
    let unsure = if row.unsure { "  (not sure which incident)" } else { "" };
    format!("{}  {}  {}  [{}]{unsure}", row.date.said_back, row.record.reference, row.what, row.source)
}
