//! The schedule of claimant information: answers from the record, gaps as gaps, and the same as a table.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use recourse_domain::choices::LossHead;
use recourse_domain::records::{Claim, Claimant, Loss, Money};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::schedule::{Part, csv, schedule};
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{claims, records};
use recourse_vault::{KdfParams, Secret};

fn desk(folder: &std::path::Path) -> Session<Unlocked> {
    let tools = Tools {
        clock: Arc::new(FixedClock(DateTime::from_timestamp(1_795_000_000, 0).unwrap())),
        worker: Worker::new(folder.join("none")),
    };
    let words = Secret::new("otter lamp quiet seven".to_owned());
    Session::create(&folder.join("v.recourse"), &words, KdfParams::weak_for_tests(), tools).unwrap().0
}

fn answer<'p>(parts: &'p [Part], field: &str) -> Option<&'p str> {
    let row = parts.iter().flat_map(|part| &part.rows).find(|row| row.field == field);
    row.unwrap_or_else(|| panic!("no field {field}")).answer.as_deref()
}

#[test]
fn what_is_on_record_is_an_answer_and_all_else_a_gap() {
    let folder = tempfile::tempdir().unwrap();
    let session = desk(folder.path());
    let empty = claims::save(&session, None, Claim { title: "Mine".into(), ..Claim::default() }, "").unwrap();
    let parts = schedule(&session, empty.id).unwrap();
    assert!(parts.iter().flat_map(|part| &part.rows).all(|row| row.answer.is_none()), "{parts:?}");

    let claimant = Claimant {
        name: "=Ruth Marsh".into(),
        date_of_birth: NaiveDate::from_ymd_opt(1970, 5, 4),
        ..Claimant::default()
    };
    claims::save(&session, Some(empty.id), Claim { claimant, ..empty.body }, "The Northfold Society").unwrap();
    let lost = |minor, currency: &str| Loss {
        title: "A new card".into(),
        head: LossHead::Replacement,
        amount: Some(Money { minor, currency: currency.into() }),
        ..Loss::default()
    };
    for loss in [lost(1205, "GBP"), lost(-5, "EUR"), lost(700, "JPY")] {
        records::add(&session, empty.id, loss, &[]).unwrap();
    }
    let parts = schedule(&session, empty.id).unwrap();
    assert_eq!(answer(&parts, "Date of birth"), Some("4 May 1970"));
    assert_eq!(answer(&parts, "The organisation"), Some("The Northfold Society"));
    assert_eq!(answer(&parts, "Who held data for it"), None);
    assert_eq!(answer(&parts, "Whether another firm acts or acted"), None);
    let losses = parts.iter().find(|part| part.title == "Losses").unwrap();
    let said: Vec<_> = losses.rows.iter().filter_map(|row| row.answer.as_deref()).collect();
    assert_eq!(said, ["£12.05", "EUR -0.05", "JPY 700"], "exactly as written, each by itself");
    assert_eq!(losses.rows[0].sources[0].1.to_string(), "L-001");

    let table = String::from_utf8(csv(&parts).unwrap()).unwrap();
    assert!(table.starts_with('\u{feff}'), "a spreadsheet knows it for UTF-8 by its mark");
    assert!(table.contains("The claimant,Date of birth,4 May 1970,K-001"), "{table}");
    assert!(!table.contains(",=Ruth"), "no cell is taken for a formula");
    assert!(table.contains("The claimant,How to reach them,,K-001"), "a gap is an empty answer");
}
