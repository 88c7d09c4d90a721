//! What was changed, taking it back, and the bin.

use std::path::Path;

use recourse_contract::rooms;
use recourse_contract::types::{
    BinEmpty, BinRow, ChangeView, FieldChange, HistoryQuestion, Nothing, RecordLink, RecordRef,
};
use recourse_domain::Reference;
use recourse_organiser::records;

use super::Manner;
use crate::arguments::Changes;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Does what was typed.
pub fn changes(manner: &Manner, command: Changes) -> Result<Outcome, Trouble> {
    match command {
        Changes::History { vault, reference, words, limit } => history(manner, &vault, reference, words, limit),
        Changes::Undo { vault, redo } => undo(manner, &vault, redo),
        Changes::Delete { vault, reference } => delete(manner, &vault, reference),
        Changes::Bin { vault, restore: Some(reference), .. } => restore(manner, &vault, reference),
        Changes::Bin { vault, empty: true, .. } => empty(manner, &vault),
        Changes::Bin { vault, .. } => bin(manner, &vault),
    }
}

/// What was changed, newest first, with the end of the chain on standard error.
fn history(
    manner: &Manner,
    vault: &Path,
    reference: Option<Reference>,
    words: String,
    limit: usize,
) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let record = reference.map(|reference| records::find(&session, reference)).transpose()?;
    let mut question = HistoryQuestion { record: record.map(|record| record.id), words, ..HistoryQuestion::default() };
    let mut left = limit;
    while left > 0 {
        let page = rooms::history_page(&session, question.clone())?;
        let part: Vec<ChangeView> = page.changes.into_iter().take(left).collect();
        left -= part.len();
        say::list(manner.json, &part, in_words)?;
        match page.next {
            Some(next) => question.before = Some(next),
            None => break,
        }
    }
    let check = rooms::history_check(&session, Nothing {})?;
    session.lock()?;
    say::aside(&format!("The last entry and its hash: {}.", check.head));
    match check.problem {
        Some(problem) => {
            say::aside(&problem);
            Ok(Outcome::No)
        }
        None => Ok(Outcome::Done),
    }
}

fn in_words(change: &ChangeView) -> String {
    let record = change.record.as_ref().map(|record| format!(" · {}", named(record))).unwrap_or_default();
    let mut lines = vec![format!("{}  {}  {}{record}", change.seq, change.at, say::name(&change.what))];
    if let Some(at) = &change.erased_at {
        lines.push(format!("    its words were erased by the person on {at}"));
    }
    lines.extend(change.fields.iter().map(|FieldChange { field, before, after }| {
        format!("    {}: {} → {}", field.replace('_', " "), say::name(before), say::name(after))
    }));
    lines.join("\n")
}

fn named(record: &RecordLink) -> String {
    format!("{} {}", record.reference, say::name(&record.title)).trim_end().to_owned()
}

/// Takes back the last thing that was done, or does it again.
fn undo(manner: &Manner, vault: &Path, redo: bool) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let done = if redo { rooms::redo(&session, Nothing {})? } else { rooms::undo(&session, Nothing {})? };
    session.lock()?;
    if manner.json {
        say::json(&done)?;
    } else {
        let record = done.record.as_ref().map(|record| format!(" · {}", named(record))).unwrap_or_default();
        match (&done.what, redo) {
            (Some(what), false) => say::line(&format!("Undone: {what}{record}"))?,
            (Some(what), true) => say::line(&format!("Done again: {what}{record}"))?,
            (None, _) => say::line("There is nothing that could be taken back.")?,
        }
    }
    Ok(if done.what.is_some() { Outcome::Done } else { Outcome::No })
}

/// Moves a record to the bin.
fn delete(manner: &Manner, vault: &Path, reference: Reference) -> Result<Outcome, Trouble> {
    moved(manner, vault, reference, true)
}

/// Takes a record out of the bin.
fn restore(manner: &Manner, vault: &Path, reference: Reference) -> Result<Outcome, Trouble> {
    moved(manner, vault, reference, false)
}

fn moved(manner: &Manner, vault: &Path, reference: Reference, to_bin: bool) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let record = RecordRef { id: records::find(&session, reference)?.id };
    if to_bin {
        rooms::record_bin(&session, record)?;
    } else {
        rooms::record_unbin(&session, record)?;
    }
    session.lock()?;
    if manner.json {
        say::json(&serde_json::json!({ "ref": reference.to_string(), "in_bin": to_bin }))?;
    } else if to_bin {
        say::line(&format!("{reference} is in the bin. “recourse bin VAULT --restore {reference}” takes it out."))?;
    } else {
        say::line(&format!("{reference} is back where it was."))?;
    }
    Ok(Outcome::Done)
}

/// What lies in the bin.
fn bin(manner: &Manner, vault: &Path) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let rows = rooms::bin_list(&session, Nothing {})?;
    session.lock()?;
    say::list(manner.json, &rows, |row: &BinRow| {
        let used: Vec<&str> = row.used_by.iter().map(|record| record.reference.as_str()).collect();
        let used = if used.is_empty() { String::new() } else { format!(", named by {}", used.join(", ")) };
        format!("{}  since {}, {} files{used}", named(&row.record), row.binned_at, row.files)
    })?;
    if rows.is_empty() && !manner.json {
        say::line("The bin is empty.")?;
    }
    Ok(Outcome::Done)
}

/// Deletes everything in the bin for good.
fn empty(manner: &Manner, vault: &Path) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let records = rooms::bin_list(&session, Nothing {})?.iter().map(|row| row.record.id).collect();
    let emptied = rooms::bin_empty(&session, BinEmpty { records })?;
    session.lock()?;
    if manner.json {
        say::json(&emptied)?;
    } else {
        say::line(&format!(
            "Deleted for good: {} records and {} files. Bundles already given away and backups still hold them.",
            emptied.records, emptied.files
        ))?;
    }
    Ok(Outcome::Done)
}
