//! What else a solicitor asks of the claimant, and the schedule that answers it.

use recourse_domain::dates::{Period, understand};
use recourse_domain::records::{Claim, Claimant, GroupAction, OtherFirm, Relationship};
use recourse_organiser::{Error, records, schedule};

use super::{Answer, Room, record};
use crate::dates::{input, read};
use crate::types::*;

/// The claimant's particulars.
pub fn particulars_get(room: &Room, request: ClaimRef) -> Answer<ParticularsForm> {
    Ok(shown(&records::get::<Claim>(room, request.claim)?.body))
}

/// Keeps the claimant's particulars.
pub fn particulars_save(room: &Room, request: ParticularsSave) -> Answer<ParticularsForm> {
    let before = records::get::<Claim>(room, request.claim)?.body;
    let form = request.form;
    let today = room.today();
    let group = &before.group_action;
    let born = form.date_of_birth.trim();
    let date_of_birth = match (born.is_empty(), born.parse()) {
        (true, _) => None,
        (false, Ok(day)) => Some(day),
        (false, Err(_)) => Some(one_day(
            born,
            today,
            "date_of_birth",
            "Write the day you were born, for example 4 May 1970, or leave it empty.",
        )?),
    };
    let lines = |lines: Vec<String>| {
        lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let group_action = GroupAction {
        name: form.group_name,
        firm: form.firm,
        reference: form.firm_reference,
        joined: read(&form.joined, Some(&group.joined), today, "joined")?,
        sign_up_cut_off: read(&form.sign_up_cut_off, Some(&group.sign_up_cut_off), today, "sign_up_cut_off")?,
        register_cut_off: read(&form.register_cut_off, Some(&group.register_cut_off), today, "register_cut_off")?,
        schedule_due: read(&form.schedule_due, Some(&group.schedule_due), today, "schedule_due")?,
        court: form.court,
        agreement: form.agreement,
        stated_in: form.stated_in,
    };
    let other_firm = OtherFirm {
        instructed: form.other_firm,
        who: form.other_firm_who,
        on: read(&form.other_firm_on, Some(&before.other_firm.on), today, "other_firm_on")?,
    };
    let claimant = Claimant {
        other_names: lines(form.other_names),
        date_of_birth,
        contact: form.contact,
        needs: form.needs,
        other_breaches: form.other_breaches,
        ..before.claimant
    };
    let relationship = Relationship { proof: form.proof, ..before.relationship };
    let claim = Claim { claimant, relationship, group_action, other_firm, ..before };
    Ok(shown(&records::update(room, request.claim, claim)?.body))
}

/// The schedule of claimant information.
pub fn schedule(room: &Room, request: ClaimRef) -> Answer<Vec<SchedulePart>> {
    let row = |row: schedule::Row| -> Answer<ScheduleRow> {
        let link = |(id, _): &(recourse_domain::RecordId, _)| Ok(record::link(&records::heading(room, *id)?));
        let sources = row.sources.iter().map(link).collect::<Answer<_>>()?;
        Ok(ScheduleRow { field: row.field, answer: row.answer, sources })
    };
    schedule::schedule(room, request.claim)?
        .into_iter()
        .map(|part| {
            let rows = part.rows.into_iter().map(row).collect::<Answer<_>>()?;
            Ok(SchedulePart { title: part.title.to_owned(), rows })
        })
        .collect()
}

/// The schedule as a table's bytes.
///
/// # Errors
/// What the records said.
pub fn schedule_file(room: &Room, request: ClaimRef) -> Answer<Vec<u8>> {
    Ok(schedule::csv(&schedule::schedule(room, request.claim)?)?)
}

/// A day that was given in words; anything less exact is refused with `message`.
pub(super) fn one_day(
    words: &str,
    today: chrono::NaiveDate,
    field: &'static str,
    message: &str,
) -> Answer<chrono::NaiveDate> {
    let found = understand(words, today).ok().map(|understood| understood.date);
    let day = found.filter(|date| date.earliest.is_some() && date.earliest == date.latest);
    Ok(day.and_then(|date| date.earliest).ok_or(Error::Field { field, message: message.to_owned() })?)
}

fn shown(claim: &Claim) -> ParticularsForm {
    let (me, group, firm) = (&claim.claimant, &claim.group_action, &claim.other_firm);
    ParticularsForm {
        other_names: me.other_names.clone(),
        date_of_birth: me.date_of_birth.map(|day| Period::Day(day).in_words()).unwrap_or_default(),
        contact: me.contact.clone(),
        needs: me.needs.clone(),
        other_breaches: me.other_breaches.clone(),
        proof: claim.relationship.proof.clone(),
        group_name: group.name.clone(),
        firm: group.firm,
        firm_reference: group.reference.clone(),
        joined: input(&group.joined),
        sign_up_cut_off: input(&group.sign_up_cut_off),
        register_cut_off: input(&group.register_cut_off),
        schedule_due: input(&group.schedule_due),
        court: group.court.clone(),
        agreement: group.agreement.clone(),
        stated_in: group.stated_in,
        other_firm: firm.instructed,
        other_firm_who: firm.who.clone(),
        other_firm_on: input(&firm.on),
    }
}
