//! Mailboxes between the organiser and what is shown.

use recourse_organiser::mailbox::{Filter, Mailbox, Survey, Taken};

use crate::dates::day;
use crate::rooms::{Answer, Room, kept};
use crate::types::*;

/// The filter as the organiser takes it.
///
/// # Errors
/// Where a day is none.
pub fn filter(filter: &MailboxFilter) -> Answer<Filter> {
    Ok(Filter {
        from: filter.from.clone(),
        to: filter.to.clone(),
        words: filter.words.clone(),
        since: day(filter.since.as_deref(), "since")?,
        until: day(filter.until.as_deref(), "until")?,
    })
}

/// A mailbox that was set aside, under the name to ask for it by.
pub fn found(name: String, mailbox: &Mailbox) -> MailboxFound {
    MailboxFound { mailbox: name, name: mailbox.name(), bytes: mailbox.bytes() }
}

/// What a mailbox holds.
pub fn survey(survey: Survey) -> MailboxSurvey {
    let spelled = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    MailboxSurvey {
        mails: survey.mails,
        matching: survey.matching,
        matching_bytes: survey.matching_bytes,
        undated: survey.undated,
        first: spelled(survey.first),
        last: spelled(survey.last),
        senders: survey.senders.into_iter().map(|(address, mails)| MailSender { address, mails }).collect(),
        preview: survey
            .preview
            .into_iter()
            .map(|line| MailLine { from: line.from, subject: line.subject, day: spelled(line.day), bytes: line.bytes })
            .collect(),
    }
}

/// What became of a mailbox.
///
/// # Errors
/// What the records said.
pub fn taken(room: &Room, taken: Taken) -> Answer<MailboxTaken> {
    Ok(MailboxTaken {
        mails: taken.mails,
        attachments: taken.attachments,
        already_here: taken.already_here,
        linked: taken.linked,
        whole: taken.whole.and_then(|whole| whole.evidence).map(|(_, reference)| reference.to_string()),
        problems: taken.problems.into_iter().map(|one| kept(room, one)).collect::<Answer<_>>()?,
        stopped: taken.stopped,
    })
}
