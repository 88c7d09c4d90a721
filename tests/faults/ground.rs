//! A home with material, and a vault in it that opens at once, to be copied for every trial.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use recourse_tests::{path_of, program};
use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::tally::{Fault, wrong};

/// The key file of the kept vault of the first format. Its passphrase is stretched by nothing worth the name, which no vault made by the
/// programs is, so that thousands of openings take no time.
const KEYS: &str = "src-tauri/crates/vault/tests/fixtures/vault-v1";
const PASSPHRASE: &str = "seven grey herons";
const OTHER_PASSPHRASE: &str = "blue otters at night";

/// The home; removed when this is dropped.
pub struct Ground {
    home: TempDir,
}

/// A copy of the vault, to be harmed.
pub struct Subject<'g> {
    ground: &'g Ground,
    folder: TempDir,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
    /// Exit code; none if a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Answer {
    /// What a program that ended has answered.
    pub fn of(Output { status, stdout, stderr }: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Self { code: status.code(), out: text(stdout), err: text(stderr) }
    }

    /// Both outputs, for a message.
    pub fn both(&self) -> String {
        format!("exit {:?}: {}{}", self.code, self.out.trim(), self.err.trim())
    }

    /// Refused with a sentence that a person can read, and no inside of the program: the whole, or a file of it.
    pub fn refused_clearly(&self) -> bool {
        match self.code {
            Some(3) => plain(&self.err),
            Some(1) => {
                let mut problems = Vec::new();
                lines(&self.out).iter().for_each(|line| problems_in(line, &mut problems));
                let named = if problems.is_empty() {
                    self.err.contains("not kept. ")
                } else {
                    problems.iter().all(|one| plain(one))
                };
                named && (self.err.is_empty() || plain(&self.err))
            }
            _ => false,
        }
    }

    /// Whether something is acknowledged in it.
    pub fn acknowledges(&self) -> bool {
        lines(&self.out).iter().any(|line| line["kept"] == true || line["changed"] == true)
    }
}

/// The sentences that say why something was not done, wherever they stand in an answer.
fn problems_in(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field.as_str() {
                    Some(problem) if name == "problem" => into.push(problem.to_owned()),
                    _ => problems_in(field, into),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| problems_in(value, into)),
        _ => {}
    }
}

/// A sentence that a person can read.
fn plain(sentence: &str) -> bool {
    let inside = ["panicked", "os error", "Os {", "Err(", "RUST", "unwrap"];
    sentence.trim_end().ends_with('.') && !inside.iter().any(|mark| sentence.contains(mark))
}

impl Ground {
    /// Makes the home, the material and the vault.
    pub fn new() -> Self {
        // A disk in memory where there is one: a kill loses nothing that the system holds, whatever the disk is.
        let memory = Path::new("/dev/shm");
        let base = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let home = tempfile::Builder::new().prefix("recourse-faults-").tempdir_in(base).unwrap();
        let ground = Self { home };
        let write = |name: &str, bytes: &[u8]| fs::write(ground.path(name), bytes).unwrap();
        write("passphrase", PASSPHRASE.as_bytes());
        write("other-passphrase", OTHER_PASSPHRASE.as_bytes());
        write("letter.txt", "We are writing to tell you of an incident.\n".repeat(40).as_bytes());
        write("words.txt", b"Some of our records can no longer be opened.\n");
        write("noise.bin", &noise(200_000, 1));
        write("other.bin", &noise(150_000, 2));
        write("held.bin", &noise(140_000, 3));
        write("held.txt", b"Kept before anything went wrong.\n");
        write("mails.mbox", &mails(24));
        ground.make_vault(&ground.path("V"));
        ground
    }

    fn make_vault(&self, vault: &Path) {
        fs::create_dir(vault).unwrap();
        for name in ["vault.json", "vault.json.bak", "README.txt"] {
            fs::copy(path_of(KEYS).join(name), vault.join(name)).unwrap();
        }
        // As a vault is left whose making was cut short before its records were there.
        fs::write(vault.join("records.db.new"), "").unwrap();
        let run = |words: &[&str]| {
            let answer = Answer::of(self.recourse(vault, words).output().unwrap());
            assert_eq!(answer.code, Some(0), "{words:?}: {}", answer.both());
        };
        run(&["claim", "add", "VAULT", "--title", "Northfold", "--organisation", "The Northfold Society"]);
        run(&["notice", "add", "VAULT", "--from", "The Northfold Society", "--text", &self.at("words.txt")]);
        run(&["add", "VAULT", &self.at("held.txt"), &self.at("held.bin")]);
    }

    /// A path in the home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The same as text for a command line.
    pub fn at(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// A copy of the vault.
    pub fn vault(&self) -> Subject<'_> {
        self.copy_of(&self.path("V"))
    }

    /// A copy of another vault.
    pub fn copy_of(&self, vault: &Path) -> Subject<'_> {
        let folder = tempfile::Builder::new().prefix("trial-").tempdir_in(self.home.path()).unwrap();
        copy(vault, &folder.path().join("V"));
        Subject { ground: self, folder }
    }

    /// A whole folder with a vault and what lies beside it.
    pub fn moved(&self, from: &Path) -> Subject<'_> {
        let folder = tempfile::Builder::new().prefix("trial-").tempdir_in(self.home.path()).unwrap();
        copy(from, folder.path());
        Subject { ground: self, folder }
    }

    /// A command; the word `VAULT` in it stands for that vault.
    pub fn recourse(&self, vault: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program("recourse"));
        self.live_here(&mut command, vault);
        command.args(words.iter().map(|word| if *word == "VAULT" { vault.as_os_str() } else { word.as_ref() }));
        command
    }

    /// Gives a program this home.
    pub fn live_here(&self, command: &mut Command, vault: &Path) {
        command
            .current_dir(vault.parent().unwrap())
            .env("HOME", self.home.path())
            .env("RECOURSE_PASSPHRASE_FILE", self.path("passphrase"))
            .env("RECOURSE_TEST_KDF", "least")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
    }
}

impl<'g> Subject<'g> {
    /// The home it was copied from.
    pub fn ground(&self) -> &'g Ground {
        self.ground
    }

    /// The vault's folder.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("V")
    }

    /// A path beside the vault.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A command on this vault, not yet sent off.
    pub fn command(&self, words: &[&str]) -> Command {
        self.ground.recourse(&self.path(), words)
    }

    /// A command on this vault and its answer.
    pub fn says(&self, words: &[&str]) -> Answer {
        Answer::of(self.command(words).output().unwrap())
    }

    /// What `check --read-data` answers.
    pub fn check(&self) -> Answer {
        self.says(&["check", "VAULT", "--read-data", "--json"])
    }

    /// The vault opens, with either passphrase, and is whole. Says whether the new passphrase opened it.
    pub fn whole(&self) -> Result<bool, Fault> {
        let (mut answer, mut new) = (self.check(), false);
        if answer.err.contains("does not open the vault") {
            let mut command = self.command(&["check", "VAULT", "--read-data", "--json"]);
            command.env("RECOURSE_PASSPHRASE_FILE", self.ground.path("other-passphrase"));
            (answer, new) = (Answer::of(command.output().unwrap()), true);
        }
        let said: Value = serde_json::from_str(&answer.out).unwrap_or_default();
        if answer.code != Some(0) || said["whole"] != true {
            return wrong(format!("the vault is not whole: {}", answer.both()));
        }
        if said["files"].as_u64() < Some(2) {
            return Err(Fault::Lost(format!("what was kept before is gone: {}", answer.out)));
        }
        for name in ["vault.json", "vault.json.bak"] {
            if fs::metadata(self.path().join(name)).map_or(0, |meta| meta.len()) == 0 {
                return wrong(format!("{name} is empty or gone"));
            }
        }
        Ok(new)
    }

    /// Every file that a line acknowledged is in the vault under the same name: given again, it is known.
    pub fn holds(&self, acknowledged: &[Value]) -> Result<(), Fault> {
        let kept: Vec<&Value> = acknowledged.iter().filter(|line| line["kept"] == true).collect();
        if kept.is_empty() {
            return Ok(());
        }
        let paths: BTreeSet<&str> = kept.iter().filter_map(|line| line["path"].as_str()).collect();
        let words: Vec<&str> = ["add", "VAULT", "--json"].into_iter().chain(paths).collect();
        let again = self.says(&words);
        let known: BTreeSet<String> = lines(&again.out).iter().map(|line| line["duplicate_of"].to_string()).collect();
        match kept.iter().find(|line| !known.contains(&line["ref"].to_string())) {
            Some(line) => Err(Fault::Lost(format!("{line} is not there: {}", again.both()))),
            None => Ok(()),
        }
    }
}

/// Lines of JSON; one that was cut short says nothing.
pub fn lines(text: &str) -> Vec<Value> {
    text.split_inclusive('\n')
        .filter(|line| line.ends_with('\n'))
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from).into_iter().flatten() {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The ordinary files below a folder whose name passes.
pub fn files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    walk.filter(|entry| entry.file_type().is_file() && wanted(&entry.file_name().to_string_lossy()))
        .map(|entry| entry.path().to_owned())
        .collect()
}

/// Bytes without a pattern, the same every time.
pub fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut chance = crate::chance::Chance::new(seed);
    (0..length).map(|_| chance.below(256) as u8).collect()
}

fn mails(count: usize) -> Vec<u8> {
    let mail = |number: usize| {
        format!(
            "From {number}@xxx Tue Mar 05 14:07:09 +0000 2024\nFrom: Sender <s{number}@northfold.example>\nTo: Ruth <ruth@home.example>\n\
             Subject: Mail number {number}\nMessage-ID: <{number}@faults.example>\nDate: {} Mar 2024 10:00:00 +0000\n\n{}\n",
            1 + number % 28,
            format!("These are the words of mail {number}.\n").repeat(20)
        )
    };
    (0..count).map(mail).collect::<String>().into_bytes()
}
