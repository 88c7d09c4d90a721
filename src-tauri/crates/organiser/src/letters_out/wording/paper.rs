//! A letter being written: its paragraphs, and the records they rest on.

use recourse_domain::RecordId;
use recourse_domain::choices::{CameBack, QuestionState, RelationshipKind};

use super::Words;
use crate::letters_out::{Asked, Facts, Noticed, Tie, Written};

/// A letter being written.
pub(super) struct Paper<'f> {
    facts: &'f Facts,
    paragraphs: Vec<String>,
    uses: Vec<RecordId>,
}

impl<'f> Paper<'f> {
    /// An empty one.
    pub(super) fn new(facts: &'f Facts) -> Self {
        Self { facts, paragraphs: Vec::new(), uses: Vec::new() }
    }

    /// Adds a paragraph; nothing where it is empty.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.trim().is_empty() {
            self.paragraphs.push(words);
        }
    }

    /// Adds a sentence and what it leads to, a line each; nothing where there are no lines.
    pub(super) fn list(&mut self, lead: &str, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().map(|line| format!("\u{2013} {line}")).collect();
        if !lines.is_empty() {
            self.say(format!("{lead}\n{}", lines.join("\n")));
        }
    }

    /// Notes that a fact comes from a record.
    pub(super) fn rests_on(&mut self, record: RecordId) {
        if !self.uses.contains(&record) {
            self.uses.push(record);
        }
    }

    /// Who writes: what they were to the organisation, their numbers, how to reach them. `whom` names the organisation where the letter is to
    /// somebody else.
    pub(super) fn who_i_am(&mut self, whom: Option<&str>) {
        let me = &self.facts.me;
        let mut sentences = Vec::new();
        sentences.extend(self.facts.tie.as_ref().and_then(|tie| tie_in_words(tie, whom)));
        let numbers: Vec<&str> = me.numbers.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        if !numbers.is_empty() {
            let found = match whom {
                None => "You may find me under".to_owned(),
                Some(whom) => format!("My numbers with {whom}"),
            };
            sentences.push(format!("{found}: {}.", numbers.join("; ")));
        }
        let reach = if me.reach.is_empty() { "[how they can reach you]" } else { &me.reach };
        sentences.push(format!("You can reach me at: {}.", reach.trim_end_matches('.')));
        if let Some(claim) = self.facts.claim {
            self.rests_on(claim);
        }
        self.say(sentences.join(" "));
    }

    /// The notices, a line each.
    pub(super) fn notices(&mut self, lead: &str) {
        for notice in &self.facts.notices {
            self.rests_on(notice.record);
        }
        self.list(lead, self.facts.notices.iter().map(notice_in_words));
    }

    /// The letters between the claimant and the organisation, a line each; `them` is how it is called.
    pub(super) fn letters(&mut self, lead: &str, them: &str) {
        for letter in &self.facts.letters {
            self.rests_on(letter.record);
        }
        self.list(lead, self.facts.letters.iter().map(|letter| letter_in_words(letter, them)));
    }

    /// What was asked and has no whole answer, a line each.
    pub(super) fn waiting(&mut self, lead: &str) {
        for question in &self.facts.waiting {
            self.rests_on(question.record);
        }
        self.list(lead, self.facts.waiting.iter().map(waiting_in_words));
    }

    /// The questions to ask, numbered, each a paragraph.
    pub(super) fn questions(&mut self, lead: &str) {
        if !self.facts.questions.is_empty() {
            self.say(lead);
        }
        for (at, question) in self.facts.questions.iter().enumerate() {
            self.rests_on(question.record);
            self.say(format!("{}. {}", at + 1, question.text));
        }
    }

    /// Ends the letter with the claimant's name.
    pub(super) fn end(mut self, subject: impl Into<String>, law: &str) -> Words {
        let name = if self.facts.me.name.is_empty() { "[Your name]" } else { &self.facts.me.name };
        self.say(format!("Yours faithfully,\n{name}"));
        Words { subject: subject.into(), text: self.paragraphs.join("\n\n"), law: law.to_owned(), uses: self.uses }
    }
}

/// What the claimant was to the organisation; none where too little is known for a true sentence.
fn tie_in_words(tie: &Tie, whom: Option<&str>) -> Option<String> {
    let (noun, of) = match tie.kind {
        RelationshipKind::Member | RelationshipKind::FormerMember => ("a member", "of"),
        RelationshipKind::Supporter => ("a supporter", "of"),
        RelationshipKind::Customer => ("a customer", "of"),
        RelationshipKind::Employee => ("an employee", "of"),
        RelationshipKind::Donor => ("a donor", "to"),
        RelationshipKind::Other => return None,
    };
    let what = whom.map_or_else(|| noun.to_owned(), |whom| format!("{noun} {of} {whom}"));
    let since = if tie.from.is_empty() { String::new() } else { format!(" from {}", tie.from) };
    if tie.kind == RelationshipKind::FormerMember || !tie.to.is_empty() {
        let until = if tie.to.is_empty() { String::new() } else { format!(" until {}", tie.to) };
        return Some(format!("I was {what}{since}{until}."));
    }
    match (tie.kind, tie.from.is_empty()) {
        (RelationshipKind::Member, true) => Some(format!("I am {what}.")),
        (_, true) => None,
        (RelationshipKind::Employee, false) => Some(format!("I became {what} ({}).", tie.from)),
        (_, false) => Some(format!("I have been {what} since {}.", tie.from)),
    }
}

fn notice_in_words(notice: &Noticed) -> String {
    let on = match (notice.on.as_str(), notice.seen.as_str()) {
        ("", "") => "it carries no date".to_owned(),
        ("", seen) => format!("it carries no date; I first saw it: {seen}"),
        (on, _) => on.to_owned(),
    };
    format!("\u{201c}{}\u{201d} ({on})", notice.subject)
}

fn letter_in_words(letter: &Written, them: &str) -> String {
    let on = if letter.on.is_empty() { "undated" } else { &letter.on };
    let did = match (letter.mine, letter.call) {
        (true, false) => "I wrote".to_owned(),
        (true, true) => "I telephoned".to_owned(),
        (false, false) => format!("{them} wrote"),
        (false, true) => format!("{them} telephoned"),
    };
    let about = if letter.subject.is_empty() { String::new() } else { format!(" \u{201c}{}\u{201d}", letter.subject) };
    let back = match letter.came_back {
        CameBack::Bounced if letter.mine => "; it was returned as undeliverable",
        CameBack::AutoReply if letter.mine => "; an automatic reply came",
        _ => "",
    };
    format!("{on}: {did}{about}{back}")
}

fn waiting_in_words(question: &Asked) -> String {
    let state = match question.state {
        QuestionState::Partly => "answered in part",
        QuestionState::Refused => "an answer was declined",
        QuestionState::Ignored => "the reply did not mention it",
        _ => "I have found no answer",
    };
    let on = if question.on.is_empty() { String::new() } else { format!("asked {}; ", question.on) };
    format!("{} ({on}{state})", question.text)
}
