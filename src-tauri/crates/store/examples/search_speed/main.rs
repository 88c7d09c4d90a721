//! How long a search takes at every keystroke in a large vault: 50,000 records and 200 MB of text, encrypted.
//!
//! `search_speed FOLDER` makes the records file there, always the same, unless it is there already; then it types and prints what each keystroke took.
//! `cargo xtask bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints what it found")]
#![allow(clippy::disallowed_methods, reason = "a measurement needs a clock")]

mod fill;
mod words;

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use recourse_domain::search::parse;
use recourse_store::{Database, Question, Shelf};
use recourse_vault::Secret;

/// How many places the window shows.
const SHOWN: usize = 50;

/// What is typed, letter by letter.
const TYPED: [&str; 12] = [
    "unauthorised access",
    "the personal data of your members",
    "a",
    "th",
    "\"personal data\"",
    "regulator told members",
    "E-01234",
    "from:alder access",
    "kind:letter unauthorised",
    "kind:photo the list",
    "before:2019 access -members",
    "kind:notice after:2020",
];

fn main() {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| ".".into());
    let path = Path::new(&folder).join("search-speed.db");
    let key = Secret::new([0xA5; 32]);
    if !path.exists() {
        let started = Instant::now();
        fill::fill(&path, &key);
        println!("made in                    {:.0} s", started.elapsed().as_secs_f64());
    }
    println!("records file               {} MB", std::fs::metadata(&path).unwrap().len() / 1_000_000);
    let mut database = Database::open(&path, &key).unwrap();
    let cold = type_all(&database, std::env::var_os("EACH_KEY").is_some());
    say("search, first time", cold);
    let warm = type_all(&database, false);
    say("search, again", warm);
    let listed = (0..5).map(|_| timed(|| list(&database))).collect();
    say("listing 40,000 items", listed);
    let added = (0..100).map(|number| timed(|| fill::one_more(&mut database, number))).collect();
    say("adding one item", added);
    database.close().unwrap();
}

/// What a list of evidence asks: the items, how many files each has, and what they seem to be.
fn list(database: &Database) {
    let records = database.reading();
    let filter = recourse_store::Filter { claim: Some(fill::CLAIM), ..recourse_store::Filter::default() };
    let items = records.list::<recourse_domain::records::Evidence>(filter).unwrap();
    assert!(items.len() >= records.files_in_lists().unwrap().len());
    records.guesses().unwrap();
}

/// How long something took, by the clock and by the processor: a busy machine changes only the first.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    processor: Duration,
}

fn timed(work: impl FnOnce()) -> Took {
    let (started, used) = (Instant::now(), processor());
    work();
    Took { clock: started.elapsed(), processor: processor().saturating_sub(used) }
}

/// What this thread has had of the processor (Linux, Documentation/scheduler/sched-stats.rst); nothing elsewhere.
fn processor() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(stat.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default())
}

fn type_all(database: &Database, each: bool) -> Vec<Took> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let mut took = Vec::new();
    for typed in TYPED {
        for end in typed.char_indices().map(|(at, c)| at + c.len_utf8()) {
            let so_far = &typed[..end];
            let mut hits = 0;
            let time = timed(|| {
                let query = parse(so_far, today);
                let question = Question { query: &query, claim: Some(fill::CLAIM), shelf: Shelf::Current };
                hits = database.reading().search(question, SHOWN).unwrap().hits.len();
            });
            if each {
                println!("{:8.2} ms  {hits:3}  {so_far}", time.processor.as_secs_f64() * 1000.0);
            }
            took.push(time);
        }
    }
    took
}

fn say(what: &str, took: Vec<Took>) {
    for (by, time) in [("", (|took| took.clock) as fn(&Took) -> Duration), (", processor", |took| took.processor)] {
        let mut times: Vec<Duration> = took.iter().map(time).collect();
        times.sort();
        let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1000.0;
        let name = format!("{what}{by}");
        println!("{name:30} median {:.1} ms, p95 {:.1} ms, max {:.1} ms of {}", at(50), at(95), at(100), times.len());
    }
}
