//! Which mails of a mailbox are wanted.

use chrono::NaiveDate;
use recourse_intake::mailbox::MailHead;

/// What is empty asks for nothing; all that is asked for must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the sender's name or address, in any case.
    pub from: String,
    /// A part of a recipient's name or address, in any case.
    pub to: String,
    /// Words that must all be in the subject or the body, in any case.
    pub words: String,
    /// Sent on this day or later, by the day that the mail itself states.
    pub since: Option<NaiveDate>,
    /// Sent on this day or earlier.
    pub until: Option<NaiveDate>,
}

impl Filter {
    /// Whether every mail is wanted.
    pub fn is_empty(&self) -> bool {
        let fields = [&self.from, &self.to, &self.words];
        fields.iter().all(|field| field.trim().is_empty()) && self.since.is_none() && self.until.is_none()
    }

    /// Whether a mail is wanted; its head already says whether the words are in it.
    pub(super) fn lets_through(&self, head: &MailHead) -> bool {
        let holds = |shown: &str, part: &str| {
            let part = part.trim().to_lowercase();
            part.is_empty() || shown.to_lowercase().contains(&part)
        };
        // A mail without a day is in no span of days.
        let in_time = match head.day {
            Some(day) => self.since.is_none_or(|since| day >= since) && self.until.is_none_or(|until| day <= until),
            None => self.since.is_none() && self.until.is_none(),
        };
        in_time && head.matches && holds(&head.from, &self.from) && holds(&head.to, &self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_asked_for_must_hold() {
        let day = NaiveDate::from_ymd_opt(2021, 11, 3);
        let head = MailHead {
            from: "Northfold Society <News@northfold.example>".into(),
            to: "ruth@home.example".into(),
            day,
            matches: true,
            ..MailHead::default()
        };
        let undated = MailHead { day: None, ..head.clone() };
        let filter =
            |from: &str, to: &str, since| Filter { from: from.into(), to: to.into(), since, ..Filter::default() };
        assert!(filter("", " ", None).is_empty() && !filter("", "", day).is_empty());
        assert!(filter("NORTHFOLD.", "Ruth", day).lets_through(&head));
        assert!(Filter { until: day, ..Filter::default() }.lets_through(&head));
        assert!(!filter("", "", day.and_then(|day| day.succ_opt())).lets_through(&head));
        assert!(!filter("southfold", "", None).lets_through(&head));
        assert!(!filter("", "", day).lets_through(&undated) && filter("north", "", None).lets_through(&undated));
        assert!(!Filter::default().lets_through(&MailHead { matches: false, ..head }));
    }
}
