//! Telling the claimant's own solicitor how it stands.

use super::{Paper, Words};
use crate::letters_out::Facts;

pub(super) fn write(facts: &Facts) -> Words {
    let mut paper = Paper::new(facts);
    let matter = &facts.matter;
    let them = if facts.organisation.is_empty() { "the organisation" } else { &facts.organisation };
    paper.say("Dear Sir or Madam,");
    let title = if matter.title.is_empty() { them } else { &matter.title };
    let reference = match matter.firm_reference.as_str() {
        "" => String::new(),
        reference => format!(" Your reference: {reference}."),
    };
    paper.say(format!("This is how my claim \u{201c}{title}\u{201d} stands in my own record.{reference}"));
    paper.who_i_am(Some(them));
    paper.list("The breaches it is about:", matter.incidents.iter().cloned());
    paper.list("Dates from your papers:", matter.dates.iter().cloned());
    paper.say(format!(
        "On record are {}, {} with {them}, and {}.",
        several(facts.notices.len(), "notice", "notices"),
        several(facts.letters.len(), "letter or call", "letters and calls"),
        several(matter.evidence, "thing kept as evidence", "things kept as evidence"),
    ));
    paper.notices("The notices:");
    paper.letters("What they and I have written to each other:", "they");
    paper.waiting("Questions I asked that have no whole answer yet:");
    paper.list("What is not on record yet:", matter.missing.iter().cloned());
    paper.say("[What you want to tell or ask]");
    paper.end(format!("My claim: {title}"), "")
}

fn several(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}
