//! N13: a date on the notice itself, as the record has it.

use super::{Given, Guess};
use crate::choices::Finding;
use crate::dates::Basis;

pub(super) fn guess(given: Given<'_>) -> Guess {
    let date = given.on_document;
    if date.is_undated() {
        return Guess::without_words(Finding::NotSaid, "The record gives this notice no date of its own.");
    }
    if matches!(date.basis, Some(Basis::Recollection | Basis::Inference)) {
        let because = "The record has a date for it that does not rest on the notice itself.";
        return Guess::without_words(Finding::CannotTell, because);
    }
    let stated = date.as_stated.trim();
    let whole_day = date.earliest.is_some() && date.earliest == date.latest;
    let (finding, because) = if whole_day {
        (Finding::Said, format!("The record says that it carries the date {stated}."))
    } else {
        (Finding::Partly, format!("The record says that it carries the date {stated}, which is not one day."))
    };
    let quote = if given.text.contains(stated) { stated.to_owned() } else { String::new() };
    Guess { finding, quote, because }
}
