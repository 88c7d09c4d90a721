//! Logging a notice.

use chrono::NaiveDate;
use recourse_domain::dates::{Basis, understand};
use recourse_domain::records::{Entry, Notice};
use recourse_domain::{RecordId, StatedDate};
use recourse_intake::mail::read_date;

use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// The longest first line that is taken for a heading, in characters.
const LONGEST_HEADING: usize = 120;

/// Logs a notice or replaces its fields. A new one is laid beside the evidence named.
///
/// # Errors
/// A notice with nothing in it, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    claim: RecordId,
    id: Option<RecordId>,
    notice: Notice,
    evidence: &[RecordId],
) -> Result<Entry<Notice>> {
    let empty = [&notice.from, &notice.subject, &notice.text].iter().all(|field| field.trim().is_empty());
    if empty && evidence.is_empty() {
        return Err(Error::Field { field: "from", message: "Say who the notice is from, or paste its words.".into() });
    }
    match id {
        Some(id) => records::update(session, id, notice),
        None => records::add(session, claim, notice, evidence),
    }
}

/// What lines at the head of some words say of them: "From: …", "Subject: …", "Date: …".
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// Who they are from.
    pub from: String,
    /// What they are about.
    pub subject: String,
    /// When they were written.
    pub date: StatedDate,
    /// Whether there were any such lines.
    pub any: bool,
}

/// Reads the lines at the head of some words. `today` is the day that relative words are resolved against.
pub(crate) fn headings(words: &str, today: NaiveDate) -> Headings {
    let mut found = Headings { date: StatedDate::undated(), ..Headings::default() };
    for line in words.trim_start().lines().take(12) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().to_owned();
        match name.trim().to_lowercase().as_str() {
            "from" if found.from.is_empty() => found.from = value,
            "subject" if found.subject.is_empty() => found.subject = value,
            "date" | "sent" if found.date.is_undated() => found.date = stated(&value, today),
            _ => continue,
        }
        found.any = true;
    }
    found
}

/// The notice that pasted words would make: sender, subject and date are taken only from lines that say so.
/// `today` is the day that relative words are resolved against.
pub fn from_words(words: &str, today: NaiveDate) -> Notice {
    let found = headings(words, today);
    let mut notice = Notice {
        from: found.from,
        subject: found.subject,
        on_document: found.date,
        text: words.trim().to_owned(),
        ..Notice::default()
    };
    if !found.any {
        let first = words.trim_start().lines().next().unwrap_or_default().trim();
        let is_heading =
            !first.is_empty() && first.chars().count() <= LONGEST_HEADING && !first.to_lowercase().starts_with("dear");
        if is_heading && words.trim().lines().count() > 1 {
            notice.subject = first.to_owned();
        }
    }
    notice
}

/// A date in the words of a line that states it; undated where the words cannot be read as one.
fn stated(words: &str, today: NaiveDate) -> StatedDate {
    match understand(words, today) {
        Ok(understood) => StatedDate { basis: Some(Basis::Document), ..understood.date },
        Err(_) => read_date(words)
            .parsed
            .map_or_else(StatedDate::undated, |at| StatedDate::day_in_words(at.date_naive(), words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Notice {
        from_words(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
    }

    #[test]
    fn a_pasted_date_is_read_as_people_and_as_programs_write_it() {
        for line in
            ["Date: 3 November 2021", "Sent: Wednesday, 3 November 2021", "Date: Wed, 3 Nov 2021 17:04:11 +0000"]
        {
            let notice = read(&format!("From: The Northfold Society\n{line}\n\nDear Ruth,"));
            assert_eq!(notice.on_document.edtf.as_deref(), Some("2021-11-03"), "{line}");
        }
        assert!(read("Date: soon\n\nDear Ruth,").on_document.is_undated());
    }

    #[test]
    fn pasted_headers_fill_themselves_in_and_nothing_is_lost() {
        let words =
            "From: The Northfold Society\nSubject: Notification of data incident\n\nDear Ruth,\nWe are writing…";
        let notice = read(words);
        assert_eq!(notice.from, "The Northfold Society");
        assert_eq!(notice.subject, "Notification of data incident");
        assert_eq!(notice.text, words);
        assert!(notice.on_document.is_undated());
    }

    #[test]
    fn a_short_first_line_is_the_heading_and_a_greeting_is_not() {
        assert_eq!(read("Update for members\n\nWe now know more.").subject, "Update for members");
        assert_eq!(read("Dear Ruth,\n\nWe now know more.").subject, "");
        assert_eq!(read("Just one line").subject, "");
    }
}
