//! C11: copies that a syncing program left in the folder are ignored and reported.

use std::fs;
use std::path::PathBuf;

use crate::Counts;
use crate::ground::{Ground, Subject, files};
use crate::tally::{Row, Trial, wrong};

/// How syncing programs name what they could not join: before the ending, after it, or with a word of their own.
const NAMES: [fn(&str, &str) -> String; 5] = [
    |stem, ending| format!("{stem} (conflicted copy 2026-11-21){ending}"),
    |stem, ending| format!("{stem}.sync-conflict-20261121-093000-ABCDEFG{ending}"),
    |stem, ending| format!("{stem} (1){ending}"),
    |stem, ending| format!("{stem}{ending}~HEAD"),
    |stem, ending| format!(".{stem}{ending}.tmp.drivedownload"),
];

/// C11.
pub fn conflict_copies(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut row = Row::new("C11", "copies that a syncing program left");
    for number in 0..counts.copies {
        let subject = ground.vault();
        let victims = victims(&subject);
        let (victim, name) = (&victims[number % victims.len()], NAMES[number % NAMES.len()]);
        row.count(&format!("{} {number}", victim.display()), copied(&subject, victim, name));
    }
    vec![row]
}

/// One of every kind of file.
fn victims(subject: &Subject<'_>) -> Vec<PathBuf> {
    let kinds = ["records.db", "vault.json", ".meta.age", ".age"];
    kinds.iter().map(|kind| files(&subject.path(), |name| name.ends_with(kind)).remove(0)).collect()
}

fn copied(subject: &Subject<'_>, victim: &PathBuf, name: fn(&str, &str) -> String) -> Trial {
    let old = victim.file_name().unwrap_or_default().to_str().unwrap();
    let (stem, ending) =
        old.split_once('.').map_or((old, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
    let copy = victim.with_file_name(name(stem, &ending));
    let mut other = fs::read(victim).unwrap();
    other.reverse();
    fs::write(&copy, &other).unwrap();
    subject.whole()?;
    let answer = subject.check();
    if fs::read(&copy).is_ok_and(|now| now != other) || !copy.exists() {
        return wrong("the copy was touched");
    }
    if answer.out.contains("\"remarks\":[]") {
        return wrong(format!("{} is not reported: {}", copy.display(), answer.both()));
    }
    Ok("ignored and reported")
}
