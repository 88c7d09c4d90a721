//! The letter as a PDF, with its text and its structure in it.

use serde_json::json;

use super::{Letter, LetterError, lines, one_line};
use crate::pages::set_tagged;

/// Sets the letter on A4.
///
/// # Errors
/// Characters that no font of this crate can show, or what the typesetter said.
pub fn pdf(letter: &Letter) -> Result<Vec<u8>, LetterError> {
    let paragraphs: Vec<String> = letter.paragraphs().iter().map(|lines| lines.join("\n")).collect();
    let set = set_tagged(json!({
        "page": "letter",
        "document-title": one_line(&letter.subject),
        "from": lines(&letter.from),
        "to": lines(&letter.to),
        "date": letter.day(),
        "subject": one_line(&letter.subject),
        "body": paragraphs,
    }))
    .map_err(|error| LetterError::NotSet(error.reason))?;
    if !set.missing.is_empty() {
        let shown: Vec<String> = set.missing.iter().map(char::to_string).collect();
        return Err(LetterError::Unshown(shown.join(" ")));
    }
    Ok(set.pdf)
}
