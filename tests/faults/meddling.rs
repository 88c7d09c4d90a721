//! C6: files exchanged, cut, turned round, taken away or put back, and those of another vault.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Counts;
use crate::flips::noticed;
use crate::ground::{Ground, Subject, copy, files};
use crate::tally::{Row, Trial, wrong};

/// A sealed block of age with its tag: 64 KiB and 16 bytes (age-encryption.org/v1, "Payload").
const BLOCK: usize = 65_536 + 16;
/// A page of the database.
const PAGE: usize = 4_096;

/// One attack on a vault, with another vault of the same person at hand.
struct Attack {
    what: &'static str,
    does: fn(&Subject<'_>, &Path),
    judge: fn(&Subject<'_>) -> Trial,
}

const ATTACKS: [Attack; 25] = [
    Attack { what: "two originals exchanged", does: |s, _| exchange(&originals(s)[0], &originals(s)[1]), judge: seen },
    Attack { what: "two sidecars exchanged", does: |s, _| exchange(&sidecars(s)[0], &sidecars(s)[1]), judge: seen },
    Attack {
        what: "an original in place of its sidecar",
        does: |s, _| over(&originals(s)[0], &sidecars(s)[0]),
        judge: seen,
    },
    Attack { what: "an original cut at the edge of a block", does: |s, _| cut_at_block(&large(s)), judge: seen },
    Attack { what: "an original cut inside a block", does: |s, _| cut(&large(s), 100_000), judge: seen },
    Attack { what: "an original cut to nothing", does: |s, _| cut(&large(s), 0), judge: seen },
    Attack { what: "an original with its last block twice", does: |s, _| last_block_twice(&large(s)), judge: seen },
    Attack { what: "an original with two blocks exchanged", does: |s, _| exchange_blocks(&large(s)), judge: seen },
    Attack { what: "an original with bytes after its end", does: |s, _| append(&large(s)), judge: seen },
    Attack { what: "an original taken away", does: |s, _| fs::remove_file(large(s)).unwrap(), judge: seen },
    Attack { what: "a sidecar taken away", does: |s, _| fs::remove_file(&sidecars(s)[0]).unwrap(), judge: seen },
    Attack {
        what: "all originals taken away",
        does: |s, _| fs::remove_dir_all(s.path().join("objects")).unwrap(),
        judge: seen,
    },
    Attack { what: "another vault's original under this name", does: |s, o| other_original(s, o), judge: seen },
    Attack {
        what: "another vault's key file, both copies",
        does: |s, o| key_files(s, o, &["vault.json", "vault.json.bak"]),
        judge: seen,
    },
    Attack { what: "another vault's key file, one copy", does: |s, o| key_files(s, o, &["vault.json"]), judge: seen },
    Attack { what: "another vault's second key file", does: |s, o| key_files(s, o, &["vault.json.bak"]), judge: seen },
    Attack { what: "another vault's records", does: |s, o| over(&o.join("records.db"), &records(s)), judge: seen },
    Attack { what: "records cut at the edge of a page", does: |s, _| cut(&records(s), 20 * PAGE), judge: seen },
    Attack { what: "records with two pages exchanged", does: |s, _| exchange_pages(&records(s)), judge: seen },
    Attack { what: "records taken away", does: |s, _| fs::remove_file(records(s)).unwrap(), judge: seen },
    Attack { what: "records of a vault without originals taken away", does: |s, _| all_but_keys(s), judge: seen },
    Attack { what: "records emptied", does: |s, _| cut(&records(s), 0), judge: seen },
    Attack { what: "both key files emptied", does: |s, _| empty_keys(s), judge: seen },
    Attack { what: "old records put back under newer originals", does: |s, _| older_records(s), judge: told },
    Attack { what: "a stranger's file among the originals", does: |s, _| stranger(s), judge: told },
];

/// C6.
pub fn meddled_with(ground: &Ground, _counts: &Counts) -> Vec<Row> {
    let mut row = Row::new("C6", "files meddled with");
    let other = another_vault(ground);
    for attack in ATTACKS {
        let subject = ground.vault();
        (attack.does)(&subject, &other.path());
        row.count(attack.what, (attack.judge)(&subject));
    }
    row.remark("records and originals put back together, as in a restored backup, are a whole vault: only an outside witness tells their age");
    vec![row]
}

/// A vault of its own keys with the same two files in it.
fn another_vault(ground: &Ground) -> Subject<'_> {
    let other = ground.copy_of(&ground.path("V"));
    fs::remove_dir_all(other.path()).unwrap();
    for words in [
        &["new", "VAULT"][..],
        &["claim", "add", "VAULT", "--title", "Other", "--organisation", "The Northfold Society"],
        &["add", "VAULT", &ground.at("held.txt"), &ground.at("held.bin")],
    ] {
        let answer = other.says(words);
        assert_eq!(answer.code, Some(0), "{}", answer.both());
    }
    other
}

fn seen(subject: &Subject<'_>) -> Trial {
    noticed(subject, Path::new(""), &[])
}

/// The vault is whole, and the check says what it saw.
fn told(subject: &Subject<'_>) -> Trial {
    let answer = subject.check();
    if answer.code == Some(0) && !answer.out.contains("\"remarks\":[]") {
        return Ok("remarked on by the check");
    }
    wrong(format!("not remarked on: {}", answer.both()))
}

fn originals(subject: &Subject<'_>) -> Vec<PathBuf> {
    files(&subject.path().join("objects"), |name| {
        name.ends_with(".age") && !name.contains(".meta.") && !name.contains(".pack.")
    })
}

fn sidecars(subject: &Subject<'_>) -> Vec<PathBuf> {
    files(&subject.path().join("objects"), |name| name.ends_with(".meta.age"))
}

/// The original of several blocks.
fn large(subject: &Subject<'_>) -> PathBuf {
    originals(subject).into_iter().max_by_key(|path| fs::metadata(path).unwrap().len()).unwrap()
}

fn records(subject: &Subject<'_>) -> PathBuf {
    subject.path().join("records.db")
}

fn exchange(one: &Path, other: &Path) {
    let (a, b) = (fs::read(one).unwrap(), fs::read(other).unwrap());
    fs::write(one, b).unwrap();
    fs::write(other, a).unwrap();
}

fn over(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

fn cut(path: &Path, length: usize) {
    File::options().write(true).open(path).unwrap().set_len(length as u64).unwrap();
}

/// The header's length: what is left over the whole blocks and the last one.
fn body(bytes: &[u8]) -> usize {
    // The header ends with its seal's line; 16 bytes of nonce follow.
    let seal = bytes.windows(5).position(|window| window == b"\n--- ").unwrap();
    seal + 5 + bytes[seal + 5..].iter().position(|byte| *byte == b'\n').unwrap() + 1 + 16
}

fn cut_at_block(path: &Path) {
    let bytes = fs::read(path).unwrap();
    cut(path, body(&bytes) + BLOCK);
}

fn last_block_twice(path: &Path) {
    let bytes = fs::read(path).unwrap();
    let last = (bytes.len() - body(&bytes)) % BLOCK;
    fs::write(path, [&bytes[..], &bytes[bytes.len() - last..]].concat()).unwrap();
}

fn exchange_blocks(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let begin = body(&bytes);
    let (one, two) = bytes[begin..begin + 2 * BLOCK].split_at_mut(BLOCK);
    one.swap_with_slice(two);
    fs::write(path, bytes).unwrap();
}

fn exchange_pages(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let (one, two) = bytes[5 * PAGE..7 * PAGE].split_at_mut(PAGE);
    one.swap_with_slice(two);
    fs::write(path, bytes).unwrap();
}

fn append(path: &Path) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, [&bytes[..], b"and more"].concat()).unwrap();
}

fn other_original(subject: &Subject<'_>, other: &Path) {
    let theirs = files(&other.join("objects"), |name| name.ends_with(".age") && !name.contains(".meta."));
    over(&theirs[0], &large(subject));
}

fn key_files(subject: &Subject<'_>, other: &Path, names: &[&str]) {
    for name in names {
        over(&other.join(name), &subject.path().join(name));
    }
}

fn empty_keys(subject: &Subject<'_>) {
    for name in ["vault.json", "vault.json.bak"] {
        cut(&subject.path().join(name), 0);
    }
}

fn all_but_keys(subject: &Subject<'_>) {
    fs::remove_file(records(subject)).unwrap();
    fs::remove_dir_all(subject.path().join("objects")).unwrap();
}

fn older_records(subject: &Subject<'_>) {
    let kept = subject.beside("older");
    fs::create_dir(&kept).unwrap();
    over(&records(subject), &kept.join("records.db"));
    let answer = subject.says(&["add", "VAULT", &subject.ground().at("noise.bin")]);
    assert_eq!(answer.code, Some(0), "{}", answer.both());
    copy(&kept, &subject.path());
}

fn stranger(subject: &Subject<'_>) {
    fs::write(subject.path().join("objects/letter (conflicted copy).txt"), "words").unwrap();
}
