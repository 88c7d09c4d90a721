//! What was said of one kind of data over time, and the neutral sentence where it does not all say the same.
#![allow(clippy::unwrap_used, reason = "a test says why it stops by stopping")]

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::categories::{category, conflict};
use recourse_domain::choices::DataStanding::{
    self, FoundInAccessReply, Gave, Misused, SaidAffected, SaidNotAffected, Unknown,
};
use recourse_domain::notice_check::question_about_kind;
use recourse_domain::records::DataAssertion;

fn said(standing: DataStanding, day: Option<(i32, u32, u32)>, by: &str, whose: &str) -> DataAssertion {
    let on =
        day.map_or_else(StatedDate::undated, |(y, m, d)| StatedDate::day(NaiveDate::from_ymd_opt(y, m, d).unwrap()));
    DataAssertion { standing, on, by_shown: by.to_owned(), whose_data: whose.to_owned(), ..DataAssertion::default() }
}

#[test]
fn a_denial_and_its_correction_stand_together_with_their_scope() {
    let july = said(SaidNotAffected, Some((2020, 7, 16)), "Harrow Fundraising", "all customers");
    let september = said(SaidAffected, Some((2020, 9, 29)), "Harrow Fundraising", "some customers");
    let sentence = conflict(&[&july, &september]).unwrap();
    assert_eq!(
        sentence,
        "Dated 16 July 2020 Harrow Fundraising said that it was not affected; dated 29 September 2020 Harrow Fundraising said that it was \
         affected. Both are kept. They may speak of different people\u{2019}s data."
    );
}

#[test]
fn what_says_the_same_is_no_conflict() {
    for (one, other) in
        [(Gave, SaidAffected), (SaidAffected, FoundInAccessReply), (SaidAffected, Misused), (Unknown, SaidAffected)]
    {
        let (one, other) = (said(one, Some((2020, 1, 1)), "A", ""), said(other, Some((2020, 2, 1)), "A", ""));
        assert_eq!(conflict(&[&one, &other]), None, "{one:?} {other:?}");
    }
    assert_eq!(conflict(&[]), None);
}

#[test]
fn an_undated_one_is_named_as_such_and_my_own_without_a_speaker() {
    let denied = said(SaidNotAffected, Some((2022, 2, 14)), "The Society", "");
    let used = said(Misused, None, "", "");
    let sentence = conflict(&[&denied, &used]).unwrap();
    assert!(
        sentence.ends_with("without a date it is on record that somebody seems to have used it. Both are kept."),
        "{sentence}"
    );
}

#[test]
fn a_question_about_gifts_to_a_party_cites_article_9() {
    let question = question_about_kind(category("fin.payments").unwrap(), false);
    assert!(question.contains("UK GDPR, Article 9"), "{question}");
    let question = question_about_kind(category("fin.bank").unwrap(), true);
    assert!(!question.contains("Article"), "{question}");
    assert!(question.contains("not always the same"), "{question}");
    assert!(question_about_kind(category("sc.health").unwrap(), false).contains("Article 9"));
    assert!(question_about_kind(category("cr.offence").unwrap(), false).contains("Article 10"));
}
