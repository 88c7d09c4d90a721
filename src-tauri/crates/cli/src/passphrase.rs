//! Where the passphrase comes from: a terminal, or a file. Never the command line, where other programs can read it.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use recourse_contract::types::Failure;
use recourse_vault::Secret;

use crate::outcome::Trouble;

/// The environment variable that names a file with the passphrase.
pub const FILE_VARIABLE: &str = "RECOURSE_PASSPHRASE_FILE";

/// The passphrase of an existing vault.
///
/// # Errors
/// Where the file cannot be read, or there is no terminal to ask on.
pub fn existing(file: Option<&Path>) -> Result<Secret<String>, Trouble> {
    match from_file(file)? {
        Some(passphrase) => Ok(passphrase),
        None => ask("Passphrase: "),
    }
}

/// A passphrase for a new vault: asked for twice on a terminal.
///
/// # Errors
/// As [`existing`], and where the two differ.
pub fn new(file: Option<&Path>) -> Result<Secret<String>, Trouble> {
    if let Some(passphrase) = from_file(file)? {
        return Ok(passphrase);
    }
    let first = ask("New passphrase: ")?;
    let again = ask("Once more: ")?;
    if first.expose() == again.expose() {
        Ok(first)
    } else {
        Err(Trouble::Usage("The two passphrases differ. Nothing was made.".to_owned()))
    }
}

fn from_file(file: Option<&Path>) -> Result<Option<Secret<String>>, Trouble> {
    let from_environment = std::env::var_os(FILE_VARIABLE);
    file.or_else(|| from_environment.as_deref().map(Path::new)).map(|path| words_in(path, "passphrase")).transpose()
}

/// The words in a file, without the end of their line; `what` names them where the file cannot be read.
///
/// # Errors
/// Where the file cannot be read.
pub fn words_in(path: &Path, what: &str) -> Result<Secret<String>, Trouble> {
    let mut text = fs::read_to_string(path).map_err(|error| {
        Trouble::Could(Failure {
            code: "read".to_owned(),
            message: format!("The {what} file could not be read: {}.", recourse_vault::in_words(&error)),
            advice: String::new(),
            field: None,
        })
    })?;
    let end = text.trim_end_matches(['\r', '\n']).len();
    text.truncate(end);
    Ok(Secret::new(text))
}

fn ask(prompt: &str) -> Result<Secret<String>, Trouble> {
    ask_for(prompt, &format!("the passphrase on. Use --passphrase-file or {FILE_VARIABLE}."))
}

/// Asks on a terminal; `else_say` goes on where there is none: "There is no terminal to ask for …".
///
/// # Errors
/// Where there is no terminal to ask on.
pub fn ask_for(prompt: &str, else_say: &str) -> Result<Secret<String>, Trouble> {
    if !io::stdin().is_terminal() {
        return Err(Trouble::Usage(format!("There is no terminal to ask for {else_say}")));
    }
    Ok(Secret::new(rpassword::prompt_password(prompt)?))
}
