//! Asking for a copy of the data.

use super::{Paper, Words};
use crate::letters_out::Facts;

/// UK GDPR, Article 15(1): what comes with the copy. What the record knows already is not asked for again.
pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    paper.say("Dear Sir or Madam,");
    paper.say("Please send me a copy of the personal data that you hold about me. I ask for it under Article 15 of the UK GDPR.");
    paper.who_i_am(None);
    paper.notices("I ask because of what you say in:");
    let beside = match facts.suppliers.as_slice() {
        [] => String::new(),
        [one] => format!(", besides {one}, of whom I know"),
        [first @ .., last] => format!(", besides {} and {last}, of whom I know", first.join(", ")),
    };
    paper.list(
        "Please also tell me:",
        [
            "which kinds of my data you hold, and what you use them for;".to_owned(),
            format!("who has received my data or has held it for you{beside};"),
            "how long you keep my data, or how you decide that;".to_owned(),
            "where you have my data from, as far as it did not come from me.".to_owned(),
        ],
    );
    paper.say("If you need anything more to find my data or to be sure who I am, please ask me soon.");
    paper.say(
        "The law asks for an answer without undue delay, and within one month of the day on which you receive this. If you need longer, it asks \
         you to tell me so within that month, and why (UK GDPR, Articles 12 and 12A).",
    );
    paper.end(
        "Request for a copy of my personal data",
        "UK GDPR, Article 15: you may have a copy of the data they hold about you. Articles 12 and 12A: within one month as a rule.",
    )
}
