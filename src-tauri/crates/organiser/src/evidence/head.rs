//! What of a mail's headers is kept with its file.

use recourse_intake::{MailAddress, MailDraft};
use recourse_store::MailHeaders;

use super::guess::people;

/// What a mail's headers say of it and of the mails around it.
pub(super) fn headers_of(mail: &MailDraft) -> MailHeaders {
    let address = |who: &MailAddress| who.address.as_deref().unwrap_or_default().trim().to_lowercase();
    let everybody: Vec<MailAddress> = mail.to.iter().chain(&mail.cc).cloned().collect();
    MailHeaders {
        message_id: mail.message_id.clone(),
        in_reply_to: mail.in_reply_to.clone(),
        references: mail.references.clone(),
        sender_name: mail.from.as_ref().and_then(|from| from.name.clone()).unwrap_or_default(),
        sender_address: mail.from.as_ref().map(address).unwrap_or_default(),
        reply_to: mail.reply_to.as_ref().map(address).filter(|to| !to.is_empty()),
        recipients: people(&everybody),
        subject: mail.subject.clone().unwrap_or_default(),
        sent_at: mail.sent.as_ref().and_then(|sent| sent.parsed),
        failed_checks: failed_checks(&mail.authentication_results),
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
