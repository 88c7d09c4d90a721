//! The name under which a mail of a mailbox is kept as a file.

use recourse_intake::MailDraft;

/// Longest subject in a name, in characters.
const LONGEST: usize = 80;

/// `2021-11-03 Notice of an incident.eml`, with nothing in it that a file system or a terminal takes amiss.
pub(super) fn file_name(draft: Option<&MailDraft>) -> String {
    let sent = draft.and_then(|draft| draft.sent.as_ref()).and_then(|sent| sent.parsed);
    let day = sent.map_or_else(|| "undated".to_owned(), |at| at.date_naive().to_string());
    let subject = draft.and_then(|draft| draft.subject.as_deref()).unwrap_or_default();
    let safe: String =
        subject
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '\'' | '’' | ',' | '(' | ')') {
                    c
                } else {
                    ' '
                }
            })
            .take(LONGEST)
            .collect();
    let words: Vec<&str> = safe.split_whitespace().collect();
    if words.is_empty() { format!("{day} mail.eml") } else { format!("{day} {}.eml", words.join(" ")) }
}

/// A number with its thousands apart.
pub(super) fn spoken(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use recourse_intake::mail::read_date;

    use super::*;

    #[test]
    fn a_name_is_made_of_day_and_subject() {
        let mail = |subject: &str| MailDraft {
            subject: Some(subject.into()),
            sent: Some(read_date("Wed, 3 Nov 2021 23:30:00 -0500")),
            ..MailDraft::default()
        };
        assert_eq!(file_name(Some(&mail("Re: ../../etc: Ihr Päckchen\u{202E}"))), "2021-11-03 Re etc Ihr Päckchen.eml");
        assert_eq!(file_name(Some(&mail(&"x".repeat(500)))).len(), "2021-11-03 ".len() + 80 + 4);
        assert_eq!(file_name(None), "undated mail.eml");
    }

    #[test]
    fn numbers_are_spoken_with_commas() {
        assert_eq!([7, 999, 20_000, 1_234_567].map(spoken), ["7", "999", "20,000", "1,234,567"]);
    }
}
