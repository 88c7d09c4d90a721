//! What a person does while it goes wrong. One more operation is one more line of [`OPERATIONS`].

use std::fs;
use std::path::PathBuf;

use recourse_tests::path_of;
use serde_json::Value;

use crate::ground::{Ground, Subject, files};
use crate::tally::{Fault, wrong};

/// Vaults as earlier versions of the records left them.
const OLD: &str = "tests/fixtures/vaults";

/// One operation.
pub struct Operation {
    /// Its name in the table.
    pub name: &'static str,
    /// The vault it is done to.
    pub begins: fn(&Ground, usize) -> Subject<'_>,
    /// The command. `VAULT`, `HOME/` and `BESIDE/` are put in.
    pub words: &'static [&'static str],
    /// What has to hold of what it acknowledged, once the vault is known to be whole.
    pub holds: fn(&Subject<'_>, &Done<'_>) -> Result<(), Fault>,
}

/// How far an operation came.
pub struct Done<'a> {
    /// The lines it had printed.
    pub said: &'a [Value],
    /// Whether the vault now opens with the new passphrase.
    pub new_passphrase: bool,
}

/// All operations that change a vault or make something of it.
pub const OPERATIONS: [Operation; 7] = [
    Operation {
        name: "attach",
        begins: plain,
        words: &["add", "VAULT", "HOME/letter.txt", "HOME/noise.bin", "HOME/other.bin", "--json"],
        holds: files_are_there,
    },
    Operation {
        name: "import",
        begins: plain,
        words: &["add", "VAULT", "HOME/mails.mbox", "--json"],
        holds: mails_are_there,
    },
    Operation {
        name: "edit",
        begins: plain,
        words: &[
            "notice",
            "add",
            "VAULT",
            "--from",
            "Somebody",
            "--subject",
            "An edit",
            "--attach",
            "HOME/noise.bin",
            "--json",
        ],
        holds: notice_is_there,
    },
    PASSPHRASE,
    Operation {
        name: "export",
        begins: with_an_out,
        words: &["export", "VAULT", "--out", "BESIDE/out", "--date", "2026-11-21", "--json"],
        holds: what_looks_like_a_bundle_is_one,
    },
    Operation { name: "migration", begins: old, words: &["status", "VAULT", "--json"], holds: nothing_more },
    Operation {
        name: "backup",
        begins: with_an_out,
        words: &["backup", "VAULT", "BESIDE/out", "--json"],
        holds: what_looks_like_a_copy_opens,
    },
];

/// Giving the vault another passphrase.
pub const PASSPHRASE: Operation = Operation {
    name: "passphrase change",
    begins: plain,
    words: &["passphrase", "VAULT", "--new-passphrase-file", "HOME/other-passphrase", "--json"],
    holds: passphrase_is_changed,
};

/// Attaching one file that no other process has to read.
pub const ONE_FILE: Operation = Operation {
    name: "attach of one file",
    begins: plain,
    words: &["add", "VAULT", "HOME/noise.bin", "--json"],
    holds: files_are_there,
};

impl Operation {
    /// The command for one subject.
    pub fn on(&self, subject: &Subject<'_>) -> Vec<String> {
        let put = |word: &&str| match word.split_once('/') {
            Some(("HOME", name)) => subject.ground().at(name),
            Some(("BESIDE", name)) => subject.beside(name).to_str().unwrap().to_owned(),
            _ => (*word).to_owned(),
        };
        self.words.iter().map(put).collect()
    }

    /// Whether the program knows how to do it.
    pub fn is_known(&self, ground: &Ground) -> bool {
        let mut command = ground.recourse(&ground.path("V"), &[self.words[0], "--help"]);
        command.output().is_ok_and(|answer| answer.status.success())
    }
}

fn plain(ground: &Ground, _number: usize) -> Subject<'_> {
    ground.vault()
}

fn with_an_out(ground: &Ground, _number: usize) -> Subject<'_> {
    let subject = ground.vault();
    fs::create_dir(subject.beside("out")).unwrap();
    subject
}

/// One vault of an earlier version after another.
fn old(ground: &Ground, number: usize) -> Subject<'_> {
    let all = old_vaults();
    ground.copy_of(&all[number % all.len()])
}

/// The kept vaults of earlier versions that still have something to come to.
pub fn old_vaults() -> Vec<PathBuf> {
    let entries = fs::read_dir(path_of(OLD)).expect("old vaults are kept in the repository");
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn files_are_there(subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    subject.holds(done.said)
}

/// A mailbox whose taking was acknowledged brings nothing new when it is given again.
fn mails_are_there(subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    let Some(taken) = done.said.iter().map(|line| &line["mailbox"]).find(|taken| taken.is_object()) else {
        return Ok(());
    };
    let count = |listing: &str| subject.says(&["list", "VAULT", listing, "--json"]).out.lines().count();
    let before = count("inbox");
    let again = subject.says(&["add", "VAULT", &subject.ground().at("mails.mbox"), "--json"]);
    if again.code != Some(0) || count("inbox") > before {
        return Err(Fault::Lost(format!("{taken} was acknowledged: {}", again.both())));
    }
    Ok(())
}

fn notice_is_there(subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    let Some(reference) = done.said.iter().find_map(|line| line["ref"].as_str()) else { return Ok(()) };
    let shown = subject.says(&["show", "VAULT", reference, "--json"]);
    if shown.code == Some(0) && shown.out.contains("An edit") {
        return Ok(());
    }
    Err(Fault::Lost(format!("{reference} is not there: {}", shown.both())))
}

fn passphrase_is_changed(_subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    let acknowledged = done.said.iter().any(|line| line["changed"] == true);
    if acknowledged && !done.new_passphrase {
        return Err(Fault::Lost("the change was acknowledged and the old passphrase opens".to_owned()));
    }
    Ok(())
}

fn what_looks_like_a_bundle_is_one(subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    let seen = |name: &str| !name.starts_with('.');
    let out = subject.beside("out");
    let visible: Vec<PathBuf> = fs::read_dir(&out).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    for path in visible.iter().filter(|path| seen(&path.file_name().unwrap_or_default().to_string_lossy())) {
        if path.extension().is_some_and(|ending| ending == "zip") {
            let verified = subject.says(&["verify", path.to_str().unwrap()]);
            if verified.code != Some(0) {
                return wrong(format!("half a bundle looks whole: {}", verified.both()));
            }
        } else if !fs::read(path).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF")) {
            return wrong(format!("{} looks whole and is not", path.display()));
        }
    }
    if !done.said.is_empty() && visible.is_empty() {
        return Err(Fault::Lost("the bundle was acknowledged and is not there".to_owned()));
    }
    Ok(())
}

fn nothing_more(_subject: &Subject<'_>, _done: &Done<'_>) -> Result<(), Fault> {
    Ok(())
}

/// A copy that has got its name opens and is whole; one that was acknowledged has it.
fn what_looks_like_a_copy_opens(subject: &Subject<'_>, done: &Done<'_>) -> Result<(), Fault> {
    let found = files(&subject.beside("out"), |name| name == "vault.json");
    let copies = found.iter().filter_map(|key_file| key_file.parent());
    let Some(copy) = copies.into_iter().find(|copy| copy.extension().is_none_or(|ending| ending != "unfinished"))
    else {
        if done.said.is_empty() {
            return Ok(());
        }
        return Err(Fault::Lost("the copy was acknowledged and is not there".to_owned()));
    };
    subject.ground().copy_of(copy).whole().map(drop)
}
