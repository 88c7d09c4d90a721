//! C1: killed at any moment.

use std::fs::{self, File};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::Counts;
use crate::chance::Chance;
use crate::ground::{Answer, Ground, lines};
use crate::operations::{Done, OPERATIONS, Operation};
use crate::tally::{Row, Trial, wrong};

/// How often a waiting harness looks.
const LOOK: Duration = Duration::from_millis(1);

/// C1. The moments are spread over the time that the operation takes undisturbed; every fourth comes right after the first word it says.
pub fn killed_at_any_moment(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let known: Vec<&Operation> = OPERATIONS.iter().filter(|operation| operation.is_known(ground)).collect();
    let mut chance = Chance::new(1);
    known.iter().map(|operation| row(ground, operation, counts.kills.div_ceil(known.len()), &mut chance)).collect()
}

fn row(ground: &Ground, operation: &Operation, kills: usize, chance: &mut Chance) -> Row {
    let mut row = Row::new("C1", format!("killed while it does: {}", operation.name));
    let took = undisturbed(ground, operation);
    // Where the machine was slow for the measure and is quick now, the operation is over before the kill; that is no trial.
    let (mut attempts, mut over) = (0, 0);
    while row.tried() < kills && attempts < 4 * kills {
        attempts += 1;
        let moment = if attempts % 4 == 0 { None } else { Some(took.mul_f64(chance.below(1_000) as f64 / 1_000.0)) };
        match killed(ground, operation, attempts, moment) {
            Some(trial) => row.count(&format!("killed at {moment:?} of {took:?}"), trial),
            None => over += 1,
        }
    }
    row.remark(format!("{over} more were over before the kill"));
    row
}

/// How long it takes, the quickest of three.
fn undisturbed(ground: &Ground, operation: &Operation) -> Duration {
    let once = |number| {
        let subject = (operation.begins)(ground, number);
        let words = operation.on(&subject);
        let begun = Instant::now();
        let answer = subject.says(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(answer.code, Some(0), "{}: {}", operation.name, answer.both());
        begun.elapsed()
    };
    (0..3).map(once).min().unwrap_or_default()
}

/// One kill: at this moment, or as soon as something was said. None where the operation was over before.
fn killed(ground: &Ground, operation: &Operation, number: usize, moment: Option<Duration>) -> Option<Trial> {
    let subject = (operation.begins)(ground, number);
    let words = operation.on(&subject);
    let said = subject.beside("said");
    let mut command = subject.command(&words.iter().map(String::as_str).collect::<Vec<_>>());
    command.stdout(Stdio::from(File::create(&said).unwrap())).stderr(Stdio::null());
    let mut running = command.spawn().unwrap();
    match moment {
        Some(moment) => thread::sleep(moment),
        None => {
            while fs::metadata(&said).map_or(0, |meta| meta.len()) == 0 && running.try_wait().unwrap().is_none() {
                thread::sleep(LOOK);
            }
        }
    }
    let ended = running.try_wait().unwrap().is_some();
    running.kill().unwrap();
    let status = running.wait().unwrap();
    if ended || status.success() {
        return None;
    }
    let said = lines(&fs::read_to_string(&said).unwrap_or_default());
    let trial = subject.whole().and_then(|new_passphrase| {
        (operation.holds)(&subject, &Done { said: &said, new_passphrase })?;
        again(&subject.path(), ground, operation, new_passphrase)?;
        Ok(if said.is_empty() { "with nothing acknowledged" } else { "after an acknowledgement" })
    });
    Some(trial)
}

/// The vault goes on to work: something can be added to it.
fn again(
    vault: &std::path::Path,
    ground: &Ground,
    operation: &Operation,
    new_passphrase: bool,
) -> Result<(), crate::tally::Fault> {
    let letter = ground.at("words.txt");
    let mut command = ground.recourse(vault, &["add", "VAULT", &letter]);
    if new_passphrase {
        command.env("RECOURSE_PASSPHRASE_FILE", ground.path("other-passphrase"));
    }
    let answer = Answer::of(command.output().unwrap());
    if answer.code == Some(0) { Ok(()) } else { wrong(format!("after {}: {}", operation.name, answer.both())) }
}
