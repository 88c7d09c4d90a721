//! Told and not told.

use super::{Answer, Room, not_here};
use crate::types::*;

/// The matrix of what each notice says.
pub fn told(_: &Room, _: ToldQuestion) -> Answer<ToldView> {
    Err(not_here())
}

/// Settles what a notice says of one item.
pub fn notice_check_save(_: &Room, _: NoticeCheckSave) -> Answer<Nothing> {
    Err(not_here())
}

/// The matrix of kinds of data.
pub fn categories(_: &Room, _: ToldQuestion) -> Answer<CategoriesView> {
    Err(not_here())
}

/// One assertion.
pub fn assertion_get(_: &Room, _: RecordRef) -> Answer<AssertionView> {
    Err(not_here())
}

/// Enters an assertion or changes it.
pub fn assertion_save(_: &Room, _: AssertionSave) -> Answer<AssertionView> {
    Err(not_here())
}
