//! C7: two programs at once, and locks that nobody holds any more.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::Counts;
use crate::chance::Chance;
use crate::ground::{Answer, Ground, lines};
use crate::tally::{Fault, Row, Trial, wrong};

/// How far apart the two are started at most.
const APART: usize = 120;

/// C7.
pub fn in_company(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut chance = Chance::new(7);
    let mut both = Row::new("C7", "two programs at once");
    let mut unlocked = Row::new("C7", "two at once, the lock file taken away");
    let mut stale = Row::new("C7", "a lock that nobody holds");
    for number in 0..counts.company {
        let apart = Duration::from_millis(chance.below(APART) as u64);
        both.count(&format!("{apart:?} apart"), two(ground, apart, false));
        if number % 4 == 0 {
            unlocked.count(&format!("{apart:?} apart"), two(ground, apart, true));
        }
        stale.count(&format!("number {number}"), left_behind(ground, number, &mut chance));
    }
    vec![both, unlocked, stale]
}

/// Two programs keep a file each: each is kept or refused in a sentence, and nothing is harmed.
fn two(ground: &Ground, apart: Duration, without_lock: bool) -> Trial {
    let subject = ground.vault();
    let first = subject.command(&["add", "VAULT", &ground.at("noise.bin"), "--json"]).spawn().unwrap();
    thread::sleep(apart);
    if without_lock {
        let _may_not_be_there_yet = fs::remove_file(subject.path().join("lock"));
    }
    let second = subject.says(&["add", "VAULT", &ground.at("other.bin"), "--json"]);
    let first = Answer::of(first.wait_with_output().unwrap());
    let refused = [&first, &second].into_iter().filter(|answer| answer.code != Some(0)).count();
    for answer in [&first, &second] {
        if answer.code != Some(0) && !answer.refused_clearly() {
            return wrong(answer.both());
        }
    }
    subject.whole()?;
    subject.holds(&[lines(&first.out), lines(&second.out)].concat())?;
    match refused {
        0 => Ok("one after the other"),
        1 => Ok("the second refused in a sentence"),
        _ => wrong(format!("both refused: {} and {}", first.both(), second.both())),
    }
}

/// What a program that is gone may leave: its number, nothing, or nonsense.
fn left_behind(ground: &Ground, number: usize, chance: &mut Chance) -> Trial {
    let subject = ground.vault();
    let words = match number % 4 {
        0 => format!("{}\n", 1 + chance.below(4_000_000)),
        1 => String::new(),
        2 => "4194304\nand more than a number\n".to_owned(),
        // The number of a program that lives and has nothing to do with the vault.
        _ => format!("{}\n", std::process::id()),
    };
    fs::write(subject.path().join("lock"), words).map_err(|error| Fault::Wrong(error.to_string()))?;
    subject.whole()?;
    Ok("opened")
}
