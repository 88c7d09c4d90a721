//! Blacking out areas of a document for one reader.

use recourse_contract::rooms;
use recourse_contract::types::{BlackArea, RedactionQuestion, RedactionSave};
use recourse_domain::choices::Audience;
use recourse_domain::records::PARTS;
use recourse_organiser::records;

use super::{Manner, choice};
use crate::arguments::BlackOut;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Sets, takes away or shows what is blacked out of a document.
pub fn black_out(manner: &Manner, order: &BlackOut) -> Result<Outcome, Trouble> {
    let audience = choice(Audience::from_code(&order.audience), &order.audience, "audience")?;
    let areas = order.area.iter().map(|typed| area(typed, &order.why)).collect::<Result<Vec<_>, _>>()?;
    let session = manner.open(&order.vault)?;
    let claim = manner.claim(&session)?;
    let document = records::find(&session, order.document)?.id;
    let question = RedactionQuestion { claim, audience, document };
    let view = if areas.is_empty() && !order.nothing {
        rooms::redaction_open(&session, question)?
    } else {
        rooms::redaction_save(&session, RedactionSave { question, areas })?
    };
    session.lock()?;
    if manner.json {
        say::json(&view)?;
        return Ok(Outcome::Done);
    }
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    say::line(&format!(
        "{} {}: {}, {} blacked out",
        view.reference,
        view.title,
        count(view.pages as usize, "page"),
        count(view.areas.len(), "area")
    ))?;
    for area in &view.areas {
        let [left, top, width, height] = [area.left, area.top, area.width, area.height].map(part);
        say::line(&format!("page {}: {left} {top} {width} {height}: {}", area.page, area.why))?;
    }
    if view.changed {
        say::line("Its pages do not look as they did when the areas were set. Look at them and set the areas again.")?;
    }
    for one in &view.elsewhere {
        say::line(&format!("{} {} also says: {}", one.reference, one.title, one.words.join(", ")))?;
    }
    Ok(Outcome::Done)
}

fn part(parts: u32) -> String {
    format!("{}", f64::from(parts) / f64::from(PARTS))
}

/// "2 0.1 0.25 0.5 0.05": page, left, top, width and height, the last four in parts of the page.
fn area(typed: &str, why: &str) -> Result<BlackArea, Trouble> {
    let refuse = || {
        Trouble::Usage(format!(
            "“{typed}” is not an area. An area is five numbers: page, left, top, width, height, the last four from 0 to 1."
        ))
    };
    let numbers: Vec<&str> = typed.split_whitespace().collect();
    let [page, places @ ..] = numbers.as_slice() else { return Err(refuse()) };
    let page = page.parse().map_err(|_| refuse())?;
    let places: Vec<u32> = places.iter().filter_map(|typed| parts(typed)).collect();
    let [left, top, width, height] = places.as_slice() else { return Err(refuse()) };
    Ok(BlackArea { page, left: *left, top: *top, width: *width, height: *height, why: why.to_owned() })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1 only")]
fn parts(typed: &str) -> Option<u32> {
    let part: f64 = typed.parse().ok()?;
    (0.0..=1.0).contains(&part).then(|| (part * f64::from(PARTS)).round() as u32)
}
