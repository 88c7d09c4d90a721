//! The one door between errors inside and what is shown outside.

use recourse_organiser::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::types::Failure;

/// What an error says outside: a stable word, a sentence, advice, and the field it is about.
pub fn failure(error: &Error) -> Failure {
    Failure {
        code: error.code().to_owned(),
        message: error.to_string(),
        advice: error.advice().to_owned(),
        field: error.field().map(str::to_owned),
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        failure(&error)
    }
}

/// Takes a request out of what was sent.
///
/// # Errors
/// A failure where it is not of the agreed shape.
pub fn unpack<T: DeserializeOwned>(request: Value) -> Result<T, Failure> {
    serde_json::from_value(request).map_err(|error| Failure {
        code: "bad-request".to_owned(),
        message: "The window asked in a way that Recourse does not understand.".to_owned(),
        advice: error.to_string(),
        field: None,
    })
}

/// Puts a reply into what is sent.
///
/// # Errors
/// A failure where it cannot be written as JSON.
pub fn pack<T: Serialize>(reply: &T) -> Result<Value, Failure> {
    serde_json::to_value(reply).map_err(|error| Failure {
        code: "bad-reply".to_owned(),
        message: "Recourse could not put its answer into words.".to_owned(),
        advice: error.to_string(),
        field: None,
    })
}
