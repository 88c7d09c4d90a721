//! Statements.

use super::{Answer, Room, not_here};
use crate::types::*;

/// The statements of a claim, undated first.
pub fn statement_list(_: &Room, _: ClaimRef) -> Answer<Vec<StatementRow>> {
    Err(not_here())
}

/// One statement.
pub fn statement_get(_: &Room, _: RecordRef) -> Answer<StatementView> {
    Err(not_here())
}

/// Enters a statement or changes it.
pub fn statement_save(_: &Room, _: StatementSave) -> Answer<StatementView> {
    Err(not_here())
}

/// The form of a new statement, filled in from where its words were selected.
pub fn statement_from(_: &Room, _: StatementFrom) -> Answer<StatementForm> {
    Err(not_here())
}

/// Says how a statement stands to another.
pub fn statement_tie(_: &Room, _: StatementTieSave) -> Answer<StatementView> {
    Err(not_here())
}

/// The pairs that do not seem to fit or correct each other.
pub fn pair_list(_: &Room, _: ClaimRef) -> Answer<Vec<PairView>> {
    Err(not_here())
}
