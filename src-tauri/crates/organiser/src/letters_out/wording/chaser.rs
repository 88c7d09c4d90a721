//! Asking again about a letter that has no answer.

use recourse_domain::choices::{CameBack, RequestKind};

use super::{Paper, Words};
use crate::letters_out::{Chased, Facts};

pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    paper.say("Dear Sir or Madam,");
    let Some(chased) = &facts.chased else {
        paper.say("[Which letter you ask about]");
        return paper.end("", "");
    };
    paper.rests_on(chased.letter.record);
    paper.say(what_became_of_it(chased));
    if !chased.their_reference.is_empty() {
        paper.say(format!("Your reference: {}", chased.their_reference));
    }
    paper.who_i_am(None);
    paper.say("Please tell me how it stands, and when I can expect an answer.");
    // The note of a call is the claimant's own; only what was written to them is said again.
    if !chased.text.is_empty() && !chased.letter.call {
        let quoted: Vec<String> = chased.text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
        paper.say(format!("What I wrote then:\n{}", quoted.join("\n")));
    }
    let letter = &chased.letter;
    let about = if letter.subject.is_empty() { "my letter" } else { &letter.subject };
    let on = if letter.on.is_empty() { String::new() } else { format!(" ({})", letter.on) };
    paper.end(format!("Asking again: {about}{on}"), law(chased))
}

fn what_became_of_it(chased: &Chased) -> String {
    let letter = &chased.letter;
    let about = if letter.subject.is_empty() { String::new() } else { format!(": \u{201c}{}\u{201d}", letter.subject) };
    let on = if letter.on.is_empty() { String::new() } else { format!(" ({})", letter.on) };
    let did = if letter.call { "telephoned you" } else { "wrote to you" };
    let asked = match chased.request {
        Some(RequestKind::Access) => " I asked for a copy of my personal data (UK GDPR, Article 15).",
        Some(RequestKind::Erasure) => " I asked you to erase my data (UK GDPR, Article 17).",
        Some(RequestKind::Objection) => " I asked you to stop using my data (UK GDPR, Article 21).",
        Some(RequestKind::Complaint) if chased.complaints_act => {
            " It was a complaint (Data Protection Act 2018, section 164A)."
        }
        Some(RequestKind::Complaint) => " It was a complaint.",
        _ => "",
    };
    let address = if chased.address.is_empty() { String::new() } else { format!(" from {}", chased.address) };
    let back = match letter.came_back {
        CameBack::Bounced => format!("It was returned{address} as undeliverable, so I am sending it again."),
        CameBack::AutoReply => "An automatic reply came. I have found no other answer.".to_owned(),
        _ => "I have found no answer to it.".to_owned(),
    };
    format!("I {did}{on}{about}.{asked} {back}")
}

const fn law(chased: &Chased) -> &'static str {
    match chased.request {
        Some(RequestKind::Access | RequestKind::Erasure | RequestKind::Objection) => {
            "UK GDPR, Articles 12 and 12A: an answer within one month as a rule, counted from the day they received it."
        }
        Some(RequestKind::Complaint) if chased.complaints_act => super::complaint::LAW,
        _ => "",
    }
}
