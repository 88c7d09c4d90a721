//! C5: one bit turned over.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use crate::Counts;
use crate::chance::Chance;
use crate::ground::{Ground, Subject, files};
use crate::tally::{Row, Trial, wrong};

/// Vaults that are harmed side by side.
const AT_ONCE: usize = 2;

/// One kind of file, how many in a hundred flips it gets, and what has to happen.
struct Kind {
    what: &'static str,
    share: usize,
    wanted: fn(&str) -> bool,
    judge: fn(&Subject<'_>, &Path, &[u8]) -> Trial,
}

const KINDS: [Kind; 5] = [
    Kind { what: "records.db", share: 40, wanted: |name| name == "records.db", judge: noticed },
    Kind {
        what: "one copy of the key file",
        share: 20,
        wanted: |name| name.starts_with("vault.json"),
        judge: repaired,
    },
    Kind { what: "sealed originals", share: 20, wanted: is_original, judge: noticed },
    Kind {
        what: "what is known of an original",
        share: 10,
        wanted: |name| name.ends_with(".meta.age"),
        judge: noticed,
    },
    Kind {
        what: "a bundle's ZIP with its manifests",
        share: 10,
        wanted: |name| name.ends_with(".zip"),
        judge: not_verified,
    },
];

fn is_original(name: &str) -> bool {
    name.ends_with(".age") && !name.ends_with(".meta.age")
}

/// C5.
pub fn turned_over(ground: &Ground, counts: &Counts) -> Vec<Row> {
    // A vault with packed mails too, and a bundle of it.
    let begun = ground.vault();
    for words in [
        &["add", "VAULT", &ground.at("mails.mbox")][..],
        &["export", "VAULT", "--out", begun.beside("V/out").to_str().unwrap(), "--date", "2026-11-21"],
    ] {
        let answer = begun.says(words);
        assert_eq!(answer.code, Some(0), "{}", answer.both());
    }
    KINDS.iter().map(|kind| row(ground, &begun, kind, (counts.flips * kind.share / 100).max(1))).collect()
}

fn row(ground: &Ground, begun: &Subject<'_>, kind: &Kind, flips: usize) -> Row {
    let mut row = Row::new("C5", format!("one bit turned over in {}", kind.what));
    let trials: Vec<(String, Trial)> = thread::scope(|scope| {
        let shares: Vec<_> = (0..AT_ONCE)
            .map(|share| {
                scope.spawn(move || {
                    some(ground, begun, kind, flips / AT_ONCE + usize::from(share < flips % AT_ONCE), share)
                })
            })
            .collect();
        shares.into_iter().flat_map(|share| share.join().expect("the trials go on")).collect()
    });
    for (which, trial) in trials {
        row.count(&which, trial);
    }
    row
}

fn some(ground: &Ground, begun: &Subject<'_>, kind: &Kind, flips: usize, seed: usize) -> Vec<(String, Trial)> {
    let subject = ground.copy_of(&begun.path());
    let mut chance = Chance::new(seed as u64 + 500);
    let files: Vec<PathBuf> = files(&subject.path(), kind.wanted);
    assert!(!files.is_empty(), "no {}", kind.what);
    (0..flips)
        .map(|_| {
            let file = &files[chance.below(files.len())];
            let good = fs::read(file).unwrap();
            let (at, bit) = (chance.below(good.len()), chance.below(8));
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            fs::write(file, &bad).unwrap();
            let trial = (kind.judge)(&subject, file, &good);
            fs::write(file, &good).unwrap();
            (
                format!(
                    "{} byte {at} of {} bit {bit}",
                    file.file_name().unwrap_or_default().to_string_lossy(),
                    good.len()
                ),
                trial,
            )
        })
        .collect()
}

/// The check says so, or the vault does not open.
pub fn noticed(subject: &Subject<'_>, _file: &Path, _good: &[u8]) -> Trial {
    let answer = subject.check();
    match answer.code {
        Some(1) if answer.out.contains("\"whole\":false") => Ok("named by the check"),
        Some(3) if answer.refused_clearly() => Ok("not opened, with a sentence"),
        _ => wrong(format!("not noticed: {}", answer.both())),
    }
}

/// The vault opens, and the file is as it was.
fn repaired(subject: &Subject<'_>, file: &Path, good: &[u8]) -> Trial {
    subject.whole()?;
    if fs::read(file).is_ok_and(|now| now == good) { Ok("repaired from the other copy") } else { wrong("not repaired") }
}

fn not_verified(subject: &Subject<'_>, file: &Path, _good: &[u8]) -> Trial {
    let answer = subject.says(&["verify", file.to_str().unwrap()]);
    match answer.code {
        Some(1) => Ok("not verified"),
        Some(3) if answer.refused_clearly() => Ok("not verified"),
        _ => wrong(format!("not noticed: {}", answer.both())),
    }
}
