//! The neutral words of rows.

use recourse_domain::choices::{Channel, Direction};
use recourse_domain::dates::Basis;
use recourse_domain::money::minutes_in_words;
use recourse_domain::records::{Correspondence, Entry, Loss, Money, ProtectiveStep, TimeSpent};

/// The longest quotation in a row, in characters.
const LONGEST: usize = 160;

/// A name, or what stands where nobody gave one.
pub fn known(name: &str) -> &str {
    if name.trim().is_empty() { "an unnamed party" } else { name }
}

/// A heading, else whom it is from.
pub fn title<'a>(subject: &'a str, from: &'a str) -> &'a str {
    if subject.trim().is_empty() { known(from) } else { subject }
}

/// What a letter or call was, and who did it.
pub fn letter(letter: &Entry<Correspondence>) -> (String, &str) {
    let body = &letter.body;
    let title = title(&body.subject, &body.from);
    let what = match (body.channel, body.direction) {
        (Channel::Call, _) => format!("Call {}: {title}", letter.reference),
        (_, Direction::Sent) => format!("{} sent to {}: “{title}”", letter.reference, known(&body.to)),
        (_, Direction::Received) => format!("{} received from {}: “{title}”", letter.reference, known(&body.from)),
    };
    (what, if body.direction == Direction::Sent { "the claimant" } else { &body.from })
}

/// What was lost, under which head, and how much where that is known.
pub fn loss(loss: &Entry<Loss>) -> String {
    let body = &loss.body;
    let amount = body.amount.as_ref().map_or_else(|| "amount not known".to_owned(), Money::in_words);
    format!("Loss {} ({}): {}, {amount}", loss.reference, kind(body.head.code()), body.title)
}

/// What time was spent on, and how much where that is known.
pub fn time(time: &Entry<TimeSpent>) -> String {
    let minutes = time.body.minutes;
    let length = minutes.map_or_else(|| "how long is not known".to_owned(), |n| minutes_in_words(u64::from(n)));
    format!("Time spent {}: {}, {length}", time.reference, time.body.activity)
}

/// What was done for protection.
pub fn step(step: &Entry<ProtectiveStep>) -> String {
    format!("Protective step {}: {}", step.reference, step.body.title)
}

/// The first words of a quotation, on one line.
pub fn short(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// A code of a choice as words.
pub fn kind(code: &str) -> String {
    code.replace('-', " ")
}

/// What a date without a document rests on.
pub const fn basis(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Document) => "a document",
        Some(Basis::Inference) => "worked out",
        Some(Basis::Recollection) | None => "recollection",
    }
}
