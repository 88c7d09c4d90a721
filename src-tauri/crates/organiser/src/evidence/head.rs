//! What of a mail's headers helps to guess what the mail is, and how that is kept with its file.

use recourse_intake::{MailAddress, MailDraft};
use recourse_store::MailSign;

/// How many of the mails that a mail says it answers are kept.
const MOST_ANSWERED: usize = 50;

const SUBJECT: &str = "subject";
const FROM_NAME: &str = "from-name";
const FROM_ADDRESS: &str = "from-address";
const REPLY_TO: &str = "reply-to";
const FAILED_CHECK: &str = "failed-check";
const IN_REPLY_TO: &str = "in-reply-to";
const REFERENCE: &str = "reference";

/// The part of a mail's headers that a guess rests on. Nothing in it has been checked: it is what the mail says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailHead {
    /// `Subject`.
    pub subject: String,
    /// The sender's name as shown.
    pub from_name: String,
    /// The sender's address, in lower case.
    pub from_address: String,
    /// The address that answers would go to, in lower case, where one is stated.
    pub reply_to: Option<String>,
    /// What the receiving server says failed: `spf=fail`, `dmarc=fail` (RFC 8601 section 2.7).
    pub failed_checks: Vec<String>,
    /// `In-Reply-To`, without angle brackets.
    pub in_reply_to: Option<String>,
    /// `References`, without angle brackets.
    pub references: Vec<String>,
}

impl MailHead {
    /// What a mail's headers say.
    pub fn of(mail: &MailDraft) -> Self {
        let address = |who: &MailAddress| who.address.as_deref().unwrap_or_default().trim().to_lowercase();
        Self {
            subject: mail.subject.clone().unwrap_or_default(),
            from_name: mail.from.as_ref().and_then(|from| from.name.clone()).unwrap_or_default(),
            from_address: mail.from.as_ref().map(address).unwrap_or_default(),
            reply_to: mail.reply_to.as_ref().map(address).filter(|to| !to.is_empty()),
            failed_checks: failed_checks(&mail.authentication_results),
            in_reply_to: mail.in_reply_to.clone(),
            references: mail.references.iter().take(MOST_ANSWERED).cloned().collect(),
        }
    }

    /// The same as it is kept with the file.
    pub fn signs(&self) -> Vec<MailSign> {
        let one = |kind: &str, words: &str| MailSign { kind: kind.to_owned(), words: words.to_owned() };
        let mut signs = vec![one(SUBJECT, &self.subject), one(FROM_NAME, &self.from_name)];
        signs.push(one(FROM_ADDRESS, &self.from_address));
        signs.extend(self.reply_to.iter().map(|to| one(REPLY_TO, to)));
        signs.extend(self.failed_checks.iter().map(|check| one(FAILED_CHECK, check)));
        signs.extend(self.in_reply_to.iter().map(|id| one(IN_REPLY_TO, id)));
        signs.extend(self.references.iter().map(|id| one(REFERENCE, id)));
        signs
    }

    /// What was kept with a file; none where the file is no mail, or was kept before signs were.
    pub fn from_signs(signs: Vec<MailSign>) -> Option<Self> {
        if signs.is_empty() {
            return None;
        }
        let mut head = Self::default();
        for MailSign { kind, words } in signs {
            match kind.as_str() {
                SUBJECT => head.subject = words,
                FROM_NAME => head.from_name = words,
                FROM_ADDRESS => head.from_address = words,
                REPLY_TO => head.reply_to = Some(words),
                FAILED_CHECK => head.failed_checks.push(words),
                IN_REPLY_TO => head.in_reply_to = Some(words),
                REFERENCE => head.references.push(words),
                // A sign that a later version keeps says nothing to this one.
                _ => {}
            }
        }
        Some(head)
    }

    /// The mails that it says it answers: the one it answers first, then the rest of its thread.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        self.in_reply_to.iter().chain(&self.references).map(String::as_str)
    }
}

/// What the server that took the mail in says failed. Only the topmost header is that server's own; SPF alone breaks on every forwarded mail, so it
/// does not count where DMARC held.
fn failed_checks(results: &[String]) -> Vec<String> {
    let Some(topmost) = results.first() else { return Vec::new() };
    let words: Vec<String> =
        topmost.split([';', ' ', '\t', ',']).map(|word| word.trim().to_lowercase()).filter(|w| !w.is_empty()).collect();
    let says = |word: &str| words.iter().any(|found| found == word);
    let mut failed = Vec::new();
    if says("dmarc=fail") {
        failed.push("dmarc=fail".to_owned());
    }
    if says("spf=fail") && !says("dmarc=pass") {
        failed.push("spf=fail".to_owned());
    }
    failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_as_it_was() {
        let head = MailHead {
            subject: "Your parcel".to_owned(),
            from_name: "Parcels".to_owned(),
            from_address: "a@parcels.example".to_owned(),
            reply_to: Some("b@elsewhere.example".to_owned()),
            failed_checks: vec!["dmarc=fail".to_owned(), "spf=fail".to_owned()],
            in_reply_to: Some("2@heron.example".to_owned()),
            references: vec!["1@heron.example".to_owned(), "2@heron.example".to_owned()],
        };
        assert_eq!(MailHead::from_signs(head.signs()), Some(head));
        assert_eq!(MailHead::from_signs(MailHead::default().signs()), Some(MailHead::default()));
        assert_eq!(MailHead::from_signs(Vec::new()), None);
    }

    #[test]
    fn only_the_receiving_servers_own_word_counts_and_forwarding_is_no_failure() {
        let checks = |lines: &[&str]| failed_checks(&lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            checks(&["mx.example.org; spf=fail smtp.mailfrom=a.example; dmarc=fail"]),
            ["dmarc=fail", "spf=fail"]
        );
        assert_eq!(checks(&["mx.example.org; spf=fail smtp.mailfrom=a.example; dmarc=pass"]), Vec::<String>::new());
        assert_eq!(checks(&["mx.example.org; spf=pass", "other.example; dmarc=fail"]), Vec::<String>::new());
        assert_eq!(checks(&["mx.example.org; dkim=fail; spf=pass"]), Vec::<String>::new());
        assert_eq!(checks(&[]), Vec::<String>::new());
    }
}
