//! Asking the open questions.

use super::{Paper, Words};
use crate::letters_out::Facts;

pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    paper.say("Dear Sir or Madam,");
    paper.say("I have some questions about my personal data.");
    paper.who_i_am(None);
    paper.notices("They are about what you say in:");
    if facts.questions.is_empty() {
        paper.say("1. [Your question]");
    } else {
        paper.questions("Please answer each of these by its number.");
    }
    paper.say("If you do not know something, or cannot say it, please tell me that.");
    paper.end(
        "Questions about my personal data",
        "No law sets a day for answers to questions like these. A copy of your data is another matter: ask for that in a letter of its own.",
    )
}
