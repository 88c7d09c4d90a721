//! The time for going to court, as candidates, and the person's own public holidays.

use chrono::{Datelike, NaiveDate};
use recourse_domain::choices::Jurisdiction;
use recourse_domain::records::Claim;
use recourse_domain::rules::{Calendar, Candidate, Holidays, Overlay, Rule};
use recourse_organiser::{Error, claims, records};

use super::clock::{citations, span, worked};
use super::particulars::one_day;
use super::{Answer, Room};
use crate::types::*;

/// The field of the form that holds a day of the person's own.
const OWN_DAY: &str = "own_days";

/// The candidates of a claim.
pub fn limits_get(room: &Room, request: ClaimRef) -> Answer<LimitsView> {
    let claim = records::get::<Claim>(room, request.claim)?.body;
    let found = claims::limits(room, request.claim)?;
    let today = room.today();
    Ok(LimitsView {
        form: form(&claim),
        sentence: found.sentence,
        place: claim.jurisdiction,
        candidates: found.candidates.iter().map(|one| candidate(one, today)).collect(),
        pointers: found.pointers.into_iter().map(pointer).collect(),
        holidays: holidays(&claim.own_holidays, today),
    })
}

/// Keeps what the person says, and works the candidates out again.
pub fn limits_save(room: &Room, request: LimitsSave) -> Answer<LimitsView> {
    let before = records::get::<Claim>(room, request.claim)?.body;
    let LimitsForm { harm_to_health, public_body, own_days } = request.form;
    let own_holidays = overlay(own_days, room.today())?;
    records::update(room, request.claim, Claim { harm_to_health, public_body, own_holidays, ..before })?;
    limits_get(room, ClaimRef { claim: request.claim })
}

fn candidate(one: &Candidate, today: NaiveDate) -> LimitCandidate {
    LimitCandidate {
        title: one.rule.title.clone(),
        from: one.from.clone(),
        working: span(one.working),
        past: one.working.latest.is_some_and(|last| last < today),
        worked: worked(&one.worked),
    }
}

fn pointer(rule: &Rule) -> LimitPointer {
    LimitPointer { title: rule.title.clone(), text: rule.text.clone(), citations: citations(rule) }
}

fn form(claim: &Claim) -> LimitsForm {
    let Overlay { added, taken_away } = &claim.own_holidays;
    let day = |calendar: Calendar, on: NaiveDate, name: &str, holiday| OwnDay {
        place: place(calendar),
        on: on.to_string(),
        name: name.to_owned(),
        holiday,
    };
    let mut own_days: Vec<OwnDay> = added.iter().map(|(calendar, on, name)| day(*calendar, *on, name, true)).collect();
    own_days.extend(taken_away.iter().map(|(calendar, on)| day(*calendar, *on, "", false)));
    own_days.sort_by(|one, other| one.on.cmp(&other.on));
    LimitsForm { harm_to_health: claim.harm_to_health, public_body: claim.public_body, own_days }
}

fn overlay(days: Vec<OwnDay>, today: NaiveDate) -> Answer<Overlay> {
    let mut overlay = Overlay::default();
    for day in days {
        let on = match day.on.trim().parse() {
            Ok(on) => on,
            Err(_) => one_day(&day.on, today, OWN_DAY, "Write one day, for example 3 June 2030.")?,
        };
        let message = "Choose a part of the United Kingdom.".to_owned();
        let calendar = calendar(day.place).ok_or(Error::Field { field: OWN_DAY, message })?;
        if day.holiday {
            let name = day.name.trim();
            let name = if name.is_empty() { "Public holiday" } else { name };
            overlay.added.push((calendar, on, name.to_owned()));
        } else {
            overlay.taken_away.insert((calendar, on));
        }
    }
    Ok(overlay)
}

fn holidays(own: &Overlay, today: NaiveDate) -> Vec<HolidayView> {
    let all = Holidays::built_in().with(own.clone());
    let years = [today.year(), today.year() + 1];
    let of = |calendar: Calendar, year: i32| {
        all.list(calendar, year).into_iter().map(move |day| HolidayView {
            place: place(calendar),
            own: own.added.iter().any(|(of, on, _)| *of == calendar && *on == day.on),
            on: day.on.to_string(),
            name: day.name,
            substitute: day.substitute,
        })
    };
    let each = Calendar::ALL.into_iter().flat_map(|calendar| years.map(|year| (calendar, year)));
    each.flat_map(|(calendar, year)| of(calendar, year)).collect()
}

const fn place(calendar: Calendar) -> Jurisdiction {
    match calendar {
        Calendar::EnglandWales => Jurisdiction::EnglandWales,
        Calendar::Scotland => Jurisdiction::Scotland,
        Calendar::NorthernIreland => Jurisdiction::NorthernIreland,
    }
}

const fn calendar(place: Jurisdiction) -> Option<Calendar> {
    match place {
        Jurisdiction::EnglandWales => Some(Calendar::EnglandWales),
        Jurisdiction::Scotland => Some(Calendar::Scotland),
        Jurisdiction::NorthernIreland => Some(Calendar::NorthernIreland),
        Jurisdiction::Other => None,
    }
}
