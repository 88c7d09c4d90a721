//! A person at a terminal, in a home of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use recourse_tests::program;
use serde_json::Value;
use tempfile::TempDir;

/// The passphrase of every vault made here.
const PASSPHRASE: &str = "otter lamp quiet seven";

/// The terminal; the home is removed when this is dropped.
pub struct Terminal {
    home: TempDir,
}

/// What a command answered.
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
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("answers are UTF-8");
        Self { code: status.code(), out: text(stdout), err: text(stderr) }
    }

    /// Its JSON Lines.
    pub fn lines(&self) -> Vec<Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("not JSON ({e}): {line}"));
        self.out.lines().map(read).collect()
    }
}

impl Terminal {
    /// An empty home with the passphrase in a file.
    pub fn new() -> Self {
        let terminal = Self { home: tempfile::Builder::new().prefix("recourse-terminal-").tempdir().unwrap() };
        terminal.remember(PASSPHRASE);
        terminal
    }

    /// A home with the sample claim in a vault.
    pub fn with_the_sample() -> Self {
        let terminal = Self::new();
        terminal.does(&["sample", &terminal.vault()]);
        terminal
    }

    /// Changes the passphrase that is used from now on.
    pub fn remember(&self, passphrase: &str) {
        std::fs::write(self.path("passphrase.txt"), format!("{passphrase}\n")).unwrap();
    }

    /// A path in the home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// The same as text for a command line.
    pub fn at(&self, name: &str) -> String {
        text(&self.path(name))
    }

    /// The vault's folder.
    pub fn vault(&self) -> String {
        self.at("Ruth.recourse")
    }

    /// Types a command and reads the answer.
    pub fn says(&self, words: &[&str]) -> Answer {
        self.type_with(words, "")
    }

    /// Types a command at a terminal that knows no other programs.
    pub fn without_other_programs(&self, words: &[&str]) -> Answer {
        Answer::of(self.command(words).env("PATH", self.path("nothing")).output().unwrap())
    }

    /// A command as it would be typed, not yet sent off.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(program("recourse"));
        command
            .args(words)
            .current_dir(self.home.path())
            .env("HOME", self.home.path())
            .env("RECOURSE_PASSPHRASE_FILE", self.path("passphrase.txt"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Types a command, gives it some input, and reads the answer.
    pub fn type_with(&self, words: &[&str], input: &str) -> Answer {
        let given = self.path("input.txt");
        std::fs::write(&given, input).unwrap();
        let given = std::fs::File::open(given).unwrap();
        Answer::of(self.command(words).stdin(Stdio::from(given)).output().unwrap())
    }

    /// Types a command that has to work.
    pub fn does(&self, words: &[&str]) -> String {
        let answer = self.says(words);
        assert_eq!(answer.code, Some(0), "recourse {words:?}\n{}{}", answer.out, answer.err);
        answer.out
    }

    /// Types a command that has to work, and reads its one JSON document.
    pub fn json(&self, words: &[&str]) -> Value {
        let out = self.does(&[words, &["--json"]].concat());
        serde_json::from_str(&out)
            .unwrap_or_else(|e| panic!("recourse {words:?} did not print one JSON document ({e}): {out}"))
    }

    /// Types a command that has to work, and reads its JSON Lines.
    pub fn lines(&self, words: &[&str]) -> Vec<Value> {
        let answer = self.says(&[words, &["--json"]].concat());
        assert_eq!(answer.code, Some(0), "recourse {words:?}\n{}{}", answer.out, answer.err);
        answer.lines()
    }

    /// A home with an empty vault and a claim in it.
    pub fn with_a_vault() -> Self {
        let person = Self::new();
        person.does(&["new", &person.vault()]);
        person.begins_a_claim();
        person
    }

    /// The same with a passphrase that is only as hard to guess as is allowed at the least, for tests that open the vault often.
    pub fn with_a_quick_vault() -> Self {
        let person = Self::new();
        let made = person.command(&["new", &person.vault()]).env("RECOURSE_TEST_KDF", "least").output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        person.begins_a_claim();
        person
    }

    /// Begins the claim that files are added to.
    pub fn begins_a_claim(&self) {
        self.does(&["claim", "add", &self.vault(), "--title", "Northfold", "--organisation", "The Northfold Society"]);
    }
}

/// A path as text for a command line.
pub fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// What another program prints; it has to work.
pub fn prints(program: &str, words: &[&str]) -> String {
    let output = Command::new(program).args(words).output().unwrap_or_else(|e| panic!("{program}: {e}"));
    assert!(output.status.success(), "{program} {words:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
