//! Amounts of money between the forms and the records.

use recourse_domain::money::understand;
use recourse_domain::records::Money;
use recourse_organiser::Error;

use crate::types::MoneyAnswer;

/// An amount ready to stand in a form or a list; empty where there is none.
pub(crate) fn view(amount: Option<&Money>) -> String {
    amount.map(Money::in_words).unwrap_or_default()
}

/// Reads what a form sends; none for an empty box.
///
/// # Errors
/// Where the person is to be asked something; it names the field.
pub(crate) fn read(words: &str, field: &'static str) -> Result<Option<Money>, Error> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    understand(words).map(Some).map_err(|problem| Error::Field { field, message: problem.to_string() })
}

/// What the amount box answers.
pub(crate) fn answer(words: &str) -> MoneyAnswer {
    match understand(words) {
        Ok(amount) => MoneyAnswer { said_back: Some(amount.in_words()), problem: None, choices: Vec::new() },
        Err(problem) => MoneyAnswer { said_back: None, problem: Some(problem.to_string()), choices: problem.choices() },
    }
}
