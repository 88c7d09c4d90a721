//! C8: a folder that may only be read, permission taken away, and a folder copied while it is in use. As somebody else, since the system lets
//! its administrator do anything.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use recourse_tests::program;
use walkdir::WalkDir;

use crate::Counts;
use crate::chance::Chance;
use crate::ground::{Answer, Ground, Subject};
use crate::tally::{Row, Trial, wrong};

/// The number of "nobody" on every Linux.
const NOBODY: u32 = 65_534;

/// What is done in a vault that cannot be written.
const DONE: [&[&str]; 5] = [
    &["status", "VAULT"],
    &["add", "VAULT", "FILE"],
    &["check", "VAULT", "--read-data"],
    &["passphrase", "VAULT", "--new-passphrase-file", "OTHER"],
    &["list", "VAULT", "inbox"],
];

/// C8.
pub fn without_permission(ground: &Ground, counts: &Counts) -> Vec<Row> {
    let mut read_only = Row::new("C8", "a folder that may only be read");
    let mut taken = Row::new("C8", "permission taken away from one file or folder");
    let mut copied = Row::new("C8", "a folder copied while it is in use");
    let mut chance = Chance::new(8);
    // Everybody may pass through the home to the vault and the material.
    fs::set_permissions(ground.path(""), fs::Permissions::from_mode(0o755)).unwrap();
    for number in 0..counts.permission {
        read_only.count(&format!("number {number}"), only_read(ground, number));
        taken.count(&format!("number {number}"), taken_away(ground, number, &mut chance));
        copied.count(&format!("number {number}"), copied_in_use(ground, &mut chance));
    }
    vec![read_only, taken, copied]
}

/// Every file and folder of the vault gets these permissions.
fn everything(subject: &Subject<'_>, folders: u32, files: u32) {
    fs::set_permissions(subject.beside(""), fs::Permissions::from_mode(0o755)).unwrap();
    for entry in WalkDir::new(subject.path()).contents_first(true).into_iter().flatten() {
        let mode = if entry.file_type().is_dir() { folders } else { files };
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(mode)).unwrap();
        // Where the tests run as an ordinary person, the files are theirs already.
        let _ = chown(entry.path(), Some(NOBODY), Some(NOBODY));
    }
}

/// Runs the command as nobody where the tests run as the administrator.
fn as_nobody(subject: &Subject<'_>, words: &[&str]) -> Answer {
    let ground = subject.ground();
    let (file, other) = (ground.at("noise.bin"), ground.at("other-passphrase"));
    let words = words.iter().map(|word| match *word {
        "FILE" => file.clone(),
        "OTHER" => other.clone(),
        "VAULT" => subject.path().to_str().unwrap().to_owned(),
        word => word.to_owned(),
    });
    let drops = fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    let mut command = if drops {
        let mut command = Command::new("setpriv");
        let number = NOBODY.to_string();
        command.args(["--reuid", &number, "--regid", &number, "--clear-groups", "--"]).arg(program("recourse"));
        command
    } else {
        Command::new(program("recourse"))
    };
    ground.live_here(&mut command, &subject.path());
    Answer::of(command.args(words).output().unwrap())
}

fn only_read(ground: &Ground, number: usize) -> Trial {
    let subject = ground.vault();
    let before = contents(&subject.path());
    everything(&subject, 0o555, 0o444);
    let answer = as_nobody(&subject, DONE[number % DONE.len()]);
    let unchanged = contents(&subject.path()) == before;
    everything(&subject, 0o755, 0o644);
    subject.whole()?;
    match answer.code {
        _ if !unchanged => wrong(format!("something was written: {}", answer.both())),
        Some(0) => Ok("opened to be read"),
        _ if answer.refused_clearly() => Ok("refused in a sentence"),
        _ => wrong(answer.both()),
    }
}

/// One file or folder after another cannot be entered or read any more.
fn taken_away(ground: &Ground, number: usize, chance: &mut Chance) -> Trial {
    let subject = ground.vault();
    everything(&subject, 0o755, 0o644);
    let all: Vec<_> = WalkDir::new(subject.path()).sort_by_file_name().into_iter().flatten().collect();
    let victim = all[chance.below(all.len())].path().to_owned();
    fs::set_permissions(&victim, fs::Permissions::from_mode(0o000)).unwrap();
    let answer = as_nobody(&subject, DONE[number % DONE.len()]);
    everything(&subject, 0o755, 0o644);
    subject.whole()?;
    match answer.code {
        Some(0) => Ok("done all the same"),
        Some(1) if !answer.err.contains("panicked") => Ok("named"),
        _ if answer.refused_clearly() => Ok("refused in a sentence"),
        _ => wrong(format!("{}: {}", victim.display(), answer.both())),
    }
}

/// A copy taken at some moment opens and is whole, or is refused in a sentence; the vault itself is untouched by it.
fn copied_in_use(ground: &Ground, chance: &mut Chance) -> Trial {
    let subject = ground.vault();
    let words = ["add", "VAULT", &ground.at("noise.bin"), &ground.at("letter.txt"), &ground.at("other.bin")];
    let running = subject.command(&words).spawn().unwrap();
    thread::sleep(Duration::from_millis(chance.below(250) as u64));
    // As `cp -r` does it: what is gone by the time it is come to is left out.
    let target = subject.beside("copied");
    let status =
        Command::new("cp").arg("-r").arg(subject.path()).arg(&target).stderr(std::process::Stdio::null()).status();
    assert!(status.is_ok(), "cp is there");
    let answer = Answer::of(running.wait_with_output().unwrap());
    if answer.code != Some(0) {
        return wrong(format!("the vault itself: {}", answer.both()));
    }
    subject.whole()?;
    let copied = ground.copy_of(&target).check();
    match copied.code {
        Some(0) => Ok("the copy is whole"),
        Some(1) => Ok("the copy's gaps are named"),
        _ if copied.refused_clearly() => Ok("the copy is refused in a sentence"),
        _ => wrong(copied.both()),
    }
}

/// Every file with its bytes, but for the lock, whose number only helps to find the other program.
fn contents(vault: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let files = crate::ground::files(vault, |name| name != "lock");
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect()
}
