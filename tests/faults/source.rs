//! C10: the source grows, shrinks or is replaced while it is attached.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::Counts;
use crate::chance::Chance;
use crate::ground::{Answer, Ground, lines, noise};
use crate::tally::{Fault, Row, Trial, wrong};

/// Large enough that attaching it takes some tens of milliseconds.
const LENGTH: usize = 48 << 20;

/// What a change is called, and the doing of it.
type Done = (&'static str, fn(&Path));

/// What happens to the source.
const CHANGES: [Done; 4] = [
    ("grows", |path| File::options().append(true).open(path).unwrap().write_all(&[7; 5_000]).unwrap()),
    ("shrinks", |path| File::options().write(true).open(path).unwrap().set_len(1_000_000).unwrap()),
    ("is written over", |path| {
        let mut file = File::options().write(true).open(path).unwrap();
        file.write_all(&[9; 70_000]).unwrap();
    }),
    ("is replaced", |path| {
        let other = path.with_extension("new");
        fs::write(&other, vec![5; LENGTH]).unwrap();
        fs::rename(&other, path).unwrap();
    }),
];

/// C10.
pub fn changing_sources(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut row = Row::new("C10", "the source changes while it is attached");
    let mut chance = Chance::new(10);
    let large = noise(LENGTH, 10);
    for number in 0..counts.sources {
        let (what, change) = CHANGES[number % CHANGES.len()];
        let moment = Duration::from_millis(20 + chance.below(140) as u64);
        row.count(&format!("{what} at {moment:?}"), changed(ground, &large, moment, change));
    }
    vec![row]
}

fn changed(ground: &Ground, large: &[u8], moment: Duration, change: fn(&Path)) -> Trial {
    let subject = ground.vault();
    let source = subject.beside("source.bin");
    fs::write(&source, large).unwrap();
    let running = subject.command(&["add", "VAULT", source.to_str().unwrap(), "--json"]).spawn().unwrap();
    thread::sleep(moment);
    change(&source);
    let answer = Answer::of(running.wait_with_output().unwrap());
    // Decrypts and hashes everything: what is on record is what is stored.
    subject.whole()?;
    let said = lines(&answer.out);
    let Some(line) = said.first() else { return wrong(answer.both()) };
    if line["kept"] == false {
        let problem = line["problem"].as_str().unwrap_or_default();
        return if problem.contains("chang") { Ok("refused in a sentence") } else { wrong(answer.both()) };
    }
    // It was kept as it was before or as it is now, never a mixture.
    let kept = line["sha256"].as_str().unwrap_or_default().to_owned();
    let before = subject.beside("before.bin");
    fs::write(&before, large).unwrap();
    if [&before, &source].into_iter().any(|path| sum(path) == kept) {
        return Ok("kept as it was at one moment");
    }
    Err(Fault::Wrong(format!("a mixture was kept: {}", answer.both())))
}

/// SHA-256 by the ordinary program.
fn sum(path: &Path) -> String {
    let output = std::process::Command::new("sha256sum").arg(path).output().unwrap();
    String::from_utf8_lossy(&output.stdout).split(' ').next().unwrap_or_default().to_owned()
}
