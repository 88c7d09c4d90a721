//! Weighs what a thing says and what its mail's headers say, and guesses what it is. Pure: the same words give the same guess.

use recourse_domain::choices::EvidenceKind;
use recourse_store::MailHeaders;

use super::guess::{Filing, Guess};
use super::phrases::{self, Weighed};

/// From this weight on a guess is made.
const ENOUGH: i32 = 4;

/// How many of the words that a guess rests on are told.
const MOST_TOLD: usize = 6;

/// How many letters of a text are weighed; what a thing is stands at its beginning.
const MOST_LETTERS: usize = 20_000;

/// What is on record and bears on a guess.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The claimant's own e-mail addresses.
    pub own_addresses: Vec<String>,
    /// The organisations on record.
    pub organisations: Vec<KnownOrganisation>,
}

/// An organisation on record.
#[derive(Debug, Clone, Default)]
pub struct KnownOrganisation {
    /// Its name.
    pub name: String,
    /// How it can be reached, as the person wrote it; e-mail and web addresses in it are its own.
    pub contact: String,
}

/// What weighs for one kind of thing.
#[derive(Default)]
struct Scale {
    weight: i32,
    because: Vec<String>,
}

impl Scale {
    fn of(words: &str, phrases: &[Weighed]) -> Self {
        let mut scale = Self::default();
        for (phrase, weight) in phrases.iter().filter(|(phrase, _)| says(words, phrase)) {
            scale.weight += weight;
            if *weight > 0 {
                scale.because.push((*phrase).to_owned());
            }
        }
        scale
    }

    fn add(&mut self, weight: i32, words: String) {
        self.weight += weight;
        self.because.insert(0, words);
    }

    fn is_enough(&self) -> bool {
        self.weight >= ENOUGH
    }

    fn guess(mut self, filing: Filing) -> Guess {
        self.because.truncate(MOST_TOLD);
        Guess { filing, because: self.because }
    }
}

/// What a thing seems to be, from its kind, its words, its mail's headers, and whether it answers a letter that the claimant sent.
pub fn guess_from_words(
    kind: EvidenceKind,
    words: &str,
    head: Option<&MailHeaders>,
    answers_own: bool,
    known: &Known,
) -> Guess {
    if let Some(head) = head.filter(|head| is_own(&head.sender_address, known)) {
        return Guess { filing: Filing::Letter, because: vec![format!("From: {}", head.sender_address)] };
    }
    if let Some(id) = head.and_then(|head| head.answers().next()).filter(|_| answers_own) {
        return Guess { filing: Filing::Reply, because: vec![format!("In-Reply-To: {id}")] };
    }
    let words = plain(head.map_or("", |head| head.subject.as_str()), words);
    let notice = Scale::of(&words, phrases::NOTICE);
    let mut reply = Scale::of(&words, phrases::REPLY);
    let evidence = Scale::of(&words, phrases::EVIDENCE);
    let letter = Scale::of(&words, phrases::LETTER);
    if let Some(id) = head.and_then(|head| head.answers().next()) {
        reply.add(2, format!("In-Reply-To: {id}"));
    }
    let contact = contact(&words, head, known);
    // Notices warn of strange mails and are imitated by them: what reads as a notice is one unless its headers and much more speak against it.
    let strange = contact.scale.is_enough()
        && (!notice.is_enough() || (contact.by_headers && contact.scale.weight >= 2 * notice.weight));
    if strange && !(reply.is_enough() && reply.weight > contact.scale.weight) {
        return contact.scale.guess(Filing::Contact);
    }
    if reply.is_enough() && reply.weight >= notice.weight {
        return reply.guess(Filing::Reply);
    }
    if notice.is_enough() {
        return notice.guess(Filing::Notice);
    }
    let letter_like = matches!(kind, EvidenceKind::Mail | EvidenceKind::Letter) || letter.weight >= 3;
    if letter_like && !(evidence.is_enough() && evidence.weight > letter.weight) {
        return letter.guess(Filing::Letter);
    }
    evidence.guess(Filing::Evidence)
}

/// What weighs for a suspicious contact, and whether the mail's headers are part of it.
#[derive(Default)]
struct Contact {
    scale: Scale,
    by_headers: bool,
}

/// What weighs for a suspicious contact. A mail from an organisation on record is none, unless the server that took it in says a check failed.
fn contact(words: &str, head: Option<&MailHeaders>, known: &Known) -> Contact {
    let failed = head.is_some_and(|head| !head.failed_checks.is_empty());
    let from = head.map(|head| domain_of(&head.sender_address)).unwrap_or_default();
    if !failed && known.organisations.iter().any(|organisation| organisation.has_domain(from)) {
        return Contact::default();
    }
    let asking = without_warnings(words);
    let mut scale = Scale::of(&asking, phrases::CONTACT);
    let link = asking.contains("http://") || asking.contains("https://") || asking.contains("www.");
    if link && phrases::URGENCY.iter().any(|phrase| says(&asking, phrase)) {
        scale.weight += 2;
    }
    let asks = scale.weight > 0;
    let Some(head) = head else { return Contact { scale, by_headers: false } };
    let borrowed = borrowed_name(head, from, known);
    let elsewhere = head.reply_to.as_ref().filter(|to| !same_owner(domain_of(to), from));
    if let Some(to) = elsewhere.filter(|_| asks) {
        scale.add(2, format!("Reply-To: {to}"));
    }
    if let Some(weight) = borrowed {
        scale.add(weight, format!("From: {} <{}>", head.sender_name, head.sender_address));
    }
    if asks || borrowed.is_some() {
        for check in &head.failed_checks {
            scale.add(3, check.clone());
        }
    }
    Contact { scale, by_headers: failed || borrowed.is_some() }
}

/// How much it weighs that the name shown is not that of the address behind it; none where it may well be.
fn borrowed_name(head: &MailHeaders, from: &str, known: &Known) -> Option<i32> {
    let name = head.sender_name.to_lowercase();
    if name.is_empty() || from.is_empty() {
        return None;
    }
    let shown_address = name.split([' ', '<', '>', '(', ')', '"']).find(|word| word.contains('@'));
    if shown_address.is_some_and(|shown| !same_owner(domain_of(shown), from)) {
        return Some(3);
    }
    let squeezed = from.replace('-', "");
    if phrases::BORROWED.iter().any(|(shown, domain)| says(&name, shown) && !squeezed.contains(domain)) {
        return Some(3);
    }
    let theirs = known.organisations.iter().find(|one| one.is_named_in(&name));
    theirs.filter(|one| !one.has_domain(from)).map(|_| 2)
}

impl KnownOrganisation {
    /// Whether a domain is its own: one that its contact details name, or one registered under its name or the one telling word of it.
    fn has_domain(&self, domain: &str) -> bool {
        let contact = self.contact.to_lowercase();
        let mut named = contact
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '/'))
            .map(|word| domain_of(word.trim_matches('.')).trim_start_matches("www."))
            .filter(|word| word.contains('.') && !phrases::MAIL_FOR_ALL.contains(word));
        if named.any(|own| same_owner(own, domain)) {
            return true;
        }
        let joined: String = self.name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let joined = joined.strip_prefix("the").unwrap_or(&joined);
        let label = registered_label(domain).replace('-', "");
        (joined.len() >= 4 && label == joined) || self.telling_words().contains(&label)
    }

    /// Whether a sender's name, in lower case, is this organisation's.
    fn is_named_in(&self, shown: &str) -> bool {
        let words = self.telling_words();
        !words.is_empty() && words.iter().all(|word| says(shown, word))
    }

    /// The words of the name that other organisations do not share, in lower case.
    fn telling_words(&self) -> Vec<String> {
        const SHARED: [&str; 18] = [
            "the",
            "society",
            "limited",
            "group",
            "company",
            "council",
            "trust",
            "association",
            "services",
            "service",
            "solutions",
            "systems",
            "party",
            "bank",
            "university",
            "college",
            "hospital",
            "foundation",
        ];
        self.name
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= 4 && !SHARED.contains(word))
            .map(str::to_owned)
            .collect()
    }
}

fn is_own(address: &str, known: &Known) -> bool {
    !address.is_empty() && known.own_addresses.iter().any(|mine| mine.trim().eq_ignore_ascii_case(address))
}

fn domain_of(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

/// The label of a domain that its owner chose: `heron` of `post.heron.example` and of `www.heron.org.uk`.
fn registered_label(domain: &str) -> &str {
    let shared = ["ac", "co", "com", "gov", "ltd", "me", "net", "nhs", "org", "plc", "police", "sch"];
    let mut labels = domain.rsplit('.').skip(1);
    let second = labels.next().unwrap_or_default();
    if shared.contains(&second) { labels.next().unwrap_or_default() } else { second }
}

/// Whether two domains are the same or one lies within the other.
fn same_owner(one: &str, other: &str) -> bool {
    let within =
        |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    !one.is_empty() && !other.is_empty() && (within(one, other) || within(other, one))
}

/// A subject and words as the phrases are written: lower case, plain apostrophes, one space between words, one paragraph a line.
fn plain(subject: &str, words: &str) -> String {
    let mut out = String::new();
    for paragraph in [subject].into_iter().chain(words.split("\n\n")) {
        for word in paragraph.split_whitespace() {
            out.push_str(word);
            out.push(' ');
            if out.len() > MOST_LETTERS {
                break;
            }
        }
        out.push('\n');
        if out.len() > MOST_LETTERS {
            break;
        }
    }
    out.to_lowercase().replace(['’', '‘'], "'").replace("e-mail", "email")
}

/// The words without the sentences that warn.
fn without_warnings(words: &str) -> String {
    let mut out = String::new();
    for line in words.lines() {
        let mut rest = line;
        while !rest.is_empty() {
            let end =
                [". ", "! ", "? "].iter().filter_map(|mark| rest.find(mark)).min().map_or(rest.len(), |at| at + 2);
            let (sentence, after) = rest.split_at(end);
            if !phrases::WARNINGS.iter().any(|warning| says(sentence, warning)) {
                out.push_str(sentence);
            }
            rest = after;
        }
        out.push('\n');
    }
    out
}

/// Whether a phrase stands in the words, not as a part of longer ones.
fn says(words: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    words.match_indices(phrase).any(|(at, _)| {
        !is_letter(words[..at].chars().next_back()) && !is_letter(words[at + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests;
