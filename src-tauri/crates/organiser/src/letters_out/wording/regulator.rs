//! Complaining to the regulator.

use super::{Paper, Words};
use crate::letters_out::Facts;

/// Data Protection Act 2018, section 165. The regulator asks to come within three months of the last contact; that is guidance, not law.
pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    let them = if facts.organisation.is_empty() { "[Name of the organisation]" } else { &facts.organisation };
    paper.say("Dear Sir or Madam,");
    let reach = match facts.organisation_reach.as_str() {
        "" => String::new(),
        reach => format!(" They can be reached at: {}.", reach.trim_end_matches('.')),
    };
    paper.say(format!(
        "I want to complain about {them} under section 165 of the Data Protection Act 2018. It is about my personal data.{reach}"
    ));
    paper.who_i_am(Some(them));
    if facts.notices.is_empty() {
        paper.say("[What happened, and when you heard of it]");
    }
    paper.notices("It is about what they say in:");
    paper.letters("What they and I have written to each other:", "they");
    if let Some(last) = facts.letters.iter().rfind(|letter| !letter.on.is_empty()) {
        paper.say(format!("The last letter between us that I have is of {}.", last.on));
    }
    paper.waiting("I asked them these questions, and they have no whole answer yet:");
    paper.say("[What you would like the regulator to look at]");
    paper.say("I can send you copies of everything named here.");
    paper.end(
        format!("Complaint about {them}"),
        "Data Protection Act 2018, section 165. The regulator asks you to complain to the organisation first, and to come within three months \
         of your last contact with them; it may still take a later complaint.",
    )
}
