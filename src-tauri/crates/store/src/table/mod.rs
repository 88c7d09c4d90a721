//! One file per table: its migrations, its rows and its statements.

pub(crate) mod arrangement;
pub(crate) mod body;
pub(crate) mod change;
pub(crate) mod change_head;
pub(crate) mod change_turn;
pub(crate) mod claim;
pub(crate) mod correspondence;
pub(crate) mod counter;
pub(crate) mod data_assertion;
pub(crate) mod diary_entry;
pub(crate) mod draft;
pub(crate) mod event;
pub(crate) mod evidence;
pub(crate) mod evidence_file;
pub(crate) mod evidence_link;
pub(crate) mod file_text;
pub(crate) mod forget;
pub(crate) mod guess;
pub(crate) mod incident;
pub(crate) mod incident_link;
pub(crate) mod leaving;
pub(crate) mod loss;
pub(crate) mod machine_page;
pub(crate) mod machine_state;
pub(crate) mod mail;
pub(crate) mod notice;
pub(crate) mod party;
pub(crate) mod picture_print;
pub(crate) mod protective_step;
pub(crate) mod question;
pub(crate) mod record;
pub(crate) mod record_words;
pub(crate) mod redaction;
pub(crate) mod request;
pub(crate) mod setting;
pub(crate) mod statement;
pub(crate) mod suspicious_contact;
pub(crate) mod time_spent;
pub(crate) mod twin;
pub(crate) mod upkeep;

use crate::migrate::Step;

/// The steps of every table, in an order in which they can be taken: a table comes after those it points to.
pub(crate) const STEPS: &[&[Step]] = &[
    counter::STEPS,
    record::STEPS,
    party::STEPS,
    claim::STEPS,
    incident::STEPS,
    notice::STEPS,
    correspondence::STEPS,
    suspicious_contact::STEPS,
    statement::STEPS,
    question::STEPS,
    data_assertion::STEPS,
    event::STEPS,
    request::STEPS,
    loss::STEPS,
    time_spent::STEPS,
    diary_entry::STEPS,
    protective_step::STEPS,
    evidence::STEPS,
    evidence_file::STEPS,
    file_text::STEPS,
    mail::STEPS,
    guess::STEPS,
    picture_print::STEPS,
    twin::STEPS,
    machine_state::STEPS,
    machine_page::STEPS,
    incident_link::STEPS,
    evidence_link::STEPS,
    record_words::STEPS,
    redaction::STEPS,
    leaving::STEPS,
    draft::STEPS,
    setting::STEPS,
    upkeep::STEPS,
    arrangement::STEPS,
    change::STEPS,
    change_head::STEPS,
];

#[cfg(test)]
mod tests;
