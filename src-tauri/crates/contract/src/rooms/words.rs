//! Words of a document, corrected by hand.

use super::{Answer, Room, not_here};
use crate::types::*;

/// Keeps the words of a page as the person corrected them, or takes the correction back.
pub fn words_save(_: &Room, _: WordsSave) -> Answer<Vec<PageWords>> {
    Err(not_here())
}
