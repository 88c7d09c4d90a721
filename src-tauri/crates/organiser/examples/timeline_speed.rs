//! Makes a vault of 5,000 records and says how long its timeline takes beside reading the same records. `cargo xtask bench` runs it.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement prints what it found"
)]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate};
use recourse_domain::StatedDate;
use recourse_domain::records::{Claim, Correspondence, Event, Notice, Statement};
use recourse_organiser::clock::FixedClock;
use recourse_organiser::session::{Session, Tools};
use recourse_organiser::timeline::{Question, Records, open};
use recourse_organiser::worker::Worker;
use recourse_organiser::{claims, records};
use recourse_vault::{KdfParams, Secret};

const RECORDS: u64 = 5_000;
const TIMES: usize = 7;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let clock = Arc::new(FixedClock(DateTime::UNIX_EPOCH));
    let tools = Tools { clock, worker: Worker::new("no-worker-is-started") };
    let words = Secret::new("four plain words here".to_owned());
    let (session, _) = Session::create(&folder, &words, KdfParams::weak_for_tests(), tools).unwrap();
    let claim = claims::save(&session, None, Claim::default(), "Northfold").unwrap().id;
    let text = "We are writing to tell you what we know. ".repeat(40);
    for number in 0..RECORDS {
        let day = NaiveDate::from_ymd_opt(2012, 1, 1).unwrap().checked_add_days(Days::new(number)).unwrap();
        let date = if number % 50 == 0 { StatedDate::undated() } else { StatedDate::day(day) };
        let (subject, text) = (format!("Letter {number}"), text.clone());
        match number % 4 {
            0 => records::add(&session, claim, Notice { subject, text, on_document: date, ..Notice::default() }, &[])
                .map(drop),
            1 => records::add(&session, claim, Event { title: subject, happened: date, ..Event::default() }, &[])
                .map(drop),
            2 => records::add(&session, claim, Statement { words: text, said: date, ..Statement::default() }, &[])
                .map(drop),
            _ => {
                let letter = Correspondence { subject, text, sent: date, ..Correspondence::default() };
                records::add(&session, claim, letter, &[]).map(drop)
            }
        }
        .unwrap();
    }
    let question = Question { claim, incident: None, kinds: Vec::new(), words: String::new() };
    let read = median(|| drop(Records::of(&session, claim).unwrap()));
    let opened = median(|| drop(open(&session, &question).unwrap()));
    let timeline = open(&session, &question).unwrap().timeline;
    println!("read {RECORDS} records            {:.0} ms", read.as_secs_f64() * 1e3);
    println!(
        "timeline of {} rows     {:.0} ms = {:.2} x reading",
        timeline.dated.len() + timeline.undated.len(),
        opened.as_secs_f64() * 1e3,
        opened.as_secs_f64() / read.as_secs_f64()
    );
}

fn median(work: impl Fn()) -> Duration {
    let mut taken: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    taken.sort();
    taken[TIMES / 2]
}
