//! Settling what a notice says of one item of the notice check. Only what a person chose is kept.

use recourse_domain::notice_check::{ITEMS, item};
use recourse_domain::records::{Entry, Notice, NoticeCheck, Statement};
use recourse_domain::{RecordId, RecordKind};
use recourse_store::StoreError;

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Keeps what a person settled of one item, in place of what they settled before.
///
/// # Errors
/// An item or a statement that is not there, or what the records said.
pub fn settle(session: &Session<Unlocked>, notice: RecordId, check: NoticeCheck) -> Result<Entry<Notice>> {
    known(&check.item)?;
    change(session, notice, |checks| {
        checks.retain(|other| other.item != check.item);
        checks.push(check);
    })
}

/// Takes back what was settled of one item.
///
/// # Errors
/// An item or a notice that is not there, or what the records said.
pub fn take_back(session: &Session<Unlocked>, notice: RecordId, item: &str) -> Result<Entry<Notice>> {
    known(item)?;
    change(session, notice, |checks| checks.retain(|check| check.item != item))
}

fn known(id: &str) -> Result<()> {
    let message = || format!("There is no item \u{201c}{id}\u{201d} to look for in a notice.");
    item(id).map(drop).ok_or_else(|| Error::Field { field: "item", message: message() })
}

fn change(
    session: &Session<Unlocked>,
    notice: RecordId,
    make: impl FnOnce(&mut Vec<NoticeCheck>),
) -> Result<Entry<Notice>> {
    session.write("say what a notice says", |records| {
        let entry =
            records.get::<Notice>(notice)?.ok_or(StoreError::NoSuchRecord { id: notice, kind: RecordKind::Notice })?;
        let mut body = entry.body;
        make(&mut body.checks);
        for id in body.checks.iter().filter_map(|check| check.statement) {
            records.get::<Statement>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: RecordKind::Statement })?;
        }
        body.checks.sort_by_key(|check| ITEMS.iter().position(|item| item.id == check.item));
        Ok(records.update(notice, body)?)
    })
}
