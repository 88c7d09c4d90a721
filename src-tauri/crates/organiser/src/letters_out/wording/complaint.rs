//! Complaining to the organisation.

use super::{Paper, Words};
use crate::letters_out::Facts;

/// What the law gives, for the person to read. In force since 19 June 2026.
pub(super) const LAW: &str = "Data Protection Act 2018, section 164A: they are to acknowledge a complaint within 30 days and tell you the outcome.";

/// A complaint to the controller: under section 164A of the Data Protection Act 2018 from the day on which that is law.
pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    paper.say("Dear Sir or Madam,");
    let under =
        if facts.complaints_act { " I make it under section 164A of the Data Protection Act 2018." } else { "" };
    paper.say(format!("This is a complaint about my personal data.{under}"));
    paper.who_i_am(None);
    if facts.notices.is_empty() {
        paper.say("[What it is about: what happened, and when you heard of it]");
    }
    paper.notices("It is about what you say in:");
    paper.letters("What we have written to each other so far:", "you");
    paper.waiting("I asked these questions, and they have no whole answer yet:");
    paper.questions("I also ask:");
    paper.say("[What you want them to do, in your own words]");
    paper.say("[How this has affected you, if you want to say it. Take this line out if not.]");
    if facts.complaints_act {
        paper.say(
            "Please confirm within 30 days that you have this complaint, look into it, and tell me the outcome (Data Protection Act 2018, \
             section 164A).",
        );
    } else {
        paper.say("Please confirm that you have this complaint, look into it, and tell me the outcome.");
    }
    paper.end("Complaint about my personal data", if facts.complaints_act { LAW } else { "" })
}
