//! The guesses against what a person reads in the four notices of the sample claim, and against words as other notices write them.
#![allow(clippy::unwrap_used, reason = "a test says why it stops by stopping")]

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::choices::Finding::{self, CannotTell, NotSaid, Partly, Said};
use recourse_domain::dates::{Basis, understand};
use recourse_domain::notice_check::{Given, Guess, ITEMS, beside_a_gift, guess, question_about, question_about_gifts};
use serde_json::Value;

/// A notice of the sample claim: its words, its sender, its date.
fn sample(key: &str) -> (String, String, StatedDate) {
    let list: Value = serde_json::from_str(include_str!("../../organiser/sample/claim.json")).unwrap();
    let notice = list["notices"].as_array().unwrap().iter().find(|notice| notice["key"] == key).unwrap().clone();
    let text = |name: &str| notice[name].as_str().unwrap_or_default().to_owned();
    let date = match notice["on_document"]["stated"].as_str() {
        Some(stated) => {
            let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
            StatedDate { basis: Some(Basis::Document), ..understand(stated, today).unwrap().date }
        }
        None => StatedDate::undated(),
    };
    (text("text"), text("from"), date)
}

fn all(key: &str) -> Vec<Guess> {
    let (text, from, date) = sample(key);
    ITEMS.iter().map(|item| guess(item.id, Given { text: &text, from: &from, on_document: &date }).unwrap()).collect()
}

fn of(item: &str, text: &str) -> Guess {
    guess(item, Given { text, from: "The Society", on_document: &StatedDate::undated() }).unwrap()
}

/// N01 to N14 for each notice, with a few of the words each rests on; empty where it rests on none.
#[rustfmt::skip]
const EXPECTED: [(&str, [(Finding, &str); 14]); 4] = [
    ("n-supplier-page", [
        (Said, "a copy of a backup file was taken"),
        (CannotTell, ""),
        (Said, "dataprotection@northfold.example"),
        (NotSaid, ""),
        (Partly, "the demand was paid"),
        (Partly, "the data was destroyed"),
        (Partly, "There is no action that you need to take"),
        (CannotTell, ""),
        (Said, "names, e-mail and phone, amounts given"),
        (Partly, "between February and May this year"),
        (Said, "Harrow Fundraising, a company"),
        (NotSaid, ""),
        (NotSaid, ""),
        (Said, "No sensitive information"),
    ]),
    ("n-mail", [
        (Said, "can no longer be opened on their systems"),
        (CannotTell, ""),
        (NotSaid, ""),
        (NotSaid, ""),
        (Partly, "working"),
        (NotSaid, ""),
        (Said, "be careful with unexpected messages"),
        (CannotTell, ""),
        (NotSaid, ""),
        (NotSaid, ""),
        (NotSaid, "a company that keeps records on our behalf"),
        (NotSaid, "the authorities"),
        (Said, ""),
        (NotSaid, ""),
    ]),
    ("n-update", [
        (Said, "rendered inaccessible"),
        (CannotTell, ""),
        (NotSaid, ""),
        (NotSaid, ""),
        (Partly, "to the police"),
        (NotSaid, ""),
        (NotSaid, ""),
        (CannotTell, ""),
        (Partly, "does not hold bank details"),
        (Partly, "told us on Friday 29 October 2021"),
        (NotSaid, "a company that keeps records on our behalf"),
        (Partly, "to the Information Commissioner"),
        (Said, "8 November 2021"),
        (Said, "does not hold bank details"),
    ]),
    ("n-letter", [
        (Said, "encrypted by the attacker and could not be opened"),
        (CannotTell, ""),
        (Partly, "contact us as before"),
        (Partly, "Some people may see more scam calls"),
        (Said, "moved to another supplier"),
        (NotSaid, ""),
        (Said, "Be careful with messages"),
        (CannotTell, ""),
        (NotSaid, ""),
        (NotSaid, ""),
        (Said, "the company is Calder Data"),
        (Partly, "to the Information Commissioner"),
        (Partly, ""),
        (Partly, "no evidence that the data has been published"),
    ]),
];

#[test]
fn the_four_notices_of_the_sample_are_read_as_a_person_reads_them() {
    for (key, expected) in EXPECTED {
        for ((item, guess), (finding, words)) in ITEMS.iter().zip(all(key)).zip(expected) {
            assert_eq!(guess.finding, finding, "{key} {}: {guess:?}", item.id);
            assert_eq!(guess.quote.is_empty(), words.is_empty(), "{key} {}: {guess:?}", item.id);
            assert!(guess.quote.contains(words), "{key} {}: {guess:?}", item.id);
        }
    }
}

#[test]
fn every_quote_stands_in_the_notice_letter_by_letter_and_every_guess_says_why() {
    for (key, _) in EXPECTED {
        let (text, ..) = sample(key);
        for guess in all(key) {
            assert!(text.contains(&guess.quote), "{guess:?}");
            assert!(guess.because.ends_with('.'), "{guess:?}");
            assert!(
                guess.finding != Said && guess.finding != Partly
                    || !guess.quote.is_empty()
                    || guess.because.contains("carries the date")
            );
        }
    }
}

#[test]
fn a_quote_keeps_the_line_ends_and_marks_of_the_text() {
    let text =
        "Dear Ms. Marsh,\nwe write about\nyour data. Please don\u{2019}t\nclick on links, and be\nvigilant. Yours";
    let guess = of("N07", text);
    assert_eq!((guess.finding, guess.quote.as_str()), (Said, "Please don\u{2019}t\nclick on links, and be\nvigilant"));
}

#[test]
fn two_reassurances_are_both_named_and_gifts_beside_them_too() {
    let guess = &all("n-supplier-page")[13];
    assert!(guess.because.contains("the data was destroyed"), "{}", guess.because);
    assert!(guess.because.contains("amounts given"), "{}", guess.because);
    assert!(guess.because.contains("Article 9"), "{}", guess.because);
    let (text, ..) = sample("n-supplier-page");
    let gift = beside_a_gift(&text).unwrap();
    assert!(text.contains(&gift));
    assert!(question_about_gifts(&gift).contains("UK GDPR, Article 9"));
    assert_eq!(beside_a_gift("No sensitive information was taken."), None);
    assert_eq!(beside_a_gift("The file held amounts given."), None);
}

#[test]
fn what_is_denied_is_not_taken_for_what_happened() {
    assert_eq!(of("N01", "No bank details were taken.").finding, NotSaid);
    assert_eq!(of("N01", "Your name and address were accessed.").finding, Said);
    assert_eq!(of("N01", "There was a cyber-attack on us.").finding, Partly);
}

#[test]
fn other_notices_are_understood_too() {
    for (item, text, finding) in [
        ("N03", "Our Data Protection Officer is Jo Green, dpo@society.example.", Said),
        ("N03", "If you have questions, call us on 01632 960100.", Said),
        ("N03", "Our reference is 2021/0384. Contact us through the website.", Partly),
        ("N04", "Your details could be used to open accounts; there is a risk of fraud.", Said),
        ("N06", "We will give you credit monitoring for a year.", Said),
        ("N08", "In this issue: the summer fair, and a note about your data.", Partly),
        ("N09", "The files held dates of birth and National Insurance numbers.", Said),
        ("N09", "Write to us by e-mail.", NotSaid),
        ("N10", "The attack took place on 3 May 2021, was detected on 4 May, and the firm told us on 6 May.", Said),
        ("N10", "It may have happened to you too.", NotSaid),
        ("N11", "Our mailing provider, Quillmark Ltd, told us so.", Said),
        ("N11", "One of our suppliers was attacked on Friday.", NotSaid),
        ("N12", "We reported it to the ICO under reference IC-112233-A1B2.", Said),
        ("N14", "We have no reason to believe that it went further.", Partly),
    ] {
        let guess = of(item, text);
        assert_eq!(guess.finding, finding, "{item} {text} {guess:?}");
        assert!(text.contains(&guess.quote));
    }
}

#[test]
fn without_words_nothing_can_be_told_but_the_date() {
    for item in &ITEMS {
        let guess = of(item.id, " \n\n ");
        assert_eq!(guess.finding, if item.id == "N13" { NotSaid } else { CannotTell }, "{}", item.id);
        assert!(guess.quote.is_empty());
    }
    assert_eq!(guess("N15", Given { text: "x", from: "", on_document: &StatedDate::undated() }), None);
}

#[test]
fn a_date_that_somebody_remembers_is_not_a_date_on_the_notice() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let date = StatedDate { basis: Some(Basis::Recollection), ..understand("3 May 2021", today).unwrap().date };
    let found = guess("N13", Given { text: "Hello.", from: "", on_document: &date }).unwrap();
    assert_eq!(found.finding, CannotTell);
}

#[test]
fn every_item_has_a_question_that_accuses_nobody() {
    for item in &ITEMS {
        let question = question_about(item.id).unwrap();
        assert!(question.ends_with(['?', '.']), "{question}");
        for verdict in ["fail", "unlawful", "liable", "negligent", "late", "wrong"] {
            assert!(
                !question.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| word == verdict),
                "{question}"
            );
        }
    }
    assert_eq!(question_about("N15"), None);
}
