//! Fifty invented things that came in, ten of each class, and what weighs for them.

mod cases;

use cases::{CASES, Case};

use super::*;

fn known() -> Known {
    Known {
        own_addresses: vec!["R.Marsh@example.org".to_owned()],
        organisations: vec![
            KnownOrganisation {
                name: "The Northfold Society".to_owned(),
                contact: "privacy@northfold.example".to_owned(),
            },
            KnownOrganisation { name: "Calder Data".to_owned(), contact: String::new() },
        ],
    }
}

fn head(case: &Case) -> Option<MailHeaders> {
    let from = case.from?;
    let (name, address) = from.rsplit_once(" <").map_or(("", from), |(name, rest)| (name, rest.trim_end_matches('>')));
    Some(MailHeaders {
        subject: case.subject.to_owned(),
        sender_name: name.to_owned(),
        sender_address: address.to_owned(),
        reply_to: case.reply_to.map(str::to_owned),
        failed_checks: case.failed.iter().map(|check| (*check).to_owned()).collect(),
        in_reply_to: case.in_reply_to.map(str::to_owned),
        ..MailHeaders::default()
    })
}

fn guessed(case: &Case) -> Guess {
    guess_from_words(case.kind, case.words, head(case).as_ref(), case.answers_own, &known())
}

#[test]
fn nine_in_ten_are_guessed_right_and_no_notice_is_called_a_suspicious_contact() {
    let classes = [Filing::Notice, Filing::Letter, Filing::Evidence, Filing::Contact, Filing::Reply];
    for class in classes {
        assert!(CASES.iter().filter(|case| case.is == class).count() >= 8, "{class:?}");
    }
    let mut wrong = Vec::new();
    for case in CASES {
        let guess = guessed(case);
        if guess.filing != case.is {
            wrong.push(format!(
                "{:?} taken for {:?} because {:?}: {}",
                case.is, guess.filing, guess.because, case.words
            ));
        }
        assert!(!(case.is == Filing::Notice && guess.filing == Filing::Contact), "{wrong:#?}");
    }
    assert!(wrong.len() * 10 <= CASES.len(), "{} of {} wrong: {wrong:#?}", wrong.len(), CASES.len());
}

#[test]
fn a_guess_comes_with_words_of_the_thing_itself() {
    for case in CASES {
        let head = head(case);
        let words = plain(head.as_ref().map_or("", |head| head.subject.as_str()), case.words);
        for because in guessed(case).because {
            let in_headers = ["From: ", "Reply-To: ", "In-Reply-To: "].iter().any(|name| because.starts_with(name));
            let is_check = case.failed.contains(&because.as_str());
            assert!(in_headers || is_check || says(&words, &because), "{because:?} is not in {words:?}");
        }
    }
}

const ASKING: &str = "Your membership payment failed. Please verify your account and update your card.";

fn asked_by(head: MailHeaders) -> Filing {
    guess_from_words(EvidenceKind::Mail, ASKING, Some(&head), false, &known()).filing
}

#[test]
fn a_mail_from_an_organisation_on_record_is_suspicious_only_where_a_check_failed() {
    let from = |address: &str| MailHeaders { sender_address: address.to_owned(), ..MailHeaders::default() };
    for address in ["members@northfold.example", "members@post.northfold.example", "help@calder.example"] {
        assert_eq!(asked_by(from(address)), Filing::Letter, "{address}");
        let failed = MailHeaders { failed_checks: vec!["dmarc=fail".to_owned()], ..from(address) };
        assert_eq!(asked_by(failed), Filing::Contact, "{address}");
    }
    for address in ["members@northfold-refunds.example", "members@northfold.example.elsewhere.example", "a@b.example"] {
        assert_eq!(asked_by(from(address)), Filing::Contact, "{address}");
    }
}

#[test]
fn headers_alone_make_nothing_suspicious() {
    let head = MailHeaders {
        sender_address: "lists@choir.example".to_owned(),
        reply_to: Some("choir@groups.example".to_owned()),
        failed_checks: vec!["spf=fail".to_owned()],
        ..MailHeaders::default()
    };
    let guess = guess_from_words(EvidenceKind::Mail, "Rehearsal is at seven on Tuesday.", Some(&head), false, &known());
    assert_eq!(guess.filing, Filing::Letter);
}

#[test]
fn what_the_claimant_sent_is_a_letter_whatever_it_says() {
    let head = MailHeaders { sender_address: "r.marsh@example.org".to_owned(), ..MailHeaders::default() };
    let guess = guess_from_words(EvidenceKind::Mail, ASKING, Some(&head), false, &known());
    assert_eq!(guess, Guess { filing: Filing::Letter, because: vec!["From: r.marsh@example.org".to_owned()] });
}

#[test]
fn a_sentence_that_warns_does_not_count() {
    assert_eq!(
        without_warnings(
            "we will never ask you to verify your account. please verify your account. beware of gift cards! bye"
        ),
        "please verify your account. bye\n"
    );
}

#[test]
fn the_letters_weighed_are_bounded() {
    let long = "word ".repeat(100_000);
    assert!(plain("", &long).len() < MOST_LETTERS + 100);
}

#[test]
fn a_domain_is_an_organisations_own_by_its_contact_details_or_its_name() {
    let one = KnownOrganisation {
        name: "Tidewater Homes Limited".to_owned(),
        contact: "1 Kiln Row; tidewater.lets@gmail.com, https://www.tw-homes.example/help".to_owned(),
    };
    for own in ["tw-homes.example", "post.tw-homes.example", "tidewater.org.uk", "tidewater-homes-limited.example"] {
        assert!(one.has_domain(own), "{own}");
    }
    for other in ["", "gmail.com", "homes.tidewater.elsewhere.example", "tidewater-pay.example", "limited.example"] {
        assert!(!one.has_domain(other), "{other}");
    }
}
