//! The one door between the program's errors and the page's words.

use recourse_contract::types::Failure;
use recourse_organiser::Error;

/// Turns an error into what the page is told.
pub fn from_error(error: &Error) -> Failure {
    recourse_contract::failure(error)
}

/// A refusal of the window itself.
pub fn refusal(code: &str, message: &str) -> Failure {
    Failure { code: code.to_owned(), message: message.to_owned(), advice: String::new(), field: None }
}

/// The person closed a dialog: nothing was done, and the page has nothing to complain about.
pub fn cancelled(message: &str) -> Failure {
    refusal("cancelled", message)
}

/// A room was asked for while the vault is locked.
pub fn locked() -> Failure {
    refusal("locked", "The vault is locked. Open it first.")
}
