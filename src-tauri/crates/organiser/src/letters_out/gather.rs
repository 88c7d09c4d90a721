//! Reads from the record what a letter may say.

use chrono::NaiveDate;
use recourse_bundle::letter::addresses;
use recourse_domain::choices::{Channel, Direction, LetterOutKind, QuestionState, Role};
use recourse_domain::dates::Period;
use recourse_domain::records::{
    Body, Claim, Claimant, Correspondence, Entry, Evidence, Incident, Notice, Party, Question, Request,
};
use recourse_domain::rules::{COMPLAINT_ACT, rule};
use recourse_domain::{RecordId, StatedDate};

use super::{Addressee, Asked, Chased, Facts, Matter, Me, Noticed, Order, Tell, Tie, Written};
use crate::session::{Session, Unlocked};
use crate::{Error, Result, claims, people, records, told};

/// What the regulator is called where none is on record (Data Protection Act 2018, section 114).
const REGULATOR: &str = "The Information Commissioner";

/// Reads the facts for a letter.
///
/// # Errors
/// A chaser without its letter, or what the records said.
pub(super) fn facts(session: &Session<Unlocked>, order: &Order) -> Result<Facts> {
    let claim = records::get::<Claim>(session, order.claim)?;
    let parties = records::list::<Party>(session, order.claim)?;
    let letters = records::list::<Correspondence>(session, order.claim)?;
    let chased = match order.kind {
        LetterOutKind::Chaser => Some(chased(session, order, &letters)?),
        _ => None,
    };
    let party = addressee(order, &claim.body, &parties, chased.as_ref().and_then(|(_, party)| *party));
    let chased = chased.map(|(chased, _)| chased);
    let mut to = party.map(|party| in_lines(&party.body, party.id)).unwrap_or_default();
    if party.is_none() && order.kind == LetterOutKind::RegulatorComplaint {
        REGULATOR.clone_into(&mut to.name);
    }
    if let Some(chased) =
        chased.as_ref().filter(|chased| chased.letter.came_back != recourse_domain::choices::CameBack::Bounced)
    {
        let used = addresses(&chased.address);
        to.emails.splice(0..0, used);
    }
    let organisation = claim.body.organisation;
    let about = parties.iter().find(|party| Some(party.id) == organisation);
    let of_it = |party: Option<RecordId>| party.is_some() && party == organisation;
    let all_notices = records::list::<Notice>(session, order.claim)?;
    let questions = told::questions(session, order.claim)?;
    let claimant = &claim.body.claimant;
    Ok(Facts {
        claim: Some(claim.id),
        me: Me {
            name: claimant.name.trim().to_owned(),
            reach: claimant.contact.trim().to_owned(),
            numbers: claim.body.reference_numbers.clone(),
        },
        tie: claim.body.relationship.kind.map(|kind| Tie {
            kind,
            from: words(&claim.body.relationship.from),
            to: words(&claim.body.relationship.to),
        }),
        questions: open(order, &questions, party.map(|party| party.id), organisation),
        waiting: waiting(&questions, organisation),
        organisation: about.map(|party| party.body.name.trim().to_owned()).unwrap_or_default(),
        organisation_reach: about.map(|party| party.body.contact.trim().to_owned()).unwrap_or_default(),
        notices: all_notices.iter().filter(|notice| of_it(notice.body.from_party)).map(noticed).collect(),
        suppliers: suppliers(&parties),
        letters: letters.iter().filter(|letter| of_it(letter.body.party)).map(written).collect(),
        matter: matter(session, order.claim, &claim.body, &all_notices)?,
        tell: tell(claimant),
        chased,
        complaints_act: complaints_act(session.today()),
        to,
    })
}

/// Whether the law on complaints to an organisation was in force on a day.
fn complaints_act(on: NaiveDate) -> bool {
    rule(COMPLAINT_ACT).is_some_and(|rule| rule.in_force(on))
}

/// Whom a letter is to: who was named, else who such a letter is usually to.
fn addressee<'p>(
    order: &Order,
    claim: &Claim,
    parties: &'p [Entry<Party>],
    chased: Option<RecordId>,
) -> Option<&'p Entry<Party>> {
    let of_role = |role| parties.iter().find(|party| party.body.roles.iter().any(|part| part.role == role));
    let known = |id: Option<RecordId>| parties.iter().find(|party| Some(party.id) == id);
    if order.party.is_some() {
        return known(order.party);
    }
    match order.kind {
        LetterOutKind::RegulatorComplaint => of_role(Role::Regulator),
        LetterOutKind::SolicitorNote => known(claim.group_action.firm).or_else(|| of_role(Role::LawFirm)),
        LetterOutKind::Chaser => known(chased),
        LetterOutKind::Access | LetterOutKind::Questions | LetterOutKind::Complaint => known(claim.organisation),
    }
}

/// A party's name and ways to reach it, taken apart: one a line, or with semicolons between them.
fn in_lines(party: &Party, id: RecordId) -> Addressee {
    let parts = party.contact.split(['\n', ';']).map(str::trim).filter(|part| !part.is_empty());
    let is_number = |part: &str| part.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c));
    Addressee {
        party: Some(id),
        name: party.name.trim().to_owned(),
        lines: parts.filter(|part| addresses(part).is_empty() && !is_number(part)).map(str::to_owned).collect(),
        emails: addresses(&party.contact),
    }
}

fn chased(
    session: &Session<Unlocked>,
    order: &Order,
    letters: &[Entry<Correspondence>],
) -> Result<(Chased, Option<RecordId>)> {
    let message = || "Choose a letter of yours to ask again about.".to_owned();
    let mine =
        |letter: &&Entry<Correspondence>| Some(letter.id) == order.letter && letter.body.direction == Direction::Sent;
    let letter = letters.iter().find(mine).ok_or_else(|| Error::Field { field: "letter", message: message() })?;
    let requests = records::list::<Request>(session, order.claim)?;
    let body = &letter.body;
    let chased = Chased {
        letter: written(letter),
        address: body.address_used.trim().to_owned(),
        their_reference: body.their_reference.trim().to_owned(),
        text: body.text.trim().to_owned(),
        request: requests.iter().find(|one| one.body.letter == Some(letter.id)).map(|one| one.body.kind),
        complaints_act: body.listed_on().earliest_with_tolerance().is_some_and(complaints_act),
    };
    Ok((chased, body.party))
}

/// The questions to ask: those that were chosen, else the open ones that are for whom the letter is to, or for nobody yet where that is the
/// organisation.
fn open(
    order: &Order,
    questions: &[Entry<Question>],
    party: Option<RecordId>,
    organisation: Option<RecordId>,
) -> Vec<Asked> {
    if !matches!(order.kind, LetterOutKind::Questions | LetterOutKind::Complaint) {
        return Vec::new();
    }
    let for_them = |question: &Entry<Question>| {
        question.body.state == QuestionState::Open && question.body.asked_of.or(organisation) == party
    };
    let is_wanted = |question: &&Entry<Question>| match &order.questions {
        Some(chosen) => chosen.contains(&question.id),
        None => for_them(question),
    };
    questions.iter().filter(is_wanted).map(asked).collect()
}

/// What was asked of the organisation and has no whole answer.
fn waiting(questions: &[Entry<Question>], organisation: Option<RecordId>) -> Vec<Asked> {
    let is_waiting = |question: &&Entry<Question>| {
        use QuestionState::{Asked, Ignored, Partly, Refused};
        matches!(question.body.state, Asked | Ignored | Partly | Refused)
            && organisation.is_some()
            && question.body.asked_of.or(organisation) == organisation
    };
    questions.iter().filter(is_waiting).map(asked).collect()
}

fn asked(question: &Entry<Question>) -> Asked {
    let body = &question.body;
    Asked { record: question.id, text: body.text.trim().to_owned(), on: words(&body.asked), state: body.state }
}

fn noticed(notice: &Entry<Notice>) -> Noticed {
    Noticed {
        record: notice.id,
        reference: notice.reference.to_string(),
        subject: notice.body.title(),
        on: words(notice.body.listed_on()),
        seen: words(&notice.body.first_seen),
    }
}

pub(super) fn written(letter: &Entry<Correspondence>) -> Written {
    let body = &letter.body;
    Written {
        record: letter.id,
        reference: letter.reference.to_string(),
        mine: body.direction == Direction::Sent,
        call: body.channel == Channel::Call,
        subject: body.subject.trim().to_owned(),
        on: words(body.listed_on()),
        came_back: body.came_back,
    }
}

/// Who is known to use data for others, an unnamed party by the name it was given later.
fn suppliers(parties: &[Entry<Party>]) -> Vec<String> {
    let holds = |party: &&Entry<Party>| {
        party.body.roles.iter().any(|part| matches!(part.role, Role::Processor | Role::SubProcessor))
    };
    let names = people::Names::from_parties(parties);
    parties.iter().filter(holds).filter_map(|party| names.plain(Some(party.id)).map(str::to_owned)).collect()
}

fn matter(session: &Session<Unlocked>, id: RecordId, claim: &Claim, notices: &[Entry<Notice>]) -> Result<Matter> {
    let incidents = records::list::<Incident>(session, id)?;
    let evidence = records::list::<Evidence>(session, id)?;
    let group = &claim.group_action;
    let dates = [
        ("I joined", &group.joined),
        ("Last day to sign up", &group.sign_up_cut_off),
        ("Group register closes", &group.register_cut_off),
        ("My schedule is due", &group.schedule_due),
    ];
    let stated = dates.into_iter().filter(|(_, date)| !date.is_undated());
    Ok(Matter {
        title: claim.title.trim().to_owned(),
        incidents: incidents
            .iter()
            .map(|incident| match words(&incident.body.occurred) {
                on if on.is_empty() => format!("{}: when it happened is not on record", incident.body.name),
                on => format!("{}: as stated, {on}", incident.body.name),
            })
            .collect(),
        firm_reference: group.reference.trim().to_owned(),
        dates: stated.map(|(what, date)| format!("{what}: {}", date.in_words())).collect(),
        missing: claims::missing(claim, !notices.is_empty(), notices),
        evidence: evidence.iter().filter(|item| !item.body.waiting).count(),
    })
}

/// What of their own data the person may add, where it is on record.
fn tell(claimant: &Claimant) -> Vec<Tell> {
    let mut tell = Vec::new();
    let mut may = |what: &'static str, line: Option<String>| tell.extend(line.map(|line| Tell { what, line }));
    let listed = |lead: &str, list: &[String]| {
        let list: Vec<&str> = list.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        (!list.is_empty()).then(|| format!("{lead}: {}.", list.join("; ")))
    };
    may("other-names", listed("Names I have used before", &claimant.other_names));
    may("emails", listed("E-mail addresses you may hold for me", &claimant.emails_held));
    may("addresses", listed("Addresses you may hold for me", &claimant.addresses_held));
    let born = claimant.date_of_birth.map(|day| format!("My date of birth: {}.", Period::Day(day).in_words()));
    may("date-of-birth", born);
    tell
}

/// A date in words, nothing where it is not known.
fn words(date: &StatedDate) -> String {
    if date.is_undated() { String::new() } else { date.in_words() }
}
