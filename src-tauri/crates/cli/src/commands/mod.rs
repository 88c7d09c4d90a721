//! One file a subject; each takes what was typed, calls the organiser, and says the answer.

mod add;
mod black_out;
mod bundle;
mod care;
mod claim;
mod everything;
mod history;
mod list;
mod mailboxes;
mod opening;
mod read;
mod records;
mod timeline;
mod vault;
mod write;

use std::path::Path;
use std::sync::Arc;

use recourse_contract::types::{ClaimRef, Failure};
use recourse_domain::RecordId;
use recourse_organiser::clock::{Clock, ComputerClock};
use recourse_organiser::session::{Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{claims, passphrase as strength};

use crate::arguments::{Arguments, ClaimCommand, Command, ContactCommand, LetterCommand, NoticeCommand};
use crate::outcome::{Outcome, Trouble};
use crate::{passphrase, say};

pub use opening::{Recover, Sheet};
pub use write::Write;

/// What holds for every command.
pub struct Manner {
    json: bool,
    read_only: bool,
    passphrase_file: Option<std::path::PathBuf>,
    claim: Option<recourse_domain::Reference>,
}

impl Manner {
    /// Opens a vault.
    fn open(&self, vault: &Path) -> Result<Session<Unlocked>, Trouble> {
        let mut locked = Session::at(vault, tools())?;
        if self.read_only {
            locked = locked.for_reading();
        }
        let passphrase = passphrase::existing(self.passphrase_file.as_deref())?;
        Ok(locked.unlock(&passphrase)?)
    }

    /// The claim that was named, or the only one.
    fn claim(&self, session: &Session<Unlocked>) -> Result<RecordId, Trouble> {
        Ok(claims::one(session, self.claim)?.id)
    }

    fn claim_ref(&self, session: &Session<Unlocked>) -> Result<ClaimRef, Trouble> {
        Ok(ClaimRef { claim: self.claim(session)? })
    }
}

/// The time, and this program as its own reader of strangers' files.
fn tools() -> Tools {
    Tools { clock: Arc::new(ComputerClock), worker: worker() }
}

fn worker() -> Worker {
    Worker::new(std::env::current_exe().unwrap_or_else(|_| "recourse".into()))
}

/// The day that was typed, or today.
fn day(text: Option<&str>) -> Result<chrono::NaiveDate, Trouble> {
    Ok(recourse_contract::dates::day(text, "date")?.unwrap_or_else(|| ComputerClock.today()))
}

/// Does what was typed.
///
/// # Errors
/// Where it was asked for in the wrong way, or could not be done.
pub fn run(arguments: Arguments) -> Result<Outcome, Trouble> {
    let Arguments { command, json, passphrase_file, read_only, claim } = arguments;
    let manner = Manner { json, read_only, passphrase_file, claim };
    let Some(command) = command else {
        return vault::open_window();
    };
    match command {
        Command::New { vault } => vault::new(&manner, &vault, false),
        Command::Sample { vault } => vault::new(&manner, &vault, true),
        Command::Status { vault } => claim::status(&manner, &vault),
        Command::Check { vault, read_data } => vault::check(&manner, &vault, read_data),
        Command::Changes(command) => history::changes(&manner, command),
        Command::Passphrase { vault, new_passphrase_file } => {
            vault::passphrase(&manner, &vault, new_passphrase_file.as_deref())
        }
        Command::Care(command) => care::care(&manner, command),
        Command::Recover(order) => opening::recover(&manner, &order),
        Command::Sheet(order) => opening::sheet(&manner, &order),
        Command::ClaimOf(command @ ClaimCommand::Add { .. }) => claim::add(&manner, command),
        Command::Add(order) => add::add(&manner, &order),
        Command::Read { vault } => read::read(&manner, &vault),
        Command::Notice(command @ NoticeCommand::Add { .. }) => records::notice(&manner, command),
        Command::Letter(command @ LetterCommand::Add { .. }) => records::letter(&manner, command),
        Command::Contact(command @ ContactCommand::Add { .. }) => records::contact(&manner, command),
        Command::Write(order) => write::write(&manner, &order),
        Command::List { vault, kind } => list::list(&manner, &vault, kind),
        Command::Show { vault, reference } => list::show(&manner, &vault, reference),
        Command::Search { vault, words } => list::search(&manner, &vault, &words.join(" ")),
        Command::Timeline(order) => timeline::timeline(&manner, &order),
        Command::Date { words, said_on } => date(&manner, words, said_on),
        Command::BlackOut(order) => black_out::black_out(&manner, &order),
        Command::Export(order) if order.everything => everything::everything(&manner, &order),
        Command::Export(order) => bundle::export(&manner, &order),
        Command::Bundle { out, title, date, paths } => bundle::bundle(&manner, &out, &title, date.as_deref(), &paths),
        Command::Verify { bundle } => bundle::verify(&manner, &bundle),
    }
}

fn date(manner: &Manner, words: String, said_on: Option<String>) -> Result<Outcome, Trouble> {
    let question = recourse_contract::types::DateQuestion { words, said_on };
    let answer = recourse_contract::dates::answer(&question, ComputerClock.today())?;
    let understood = answer.said_back.is_some();
    if manner.json {
        say::json(&answer)?;
    } else {
        for sentence in answer.said_back.iter().chain(&answer.problem) {
            say::line(sentence)?;
        }
    }
    Ok(if understood { Outcome::Done } else { Outcome::No })
}

/// A choice that was typed by its code.
fn choice<T>(found: Option<T>, typed: &str, what: &str) -> Result<T, Trouble> {
    found.ok_or_else(|| Trouble::Usage(format!("“{typed}” is not a {what} that Recourse knows.")))
}

/// The words of a file, or of standard input for `-`.
fn words_of(path: Option<&Path>) -> Result<String, Trouble> {
    let Some(path) = path else {
        return Ok(String::new());
    };
    let read =
        if path == Path::new("-") { std::io::read_to_string(std::io::stdin()) } else { std::fs::read_to_string(path) };
    read.map_err(|error| {
        Trouble::Could(Failure {
            code: "read".to_owned(),
            message: format!("{} could not be read: {}.", path.display(), recourse_vault::in_words(&error)),
            advice: String::new(),
            field: None,
        })
    })
}

/// Argon2id settings for a vault made here.
fn kdf() -> recourse_vault::KdfParams {
    strength::strength_for_this_computer()
}
